"""Columns apart by blanks: cells that their widths break, blanks that keep no columns, blank lines between rows."""

from __future__ import annotations

import pytest

import plancli
from tests.extract.text.test_text_tables import tasks

TITLE = "松岭市2030年工作任务表\n"
BROKEN = {
    "in the middle and at the end of a row": (
        """
序号   工作任务             责任单位             完成时限
1      更新老城区公交车辆   市交通运输局、市城   6月底前
       三十台               市管理局
2      疏通地下管网         市水务局、市应急管   9月底前
                            理局
3      设置智慧停车泊位     市公安局             全年
""",
        ["1 更新老城区公交车辆三十台 6月底前 +市交通运输局、市城市管理局", "2 疏通地下管网 9月底前 +市水务局、市应急管理局", "3 设置智慧停车泊位 全年 +市公安局"],
    ),
    "before a sign that closes": (
        """
序号   工作任务             完成时限   责任单位
1      更新老城区公交车辆   6月底前    市交通局、各镇（街道
                                       ）
2      疏通地下管网         9月底前    市水务局
3      设置智慧停车泊位     全年       市公安局
""",
        ["1 更新老城区公交车辆 6月底前 +市交通局、各镇（街道）", "2 疏通地下管网 9月底前 +市水务局", "3 设置智慧停车泊位 全年 +市公安局"],
    ),
    "in the first column, where nothing is numbered": (
        """
工作任务             责任单位         完成时限
更新老城区公交车辆   市交通运输局     6月底前
三十台
疏通老城区地下管网   市水务局         9月底前
，消除积水点
设置智慧停车泊位     市公安局         全年
""",
        ["1 更新老城区公交车辆三十台 6月底前 +市交通运输局", "2 疏通老城区地下管网，消除积水点 9月底前 +市水务局", "3 设置智慧停车泊位 全年 +市公安局"],
    ),
    "beside rows of merged cells": (
        """
板块       周次     日期           主要工作             负责部门
教学       第一周   9月1日-5日     检查各年级备课笔记   教务处、各年级
                                   和作业               组
           第二周   9月8日-12日    举办青年教师汇报课
德育       第三周   9月15日-19日   培训升旗手           政教处
""",
        ["1 检查各年级备课笔记和作业 9月1日-5日 @教学 +教务处、各年级组 #周次=第一周", "2 举办青年教师汇报课 9月8日-12日 @教学 #周次=第二周", "3 培训升旗手 9月15日-19日 @德育 +政教处 #周次=第三周"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_cells_that_their_columns_break(name: str) -> None:
    drawn, expected = BROKEN[name]
    assert tasks(TITLE + drawn) == [expected]


@pytest.mark.parametrize("gap", ["  ", "   ", "\u3000\u3000"])
def test_the_same_blanks_between_all_cells_keep_no_columns(gap: str) -> None:
    quarters = [("备料", "进场施工", "设备安装调试", "验收"), ("办理施工许可", "备料", "验收", "投用"), ("验收", "投用", "备料", "办理许可")]  # fmt: skip
    rows = [["项目", "建设内容", "责任单位", "一季度", "二季度", "三季度", "四季度"]]
    for (name, content), months in zip((("北门泵站", "更换机组，加固堤岸"), ("滨江步道", "铺装路面"), ("书画院", "修缮主楼，布设展线，绿化庭院")), quarters, strict=True):  # fmt: skip
        rows.append([name, content, "市水投公司", *months])
    plan = plancli.parse((TITLE + "\n".join(gap.join(row) for row in rows)).encode()).plans[0]
    headers = rows[0][3:]
    assert [task.text for task in plan.tasks] == [
        "\n".join(f"{header}：{month}" for header, month in zip(headers, months, strict=True)) for months in quarters
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_headings_between_rows_and_blank_lines(between: str) -> None:
    rows = ["序号 工作任务 责任单位 完成时限", "一、夯实基础", "1 普查地名标志 区民政局 4月底前", "2 更新区划地图 区档案局 6月底前", "二、优化服务", "3 开设婚俗展厅 区民政局 9月底前", "4 编印便民手册 区司法局 年底前"]  # fmt: skip
    plan = plancli.parse((TITLE + between.join(rows)).encode()).plans[0]
    assert [(task.number, task.section_path) for task in plan.tasks] == [
        ("1", ("夯实基础",)),
        ("2", ("夯实基础",)),
        ("3", ("优化服务",)),
        ("4", ("优化服务",)),
    ]
