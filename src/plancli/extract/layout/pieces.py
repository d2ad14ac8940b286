"""The pieces of a line: where gaps and rules part it, and which of its runs are one text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import chain, pairwise

from . import measures as m
from .sheet import CLOSING, Piece, Run

_AT = 1.0  # points: edges closer than this are one
_SHARED = 3  # lines whose second pieces begin there


def segments(row: list[Run], upright: list[Piece]) -> list[list[Run]]:
    """A row parted at wide gaps, and where an upright rule stands in a gap."""
    parts, end = [[row[0]]], row[0].x1
    for run in row[1:]:
        gap = run.x0 - end
        if gap > m.SEGMENT_GAP * max(run.size, row[0].size) or (
            gap > 1 and any(end - 1 < x < run.x0 + 1 and low < run.middle < high for x, low, high in upright)
        ):
            parts.append([run])
        else:
            parts[-1].append(run)
        end = max(end, run.x1)
    return parts


def common_starts(rows: list[list[list[Run]]], inset: float) -> tuple[list[float], list[float]]:
    """Left edges of columns: where the second pieces of many lines begin; and where many lines do, farther in than `inset`."""
    far = min((parts[0][0].x0 for parts in rows), default=0.0) + inset
    second = [part[0].x0 for parts in rows for part in parts[1:]]
    first = [parts[0][0].x0 for parts in rows if parts[0][0].x0 > far]
    return _shared(second), _shared(first)


def _shared(places: list[float]) -> list[float]:
    """The places at which as many as make an edge stand."""
    places.sort()
    return [x for k, x in enumerate(places) if k + _SHARED - 1 < len(places) and places[k + _SHARED - 1] - x <= _AT]


def parted_at(part: list[Run], starts: list[float], far: list[float], inset: float) -> list[list[Run]]:
    """A piece of a line parted once more where one of its runs begins at a column's left edge: the line before it hangs into the gap. At
    the edge of lines that begin `far` in, what stands before is a label where it is as wide as `inset`, and else a number."""
    for k in range(1, len(part)):
        clear = part[k].x0 - max(run.x1 for run in part[:k])
        if clear <= m.COLUMN_CLEAR * part[k].size:
            continue
        edges = [*starts, *far] if part[k].x0 - part[0].x0 > inset else starts
        if any(abs(part[k].x0 - x) <= _AT for x in edges):
            return [part[:k], *parted_at(part[k:], starts, far, inset)]
    return [part]


def merged(row: list[Run]) -> list[Run]:
    """The runs of a row, those joined that stand as close as the words of one text do, or that the file's blanks join."""
    parts: list[list[Run]] = [[row[0]]]
    for before, run in pairwise(row):
        size = min(before.size, run.size)
        alike = size > m.ALIKE * max(before.size, run.size)
        near = run.x0 - before.x1 < m.WORD_GAP * size or (alike and run.x0 - before.reach < m.BLANK_FILLS * size)
        counts = not alike and run.base == before.base and (before.text.isdecimal() or run.text.isdecimal())
        if near and run.x0 > before.x0 and not counts:  # no number of a line with its line
            parts[-1].append(run)
        else:
            parts.append([run])
    return [part[0] if len(part) == 1 else _one(part) for part in parts]


def parted(rows: list[list[Run]], known: Sequence[float] = ()) -> list[list[Run]]:
    """Lines in pieces, each parted once more where it runs over a left edge that several lines of a table share: a narrow column, or one
    whose text fills it, stands as close to the next as the words of one text. A piece begins at such an edge; in other lines
    characters stand apart there, or the spacing is broken right at it; of lines in several pieces and of broken headings the pieces tell
    edges themselves, a centred heading a little behind one.
    `known` are the edges of a table that may go on."""
    found = (run.x0 for row in rows if len(row) >= m.EDGE_PIECES for run in row)
    starts = sorted(chain(found, chain.from_iterable([x] * m.EDGE_LINES for x in known)))
    if len(starts) < m.EDGE_PIECES * m.EDGE_LINES:
        return rows
    loose = {id(run): cuts for row in rows for run in row if (cuts := _apart(run))}
    telling = {
        id(run)
        for row in rows
        if len(row) >= m.EDGE_PIECES or all(len(run.text) <= m.EDGE_HEADING for run in row)
        for run in row
    }
    held = (run for row in rows for run in row if id(run) in telling)
    far = (run.lefts[k] for run in held for k, is_far in loose.get(id(run), ()) if is_far)
    edges = sorted([*starts, *far])

    def cut(run: Run, k: int, is_far: bool) -> bool:
        x = run.lefts[k]
        if not is_far or id(run) not in telling:
            return _count(starts, x, x, m.SAME_EDGE if is_far else m.SAME_POINT) >= m.EDGE_LINES
        shared = _count(starts, x, x) and _count(edges, x, x) >= m.EDGE_LINES
        return bool(shared) or _count(starts, run.rights[k - 1], x) >= m.EDGE_LINES

    def parts(run: Run) -> list[Run]:
        cuts = [k for k, is_far in loose.get(id(run), ()) if cut(run, k, is_far)]
        return [run.part(start, end) for start, end in pairwise([0, *cuts, len(run.text)])] if cuts else [run]

    return [[part for run in row for part in parts(run)] for row in rows] if loose else rows


def _apart(run: Run) -> list[tuple[int, bool]]:
    """The places in a run before which characters stand farther apart than they usually do in it, or closer, or behind a stop, which may
    fill the gap to the next column; and whether they stand far apart."""
    gaps = [left - right for left, right in zip(run.lefts[1:], run.rights, strict=False)]
    usual = sorted(gaps)[(len(gaps) - 1) // 2] if len(gaps) > 1 else 0.0
    least, uneven = usual + m.EDGE_GAP * run.size, m.EDGE_UNEVEN * run.size
    return [
        (k, gap > least) for k, gap in enumerate(gaps, 1) if abs(gap - usual) > uneven or run.text[k - 1] in CLOSING
    ]


def _count(places: list[float], first: float, last: float, slack: float = m.SAME_EDGE) -> int:
    return bisect_right(places, last + slack) - bisect_left(places, first - slack)


def _one(part: list[Run]) -> Run:
    text = ""
    lefts: list[float] = []
    rights: list[float] = []
    blanks: list[int] = []
    for run in part:
        blanks.extend(len(text) + k for k in run.blanks)
        text += run.text
        lefts += run.lefts
        rights += run.rights
    first = part[0]
    size = max(part, key=lambda run: len(run.text)).size
    x1 = max(run.x1 for run in part)
    return Run(
        text, first.x0, x1, first.base, size, lefts, rights, tuple(dict.fromkeys(blanks)), first.angle, first.bold
    )
