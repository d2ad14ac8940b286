"""From a stretch that lists bodies or persons to its names, each with its role.

A stretch is what stands in a column's cell, in a bracket, or behind a label. It may hold labels of its own
(牵头单位：A；配合单位：B), marks beside single names (A（牵头）、B) and verbs behind groups of names (A牵头，B、C配合).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ...model.bulletin import Role
from .persons import looks_like_person, split_persons
from .words import CLOSE, OPEN, Words

_CUT = re.compile(
    rf"(?P<open>[{re.escape(OPEN)}])|(?P<close>[{re.escape(CLOSE)}])|(?P<cut>[、，,；;。\s/／|｜]|[①-⑳]|(?<=[㐀-鿿])\d{{1,2}}[.．](?=[㐀-鿿]))"
)
_BEFORE = re.compile(
    r"(?:[\s•·●○▪■□\-—]+|\d{1,2}[.．)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|由|以及|及|与|和(?![平县田龙顺政布静硕睦谐美乐]))"
)
_AND_SO_ON = re.compile(
    r"(?<![高中初平])等(?:[\d一二两三四五六七八九十]+[家个]?)?(?:省|市|区|县|镇|局)?直?(?:有关|相关|各|成员|职能|责任|配合|其他|业务)*"
    r"(?:单位|部门|科室|处室|股室|机构|学校|院校|镇街|街镇|乡镇|街道|企业|方面)*$"
)
_MARK_BEHIND = re.compile(r"[（(【\[［]([^（()）【】\[\]［］]*)[）)】\]］]$")
_MARK_BEFORE = re.compile(r"^[（(【\[［]([^（()）【】\[\]［］]*)[）)】\]］](?=.)")
_WRAPPED = re.compile(r"^[（(【\[]([^（()）【】\[\]]*)[）)】\]]$")
_AND = re.compile(r"以及|[和及与](?!其)")
_EACH = re.compile(r"(?<=..)各(?=镇|乡|街|区|县|市|旗|学校|中小学|幼儿园|园所|基层|开发区|园区|中学|小学)")
_PERSON_IN_BRACKET = re.compile(r"^[^：:]*[：:](.+)$")


@dataclass(slots=True)
class Entry:
    """A name found: where it stands, its role, whether it is a person, the rules that found it."""

    start: int
    end: int
    name: str
    role: Role
    person: bool = False
    rules: tuple[str, ...] = ()


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
    known: Collection[str] = (),
    header: str = "",
) -> tuple[list[Entry], int]:
    """The names in text[start:end] and the position up to which they were read.

    `role` is what names without a word of their own get; with None they get one from the verbs alone. `sure` is the
    share of the names that must surely read as bodies; with any such demand, NotAListError is raised where it is missed
    or a piece is neither name nor time. `open_end` stops at such a piece instead of skipping it.
    """
    entries: list[Entry] = []
    first = Segment(start, end, role, persons, rule=rule)
    if header:
        first.mixed, first.rest = words.mixed(header), _rest(header, words)
    for segment in _segments(text, start, end, words, first):
        found, stopped = _read_segment(text, segment, words, sure=sure, open_end=open_end, known=known)
        entries += found
        if stopped < segment.end:
            return entries, stopped
    if sure:
        bodies = [entry.name for entry in entries if not entry.person]
        if sum(map(words.is_body, bodies)) < sure * len(bodies):
            raise NotAListError(text[start:end])
    return entries, end


def label_segment(label: str, start: int, end: int, words: Words, rule: str = "label") -> Segment:
    """The segment that a label rules: roles and kinds as its words say."""
    mixed = words.mixed(label) or words.names_no_kind(label)
    return Segment(
        start, end, words.role_of(label), words.of_persons(label) and not mixed, mixed, _rest(label, words), rule
    )


def _rest(label: str, words: Words) -> Role | None:
    """The role of all but the first name under a label of two roles: 牵头及配合单位."""
    both = words.has_lead(label) and words.role_of(words.without_lead(label)) == "support"
    return "support" if both and re.search(r"[及和与、/／]", label) else None


def _segments(text: str, start: int, end: int, words: Words, first: Segment) -> Iterator[Segment]:
    """The stretch cut at its labels outside brackets; what another label rules (完成时限：) is left out."""
    marks = [(m.start(), m.end(), m["label"]) for m in words.label.finditer(text, start, end)]
    marks += [(m.start(), m.end(), "") for m in words.other_label.finditer(text, start, end)]
    marks += [(m.start(), m.end(), m["label"]) for m in words.boxed_label.finditer(text, start, end)]
    marks = [mark for mark in marks if _depth(text, start, mark[0]) == 0]
    marks.sort()
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


def _depth(text: str, start: int, position: int) -> int:
    return sum(char in OPEN for char in text[start:position]) - sum(char in CLOSE for char in text[start:position])


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch cut at separators outside brackets."""
    depth, begin = 0, start
    for match in _CUT.finditer(text, start, end):
        if match["open"]:
            depth += 1
        elif match["close"]:
            depth = max(0, depth - 1)
        elif not depth:
            if match.start() > begin:
                yield begin, match.start()
            begin = match.end()
    if end > begin:
        yield begin, end


def _read_segment(
    text: str, segment: Segment, words: Words, *, sure: float, open_end: bool, known: Collection[str]
) -> tuple[list[Entry], int]:
    if segment.persons:
        return _read_persons(text, segment, words, open_end=open_end)
    entries: list[Entry] = []
    waiting: list[Entry] = []  # names whose role the next verb tells
    joined = False  # behind 会同: the names support whoever leads
    spoke = False
    for start, end in _pieces(text, segment.start, segment.end):
        for part in _parts(text, start, end, words):
            names = _names(text, part, words, segment, known)
            for entry in names:
                if sure and not words.may_be_name(entry.name) and not words.is_time(entry.name):
                    raise NotAListError(entry.name)
                if not entry.person and not words.may_be_name(entry.name):
                    if open_end and entry.name not in words.nobody:
                        _settle(waiting, segment)
                        return entries, start
                    continue
                entries.append(entry)
                if part.mark is None and not entry.person:
                    if joined or part.joint:
                        entry.role = "support"
                        entry.rules += ("verb",)
                    else:
                        waiting.append(entry)
            joined = joined or part.joint
            if part.verb is not None:
                for entry in waiting:
                    entry.role = part.verb
                    entry.rules += ("verb",)
                waiting, joined, spoke = [], False, True
    _settle(waiting, segment)
    if segment.role is None and not spoke and not any("mark" in entry.rules for entry in entries):
        return [], segment.end
    return entries, segment.end


def _settle(waiting: list[Entry], segment: Segment) -> None:
    for count, entry in enumerate(waiting):
        entry.role = segment.role or "responsible"
        if segment.rest and count:
            entry.role = segment.rest


@dataclass(slots=True)
class _Part:
    """A piece, trimmed: the range of the names in it, the role of a mark, of a verb behind, 会同 before."""

    start: int
    end: int
    mark: Role | None = None
    verb: Role | None = None
    joint: bool = False


def _parts(text: str, start: int, end: int, words: Words) -> Iterator[_Part]:
    """A piece cut where a verb stands inside it: 教育局牵头会同财政局 → 教育局 (lead), 财政局 (with it)."""
    part = _trim(text, _Part(start, end), words)
    for match in words.inner_verb.finditer(text, part.start, part.end):
        left, right = text[part.start : match.start()], text[match.end() : part.end]
        if match["joint"]:
            inside = (not left or words.is_body(_clean(left))) and words.is_body(_clean(right))
        else:
            inside = words.is_body(_clean(left)) and words.is_body(_clean(right))
        if not inside:
            continue
        joint = match["joint"] is not None or match.group().endswith(("会同", "联合"))
        if left:
            yield _Part(
                part.start, match.start(), None, None if match["joint"] else words.role_of(match["act"]), part.joint
            )
        part = _Part(match.end(), part.end, part.mark, part.verb, joint)
    yield part


def _clean(name: str) -> str:
    return _AND_SO_ON.sub("", name)


def _trim(text: str, part: _Part, words: Words) -> _Part:
    """Numbers, bullets and 由 before; marks, signs, verbs and 等 behind."""
    while match := _BEFORE.match(text, part.start, part.end):
        part.start = match.end()
    changed = True
    while changed and part.start < part.end:
        changed = False
        piece = text[part.start : part.end]
        if (match := _MARK_BEFORE.search(piece)) and words.mark.match(match[1].strip()):
            part.mark, part.start, changed = words.role_of(match[1]), part.start + match.end(), True
        elif (match := _MARK_BEHIND.search(piece)) and match.start() and words.mark.match(match[1].strip()):
            part.mark, part.end, changed = words.role_of(match[1]), part.start + match.start(), True
        elif match and match.start() and part.verb is None and words.verb.fullmatch(match[1]):
            part.verb, part.end, changed = words.role_of(match[1]), part.start + match.start(), True
        elif piece[0] in words.signs or piece[-1] in words.signs:
            part.mark = "lead"
            part.start += piece[0] in words.signs
            part.end -= piece[-1] in words.signs and part.end > part.start
            changed = True
        elif (match := words.verb.search(piece)) and (part.verb is None):
            part.verb = words.role_of(match.group())
            part.end, changed = part.start + match.start(), True
        elif match := _AND_SO_ON.search(piece):
            part.end, changed = part.start + match.start(), True
        elif match := _WRAPPED.search(piece):
            part.start, part.end, changed = part.start + 1, part.end - 1, True
    return part


def _names(text: str, part: _Part, words: Words, segment: Segment, known: Collection[str]) -> list[Entry]:
    """The names of a trimmed piece: one, or several joined by 和, run together, or a body with its person."""
    if part.start >= part.end:
        return []
    rules: tuple[str, ...] = (segment.rule,) if segment.rule else ()
    role: Role = part.mark or segment.role or "responsible"
    if part.mark:
        rules += ("mark",)
    entries = []
    for start, end, rule in _split(text, part.start, part.end, words, known):
        piece_rules = (*rules, rule) if rule else rules
        end, person = _person_beside(text, start, end, words, segment, role, piece_rules)
        if end > start:
            entries.append(Entry(start, end, text[start:end], role, rules=piece_rules))
        if person:
            entries.append(person)
    return entries


def _person_beside(
    text: str, start: int, end: int, words: Words, segment: Segment, role: Role, rules: tuple[str, ...]
) -> tuple[int, Entry | None]:
    """A person in the bracket behind a body (教育局（责任人：李明）), or, under a mixed label, beside it (基教科李明)."""
    piece = text[start:end]
    match = _MARK_BEHIND.search(piece)
    if match and (inner := _PERSON_IN_BRACKET.match(match[1])) and words.of_persons(match[1][: -len(inner[1]) - 1]):
        at = start + match.start(1) + inner.start(1)
        return start + match.start(), Entry(at, at + len(inner[1]), inner[1], role, True, (*rules, "person"))
    if not segment.mixed:
        return end, None
    if looks_like_person(piece) and not words.is_body(piece):
        return start, Entry(start, end, piece, role, True, (*rules, "person"))
    if match and match.start() and looks_like_person(match[1]):
        at = start + match.start(1)
        return start + match.start(), Entry(at, at + len(match[1]), match[1], role, True, (*rules, "person"))
    for length in (3, 2):
        if len(piece) > length + 1 and looks_like_person(piece[-length:]) and words.is_complete(piece[:-length]):
            return end - length, Entry(end - length, end, piece[-length:], role, True, (*rules, "person"))
    return end, None


def _split(text: str, start: int, end: int, words: Words, known: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Names joined by 和, 及, 与, 各 or nothing at all; the connective inside a name (教育和体育局) stays."""
    if text[start:end] in known:
        yield start, end, ""
        return
    begin = start
    for match in _AND.finditer(text, start, end):
        left, right = _AND_SO_ON.sub("", text[begin : match.start()]), text[match.end() : end]
        if _depth(text, begin, match.start()) == 0 and words.is_complete(left) and words.is_body(right):
            yield from _run_on(text, begin, begin + len(left), words, known, "and")
            begin = match.end()
    rule = "and" if begin > start else ""
    for match in _EACH.finditer(text, begin, end):
        if _depth(text, begin, match.start()) == 0 and words.is_complete(text[begin : match.start()]):
            yield begin, match.start(), "run-on"
            begin, rule = match.start(), "run-on"
    yield from _run_on(text, begin, end, words, known, rule)


def _run_on(
    text: str, start: int, end: int, words: Words, known: Collection[str], rule: str
) -> Iterator[tuple[int, int, str]]:
    """Names with nothing between them: cut where the plan's other cells have the names, or one suffix stands twice."""
    name = text[start:end]
    if len(name) >= 5 and name not in known:
        if cuts := known_cuts(name, known):
            for a, b in zip([0, *cuts], [*cuts, len(name)], strict=True):
                yield start + a, start + b, "run-on"
            return
        if at := _seam(name, words):
            yield start, start + at, "run-on"
            yield from _run_on(text, start + at, end, words, known, "run-on")
            return
    yield start, end, rule


# A body of the first kind has none of the second beneath it: one that follows is a name of its own.
_SEAMS = (
    ("科", re.compile(r"(?:[科股处局委办院校会馆所部]|中心|公司|镇|街道)$")),
    ("股", re.compile(r"(?:[股科处局委办院校会馆所部]|中心|公司|镇|街道)$")),
    ("处", re.compile(r"(?:[处局委院校会馆]|公司|镇|街道)$")),
    ("办", re.compile(r"(?:[办局委院校会馆]|公司|镇|街道)$")),
    ("办公室", re.compile(r"(?:[处局委院校会馆]|公司|镇|街道|办公室)$")),
    ("局", re.compile(r"(?:局|(?<![党团纪工])委|政府|镇|街道|乡)$")),
    ("学校", re.compile(r"(?:学校|学会|协会|学院|大学|局)$")),
)


def _seam(name: str, words: Words) -> int:
    """Where two names that run together meet (教务处学生处, 基教科教师发展学院); 0 where it is one name."""
    for suffix, behind in _SEAMS:
        at = name.find(suffix, 2) + len(suffix)
        if not len(suffix) + 2 <= at <= len(name) - 3 or not behind.search(name):
            continue
        if (
            name[at] in words.continuations.get(suffix[-1], "") + OPEN
            or _depth(name, 0, at)
            or name[:at].endswith("办事处")
        ):
            continue
        return at
    return 0


def known_cuts(name: str, known: Collection[str]) -> list[int]:
    """Where a run of two or more known names is to be cut; empty if it is none."""
    if not known:
        return []
    best: dict[int, list[int]] = {0: []}
    for end in range(2, len(name) + 1):
        for start in range(end - 1):
            if start in best and name[start:end] in known:
                best[end] = [*best[start], end]
                break
    cuts = best.get(len(name), [])
    return cuts[:-1] if len(cuts) > 1 else []


def _read_persons(text: str, segment: Segment, words: Words, *, open_end: bool) -> tuple[list[Entry], int]:
    entries: list[Entry] = []
    own = (segment.rule,) if segment.rule else ()
    for start, end, name, mark in split_persons(text, segment.start, segment.end, words):
        if name in words.nobody or not words.may_be_name(name) or len(name) > 16:
            if open_end and name not in words.nobody:
                return entries, start
            continue
        body = words.is_body(name) and not looks_like_person(name)  # a body under 责任人 is a body all the same
        rules = own if body else (*own, "person")
        entries.append(Entry(start, end, name, mark or segment.role or "responsible", not body, rules))
    return entries, segment.end
