"""Items that a text counts in words: lines 一是…, 二是… beneath headings, or on one line, each of which says who is to do it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ..grammar.pattern import Pattern
from ..language.assignments import bounds_time, names_who
from ..language.labels import Label
from ..language.numerals import numeral
from ..language.openings import SAID
from .item_title import split_title
from .stream import Element, Passage
from .tasks import HEADINGS

SAID_FORM = "said"  # of 一是 where it numbers a task
_BEHIND_STOP = Pattern("[。；;]")
_RANK = 6


def count_said(body: list[Element]) -> list[Element]:
    """Lines 一是…, 二是… right beneath headings, each of which says who is to do it, or in a plan without numbers, half of which say
    who or until when, with what they say as their labels; several on one line are lines of their own. The same list where there are
    none."""
    lines = [part for element in body for part in _said_apart(element)]
    found: dict[int, Label] = {}
    starts = [at + 1 for at, element in enumerate(lines) if is_bare_heading(element)]
    alone = not any(isinstance(element, Passage) and element.label for element in lines)
    if alone:
        starts = [next((at for at, element in enumerate(lines) if _said_value(element) == 1), len(lines))]
    for start in starts:
        end = next((k for k in range(start, len(lines)) if closes(lines[k])), len(lines))
        texts = [line.text for line in lines[start:end] if isinstance(line, Passage)]
        enough = alone and sum(bool(_said_label(text)) and _says_who_or_when(text) for text in texts) * 2 >= len(texts)
        labels = [_said_label(text) if enough or names_who(text) else None for text in texts]
        if end == len(lines):  # what closes the plan stands behind the last of them
            labels = labels[: max((n for n, label in enumerate(labels, 1) if label), default=0)]
        values = [label.value for label in labels if label]
        if values and len(values) == len(labels) and values == sorted(set(values)):
            found |= {index: label for index, label in enumerate(labels, start) if label}
    if len(found) < 2:
        return body
    return [
        replace(element, label=found[at]) if at in found and isinstance(element, Passage) else element
        for at, element in enumerate(lines)
    ]


def is_bare_heading(element: Element) -> bool:
    """Whether a line is a numbered heading and nothing else: 一、绿化提升."""
    label = element.label if isinstance(element, Passage) else None
    return label is not None and label.form in HEADINGS and is_bare_title(element)


def is_bare_title(element: Element) -> bool:
    """Whether a numbered line is a title and nothing else, whatever its number's form."""
    if not isinstance(element, Passage) or element.label is None:
        return False
    return not split_title(element.text[element.label.end :])[1] and element.text[-1] not in "。；"


def _said_apart(element: Element) -> Iterator[Element]:
    """A line 一是…；二是…；三是…, each of which says who is to do it, as that many lines; else the element."""
    if not isinstance(element, Passage) or element.label or _said_value(element) != 1:
        yield element
        return
    text = element.text
    parts = [text[start:end] for start, end in pairwise([*_said_starts(text), len(text)])]
    if len(parts) < 2 or not all(map(names_who, parts)):
        yield element
        return
    yield from (Passage(part, element.lines, [0]) for part in parts)


def _said_starts(line: str) -> list[int]:
    """Where the parts of a line begin that say 一是, 二是, …."""
    starts, value = [0], _said_value_of(line)
    for stop in _BEHIND_STOP.finditer(line):
        if value and _said_value_of(line[stop.end() : stop.end() + 5]) == value + len(starts):
            starts.append(stop.end())
    return starts


def _said_value_of(line: str) -> int | None:
    match = SAID.match(line)
    return numeral(match[1]) if match else None


def _said_value(element: Element) -> int | None:
    return _said_value_of(element.text) if isinstance(element, Passage) else None


def _said_label(line: str) -> Label | None:
    match = SAID.match(line)
    value = numeral(match[1]) if match else None
    if match is None or value is None or len(_said_starts(line)) > 1:
        return None
    return Label(match.group(), SAID_FORM, _RANK, value, str(value), match.end())


def _says_who_or_when(line: str) -> bool:
    return names_who(line) or bounds_time(line)


def closes(element: Element) -> bool:
    """Whether a run of lines without numbers ends at an element: a numbered line, a table."""
    return not isinstance(element, Passage) or element.label is not None
