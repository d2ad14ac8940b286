"""Persons among bodies: an office with its person (基教科李明), a post that stands for whoever holds it, comrades of a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...grammar.pattern import Pattern
from ...language.posts import (
    given_name_before_post,
    is_person_behind_post,
    names_holders,
    person_in,
    without_title_of_all,
)
from ...language.roles import CLOSE, Words
from ...language.surnames import looks_like_person
from ...model.bulletin import Role
from .labelled import DepartmentEntry, Segment
from .separators import BRACKET_BEHIND, SeparatedPart

_PERSON_IN_BRACKET = Pattern(r"^[^：:]*[：:]([^，,；;：:]+)(?:[，,；;].*)?$")


def persons_of_office(
    text: str, part: SeparatedPart, words: Words, segment: Segment, comrades: list[tuple[int, int]]
) -> list[DepartmentEntry]:
    """Persons that no label tells: 志远、家宁同志; one behind a post (书记陈志宏); a post that stands for whoever holds it, its verb right
    behind (分管副市长牵头)."""
    piece = text[part.start : part.end]
    piece = without_title_of_all(piece)
    if not piece or words.is_body(piece):
        return []
    among = any(start <= part.start and part.end <= end for start, end in comrades)
    given = 0 if among else given_name_before_post(piece)
    if given and person_in(piece) == (0, len(piece), "person") and piece[:given] not in words.sectors:
        a, b, kind = 0, given, "person"
    elif among or is_person_behind_post(piece):
        a, b, kind = person_in(piece)
    elif (part.verb and person_in(piece)[2] == "post") or names_holders(piece):
        if person_in(piece)[2] == "titled" or _person_beside_post(piece):
            return []
        a, b, kind = 0, len(piece), "post"
    else:
        return []
    name = piece if kind == "post" else piece[a:b]
    at = part.start + piece.find(name)
    rules = (*filter(None, (segment.rule,)), "person", *((kind,) if kind in ("post", "titled") else ()))
    return [DepartmentEntry(at, at + len(name), name, part.mark or "responsible", True, rules)]


def _person_beside_post(piece: str) -> bool:
    a, b, kind = person_in(piece)
    return kind == "person" and b - a < len(piece)


def without_held_posts(entries: list[DepartmentEntry]) -> list[DepartmentEntry]:
    """Without the posts that the person has who is named next: 市消防委员会主任、副市长周明远."""
    kept: list[DepartmentEntry] = []
    for entry in reversed(entries):
        if "post" in entry.rules and kept and kept[-1].person and "titled" in kept[-1].rules:
            continue
        kept.append(entry)
    return kept[::-1]


def person_beside(
    text: str, start: int, end: int, words: Words, segment: Segment, role: Role, rules: tuple[str, ...]
) -> tuple[int, int, DepartmentEntry | None]:
    """The body's range, and the person beside it.

    In brackets behind it (教育局（责任人：李明）), or under a mixed label beside it: 基教科李明, 基教科：李明, 李明（基教科）.
    """

    def person(a: int, b: int) -> DepartmentEntry:
        return DepartmentEntry(a, b, text[a:b], role, True, (*rules, "person"))

    piece = text[start:end]
    match = BRACKET_BEHIND.search(piece) if piece[-1:] in CLOSE else None
    if match and (inner := _PERSON_IN_BRACKET.match(match[1])) and words.of_persons(match[1][: inner.start(1) - 1]):
        at = start + match.start(1) + inner.start(1)
        return start, start + match.start(), person(at, at + len(inner[1]))
    if not segment.mixed:
        told = segment.role is not None or words.is_body(piece)
        return (start, end, None) if told else _titled(piece, start, end, person, words)
    if looks_like_person(piece) and not words.is_body(piece):
        return start, start, person(start, end)
    if match and match.start() and looks_like_person(match[1]):
        at = start + match.start(1)
        return start, start + match.start(), person(at, at + len(match[1]))
    if match and looks_like_person(piece[: match.start()]):
        from_, to = start + match.start(1), start + match.end(1)
        return from_, to if words.is_body(match[1]) else from_, person(start, start + match.start())
    if (colon := re.search("[:：]", piece)) and looks_like_person(piece[colon.end() :]):
        return start, start + colon.start(), person(start + colon.end(), end)
    a, b, kind = person_in(piece)
    if kind == "titled" or (kind == "person" and b - a < len(piece)):
        return start, start, person(start + a, start + b)
    for length in (3, 2):
        if words.is_body(piece):
            break
        if len(piece) > length + 1 and looks_like_person(piece[-length:]) and words.is_complete(piece[:-length]):
            return start, end - length, person(end - length, end)
    return start, end, None


def _titled(
    piece: str, start: int, end: int, person: Callable[[int, int], DepartmentEntry], words: Words
) -> tuple[int, int, DepartmentEntry | None]:
    """Where no label says which, a person is told by the post beside the name (副市长高建民牵头) or by the office before it
    (由教导处张丽华负责); a post alone is nobody."""
    piece = without_title_of_all(piece)
    end = start + len(piece)
    for length in (3, 2):
        office, name = piece[:-length], piece[-length:]
        if looks_like_person(name) and len(office) > 1 and words.is_body(office) and words.is_complete(office):
            return start, end - length, person(end - length, end)
    a, b, kind = person_in(piece)
    if kind == "titled" or (kind == "person" and b - a < len(piece)):
        found = person(start + a, start + b)
        found.rules += ("titled",)
        return start, start, found
    return (start, start, None) if kind == "post" or names_holders(piece) else (start, end, None)
