"""What stands beside a task: its schedule, its bodies and persons, remarks, and columns that go to `extra`."""

from __future__ import annotations

from collections import defaultdict

from ...language.headers import Lexicon
from ...language.labels import split_items
from ...model.draft import ColumnRole, ColumnValue, ScheduleLine, TaskDraft
from ...model.source import Cell, Line
from .columns import Column, folded
from .ledger import TableLedger
from .names import named
from .schedule import put_details, put_schedule, schedule_parts

_VALUES: dict[str | None, ColumnRole] = {"departments": "departments", "leaders": "leaders", "remarks": "remarks"}


class Beside:
    """The columns of one table other than its number, category and task columns.

    `headers` are the lines of the header above each column. `merged` is what cells over several rows have said, to one task
    or more.
    """

    def __init__(self, columns: list[Column], lexicon: Lexicon, ledger: TableLedger, headers: list[list[Line]]) -> None:
        self.lexicon, self.ledger, self.headers = lexicon, ledger, headers
        self.merged: dict[int, list[ColumnValue | ScheduleLine]] = defaultdict(list)
        self.schedule = [column for column in columns if column.kind == "time"]
        self.details = [column for column in columns if column.kind == "text"]
        self.values = [column for column in columns if column.kind in _VALUES]
        self.extra = [column for column in columns if column.kind in (None, "other", "statistics")]
        self.numbers = [column for column in columns if column.kind == "number"]
        self.tasks = [column.index for column in columns if column.kind == "task"]

    def add(self, task: TaskDraft, row: list[Cell]) -> None:
        """Add what the cells of a row say to the task; a cell over several columns says it once."""
        parts = schedule_parts(row, self.schedule, self.lexicon)
        put_schedule(task, parts)
        for part, line in zip(parts, task.schedule[len(task.schedule) - len(parts) :], strict=True):
            if part.cell.rowspan > 1:
                self.merged[id(part.cell)].append(line)
        details = schedule_parts(row, self.details, self.lexicon)
        put_details(task, details)
        for part in (*parts, *details):
            task.lines += [*(self.headers[part.column.index] if part.led else ()), *part.lines]
        seen = {id(row[index]) for index in self.tasks}  # a title's cell may reach over columns beside its own
        for column in (*self.schedule, *self.details, *self.values, *self.extra):
            cell = row[column.index]
            if id(cell) in seen or not self.ledger.says(cell):
                continue
            seen.add(id(cell))
            kind = _VALUES.get(column.kind)
            if kind is not None:
                value = ColumnValue(kind, column.header, named(cell, column), column.role, cell.lines)
                task.columns.append(value)
                if cell.rowspan > 1:
                    self.merged[id(cell)].append(value)
            elif column.kind not in ("time", "text"):
                _add_extra(task, column, cell.text)
                if column.tells_deeds:
                    task.columns.append(ColumnValue("details", column.header, cell.text, lines=cell.lines))
        for column in self.numbers:
            cell = row[column.index]
            if cell.text and not self.ledger.has(cell):
                self.ledger.place([cell])
                _add_extra(task, column, cell.text)

    def close(self) -> None:
        """What a merged cell says to several tasks, each of them has from it."""
        for values in self.merged.values():
            for value in values:
                value.inherited = len(values) > 1

    def says_who_or_when(self, row: list[Cell], r: int) -> bool:
        """Whether a cell that begins in row `r` names bodies, persons or a time."""
        cells = [row[column.index] for column in (*self.schedule, *self.values) if column.kind != "remarks"]
        return any(cell.row == r and folded(cell.text) not in self.lexicon.empty for cell in cells)

    def same(self, row: list[Cell], above: list[Cell]) -> bool:
        """Whether a row names no bodies, persons or remarks of its own."""
        return all(row[column.index] is above[column.index] or not row[column.index].text for column in self.values)


def _add_extra(task: TaskDraft, column: Column, text: str) -> None:
    header = column.header or f"第{column.index + 1}列"
    held = task.extra.get(header)
    task.extra[header] = f"{held}\n{text}" if held else text


def share_lines(groups: list[list[TaskDraft]]) -> None:
    """The tasks of each cell that holds several: where the cells beside have as many lines of bodies or dates, to each its
    own. Where most have not, a line says nothing of single tasks: 学生处 over 团委 means both, for all."""
    for header in dict.fromkeys(value.header for tasks in groups for value in _named(tasks[0])):
        cells = [(tasks, [value.text for value in _named(tasks[0]) if value.header == header]) for tasks in groups]
        shared = [tasks for tasks, texts in cells if texts and texts[0].count("\n") + 1 == len(tasks)]
        if len(shared) * 2 < sum(bool(texts) for _, texts in cells):
            continue
        for tasks in shared:
            for at, task in enumerate(tasks):
                for value in _named(task):
                    if value.header == header:
                        value.text = _share(value.text, at, len(tasks))
    for tasks in groups:
        for at, task in enumerate(tasks):
            if len(task.schedule) == 1 and not task.schedule[0].header_end:
                task.text = _share(task.text, at, len(tasks))
                task.schedule[0].end = len(task.text)


def _named(task: TaskDraft) -> list[ColumnValue]:
    return [value for value in task.columns if value.kind in ("departments", "leaders")]


def _share(text: str, at: int, number: int) -> str:
    """The line of a cell that belongs to item `at`, where there are as many lines as items; else the whole."""
    lines = text.split("\n")
    if len(lines) != number:
        return text
    items = split_items(text)
    return items[at][2] if len(items) == number else lines[at]
