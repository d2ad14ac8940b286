"""Markdown (CommonMark with tables): one table a plan, for a chat or a wiki."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from ..model.bulletin import Bulletin
from .task_values import names, when

_SPECIAL = Pattern(r"([\\`*_\[\]<>#|~])")
_HEADS = ("序号", "任务", "牵头单位", "责任单位", "配合单位", "时间要求")


def text(bulletin: Bulletin) -> str:
    """The bulletin's plans, each under its title; no character of the document is taken for markup."""
    lines: list[str] = []
    for plan in bulletin.plans:
        lines += [f"## {_plain(plan.title)}", "", _row(_HEADS), _row(["---"] * len(_HEADS))]
        path: tuple[str, ...] = ()
        for task in plan.tasks:
            if task.section_path and task.section_path != path:
                lines.append(_row(["", f"**{_plain(' > '.join(task.section_path))}**", "", "", "", ""]))
            path = task.section_path
            bodies = (names(task, role) for role in ("lead", "responsible", "support"))
            lines.append(_row([_plain(value) for value in (task.number, task.title, *bodies, when(task))]))
        lines.append("")
    return "\n".join(lines)


def _plain(value: str) -> str:
    return _SPECIAL.sub(r"\\\1", value).replace("\n", " ")


def _row(values: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(values)} |"
