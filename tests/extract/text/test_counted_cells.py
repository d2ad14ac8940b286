"""Dumps in which every cell has its line, as office programs export them: an empty cell is a blank line."""

from __future__ import annotations

import pytest

from tests.extract.text.test_text_tables import rest, tasks

COUNTED = {
    "months, a header of two rows": (
        "序号\n工作事项\n牵头股室\n实施进度\n\n\n\n1月\n2月\n3月\n4月\n1\n调度物资\n科教股\n\n●\n\n\n2\n建设农田\n农经站\n●\n\n\n●\n3\n防疫\n畜牧站\n\n\n●\n\n",
        ["1 调度物资 2月：● +L科教股", "2 建设农田 1月：●/4月：● +L农经站", "3 防疫 3月：● +L畜牧站"],
    ),
    "two merged words, a category merged over rows, a schedule of two lines": (
        "工作\n板块\n序号\n重点任务\n进度安排\n责任主体\n分管领导\n\n\n\n上半年\n下半年\n牵头科室\n配合科室\n\n"
        "餐饮\n1\n改造食堂\n摸底\n/\n膳食科\n采购办\n沈立\n\n2\n集中采购\n3月：立项；\n6月：招标\n验收\n采购办\n\n杜朋\n住宿\n3\n更换空调\n招标\n安装\n公寓科\n\n沈立",
        [
            "1 改造食堂 上半年：摸底 @餐饮 +L膳食科 +S采购办 !沈立",
            "2 集中采购 上半年：3月：立项；/6月：招标/下半年：验收 @餐饮 +L采购办 !杜朋",
            "3 更换空调 上半年：招标/下半年：安装 @住宿 +L公寓科 !沈立",
        ],
    ),
    "group rows with a number": (
        "序号\n工作任务\n责任部门\n责任人\n完成时间\n一\n康养服务\n\n\n\n1\n培训护工\n康复科\n宋影\n5月\n2\n配发器具\n康复科\n龚良\n6月\n二\n就业服务\n\n\n\n3\n举办招聘会\n就业科\n唐力\n7月\n4\n职业培训\n就业科\n唐力\n8月",
        [
            "1 培训护工 5月 @康养服务 +康复科 !宋影",
            "2 配发器具 6月 @康养服务 +康复科 !龚良",
            "3 举办招聘会 7月 @就业服务 +就业科 !唐力",
            "4 职业培训 8月 @就业服务 +就业科 !唐力",
        ],
    ),
    "a number merged over rows": (
        "序号\n反馈问题\n整改措施\n责任科室\n整改时限\n1\n学习不深入\n修订学习制度\n人事科\n10月底前\n\n\n开展现场教学\n宣传科\n7月底前\n2\n投诉较多\n公布投诉电话\n物业科\n12月\n3\n监管薄弱\n开展专项治理\n工程科\n6月底前",
        [
            "1 修订学习制度 10月底前 +人事科 #反馈问题=学习不深入",
            "1 开展现场教学 7月底前 +宣传科 #反馈问题=学习不深入",
            "2 公布投诉电话 12月 +物业科 #反馈问题=投诉较多",
            "3 开展专项治理 6月底前 +工程科 #反馈问题=监管薄弱",
        ],
    ),
    "bodies with their words on two lines": (
        "序号\n重点任务\n责任分工\n完成时限\n备注\n1\n举办购物节\n牵头科室：非遗科\n配合单位：市博物馆、公共科\n全年\n/\n2\n创建景区\n市场科牵头，公共科配合\n9月\n\n3\n布展提升\n主办：文物科；协办：公共科\n6月\n省重点\n4\n建设书房\n文物科牵头\n7月\n",
        None,
    ),
    "headings without a label": (
        "序号\n工作任务\n目标要求\n责任股室\n完成时限\n扩大供给\n1\n新建托位\n新增240个\n家庭股\n8月底前\n2\n改造活动室\n改造活动室9间\n妇幼股、家庭股\n9月\n提升质量\n3\n培训保育员\n培训90人\n家庭股\n6月至7月\n4\n评估机构\n评估机构16家\n督导股\n11月前\n规范管理\n5\n公示收费\n公示率100%\n督导股\n年底前\n6\n抽检食材\n抽检4批\n妇幼股\n第四季度",
        [
            "1 新建托位 8月底前 @扩大供给 +家庭股 #目标要求=新增240个",
            "2 改造活动室 9月 @扩大供给 +妇幼股、家庭股 #目标要求=改造活动室9间",
            "3 培训保育员 6月至7月 @提升质量 +家庭股 #目标要求=培训90人",
            "4 评估机构 11月前 @提升质量 +督导股 #目标要求=评估机构16家",
            "5 公示收费 年底前 @规范管理 +督导股 #目标要求=公示率100%",
            "6 抽检食材 第四季度 @规范管理 +妇幼股 #目标要求=抽检4批",
        ],
    ),
    "groups that are not written again, other empty cells that are": (
        "序号\n类别\n重点任务\n工作措施\n牵头部门\n配合部门\n完成时限\n备注\n1\n水质保护\n清理库区网箱\n逐户登记，限期拆除\n水政科\n各镇\n5月底前\n\n2\n改造入河排口\n新建截污管3公里\n河湖科\n\n8月\n续建\n3\n供水保障\n更换老旧管网\n更换管网8公里\n供水科\n\n10月\n\n4\n补充检测器材\n采购水质仪2台\n监测站\n\n\n\n5\n建设应急水源\n打井2眼\n供水科\n各镇\n11月\n",
        [
            "1 清理库区网箱 5月底前 @水质保护 +L水政科 +S各镇 #工作措施=逐户登记，限期拆除",
            "2 改造入河排口 8月 @水质保护 +L河湖科 *续建 #工作措施=新建截污管3公里",
            "3 更换老旧管网 10月 @供水保障 +L供水科 #工作措施=更换管网8公里",
            "4 补充检测器材 @供水保障 +L监测站 #工作措施=采购水质仪2台",
            "5 建设应急水源 11月 @供水保障 +L供水科 +S各镇 #工作措施=打井2眼",
        ],
    ),
    "groups merged over numbered rows, a dash for who helps": (
        "序号\n类别\n工作任务\n具体措施\n牵头部门\n配合部门\n完成时限\n1\n通行提速\n推广联运\n新增2个港区，减少转关单证\n口岸处\n物流科\n6月底前\n2\n\n扩大预申报\n走访重点企业，申报率达到75%\n业务处\n各站点\n全年\n3\n\n建设查验平台\n打通指令和处置两个环节\n科技处\n财务处\n9月30日前\n4\n税费服务\n推广保险\n编印指南，参保企业增加40家\n关税处\n业务处\n二季度\n5\n\n建立会商机制\n会同部门分析走势，形成报告\n统计处\n/\n3月底前",
        [
            "1 推广联运 6月底前 @通行提速 +L口岸处 +S物流科 #具体措施=新增2个港区，减少转关单证",
            "2 扩大预申报 全年 @通行提速 +L业务处 +S各站点 #具体措施=走访重点企业，申报率达到75%",
            "3 建设查验平台 9月30日前 @通行提速 +L科技处 +S财务处 #具体措施=打通指令和处置两个环节",
            "4 推广保险 二季度 @税费服务 +L关税处 +S业务处 #具体措施=编印指南，参保企业增加40家",
            "5 建立会商机制 3月底前 @税费服务 +L统计处 #具体措施=会同部门分析走势，形成报告",
        ],
    ),
    "who does what in each month": (
        "股室\n1月\n2月\n3月\n4月\n林政股\n复工检查\n\n苗木检查\n\n防火股\n\n风险普查\n\n\n湿地股\n巡护培训\n\n\n水鸟调查\n森林公安站\n\n清山行动\n\n卡口检查",
        [
            "1 复工检查 1月 +林政股", "2 苗木检查 3月 +林政股", "3 风险普查 2月 +防火股", "4 巡护培训 1月 +湿地股",
            "5 水鸟调查 4月 +湿地股", "6 清山行动 2月 +森林公安站", "7 卡口检查 4月 +森林公安站",
        ],
    ),
    "header words broken over lines": (
        "序\n号\n工作任务\n总投资\n（万元）\n牵头\n单位\n完成\n时限\n1\n新建厂房\n4000\n招商局\n6月\n2\n改造管网\n500\n住建局\n8月",
        ["1 新建厂房 6月 +L招商局 #总投资（万元）=4000", "2 改造管网 8月 +L住建局 #总投资（万元）=500"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name, case in COUNTED.items() if case[1]])
def test_counted_cells(name: str) -> None:
    text, expected = COUNTED[name]
    assert tasks("云溪区任务表\n" + text) == [expected]
    assert rest("云溪区任务表\n" + text) == ["云溪区任务表"]


@pytest.mark.parametrize("name", ["headings without a label", "who does what in each month"])
def test_a_blank_line_below_each_cell_beside_those_for_empty_ones(name: str) -> None:
    text, expected = COUNTED[name]
    assert tasks("云溪区任务表\n\n" + "\n\n".join(text.split("\n"))) == [expected]


def test_two_lines_of_bodies_are_one_cell() -> None:
    text, _ = COUNTED["bodies with their words on two lines"]
    (read,) = tasks(text)
    assert read[0] == "1 举办购物节 全年 +牵头科室：非遗科/配合单位：市博物馆、公共科"
    assert [row.split()[0] for row in read] == ["1", "2", "3", "4"]


def test_what_follows_the_table_is_text() -> None:
    text, expected = COUNTED["group rows with a number"]
    after = "以上任务纳入年度考核。\n云溪区残联\n2031年3月5日"
    assert tasks(f"{text}\n{after}") == [expected]
    assert rest(f"{text}\n{after}") == after.split("\n")


def test_blank_lines_between_all_cells_are_no_cells() -> None:
    text = "\n\n".join(
        [
            "序号",
            "工作任务",
            "责任部门",
            "完成时限",
            "1",
            "修路",
            "交通局",
            "3月",
            "2",
            "造桥",
            "交通局",
            "4月",
            "3",
            "巡河",
            "水务局",
            "5月",
        ]
    )
    assert tasks(text) == [["1 修路 3月 +交通局", "2 造桥 4月 +交通局", "3 巡河 5月 +水务局"]]


def test_blank_lines_between_rows_are_no_cells() -> None:
    text = "序号\n工作任务\n责任部门\n完成时限\n备注\n\n1\n修路\n交通局\n3月\n\n2\n造桥\n交通局\n4月\n\n3\n巡河\n水务局\n5月\n重点\n"
    assert tasks(text) == [["1 修路 3月 +交通局", "2 造桥 4月 +交通局", "3 巡河 5月 +水务局 *重点"]]


def test_a_header_with_nothing_below_it_is_no_table() -> None:
    header = "序号\n工作任务\n进度安排\n责任部门\n\n\n上半年\n下半年\n"
    assert tasks(header) == []
    assert rest(header) == header.split()
