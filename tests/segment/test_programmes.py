"""Programmes of days and months in tables as text: days merged over rows, sparse months, rows in single blanks, years told below."""

from __future__ import annotations

from pathlib import Path

import pytest

import plancli

from .test_calendars import Told, day, read, told


def month(number: int, last: int) -> tuple[str, str]:
    return (f"2026-{number:02}-01", f"2026-{number:02}-{last}")


MERGED_DAYS = """全省水文监测技术交流会日程
| 日期 | 时间 | 议程 | 主持单位 |
| 9月3日 | 全天 | 报到 | 会务组 |
| 9月4日 | 8:30-9:00 | 开幕式 | 省水文学会 |
| 9:00-12:00 | 大会报告 | 省水文局 | |
| 9月5日 | 8:30-11:30 | 分组交流 | 各分会 |
2026年9月3日至5日 柳溪
"""
TABBED_DAYS = """青年教师培训班日程安排
本次培训定于2026年7月10日至12日在县委党校举办。
日期\t时间\t课程\t授课单位
7月10日\t8:30-11:30\t新课标解读\t县教师进修学校
\t14:30-17:00\t班级管理\t县实验小学
7月11日\t8:30-11:30\t课堂观察\t县教研室
"""
SPARSE_MONTHS = """2026年社区教育安排表
项目 | 8月 | 9月 | 10月 | 11月 | 12月 |
---|---|---|---|---|---|
市民学堂 | | 秋季班开班 | | | |
亲子阅读 | 第一期 | | | | |
老年摄影 | | | 10月15日前报名 | | |
课程展示 | | | | 线上 | 线下 |
"""
SINGLE_BLANKS = """梅岭县2026年跨部门联合检查计划表
序号 检查类别 检查内容 检查对象 牵头部门 配合部门 检查范围
1 加油站检查 计量器具使用情况 加油站 市场监管部门 商务部门 全县
2 农资经营单位检查 对农资经营单位种子标签的检查 农资经营单位 农业农村部门 市场监管部门 全县
农药经营台账的检查 农药经营单位 农业农村部门 公安部门 全县
3 民宿检查 消防设施完好情况 乡村民宿单位 消防救援机构 文化和旅游部门 城区
从业人员健康证明的检查 各类民宿 卫生健康部门 文化和旅游部门 城区
"""
LONG_WORD = """柳溪县2026年度重大行政决策目录

序号

年度重大行政决策事项

承办单位

1

柳溪县污水治理专项规划

县生态环境局


2

柳溪县学校布局调整方案

县教育局
"""
NAMES_IN_BLANKS = """2026年文化惠民活动安排表
序号 |
活动内容 |
活动时间 |
责任单位 |
1 |
读书节启动仪式 |
4月20日 |
县文旅局 县新华书店 县图书馆 |
2 |
下乡演出 |
5月6日 |
县文化馆 县供电 县电影院 |
"""
TABLES: dict[str, tuple[str, Told]] = {
    "days merged over rows that begin with the hour": (
        MERGED_DAYS,
        [
            ("报到", "会务组", [day("09-03")]),
            ("开幕式", "省水文学会", [day("09-04")]),
            ("大会报告", "省水文局", [day("09-04")]),
            ("分组交流", "各分会", [day("09-05")]),
        ],
    ),
    "days merged over rows that are written empty": (
        TABBED_DAYS,
        [
            ("新课标解读", "县教师进修学校", [day("07-10")]),
            ("班级管理", "县实验小学", [day("07-10")]),
            ("课堂观察", "县教研室", [day("07-11")]),
        ],
    ),
    "one month or two of a row": (
        SPARSE_MONTHS,
        [
            ("市民学堂", "", [month(9, 30)]),
            ("亲子阅读", "", [month(8, 31)]),
            ("老年摄影", "", [month(10, 31), ("", "2026-10-15")]),
            ("课程展示", "", [month(11, 30), month(12, 31)]),
        ],
    ),
    "as many pieces as columns, those of merged cells apart": (
        SINGLE_BLANKS,
        [
            ("计量器具使用情况", "市场监管部门、商务部门", []),
            ("对农资经营单位种子标签的检查", "农业农村部门、市场监管部门", []),
            ("农药经营台账的检查", "农业农村部门、公安部门", []),
            ("消防设施完好情况", "消防救援机构、文化和旅游部门", []),
            ("从业人员健康证明的检查", "卫生健康部门、文化和旅游部门", []),
        ],
    ),
    "a long word whose end alone is known": (
        LONG_WORD,
        [("柳溪县污水治理专项规划", "县生态环境局", []), ("柳溪县学校布局调整方案", "县教育局", [])],
    ),
    "names of a level apart by blanks": (
        NAMES_IN_BLANKS,
        [
            ("读书节启动仪式", "县文旅局、县新华书店、县图书馆", [day("04-20")]),
            ("下乡演出", "县文化馆、县供电、县电影院", [day("05-06")]),
        ],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_table(tmp_path: Path, name: str) -> None:
    text, expected = TABLES[name]
    assert told(read(tmp_path, text)) == expected


@pytest.mark.parametrize(("text", "said_by"), [(MERGED_DAYS, "closing"), (TABBED_DAYS, "preamble")])
def test_the_year_may_stand_in_the_days_of_the_whole(tmp_path: Path, text: str, said_by: str) -> None:
    plan = read(tmp_path, text).plans[0]
    assert (plan.year, plan.year_from) == (2026, said_by)


def test_a_day_on_which_another_document_was_issued_is_no_year_of_the_plan(tmp_path: Path) -> None:
    text = "各学校要高度重视，切实落实2021年3月5日印发的《校园安全规范》。\n" + TABBED_DAYS.split("\n", 2)[2]
    assert read(tmp_path, "校园安全培训安排\n" + text).plans[0].year is None


@pytest.mark.parametrize("above", ["行事曆\n\n", "最新消息\n\n行事曆\n\n", "跳到主要內容區\n:::\n\n行事曆\n\n"])
def test_the_heading_of_a_site_is_no_title(tmp_path: Path, above: str) -> None:
    text = "臨海科大112學年度第2學期行事曆\n\n日期 辦理事項 主辦單位\n2/19 開學 教務處\n3/4-3/8 加退選 教務處\n"
    assert read(tmp_path, above + text).plans[0].title == "临海科大112学年度第2学期行事历"


@pytest.mark.parametrize("noun", ["民生实事", "惠民项目", "妇儿工作目标", "重点工作安排"])
def test_a_title_may_stand_below_the_prose_of_a_page(tmp_path: Path, noun: str) -> None:
    text = f"会议要求，各级要凝心聚力，抓好落实。\n2026年县妇联{noun}\n1、促进就业。年底前培训妇女300名。\n2、关爱女童。6月底前走访。\n"
    plan = read(tmp_path, text).plans[0]
    assert (plan.title, plan.year, len(plan.tasks)) == (f"2026年县妇联{noun}", 2026, 2)


def test_the_year_may_stand_in_a_part_for_the_time(tmp_path: Path) -> None:
    text = (
        "“书香校园”主题活动方案\n一、活动主题\n与书同行\n二、活动时间\n2026年4月20日～5月10日\n三、活动内容\n"
        "1、读书分享会。5月8日在图书馆举行。\n2、诵读比赛。各班选派一名选手参加。\n"
    )
    plan = read(tmp_path, text).plans[0]
    assert (plan.year, plan.year_from) == (2026, "section")


@pytest.mark.parametrize(
    ("heads", "lines"),
    [
        (["第一天（6月6日）", "第二天（6月7日）"], ["上午：开营仪式", "下午：参观水厂"]),
        (["6月6日", "6月7日"], ["8:30 集合出发", "14:00 参观水厂"]),
        (["第1批（6月6日）：", "第2批（6月7日）："], ["全天：入场布置", "晚上：灯会预演"]),
    ],
)
def test_hours_beneath_days_are_tasks_of_these(heads: list[str], lines: list[str]) -> None:
    text = "2026年柳溪夏令营活动日程\n" + "\n".join(line for head in heads for line in (head, *lines))
    (plan,) = plancli.parse(text.encode()).plans
    nodes = [[node.start for node in task.time_nodes] for task in plan.tasks]
    assert [task.title.replace(" ", "") for task in plan.tasks] == [line.replace(" ", "") for line in lines] * 2
    assert [str(start) for (start,) in nodes] == ["2026-06-06"] * 2 + ["2026-06-07"] * 2


def test_lines_of_a_like_length_that_a_time_leads_are_not_one_paragraph() -> None:
    lines = [
        "3月10日前 各镇上报本镇水利项目计划",
        "4月15日前 县水利局完成项目现场核查",
        "5月20日前 县财政局下达项目资金计划",
        "6月30日前 各镇完成项目招标采购工作",
    ]
    (plan,) = plancli.parse("\n".join(["柳溪县2026年水利项目申报工作时间表", *lines]).encode()).plans
    assert [str(task.time_nodes[0].end) for task in plan.tasks] == [
        "2026-03-10",
        "2026-04-15",
        "2026-05-20",
        "2026-06-30",
    ]
