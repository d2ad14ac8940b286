"""A table whose rows are weeks, each with its days and what is done in it → a row for each event, with its month and its days: 9月 │ 开学 │ 9月5日."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...grammar.pattern import Pattern
from ...language.month_days import day_of, is_next_day, leading_days, months_of_weeks
from ...model.source import Cell, Line, Table
from .columns import distinct

_LEAST_WEEKS = 3
_BEFORE_DAYS = Pattern(r"(?<=[。；;])(?=[（(]\d)")  # within a line
_LEADING = Pattern(r"\d{1,2}(?=[日—－–~～至到、，,-]|$)")
_WITH_MONTH = Pattern(r"[./月]")
_WORDS = ("阶段", "工作任务", "日期")


def events_of(table: Table) -> list[list[Cell]] | None:
    """The rows of a calendar as header and events, None where its rows do not hold days that go on from week to week."""
    weeks: list[tuple[list[str], list[str], list[Cell]] | None] = []
    last = due = 0  # the last day of the week before; how many weeks go on from it
    for row in table.rows:
        week = _week(row, last)
        weeks.append(week)
        due += week is not None and last > 0 and is_next_day(day_of(week[1][0]), last)
        last = day_of(week[1][-1]) if week else last
    if due < _LEAST_WEEKS - 1 or due * 3 < 2 * (sum(map(bool, weeks)) - 1):
        return None
    held = [week for week in weeks if week]
    told = [
        (
            [*labels, *(day for day in days if not day.isdecimal())],
            list(map(day_of, days)),
            [cell.text for cell in cells],
        )
        for labels, days, cells in held
    ]
    rows = [[Cell(0, c, lines=[Line(word)], text=word) for c, word in enumerate(_WORDS)]]
    named: Cell | None = None
    seen: set[int] = set()
    for (_, days, cells), (begins, ends) in zip(held, months_of_weeks(told), strict=True):
        first = day_of(days[0])
        for cell, text in _events(cells, seen):
            led = leading_days(text)
            at = _first_day(led[0] if led else text)
            month = begins if not at or at >= first else ends
            if named is None or named.text != f"{month}月":
                named = Cell(0, 0, lines=cell.lines, text=f"{month}月" if month else "")
            when = _when(led[0], month) if led and month else ""
            rows.append([named, replace(cell, text=led[1] if led and when else text), replace(cell, text=when)])
    return rows if len(rows) > 1 else None


def _week(row: Sequence[Cell], last: int) -> tuple[list[str], list[str], list[Cell]] | None:
    """What stands before the days of a row, its days, and the cells behind them; None where it has no days. `last` is the day before."""
    cells = distinct(row)
    held = [cell.text.split() for cell in cells]
    full = [k for k, texts in enumerate(held) if texts and all(map(day_of, texts))]
    for group in reversed(list(_neighbours(full))):
        places = [k for k in group for _ in held[k]]
        turn = _last_turn([day_of(text) for k in group for text in held[k]])
        if len(turn) > 1 or (last and is_next_day(turn[0], last)):
            first = places[-len(turn)]  # a number before it is that of the week
            labels = [text for texts in held[:first] for text in texts]
            days = [text for k in group if k >= first for text in held[k]]
            return labels, days, [cell for cell in cells[group[-1] + 1 :] if cell.text]
    return None


def _last_turn(days: Sequence[int]) -> Sequence[int]:
    """The days at the end that follow one another."""
    start = len(days) - 1
    while start and is_next_day(days[start], days[start - 1]):
        start -= 1
    return days[start:]


def _neighbours(places: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for place in places:
        if run and place != run[-1] + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _events(cells: Sequence[Cell], told: set[int]) -> Iterator[tuple[Cell, str]]:
    """The events of a week: a line that days lead begins one, others go on with the one above. A cell over several weeks
    tells its events in the first of them (`told`: the cells that have)."""
    for cell in cells:
        if id(cell) in told:
            continue
        told.add(id(cell))
        texts: list[str] = []
        for line in cell.text.split("\n"):
            for text in _BEFORE_DAYS.split(line):
                if texts and not leading_days(text):
                    texts[-1] += text
                elif text:
                    texts.append(text)
        yield from ((cell, text) for text in texts)


def _first_day(text: str) -> int:
    digits = _LEADING.match(text)
    return int(digits[0]) if digits else 0


def _when(days: str, month: int) -> str:
    """Days as a time: 8-12 of September is 9月8-12日; those that name their month stay as they are."""
    return days if _WITH_MONTH.search(days) else f"{month}月{days.removesuffix('日')}日"
