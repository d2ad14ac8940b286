"""Texts whose typesetting has put a blank between Chinese characters and the numbers beside them (12 月底前, 新建 40 座): such a blank
is no sign of a cell's end behind a number, and none for or against it before one."""

from __future__ import annotations

from collections.abc import Sequence

from ....grammar.pattern import Pattern
from ....language.bodies import bodies
from ....language.figures import UNIT_APART
from ....language.header_rows import squeezed
from ....language.headers import lexicon_of
from ....language.time_pieces import leaves_time_open
from ....language.times import is_time
from ....model.source import Line

_SPACED, _TIGHT = Pattern(rf"(?<=[0-9]) (?={UNIT_APART})"), Pattern(rf"(?<=[0-9])(?={UNIT_APART})")
_WITH_UNIT = Pattern(UNIT_APART)
_LED = Pattern(r"\s*\d{1,3} ")
_OF_WORD = Pattern(r"[0-9A-Za-z%]$")
_HAN = Pattern(r"[㐀-鿿]")
_MOST_TIGHT = 0.25  # share of the places behind a number that have no blank
Piece = tuple[str, str]  # the blanks before it, and what it says


def sets_numbers_off(lines: Sequence[Line]) -> bool:
    """Whether blanks stand between nearly all numbers and their units, those that may be a row's own aside."""
    texts = [text[led.end() :] if (led := _LED.match(text)) else text for text in (line.text for line in lines)]
    spaced = sum(len(_SPACED.findall(text)) for text in texts)
    tight = sum(len(_TIGHT.findall(text)) for text in texts)
    return spaced > 0 and tight <= _MOST_TIGHT * spaced


def is_number(text: str) -> bool:
    """Whether a piece of a line begins with a number or a foreign word."""
    return text[:1].isascii() and text[:1].isalnum()


def place_of_numbers(header: str) -> int:
    """Behind how many columns the rows have their own numbers, by a line of header words; -1 where they have none there."""
    roles = map(lexicon_of().role, header.split())
    return next((n for n, role in enumerate(roles) if role is not None and role.kind == "number"), -1)


class RowNumbers:
    """The numbers of rows, one line after the other, behind at most `own` pieces of each: they are joined to nothing."""

    def __init__(self, own: int) -> None:
        self._own = own
        self._last = 0

    def joined(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces of the next line, each number with what it counts but the row's own: the next one, or the first of all."""
        due = self._last < 1 or self._of(pieces) == self._last + 1
        joined = joined_numbers(pieces, self._own, due=due)
        self._last = self._of(joined) or self._last
        return joined

    def _of(self, pieces: Sequence[Piece]) -> int:
        """The number among the pieces up to the place of the rows' own numbers; 0 where none stands there."""
        return next((int(text) for _, text in pieces[: self._own + 1] if text.isdecimal()), 0)


def joined_numbers(pieces: Sequence[Piece], own: int, *, due: bool) -> list[Piece]:
    """The pieces of a line, each number with what it counts: 9 | 月 | 1 | 日—5 | 日 is one time. One that stands behind at most `own`
    pieces is the row's where it is `due`, and may be where it is with no unit."""
    joined = list(pieces[:1])
    for gap, text in pieces[1:]:
        before = joined[-1][1]
        if len(joined) <= own + 1 and before.isdecimal():
            counted = not due and _WITH_UNIT.match(text) is not None
        else:
            counted = bool(_OF_WORD.search(before) and _HAN.match(text)) and not bodies().is_body(text)
            counted = counted and not is_time(before)
        dated = leaves_time_open(before) and not _HAN.match(text) and is_time(squeezed(before + text))
        if gap == " " and (counted or dated):
            joined[-1] = joined[-1][0], f"{before} {text}"
        else:
            joined.append((gap, text))
    return joined
