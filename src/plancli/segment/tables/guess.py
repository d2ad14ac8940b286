"""The columns of a table without a header, told by what their cells hold."""

from __future__ import annotations

from itertools import pairwise

from ...grammar.pattern import Pattern
from ...language.bodies import all_bodies
from ...language.headers import HeaderKind, Lexicon
from ...language.labels import read_number
from ...language.month_days import is_weekday, is_whole_day
from ...language.surnames import looks_like_person
from ...language.times import has_part_of_year, has_time, is_time
from ...model.source import Table
from .columns import Column, Head, distinct, folded, own

_FEW = 2  # rows of days and deeds; fewer are no schedule
_BETWEEN_NAMES = Pattern(r"[\s、，,；;/]+")
_SHORT = 16  # characters of a time, on average


def guess_head(table: Table, lexicon: Lexicon) -> Head | None:
    """Columns by content, None unless there are a column of tasks and one of bodies or times, and two rows of them."""
    start = 0
    while start < len(table.rows) and len(own(table, start)) <= 1:
        start += 1
    rows = [r for r in range(start, len(table.rows)) if len(distinct(table.rows[r])) > 1]
    if len(rows) < 2:
        return None
    width = len(table.rows[0])
    columns = [Column(c, "", None) for c in range(width)]
    texts = [[folded(table.rows[r][c].text) for r in rows] for c in range(width)]
    filled = [[text for text in column if text] for column in texts]
    for column in columns:
        column.kind = _kind(filled[column.index], len(rows), any(other.kind == "number" for other in columns))
    if _is_agenda(table, texts, rows):
        first = next(r for r in range(len(table.rows)) if is_whole_day(folded(table.rows[r][0].text)))
        return Head(first, first, [Column(0, "时间", "time"), Column(1, "", "task"), *columns[2:]], guessed=True)
    free = [column for column in columns if column.kind in (None, "time") and _mean(filled[column.index]) >= 5]
    if not free:
        return None
    untimed = [column for column in free if column.kind is None]
    # the task comes first and is a text; a schedule may be longer
    task = untimed[0] if untimed else free[0]
    if task.kind == "time" and len(free) < 2:
        return None
    task.kind = "task"
    kinds = {column.kind for column in columns}
    if not kinds & {"departments", "time"}:
        return None
    dated = width == 2 and all(is_time(text) for text in texts[0]) and len(rows) > _FEW
    if "number" not in kinds and not {"departments", "time"} <= kinds and not dated:
        return None
    for column in columns:
        if column.kind == "departments":
            column.role = "responsible"
        if column.kind is None and not filled[column.index]:
            column.kind = "remarks"
        column.header = _NAMES.get(column.kind or "task", "")
        if column.kind is None:
            column.header = f"第{column.index + 1}列"
    return Head(start, start, columns, guessed=True)


def weekdays_head(table: Table) -> Head | None:
    """The header of a week: no word right above 星期一, 星期二 … in the first column, and one text on each; None for another table."""
    days = [r for r in range(len(table.rows)) if is_weekday(folded(table.rows[r][0].text))]
    first = days[0] if len(days) > _FEW else 0
    if not days or days != list(range(first, first + len(days))) or len(days) <= _FEW:
        return None
    texts = [{id(cell) for cell in table.rows[r][1:] if cell.text} for r in days]
    if max(map(len, texts)) != 1 or sum(_are_persons(table.rows[r][1].text) for r in days) * 2 > len(days):
        return None  # several columns, or whose turn it is
    above = table.rows[first - 1] if first else []
    named = bool(above) and not above[0].text and len(own(table, first - 1)) == 1
    if above and not named and len(distinct(above)) > 1:
        return None
    start = first - 1 if named else first
    columns = [Column(0, "星期", "other"), *(Column(c, "", "task") for c in range(1, len(table.rows[0])))]
    return Head(start, first, columns)


def _is_agenda(table: Table, texts: list[list[str]], rows: list[int]) -> bool:
    """Whether rows beneath days that stand across the table say at which hour what is done: 6月9日 / 8:00—9:00 | 签到 | 大厅."""
    across = [own(table, r) for r in range(len(table.rows)) if r not in rows]
    days = sum(len(cells) == 1 and is_whole_day(folded(cells[0].text)) for cells in across)
    return days > 0 and len(rows) > _FEW and all(map(is_time, texts[0])) and all(texts[1])


def _are_persons(text: str) -> bool:
    return all(map(looks_like_person, _BETWEEN_NAMES.split(text.strip())))


def holds_times(table: Table, head: Head, column: Column) -> bool:
    """Whether the cells under a header that no list has are times, and short."""
    cells = [row[column.index] for row in table.rows[head.end :]]
    texts = [folded(cell.text) for cell in cells if cell.colspan == 1]
    filled = [text for text in texts if text]
    timed = sum(map(has_part_of_year, filled))
    return len(filled) > 1 and _mean(filled) <= _SHORT and timed * 3 >= len(filled) * 2


def holds_persons(table: Table, head: Head, column: Column) -> bool:
    """Whether the cells under a header that no list has are persons' names, but for one in five."""
    cells = [row[column.index] for row in table.rows[head.end :]]
    texts = [cell.text for cell in cells if cell.text and cell.colspan == 1]
    return bool(texts) and sum(map(_are_persons, texts)) * 5 >= len(texts) * 4


_NAMES: dict[HeaderKind, str] = {
    "number": "序号", "task": "", "departments": "责任单位", "time": "时间", "remarks": "备注", "leaders": "责任人", "category": "类别",
}  # fmt: skip


def _kind(texts: list[str], rows: int, numbered: bool) -> HeaderKind | None:
    if not texts:
        return None
    if not numbered and len(texts) * 2 >= rows:
        numbers = [read_number(text) for text in texts]
        if sum(number is not None for number in numbers) * 5 >= len(texts) * 4 and _rising(numbers):
            return "number"
    bodies = sum(map(all_bodies, texts))
    if bodies * 3 >= len(texts) * 2:
        return "departments"
    timed = sum(has_time(text) or is_time(text) for text in texts)
    if timed * 3 >= len(texts) * 2:
        return "time"
    return None


def _rising(numbers: list[str | None]) -> bool:
    values = [int(number) for number in numbers if number and number.isdecimal()]
    return sum(b == a + 1 for a, b in pairwise(values)) * 3 >= (len(values) - 1) * 2


def _mean(texts: list[str]) -> float:
    return sum(map(len, texts)) / len(texts) if texts else 0.0
