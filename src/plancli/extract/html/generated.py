"""Numbers that a style sheet writes before elements (CSS Lists and Counters 3; CSS Generated Content 3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from ..number_formats import format_number
from .lists import FORMATS, integer
from .selectors import Selectors
from .sheet import Style, declarations

_DEEPEST = 9  # numbers that `counters()` joins
_LONGEST = 300  # characters of what is written
_COUNTING = ("counter-reset", "counter-increment", "counter-set")
_COUNTED = re.compile(r"([\w-]+)(?:\s+(-?\d+))?")
_STRING = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_CONTENT = re.compile(
    rf"(?P<text>{_STRING})|\b(?P<all>counters?)\(\s*(?P<name>[\w-]+)\s*(?:,\s*(?P<between>{_STRING})\s*)?"
    r"(?:,\s*(?P<style>[\w-]+)\s*)?\)",
    re.I | re.S,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.I | re.S)
_SIGNS = ("none", "disc", "circle", "square", "disclosure-open", "disclosure-closed")
_LISTS = ("ol", "ul", "menu", "dir")


def numbers_written(root: etree._Element, sheet: Iterable[tuple[str, Style]]) -> dict[etree._Element, str]:
    """Element → the number, with the text around it, that the rules (selectors, declarations) of a page write before it."""
    rules = Selectors()
    for selectors, said in sheet:
        if "content" in said or any(name in said for name in _COUNTING):
            rules.add(selectors, said)
    writes = any(place and "counter" in said.get("content", "") for place, said in rules.declared())
    return dict(_walk(root, rules)) if writes else {}


class _Scopes:
    """Counters by name; each belongs to the children of one element (its depth) and what is in them."""

    def __init__(self) -> None:
        self._values: dict[str, list[tuple[int, int]]] = {}
        self._made: dict[int, list[str]] = {}

    def count(self, style: Style, depth: int) -> None:
        """Do what a style says of counters."""
        for kind in _COUNTING:
            for match in _COUNTED.finditer(style.get(kind, "")):
                number = max(-(10**6), min(int(match[2][:8]), 10**6)) if match[2] else kind == "counter-increment"
                if match[1] != "none":
                    self.change(kind, match[1], int(number), depth)

    def change(self, kind: str, name: str, number: int, depth: int) -> None:
        """Reset, increment or set one counter."""
        values = self._values.setdefault(name, [])
        if not values or (kind == "counter-reset" and values[-1][0] != depth):
            values.append((depth, 0))
            self._made.setdefault(depth, []).append(name)
        place, value = values[-1]
        values[-1] = (place, value + number if kind == "counter-increment" else number)

    def leave(self, depth: int) -> None:
        """The counters of the children at a depth end."""
        for name in self._made.pop(depth, ()):
            self._values[name].pop()

    def written(self, content: str) -> str:
        """What `content` writes; "" where there is no number in it."""
        text, counted = "", False
        for match in _CONTENT.finditer(content[:_LONGEST]):
            if match["text"]:
                text += _unquoted(match["text"])
                continue
            numbers = [value for _, value in self._values.get(match["name"].lower(), ())] or [0]
            numbers = numbers[-_DEEPEST:] if match["all"].lower() == "counters" else numbers[-1:]
            style = (match["style"] or "decimal").lower()
            if style in _SIGNS:
                continue
            form = "ideographDigital" if style == "cjk-decimal" else FORMATS.get(style, FORMATS["decimal"])[0]
            text += _unquoted(match["between"] or "''").join(format_number(number, form) for number in numbers)
            counted = True
        return text.lstrip() if counted else ""


def _unquoted(text: str) -> str:
    """`"\\3001"` → 、"""
    return _ESCAPE.sub(_escaped, text[1:-1]).replace("\n", " ")


def _escaped(match: re.Match[str]) -> str:
    if not match[1]:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if 0x20 <= code < 0x11_0000 and not 0xD800 <= code < 0xE000 else " "


def _walk(root: etree._Element, rules: Selectors) -> Iterator[tuple[etree._Element, str]]:
    """The elements with a number before them, in document order."""
    scopes = _Scopes()
    told = rules.told(root)
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            scopes.leave(depth + 1)
            depth -= 1
            continue
        depth += 1
        said = told.get(element, {})
        if element.tag in _LISTS:
            scopes.change("counter-reset", "list-item", integer(element.get("start"), 1) - 1, depth)
        elif element.tag == "li":
            scopes.change("counter-increment", "list-item", 1, depth)
            if value := element.get("value"):
                scopes.change("counter-set", "list-item", integer(value, 0), depth)
        scopes.count(said.get("", {}), depth)
        if "counter-" in (own := element.get("style") or ""):
            scopes.count(declarations(own), depth)
        text = ""
        for place in ("marker", "before", "after"):
            style = said.get(place, {})
            if not style or style.get("display") == "none" or not _writes(place, element):
                continue
            scopes.count(style, depth + 1)
            text += scopes.written(style.get("content", ""))
        if text:
            yield element, text


def _writes(place: str, element: etree._Element) -> bool:
    """Whether something is written there before an element's own words: behind an empty element is before as well."""
    if place == "marker":
        return element.tag == "li"
    return place == "before" or not (len(element) or (element.text or "").strip())
