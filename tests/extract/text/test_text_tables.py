"""Tables dumped as text: with tabs, bars, blanks, or one cell a line; and prose, which is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plancli
from plancli.clean.tables_over_pages import join_cell_lines, join_tables
from plancli.extract.text.tables import find_text_tables
from plancli.extract.text.tables.lexers import blanks
from plancli.extract.text.tables.reading import may_begin
from plancli.language.headers import lexicon_of
from plancli.model.settings import Settings
from plancli.model.source import Block, Line, Paragraph, Table
from plancli.segment.tables import read_table
from tests.table_drawing import told


def lines(text: str) -> list[Block]:
    return [Line(line, number=n) for n, line in enumerate(text.split("\n"), 1)]


def tables_of(text: str) -> list[Table]:
    blocks: list[Block] = []
    for block in find_text_tables(lines(text)):
        if isinstance(block, Table):
            for cell in block.cells():
                join_cell_lines(cell)
        blocks.append(Paragraph(block.text, [block], [0]) if isinstance(block, Line) else block)
    return [block for block in join_tables(blocks) if isinstance(block, Table)]


def tasks(text: str) -> list[list[str]]:
    return [told(read_table(table, settings=Settings())) for table in tables_of(text)]


def rest(text: str) -> list[str]:
    return [block.text for block in find_text_tables(lines(text)) if isinstance(block, Line) and block.text.strip()]


STACKED = {
    "no blank lines, cells of several lines": (
        "序号\n工作任务\n责任部门\n完成时限\n1\n修订考勤制度\n办公室\n3月底前\n2\n组织全员培训，提升能力\n人事科、\n工会\n4月：启动；\n5月：培训。\n3\n开展安全检查\n安全科\n每季度",
        ["1 修订考勤制度 3月底前 +办公室", "2 组织全员培训，提升能力 4月：启动；/5月：培训。 +人事科、/工会", "3 开展安全检查 每季度 +安全科"],
    ),
    "bars of their own lines between cells, none behind the last": (
        "序号\n|\n工作任务\n|\n责任单位\n|\n完成时限\n|\n1\n|\n修缮校舍\n|\n教育局\n|\n3月底前\n|\n2\n|\n组织回访\n|\n民政局\n|\n6月底前\n以上任务请抓好落实。",
        ["1 修缮校舍 3月底前 +教育局", "2 组织回访 6月底前 +民政局"],
    ),
    "blank lines between all cells": (
        "序号\n\n重点任务\n\n牵头单位\n\n配合单位\n\n完成时间\n\n1\n\n建设停车场\n\n城管局\n\n公安局、住建局\n\n10月底\n\n2\n\n整治占道经营\n\n城管局\n\n各街道\n\n持续推进\n\n以上任务请抓好落实。",
        ["1 建设停车场 10月底 +L城管局 +S公安局、住建局", "2 整治占道经营 持续推进 +L城管局 +S各街道"],
    ),
    "blank lines between all cells, two bodies in the last row": (
        "序号\n\n民生实事\n\n责任单位\n\n完成时限\n\n1\n\n建设公园。\n\n水务局\n\n住建局\n\n12月底前\n\n2\n\n迁建大厅。\n\n政务中心\n\n代建中心\n\n9月投用\n\n分享到:",
        ["1 建设公园。 12月底前 +水务局/住建局", "2 迁建大厅。 9月投用 +政务中心/代建中心"],
    ),
    "blank lines between all lines, those of broken cells and header words too": (
        "序号\n\n任务\n\n名称\n\n检查对象\n\n范围\n\n检查时间自\n\n检查时间至\n\n检查\n\n科室\n\n1\n\n食品生产检查\n\n获证食品\n\n生产企业\n\n2031/3/1\n\n2031/5/31\n\n食品科、\n\n执法大队\n\n"
        "2\n\n加油机检查\n\n全县加油站\n\n2031/6/1\n\n2031/8/31\n\n计量科\n\n3\n\n特种设备检查\n\n电梯、锅炉\n\n使用单位\n\n2031/9/1\n\n2031/11/30\n\n特设科\n\n",
        [
            f"{n} {title} 检查时间自：2031/{a}/检查时间至：2031/{b} +{who} #检查对象范围={of}"
            for n, title, a, b, who, of in (
                (1, "食品生产检查", "3/1", "5/31", "食品科、/执法大队", "获证食品\n生产企业"),
                (2, "加油机检查", "6/1", "8/31", "计量科", "全县加油站"),
                (3, "特种设备检查", "9/1", "11/30", "特设科", "电梯、锅炉\n使用单位"),
            )
        ],
    ),
    "blank lines between rows, some within cells": (
        "序号\n工作任务\n责任部门\n节点计划\n\n1\n修路\n交通局\n一季度：勘察；\n\n二季度：施工。\n\n2\n造桥\n交通局\n全年\n\n3\n通航\n港航局\n9月",
        ["1 修路 一季度：勘察；/二季度：施工。 +交通局", "2 造桥 全年 +交通局", "3 通航 9月 +港航局"],
    ),
    "cells marked by a tab": (
        "\t序号\n\t工作任务\n\t责任部门\n\t节点计划\n\n\t1\n\t巡查校园\n\t安全科、\n保卫处\n\t每周一：巡查；\n月底通报。\n\n\t2\n\t举办论坛\n\t科研处\n\t结合校庆开展。\n\n落款",
        ["1 巡查校园 每周一：巡查；/月底通报。 +安全科、/保卫处", "2 举办论坛 结合校庆开展。 +科研处"],
    ),
    "empty cells left out": (
        "序号\n工作任务\n责任科室\n完成时限\n备注\n1\n汇编资料\n档案科\n6月\n2\n更新网站\n信息科\n7月\n区重点\n3\n召开年会\n办公室\n12月",
        ["1 汇编资料 6月 +档案科", "2 更新网站 7月 +信息科 *区重点", "3 召开年会 12月 +办公室"],
    ),
    "a number left out": (
        "序号\n工作任务\n责任科室\n完成时限\n1\n汇编资料\n档案科\n6月\n3\n更新网站\n信息科\n7月\n4\n召开年会\n办公室\n12月",
        ["1 汇编资料 6月 +档案科", "3 更新网站 7月 +信息科", "4 召开年会 12月 +办公室"],
    ),
    "category said once": (
        "类别\n序号\n工作任务\n责任部门\n时间节点\n\n防汛\n1\n巡堤\n水务站\n6月\n\n2\n备料\n物资科\n5月\n\n抗旱\n3\n调水\n调度科\n8月",
        ["1 巡堤 6月 @防汛 +水务站", "2 备料 5月 @防汛 +物资科", "3 调水 8月 @抗旱 +调度科"],
    ),
    "no number column": (
        "工作任务\n责任单位\n完成时限\n清理河道\n水务站\n6月底前\n加固堤坝\n工程科、水务站\n7月\n植树护坡\n林业站\n3月",
        ["1 清理河道 6月底前 +水务站", "2 加固堤坝 7月 +工程科、水务站", "3 植树护坡 3月 +林业站"],
    ),
    "numbers lost": (
        "序号\n工作任务\n责任单位\n完成时限\n清理河道\n水务站\n6月底前\n加固堤坝\n工程科\n7月\n植树护坡\n林业站\n3月",
        ["1 清理河道 6月底前 +水务站", "2 加固堤坝 7月 +工程科", "3 植树护坡 3月 +林业站"],
    ),
    "two header rows": (
        "序号\n工作任务\n进度安排\n责任科室\n第一季度\n第二季度\n第三季度\n第四季度\n1\n编制规划\n启动\n初稿\n评审\n印发\n规划科\n2\n数据治理\n摸底\n清洗\n入库\n应用\n信息科",
        [
            "1 编制规划 第一季度：启动/第二季度：初稿/第三季度：评审/第四季度：印发 +规划科",
            "2 数据治理 第一季度：摸底/第二季度：清洗/第三季度：入库/第四季度：应用 +信息科",
        ],
    ),
    "bodies on lines of their own, blank lines between all cells": (
        "序号\n\n民生实事\n\n责任单位\n\n完成时限\n\n1\n\n整治北河河段和湿地公园。\n\n县水务局\n\n县住建局\n\n县北河指挥部\n\n12月底前\n\n2\n\n新建两座天桥。\n\n县住建局\n\n9月底前\n\n3\n\n修图书馆。\n\n县文旅局\n\n县代建中心\n\n12月底前",
        [
            "1 整治北河河段和湿地公园。 12月底前 +县水务局/县住建局/县北河指挥部",
            "2 新建两座天桥。 9月底前 +县住建局",
            "3 修图书馆。 12月底前 +县文旅局/县代建中心",
        ],
    ),
    "group rows": (
        "序号\n工作任务\n责任部门\n完成时限\n一、基础建设\n1\n修路\n交通局\n3月\n2\n造桥\n交通局\n4月\n二、生态环保\n3\n巡河\n水务局\n每月",
        ["1 修路 3月 @基础建设 +交通局", "2 造桥 4月 @基础建设 +交通局", "3 巡河 每月 @生态环保 +水务局"],
    ),
    "persons": (
        "序号\n重点工作\n责任领导\n责任科室\n推进计划\n1\n推进课程改革\n周明\n教务科\n一季度：制定方案；\n二季度：组织实施。\n2\n建设实训基地\n吴亮、郑洁\n实训处、后勤处\n6月底前完成采购，9月投用。",
        ["1 推进课程改革 一季度：制定方案；/二季度：组织实施。 !周明 +教务科", "2 建设实训基地 6月底前完成采购，9月投用。 !吴亮、郑洁 +实训处、后勤处"],
    ),
    "calendar": (
        "月份\n工作内容\n责任部门\n一月\n召开年会\n办公室\n慰问职工\n工会\n二月\n节后检查\n安全科",
        ["1 召开年会 一月 +办公室", "2 慰问职工 一月 +工会", "3 节后检查 二月 +安全科"],
    ),
    "calendar with several tasks in a cell": (
        "月份\n工作内容\n负责部门\n\n2月\n1.制定计划\n2.召开例会\n教务处\n\n3月\n1.走访\n2.评比\n3.表彰\n教务处、总务处",
        [
            "1 制定计划 2月 +教务处",
            "2 召开例会 2月 +教务处",
            "3 走访 3月 +教务处、总务处",
            "4 评比 3月 +教务处、总务处",
            "5 表彰 3月 +教务处、总务处",
        ],
    ),
    "numbers that begin anew below each heading": (
        "序号\n工作任务\n责任部门\n完成时限\n一、交通建设\n1\n修路\n交通局\n3月\n2\n造桥\n交通局\n4月\n二、水务建设\n1\n清淤\n水务局\n5月\n2\n护坡\n水务局\n6月",
        ["1 修路 3月 @交通建设 +交通局", "2 造桥 4月 @交通建设 +交通局", "1 清淤 5月 @水务建设 +水务局", "2 护坡 6月 @水务建设 +水务局"],
    ),
    "header said again on each page": (
        "序号\n工作任务\n责任部门\n完成时限\n1\n修路\n交通局\n3月\n— 1 —\n序号\n工作任务\n责任部门\n完成时限\n2\n造桥\n交通局\n4月\n— 2 —",
        ["1 修路 3月 +交通局", "2 造桥 4月 +交通局"],
    ),
}  # fmt: skip

DELIMITED = {
    "columns of blanks over pages, a number one blank before its text": (
        "序号      工作任务            责任单位      完成时限\n 1    修订清单并公布施行       综合科        6月底\n 2    建立举报奖励的制度       执法队        9月底\n\n        —1—\n"
        "序号      工作任务            责任单位      完成时限\n 3 开展拉网式的排查整治       工程科        11月\n",
        ["1 修订清单并公布施行 6月底 +综合科", "2 建立举报奖励的制度 9月底 +执法队", "3 开展拉网式的排查整治 11月 +工程科"],
    ),
    "a cell a line, each closed by a bar, with a rule below the header": (
        "日 期 |\n星 期 |\n学 校 行 事 纪 要 |\n备 注 |\n---|---|---|---|\n8月30日 |\n五 |\n新生始业 |\n1~6年级正式上课【2~6年级有课后照顾】 |\n"
        "9月2日~9月6日 |\n一~五 |\n友善校园周 |\n防溺水、防火、防震、品德教育宣导 |\n9月17日 |\n二 |\n中秋晚会 |\n|\n扫一扫分享",
        [
            "1 新生始业 8月30日 *1~6年级正式上课【2~6年级有课后照顾】 #星期=五",
            "2 友善校园周 9月2日~9月6日 *防溺水、防火、防震、品德教育宣导 #星期=一~五",
            "3 中秋晚会 9月17日 #星期=二",
        ],
    ),
    "merged cells repeated, an empty one empty": (
        "| 序号 | 反馈问题 | 整改措施 | 整改时限 | 责任领导 |\n| --- | --- | --- | --- | --- |\n| 1 | 后备不足 | 储备干部 | 10月 | 何静 |\n"
        "| 1 | 后备不足 | 落实制度 | 年底前 |  |",
        ["1 储备干部 10月 !何静 #反馈问题=后备不足", "1 落实制度 年底前 #反馈问题=后备不足"],
    ),
    "tabs, header on each page, two header rows": (
        "序号\t任务\t进度要求\t\t责任科室\n\t\t上半年\t下半年\t\n1\t修路\t勘察\t施工\t交通科\n\n序号\t任务\t进度要求\t\t责任科室\n\t\t上半年\t下半年\t\n2\t造桥\t设计\t\t交通科",
        ["1 修路 上半年：勘察/下半年：施工 +交通科", "2 造桥 上半年：设计 +交通科"],
    ),
    "tabs, cells broken over lines": (
        "序号\t工作任务\t责任部门\t节点计划\n1\t修订制度\t办公室\t3月：起草；\n5月：印发。\n2\t组织培训\t人事科、\n工会\t4月\n3\t检查\t安全科\t全年\n结尾段落。",
        ["1 修订制度 3月：起草；/5月：印发。 +办公室", "2 组织培训 4月 +人事科、/工会", "3 检查 全年 +安全科"],
    ),
    "tabs, group rows and a total": (
        "序号\t工作任务\t责任部门\t时限\n一、综合工作\n1\t修订制度\t办公室\t3月\n二、业务工作\n2\t检查\t安全科\t4月\n合计\t2项",
        ["1 修订制度 3月 @综合工作 +办公室", "2 检查 4月 @业务工作 +安全科"],
    ),
    "tabs, cells merged over rows": (
        "类别\t序号\t任务\t责任单位\t时限\n党建\t1\t学习\t办公室\t3月\n\t2\t培训\t\t4月\n业务\t3\t检查\t业务科\t5月\n\n类别\t序号\t任务\t责任单位\t时限\n\t4\t整改\t业务科\t6月",
        ["1 学习 3月 @党建 +办公室", "2 培训 4月 @党建 +办公室", "3 检查 5月 @业务 +业务科", "4 整改 6月 @业务 +业务科"],
    ),
    "Markdown": (
        "| 序号 | 任务 | 责任单位 | 时限 |\n|---|:---:|---|---|\n| 1 | 修桥 | 交通局 | 9月 |\n| 2 | 补路 | 交通局 | |",
        ["1 修桥 9月 +交通局", "2 补路 +交通局"],
    ),
    "bars, heading rows of one cell, a header of two rows": (
        "| 序号 | 任务 | 责任分工 |  | 时限 |\n|  |  | 牵头单位 | 配合单位 |  |\n| 一、交通 |\n| 1 | 修桥 | 交通局 | 水务局 | 9月 |\n| 收尾阶段 |\n| 2 | 补路 | 交通局 | | 8月 |",
        ["1 修桥 9月 @交通 +L交通局 +S水务局", "2 补路 8月 @收尾阶段 +L交通局"],
    ),
    "bars between cells alone, the first cell merged over rows": (
        "类别 | 序号 | 任务 | 责任单位 | 时限 |\n交通 | 1 | 修桥 | 交通局 | 9月 |\n | 2 | 补路 | 养护站 | 8月 |\n水务 | 3 | 清淤 | 水务局 | 7月 |",
        ["1 修桥 9月 @交通 +交通局", "2 补路 8月 @交通 +养护站", "3 清淤 7月 @水务 +水务局"],
    ),
    "bars between cells alone, an empty field below the first, headings between": (
        "序号 | 任务 | 进度安排 |  | 责任单位\n |  | 上半年 | 下半年 | \n筹备阶段\n1 | 修桥 | 勘察 | 施工 | 交通局\n二、交通\n（一）公路\n2 | 补路 | — | 完工 | 养护站",
        ["1 修桥 上半年：勘察/下半年：施工 @筹备阶段 +交通局", "2 补路 下半年：完工 @交通>公路 +养护站"],
    ),
    "box drawing": (
        "┌──┬────┬────┐\n│序号│工作任务│责任部门│\n├──┼────┼────┤\n│1 │修订考勤│办公室、│\n│  │制度    │人事科  │\n├──┼────┼────┤\n│2 │检查    │安全科  │\n└──┴────┴────┘",
        ["1 修订考勤制度 +办公室、人事科", "2 检查 +安全科"],
    ),
    "box drawing, most lines in the longest cell alone": (
        "┌──┬────┬────┬────┐\n│序号│工作任务│责任部门│时间安排│\n├──┼────┼────┼────┤\n│1 │修订制度│人事科　│3月：起 │\n│　│　　　　│　　　　│草，征求│\n│　│　　　　│　　　　│意见；5 │\n│　│　　　　│　　　　│月：印发│\n├──┼────┼────┼────┤\n│2 │检查　　│安全科　│4月　　 │\n└──┴────┴────┴────┘",
        ["1 修订制度 3月：起草，征求意见；5月：印发 +人事科", "2 检查 4月 +安全科"],
    ),
    "bars between cells alone, measures beside tasks, without numbers": (
        "任务名称 | 工作举措 | 承办单位 | 时间安排 | 备注\n修桥 | 勘察地形，编制方案 | 交通局 | 5月 | \n清淤。 | 疏浚河道。 | 水务局 |  | 续建\n植树 | 整地 | 林业局 | 3月 | ",
        ["1 修桥 5月 +交通局 #工作举措=勘察地形，编制方案", "2 清淤。 +水务局 *续建 #工作举措=疏浚河道。", "3 植树 3月 +林业局 #工作举措=整地"],
    ),
    "Markdown, a category written once": (
        "| 序号 | 项目类别 | 工作任务 | 时限 | 责任单位 |\n|---|---|---|---|---|\n| 1 | 交通建设 | 修桥补路 | 9月 | 交通局 |\n| 2 |  | 铺设便道 | 全年 | 养护站 |\n| 3 | 水务建设 | 清淤 | 6月 | 水务局 |",
        ["1 修桥补路 9月 @交通建设 +交通局", "2 铺设便道 全年 @交通建设 +养护站", "3 清淤 6月 @水务建设 +水务局"],
    ),
    "columns apart by blanks": (
        "序号    工作任务          责任部门      完成时限\n1       修桥补路          交通局        9月底前\n2       清淤疏浚，改善    水务局、      10月：开工\n        水质              住建局        12月：完工\n3       植树造林          林业局        3月\n正文。",
        ["1 修桥补路 9月底前 +交通局", "2 清淤疏浚，改善水质 10月：开工/12月：完工 +水务局、住建局", "3 植树造林 3月 +林业局"],
    ),
}  # fmt: skip

PROSE = [
    "一、工作目标\n全面推进各项工作。\n二、主要任务\n1. 加强组织领导。责任部门：办公室。\n2. 强化检查。完成时限：6月。",
    "工作目标\n主要任务\n工作措施\n坚持党建引领，推动各项事业发展。",
    "责任单位：教育局\n完成时限：6月底\n责任人：张三",
    "1. 修路    2. 造桥\n3. 植树    4. 清淤",
    "各镇街\t各部门：\n\t为做好今年工作，现通知如下。\n\t一、提高认识",
    "名称  数量\n甲  一\n乙  二",
    "序号\n说明如下。\n一是加强领导。",
]


def test_a_cell_a_line_whose_numbers_stand_a_row_apart() -> None:
    text = "序号\n任务\n责任单位\n1月\n2月\n3月\n备注\n1\n修桥\n交通局\n—\n勘察地形\n—\n新增\n2\n清淤\n水务局\n2月底前疏浚\n—\n—\n—\n"
    assert tasks(text) == [["1 修桥 2月：勘察地形 +交通局 *新增", "2 清淤 1月：2月底前疏浚 +水务局"]]


@pytest.mark.parametrize("width", [10, 12, 15])
def test_cells_of_a_line_each_that_one_width_has_broken(width: int) -> None:
    said = [("修缮城北片区历史文化街区临街店铺门头，保留原有风貌", "县文旅局、县卫生健康局、县总工会"), ("新建环湖绿道驿站三处并配齐无障碍设施、直饮水点", "县园林局"), ("编印方言词典", "县档案馆、县图书馆")]  # fmt: skip
    cells = [text for n, (task, body) in enumerate(said, 1) for text in (str(n), task, body, f"{n + 4}月底前")]
    broken = [cell[k : k + width] for cell in cells for k in range(0, len(cell), width)]
    read = tasks("\n".join(["松岭县2030年工作任务表", "序号", "工作任务", "责任单位", "完成时限", *broken]))
    assert read == [[f"{n} {task} {n + 4}月底前 +{body}" for n, (task, body) in enumerate(said, 1)]]


def test_remarks_at_the_end_of_rows_whose_category_is_missing() -> None:
    """What stands between a time and a number may be either; where both stand there, it is told which is which."""
    rows = [("交通", "改造公交站亭", "续建"), ("", "更新慢行标识", "续建"), ("水务", "疏浚内河航道", "新开"), ("", "改造雨污管网", "新开"), ("园林", "补植行道树木", "续建"), ("", "增设口袋公园", "新开")]  # fmt: skip
    cells = ["类别", "序号", "工作任务", "责任单位", "完成时限", "备注"]
    for n, (category, task, remark) in enumerate(rows, 1):
        cells += [*filter(None, [category]), str(n), task, "市建设局", f"{n}月底前", remark]
    (read,) = tasks("\n".join(["松岭市2030年工作任务表", *cells]))
    names = [category or rows[n - 1][0] for n, (category, *_) in enumerate(rows)]
    assert read == [f"{n} {rows[n - 1][1]} {n}月底前 @{names[n - 1]} +市建设局 *{rows[n - 1][2]}" for n in range(1, 7)]


def test_a_note_in_the_last_of_closed_cells() -> None:
    cells = ["月份", "活动主题", "活动内容", "责任人", "3月", "植绿护绿", "认养古树", "吴文博", "5月", "书香之家", "漂流图书", "郑晓岚", "9月", "明礼守信", "评选标兵", "吴文博", "注：时间以通知为准。"]  # fmt: skip
    plan = plancli.parse("\n|\n".join(["松岭小学2030年德育活动计划表", *cells, ""]).encode()).plans[0]
    assert [(task.title, task.text) for task in plan.tasks] == [
        ("植绿护绿", "3月"),
        ("书香之家", "5月"),
        ("明礼守信", "9月"),
    ]
    assert {task.extra["活动内容"] for task in plan.tasks} == {"认养古树", "漂流图书", "评选标兵"}


def test_rules_below_the_headers_of_several_tables_are_no_rules_between_rows() -> None:
    headers = ("任务 | 责任单位 | 时限", "工作事项 | 责任部门 | 完成时限", "项目名称 | 承办单位 | 完成时间")
    rows = "|---|---|---|\n| 修桥 | 交通局 | 5月 |\n| 清淤 | 水务局 | 6月 |\n"
    text = "\n云岭县2025年重点任务清单\n".join(f"| {header} |\n{rows}" for header in headers)
    assert tasks(text) == [["1 修桥 5月 +交通局", "2 清淤 6月 +水务局"]] * 3


@pytest.mark.parametrize("name", STACKED)
def test_one_cell_a_line(name: str) -> None:
    text, expected = STACKED[name]
    assert tasks("云溪区任务表\n\n" + text + "\n\n正文从这里继续，与表格无关。") == [expected]


@pytest.mark.parametrize("name", DELIMITED)
def test_one_row_a_line(name: str) -> None:
    text, expected = DELIMITED[name]
    assert tasks("云溪区任务表\n" + text + "\n\n正文从这里继续，与表格无关。") == [expected]


@pytest.mark.parametrize("name", [*STACKED, *DELIMITED])
def test_text_around_a_table_stays_text(name: str) -> None:
    text, _ = {**STACKED, **DELIMITED}[name]
    around = rest("云溪区任务表\n\n" + text + "\n\n正文从这里继续，与表格无关。")
    assert around[0] == "云溪区任务表"
    assert around[-1] == "正文从这里继续，与表格无关。"


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_no_table(text: str) -> None:
    assert tables_of(text) == []


BROKEN = {
    "the second of two names, and a word that ends like a body": (
        "序号\n工作任务\n完成时间\n责任单位\n1\n建设照料中心，新增床\n位\n9月底前\n民政局、柳溪街\n道办事处\n2\n整治占道，惠及全\n部街道\n全年\n城管局、自然\n资源局、各镇\n",
        [
            "1 建设照料中心，新增床位 9月底前 +民政局、柳溪街/道办事处",
            "2 整治占道，惠及全部街道 全年 +城管局、自然资源局、各镇",
        ],
    ),
    "an hour below its day": (
        "活动项目\n地点\n时间\n免费讲座\n三楼多功能厅\n5月28日\n下午3:00-5:00\n少儿表演\n一楼大厅\n5月29日\n9:30\n",
        ["1 免费讲座 5月28日/下午3:00-5:00 #地点=三楼多功能厅", "2 少儿表演 5月29日/9:30 #地点=一楼大厅"],
    ),
    "words of which any may be empty below, beside each other": (
        "序号\n\n检查事项\n\n检查时间\n\n抽查比例\n\n抽查频次\n\n是否联合检查\n\n备注\n\n1\n\n出库检查\n\n视出库时间确定\n\n不低于5%\n\n至少1次\n\n2\n\n春季普查\n\n3月-6月\n\n\n至少1次\n\n3\n\n库存检查\n\n待定\n\n\n至少2次\n\n",
        ["1 出库检查 视出库时间确定", "2 春季普查 3月-6月", "3 库存检查 待定"],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_cells_of_a_line_each_that_lines_break(name: str) -> None:
    text, expected = BROKEN[name]
    (told_rows,) = tasks("云溪区任务表\n" + text)
    assert [row.split(" #")[0] for row in told_rows] == [row.split(" #")[0] for row in expected]


HALVES = """序号\t工程名称\t进度安排\t\t\t\t责任分工\t
\t\t上半年\t\t下半年\t\t主办\t协办
\t\t一季度\t二季度\t三季度\t四季度\t\t
1\t加固水库\t勘察\t设计\t施工\t验收\t水利局\t财政局
2\t清淤河道\t/\t测量\t招标\t施工\t水利局\t柳溪镇"""


@pytest.mark.parametrize("drawn", [HALVES, "\n".join(f"| {row} |" for row in HALVES.replace("\t", " | ").split("\n"))])
def test_times_over_finer_times(drawn: str) -> None:
    assert tasks(f"云溪县推进表\n{drawn}\n") == [
        [
            "1 加固水库 一季度：勘察/二季度：设计/三季度：施工/四季度：验收 +L水利局 +S财政局",
            "2 清淤河道 二季度：测量/三季度：招标/四季度：施工 +L水利局 +S柳溪镇",
        ]
    ]


def test_asterisks_that_keep_names_back_are_neither_marks_nor_bold_type() -> None:
    text = "| 编号 | 检查任务 | 类型 | 牵头单位 | 检查时间 |\n| ****001 | 油烟检查 | 定向 | **县生态**分局 | 3月 |\n| ****002 | 校车检查 | 定向 | ****教育局 | 4月 |"
    assert tasks(f"**县检查计划表\n{text}") == [
        ["1 油烟检查 3月 @定向 +L**县生态**分局", "2 校车检查 4月 @定向 +L****教育局"]
    ]


def test_a_category_missing_in_closed_cells_is_no_other_cell() -> None:
    rows = "征集\n|\n2031.10.24\n|\n成立小组，拟定方案。\n|\n2031.11.1\n|\n全体教师拟题。\n|\n2031.11.2\n|\n组织审题。\n|\n2031.11.3-11.9\n|\n确定题目。\n|\n"
    assert tasks(f"工作步骤\n阶段\n|\n时间\n|\n工作内容\n|\n{rows}") == [
        [
            "1 成立小组，拟定方案。 2031.10.24 @征集",
            "2 全体教师拟题。 2031.11.1 @征集",
            "3 组织审题。 2031.11.2 @征集",
            "4 确定题目。 2031.11.3-11.9 @征集",
        ]
    ]


CARDS = [
    ("项目名称", "改造泵站"),
    ("责任单位", "水利站、财政所"),
    ("建设内容", "更换机组"),
    ("完成时限", "9月底"),
    ("", ""),
    ("项目名称", "清淤河道"),
    ("责任单位", "柳溪村"),
    ("完成时限", "10月底"),
    ("备注", "分段实施"),
]


@pytest.mark.parametrize("pair", ["{}\t{}", "| {} | {} |", "{} | {} |", "{}　　{}", "{}   {}", "{} {}"])
@pytest.mark.parametrize("title", ["云溪区重点任务卡", "云溪区2031年民生实事"])
def test_cards_one_below_the_other(pair: str, title: str) -> None:
    text = "\n".join(pair.format(*field) if field[0] else "" for field in CARDS)
    assert tasks(f"{title}\n{text}\n\n正文从这里继续。") == [
        ["1 改造泵站 9月底 +水利站、财政所 #建设内容=更换机组", "2 清淤河道 10月底 +柳溪村 *分段实施"]
    ]
    assert rest(f"{title}\n{text}\n\n正文从这里继续。") == [title, "正文从这里继续。"]


@pytest.mark.parametrize("between", ["\t", " | ", "    "])
def test_cards_with_several_fields_a_line(between: str) -> None:
    cards = [
        ("序号", str(number), "项目名称", what, "责任单位", who, "配合单位", "财政所", "完成时限", when)
        for number, what, who, when in ((1, "改造泵站", "水利站", "9月底"), (2, "清淤河道", "柳溪村", "10月底"))
    ]
    lines = [between.join(line) for card in cards for line in (card[:4], card[4:8], card[8:])]
    assert tasks("云溪区重点任务卡\n" + "\n".join(lines)) == [
        ["1 改造泵站 9月底 +水利站 +S财政所", "2 清淤河道 10月底 +柳溪村 +S财政所"]
    ]


def test_pairs_that_are_no_cards() -> None:
    """Contacts, and a table of two columns."""
    assert tables_of("联系人 王强\n电话 12345\n地址 云溪路\n联系人 李明\n电话 23456\n地址 柳溪路") == []
    assert tables_of("联系人\t王强\n电话\t12345\n地址\t云溪路\n联系人\t李明\n电话\t23456\n地址\t柳溪路") == []
    assert tasks("项目名称\t责任单位\n改造泵站\t水利站\n清淤河道\t柳溪村") == [
        ["1 改造泵站 +水利站", "2 清淤河道 +柳溪村"]
    ]


SINGLE = {
    "bare": "{0}\n{1}\n{2}\n{3}\n",
    "bars": "| {0} |\n| {1} |\n| {2} |\n| {3} |\n| 注：本表由综合科解释。 |\n",
    "drawn": "┌───┐\n│ {0} │\n├───┤\n│ {1} │\n├───┤\n│ {2} │\n├───┤\n│ {3} │\n└───┘\n",
    "blank lines": "{0}\n\n{1}\n\n{2}\n\n{3}\n",
}


@pytest.mark.parametrize("word", ["工作任务", "项目名称", "工作内容"])
@pytest.mark.parametrize("name", SINGLE)
def test_a_list_beneath_one_word(name: str, word: str) -> None:
    text = "云溪区2031年任务清单\n" + SINGLE[name].format(word, "修缮泵站，清淤河道。", "组织防汛演练", "加大巡查力度")
    assert tasks(text) == [["1 修缮泵站，清淤河道。", "2 组织防汛演练", "3 加大巡查力度"]]


def test_headings_go_across_a_list_beneath_one_word() -> None:
    text = "云溪区任务分解表\n工作任务\n一、防汛\n修缮泵站。\n清淤河道。\n二、抗旱\n开挖水井。\n\n正文从这里继续。"
    assert tasks(text) == [["1 修缮泵站。 @防汛", "2 清淤河道。 @防汛", "3 开挖水井。 @抗旱"]]
    assert rest(text)[-1] == "正文从这里继续。"


@pytest.mark.parametrize(
    "text",
    [
        "云溪区2031年工作要点\n主要任务\n修缮泵站。\n清淤河道。\n开挖水井。",  # a heading of an outline
        "云溪区任务清单\n工作任务\n1.修缮泵站。\n2.清淤河道。\n3.开挖水井。",
        "云溪区任务清单\n重点任务\n今年汛期来得早。要及早修缮泵站。\n清淤河道。\n开挖水井。",
    ],
)
def test_a_word_above_other_lines_heads_no_list(text: str) -> None:
    assert tables_of(text) == []


def test_what_closes_a_text_is_no_row() -> None:
    text, expected = STACKED["no number column"]
    closing = "特此通知。\n云溪区水务局\n2031年3月5日"
    assert tasks(f"{text}\n\n{closing}") == [expected]
    assert rest(f"{text}\n\n{closing}") == closing.split("\n")


def test_two_lists_are_two_tables() -> None:
    head = "序号\n工作任务\n责任部门\n完成时限\n"
    other = "序号\n重点工作\n牵头单位\n完成时间\n"
    text = (
        f"附件1\n甲清单\n{head}1\n修路\n交通局\n3月\n2\n造桥\n交通局\n4月\n附件2\n乙清单\n{other}1\n巡河\n水务局\n5月"
    )
    assert tasks(text) == [["1 修路 3月 +交通局", "2 造桥 4月 +交通局"], ["1 巡河 5月 +L水务局"]]
    assert rest(text) == ["附件1", "甲清单", "附件2", "乙清单"]


def test_tables_are_numbered_through_the_file() -> None:
    text = "序号\t任务\t单位\n1\t修路\t交通局\n\n乙表\n\n序号\t任务\t单位\n1\t巡河\t水务局"
    assert [table.number for table in tables_of(text)] == [1, 2]


ANY_LINE = st.text(alphabet="序号工作任务责任部门完成时限1２一、月季度第。；\t |　 -─│教育局", max_size=14)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(ANY_LINE | st.sampled_from(["序号", "工作任务", "责任部门", "完成时限", "1", "2", ""]), max_size=25))
def test_no_character_is_lost_on_any_text(texts: list[str]) -> None:
    found = find_text_tables(lines("\n".join(texts)))
    kept = []
    for block in found:
        if isinstance(block, Table):
            kept += [line.text for cell in block.cells() for line in cell.lines] + [text for _, text in block.dropped]
        elif isinstance(block, Line):
            kept.append(block.text)
    assert sorted("".join("".join(kept).split())) == sorted("".join("".join(texts).split()))


@pytest.mark.parametrize("label", ["0.", "0、", "00．", "（0）", "(00)"])
def test_an_item_numbered_nought_is_read_like_any_other(label: str) -> None:
    """A count that begins at nought is rare and valid; it is no sign that the label is a circled number."""
    (table,) = tables_of(f"序号\t工作任务\t责任单位\n1\t{label}清点库房\t总务处\n2\t盘点账目\t财务处")
    assert [cell.text for cell in table.cells() if "清点" in cell.text] == [f"{label}清点库房"]


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_most_lines_between_bars_may_show_one_cell(columns: int) -> None:
    """Where a month is merged over its tasks, what is empty is written, too."""
    rows = [["月份", "工作任务", "责任单位", "备注"]]
    for month, *tasks in (
        ("1月", "整治河道", "修缮石板街", "补植行道树"),
        ("2月", "检修路灯", "清理广告", "疏通下水道"),
    ):
        rows += [[month if n == 0 else "", task, "", ""] for n, task in enumerate(tasks)]
    text = "松岭市2030年工作月历\n" + "".join(f"| {' | '.join(row[:columns])} |\n" for row in rows)
    assert [task.title for task in plancli.parse(text.encode()).plans[0].tasks] == [row[1] for row in rows[1:]]


@pytest.mark.parametrize(
    ("line", "begins"), [("1\t修路\t县交通局", True), ("1 修路 县交通局", True), ("12\t修路", False)]
)
def test_a_number_and_two_cells_at_least_may_begin_a_table(line: str, begins: bool) -> None:
    assert may_begin([Line(line)], 0, lexicon_of({})) is begins


@pytest.mark.parametrize(
    ("between", "goes_on"),
    [
        ([], True),
        (["一、道路"], True),
        (["一、道路", ""], True),
        (["一、道路", "", ""], False),
        (["修路"], False),
        (["一、道路", "修路 交通局"], False),
    ],
)
def test_rows_of_blanks_go_on_behind_a_heading_between_blank_lines(between: list[str], goes_on: bool) -> None:
    head, row = ["序号 任务 科室", "1 修路 县交通局", ""], "2 修桥 县住建局"
    dump = blanks([Line(text) for text in [*head, *between, row]], 0)
    assert dump is not None
    assert any("修桥" in token.text for token in dump.tokens) is goes_on


@pytest.mark.parametrize("lines", [["道路"], ["道路", "和桥梁"], ["道路", "和桥梁", "及涵洞"]])
def test_a_merged_cell_of_several_lines_is_repeated_in_a_box(lines: list[str]) -> None:
    rule = "+----+------+----------+--------+"
    rows = [
        ["序号", "工作任务", "责任单位", "完成时限"],
        ["1", "修路", "县交通局", "5月底前"],
        ["2", "修桥", "县住建局", "6月底前"],
    ]
    head, *others = [f"| {' | '.join(row)} |\n{rule}" for row in rows]
    merged = "\n".join(f"| {' | '.join([line] * 4)} |" for line in lines)
    text = "\n".join(["松岭市2030年工作任务表", rule, head, merged, rule, *others, ""])
    found = [(task.title, list(task.section_path)) for task in plancli.parse(text.encode()).plans[0].tasks]
    assert found == [("修路", ["".join(lines)]), ("修桥", ["".join(lines)])]
