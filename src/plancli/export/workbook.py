"""XLSX (ECMA-376, SpreadsheetML): the ledger that an office keeps, 任务台账, with what belongs to it on further sheets.

Headings, states and names of sheets are in the user's language, as `messages` has it; `language.headers` knows those of both, so that a
ledger is read back. Days are typed dates, numbers of tasks are text, and no text is taken for a formula. How many days are left is worked out
by the spreadsheet when it is opened; the file itself is the same on any day.
"""

from __future__ import annotations

import datetime
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, get_args

from ..language import script
from ..messages import Language, Message, recognised, translated
from ..model.bulletin import Bulletin, Plan, Role, Task
from .task_values import bounds, named, names, when

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_STATES = (Message("not begun"), Message("in progress"), Message("done"), Message("overdue"), Message("put off"))
_DONE = _STATES[2]
_ROLES: tuple[Role, ...] = ("lead", "support", "responsible")
_SOON = 30  # days before its last day on which a task turns yellow
LEDGER = Message("Task ledger")  # the name of the first sheet
_LINE, _HIGHEST = 16.5, 409.0  # points: of a line, of a row at most (programs other than Excel do not work it out)
_MADE = datetime.datetime(2000, 1, 1)
Rows = Iterable[Sequence[object]]

# heading and width in characters of each column
_LEDGER = (
    (Message("No"), 7), (Message("Section"), 22), (Message("Task"), 42), (Message("Content"), 46), (Message("Lead"), 18),
    (Message("Responsible"), 18), (Message("Support"), 22), (Message("Person"), 12), (Message("Schedule"), 20),
    (Message("First day"), 12), (Message("Last day"), 12), (Message("Progress"), 24), (Message("State"), 10), (Message("Remarks"), 18),
    (Message("Plan"), 24), (Message("Page"), 6), (Message("Source file"), 28),
)  # fmt: skip
_STATE, _DUE = 12, 10  # among these columns
_NODES = (
    (Message("Plan"), 24), (Message("Number"), 7), (Message("Of task"), 42), (Message("Kind"), 12), (Message("Words"), 18),
    (Message("From"), 12), (Message("To"), 12), (Message("What is due"), 36), (Message("Rule"), 24), (Message("Bodies"), 26),
    (Message("Page"), 6),
)  # fmt: skip
_DOUBTS = (
    (Message("Source file"), 28), (Message("Plan"), 24), (Message("Number"), 7), (Message("Of task"), 42), (Message("Code"), 18),
    (Message("Doubt"), 60), (Message("Page"), 6),
)  # fmt: skip
_SOURCES = (
    (Message("Source file"), 40), (Message("Plan"), 36), (Message("Year"), 7), (Message("Pages"), 6), (Message("Issuer"), 22),
    (Message("Document number"), 20), (Message("Issued on"), 12), (Message("Number of tasks"), 9), (Message("SHA-256"), 66),
)  # fmt: skip


def document(bulletins: Sequence[Bulletin]) -> bytes:
    """The bulletins as one workbook: the ledger, time nodes, workload of the bodies, doubts, sources."""
    out = io.BytesIO()
    book = Book(out)
    ledger = book.sheet(LEDGER, _LEDGER, _ledger(bulletins), title=_title(bulletins))
    book.track(ledger, sum(len(plan.tasks) for one in bulletins for plan in one.plans))
    book.sheet(Message("Time nodes"), _NODES, _nodes(bulletins))
    book.sheet(Message("Workload"), *_workload(bulletins))
    book.sheet(Message("Doubts"), _DOUBTS, _doubts(bulletins))
    book.sheet(Message("Sources"), _SOURCES, _sources(bulletins))
    book.close()
    return out.getvalue()


def ledger_names() -> tuple[str, ...]:
    """What the first sheet is called, in each language."""
    return tuple(translated(LEDGER, language) for language in get_args(Language))


class Book:
    """The workbook under way, with its cell formats."""

    def __init__(self, out: io.BytesIO) -> None:
        import xlsxwriter

        self._book = xlsxwriter.Workbook(
            out,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
        )
        self._book.set_properties({"created": _MADE})
        self._head = self._book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "valign": "vcenter"})  # fmt: skip
        self._title = self._book.add_format({"bold": True, "font_size": 16, "align": "center"})
        self._text = self._book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "border": 1})
        self._done = self._book.add_format({"font_color": "#808080"})
        self._late = self._book.add_format({"bg_color": "#F8CBAD"})
        self._soon = self._book.add_format({"bg_color": "#FFE699"})

    def sheet(self, name: str, columns: Sequence[tuple[str, int]], rows: Rows, *, title: str = "") -> Worksheet:
        """A sheet with a frozen heading and a filter over its rows, beneath a title where there is one."""
        sheet = self._book.add_worksheet(translated(name))
        head = 1 if title else 0
        if title:
            sheet.merge_range(0, 0, 0, len(columns) - 1, "", self._title)
            sheet.write_string(0, 0, title, self._title)
        for column, (heading, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(head, column, translated(heading), self._head)
        last = head
        for last, row in enumerate(rows, head + 1):
            lines = 1
            for column, value in enumerate(row):
                self._write(sheet, last, column, value)
                lines = max(lines, _lines(_shown(value or ""), columns[column][1]))
            sheet.set_row(last, min(lines * _LINE, _HIGHEST))
        sheet.freeze_panes(head + 1, 0)
        sheet.autofilter(head, 0, last, len(columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, head)
        return sheet

    def _write(self, sheet: Worksheet, row: int, column: int, value: object) -> None:
        if isinstance(value, datetime.date):
            sheet.write_datetime(row, column, datetime.datetime.combine(value, datetime.time()), self._day)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self._text)
        elif value:
            sheet.write_string(row, column, _shown(value), self._text)
        else:
            sheet.write_blank(row, column, None, self._text)

    def track(self, sheet: Worksheet, count: int) -> None:
        """A list to choose the state from, and a colour by the days left, for the `count` rows of the ledger."""
        if not count:
            return
        first, last = 2, count + 1  # beneath title and heading
        states = [translated(state) for state in _STATES]
        sheet.data_validation(first, _STATE, last, _STATE, {"validate": "list", "source": states})
        day, held = f"${_letter(_DUE)}{first + 1}", f"${_letter(_STATE)}{first + 1}"
        for formula, shown in (
            (f'={held}="{translated(_DONE)}"', self._done),
            (f'=AND({day}<>"",{day}<TODAY())', self._late),
            (f'=AND({day}<>"",{day}-TODAY()<={_SOON})', self._soon),
        ):
            rule: dict[str, Any] = {"type": "formula", "criteria": formula, "format": shown, "stop_if_true": True}
            sheet.conditional_format(first, 0, last, len(_LEDGER) - 1, rule)

    def close(self) -> None:
        """Ends the workbook; what it holds is written then."""
        self._book.close()


def _shown(value: object) -> str:
    """A value as text; words of plancli's own in the user's language."""
    return translated(value) if isinstance(value, Message) else str(value)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many characters, a Chinese one counted as two."""
    return sum(-(-script.columns(line) // max(1, width - width // 8)) or 1 for line in text.split("\n"))


def _letter(column: int) -> str:
    return chr(ord("A") + column)


def _title(bulletins: Iterable[Bulletin]) -> str:
    """The title of the one plan, or what all are about, with their year where they have one."""
    plans = [plan for bulletin in bulletins for plan in bulletin.plans]
    years = {plan.year for plan in plans}
    if len(plans) == 1 and plans[0].year is not None and str(plans[0].year) in plans[0].title:
        return plans[0].title
    if len(years) == 1 and None not in years:
        return translated(Message("Task ledger {year}", year=years.pop()))
    return translated(LEDGER)


def _ledger(bulletins: Iterable[Bulletin]) -> Rows:
    for bulletin in bulletins:
        for plan in bulletin.plans:
            for task in plan.tasks:
                first, last = bounds(task.time_nodes)
                yield (
                    task.number, " > ".join(task.section_path), task.title, task.text,
                    names(task, "lead"), names(task, "responsible"), names(task, "support"),
                    "、".join(leader.name for leader in task.leaders),
                    when(task), first, last, None, None,
                    task.remarks, plan.title, task.location.page, bulletin.source.path,
                )  # fmt: skip


def _nodes(bulletins: Iterable[Bulletin]) -> Rows:
    for plan, task in _tasks(bulletins):
        who = "、".join(dict.fromkeys(body.name for body in task.departments))
        for node in task.time_nodes:
            yield (
                plan.title, task.number, task.title, Message(node.kind), node.raw, node.start, node.end, node.action,
                node.rrule, who, task.location.page,
            )  # fmt: skip


def _workload(bulletins: Iterable[Bulletin]) -> tuple[list[tuple[str, int]], Rows]:
    """How many tasks each body has, by role, and how many of them end in each month."""
    roles: Counter[tuple[str, str]] = Counter()
    months: Counter[tuple[str, str]] = Counter()
    for _, task in _tasks(bulletins):
        ends = {node.end.strftime("%Y-%m") for node in task.time_nodes if node.end is not None}
        for key, role in {(body.key or body.name, body.role) for body in task.departments}:
            roles[key, role] += 1
        for key in {body.key or body.name for body in task.departments}:
            months.update((key, month) for month in ends)
    titles = sorted({month for _, month in months})
    order = sorted({key for key, _ in roles}, key=lambda key: (-sum(roles[key, role] for role in _ROLES), key))
    heads = (Message("lead"), Message("support"), Message("responsible"))
    columns = [(Message("Body"), 24), *((head, 11) for head in heads), *((month, 9) for month in titles)]
    return columns, (
        (key, *(roles[key, role] for role in _ROLES), *(months[key, month] for month in titles)) for key in order
    )


def _doubts(bulletins: Iterable[Bulletin]) -> Rows:
    for bulletin in bulletins:
        tasks = {task.id: (plan, task) for plan in bulletin.plans for task in plan.tasks}
        for doubt in named(bulletin):
            plan, task = tasks.get(doubt.task or "", (None, None))
            if doubt.severity == "info" and task is None:
                continue
            yield (
                bulletin.source.path, plan and plan.title, task and task.number, task and task.title, doubt.code,
                recognised(doubt.message), doubt.location.page,
            )  # fmt: skip


def _sources(bulletins: Iterable[Bulletin]) -> Rows:
    for bulletin in bulletins:
        for plan in bulletin.plans:
            yield (
                bulletin.source.path, plan.title, plan.year, bulletin.source.pages, plan.issuer, plan.doc_number, plan.issued_on,
                len(plan.tasks), bulletin.source.sha256,
            )  # fmt: skip


def _tasks(bulletins: Iterable[Bulletin]) -> Iterable[tuple[Plan, Task]]:
    return ((plan, task) for bulletin in bulletins for plan in bulletin.plans for task in plan.tasks)
