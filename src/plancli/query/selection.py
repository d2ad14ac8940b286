"""Which tasks are wanted, and a bulletin cut down to those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..export.task_values import named
from .occurrences import due_days

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin, Diagnostic, Role, Task, TimeKind, TimeNode
    from .spans import DaySpan


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; what is None or False asks for nothing. All that is given must hold.

    `due`: a node falls due in the span, or goes on through it where `ongoing` asks for such too. `department`: the key or
    the printed name of a body, with `role` in that role. `search`: words that all stand in title, text or section.
    """

    due: DaySpan | None = None
    ongoing: bool = False
    department: str | None = None
    role: Role | None = None
    leader: str | None = None
    kind: TimeKind | None = None
    search: tuple[str, ...] = ()
    year: int | None = None
    doubtful: bool = False


def select(bulletin: Bulletin, wanted: Wanted) -> Bulletin | None:
    """The bulletin with the wanted tasks alone, each with the wanted nodes alone; None where there is none.

    Diagnostics are those of these tasks, each with the id of its task.
    """
    doubts = _doubts(bulletin)
    plans = []
    for plan in bulletin.plans:
        if wanted.year is None or plan.year == wanted.year:
            tasks = tuple(_wanted(plan.tasks, doubts, wanted))
            if tasks:
                plans.append(plan.model_copy(update={"tasks": tasks}))
    if not plans:
        return None
    kept = [doubt for plan in plans for task in plan.tasks for doubt in doubts.get(task.id, ())]
    return bulletin.model_copy(update={"plans": tuple(plans), "diagnostics": tuple(kept)})


def _wanted(tasks: Iterable[Task], doubts: Mapping[str, tuple[Diagnostic, ...]], wanted: Wanted) -> Iterator[Task]:
    for task in tasks:
        nodes = tuple(node for node in task.time_nodes if _node_is_wanted(node, wanted))
        if _is_wanted(task, nodes, doubts.get(task.id, ()), wanted):
            yield task.model_copy(update={"time_nodes": nodes})


def _is_wanted(task: Task, nodes: tuple[TimeNode, ...], doubts: tuple[Diagnostic, ...], wanted: Wanted) -> bool:
    if (wanted.due is not None or wanted.kind is not None) and not nodes:
        return False
    if wanted.doubtful and not doubts:
        return False
    if (wanted.department is not None or wanted.role is not None) and not any(
        wanted.department in (None, body.name, body.key) and wanted.role in (None, body.role)
        for body in task.departments
    ):
        return False
    if wanted.leader is not None and wanted.leader not in (leader.name for leader in task.leaders):
        return False
    words = "\n".join((task.title, task.text, *task.section_path))
    return all(word in words for word in wanted.search)


def _node_is_wanted(node: TimeNode, wanted: Wanted) -> bool:
    if wanted.kind is not None and node.kind != wanted.kind:
        return False
    if wanted.due is None or due_days(node, wanted.due):
        return True
    if not wanted.ongoing or node.kind != "ongoing" or node.start is None or node.end is None:
        return False
    return node.start <= wanted.due.last and wanted.due.first <= node.end


def _doubts(bulletin: Bulletin) -> dict[str, tuple[Diagnostic, ...]]:
    """By the id of the task: the diagnostics that name it, or a value of it."""
    found: dict[str, tuple[Diagnostic, ...]] = {}
    for diagnostic in named(bulletin):
        if diagnostic.task is not None:
            held = diagnostic.model_copy(update={"value": None})  # the task will stand elsewhere
            found[diagnostic.task] = (*found.get(diagnostic.task, ()), held)
    return found
