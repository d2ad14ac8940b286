"""What `read_table` gives: one table as sections, tasks and notes, and an account of its characters."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model.bulletin import Diagnostic
from ..model.draft import SectionDraft, TaskDraft
from ..model.record import Record


@dataclass(slots=True, eq=False, repr=False)
class TablePlan(Record):
    """A task table as read.

    `title` is the row across the top, if there is one; `header` the texts of the header cells; `notes` the rows 注：…
    and 填表人：…. `placed` counts the characters (blanks apart) of cells that are in a field or in `header`; `left_out`
    holds (reason, text) for the others, so that both together are the table's characters. `counted` says that no column numbers the
    tasks: their numbers go on through the plan.
    """

    title: str | None = None
    sections: list[SectionDraft] = field(default_factory=list)
    tasks: list[TaskDraft] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    header: list[str] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    placed: int = 0
    counted: bool = False
