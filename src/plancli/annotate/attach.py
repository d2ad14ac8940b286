"""What governs what: the columns beside a task, the assignments in its text, its schedule → the values of the task."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..grammar.reading import Reading
from ..language.duties import first_leads, rest_supports
from ..messages import Message
from ..model.bulletin import Location, Role, TimeNode
from ..model.draft import ColumnValue, TaskDraft
from ..model.record import Record
from .attach_times import days_within, month_above, scheduled_days, times_of
from .context import PlanContext
from .departments.cells import read_cell, roles_by_rank
from .departments.keys import Keys
from .departments.labelled import DepartmentEntry
from .departments.reader import read_prose
from .diagnostics import report
from .divisions import doers
from .headings import Heading
from .places import Boxes, FieldPlaces, Places

Span = tuple[int, int]

_ROLES: Mapping[str, Role] = {"lead": "lead", "support": "support", "responsible": "responsible"}
# Rules that cut where it could be otherwise, or take a name for one.
_DOUBTFUL = frozenset(("line-parted", "run-on", "unknown"))
_PUNCTUATION = " 　\n。；;，,、.）)】]"


def annotate_task(task: TaskDraft, above: Heading, context: PlanContext, *, id: str) -> dict[str, Any]:
    """The bodies, persons, times and remarks of one task, and its place, as fields of `Task`; `above` is what its headings
    give."""
    places = Places(task.lines, context.heights)
    title, text = places.title(task.label, task.title), places.field(task.text)
    boxes = places.around()
    values = Values(context.keys)
    remarks: list[str] = []
    for column in task.columns:
        if column.kind == "remarks":
            remarks.append(column.text.strip())
        elif column.kind in ("departments", "leaders"):
            _column(column, values, context, id, task.location)
    clauses = not values  # where columns name the bodies, a plain sentence names none
    readings = read_prose(task.text, clauses=clauses, words=context.words)
    for reading in read_prose(task.title, clauses=clauses, words=context.words):
        for entry in reading.value:
            values.add(entry, title.boxes(entry.start, entry.end), read_in=task.title[reading.start : reading.end])
    for reading, scope in zip(readings, scopes(task.text, readings), strict=True):
        for entry in reading.value:
            span = (entry.start, entry.end)
            read_in = task.text[reading.start : reading.end]
            values.add(entry, text.boxes(*span), span=span, scope=scope, read_in=read_in)
    if not values and context.divides(task):
        for entry in doers(task.title, context.words):
            values.add(entry, title.boxes(entry.start, entry.end), read_in=task.title)
    bodiless, leaderless = not values.departments, not values.leaders
    for entry, boxes in above.entries:
        if leaderless if entry.person else bodiless:
            values.add(entry, boxes, "from-section", inherited=True)
    if context.first_leads or first_leads(task.text):
        _lead_the_first(values.departments, rest=context.rest_supports or rest_supports(task.text))
    departments = _distinct(values.departments)
    _report_names(departments, values.doubts, context, id, task.location)
    return {
        "departments": departments,
        "leaders": _distinct(values.leaders),
        "time_nodes": _times(task, title, text, above, context, id=id),
        "remarks": "\n".join(filter(None, remarks)) or None,
        "location": located(task.location, boxes),
    }


def _times(
    task: TaskDraft, title: FieldPlaces, text: FieldPlaces, above: Heading, context: PlanContext, *, id: str
) -> Sequence[TimeNode]:
    """A task's own times, with the month of its heading where they name none, or else those of its headings."""
    own = times_of(task, title, text, context, id=id, dating=above.dating)
    month = month_above(above.times) or context.month
    if month and (days := days_within(title, month, context) or scheduled_days(task, text, month, context)):
        return [*days, *(node for node in own if not any(node.raw in day.raw for day in days))]
    return own or above.times


def located(location: Location, boxes: Boxes) -> Location | dict[str, Any]:
    """A place in the source with its boxes."""
    return location.__dict__ | {"boxes": boxes} if boxes else location


@dataclass(slots=True, eq=False, repr=False)
class Values(Record):
    """The bodies and persons of a task as fields of `Department` and `Leader`, and the names in doubt, each with its cell."""

    keys: Keys
    departments: list[dict[str, Any]] = field(default_factory=list)
    leaders: list[dict[str, Any]] = field(default_factory=list)
    doubts: list[tuple[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.departments or self.leaders)

    def add(
        self,
        entry: DepartmentEntry,
        boxes: Boxes,
        *rules: str,
        inherited: bool = False,
        span: Span | None = None,
        scope: Span | None = None,
        read_in: str = "",
    ) -> None:
        """One more name; `span` and `scope` are in the task's text, `inherited` where it came from a heading or a cell of
        several rows. `read_in` is the cell or assignment, for a doubt."""
        if read_in and not _DOUBTFUL.isdisjoint(entry.rules):
            self.doubts.append((entry.name, read_in))
        value = {"name": entry.name, "role": entry.role, "boxes": boxes, "inherited": inherited}
        if entry.person:
            self.leaders.append(value)
            return
        self.departments.append(
            {**value, "key": self.keys.of(entry.name), "span": span, "scope": scope, "rules": (*entry.rules, *rules)}
        )


def _column(column: ColumnValue, values: Values, context: PlanContext, id: str, location: Location) -> None:
    """A cell's names; 同上 stands for the cell of the row above."""
    text, inherited = column.text.strip(), column.inherited
    if text in context.words.same and (above := context.above.get(column.header)):
        column, text, inherited = above, above.text.strip(), True
    context.above[column.header] = column
    key = (text, column.kind, column.role or "", column.header)
    if (entries := context.cells.get(key)) is None:
        entries = context.cells[key] = read_cell(
            text,
            role=_ROLES.get(column.role or "") or context.words.role_of(column.header),
            persons=column.kind == "leaders",
            label=column.header,
            known=context.known,
            words=context.words,
        )
    if not entries and text and text not in context.words.nobody:
        message = Message("no name was found in the column {header}", header=column.header)
        context.diagnostics.append(
            report("unreadable-cell", message, plan=context.plan, task=id, location=location, text=text)
        )
    places = Places(column.lines, context.heights)
    for entry in entries:
        values.add(entry, places.find(entry.name), inherited=inherited, read_in=text)


def _report_names(
    departments: list[dict[str, Any]],
    doubts: list[tuple[str, str]],
    context: PlanContext,
    id: str,
    location: Location,
) -> None:
    """Names that may be cut or joined otherwise, with a pointer to each."""
    names = [one["name"] for one in departments]
    for name, text in doubts:
        value = f"{context.pointer(id)}/departments/{names.index(name)}" if name in names else None
        message = Message("{name} was taken for a name of its own", name=name)
        where = {"plan": context.plan, "task": id, "value": value, "location": location}
        context.diagnostics.append(report("doubtful-name", message, **where, text=text))


def _lead_the_first(departments: list[dict[str, Any]], *, rest: bool) -> None:
    """By a note of the plan the first responsible body leads, unless one is said to lead, and the `rest` may support it."""
    for k, role in roles_by_rank([one["role"] for one in departments], rest=rest).items():
        departments[k]["role"] = role
        departments[k]["rules"] = (*departments[k]["rules"], "first-listed")


def _distinct(values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same body in the same role for the same part of the text once; a column's word covers the text's."""
    seen: set[tuple[Any, ...]] = set()
    result = []
    for value in values:
        key = (value["name"], value["role"], value.get("scope"))
        whole = (value["name"], value["role"], None)
        if key not in seen and whole not in seen:
            seen.add(key)
            result.append(value)
    return result


def scopes(text: str, readings: list[Reading]) -> list[tuple[int, int] | None]:
    """The part of the text that each assignment governs: from the end of the one before to its own end.

    Assignments with nothing but punctuation between them govern the same part. What governs the whole text has None.
    """
    groups: list[list[Reading]] = []
    for reading in readings:
        if groups and not text[groups[-1][-1].end : reading.start].strip(_PUNCTUATION):
            groups[-1].append(reading)
        else:
            groups.append([reading])
    result: list[tuple[int, int] | None] = []
    begin = 0
    for group in groups:
        end = group[-1].end
        while end < len(text) and text[end] in "。；;，,、":
            end += 1
        while begin < len(text) and text[begin] in "\n 　":
            begin += 1
        whole = len(groups) == 1 and not text[end:].strip(_PUNCTUATION)
        result += [None if whole else (begin, end)] * len(group)
        begin = end
    return result
