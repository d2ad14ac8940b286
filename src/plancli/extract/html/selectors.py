"""Which rules of a style sheet hold for which element (Selectors 3, as far as the shape of a page tells it).

All selectors are told at once, as bits: the steps of `ol.a > li` are two bits side by side, and an element has those that it
fits itself and whose step before its parent, what is above or a sibling has. So a page is walked once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from .elements import named, with_above
from .sheet import Style

MOST_STEPS = 3000  # of selectors; rules behind them are not read
_COMMA = re.compile(r",(?![^()]*\))")
_PSEUDO = re.compile(r"::?(before|after|marker)$", re.I)
_PARTS = re.compile(r"[>+~]|(?:[^\s>+~(]|\([^()]*\))+")
_COMPOUND = re.compile(
    r"([a-z][a-z0-9-]*|\*)?((?:[.#][\w-]+)*)((?::(?:first-child|last-child|nth-child\([^()]*\)|not\([^()]*\)))*)", re.I
)
_NAME = re.compile(r"[.#][\w-]+")
_CONDITION = re.compile(r":([a-z-]+)(?:\(([^()]*)\))?", re.I)
_NTH = re.compile(r"([+-]?\d{0,4})n(?:([+-])(\d{1,5}))?|([+-]?\d{1,5})", re.I)
_NAMED_NTH = {"odd": "2n+1", "even": "2n"}


@dataclass(slots=True)
class _Step:
    """A selector's part between blanks: what an element must be, and be not; `nth` of its parent's, as (2, 1) for odd."""

    tag: str
    names: frozenset[str]
    nth: list[tuple[int, int]] = field(default_factory=list)
    last: bool = False
    without: list[_Step] = field(default_factory=list)

    def fits(self, tag: str, names: set[str], place: int, last: bool) -> bool:
        """Whether an element with this name, classes and place among its parent's (1-based) is such."""
        return (
            self.tag in ("", tag)
            and self.names <= names
            and (last or not self.last)
            and all(_is_nth(place, *nth) for nth in self.nth)
            and not any(step.fits(tag, names, place, last) for step in self.without)
        )

    def weight(self) -> tuple[int, int, int]:
        """How strong it makes its selector (Selectors 3, 9)."""
        ids = sum(name[0] == "#" for name in self.names)
        own = ids, len(self.names) - ids + len(self.nth) + self.last, int(bool(self.tag))
        return _sum([own, *(step.weight() for step in self.without)])


def _is_nth(place: int, every: int, first: int) -> bool:
    return place == first if not every else (place - first) % every == 0 and (place - first) // every >= 0


def _sum(weights: list[tuple[int, int, int]]) -> tuple[int, int, int]:
    return sum(w[0] for w in weights), sum(w[1] for w in weights), sum(w[2] for w in weights)


def _step(text: str) -> _Step | None:
    match = _COMPOUND.fullmatch(text)
    if match is None or not text:
        return None
    tag = (match[1] or "").lower()
    step = _Step("" if tag == "*" else tag, frozenset(_NAME.findall(match[2])))
    for name, argument in _CONDITION.findall(match[3]):
        if name.lower() == "not":
            inner = [_step(part) for part in argument.split(",")]
            if any(each is None for each in inner):
                return None
            step.without += [each for each in inner if each is not None]
        elif name.lower() == "last-child":
            step.last = True
        elif (nth := (0, 1) if name.lower() == "first-child" else _nth(argument)) is not None:
            step.nth.append(nth)
        else:
            return None
    return step


def _nth(text: str) -> tuple[int, int] | None:
    """2n+1 → (2, 1)"""
    match = _NTH.fullmatch(_NAMED_NTH.get(text.lower(), text))
    if match is None:
        return None
    if match[4]:
        return 0, int(match[4])
    every = int(match[1]) if match[1].strip("+-") else int(match[1] + "1")
    return every, int(match[2] + match[3]) if match[3] else 0


class Selectors:
    """Rules of a sheet with their selectors. A step's bit follows that of the step before it, except in `_starts`."""

    def __init__(self) -> None:
        self._steps: list[_Step] = []
        self._by_name: dict[
            str, list[int]
        ] = {}  # steps by a name that their elements have; "" for those of any element
        self._starts = 0
        self._behind = {" ": 0, ">": 0, "+": 0, "~": 0}  # the steps behind each combinator
        self._ends: dict[int, tuple[str, tuple[int, int, int], Style]] = {}
        self._placed = False  # whether a step asks for an element's place among its parent's
        self._counts = False  # whether for more than the first and the last
        self._fitting: dict[tuple[str, str, str, int, bool], int] = {}
        self._said: dict[int, dict[str, Style]] = {}

    def add(self, selectors: str, said: Style) -> None:
        """Take a rule; a selector of another kind is passed over."""
        for selector in _COMMA.split(selectors):
            self._add(selector.strip(), said)

    def declared(self) -> Iterator[tuple[str, Style]]:
        """What each selector that was taken is for ("" or a pseudo-element), and what it declares."""
        return ((place, said) for place, _, said in self._ends.values())

    def _add(self, selector: str, said: Style) -> None:
        pseudo = _PSEUDO.search(selector)
        base = selector[: pseudo.start()] if pseudo else selector
        base = re.sub(r"\s+(?=[^()]*\))", "", base)
        parts = _PARTS.findall(base + "*" if not base or base[-1] in " >+~" else base)
        steps: list[_Step] = []
        joints: list[str] = []
        joint = " "
        for part in parts:
            if part in (">", "+", "~"):
                joint = part
                continue
            step = _step(part)
            if step is None or len(self._steps) + len(steps) >= MOST_STEPS:
                return
            steps.append(step)
            joints.append(joint)
            joint = " "
        if not steps:
            return
        at = len(self._steps)
        self._starts |= 1 << at
        for number, joint in enumerate(joints[1:], 1):
            self._behind[joint] |= 1 << (at + number)
        self._placed = self._placed or "-child" in base.lower()
        self._counts = self._counts or "nth-child" in base.lower()
        for number, step in enumerate(steps, at):
            self._by_name.setdefault(min(step.names, default=step.tag), []).append(number)
        self._steps += steps
        weight = _sum([step.weight() for step in steps])
        self._ends[len(self._steps) - 1] = (pseudo[1].lower() if pseudo else "", weight, said)

    def told(self, root: etree._Element) -> dict[etree._Element, dict[str, Style]]:
        """The elements for which something is declared, with what is declared for each and for what is written in it."""
        with_names = set(named(root))
        starts, behind = self._starts, self._behind
        inside, child, beside, after = (behind[joint] for joint in " >+~")
        siblings = self._placed or beside or after
        # of each element that holds others: its steps, those of all above too, its last child's, all its children's, how many
        opened: dict[etree._Element | None, list[int]] = {root.getparent(): [0, 0, 0, 0, 0]}
        own_by_tag: dict[str, int] = {}
        found: dict[etree._Element, dict[str, Style]] = {}
        for element in root.iter() if siblings else self._reached(root, with_names):
            parent = opened[element.getparent()]
            tag = str(element.tag)
            if siblings:
                parent[4] += 1
            if self._placed or element in with_names:
                own = self._own(element, tag, parent[4])
            elif (own := own_by_tag.get(tag, -1)) < 0:
                own = own_by_tag[tag] = self._own(element, tag, 0)
            steps = own and own & (
                starts
                | (parent[1] << 1 & inside)
                | (parent[0] << 1 & child)
                | (parent[2] << 1 & beside)
                | (parent[3] << 1 & after)
            )
            if siblings:
                parent[2] = steps
                parent[3] |= steps
            if steps and (said := self._declared(steps)):
                found[element] = said
            if len(element):
                opened[element] = [steps, parent[1] | steps, 0, 0, 0]
        return found

    def _reached(self, root: etree._Element, with_names: set[etree._Element]) -> list[etree._Element]:
        """The elements that a selector may hold for, by a name in its last step, and those above them, in their order."""
        lasts = [self._steps[at] for at in self._ends]
        tags = {step.tag for step in lasts if not step.names}
        if "" in tags:
            return list(root.iter())
        likely = {*(root.iter(*tags) if tags else ()), *(with_names if any(step.names for step in lasts) else ())}
        reached = with_above(likely)
        return [element for element in root.iter() if element in reached]

    def _own(self, element: etree._Element, tag: str, place: int) -> int:
        """The steps that an element fits by itself."""
        last = self._placed and element.getnext() is None
        place = place if self._counts else min(place, 2)
        key = (tag, element.get("class") or "", element.get("id") or "", place, last)
        own = self._fitting.get(key)
        if own is None:
            names = {f".{name}" for name in key[1].split()} | {f"#{key[2]}"}
            likely = {at for name in (*names, tag, "") for at in self._by_name.get(name, ())}
            own = self._fitting[key] = sum(1 << at for at in likely if self._steps[at].fits(tag, names, place, last))
        return own

    def _declared(self, steps: int) -> dict[str, Style]:
        """What is declared for an element with these steps: the stronger selector wins, then the later one."""
        found = self._said.get(steps)
        if found is None:
            found = self._said[steps] = {}
            ends = [(weight, at) for at, (_, weight, _) in self._ends.items() if steps >> at & 1]
            for _, at in sorted(ends):
                place, _, said = self._ends[at]
                found.setdefault(place, {}).update(said)
        return found
