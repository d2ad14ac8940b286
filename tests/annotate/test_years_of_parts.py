"""Which year a time lies in where the plan does not lie in one: winters, plans of several years, stages over the new year."""

from __future__ import annotations

import pytest

import plancli

HEAD = "云岭县{title}\n\n{preamble}一、主要任务\n\n1. 落实准备。{text}（责任单位：县水利局）\n\n2. 做好总结。按要求报送。\n"


def ends(text: str) -> list[str]:
    """The last days of the first task's time nodes."""
    plan = plancli.parse(text.encode()).plans[0]
    return [str(node.end) for node in plan.tasks[0].time_nodes]


@pytest.mark.parametrize(
    ("title", "preamble", "wanted"),
    [
        ("2024—2025年度冬春农田水利建设方案", "", ["2024-11-30", "2025-01-28", "2025-03-31"]),
        ("2024年今冬明春火灾防控工作方案", "", ["2024-11-30", "2025-01-28", "2025-03-31"]),
        ("2024—2025年采暖季保供工作方案", "", ["2024-11-30", "2025-01-28", "2025-03-31"]),
        ("2024年秋冬季污染防治方案", "", ["2024-11-30", "2025-01-28", "2025-03-31"]),
        (
            "火灾防控行动方案",
            "从2024年11月至2025年3月，在全县开展行动。\n\n",
            ["2024-11-30", "2025-01-28", "2025-03-31"],
        ),
        ("2024年安全防范方案", "10月至次年4月在全县开展行动。\n\n", ["2024-11-30", "2025-01-28", "2025-03-31"]),
        # Neither a whole year's plan nor a stretch within the year begins in autumn.
        ("2024年工作要点", "2024年11月至2025年3月开展冬防。\n\n", ["2024-11-30", "2024-02-09", "2024-03-31"]),
        ("2024年安全防范方案", "从3月至11月在全县开展行动。\n\n", ["2024-11-30", "2024-02-09", "2024-03-31"]),
        ("2024年冬季征兵工作方案", "", ["2024-11-30", "2024-02-09", "2024-03-31"]),
    ],
)
def test_a_winter_lies_in_two_years(title: str, preamble: str, wanted: list[str]) -> None:
    text = "11月底前动员，春节前自查，3月底前完成整改。"
    assert ends(HEAD.format(title=title, preamble=preamble, text=text)) == wanted


STAGES = """云岭县管网更新三年行动计划（2024—2026年）

一、{first}

1. 开工建设。3月开工，年底前完工。（责任单位：县住建局）

二、{second}

2. 验收移交。3月底前完成验收。（责任单位：县住建局）
"""


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("2025年重点任务", "2026年目标", ["2025-03-31", "2025-12-31", "2026-03-31"]),
        ("施工阶段（2025年）", "验收阶段（2026年1月—6月）", ["2025-03-31", "2025-12-31", "2026-03-31"]),
        ("施工阶段（2024年10月—2025年9月）", "验收阶段（2026年）", ["2025-03-31", "2024-12-31", "2026-03-31"]),
        ("重点任务", "保障措施", ["2024-03-31", "2024-12-31", "2024-03-31"]),
        ("2021—2023年工作回顾", "2022年数据", ["2024-03-31", "2024-12-31", "2022-03-31"]),
    ],
)
def test_a_heading_tells_the_year_of_what_stands_beneath(first: str, second: str, wanted: list[str]) -> None:
    plan = plancli.parse(STAGES.format(first=first, second=second).encode()).plans[0]
    assert [str(node.end) for task in plan.tasks for node in task.time_nodes] == wanted


@pytest.mark.parametrize(
    ("preamble", "wanted"),
    [
        ("为推介山茶，我县将举办2029首届云岭茶会。", 2029),
        ("县里将召开2029中国（云岭）年会，制定本方案。", 2029),
        ("县里曾组织2029人参观展馆。", None),
    ],
)
def test_an_occasion_tells_its_year(preamble: str, wanted: int | None) -> None:
    text = f"活动方案\n\n{preamble}\n\n一、主要任务\n\n1. 布置展馆，4月完成。\n\n2. 制作海报，5月完成。\n"
    assert plancli.parse(text.encode()).plans[0].year == wanted


@pytest.mark.parametrize(
    ("title", "text", "year"),
    [
        ("2029级学员结业论文工作计划", "2031年3月10日前提交初稿。", 2031),
        ("2029级学员结业论文工作计划", "3月10日前提交初稿。", 2029),
        ("2031年2029级学员实习安排", "3月10日前提交初稿。", 2031),
        ("学员论文工作计划", "2031年3月10日前提交初稿。\n2. 二稿。2032年4月提交。", None),
    ],
)
def test_the_year_of_those_who_entered_counts_where_no_other_is_told(title: str, text: str, year: int) -> None:
    assert plancli.parse(HEAD.format(title=title, preamble="", text=text).encode()).plans[0].year == year


@pytest.mark.parametrize("dash", ["—", "-", "至", "～"])
@pytest.mark.parametrize("span", ["{}年9月{}{}年1月", "{}.9{}{}.1", "{}.09{}{}.01", "{}/9{}{}/1"])
@pytest.mark.parametrize("place", ["title", "line beneath"])
def test_a_span_of_months_over_the_new_year_begins_the_plan_s_year(span: str, dash: str, place: str) -> None:
    said = f"（{span.format(2021, dash, 2022)}）"
    title = f"云岭县数学备课组工作计划{said}" if place == "title" else f"云岭县数学备课组工作计划\n{said}"
    plan = plancli.parse(
        f"{title}\n\n一、集体备课。9月底前、1月10日前各一次。（数学组）\n二、公开课。（教务处）\n".encode()
    ).plans[0]
    assert plan.year == 2021
    assert [str(node.end) for node in plan.tasks[0].time_nodes] == ["2021-09-30", "2022-01-10"]


@pytest.mark.parametrize(
    ("span", "year", "wanted"),
    [
        ("（2024年12月—2025年12月）", 2024, ["2025-03-31", "2025-12-31"]),
        ("（2024年3月至次年2月）", 2024, ["2024-03-31", "2024-12-31"]),
        ("（2024年3月—2024年12月）", 2024, ["2024-03-31", "2024-12-31"]),
        ("（2024—2026年）", 2024, ["2024-03-31", "2024-12-31"]),
    ],
)
def test_months_before_the_first_of_a_span_are_those_of_the_next_year(span: str, year: int, wanted: list[str]) -> None:
    text = f"云岭县整治方案{span}\n\n一、清理沟渠。3月底前、12月底前各一次。（水利局）\n二、修路。（交通局）\n"
    plan = plancli.parse(text.encode()).plans[0]
    assert (plan.year, [str(node.end) for node in plan.tasks[0].time_nodes]) == (year, wanted)


@pytest.mark.parametrize(
    ("dates", "year", "wanted"),
    [
        (("2030年11月9日动员。", "12月7日前定题。", "2031年3月20日前成稿。", "6月5日答辩。"), 2030, ["2030-12-07", "2031-06-05"]),
        (("2030.10.9动员。", "12月7日前定题。", "2031.3.20前成稿。", "6月5日答辩。"), 2030, ["2030-12-07", "2031-06-05"]),
        (("2030年3月9日动员。", "12月7日前定题。", "2031年4月20日前成稿。", "6月5日答辩。"), None, ["None", "None"]),
    ],
)  # fmt: skip
def test_dates_over_the_new_year_begin_the_plan_s_year(
    dates: tuple[str, ...], year: int | None, wanted: list[str]
) -> None:
    items = "\n".join(f"{n}. 第{n}步。{date}" for n, date in enumerate(dates, 1))
    plan = plancli.parse(f"学院2029级学员论文工作计划\n\n现对2029级学员论文工作安排如下：\n\n{items}\n".encode()).plans[
        0
    ]
    assert (plan.year, [str(plan.tasks[k].time_nodes[-1].end) for k in (1, 3)]) == (year, wanted)
