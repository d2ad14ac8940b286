"""How a text was wrapped into lines: at which width, measured how, and what line breaking keeps together."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..grammar.pattern import Pattern
from ..language.openings import begins_numbered
from ..language.script import columns, squeeze
from ..language.times import led_by_time
from ..model.source import Line

_WORD = r"(?:[A-Za-z0-9.%％+/-]+|.)[，。、；：？！）)》〉”’」』】〕\]…—,.;:?!]*"
# What follows a stop in digits, or a quotation mark, is kept with what stands before it (UAX #14: QU; office programs).
_UNBROKEN = Pattern(rf"[（(《〈“‘「『【〔\[]*{_WORD}(?:(?<=[，、；：。])(?=[A-Za-z0-9]){_WORD}|[“‘]+{_WORD})*")
_STOP = Pattern(r"[，。、；：？！）)》”’,.;:]$")


class Wrap(NamedTuple):
    """A hard wrap: no line measures more than `width`, but for a stop that hangs over; `grace` allows for ragged edges."""

    width: int
    measure: Callable[[str], int]
    grace: int


def wrap_of(lines: list[Line], indents: bool) -> Wrap | None:
    """The width at which a text is hard-wrapped, by columns or by a count of characters; None where it is not."""
    inner = [line for line in lines if columns(line.text) - columns(line.text.lstrip()) < 6]
    found = [
        (near, Wrap(width, measure, grace))
        for measure, least, grace in ((columns, 40, 6), (_characters, 20, 3))
        if (result := _width(inner, indents, measure, least, grace))
        for width, near in (result,)
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _width(
    lines: list[Line], indents: bool, measure: Callable[[str], int], least: int, grace: int
) -> tuple[int, int] | None:
    """The width of a hard wrap in one measure, and how many lines reach it exactly.

    It is one, where a good part of the lines end near a width that hardly any exceeds, and those often end in the middle of
    a sentence, or before lines that lack the indent of a paragraph.
    """
    widths = sorted(measure(_STOP.sub("", line.text.rstrip())) for line in lines)  # a stop may hang over the edge
    if len(widths) < 4 or not least <= (top := widths[-1 - len(widths) // 25]) <= 4 * least:
        return None
    near = [index for index, line in enumerate(lines) if top - grace <= measure(line.text.rstrip()) <= top + 2]
    ends = [line.text.rstrip()[-1] in "。！？；：）)】〕]" for line in lines]
    full = set(near)
    broken = [
        index
        for index in near
        if not ends[index] and index + 1 < len(lines) and (ends[index + 1] or index + 1 in full)  # no heading follows
        if not led_by_time(squeeze(lines[index + 1].text))  # 9月10日前 上报预算
    ]
    tails = [index for index in near if indents and index + 1 < len(lines) and not indented(lines[index + 1])]
    wrapped = len(broken) * 2 >= len(near) or (len(tails) >= 3 and len(tails) * 3 >= len(near))
    if not wrapped or len(near) < max(3, len(lines) // 8):
        return None
    return top, sum(width >= top - grace // 3 for width in widths)


def first_lines_indented(lines: list[Line]) -> bool:
    """True where this source indents the first line of a paragraph (GB/T 9704, 7.3.3), so that a line without indent
    goes on even if it looks like an item."""
    firsts = [line for line in lines if begins_numbered(squeeze(line.text))]
    return len(firsts) >= 3 and sum(map(indented, firsts)) * 5 >= len(firsts) * 4


def indented(line: Line) -> bool:
    """True where a line begins further in than its frame, by a character at least."""
    return line.x0 - line.left >= 1.2 * (line.size or 12.0) if line.right > 0 else line.text[:1] in "\u3000 \t"


def first_word(text: str) -> str:
    """What line breaking keeps together at a line's start.

    GB/T 15834—2011, 5.1: no stop or closing mark begins a line, no opening mark ends one; a number or a Latin word is one.
    """
    word = _UNBROKEN.match(text.lstrip())
    return word.group()[:24] if word else ""


def _characters(text: str) -> int:
    return len(text)
