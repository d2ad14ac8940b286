"""The rows of a task table, one after the other, into sections, tasks and notes."""

from __future__ import annotations

import re

from ...lexicon.headers import Lexicon, time_header
from ...model.bulletin import Diagnostic, Location
from ...model.draft import ColumnValue, TaskDraft
from ...model.source import Cell, Table
from .columns import Column, Head, distinct, folded, own
from .labels import label_form, read_number, split_items, split_label
from .names import named
from .plan import TablePlan
from .schedule import put_schedule, schedule_parts
from .sections import Sections

_CHINESE_LABEL = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?")
_SENTENCE_END = re.compile(r"[。；;！!]$")
_LONG = 60  # characters; a longer text across the table is an explanation, not a heading


class RowReader:
    """Reads one table whose columns are settled; `read` fills the plan row by row."""

    def __init__(self, table: Table, head: Head, task: Column, lexicon: Lexicon, plan: TablePlan) -> None:
        self.table, self.head, self.task, self.lexicon, self.plan = table, head, task, lexicon, plan
        columns = head.columns
        numbers = [column.index for column in columns if column.kind == "number"]
        before = [c for c in numbers if c < task.index]
        self.number: int | None = before[-1] if before else numbers[0] if numbers else None
        self.other_numbers = [c for c in numbers if c != self.number]
        self.schedule = [column for column in columns if column.kind == "time"]
        self.beside = [column for column in columns if column.kind in ("departments", "leaders", "remarks")]
        self.extra = [column for column in columns if column.kind in (None, "other", "statistics")]
        self.numerals = self._numerals_are_tasks()
        self.header_texts = {self._folded_row(r) for r in range(head.start, head.end)}
        self.used: dict[int, str] = {}  # id of a cell → why it was left out, "" where it is placed
        self.sections = Sections(
            plan, [column.index for column in columns if column.kind == "category"], self.other_numbers
        )
        self.count = 0
        self.last_title: Cell | None = None
        self.last_number: tuple[str, str] | None = None

    def read(self) -> None:
        """All rows below the header."""
        for r in range(self.head.end, len(self.table.rows)):
            cells = own(self.table, r)
            if not cells:
                continue
            if self._folded_row(r) in self.header_texts:
                self._leave_out(cells, "repeated-header")
            elif not self._special(r, cells):
                self._task_row(r, cells)

    # rows that are no tasks

    def _special(self, r: int, cells: list[Cell]) -> bool:
        """Totals, notes and group rows; False where the row is a task."""
        first = folded(cells[0].text)
        total = next((cell for cell in cells[:2] if self.lexicon.total.match(folded(cell.text))), None)
        if (
            total is not None
            and (total is cells[0] or not read_number(cells[0].text))
            and len(folded(total.text)) <= 12
        ):
            self._leave_out(cells, "total")
            return True
        if self.lexicon.note.match(first):
            self.plan.notes.append("\n".join(cell.text for cell in cells))
            self._place(cells)
            return True
        return self._group_row(r, cells)

    def _group_row(self, r: int, cells: list[Cell]) -> bool:
        """A row that says one thing only is a heading, or an explanation if it is long; False where it is a task."""
        row = self.table.rows[r]
        numbered = len(cells) == 2 and cells[0].column == self.number and self._is_group_number(r, cells)
        if len(cells) != 1 and not numbered:
            return False
        text = cells[-1]
        others = [cell for cell in distinct(row) if cell.text and cell not in cells]
        if any(self.head.columns[cell.column].kind != "category" for cell in others):
            return False
        across = text.colspan >= len(row) - len(others)
        if not (numbered or across or self._heading_like(text, r)):
            return False
        self._place(cells)
        if len(folded(text.text)) > _LONG or (across and "\n" in text.text and _SENTENCE_END.search(text.text)):
            self.plan.notes.append(text.text)
        else:
            self.sections.open(cells[0].text if numbered else "", text.text, self._location(r))
        return True

    def _is_group_number(self, r: int, cells: list[Cell]) -> bool:
        """Whether a number with a title alone heads the rows below: these have numbers of another form, or none, and more
        to say."""
        if cells[1].column != self.task.index and cells[1].colspan == 1:
            return False
        for row in range(r + 1, len(self.table.rows)):
            below = own(self.table, row)
            if not below or self.number is None:
                continue
            number = self.table.rows[row][self.number]
            if len(below) < 2 or (len(below) == 2 and number.text):
                return False if number.text and _form(number) == _form(cells[0]) else len(below) == 2
            return (not number.text and not self.numerals) or _form(number) != _form(cells[0])
        return False

    def _heading_like(self, cell: Cell, r: int) -> bool:
        """A lone text in a row of several cells is a heading if its label or its place says so."""
        text = cell.text
        if cell.colspan > 1 and cell.colspan * 2 > len(self.table.rows[r]):
            return not _SENTENCE_END.search(text) or bool(_CHINESE_LABEL.match(text))
        if "\n" in text or _SENTENCE_END.search(text):
            return False
        labelled = split_label(text)
        if cell.column == self.number or (self.number is None and cell.column == 0 and self.task.index != 0):
            return labelled is not None or not read_number(text)
        return labelled is not None and bool(_CHINESE_LABEL.match(labelled[1])) and not self.numerals

    # tasks

    def _task_row(self, r: int, cells: list[Cell]) -> None:
        row = self.table.rows[r]
        section = self.sections.of_row(row, self._location(r), self._place)
        title = row[self.task.index]
        number_cell = row[self.number] if self.number is not None else None
        number_here = number_cell is not None and number_cell.row == r and number_cell.text
        tasks = self.plan.tasks
        same = title.text and title is self.last_title
        if tasks and not number_here and ((same and self._adds_nothing_but_schedule(r)) or not title.text):
            self._extend(tasks[-1], r)
            return
        if not title.text:
            if cells == [number_cell]:
                self._leave_out(cells, "number-alone")
                return
            if not tasks:
                self.plan.notes.append("\n".join(cell.text for cell in cells))
                self._place(cells)
                return
            if not number_here:
                self._extend(tasks[-1], r)
                return
        self._place([title])
        for task in self._tasks(r, title.text, number_cell):
            task.section = section
            self._fill(task, r)
            if not task.text and time_header(period := self.sections.heading):
                task.columns.append(ColumnValue("time", "", period))  # tasks below a row 一季度 are due then
            tasks.append(task)
        self._pair_lines(r, title.text)
        self.last_title = title if title.text else None

    def _tasks(self, r: int, text: str, number_cell: Cell | None) -> list[TaskDraft]:
        """The tasks that the title cell holds, with their numbers: one, or where there is no number column as many as
        it has numbered items."""
        location = self._location(r)
        if number_cell is not None:
            number, label = self._number(r, number_cell)
            return [TaskDraft(number, label, text, location=location)]
        items = split_items(text)
        if len(items) < 2:
            found = split_label(text)
            items = [found] if found else []
        if not items:
            self.count += 1
            return [TaskDraft(str(self.count), "", text, location=location)]
        drafts = []
        for _, label, rest in items:
            self.count += 1
            drafts.append(TaskDraft(str(self.count), label, rest, location=location))
        return drafts

    def _number(self, r: int, cell: Cell) -> tuple[str, str]:
        self._place([cell])
        label = folded(cell.text)
        number = read_number(label)
        if number:
            self.count += 1
            self.last_number = (number, label)
            return number, label
        if not label and self.last_number:
            return self.last_number  # a merged number, in a dump or cut by a page
        self.count += 1
        digits = re.findall(r"\d+", label)
        if label and not digits:
            self._report("number-unreadable", f"the number {label!r} of row {r + 1} cannot be read", r, label)
        number = str(int(digits[-1])) if digits else str(self.count)
        if label:
            self.last_number = (number, label)
        return number, label

    def _fill(self, task: TaskDraft, r: int) -> None:
        row = self.table.rows[r]
        put_schedule(task, schedule_parts(row, self.schedule, self.lexicon))
        for column in self.schedule:
            self._place_or_empty(row[column.index])
        for column in self.beside:
            cell = row[column.index]
            if self._place_or_empty(cell) and not any(
                cell is row[c.index] for c in self.beside if c.index < column.index
            ):
                task.columns.append(ColumnValue(column.kind, column.header, named(cell, column), column.role))  # type: ignore[arg-type]
        for column in self.extra:
            cell = row[column.index]
            if self._place_or_empty(cell) and not any(
                cell is row[c.index] for c in self.extra if c.index < column.index
            ):
                self._add_extra(task, column.header or f"第{column.index + 1}列", cell.text)
        for c in self.other_numbers:
            if row[c].text and id(row[c]) not in self.used:
                self._place([row[c]])
                self._add_extra(task, self.head.columns[c].header, row[c].text)

    @staticmethod
    def _add_extra(task: TaskDraft, header: str, text: str) -> None:
        held = task.extra.get(header)
        task.extra[header] = f"{held}\n{text}" if held else text

    def _extend(self, task: TaskDraft, r: int) -> None:
        """A further row of the same task: what begins in it is added."""
        row = self.table.rows[r]
        fresh = {id(cell) for cell in own(self.table, r)}
        blank = Cell(r, 0)
        only = [cell if id(cell) in fresh else blank for cell in row]
        if self.number is not None and row[self.number].text:
            self._place([row[self.number]])
        put_schedule(task, schedule_parts(only, self.schedule, self.lexicon))
        for cell in own(self.table, r):
            column = self.head.columns[cell.column]
            if column.kind == "time":
                self._place_or_empty(cell)
            elif column.kind in ("departments", "leaders", "remarks"):
                if self._place_or_empty(cell):
                    task.columns.append(ColumnValue(column.kind, column.header, named(cell, column), column.role))
            elif column.kind in (None, "other", "statistics") and self._place_or_empty(cell):
                self._add_extra(task, column.header or f"第{column.index + 1}列", cell.text)

    def _adds_nothing_but_schedule(self, r: int) -> bool:
        """Whether a row under the same title cell has no bodies and no finer description of its own."""
        row, above = self.table.rows[r], self.table.rows[r - 1]
        return all(row[column.index] is above[column.index] or not row[column.index].text for column in self.beside)

    def _pair_lines(self, r: int, text: str) -> None:
        """Several tasks in one cell, and as many lines of bodies or dates beside them: to each its own."""
        number = len(split_items(text)) if self.number is None else 0
        if number < 2:
            return
        for at, task in enumerate(self.plan.tasks[-number:]):
            for value in task.columns:
                if value.kind in ("departments", "leaders"):
                    value.text = _share(value.text, at, number)
            if len(task.schedule) == 1 and not task.schedule[0].header_end:
                task.text = _share(task.text, at, number)
                task.schedule[0].end = len(task.text)

    # the account

    def _place(self, cells: list[Cell]) -> None:
        for cell in cells:
            self.used[id(cell)] = ""

    def _place_or_empty(self, cell: Cell) -> bool:
        """Account for a cell beside the task; False where nothing is in it but a mark for nothing."""
        if folded(cell.text) in self.lexicon.empty:
            self.used[id(cell)] = "empty-mark"
            return False
        self.used[id(cell)] = ""
        return True

    def _leave_out(self, cells: list[Cell], reason: str) -> None:
        for cell in cells:
            self.used[id(cell)] = reason

    def _location(self, r: int) -> Location:
        cells = own(self.table, r) or distinct(self.table.rows[r])
        pages = [page for cell in cells if (page := cell.page or (cell.lines[0].page if cell.lines else None))]
        return Location(page=pages[0] if pages else self.table.page, table=self.table.number or None, row=r + 1)

    def _report(self, code: str, message: str, r: int, text: str | None = None) -> None:
        self.plan.diagnostics.append(
            Diagnostic(code=code, severity="info", message=message, text=text, location=self._location(r))
        )

    def _folded_row(self, r: int) -> tuple[str, ...]:
        return tuple(folded(cell.text) for cell in self.table.rows[r])

    def _numerals_are_tasks(self) -> bool:
        """Whether 一、二、三 in the number column number the tasks: nothing else does, and their rows say more than a title."""
        if self.number is None:
            return False
        more = False
        for r in range(self.head.end, len(self.table.rows)):
            text = folded(self.table.rows[r][self.number].text)
            if text and not _CHINESE_LABEL.fullmatch(text) and read_number(text):
                return False
            more = more or (bool(text) and len(own(self.table, r)) > 2)
        return more


def _form(cell: Cell) -> str:
    return label_form(folded(cell.text))


def _share(text: str, at: int, number: int) -> str:
    """The line of a cell that belongs to item `at`, where there are as many lines as items; else the whole."""
    lines = text.split("\n")
    if len(lines) != number:
        return text
    found = split_label(lines[at])
    return found[2] if found and len(split_items(text)) == number else lines[at]
