"""A whole table on one line, one sign or blank between all its cells, as `get_text` gives it with a separator: each cell gets its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....grammar.pattern import Pattern
from ....language.header_rows import meanings_of, squeezed
from ....language.headers import HeaderRole, Lexicon
from ....language.script import simplify
from ....model.source import Line

_MOST_LINES = 6  # that say something, of a text whose line ends are lost
_LONG = 60  # characters of such a line
_SIGNS = tuple(Pattern(sign) for sign in (r"[|｜]", r"[,;]", r"[ \u3000]+"))
_LEAST_WORDS, _LONGEST = 3, 8  # of the header; characters of each
_LEAST_ROWS = 2


def with_cells_apart(lines: Sequence[Line], lexicon: Lexicon) -> Sequence[Line]:
    """The lines of a text of few lines, each cell of a table that stands on one of them on a line of its own; other texts as they are."""
    spoken = sum(not line.text.isspace() and line.text != "" for line in lines[: 20 * _MOST_LINES])
    if not 0 < spoken <= _MOST_LINES or len(lines) > 20 * _MOST_LINES:
        return lines
    return [part for line in lines for part in (_cells(line, lexicon) or [line])]


def _cells(line: Line, lexicon: Lexicon) -> list[Line]:
    if len(line.text) < _LONG:
        return []
    for sign in _SIGNS:
        cells = [cell.strip() for cell in sign.split(line.text.strip())]
        begin, width = _header(cells, lexicon)
        if width and len(cells) - begin >= (_LEAST_ROWS + 1) * width:
            return [replace(line, text=cell) for cell in cells if cell]
    return []


def _header(cells: Sequence[str], lexicon: Lexicon) -> tuple[int, int]:
    """Where the first run of header words of several meanings begins among cells, and how many it has; none where numbers, times or
    weeks do not lead it."""
    roles: list[HeaderRole] = []
    for k, cell in enumerate([*cells, ""]):
        text = simplify(squeezed(cell))
        role = lexicon.role(text) if 0 < len(text) <= _LONGEST else None
        if role is not None and role.whole:
            roles.append(role)
            continue
        if len(roles) >= _LEAST_WORDS and len(meanings_of(roles)) >= _LEAST_WORDS:
            return k - len(roles), len(roles)
        roles = []
    return 0, 0
