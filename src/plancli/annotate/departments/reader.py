"""Who answers for a task: from a column's cell, from assignments in running text.

An assignment is a stretch of the text that names bodies or persons with their roles. Its shapes in prose:

    bracket      …（牵头部门：A、B）   …（A牵头，B、C按职责分工负责）
    label        责任单位：A；配合单位：B      on a line of its own or behind a sentence
    alone        …。（A、B）            a bracket of nothing but bodies that stands behind a sentence
    dash         …。——A、B
    clause       由A牵头，会同B、C落实；A牵头，B、C配合

A body that a sentence names as its actor (A组织开展…) is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ...grammar.corpus import Reading
from ...language.assignments import names_behind_dash
from ...language.roles import OPEN, Words
from ...language.roles import words as words_in_force
from ...model.bulletin import Role
from .cells import LONGEST, read_cell
from .names import Entry, NotAListError, read_names

RULES = (
    "bracket",
    "label",
    "alone",
    "dash",
    "clause",
    "verb",
    "mark",
    "column",
    "and",
    "run-on",
    "person",
    "line-joined",
    "line-parted",
    "first-listed",
)

_BRACKET = re.compile(
    r"（(?:[^（）]|（[^（）]*）)*）|\((?:[^()]|\([^()]*\))*\)|【[^【】]*】|〔[^〔〕]*〕|\[[^\[\]]*\]|［[^［］]*］|[（(][^（()）]*[)）]"
)
_LABEL_MAY_FOLLOW = frozenset("。；;，,、！!？?）)】]］\n—－-•·●　 .．")
_DASH = re.compile(r"(?:——|―|--|－－|(?:^|(?<=[。；;！!]))[—－-])(?!-)[ \u3000]*(?=[^—―\n]{1,400}$)", re.M)
_LINE_END = re.compile(r"[。\n]")
_CLAUSE = re.compile(r"[^，,。；;！!？?\n：:]+")
_BEGIN_BY = re.compile(r"(?:^|(?<=[工作务项程设动划，,]))由(?=.)")


def read_prose(text: str, *, clauses: bool = True, words: Words | None = None) -> list[Reading]:
    """The assignments of a running text, in order; each reading's value is its list of entries.

    `clauses` False leaves out what plain sentences say (A牵头，…), for a task whose columns name its bodies.
    """
    words = words or words_in_force()
    found = _brackets(text, words) if any(mark in text for mark in OPEN) else []
    if words.may_label(text):
        found += _labels(text, words, found)
    if "—" in text or "―" in text or "--" in text or "－" in text:
        found += _dashes(text, words, found)
    if clauses and not found and words.may_lead(text):
        found += _clauses(text, words)
    found.sort(key=lambda reading: reading.start)
    return found


def _reading(start: int, end: int, entries: list[Entry]) -> Reading:
    rules = dict.fromkeys(rule for entry in entries for rule in entry.rules)
    return Reading(start, end, entries, tuple(rules))


def _brackets(text: str, words: Words) -> list[Reading]:
    found = []
    for match in _BRACKET.finditer(text):
        start, end = match.start() + 1, match.end() - 1
        entries: list[Entry] = []
        if end - start > LONGEST:
            continue
        content = text[start:end]
        if words.may_act(content) or words.may_label(content):
            entries = _bracket_content(text, start, end, words)
        if not entries and _stands_alone(text, match.start(), match.end()):
            try:
                entries, _ = read_names(text, start, end, words, role="responsible", rule="alone", sure=1.0)
            except NotAListError:
                continue
        if entries:
            found.append(_reading(match.start(), match.end(), entries))
    return found


def _bracket_content(text: str, start: int, end: int, words: Words) -> list[Entry]:
    label = words.label.search(text, start, end)
    if label is None and words.bare_label.fullmatch(text, start, end):
        return []  # 【责任单位】: a label that is boxed, the names come behind it
    try:
        return read_names(text, start, end, words, role=None, rule="bracket", sure=0.6 if label is None else 0.0)[0]
    except NotAListError:
        return []


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else "\n"
    after = text[end : end + 1] or "\n"
    return before in "。；;！!？?\n" and after in "。；;\n"


def _free(readings: list[Reading], start: int, end: int) -> bool:
    return all(end <= reading.start or start >= reading.end for reading in readings)


def _labels(text: str, words: Words, taken: list[Reading]) -> list[Reading]:
    found: list[Reading] = []
    position = 0
    while match := (words.label.search(text, position) or words.boxed_label.search(text, position)):
        boxed = words.boxed_label.search(text, position, match.start())
        match = boxed or match
        position = match.end()
        start = match.start()
        if (start and text[start - 1] not in _LABEL_MAY_FOLLOW) or not _free(taken, start, match.end()):
            continue
        end = _line_end(text, start, min(len(text), start + LONGEST), words)
        entries, stopped = read_names(text, start, end, words, role=None, rule="label", open_end=True)
        position = max(position, stopped)
        if entries:
            stopped = max(stopped, max(entry.end for entry in entries))
            found.append(_reading(start, _trimmed(text, start, stopped), entries))
            position = stopped
    return found


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in "；;，,、 \n":
        end -= 1
    return end


def _line_end(text: str, start: int, limit: int, words: Words) -> int:
    """Where a labelled stretch ends at the latest: the full stop or line end behind which no further label stands."""
    end = start
    while True:
        match = _LINE_END.search(text, end, limit)
        if match is None:
            return limit
        end = match.start()
        after = match.end()
        if not (words.label.match(text, after) or words.boxed_label.match(text, after)):
            return end
        end = after


def _dashes(text: str, words: Words, taken: list[Reading]) -> list[Reading]:
    found = []
    for match in _DASH.finditer(text):
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        stop = end - 1 if text[end - 1 : end] == "。" else end
        if not _free(taken, match.start(), end):
            continue
        inside = match.start() > 0 and text[match.start() - 1] not in "。；;！!？?\n"
        if inside and not names_behind_dash(text[match.end() : stop]):
            continue
        try:
            entries, _ = read_names(text, match.end(), stop, words, role="responsible", rule="dash", sure=1.0)
        except NotAListError:
            continue
        if entries:
            found.append(_reading(match.start(), stop, entries))
    return found


def _clauses(text: str, words: Words) -> list[Reading]:
    """Sentences that say who leads; a run of clauses is read as long as each is nothing but bodies and verbs."""
    found: list[Reading] = []
    begin: int | None = None
    entries: list[Entry] = []
    last = 0
    for match in _CLAUSE.finditer(text):
        start, end = match.span()
        by = _BEGIN_BY.search(match.group())
        if by:
            start += by.start()
        separator = text[last : match.start()]
        got = _clause(text, start, end, words, by is not None, begin is not None and separator in "，,；;、")
        if got and begin is not None and separator in ("，", ",", "；", ";"):
            entries += got
        elif got:
            if begin is not None:
                found.append(_reading(begin, last, entries))
            begin, entries = start, got
        elif begin is not None:
            found.append(_reading(begin, last, entries))
            begin, entries = None, []
        last = match.end()
    if begin is not None:
        found.append(_reading(begin, last, entries))
    return found


def _clause(text: str, start: int, end: int, words: Words, by: bool, follows: bool) -> list[Entry]:
    """A clause that is nothing but bodies with their verbs; a bare 负责 or 配合 counts only behind 由 or another one, or as
    为责任单位."""
    piece = text[start:end]
    if len(piece) > 80 or not words.may_act(piece):
        return []
    stated = by or follows or words.part.search(piece) is not None
    if not (stated or words.has_lead(piece)):
        return []
    try:
        # behind a clause that says who leads, most of those who support need be known: …牵头，省财政厅、国网江北电力配合
        sure = 0.6 if follows and words.verb.search(piece) else 1.0
        entries, _ = read_names(text, start, end, words, role=None, rule="clause", sure=sure)
    except NotAListError:
        return []
    if not stated and not any(entry.role == "lead" for entry in entries):
        return []
    return entries


def read(
    text: str,
    *,
    cell: bool = False,
    role: Role = "responsible",
    persons: bool = False,
    label: str = "",
    known: Collection[str] = (),
) -> list[Reading]:
    """Running text, or with `cell` one cell of a column, as readings; for the corpus and for `explain`."""
    if not cell:
        return read_prose(text)
    entries = read_cell(text, role=role, persons=persons, label=label, known=known)
    return [_reading(0, len(text), entries)] if entries else []
