"""Names that stand together without a separator: joined by 和, led by 各, or run into one another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from .pieces import AND_SO_ON
from .segments import depth
from .words import OPEN, Words

_AND = re.compile(r"以及|[和及与](?!其)")
_EACH = re.compile(r"(?<=..)各(?=镇|乡|街|区|县|市|旗|学校|中小学|幼儿园|园所|基层|开发区|园区|中学|小学)")
_LONGEST = 80  # what is longer is no name and no row of names


def split_joined(
    text: str, start: int, end: int, words: Words, known: Collection[str]
) -> Iterator[tuple[int, int, str]]:
    """Names joined by 和, 及, 与, 各 or nothing at all; the connective inside a name (教育和体育局) stays."""
    if end - start > _LONGEST or text[start:end] in known:
        yield start, end, ""
        return
    begin = start
    for match in _AND.finditer(text, start, end):
        left, right = AND_SO_ON.sub("", text[begin : match.start()]), text[match.end() : end]
        if depth(text, begin, match.start()) == 0 and words.is_complete(left) and words.is_body(right):
            yield from _run_on(text, begin, begin + len(left), words, known, "and")
            begin = match.end()
    rule = "and" if begin > start else ""
    for match in _EACH.finditer(text, begin, end):
        if depth(text, begin, match.start()) == 0 and words.is_complete(text[begin : match.start()]):
            yield begin, match.start(), "run-on"
            begin, rule = match.start(), "run-on"
    yield from _run_on(text, begin, end, words, known, rule)


def _run_on(
    text: str, start: int, end: int, words: Words, known: Collection[str], rule: str
) -> Iterator[tuple[int, int, str]]:
    """Names with nothing between them: cut where the plan's other cells have the names, or one suffix stands twice."""
    name = text[start:end]
    if 5 <= len(name) <= _LONGEST and name not in known:
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
        if not behind.search(name):
            continue
        follows = words.continuations.get(suffix[-1], "") + OPEN
        place = name.find(suffix, 2)
        while place > 0:
            at = place + len(suffix)
            if at > len(name) - 3:
                break
            if name[at] not in follows and not depth(name, 0, at) and not name.endswith("办事处", 0, at):
                return at
            place = name.find(suffix, at)
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
