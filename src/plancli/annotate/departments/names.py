"""From a stretch that lists bodies or persons to its names, each with its role.

A stretch is what stands in a column's cell, in a bracket, or behind a label. It may hold labels of its own
(牵头单位：A；配合单位：B), marks beside single names (A（牵头）、B) and verbs behind groups of names (A牵头，B、C配合).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from ...grammar.pattern import Pattern
from ...language.assignments import is_list_of_names, name_their_persons
from ...language.duties import listed_names
from ...language.posts import comrades_in, ends_with_post
from ...language.roles import Words
from ...language.surnames import looks_like_person
from ...model.bulletin import Role
from .labelled import DepartmentEntry, Segment, segments, two_roles, with_stroke
from .persons import split_persons
from .persons_beside import person_beside, persons_of_office, without_held_posts
from .run_ons import split_joined
from .separators import BRACKET_BEHIND, SeparatedPart, chosen, is_rule_of_reading, parts, pieces

_CLAUSE_BEHIND = Pattern(r"[；;]([㐀-鿿、]{3,60})(?=[，,；;。）)]|$)")


_STROKE = Pattern("[/／]")
_NO_GIVEN_NAME = "办委局处股厅署"  # what no given name ends with

_MOST = 0.6  # where a verb or a body in particular tells what the other names are, less than this share need be bodies
_LONGEST_UNKNOWN = 12  # characters of such a name
_LONGEST_PERSON = 16
_LONGEST_LATIN = 40  # of a person whose name is in Latin letters


class NotAListError(Exception):
    """A piece of a stretch is no name, where every piece has to be one."""


def read_names(
    text: str,
    start: int,
    end: int,
    words: Words,
    *,
    role: Role | None,
    persons: bool = False,
    rule: str = "",
    sure: float = 0.0,
    open_end: bool = False,
    led: bool = False,
    duties: bool = False,
    known: Collection[str] = (),
    header: str = "",
) -> tuple[list[DepartmentEntry], int]:
    """The names in text[start:end] and the position up to which they were read.

    `role` is what names without a word of their own get; with None they get one from the verbs alone. `sure` is the
    share of the names that must surely read as bodies; with any such demand, NotAListError is raised where it is missed
    or a piece is neither name nor time. `open_end` stops at such a piece instead of skipping it. `led`: somebody was
    said to lead before, whom names behind 会同 support. `duties`: what a body does gives it a part (质控科指导).
    """
    entries: list[DepartmentEntry] = []
    text = chosen(text, start, end, words)
    first = Segment(start, end, role, persons, rule=rule)
    first.led, first.duties, first.listed = led, duties, rule == "alone"
    first.mixed = first.listed and name_their_persons(listed_names(text[start:end]))
    if header:
        first.mixed = words.mixed(header)
        if roles := two_roles(header, words):
            first.role, first.rest = roles
            text = (
                with_stroke(text) if words.role_of(header.replace("(", "（").partition("（")[2]) == "support" else text
            )
    for segment in segments(text, start, end, words, first):
        found, stopped = _read_segment(text, segment, words, sure=sure, open_end=open_end, known=known)
        entries += found
        if stopped < segment.end:
            return entries, stopped
    if sure:
        _doubt_unknown([entry for entry in entries if not entry.person], sure, words)
    return entries, end


def _doubt_unknown(bodies: list[DepartmentEntry], sure: float, words: Words) -> None:
    """Mark the names that read as no bodies; NotAListError where too few do, and these do not tell the others."""
    unknown = [entry for entry in bodies if not words.is_body(entry.name)]
    if len(bodies) - len(unknown) < sure * len(bodies):
        spoken = any("verb" in entry.rules and words.is_particular(entry.name) for entry in bodies)
        if sure > _MOST or not (spoken or is_list_of_names([entry.name for entry in bodies], words)):
            raise NotAListError([entry.name for entry in unknown])
        if any(len(entry.name) > _LONGEST_UNKNOWN for entry in unknown):
            raise NotAListError([entry.name for entry in unknown])
    for entry in unknown:
        entry.rules += ("unknown",)


def _read_segment(
    text: str, segment: Segment, words: Words, *, sure: float, open_end: bool, known: Collection[str]
) -> tuple[list[DepartmentEntry], int]:
    """The names of one label, and where they were read to. Raises as `read_names`."""
    if not segment.persons:
        return _read_bodies(text, segment, words, sure=sure, open_end=open_end, known=known)
    end = _bodies_take_over(text, segment, words)
    found, stopped = _read_persons(text, replace(segment, end=end), words, open_end=open_end)
    if stopped < end or end == segment.end:
        return found, stopped
    rest = Segment(end, segment.end, None, rule=segment.rule)
    more, stopped = _read_bodies(text, rest, words, sure=sure, open_end=open_end, known=known)
    return found + more, stopped


def _read_bodies(
    text: str, segment: Segment, words: Words, *, sure: float, open_end: bool, known: Collection[str]
) -> tuple[list[DepartmentEntry], int]:
    entries: list[DepartmentEntry] = []
    comrades = comrades_in(text, segment.start, segment.end)
    waiting: list[DepartmentEntry] = []  # names whose role the next verb tells
    joined = False  # behind 会同: the names support whoever leads
    spoke = False
    by_verb = segment.role is None
    for start, end in pieces(text, segment.start, segment.end, words):
        if is_rule_of_reading(BRACKET_BEHIND.sub("", text[start:end])):
            break  # what follows is said of every list
        for part in parts(text, start, end, words, work=not sure, duties=segment.duties):
            names = (
                persons_of_office(text, part, words, segment, comrades) if by_verb or segment.listed else []
            ) or _names(text, part, words, segment, known)
            for entry in names:
                if not _is_name(entry, segment, words, sure=sure):
                    if open_end and entry.name not in words.nobody:
                        _settle(waiting, segment, text)
                        return entries, start
                    continue
                entries.append(entry)
                if part.mark is None and (by_verb or not entry.person):
                    if (joined or part.joint) and _someone_leads(entries, segment):
                        _say_role([entry], "support")
                    else:
                        waiting.append(entry)
            joined = joined or part.joint
            if part.verb is not None:
                first = _first_of_clause(text, waiting) if part.verb == "support" and not spoke else 0
                for entry in waiting[:first]:
                    entry.role = segment.role or "responsible"
                _say_role(waiting[first:], part.verb)
                waiting, joined, spoke = [], False, True
    _settle(waiting, segment, text)
    entries = without_held_posts(entries)
    if by_verb and not spoke and not any("mark" in entry.rules for entry in entries):
        return [], segment.end
    return entries, segment.end


def _is_name(entry: DepartmentEntry, segment: Segment, words: Words, *, sure: float) -> bool:
    """Whether a piece reads as a name. Raises `NotAListError` where every piece has to, and this one is not even a time."""
    may_be = words.may_be_name(entry.name)
    if sure and not may_be and not words.is_time(entry.name):
        raise NotAListError(entry.name)
    return entry.person or (words.is_body(entry.name) if segment.open else may_be)


def _say_role(entries: list[DepartmentEntry], role: Role) -> None:
    for entry in entries:
        entry.role = role
        entry.rules += ("verb",)


def _someone_leads(entries: list[DepartmentEntry], segment: Segment) -> bool:
    """Whether whoever is named behind 会同 supports a lead; A会同B负责 are two that are responsible."""
    return segment.led or segment.role == "lead" or any(entry.role == "lead" for entry in entries)


def _bodies_take_over(text: str, segment: Segment, words: Words) -> int:
    """Where persons end because a clause says what bodies do: 责任领导：A；财政局牵头，水利局配合."""
    for match in _CLAUSE_BEHIND.finditer(text, segment.start, segment.end):
        verb = words.verb.search(match[1])
        if verb and words.is_body(re.split("[、和及]", match[1][: verb.start()])[-1]):
            return match.start()
    return segment.end


def _first_of_clause(text: str, waiting: list[DepartmentEntry]) -> int:
    """The first of the names that a verb of support closes, where nobody was said to do it before: A、B，|C配合."""
    gaps = (text[before.end : after.start] for before, after in pairwise(waiting))
    return max((at for at, gap in enumerate(gaps, 1) if any(stop in gap for stop in "，,；;")), default=0)


def _settle(waiting: list[DepartmentEntry], segment: Segment, text: str) -> None:
    """Give the names the segment's role; under a label of two, those behind the only stroke the other, or all but the first."""
    strokes = [m.start() for m in _STROKE.finditer(text, segment.start, segment.end)] if segment.rest else []
    for count, entry in enumerate(waiting):
        entry.role = segment.role or "responsible"
        if segment.rest and (entry.start > strokes[0] if len(strokes) == 1 else count):
            entry.role = segment.rest


def _names(
    text: str, part: SeparatedPart, words: Words, segment: Segment, known: Collection[str]
) -> list[DepartmentEntry]:
    """The names of a trimmed piece: one, or several joined by 和, run together, or a body with its person."""
    if part.start >= part.end:
        return []
    rules: tuple[str, ...] = (segment.rule,) if segment.rule else ()
    role: Role = part.mark or segment.role or "responsible"
    if part.mark:
        rules += ("mark",)
    entries = []
    for start, end, rule in split_joined(text, part.start, part.end, words, known):
        piece_rules = (*rules, rule) if rule else rules
        start, end, person = person_beside(text, start, end, words, segment, role, piece_rules)
        if end > start:
            entries.append(DepartmentEntry(start, end, text[start:end], role, rules=piece_rules))
        if person:
            entries.append(person)
    return entries


def _read_persons(text: str, segment: Segment, words: Words, *, open_end: bool) -> tuple[list[DepartmentEntry], int]:
    entries: list[DepartmentEntry] = []
    own = (segment.rule,) if segment.rule else ()
    for start, end, name, mark in split_persons(text, segment.start, segment.end, words):
        if (
            name in words.nobody
            or not words.may_be_name(name)
            or len(name) > (_LONGEST_LATIN if name.isascii() else _LONGEST_PERSON)
        ):
            if open_end and name not in words.nobody:
                return entries, start
            continue
        # a body under 责任人 is a body all the same, and 党办 nobody's name; 年级组长 heads one
        body = words.is_body(name) and (not looks_like_person(name) or name[-1] in _NO_GIVEN_NAME)
        body = body and not ends_with_post(name)
        rules = own if body else (*own, "person")
        entries.append(DepartmentEntry(start, end, name, mark or segment.role or "responsible", not body, rules))
    return entries, segment.end
