"""Rows of plain values: one a time node, a task or a department of a task, the same columns for every bulletin.

Names in a cell are joined by ；, titles of a section path by " > ".
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin, Plan, Role, Task, TimeNode


By = Literal["node", "task", "department"]

_PLAN = ("file", "plan_id", "plan_title", "year")
_TASK = ("section_path", "number", "title", "text", "lead", "support", "responsible", "leaders")
_NODE = ("kind", "start", "end", "raw", "action", "edtf", "rrule", "approximate")
_NODES = ("nodes", "kinds", "first_day", "last_day", "raws")
_BODY = ("department", "key", "role")
ADDED = ("department_keys", "sheet", "cell", "corrected", "inherited")  # since contract 1.1
_PLACES = ("table", "row", "paragraph")  # added behind them, so that no column changes its place
_REST = ("remarks", "extra", "task_id", "page", "issuer", "doc_number")

COLUMNS: dict[By, tuple[str, ...]] = {
    "node": (*_PLAN, *_TASK, *_NODE, *_REST, *ADDED, *_PLACES),
    "task": (*_PLAN, *_TASK, *_NODES, *_REST, *ADDED[:-1], *_PLACES),  # what is inherited is a node
    "department": (*_PLAN, *_BODY, *_TASK, *_NODES, *_REST, *ADDED, *_PLACES),
}


def rows(bulletin: Bulletin, by: By) -> Iterator[dict[str, Any]]:
    """A bulletin's rows as Python values by column, absent where there is none."""
    for plan in bulletin.plans:
        head = {"file": bulletin.source.path, "plan_id": plan.id, "plan_title": plan.title, "year": plan.year}
        for task in plan.tasks:
            row = head | _task(task) | _rest(plan, task)
            if by == "task":
                yield row | _nodes(task.time_nodes)
            elif by == "department":
                for body in task.departments:
                    held = {
                        "department": body.name,
                        "key": body.key or body.name,
                        "role": body.role,
                        "inherited": body.inherited,
                    }
                    yield row | held | _nodes(task.time_nodes)
            elif task.time_nodes:
                for node in task.time_nodes:
                    yield row | {name: getattr(node, name) for name in (*_NODE, "inherited")}
            else:
                yield row


def _task(task: Task) -> dict[str, Any]:
    return {
        "section_path": " > ".join(task.section_path),
        "number": task.number,
        "title": task.title,
        "text": task.text,
        "lead": _names(task, "lead"),
        "support": _names(task, "support"),
        "responsible": _names(task, "responsible"),
        "leaders": "；".join(leader.name for leader in task.leaders),
    }


def _rest(plan: Plan, task: Task) -> dict[str, Any]:
    return {
        "remarks": task.remarks,
        "extra": json.dumps(task.extra, ensure_ascii=False) if task.extra else None,
        "task_id": task.id,
        "page": task.location.page,
        "issuer": plan.issuer,
        "doc_number": plan.doc_number,
        "department_keys": "；".join(dict.fromkeys(department.key for department in task.departments)),
        "sheet": task.location.sheet,
        "cell": task.location.cell,
        "corrected": "；".join(task.corrected),
        **{name: getattr(task.location, name) for name in _PLACES},
    }


def _nodes(nodes: tuple[TimeNode, ...]) -> dict[str, Any]:
    """A task's nodes in one row: how many, their kinds and words, the first and the last day that any of them names."""
    days = [day for node in nodes for day in (node.start, node.end) if day is not None]
    return {
        "nodes": len(nodes),
        "kinds": "；".join(node.kind for node in nodes),
        "first_day": min(days, default=None),
        "last_day": max(days, default=None),
        "raws": "；".join(node.raw for node in nodes),
    }


def _names(task: Task, role: Role) -> str:
    """The departments of one role, each once, in the order of the document."""
    return "；".join(dict.fromkeys(department.name for department in task.departments if department.role == role))
