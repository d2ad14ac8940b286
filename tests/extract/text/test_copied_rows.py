"""What PDF viewers copy, and `pdftotext -raw`: the lines of each cell below each other, one blank or a line's end between cells."""

from __future__ import annotations

import pytest

import plancli

RAW = """松岭县 2026 年重点工作任务分解表
序号 工作任务 牵头单位 配合单位 完成时限
一、夯实基础
1 疏浚河道并整修沿线步
道，新建站点 12 个
县水利局 县住建局、县自然资
源局
5 月 28 日前
2
改造城东农贸市场
县市场监管局
县商务局
县城管局
2 月-10 月
二、改善民生
3 建成普惠托育园，覆盖
全部乡镇
县卫生健康
局
— 上半年
松岭县人民政府办公室
"""
COPIED = """松岭县 2026 年检查反馈问题整改清单
序号 存在问题 整改措施 整改时限 责任人 责任单位 1 台账登记不
全
统一格式，
按月核对。
3 月底前 苏　晚
县应急管理
局
2
消防通道被
占用
拆除围栏，
增设标识。 四季度 江明华 县城管局
3
培训流于形
式
分岗位开展
实操考核。
2026 年 11 月 白青山 县人社局
"""
QUARTERS = """松岭县 2026 年重点项目推进计划
序号 项目名称 责任部门 推进计划 责任领导
牵头部门 配合部门 一季度 二季度
1 新建高标
准农田
县农业农村
局
县水利局 完成前期手
续
开工建设 苏晚
2 改造冷链
物流园区
县商务局 县交通运输
局
完成招标 完成总工程
量 60%
江明华
3 扩建供水
管网
县水利局 县住建局 — 竣工验收 白青山
"""


def _told(text: str) -> list[tuple[str | None, str, list[str], list[str]]]:
    return [
        (
            task.number,
            task.title,
            [f"{body.role[0]} {body.name}" for body in task.departments],
            [node.raw.replace(" ", "") for node in task.time_nodes],
        )
        for plan in plancli.parse(text.encode()).plans
        for task in plan.tasks
    ]


@pytest.mark.parametrize("ending", ["", "\n松岭县人民政府办公室\n2026年3月1日"])
def test_cells_follow_each_other_with_all_their_lines(ending: str) -> None:
    text = RAW.removesuffix("松岭县人民政府办公室\n") + ending
    assert _told(text) == [
        ("1", "疏浚河道并整修沿线步道，新建站点12个", ["l 县水利局", "s 县住建局", "s 县自然资源局"], ["5月28日前"]),
        ("2", "改造城东农贸市场", ["l 县市场监管局", "s 县商务局", "s 县城管局"], ["2月-10月"]),
        ("3", "建成普惠托育园，覆盖全部乡镇", ["l 县卫生健康局"], ["上半年"]),
    ]


def test_the_first_row_may_begin_on_the_line_of_the_header() -> None:
    tasks = plancli.parse(COPIED.encode()).plans[0].tasks
    assert [(task.title, task.leaders[0].name, task.departments[0].name) for task in tasks] == [
        ("统一格式，按月核对。", "苏晚", "县应急管理局"),
        ("拆除围栏，增设标识。", "江明华", "县城管局"),
        ("分岗位开展实操考核。", "白青山", "县人社局"),
    ]
    assert [str(task.time_nodes[0].end) for task in tasks] == ["2026-03-31", "2026-12-31", "2026-11-30"]


def test_headers_of_two_rows() -> None:
    assert [(title, bodies) for _, title, bodies, _ in _told(QUARTERS)] == [
        ("新建高标准农田", ["l 县农业农村局", "s 县水利局"]),
        ("改造冷链物流园区", ["l 县商务局", "s 县交通运输局"]),
        ("扩建供水管网", ["l 县水利局", "s 县住建局"]),
    ]


def test_bodies_that_may_belong_to_either_column_are_in_doubt() -> None:
    text = RAW.replace("牵头单位 配合单位", "责任单位 协办单位")
    codes = [note.code for note in plancli.parse(text.encode()).diagnostics]
    assert {"row-doubtful", "table-text-unread"} & set(codes)


COPIED_MERGED = """\
序号 重点任务 具体举措 责任科室 完成时限
1
大规模湿地修
复
完成退塘还湿
一千二百亩，
并对修复地块
逐块落图管理
湿地股、管护
站
5 月底前
对去冬今春死
亡芦苇组织补
植补造一次
湿地股 9 月底前
2 候鸟保护
新设观鸟台二
十四个，配齐
登记设备
防疫办 3 月 15 日前
组建半专业巡
护队伍
防疫办、各国
有渔场
6 月
3 生态产业
扶持芡实基地
六个
产业股 11 月底前
"""


def test_copied_tasks_merged_over_what_is_done_for_them() -> None:
    """The first lines of what is done are no task of their own, counts beside bodies no body."""
    (plan,) = plancli.parse(f"临江县2024年湿地重点任务分解表\n{COPIED_MERGED}".encode()).plans
    assert [(task.number, task.title, task.section_path[0]) for task in plan.tasks] == [
        ("1", "完成退塘还湿一千二百亩，并对修复地块逐块落图管理", "大规模湿地修复"),
        ("1", "对去冬今春死亡芦苇组织补植补造一次", "大规模湿地修复"),
        ("2", "新设观鸟台二十四个，配齐登记设备", "候鸟保护"),
        ("2", "组建半专业巡护队伍", "候鸟保护"),
        ("3", "扶持芡实基地六个", "生态产业"),
    ]
    assert [[body.name for body in task.departments] for task in plan.tasks] == [
        ["湿地股", "管护站"],
        ["湿地股"],
        ["防疫办"],
        ["防疫办", "各国有渔场"],
        ["产业股"],
    ]


COPIED_DATED = """\
时间 工作任务 责任部门 参加对象
3 月上旬
召开安全生产工作
会议，签订责任书
安监科 各企业负责人
6 月
开展安全宣传月活
动，发放宣传资料
两万份
宣教科 全体职工
9 月
底前
完成消防设施检测
综合科 各商场
11 月 举办应急演练 应急科 各镇应急办
"""


def test_what_is_done_in_a_month_is_no_part_of_the_month() -> None:
    (plan,) = plancli.parse(f"沙湾区2021年安全工作安排\n{COPIED_DATED}".encode()).plans
    assert [(task.time_nodes[0].raw, task.title) for task in plan.tasks] == [
        ("3月上旬", "召开安全生产工作会议，签订责任书"),
        ("6月", "开展安全宣传月活动，发放宣传资料两万份"),
        ("9月底前", "完成消防设施检测"),
        ("11月", "举办应急演练"),
    ]


COPIED_FIGURES = """\
序号 服务项目 责任部门 协助单位 完成时间
1 为 320 名重度
残疾人配送护
理用品
康复部 各街道残联 5 月底前
2 改造困难家庭
无障碍设施 85
户，验收合格
后建档
权益部 区住建局、区
财政局、各街
道办事处
9 月底前
3 举办招聘会 就业所 区人社局 4 月、10 月
"""


def test_a_figure_behind_the_first_character_of_a_cell_is_no_number_of_a_row() -> None:
    (plan,) = plancli.parse(f"沙湾区2021年助残工作安排\n{COPIED_FIGURES}".encode()).plans
    assert [task.number for task in plan.tasks] == ["1", "2", "3"]
    assert plan.tasks[0].title == "为320名重度残疾人配送护理用品"
    assert [body.name for body in plan.tasks[1].departments] == ["权益部", "区住建局", "区财政局", "各街道办事处"]


COPIED_BROKEN = """\
序号
目标任务
具体举措
牵头单位
责任单位
完成时限
1
建成镇级防汛预警一张
图
接通水文站点线路，汇
集实时雨量
镇水利站
镇级各部门
7 月底前
2
推广应急广播应用
在便民大厅试播之后办
理
镇便民服务中心
镇派出所、镇司法所
5 月
3
启用值守排班一张表
合并电话和短信来源
镇应急办
镇广电站、镇卫生院
2031 年9 月30 日前
4
组织防汛救援联合演练
各村分组上阵，找准薄
弱地段
镇武装部
镇派出所
10 月底前
5
精简值守报表
改用一个填报窗口
镇应急办
各村委会
3 月20 日前
"""


def test_an_office_by_its_last_character_ends_no_line_that_goes_on_with_one() -> None:
    """办|理 is a word that the page has broken, as every other line that is full."""
    (plan,) = plancli.parse(f"青坪镇2031年应急任务分解表\n{COPIED_BROKEN}".encode()).plans
    assert [task.title for task in plan.tasks] == [
        "建成镇级防汛预警一张图",
        "推广应急广播应用",
        "启用值守排班一张表",
        "组织防汛救援联合演练",
        "精简值守报表",
    ]


HEADED = """\
云岭县2031年托育任务清单
序号 工作任务 目标要求 责任股室 完成时限
{first}
1 新建社区托位 新增托位二百四十
个
家庭股 8 月底前
2 改造活动室 改造活动室 9
间
妇幼股、家庭股 9 月
{second}
3 培训保育员 培训 90 人次 家庭股 6 月至 7 月
4 评估托育机构 评估机构十六家并
公示
督导股 11 月前
"""
TWO_TIMES = """\
云岭县2031年数字政务任务分解表
序号 工作任务 责任领导 责任单位 启动时间 完成时间
1 建设政务云二期 何志远 县数据局 2 月 9 月底前
2 推行电子证照互认共
享
林晓燕 县行政审批局、县人社
局
3 月 6 月底前
3 上线基层治理一张
表
何志远 县民政局 1 月 5 月底前
"""


@pytest.mark.parametrize(("first", "second"), [("扩大供给", "提升质量"), ("一、扩大供给", "二、提升质量")])
def test_headings_above_the_first_row_and_others(first: str, second: str) -> None:
    (plan,) = plancli.parse(HEADED.format(first=first, second=second).encode()).plans
    assert [(task.number, task.title, task.section_path, task.extra["目标要求"]) for task in plan.tasks] == [
        ("1", "新建社区托位", ("扩大供给",), "新增托位二百四十个"),
        ("2", "改造活动室", ("扩大供给",), "改造活动室9间"),
        ("3", "培训保育员", ("提升质量",), "培训90人次"),
        ("4", "评估托育机构", ("提升质量",), "评估机构十六家并公示"),
    ]


def test_months_beside_each_other_are_cells_each_or_in_doubt() -> None:
    bulletin = plancli.parse(TWO_TIMES.encode())
    tasks = bulletin.plans[0].tasks
    sure = {each.location.row for each in bulletin.diagnostics if each.code == "row-doubtful" and each.location}
    told = [task.text for task in tasks]
    assert [task.title for task in tasks] == ["建设政务云二期", "推行电子证照互认共享", "上线基层治理一张表"]
    wanted = [
        "启动时间：2月\n完成时间：9月底前",
        "启动时间：3月\n完成时间：6月底前",
        "启动时间：1月\n完成时间：5月底前",
    ]
    assert all(row == want or n + 2 in sure for n, (row, want) in enumerate(zip(told, wanted, strict=True)))


def test_the_header_of_marks_under_months_that_are_unread_is_said() -> None:
    text = "云岭县2031年卫生监测推进表\n序号 监测任务 1-3 月 4-6 月 7-9 月 10-12 月 责任科室\n1 空气质量监\n测\n√ √ 环境卫生科\n2 餐具抽\n检\n√ √ √ √ 学校卫生科\n3 蚊蝇密\n度\n√ 消毒科\n"
    assert "table-text-unread" in {each.code for each in plancli.parse(text.encode()).diagnostics}
