"""Where the rows of a text begin in which blanks keep places: cells of several lines stand at the top of their rows, or in the
middle, so that a row's number may have lines above it that are its row's. Numbers, where cells stand, and where they are full, cut
or missing tell how the lines are shared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ....language.bodies import all_bodies
from ....language.header_rows import squeezed
from ....language.script import columns
from .broken_cells import CLOSES, are_two_cells, breaks_time, is_cut, shows_cut
from .centred import NARROW, join_lines
from .head_words import TASKS
from .held_cells import suits
from .layout_cells import headings_among, is_when, join_pieces, repeat_names, widths_of
from .layout_lines import SAMPLE, LayoutLine
from .tokens import number_of_item, value

_MOST = 16  # lines of a row
_STEP = 3  # by which numbers may rise
_FAR_BELOW = 4  # lines beyond which two pieces of a column are not compared
RAGGED = 3  # half-width columns that a full line may lack, where the next word would not have fitted
# what speaks against a cut of the lines into rows
_ROW = 0.8  # each row
_NO_NUMBER = 4.0  # a row without a number where rows are numbered
_MERGED = 1.5  # that times, or numbers and tasks, at the rows' beginnings are merged over several
_MISSING, _MISSING_FEW, _MISSING_TASK = 1.5, 0.2, 5.0  # a cell that is not there
_OFTEN_EMPTY, _WHOLE = ("remarks", "slot"), ("time", "leaders")
_OFF, _OFF_NUMBER = 0.35, 0.5  # a cell, a number, each line off its place
_UNLIKE = 2.0  # a cell of bodies or times that is none
_SHORT = 1.0  # a line that goes on though it was not full
_TWICE = 4.0  # … with a time or persons below such as are whole
_PAIRED = 1.2  # … with bodies below bodies, where both lines say what is done as well
_LISTED = 2.0  # … behind ；, which parts what one cell lists
_HOLE = 1.0  # each line beyond one that a cell leaves out
_FULL, _CUT, _CLOSING = 1.5, 3.0, 4.0  # a row's end behind a full line, within a name, before a sign that closes
_GAP_WITHIN, _NO_GAP = 2.0, 1.0  # where blank lines part rows: one within a row, none between two
_GAPS = 0.8  # share of the lines behind a blank one from which on these part lines, not rows


@dataclass(slots=True)
class _CellBelow:
    """A cell of the lines below one: its first and last line, what it says, what speaks against its lines, and against all of it."""

    first: int = -1
    last: int = -1
    text: str = ""
    within: float = 0.0
    cost: float = 0.0


class LayoutRows:
    """The lines below a header, the numbers of their rows, and the costs of cutting them into rows."""

    def __init__(self, lines: Sequence[LayoutLine], kinds: Sequence[str], words: Sequence[str]) -> None:
        self.lines, self.kinds = lines, kinds
        self.at = {line.pieces[0].at: n for n, line in enumerate(lines)}
        for line in lines:
            join_pieces(line)
        self.headings = headings_among(lines, numbered=kinds[0] == "number")
        self.cells = [
            [" ".join(piece.text for piece in line.pieces if piece.column == c) for c in range(len(kinds))]
            for line in lines
        ]
        self.widths = widths_of([cells for n, cells in enumerate(self.cells) if n not in self.headings], len(kinds))
        leads = [c for c in range(min(2, len(kinds))) if kinds[c] in ("number", "time") or words[c].startswith("周")]
        leads = leads or [0][: kinds[0] == "departments" and "slot" in kinds]  # who does what in each month
        self.lead = next(
            (c for c in leads if kinds[c] == "number" or words[c].startswith("周")), leads[0] if leads else -1
        )
        self.labels = self._labels() if self.lead >= 0 else set[int]()
        self.numbered = bool(self.labels)  # each row has one
        self.merged = [c for c, kind in enumerate(kinds) if kind == "category"]
        self._join_merged(self.merged)
        self.held = [c for c in range(len(kinds)) if c not in self.merged and not (c == self.lead and self.labels)]
        self.task = self._task()
        self._count_lines(self.merged)
        self.gaps = 1 < sum(line.gap for line in lines) <= _GAPS * len(lines)
        self.top = False
        self.goes_on: dict[
            tuple[int, int], float
        ] = {}  # what speaks against a line's going on in the next that has its cell

    def _task(self) -> int:
        """The column, of those whose cells make rows, that says what is done; -1 for none."""
        return next((c for kind in TASKS for c in self.held if self.kinds[c] == kind), -1)

    def _sparse(self) -> list[int]:
        """The columns that may be merged over rows, since they have fewer cells than a finer one has lines: times at the rows' beginnings,
        or numbers and tasks beside several of what is done for them."""
        tasks = [c for c in self.held if self.kinds[c] in TASKS]
        leads = [c for c in range(len(self.kinds)) if c not in self.merged]
        if self.kinds[leads[0]] == "time":
            leads, finer = leads[:1], tasks[:1]
        else:
            leads, finer = [c for c in leads if c in tasks[:-1] or (c == self.lead and tasks[1:])], tasks[-1:]
        if not finer or finer[0] in leads:
            return []
        count = [sum(bool(cells[c]) for cells in self.cells) for c in range(len(self.kinds))]
        return [c for c in leads if count[c] * 4 < 3 * count[finer[0]]]

    def _labels(self) -> set[int]:
        """The lines in which the numbers, weeks or days stand that each row has; none where they are no series."""
        found: list[int] = []
        last, half = 0, ""
        numbered = self.kinds[self.lead] == "number" or any(
            value(squeezed(cells[self.lead])) for cells in self.cells[:_MOST]
        )
        for n in range(len(self.lines)):
            text = "" if n in self.headings else squeezed(self.cells[n][self.lead])
            if not text:
                continue
            if self.kinds[self.lead] == "departments":
                if not all_bodies(text):
                    return set()
                found.append(n)
                continue
            if numbered:
                if last < value(text) <= last + _STEP or not found:
                    found.append(n)
                    last = value(text)
                elif not value(text):
                    return set()
                continue
            if half and not is_when(text):
                if not is_when(half + text):
                    return set()
                half = ""
                continue
            half = text
            found.append(n)
        return set(found) if found and (not numbered or last > 0) else set()

    def _join_merged(self, merged: Sequence[int]) -> None:
        own = [(n, line) for n, line in enumerate(self.lines) if n not in self.headings]
        for c in merged:
            join_lines(own, c, self.at, self.widths[c])

    def bounds(self) -> list[tuple[int, int]]:
        """From which line to which each row goes; [] where there are no rows to be seen."""
        near = min(len(self.lines), SAMPLE)
        ways = [(self._cut(near, top=top)[0], top) for top in (True, False)]
        if merged := self._sparse():
            led = sum(n < near for n in self.labels)
            whole = self.numbered, self.held, self.task
            self.numbered = self.numbered and self.lead not in merged
            self.held = [c for c in self.held if c not in merged]
            self.task = self._task()
            self._count_lines([*self.merged, *merged])
            free = [
                (cost + _MERGED, top)
                for top in (True, False)
                for cost, rows in [self._cut(near, top=top)]
                if len(rows) > led
            ]
            if min(free, default=ways[0]) < min(ways):
                ways, self.merged = free, [*self.merged, *merged]
                self._join_merged(merged)
            else:
                self.numbered, self.held, self.task = whole
                self._count_lines(self.merged)
        leads = self.merged[:1] and self.cells[min({*range(near)} - self.headings, default=0)][self.merged[0]]
        self.top = min(ways, key=lambda way: (way[0], way[1] != bool(leads)))[
            1
        ]  # else a merged cell stands further down
        return self._cut(len(self.lines), top=self.top)[1]

    def _cut(self, until: int, *, top: bool) -> tuple[float, list[tuple[int, int]]]:
        """The best way to cut the lines up to one into rows, and what speaks against it."""
        self.top = top
        best: list[tuple[float, int]] = [
            (0.0, 0)
        ]  # of the lines before each: what speaks against them, where their last row begins
        for stop in range(1, until + 1):
            if stop - 1 in self.headings:
                best.append((best[stop - 1][0], stop - 1))
                continue
            edge = self._edge(stop) if stop < until and stop not in self.headings else 0.0
            found = (float("inf"), 0)
            for start, row in self._rows(stop):
                cost = best[start][0] + row + edge
                if cost < found[0]:
                    found = cost, start
            if found[0] == float("inf"):
                return found[0], []
            best.append(found)
        bounds: list[tuple[int, int]] = []
        stop = until
        while stop:
            start = best[stop][1]
            if stop - 1 not in self.headings:
                bounds.append((start, stop))
            stop = start
        return best[-1][0], bounds[::-1]

    def _rows(self, stop: int) -> Iterator[tuple[int, float]]:
        """The rows that may end before a line: where each begins, the lowest first, and what speaks against its lines being one. A row
        that begins a line further up has that line's pieces above those of the one before."""
        label: int | None = None
        gaps = 0
        cells = [_CellBelow() for _ in self.held]
        for start in range(stop - 1, max(-1, stop - 1 - _MOST), -1):
            if start in self.headings or (start in self.labels and label is not None):
                break
            label = start if start in self.labels else label
            cost = _ROW
            if self.numbered:
                cost += _NO_NUMBER if label is None else _OFF_NUMBER * self._off(label, label, start, stop)
            elif self.top and label is not None:
                cost += _NO_NUMBER * (label != start)  # a merged cell begins where a row does
            for c, cell in zip(self.held, cells, strict=True):
                if text := self.cells[start][c]:
                    self._begin_above(cell, start, c, text)
                if cell.first < 0:
                    cost += (
                        _MISSING_TASK if c == self.task else _MISSING_FEW if self.kinds[c] in _OFTEN_EMPTY else _MISSING
                    )
                else:
                    cost += _OFF * self._off(cell.first, cell.last, start, stop) + cell.cost
            yield start, cost + _GAP_WITHIN * gaps
            gaps += self.gaps and self.lines[start].gap

    def _begin_above(self, cell: _CellBelow, n: int, c: int, text: str) -> None:
        """Let a cell begin with the piece of line n, above those that it has."""
        if cell.first < 0:
            cell.last = n
        else:
            if (n, c) not in self.goes_on:
                self.goes_on[n, c] = _SHORT * self._stops_short(n, cell.first, c) + _HOLE * max(0, cell.first - n - 2)
                lower = self.cells[cell.first][c]
                kind = self.kinds[c]
                whole = kind in _WHOLE and not is_cut(text, lower) and are_two_cells(text, lower)
                whole = whole and not (kind == "time" and breaks_time(text, lower))
                self.goes_on[n, c] += _TWICE * (whole or (kind == "departments" and repeat_names(text, lower)))
                beside = self.task >= 0 and self.cells[n][self.task] and self.cells[cell.first][self.task]
                self.goes_on[n, c] += _PAIRED * bool(
                    beside and self._are_bodies(n, cell.first, c) and text[-1] not in "、，"
                )
            cell.within += self.goes_on[n, c]
        cell.first, cell.text = n, text + cell.text
        cell.cost = cell.within + _UNLIKE * (not suits(self.kinds[c], cell.text))

    def _count_lines(self, merged: Sequence[int]) -> None:
        """Number the lines; those that hold nothing but pieces of merged cells stand between the lines of rows, and do not count."""
        own = (any(text for c, text in enumerate(cells) if c not in merged) for cells in self.cells)
        self.place = list(accumulate(own, initial=0))

    def _off(self, first: int, last: int, start: int, stop: int) -> float:
        """By how many lines a cell stands off its place in a row."""
        first, last, start, stop = (self.place[n] for n in (first, last, start, stop))
        return first - start if self.top else abs((first + last) - (start + stop - 1)) / 2

    def _edge(self, stop: int) -> float:
        """What speaks against a row's end before a line."""
        cost = _NO_GAP * (self.gaps and not self.lines[stop].gap)
        for c in self.held:
            above = next((n for n in range(stop - 1, max(-1, stop - 1 - _FAR_BELOW), -1) if self.cells[n][c]), None)
            below = next((n for n in range(stop, min(len(self.cells), stop + _FAR_BELOW)) if self.cells[n][c]), None)
            if above is None or below is None:
                continue
            upper, lower = self.cells[above][c], self.cells[below][c]
            if lower[0] in CLOSES:
                cost += _CLOSING
            elif (item := number_of_item(lower)) > 0:
                cost += _CUT * (item > 1)
            elif (
                shows_cut(upper, lower)
                or (self.kinds[c] == "departments" and is_cut(upper, lower))
                or (self.kinds[c] == "time" and breaks_time(upper, lower))
            ):
                cost += _CUT
            elif upper[-1] in "；;":
                cost += _LISTED
            elif self._are_bodies(above, below, c):
                pass
            elif (
                below - above <= 2 and self._is_full(above, c) and upper[-1] not in "。；;" and self.widths[c] > NARROW
            ):
                cost += _FULL
        return cost

    def _stops_short(self, n: int, after: int, c: int) -> bool:
        """Whether a line goes on though it was not full; before the next item of a list, or the next body, it need not be."""
        if self._are_bodies(n, after, c):
            return False
        short = columns(self.cells[n][c]) < self.widths[c] - RAGGED
        return number_of_item(self.cells[after][c]) < 2 and (short or number_of_item(self.cells[after][c]) == 1)

    def _are_bodies(self, n: int, after: int, c: int) -> bool:
        """Whether two lines are whole names of bodies each."""
        return self.kinds[c] == "departments" and all(map(all_bodies, (self.cells[n][c], self.cells[after][c])))

    def _is_full(self, n: int, c: int) -> bool:
        return columns(self.cells[n][c]) >= self.widths[c] - 1
