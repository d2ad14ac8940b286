"""The tasks as the page lists them: a card each, with its values, its doubts and what the filters ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from ...grammar.pattern import Pattern
from ...model.bulletin import Bulletin, Diagnostic, Task, TimeNode
from .told import Card, Doubt, Value

DueDays = Callable[[TimeNode], list[date]]
_POINTER = Pattern(r"/plans/(\d+)(?:/tasks/(\d+)(?:/(\w+)(?:/(\d+))?)?)?")
_VALUES = {"departments": "d", "leaders": "l", "time_nodes": "t"}


def cards(bulletin: Bulletin, document: int, first: int, due_days: DueDays) -> Iterator[Card]:
    """A card a task of a bulletin; `first` is the index of its first, `document` that of the bulletin."""
    doubts: dict[int, list[Doubt]] = {}
    for doubt in doubts_of(bulletin, first):
        if doubt.task is not None:
            doubts.setdefault(doubt.task, []).append(doubt)
    index = first
    for plan in bulletin.plans:
        for task in plan.tasks:
            yield Card(
                index=index,
                document=document,
                plan=plan.title,
                number=task.number,
                label=task.label,
                title=task.title,
                text=task.text,
                path=task.section_path,
                values=tuple(_values(task)),
                remarks=task.remarks or "",
                extra=tuple(task.extra.items()),
                place=tuple(_place(task)),
                at=tuple((name, held) for name, held in task.location if held is not None and name != "boxes"),
                months=months(task.time_nodes, due_days),
                doubts=tuple(doubts.get(index, ())),
                corrected=task.corrected,
            )
            index += 1


def months(nodes: Sequence[TimeNode], due_days: DueDays) -> tuple[str, ...]:
    """The months (2026-03) in which any of the nodes falls due."""
    return tuple(sorted({day.strftime("%Y-%m") for node in nodes for day in due_days(node)}))


def doubts_of(bulletin: Bulletin, first: int) -> Iterator[Doubt]:
    """The diagnostics that a person should look at: doubts about a value, and warnings about the whole."""
    starts, ids = [first], {}
    for plan in bulletin.plans:
        ids.update({task.id: starts[-1] + k for k, task in enumerate(plan.tasks)})
        starts.append(starts[-1] + len(plan.tasks))
    for diagnostic in bulletin.diagnostics:
        task, value = _target(diagnostic, starts)
        task = ids.get(diagnostic.task or "", task)
        if task is not None or diagnostic.value is not None or (diagnostic.severity != "info" and not diagnostic.text):
            yield Doubt(diagnostic.code, diagnostic.severity, diagnostic.message, task, diagnostic.location.page, value)


def _target(diagnostic: Diagnostic, starts: Sequence[int]) -> tuple[int | None, str]:
    """The index of the task and the value that a diagnostic points to."""
    place = _POINTER.fullmatch(diagnostic.value or "")
    if place is None or place[2] is None:
        return None, ""
    plan, task = int(place[1]), int(place[2])
    if plan + 1 >= len(starts) or task >= starts[plan + 1] - starts[plan]:
        return None, ""
    letter = _VALUES.get(place[3] or "", "")
    return starts[plan] + task, f"{letter}{place[4]}" if letter and place[4] else place[3] or ""


def _values(task: Task) -> Iterator[Value]:
    for number, body in enumerate(task.departments):
        yield Value(
            f"d{number}", "department", body.name, body.role, key=body.key or body.name, inherited=body.inherited
        )
    for number, leader in enumerate(task.leaders):
        yield Value(f"l{number}", "leader", leader.name, leader.role, inherited=leader.inherited)
    for number, node in enumerate(task.time_nodes):
        first, last = (day.isoformat() if day else "" for day in (node.start, node.end))
        yield Value(
            f"t{number}", "time", node.raw, node.kind, first=first, last=last, action=node.action or "",
            inherited=node.inherited,
        )  # fmt: skip


def _place(task: Task) -> Iterator[tuple[str, str | int]]:
    location = task.location
    names = ("sheet", "cell") if location.cell else ("page", "table", "row", "paragraph")
    for name in names:
        held = getattr(location, name)
        if held is not None:
            yield name, held
