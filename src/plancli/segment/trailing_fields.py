"""Who and when behind an item's title without a label: set apart by blanks (举行升旗仪式 3月 德育处), or on lines of their own beneath."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from ..grammar.pattern import Pattern
from ..language.bodies import all_bodies
from ..language.labels import Label
from ..language.posts import names_holders
from ..language.script import has_any, simplify, squeeze
from ..language.surnames import looks_like_person
from ..language.times import heads_by_time, is_time
from ..model.draft import ColumnValue, ScheduleLine
from .stream import Element, Passage

_BLANK = Pattern(r"[ \t\u3000\xa0]+")
_BETWEEN_NAMES = Pattern("[、，,；;和]")
_SHORTEST, _LONGEST, _LONGEST_FIELD = 3, 60, 40  # characters of a title, of a field
_NOT_IN_FIELD = "。：:（("
_MOST = 3  # fields of an item
_FEWEST = 3  # items that have some, or it may be chance
_SHARE = 0.6  # of the items of their form

_Kind = Literal["time", "departments", "leaders"]
TrailingField = tuple[_Kind, str]  # what it is, and its text


def with_trailing_fields(body: Sequence[Element]) -> list[Element]:
    """A plan's body → the same, a line feed between the title of an item and each such field behind it, where most items of its form
    have some, three at least."""
    items: dict[str, list[int]] = defaultdict(list)
    for at, element in enumerate(body):
        if isinstance(element, Passage) and element.label is not None:
            items[element.label.form].append(at)
    found: dict[int, tuple[Passage, int]] = {}  # at → the item with its fields, how many lines beneath are its
    for places in items.values():
        behind = {at: item for at in places if (item := _behind_blanks(body[at])) is not None}
        beneath = {} if behind else _beneath(body, places)
        ended = {at: (item, 0) for at, item in behind.items()} | beneath
        leaves = [at for at in places if not _heads(body, at)]
        if len(ended) >= max(_FEWEST, _SHARE * len(leaves)):
            found |= ended
    return [
        found[at][0] if at in found else element
        for at, element in enumerate(body)
        if not any(at - back in found and found[at - back][1] >= back for back in range(1, _MOST + 1))
    ]


def fields_behind(head: str) -> list[TrailingField]:
    """The fields that the lines behind an item's title are: 3月12日 / 绿化办; [] where there are none, or another line is among them."""
    _, *lines = head.split("\n")
    kinds = [_kind(line) for line in lines]
    return [(kind, line) for kind, line in zip(kinds, lines, strict=True) if kind] if all(kinds) else []


def columns_of(fields: Sequence[TrailingField], passage: Passage) -> list[ColumnValue]:
    """Who is named by fields, as columns beside the item would."""
    return [ColumnValue(kind, "", text, lines=passage.lines) for kind, text in fields if kind != "time"]


def schedule_of(fields: Sequence[TrailingField]) -> list[ScheduleLine]:
    """Where in the lines of fields the times stand."""
    found, start = [], 0
    for kind, text in fields:
        if kind == "time":
            found.append(ScheduleLine(start, start + len(text), ""))
        start += len(text) + 1
    return found


def _heads(body: Sequence[Element], at: int) -> bool:
    """Whether an item of another form stands right behind one: it is a heading."""
    this, below = body[at], body[at + 1] if at + 1 < len(body) else None
    if not (isinstance(this, Passage) and isinstance(below, Passage) and this.label and below.label):
        return False
    return below.label.form != this.label.form and below.label.value == 1


def _behind_blanks(element: Element) -> Passage | None:
    """An item of one line with line feeds before the fields at its end; None where it has none."""
    if not isinstance(element, Passage) or len(element.lines) != 1 or element.label is None:
        return None
    shown = element.lines[0].text.strip()
    if shown.isprintable() and " " not in shown:
        return None
    pieces = [simplify(squeeze(piece)) for piece in _BLANK.split(shown)]
    count = 0
    while count < min(_MOST, len(pieces) - 1) and _kind(pieces[-1 - count]):
        count += 1
    fields = pieces[len(pieces) - count :]
    text = element.text
    end = len(text) - sum(map(len, fields))
    if not count or not text.endswith("".join(fields)) or not _is_title(text[:end], element.label):
        return None
    return replace(element, text="\n".join([text[:end], *fields]))


def _beneath(body: Sequence[Element], places: list[int]) -> dict[int, tuple[Passage, int]]:
    """The same of lines of their own beneath an item, none of which stands above the first: a month there heads a list."""
    above = body[places[0] - 1] if places[0] else None
    if isinstance(above, Passage) and above.label is None and heads_by_time(above.text):
        return {}
    found: dict[int, tuple[Passage, int]] = {}
    for at in places:
        item, count = body[at], 0
        while count < _MOST and _is_field(body, at + count + 1):
            count += 1
        if not count or not isinstance(item, Passage) or item.label is None or not _is_title(item.text, item.label):
            continue
        lines = [line for line in body[at + 1 : at + 1 + count] if isinstance(line, Passage)]
        if all(_kind(line.text) == "time" for line in lines):
            continue
        text, offsets = item.text, list(item.offsets)
        for line in lines:
            offsets += [len(text) + 1 + offset for offset in line.offsets]
            text += "\n" + line.text
        whole = [*item.lines, *(one for line in lines for one in line.lines)]
        found[at] = replace(item, text=text, lines=whole, offsets=offsets), count
    return found


def _is_field(body: Sequence[Element], at: int) -> bool:
    line = body[at] if at < len(body) else None
    return isinstance(line, Passage) and line.label is None and _kind(line.text) is not None


def _is_title(text: str, label: Label) -> bool:
    """Whether an item is a title without a stop inside, and no field itself."""
    title = text[label.end :].rstrip("。；;，,")
    return _SHORTEST <= len(title) <= _LONGEST and not has_any(title, "。；：:\n") and not _kind(title)


def _kind(text: str) -> _Kind | None:
    """What a field is, None for another text."""
    if not 1 < len(text) <= _LONGEST_FIELD or has_any(text, _NOT_IN_FIELD):
        return None
    if is_time(text):
        return "time"
    if all_bodies(text):
        return "departments"
    return "leaders" if all(map(_is_person, _BETWEEN_NAMES.split(text))) else None


def _is_person(text: str) -> bool:
    return looks_like_person(text) or names_holders(text)
