"""Tables drawn as a box whose rules stand in some of its columns only: a cell that no rule ends goes on, over the rows beside it
or over the columns.

├──┬─────────────┤
│序│    分工     │
│  ├──────┬──────┤     each line has a piece of rule or of text over one column or several, so that cells and rows are as the
│号│牵头  │配合  │     drawing says; a lattice of characters
├──┼──────┼──────┤
│1 │水务局│农业局│
├──┼──────┤      │
│2 │住建局│      │

The same box is drawn with the signs of a keyboard, too: +--+ and |.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from ....grammar.pattern import Pattern
from ....language.header_rows import squeezed
from ....language.headers import Lexicon
from ....language.script import columns, simplify
from ....model.source import Cell, Line, Table
from .head_words import TASKS
from .reading import TableReading
from .tokens import begins_anew

_JOINT = Pattern(r"[│┃├┤┼┬┴┌┐└┘┏┓┗┛┣┫┳┻╋]")
_RULED = Pattern(r"[─━]+")
_DRAWN = Pattern(r"[│┃├┤┼┬┴┌┐└┘┏┓┗┛┣┫┳┻╋─━]")
_PARTLY = Pattern(r"[│┃├┣┤┫┼╋][^─━]*[├┣┼╋][─━]|[─━][┤┫┼╋][^─━]*[│┃┤┫┼╋]")  # beside a rule a cell that goes on
_LOWEST = "└┗"
_TYPED = Pattern(r"\s*\+(?:[-=:]+\+){2,}\s*")  # the upper rule of a box of signs that a keyboard has
_TYPED_RULE = Pattern(r"[-=:]+")
_LEAST = 3  # columns


class BoxPiece(NamedTuple):
    """What stands between two joints of a line: its text, or a rule, over the columns from `first` up to `last`."""

    first: int
    last: int
    text: str

    @property
    def is_rule(self) -> bool:
        """Whether it ends the cells above it."""
        return _RULED.fullmatch(self.text) is not None


def read_drawn_box(lines: Sequence[Line], at: int, lexicon: Lexicon) -> TableReading | None:
    """The box whose header is line `at`, below its upper rule; None where none is, or all its rules go from side to side."""
    lines = _drawn_anew(lines, at - 1) if at and _TYPED.fullmatch(lines[at - 1].text) else lines
    if not at or not all(map(_RULED.fullmatch, upper := _parts(lines[at - 1].text))) or len(upper) < _LEAST - 1:
        return None
    below = next(
        (k for k in range(at, len(lines)) if not _parts(lines[k].text) or lines[k - 1].text.strip()[0] in _LOWEST),
        len(lines),
    )
    drawn = lines[at:below]
    if not any(_PARTLY.search(line.text) for line in drawn):
        return None
    pieces = list(_pieces([lines[at - 1], *drawn]))[1:]
    if not pieces or pieces[0][-1].last < _LEAST:
        return None
    rows, signs = _lattice(drawn[: len(pieces)], pieces, lexicon)
    if len(rows) < 2 or not any(_kinds(rows[0], lexicon)):
        return None
    return TableReading(Table(rows, ruled=False, dropped=signs), at + len(pieces), barred=True)


def _drawn_anew(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines up to the end of a box whose upper rule is line `at`, its `+--+` and `|` drawn as `┼──┼` and `│`: those alone that stand
    where columns meet."""
    left = lines[at].text.index("+")
    places = {k for k, sign in enumerate(lines[at].text) if sign == "+"}
    drawn = takewhile(
        lambda line: line.text[left : left + 1] in ("+", "|") and not line.text[:left].strip(), lines[at:]
    )
    return [*lines[:at], *(replace(line, text=_anew(line.text.rstrip(), places)) for line in drawn)]


def _anew(text: str, places: Set[int]) -> str:
    """A line of such a box, whose columns meet at half-width places."""
    drawn = begin = 0
    parts: list[str] = []
    for k, sign in enumerate(text):
        if sign in "+|" and drawn in places:
            part = text[begin:k]
            parts += ["─" * len(part) if _TYPED_RULE.fullmatch(part) else part, "┼" if sign == "+" else "│"]
            begin = k + 1
        drawn += columns(sign + "|") - 1
    return "".join(parts) + text[begin:]


def _parts(text: str) -> list[str]:
    """What stands between the joints of a line of a box; nothing where it is none."""
    text = text.strip()
    if not (_JOINT.match(text) and _JOINT.match(text[-1])):
        return []
    return _JOINT.split(text)[1:-1]


def _pieces(lines: Sequence[Line]) -> Iterator[list[BoxPiece]]:
    """The pieces of each line of a box, as far as its joints stand where the columns meet."""
    most = max(len(_parts(line.text)) for line in lines)
    fullest = [line.text for line in lines if len(_parts(line.text)) == most]
    # a Chinese font draws a rule's sign as wide as a character, others half as wide
    edges = [
        (wide, known) for wide in (True, False) for known in dict.fromkeys(_places(text, wide) for text in fullest)
    ]
    for line in lines:
        parts = _parts(line.text)
        if len(parts) == most:
            yield [BoxPiece(c, c + 1, part) for c, part in enumerate(parts)]
            continue
        for wide, known in edges:
            places = _places(line.text, wide)
            if set(places) <= set(known):
                ends = [known.index(place) for place in places]
                yield [BoxPiece(a, b, part) for a, b, part in zip(ends, ends[1:], parts, strict=False)]
                break
        else:
            return


def _places(text: str, wide: bool) -> tuple[int, ...]:
    """Where a line's joints end, in half-width columns from its beginning."""
    text = text.strip()
    ends = [m.end() for m in _JOINT.finditer(text)]
    return tuple(columns(text[:k]) - (0 if wide else len(_DRAWN.findall(text[:k]))) for k in ends)


def _kinds(header: Sequence[Cell], lexicon: Lexicon) -> list[str]:
    """What each column holds, by its header; "" where it does not say."""
    roles = [lexicon.role(simplify(squeezed("".join(line.text for line in cell.lines)))) for cell in header]
    return [role.kind if role is not None else "" for role in roles]


def _lattice(
    drawn: Sequence[Line], pieces: Sequence[list[BoxPiece]], lexicon: Lexicon
) -> tuple[list[list[Cell]], list[tuple[str, str]]]:
    """The rows of a box, and the signs that draw it. A row begins where a column has a rule that says what is done; a cell that has
    none there stands in the next row, too."""
    width = pieces[0][-1].last
    telling = [True] * width
    rows: list[list[Cell]] = [[Cell(0, c) for c in range(width)]]
    signs: list[tuple[str, str]] = []
    for line, parts in zip(drawn, pieces, strict=True):
        signs.append(("rule", "".join(_DRAWN.findall(line.text))))
        ruled = [part.is_rule for part in parts for _ in range(part.first, part.last)]
        begun = any(cell.lines and cell.row == len(rows) - 1 for cell in rows[-1])
        if begun and any(rule and tells for rule, tells in zip(ruled, telling, strict=True)):
            if all(ruled) and telling == [True] * width:  # below the header
                telling = _telling(rows, lexicon)
            rows.append([Cell(len(rows), c) if ruled[c] else above for c, above in enumerate(rows[-1])])
            for cell in _each(rows[-1]):
                cell.rowspan += cell.row != len(rows) - 1
        else:
            for cell, is_rule in zip(rows[-1], ruled, strict=True):
                if is_rule and cell.lines:
                    cell.lines[-1] = replace(cell.lines[-1], ending="hard")
        for part in parts:
            if not part.is_rule:
                _put(rows[-1], part, line)
    if not any(cell.lines and cell.row == len(rows) - 1 for cell in rows[-1]):  # beneath the lower rule
        for cell in _each(rows.pop()):
            cell.rowspan -= cell.row != len(rows)
    return rows, signs


def _each(row: Sequence[Cell]) -> list[Cell]:
    return [cell for c, cell in enumerate(row) if not c or cell is not row[c - 1]]


def _telling(header: Sequence[Sequence[Cell]], lexicon: Lexicon) -> list[bool]:
    """Which columns say what is done: a rule in one of these begins a row. All, where the header names none."""
    kinds = [_kinds(row, lexicon) for row in header]
    tasks = [any(kind in TASKS for kind in column) for column in zip(*kinds, strict=True)]
    return tasks if any(tasks) else [True] * len(tasks)


def _put(row: list[Cell], part: BoxPiece, line: Line) -> None:
    """Put a piece of text into its cell, which is as wide as the piece."""
    cell = row[part.first]
    if part.last - part.first > cell.colspan and not any(other.lines for other in row[part.first : part.last]):
        cell.colspan = part.last - part.first
        row[part.first : part.last] = [cell] * cell.colspan
    if part.text.strip():
        _go_on(cell, replace(line, text=part.text.strip()))


def _go_on(cell: Cell, line: Line) -> None:
    if cell.lines and cell.lines[-1].ending != "hard":
        cell.lines[-1] = replace(cell.lines[-1], ending="unknown" if begins_anew(cell.lines[-1], line.text) else "soft")
    cell.lines.append(line)
