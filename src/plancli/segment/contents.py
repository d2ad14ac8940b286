"""Tables of contents: lists of headings that stand before the text they announce. No task is made of them.

Dot leaders and page numbers tell a contents line; so does a line of a run of bare headings that stands again
later as the heading of a text. A contents page may list plans whose text the file does not hold.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ..grammar.pattern import Pattern
from ..language.labels import read_label
from ..language.openings import LEADER, heads_contents
from ..model.source import Paragraph
from .titles import is_plan_title

_LAST = ")）—-"  # what may close it, behind a page number
PAGE = Pattern(r"(?<=[㐀-鿿”》）)])\(?\d{1,4}\)?$")
_NUMBERED = Pattern(r"\d{1,2}(?!\d)")  # 3推进项目: a chapter, and no year
LONG = 200  # characters, dots included; no contents line is longer
SAME = 40  # so many paragraphs that begin alike are looked at
FEW = 4  # so many entries make a contents page


def contents(paragraphs: list[Paragraph]) -> tuple[set[int], list[str]]:
    """Paragraphs in order → the indexes of contents lines, and the plan titles that they list, in order."""
    found: set[int] = set()
    runs = [run for run in _runs(paragraphs) if len(run) >= FEW or heads_contents(paragraphs[run.start].text)]
    keys = [_key(paragraph.text) for paragraph in paragraphs] if runs else []
    ordered = sorted((key, place) for place, key in enumerate(keys) if key)
    for run in runs:
        found.update(_entries(paragraphs, keys, ordered, run.start, run.stop))
    numbered = [_bare(text) for place in sorted(found) if _bare_page(text := paragraphs[place].text) != text]
    titles = [title for title in numbered if is_plan_title(title) and not _NUMBERED.match(title)]
    return found, list(dict.fromkeys(titles))


def _runs(paragraphs: list[Paragraph]) -> Iterator[range]:
    """The runs of heading-like lines."""
    start = 0
    for end, paragraph in enumerate(paragraphs):
        if not _heading_like(paragraph.text):
            if start < end:
                yield range(start, end)
            start = end + 1
    if start < len(paragraphs):
        yield range(start, len(paragraphs))


def _heading_like(text: str) -> bool:
    if len(text) > LONG:
        return False
    return (len(text) <= 60 and text[-1] not in "。；;！？" and "。" not in text) or _has_leader(text)


def _has_leader(text: str) -> bool:
    return (text[-1:].isdecimal() or text[-1:] in _LAST) and LEADER.search(text) is not None


def _entries(
    paragraphs: list[Paragraph], keys: list[str], ordered: list[tuple[str, int]], start: int, end: int
) -> range:
    """The part of a run that is a contents page, from 目录 or the first entry to the last."""
    last = start - 1
    again = leaders = labelled = 0
    headed = False
    for place in range(start, end):
        text = paragraphs[place].text
        if _has_leader(text):
            leaders += 1
            last = place
        elif heads_contents(text):
            headed = True
        elif read_label(text):
            labelled += 1
            stands = _stands_later(ordered, keys[place], end - 1, end)
            again += stands
            if stands or (headed and PAGE.search(text)):
                last = place
        elif headed and PAGE.search(text):
            last = place
    told = leaders >= FEW or (headed and last >= start)
    if headed:
        last = max(last, next(p for p in range(start, end) if heads_contents(paragraphs[p].text)))
    first = _first(paragraphs, start, end)
    # Headings that come again are contents only where they begin a series; else two plans have the same headings.
    label = read_label(paragraphs[first].text)
    if told:
        return range(first, last + 1)
    if again < FEW or again * 4 < labelled or label is None or label.value != 1:
        return range(0)
    # Points of a heading that come again (1.先进班组, below 1.先进班组标准：…) are none where none of their headings does.
    levels = [
        place for place in range(start, end) if (read := read_label(paragraphs[place].text)) and read.form == label.form
    ]
    again_above = any(_stands_later(ordered, keys[place], end - 1, end) for place in levels)
    return range(first, last + 1) if again_above else range(0)


def _first(paragraphs: list[Paragraph], start: int, end: int) -> int:
    """Where a contents page begins: at 目录, or at an entry; a title before it stays."""
    for place in range(start, end):
        text = paragraphs[place].text
        if heads_contents(text) or _has_leader(text) or read_label(text):
            return place
    return start


def _stands_later(ordered: list[tuple[str, int]], key: str, place: int, end: int) -> bool:
    """True where a paragraph after `end` begins with the same label and words."""
    if not key:
        return False
    at = bisect_right(ordered, (key, place))
    for text, found in ordered[at : at + SAME]:
        if not text.startswith(key):
            return False  # those that begin alike stand together
        if found >= end:
            return True
    return False


def _key(text: str) -> str:
    """Label and words of a heading, with brackets and points of either width alike, no page number."""
    if not read_label(text):
        return ""
    head = text[:40] if len(text) > LONG else _bare_page(text)[:40]
    return head.replace("（", "(").replace("）", ")").replace("，", ",").replace("．", ".")


def _bare_page(text: str) -> str:
    if not (text[-1:].isdecimal() or text[-1:] in _LAST):
        return text
    bare = LEADER.sub("", text)
    return PAGE.sub("", bare) if bare.endswith(")") or bare[-1:].isdecimal() else bare


def _bare(text: str) -> str:
    """A contents entry without label, leaders and page number."""
    label = read_label(text)
    return _bare_page(text[label.end :] if label else text)
