"""Dumps in which every cell has its line, an empty one a blank line: rows are told by counting.

Text that office programs export has this form. A cell of several lines makes a row longer, never shorter.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ....language.bodies import all_bodies
from .alignment import FAR, CellPath, Item, PathColumn

_EMPTY = {"task": -4.0, "task_weak": -4.0, "measure": -4.0, "detail": -1.0, "number": -0.5, "departments": -0.6}
_HAN = frozenset("一二三四五六七八九十")


def read_counted(items: Sequence[Item], columns: Sequence[PathColumn], *, sure: bool) -> list[int] | None:
    """The column of each item (blank lines are items), up to the end of the table; None where cells are not counted.

    `sure` where the header has shown it already.
    """
    width = len(columns)
    if not items or not (sure or _is_counted(items, width)):
        return None
    path = _CountedPath(columns).find(list(items))
    end = next((k for k, state in enumerate(path) if state > width), len(path))
    while end and not items[end - 1].text and path[end - 1] != width - 1:
        end -= 1
    return path[:end] if end >= 2 * width else None


def _is_counted(items: Sequence[Item], width: int) -> bool:
    """Whether rows are as long as the header, blank lines counted: most come out even, and some cells are blank lines."""
    starts = [k for k, item in enumerate(items) if item.chained]
    if len(starts) < 2 or starts[0] >= 2 * width:
        return False
    inside = items[starts[0] : starts[-1]]
    blank = sum(not item.text for item in inside)
    if not blank or any(item.gap for item in inside) or not _neighbours(inside):
        return False
    lengths = [after - start for start, after in pairwise(starts)]
    even = sum(length % width == 0 for length in lengths)
    return even * 2 > len(lengths) and sum(length >= width for length in lengths) * 5 >= len(lengths) * 4


def _neighbours(items: Sequence[Item]) -> bool:
    """Whether cells stand on neighbouring lines; where each has a blank line after it, blank lines say nothing."""
    return sum(bool(a.text and b.text) for a, b in pairwise(items)) * 5 > sum(bool(item.text) for item in items)


class _CountedPath(CellPath):
    """The search where no cell may be skipped; one more state stands for what follows the table."""

    def __init__(self, columns: Sequence[PathColumn]) -> None:
        super().__init__(columns, marked=False, numbered=True)

    def find(self, items: list[Item]) -> list[int]:
        n, after = self.width, self.width + 1
        before: list[list[int]] = [[c - 1] for c in range(n)] + [[n - 1, n], [n - 1, n, after]]
        before[0] = [n - 1, n]
        score = [FAR * 9] * (n + 2)
        score[0], score[n] = self.fit(items[0], 0), self.fit(items[0], n)
        origins: list[list[int]] = []
        for last, item in pairwise(items):
            stay = self._stay(last, item) if last.text and item.text else [FAR] * n
            chosen, found = [], []
            for b in range(n + 2):
                a = max(before[b], key=score.__getitem__)
                value = score[a]
                if b < n and score[b] + self._cost(stay[b], last, item, b) > value:
                    a, value = b, score[b] + self._cost(stay[b], last, item, b)
                chosen.append(a)
                found.append(value + (0.0 if b == after else self.fit(item, b)))
            score = found
            origins.append(chosen)
        path = [max(range(n + 2), key=score.__getitem__)]
        for chosen in reversed(origins):
            path.append(chosen[path[-1]])
        return path[::-1]

    def _cost(self, cost: float, last: Item, item: Item, c: int) -> float:
        """What it costs that a line goes on the cell before it: names of bodies often stand on lines of their own."""
        if self.columns[c].kind == "departments" and cost > FAR and all_bodies(last.text) and all_bodies(item.text):
            return max(cost, -1.0)
        return cost

    def fit(self, item: Item, c: int) -> float:
        """How well a line, blank ones too, fits column c."""
        if not item.text:
            if c >= self.width:
                return FAR
            column = self.columns[c]
            return 0.0 if column.role and column.role.is_time else _EMPTY.get(column.kind, -0.3)
        if c < self.width and self.columns[c].kind == "number":
            if item.chained:
                return 6.0
            return 4.0 if item.text.isdigit() and len(item.text) < 4 else 1.0 if set(item.text) <= _HAN else FAR
        return super().fit(item, c)
