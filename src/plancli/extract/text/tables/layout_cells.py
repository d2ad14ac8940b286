"""The cells of lines in which blanks keep places, one by one: how wide those of each column are, which lines are headings, what a line's
end has broken."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ....grammar.pattern import Pattern
from ....language.bodies import all_bodies
from ....language.header_rows import squeezed
from ....language.script import columns
from ....language.times import is_time
from .layout_lines import LayoutLine, LayoutPiece
from .tokens import is_heading, is_ordinal, value

_NAMES = Pattern(r"[、，,；;\s]+")
_HEADING, _NONE = 30, "。；，、"  # characters that a heading has at most; what ends none


def join_pieces(line: LayoutLine) -> None:
    """Put the pieces of a line that stand in one column together: 9 / 月中旬."""
    for left, right in reversed([*pairwise(line.pieces)]):
        if left.column == right.column:
            left.text, left.end = f"{left.text} {right.text}", right.end
            line.pieces.remove(right)


def widths_of(cells: Sequence[Sequence[str]], count: int) -> list[int]:
    """How wide the lines of each of so many columns are, cell by cell of each line: as the widest but one, or as one that surely goes on,
    nothing else being on the line below."""
    widths: list[int] = []
    for c in range(count):
        own = sorted(columns(line[c]) for line in cells)
        broken = [
            columns(upper[c])
            for upper, lower in pairwise(cells)
            if upper[c] and lower[c] and sum(map(bool, lower)) == 1
        ]
        widths.append(max(own[-2] if len(own) > 1 else 0, *broken, 0))
    return widths


def headings_among(lines: Sequence[LayoutLine], *, numbered: bool) -> set[int]:
    """The lines of a text by itself that heads rows: it has the label of a heading, or begins where the number right below it does."""
    found: set[int] = set()
    for n, line in enumerate(lines):
        below = lines[n + 1].pieces[0] if n + 1 < len(lines) else None
        if len(line.pieces) == 1 and _heads(line.pieces[0], below if numbered else None):
            found.add(n)
    return found


def _heads(piece: LayoutPiece, below: LayoutPiece | None) -> bool:
    flat = squeezed(piece.text)
    if is_heading(flat):
        return True
    if below is None or below.column or piece.start > below.start or not value(squeezed(below.text)):
        return False
    return not value(flat) and 1 < len(flat) <= _HEADING and flat[-1] not in _NONE


def repeat_names(upper: str, lower: str) -> bool:
    """Whether a line names a body that the one above names: none stands twice in a cell."""
    return not {*_NAMES.split(upper)}.isdisjoint(_NAMES.split(lower)) and all_bodies(upper) and all_bodies(lower)


def is_when(text: str) -> bool:
    """Whether a text is a week or a time, as leads the rows of a calendar."""
    return is_ordinal(text) or is_time(text)
