"""Numbers that a style sheet writes before elements (CSS Lists and Counters 3; CSS Generated Content 3).

A sheet's selectors are told for all of it at once, as bits: the steps of `ol.a > li` are two bits side by side, and an
element has those whose own names fit it and whose step before its parent or what is above has. So a page is walked once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from ..number_formats import format_number
from .lists import FORMATS, integer
from .sheet import Style, declarations

MOST_STEPS = 300  # of selectors that count or write numbers; rules behind them are not read
_DEEPEST = 9  # numbers that `counters()` joins
_LONGEST = 300  # characters of what is written
_COUNTING = ("counter-reset", "counter-increment", "counter-set")
_PSEUDO = re.compile(r"::?(before|marker)$", re.I)
_COMPOUND = re.compile(r"([a-z][a-z0-9-]*|\*)?((?:[.#][\w-]+)*)(:first-child)?", re.I)
_NAME = re.compile(r"[.#][\w-]+")
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
    rules = _Rules()
    for selectors, said in sheet:
        if "content" in said or any(name in said for name in _COUNTING):
            for selector in selectors.split(","):
                rules.add(selector, said)
    return dict(_walk(root, rules)) if rules.writes else {}


@dataclass(slots=True)
class _Step:
    """A selector's part between blanks: what an element must be."""

    tag: str
    names: frozenset[str]
    first: bool


@dataclass(slots=True)
class _Rules:
    """Rules that count or write. A step's bit follows that of the step before it, except in `starts`."""

    writes: bool = False
    _steps: list[_Step] = field(default_factory=list)
    _starts: int = 0
    _children: int = 0  # steps behind `>`
    _ends: dict[int, tuple[str, tuple[int, int, int], Style]] = field(default_factory=dict)
    _fitting: dict[tuple[str, str, str, bool], int] = field(default_factory=dict)
    _said: dict[int, dict[str, Style]] = field(default_factory=dict)

    def add(self, selector: str, said: Style) -> None:
        """Take a rule; one with a selector of another kind is passed over."""
        selector = selector.strip()
        pseudo = _PSEUDO.search(selector)
        base = selector[: pseudo.start()] if pseudo else selector
        parts = (base + "*" if not base or base[-1] in " >" else base).replace(">", " > ").split()
        found = [_COMPOUND.fullmatch(part) for part in parts if part != ">"]
        if not found or len(self._steps) + len(found) > MOST_STEPS:
            return
        steps: list[_Step] = []
        for match in found:
            if match is None:
                return
            tag = (match[1] or "").lower()
            steps.append(_Step("" if tag == "*" else tag, frozenset(_NAME.findall(match[2])), bool(match[3])))
        at = len(self._steps)
        self._starts |= 1 << at
        behind = [parts[number - 1] == ">" for number, part in enumerate(parts) if part != ">"]
        for number, child in enumerate(behind):
            self._children |= (child and number > 0) << (at + number)
        self._steps += steps
        names = [name for step in steps for name in step.names]
        ids = sum(name[0] == "#" for name in names)
        weight = (ids, len(names) - ids + sum(step.first for step in steps), sum(bool(step.tag) for step in steps))
        self._ends[len(self._steps) - 1] = (pseudo[1].lower() if pseudo else "", weight, said)
        self.writes |= pseudo is not None and "counter" in said.get("content", "")

    def fitting(self, element: etree._Element, parent: int, above: int) -> int:
        """The steps that an element has, by those of its parent and of all above."""
        first = element.getprevious() is None
        key = (str(element.tag), element.get("class") or "", element.get("id") or "", first)
        own = self._fitting.get(key)
        if own is None:
            tag, classes, named, _ = key
            names = {f".{name}" for name in classes.split()} | {f"#{named}"}
            own = self._fitting[key] = sum(
                1 << at
                for at, step in enumerate(self._steps)
                if step.tag in ("", tag) and step.names <= names and (first or not step.first)
            )
        return own & (self._starts | (parent << 1 & self._children) | (above << 1 & ~self._children & ~self._starts))

    def said(self, steps: int) -> dict[str, Style]:
        """What is declared for an element with these steps, and for what is written in it: the stronger selector wins."""
        found = self._said.get(steps)
        if found is None:
            found = self._said[steps] = {}
            ends = [(weight, at) for at, (_, weight, _) in self._ends.items() if steps >> at & 1]
            for _, at in sorted(ends):
                place, _, said = self._ends[at]
                found.setdefault(place, {}).update(said)
        return found


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


def _walk(root: etree._Element, rules: _Rules) -> Iterator[tuple[etree._Element, str]]:
    """The elements with a number before them, in document order."""
    scopes = _Scopes()
    around = [(0, 0)]  # the steps of each open element, and those of all above and it
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        depth = len(around)
        if event == "end":
            scopes.leave(depth)
            around.pop()
            continue
        parent, above = around[-1]
        steps = rules.fitting(element, parent, above)
        around.append((steps, above | steps))
        said = rules.said(steps)
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
        for place in ("marker", "before"):
            style = said.get(place, {})
            if not style or style.get("display") == "none" or (place == "marker" and element.tag != "li"):
                continue
            scopes.count(style, depth + 1)
            text += scopes.written(style.get("content", ""))
        if text:
            yield element, text
