"""Numbers that a browser writes before the items of a list (HTML, 4.4.5; CSS Counter Styles)."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from ..number_formats import format_number

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
# counter style → the format of the same name in Word, and what stands behind the number
FORMATS = {
    "decimal": ("decimal", "."),
    "decimal-leading-zero": ("decimalZero", "."),
    "lower-alpha": ("lowerLetter", "."),
    "lower-latin": ("lowerLetter", "."),
    "upper-alpha": ("upperLetter", "."),
    "upper-latin": ("upperLetter", "."),
    "lower-roman": ("lowerRoman", "."),
    "upper-roman": ("upperRoman", "."),
    "cjk-ideographic": ("chineseCountingThousand", "、"),
    "cjk-decimal": ("chineseCountingThousand", "、"),
    "simp-chinese-informal": ("chineseCountingThousand", "、"),
    "trad-chinese-informal": ("chineseCountingThousand", "、"),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"),
    "trad-chinese-formal": ("chineseLegalSimplified", "、"),
}


class Counters:
    """Counts the items of each list as they come by, in document order."""

    def __init__(self, style: Callable[[etree._Element], dict[str, str]]) -> None:
        self._style = style
        self._next: dict[etree._Element, int] = {}

    def label(self, item: etree._Element) -> str:
        """The number that is shown before an `li`, "" for none or a mere sign."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        step = -1 if parent.get("reversed") is not None else 1
        if parent not in self._next:
            first = sum(1 for child in parent if child.tag == "li") if step < 0 else 1
            self._next[parent] = integer(parent.get("start"), first)
        value = integer(item.get("value"), self._next[parent])
        self._next[parent] = value + step
        kind = self._kind(item, parent)
        if kind not in FORMATS:
            return ""
        form, stop = FORMATS[kind]
        return format_number(value, form) + stop

    def _kind(self, item: etree._Element, parent: etree._Element) -> str:
        for element in (item, parent):
            style = self._style(element)
            said = style.get("list-style-type") or style.get("list-style", "")
            if word := next(
                (word for word in said.split() if word in FORMATS or word in ("none", "disc", "circle", "square")), ""
            ):
                return word
            if (named := element.get("type")) in _TYPES:
                return _TYPES[named]
        return "decimal"


def integer(value: str | None, default: int) -> int:
    """A number that an attribute says, within a million; `default` where it says none."""
    try:
        return max(-(10**6), min(int(value), 10**6)) if value else default
    except ValueError:
        return default
