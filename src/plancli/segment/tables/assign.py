"""Which column is the task, which group it, and whether the table is a plan at all."""

from __future__ import annotations

from itertools import pairwise

from ...grammar.pattern import Pattern
from ...language.figures import is_figure
from ...language.headers import HeaderKind, lexicon_of, unit_of_header
from ...language.labels import read_label, read_number, split_items
from ...language.marks import begins_note
from ...language.month_days import heads_weekdays
from ...language.times import is_time
from ...language.verbs import ADVERB, ANY_ACT, NOMINAL, WORK, WORKS
from ...model.source import Cell, Table
from .calendars import classes_who_act, holds_weeks, is_dated, weeks_beside_days
from .columns import Column, Head, folded, merged_over, stands_again
from .guess import holds_times
from .kinds import RANK, holds_amounts, settle_kinds

_THEME = Pattern(r"[每本]?(?:[年月周季]度?)?主题")  # what a month or week is about, not what is done in it
_OF_WORK = Pattern(WORKS)
_DEED = Pattern(rf"(?:\d{{1,2}}[.、．])?(?:{ADVERB}{{0,2}}(?:{WORK}|{NOMINAL})[㐀-鿿“《]{{2}}|{ANY_ACT})")
_WORDS = 8  # characters by which a cell says what is asked of a task
_FEW_DEEDS = 3  # rows that a list of work without who or when has at least


def assign(table: Table, head: Head) -> Column | None:
    """The task column; kinds of the others are settled on the way: a coarser task column merged over several finer ones
    becomes a category. None where nothing can be the task."""
    columns = head.columns
    settle_kinds(table, head)
    classes_who_act(table, head)
    candidates = [column for column in columns if column.kind in RANK]
    named = [column for column in candidates if not holds_amounts(table, head, column)]
    if named:  # 指标 | 目标任务: of what, how much
        for column in candidates:
            column.kind = column.kind if column in named else "goal"
        candidates = named
    measures = [column for column in columns if column.kind == "measure"]
    rectification = any(column.kind == "problem" or "整改" in column.header for column in columns)
    if rectification and measures:
        task = next((column for column in measures if "措施" in column.header or "举措" in column.header), measures[0])
    elif candidates and (unnamed := _task_without_a_word(table, head, candidates)) is not None:
        task = unnamed
    elif candidates:
        task = min(candidates, key=lambda c: (RANK[c.kind], _THEME.fullmatch(c.header) is not None, c.index))
        task = _points_of_themes(table, head, task, candidates) or _finest(table, head, task, candidates)
    else:
        found = _task_among_others(table, head)
        if found is None:
            return None
        task = found
    details = _details(columns, task)
    for column in columns:
        if column is not task and column.kind in RANK and column.kind != "category":
            outer = column.kind != "problem" and column.index < task.index and not _THEME.fullmatch(column.header)
            merged = outer and merged_over(table, head, column.index, task.index)
            column.tells_deeds = RANK[column.kind] <= RANK["measure"]
            column.kind = "category" if merged else "text" if column in details else "other"
    task.kind = "task"
    _groups_without_a_word(table, head, task)
    _number_without_header(table, head, task)
    weeks_beside_days(table, head)
    return task


def _task_without_a_word(table: Table, head: Head, candidates: list[Column]) -> Column | None:
    """The column with no word above it that says something in every row, where those that have one hardly say anything."""
    rows = table.rows[head.end :]
    if any(_filled(rows, column) * 2 > len(rows) for column in candidates):
        return None
    unnamed = [column for column in head.columns if column.kind is None and not column.header]
    full = [column for column in unnamed if _filled(rows, column) == len(rows)]
    return full[0] if len(full) == 1 and not all(read_number(row[full[0].index].text) for row in rows) else None


def _filled(rows: list[list[Cell]], column: Column) -> int:
    return sum(bool(row[column.index].text) for row in rows)


def _groups_without_a_word(table: Table, head: Head, task: Column) -> None:
    """First columns whose header says nothing that is known (病虫种类, 片区), or nothing at all, group the tasks where their cells are
    merged over those of the tasks."""
    rows = table.rows[head.end :]
    for column in (column for column in head.columns[: task.index] if column.kind != "number"):
        c = column.index
        held = any(here[c] is above[c] and here[c].text for above, here in pairwise(rows)) or _leads_groups(
            table, rows, c
        )
        if column.kind is not None or not held or not merged_over(table, head, c, task.index):
            return
        column.kind = "category"


def _leads_groups(table: Table, rows: list[list[Cell]], c: int) -> bool:
    """Whether a column of a table dumped as text, which shows no merged cell, has names of groups, each once, beside their first rows."""
    names = [text for row in rows if (text := row[c].text)]
    several = 1 < len(names) < len(rows) and len(set(names)) == len(names)
    return not table.ruled and several and bool(rows[0][c].text) and not any(map(read_number, names))


def _details(columns: list[Column], task: Column) -> list[Column]:
    """The columns that hold the tasks' text where none tells when: what is done for them, else what is to come of them."""
    if any(column.kind == "time" for column in columns):
        return []
    done = [column for column in columns if column is not task and column.kind in ("detail", "measure")]
    return done or [column for column in columns if column is not task and column.kind == "goal"]


def _number_without_header(table: Table, head: Head, task: Column) -> None:
    """A column without a word above it that holds 1, 2, 3 … numbers the tasks."""
    for column in head.columns[: task.index]:
        if column.kind is None and not column.header:
            numbers = [read_number(row[column.index].text) for row in table.rows[head.end :] if row[column.index].text]
            if numbers and all(numbers):
                column.kind = "number"


def _finest(table: Table, head: Head, task: Column, candidates: list[Column]) -> Column:
    """Go from a column that is merged over rows to the finer one beside it, as long as there is one; to a theme (月活动 over
    周主题) where nothing else is finer."""
    for finer in sorted(candidates, key=lambda c: _THEME.fullmatch(c.header) is not None):
        if finer is task or finer.index < task.index or RANK[finer.kind] > 2:
            continue
        if _THEME.fullmatch(finer.header) and task is not candidates[0]:
            continue
        rows = table.rows[head.end :]
        if _filled(rows, finer) * 2 <= len(rows):  # says more of some tasks
            continue
        merged = merged_over(table, head, task.index, finer.index) and not _numbered_with(table, head, task, finer)
        if merged or stands_again(table, head, task.index, finer.index):
            task.kind = "category"
            task = finer
    return task


def _points_of_themes(table: Table, head: Head, theme: Column, candidates: list[Column]) -> Column | None:
    """活动主题 | 活动内容: a theme whose contents are numbered points, cell by cell, groups these; the points are the tasks. None where
    the rows are numbered, or each theme is one."""
    if not theme.header.endswith("主题") or any(column.kind == "number" for column in head.columns):
        return None
    for column in candidates:
        texts = [text for row in table.rows[head.end :] if (text := row[column.index].text)]
        if column.index > theme.index and sum(len(split_items(text)) > 1 for text in texts) * 2 > len(texts):
            theme.kind = "category"
            return column
    return None


def _numbered_with(table: Table, head: Head, task: Column, finer: Column) -> bool:
    """Whether the numbers are those of a column's cells, one each, and what is `finer` only says more of these, or few of them cover
    several rows: two rows beneath one number are two parts of a task then, and its column groups nothing."""
    number = next((column.index for column in head.columns if column.kind == "number"), None)
    if number is None:
        return False
    rows = table.rows[head.end :]
    held = [[here[c] is above[c] for c in (number, task.index)] for above, here in pairwise(rows)]
    numbers = {id(cell) for row in rows if (cell := row[number]).text}
    further = sum(a for a, _ in held)
    says_more = task.kind == "task" and finer.kind == "detail"  # 主要内容; but a measure is a task of its own
    return all(a == b for a, b in held) and further > 0 and (says_more or further * 2 < len(numbers))


def _task_among_others(table: Table, head: Head) -> Column | None:
    """Without a task word: remarks beside nothing but times, a plan column beside another time column, else the unknown column
    with the longest texts."""
    if (remarks := _remarks_beside_times(table, head)) is not None:
        return remarks
    times = [column for column in head.columns if column.kind == "time" and not column.is_time]
    known = {column.kind for column in head.columns}
    if len(times) > 1:
        aims = [column for column in times if lexicon_of().names_aim(column.header)]
        if aims:
            return aims[0]
        if not holds_times(table, head, times[0]) and all(holds_times(table, head, column) for column in times[1:]):
            return times[0]  # 时间节点 over what is done, its days under 第一批, 第二批
    unknown = [column for column in head.columns if column.kind is None]
    if not unknown or not known & {"departments", "leaders", "time"}:
        return None
    lengths = {column.index: _mean_length(table, head, column.index) for column in unknown}
    best = max(unknown, key=lambda column: lengths[column.index])
    return best if lengths[best.index] >= 5 else None


def _remarks_beside_times(table: Table, head: Head) -> Column | None:
    """周次 | 起止日期 | 备注: the remarks of a calendar that has nothing else to say are what is done."""
    remarks = [column for column in head.columns if column.kind == "remarks"]
    others = [column for column in head.columns if column.header and column.kind not in ("remarks", "number")]
    timed = [column for column in others if not heads_weekdays(column.header)]
    when = (holds_weeks(table, head, c) or is_dated(table, head, c) or holds_times(table, head, c) for c in timed)
    return remarks[0] if len(remarks) == 1 and timed and all(when) else None


def _mean_length(table: Table, head: Head, c: int) -> float:
    texts = [len(row[c].text) for row in table.rows[head.end :]]
    return sum(texts) / len(texts) if texts else 0.0


def is_plan(table: Table, head: Head, before: HeaderKind | None) -> bool:
    """Whether columns such as these make a plan: `before` is the kind that the task column's header alone gave it."""
    kinds = [column.kind for column in head.columns]
    timed, answered = "time" in kinds, "departments" in kinds or "leaders" in kinds
    weak = before not in ("task", "measure", "detail")
    if weak and _holds_figures(table, head):
        return False
    if "statistics" in kinds:
        return (timed and answered) or (not weak and (timed or answered or "text" in kinds))
    ordered = "number" in kinds
    timed = timed or any(heads_weekdays(column.header) for column in head.columns)
    if weak:
        return timed or answered or (ordered and "measure" in kinds) or _lists_deeds(table, head)
    grouped = "category" in kinds or "measure" in kinds
    return timed or answered or ordered or grouped or _tells_tasks(table, head, before) or _lists_deeds(table, head)


def _tells_tasks(table: Table, head: Head, before: HeaderKind | None) -> bool:
    """Whether a table with nothing but tasks and what is asked of them (工作任务 | 目标要求) says that in words, not in figures."""
    texts = [row[c.index].text for row in table.rows[head.end :] for c in head.columns if c.kind == "text"]
    return before == "task" and bool(texts) and sum(len(text) >= _WORDS for text in texts) * 2 > len(texts)


def _lists_deeds(table: Table, head: Head) -> bool:
    """Whether a list with no more than numbers beside it (序号, 工作内容) tells work, one deed a row: 修订应急预案."""
    tasks = [column for column in head.columns if column.kind not in ("number", None)]
    if len(tasks) != 1 or len(head.columns) > 2 or _OF_WORK.search(tasks[0].header or "") is None:
        return False
    texts = [row[tasks[0].index].text for row in table.rows[head.end :]]
    headings = [(label := read_label(text)) and label.form.startswith("han") for text in texts]
    cells = [
        text for text, heading in zip(texts, headings, strict=True) if text and not heading and not begins_note(text)
    ]
    return len(cells) >= _FEW_DEEDS and sum(_DEED.match(text) is not None for text in cells) * 5 >= len(cells) * 4


def _holds_figures(table: Table, head: Head) -> bool:
    """Whether the columns whose headers are times, or most cells beside the task, hold bare figures: a statistic, no schedule."""
    timed = [column for column in head.columns if column.is_time]
    beside = [column for column in head.columns if column.kind not in ("task", "number")]
    cells = [(column, row[column.index].text) for row in table.rows[head.end :] for column in beside]
    said = [(column, text) for column, text in cells if column in timed and text]
    return _figures(said) * 3 > len(said) * 2 or _figures(cells) * 2 > len(cells)


def _figures(cells: list[tuple[Column, str]]) -> int:
    """How many cells are bare figures; those under 月 and 日, and days under 时间 (2031.4.6), are times."""
    return sum(
        is_figure(text) and not unit_of_header(column.header) and not (column.kind == "time" and is_time(folded(text)))
        for column, text in cells
    )
