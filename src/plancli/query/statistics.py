"""How many tasks there are: by body, month and kind of time node, how many have a deadline, which weeks hold the most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from ..export.tabular import ExportColumn, ExportSheet
from ..messages import Message
from ..model.bulletin import Bulletin, Role, Task, TimeKind
from .occurrences import due_days

Group = Literal["total", "department", "month", "kind", "week"]
# of each group its name, and what its first column holds
_NAMES: dict[Group, tuple[Message, Message]] = {
    "total": (Message("total"), Message("scope")),
    "department": (Message("department"), Message("body")),
    "month": (Message("month"), Message("month")),
    "kind": (Message("kind"), Message("kind")),
    "week": (Message("fullest weeks"), Message("week")),
}
_COUNTS = (
    ExportColumn("tasks", Message("tasks"), 9),
    ExportColumn("nodes", Message("nodes"), 10),
    ExportColumn("lead", Message("lead"), 7),
    ExportColumn("responsible", Message("responsible"), 11),
    ExportColumn("support", Message("support"), 8),
    ExportColumn("with_deadline", Message("with deadline"), 13),
    ExportColumn("share", Message("share"), 7),
)
_ALWAYS = ("tasks", "nodes", "with_deadline", "share")
_COLUMNS_OF: dict[Group, tuple[str, ...]] = {
    "total": _ALWAYS,
    "department": tuple(column.name for column in _COUNTS),
    "month": ("tasks", "nodes"),
    "kind": ("tasks", "nodes"),
    "week": ("tasks", "nodes"),
}


@dataclass
class _Count:
    """`tasks` counts each once, `nodes` each day on which something is due, or each node."""

    tasks: int = 0
    nodes: int = 0
    with_deadline: int = 0
    roles: Counter[Role] = field(default_factory=Counter)

    def row(self, names: Iterable[str]) -> dict[str, Any]:
        share = round(self.with_deadline / self.tasks, 3) if self.tasks else None
        held = {"tasks": self.tasks, "nodes": self.nodes, "with_deadline": self.with_deadline, "share": share}
        return {
            name: value
            for name, value in (held | {role: self.roles[role] for role in get_args(Role)}).items()
            if name in names
        }


class Statistics:
    """Counts over the bulletins that were added."""

    def __init__(self) -> None:
        self._held: dict[Group, dict[str, _Count]] = {group: defaultdict(_Count) for group in get_args(Group)}

    def add(self, bulletin: Bulletin) -> None:
        """Counts the tasks of one more bulletin."""
        for plan in bulletin.plans:
            for task in plan.tasks:
                self._add(task)

    def _add(self, task: Task) -> None:
        limited = any(node.kind == "deadline" and node.end is not None for node in task.time_nodes)
        self._count("total", "tasks", len(task.time_nodes), limited)
        for key in dict.fromkeys(body.key or body.name for body in task.departments):
            count = self._count("department", key, len(task.time_nodes), limited)
            count.roles.update({body.role for body in task.departments if key == (body.key or body.name)})
        for kind, number in Counter(node.kind for node in task.time_nodes).items():
            self._count("kind", kind, number, limited)
        days = [day for node in task.time_nodes for day in due_days(node)]
        for month, number in Counter(f"{day:%Y-%m}" for day in days).items():
            self._count("month", month, number, limited)
        for week, number in Counter(f"{day:%G-W%V}" for day in days).items():
            self._count("week", week, number, limited)

    def _count(self, group: Group, name: str, nodes: int, limited: bool) -> _Count:
        count = self._held[group][name]
        count.tasks += 1
        count.nodes += nodes
        count.with_deadline += limited
        return count

    def rows(self, group: Group, most: int) -> list[dict[str, Any]]:
        """Months in their order, kinds as the contract lists them, the rest by the number of tasks; `most` weeks."""
        held = self._held[group]
        order = sorted(held, key=lambda name: (-held[name].tasks, -held[name].nodes, name))
        if group == "month":
            order = sorted(held)
        elif group == "kind":
            order = [kind for kind in get_args(TimeKind) if kind in held]
        elif group == "week":
            order = order[:most]
        shown = Message if group in ("total", "kind") else str
        return [{"group": group, "name": shown(name), **held[name].row(_COLUMNS_OF[group])} for name in order]

    def sheets(self, most: int) -> list[ExportSheet]:
        """A sheet a group."""
        made = []
        for group, (title, heading) in _NAMES.items():
            columns = [column for column in _COUNTS if column.name in _COLUMNS_OF[group]]
            made.append(ExportSheet(title, [ExportColumn("name", heading, 24), *columns], self.rows(group, most)))
        return made

    def sheet(self, most: int) -> ExportSheet:
        """All groups in one table, told apart by its first column."""
        columns = [ExportColumn("group", Message("group"), 12), ExportColumn("name", Message("name"), 24), *_COUNTS]
        return ExportSheet(
            Message("Statistics"), columns, [row for group in get_args(Group) for row in self.rows(group, most)]
        )
