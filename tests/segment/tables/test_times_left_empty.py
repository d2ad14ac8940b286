"""Times that a dump leaves empty below one: merged where who does it lacks the same rows, or where the row has no number; else it is said."""

from __future__ import annotations

import pytest

import plancli

_HEADER = ["序号", "工作内容", "责任股室", "责任人", "完成时限"]
_TITLE = "云岭县2031年春灌准备工作表"


def _tabs(rows: list[list[str]]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def _bars(rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], ["---"] * len(rows[0]), *rows[1:]])


def _lines(rows: list[list[str]]) -> str:
    return "\n".join(cell for row in rows for cell in row)


def _read(dump: object, rows: list[list[str]]) -> tuple[list[str], list[int | None]]:
    assert callable(dump)
    bulletin = plancli.parse(f"{_TITLE}\n{dump([_HEADER, *rows])}\n".encode())
    raws = [task.time_nodes[0].raw if task.time_nodes else "" for task in bulletin.plans[0].tasks]
    return raws, [each.location.row for each in bulletin.diagnostics if each.code == "row-doubtful" and each.location]


@pytest.mark.parametrize("dump", [_tabs, _bars, _lines])
def test_a_time_is_merged_over_the_rows_over_which_who_does_it_is(dump: object) -> None:
    rows = [
        ["1", "修订灌溉方案", "灌区股", "罗平", "3月20日前"],
        ["2", "储备编织袋", "", "", ""],
        ["3", "检修提水机具", "农机股", "谢芳", "4月10日前"],
        ["4", "清淤渠道", "", "", "4月底前"],
    ]
    assert _read(dump, rows) == (["3月20日前", "3月20日前", "4月10日前", "4月底前"], [])


@pytest.mark.parametrize("dump", [_tabs, _bars, _lines])
def test_a_time_that_only_a_row_lacks_is_said(dump: object) -> None:
    rows = [
        ["1", "修订灌溉方案", "灌区股", "罗平", "3月20日前"],
        ["2", "储备编织袋", "物资股", "谢芳", ""],
        ["3", "检修提水机具", "农机股", "谢芳", "4月10日前"],
        ["4", "清淤渠道", "灌区股", "何树", "4月底前"],
    ]
    assert _read(dump, rows) == (["3月20日前", "", "4月10日前", "4月底前"], [3])


def test_a_row_without_a_number_has_the_time_above() -> None:
    rows = [
        ["1", "修订灌溉方案", "灌区股", "罗平", "3月20日前"],
        ["", "张贴轮灌表", "各村", "谢芳", ""],
        ["2", "检修提水机具", "农机股", "谢芳", "4月10日前"],
        ["3", "清淤渠道", "灌区股", "何树", "4月底前"],
    ]
    assert _read(_tabs, rows) == (["3月20日前", "3月20日前", "4月10日前", "4月底前"], [])


def test_times_that_few_rows_have_are_no_merged_ones() -> None:
    rows = [
        ["1", "修订灌溉方案", "灌区股", "罗平", "3月20日前"],
        ["2", "储备编织袋", "物资股", "谢芳", ""],
        ["3", "检修提水机具", "农机股", "谢芳", ""],
        ["4", "清淤渠道", "灌区股", "何树", ""],
    ]
    assert _read(_tabs, rows) == (["3月20日前", "", "", ""], [])


def test_a_heading_between_numbers_shares_no_time() -> None:
    rows = [
        ["一", "渠首段", "", "", ""],
        ["1", "修订灌溉方案", "灌区股", "罗平", "3月20日前"],
        ["二", "渠尾段", "", "", ""],
        ["1", "检修提水机具", "农机股", "谢芳", "4月10日前"],
    ]
    assert _read(_tabs, rows) == (["3月20日前", "4月10日前"], [])
