"""Titles: which lines name a plan, which name a covering notice, and how a title on several lines is put together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence, Set
from itertools import pairwise

from ..grammar.pattern import Pattern
from ..language.assignments import begins_with_label
from ..language.bodies import is_organ
from ..language.labels import read_label
from ..language.marks import begins_note
from ..language.official.lines import (
    ATTACHMENT,
    DATE,
    DOC_NUMBER,
    SIGNATORY,
    STAMP,
    UNIT_LINE,
    begins_attachments,
    is_masthead,
)
from ..language.places import places_of
from ..language.times import led_by_time
from ..language.titles import is_state, names_collection, names_notice, names_other, names_plan
from ..model.source import Paragraph

_QUOTES = Pattern("[《》〈〉<>“”\"']", needs=("《》〈〉<>“”\"'",))
_QUOTED = Pattern(r"《((?:[^《》]|《[^《》]{1,60}》){1,100})》")
_WHOLLY_QUOTED = Pattern(r"《[^《》]+》")
SUBTITLE = Pattern(r"[（(][^（）()]{1,60}[）)]$|[—–-]{1,2}.{2,40}$")
# A line that is a title by itself: a year, and whose work it is (2021年全市农业农村工作要点, 某市2021年河湖工作要点, not
# 2021年重点工作任务).
_WHOLE = Pattern(
    r"(?:关于|印发)|(?:19|20)\d\d(?:[-—–－~～至到/](?:19|20)?\d\d)?(?:学?年度?)?+(?:第[一二]学期)?+"
    r"(?!(?:年度|重点|主要|具体|工作|任务|目标|责任|要点|计划|安排|方案|分工|分解|清单|表|及|和|[（()）])+$)[㐀-鿿]"
)
_FIRST_YEAR = Pattern(r"([㐀-鿿]{2,20})(?=(?:19|20)\d\d)")
_OPEN_END = Pattern(r"(?:关于|印发|落实|贯彻|实施|推进|和|及|与|暨|的|[、《〈“])$")
_DAY_OF_NOTE = Pattern(
    r"(?:1[0-2]|[1-9])[.．·](?:[12]\d|3[01]|[1-9])(?=[㐀-鿿“])"
)  # 3.15消费者权益日活动方案, 12.9活动方案
_SHOUTED = frozenset("：！？!?")  # in no official title: what an editor sets above it
_DASH = Pattern("[—–-]{1,2}(?=[㐀-鿿“《])")
_LONGEST_NOUN, _LONGEST_END = 12, 30  # characters of a title's last line
MOST_LINES = 60  # above a plan's text; a title on several lines is looked for among so many


def is_plan_title(text: str) -> bool:
    """True where a line may name a plan: short, without a stop, a plan's noun at its end."""
    if not 4 <= len(text) <= 70 or text[-1] in "。：；，、:;,！？" or "。" in text or "；" in text:
        return False
    bare = re.sub(r"[》”\"』]+$", "", text)
    return names_plan(bare) and not ATTACHMENT.match(text) and not begins_attachments(text)


def is_whole(text: str) -> bool:
    """True where a title stands for itself: it begins with its year and whose work it is."""
    year = _FIRST_YEAR.match(text)
    whose = year[1] if year else ""
    named = bool(whose) and (is_organ(whose) or "".join(places_of(whose)) == whose)
    return _WHOLE.match(text, len(whose) if named else 0) is not None


def is_notice_title(text: str) -> bool:
    """True where a line names a covering notice: 关于印发……的通知, in 《》 or not."""
    text = text[1:-1] if _WHOLLY_QUOTED.fullmatch(text) else text
    return len(text) <= 120 and names_notice(text) and "。" not in text and not read_label(text)


def title_key(text: str) -> str:
    """A title as it compares with what another place calls it: without quotation marks and white space."""
    return _QUOTES.sub("", "".join(text.split()))


def quoted_titles(texts: Collection[str]) -> set[str]:
    """The keys of all that the texts name in 《》."""
    return {title_key(name) for text in texts for name in _QUOTED.findall(text)}


def spacing(lines: Sequence[Paragraph]) -> int:
    """How many lines down the next paragraph of a text mostly begins: 1, or 2 where a blank line parts all of them."""
    spoken = [line for line in lines if line.lines]
    steps = sorted(below.number - above.lines[-1].number for above, below in pairwise(spoken))
    return max(steps[len(steps) // 2], 1) if steps else 1


def title_of(lines: Sequence[Paragraph], known: Collection[str] = (), step: int = 1) -> tuple[str, list[int]]:
    """The lines between a plan's start and its text → its title and the indexes of the lines that make it up.

    A title on several lines is one: 云岭市卫生健康委员会 / 2025年工作要点. 文号, dates, brackets and signatures are none.
    `known` are keys of titles that the notice names; `step` is the text's `spacing`.
    """
    plain = [index for index, line in enumerate(lines) if _may_be_title(line.text)]
    if sum(led_by_time(lines[index].text) for index in plain) >= 2:  # a schedule without numbers
        plain = [index for index in plain if not led_by_time(lines[index].text)]
    if not plain:
        return "", []
    likely = set(plain)
    said = quoted_titles([lines[index].text for index in plain[:-1]])  # a page's news of a document quotes it
    if named := _named_lines(lines, likely, known) or [at for at in plain if title_key(lines[at].text) in said][:1]:
        return "".join(lines[index].text for index in named), named
    named = [index for index in plain if is_plan_title(lines[index].text)]
    named = named or [index for index in plain if is_notice_title(lines[index].text)]
    named = named or [index for index in plain if names_other(lines[index].text)]
    largest = max((_size(lines[index]) for index in named), default=0.0)
    named = [index for index in named if _size(lines[index]) > largest - 1.1]  # a running head is no title
    # a line may name what a longer title further down names in full, as the heading of a site's page does: 行事历, or 毕业季工作
    # above 毕业季工作清单
    ends = {end: index for index in named for end in _ends_of(lines[index].text)}
    named = [index for index in named if ends.get(lines[index].text, index) <= index]
    core = named[0] if named else None
    if len(named) > 1 and names_collection(lines[named[0]].text):
        core = named[1]
    first = last = core if core is not None else -1
    if core is None:
        first, last = _joined(lines, likely, step) or [max(plain, key=lambda index: _size(lines[index]))] * 2
    while named and first - 1 in likely and _above(lines[first - 1], lines[first], step):
        first -= 1
    while last + 1 < len(lines) and _goes_on(lines[last], lines[last + 1], last + 1 in likely, step):
        last += 1
    return "".join(line.text for line in lines[first : last + 1]), list(range(first, last + 1))


def _ends_of(title: str) -> Iterator[str]:
    """What a title begins or ends with, all of it aside."""
    for at in range(1, len(title)):
        yield title[:at]
        yield title[at:]


def _named_lines(lines: Sequence[Paragraph], likely: Set[int], known: Collection[str]) -> list[int]:
    """The two to four lines that together are a title the notice names."""
    if not known:
        return []
    for count in (2, 3, 4):
        for at in range(min(len(lines), MOST_LINES) - count + 1):
            run = list(range(at, at + count))
            fit = all(index in likely or SUBTITLE.fullmatch(lines[index].text) for index in run)
            if fit and title_key("".join(lines[i].text for i in run)) in known:
                return run
    return []


def _joined(lines: Sequence[Paragraph], likely: Set[int], step: int) -> tuple[int, int] | None:
    """The first and the last of two to four lines that are a title only together: 某县关于开展河道 / 清淤工作的通知."""
    for first in sorted(likely):
        text = lines[first].text
        for last in range(first + 1, first + 4):
            if (
                last not in likely
                or is_masthead(lines[first].text)
                or not _together(lines[last - 1], lines[last], step)
            ):
                break
            text += lines[last].text
            if is_plan_title(text) or is_notice_title(text):
                return first, last
    return None


def _size(line: Paragraph) -> float:
    return line.lines[0].size or 0.0


def _may_be_title(text: str) -> bool:
    if text[-1] in "。；，、;,:" or len(text) > 90 or begins_with_label(text) or begins_note(text):
        return False
    if read_label(text) and not (_DAY_OF_NOTE.match(text) and is_plan_title(text)):
        return False
    return not any(
        pattern.fullmatch(text) for pattern in (DOC_NUMBER, DATE, ATTACHMENT, STAMP, SUBTITLE, SIGNATORY, UNIT_LINE)
    ) and not begins_attachments(text)


def _above(line: Paragraph, below: Paragraph, step: int) -> bool:
    """The line above a title's line is part of it: right above it, in the same look, no masthead or cover, and nothing that the
    title itself says or begins with."""
    text = line.text
    if (
        is_masthead(text)
        or names_collection(text)
        or not _SHOUTED.isdisjoint(text)
        or len(text) > 50
        or below.text[:2] == text[:2]
        or text in below.text
    ):
        return False
    if is_whole(below.text) and not (is_organ(text) or _OPEN_END.search(text)):
        return False
    return _together(line, below, step)


def _goes_on(line: Paragraph, below: Paragraph, plain: bool, step: int) -> bool:
    """The line below is part of the title: more of it, the years of a plan for several or its state (（2024—2026年）, （征求意见稿）),
    or behind a dash the plan that a motto stands above."""
    if plain:
        return _below(line, below, step)
    dash = _DASH.match(below.text)
    named = dash is not None and is_plan_title(below.text[dash.end() :])
    return (named or is_state(below.text)) and _together(line, below, step)


def _below(line: Paragraph, below: Paragraph, step: int) -> bool:
    """The line below goes on with a title: a bracket and more, or a short noun that says what kind of plan it is; a longer one where
    the line above names no document by itself."""
    text = below.text
    unnamed = not any(test(line.text) for test in (is_plan_title, is_notice_title, names_other))
    longest = _LONGEST_END if unnamed else _LONGEST_NOUN
    goes_on = re.match(r"[（(][^（()）]+[）)].", text) or (len(text) <= longest and not re.search(r"\d{4}年", text))
    named = is_plan_title(text) or text.endswith(("通知", "通告", "公告"))
    return bool(goes_on) and named and _together(line, below, step)


def _together(one: Paragraph, other: Paragraph, step: int) -> bool:
    """Two lines of one title: centred one under the other on one page; in a text, no further apart than all its lines are."""
    first, second = one.lines[-1], other.lines[0]
    if second.outline is not None and second.outline != first.outline:
        return False  # a heading of the text
    if first.size is None and not first.centered and second.number:
        return second.number - first.number <= step
    return first.page == second.page and first.centered and second.centered
