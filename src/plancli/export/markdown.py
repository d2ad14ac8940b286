"""Markdown (CommonMark with tables): one table a plan, for a chat or a wiki, with headings in the user's language."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from ..messages import Message, translated
from ..model.bulletin import Bulletin
from .task_values import names, when

_SPECIAL = Pattern(r"([\\`*_\[\]<#|~])")
_NOTHING = "—"
_HEADS = (
    Message("No"), Message("Section"), Message("Task"), Message("Lead"), Message("Responsible"),
    Message("Support"), Message("Schedule"),
)  # fmt: skip


def text(bulletin: Bulletin) -> str:
    """The bulletin's plans, each under its title; no character of the document is taken for markup. A cell in which nothing stands
    says so, as that of a merged one would not."""
    lines: list[str] = []
    for plan in bulletin.plans:
        heads = [translated(head) for head in _HEADS]
        lines += [f"## {_plain(plan.title)}", "", _row(heads), _row(["---"] * len(heads))]
        for task in plan.tasks:
            bodies = (names(task, role) for role in ("lead", "responsible", "support"))
            values = (task.number, " > ".join(task.section_path), task.title, *bodies, when(task))
            lines.append(_row([_plain(value) or _NOTHING for value in values]))
        lines.append("")
    return "\n".join(lines)


def _plain(value: str) -> str:
    return _SPECIAL.sub(r"\\\1", value).replace("\n", " ")


def _row(values: list[str]) -> str:
    return f"| {' | '.join(values)} |"
