"""The way of the tokens through the columns where it needs no search: whole rows, each cell or row told by a sign of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise, takewhile
from typing import TYPE_CHECKING

from ....language.marks import begins_note
from .costs import FAR, FULL_MEAN, ILL, LEAD, SKIP
from .dump import is_stop
from .fit import Fit, FitStep
from .heads import TextColumn
from .tokens import Token

if TYPE_CHECKING:
    from .aligner import Aligner

_LEAST_ROWS, _LEAST_FULL = 2, 0.5  # rows, and the share of their cells that say something, by which rows are whole
_MOST_HEADERS, _FIRST_TOLD = 24, 12  # hypotheses that are laid over all rows; rows by which the likeliest are told
_MOST_PLACES = 10  # columns among which the cells of a row are laid by trying all ways
_LEAST_EVEN = 3  # pieces of a line by which it shows a row
_MERGED = 0.5  # what speaks against a row whose leading cells are merged with those above
_ASTRAY = 3.0  # … an item of a list in a column of groups
_NONE = 9 * FAR  # the cost of no way at all
_ODD, _MOST_ODD = 3.0, 0.05  # what speaks against a cell's place, above which it is odd; the share of such cells


def full_rows(aligner: Aligner, tokens: Sequence[Token], end: int) -> Fit | None:
    """The way where each cell up to the line `end` is closed by a sign of its own and they make whole rows, none missing:
    each row has a cell for each column, as far as these fit."""
    w = aligner.width
    inside = _inside(tokens, end)
    if not inside or inside % w:
        return None
    fits = [aligner.fits(each) for each in tokens]
    path = [k % w if k < inside else w + 1 for k in range(len(tokens))]
    own = [fits[k][k % w] for k in range(inside)]
    costs = sum(own)
    if costs > inside * FULL_MEAN or sum(fit > _ODD for fit in own) > inside * _MOST_ODD:
        return None
    steps: list[FitStep] = ["cell" if c else "row" for c in path]
    return Fit(aligner.head, path, steps, costs + aligner.head.cost, [])


def _inside(tokens: Sequence[Token], end: int) -> int:
    """How many tokens stand in cells up to the line `end`, notes below the last row apart."""
    inside = sum(each.at < end for each in tokens)
    while inside and begins_note(tokens[inside - 1].bare):
        inside -= 1
    return inside


def merged_rows(aligner: Aligner, tokens: Sequence[Token], end: int) -> Fit | None:
    """The way where each cell up to the line `end` is closed by a sign of its own, empty ones too, and rows are whole but for
    their leading cells, which are merged with those above: the cheapest cut of all cells into such rows."""
    w, kinds = aligner.width, [column.kind for column in aligner.columns]
    inside = _inside(tokens, end)
    lead = max((c for c, kind in enumerate(kinds) if kind == "task"), default=0)  # what is done has a cell in each row
    if w < _LEAST_EVEN or not lead or inside < 2 * w:
        return None
    firsts = [each.form for each in tokens[:inside] if each.item == 1]
    lists = {form for form in firsts if firsts.count(form) > 1}  # they begin anew in each group: what is done
    fits = [aligner.fits(each) for each in tokens[:inside]]
    for k, each in enumerate(tokens[:inside]):
        if each.form in lists and not each.value:  # 2、4月9日召开例会 is one of them, no days
            outer = [fit + _ASTRAY for fit in fits[k][:lead]]
            fits[k] = [*outer, min(fits[k][lead], 0.0), *fits[k][lead + 1 :]]
    # up to each token: the cost, and where the row before it begins
    best: list[tuple[float, int]] = [(0.0, 0), *([(_NONE, 0)] * inside)]
    for k in range(inside):
        if best[k][0] >= _NONE:
            continue
        for j in range(lead + 1 if k else 1):
            after = k + w - j
            if after > inside or not (tokens[k + lead - j].bare and tokens[k].bare):
                continue
            row = [fits[k + n][n + j] for n in range(w - j)]
            if max(row) <= 2 * _ODD:
                best[after] = min(best[after], (best[k][0] + _MERGED * bool(j) + sum(row), k))
    if best[inside][0] > inside * FULL_MEAN:
        return None
    path: list[int] = []
    k = inside
    while k:
        start = best[k][1]
        path[:0] = range(w - (k - start), w)
        k = start
    if sum(fits[n][c] > _ODD for n, c in enumerate(path)) > max(1, inside * _MOST_ODD):
        return None
    starts = {0, *(n for n, (a, b) in enumerate(pairwise(path), 1) if b <= a)}
    steps: list[FitStep] = ["row" if n in starts or n >= inside else "cell" for n in range(len(tokens))]
    path += [w + 1] * (len(tokens) - inside)
    return Fit(aligner.head, path, steps, best[inside][0] + aligner.head.cost, [])


def written_rows(aligner: Aligner, tokens: Sequence[Token]) -> Fit | None:
    """The way where rows are told and each writes a cell for each column, empty ones too: nothing is to be told apart as far
    as the cells fit. A row of its first cell alone is a heading; what stands below the last such row is behind the table."""
    w = aligner.width
    slots = sum(column.kind == "slot" for column in aligner.columns)
    least = (w - slots + min(slots, 1)) * _LEAST_FULL  # a row has its cell under one month or under several
    starts = [k for k, each in enumerate(tokens) if each.row <= 0.0]
    if not starts or starts[0] or w < 2:
        return None
    rows = [tokens[a:b] for a, b in pairwise([*starts, len(tokens)])]
    last = max((n for n, row in enumerate(rows) if _is_whole(row, w)), default=-1)
    if any(map(_is_short, rows[last + 1 : last + 2])):
        return None
    path: list[int] = []
    costs = shown = 0.0
    filled = odd = 0
    for n, row in enumerate(rows):
        if n > last:
            path += [w + 1] * len(row)
        elif _is_whole(row, w):
            told = sum(bool(each.bare) for each in row)
            if row[0].alone > 1 and "chain" not in row[0].looks:
                path += [w] * len(row)
            else:
                path += [min(c, w - 1) for c in range(len(row))]
                fits = [aligner.fits(each)[c] for c, each in enumerate(row[:w]) if each.bare]
                costs += sum(fits)
                odd += sum(fit > _ODD for fit in fits)
                if _is_shifted(aligner, row[:w], sum(fits)):
                    return None
                shown += told
                filled += 1
        elif len(row) == 1 and (row[0].alone or row[0].heading):
            path.append(w)
        else:
            return None
    if filled < _LEAST_ROWS or shown < filled * least or costs > shown * FULL_MEAN or odd > shown * _MOST_ODD:
        return None
    begins = set(starts)
    steps: list[FitStep] = [
        "row" if k in begins else "stay" if c == path[k - 1] else "cell" for k, c in enumerate(path)
    ]
    return Fit(aligner.head, path, steps, costs + aligner.head.cost, [])


def likeliest(aligners: Sequence[Aligner], tokens: Sequence[Token]) -> Sequence[Aligner]:
    """Those of many headers of one width under which the first rows that write all cells fit best: these alone are laid over all rows."""
    if len(aligners) <= _MOST_HEADERS:
        return aligners
    w = aligners[0].width
    starts = [k for k, each in enumerate(tokens[: w * _FIRST_TOLD]) if each.row <= 0.0]
    rows = [tokens[a : a + w] for a, b in pairwise(starts) if b - a >= w and tokens[a + w - 1].bare]
    costs = [
        sum(aligner.fits(each)[c] for row in rows for c, each in enumerate(row) if each.bare) for aligner in aligners
    ]
    best = sorted(range(len(aligners)), key=costs.__getitem__)[:_MOST_HEADERS]
    return [aligners[n] for n in sorted(best)]


def _is_short(row: Sequence[Token]) -> bool:
    """Whether a row that has not all cells says more than a note below a table does: what leads it was merged with the row above."""
    told = [each for each in row if each.bare]
    return len(told) > 1 and not begins_note(told[0].bare) and not is_stop(told[0].bare)


def _is_shifted(aligner: Aligner, row: Sequence[Token], costs: float) -> bool:
    """Whether a row whose last cells are empty fits better with the gap elsewhere: its cells were moved to the left."""
    shown = max(c for c, each in enumerate(row) if each.bare) + 1
    gap = aligner.width - shown
    if not gap:
        return False
    at = [aligner.fits(each) if each.bare else [0.0] * aligner.width for each in row[:shown]]
    moved = (sum(at[c][c + by * (c >= p)] for c in range(shown)) for p in range(shown) for by in range(1, gap + 1))
    return min(moved) < costs - ILL


def padded_rows(aligner: Aligner, tokens: Sequence[Token]) -> Fit | None:
    """The way where rows are told, all as wide, but without their merged cells: what is left stands at the left, and as many empty
    fields make up for it behind. In each row the cells stand where they fit best."""
    w, skips = aligner.width, [column.skip for column in aligner.columns]
    tasks = [c for c, column in enumerate(aligner.columns) if column.kind == "task"]
    for c in tasks[-1:]:
        skips[c] = max(skips[c], SKIP["task"])  # a row without it would not be written
    starts = [k for k, each in enumerate(tokens) if each.row <= 0.0]
    if not starts or starts[0] or not _LEAST_EVEN <= w <= _MOST_PLACES:
        return None
    rows = [tokens[a:b] for a, b in pairwise([*starts, len(tokens)])]
    last = max((n for n, row in enumerate(rows) if _is_whole(row, w)), default=-1)
    path: list[int] = []
    steps: list[FitStep] = []
    costs = 0.0
    filled = shifted = shown = odd = 0
    for n, row in enumerate(rows):
        if n > last:
            path += [w + 1] * len(row)
            steps += ["row"] * len(row)
            continue
        if not _is_whole(row, w):
            return None
        held = max((c for c, each in enumerate(row) if each.bare), default=0) + 1
        fits = [aligner.fits(each) if each.bare else [0.0] * w for each in row[:held]]
        cost, places = _best_places(fits, skips) if filled else (sum(fit[c] for c, fit in enumerate(fits)), range(held))
        moved = places[-1] >= held
        path += [*places, *([w - 1] * (len(row) - held) if moved else (min(c, w - 1) for c in range(held, len(row))))]
        steps += ["cell" if c else "row" for c in range(held)]
        steps += ["stay" if moved or c >= w else "cell" for c in range(held, len(row))]
        own = [fits[c][place] for c, place in enumerate(places) if row[c].bare]
        costs += cost
        odd += sum(fit > _ODD for fit in own)
        shown += len(own)
        shifted += moved
        filled += held == w
    if not shifted or filled < _LEAST_ROWS or costs > shown * FULL_MEAN or odd > max(1, shown * _MOST_ODD):
        return None
    return Fit(aligner.head, path, steps, costs + aligner.head.cost, [])


def _best_places(fits: Sequence[Sequence[float]], skips: Sequence[float]) -> tuple[float, Sequence[int]]:
    """The columns in which the cells of a row, given how ill each fits each column, stand at least cost, some columns left out; and
    that cost. `skips`: what it costs that a column is left out."""

    def cost_of(places: tuple[int, ...]) -> float:
        absent = sum(skip * (LEAD if c < places[0] else 1.0) for c, skip in enumerate(skips) if c not in places)
        return absent + sum(fit[c] for fit, c in zip(fits, places, strict=True))

    return min((cost_of(places), places) for places in combinations(range(len(skips)), len(fits)))


def _is_whole(row: Sequence[Token], w: int) -> bool:
    """Whether a row has a cell for each of `w` columns, and nothing but padding behind them."""
    return len(row) >= w and not any(each.bare for each in row[w:]) and all(each.cell <= 0.0 for each in row[1:])


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
    steps: list[FitStep] = ["cell" if c else "row" for c in path]
    return Fit(aligner.head, path, steps, costs + aligner.head.cost, [])


def even_pieces(columns: Sequence[TextColumn], tokens: Sequence[Token]) -> set[int]:
    """Which tokens stand in a row that has a piece for each column, or below such a row one for each but the leading ones, which
    are merged with those above: there each is likely to be a cell. Not where remarks, which are often missing, have a column."""
    w = len(columns)
    if columns[-1].kind == "remarks":
        return set()
    lead = sum(1 for _ in takewhile(lambda column: column.kind in ("series", "category", "time"), columns))
    starts = [*(k for k, each in enumerate(tokens) if each.row <= 0.0), len(tokens)]
    even: set[int] = set()
    for a, b in pairwise(starts):
        pieces = b - a - sum(each.stay < 0.0 for each in tokens[a + 2 : b])  # 10 月底前 is one
        numbered = columns[0].kind != "series" or "chain" in tokens[a].looks
        below = a - 1 in even and max(_LEAST_EVEN, w - lead) <= pieces < w
        if (pieces == w and numbered) or (below and "chain" not in tokens[a].looks):
            even.update(range(a, b))
    return even
