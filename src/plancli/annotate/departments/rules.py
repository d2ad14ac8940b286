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
from ...model.bulletin import Role
from .lines import unwrap
from .names import Entry, NotAListError, read_names
from .words import Words, shipped_words

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
_STOP = re.compile(r"[。；;！!？?\n]")
_LABEL_MAY_FOLLOW = frozenset("。；;，,、！!？?）)】]］\n—－-•·●　 .．")
_DASH = re.compile(r"(?:——|―|--|－－|(?:^|(?<=[。；;！!]))[—－-])[ \u3000]*(?=[^—―\n]+$)", re.M)
_CLAUSE = re.compile(r"[^，,。；;！!？?\n：:]+")
_BEGIN_BY = re.compile(r"(?:^|(?<=[工作务项程设动划，,]))由(?=.)")
_LEADER = r"(?:牵头|主办|主责|主要责任)"
_FIRST_LEADS = re.compile(
    r"(?:(?:排名?|列|居)(?:在|于)?(?:第一|首位?)|第一(?:[位个家名列]|责任|单位|部门|科室)|首(?:[位个家列]|单位))[^，。；]{0,10}?(?:为|是|系|即|作为)[^，。；]{0,6}?"
    + _LEADER
    + r"|(?:牵头|主办|主责)(?:责任)?(?:单位|部门|科室)[^，。；]{0,6}?(?:列|排|居|在)(?:在|于)?(?:第一|首)"
)


def read_cell(
    cell: str,
    *,
    role: Role = "responsible",
    persons: bool = False,
    label: str = "",
    known: Collection[str] = (),
    words: Words | None = None,
) -> list[Entry]:
    """The bodies and persons of one cell, in order; `role` and `persons` by its header, `label` the header itself.

    Offsets are those of the unwrapped cell and mean nothing outside.
    """
    words = words or shipped_words()
    if not cell or cell.strip() in words.nobody:
        return []
    if persons:
        entries, _ = read_names(cell, 0, len(cell), words, role=role, persons=True, rule="column")
        return entries
    lines = unwrap(cell, words, known)
    text = lines.text
    entries, _ = read_names(text, 0, len(text), words, role=role, rule="column", known=known, header=label)
    for entry in entries:
        if any(entry.start < at < entry.end for at in lines.joined):
            entry.rules += ("line-joined",)
        elif any(at in (entry.end, entry.start - 1) for at in lines.parted):
            entry.rules += ("line-parted",)
    if first_leads(label):
        lead_the_first(entries)
    return entries


def lead_the_first(entries: list[Entry]) -> None:
    """Where a note says so, the first responsible body leads, unless another does already."""
    if not any(entry.role == "lead" and not entry.person for entry in entries):
        for entry in entries:
            if entry.role == "responsible" and not entry.person:
                entry.role = "lead"
                entry.rules += ("first-listed",)
                return


def first_leads(note: str) -> bool:
    """Whether a note says that the body listed first leads: 列第一位的为牵头单位."""
    return _FIRST_LEADS.search(note) is not None


def read_prose(text: str, *, clauses: bool = True, words: Words | None = None) -> list[Reading]:
    """The assignments of a running text, in order; each reading's value is its list of entries.

    `clauses` False leaves out what plain sentences say (A牵头，…), for a task whose columns name its bodies.
    """
    words = words or shipped_words()
    if not words.trigger.search(text):
        return []
    found = _brackets(text, words)
    found += _labels(text, words, found)
    found += _dashes(text, words, found)
    if clauses and not found:
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
        if words.trigger.search(text, start, end):
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
        end = _line_end(text, start, words)
        entries, stopped = read_names(text, start, end, words, role=None, rule="label", open_end=True)
        if entries:
            stopped = max(stopped, max(entry.end for entry in entries))
            found.append(_reading(start, _trimmed(text, start, stopped), entries))
            position = stopped
    return found


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in "；;，,、 \n":
        end -= 1
    return end


def _line_end(text: str, start: int, words: Words) -> int:
    """Where a labelled stretch ends at the latest: the full stop or line end behind which no further label stands."""
    end = start
    while True:
        match = re.compile(r"[。\n]").search(text, end)
        if match is None:
            return len(text)
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
    """A clause that is nothing but bodies with their verbs; a bare 负责 or 配合 counts only behind 由 or another one."""
    piece = text[start:end]
    if not words.trigger.search(piece) or len(piece) > 80:
        return []
    if not (by or follows or words.has_lead(piece)):
        return []
    try:
        entries, _ = read_names(text, start, end, words, role=None, rule="clause", sure=1.0)
    except NotAListError:
        return []
    if not follows and not by and not any(entry.role == "lead" for entry in entries):
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
