"""Task tables → sections and tasks, read by their headers and never by position.

read_table(table)  ─► find_head (or guess_head) ─► assign ─► RowReader ─► TablePlan
"""

from __future__ import annotations

from ...language.header_rows import is_form
from ...language.headers import HeaderRole, lexicon_of, role_of_header
from ...messages import Message
from ...model.bulletin import Diagnostic, Location
from ...model.settings import Settings
from ...model.source import Table
from ..table_plan import TablePlan
from .assign import assign, is_plan
from .cards import turned
from .columns import Head, distinct, find_head, folded, single_head
from .ditto import fill_merged
from .guess import guess_head, weekdays_head
from .reshaped import reshaped
from .rows import RowReader

__all__ = ["HeaderRole", "TablePlan", "read_table", "role_of_header"]


def read_table(table: Table, *, settings: Settings) -> TablePlan | None:
    """A table as `clean` gives it → its tasks; None where it is no plan (contacts, statistics, forms, layout)."""
    lexicon = lexicon_of(settings.lexicon)
    single = single_head(table, lexicon) if len(table.rows[0]) == 1 else None
    if len(table.rows) < 2 or (len(table.rows[0]) < 2 and single is None):
        return None
    given, table = table, reshaped(table, lexicon) or table
    head = single or weekdays_head(table) or find_head(table, lexicon)
    if head is None and (card := turned(table, lexicon)) is not None:
        table, head = card, find_head(card, lexicon)
    head = head or guess_head(table, lexicon)
    if head is None:
        return None
    before = {column.index: column.kind for column in head.columns}
    task = assign(table, head)
    if task is None or not is_plan(table, head, before[task.index]):
        return None
    undated = fill_merged(table, head, task)
    plan = TablePlan()
    _report_columns(plan, table, head, before[task.index] is None)
    reader = RowReader(table, head, task, lexicon, plan, undated)
    _read_top(reader)
    reader.read()
    plan.counted = reader.number is None
    if not plan.tasks:
        return None
    reader.ledger.close(table, plan)
    if table.rows is not given.rows:
        _settle(plan, given)
    return plan


def _settle(plan: TablePlan, given: Table) -> None:
    """The account of a table that was given another shape: its words once, as they were."""
    texts = [*(cell.text for cell in given.cells()), *(text for _, text in given.dropped)]
    plan.placed = sum(len(folded(text)) for text in texts) - sum(len(folded(text)) for _, text in plan.left_out)


def _read_top(reader: RowReader) -> None:
    """The rows above the header: titles and notes."""
    table, head, plan = reader.table, reader.head, reader.plan
    for row in table.rows[: head.start]:
        fields = is_form([cell.text for cell in distinct(row)], reader.lexicon)
        for cell in distinct(row):
            if not cell.text or reader.ledger.has(cell):
                continue
            reader.ledger.place([cell])
            text = cell.text.replace("\n", "")
            if (
                plan.title is None
                and len(text) >= 4
                and not fields
                and not reader.lexicon.note.match(folded(text))
                and "：" not in text
            ):
                plan.title = text
            else:
                plan.notes.append(cell.text)
    for row in table.rows[head.start : head.end]:
        for cell in distinct(row):
            if cell.text and not reader.ledger.has(cell):
                reader.ledger.place([cell])
                plan.header.append(cell.text)


def _report_columns(plan: TablePlan, table: Table, head: Head, task_guessed: bool) -> None:
    where = Location(page=table.page, table=table.number or None, row=head.start + 1)
    if head.guessed:
        shown = "、".join(f"{column.index + 1} {column.kind}" for column in head.columns if column.kind)
        message = Message("the table has no header; its columns were told by what they hold: {shown}", shown=shown)
        plan.diagnostics.append(Diagnostic(code="header-guessed", severity="warning", message=message, location=where))
        return
    if task_guessed:
        message = Message("no header names the task; the column with the longest texts was taken")
        plan.diagnostics.append(
            Diagnostic(code="task-column-guessed", severity="warning", message=message, location=where)
        )
    for column in head.columns:
        if column.kind is None and any(row[column.index].text for row in table.rows[head.end :]):
            message = Message(
                "the column {header!r} is not known; its cells are in extra", header=column.header or column.index + 1
            )
            plan.diagnostics.append(Diagnostic(code="column-unknown", severity="info", message=message, location=where))
