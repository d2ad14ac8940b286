"""The lines of a text in which blanks keep the places of a page (`pdftotext -layout`, text browsers, data frames): what they part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from ....grammar.pattern import Pattern
from ....language.header_rows import squeezed
from ....language.script import columns
from ....model.source import Line
from .bars import is_rule
from .dump import WORD, is_stop
from .tokens import value

APART = Pattern(r"\t|[|｜│┃║]")  # what parts cells in dumps of other kinds
SAMPLE = 60  # lines by which it is told how a dump is made
_PIECE = Pattern(r"\S+")
_WIDE = Pattern(r"\s{2,}")
_MOST_LINES = 2000
_MOST_BLANK = 2  # blank lines within a table, or more than usual between its rows
_LEAST_GAPS = 3  # of several blanks, of different widths, that show that places are kept


@dataclass(slots=True)
class LayoutPiece:
    """What blanks part in a line: where it begins and ends, in characters or half-width columns; its column."""

    text: str
    start: int
    end: int
    at: int
    column: int = 0
    until: int = 0


@dataclass(slots=True)
class LayoutLine:
    """The pieces of a line, whether a blank line stands before it, and its page."""

    pieces: list[LayoutPiece]
    gap: bool = False
    page: int | None = None


def block_of(lines: Sequence[Line], at: int, *, wide: bool, most: int | None = None) -> list[LayoutLine]:
    """The lines of the table, blank ones left out, up to where it surely ends, or the first of them (`most`); `wide`: places are
    half-width columns."""
    block: list[LayoutLine] = []
    edges = _edges(lines[at : at + SAMPLE], wide=wide)
    blank = 0
    between: Counter[int] = (
        Counter()
    )  # blank lines between others: a row set in the middle of a high one stands further off
    for k in range(at, min(len(lines), at + _MOST_LINES)):
        text = lines[k].text
        if not text.strip():
            blank += 1
            continue
        turned = bool(block) and lines[k].page != block[-1].page
        if APART.search(text.strip()) or is_rule(text.strip()) or is_stop(squeezed(text)):
            break
        usual = max(between, key=between.__getitem__, default=0)
        if blank > usual + _MOST_BLANK and not turned:
            break
        found = _pieces(text, k, edges, wide=wide)
        if len(found) == 1 and found[0].start < 2 and (_is_prose(found[0].text) if blank else _is_note(lines, k)):
            break
        block.append(LayoutLine(found, blank > 0 and not turned, lines[k].page))
        if len(block) == most:
            break
        between[blank] += blank > 0
        blank = 0
    return block


def _is_note(lines: Sequence[Line], k: int) -> bool:
    """Whether a line is all of a note in brackets, below which the text ends or a blank line stands."""
    text = lines[k].text.strip()
    whole = (
        len(text) > WORD // 2
        and text[0] in "（("
        and text[-1] in "）)"
        and not any(sign in text[1:-1] for sign in "（(）)")
    )
    return whole and not any(line.text.strip() for line in lines[k + 1 : k + 2])


def _is_prose(text: str) -> bool:
    """Whether a line that begins at the left behind a blank one goes on no table."""
    return not value(text) and (len(text) > WORD or text.endswith("。"))


def _edges(lines: Sequence[Line], *, wide: bool) -> set[int]:
    """Where in most lines cells begin behind several blanks, and, as negative numbers, where they end before such."""
    found: Counter[int] = Counter()
    count = 0
    for line in lines:
        ends = [match.span() for match in _WIDE.finditer(line.text.rstrip())]
        count += bool(ends)
        for start, end in ends:
            found[_wide_place(line.text, end) if wide else end] += 1
            found[-(_wide_place(line.text, start) if wide else start)] += 1
    return {place for place, times in found.items() if times * 2 > count}


def _wide_place(text: str, at: int) -> int:
    """The half-width columns before a character."""
    return columns(text[:at] + "|") - 1


def _pieces(text: str, at: int, edges: Set[int], *, wide: bool) -> list[LayoutPiece]:
    """What blanks part in a line; a single one between a figure and a word parts nothing (4 月 20 日前), but at the edge of a column."""
    found: list[LayoutPiece] = []
    for match in _PIECE.finditer(text):
        start, end = match.span()
        if wide:
            start, end = _wide_place(text, start), _wide_place(text, end)
        last = found[-1] if found else None
        near = last and start - last.end == 1 and start not in edges and -last.end not in edges
        if (
            last
            and near
            and last.text[-1].isdigit() != match[0][0].isdigit()
            and (len(found) > 1 or not last.text.isdecimal())
        ):
            last.text, last.end = f"{last.text} {match[0]}", end
            continue
        found.append(LayoutPiece(match[0], start, end, at))
    return found


def keeps_places(block: Sequence[LayoutLine]) -> bool:
    """Whether blanks set the pieces of lines apart by as much as it takes to bring them beneath each other."""
    gaps: set[int] = set()
    for line in block[:SAMPLE]:
        ends = [0, *(piece.end for piece in line.pieces)]
        gaps.update(piece.start - end for end, piece in zip(ends, line.pieces, strict=False))
    return len(gaps - {0, 1}) >= min(_LEAST_GAPS, max(len(line.pieces) for line in block[:SAMPLE]))
