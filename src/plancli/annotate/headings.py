"""What headings give to the tasks beneath them that say nothing of the kind: bodies, persons, times."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model.bulletin import TimeNode
from ..model.draft import PlanDraft
from .context import Context
from .departments.names import Entry
from .departments.reader import read_prose
from .timenodes import read_column

_SHORT_TITLE = 12  # characters of a heading that may be a time and nothing else
_BRACKET_AT_END = re.compile(r"[（(]([^（()）]{2,24})[）)]$")
_LEAD = re.compile(r"(.{2,12}?)(?:的?(?:主题|重点|主要|工作|活动|任务|安排|计划|事项)|[：:])")
_PART_OF_YEAR = re.compile(r"(?:月份?|[日季旬周底初末]|季度|半年|[寒暑]假|学期)$")  # 三月三 is a feast, no month
_SHORT = 80  # characters of a preamble that may be an assignment


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading gives to the tasks beneath that say nothing of the kind: bodies, persons, times."""

    entries: tuple[Entry, ...] = ()
    times: tuple[TimeNode, ...] = ()


def read_headings(draft: PlanDraft, context: Context) -> list[Heading]:
    """For each section what its heading or text assigns to all beneath, and the time that a heading is (三月份); what it
    does not say it has from its parent. Last what stands above all of them: 责任单位：水务局 beneath the plan's title."""
    result: list[Heading] = []
    whole = _of_plan(draft.preamble, context)
    for section in draft.sections:
        entries = tuple(
            entry
            for text in (section.title, section.text)
            for reading in read_prose(text, clauses=False, words=context.words)
            for entry in reading.value
        )
        parent = whole if section.parent is None else result[section.parent]
        result.append(Heading(entries or parent.entries, _time_of(section.title, context) or parent.times))
    return [*result, whole]


def _of_plan(preamble: str, context: Context) -> Heading:
    """What a preamble that is nothing but an assignment gives to every task."""
    for reading in read_prose(preamble, clauses=False, words=context.words) if len(preamble) < _SHORT else ():
        if preamble[: reading.start].strip("（(") == "" and preamble[reading.end :].strip("）)。") == "":
            return Heading(tuple(reading.value))
    return Heading()


def _time_of(title: str, context: Context) -> tuple[TimeNode, ...]:
    """The nodes of a heading that is a time, begins with one (三月主题：…), or has one in its last brackets (动员阶段（3月—4月）)."""
    bracket, lead = _BRACKET_AT_END.search(title), _LEAD.match(title)
    parts = [title.strip("：:（）()、") if len(title) <= _SHORT_TITLE else ""]
    parts += [match[1] for match in (bracket, lead) if match and _PART_OF_YEAR.search(match[1])]
    for part in filter(None, parts):
        nodes, _ = read_column(part, **context.dating)
        if nodes and "".join(dict.fromkeys(node.raw for node in nodes)) == part:
            return tuple(nodes)
    return ()


def from_heading(node: TimeNode) -> TimeNode:
    """A heading's time as the node of a task beneath it."""
    return node.model_copy(update={"span": None, "rules": (*node.rules, "from-section")})
