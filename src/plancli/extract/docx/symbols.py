"""Signs that Word builds with a field: circled ones, base text of a phonetic guide, SYMBOL (ECMA-376, 17.16)."""

from __future__ import annotations

import re

from lxml import etree

from ...grammar.pattern import Pattern
from ...language.symbols import symbol
from .names import VAL, integer, is_on, value_of, w

_LONGEST_CODE = 500  # a code that shows one sign is short; the patterns below need not face a hostile one
_CIRCLED_FIELD = Pattern(r"\s*eq\s*\\o\s*\\ac\s*\(\s*[○〇◯]\s*[,;，]\s*(.*?)\s*\)\s*$", re.IGNORECASE)
_OVERSTRUCK_FIELD = Pattern(r"\s*eq\b.*\\o\s*(?:\\a[clrd]\s*)?\((.*)\)\s*$", re.IGNORECASE | re.DOTALL)
_SYMBOL_FIELD = Pattern(r"\s*symbol\s+(0x[0-9a-f]+|\d+)(?:.*?\\f\s*\"?([^\"\\]+))?", re.IGNORECASE)
_CIRCLES = dict(zip(map(str, range(1, 21)), "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", strict=True))


def form_value(properties: etree._Element) -> str | None:
    """What a form field shows that keeps it among its properties (`w:ffData`): the chosen entry of a list, a box ticked or
    not; else None."""
    if (choice := properties.find(w("ddList"))) is not None:
        entries = [entry.get(VAL) or "" for entry in choice.iterchildren(w("listEntry"))]
        chosen = integer(value_of(choice, w("result")) or value_of(choice, w("default")), 0)
        return entries[chosen] if 0 <= chosen < len(entries) else None
    if (box := properties.find(w("checkBox"))) is not None:
        state = box.find(w("checked"))
        state = box.find(w("default")) if state is None else state
        return "☒" if state is not None and is_on(state) else "☐"
    return None


def field_without_result(code: str) -> str | None:
    """What a field shows that keeps no result: circled signs (带圈字符), base text of a phonetic guide, SYMBOL; else None."""
    if len(code) > _LONGEST_CODE:
        return None
    if match := _CIRCLED_FIELD.match(code):
        return _CIRCLES.get(match[1], match[1])
    if match := _OVERSTRUCK_FIELD.match(code):
        return re.split(r"[,;，](?![^()]*\))", match[1])[-1].strip()
    if match := _SYMBOL_FIELD.match(code):
        return symbol(match[2] or "wingdings", f"{int(match[1], 0):x}")
    return None
