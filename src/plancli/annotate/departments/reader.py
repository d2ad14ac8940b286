"""Who answers for a task: from a column's cell, from assignments in running text.

An assignment is a stretch of the text that names bodies or persons with their roles. Its shapes in prose:

    bracket      …（牵头部门：A、B）   …（A牵头，B、C按职责分工负责）
    label        责任单位：A；配合单位：B      on a line of its own or behind a sentence
    alone        …。（A、B）            a bracket of nothing but bodies that stands behind a sentence
    dash         …。——A、B
    clause       由A牵头，会同B、C落实；A牵头，B、C配合；请A同志负责，B承办
    stated       该项工作责任单位为A，配合单位为B
    duty line    A负责，B、C配合              a line or sentence of nothing but bodies and their verbs

A body that a sentence names as its actor (A组织开展…) is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from itertools import accumulate

from ...grammar.pattern import Pattern
from ...grammar.reading import Reading
from ...language.assignments import (
    names_behind_dash,
)
from ...language.duties import division_part, doers_end, duty_part, in_plain_words, sees_through
from ...language.marks import BULLETS
from ...language.roles import Words
from ...language.roles import words as words_in_force
from ...language.script import has_any
from ...model.bulletin import Role
from .bracketed import bracketed, reading_of
from .cells import LONGEST, read_cell
from .clauses import clause_runs
from .labelled import label_segment
from .names import NotAListError, read_names

RULES = (
    "bracket",
    "label",
    "alone",
    "dash",
    "clause",
    "joint",
    "unknown",
    "post",
    "titled",
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

_LABEL_MAY_FOLLOW = frozenset("。；;，,、！!？?）)】]］\n—－　 .．①②③④⑤⑥⑦⑧⑨⑩" + BULLETS)
_DASH = Pattern(r"(?:——|―|--|－－|(?:^|(?<=[。；;！!]))[—－-])(?!-)[ \u3000]*(?=[^—―\n]{1,400}$)", re.M)
# 地点：青云馆责任部门：办公室: fields that a web page has run together.
_BEHIND_FIELD = Pattern(
    r"(?:^|\n)(?:[^\n:：]{2,6}[:：][^\n:：]{1,24}?)??(?:[时日][间期段]|活动时间|地[点址]|活动地点|场[地所])[:：][^:：，,。；;\n]{1,24}$"
)
_TWICE = Pattern(r"([㐀-鿿]{2,8}[:：])\1")  # 组织单位：组织单位：, a slip
_LONGEST_FIELD = 32  # characters of such a field
_LINE_END = Pattern(r"[。\n]")
_SENTENCE = Pattern(r"[^。；;！!？?\n]+")
_STATED_END = Pattern(r"[。；;！!？?\n]")


def read_prose(text: str, *, clauses: bool = True, words: Words | None = None) -> list[Reading]:
    """The assignments of a running text, in order; each reading's value is its list of entries.

    `clauses` False leaves out what plain sentences say (A牵头，…), for a task whose columns name its bodies.
    """
    words = words or words_in_force()
    text = in_plain_words(text)
    found = bracketed(text, words)
    if words.may_label(text):
        found += _labels(text, words, _Taken(found))
    if "—" in text or "―" in text or "--" in text or "－" in text:
        found += _dashes(text, words, _Taken(found))
    acts, leads = words.may_tell(text) if clauses else (False, False)
    if acts or leads:
        found += _stated(text, words, _Taken(found))
        if _persons_alone(found) and (leads or words.act_inside.search(text)):
            taken = _Taken(found)
            runs = (reading_of(*run) for run in clause_runs(text, words))
            found += [run for run in runs if taken.leaves(run.start, run.end)]
        if _persons_alone(found):
            taken = _Taken(found)
            found += [line for line in _duty_lines(text, words) if taken.leaves(line.start, line.end)]
    found.sort(key=lambda reading: reading.start)
    return found


def _persons_alone(found: list[Reading]) -> bool:
    """Whether what was found names no body, so that a sentence may still say which does it: 由办公室负责。责任领导：贺文。"""
    return all(entry.person for reading in found for entry in reading.value)


class _Taken:
    """The stretches of some readings, for many questions: where the first of them begin, and how far those reach."""

    def __init__(self, readings: list[Reading]) -> None:
        self._readings = readings[:]
        self._starts: list[int] = []
        self._reach: list[int] = []

    def leaves(self, start: int, end: int) -> bool:
        """Whether no reading holds anything of a stretch."""
        if len(self._starts) < len(self._readings):
            self._readings.sort(key=lambda reading: reading.start)
            self._starts = [reading.start for reading in self._readings]
            self._reach = list(accumulate((reading.end for reading in self._readings), max))
        before = bisect_left(self._starts, end)
        return not before or self._reach[before - 1] <= start


def _labels(text: str, words: Words, taken: _Taken) -> list[Reading]:
    found: list[Reading] = []
    if text.count("：") + text.count(":") > 1:
        text = _TWICE.sub(lambda twice: twice[1] + " " * len(twice[1]), text)
    position = 0
    boxes = has_any(text, "】]］\n")
    while match := (words.find_label(text, position) or (words.boxed_label.search(text, position) if boxes else None)):
        match = (words.boxed_label.search(text, position, match.start()) if boxes else None) or match
        start = match.start()
        position = match.end()
        if not _may_begin(text, start) or not taken.leaves(start, position):
            continue
        end = _line_end(text, position, min(len(text), start + LONGEST), words)
        entries, stopped = read_names(text, start, end, words, role=None, rule="label", open_end=True)
        position = max(position, stopped)
        if entries:
            stopped = max(stopped, max(entry.end for entry in entries))
            found.append(reading_of(start, _trimmed(text, start, stopped), entries))
            position = stopped
    return found


def _may_begin(text: str, start: int) -> bool:
    """Whether a label may begin there: at a line's start, behind a stop, behind another field."""
    if not start or text[start - 1] in _LABEL_MAY_FOLLOW:
        return True
    return _BEHIND_FIELD.search(text, max(0, start - _LONGEST_FIELD), start) is not None


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
        if match.group() == "\n" and text[end - 1 : end] == "、":  # a list goes on over the line's end
            end = after
            continue
        if (
            match.group() == "\n"
            and words.fill_line(_line_from(text, after))
            and words.fill_line(_line_from(text, start))
        ):
            end = after
            continue
        further = words.label.match(text, after) or words.boxed_label.match(text, after)
        if further is None:
            return end
        end, start = after, further.end()


def _line_from(text: str, start: int) -> str:
    """The line that begins at a place, or its rest."""
    end = text.find("\n", start)
    return text[start : len(text) if end < 0 else end].strip()


def _dashes(text: str, words: Words, taken: _Taken) -> list[Reading]:
    found = []
    for match in _DASH.finditer(text):
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        stop = end - 1 if text[end - 1 : end] == "。" else end
        if not taken.leaves(match.start(), end):
            continue
        inside = match.start() > 0 and text[match.start() - 1] not in "。；;！!？?\n"
        if inside and not names_behind_dash(text[match.end() : stop]):
            continue
        try:
            entries, _ = read_names(
                text, match.end(), stop, words, role="responsible", rule="dash", sure=1.0, duties=True
            )
        except NotAListError:
            continue
        if entries:
            found.append(reading_of(match.start(), stop, entries))
    return found


def _stated(text: str, words: Words, taken: _Taken) -> list[Reading]:
    """Sentences that say who has which part: 该项工作责任单位为县水利局，配合单位为县财政局."""
    found: list[Reading] = []
    marks = words.stated_labels(text)
    for match, following in zip(marks, [*marks[1:], None], strict=False):
        stop = _STATED_END.search(text, match.end())
        end = min(stop.start() if stop else len(text), following.start() if following else len(text))
        if not taken.leaves(match.start(), end):
            continue
        first = label_segment(match["label"], match.end(), end, words)
        try:
            entries, _ = read_names(
                text, match.end(), end, words, role=first.role, persons=first.persons, rule="clause", sure=1.0
            )
        except NotAListError:
            continue
        if (entries and not found) or (entries and text[found[-1].end : match.start()].strip("，, ")):
            found.append(reading_of(match.start(), max(entry.end for entry in entries), entries))
        elif entries:
            found[-1] = reading_of(found[-1].start, max(entry.end for entry in entries), [*found[-1].value, *entries])
    return found


def _duty_lines(text: str, words: Words) -> list[Reading]:
    """Sentences that end in nothing but bodies with their verbs: 市公安局负责，市城管局配合."""
    found: list[Reading] = []
    for match in _SENTENCE.finditer(text):
        begin, sure = duty_part(match.group()), 1.0
        if begin < 0:
            begin, sure = division_part(match.group()), 0.0
        if begin < 0:
            continue
        start, end = match.start() + begin, match.end()
        read_to = start + doers_end(text[start:end]) if sees_through(text[start:end]) else end
        try:
            entries, _ = read_names(text, start, read_to, words, role=None, rule="clause", sure=sure, duties=True)
        except NotAListError:
            continue
        if entries:
            found.append(reading_of(start, end, entries))
    return found


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
    return [reading_of(0, len(text), entries)] if entries else []
