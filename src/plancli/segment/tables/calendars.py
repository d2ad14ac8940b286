"""What the columns of a calendar say beside each other: weeks beside days, months over them, classes whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence

from ...grammar.pattern import Pattern
from ...language.month_days import heads_weekdays, heads_weeks, is_week
from ...language.times import has_time
from ...model.source import Table
from .columns import Column, Head, folded, merged_over

_DAY = Pattern(r"\d{1,2}[.．/月·]\d{1,2}")
_CLASSES = "班级"
_CLASS = Pattern(r"\D.*班$|.*年级$")


def weeks_beside_days(table: Table, head: Head) -> None:
    """In a calendar whose rows are dated, the number of the week says nothing more: it goes to `extra`."""
    times = [column for column in head.columns if column.kind == "time" and not column.is_time]
    weeks = [column for column in times if heads_weeks(column.header) or holds_weeks(table, head, column)]
    others = [column for column in times if column not in weeks]
    if any(is_dated(table, head, column) for column in others):
        for column in weeks:
            column.kind = "other"
        _months_over_days(table, head, others)


def is_dated(table: Table, head: Head, column: Column) -> bool:
    """Whether a column holds days, by its header or by most of its cells (3.4—3.8)."""
    if "日期" in column.header or "起止" in column.header:
        return True
    texts = [text for row in table.rows[head.end :] if (text := folded(row[column.index].text))]
    return len(texts) > 1 and sum(_DAY.match(text) is not None for text in texts) * 3 > len(texts) * 2


def weekdays_are_dated(table: Table, head: Head, column: Column) -> bool:
    """Whether most cells of a column of weekdays name the date as well: 周三（5月7日）."""
    texts = [text for row in table.rows[head.end :] if (text := folded(row[column.index].text))]
    return len(texts) > 0 and sum(map(has_time, texts)) * 3 > len(texts) * 2


def days_before(columns: Sequence[Column], task: Column) -> list[int]:
    """Which columns before the task say when, by dates or weekdays."""
    before = columns[: task.index]
    return [column.index for column in before if column.kind == "time" or heads_weekdays(column.header)]


def _months_over_days(table: Table, head: Head, times: list[Column]) -> None:
    """A month merged over rows whose own days name theirs says nothing more: it groups them."""
    dated = next(column for column in times if is_dated(table, head, column))
    days = [text for row in table.rows[head.end :] if (text := row[dated.index].text)]
    if sum("月" in text for text in days) * 2 <= len(days):
        return
    for column in times:
        before = "月份" in column.header and column.index < dated.index
        if before and merged_over(table, head, column.index, dated.index):
            column.kind = "category"


def holds_weeks(table: Table, head: Head, column: Column) -> bool:
    """Whether most cells of a column say which week of a term it is, and no date."""
    texts = {text for row in table.rows[head.end :] if (text := folded(row[column.index].text))}
    return sum(map(is_week, texts)) * 2 > len(texts)


def classes_who_act(table: Table, head: Head) -> None:
    """In a calendar the column 班级 that names classes (四1班), and does not count them, says whose turn it is."""
    if not any(column.kind == "time" for column in head.columns):
        return
    for column in head.columns:
        if column.kind == "statistics" and column.header.endswith(_CLASSES):
            texts = [text for row in table.rows[head.end :] if (text := folded(row[column.index].text))]
            if texts and sum(_CLASS.match(text) is not None for text in texts) * 2 > len(texts):
                column.kind, column.role = "departments", "responsible"
