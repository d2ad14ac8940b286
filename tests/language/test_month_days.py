"""Days in turn, the days that lead an event, the months of weeks."""

from __future__ import annotations

import pytest

from plancli.language.month_days import breaks_date, labels_before, leading_days, months_of_weeks, runs_of_days


@pytest.mark.parametrize(
    ("texts", "runs"),
    [
        ("28 29 30 1 2 3", [range(6)]),
        ("一 4 5 6 7 讲座 8 9 10", [range(1, 5), range(6, 9)]),
        ("27 28 29 30 10 1 二 2 3 4", [range(4), range(5, 6), range(7, 10)]),
        ("1 2 3 甲 20 30 40", []),
        ("30 31 32 33", []),
        ("26 27 1 2", []),
    ],
)
def test_runs_of_days(texts: str, runs: list[range]) -> None:
    assert runs_of_days(texts.split()) == runs


def test_a_run_goes_on_from_the_day_before() -> None:
    assert runs_of_days(["5", "6"], 4) == [range(2)]
    assert runs_of_days(["5", "6"], 8) == []


@pytest.mark.parametrize(
    ("texts", "count"),
    [("备 注 2031 9 一", 3), ("讲座 十月 五", 2), ("民国一一三年 八月 暑假", 3), ("家长会", 0), ("预备周", 1)],
)
def test_labels_before_days(texts: str, count: int) -> None:
    assert labels_before(texts.split()) == count


@pytest.mark.parametrize(
    ("text", "days", "rest"),
    [
        ("(5)开学", "5", "开学"),
        ("（8-12）选课", "8-12", "选课"),
        ("(8/31-9/2)报到", "8/31-9/2", "报到"),
        ("8)注册", "8", "注册"),
        ("(2、4)进住", "2、4", "进住"),
    ],
)
def test_days_that_lead(text: str, days: str, rest: str) -> None:
    assert leading_days(text) == (days, rest)


@pytest.mark.parametrize("text", ["开学(5)", "(5)", "（一）开学", "(200)人"])
def test_no_days_that_lead(text: str) -> None:
    assert leading_days(text) is None


WEEK = list(range(1, 8))


@pytest.mark.parametrize(
    ("weeks", "months"),
    [
        ([(["9月", "一"], WEEK, []), ([], [8, 9], [])], [(9, 9), (9, 9)]),
        ([(["1"], [30, 31, 1], []), (["2"], [2, 3], ["10月2日放假"])], [(9, 10), (10, 10)]),
        ([(["2031", "12", "一"], [30, 31], []), ([], [1, 2], [])], [(12, 12), (1, 1)]),
        ([(["1"], WEEK[1:], []), (["2"], [8, 9], [])], [(0, 0), (0, 0)]),
        ([(["十月", "五"], [29, 30, 1], [])], [(9, 10)]),
    ],
)
def test_months_of_weeks(weeks: list[tuple[list[str], list[int], list[str]]], months: list[tuple[int, int]]) -> None:
    assert months_of_weeks(weeks) == months


@pytest.mark.parametrize(
    ("before", "text", "broken"),
    [
        ("整改时限：2030年", "9月底", True),
        ("完成时间：2030年10月", "31日前", True),
        ("2030年", "9月开展评比", False),
        ("10月", "31日召开总结会", False),
        ("修订章程2030年", "召开总结会", False),
        ("整改时限：年", "9月底", False),
    ],
)
def test_a_date_is_broken_where_its_rest_stands_below(before: str, text: str, *, broken: bool) -> None:
    assert breaks_date(before, text) is broken
