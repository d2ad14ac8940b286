"""What headings give to the tasks beneath them that say nothing of the kind: bodies, persons, times."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..grammar.pattern import Pattern
from ..language.assignment_spans import CLOSERS, OPENERS
from ..language.duties import share_part
from ..language.marks import BEFORE_HEADINGS
from ..language.times import days_of_week, ends_in_part_of_year, leading_month, names_limit, number_of_month
from ..model.bulletin import TimeNode
from ..model.draft import PlanDraft, SectionDraft
from .attach_times import month_above
from .context import PlanContext
from .departments.cells import read_cell
from .departments.labelled import DepartmentEntry
from .departments.reader import read_prose
from .divisions import headed_by_bodies
from .places import Boxes, FieldPlaces, Places
from .timenodes import read_column

_SHORT_TITLE = 12  # characters of a heading that may be a time and nothing else
# at a heading's end, behind 阶段 or 第一周, or behind a label that ends in it
_BRACKET = Pattern(
    r"(?:(?:^|阶段|环节|步骤?|周)[（(]([^（()）]{2,24})[）)])|[（(]([^（()）]{2,24})[）)]$", needs=("（(",)
)
_PARTS = Pattern(r"[（(]([^（()）]{6,60})[）)][。；]?", needs=("（(",))
_AT_END = Pattern(r"(?:[：:]|阶段|环节)([^：:。（(]{2,24})$")
_VALUE = Pattern(r"\s*([^\n。；;，,）)】]{1,24})")
_COUNT = Pattern(r"[（(][^（()）]{1,8}[）)][：:]?$")  # 2月份（2项）
_LEAD = Pattern(r"(.{2,12}?)(?:的?(?:主题|重点|主要|工作|活动|任务|安排|计划|事项)|[：:])")
_YEAR = Pattern(r"(20\d{2})年度?(?![\d—－–~～至到-])[^，。；\d]{0,16}$", begins="2")  # 2026年重点任务
_SHORT = 80  # characters of a preamble that may be an assignment


class Heading(NamedTuple):
    """What a heading gives to the tasks beneath that say nothing of the kind: bodies and persons with their boxes, times.
    `boxes` are those of the heading itself, `dating` what it tells of the year of all beneath (2026年重点任务), where that is not the
    plan's."""

    entries: tuple[tuple[DepartmentEntry, Boxes], ...] = ()
    times: tuple[TimeNode, ...] = ()
    boxes: Boxes = None
    dating: Mapping[str, Any] | None = None


def read_headings(draft: PlanDraft, context: PlanContext) -> list[Heading]:
    """For each section what its heading or text assigns to all beneath, the body that it is among others (一、教务处), and the
    time that a heading is (三月份); what it does not say it has from its parent. Last what stands above all of them: 责任单位：水务局 beneath the plan's title."""
    result: list[Heading] = []
    whole = _of_plan(draft, context)
    months = _led_by_months(draft)
    bodies = headed_by_bodies(draft, context.words)
    for index, section in enumerate(draft.sections):
        own = _of_section(section, context)
        if not own.times and index in months:
            title = Places(section.lines, context.heights).title(section.label, section.title)
            own = own._replace(times=_time_of(months[index], title, context))
        if not own.entries and index in bodies:
            own = own._replace(
                entries=tuple((entry, own.boxes) for entry in read_cell(section.title, words=context.words))
            )
        parent = whole if section.parent is None else result[section.parent]
        dating = _dating(section.title, own.times, context) or parent.dating
        if (month := number_of_month(month_above(own.times))) and month != context.dating["month"]:
            dating = {**(dating or context.dating), "month": month}
        result.append(Heading(own.entries or parent.entries, own.times or parent.times, own.boxes, dating))
    return [*result, whole]


def _dating(title: str, times: Sequence[TimeNode], context: PlanContext) -> Mapping[str, Any] | None:
    """What a heading tells of the year of what stands beneath it: it begins with one, or its time lies in one or runs over the
    new year ((2026年), （2025年12月—2026年2月）). None where that is the plan's own."""
    if context.first_month != 1:
        return None
    year, begins = None, 1
    if match := _YEAR.match(title):
        year = int(match[1])
    elif len(times) == 1 and (last := times[0].end):
        first = times[0].start or last
        year = first.year if last.year - first.year < 2 else None
        if last.year > first.year:
            year, begins = (first.year, first.month) if last.month < first.month else (None, 1)
    return (
        {**context.dating, "year": year, "first_month": begins}
        if year and (year, begins) != (context.year, 1)
        else None
    )


def _led_by_months(draft: PlanDraft) -> dict[int, str]:
    """The months that begin headings, by their index, where all headings of a level begin so: 二月行政工作, 三月行政工作."""
    found: dict[int, str] = {}
    for level in {section.level for section in draft.sections}:
        titles = {k: section.title for k, section in enumerate(draft.sections) if section.level == level}
        heads = {k: month for k, title in titles.items() if (month := leading_month(title))}
        if len(heads) == len(titles) > 1 and len(set(heads.values())) > 1:
            found |= heads
    return found


def _of_section(section: SectionDraft, context: PlanContext) -> Heading:
    places = Places(section.lines, context.heights)
    title, text = places.title(section.label, section.title), places.field(section.text)
    boxes = places.around()
    share = share_part(title.text)
    said = [
        (title, read_prose(title.text[: share or None], clauses=share > 0, words=context.words)),
        (text, read_prose(text.text, clauses=False, words=context.words)),
    ]
    entries = tuple(
        (entry, field.boxes(entry.start, entry.end))
        for field, readings in said
        for reading in readings
        for entry in reading.value
    )
    return Heading(entries, _times_of(title, context) or _labelled(text, context) or _bracketed(text, context), boxes)


def _labelled(text: FieldPlaces, context: PlanContext) -> tuple[TimeNode, ...]:
    """The time that a section's text gives behind a label: 责任单位：水务局；完成时限：6月底前。"""
    label = context.words.find_time_label(text.text)
    if label is None:
        return ()
    value = _VALUE.match(text.text, label.end())
    limit = names_limit(label[0].rstrip("：:"))
    return _time_of(value[1], text, context, begin=value.start(1), limit=limit) if value else ()


def _bracketed(text: FieldPlaces, context: PlanContext) -> tuple[TimeNode, ...]:
    """The time that a section's text gives beside who has it, in a bracket behind its title: （5月10日至6月15日，城管科牵头）."""
    both = _PARTS.fullmatch(text.text)
    parts = re.split("[，,；;]", both[1]) if both else []
    times = (_time_of(part, text, context) for part in parts if ends_in_part_of_year(part))
    return next(filter(None, times), ())


def _of_plan(draft: PlanDraft, context: PlanContext) -> Heading:
    """What a preamble that is nothing but an assignment gives to every task."""
    preamble = draft.preamble
    for reading in read_prose(preamble, clauses=False, words=context.words) if len(preamble) < _SHORT else ():
        if preamble[: reading.start].strip("（(") == "" and preamble[reading.end :].strip("）)。") == "":
            field = Places(draft.lines, context.heights).field(preamble)
            return Heading(tuple((entry, field.boxes(entry.start, entry.end)) for entry in reading.value))
    return Heading()


def _times_of(title: FieldPlaces, context: PlanContext) -> tuple[TimeNode, ...]:
    """The nodes of a heading that is a time, begins with one (三月主题：…), or ends with one in brackets or behind a colon (动员阶段（3月—4月）,
    第一阶段（初赛）：5月), as those of the tasks beneath it."""
    text = title.text
    found = [match[match.lastindex or 1] for match in _BRACKET.finditer(text)]
    found += [match[1] for match in (_AT_END.search(text), _LEAD.match(text)) if match]
    parts = [
        _COUNT.sub("", text).strip("：:、" + OPENERS + CLOSERS + BEFORE_HEADINGS) if len(text) <= _SHORT_TITLE else ""
    ]
    parts += [part for part in found if ends_in_part_of_year(part) or (part.endswith("年") and "阶段" in text)]
    if days := days_of_week(text) or days_of_week(text.rpartition("：")[0]):  # 第一周（6.3—6.9）：警示教育周
        parts = [days]
    return next((times for part in filter(None, parts) if (times := _time_of(part, title, context))), ())


def _time_of(
    part: str, title: FieldPlaces, context: PlanContext, *, begin: int | None = None, limit: bool = False
) -> tuple[TimeNode, ...]:
    """The nodes of a part of a field that is a time and nothing else; the first such part, unless `begin` says where."""
    begin = title.text.index(part) if begin is None else begin

    def printed(start: int, end: int) -> Boxes:
        return title.boxes(begin + start, begin + end)

    nodes, _ = read_column(part, limit=limit, inherited=True, printed=printed, **context.dating)
    if "".join(dict.fromkeys(node.raw for node in nodes)) != part:
        return ()
    return tuple(node.model_copy(update={"rules": (*node.rules, "from-section")}) for node in nodes)
