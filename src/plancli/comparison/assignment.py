"""The assignment with the best total: each row gets at most one column, and no column two rows.

Shortest augmenting paths with prices (Jonker and Volgenant, 1987) over the pairs that are named alone, so that it takes
time with their number where, as here, most rows have one column that is plainly theirs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush

_SCALE = 1_000_000  # scores as whole numbers: sums of these have no last digit that depends on the order


def assign(scores: Sequence[Mapping[int, float]], floor: float) -> list[int | None]:
    """For each row the column that it gets, or None; `scores[row]` has a score from 0 to 1 for each column that it may
    get. No pair below `floor` is made; to go without costs as much as a pair at the floor gives."""
    costs = [_costs(row, held, floor) for row, held in enumerate(scores)]
    row_price = [0] * len(costs)
    column_price: dict[int, int] = {}
    row_of: dict[int, int] = {}
    column_of: list[int | None] = [None] * len(costs)
    for first in range(len(costs)):
        nearest: dict[int, int] = {}  # the length of the shortest path to a column, and the row before it
        before: dict[int, int] = {}
        done: dict[int, int] = {}
        heap: list[tuple[int, int]] = []
        row, length = first, 0
        while True:
            for column, cost in costs[row].items():
                if column not in done:
                    reached = length + cost - row_price[row] - column_price.get(column, 0)
                    if column not in nearest or reached < nearest[column]:
                        nearest[column], before[column] = reached, row
                        heappush(heap, (reached, column))
            length, column = heappop(heap)
            while column in done:
                length, column = heappop(heap)
            done[column] = length
            if column not in row_of:
                break
            row = row_of[column]
        row_price[first] += length
        for passed, at in done.items():
            if passed != column:
                row_price[row_of[passed]] += length - at
                column_price[passed] = column_price.get(passed, 0) - (length - at)
        while True:
            row = before[column]
            row_of[column] = row
            column_of[row], column = column, column_of[row]  # type: ignore[assignment]
            if row == first:
                break
    return [column if column is not None and column >= 0 else None for column in column_of]


def _costs(row: int, scores: Mapping[int, float], floor: float) -> dict[int, int]:
    """What each column costs the row; the column -1 - row is its own, and stands for none."""
    costs = {column: round((1 - score) * _SCALE) for column, score in scores.items() if score >= floor}
    costs[-1 - row] = round((1 - floor) * _SCALE)
    return costs
