"""Signs of a table among the lines that are read as text: it was dumped so that nothing tells its columns apart."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ....grammar.pattern import Pattern
from ....language.header_rows import meanings_of, squeezed
from ....language.headers import HeaderRole, Lexicon
from ....language.month_days import is_weekday
from ....model.source import Block, Line, Table

_GUTTER = Pattern(r"[ \u3000]{2,}|\t+")
_LINE = range(6, 90)  # characters of a header's line
_SET_OFF = Pattern(r"(?<=\d) (?=[年月季日周])")  # a blank that typesetting puts behind figures
_HEAD = Pattern(r"[㐀-鿿]{6,40}(?=[0-9第])")  # of a line that is longer
_WORD = 14
_COLUMNS, _ROWS, _CELL = 4, 3, 6
_CELLS = Pattern(r"[ \u3000]*(?:\t|[|｜]|[ \u3000]{2})[ \u3000]*")
_OF_ROWS = ("departments", "leaders", "time", "task")
_WEEKDAYS = 4
_STACK = 5  # header words on lines of their own
_BELOW = 40  # lines below a table


def unread_headers(blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Line]:
    """The lines outside tables that hold nothing but header words: four or more of three meanings apart by blanks, or three
    and more run together."""
    yield from _stacked_headers(blocks, lexicon)
    yield from _words_above_numbers(blocks, lexicon)
    for block in blocks:
        if not isinstance(block, Line) or len(block.text) < _LINE.start:
            continue
        if len(block.text) in _LINE:
            words = _SET_OFF.sub("", block.text).split()
        elif head := _HEAD.match(block.text):  # the cells run together behind the header
            words = _run_together(head[0], lexicon)
        else:
            continue
        if sum(map(is_weekday, words)) >= _WEEKDAYS:
            yield block  # weeks down, days across
            continue
        run = len(words) == 1 or len(block.text) not in _LINE
        if len(words) == 1:
            words = lexicon.words_in(words[0])
        if len(words) < _COLUMNS - run or any(len(word) > _WORD for word in words):
            continue
        roles = [role for word in words if (role := lexicon.role(word)) is not None and role.whole]
        if len(roles) == len(words) and len(meanings_of(roles)) > 2:
            yield block


def _run_together(text: str, lexicon: Lexicon) -> list[str]:
    """The words of a header that make up a text; [] where they do not."""
    for size in range(min(_CELL, len(text)), 1, -1):
        role = lexicon.role(text[:size])
        if role is not None and role.whole:
            rest = _run_together(text[size:], lexicon) if size < len(text) else []
            if rest or size == len(text):
                return [text[:size], *rest]
    return []


def _stacked_headers(blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Line]:
    """The first line of each run of lines that hold a header word each, of three meanings; one in four may be unknown."""
    run: list[tuple[Line, HeaderRole | None]] = []
    for block in [*blocks, None]:
        text = squeezed(block.text) if isinstance(block, Line) else "。"
        if isinstance(block, Line) and not text:
            continue
        role = lexicon.role(text) if len(text) <= _WORD else None
        known = [role for _, role in run if role]
        named = (role is not None and role.whole) or (known and len(known) * 4 >= 3 * (len(run) + 1))
        if isinstance(block, Line) and named and len(text) <= _WORD and text[-1] not in "。；：:":
            run.append((block, role))
            continue
        if len(known) >= _STACK and len(meanings_of(known)) > 2:
            yield run[0][0]
        run = []


def _words_above_numbers(blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Line]:
    """The lines that are a header's word for numbers with 1 and 2 on the lines below: a column of a table."""
    said = [block for block in blocks if isinstance(block, Line) and block.text.strip()]
    for line, *below in zip(said, said[1:], said[2:], strict=False):
        if [each.text.strip() for each in below] == ["1", "2"]:
            role = lexicon.role(squeezed(line.text))
            if role is not None and role.kind == "number" and role.whole:
                yield line


def rows_below(blocks: Sequence[Block]) -> Iterator[Line]:
    """The lines below a table that begin with the number after its last: rows that it should have."""
    for k, block in enumerate(blocks):
        if not isinstance(block, Table) or block.ruled:
            continue
        numbers = [
            int(text)
            for cell in block.rows[-1][:2]
            if (text := squeezed("".join(line.text for line in cell.lines))).isdecimal()
        ]
        if not numbers:
            continue
        below = list(itertools.takewhile(lambda each: isinstance(each, Line), blocks[k + 1 : k + 1 + _BELOW]))
        for line, after in itertools.pairwise(below):
            assert isinstance(line, Line) and isinstance(after, Line)
            cells = _CELLS.split(line.text.strip(" \u3000|｜"))
            alone = len(cells) == 1 and after.text.strip() and not after.text.strip().isdecimal()
            if cells[0].isdecimal() and int(cells[0]) == numbers[0] + 1 and (alone or len(cells) > 2):
                yield line
                break


def columns_below(blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Line]:
    """The lines below a table that are a word of a header and stand above as many short lines as make a column: one that it lacks."""
    for k, block in enumerate(blocks):
        if not isinstance(block, Table) or block.ruled:
            continue
        below = list(itertools.takewhile(lambda each: isinstance(each, Line), blocks[k + 1 : k + 1 + _BELOW]))
        said = [each for each in below if isinstance(each, Line) and each.text.strip()]
        for n, line in enumerate(said):
            text = squeezed(line.text)
            role = lexicon.role(text) if len(text) <= _CELL else None
            cells = [each.text.strip() for each in said[n + 1 : n + 1 + _ROWS]]
            short = len(cells) == _ROWS and all(len(cell) <= _WORD and cell[-1] not in "。：:" for cell in cells)
            if role is not None and role.whole and role.kind in _OF_ROWS and short:
                yield line
                break


def unread_rows(blocks: Sequence[Block]) -> Line | None:
    """The first of the lines outside tables that stand in four or more columns, where there are several such."""
    rows = [block for block in blocks if isinstance(block, Line) and _stands_in_columns(block.text)]
    return rows[0] if len(rows) >= _ROWS else None


def _stands_in_columns(text: str) -> bool:
    cells = _GUTTER.split(text.strip())
    return len(cells) >= _COLUMNS and any(len(cell) > _CELL for cell in cells)  # shorter ones may be a list of persons
