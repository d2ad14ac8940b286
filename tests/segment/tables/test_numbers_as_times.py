"""Bare numbers under 年, 月 and 日 are times by the words above them, in sheets and in text of each form."""

from __future__ import annotations

from pathlib import Path

import pytest

import plancli
from plancli.language.headers import unit_of_header
from plancli.language.times import joined_time, with_unit

Days = list[tuple[str, str]]

MONTH_AND_DAY = """云溪小学2026年行事安排
月,日,工作内容,负责人
3,5,走访福利院,李明
3,12,义务植树,王芳
4,2-4,祭扫陵园,李明
,22,读书分享会,赵敏
10,1,升旗仪式,王芳
"""
PARTS_OF_MONTHS = """云溪县总工会2026年活动安排
月份,日期,活动内容,承办部门
3,5-9,女工才艺展示,女工委
4,12、19,健步走,文体部
,下旬,安全知识竞赛,安监部
5,全月,合理化建议征集,生产部
"""
WEEKS = """2026年春季学期工作安排
周次,月份,日期,主要工作,责任处室
1,3,2-6,开学报到,教务处
2,,9-13,常规检查,德育处
3,,30-3,清明祭扫,团委
4,4-5,27-1,家长会,德育处
"""
YEARS = """云溪体育馆建设安排
年,月,日,工作内容,责任单位
2026,3,15,完成初步设计,设计部
2026,12,30,施工图审查,设计部
2027,1,20,主体封顶,工程部
"""
MONTHS_ALONE = """云溪街道2026年工作安排
月份,工作内容,责任科室
1,报送总结,办公室
2,走访慰问,工会
3,义务植树,总务科
"""
NUMBERED = """云溪街道2026年工作安排
序号,月份,日期,工作内容,责任部门
1,3,15,召开动员会,办公室
2,3,28,组织培训,人事科
3,4,10,中期检查,督查室
"""
NOBODY = """云溪中学2026年工作历
月,日,星期,行事
9,1,二,举行开学典礼
,4,五,组织应急疏散演练
10,14-15,三,召开家长会
"""
WEEKS_OF_DAYS = """云溪中学2026年春季工作历
周次,日期,内容
1,3.2—3.8,组织开学报到
2,3.9—3.15,开展安全检查
3,3.16—3.22,举行植树活动
"""
TABLES: dict[str, tuple[str, list[Days]]] = {
    "numbers of weeks beside days, nobody who does it": (
        WEEKS_OF_DAYS,
        [[("2026-03-02", "2026-03-08")], [("2026-03-09", "2026-03-15")], [("2026-03-16", "2026-03-22")]],
    ),
    "nobody who does it": (
        NOBODY,
        [[("2026-09-01", "2026-09-01")], [("2026-09-04", "2026-09-04")], [("2026-10-14", "2026-10-15")]],
    ),
    "a month and a day": (
        MONTH_AND_DAY,
        [[(day, day)] for day in ("2026-03-05", "2026-03-12")]
        + [[("2026-04-02", "2026-04-04")]]
        + [[(day, day)] for day in ("2026-04-22", "2026-10-01")],
    ),
    "several days and parts of months": (
        PARTS_OF_MONTHS,
        [
            [("2026-03-05", "2026-03-09")],
            [("2026-04-12", "2026-04-12"), ("2026-04-19", "2026-04-19")],
            [("2026-04-21", "2026-04-30")],
            [("2026-05-01", "2026-05-31")],
        ],
    ),
    "weeks, and days that end in the next month": (
        WEEKS,
        [
            [("2026-03-02", "2026-03-06")],
            [("2026-03-09", "2026-03-13")],
            [("2026-03-30", "2026-04-03")],
            [("2026-04-27", "2026-05-01")],
        ],
    ),
    "a year before them": (YEARS, [[(day, day)] for day in ("2026-03-15", "2026-12-30", "2027-01-20")]),
    "months alone": (
        MONTHS_ALONE,
        [[("2026-01-01", "2026-01-31")], [("2026-02-01", "2026-02-28")], [("2026-03-01", "2026-03-31")]],
    ),
    "numbers of tasks beside them": (NUMBERED, [[(day, day)] for day in ("2026-03-15", "2026-03-28", "2026-04-10")]),
}


@pytest.mark.parametrize("between", [",", "\t", " | "], ids=["sheet", "tabs", "bars"])
@pytest.mark.parametrize("name", TABLES)
def test_numbers_have_the_unit_that_their_header_names(tmp_path: Path, name: str, between: str) -> None:
    table, days = TABLES[name]
    path = tmp_path / ("plan.csv" if between == "," else "plan.txt")
    path.write_text(table.replace(",", between), "utf-8")
    tasks = [task for plan in plancli.parse(path).plans for task in plan.tasks]
    assert [[(str(node.start), str(node.end)) for node in task.time_nodes] for task in tasks] == days


def test_blanks_part_them_as_well_and_a_title_above_is_none_of_their_words(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    rows = [row.split(",") for row in MONTH_AND_DAY.splitlines()]
    path.write_text("\n".join("    ".join(cell or "  " for cell in row) for row in rows), "utf-8")
    (plan,) = plancli.parse(path).plans
    assert plan.title == "云溪小学2026年行事安排"
    assert [task.time_nodes[0].raw for task in plan.tasks] == ["3月5日", "3月12日", "4月2-4日", "4月22日", "10月1日"]


def test_numbers_under_other_words_and_days_without_a_month_are_no_times(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(
        "云溪镇2026年工作安排\n序号,日期,工作内容,责任部门,场次\n1,5-9,召开动员会,办公室,3\n2,15,组织培训,人事科,4\n",
        "utf-8",
    )
    tasks = [task for plan in plancli.parse(path).plans for task in plan.tasks]
    assert [task.number for task in tasks] == ["1", "2"]
    assert not any(task.time_nodes for task in tasks)


def test_units_and_joined_times() -> None:
    headers = {"月份": "月", "日 期": "日", "月（份）": "月", "年": "年", "序号": "", "完成日期": "", "时间": ""}
    assert {header: unit_of_header(header) for header in headers} == headers
    assert with_unit("12、19", "日") == "12、19日"
    assert [with_unit(text, unit) for text, unit in (("13", "月"), ("32", "日"), ("1.5", "日"), ("8", ""))] == [
        None
    ] * 4
    assert joined_time("12月", "30-3日") == "12月30日-1月3日"
    assert joined_time("2026年", "4月份") == "2026年4月份"
    assert joined_time("4月份", "15日后") == "4月15日后"
    assert [joined_time("4月", text) for text in ("召开会议", "30", "")] == [None] * 3
