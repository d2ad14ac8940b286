"""The lines of a table cell → its text: wrapped lines one paragraph again, real lines kept apart by a line feed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..grammar.pattern import Pattern
from ..language.bodies import all_bodies
from ..language.labels import read_label
from ..language.openings import begins_item
from ..language.roles import ends_in_mark
from ..language.script import columns, join, simplify, squeeze
from ..language.time_pieces import goes_on_date, goes_on_range, leaves_range_open
from ..language.times import TIME_START
from ..model.source import Cell, Line

_OPENING, _CLOSING = "（(《〈「『【〔[{", "）)》〉」』】〕]}，。、；：！？,.;:!?%％"
_PIECE = rf"[{re.escape(_OPENING)}]*(?:[A-Za-z0-9.%]+|.)[{re.escape(_CLOSING)}]*"
# What a line break keeps together (UAX #14): brackets with what they hold, stops with what they follow, quotes with both.
_UNIT = Pattern(rf"{_PIECE}(?:[“”‘’]+{_PIECE})*")
_LEAD = Pattern(r"[^，。；、：:,;]{2,8}[：:]")
_LOST_BREAK = Pattern(r"(?<=[。；;])[ \u3000]+")
_STOP = "。；;！!？?"
_UPRIGHT_LINES = 3  # a text that stands a character a line has so many at least
_SHORT_NUMBER = Pattern(r"[-—–－~～]?\d{1,2}[-—–－~～]?")  # which a line break does not cut (2月28日-3月6日)
_LOOSE = 0.08  # em: characters that stand farther apart are letter-spaced
_TOUCHES = 0.1  # points
_DOUBT = 0.02  # em of room that a word lacks, and may have had
_INDENT = (1.5, 2.6)  # em: how far in a first line of two characters' indent begins
_PADDING = 8.0  # points: at most so much of the frame's inside is kept free before and after the text


def kept_free(cells: Iterable[Cell]) -> float:
    """What the cells of a table keep free before their texts, in points, by the lines that fill theirs or begin at the edge: how far
    centred ones stand in says nothing, nor do lines that run out of their cells."""
    gaps = (
        line.x0 - line.left for cell in cells for line in cell.lines if line.right > line.left and not line.centered
    )
    return min((gap for gap in gaps if gap > _TOUCHES), default=_PADDING)


def join_cell_lines(cell: Cell, most_free: float = _PADDING) -> None:
    """Fill `cell.text` from `cell.lines`: simplified, without blanks inside Chinese, paragraphs joined by a line feed.

    A line that the source ends itself is a paragraph. One of unknown ending goes on in the next where it is full, that
    is where the next line's first word would have had no room, and the next begins no item of its own. `most_free` points are kept
    free before and after centred lines.
    """
    lines = cell.lines
    if len(lines) < 2:
        cell.text = simplify(_squeezed(lines[0])) if lines else ""
        return
    if stands_upright(lines):
        cell.text = simplify(_upright_text(lines))
        return
    paragraphs: list[str] = []
    last: Line | None = None
    frame = _frame(lines)
    if frame.padding > most_free and all(line.centered for line in lines):
        frame = frame._replace(padding=most_free)
    for line in lines:
        text = _squeezed(line)
        if not text:
            continue
        if last is not None and _goes_on(last, line, paragraphs, text, frame):
            paragraphs[-1] = join(paragraphs[-1], text)
        else:
            paragraphs.append(text)
        last = line
    cell.text = simplify("\n".join(paragraphs))


def _squeezed(line: Line) -> str:
    """A line without its blanks; where a dump has put a blank for a cell's line break before an item, a line feed."""
    if line.right > line.left or not _LOST_BREAK.search(line.text):
        return squeeze(line.text)
    pieces = [squeeze(piece) for piece in _LOST_BREAK.split(line.text)]
    text = pieces[0]
    for piece in pieces[1:]:
        text += ("\n" if begins_item(piece) or TIME_START.match(piece) else "") + piece
    return text


def wraps_into(cell: Cell, below: Cell) -> bool:
    """Whether the first line of `below` is the rest of a paragraph that the last line of `cell` broke off."""
    if len(cell.lines) > 1 and _upright(cell.lines) and _upright(below.lines):
        return cell.text[-1:] not in _STOP
    last = next((line for line in reversed(cell.lines) if line.text.strip()), None)
    line = next((line for line in below.lines if line.text.strip()), None)
    if last is None or line is None or last.right <= last.left:
        return False
    lines = [*cell.lines, *below.lines]
    return _goes_on(last, line, cell.text.split("\n"), squeeze(line.text), _frame(lines))


def _upright(lines: list[Line]) -> bool:
    """Whether a text stands a character a line, however wide its cell is."""
    return bool(lines) and all(len(squeeze(line.text)) == 1 for line in lines)


def stands_upright(lines: list[Line]) -> bool:
    """Whether what a cell holds is one text with a character a line: lines of a page, in a cell wide enough for more, most of them one
    Chinese character, the others a stop or a number of two digits."""
    if len(lines) < _UPRIGHT_LINES:
        return False
    texts: list[str] = []
    for line in lines:
        texts.append(text := squeeze(line.text))
        if columns(text) > 2 and not _SHORT_NUMBER.fullmatch(text):
            return False
    placed = all(line.right > line.left and line.ending == "unknown" for line in lines)
    return placed and 2 * sum(len(text) == 1 and text >= "一" for text in texts) >= len(texts)


def ends_open(cell: Cell) -> bool:
    """Whether a cell's text ends in a comma, or in the dash of a range of times, whose end it lacks."""
    return cell.text[-1:] in ("，", "、") or (leaves_range_open(cell.text))


_OPEN_END = "—–-－~～至（(《“‘"  # nothing ends with these


def _upright_text(lines: list[Line]) -> str:
    """A text that stands a character a line; behind a mark of role (县教育局（牵头）) the next name begins."""
    text = ""
    for line in lines:
        piece = squeeze(line.text)
        text += "\n" + piece if text and piece[:1] not in _CLOSING and ends_in_mark(text) else piece
    return text


def _goes_on(last: Line, line: Line, paragraphs: list[str], text: str, frame: _Frame) -> bool:
    before = paragraphs[-1]
    if goes_on_range(before, text):
        return True  # 3·4 / - / 3·6: a range in a narrow cell, each part a paragraph perhaps
    if last.ending != "unknown":
        return last.ending == "soft"
    if last.right <= last.left:
        return _dump_goes_on(before, text)
    if before[-1] in _OPEN_END or goes_on_date(before, text):
        return True
    if before[-1].isdigit() and text[0] in "%％":
        return True
    if ends_in_mark(before) and text[0] not in _CLOSING:
        return False
    if begins_item(text) and (before[-1] in _STOP or _in_turn(text, paragraphs)):
        return False
    if before[-1] in _STOP and (TIME_START.match(text) or _LEAD.match(text) or _indented(line, frame.left)):
        return False
    size = last.size or _size(last)
    room = last.right - frame.padding - last.x1
    if last.centered and not frame.begins_paragraph(last):
        room += last.x0 - last.left - frame.padding
    unit = _UNIT.match(text)
    needed = _width(unit) * size / 2
    if room < needed - _DOUBT * size:
        return True
    needed += (len(unit.group()) if unit else 1) * _spacing(last, size)
    if last.page != line.page and room >= needed:  # cut by a page: the frame's edges may differ by a little
        return before[-1] not in _STOP and room < needed + size
    if -_DOUBT * size <= room - needed < 0.1 * size:  # it may have had room or not
        if last.x1 - last.x0 + needed < frame.widest + _DOUBT * size:
            return False  # it had, as wider lines show
        # two whole names are two
        whole = (
            before[-1] not in "、，,；;"
            and text[0] not in _CLOSING
            and all(map(all_bodies, (squeeze(last.text), text)))
        )
        return not whole
    return room < needed


def _in_turn(text: str, paragraphs: list[str]) -> bool:
    """Whether a number may be an item's: a 1, or the one after a number that begins a paragraph before; times always."""
    label = read_label(text)
    if label is None or label.value == 1 or not label.form.startswith(("digit", "decimal")):
        return True
    return any(
        (held := read_label(before)) and held.form == label.form and held.value == label.value - 1
        for before in paragraphs
    )


def _dump_goes_on(before: str, text: str) -> bool:
    """A dump has no geometry: only a bracket left open or a stop at the head of a line tells that a cell's line was cut."""
    return (
        before.count("（") > before.count("）")
        or before.count("《") > before.count("》")
        or text[0] in "，。、；：）》"
    )


class _Frame(NamedTuple):
    """Of the lines of a cell: what is kept free before them and after them, how far to the left they reach, how wide the widest is."""

    padding: float
    left: float
    widest: float
    lines: Sequence[Line] = ()

    def begins_paragraph(self, line: Line) -> bool:
        """Whether a line that stands as far from one side as from the other is a first line, set in by two characters: others begin
        at the edge and end well before the other."""
        size = line.size or _size(line)
        first = _INDENT[0] * size <= line.x0 - self.left <= _INDENT[1] * size
        return first and any(
            one.x0 - self.left < 0.5 * size and one.right - one.x1 > _INDENT[1] * size for one in self.lines
        )


def _frame(lines: list[Line]) -> _Frame:
    placed = [line for line in lines if line.right > line.left]
    if not placed:
        return _Frame(0.0, 0.0, 0.0)
    gaps = [line.x0 - line.left for line in placed if line.text.strip()]
    padding = max(0.0, min(min(gaps), _PADDING)) if gaps else 0.0
    return _Frame(padding, min([line.x0 for line in placed]), max([line.x1 - line.x0 for line in placed]), placed)


def _indented(line: Line, edge: float) -> bool:
    """Whether a line begins two characters in, and not because it is centred."""
    size = line.size or _size(line)
    inset = line.x0 - edge
    return (
        _INDENT[0] * size <= inset <= _INDENT[1] * size and abs((line.x0 - line.left) - (line.right - line.x1)) > size
    )


def _size(line: Line) -> float:
    width = columns(squeeze(line.text))
    return (line.x1 - line.x0) * 2 / width if width else 10.0


def _spacing(line: Line, size: float) -> float:
    """How far the characters of a line stand apart, in points; 0 where they touch, as those of most lines do."""
    text = squeeze(line.text)
    apart = (line.x1 - line.x0 - columns(text) * size / 2) / max(len(text) - 1, 1)
    return apart if len(text) > 1 and apart > _LOOSE * size else 0.0


def _width(match: re.Match[str] | None) -> int:
    return columns(match.group()) if match else 2
