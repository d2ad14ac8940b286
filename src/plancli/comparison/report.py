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

STATUSES: dict[Status, str] = {
    "continued": "延续",
    "moved": "调整章节",
    "split": "拆分",
    "merged": "合并",
    "new": "新增",
    "dropped": "取消",
}
_SURE = 0.5  # a pair less alike than this is to be looked at twice
_COLUMNS = (
    ExportColumn("status", "变化", 8),
    ExportColumn("likeness", "相似度", 7),
    *(
        ExportColumn(f"{side}_{name}", f"{shown}{heading}", width)
        for side, shown in (("old", "原"), ("new", "现"))
        for name, heading, width in (("number", "编号", 7), ("section", "章节", 22), ("title", "任务", 36))
    ),
    ExportColumn("department", "单位变化", 26),
    ExportColumn("role", "分工变化", 26),
    ExportColumn("leader", "责任人变化", 16),
    ExportColumn("time", "时间变化", 30),
    ExportColumn("figure", "数字变化", 22),
    ExportColumn("old_plan", "原计划", 24),
    ExportColumn("old_file", "原文件", 24),
    ExportColumn("new_plan", "现计划", 24),
    ExportColumn("new_file", "现文件", 24),
)


_BRIEF = (
    ExportColumn("status", "变化"),
    ExportColumn("old", "原"),
    ExportColumn("new", "现"),
    ExportColumn("changes", "改动"),
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
        status: found[status] for status in STATUSES if status != "continued"
    }


def sheet(held: Sequence[ReportEntry], *, readable: bool) -> ExportSheet:
    """One row an entry; `readable`: the status in Chinese."""
    return ExportSheet("任务变化", _COLUMNS, [_row(entry, readable) for entry in held])


def _row(entry: ReportEntry, readable: bool) -> dict[str, Any]:
    fate = entry.fate
    row: dict[str, Any] = {"status": STATUSES[fate.status] if readable else fate.status}
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
        row[field] = "\n".join(_shown(change) for change in entry.changes if change.field == field)
    return row


def brief(held: Sequence[ReportEntry]) -> ExportSheet:
    """The same in as few columns as a terminal has room for; how alike a pair is stands there where it is doubtful."""
    return ExportSheet("", _BRIEF, [_brief(entry) for entry in held])


def _brief(entry: ReportEntry) -> dict[str, Any]:
    fate = entry.fate
    sides = {"old": fate.old, "new": fate.new}
    told = [Message("{field}: {what}", field=Message(change.field), what=_shown(change)) for change in entry.changes]
    if 0 < fate.likeness < _SURE:
        told.insert(0, Message("likeness: {likeness}", likeness=_likeness(fate)))
    lines = [translated(line) for line in told]
    titles = {side: item and f"{item.task.number} {item.task.title}" for side, item in sides.items()}
    return {"status": Message(fate.status), **titles, "changes": "\n".join(lines)}


def _likeness(fate: Fate) -> float | None:
    return round(fate.likeness, 2) if fate.likeness else None


def _shown(change: Change) -> str:
    """What was and what is, whichever there are, with an arrow between."""
    return f"{change.old or ''} → {change.new or ''}".strip()


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
