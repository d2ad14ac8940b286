"""Numbers of lists in an OpenDocument text: list styles by level, counters that go on from list to list where told to."""

from __future__ import annotations

from lxml import etree

from ..number_formats import format_number
from ..opendocument import STYLE, TEXT

_LEVELS = 10
_FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "一, 二, 三, ...": "chineseCountingThousand",
    "壹, 贰, 叁, ...": "chineseLegalSimplified", "①, ②, ③, ...": "decimalEnclosedCircle", "１, ２, ３, ...": "decimalFullWidth",
    "甲, 乙, 丙, ...": "ideographTraditional", "子, 丑, 寅, ...": "ideographZodiac", "01, 02, 03, ...": "decimalZero",
    "(一), (二), (三), ...": "chineseCountingThousand",
}  # fmt: skip


class OdtLists:
    """The list styles of a document and the counts of its lists."""

    def __init__(self, parts: list[etree._Element]) -> None:
        self._styles: dict[str, dict[int, etree._Element]] = {}
        for part in parts:
            for style in part.iter(f"{TEXT}list-style"):
                self._styles[style.get(f"{STYLE}name", "")] = {
                    _integer(level.get(f"{TEXT}level"), 1) - 1: level for level in style
                }
        self._kept: dict[str, list[int | None]] = {}  # counts by list id and by style
        self._counts: list[int | None] = [None] * _LEVELS

    def begin(self, element: etree._Element, style: str) -> None:
        """A list at the outermost level begins, anew or going on."""
        on = element.get(f"{TEXT}continue-list")
        before = self._kept.get(f"#{on}") if on else None
        if before is None and element.get(f"{TEXT}continue-numbering") == "true":
            before = self._kept.get(style)
        self._counts = before if before is not None else [None] * _LEVELS
        self._kept[style] = self._counts
        if name := element.get("{http://www.w3.org/XML/1998/namespace}id"):
            self._kept[f"#{name}"] = self._counts

    def label(self, style: str, level: int, start: str | None) -> str:
        """The number before the next item of a level (0-based), "" for none or a sign."""
        if level >= _LEVELS:
            return ""
        levels = self._styles.get(style, {})
        own = levels.get(level)
        first = _integer(own.get(f"{TEXT}start-value") if own is not None else None, 1)
        value = self._counts[level]
        self._counts[level] = _integer(start, first if value is None else value + 1)
        self._counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        if own is None or own.tag != f"{TEXT}list-level-style-number" or not own.get(f"{STYLE}num-format"):
            return ""
        shown = max(1, _integer(own.get(f"{TEXT}display-levels"), 1))
        template = own.get("{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format")
        if template and "%" in template:
            for place in range(_LEVELS):
                template = template.replace(f"%{place + 1}%", self._printed(levels, place))
            return template.strip()
        numbers = ".".join(self._printed(levels, place) for place in range(max(0, level - shown + 1), level + 1))
        return (own.get(f"{STYLE}num-prefix", "") + numbers + own.get(f"{STYLE}num-suffix", "")).strip()

    def _printed(self, levels: dict[int, etree._Element], level: int) -> str:
        own = levels.get(level)
        value = self._counts[level]
        if own is None:
            return ""
        number = _integer(own.get(f"{TEXT}start-value"), 1) if value is None else value
        return format_number(number, _FORMATS.get(own.get(f"{STYLE}num-format", "1"), "decimal"))


def _integer(value: str | None, default: int) -> int:
    try:
        return max(0, min(int(value), 10**6)) if value else default
    except ValueError:
        return default
