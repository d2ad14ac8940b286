"""Assignments in brackets: （牵头部门：A、B）, （A牵头，B、C配合）, and brackets of nothing but bodies behind a sentence."""

from __future__ import annotations

from itertools import pairwise

from ...grammar.pattern import Pattern
from ...grammar.reading import Reading
from ...language.assignments import bare_names_assign, beside_time
from ...language.duties import deeds_alone
from ...language.posts import behind_post, ends_with_post, is_person_behind_post, names_persons
from ...language.roles import Words
from ...language.times import is_time
from .cells import LONGEST
from .labelled import DepartmentEntry
from .names import NotAListError, read_names
from .persons import split_persons

_BRACKET = Pattern(
    r"（(?:[^（）]|（[^（）]*）)*）|\((?:[^()]|\([^()]*\))*\)|【[^【】]*】|〔[^〔〕]*〕|\[[^\[\]]*\]|［[^［］]*］|（[^（()）]*[)）]|\([^（()）]*[)）]",
    needs=("（(【〔[［",),
)
_NEXT_POINT = Pattern(r"[（(]?[\d一二三四五六七八九十]{1,2}[）)]|[①-⑳]")  # behind a point's own bracket
_SEPARATOR = Pattern("[、，,；;]")
_CLAUSE = Pattern(r"[^。；;\n（(]{2,16}(?=[。；;\n]|$)")
_EXAMPLES = Pattern(r"不?含|包[括含]|涉及|覆盖|例?如|即|原|指|其中")  # （含城关镇、东山乡）


def reading_of(start: int, end: int, entries: list[DepartmentEntry]) -> Reading:
    """The reading of a stretch that names these."""
    rules = dict.fromkeys(rule for entry in entries for rule in entry.rules)
    return Reading(start, end, entries, tuple(rules))


def bracketed(text: str, words: Words) -> list[Reading]:
    """The assignments in a text's brackets, in order."""
    found = []
    for match in _BRACKET.finditer(text):
        start, end = match.start() + 1, match.end() - 1
        entries: list[DepartmentEntry] = []
        if end - start > LONGEST:
            continue
        content = text[start:end]
        if words.may_do(content) or words.may_label(content) or deeds_alone(content):
            entries = _bracket_content(text, start, end, words)
        if not entries:
            named = [(start + first, start + last) for first, last in behind_post(content)]
            rules = ("bracket", "person", "titled")
            entries = [DepartmentEntry(a, b, text[a:b], "responsible", True, rules) for a, b in named]
        if not entries and _stands_alone(text, match.start(), match.end(), words):
            begin, stop = beside_time(content)
            try:
                entries, _ = read_names(
                    text, start + begin, start + stop, words, role="responsible", rule="alone", sure=0.6
                )
            except NotAListError:
                entries = []
            entries = entries if any(not entry.person or "titled" in entry.rules for entry in entries) else []
        if not entries and _ends_sentence(text, match.start(), match.end()) and names_persons(content):
            persons = list(split_persons(text, start, end, words))
            posts = {
                a
                for (a, b, name, _), (then, *_) in pairwise(persons)
                if ends_with_post(name) and text[b:then].isspace()
            }
            entries = [
                DepartmentEntry(a, b, name, mark or "responsible", True, ("alone", "person"))
                for a, b, name, mark in persons
                if a not in posts  # 组织委员 刘敏
            ]
        if entries:
            found.append(reading_of(match.start(), match.end(), entries))
    return found


def _bracket_content(text: str, start: int, end: int, words: Words) -> list[DepartmentEntry]:
    label = words.find_label(text, start, end)
    if label is None and words.bare_label.fullmatch(text, start, end):
        return []  # 【责任单位】: a label that is boxed, the names come behind it
    try:
        sure = 0.6 if label is None else 0.0
        entries = read_names(text, start, end, words, role=None, rule="bracket", sure=sure, duties=True)[0]
        before = text[start : label.start()].rstrip("；;，, ") if label else ""
        if before and words.are_all(before) and all(entry.start >= label.start() for entry in entries if label):
            # （总务处、安全办；责任人：薛岑）
            named = read_names(text, start, start + len(before), words, role="responsible", rule="bracket", sure=1.0)[0]
            return named + entries
        return entries
    except NotAListError:
        return []


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a bracket stands behind a stop, or begins what is said behind a title, and nothing but a stop behind it."""
    before = text[start - 1] if start else "\n"
    closes = (text[end : end + 1] or "\n") in "。；;\n"
    return closes and before in "。；;！!？?\n" and not _EXAMPLES.match(text, start + 1)


def _stands_alone(text: str, start: int, end: int, words: Words) -> bool:
    """Whether a bracket of names ends a sentence: behind its stop, the next one behind it or not, or right behind its words
    (办好展览（县文化馆）。), where the names say which bodies are meant."""
    before = text[start - 1] if start else "\n"
    if _EXAMPLES.match(text, start + 1):
        return False
    if (
        (text[end : end + 1] or "\n") not in "。；;\n"
        and not _NEXT_POINT.match(text, end)
        and not _time_behind(text, end)
    ):
        return start > 0 and before in "。；;！!？?" and _all_particular(_beside_time(text[start + 1 : end - 1]), words)
    if before in "。；;！!？?\n":
        return True
    sentence = max(text.rfind(stop, 0, start) for stop in "。；;\n") + 1
    if "：" in text[sentence:start] or ":" in text[sentence:start]:
        return False
    content = _beside_time(text[start + 1 : end - 1])
    if words.ends_as_body(text[max(0, start - 8) : start]):
        return all(map(is_person_behind_post, _SEPARATOR.split(content)))  # 走访企业（副局长周明远）
    return _all_particular(content, words)


def _time_behind(text: str, end: int) -> bool:
    """Whether nothing but when stands between a bracket and the end of its clause: 组织植树（园林站）3月12日."""
    match = _CLAUSE.match(text, end)
    return match is not None and is_time(match[0].strip(" ，,、"))


def _beside_time(content: str) -> str:
    begin, end = beside_time(content)
    return content[begin:end]


def _all_particular(content: str, words: Words) -> bool:
    names = _SEPARATOR.split(content)
    return bare_names_assign(content, "。") and (
        any(map(words.is_particular, names)) or not all(map(words.is_body, names))
    )
