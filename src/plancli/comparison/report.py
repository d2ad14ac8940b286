"""The fates of tasks as rows for a table, and as data for a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, get_args

from ..export.tabular import ExportColumn, ExportSheet
from ..messages import Message, translated
from ..model.bulletin import Bulletin
from .changes import Change, ChangedField, changes
from .items import ComparedItem
from .pairing import Fate, Status, compare

_SURE = 0.5  # a pair less alike than this is to be looked at twice
_COLUMNS = (
    ExportColumn("status", Message("status"), 10),
    ExportColumn("likeness", Message("likeness"), 9),
    ExportColumn("old_number", Message("old number"), 7),
    ExportColumn("old_section", Message("old section"), 22),
    ExportColumn("old_title", Message("old task"), 36),
    ExportColumn("new_number", Message("new number"), 7),
    ExportColumn("new_section", Message("new section"), 22),
    ExportColumn("new_title", Message("new task"), 36),
    ExportColumn("department", Message("bodies changed"), 26),
    ExportColumn("role", Message("roles changed"), 26),
    ExportColumn("leader", Message("persons changed"), 16),
    ExportColumn("time", Message("times changed"), 30),
    ExportColumn("figure", Message("figures changed"), 22),
    ExportColumn("old_plan", Message("old plan"), 24),
    ExportColumn("old_file", Message("old file"), 24),
    ExportColumn("new_plan", Message("new plan"), 24),
    ExportColumn("new_file", Message("new file"), 24),
)
_BRIEF = (
    ExportColumn("status", Message("status")),
    ExportColumn("old", Message("before")),
    ExportColumn("new", Message("after")),
    ExportColumn("changes", Message("changes")),
)


@dataclass(frozen=True)
class ReportEntry:
    """A fate and what changed."""

    fate: Fate
    changes: tuple[Change, ...]

    @property
    def changed(self) -> bool:
        """Whether anything is to be told."""
        return self.fate.status != "continued" or bool(self.changes)


def entries(old: Sequence[Bulletin], new: Sequence[Bulletin]) -> list[ReportEntry]:
    """What became of each task, and what changed in those that go on."""
    return [ReportEntry(fate, tuple(_changes(fate))) for fate in compare(old, new)]


def _changes(fate: Fate) -> list[Change]:
    """A piece has no changes: what it lacks stands in the other pieces."""
    if fate.old is None or fate.new is None or not fate.likeness:
        return []
    return changes(fate.old, fate.new)


def counts(held: Sequence[ReportEntry]) -> dict[str, int]:
    """How many rows of each status there are, and in how many that go on something changed."""
    found = Counter(entry.fate.status for entry in held)
    changed = sum(entry.fate.status == "continued" and entry.changed for entry in held)
    return {"continued": found["continued"], "changed": changed} | {
        status: found[status] for status in get_args(Status) if status != "continued"
    }


def sheet(held: Sequence[ReportEntry], *, readable: bool) -> ExportSheet:
    """One row an entry; `readable`: changes in the user's language."""
    return ExportSheet(Message("Changes of tasks"), _COLUMNS, [_row(entry, readable) for entry in held])


def _row(entry: ReportEntry, readable: bool) -> dict[str, Any]:
    fate = entry.fate
    row: dict[str, Any] = {"status": Message(fate.status)}
    row["likeness"] = _likeness(fate)
    for side, item in (("old", fate.old), ("new", fate.new)):
        if item is not None:
            row |= {
                f"{side}_number": item.task.number,
                f"{side}_section": " > ".join(item.task.section_path),
                f"{side}_title": item.task.title,
                f"{side}_plan": item.plan.title,
                f"{side}_file": item.file,
            }
    for field in get_args(ChangedField):
        told = [_shown(change, readable=readable) for change in entry.changes if change.field == field]
        row[field] = "\n".join(told)
    return row


def brief(held: Sequence[ReportEntry]) -> ExportSheet:
    """The same in as few columns as a terminal has room for; how alike a pair is stands there where it is doubtful."""
    return ExportSheet("", _BRIEF, [_brief(entry) for entry in held])


def _brief(entry: ReportEntry) -> dict[str, Any]:
    fate = entry.fate
    sides = {"old": fate.old, "new": fate.new}
    told = [
        Message("{field}: {what}", field=Message(change.field), what=_shown(change, readable=True))
        for change in entry.changes
    ]
    if 0 < fate.likeness < _SURE:
        told.insert(0, Message("likeness: {likeness}", likeness=_likeness(fate)))
    lines = [translated(line) for line in told]
    titles = {side: item and f"{item.task.number} {item.task.title}" for side, item in sides.items()}
    return {"status": Message(fate.status), **titles, "changes": "\n".join(lines)}


def _likeness(fate: Fate) -> float | None:
    return round(fate.likeness, 2) if fate.likeness else None


def _shown(change: Change, *, readable: bool) -> str:
    """What was and what is, whichever there are, with an arrow between."""
    old, new = change.old or "", change.new or ""
    if readable and change.field == "role":
        old, new = _role(old), _role(new)
    return f"{old} → {new}".strip()


def _role(said: str) -> str:
    """`name: lead/support`, with the roles in the user's language."""
    name, _, roles = said.rpartition(": ")
    told = "/".join(translated(Message(role)) for role in roles.split("/"))
    return translated(Message("{field}: {what}", field=name, what=told))


def data(held: Sequence[ReportEntry]) -> dict[str, Any]:
    """Counts and entries as plain data for JSON."""
    return {"counts": counts(held), "tasks": list(_records(held))}


def _records(held: Sequence[ReportEntry]) -> Iterator[dict[str, Any]]:
    for entry in held:
        fate = entry.fate
        yield {
            "status": fate.status,
            "likeness": _likeness(fate),
            "old": _place(fate.old),
            "new": _place(fate.new),
            "changes": [asdict(change) for change in entry.changes],
        }


def _place(item: ComparedItem | None) -> dict[str, Any] | None:
    if item is None:
        return None
    task = item.task
    return {
        "file": item.file,
        "plan_title": item.plan.title,
        "year": item.plan.year,
        "task_id": task.id,
        "number": task.number,
        "section_path": list(task.section_path),
        "title": task.title,
        "page": task.location.page,
    }
