"""A table for people, drawn by Rich: one row a task, plan by plan, in the user's language.

Lines are broken here, not by Rich: words, numbers and names stay whole where they can, and no line begins with a closing mark.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ..messages import Message, translated
from ..model.bulletin import Bulletin, Plan, Task, TimeNode
from .terminal import cells, harmless, packed, wrapped

_MARKS = {"lead": "*", "responsible": "", "support": "+"}
_PERSON = "@"
_SHARES = (4, 3, 3)  # of the width that is left: task, who, when
_LEAST = 6  # cells of a column
_BESIDE = 3  # cells between two columns
_ACTION = 16  # characters of what is due, where two times have the same words


def text(bulletin: Bulletin, *, width: int = 100, color: bool = False) -> str:
    """A bulletin's plans as tables `width` cells wide, with ANSI colours where asked.

    Departments are marked * where they lead and + where they support, persons @.
    """
    return drawn((_draw(plan, width) for plan in bulletin.plans), width=width, color=color)


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


def columns(
    heads: Sequence[str], widths: Sequence[int], styles: Sequence[str | None], title: str | None = None
) -> object:
    """An empty table of Rich with columns of these widths, to which rows of lines that fit are added."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    shown = (
        Text("\n".join(wrapped(harmless(title), sum(widths) + _BESIDE * len(widths))), style="bold") if title else None
    )
    table = Table(title=shown, title_justify="left", box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    for head, width, style in zip(heads, widths, styles, strict=True):
        table.add_column(Text("\n".join(wrapped(head, width))), width=width, style=style, overflow="fold")
    return table


def divided(width: int, shares: Sequence[int]) -> list[int]:
    """Widths of columns that share a width, with what stands between them taken off."""
    room = max(width - _BESIDE * len(shares), _LEAST * len(shares))
    found = [max(room * share // sum(shares), _LEAST) for share in shares]
    found[0] += max(room - sum(found), 0)
    return found


def _draw(plan: Plan, width: int) -> object:
    from rich.text import Text

    heads = [
        translated(Message(head)) for head in ("no", "task", "who (* leads, + supports, @ person)", "when", "page")
    ]
    pages = any(task.location.page is not None for task in plan.tasks)
    first = max([cells(heads[0]), *(min(cells(task.number), 2 * _LEAST) for task in plan.tasks)])
    last = max([cells(heads[4]), *(len(str(task.location.page or "")) for task in plan.tasks)])
    left = width - first - _BESIDE - (last + _BESIDE if pages else 0)
    widths = [first, *divided(left, _SHARES), *([last] if pages else [])]
    made = columns(heads[: len(widths)], widths, ("cyan", None, None, "green", None)[: len(widths)], plan.title)
    path: tuple[str, ...] = ()
    for task in plan.tasks:
        if task.section_path != path:
            path = task.section_path
            lines = wrapped(harmless(" > ".join(path)), widths[1])
            made.add_row("", Text("\n".join(lines), style="bold"), *[""] * (len(widths) - 2))  # type: ignore[attr-defined]
        row = (
            wrapped(harmless(task.number), widths[0]),
            wrapped(harmless(task.title), widths[1]),
            packed(map(harmless, _who(task)), widths[2]),
            [line for node in _when(task, plan.year) for line in wrapped(harmless(node), widths[3])],
            [str(task.location.page or "")],
        )
        made.add_row(*(Text("\n".join(lines)) for lines in row[: len(widths)]))  # type: ignore[attr-defined]
    return made


def _who(task: Task) -> list[str]:
    names = [f"{department.name}{_MARKS[department.role]}" for department in task.departments]
    return list(dict.fromkeys([*names, *(f"{_PERSON}{leader.name}" for leader in task.leaders)]))


def _when(task: Task, year: int | None) -> Iterator[str]:
    """Each time of a task once; those of the same words with what is due then."""
    raws = Counter(node.raw for node in task.time_nodes)
    found = []
    for node in task.time_nodes:
        shown = translated(_node(node, year))
        if raws[node.raw] > 1 and node.action:
            action = node.action if len(node.action) <= _ACTION else f"{node.action[:_ACTION]}…"
            shown = translated(Message("{time}: {action}", time=shown, action=action))
        found.append(shown)
    yield from dict.fromkeys(found)


def _node(node: TimeNode, year: int | None) -> Message:
    """The words and the days they stand for; the plan's own year goes without saying."""
    if node.kind in ("conditional", "ongoing", "recurring") or (node.start is None and node.end is None):
        return Message("{raw} ({kind})", raw=node.raw, kind=Message(node.kind))
    if node.kind == "deadline":
        return Message("{raw} (by {day})", raw=node.raw, day=_day(node.end, year))
    if node.start == node.end:
        return Message("{raw} ({day})", raw=node.raw, day=_day(node.end, year))
    return Message("{raw} ({first}–{last})", raw=node.raw, first=_day(node.start, year), last=_day(node.end, year))


def _day(day: date | None, year: int | None) -> str:
    if day is None:
        return "…"
    return day.strftime("%m-%d") if day.year == year else day.isoformat()
