"""Drafts written by hand, for tests of what annotate makes of them."""

from __future__ import annotations

from typing import Any

from plancli.annotate import annotate
from plancli.model.bulletin import Bulletin, Department, Task
from plancli.model.draft import ColumnValue, Draft, NoticeDraft, PlanDraft, TaskDraft
from plancli.model.settings import Settings
from plancli.model.source import Source

TITLE = "临川市教育局2025年工作要点"


def task(text: str = "", title: str = "推进阅读", **more: Any) -> TaskDraft:
    return TaskDraft(number="1", label="1.", title=title, text=text, **more)


def bodies(text: str, header: str = "责任部门", role: str = "responsible") -> ColumnValue:
    return ColumnValue("departments", header, text, role)


def plan(*tasks: TaskDraft, title: str = TITLE, **more: Any) -> PlanDraft:
    return PlanDraft(title=title, kind="outline", tasks=list(tasks), **more)


def bulletin(*plans: PlanDraft, notice: list[tuple[str, str]] | None = None, **settings: Any) -> Bulletin:
    draft = Draft(plans=list(plans), notice=NoticeDraft(notice) if notice else None)
    source = Source([], "text/plain", pages=1)
    return annotate(draft, source=source, data=b"x", name="x.txt", settings=Settings(**settings))


def only_task(*tasks: TaskDraft, **more: Any) -> Task:
    """The first task of a plan of these."""
    return bulletin(plan(*tasks, **more)).plans[0].tasks[0]


def roles(departments: tuple[Department, ...]) -> list[tuple[str, str]]:
    return [(one.name, one.role) for one in departments]
