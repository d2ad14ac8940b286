"""Tables drawn as a box whose rules stand in some of its columns only: a cell that no rule ends goes on, over the rows beside it.

├──┼──────┼──────┤
│1 │清淤  │水务局│     each line has a piece of rule or of text for each column, so that cells and rows are as the
├──┼──────┤      │     drawing says; a lattice of characters
│2 │筑堤  │      │
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....grammar.pattern import Pattern
from ....language.header_rows import squeezed
from ....language.headers import Lexicon
from ....language.script import simplify
from ....model.source import Cell, Line, Table
from .reading import TableReading
from .tokens import begins_anew
from .words import TASKS

_JOINT = Pattern(r"[│┃├┤┼┬┴┌┐└┘┏┓┗┛┣┫┳┻╋]")
_RULED = Pattern(r"[─━]+")
_PARTLY = Pattern(r"[│┃├┣][^─━]*[├┣][─━]|[─━][┤┫][^─━]*[│┃┤┫]")  # beside a rule a cell that goes on
_LEAST = 3  # columns


def read_drawn_box(lines: Sequence[Line], at: int, lexicon: Lexicon) -> TableReading | None:
    """The box whose header is line `at`, below its upper rule; None where none is, or all its rules go from side to side."""
    width = len(_pieces(lines[at - 1])) if at else 0
    if width < _LEAST or not all(map(_RULED.fullmatch, _pieces(lines[at - 1]))):
        return None
    after = next((k for k in range(at, len(lines)) if len(_pieces(lines[k])) != width), len(lines))
    drawn = lines[at:after]
    if not any(_PARTLY.search(line.text) for line in drawn):
        return None
    rows, signs = _lattice(drawn, width, lexicon)
    if len(rows) < 2 or not any(_kinds(rows[0], lexicon)):
        return None
    return TableReading(Table(rows, ruled=False, dropped=signs), after, barred=True)


def _pieces(line: Line) -> list[str]:
    """What stands between the joints of a line of a box; nothing where it is none."""
    text = line.text.strip()
    if not (_JOINT.match(text) and _JOINT.match(text[-1])):
        return []
    return _JOINT.split(text)[1:-1]


def _kinds(header: Sequence[Cell], lexicon: Lexicon) -> list[str]:
    """What each column holds, by its header; "" where it does not say."""
    roles = [lexicon.role(simplify(squeezed("".join(line.text for line in cell.lines)))) for cell in header]
    return [role.kind if role is not None else "" for role in roles]


def _lattice(drawn: Sequence[Line], width: int, lexicon: Lexicon) -> tuple[list[list[Cell]], list[tuple[str, str]]]:
    """The rows of a box, and the signs that draw it. A row begins where a column has a rule that says what is done; a cell that has
    none there stands in the next row, too."""
    telling = [True] * width
    rows: list[list[Cell]] = [[Cell(0, c) for c in range(width)]]
    signs: list[tuple[str, str]] = []
    for line in drawn:
        pieces = _pieces(line)
        signs.append(("rule", "".join(char for char in line.text if _JOINT.match(char) or _RULED.match(char))))
        ruled = [_RULED.fullmatch(piece) is not None for piece in pieces]
        begun = any(cell.lines and cell.row == len(rows) - 1 for cell in rows[-1])
        if begun and any(rule and tells for rule, tells in zip(ruled, telling, strict=True)):
            if len(rows) == 1:
                tasks = [kind in TASKS for kind in _kinds(rows[0], lexicon)]
                telling = tasks if any(tasks) else telling
            rows.append([Cell(len(rows), c) if ruled[c] else above for c, above in enumerate(rows[-1])])
            for cell, anew in zip(rows[-1], ruled, strict=True):
                cell.rowspan += not anew
        else:
            for cell, is_rule in zip(rows[-1], ruled, strict=True):
                if is_rule and cell.lines:
                    cell.lines[-1] = replace(cell.lines[-1], ending="hard")
        for cell, piece, is_rule in zip(rows[-1], pieces, ruled, strict=True):
            if piece.strip() and not is_rule:
                _go_on(cell, replace(line, text=piece.strip()))
    if not any(cell.lines and cell.row == len(rows) - 1 for cell in rows[-1]):  # beneath the lower rule
        for cell in rows.pop():
            cell.rowspan -= cell.row != len(rows)
    return rows, signs


def _go_on(cell: Cell, line: Line) -> None:
    if cell.lines and cell.lines[-1].ending != "hard":
        cell.lines[-1] = replace(cell.lines[-1], ending="unknown" if begins_anew(cell.lines[-1], line.text) else "soft")
    cell.lines.append(line)
