"""An assignment that speaks for several tasks: 以上两项的牵头单位均为县水利局 counts for the task before as well, 同上 for that of the
task above."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby, pairwise
from typing import Any

from ..grammar.pattern import Pattern
from ..language.assignments import begins_with_label
from ..language.bodies import is_collective
from ..language.labels import read_label
from ..language.numerals import numeral
from ..language.script import has_any
from ..language.verbs import WORKS
from .attach import Values
from .context import PlanContext
from .departments.reader import read_prose
from .timenodes import read_task_text

_NUMBER = r"(?P<{}>[两二三四五六七八九十\d]{{1,2}})个?大?[项条件]"
_THOSE = r"(?:以上|上述|前述|上面|前面)"
_SEVERAL = Pattern(
    rf"{_THOSE}的?这?{_NUMBER.format('count')}|前?{_NUMBER.format('bare')}[^，,。；;\n]{{0,12}}(?:均|都)",
    needs=("项条件",),
)
_ALL = Pattern(
    rf"{_THOSE}的?(?:各|所有|全部)?[项条]?(?:重点|具体)?{WORKS}?(?=[，,均都由请的责牵配])",
    needs=("上前",),
)
_STOPS = "。；;\n"
MOST = 20  # tasks for which one sentence speaks


def share_with_those_before(tasks: list[dict[str, Any]], context: PlanContext) -> int:
    """Give the bodies of such a sentence to the tasks before that it counts, where these are of one section and name none; what one
    says of all (以上各项由…，7月15日前完成) to those behind the last that did. Returns how many tasks there are up to that."""
    told = 0
    for index, task in enumerate(tasks):
        if not has_any(task["text"], "项条件上前"):
            continue  # it counts none
        if line := _said_of_all(task["text"]):
            _share_with_all(line, _of_one_section(tasks[told:index], task), context)
            told = index + 1
        for department in [one for one in task["departments"] if one["span"]]:
            count = _counted(task["text"], department["span"][0])
            for earlier in _of_one_section(tasks[max(0, index + 1 - count) : index], task):
                if _names_none(earlier):
                    earlier["departments"].append(_from_below(department))
    return told


def share_in_chapters(tasks: list[dict[str, Any]]) -> None:
    """Where every section of several tasks ends in a line of who does it and none of its other tasks names anybody, the line is
    the section's: （一）…。（二）…。/ 责任领导：…，责任科室：…"""
    sections = [
        list(group) for section, group in groupby(tasks, key=lambda task: task["section"]) if section is not None
    ]
    chapters = [group for group in sections if len(group) > 1]
    if len(chapters) < 2 or not all(map(_ends_in_its_own, chapters)):
        return
    for *others, last in chapters:
        for task in others:
            task["departments"] += [_from_below(one) for one in last["departments"]]
            task["leaders"] += [{**one, "inherited": True} for one in last["leaders"]]


def _ends_in_its_own(chapter: list[dict[str, Any]]) -> bool:
    *others, last = chapter
    text, line = last["text"].rpartition("\n")[::2]
    return (
        bool(text)
        and begins_with_label(line)
        and bool(last["departments"])
        and not any(one["departments"] or one["leaders"] for one in others)
    )


def take_from_above(tasks: list[dict[str, Any]], same: Collection[str]) -> None:
    """Where a task names 同上 (one of `same`), give it the names of the task above: those with that role, or all."""
    for above, task in pairwise(tasks):
        for kind in ("departments", "leaders"):
            roles = {one["role"] for one in task[kind] if one["name"] in same}
            if not roles:
                continue
            meant = [one for one in above[kind] if one["role"] in roles] or above[kind]
            own = [one for one in task[kind] if one["name"] not in same]
            elsewhere = {"span": None, "scope": None} if kind == "departments" else {}
            task[kind] = [*({**one, **elsewhere, "boxes": None, "inherited": True} for one in meant), *own]


def share_closing(closing: str, tasks: list[dict[str, Any]], context: PlanContext) -> None:
    """Give what the lines behind the last task assign to those that they count (以上两项由县水利局负责), or to all of `tasks`
    (上述任务由…); tasks that name a body keep theirs."""
    for line in closing.split("\n") if tasks else ():
        if count := _counted(line, len(line)):
            _share(_values(line, context), _of_one_section(tasks[-count:], tasks[-1]))
        elif _ALL.match(line):
            _share_with_all(line, tasks, context)


def _said_of_all(text: str) -> str:
    """The line of a text that speaks of all that stands above, none of whose lines is a point: that one may speak of these alone; ""
    where there is none."""
    lines = text.split("\n")[1:]
    if any(read_label(line) for line in lines):
        return ""
    return next((line for line in lines if _ALL.match(line)), "")


def _share_with_all(line: str, tasks: list[dict[str, Any]], context: PlanContext) -> None:
    values = _values(line, context)
    if not values or all(is_collective(one["name"]) for one in values.departments):
        return  # 以上任务由各单位按职责落实 says nothing of any one
    _share(values, tasks)
    nodes, _ = read_task_text(line, **context.dating)
    times = [node.model_copy(update={"span": None, "inherited": True}) for node in nodes]
    for task in tasks:
        task["time_nodes"] = task["time_nodes"] or times


def _values(line: str, context: PlanContext) -> Values:
    values = Values(context.keys)
    for reading in read_prose(line, words=context.words):
        for entry in reading.value:
            values.add(entry, None, "from-below", inherited=True)
    return values


def _share(values: Values, tasks: list[dict[str, Any]]) -> None:
    for task in tasks:
        if _names_none(task):
            task["departments"] += [dict(one) for one in values.departments]
            task["leaders"] += [dict(one) for one in values.leaders]


def _of_one_section(tasks: list[dict[str, Any]], last: dict[str, Any]) -> list[dict[str, Any]]:
    return [task for task in tasks if task["section"] == last["section"]]


def _names_none(task: dict[str, Any]) -> bool:
    return all("from-below" in one["rules"] for one in task["departments"])


def _from_below(department: dict[str, Any]) -> dict[str, Any]:
    rules = (*department["rules"], "from-below")
    return {**department, "span": None, "scope": None, "inherited": True, "rules": rules}


def _counted(text: str, start: int) -> int:
    """For how many tasks the sentence speaks in which a name begins, itself counted; 0 where it does not say."""
    sentence = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    found = _SEVERAL.match(text, sentence if sentence < start else 0, start)
    count = numeral(found["count"] or found["bare"]) if found else None
    return count if count and count <= MOST else 0
