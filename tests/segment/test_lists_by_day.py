"""Lists without numbers, each line led by the day on which it is done: 9.2 开学典礼, 3月5日 慰问老人."""

from __future__ import annotations

import pytest

import plancli

Told = list[tuple[str, list[str]]]


def _told(text: str) -> Told:
    tasks = plancli.parse(text.encode()).plans[0].tasks
    return [(task.title, [f"{node.start}/{node.end}" for node in task.time_nodes]) for task in tasks]


def _one(day: str) -> str:
    return f"{day}/{day}"


@pytest.mark.parametrize(
    ("days", "dates"),
    [
        (("9.2", "9.10", "12.31"), ("2031-09-02", "2031-09-10", "2031-12-31")),
        (("09.02", "09.03", "09.04"), ("2031-09-02", "2031-09-03", "2031-09-04")),
        (("9/2", "9/3", "9/4"), ("2031-09-02", "2031-09-03", "2031-09-04")),
        (("4.7", "4.8（周二）", "4.21"), ("2031-04-07", "2031-04-08", "2031-04-21")),
    ],
)
@pytest.mark.parametrize("head", ["", "一、主要活动\n", "一、活动日程\n", "（一）服务居民\n"])
def test_days_by_points_in_a_row_lead_tasks(head: str, days: tuple[str, ...], dates: tuple[str, ...]) -> None:
    deeds = ("升旗仪式", "体检", "评比")
    lines = "\n".join(f"{day} {deed}" for day, deed in zip(days, deeds, strict=True))
    told = _told(f"云岭小学2031年工会活动安排\n{head}{lines}\n")
    assert [(title[-2:], times) for title, times in told] == [
        (deed[-2:], [_one(date)]) for deed, date in zip(deeds, dates, strict=True)
    ]


@pytest.mark.parametrize("between", ["——", "—", "-", "：", "，"])
def test_what_parts_days_by_points_from_what_is_done(between: str) -> None:
    lines = [("7.5", "截止报名"), ("7.15", "提交曲目"), ("7.20-7.25", "分班排练")]
    text = "".join(f"{day}{between}{deed}\n" for day, deed in lines)
    told = _told(f"云岭小学2031年合唱节活动方案\n一、时间安排\n{text}")
    assert [times for _, times in told] == [[_one("2031-07-05")], [_one("2031-07-15")], ["2031-07-20/2031-07-25"]]


@pytest.mark.parametrize("range_", ["5.12-16", "5.12—5.16", "5.12～16日"])
def test_days_by_points_may_be_several(range_: str) -> None:
    told = _told(f"云岭小学2031年工会活动安排\n5.6 召开委员会\n{range_} 体检\n5.23 球赛（文体部）\n")
    assert [times for _, times in told] == [[_one("2031-05-06")], ["2031-05-12/2031-05-16"], [_one("2031-05-23")]]


@pytest.mark.parametrize("months", [("2月", "3月", "6月"), ("二月", "三月：助人月", "六月：安全月")])
def test_days_by_points_stand_beneath_months(months: tuple[str, ...]) -> None:
    lines = [("2.13 开学", "2.17 例会"), ("3.12 植树", "3月下旬 讲座"), ("6.1 入队", "6月26日 班会")]
    text = "\n".join("\n".join((month, *below)) for month, below in zip(months, lines, strict=True))
    plan = plancli.parse(f"云岭小学2031年春季德育工作计划\n一、月份安排\n{text}\n".encode()).plans[0]
    assert [section.title for section in plan.sections] == ["月份安排", *months]
    assert [[str(node.start) for node in task.time_nodes] for task in plan.tasks] == [
        ["2031-02-13"],
        ["2031-02-17"],
        ["2031-03-12"],
        ["2031-03-21"],
        ["2031-06-01"],
        ["2031-06-26"],
    ]


@pytest.mark.parametrize("heading", ["二、主要活动", "二、服务项目", "（一）志愿服务"])
def test_lines_led_by_days_beneath_any_bare_heading_are_tasks(heading: str) -> None:
    text = f"云岭社区2031年活动计划\n{heading}\n1月15日 写春联\n3月8日，办讲座。\n5月中旬 邻里节\n"
    assert _told(text) == [
        ("1月15日写春联", [_one("2031-01-15")]),
        ("3月8日，办讲座", [_one("2031-03-08")]),
        ("5月中旬邻里节", ["2031-05-11/2031-05-20"]),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "1.1 制定方案\n1.2 组织培训\n2.1 编印手册\n2.2 入户宣讲",
        "1.1 制定方案\n1.3 组织培训\n1.4 编印手册",
        "1.10个村试点\n2.12家企业上门\n3.20场宣讲",
        "2.1 制定方案\n2.2 组织培训\n2.3 编印手册\n2.5 入户宣讲",
    ],
)
def test_numbers_are_no_days(lines: str) -> None:
    plan = plancli.parse(f"云岭县2031年普法工作计划\n{lines}\n".encode()).plans[0]
    numbers = [line.partition(" " if " " in line else ".")[0] for line in lines.split("\n")]
    assert [task.number for task in plan.tasks] == numbers


@pytest.mark.parametrize("amounts", [("2.5万亩", "4.6公里", "9.8亿元"), ("2.5吨", "4.2万元", "6.9平方公里")])
def test_amounts_lead_no_tasks(amounts: tuple[str, ...]) -> None:
    lines = "\n".join(f"{amount}示范带建成" for amount in amounts)
    told = _told(f"云岭县2031年农业工作要点\n一、主要指标\n{lines}\n二、任务\n1.育秧。\n2.插秧。\n")
    assert [title for title, _ in told] == ["育秧", "插秧"]
    assert not any(times for _, times in told)


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("一、工作目标", "3月摸底。\n5月复核。\n8月公示。"),
        ("一、背景", "2029年3月印发方案。\n2029年5月试点。\n2030年8月推开。"),
    ],
)
def test_lines_led_by_times_of_an_aim_or_of_other_years_are_no_tasks(heading: str, lines: str) -> None:
    told = _told(f"云岭县2031年统计工作要点\n{heading}\n{lines}\n二、任务\n1.培训。\n2.督导。\n")
    assert not {title for title, _ in told} & {line.rstrip("。") for line in lines.split("\n")}
