"""A text whose line ends are lost, as sites that share documents copy them: whole pages on one line, blanks where lines ended,
the number of the page before each (1、…, 2、…), in the middle of a word as well."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from ...grammar.pattern import Pattern
from ...language.assignments import begins_with_label
from ...language.bodies import is_organ
from ...language.fields import FIELD
from ...language.headers import role_of_header
from ...language.labels.run_together import items_run_together
from ...language.official.lines import DATE, DOC_NUMBER, is_address
from ...language.titles import ends_as_notice, names_plan
from ...language.web_edges import is_web_foot
from ...model.source import Line, Paragraph

_LONG = 200  # characters of a line that may be a page
_SHORTEST_TITLE, _LONGEST_TITLE = 4, 40
_HAN = Pattern("[㐀-鿿]")
_PAGE = Pattern(r"[ \u3000]*(\d{1,2})、[ \u3000]*")
_BLANK = Pattern(r"[ \u3000]+")
_TIME = Pattern(r"(?<=[㐀-鿿“”）)。])时间[:：]")  # 举办系列活动时间：8月
_TIMED = Pattern("[㐀-鿿]{2}时间[:：]")  # 活动时间： is one name
_OPEN = Pattern(r"[。；;：:！!？?]")


def with_line_ends(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Paragraph]]:
    """The lines of a text → the same, those of a text that is pages on a line each cut where its items, their titles and fields
    end, and the numbers of its pages as left out; other texts as they are. What is cut of a line has its number."""
    spoken = [line for line in lines if line.text.strip()]
    if not spoken or sum(len(line.text) for line in spoken) < len(spoken) * _LONG:
        return lines, []
    marks = _page_marks(spoken)
    if len(spoken) > 1 and not any(marks):
        return lines, []
    rests = [line.text[len(mark) :] for line, mark in zip(spoken, marks, strict=True)]
    starts = [0, *accumulate(map(len, rests))]
    text = "".join(rests)
    items = items_run_together(text)
    if not items:
        return lines, []
    first, last = items[0][0], items[-1][0]
    inner = _inner(text, [begin + label.end for begin, label in items])
    around = (
        *_around(text, 0, first, _stands_alone),
        *_around(text, max(last, text.rfind("。", last) + 1), len(text), _stands_behind),
    )
    cuts = sorted({0, *(begin for begin, _ in items), *inner, *around})
    found: list[Line] = []
    for begin, end in pairwise([*cuts, len(text)]):
        line = spoken[bisect_right(starts, begin) - 1]
        found.append(Line(text[begin:end], number=line.number, page=line.page))
    numbers = [
        Paragraph(mark.strip(), [line], [0], "page-number") for line, mark in zip(spoken, marks, strict=True) if mark
    ]
    return found, numbers


def _page_marks(lines: Sequence[Line]) -> list[str]:
    """The numbers of pages before the lines, "" before each where they are none."""
    found = [_PAGE.match(line.text) for line in lines]
    rising = len(lines) > 1 and all(match and int(match[1]) == page for page, match in enumerate(found, 1))
    return [match[0] if rising and match else "" for match in found]


def _inner(text: str, behind_labels: Sequence[int]) -> list[int]:
    """Where titles behind labels end, and where fields begin."""
    cuts = []
    for blank in _BLANK.finditer(text):
        begin = blank.end()
        name = FIELD.match(text, begin)
        if name and (begins_with_label(text[begin : begin + _LONGEST_TITLE]) or _names_field(name[1])):
            cuts.append(begin)
    for at in behind_labels:
        behind = _BLANK.search(text, at + 2, at + _LONGEST_TITLE)
        title = text[at : behind.start()] if behind else ""
        if behind and len(title) >= _SHORTEST_TITLE and not _OPEN.search(title) and _HAN.match(text, behind.end()):
            cuts.append(behind.end())
    fields = (_TIMED.match(text, at) for at in (*cuts, *behind_labels))
    named = {field.end() - 1 for field in fields if field}
    times = _TIME.finditer(text, min(behind_labels))
    return [*cuts, *(time.start() for time in times if time.end() - 1 not in named)]


def _around(text: str, begin: int, end: int, stood_alone: Callable[[str], bool]) -> list[int]:
    """Where lines ended in what stands above the items, or behind the last of them."""
    blanks = [blank for blank in _BLANK.finditer(text, begin, end) if blank.end() < end]
    bounds = [(begin, begin), *(blank.span() for blank in blanks), (end, end)]
    words = [(start, text[start:stop].rstrip()) for (_, start), (stop, _) in pairwise(bounds)]
    alone = [stood_alone(word) for _, word in words]
    return [start for at, (start, _) in enumerate(words) if at and (alone[at] or alone[at - 1])]


def _stands_alone(word: str) -> bool:
    """Whether a stretch without blanks was a line: a title, a number, an address, a date, whose it is, a sentence."""
    if "。" in word or is_address(word) or DATE.fullmatch(word) or DOC_NUMBER.fullmatch(word):
        return True
    if any(mark in word for mark in ">＞»：:"):
        return False
    return is_organ(word) or (len(word) > _SHORTEST_TITLE and (names_plan(word) or ends_as_notice(word)))


def _stands_behind(word: str) -> bool:
    """Whether such a stretch behind the items was a line: what closes a document, or is a page's foot."""
    return _stands_alone(word) or is_web_foot(word)


def _names_field(name: str) -> bool:
    role = role_of_header(name)
    return role is not None and role.whole and role.ends
