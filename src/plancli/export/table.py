"""A table for people, drawn by Rich: one row a task, plan by plan."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date

from ..model.bulletin import Bulletin, Plan, Task, TimeNode
from .terminal import harmless

_MARKS = {"lead": "*", "responsible": "", "support": "+"}


def text(bulletin: Bulletin, *, width: int = 100, color: bool = False) -> str:
    """A bulletin's plans as tables `width` cells wide, with ANSI colours where asked.

    Departments are marked * where they lead and + where they support.
    """
    return drawn(map(_draw, bulletin.plans), width=width, color=color)


def drawn(tables: Iterable[object], *, width: int, color: bool) -> str:
    """What Rich draws, `width` cells wide, with ANSI colours where asked."""
    from rich.console import Console

    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for table in tables:
        console.print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")) if not color else out.getvalue()


def _draw(plan: Plan) -> object:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=Text(harmless(plan.title), style="bold"),
        title_justify="left",
        box=SIMPLE_HEAD,
        expand=True,
        padding=(0, 1),
    )
    table.add_column("no", justify="right", style="cyan", no_wrap=True)
    table.add_column("task", ratio=4, overflow="fold")
    table.add_column("who (* leads, + supports)", ratio=3, overflow="fold")
    table.add_column("when", ratio=3, overflow="fold", style="green")
    path: tuple[str, ...] = ()
    for task in plan.tasks:
        if task.section_path != path:
            path = task.section_path
            table.add_row("", Text(harmless(" > ".join(path)), style="bold"), "", "")
        cells = (task.number, task.title, _who(task), _when(task, plan.year))
        table.add_row(*(Text(harmless(cell)) for cell in cells))
    return table


def _who(task: Task) -> str:
    names = dict.fromkeys(f"{department.name}{_MARKS[department.role]}" for department in task.departments)
    return " ".join([*names, *(leader.name for leader in task.leaders)])  # blanks let Rich keep names whole


def _when(task: Task, year: int | None) -> str:
    return "\n".join(_node(node, year) for node in task.time_nodes)


def _node(node: TimeNode, year: int | None) -> str:
    """The words and the days they stand for; the plan's own year goes without saying."""
    if node.kind in ("conditional", "ongoing", "recurring") or (node.start is None and node.end is None):
        return f"{node.raw} ({node.kind})"
    if node.kind == "deadline":
        return f"{node.raw} (by {_day(node.end, year)})"
    if node.start == node.end:
        return f"{node.raw} ({_day(node.end, year)})"
    return f"{node.raw} ({_day(node.start, year)}–{_day(node.end, year)})"


def _day(day: date | None, year: int | None) -> str:
    if day is None:
        return "…"
    return day.strftime("%m-%d") if day.year == year else day.isoformat()
