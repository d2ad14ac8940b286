"""A stretch cut at its labels (牵头单位：A；配合单位：B): which part stands under which role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ...grammar.pattern import Pattern
from ...language.bodies import open_brackets
from ...language.headers import lexicon_of, role_of_header
from ...language.posts import names_post
from ...language.roles import Words
from ...language.surnames import looks_like_person
from ...model.bulletin import Role
from ...model.record import Record

_BETWEEN_ROLES = Pattern("[及和与、/／]|[（(](?=[^（()）]{2,6}[)）])")
_AT_END = Pattern(r"[^（()）]+([（(][^（()）]+[)）])")
_LABEL_ENDS, _BOX_ENDS = Pattern("[：:｜】\\]］\n]"), Pattern("[】\\]］\n]")


@dataclass(slots=True, eq=False, repr=False)
class Segment(Record):
    """A part of a stretch under one label, or under none: `role` None asks the verbs."""

    start: int
    end: int
    role: Role | None
    persons: bool = False
    mixed: bool = False
    rest: Role | None = None  # the role after the first name, where the label names two: 牵头及配合单位
    rule: str = ""
    led: bool = False  # somebody was said to lead before
    duties: bool = False  # what a body does gives it a part: 质控科指导
    open: bool = False  # the label has no word of role: what reads as no body is none
    listed: bool = False  # a bare list, whose names no label tells to be bodies: posts are persons


@dataclass(slots=True, eq=False, repr=False)
class DepartmentEntry(Record):
    """A name found: where it stands, its role, whether it is a person, the rules that found it."""

    start: int
    end: int
    name: str
    role: Role
    person: bool = False
    rules: tuple[str, ...] = ()


def label_segment(label: str, start: int, end: int, words: Words, rule: str = "label") -> Segment:
    """The segment that a label rules: roles and kinds as its words say."""
    said = _said_by(label, words)
    segment = Segment(start, end, said.role, said.persons, said.mixed, said.rest, rule)
    segment.open = said.open
    return segment


class _Said(NamedTuple):
    """What a label says of the names behind it, as a `Segment` has it."""

    role: Role
    persons: bool
    mixed: bool
    rest: Role | None
    open: bool


@lru_cache(maxsize=1024)  # a document has few labels, each many times
def _said_by(label: str, words: Words) -> _Said:
    mixed = words.mixed(label) or words.names_no_kind(label)
    persons = words.of_persons(label) and not mixed
    first, rest = two_roles(label, words) or (words.role_of(label), None)
    return _Said(first, persons, mixed, rest, words.is_open(label))


def two_roles(label: str, words: Words) -> tuple[Role, Role] | None:
    """The roles of the first name and of the others under a label of two: 牵头及配合单位, 主责/协办, 责任单位（配合单位）."""
    roles = [words.role_of(part) for part in _BETWEEN_ROLES.split(label) if words.may_act(part)]
    return (roles[0], roles[-1]) if len(roles) > 1 and roles[0] != "support" == roles[-1] else None


def with_stroke(text: str) -> str:
    """A list whose end is in brackets with a stroke before that instead, as long as before: 甲局（乙局、丙局） → 甲局/乙局、丙局."""
    return text[: match.start(1)] + "/" + match[1][1:-1] + " " if (match := _AT_END.fullmatch(text)) else text


def segments(text: str, start: int, end: int, words: Words, first: Segment) -> Iterator[Segment]:
    """The stretch cut at its labels outside brackets; what another label rules (完成时限：) is left out."""
    bare = [(m.start(), m.end(), m["label"]) for m in words.labels_without_colon(text, start, end)]
    if not bare and not _LABEL_ENDS.search(text, start, end):
        yield first
        return
    marks = [(m.start(), m.end(), m["label"]) for m in words.labels(text, start, end, apart=False)] + bare
    marks += [(m.start(), m.end(), "") for m in words.other_label.finditer(text, start, end)]
    if _BOX_ENDS.search(text, start, end):
        marks += [(m.start(), m.end(), m["label"]) for m in words.boxed_label.finditer(text, start, end)]
    marks += list(_unknown(text, start, end, {mark[1] for mark in marks}, words))
    marks = list(_outside(text, start, sorted(marks)))
    current: Segment | None = first
    for label_start, label_end, label in marks:
        if current is not None and label_start < current.start:
            continue
        if current is not None:
            current.end = label_start
            if label and label_start > current.start and "㐀" <= text[label_start - 1] <= "鿿":
                name = _RUN_BEHIND.search(text[max(current.start, label_start - 30) : label_start])
                current.end -= len(name[0]) - len(words.without_qualifier(name[0])) if name else 0
            yield current
        role = current.role if current is not None else None
        current = label_segment(label, label_end, end, words) if label else None
        if current is not None and label == _OF_PERSONS and role is not None:
            current.role = role
    if current is not None:
        current.end = end
        yield current


_OF_PERSONS = "责任人"  # what the posts beneath a label come to
_RUN_BEHIND = Pattern(r"(?<![㐀-鿿])[㐀-鿿]{3,30}$")
_COLON = Pattern(r"(?P<run>[㐀-鿿]{2,30})(?:[（(][㐀-鿿]{1,6}[)）])?[:：]")


def _unknown(text: str, start: int, end: int, taken: set[int], words: Words) -> Iterator[tuple[int, int, str]]:
    """Labels that no list has: 验收单位：, by itself or, its blank gone, behind a body's name (技术部验收单位：).

    A name before a colon, whose person or work stands behind, is none: 教务处：何静.
    """
    posted = False
    for match in _COLON.finditer(text, start, end):
        run, at = match["run"], match.start()
        if names_post(run) and (posted or text[at - 1 : at] in ("：", ":")):  # 责任人：组长：何静；副组长：周岭
            posted = True
            yield at, match.end(), _OF_PERSONS
            continue
        listed = at > start and text[at - 1] in "：:、"
        if listed and (cut := _person_before(run)) and not _name_before(run, words):  # 司法所 is nobody called 司法
            yield at + cut, match.end(), ""
            continue
        if match.end() in taken or looks_like_person(run):
            continue
        if words.is_body(run) and not run.endswith(("单位", "部门", "机构")):
            continue
        before = text[at - 1] if at > start else ""
        if cut := _name_before(run, words):
            yield at + cut, match.end(), run[cut:] if words.is_open(run[cut:]) else ""
        elif len(run) <= 10 and before not in ("：", ":", "、"):
            yield at, match.end(), ""


def _name_before(run: str, words: Words) -> int:
    """How long the body's name is that a label of two to eight characters follows without a gap; 0 where there is none."""
    for size in range(len(run) - 2, max(1, len(run) - 9), -1):
        name = run[:size]
        if words.is_complete(name) and words.is_body(name) and run[size] not in words.continuations.get(name[-1], ""):
            return size
    return 0


def _person_before(run: str) -> int:
    """How long the person's name is that the name of a field follows without a gap: 何静实际完成情况：; 0 where there is none."""
    sizes = [size for size in (3, 2) if looks_like_person(run[:size]) and len(run) > size + 1]
    sizes.sort(key=lambda size: not lexicon_of().is_word(run[size:]))
    return next((size for size in sizes if (role := role_of_header(run[size:])) and role.whole and role.ends), 0)


def _outside(text: str, start: int, marks: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Those of the sorted marks that stand outside brackets, told in one pass."""
    level, at = 0, start
    for mark in marks:
        level += open_brackets(text, at, mark[0])
        at = mark[0]
        if level == 0:
            yield mark
