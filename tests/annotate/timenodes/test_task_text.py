"""Whole task texts: lines of schedule columns, headers that are times, limits, actions, problems."""

from __future__ import annotations

from datetime import date

import pytest

from plancli.annotate.timenodes import TimeContext, find_time_nodes, read, read_column, read_task_text
from plancli.model.bulletin import TimeNode
from plancli.model.draft import ScheduleLine


def told(nodes: list[TimeNode]) -> list[tuple[str, str, str, str]]:
    return [(node.raw, node.kind, str(node.start or ""), str(node.end or "")) for node in nodes]


def test_a_header_that_is_a_time_gives_a_node_without_span_and_bounds_its_cell() -> None:
    text = "第一季度：完成立项。\n第三季度：8月底前交付，每月通报。"
    lines = [ScheduleLine(0, 10, "第一季度", 4, True), ScheduleLine(11, len(text), "第三季度", 15, True)]
    nodes, problems = read_task_text(text, lines, year=2025)
    assert told(nodes) == [
        ("第一季度", "period", "2025-01-01", "2025-03-31"),
        ("第三季度", "period", "2025-07-01", "2025-09-30"),
        ("8月底前", "deadline", "", "2025-08-31"),
        ("每月", "recurring", "2025-07-01", "2025-09-30"),
    ]
    assert [node.span for node in nodes] == [None, None, (16, 20), (23, 25)]
    assert problems == []


def test_a_header_may_say_more_than_its_time() -> None:
    text = "第三季度目标：每月通报，月底前报送。\n9月安排：中旬复核。"
    lines = [ScheduleLine(0, 17, "第三季度目标", 6, True), ScheduleLine(18, len(text), "9月安排", 22, True)]
    nodes, _ = read_task_text(text, lines, year=2025)
    assert told(nodes) == [
        ("第三季度", "period", "2025-07-01", "2025-09-30"),
        ("每月", "recurring", "2025-07-01", "2025-09-30"),
        ("月底前", "deadline", "", ""),
        ("9月", "period", "2025-09-01", "2025-09-30"),
        ("中旬", "period", "2025-09-11", "2025-09-20"),
    ]
    assert [node.span is None for node in nodes] == [True, False, False, True, False]


def test_a_line_under_a_limit_is_a_deadline_and_a_range_stays_a_period() -> None:
    text = "6月\n3-5月"
    nodes, _ = read_task_text(
        text, [ScheduleLine(0, 2, "完成时限", limit=True), ScheduleLine(3, 7, "完成时限", limit=True)], year=2025
    )
    assert told(nodes) == [("6月", "deadline", "", "2025-06-30"), ("3-5月", "period", "2025-03-01", "2025-05-31")]


def test_prose_beside_a_schedule_stays_prose() -> None:
    text = "持续推进数字化建设。\n长期坚持"
    assert told(read_task_text(text, [ScheduleLine(11, 15, "时间安排")], year=2025)[0]) == [
        ("长期坚持", "ongoing", "2025-01-01", "2025-12-31")
    ]
    assert read_task_text("常态化开展巡查，梳理全年开展的督导。", year=2025)[0] == []


@pytest.mark.parametrize("joint", ["并", "，并"])
def test_what_is_kept_up_behind_a_limit_is_ongoing(joint: str) -> None:
    kinds = [node.kind for node in find_time_nodes(f"整改时限：6月底前{joint}长期坚持", year=2025)]
    assert kinds == ["deadline", "ongoing"]


def test_a_time_column_gives_nodes_without_spans() -> None:
    nodes, _ = read_column("2025年6月、12月底前", year=2024, limit=True)
    assert told(nodes) == [
        ("2025年6月、12月底前", "deadline", "", "2025-06-30"),
        ("2025年6月、12月底前", "deadline", "", "2025-12-31"),
    ]
    assert {node.span for node in nodes} == {None}


def test_the_calendar_of_the_settings_is_used() -> None:
    nodes, _ = read_column("暑假前", year=2025, calendar={"2025": {"summer": ["2025-07-12", "2025-08-31"]}})
    assert (nodes[0].end, nodes[0].approximate) == (date(2025, 7, 11), False)


def test_a_day_that_is_none_is_a_problem_and_no_node() -> None:
    nodes, problems = read_task_text("2月30日前报送名单；3月5日开会。", year=2025)
    assert [node.raw for node in nodes] == ["3月5日"]
    assert [(problem.code, problem.start, problem.end) for problem in problems] == [("invalid-date", 0, 6)]
    assert problems[0].message == "The calendar has no such day: 2月30日前."


def test_a_day_of_a_year_in_which_no_plan_is_is_a_problem_and_no_node() -> None:
    nodes, problems = read_task_text("时间：1900-01-03\n时间：2025-03-05\n1912年6月底前完成。", year=2025)
    assert [node.raw for node in nodes] == ["2025-03-05"]
    assert [problem.code for problem in problems] == ["invalid-date", "invalid-date"]
    assert problems[0].message == "1900-01-03 is out of 1949–2100"


def test_without_a_year_edtf_keeps_what_is_known() -> None:
    nodes, problems = read_task_text("3月：启动；6月底前完成；一季度总结；2025年9月验收。")
    assert [(node.edtf, node.start, node.end) for node in nodes] == [
        ("XXXX-03", None, None),
        ("XXXX-06", None, None),
        ("XXXX-01/XXXX-03", None, None),
        ("2025-09", date(2025, 9, 1), date(2025, 9, 30)),
    ]
    assert [problem.code for problem in problems] == ["no-year"] * 3


def test_edtf_of_each_kind() -> None:
    said = {
        "2月-4月": "2025-02/2025-04",
        "3月5日": "2025-03-05",
        "一季度": "2025-33",
        "下半年": "2025-41",
        "7月上旬": "2025-07-01/2025-07-10",
        "6月底前": "../2025-06",
        "6月15日前": "../2025-06-15",
        "3月起": "2025-03/..",
        "全年": "2025",
        "2025年—2027年": "2025/2027",
        "年初": "2025-01~",
        "暑假": "2025-07-01~/2025-08-31~",
        "每月": "2025",
        "适时推进": None,
    }
    assert {text: find_time_nodes(text, year=2025)[0].edtf for text in said} == said


def test_an_expression_heads_its_clause_up_to_the_next_heading() -> None:
    text = "1月：部署；抽查。\n2-3月：自查。4月：互查；全年：巡查，每月通报。"
    nodes = read(text, TimeContext(year=2025, schedule=True))
    assert [(node.raw, node.action) for node in nodes] == [
        ("1月", "部署；抽查。"),
        ("2-3月", "自查。"),
        ("4月", "互查；"),
        ("全年", "巡查，每月通报。"),
        ("每月", "通报。"),
    ]


def test_expressions_between_enumeration_commas_head_their_own_parts() -> None:
    assert actions("3月部署、4—9月排查、10月验收。") == [
        ("3月", "部署"),
        ("4—9月", "排查"),
        ("10月", "验收。"),
    ]


def test_all_year_under_a_year_is_that_year() -> None:
    nodes = find_time_nodes("2025年：组织宣讲。2026年：全年开展。", year=2024)
    assert [(node.raw, str(node.start)) for node in nodes][-1] == ("全年开展", "2026-01-01")


def test_an_expression_closes_its_clause() -> None:
    text = "健全制度，评选优秀案例（6月底前完成），组织宣讲（贯穿全年）。积累数据，建好台账，贯穿全年。"
    assert [(node.raw, node.action) for node in find_time_nodes(text, year=2025)] == [
        ("6月底前完成", "评选优秀案例"),
        ("贯穿全年", "组织宣讲"),
        ("贯穿全年", "积累数据，建好台账"),
    ]


def test_an_expression_in_a_bracket_with_bodies_closes_its_clause() -> None:
    for bracket in ("（园林处，6月底前）", "（6月底前，园林处）", "（园林处、市政处，6月底前）"):
        assert actions(f"组织宣讲。健全制度，改造绿地{bracket}。") == [("6月底前", "健全制度，改造绿地")]


def actions(text: str) -> list[tuple[str, str | None]]:
    return [(node.raw, node.action) for node in find_time_nodes(text, year=2025)]


def test_after_a_stop_an_action_ends_where_the_next_expression_heads_a_clause() -> None:
    text = "7月8日-12日：举办比赛；6月底前完成选拔。（1）3月动员；（2）4月组织比武；①8月：复盘，②每月通报。"
    assert actions(text) == [
        ("7月8日-12日", "举办比赛；"),
        ("6月底前", "完成选拔。"),
        ("3月", "动员；"),
        ("4月", "组织比武；"),
        ("8月", "复盘，②每月通报。"),
        ("每月", "通报。"),
    ]


def test_in_mid_clause_the_clause_that_holds_the_expression_is_due() -> None:
    text = "制定方案并于3月召开动员会，健全机制，确保6月底前完成整改，在9月份组织回头看，依托驿站（点）10月前建成网络。"
    assert actions(text) == [
        ("3月", "制定方案并于3月召开动员会"),
        ("6月底前", "健全机制，确保6月底前完成整改"),
        ("9月份", "组织回头看"),
        ("10月前", "依托驿站（点）10月前建成网络"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("围堰工程5月底前完成，年底前通过验收。", ["围堰工程5月底前完成", "通过验收。"]),
        ("5月底前完成，年底前投用。", ["完成", "投用。"]),
        ("章程3月底前完成，9月底前全面建成。", ["章程3月底前完成", "全面建成。"]),
        ("5月底前全面完成，11月底前验收销号。", ["全面完成", "验收销号。"]),
        ("3月底前启动，6月底前完成。", ["启动", "完成"]),
        ("4月启动，年底前办结。", ["启动", "办结"]),
        ("5月底前完成，并组织验收。", ["并组织验收。"]),
        ("5月底前完成；9月底前验收。", ["完成", "验收。"]),
        ("一标段6月底前完成，二标段年底前完成。", ["一标段6月底前完成", "二标段年底前完成"]),
        ("泵站改造3月开工、10月完工。", ["泵站改造3月开工", "完工。"]),
        ("上半年完成招标，下半年开工。", ["完成招标", "开工。"]),
        ("3月，9月各组织一次。", ["各组织一次。", "各组织一次。"]),
    ],
)
def test_an_action_is_never_that_of_a_neighbour(text: str, expected: list[str | None]) -> None:
    assert [action for _, action in actions(text)] == expected


def test_doubts_are_problems() -> None:
    said = {"一季度前完成": "before-plan-year", "每季度15日前报送": "recurrence-unfit", "2024年底前完成": None}
    for text, code in said.items():
        _, problems = read_task_text(text, year=2025)
        assert [problem.code for problem in problems] == ([code] if code else []), text


def test_a_time_within_an_assignment_is_that_of_the_sentence_before() -> None:
    for assignment in (
        "（责任单位：林业站；完成时限：6月底前）",
        "【林业站牵头，各村（社区）配合，6月底前完成】",
        "。[责任单位：林业站（护林队）；完成时限：6月底前]",
        "。责任单位：林业站；完成时限：6月底前。",
        "。责任单位：林业站。完成时限：6月底前",
        "，完成时限为6月底前。",
        "。推进时间：6月底前",
    ):
        (node,) = find_time_nodes("修订办法。（二）补植苗木，清理林地" + assignment, year=2025)
        assert (node.kind, node.end, node.action) == ("deadline", date(2025, 6, 30), "补植苗木，清理林地"), assignment


def test_an_assignment_with_nothing_before_it_is_that_of_the_whole_task() -> None:
    assert actions("补植苗木。\n（责任单位：林业站；完成时限：6月底前）") == [("6月底前", None)]
    assert actions("责任单位：林业站；完成时限：6月底前") == [("6月底前", None)]


def test_two_assignments_have_each_their_own_sentence() -> None:
    text = "补植苗木（林业站牵头，6月底前完成）；【9月】清理林地，巡护山场，10月底前完成（办公室负责，每月通报）。"
    assert actions(text) == [
        ("6月底前完成", "补植苗木"),
        ("9月", "清理林地，巡护山场"),
        ("10月底前完成", "清理林地，巡护山场"),
        ("每月", None),
    ]


def test_members_of_an_enumeration_share_their_action() -> None:
    nodes = find_time_nodes("7月上旬和8月中旬：组织两次集训。", year=2025)
    assert [(node.raw, node.action) for node in nodes] == [("7月上旬", "组织两次集训。"), ("8月中旬", "组织两次集训。")]


def test_spans_lead_back_through_blanks_and_wide_digits() -> None:
    text = "方案 于 ６ 月 底 前 完成"
    (node,) = find_time_nodes(text, year=2025)
    assert node.span is not None
    assert (node.raw, node.end) == ("６ 月 底 前 完成", date(2025, 6, 30))
    assert text[slice(*node.span)] == node.raw


def test_the_rules_that_fired_are_named() -> None:
    (node,) = find_time_nodes("3-5月", year=2025)
    assert node.rules == ("bare-month", "month", "unit-from-behind", "range")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("9月", "2024-09-01", "2024-09-30"),
        ("12月30日—1月5日", "2024-12-30", "2025-01-05"),
        ("1月上旬", "2025-01-01", "2025-01-10"),
        ("元旦前", None, "2024-12-31"),
        ("寒假", "2025-01-08", "2025-02-13"),
        ("1月至6月", "2025-01-01", "2025-06-30"),
        ("年底前", None, "2024-12-31"),
        ("2024年1月", "2024-01-01", "2024-01-31"),
    ],
)
def test_a_school_year_goes_over_new_year(text: str, start: str | None, end: str) -> None:
    [node], _ = read_column(text, year=2024, first_month=8)
    assert (node.start and node.start.isoformat(), node.end and node.end.isoformat()) == (start, end)
