"""The way of the tokens through the columns where each is a cell and nothing but numbers, or how many there are, tells rows: these are
whole, each cell written, so that it needs no search."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from .costs import FULL_MEAN
from .fit import Fit, FitStep
from .heads import TextColumn
from .tokens import Token

if TYPE_CHECKING:
    from .aligner import Aligner

_LEAST_ROWS, _LEAST_COLUMNS = 2, 3
_HEADING = 30  # characters that a heading has at most
_MOST_BELOW = 3  # lines below a table whose rows nothing but their cells tells
_CELLS = frozenset({"number", "time", "timed", "bodies", "person", "dash", "mark", "sentence"})  # what is no heading
_ODD, _MOST_ODD = 3.0, 0.05  # what speaks against a cell's place, above which it is odd; the share of such cells


def numbered_rows(aligner: Aligner, tokens: Sequence[Token], words: Set[str]) -> Fit | None:
    """The way where nothing tells rows but their numbers, and these stand a whole row apart, each in its column: each row has a
    cell for each column, as far as these fit, but for the groups behind its number, which may be merged with those above. A heading
    may stand above the first row, and then above others; none of the `words` of a header is one. What stands behind the last row is
    behind the table."""
    w = aligner.width
    series = next((c for c, column in enumerate(aligner.columns) if column.kind == "series"), None)
    numbers = [k for k, each in enumerate(tokens) if "chain" in each.looks]
    if series is None or len(numbers) < 2 or w < _LEAST_COLUMNS:
        return None
    starts = [number - series for number in numbers]
    headed = starts[0]
    if headed not in (0, 1):
        return None
    groups = range(series + 1, series + 1 + len(_groups_behind(aligner.columns, series)))
    path = [w + 1] * len(tokens)
    for start, after in pairwise([*starts, len(tokens)]):
        ways = [list(range(w))] + [[c for c in range(w) if c not in groups]] * (start != starts[0] and len(groups) > 0)
        if after < len(tokens):
            ways = [way for way in ways if after - start in (len(way), len(way) + headed)]
            # with a heading below, a row without its groups may be as long as one with them
        ways = [way for way in ways if start + len(way) <= len(tokens)]
        if not ways:
            return None
        own = [
            sum(aligner.fits(each)[c] for each, c in zip(tokens[start : start + len(way)], way, strict=False))
            for way in ways
        ]
        way = ways[own.index(min(own))]
        path[start : start + len(way)] = way
    end = max(k for k, c in enumerate(path) if c < w)
    headings = [k for k in range(end) if path[k] > w]
    if len(headings) == len(starts) or not all(_may_head(tokens[k], words) for k in headings):
        return None
    fits = [aligner.fits(each)[c] for each, c in zip(tokens, path, strict=True) if each.bare and c < w]
    if sum(fits) > len(fits) * FULL_MEAN or sum(fit > _ODD for fit in fits) > len(fits) * _MOST_ODD:
        return None
    for k in headings:
        path[k] = w
    begins = set(starts)
    steps: list[FitStep] = ["row" if k in begins or c >= w else "cell" for k, c in enumerate(path)]
    return Fit(aligner.head, path, steps, sum(fits) + aligner.head.cost, [])


def _groups_behind(columns: Sequence[TextColumn], series: int) -> Sequence[TextColumn]:
    return list(takewhile(lambda column: column.kind == "category", columns[series + 1 :]))


def counted_rows(aligner: Aligner, tokens: Sequence[Token]) -> Fit | None:
    """The way where nothing tells rows, but each writes a cell for each column, empty ones too: as many rows as the cells make up, which
    fit their columns. What stands behind the last whole row, a line or two, is behind the table."""
    w = aligner.width
    said = [k for k, each in enumerate(tokens) if each.bare]
    if w < _LEAST_COLUMNS or any("chain" in each.looks for each in tokens) or all(each.bare for each in tokens):
        return None
    fits = [aligner.fits(each)[k % w] for k, each in enumerate(tokens)]
    for last in said[: -_MOST_BELOW - 1 : -1]:
        rows = -(-(last + 1) // w)
        if rows < _LEAST_ROWS or len(tokens) < rows * w:
            continue
        own = [fits[k] for k in said if k < rows * w]
        if sum(own) > len(own) * FULL_MEAN or sum(fit > _ODD for fit in own) > len(own) * _MOST_ODD:
            continue
        path = [k % w if k < rows * w else w + 1 for k in range(len(tokens))]
        steps: list[FitStep] = ["row" if c in (0, w + 1) else "cell" for c in path]
        return Fit(aligner.head, path, steps, sum(own) + aligner.head.cost, [])
    return None


def _may_head(each: Token, words: Set[str]) -> bool:
    """Whether a text may stand across the table, above rows: short, none of the header's `words`, no cell that says who or when."""
    short = 1 < len(each.bare) <= _HEADING and each.bare[-1] not in "。；，、"
    return short and each.bare not in words and each.looks.isdisjoint(_CELLS)
