"""Pieces and lines of a dump with blanks that go on a cell before them: parts of a date, lines below the cells of a row."""

from __future__ import annotations

from collections.abc import Sequence

from ....grammar.pattern import Pattern
from ....language.bodies import all_bodies
from ....language.header_rows import squeezed
from ....language.script import columns
from ....language.times import is_time
from ....model.source import Line
from .tokens import Token, go_on

UNIT = 4  # characters of parts of a date: 3月 15日
_NEAR = 2  # half-width columns by which the lines of a cell may differ
_OPEN = ("、", "，", ",")
_BELOW = Pattern(r"\S+(?:\s\S+)*")  # what no two blanks divide


def goes_with(piece: str, following: str) -> bool:
    """Whether a blank stands between a number and its unit, or inside a padded name."""
    if piece[-1].isdigit() != following[0].isdigit():
        return piece.isdecimal() or following.isdecimal() or max(len(piece), len(following)) <= UNIT
    return len(piece) == len(following) == 1


def goes_below(line: Line, above: Sequence[tuple[int, Token]], k: int) -> bool:
    """Whether a line set in stands below cells of the row above it, and so goes on them: then it is put there."""
    indent = len(line.text) - len(line.text.lstrip())
    if indent < _NEAR or len(above) < 2:
        return False
    below = []
    start = behind = 0  # the column where a piece begins, and what of the line stands before it
    for match in _BELOW.finditer(line.text):
        start, behind = start + columns(line.text[behind : match.start()] + "|") - 1, match.start()
        near = [piece for place, piece in above[1:] if abs(place - start) <= _NEAR]
        if not near:
            return False
        below.append((near[0], match[0]))
    cut = any(piece.lines[-1].text.strip()[-1:] in "、，,（(" for piece, _ in below)
    last = above[-1][1] is below[-1][0]
    if below[0][1].isdecimal() or (
        last and not cut and len(below) == len(above) - [p for _, p in above].index(below[0][0])
    ):
        return False  # a row of its own beside merged cells
    for piece, text in below:
        go_on(piece, line, text, k)
    return True


def completes(line: Line, row: Sequence[Token], k: int) -> bool:
    """Whether a line is the rest of a name, or of a list of names, that a narrow cell before the last of the row above has broken
    off, where the last is a time: then it is put there."""
    text = line.text.strip()
    if len(text.split()) > 1 or len(row) < 3 or not is_time(squeezed(row[-1].text)):
        return False
    for each in reversed(row[:-1]):
        if each.text.endswith(_OPEN) and all_bodies(text):
            go_on(each, line, text, k)
            return True
        if not each.text[-1:].isdigit() and not all_bodies(each.text) and all_bodies(each.text + text):
            go_on(each, line, text, k)
            return True
    return False
