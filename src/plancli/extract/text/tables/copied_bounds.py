"""Where the rows of a copied page begin and end: at the numbers of a series, or at times and weeks, under which their cells are
cheapest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....language.bodies import is_organ
from ....language.header_rows import squeezed
from ....language.time_pieces import is_rest_of_time
from ....language.times import has_time, is_time
from .copied_cuts import CopiedCells, CopiedPiece, fit_of
from .costs import LEAD, SKIP
from .tokens import is_heading, is_ordinal, value

_TAIL, _MOST_TAIL_COST = 0.8, 3.0  # what speaks against leaving out lines below the last row, each and all
_MOST_TAIL = 20  # lines below the last number that are looked at
_MOST_GROUP, _LONGEST_GROUP = 4, 12  # lines and characters of a group's name
_HEADING, _LONGEST_HEADING = 0.3, 30  # what speaks against a heading without a label; characters of one
_GROUP_LINE = 0.2  # what speaks against each line of it but the first
_MOST_LEAD = 3  # lines of a time that begins a row
_RANGE = "-－—–~～至到、，"  # what goes on a time
_MOST_ROW = 60  # pieces of a row
_ODD_ROW = 2.0  # by how much more than others a row costs, for it to be looked at as several
_MERGED = 1.0  # what speaks against a row whose number is that of the row above
_MOST_CUT = 24  # lines of a row that may be several
_NOWHERE = 1e6
# From which piece to which a row goes; between, what leads it: its number, or the end of its time.
CopiedRow = tuple[int, int, int]


def copied_bounds(pieces: Sequence[CopiedPiece], cells: CopiedCells, lead: int) -> list[CopiedRow]:
    """The rows, by the series of numbers, or else by the times and weeks, under which all of them are cheapest; `lead`: whether the
    names of groups stand before the numbers."""
    first = next((k for k, piece in enumerate(pieces) if not is_heading(squeezed(piece.text))), 0)
    if lead:
        first = next((k for k in range(first, min(first + _MOST_GROUP, len(pieces))) if value(pieces[k].text)), first)
    if not pieces:
        return []
    headed = not lead and not first and _is_alone(pieces, 0) and pieces[1].text == "1"  # without a label
    first += headed
    if not value(pieces[first].text):
        return _dated_bounds(pieces, cells) if not lead else []
    at: dict[int, list[int]] = {}
    for k, piece in enumerate(pieces):
        begins = piece.first or k == first or is_heading(squeezed(pieces[k - 1].text)) or (lead and pieces[k - 1].first)
        if piece.text.isdecimal() and begins:
            at.setdefault(int(piece.text), []).append(k)
    due = int(pieces[first].text)
    ways: dict[int, tuple[float, list[CopiedRow]]] = {first: (0.0, [(0 if lead else first, first, first)])}
    while any(k > min(ways) for k in at.get(due + 1, ())):
        following: dict[int, tuple[float, list[CopiedRow]]] = {}
        for k in at[due + 1]:
            for cost, start in _groups_before(pieces, k) if lead else [(0.0, k)]:
                for number, (before, rows) in ways.items():
                    if number >= start:
                        continue
                    for more, stop in _stops(pieces, number, start, headed=headed):
                        total = before + cost + more + cells.cells(pieces[number + 1 : stop])[0]
                        if k not in following or total < following[k][0]:
                            following[k] = total, [*rows[:-1], (*rows[-1][:2], stop), (start, k, k)]
        ways, due = following, due + 1
    number = min(ways, key=lambda k: ways[k][0])
    *rows, last = ways[number][1]
    return [*rows, (*last[:2], _end(pieces, number, cells)[1])]


def with_merged(pieces: Sequence[CopiedPiece], rows: Sequence[CopiedRow], cells: CopiedCells) -> list[CopiedRow]:
    """The rows, each that costs much more than others cut in two or more where these cost less: what leads them is merged."""
    costs = [cells.cells(pieces[number + 1 : stop])[0] for _, number, stop in rows]
    usual = sorted(costs)[len(costs) // 4]  # most may be several
    result: list[CopiedRow] = []
    for row, cost in zip(rows, costs, strict=True):
        result += _cut(pieces, row, cells) if cost > usual + _ODD_ROW else [row]
    return result


def _cut(pieces: Sequence[CopiedPiece], row: CopiedRow, cells: CopiedCells) -> list[CopiedRow]:
    """A row cut at ends of lines into those that are cheapest, a number of its own for the first alone."""
    start, number, stop = row
    edges = [k for k in range(number + 1, stop) if k == number + 1 or pieces[k].first]
    if not edges or len(edges) > _MOST_CUT:
        return [row]
    best: dict[int, tuple[float, int]] = {
        number + 1: (0.0, 0)
    }  # up to each edge: the cost, and where the last row begins
    for after in [*edges[1:], stop]:
        for before in edges:
            if before < after and before in best:
                cost = best[before][0] + _row_cost(pieces[before:after], cells, merged=before > number + 1)
                if after not in best or cost < best[after][0]:
                    best[after] = cost, before
    found: list[CopiedRow] = []
    while stop > number + 1:
        before = best[stop][1]
        found.insert(0, (before, before - 1, stop) if before > number + 1 else (start, number, stop))
        stop = before
    return found


def _row_cost(pieces: Sequence[CopiedPiece], cells: CopiedCells, *, merged: bool) -> float:
    """What speaks against pieces being a row, perhaps one whose first cells are merged with those above."""
    cost, ways = cells.cells(pieces, merged=merged)
    if not merged:
        return cost
    lead = next((c for c, (i, j) in enumerate(ways) if i < j), 0)
    return cost + _MERGED - sum(cells.skips[c] - cells.columns[c].skip for c in range(lead) if c not in cells.upper)


def _dated_bounds(pieces: Sequence[CopiedPiece], cells: CopiedCells) -> list[CopiedRow]:
    """The rows each of which begins with a time or a week, on a line of its own or several."""
    best: dict[tuple[int, int], tuple[float, list[CopiedRow]]] = {}
    for start, until in _leads(pieces):
        found = (0.0, [(0, until, until)]) if not start else (_NOWHERE, [])
        for (before, end), (cost, rows) in best.items():
            if end < start - 1 and start - before <= _MOST_ROW:
                total = cost + cells.cells(pieces[end + 1 : start])[0]
                if total < found[0]:
                    found = total, [*rows[:-1], (*rows[-1][:2], start), (start, until, until)]
        if found[0] < _NOWHERE:
            best[start, until] = found
    last = [(start, until) for start, until in best if len(pieces) - start <= _MOST_ROW + _MOST_TAIL]
    ends = {key: _end(pieces, key[1], cells) for key in last if key[1] + 1 < len(pieces)}
    if not ends:
        return []
    key = min(ends, key=lambda key: best[key][0] + ends[key][0])
    *rows, row = best[key][1]
    return [*rows, (*row[:2], ends[key][1])]


def _leads(pieces: Sequence[CopiedPiece]) -> Iterator[tuple[int, int]]:
    """From which piece to which times and weeks go that may begin rows."""
    for k, piece in enumerate(pieces):
        text = ""
        for until in range(k, min(k + _MOST_LEAD, len(pieces))):
            more = squeezed(pieces[until].text)
            if is_time(text) and not (is_rest_of_time(more) or has_time(more) or more[0] in _RANGE):
                break  # what is done then: 6月 above 开展安全生产月活动
            text += more
            if piece.first and (is_time(text) or is_ordinal(text)):
                yield k, until


def _groups_before(pieces: Sequence[CopiedPiece], number: int) -> Iterator[tuple[float, int]]:
    """How far before a number its row may begin with the name of a group of rows, and what speaks against that."""
    yield LEAD * SKIP["category"], number
    for start in range(number - 1, max(0, number - _MOST_GROUP), -1):
        text = squeezed("".join(piece.text for piece in pieces[start:number]))
        if len(text) > _LONGEST_GROUP or text[-1] in "。；;、，":
            return
        yield fit_of("category", text) + _GROUP_LINE * (number - start - 1), start


def _stops(pieces: Sequence[CopiedPiece], start: int, stop: int, *, headed: bool) -> Iterator[tuple[float, int]]:
    """Where a row ends before the next one's number, headings between them apart, and what speaks against that; `headed`: some have
    no label."""
    while stop > start + 1 and pieces[stop - 1].first and is_heading(squeezed(pieces[stop - 1].text)):
        stop -= 1
    yield 0.0, stop
    if headed and stop > start + 2 and _is_alone(pieces, stop - 1):
        yield _HEADING, stop - 1


def _is_alone(pieces: Sequence[CopiedPiece], k: int) -> bool:
    """Whether a piece is all of a line and may head rows."""
    text = squeezed(pieces[k].text)
    alone = pieces[k].first and k + 1 < len(pieces) and pieces[k + 1].first
    return alone and 1 < len(text) <= _LONGEST_HEADING and text[-1] not in "。；，、" and not value(text)


def _end(pieces: Sequence[CopiedPiece], start: int, cells: CopiedCells) -> tuple[float, int]:
    """Where the last row ends: at the line's end behind which least speaks against what is left out; and what does."""
    stops = [k for k in range(start + 2, len(pieces) + 1) if k == len(pieces) or pieces[k].first][:_MOST_TAIL]

    def left_out(stop: int) -> float:
        if stop == len(pieces) or pieces[stop].at > pieces[stop - 1].at + 1 or is_organ(squeezed(pieces[stop].text)):
            return 0.0
        return min(_TAIL * sum(k > stop for k in stops), _MOST_TAIL_COST)

    return min(((cells.cells(pieces[start + 1 : k])[0] + left_out(k), k) for k in stops), default=(0.0, start + 1))
