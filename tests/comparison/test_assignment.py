from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.comparison.assignment import assign

SCORES = st.integers(0, 20).map(lambda number: number / 20)
TABLES = st.integers(1, 5).flatmap(
    lambda columns: st.lists(st.dictionaries(st.integers(0, columns - 1), SCORES), min_size=1, max_size=5)
)
FLOOR = 0.3


def total(scores: list[dict[int, float]], columns: tuple[int | None, ...]) -> float:
    """What an assignment is worth: a row without a column as much as a pair at the floor."""
    return sum(FLOOR if column is None else scores[row][column] for row, column in enumerate(columns))


@settings(derandomize=True, max_examples=400, deadline=None)
@given(TABLES)
def test_it_is_one_to_one_and_no_other_is_worth_more(scores: list[dict[int, float]]) -> None:
    got = assign(scores, FLOOR)
    taken = [column for column in got if column is not None]
    assert len(taken) == len(set(taken))
    choices = [[None, *(column for column, score in row.items() if score >= FLOOR)] for row in scores]
    assert all(column in held for column, held in zip(got, choices, strict=True))
    best = max(
        total(scores, columns)
        for columns in itertools.product(*choices)
        if len(named := [column for column in columns if column is not None]) == len(set(named))
    )
    assert abs(total(scores, tuple(got)) - best) < 1e-9


def test_the_first_row_gives_way_where_the_total_gains() -> None:
    """A greedy choice by order, or by the best pair, would leave the second row alone."""
    assert assign([{0: 0.9, 1: 0.8}, {0: 0.85}], FLOOR) == [1, 0]


def test_a_long_chain() -> None:
    """Each row wants the column of the next one; the last one gives way, for all others gain more than it loses."""
    rows = 2000
    scores = [{row: 0.5, row + 1: 0.9} for row in range(rows - 1)] + [{rows - 1: 0.5}]
    assert assign(scores, FLOOR) == [*range(1, rows), None]
