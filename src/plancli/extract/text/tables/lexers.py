"""One lexer a way of dumping: lines → tokens with the evidence of what parts cells. Those with tabs stand in `tabbed`, those with a
cell a line in `stacked`, the work of those with bars in `bars`.

A lexer takes the lines and the index of the first one, and gives None where that line does not look like its dump. To add
a dump, write such a function and add it to `LEXERS`; nothing else knows dumps by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....grammar.pattern import Pattern
from ....language.header_rows import squeezed
from ....language.script import columns
from ....model.source import Line
from .bars import closed_until, is_rule, read_bars
from .broken_cells import UNIT, completes, goes_below, goes_with, widest_below, widths_of_pieces
from .copied_rows import copied_rows
from .costs import (
    BEHIND_ROW,
    BLANK_CELL,
    BLANK_STAY,
    FAR,
    LINE_STAY,
    NARROW_STAY,
    ROW_STAY,
    SET_STAY,
    UNIT_STAY,
    WIDE_STAY,
)
from .dump import SAMPLE, Dump, Lexer, is_stop, is_word
from .flowing_bars import flowing_bars
from .layout_rows import layout_rows
from .set_numbers import Piece, RowNumbers, is_number, place_of_numbers, sets_numbers_off
from .stacked import counted, stacked
from .tabbed import marked, tabs
from .tokens import Token, is_heading, once_said, token

_FIELD = Pattern(r"(\s*)(\S+)")
_APART = Pattern(r"\t|[|｜│┃║]")  # what parts cells in dumps of other kinds
_MOST_LINES = 6  # a row of lines that show its cells has
_STRAY = Pattern(r"[“”‘’\"']+")


def blanks(lines: Sequence[Line], at: int) -> Dump | None:
    """Cells apart by blanks: several surely are a cell's end, a single one may be; lines set in go on the cells above."""
    if _APART.search(lines[at].text) or (len(lines[at].text.split()) < 3 and not is_word(lines[at])):
        return None
    sample = lines[at : at + SAMPLE]
    widest, wide = widest_below(sample), widths_of_pieces(sample)
    level = not any(line.text.strip().isdecimal() for line in sample)  # no number stands in the middle of its row
    numbers = RowNumbers(place_of_numbers(lines[at].text)) if sets_numbers_off(sample) else None
    dump = Dump([], told=True)
    row: list[Token] = []
    above: list[tuple[int, Token]] = []  # where the cells of the row begin, and the last piece of each
    gaps: set[str] = set()  # between cells, where a line has three or more
    deep = begun = rows = 0
    led = False  # the line before begins a row
    for k, line in enumerate(lines[at:], at):
        if not line.text.strip():
            if dump.tokens and not _row_follows(lines, k + 1):
                break
            above = []
            continue
        if _APART.search(line.text.strip()) or is_stop(squeezed(line.text)):
            break
        if is_rule(line.text.strip()):
            dump.marks.append((k, "rule", squeezed(line.text)))
            above = []
            continue
        if above and (goes_below(line, above, k, widest) or completes(line, row, k, wide if len(above) == 1 else None)):
            continue
        written: list[Piece] = _FIELD.findall(line.text.rstrip())  # blanks at its end would be tried from each of them
        written = written[: len(once_said([text for _, text in written], k, dump.marks))]
        pieces = numbers.joined(written) if numbers else written
        row = _row(line, k, pieces, led=led, set_off=numbers is not None)
        dump.tokens += row
        above = _cells(row, pieces)
        if len(pieces) > 2:
            gaps.update(gap for gap, _ in pieces[1:] if len(gap) > 1)
        if any(_STRAY.fullmatch(text) for _, text in pieces):
            dump.unread = "quotation marks have lost what they held"
        led = level and _leads_row(pieces)
        rows += 1
        deep += len(written) > 2 or (len(pieces) > 1 and len(pieces[1][0]) > 1)
        begun += led
    if len(gaps) == 1:
        for each in dump.tokens:
            each.place = None  # the same blanks between all cells keep no columns
    return dump if deep > 1 and (deep + begun) * _MOST_LINES >= rows else None


def _row(line: Line, k: int, pieces: Sequence[Piece], *, led: bool, set_off: bool) -> list[Token]:
    """The tokens of a line. `led`: the line before begins a row; `set_off`: blanks stand before numbers inside cells, too."""
    row: list[Token] = []
    for n, (gap, text) in enumerate(pieces):
        piece = token(line, text, k, stay=WIDE_STAY, cell=0.0)
        if not n:
            piece.stay, piece.cell, piece.row = LINE_STAY - ROW_STAY * led, BLANK_CELL + BEHIND_ROW * led, 0.0
        else:
            piece.end = FAR  # a table does not end within a line
            if len(gap) == 1:
                piece.stay, piece.cell = _stay(pieces[:n], text, set_off=set_off), BLANK_CELL
        row.append(piece)
    if pieces[-1][1][-1] not in "。；;":
        row[-1].lines = [replace(each, ending="soft") for each in row[-1].lines]
    return row


def _stay(before: Sequence[Piece], text: str, *, set_off: bool) -> float:
    """What it costs that a piece goes on the cell before it, a single blank behind the pieces `before`."""
    if set_off and is_number(text) and not text.isdecimal():
        return SET_STAY
    last = before[-1][1]
    if goes_with(last, text):
        return UNIT_STAY
    return NARROW_STAY if len(before) > 1 and len(last) <= UNIT else BLANK_STAY


def _cells(row: Sequence[Token], pieces: Sequence[Piece]) -> list[tuple[int, Token]]:
    """Where the cells of a line begin that several blanks part, which is noted, and the last token of each."""
    cells: list[tuple[int, Token]] = []
    width = 0  # of the line before the piece
    for piece, (gap, text) in zip(row, pieces, strict=True):
        if len(gap) > 1 or not cells:
            piece.place = width + columns(gap.replace("\xa0", " ") + "|") - 1
            cells.append((piece.place, piece))
        else:
            cells[-1] = cells[-1][0], piece
        width += columns(gap + text)
    return cells


def _leads_row(pieces: Sequence[Piece]) -> bool:
    """Whether a line begins with a row's number and one cell at least behind it, single blanks between them."""
    if len(pieces) < 2 or not pieces[0][1].isdecimal() or any(len(gap) > 1 for gap, _ in pieces[1:]):
        return False
    return not goes_with(pieces[0][1], pieces[1][1]) or len(pieces[1][1]) > UNIT


def _row_follows(lines: Sequence[Line], k: int) -> bool:
    """Whether a line of pieces stands at line k, perhaps below a heading with a label and a blank line of its own."""
    pieces = lines[k].text.split() if k < len(lines) else []
    if len(pieces) != 1 or not is_heading(pieces[0]):
        return len(pieces) > 1
    below = next((line.text for line in lines[k + 1 : k + 3] if line.text.strip()), "")
    return len(below.split()) > 2


def bars(lines: Sequence[Line], at: int) -> Dump | None:
    """Cells apart by bars."""
    found = read_bars(lines, at)
    return Dump(*found, closed=closed_until(lines, at)) if found else None


def closed_blanks(lines: Sequence[Line], at: int) -> Dump | None:
    """Cells each of which is closed by a bar on a line of its own, empty ones too."""
    closed = closed_until(lines, at)
    found = read_bars(lines, at, blanks=True) if closed else None
    if found is None or found[1] or all(each.lines for each in found[0]):
        return None
    return Dump(found[0], written=True, marks=found[4], unread=found[5], closed=closed)


LEXERS: tuple[Lexer, ...] = (
    tabs,
    marked,
    bars,
    flowing_bars,
    closed_blanks,
    blanks,
    copied_rows,
    layout_rows,
    stacked,
    counted,
)
