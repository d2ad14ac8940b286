"""A way of the tokens through the columns, and what the columns learn from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from .costs import FAR
from .heads import TextHead
from .tokens import Token

FitStep = Literal["row", "cell", "stay"]


@dataclass(slots=True)
class Fit:
    """A way through a header's columns: of each token its column (the width stands for a heading, one more for what comes after
    the table), how it got there, and the margin to the next best column; what all of it costs, and how ill each token fits each
    column."""

    head: TextHead
    path: list[int]
    steps: list[FitStep]
    cost: float
    margins: list[float]
    fits: list[list[float]] = field(default_factory=list)


def learn(tokens: Sequence[Token], best: Fit) -> None:
    """Note in the columns what their cells look like in the rows that are whole, for a second pass over those that are not."""
    columns = best.head.columns
    least = max(2, len(columns) - (columns[-1].kind == "remarks"))
    shown = [c for each, c, step in zip(tokens, best.path, best.steps, strict=False) if each.bare and step == "row"]
    best.head.headed = 0 < shown.count(len(columns)) * 2 <= len(shown)
    kinds = [*(column.kind for column in columns), "", ""]
    said = [(c, each.bare) for each, c in zip(tokens, best.path, strict=False) if each.bare]
    for (c, remark), (d, category) in pairwise(said):
        if kinds[c] == "remarks" and kinds[d] == "category" and d < c:
            columns[c].values.add(remark)
            columns[d].values.add(category)
    row: list[tuple[int, Token]] = []
    for each, c, step in [*zip(tokens, best.path, best.steps, strict=False), (tokens[0], len(columns), "row")]:
        if step == "row":
            for k, cell in row if len(row) >= least else ():
                if cell.place is not None:
                    columns[k].place = cell.place
                if columns[k].kind != "remarks":
                    columns[k].forms[cell.form] = columns[k].forms.get(cell.form, 0) + 1
            row = []
        if c < len(columns) and step != "stay" and each.bare:
            row.append((c, each))


def sizes_of(body: Sequence[Token]) -> list[int]:
    """How many fields each line has, padding apart, in rising order."""
    starts = [*(k for k, each in enumerate(body) if each.row <= 0.0), len(body)]
    rows = [body[a:b] for a, b in pairwise(starts)]
    return sorted(sum(not each.loose and min(each.cell, each.row) < FAR for each in row) for row in rows)
