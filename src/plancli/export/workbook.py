"""XLSX (ECMA-376, SpreadsheetML): the ledger that an office keeps, 任务台账, with what belongs to it on further sheets.

Days are typed dates, numbers of tasks are text, and no text is taken for a formula. How many days are left is worked out
by the spreadsheet when it is opened; the file itself is the same on any day.
"""

from __future__ import annotations

import datetime
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ..language import script
from ..model.bulletin import Bulletin, Plan, Role, Task
from .task_values import bounds, named, names, when

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_STATES = ("未开始", "进行中", "已完成", "已逾期", "暂缓")
_KINDS = {"deadline": "时限", "period": "时段", "ongoing": "全年", "recurring": "周期", "conditional": "视情"}
_ROLES: dict[Role, str] = {"lead": "牵头", "support": "配合", "responsible": "责任"}
_SOON = 30  # days before its last day on which a task turns yellow
LEDGER = "任务台账"  # the name of the first sheet
_LINE, _HIGHEST = 16.5, 409.0  # points: of a line, of a row at most (programs other than Excel do not work it out)
_MADE = datetime.datetime(2000, 1, 1)
Rows = Iterable[Sequence[object]]

# heading and width in characters of each column
_LEDGER = (
    ("序号", 7), ("章节", 22), ("任务", 42), ("内容", 46), ("牵头单位", 18), ("责任单位", 18), ("配合单位", 22), ("责任人", 12),
    ("时间安排", 20), ("开始提醒", 12), ("到期提醒", 12), ("进展情况", 24), ("完成状态", 10), ("备注", 18), ("所属计划", 24), ("页码", 6),
    ("来源文件", 28),
)  # fmt: skip
_NODES = (
    ("所属计划", 24), ("编号", 7), ("所属任务", 42), ("类别", 7), ("原文", 18), ("开始时间", 12), ("截止时间", 12), ("具体动作", 36), ("规则", 24), ("相关方", 26), ("页码", 6),
)  # fmt: skip
_DOUBTS = (("来源文件", 28), ("所属计划", 24), ("编号", 7), ("所属任务", 42), ("代码", 18), ("说明", 60), ("页码", 6))
_SOURCES = (
    ("来源文件", 40), ("所属计划", 36), ("年度", 7), ("页数", 6), ("发文机关", 22), ("文号", 20), ("发文时间", 12), ("任务数量", 9), ("校验值", 66),
)  # fmt: skip


def document(bulletins: Sequence[Bulletin]) -> bytes:
    """The bulletins as one workbook: 任务台账, 时间节点, 部门工作量, 存疑, 来源."""
    out = io.BytesIO()
    book = Book(out)
    ledger = book.sheet(LEDGER, _LEDGER, _ledger(bulletins), title=_title(bulletins))
    book.track(ledger, sum(len(plan.tasks) for one in bulletins for plan in one.plans))
    book.sheet("时间节点", _NODES, _nodes(bulletins))
    book.sheet("部门工作量", *_workload(bulletins))
    book.sheet("存疑", _DOUBTS, _doubts(bulletins))
    book.sheet("来源", _SOURCES, _sources(bulletins))
    book.close()
    return out.getvalue()


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
        sheet = self._book.add_worksheet(name)
        head = 1 if title else 0
        if title:
            sheet.merge_range(0, 0, 0, len(columns) - 1, "", self._title)
            sheet.write_string(0, 0, title, self._title)
        for column, (heading, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(head, column, heading, self._head)
        last = head
        for last, row in enumerate(rows, head + 1):
            lines = 1
            for column, value in enumerate(row):
                self._write(sheet, last, column, value)
                lines = max(lines, _lines(str(value or ""), columns[column][1]))
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
            sheet.write_string(row, column, str(value), self._text)
        else:
            sheet.write_blank(row, column, None, self._text)

    def track(self, sheet: Worksheet, count: int) -> None:
        """A list to choose the state from, and a colour by the days left, for the `count` rows of the ledger."""
        titles = [title for title, _ in _LEDGER]
        state, due = titles.index("完成状态"), titles.index("到期提醒")
        if not count:
            return
        first, last = 2, count + 1  # beneath title and heading
        sheet.data_validation(first, state, last, state, {"validate": "list", "source": list(_STATES)})
        day, held = f"${_letter(due)}{first + 1}", f"${_letter(state)}{first + 1}"
        for formula, shown in (
            (f'={held}="已完成"', self._done),
            (f'=AND({day}<>"",{day}<TODAY())', self._late),
            (f'=AND({day}<>"",{day}-TODAY()<={_SOON})', self._soon),
        ):
            rule: dict[str, Any] = {"type": "formula", "criteria": formula, "format": shown, "stop_if_true": True}
            sheet.conditional_format(first, 0, last, len(_LEDGER) - 1, rule)

    def close(self) -> None:
        """Ends the workbook; what it holds is written then."""
        self._book.close()


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
    return f"{years.pop()}年{LEDGER}" if len(years) == 1 and None not in years else LEDGER


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
                plan.title, task.number, task.title, _KINDS[node.kind], node.raw, node.start, node.end, node.action,
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
    columns = [("单位", 24), *((name, 7) for name in _ROLES.values()), *((month, 9) for month in titles)]
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
                doubt.message, doubt.location.page,
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
