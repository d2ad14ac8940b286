"""A stretch cut at its labels (牵头单位：A；配合单位：B): which part stands under which role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model.bulletin import Role
from .words import CLOSE, OPEN, Words


@dataclass(slots=True)
class Segment:
    """A part of a stretch under one label, or under none: `role` None asks the verbs."""

    start: int
    end: int
    role: Role | None
    persons: bool = False
    mixed: bool = False
    rest: Role | None = None  # the role after the first name, where the label names two: 牵头及配合单位
    rule: str = ""


def label_segment(label: str, start: int, end: int, words: Words, rule: str = "label") -> Segment:
    """The segment that a label rules: roles and kinds as its words say."""
    mixed = words.mixed(label) or words.names_no_kind(label)
    return Segment(
        start, end, words.role_of(label), words.of_persons(label) and not mixed, mixed, rest_role(label, words), rule
    )


def rest_role(label: str, words: Words) -> Role | None:
    """The role of all but the first name under a label of two roles: 牵头及配合单位."""
    both = words.has_lead(label) and words.role_of(words.without_lead(label)) == "support"
    return "support" if both and re.search(r"[及和与、/／]", label) else None


def segments(text: str, start: int, end: int, words: Words, first: Segment) -> Iterator[Segment]:
    """The stretch cut at its labels outside brackets; what another label rules (完成时限：) is left out."""
    marks = [(m.start(), m.end(), m["label"]) for m in words.label.finditer(text, start, end)]
    marks += [(m.start(), m.end(), "") for m in words.other_label.finditer(text, start, end)]
    marks += [(m.start(), m.end(), m["label"]) for m in words.boxed_label.finditer(text, start, end)]
    marks = list(_outside(text, start, sorted(marks)))
    current: Segment | None = first
    for label_start, label_end, label in marks:
        if current is not None and label_start < current.start:
            continue
        if current is not None:
            current.end = label_start
            yield current
        current = label_segment(label, label_end, end, words) if label else None
    if current is not None:
        current.end = end
        yield current


def _outside(text: str, start: int, marks: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Those of the sorted marks that stand outside brackets, told in one pass."""
    level, at = 0, start
    for mark in marks:
        level += depth(text, at, mark[0])
        at = mark[0]
        if level == 0:
            yield mark


def depth(text: str, start: int, position: int) -> int:
    """How many brackets are open at a position, counted from `start`."""
    return sum(char in OPEN for char in text[start:position]) - sum(char in CLOSE for char in text[start:position])
