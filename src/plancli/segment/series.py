"""Numbers as a series: a missing, doubled or out-of-order number is a diagnostic, never a lost task."""

from __future__ import annotations

from ..messages import Message
from ..model.bulletin import Diagnostic
from ..model.draft import PlanDraft, TaskDraft

_FAULTS = {
    "number-gap": Message("the numbers go from {before} to {after}"),
    "number-repeated": Message("the number {after} stands twice"),
    "number-order": Message("the number {after} follows {before}"),
}


def check_series(plan: PlanDraft, plan_id: str) -> list[Diagnostic]:
    """Diagnostics for the numbers of a plan's tasks. A series may start anew with each section."""
    found: list[Diagnostic] = []
    before: TaskDraft | None = None
    for index, task in enumerate(plan.tasks):
        code = _fault(before, task) if before is not None else None
        if before is not None and code:
            message = _FAULTS[code].also(before=before.label or before.number, after=task.label or task.number)
            found.append(
                Diagnostic(
                    code=code,
                    severity="warning",
                    message=message,
                    plan=plan_id,
                    task=f"{plan_id}.t{index + 1}",
                    location=task.location,
                )
            )
        before = task
    return found


def _fault(before: TaskDraft, task: TaskDraft) -> str | None:
    head, _, last = before.number.rpartition(".")
    head_now, _, now = task.number.rpartition(".")
    if not (last.isdecimal() and now.isdecimal()) or head != head_now or int(now) == int(last) + 1:
        return None
    if int(now) == 1 and before.section != task.section:
        return None
    if int(now) == int(last):
        same_cell = before.location.table is not None
        return None if same_cell or before.section != task.section else "number-repeated"
    if int(now) > int(last):
        return "number-gap" if before.section == task.section or int(now) - int(last) < 4 else None
    return "number-order" if before.section == task.section else None
