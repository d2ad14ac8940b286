"""The way of the tokens through the columns where it needs no search: whole rows, each cell or row told by a sign of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .costs import FAR, FULL_MEAN
from .fit import Fit, Step
from .tokens import Token

if TYPE_CHECKING:
    from .aligner import Aligner


def full_rows(aligner: Aligner, tokens: Sequence[Token], end: int) -> Fit | None:
    """The way where each cell up to the line `end` is closed by a sign of its own and they make whole rows, none missing:
    each row has a cell for each column, as far as these fit."""
    w = aligner.width
    inside = sum(each.at < end for each in tokens)
    if not inside or inside % w:
        return None
    fits = [aligner.fits(each) for each in tokens]
    path = [k % w if k < inside else w + 1 for k in range(len(tokens))]
    costs = sum(fits[k][k % w] for k in range(inside))
    if costs > inside * FULL_MEAN:
        return None
    steps: list[Step] = ["cell" if c else "row" for c in path]
    return Fit(aligner.head, path, steps, costs + aligner.head.cost, [])


def regular_rows(aligner: Aligner, tokens: Sequence[Token], *, whole: bool) -> Fit | None:
    """The way where nothing is to be told apart: each row is told, has a cell for each column and its number in the series;
    the last one may be cut off unless the tokens are the `whole` table."""
    w = aligner.width
    series = next((c for c, column in enumerate(aligner.columns) if column.kind == "series"), None)
    if series is None or (whole and len(tokens) % w) or len(tokens) < w:
        return None
    costs = 0.0
    for k, each in enumerate(tokens):
        c = k % w
        if (each.row if c == 0 else each.cell) > 0.0 or (each.cell if c == 0 else each.row) < FAR:
            return None
        if (c == series) != ("chain" in each.looks):
            return None
        costs += aligner.fits(each)[c]
    path = [k % w for k in range(len(tokens))]
    steps: list[Step] = ["cell" if c else "row" for c in path]
    return Fit(aligner.head, path, steps, costs + aligner.head.cost, [])
