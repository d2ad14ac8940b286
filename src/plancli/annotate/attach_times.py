"""Which times are a task's: those of its schedule, its time columns and its title, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..grammar.pattern import Pattern
from ..language.headers import unit_of_header
from ..language.month_days import month_holding
from ..language.times import leads_with_day, names_limit, with_unit
from ..model.bulletin import TimeNode
from ..model.draft import TaskDraft
from .context import PlanContext
from .places import Boxes, FieldPlaces, Places
from .timenodes import Problem, of_task, read_column, read_task_text

_CLOSED = Pattern(r"[）)][。；;]?")
_ORDINAL = Pattern(r"第?(?:\d{1,2}|[一二三四五六七八九十]{1,3})")


def times_of(
    task: TaskDraft,
    title: FieldPlaces,
    text: FieldPlaces,
    context: PlanContext,
    *,
    id: str,
    dating: Mapping[str, Any] | None = None,
) -> list[TimeNode]:
    """The time nodes of a task: those of its text, of its time columns, and of its title: an outline's item may say it all
    in its first sentence, a table's task where no other cell does, or more closely than one (2月25日前 in a row of
    February). A bare number under 周次 is no time by itself. `dating` is what its headings tell of the year."""
    of_task(id)
    known = context.schedules if dating is None else None
    dating = context.dating if dating is None else dating
    nodes, problems = read_task_text(task.text, task.schedule, printed=text.boxes, known=known, **dating)
    if problems:
        _report(problems, nodes, task, context, id)
    for column in task.columns:
        if column.kind == "time" and not (_ORDINAL.fullmatch(column.text) and "周" in column.header):
            limit = names_limit(column.header)
            printed = Places(column.lines, context.heights).field(column.text).boxes
            found, problems = read_column(
                column.text, limit=limit, inherited=column.inherited, printed=printed, **dating
            )
            nodes += found
            if problems:
                _report(problems, (), task, context, id)
    alone = task.location.table is None or not (task.text or nodes)
    if alone or any(node.kind == "period" for node in nodes):
        found, problems = read_task_text(task.title, printed=title.boxes, **dating)
        said = {
            (node.raw, node.start) for node in nodes if node.span is None
        }  # by a column: the days that lead an item
        nodes += [
            node.model_copy(update={"span": None})
            for node in found
            if (node.raw, node.start) not in said
            and (alone or _narrows(node, nodes) or _in_brackets(node, task.title, nodes))
        ]
        if problems and alone:
            _report(problems, (), task, context, id)
    for column in task.columns:
        if column.kind == "details":
            printed = Places(column.lines, context.heights).field(column.text).boxes
            found, _ = read_task_text(column.text, printed=printed, **dating)
            nodes += [node.model_copy(update={"span": None}) for node in found if _is_step(node, nodes)]
    return nodes


def month_above(times: Sequence[TimeNode]) -> str:
    """The month that a heading is, or a part of which it is (三月, 八月下旬 over 8日表彰会); "" for another."""
    return month_holding(times[0].raw) if len(times) == 1 else ""


def days_within(title: FieldPlaces, month: str, context: PlanContext) -> list[TimeNode]:
    """The days of a month with which a title begins (8日表彰会); none otherwise."""
    if not leads_with_day(title.text):
        return []
    shift = len(month)
    nodes, _ = read_task_text(
        month + title.text, printed=lambda start, end: title.boxes(max(0, start - shift), end - shift), **context.dating
    )
    found: list[TimeNode] = []
    until = 0  # where the next of a list may begin: 12日、19日
    for node in nodes:
        start, end = node.span or (-1, -1)
        if start == until and end > shift:  # not the month alone: 10月 over 初一建队仪式
            found.append(
                node.model_copy(update={"span": None, "raw": node.raw[shift - start if start < shift else 0 :]})
            )
            until = end + (month + title.text)[end : end + 1].count("、")
    return found


def scheduled_days(task: TaskDraft, text: FieldPlaces, month: str, context: PlanContext) -> list[TimeNode]:
    """The days of a month that are a task's schedule and name no month: 5日, 20-22日, a bare 5 under 日期."""
    found: list[TimeNode] = []
    for line in task.schedule:
        begin = max(line.start, line.header_end)
        printed = task.text[begin : line.end]
        said = (with_unit(printed, "日") if unit_of_header(line.header) == "日" else None) or printed
        if not leads_with_day(said):
            return []
        shift = len(month) - begin
        whole = [replace(line, start=0, end=len(month + said), header="", header_end=0)]
        nodes, _ = read_task_text(month + said, whole, printed=_shifted(text, begin, shift), **context.dating)
        for node in nodes:
            start, end = node.span or (0, len(month + said))
            span = max(begin, start - shift), min(line.end, end - shift)
            found.append(node.model_copy(update={"span": span, "raw": task.text[slice(*span)]}))
    return found


def _shifted(text: FieldPlaces, begin: int, shift: int) -> Callable[[int, int], Boxes]:
    return lambda start, end: text.boxes(max(begin, start - shift), max(begin, end - shift))


def _in_brackets(node: TimeNode, title: str, others: list[TimeNode]) -> bool:
    """Whether the brackets that close a title hold a shorter time within one that another gives: 足球赛（10月9日—19日） in October."""
    if node.span is None or node.start is None or node.end is None or not _CLOSED.fullmatch(title, node.span[1]):
        return False
    if title[node.span[0] - 1 : node.span[0]] not in ("（", "("):
        return False
    around = [(one.start, one.end) for one in others if one.start is not None and one.end is not None]
    return any(
        start <= node.start and node.end <= end and (start, end) != (node.start, node.end) for start, end in around
    )


def _narrows(node: TimeNode, others: list[TimeNode]) -> bool:
    """Whether a node is a deadline within the period that another one gives, and says something new."""
    if node.kind != "deadline" or node.end is None or any(node.end == other.end for other in others):
        return False
    return any(
        other.kind == "period" and other.start and other.end and other.start <= node.end <= other.end
        for other in others
    )


def _is_step(node: TimeNode, others: list[TimeNode]) -> bool:
    """Whether a node is a deadline on the way to what others give: within their period, before their last day."""
    if not others or _narrows(node, others):
        return True
    if node.kind != "deadline" or node.end is None:
        return False
    bounds = [(other.start or node.end, other.end) for other in others if other.kind in ("deadline", "ongoing")]
    return any(end and start <= node.end < end for start, end in bounds)


def _report(
    problems: Sequence[Problem], nodes: Sequence[TimeNode], task: TaskDraft, context: PlanContext, id: str
) -> None:
    """Each problem as a diagnostic that points to the node it is about, if that was read."""
    for problem in problems:
        if problem.code == "no-year":  # said once for the whole plan
            continue
        near = (
            k
            for k, node in enumerate(nodes)
            if node.span and node.span[0] < problem.end and problem.start < node.span[1]
        )
        about = next(near, None)
        context.diagnostics.append(
            {
                "code": problem.code,
                "severity": "warning",
                "message": problem.message,
                "plan": context.plan,
                "task": id,
                "value": None if about is None else f"{context.pointer(id)}/time_nodes/{about}",
                "location": task.location,
            }
        )
