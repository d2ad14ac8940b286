"""Doubts as rows: where each stands, in which words, and what was made of them. A doubt is a diagnostic with a task or a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..grammar.pattern import Pattern
from ..model.bulletin import Bulletin, Department, Diagnostic, Leader, Plan, Task, TimeNode

COLUMNS = (
    "file", "page", "place", "plan", "number", "task", "code", "severity", "message", "field", "words", "made"
)  # fmt: skip
_POINTER = Pattern(r"/plans/(\d+)(?:/tasks/(\d+))?(?:/(\w+))?(?:/(\d+))?")


def doubts(bulletin: Bulletin) -> Iterator[dict[str, Any]]:
    """A bulletin's doubts, in the order of its diagnostics, a row each with all of `COLUMNS`."""
    tasks = {task.id: (plan, task) for plan in bulletin.plans for task in plan.tasks}
    for told in bulletin.diagnostics:
        if told.task is None and told.value is None:
            continue
        plan, task = tasks.get(told.task or "", (None, None))
        pointed = _pointed(bulletin, told)
        plan, task = pointed[0] or plan, pointed[1] or task
        words, made = _made(task, pointed[3]) if task is not None else ("", _text(pointed[3]))
        location = told.location if told.location.page or task is None else task.location
        yield {
            "file": bulletin.source.path,
            "page": location.page,
            "place": _place(task if task is not None else told),
            "plan": plan.title if plan is not None else None,
            "number": task.number if task is not None else None,
            "task": task.title if task is not None else None,
            "code": told.code,
            "severity": told.severity,
            "message": told.message,
            "field": pointed[2],
            "words": words,
            "made": made,
        }


def _pointed(bulletin: Bulletin, told: Diagnostic) -> tuple[Plan | None, Task | None, str | None, object]:
    """The plan, the task, the field and the value that a diagnostic points to, as far as they are there."""
    match = _POINTER.fullmatch(told.value or "")
    if match is None or int(match[1]) >= len(bulletin.plans):
        return None, None, None, None
    plan, task, held = bulletin.plans[int(match[1])], None, None
    if match[2] is not None and int(match[2]) < len(plan.tasks):
        task = plan.tasks[int(match[2])]
    held = getattr(task or plan, match[3], None) if match[3] else None
    if match[4] is not None and isinstance(held, tuple):
        held = held[int(match[4])] if int(match[4]) < len(held) else None
    return plan, task, match[3], held


def _made(task: Task, held: object) -> tuple[str, str]:
    """The words in doubt and what was made of them; of a task as a whole its words, its bodies and its times."""
    if isinstance(held, Department):
        return held.name, held.role
    if isinstance(held, Leader):
        return held.name, held.role
    if isinstance(held, TimeNode):
        return held.raw, _when(held)
    if held is not None:
        return f"{task.label}{task.title}", _text(held)
    who = [f"{body.name} ({body.role})" for body in task.departments]
    who += [f"{leader.name} ({leader.role})" for leader in task.leaders]
    when = [f"{node.raw} ({_when(node)})" for node in task.time_nodes]
    return f"{task.label}{task.title}", "；".join((*who, *when))


def _when(node: TimeNode) -> str:
    days = [str(day) for day in (node.start, node.end) if day is not None]
    return " ".join((node.kind, *dict.fromkeys(days)))


def _text(held: object) -> str:
    return held if isinstance(held, str) else str(held) if isinstance(held, int) else ""


def _place(held: Task | Diagnostic) -> str:
    """The place in words that a person can look up: sheet, cell, table, row, paragraph."""
    location = held.location
    names = ("sheet", "cell") if location.cell else ("table", "row", "paragraph")
    found = [f"{name} {value}" for name in names if (value := getattr(location, name)) is not None]
    return ", ".join(found)
