"""Tables that were dumped column by column, or in blocks that follow no row (`pdftotext` without options): nothing tells which cells
make a row, so that they are left unread and said."""

from __future__ import annotations

from collections.abc import Sequence

from ....language.header_rows import squeezed
from ....language.headers import Lexicon
from ....language.script import simplify
from ....model.source import Line
from .dump import is_stop
from .words import TASKS

_LEAST_NUMBERS, _LEAST_WORDS = 3, 2  # of the series, and of the header below its first number
_PROSE = 80  # characters of a line that is no cell's
_SHORT = 6  # characters of its words
_OF_ROWS = ("departments", "leaders", "time")


def column_blocks_until(lines: Sequence[Line], at: int, lexicon: Lexicon) -> int:
    """Behind which line a table ends whose word for numbers stands alone on line `at`, and whose other words stand alone too, some
    of them below numbers, though those above name no work and who does it or when; 0 where it is no such table."""
    if not _is_numbers(lines[at].text, lexicon):
        return 0
    above: list[str] = []
    below: set[str] = set()
    number, end = 0, at + 1
    for k in range(at + 1, len(lines)):
        text = simplify(squeezed(lines[k].text))
        if not text:
            continue
        if len(text) > _PROSE or is_stop(text) or _is_numbers(text, lexicon):
            break
        end = k + 1
        if text.isdecimal():
            number += int(text) == number + 1
        elif len(text) <= _SHORT and (role := lexicon.role(text)) and role.whole:
            if not number:
                above.append(role.kind)
            else:
                below.add(role.kind)
    whole = not set(above).isdisjoint(TASKS) and not set(above).isdisjoint(_OF_ROWS)
    return end if not whole and number >= _LEAST_NUMBERS and len(below) >= _LEAST_WORDS else 0


def _is_numbers(text: str, lexicon: Lexicon) -> bool:
    flat = simplify(squeezed(text))
    role = lexicon.role(flat) if len(flat) <= _SHORT and lexicon.is_word(flat) else None
    return role is not None and role.kind == "number"
