"""The output: Bulletin, Plan, Section, Task, Department, Leader, TimeNode and what surrounds them.

Frozen Pydantic models, one class a noun; the order of the fields is the order of the keys in JSON. No rules, no I/O.
Annotations are no text here (`from __future__ import annotations`), which Pydantic would have to evaluate, one by one.
"""

import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..errors import Corrupt, syntax
from .versions import is_old, upgraded

SCHEMA_VERSION = "1.1"

Role = Literal["lead", "support", "responsible"]
TimeKind = Literal["period", "deadline", "ongoing", "recurring", "conditional"]
PlanKind = Literal["outline", "table"]
Severity = Literal["info", "warning", "error"]
Span = Annotated[tuple[int, int], Field(description="[start, end) in code points of the task's text")]
Box = tuple[int, float, float, float, float]
Boxes = Annotated[
    tuple[Box, ...],
    Field(description="where it is printed, a box a line: page (1-based), x0, y0, x1, y1 in points from its top left"),
]


_put = object.__setattr__
_GIVEN: dict[frozenset[str], set[str]] = {}  # the sets of names of fields that models were made with


class Model(BaseModel):
    """Frozen, and closed to fields that the contract does not know. What validates a model is made when it is first asked
    for: that of a bulletin holds the others, so that most never need their own."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def model_post_init(self, context: Any, /) -> None:
        """Models that were made with the same fields share the set of their names, which would else take more memory than
        their values. Nothing changes it: a copy of a model has a set of its own."""
        given = self.__pydantic_fields_set__
        if (shared := _GIVEN.setdefault(frozenset(given), given)) is not given:
            _put(self, "__pydantic_fields_set__", shared)


class Location(Model):
    """Where in the source: page, table, row and paragraph, each 1-based, null where it does not apply; of a spreadsheet the
    sheet's name and the cell (B7); the boxes of what is printed, null where a file has no pages."""

    model_config = ConfigDict(defer_build=False)  # the stages make some before there is a bulletin

    page: int | None = None
    table: int | None = None
    row: int | None = None
    paragraph: int | None = None
    sheet: str | None = None
    cell: str | None = None
    boxes: Boxes | None = None


_NOWHERE = Location.model_construct()


class Department(Model):
    """A body that answers for a task or for part of its text."""

    name: str = Field(min_length=1, description="as printed, white space removed")
    key: str = Field(
        default="",
        description="what counts group by: the name without the plan's own place (县教育局 → 教育局), aliases applied",
    )
    role: Role
    span: Span | None = Field(
        default=None, description="where the name stands in the text; null if it came from a column"
    )
    scope: Span | None = Field(default=None, description="the part of the text it governs; null for the whole task")
    boxes: Boxes | None = None
    inherited: bool = Field(default=False, description="came from a merged cell, a heading or a note")
    rules: tuple[str, ...] = Field(default=(), description="names of the rules that found it")


class Leader(Model):
    """A person who answers for a task."""

    name: str = Field(min_length=1)
    role: Role
    boxes: Boxes | None = None
    inherited: bool = Field(default=False, description="came from a merged cell, a heading or a note")


class TimeNode(Model):
    """When something is to be done, with the words that say so."""

    model_config = ConfigDict(defer_build=False)

    raw: str = Field(description="the expression itself")
    kind: TimeKind
    start: datetime.date | None = Field(default=None, description="first day; null for a deadline")
    end: datetime.date | None = Field(default=None, description="last day, inclusive")
    edtf: str | None = Field(default=None, description="the same in ISO 8601-2 (EDTF)")
    rrule: str | None = Field(default=None, description="RFC 5545 rule of a recurring node")
    approximate: bool = False
    action: str | None = Field(default=None, description="what is due then")
    span: Span | None = Field(
        default=None, description="where the expression stands in the text; null if it came from a column's header"
    )
    boxes: Boxes | None = None
    inherited: bool = Field(default=False, description="came from a merged cell, a heading or a note")
    rules: tuple[str, ...] = Field(default=(), description="names of the rules that found it")


class Task(Model):
    """The lowest numbered level that carries its own assignment or schedule."""

    id: str
    number: str = Field(description="digits: 5, 1.1")
    label: str = Field(description="the number as printed")
    title: str
    text: str = ""
    section: str | None = Field(default=None, description="id of the section it stands in")
    section_path: tuple[str, ...] = ()
    departments: tuple[Department, ...] = ()
    leaders: tuple[Leader, ...] = ()
    time_nodes: tuple[TimeNode, ...] = ()
    remarks: str | None = None
    extra: dict[str, str] = Field(
        default_factory=dict, description="columns that the contract does not name, by header"
    )
    location: Location = _NOWHERE
    corrected: tuple[str, ...] = Field(default=(), description="names of the fields that a corrections file changed")


class Section(Model):
    """A heading and the unnumbered prose beneath it."""

    id: str
    label: str = ""
    level: int = Field(ge=1)
    title: str
    parent: str | None = None
    text: str = ""
    location: Location = _NOWHERE


class Plan(Model):
    """A 工作要点, a 任务表, a 任务清单, one plan of a 汇编."""

    id: str
    title: str
    kind: PlanKind
    issuer: str | None = None
    year: int | None = None
    year_from: str | None = Field(
        default=None,
        description="where the year was read: title, school-year, preamble, doc-number, date, tasks, option, environment, configuration …",
    )
    doc_number: str | None = None
    issued_on: datetime.date | None = None
    preamble: str = ""
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    closing: str = ""


class Notice(Model):
    """The covering notice: what it says of itself and its numbered paragraphs."""

    title: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    addressee: str | None = None
    issued_on: datetime.date | None = None
    signatory: str | None = None
    text: str = ""


class Attempt(Model):
    """A reader that was tried, and why it gave no text."""

    extractor: str
    outcome: str


class Extractor(Model):
    """The reader that gave the text: its name, what the text depends on and its version, the attempts before it."""

    name: str
    version: str | None = Field(default=None, description="of the library that reads, else of plancli: pypdfium2 5.0.0")
    attempts: tuple[Attempt, ...] = ()


class SourceFile(Model):
    """The file that was read."""

    path: str
    sha256: str
    media_type: str
    bytes: int
    pages: int | None = None
    extractor: Extractor | None = None


class Coverage(Model):
    """Characters of the source other than white space: placed in a field, left out with a reason, lost."""

    characters: int
    placed: int
    left_out: int
    lost: int


class Diagnostic(Model):
    """A place that a person should look at, or text that was left out and why."""

    code: str
    severity: Severity
    message: str
    plan: str | None = None
    task: str | None = None
    value: str | None = Field(
        default=None, description="JSON pointer (RFC 6901) to the value in doubt: /plans/0/tasks/3/departments/1"
    )
    text: str | None = Field(default=None, description="the text that was left out")
    location: Location = _NOWHERE


class Bulletin(Model):
    """One file: its notice, its plans, and how completely it was read."""

    schema_version: Literal["1.1"] = "1.1"
    source: SourceFile
    notice: Notice | None = None
    plans: tuple[Plan, ...] = ()
    coverage: Coverage
    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def from_json(cls, data: str | bytes) -> Self:
        """A result as `plancli parse` printed it, of contract 1.0 too. Raises `errors.Corrupt` where it is none."""
        import json

        try:
            return cls.from_data(json.loads(data))
        except ValueError as error:
            raise Corrupt("is no JSON: {error}", error=syntax(error)) from None

    @classmethod
    def from_data(cls, data: Any) -> Self:
        """The same from plain data."""
        try:
            return cls.model_validate(upgraded(data) if is_old(data) else data)
        except ValidationError as error:
            first = error.errors()[0]
            place = "/".join(map(str, first["loc"]))
            raise Corrupt(
                "is no result of plancli: {place}: {slip}",
                "Run plancli validate on it.",
                place=place,
                slip=first["msg"],
            ) from None
