"""Numbers that Word computes, of an old document (MS-DOC 2.9.131 to 2.9.150): lists, their levels and their uses."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from ..number_formats import format_number

_LIST, _LEVEL, _USE = 28, 28, 16  # bytes
_SIMPLE = 1
_OVERRIDES_START, _OVERRIDES_FORM = 16, 32
_BULLET, _NONE = 23, 255
_FORMATS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 14: "decimalFullWidth", 18: "decimalEnclosedCircle",
    19: "decimalFullWidth", 22: "decimalZero", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese",
    10: "ideographDigital", 11: "japaneseCounting", 29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac",
    33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 37: "chineseCounting",
    38: "chineseLegalSimplified", 39: "chineseCountingThousand",
}  # fmt: skip


@dataclass(slots=True)
class _Level:
    start: int = 1
    kind: int = 0
    legal: bool = False
    text: str = ""  # characters below 9 stand for the number of that level


@dataclass(slots=True)
class _Counted:
    levels: list[_Level] = field(default_factory=list)
    counts: list[int | None] = field(default_factory=lambda: [None] * 9)


class DocLists:
    """The lists of a document with their counters; `label` is asked once for each numbered paragraph, in order."""

    def __init__(self, lists: bytes, size: int, uses: bytes) -> None:
        try:
            by_id = dict(_lists(lists, size))
            found = _uses(uses)
        except (struct.error, IndexError):
            by_id, found = {}, []
        self._uses = [(by_id.get(id), starts) for id, starts in found]

    def label(self, use: int, level: int) -> str:
        """The number before a paragraph of this use (1-based) and level, "" for none or a mere sign."""
        found, starts = self._uses[use - 1] if 0 < use <= len(self._uses) else (None, {})
        if found is None or level >= len(found.levels):
            return ""
        own = found.levels[level]
        value = found.counts[level]
        if (start := starts.pop(level, None)) is not None:  # this use begins the count anew, once
            found.counts[level] = start
        else:
            found.counts[level] = own.start if value is None else value + 1
        found.counts[level + 1 :] = [None] * (8 - level)
        if own.kind in (_BULLET, _NONE):
            return ""
        return "".join(self._printed(found, ord(char), own) if char < "\t" else char for char in own.text).strip()

    def _printed(self, found: _Counted, level: int, own: _Level) -> str:
        if level >= len(found.levels):
            return ""
        shown = found.levels[level]
        value = found.counts[level]
        form = "decimal" if own.legal else _FORMATS.get(shown.kind, "decimal")
        return format_number(shown.start if value is None else value, form)


def _uses(data: bytes) -> list[tuple[int, dict[int, int]]]:
    """The list of each use, and where the use begins its counts anew, by level."""
    count = min(int.from_bytes(data[:4], "little"), (len(data) - 4) // _USE)
    at = 4 + _USE * count
    found: list[tuple[int, dict[int, int]]] = []
    for number in range(count):
        use = data[4 + _USE * number : 4 + _USE * (number + 1)]
        starts: dict[int, int] = {}
        at += 4
        for _ in range(use[12]):
            start, flags = struct.unpack_from("<iI", data, at)
            at += 8
            if flags & _OVERRIDES_START:
                starts[flags & 15] = max(0, start)
            if flags & _OVERRIDES_FORM:
                level = data[at : at + _LEVEL]
                at += _LEVEL + level[24] + level[25]
                if flags & _OVERRIDES_START:
                    starts[flags & 15] = max(0, struct.unpack_from("<i", level)[0])
                at += 2 + 2 * int.from_bytes(data[at : at + 2], "little")
        found.append((struct.unpack_from("<i", use)[0], starts))
    return found


def _lists(data: bytes, size: int) -> list[tuple[int, _Counted]]:
    count = int.from_bytes(data[:2], "little")
    heads = [data[2 + _LIST * n : 2 + _LIST * (n + 1)] for n in range(count)]
    at = size  # levels lie behind the table of lists
    found = []
    for head in heads:
        counted = _Counted()
        for _ in range(1 if head[26] & _SIMPLE else 9):
            level = data[at : at + _LEVEL]
            start, kind, flags = struct.unpack_from("<iBB", level)
            runs, paragraphs = level[24], level[25]
            at += _LEVEL + runs + paragraphs
            length = int.from_bytes(data[at : at + 2], "little")
            text = data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
            at += 2 + 2 * length
            counted.levels.append(_Level(max(0, start), kind, bool(flags & 4), text))
        found.append((struct.unpack_from("<i", head)[0], counted))
    return found
