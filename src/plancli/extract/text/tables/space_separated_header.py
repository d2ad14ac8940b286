"""The header of a table that a viewer copied out of a PDF: words apart by single blanks, some broken over lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....language.headers import HeaderRole, lexicon_of
from ....model.source import Block, Line
from .alignment import TASKS
from .header import is_broken
from .rows import GROUP

_DEEP = 10  # lines that the header may have
_APART = re.compile(r"[一-鿿）)] +[一-鿿]")
_GUTTER = re.compile(r"[ \u3000]{2,}|\t+")
_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,3}\s\S{2,16}")


def unread_headers(blocks: Sequence[Block]) -> Iterator[Line]:
    """The lines outside tables that hold nothing but header words, four or more of three meanings."""
    lexicon = lexicon_of()
    for block in blocks:
        if not isinstance(block, Line) or not 8 < len(block.text) < 90:
            continue
        tokens = block.text.split()
        if len(tokens) > 3 and all(len(token) <= 14 for token in tokens):
            roles = [role for token in tokens if (role := lexicon.role(token)) is not None and role.whole]
            if len(roles) == len(tokens) and len({(role.kind, role.role) for role in roles}) > 2:
                yield block


def unread_rows(blocks: Sequence[Block]) -> Line | None:
    """The first of the lines outside tables that stand in four or more columns, where there are several such."""
    rows = [block for block in blocks if isinstance(block, Line) and _stands_in_columns(block.text)]
    return rows[0] if len(rows) > 2 else None


def _stands_in_columns(text: str) -> bool:
    cells = _GUTTER.split(text.strip())
    return len(cells) > 3 and any(len(cell) > 6 for cell in cells)  # shorter ones may be a list of persons


def read_copied_head(lines: Sequence[Line], at: int) -> tuple[list[Line], list[HeaderRole | None], int] | None:
    """The header's words and what they name: a number column first or second, a task, three meanings; then the row 1."""
    lexicon = lexicon_of()
    words: list[Line] = []
    several = False
    for i in range(at, min(len(lines), at + _DEEP)):
        tokens = lines[i].text.split()
        if words and tokens and opens_row(lines[i].text, 1, second=True):
            roles = [lexicon.role(word.text) for word in words]
            known = [role for role in roles if role is not None]
            meanings = {(role.kind, role.role) for role in known}
            first = [role.kind for role in roles[:2] if role is not None]
            if not several or "number" not in first or len(known) * 3 < len(roles) * 2 or len(meanings) < 3:
                return None
            return (words, roles, i) if any(role.kind in TASKS for role in known) else None
        if not tokens or any(len(token) > 14 for token in tokens):
            return None
        if words and is_broken(words[-1].text, tokens[0]):
            words[-1] = replace(words[-1], text=words[-1].text + tokens.pop(0))
        several = several or len(tokens) > 1
        words.extend(replace(lines[i], text=token) for token in tokens)
        if i == at and (len(tokens[0]) > 6 or (lexicon.role(tokens[0]) is None and len(tokens[0]) > 1)):
            return None
    return None


def opens_row(text: str, number: int, *, second: bool) -> bool:
    """Whether a line begins row `number`, or with 1 a heading before it; `second` where a category may come first."""
    pieces = text.split(None, 2)
    if not pieces:
        return False
    if number == 1 and is_group(text.strip()):
        return True
    return pieces[0].lstrip("0") == str(number) or (second and len(pieces) > 1 and pieces[1] == str(number))


def is_group(text: str) -> bool:
    """Whether a line is a heading between rows: 一、基础工作, or 一 基础工作."""
    return (GROUP.fullmatch(text) is not None and not _APART.search(text)) or _NUMERAL.fullmatch(text) is not None
