"""Signs of a table among the lines that are read as text: it was dumped so that nothing tells its columns apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....language.header_rows import meanings_of
from ....language.headers import Lexicon
from ....model.source import Block, Line

_GUTTER = re.compile(r"[ \u3000]{2,}|\t+")
_LINE = range(6, 90)  # characters of a header's line
_WORD = 14
_COLUMNS, _ROWS, _CELL = 4, 3, 6


def unread_headers(blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Line]:
    """The lines outside tables that hold nothing but header words: four or more of three meanings apart by blanks, or three
    and more run together."""
    for block in blocks:
        if not isinstance(block, Line) or len(block.text) not in _LINE:
            continue
        words = block.text.split()
        run = len(words) == 1
        if run:
            words = lexicon.words_in(words[0])
        if len(words) < _COLUMNS - run or any(len(word) > _WORD for word in words):
            continue
        roles = [role for word in words if (role := lexicon.role(word)) is not None and role.whole]
        if len(roles) == len(words) and len(meanings_of(roles)) > 2:
            yield block


def unread_rows(blocks: Sequence[Block]) -> Line | None:
    """The first of the lines outside tables that stand in four or more columns, where there are several such."""
    rows = [block for block in blocks if isinstance(block, Line) and _stands_in_columns(block.text)]
    return rows[0] if len(rows) >= _ROWS else None


def _stands_in_columns(text: str) -> bool:
    cells = _GUTTER.split(text.strip())
    return len(cells) >= _COLUMNS and any(len(cell) > _CELL for cell in cells)  # shorter ones may be a list of persons
