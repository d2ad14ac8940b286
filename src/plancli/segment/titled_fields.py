"""Items without a number that are told by their fields: a title on a line, and beneath it lines such as 活动时间：…, 责任部门：…."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..language.assignments import assigns, begins_with_label
from ..language.duties import speaks_of_bodies_set_up
from ..language.fields import kind_of_field, name_of_field
from ..language.times import heads_by_theme, heads_by_time
from .fields import OF_ALL
from .headings import is_short_line
from .stream import Element, Passage
from .tasks import HEADINGS

_LONGEST = 40  # characters of a title
_MOST = 0.8  # of the items have a field that tells them
_HEADS = (*HEADINGS, "stage")  # labels beneath which items without a number may stand


class _Item(NamedTuple):
    """The line of its title, and the names of the fields beneath."""

    title: int
    names: frozenset[str]


def titles_of_fields(body: Sequence[Element]) -> list[int]:
    """The titles, by index, of two items or more each of which has fields beneath, and shares one with nearly all others; what stands
    between a title and its fields is its text. One of the fields says who or when, or the title does, or the item stands beneath a
    line that is a time. Beneath numbered items none."""
    names = [_field_name(element) for element in body]
    often = Counter(names)
    names = [name if name and (often[name] > 1 or kind_of_field(name)) else "" for name in names]
    items: list[_Item] = []
    end = 0  # of the fields, or the heading, above
    at = 0
    heading: Passage | None = None
    timed = False  # beneath a line that is a time
    while at < len(body):
        element = body[at]
        if not names[at]:
            if not isinstance(element, Passage) or element.label or _is_time(element):
                heading, end = (element if isinstance(element, Passage) and element.label else heading), at + 1
                timed = isinstance(element, Passage) and not element.label
            at += 1
            continue
        stop = next((k for k in range(at, len(body)) if not names[k]), len(body))
        found = frozenset(names[at:stop])
        if heading is None or _may_stand_beneath(heading):
            title = _title(body, end, at, first=not items, alone=heading is None)
            told = timed or any(kind_of_field(name) in OF_ALL for name in found) or _says_when(body, title)
            if not told:
                at = end = stop
                continue
            if title is None and heading is None:
                return []
            items += [_Item(title, found)] if title is not None else []
        at = end = stop
    shared = Counter(name for item in items for name in item.names).most_common(1)
    return [item.title for item in items] if len(items) > 1 and shared[0][1] >= _MOST * len(items) else []


def _field_name(element: Element) -> str:
    """The name of the field that an unnumbered line is; "" for another line."""
    if not isinstance(element, Passage) or element.label or heads_by_time(element.text):
        return ""
    return name_of_field(element.text)


def _is_time(line: Passage) -> bool:
    return heads_by_time(line.text) or heads_by_theme(line.text)


def _may_stand_beneath(heading: Passage) -> bool:
    label = heading.label
    return label is not None and label.form in _HEADS and not speaks_of_bodies_set_up(heading.text)


def _title(body: Sequence[Element], start: int, end: int, *, first: bool, alone: bool) -> int | None:
    """The line that names the item whose fields begin at `end`: the last short one above them without a stop. Where nothing in the
    plan has a number (`alone`), the first line behind the fields above, or, for the `first` item, behind a preamble, the last.
    None where there is none."""
    short = [at for at in range(start, end) if _is_title(body[at])]
    if short:
        return short[-1]
    at = end - 1 if first else start
    return at if alone and start < end and not begins_with_label(_text(body[at])) else None


def _says_when(body: Sequence[Element], title: int | None) -> bool:
    """Whether a title says when in a bracket behind it: 复习收尾（2月10日—2月28日）."""
    return title is not None and assigns(_text(body[title]))


def _is_title(element: Element) -> bool:
    return is_short_line(element, _LONGEST)


def _text(element: Element) -> str:
    return element.text if isinstance(element, Passage) else ""
