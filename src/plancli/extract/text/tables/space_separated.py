"""Tables as a viewer copies them out of a PDF: cells of a row apart by single blanks, wrapped lines below each other.

Columns are told by what they hold: bodies, times, persons between texts. Where two columns of free text stand side by side
nothing tells where one ends; then the lines are set aside as "table-text-unread", so that they do not pass for an outline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ....language.bodies import all_bodies
from ....language.headers import HeaderRole
from ....language.script import join, simplify, squeeze
from ....language.times import DATED
from ....model.source import Line, Paragraph, Table
from .alignment import CellPath, Item, PathColumn
from .rows import NOTE, cell_lines, make_table
from .space_separated_header import is_group, opens_row, read_copied_head

UNREAD = "table-text-unread"
_FREE = ("task", "task_weak", "detail", "measure", "goal", "problem", "category", "other", "statistics")
_VALID = {"departments": 1.0, "leaders": 1.0, "time": 1.0}  # so well a cell of these must fit its column
_TOKENS = 48  # pieces of a row that are looked at
_CLIPPED = re.compile(r"[前，。；、）)]")
_STRAY = re.compile(r"[“”‘’\"']+")
_UNIT = re.compile(r"[\dA-Za-z.%]$")


@dataclass(slots=True)
class _Piece:
    """A part of a line that has no blanks."""

    text: str
    wrapped: bool  # it begins a line


def read_copied(lines: Sequence[Line], at: int) -> tuple[list[Table | Paragraph], int] | None:
    """The table whose header begins at line `at`, or its lines set aside, and the index after it; None where none begins."""
    head = read_copied_head(lines, at)
    if head is None:
        return None
    words, roles, end = head
    rows, after = _rows(lines, end, roles)
    if sum(len(row) > 1 or not is_group(row[0].text.strip()) for row in rows) < 2:
        return None
    table = _read(words, roles, rows)
    if table is not None:
        last = rows[-1][-1]
        return [table], next(i for i in range(end, after) if lines[i] is last) + 1
    spoken = [line for line in lines[at:after] if line.text.strip()]
    return [Paragraph(simplify(squeeze(line.text)), [line], [0], UNREAD) for line in spoken], after


def _rows(lines: Sequence[Line], at: int, roles: list[HeaderRole | None]) -> tuple[list[list[Line]], int]:
    """The lines of each row (a heading is a row of one line), and the index after the last."""
    second = roles[0] is None or roles[0].kind != "number"
    rows: list[list[Line]] = []
    number, end, longest = 1, at, 1
    for i in range(at, len(lines)):
        line = lines[i]
        text = line.text.strip()
        if not text:
            continue
        if opens_row(text, number, second=second) and not is_group(text):
            longest = max(longest, len(rows[-1]) if rows else 1)
            rows.append([line])
            number += 1
        elif is_group(text) and any(opens_row(one.text, number, second=second) for one in lines[i + 1 : i + 4]):
            rows.append([line])
        elif (
            i > end
            or not rows
            or NOTE.match(text)
            or len(rows[-1]) > 60
            or (len(rows[-1]) >= longest + 1 and not _follows(lines, i, number, second))
        ):
            break
        else:
            rows[-1].append(line)
        end = i + 1
    return rows, end


def _follows(lines: Sequence[Line], i: int, number: int, second: bool) -> bool:
    return any(opens_row(line.text, number, second=second) for line in lines[i + 1 : i + 30])


def _read(words: list[Line], roles: list[HeaderRole | None], rows: list[list[Line]]) -> Table | None:
    """The table, None where some row's columns cannot be told."""
    kinds = [role.kind if role else "other" for role in roles]
    if kinds[0] != "number" or any(role and role.is_time for role in roles) or not _told_apart(kinds):
        return None
    names = [squeeze(word.text) for word in words]
    columns = [PathColumn(k, r, bool(DATED.search(n))) for k, r, n in zip(kinds, roles, names, strict=True)]
    search = _Cut(columns[1:])
    result: list[list[list[Line]]] = [[[word] for word in words]]
    for lines in rows:
        if len(lines) == 1 and is_group(lines[0].text.strip()):
            result.append(_heading(lines[0], len(words)))
            continue
        if lines is rows[-1]:  # what stands below the table may have been taken for its last lines
            for used in range(1, len(lines)):
                cells = search.cut(lines[:used])
                if cells is not None and cells[-1] and all(cells[: len(cells) - 1]):
                    del lines[used:]
                    break
        cells = search.cut(lines)
        if cells is None:
            return None
        number = lines[0].text.split(None, 1)[0]
        result.append([cell_lines(lines[0], text) for text in (number, *cells)])
    return make_table(result, len(words), [])


def _heading(line: Line, width: int) -> list[list[Line]]:
    """一 康养服务 is a number and a title across the rest; 一、康养服务 a title across the table."""
    number, *rest = line.text.split(None, 1)
    return [cell_lines(line, number), *[cell_lines(line, rest[0])] * (width - 1)] if rest else [[line]]


def _told_apart(kinds: Sequence[str]) -> bool:
    """Whether no two columns of free text stand side by side."""
    free = [kind in _FREE or kind == "remarks" for kind in kinds]
    return not any(a and b for a, b in pairwise(free)) and any(kind in _VALID for kind in kinds)


class _Cut:
    """Cuts the pieces of a row into cells, one a column, some of them empty."""

    def __init__(self, columns: Sequence[PathColumn]) -> None:
        self.columns = columns
        self.path = CellPath(columns, marked=False, numbered=True)
        helping = [column.role is not None and column.role.role == "support" for column in columns]
        # who leads is named before who helps
        self.skips = [self.path.skip_cost(c) + helps for c, helps in enumerate(helping)]

    def cut(self, lines: Sequence[Line]) -> list[str] | None:
        """The lines of a row → the text of each cell after the number; None where no cut gives bodies, times and persons to their columns, or two do as well."""
        pieces = [
            _Piece(token, wrapped=k > 0 and j == 0)
            for k, line in enumerate(lines)
            for j, token in enumerate(line.text.split())
        ][1:]
        n = len(pieces)
        if n > _TOKENS or any(_STRAY.fullmatch(piece.text) for piece in pieces):
            return None  # too long to be looked at; or with quotes that have lost what they held
        best: list[tuple[float, list[str], bool] | None] = [(0.0, [], True)] + [None] * n
        for c, column in enumerate(self.columns):
            following: list[tuple[float, list[str], bool] | None] = [None] * (n + 1)
            for start, state in enumerate(best):
                if state is None:
                    continue
                score, cells, sure = state
                _keep(following, start, (score + self.skips[c], [*cells, ""], sure))
                text, cost = "", 0.0
                for end in range(start, n):
                    piece = pieces[end]
                    if text and column.kind == "time" and all_bodies(piece.text):
                        break
                    cost += _join_cost(text, piece) if text else 0.0
                    text = join(text, piece.text) if text else piece.text
                    value = self._value(column, text, c)
                    if value is not None:
                        _keep(following, end + 1, (score + cost + value, [*cells, text], sure))
            best = following
        last = best[n]
        if last is None or not last[2]:
            return None
        told = any(text and column.kind in _VALID for text, column in zip(last[1], self.columns, strict=True))
        return last[1] if told else None

    def _value(self, column: PathColumn, text: str, c: int) -> float | None:
        """How well a text fits a column; None where it cannot be its cell."""
        if _CLIPPED.match(text) or text[-1] in "至到、—–-~～":
            return None
        value = self.path.fit(Item(Line(text), text, gap=False, marked=False), c)
        needed = _VALID.get(column.kind)
        return None if needed is not None and value < needed else value


def _keep(states: list[tuple[float, list[str], bool] | None], at: int, state: tuple[float, list[str], bool]) -> None:
    """Keep the better of two ways to one place; two that are as good as each other are not sure."""
    held = states[at]
    if held is None or state[0] > held[0] + 0.05:
        states[at] = state
    elif abs(state[0] - held[0]) <= 0.05 and state[1] != held[1]:
        states[at] = (held[0], held[1], False)


def _join_cost(text: str, piece: _Piece) -> float:
    """What it costs that a piece goes on a cell: little at a line's end, nothing inside a padded name."""
    if piece.wrapped:
        return -0.4
    if _UNIT.search(text) or (len(text) == 1 and len(piece.text) == 1):
        return -0.1
    return -0.3 if _UNIT.search(piece.text[:1]) else -1.2
