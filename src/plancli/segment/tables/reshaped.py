"""Tables of other shapes → a header with rows below: two lists side by side, cards with two pairs a row, a row for each
department with a column for each quarter, a row for each week with a column for each department or line of work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...language.bodies import all_bodies
from ...language.headers import Lexicon
from ...language.month_days import is_weekday
from ...language.surnames import looks_like_person
from ...language.times import is_time
from ...model.source import Cell, Line, Table
from .columns import distinct, folded, own
from .week_events import events_of

_TITLE_ROWS = 3
_COLUMNS = 3  # of a table whose cells tell its columns whatever their edges
_SHORTEST = 4  # characters that the cells of a matrix have on average; marks and figures have fewer
_SHORTEST_DEED = 3  # the same of what is done in a week: 家长会
_WEEKDAYS = 4
_TASKS = ("task", "task_weak", "detail", "measure", "goal", "problem")


def reshaped(table: Table, lexicon: Lexicon) -> Table | None:
    """The table with a header above its rows, None if it is of none of these shapes."""
    if square := _squared(table):
        return reshaped(square, lexicon) or square
    halved = _halved(table)
    if events := _events(table, halved):
        return _table(events, table, table.dropped)
    shapes = (_cards, _listed, _weekly, _in_lines)
    return _stacked(table, halved) or next((found for shape in shapes if (found := shape(table, lexicon))), None)


def _squared(table: Table) -> Table | None:
    """A table whose rows have as many cells each, drawn with edges that do not meet those above: cell under cell. Rows of one cell
    stay so."""
    rows = [distinct(row) for row in table.rows]
    counts = {len(cells) for cells in rows} - {1}
    width = counts.pop() if len(counts) == 1 else 0
    edges = {tuple(cell.column for cell in cells) for cells in rows if len(cells) > 1}
    if width < _COLUMNS or len(edges) < 2 or any(cell.rowspan > 1 for cells in rows for cell in cells):
        return None
    return _table([cells if len(cells) > 1 else cells * width for cells in rows], table, table.dropped)


@dataclass(slots=True)
class _Halves:
    """Two lists side by side: the number of their header's row, and the rows of each below it."""

    head: int
    left: list[list[Cell]]
    right: list[list[Cell]]


def _halved(table: Table) -> _Halves | None:
    """序号 任务 │ 序号 任务: a header whose halves are the same, and no row across both below it."""
    width = len(table.rows[0])
    half = width // 2
    if width % 2 or half < 2:
        return None
    for r, row in enumerate(table.rows[:_TITLE_ROWS]):
        texts = [folded(cell.text) for cell in row]
        if texts[:half] == texts[half:] and all(texts) and len(set(texts)) == half:
            halves = [[row[:half], row[half:]] for row in table.rows[r + 1 :]]
            if any(left[-1] is right[0] for left, right in halves):
                return None
            return _Halves(r, [left for left, _ in halves], [right for _, right in halves])
    return None


def _stacked(table: Table, halves: _Halves | None) -> Table | None:
    """The right half below the left one."""
    if halves is None:
        return None
    row, half = table.rows[halves.head], len(table.rows[0]) // 2
    above = [[cell] * half for title in table.rows[: halves.head] for cell in distinct(title) if cell.text]
    dropped = [("repeated-header", cell.text) for cell in row[half:]]
    return _table([*above, row[:half], *halves.left, *halves.right], table, [*table.dropped, *dropped])


def _events(table: Table, halves: _Halves | None) -> list[list[Cell]] | None:
    """The rows of a calendar as title, header and events; of two side by side (the terms of a year) those of the left one first."""
    parts = [halves.left, halves.right] if halves else [table.rows]
    found = [events for rows in parts if rows and (events := events_of(replace(table, rows=rows)))]
    if len(found) < len(parts):
        return None
    width, above = len(found[0][0]), table.rows[: halves.head if halves else _TITLE_ROWS]
    titles = [
        cells for row in above if (cells := [cell for cell in distinct(row) if cell.text]) and len(cells) == len(parts)
    ]
    return [
        *([cells[0]] * width for cells in titles),
        *found[0],
        *(row for at, events in enumerate(found[1:], 1) for row in [*([c[at]] * width for c in titles), *events[1:]]),
    ]


def _cards(table: Table, lexicon: Lexicon) -> Table | None:
    """项目名称 │ … │ 责任单位 │ …: a pair a row, for a card that has two."""
    if len(table.rows[0]) != 4 or len(table.rows) < 2:
        return None
    pairs: list[list[Cell]] = []
    meanings = set()
    for row in table.rows:
        across = row[1] is row[3]
        for key, value in [(row[0], row[1])] if across else [(row[0], row[1]), (row[2], row[3])]:
            role = lexicon.role(key.text) if key.text else None
            if role is None or key is value or (value.text and lexicon.is_word(value.text)):
                return None
            meanings.add((role.kind, role.role))
            pairs.append([key, value])
    if (
        len(meanings) < 3
        or not any(kind in _TASKS for kind, _ in meanings)
        or len({id(p[0]) for p in pairs}) < len(pairs)
    ):
        return None
    return _table(pairs, table, table.dropped)


def _listed(table: Table, lexicon: Lexicon) -> Table | None:
    """科室 │ 第一季度 │ 第二季度 …: each cell that says something is a row with its department and its quarter."""
    for r, row in enumerate(table.rows[:_TITLE_ROWS]):
        if len(own(table, r)) < 3:
            continue
        roles = [lexicon.role(cell.text) if cell.text else None for cell in row]
        times = [c for c, role in enumerate(roles) if role is not None and role.is_time]
        bodies = [c for c, role in enumerate(roles) if role is not None and role.kind in ("departments", "leaders")]
        rest = {role.kind if role else None for c, role in enumerate(roles) if c not in times and c not in bodies}
        if len(times) < 2 or len(bodies) != 1 or rest - {"number", "remarks"}:
            return None
        said = list(_said(table.rows[r + 1 :], times, lexicon))
        if not said or sum(len(folded(cell.text)) for cell in said) < _SHORTEST * len(said):
            return None
        return _long(table, r, bodies[0], times, lexicon)
    return None


def _weekly(table: Table, lexicon: Lexicon) -> Table | None:
    """周次 │ 日期 │ 星期一 │ 星期二 …: each cell that says something is a row with the days of its week and its weekday."""
    for r, row in enumerate(table.rows[:_TITLE_ROWS]):
        weekdays = [c for c, cell in enumerate(row) if is_weekday(folded(cell.text))]
        others = [c for c in range(len(row)) if c not in weekdays and folded(row[c].text)]
        if len(weekdays) < _WEEKDAYS:
            continue
        dated = [c for c in others if all(is_time(folded(below[c].text)) for below in table.rows[r + 1 :])]
        said = list(_said(table.rows[r + 1 :], weekdays, lexicon))
        if not dated or len(others) > 2 or not said or any(cell.text.isdecimal() for cell in said):
            return None
        words = [
            replace(row[dated[0]], text="时间"),
            Cell(0, 1, lines=[Line("星期")], text="星期"),
            Cell(0, 2, lines=[Line("工作任务")], text="工作任务"),
        ]
        rows = [
            [below[dated[0]], replace(row[c], rowspan=1), below[c]]
            for below in table.rows[r + 1 :]
            for c in weekdays
            if folded(below[c].text) not in lexicon.empty
        ]
        return _table([words, *rows], table, table.dropped)
    return None


def _in_lines(table: Table, lexicon: Lexicon) -> Table | None:
    """周次 │ 教导处 │ 德育处 …, 月份 │ 党建 │ 文体工作 …: each cell that says something is a row with its time and whose or what work it is."""
    for r, row in enumerate(table.rows[:_TITLE_ROWS]):
        if len(own(table, r)) < len(row):
            continue
        roles = [lexicon.role(cell.text) for cell in row]
        times = [c for c, role in enumerate(roles) if role is not None and role.kind == "time" and not role.is_time]
        notes = [c for c, role in enumerate(roles) if role is not None and role.kind == "remarks"]
        lines = [c for c in range(len(row)) if c not in times and c not in notes]
        bodies = [c for c in lines if all_bodies(folded(row[c].text))]
        known = sum(c in bodies or lexicon.names_line_of_work(row[c].text) for c in lines)
        if not times or len(lines) < 2 or known * 2 <= len(lines) or any(lexicon.is_word(row[c].text) for c in lines):
            continue
        below = table.rows[r + 1 :]
        if any(_hold_bodies(below, c) for c in lines):
            return None  # 牵头单位 over who leads
        dated = any(all(is_time(folded(each[c].text)) for each in below) for c in times)
        said = [folded(cell.text) for cell in _said(below, lines, lexicon)]
        if not dated or sum(map(len, said)) < _SHORTEST_DEED * max(1, len(said)) or all(map(looks_like_person, said)):
            return None
        word = "责任部门" if len(bodies) == len(lines) else "所属条线"
        said_above = (Cell(0, 0, lines=[Line(each)], text=each) for each in (word, "工作任务"))
        head = [*(row[c] for c in (*times, *notes)), *said_above]
        rows = [
            [*(each[t] for t in (*times, *notes)), replace(row[c], rowspan=1), each[c]]
            for each in below
            for c in lines
            if folded(each[c].text) not in lexicon.empty
        ]
        above = [[cell] * len(head) for title in table.rows[:r] for cell in distinct(title) if cell.text]
        return _table([*above, head, *rows], table, table.dropped)
    return None


def _hold_bodies(rows: Sequence[Sequence[Cell]], c: int) -> bool:
    """Whether most cells of a column that say something name bodies and nothing else."""
    texts = [text for row in rows if (text := folded(row[c].text))]
    return bool(texts) and sum(map(all_bodies, texts)) * 2 > len(texts)


def _said(rows: Iterable[list[Cell]], columns: list[int], lexicon: Lexicon) -> Iterator[Cell]:
    """The cells under `columns` that say something."""
    return (cell for row in rows for c in columns for cell in [row[c]] if folded(cell.text) not in lexicon.empty)


def _long(table: Table, r: int, body: int, times: list[int], lexicon: Lexicon) -> Table:
    """A matrix as a list: body, task, time."""
    head = table.rows[r]
    words = [
        head[body],
        Cell(0, 1, lines=[Line("工作任务")], text="工作任务"),
        Cell(0, 2, lines=[Line("时间")], text="时间"),
    ]
    rows: list[list[Cell]] = [words]
    for row in table.rows[r + 1 :]:
        if len(distinct(row)) == 1:
            rows.append([row[0]] * 3)
            continue
        seen: list[Cell] = []
        for c in times:
            cell = row[c]
            if folded(cell.text) in lexicon.empty or any(cell is one for one in seen):
                continue
            seen.append(cell)
            until = max(k for k in times if row[k] is cell)
            period = head[c].text if until == c else f"{head[c].text}-{head[until].text}"
            rows.append([row[body], cell, replace(head[c], text=period, rowspan=1, colspan=1)])
    above = [[cell] * 3 for title in table.rows[:r] for cell in distinct(title) if cell.text]
    return _table([*above, *rows], table, table.dropped)


def _table(rows: list[list[Cell]], table: Table, dropped: list[tuple[str, str]]) -> Table:
    """Rows of cells taken from another table → a table of copies, a cell in several slots being one."""
    copies: dict[int, Cell] = {}
    result: list[list[Cell]] = []
    for r, row in enumerate(rows):
        result.append([])
        for c, cell in enumerate(row):
            copy = copies.get(id(cell))
            if copy is None:
                copy = copies[id(cell)] = replace(
                    cell, row=r, column=c, rowspan=1, colspan=1, page=cell.page or table.page
                )
            copy.rowspan, copy.colspan = r - copy.row + 1, max(copy.colspan, c - copy.column + 1)
            result[-1].append(copy)
    return replace(table, rows=result, open_top=False, open_bottom=False, dropped=dropped)
