"""Every doubt points to the task or the value in doubt, whichever stage saw it."""

from __future__ import annotations

import json
from typing import Any

import pytest

import plancli
from plancli.model.bulletin import Bulletin, Diagnostic

from ..extract.docx_building import build, p, tbl, tc, tr


def pointed(bulletin: Bulletin, doubt: Diagnostic) -> Any:
    """What a diagnostic's pointer leads to in the result."""
    held: Any = json.loads(bulletin.model_dump_json())
    for part in (doubt.value or "").split("/")[1:]:
        held = held[int(part)] if isinstance(held, list) else held[part]
    return held


def told(bulletin: Bulletin, code: str) -> list[tuple[str | None, Any]]:
    return [(one.task, pointed(bulletin, one)) for one in bulletin.diagnostics if one.code == code]


OUTLINE = "云岭县2025年工作要点\n一、教育\n1.修缮校舍。2月30日前完成设计。\n3.采购课桌。6月底前到货。\n3.巡查河道。每季度15日前上报（责任单位：水务局）。"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("number-gap", [("p1.t2", "3")]),
        ("number-repeated", [("p1.t3", "3")]),
    ],
)
def test_a_number_out_of_its_series(code: str, expected: object) -> None:
    assert told(plancli.parse(OUTLINE.encode()), code) == expected


def test_a_time_that_cannot_be_is_the_tasks_and_one_that_was_read_is_pointed_to() -> None:
    bulletin = plancli.parse(OUTLINE.encode())
    assert [one.task for one in bulletin.diagnostics if one.code == "invalid-date"] == ["p1.t1"]
    ((task, node),) = told(bulletin, "recurrence-unfit")
    assert (task, node["kind"]) == ("p1.t3", "recurring")


def test_a_plan_without_a_year() -> None:
    bulletin = plancli.parse("云岭县工作要点\n1.修缮校舍。6月底前完成（责任单位：教育局）。".encode())
    (doubt,) = (one for one in bulletin.diagnostics if one.code == "no-year")
    assert (doubt.plan, doubt.value) == ("p1", "/plans/0/year")


def table(*rows: list[str]) -> Bulletin:
    cells = [tr(*(tc(text) for text in row)) for row in rows]
    return plancli.parse(build(p("云岭县2025年重点工作任务清单") + tbl(*cells)))


HEAD = ["序号", "工作任务", "完成时限", "责任单位"]


def test_a_number_of_a_row_that_cannot_be_read() -> None:
    bulletin = table(HEAD, ["1", "修缮校舍", "6月底前", "教育局"], ["甲", "巡查河道", "7月底前", "水务局"])
    assert [task for task, _ in told(bulletin, "number-unreadable")] == ["p1.t2"]


def test_a_table_whose_columns_were_guessed() -> None:
    bulletin = table(
        ["1", "修缮全县中小学校舍", "6月底前", "教育局"],
        ["2", "巡查全县主要河道", "7月底前", "水务局"],
        ["3", "清理水库库岸垃圾", "8月底前", "水务局"],
    )
    ((task, value),) = told(bulletin, "header-guessed")
    assert (task, value["id"]) == ("p1.t1", "p1.t1")


def test_a_name_that_may_be_cut_otherwise() -> None:
    bulletin = table(HEAD, ["1", "修缮校舍", "6月底前", "教育局财政局住建局"])
    doubts = [one for one in bulletin.diagnostics if one.code == "doubtful-name"]
    assert len(doubts) > 1
    assert all(one.message.startswith(pointed(bulletin, one)["name"] + " was") for one in doubts)
    assert {one.location for one in doubts} == {bulletin.plans[0].tasks[0].location}


def test_a_cell_in_which_no_name_was_found() -> None:
    bulletin = table(HEAD, ["1", "修缮校舍", "6月底前", "教育局"], ["2", "巡查河道", "7月底前", "1000"])
    assert [task for task, _ in told(bulletin, "unreadable-cell")] == ["p1.t2"]
    assert [one.location for one in bulletin.diagnostics if one.code == "unreadable-cell"] == [
        bulletin.plans[0].tasks[1].location
    ]


def test_what_was_left_out_is_no_doubt() -> None:
    bulletin = table(HEAD, ["1", "修缮校舍", "6月底前", "教育局"], ["合计", "", "", ""])
    left = [one for one in bulletin.diagnostics if one.code in ("table-header", "total")]
    assert left
    assert {(one.task, one.value) for one in left} == {(None, None)}
