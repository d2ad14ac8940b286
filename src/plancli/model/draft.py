"""What `segment` gives and `annotate` completes: plans cut into sections and tasks, values still raw text.

Plain slotted dataclasses; `annotate` turns them into the frozen models of `bulletin`. `lines` are those of the source that the
characters of a noun's fields stand in, in the order of the fields: with them each character knows where it came from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .bulletin import Diagnostic, Location
from .record import Record
from .source import Line

ColumnRole = Literal["departments", "leaders", "time", "remarks", "details"]


@dataclass(slots=True, eq=False, repr=False)
class ColumnValue(Record):
    """One table cell that says something of a task: what kind of column, which header, what text.

    For departments and leaders `role` is what the header says: lead, support, responsible. `inherited` where the cell
    stands for several rows, or is the heading of some. `details` tell what is done for a task that another column schedules;
    their words stand in `extra`.
    """

    kind: ColumnRole
    header: str
    text: str
    role: str | None = None
    lines: list[Line] = field(default_factory=list)
    inherited: bool = False


@dataclass(slots=True, eq=False, repr=False)
class ScheduleLine(Record):
    """A part of a task's text that came from a schedule column.

    `start`, `end`: the range in the task's text. `header_end` > start where the line is led by the column's header and
    a colon (`第一季度：……`) and the header itself is the time; `limit` where the header names a limit (完成时限); `inherited`
    where the cell stands for several rows.
    """

    start: int
    end: int
    header: str
    header_end: int = 0
    header_is_time: bool = False
    limit: bool = False
    inherited: bool = False


@dataclass(slots=True, eq=False, repr=False)
class TaskDraft(Record):
    """A task as cut: label, title and text (`lines` are theirs), the columns beside it, the section it stands in (index in
    the plan)."""

    number: str
    label: str
    title: str
    text: str = ""
    section: int | None = None
    columns: list[ColumnValue] = field(default_factory=list)
    schedule: list[ScheduleLine] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)
    location: Location = field(default_factory=Location)
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class SectionDraft(Record):
    """A heading: `parent` is an index in the plan's sections; `lines` are those of label, title and text."""

    label: str
    level: int
    title: str
    parent: int | None = None
    text: str = ""
    location: Location = field(default_factory=Location)
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class PlanDraft(Record):
    """A plan as cut. `head` holds the lines around the title that may name issuer, 文号 and date, in order; `tail` those
    after the last task (colophon); `lines` are the preamble's. `of_articles`: its items are 第一条, 第二条, as those of a regulation."""

    title: str
    kind: Literal["outline", "table"]
    preamble: str = ""
    sections: list[SectionDraft] = field(default_factory=list)
    tasks: list[TaskDraft] = field(default_factory=list)
    closing: str = ""
    head: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    of_articles: bool = False


@dataclass(slots=True, eq=False, repr=False)
class NoticeDraft(Record):
    """The covering notice's lines, zone by zone, in document order: (zone, text).

    Zones: masthead (红头, 机关), doc-number, signatory, title, addressee, body, attachment, signature, date, colophon.
    """

    lines: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Draft(Record):
    """A whole bulletin as cut, its diagnostics so far and the count of its characters."""

    plans: list[PlanDraft]
    notice: NoticeDraft | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    characters: int = 0
    placed: int = 0
    left_out: int = 0
