"""The record above a document on a government's site, taken out of the page: names and values side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ...language.page_record import NAME, NAME_AND_VALUE, record_field
from .elements import drop, text_of

_UNITS = frozenset(("tr", "li", "dl", "p", "div", "td", "th", "span", "h4", "h5"))
_CELLS = ("td", "th")
_LONGEST = 400  # characters of a unit
_LEAST = 3  # names; fewer may stand in any text


@dataclass(slots=True)
class HtmlRecord:
    """Values by the notice's field, and the words that were taken out of the page."""

    fields: dict[str, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)


def take_record(elements: list[etree._Element]) -> HtmlRecord:
    """The record in the elements of a page, which are dropped from its tree; empty where there is none."""
    units: list[tuple[etree._Element, list[tuple[str, str]]]] = []
    covered: set[etree._Element] = set()
    for element in _begun_by_name(elements):
        if element not in covered and (pairs := _pairs(element)):
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


def _begun_by_name(elements: list[etree._Element]) -> Iterator[etree._Element]:
    """The units whose first character may begin a name, in their order; a cell with nothing but text is none: its row is."""
    begins = frozenset(NAME.begins)
    for element in elements:
        text, tail = element.text, element.tail
        if text and (text[0] in begins or (text[0].isspace() and text.lstrip()[:1] in begins)):
            yield from _led(element)
        if (
            tail
            and (tail[0] in begins or (tail[0].isspace() and tail.lstrip()[:1] in begins))
            and not text_of(element)
            and _leads(element)
        ):
            yield from _led(element.getparent())


def _led(element: etree._Element | None) -> list[etree._Element]:
    """The units that begin with an element's words, the outermost first."""
    units: list[etree._Element] = []
    while element is not None:
        if element.tag in _UNITS and (len(element) or element.tag not in _CELLS):
            units.append(element)
        element = element.getparent() if _leads(element) else None
    return units[::-1]


def _leads(element: etree._Element) -> bool:
    """Whether nothing stands before an element in that which holds it."""
    above, before = element.getparent(), element.getprevious()
    while before is not None:
        if (before.tail and not before.tail.isspace()) or text_of(before):
            return False
        before = before.getprevious()
    return above is not None and not (above.text and not above.text.isspace())


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
