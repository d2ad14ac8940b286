"""Words of a document for a terminal: characters that would steer it are shown, not obeyed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..grammar.pattern import Pattern

# controls but tab and line feed, marks of direction, line separators, halves of a character (Unicode, UAX #9 and 23.1)
_STEERS = Pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_STEERS_DATA = Pattern(rf"(?!\r\n){_STEERS.pattern}")
_BREAKS = Pattern("\\s*[\t\n\v\f\r\x85\u2028\u2029]\\s*")


def harmless(text: str) -> str:
    """The text with each such character as Python would write it: `\\x1b`, `\\u202e`."""
    return _STEERS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def harmless_data(text: str) -> str:
    """The text of a result (JSON, CSV, Markdown …) with each such character escaped as JSON does it: JSON stays what it was, and
    line ends of any system do."""
    return _STEERS_DATA.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def one_line(text: str) -> str:
    """The text on one line, harmless."""
    return harmless(_BREAKS.sub(" ", text))


# what no line begins with, and what none ends with (GB/T 15834-2011, 5.1: 标点的位置)
_NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕］｝”’…—·～,.;:?!)]}%％℃°′″")
_NOT_LAST = frozenset("（《〈「『【〔［｛“‘([{#№￥¥$")
_WORD = Pattern(r"[-0-9A-Za-z_][0-9A-Za-z_.,:/%@\\|'<>=+\[\]()…-]*|[ ]+|.", re.DOTALL)
_LEAD = Pattern(r"\A *(?:\S{1,12} {2,})?")  # of a line: how far it is set in, and its label
_FURTHER = 4  # cells
_SPACED = Pattern("[0-9A-Za-z]+[年月日号期个项万亿元度]?")


def cells(text: str) -> int:
    """How many cells of a terminal a text fills: two for wide characters (UAX #11), none for marks that stand on others."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` cells, its own line feeds kept. Words and numbers stay whole where they fit into a line, no line
    begins with a closing mark, and none ends with an opening one."""
    return [line for paragraph in text.split("\n") for line in _lines(paragraph, max(width, 2))]


def hanging(text: str, width: int) -> Iterator[str]:
    """A text in lines of at most `width` cells, its own line feeds kept: what goes on of a line begins beneath the words that its
    label leads (`time    …`), or a little further in than the line."""
    for paragraph in text.split("\n"):
        lead = "".join(_LEAD.findall(paragraph)[:1])
        indent = min(cells(lead) if lead.strip() else len(lead) + _FURTHER, width // 2)
        if cells(paragraph) <= width:
            yield paragraph
        else:
            first, *rest = wrapped(paragraph[len(lead) :], width - indent)
            yield lead + first
            yield from (" " * indent + line for line in rest)


def packed(names: Iterable[str], width: int) -> list[str]:
    """Names in lines of at most `width` cells, parted by blanks, each whole where it fits into a line."""
    lines: list[str] = []
    for name in names:
        if lines and cells(lines[-1]) + 1 + cells(name) <= width:
            lines[-1] += f" {name}"
        else:
            lines += wrapped(name, width)
    return lines


def _lines(paragraph: str, width: int) -> Iterator[str]:
    line, room = "", width
    for unit in _units(paragraph, width):
        size = cells(unit)
        if size > room and line:
            yield line.rstrip()
            line, room = "", width
            unit = unit.lstrip()
            size = cells(unit)
        line, room = line + unit, room - size
    yield line.rstrip()


def _units(paragraph: str, width: int) -> Iterator[str]:
    """The pieces between which a line may end."""
    held = ""
    for piece in _pieces(paragraph, width):
        bound = held and (piece[0] in _NOT_FIRST or held[-1] in _NOT_LAST)
        if bound and cells(held + piece) <= width:
            held += piece
        elif bound and (cut := _cut(held)):
            yield held[:cut]
            held = held[cut:] + piece
        else:
            if held:
                yield held
            held = piece
    if held:
        yield held


def _cut(word: str) -> int:
    """Where to part a word that fills a line, so that a mark behind it does not begin the next; 0 where there is no such place."""
    fits = (at for at in range(len(word) - 1, 0, -1) if word[at] not in _NOT_FIRST and word[at - 1] not in _NOT_LAST)
    return next(fits, 0)


def _pieces(paragraph: str, width: int) -> Iterator[str]:
    """Words with the measure behind a number (6月, 30日), single characters; a word that is longer than a line in parts."""
    at = 0
    while at < len(paragraph):
        found = _SPACED.match(paragraph, at) or _WORD.match(paragraph, at)
        longer = _WORD.match(paragraph, at)
        assert found is not None and longer is not None
        piece = found[0] if len(found[0]) >= len(longer[0]) else longer[0]
        while cells(piece) > width:
            piece = piece[:-1]
        yield piece
        at += len(piece)
