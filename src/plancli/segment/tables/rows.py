"""The rows of a task table, one after the other, into sections, tasks and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from ...grammar.pattern import Pattern
from ...language.headers import Lexicon, time_header
from ...language.labels import (
    begins_in_chinese,
    read_number,
    split_items,
    split_label,
    split_label_in_turn,
)
from ...language.month_days import is_whole_day
from ...messages import Message
from ...model.bulletin import Diagnostic, Location, Severity
from ...model.draft import ColumnValue, TaskDraft
from ...model.source import Cell, Table
from ..table_plan import TablePlan
from .beside import Beside, share_lines
from .calendars import days_before
from .columns import Column, Head, distinct, folded, one_line, own
from .kinds import numerals_are_tasks
from .ledger import TableLedger
from .sections import Sections, is_group_number

_SENTENCE_END = Pattern(r"[。；;！!]$")
_POINTED = Pattern(r"\d{1,2}[.．]\d{1,2}")  # the label of 3.8, which before 妇女节 is a day
_LONG = 60  # characters; a longer text across the table is an explanation, not a heading


class RowReader:
    """Reads one table whose columns are settled; `read` fills the plan row by row. The rows `undated` may lack a time or share the
    one above."""

    def __init__(
        self, table: Table, head: Head, task: Column, lexicon: Lexicon, plan: TablePlan, undated: Set[int]
    ) -> None:
        self.table, self.head, self.task, self.lexicon, self.plan = table, head, task, lexicon, plan
        self.undated = undated
        columns = head.columns
        numbers = [column.index for column in columns if column.kind == "number"]
        before = [c for c in numbers if c < task.index]
        before = [
            c for c in before if columns[c].header.startswith("序")
        ] or before  # not the 编号 of what is dealt with
        self.number: int | None = before[-1] if before else numbers[0] if numbers else None
        self.ledger = TableLedger(lexicon)
        heads = [distinct(row[c] for row in table.rows[head.start : head.end]) for c in range(len(columns))]
        headers = [[line for cell in cells for line in cell.lines] for cells in heads]
        self.beside = Beside(columns, lexicon, self.ledger, headers)
        self.numerals = self.number is not None and numerals_are_tasks(table, head, self.number)
        role = lexicon.role(task.header)
        remarks = role is not None and role.kind == "remarks"  # of a calendar: no task goes on in a row without one
        self.weeks = [
            c.index for c in columns if (c.kind == "other" and "周" in c.header) or (remarks and c.kind == "time")
        ]
        self.days = days_before(columns, task)
        labels = [split_label(row[task.index].text) for row in table.rows[head.end :]]
        self.decimals = sum(bool(found and _POINTED.fullmatch(found[1])) for found in labels) * 2 > len(labels)
        self.headers = [self._folded_row(r) for r in range(head.start, head.end)]
        self.sections = Sections(
            plan,
            [column.index for column in columns if column.kind == "category"],
            [c for c in numbers if c != self.number],
        )
        self.groups: list[list[TaskDraft]] = []  # the tasks of cells that hold several
        self.count = 0
        self.own = 0  # the last number of a task's own beneath a merged one
        self.last_title: Cell | None = None
        self.last_number: tuple[str, str] | None = None

    def read(self) -> None:
        """All rows below the header."""
        for r in range(self.head.end, len(self.table.rows)):
            cells = own(self.table, r)
            if not cells:
                continue
            if self._repeats_header(r):
                self.ledger.leave_out(cells, "repeated-header")
            elif not self._special(r, cells):
                self._task_row(r, cells)
        share_lines(self.groups)
        self.beside.close()

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
            self.ledger.leave_out(cells, "total")
            return True
        counted = range(1, len(self.table.rows[r]) + 1)
        if len(cells) > 3 and first == "1" and [folded(cell.text) for cell in cells] == list(map(str, counted)):
            self.ledger.leave_out(cells, "column-numbers")
            return True
        if self.lexicon.note.match(first):
            self.plan.notes.append("\n".join(cell.text for cell in cells))
            self.ledger.place(cells)
            return True
        return self._group_row(r, cells)

    def _group_row(self, r: int, cells: list[Cell]) -> bool:
        """A row that says one thing only is a heading, or an explanation if it is long; False where it is a task."""
        row = self.table.rows[r]
        numbered = (
            len(cells) == 2
            and cells[0].column == self.number
            and is_group_number(
                table=self.table, r=r, cells=cells, task=self.task, number=self.number, numerals=self.numerals
            )
        )
        text = cells[-1]
        if (len(cells) != 1 and not numbered) or (text.colspan == 1 and self._names_when(text)):
            return False
        others = [cell for cell in distinct(row) if cell.text and cell not in cells]
        if any(self.head.columns[cell.column].kind != "category" for cell in others):
            return False
        if len(row) == 1 and not begins_in_chinese(text.text):
            return False
        across = text.colspan >= len(row) - len(others)
        if not (numbered or across or self._heading_like(text, r)):
            return False
        self.ledger.place(cells)
        if len(folded(text.text)) > _LONG or (across and "\n" in text.text and _SENTENCE_END.search(text.text)):
            self.plan.notes.append(text.text)
        else:
            lines = [line for cell in cells for line in cell.lines]
            self.sections.open(cells[0].text if numbered else "", text.text, self._location(r), lines)
        return True

    def _names_when(self, cell: Cell) -> bool:
        """Whether a cell is a week or a day of a calendar, in the column of these."""
        return cell.column in self.weeks or (cell.column in self.days and is_whole_day(folded(cell.text)))

    def _heading_like(self, cell: Cell, r: int) -> bool:
        """A lone text in a row of several cells is a heading if its label or its place says so."""
        text = cell.text
        if cell.colspan > 1 and cell.colspan * 2 > len(self.table.rows[r]):
            return not _SENTENCE_END.search(text) or begins_in_chinese(text)
        if "\n" in text or _SENTENCE_END.search(text):
            return False
        labelled = split_label(text)
        if cell.column == self.number or (self.number is None and cell.column == 0 and self.task.index != 0):
            return labelled is not None or not read_number(text)
        return labelled is not None and begins_in_chinese(labelled[1]) and not self.numerals

    def _task_row(self, r: int, cells: list[Cell]) -> None:
        row = self.table.rows[r]
        location = self._location(r, cells)
        section = self.sections.of_row(row, location, self.ledger.place)
        title = row[self.task.index]
        if not title.text and self.beside.says_who_or_when(row, r):
            title = self.sections.begun(row, r) or title  # the innermost group is what is done
        number_cell = row[self.number] if self.number is not None else None
        if not self._begins_task(r, cells, title, number_cell):
            return
        self.ledger.place([title])
        tasks = self.plan.tasks
        before = len(tasks)
        for task in self._tasks(r, location, title.text, number_cell):
            task.section = section
            task.lines = [*(number_cell.lines if number_cell is not None else ()), *title.lines]
            self.beside.add(task, row)
            heading = self.sections.heading
            if not task.schedule and heading is not None and time_header(heading.title):
                value = ColumnValue("time", "", heading.title, lines=heading.lines, inherited=True)
                task.columns.append(value)  # tasks below a row 一季度 are due then
            tasks.append(task)
        self._report_doubts(r, cells)
        if len(tasks) > before + 1:
            self.groups.append(tasks[before:])
        self.last_title = title if title.text else None

    def _begins_task(self, r: int, cells: list[Cell], title: Cell, number_cell: Cell | None) -> bool:
        """Whether a row begins a task; one that goes on the task above, or holds none, is put where it belongs."""
        row, tasks = self.table.rows[r], self.plan.tasks
        number_here = number_cell is not None and number_cell.row == r and number_cell.text
        week_here = not title.text and (
            any(row[c].row == r and row[c].text for c in self.weeks) or all(cell.column in self.days for cell in cells)
        )
        same = title is self.last_title and self.beside.same(row, self.table.rows[r - 1])
        if tasks and not number_here and not week_here and (same or not title.text):
            self._extend(tasks[-1], r)
            return False
        if title.text:
            return True
        if cells == [number_cell]:
            self.ledger.leave_out(cells, "number-alone")
        elif week_here:
            self.ledger.leave_out(cells, "week-without-task")
        elif not tasks:
            self.plan.notes.append("\n".join(cell.text for cell in cells))
            self.ledger.place(cells)
        else:
            return True
        return False

    def _tasks(self, r: int, location: Location, text: str, number_cell: Cell | None) -> list[TaskDraft]:
        """The tasks that the title cell holds, with their numbers: one, or where there is no number column as many as
        it has numbered items. Beneath a number merged over several rows, a number of its own counts."""
        if number_cell is not None:
            number, label = self._number(r, number_cell)
            if number_cell.rowspan > 1 and (found := split_label(text)) and found[0] in ("1", str(self.own + 1)):
                self.own = int(found[0])
                return [TaskDraft(found[0], found[1], one_line(found[2]), location=location)]
            return [TaskDraft(number, label, one_line(text), location=location)]
        items = split_items(text)
        if len(items) < 2:
            found = split_label(text) or self._label_in_turn(r, text)
            items = [found] if found and (self.decimals or not _POINTED.fullmatch(found[1])) else []
        if not items:
            self.count += 1
            return [TaskDraft(str(self.count), "", one_line(text), location=location)]
        drafts = []
        for _, label, rest in items:
            self.count += 1
            drafts.append(TaskDraft(str(self.count), label, one_line(rest), location=location))
        return drafts

    def _label_in_turn(self, r: int, text: str) -> tuple[str, str, str] | None:
        """The label of a task that begins with a day, told by those of the rows beside it."""
        beside = [self.table.rows[k][self.task.index].text if k < len(self.table.rows) else "" for k in (r - 1, r + 1)]
        return split_label_in_turn(text, *beside)

    def _number(self, r: int, cell: Cell) -> tuple[str, str]:
        self.ledger.place([cell])
        label = folded(cell.text)
        number = read_number(label)
        if number:
            self.count += 1
            self.last_number = (number, label)
            return number, label
        if not label and self.last_number:
            return self.last_number  # a merged number, in a dump or cut by a page
        self.count += 1
        digits = re.findall(r"\d{1,9}(?!\d)", label)  # of a longer run its end: no row has such a number
        if label and not digits:
            message = Message("the number {label!r} of row {row} cannot be read", label=label, row=r + 1)
            self._report("number-unreadable", message, r, label)
        number = str(int(digits[-1])) if digits else str(self.count)
        if label:
            self.last_number = (number, label)
        return number, label

    def _extend(self, task: TaskDraft, r: int) -> None:
        """A further row of the same task: what begins in it is added."""
        row = self.table.rows[r]
        if self.number is not None:
            self.ledger.place([row[self.number]])
        fresh = {id(cell) for cell in own(self.table, r)}
        self.beside.add(task, [cell if id(cell) in fresh else Cell(r, c) for c, cell in enumerate(row)])

    def _location(self, r: int, cells: Sequence[Cell] = ()) -> Location:
        """The place of a row, or of `cells` that begin in it."""
        table, title = self.table, self.table.rows[r][self.task.index]
        cells = cells or own(table, r) or distinct(table.rows[r])
        pages = [page for cell in cells if (page := cell.page or (cell.lines[0].page if cell.lines else None))]
        page = pages[0] if pages else table.page
        return Location(page=page, table=table.number or None, row=r + 1, sheet=table.sheet, cell=title.address)

    def _report(
        self, code: str, message: Message, r: int, text: str | None = None, severity: Severity = "info"
    ) -> None:
        self.plan.diagnostics.append(
            Diagnostic(code=code, severity=severity, message=message, text=text, location=self._location(r))
        )

    def _report_doubts(self, r: int, cells: list[Cell]) -> None:
        """Say which cells of a row might as well stand in other columns."""
        doubtful = [cell.text for cell in cells if cell.doubtful]
        if doubtful:
            message = Message(
                "row {row} lacks a cell, and the text does not tell which: its cells may stand in other columns",
                row=r + 1,
            )
            self._report("row-doubtful", message, r, "\n".join(doubtful), "warning")
        if r in self.undated:
            message = Message(
                "row {row} says no time, and the text does not tell whether that of the row above is merged over it",
                row=r + 1,
            )
            self._report("row-doubtful", message, r, None, "warning")

    def _folded_row(self, r: int) -> tuple[str, ...]:
        return tuple(folded(cell.text) for cell in self.table.rows[r])

    def _repeats_header(self, r: int) -> bool:
        first = folded(self.table.rows[r][0].text)
        return any(first == header[0] and self._folded_row(r) == header for header in self.headers)
