"""What the formats for people say of a task: its bodies by role, its first and its last day, when in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..model.bulletin import Role, Task, TimeNode


def names(task: Task, role: Role) -> str:
    """The bodies of one role, each once, in the order of the document, joined by 、."""
    return "、".join(dict.fromkeys(body.name for body in task.departments if body.role == role))


def when(task: Task) -> str:
    """The expressions of its nodes, each once, joined by ；."""
    return "；".join(dict.fromkeys(node.raw for node in task.time_nodes))


def bounds(nodes: Iterable[TimeNode]) -> tuple[date | None, date | None]:
    """The first day on which work begins and the last on which it must be done, as far as the nodes tell."""
    held = list(nodes)
    starts = [node.start for node in held if node.start is not None]
    ends = [node.end for node in held if node.end is not None]
    return min(starts, default=None), max(ends, default=None)
