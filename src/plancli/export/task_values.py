"""What the formats say of a task: its bodies by role, its first and its last day, when in words, what is in doubt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..grammar.pattern import Pattern

if TYPE_CHECKING:
    from datetime import date

    from ..model.bulletin import Bulletin, Diagnostic, Role, Task, TimeNode

_LIMIT = Pattern("[前内止到至]")
_TASK = Pattern(r"/plans/(\d+)/tasks/(\d+)(?:/|$)")


def names(task: Task, role: Role) -> str:
    """The bodies of one role, each once, in the order of the document, joined by 、."""
    return "、".join(dict.fromkeys(body.name for body in task.departments if body.role == role))


def when(task: Task) -> str:
    """The expressions of its nodes, each once, joined by ；. A deadline whose words do not say so, since its column did, is
    said by its day, so that it is read as one again."""
    return "；".join(dict.fromkeys(_when(node) for node in task.time_nodes))


def _when(node: TimeNode) -> str:
    if node.kind != "deadline" or node.end is None or _LIMIT.search(node.raw):
        return node.raw
    return f"{node.end.year}年{node.end.month}月{node.end.day}日前"


def bounds(nodes: Iterable[TimeNode]) -> tuple[date | None, date | None]:
    """The first day on which work begins and the last on which it must be done, as far as the nodes tell."""
    held = list(nodes)
    starts = [node.start for node in held if node.start is not None]
    ends = [node.end for node in held if node.end is not None]
    return min(starts, default=None), max(ends, default=None)


def named(bulletin: Bulletin) -> tuple[Diagnostic, ...]:
    """The diagnostics of the bulletin, each that names a value of a task with the id of that task."""
    found = []
    for diagnostic in bulletin.diagnostics:
        if diagnostic.task is None and diagnostic.value is not None and (place := _TASK.match(diagnostic.value)):
            plan, task = int(place[1]), int(place[2])
            if plan < len(bulletin.plans) and task < len(bulletin.plans[plan].tasks):
                diagnostic = diagnostic.model_copy(update={"task": bulletin.plans[plan].tasks[task].id})
        found.append(diagnostic)
    return tuple(found)
