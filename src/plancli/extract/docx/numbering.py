"""Numbers that Word computes: numbering definitions and their counters (ECMA-376 part 1, 17.9).

A paragraph names a list (`numId`) and a level, itself or through its style. Lists that share an abstract definition
share its counters, so that a list goes on under another `numId`; a start override begins it anew, once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from ...grammar.pattern import Pattern
from ...model.record import Record
from ..number_formats import custom_number, format_number
from .names import RPR, VAL, integer, is_on, value_of, w
from .styles import ParagraphStyle, Styles

_LEVELS = 9
_PLACEHOLDER = Pattern(r"%([1-9])")
_ABSTRACT, _ABSTRACT_ID, _NUM, _NUM_ID, _LVL, _ILVL = (
    w("abstractNum"), w("abstractNumId"), w("num"), w("numId"), w("lvl"), w("ilvl"),
)  # fmt: skip
_NUM_FMT, _FORMAT = w("numFmt"), w("format")
_OVERRIDE, _START_OVERRIDE, _START = w("lvlOverride"), w("startOverride"), w("start")


@dataclass(slots=True, eq=False, repr=False)
class Level(Record):
    """One level of a list. `text` is the pattern (`第%1条`); `restart` the level (1-based) after which the count begins
    anew, 0 for never, None for any higher level."""

    start: int = 1
    number_format: str = "decimal"
    pattern: str | None = None  # of a custom number format
    text: str = ""
    restart: int | None = None
    legal: bool = False
    hidden: bool = False
    style: str | None = None

    def number(self, value: int, *, legal: bool) -> str:
        """A count of this level as it is printed."""
        if legal and self.number_format != "none":
            return str(value)
        if self.pattern is not None:
            return custom_number(value, self.pattern)
        return format_number(value, self.number_format)


@dataclass(slots=True, eq=False, repr=False)
class _Abstract(Record):
    levels: dict[int, Level] = field(default_factory=dict)
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)
    style_link: str | None = None


@dataclass(slots=True, eq=False, repr=False)
class _List(Record):
    abstract: _Abstract
    levels: dict[int, Level]
    restarts: set[int]  # levels whose start override was not used yet
    linked: dict[str, int | None]  # the level that a style is linked to, itself or by those it is based on


class Numbering:
    """The numbering part with its counters; `label` is asked once for each numbered paragraph, in document order."""

    def __init__(self, load: Callable[[], etree._Element | None], styles: Styles) -> None:
        """`load` gives the root of the numbering part; it is called when the first numbered paragraph comes along."""
        self._load = load
        self._loaded = False
        self._lists: dict[str, _List | None] = {}
        self._abstracts: dict[str, _Abstract] = {}
        self._nums: dict[str, etree._Element] = {}
        self._styles = styles

    def _read(self) -> None:
        self._loaded = True
        root = self._load()
        for element in () if root is None else root:
            if element.tag == _ABSTRACT:
                self._abstracts[element.get(_ABSTRACT_ID, "")] = _read_abstract(element)
            elif element.tag == _NUM:
                self._nums[element.get(_NUM_ID, "")] = element

    def label(self, num_id: str | None, ilvl: int | None, style: ParagraphStyle) -> str:
        """The label of the next paragraph, "" for none or a bullet; `num_id` and `ilvl` are what the paragraph itself says."""
        num_id = num_id or style.num_id
        if num_id is None or num_id == "0":
            return ""
        numbered = self._list(num_id)
        if numbered is None:
            return ""
        if ilvl is None:
            ilvl = _linked_level(numbered, style)
        level = numbered.levels.get(ilvl)
        if level is None:
            return ""
        self._count(numbered, ilvl)
        if level.hidden or level.number_format == "bullet":
            return ""
        counts = numbered.abstract.counts

        def printed(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            shown = numbered.levels.get(place)
            if shown is None or place > ilvl:
                return ""
            value = counts[place]
            return shown.number(shown.start if value is None else value, legal=level.legal)

        return _PLACEHOLDER.sub(printed, level.text).strip()

    def _count(self, numbered: _List, ilvl: int) -> None:
        counts = numbered.abstract.counts
        if ilvl in numbered.restarts:
            numbered.restarts.discard(ilvl)
            counts[ilvl] = None
        value = counts[ilvl]
        counts[ilvl] = numbered.levels[ilvl].start if value is None else value + 1
        for lower in range(ilvl + 1, _LEVELS):
            level = numbered.levels.get(lower)
            restart = level.restart if level is not None else None
            if restart is None or ilvl < restart:
                counts[lower] = None

    def _list(self, num_id: str) -> _List | None:
        if not self._loaded:
            self._read()
        if num_id not in self._lists:
            self._lists[num_id] = self._read_list(num_id)
        return self._lists[num_id]

    def _read_list(self, num_id: str) -> _List | None:
        element = self._nums.get(num_id)
        abstract = self._abstract(num_id)
        if element is None or abstract is None:
            return None
        levels = dict(abstract.levels)
        restarts: set[int] = set()
        for override in element.iterchildren(_OVERRIDE):
            ilvl = integer(override.get(_ILVL), 0)
            if not 0 <= ilvl < _LEVELS:
                continue
            if (own := override.find(_LVL)) is not None:
                levels[ilvl] = _read_level(own)
            if (start := value_of(override, _START_OVERRIDE)) is not None:
                levels[ilvl] = replace(levels.get(ilvl, Level()), start=integer(start, 1))
                restarts.add(ilvl)
        linked: dict[str, int | None] = {}
        for ilvl, level in levels.items():
            if level.style is not None:
                linked.setdefault(level.style, ilvl)
        return _List(abstract, levels, restarts, linked)

    def _abstract(self, num_id: str) -> _Abstract | None:
        """The definition behind a list; those that only link to a numbering style are followed there (17.9.21)."""
        found: _Abstract | None = None
        seen: set[str] = set()
        while num_id not in seen and (element := self._nums.get(num_id)) is not None:
            seen.add(num_id)
            abstract = self._abstracts.get(value_of(element, _ABSTRACT_ID) or "")
            found = abstract or found
            linked = (
                None if abstract is None or abstract.style_link is None else self._styles.numbering(abstract.style_link)
            )
            if linked is None:
                break
            num_id = linked
        return found


def _linked_level(numbered: _List, style: ParagraphStyle) -> int:
    """The level of a paragraph that names none: that which is linked to its style, else what the style says, else 0."""
    path: list[str] = []  # up to the first style that is linked, or known to lead to one or to none
    base: ParagraphStyle | None = style
    while base is not None and base.name not in numbered.linked:
        path.append(base.name)
        base = base.base
    found = numbered.linked[base.name] if base is not None else None
    numbered.linked.update(dict.fromkeys(path, found))
    return (style.ilvl or 0) if found is None else found


def _read_abstract(element: etree._Element) -> _Abstract:
    levels = {integer(child.get(_ILVL), 0): _read_level(child) for child in element.iterchildren(_LVL)}
    return _Abstract(
        {ilvl: level for ilvl, level in levels.items() if 0 <= ilvl < _LEVELS},
        style_link=value_of(element, w("numStyleLink")),
    )


def _read_level(element: etree._Element) -> Level:
    level = Level(start=integer(value_of(element, _START), 0))
    # Formats newer than the standard stand in an AlternateContent: the first one found is the newest.
    for number_format in element.iter(_NUM_FMT):
        level.number_format = number_format.get(VAL, "decimal")
        level.pattern = number_format.get(_FORMAT) if level.number_format == "custom" else None
        break
    level.text = value_of(element, w("lvlText")) or ""
    restart = value_of(element, w("lvlRestart"))
    level.restart = None if restart is None else integer(restart, 0)
    legal = element.find(w("isLgl"))
    level.legal = legal is not None and is_on(legal)
    hidden = element.find(f"{RPR}/{w('vanish')}")
    level.hidden = hidden is not None and is_on(hidden)
    level.style = value_of(element, w("pStyle"))
    if element.find(w("lvlPicBulletId")) is not None:
        level.number_format = "bullet"
    return level
