"""Which line of a dumped table is which cell: the best path of the lines through the columns (Viterbi).

A path may stay in a column (the line is the rest of a cell), go to a later one (the cells between are empty) or begin the
next row. Numbers 1, 2, 3 … belong to the number column, bodies to the column of departments, times to the schedule; what
does not fit costs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ....language.assignments import begins_with_label
from ....language.bodies import all_bodies, ends_as_body
from ....language.headers import HeaderRole
from ....language.times import TIME, TIME_HEAD
from ....model.source import Line

INTEGER = re.compile(r"[（(]?0*(\d{1,4})[)）]?[.．、]?")
GROUP = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]).{2,30}")
_ORDINAL = re.compile(r"第?[一二三四五六七八九十]{1,3}周?")
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[、，,\s][\u4e00-\u9fff]{2,4})*")
TASKS = ("task", "task_weak", "detail", "measure", "goal")
_SKIP = {"number": -6.0, "remarks": -0.5, "category": -0.8, "other": -1.5, "statistics": -1.5, "leaders": -2.0}
FAR = -30.0


@dataclass(slots=True)
class Item:
    """One line that is not blank: what it says, whether a blank line stands before it, and whether it is set in."""

    line: Line
    text: str
    gap: bool
    marked: bool
    item: int = 0  # the number of a label before the text, 0 without one
    chained: bool = False  # one of the numbers 1, 2, 3 … that run through the table


@dataclass(slots=True)
class PathColumn:
    """One column of a dump: its kind by the header, whether its cells hold a time and nothing else."""

    kind: str
    role: HeaderRole | None
    dated: bool


class CellPath:
    """The search for one table. `marked`: cells begin with a tab; `numbered`: the number column holds numbers."""

    def __init__(self, columns: Sequence[PathColumn], *, marked: bool, numbered: bool) -> None:
        self.columns, self.marked, self.numbered = columns, marked, numbered
        self.width = len(columns)

    def find(self, items: list[Item]) -> list[int]:
        """The column of each item; `width` stands for a heading across the table."""
        n = self.width
        states = range(n + 1)
        before = [0.0, *accumulate(self.skip_cost(c) for c in range(n))]  # the cost of skipping all columns before c
        move = [[self._move(a, b, before) for a in states] for b in states]
        separated = _rows_are_separated(items)
        score = [(before[b] if b < n else 0.0) + self.fit(items[0], b) for b in states]
        origins: list[list[int]] = []
        for last, item in pairwise(items):
            steps = self._steps(last, item, move, separated)
            chosen = [
                max(states, key=[s + cost for s, cost in zip(score, steps[b], strict=True)].__getitem__) for b in states
            ]
            score = [score[a] + steps[b][a] + self.fit(item, b) for b, a in enumerate(chosen)]
            origins.append(chosen)
        ends = [score[b] + (before[n] - before[b + 1] if b < n else 0.0) for b in states]
        path = [max(states, key=ends.__getitem__)]
        for chosen in reversed(origins):
            path.append(chosen[path[-1]])
        return path[::-1]

    def _move(self, a: int, b: int, before: list[float]) -> float:
        """What it costs to go from column a to column b, the cells between them being empty."""
        n = self.width
        if a == n:
            return before[b] if b < n else 0.0
        if b == n:
            return before[n] - before[a + 1] - 1.0
        return before[b] - before[a + 1] + (before[n] if b <= a else 0.0)

    def _steps(self, last: Item, item: Item, move: list[list[float]], separated: bool) -> list[list[float]]:
        """The cost of reaching column b with `item` from column a with `last`, as [b][a]."""
        within = -1.5 if separated and item.gap else 0.0
        same = within
        fresh = (1.5 if item.gap else -2.0) if separated else 0.0
        if self.marked and not item.marked:
            same, fresh = same + FAR, fresh + FAR
        steps = [
            [cost + (fresh if b <= a or b == self.width else same) for a, cost in enumerate(costs)]
            for b, costs in enumerate(move)
        ]
        for c, cost in enumerate(self._stay(last, item)):
            steps[c][c] = max(steps[c][c], cost + within)
        return steps

    def skip_cost(self, c: int) -> float:
        """What it costs that the cell of column c is empty."""
        column = self.columns[c]
        if column.kind == "number" and not self.numbered:
            return 0.0
        return _SKIP.get(column.kind, -1.5 if column.role and column.role.is_time else -3.0)

    def _stay(self, last: Item, item: Item) -> list[float]:
        """For each column what it costs that `item` goes on the cell of `last`."""
        if self.marked:
            base = FAR if item.marked else 2.0
            return [base] * self.width
        in_turn = item.item > 1 and item.item == last.item + 1
        open_end = last.text[-1] in "、，,（(：:"
        costs = []
        for column in self.columns:
            kind = column.kind
            if kind == "number":
                costs.append(FAR)
            elif in_turn or open_end:
                costs.append(2.0 if in_turn else 1.5)
            elif kind == "departments" and begins_with_label(last.text) and begins_with_label(item.text):
                costs.append(1.5)  # 牵头科室：… above 配合科室：…
            elif kind == "time":
                costs.append(0.5 if TIME_HEAD.match(item.text) else -1.0 if last.text[-1] in "；;。" else -2.5)
            else:
                costs.append(-2.0)
        return costs

    def fit(self, item: Item, c: int) -> float:
        """How well a line fits column c."""
        text = item.text
        if c == self.width:
            return 2.0 if GROUP.fullmatch(text) and text[-1] not in "。；" and not ends_as_body(text) else FAR
        column = self.columns[c]
        kind = column.kind
        if kind == "number":
            return 6.0 if item.chained else FAR
        if item.chained:
            return FAR
        value = -2.0 if INTEGER.fullmatch(text) and kind not in ("other", "statistics", "time") else 0.0
        if kind == "departments":
            value += -5.0 if item.item else 3.0 if all_bodies(text) else -5.0 if _is_sentence(text) else -2.0
        elif kind == "leaders":
            value += 2.0 if len(text) <= 12 and _PERSON.fullmatch(text) and not all_bodies(text) else -4.0
        elif kind == "time":
            value += _fit_time(text, column)
        elif kind == "category":
            value += 0.5 if len(text) <= 12 and text[-1] not in "。；" else -4.0
        elif kind == "remarks":
            value += -2.0 if len(text) > 24 else -0.5
        elif kind in TASKS:
            value -= 1.5 if all_bodies(text) and len(text) < 12 else 0.0
            value -= 3.0 if TIME_HEAD.match(text) and "：" in text[:14] else 0.0
            value -= 2.0 if text in ("/", "—", "无") else 0.0
        return value


def _fit_time(text: str, column: PathColumn) -> float:
    if TIME_HEAD.match(text) or (column.dated and _ORDINAL.fullmatch(text)):
        return 3.0
    if TIME.search(text):
        return 1.5
    role = column.role
    return -4.0 if (role and role.limit) or column.dated else 0.0 if role and role.is_time else -0.5


def _is_sentence(text: str) -> bool:
    return len(text) > 24 or text[-1] in "。；"


def _rows_are_separated(items: list[Item]) -> bool:
    """Whether blank lines stand between rows, not between all cells."""
    gaps = sum(item.gap for item in items)
    return 0 < gaps <= len(items) // 2
