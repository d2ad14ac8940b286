from __future__ import annotations

from datetime import date

import pytest

from plancli.errors import UsageError
from plancli.query.spans import DaySpan, span_of

TODAY = date(2026, 11, 29)  # a Sunday


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", (2026, 1, 1), (2026, 12, 31)),
        ("2026Q1", (2026, 1, 1), (2026, 3, 31)),
        ("2026q4", (2026, 10, 1), (2026, 12, 31)),
        ("2026-02", (2026, 2, 1), (2026, 2, 28)),
        ("2028-2", (2028, 2, 1), (2028, 2, 29)),
        ("2026-05-20", (2026, 5, 20), (2026, 5, 20)),
        ("2026-04..2026-06", (2026, 4, 1), (2026, 6, 30)),
        ("2026Q4..2027-01-15", (2026, 10, 1), (2027, 1, 15)),
        ("this-week", (2026, 11, 23), (2026, 11, 29)),
        ("next-week", (2026, 11, 30), (2026, 12, 6)),
        ("this-month", (2026, 11, 1), (2026, 11, 30)),
        ("next-month", (2026, 12, 1), (2026, 12, 31)),
        ("this-quarter", (2026, 10, 1), (2026, 12, 31)),
        ("next-quarter", (2027, 1, 1), (2027, 3, 31)),
        ("next-year", (2027, 1, 1), (2027, 12, 31)),
    ],
)
def test_days_that_are_named(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert span_of(text, today=TODAY) == DaySpan(date(*first), date(*last))


@pytest.mark.parametrize(
    "text", ["", "Q2", "2026Q5", "2026-13", "2026-02-30", "next-decade", "2026..", "..2026", "2026-06..2026-04", "0000"]
)
def test_what_names_no_days_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match="2026Q2"):
        span_of(text, today=TODAY)
