"""Tables as `pdftotext -layout` gives them whose cells stand in the middle of their rows: a row's number stands beside the middle of
its longest cell, whose first lines stand above it, so that no line tells where a row begins. The numbers do, one a row, and
where cells are full, cut or missing tells how the lines between two of them are shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from ....grammar.pattern import Pattern
from ....language.bodies import all_bodies
from ....language.header_rows import squeezed
from ....language.headers import lexicon_of
from ....language.script import columns
from ....language.times import is_time
from ....model.source import Line
from .broken_cells import CLOSES, is_cut
from .costs import END_ROW, FAR
from .dump import WORD, Dump
from .layout_columns import APART, LayoutPiece, block_of, header_of, said_of, set_columns
from .tokens import Token, go_on, is_heading, is_ordinal, is_persons, number_of_item, token, value
from .words import TASKS

_LEAST_ROWS = 3
_MOST_BELOW = 16  # lines of a row below its number
_EACH = 1.1  # lines a row up to which each line is one
_STEP = 3  # by which numbers may rise
_FAR_BELOW = 4  # lines beyond which two pieces of a column are not compared
_RAGGED = 3  # half-width columns that a full line may lack, where the next word would not have fitted
_NARROW = 8  # half-width columns; in as narrow a column each line is full
# what speaks against a cut of the lines into rows
_MISSING, _MISSING_FEW, _MISSING_TASK = 1.5, 0.2, 5.0  # a cell that is not there
_MARK = Pattern("[^㐀-鿿\\w]")
_OFTEN_EMPTY = ("remarks", "slot")
_OFF, _OFF_NUMBER = 0.35, 0.5  # a cell, a number, each line off the middle of its row
_UNLIKE = 2.0  # a cell of bodies or times that is none
_SHORT = 1.0  # a line that goes on though it was not full
_FULL, _CUT, _CLOSING = 1.5, 3.0, 4.0  # a row's end behind a full line, within a name, before a sign that closes


def centred_rows(lines: Sequence[Line], at: int) -> Dump | None:
    """The rows of such a dump, each with a cell for each word of its header, empty ones too; None for another dump."""
    if APART.search(lines[at].text) or not 2 <= len(lines[at].text.split()) <= WORD:
        return None
    lexicon = lexicon_of()
    header = header_of(block_of(lines[: at + _MOST_BELOW], at), lexicon)
    if header is None:
        return None
    block = block_of(lines, at)
    words, below = header
    led = sum(value(line[0].text) > 0 or _is_when(line[0].text) for line in block[below:])
    if led * _EACH >= len(block) - below:
        return None
    roles = [lexicon.role(said_of(word)) for word in words]
    kinds = ["" if role is None else "slot" if role.is_time else role.kind for role in roles]
    if "slot" in kinds and any(_MARK.fullmatch(piece.text) for line in block[below:] for piece in line):
        return None  # a mark under a month does not say which month it means
    set_columns(words, block, kinds)
    weeks = [said_of(word).startswith("周") for word in words]
    leads = [c for c in range(min(2, len(words))) if kinds[c] in ("number", "time") or weeks[c]]
    for c in leads[:1]:
        reading = _Rows(block, below, kinds, c)
        if reading.labels and (bounds := reading.bounds()):
            return _dump(lines, block, words, bounds, reading, at)
    return None


class _Rows:
    """The lines below the header, their numbers, and the costs of cutting them into rows."""

    def __init__(self, block: Sequence[list[LayoutPiece]], below: int, kinds: Sequence[str], lead: int) -> None:
        self.lines, self.below, self.kinds, self.lead = block, below, kinds, lead
        self.at = {line[0].at: n for n, line in enumerate(block)}
        self.headings = {
            n for n in range(below, len(block)) if len(block[n]) == 1 and is_heading(squeezed(block[n][0].text))
        }
        self.cells = [
            [" ".join(piece.text for piece in line if piece.column == c) for c in range(len(kinds))] for line in block
        ]
        self.widths = []
        for c in range(len(kinds)):
            own = sorted(
                columns(cells[c]) for n, cells in enumerate(self.cells) if n >= below and n not in self.headings
            )
            self.widths.append(own[-2] if len(own) > 1 else 0)
        self.held = [c for c in range(len(kinds)) if c != lead and kinds[c] != "category"]
        self._join_categories()
        self.task = next((c for kind in TASKS for c in self.held if kinds[c] == kind), -1)
        self.labels = self._labels()

    def _labels(self) -> list[int]:
        """The lines in which the numbers, weeks or days stand that each row has, [] where they are too few or no series."""
        found: list[int] = []
        last, half = 0, ""
        numbered = self.kinds[self.lead] == "number"
        for n in range(self.below, len(self.lines)):
            text = "" if n in self.headings else squeezed(self.cells[n][self.lead])
            if not text:
                continue
            if numbered:
                if last < value(text) <= last + _STEP or not found:
                    found.append(n)
                    last = value(text)
                elif not value(text):
                    return []
                continue
            if half and not _is_when(text):
                if not _is_when(half + text):
                    return []
                half = ""
                continue
            half = text
            found.append(n)
        return found if len(found) >= _LEAST_ROWS and (not numbered or last > 1) else []

    def _join_categories(self) -> None:
        """Put the lines of each category beside each other: 经济发 / 展, 生态 / 环境."""
        for c in (c for c, kind in enumerate(self.kinds) if kind == "category"):
            above: LayoutPiece | None = None
            for n in range(self.below, len(self.lines)):
                for piece in [piece for piece in self.lines[n] if piece.column == c and n not in self.headings]:
                    near = above is not None and n - self.at[above.at] <= 2 and above.text.count("\n") < 1
                    full = above is not None and columns(above.text) >= self.widths[c] - 1
                    if (
                        above is not None
                        and near
                        and full
                        and (self.widths[c] < _NARROW or columns(piece.text) < self.widths[c])
                    ):
                        above.text += "\n" + piece.text
                        above.until = piece.at
                        self.lines[n].remove(piece)
                    else:
                        above = piece

    def bounds(self) -> list[int]:
        """Where each row begins, and the last ends; [] where the numbers are too far apart."""
        ends = [*self.labels[1:], min(len(self.lines), self.labels[-1] + _MOST_BELOW)]
        if any(b - a > 2 * _MOST_BELOW for a, b in pairwise([self.below, *self.labels, ends[-1]])):
            return []
        first = next(n for n in range(self.below, len(self.lines)) if n not in self.headings)
        ways: dict[int, tuple[float, list[int]]] = {first: (0.0, [first])}
        for i, label in enumerate(self.labels):
            final = i + 1 == len(self.labels)
            head = next((h for h in sorted(self.headings) if label < h < ends[i]), None)
            stops = [ends[i]] if final else [head] if head is not None else range(label + 1, ends[i] + 1)
            following: dict[int, tuple[float, list[int]]] = {}
            for stop in stops:
                edge = 0.0 if final or head is not None else self._edge(stop)
                begin = stop + sum(h in self.headings for h in range(stop, stop + 3))
                for start, (cost, way) in ways.items():
                    total = cost + self._row(start, stop, label) + edge
                    if begin not in following or total < following[begin][0]:
                        following[begin] = total, [*way, begin]
            ways = following
        return min(ways.values())[1]

    def _row(self, start: int, stop: int, label: int) -> float:
        """What speaks against lines being a row."""
        middle = (start + stop - 1) / 2
        cost = _OFF_NUMBER * abs(label - middle)
        for c in self.held:
            own = [n for n in range(start, stop) if self.cells[n][c]]
            if not own:
                cost += _MISSING_TASK if c == self.task else _MISSING_FEW if self.kinds[c] in _OFTEN_EMPTY else _MISSING
                continue
            cost += _OFF * abs((own[0] + own[-1]) / 2 - middle)
            cost += _UNLIKE * (not _suits(self.kinds[c], "".join(self.cells[n][c] for n in own)))
            cost += _SHORT * sum(self._stops_short(n, after, c) for n, after in pairwise(own))
        return cost

    def _edge(self, stop: int) -> float:
        """What speaks against a row's end before a line."""
        cost = 0.0
        for c in self.held:
            above = next(
                (n for n in range(stop - 1, max(self.below - 1, stop - 1 - _FAR_BELOW), -1) if self.cells[n][c]), None
            )
            below = next((n for n in range(stop, min(len(self.cells), stop + _FAR_BELOW)) if self.cells[n][c]), None)
            if above is None or below is None:
                continue
            upper, lower = self.cells[above][c], self.cells[below][c]
            if lower[0] in CLOSES:
                cost += _CLOSING
            elif (item := number_of_item(lower)) > 0:
                cost += _CUT * (item > 1)
            elif is_cut(upper, lower) or (self.kinds[c] == "time" and is_time(upper + lower) and not is_time(lower)):
                cost += _CUT
            elif self._is_full(above, c) and upper[-1] not in "。；;" and self.widths[c] > _NARROW:
                cost += _FULL
        return cost

    def _stops_short(self, n: int, after: int, c: int) -> bool:
        """Whether a line goes on though it was not full; before the next item of a list it need not be."""
        short = columns(self.cells[n][c]) < self.widths[c] - _RAGGED
        return number_of_item(self.cells[after][c]) < 2 and (short or number_of_item(self.cells[after][c]) == 1)

    def _is_full(self, n: int, c: int) -> bool:
        return columns(self.cells[n][c]) >= self.widths[c] - 1


@lru_cache(maxsize=4096)
def _suits(kind: str, text: str) -> bool:
    """Whether a cell of bodies, persons or times holds such."""
    flat = squeezed(text)
    if kind == "departments":
        return all_bodies(flat)
    return is_time(flat) if kind == "time" else kind != "leaders" or is_persons(text)


def _is_when(text: str) -> bool:
    return is_ordinal(text) or is_time(text)


def _dump(
    lines: Sequence[Line],
    block: Sequence[list[LayoutPiece]],
    words: Sequence[list[LayoutPiece]],
    bounds: Sequence[int],
    rows: _Rows,
    at: int,
) -> Dump:
    width = len(words)
    above = any(start < label for start, label in zip(bounds, rows.labels, strict=False))
    dump = Dump([], told=True, written=True, spare=not above)
    dump.tokens += _tokens(lines, [piece for word in words for piece in word], width, at)
    unsure = 0
    dump.tokens += [_heading(lines, block[n][0]) for n in range(rows.below, bounds[0])]
    for start, stop in pairwise(bounds):
        heading = [n for n in range(start, stop) if n in rows.headings]
        stop = heading[0] if heading else stop
        pieces = [piece for line in block[start:stop] for piece in line]
        if pieces:
            row = _tokens(lines, pieces, width, pieces[0].at)
            dump.tokens += row
            odd = [
                each for each, kind in zip(row, rows.kinds, strict=True) if each.lines and not _suits(kind, each.text)
            ]
            for each in odd:
                each.unsure = True
            unsure += bool(odd)
        dump.tokens += [_heading(lines, block[n][0]) for n in heading]
    if unsure * 3 > len(bounds) - 1:
        dump.unread = "nothing tells which lines make a row"
    return dump


def _heading(lines: Sequence[Line], piece: LayoutPiece) -> Token:
    return token(lines[piece.at], piece.text, piece.at, row=0.0)


def _tokens(lines: Sequence[Line], pieces: Sequence[LayoutPiece], width: int, at: int) -> list[Token]:
    """The cells of a row."""
    cells = [Token([], at, cell=0.0, end=END_ROW, until=at, place=c * WORD) for c in range(width)]
    cells[0].cell, cells[0].row = FAR, 0.0
    for piece in sorted(pieces, key=lambda piece: (piece.at, piece.start)):
        cell = cells[piece.column]
        first, *rest = piece.text.split("\n")
        if cell.lines and cell.until == piece.at:
            cell.lines[-1] = replace(cell.lines[-1], text=f"{cell.lines[-1].text} {first}")
        elif cell.lines:
            go_on(cell, lines[piece.at], first, piece.at)
        else:
            cell.lines, cell.at, cell.until = [replace(lines[piece.at], text=first)], piece.at, piece.at
        for text in rest:
            go_on(cell, lines[piece.until], text, piece.until)
    return cells
