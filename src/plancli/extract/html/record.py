"""The record above a document on a government's site, taken out of the page: names and values side by side."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from ...language.page_record import NAME, NAME_AND_VALUE, record_field
from .elements import asker, drop, text_of

_UNITS = ("tr", "li", "dl", "p", "div", "span", "h4", "h5")
_cells_hold_elements = asker("boolean(//td/*) or boolean(//th/*)")
_CELLS = ("td", "th")
_LONGEST = 400  # characters of a unit
_LEAST = 3  # names; fewer may stand in any text


@dataclass(slots=True)
class HtmlRecord:
    """Values by the notice's field, and the words that were taken out of the page."""

    fields: dict[str, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)


def take_record(root: etree._Element) -> HtmlRecord:
    """The record of a page, its elements dropped from the tree; empty where there is none."""
    units: list[tuple[etree._Element, list[tuple[str, str]]]] = []
    covered: set[etree._Element] = set()
    firsts: dict[etree._Element, str] = {}
    for element in root.iter(*_UNITS, *(_CELLS if _cells_hold_elements(root) else ())):
        if not len(element) and element.tag in _CELLS:
            continue  # with nothing but text: its row tells what it is
        if _first(element, firsts) not in NAME.begins or element in covered:
            continue
        pairs = _pairs(element)
        if pairs:
            units.append((element, pairs))
            covered.update(element.iter())
    record = HtmlRecord()
    names = {name for _, pairs in units for name, _ in pairs}
    if len(names) < _LEAST:
        return record
    for element, pairs in units:
        for name, value in pairs:
            where = record_field(name)
            if where and value and where not in record.fields:
                record.fields[where] = value
            record.words.append(f"{name}：{value}")
        drop(element)
    return record


def _first(element: etree._Element, firsts: dict[etree._Element, str]) -> str:
    """The first character in an element other than a blank, "" where its first elements have none; `firsts` are those known."""
    path: list[etree._Element] = []
    while (first := firsts.get(element)) is None:
        path.append(element)
        text = (element.text or "").lstrip()
        if text or not len(element):
            first = text[:1]
            break
        element = element[0]
    for each in path:
        firsts[each] = first
    return first


def _pairs(element: etree._Element) -> list[tuple[str, str]]:
    """The names and values of a row, an item or a paragraph that holds nothing else."""
    text = text_of(element)
    if not NAME.match(text) or len(text) > _LONGEST or element.find(".//table") is not None:
        return []
    parts = [part for part in (text_of(child) for child in element) if part]
    if element.tag in ("tr", "dl"):
        return _alternating(parts)
    if not NAME_AND_VALUE.match(text) or (element.tag in _CELLS and NAME.fullmatch(text)):
        return _alternating(parts) if len(parts) > 1 and NAME.fullmatch(parts[0]) else []
    if element.tag in _CELLS:
        return []
    if sum(1 for child in element.iter("li", "tr", "p", "dt")) > 1:
        return []  # a box of such units, not one of them
    found = NAME_AND_VALUE.split(text)
    return list(zip(found[1::2], found[2::2], strict=False)) if not found[0] else []


def _alternating(parts: list[str]) -> list[tuple[str, str]]:
    """Cells that are name, value, name, value; or each both."""
    if all(NAME_AND_VALUE.match(part) and not NAME.fullmatch(part) for part in parts):
        return [(match[1], part[match.end() :]) for part in parts if (match := NAME_AND_VALUE.match(part))]
    pairs: list[tuple[str, str]] = []
    at = 0
    while at < len(parts):
        if not NAME.fullmatch(parts[at]):
            return []
        name = parts[at].rstrip(":：")
        if at + 1 < len(parts) and not NAME.fullmatch(parts[at + 1]):
            pairs.append((name, parts[at + 1]))
            at += 2
        else:
            pairs.append((name, ""))
            at += 1
    return pairs if any(value for _, value in pairs) else []
