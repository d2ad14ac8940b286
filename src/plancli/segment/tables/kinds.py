"""Kinds of columns that the others beside them tell, or what they hold, where a header's words do not."""

from __future__ import annotations

from ...grammar.pattern import Pattern
from ...language.bodies import ends_as_body
from ...language.figures import heads_measures, may_be_measure, says_amount, says_how_far
from ...language.headers import HeaderKind, lexicon_of
from ...language.labels import is_chinese_label, read_number
from ...language.month_days import heads_weekdays
from ...language.times import names_limit
from ...model.source import Table
from .calendars import weekdays_are_dated
from .columns import Column, Head, distinct, folded, own
from .guess import holds_persons, holds_times

RANK: dict[HeaderKind | None, int] = {"task": 0, "task_weak": 1, "detail": 2, "measure": 2, "goal": 4, "problem": 5}
_COUNT = Pattern(r"\d{1,4}[、.．]?")
_PLAN = Pattern(r"[本上下]?[年季月周旬]?度?(?:主要|重点)?(?:工作|活动)计划")
_OF_PERSONS = Pattern("[人员者]$")
_BRACKETED = Pattern(r"[(（][^()（）]*[)）]")


def settle_kinds(table: Table, head: Head) -> None:
    """Give such columns of a table their kinds, in the order in which one tells the next."""
    _schedule_beside_tasks(head)
    _number_beneath_one_word(table, head)
    _number_under_another_word(table, head)
    _degrees_beside_times(table, head)
    _times_without_a_word(table, head)
    _persons_without_a_word(table, head)
    _plan_beside_times(head)
    _units_beside_figures(table, head)
    _groups_that_are_done(table, head)


def _schedule_beside_tasks(head: Head) -> None:
    """任务分解/时序进度 beside 工作任务: a word for what is done and one for when name the schedule, where another column names the task."""
    named = [column for column in head.columns if RANK.get(column.kind, 9) <= RANK["measure"]]
    timed = [column for column in named if lexicon_of().ends_in_time(column.header)]
    for column in timed if len(timed) < len(named) else ():
        column.kind, column.limit = "time", names_limit(column.header)


def _number_beneath_one_word(table: Table, head: Head) -> None:
    """Of the columns beneath one merged word, one that holds 1, 2, 3 … numbers the rows; the one before it groups them, where
    another column says what is done."""
    if any(column.kind == "number" for column in head.columns):
        return
    for column in head.columns:
        beside = [c for c in head.columns if _same_word(table, head, c, column)]
        texts = [text for row in table.rows[head.end :] if (text := row[column.index].text)]
        if len(beside) < 2 or len(texts) < 2 or not all(_COUNT.fullmatch(text) for text in texts):
            continue
        column.kind = "number"
        others = [c for c in head.columns if c not in beside or c.index > column.index]
        if any(c.kind in RANK for c in others):
            for c in beside:
                grouped = c.index < column.index and not heads_weekdays(c.header)
                c.kind = "category" if grouped else c.kind
        return


def _number_under_another_word(table: Table, head: Head) -> None:
    """项目 │ 内容: a first column that holds nothing but numbers ((一), 1.1) numbers the rows, whatever the word above it, where
    another column says what is done. Rows that say one thing only are headings."""
    first = head.columns[0]
    if first.kind not in RANK or not any(column.kind in RANK for column in head.columns[1:]):
        return
    if any(column.kind == "number" for column in head.columns):
        return
    rows = [row for row in table.rows[head.end :] if sum(bool(cell.text) for cell in distinct(row)) > 1]
    texts = [text for row in rows if (text := row[0].text)]
    if len(texts) > 1 and all(map(read_number, texts)):
        first.kind = "number"


def _same_word(table: Table, head: Head, one: Column, other: Column) -> bool:
    row = table.rows[head.end - 1]
    return row[one.index] is row[other.index]


def _degrees_beside_times(table: Table, head: Head) -> None:
    """进度 beside 完成时限 that holds 60%, 0.5 or 进行中 says how far the work is, not when it is done."""
    times = [column for column in head.columns if column.kind == "time" and not column.is_time]
    for column in times if len(times) > 1 else ():
        texts = [text for row in table.rows[head.end :] if (text := folded(row[column.index].text))]
        if texts and sum(map(says_how_far, texts)) * 3 > len(texts) * 2:
            column.kind = "other"


def _times_without_a_word(table: Table, head: Head) -> None:
    """Where no header says when: a column of times is one by what it holds, one of weekdays where they have their dates."""
    if not any(column.kind == "time" for column in head.columns):
        for column in head.columns:
            timed = column.kind is None and column.header and holds_times(table, head, column)
            if timed or (heads_weekdays(column.header) and weekdays_are_dated(table, head, column)):
                column.kind = "time"


def _persons_without_a_word(table: Table, head: Head) -> None:
    """Where no header says who: the first column of persons by what it holds (盯控人, 撰写人员, 组员) beside what is done and when."""
    kinds = {column.kind for column in head.columns}
    if "leaders" in kinds or "time" not in kinds or not kinds & {"task", "task_weak", "detail"}:
        return
    for column in head.columns:
        if column.kind is None and _OF_PERSONS.search(column.header) and holds_persons(table, head, column):
            column.kind, column.role = "leaders", "responsible"
            return


def _plan_beside_times(head: Head) -> None:
    """本月工作计划 | 时间安排 | 完成情况: where no header names a task and another column says when, what is planned is the task."""
    if any(RANK.get(column.kind, 9) <= RANK["measure"] for column in head.columns):
        return
    times = [column for column in head.columns if column.kind == "time" and not column.is_time]
    plans = [column for column in times if _PLAN.fullmatch(_BRACKETED.sub("", column.header))]
    if len(plans) == 1 and len(times) > 1:
        plans[0].kind = "task"


def _units_beside_figures(table: Table, head: Head) -> None:
    """单位 that holds 户, 件, %, 人·次, no body, beside figures says in what these are counted, not who acts."""
    rows = table.rows[head.end :]
    for column in head.columns:
        said = [text for row in rows if (text := folded(row[column.index].text))]
        if (
            not heads_measures(column.header)
            or not said
            or any(not may_be_measure(text) or ends_as_body(text) for text in said)
        ):
            continue
        beside = [folded(row[other.index].text) for other in head.columns if other is not column for row in rows]
        if sum(map(says_amount, beside)) * 3 > len(rows) * 2:
            column.kind = "statistics"


def _groups_that_are_done(table: Table, head: Head) -> None:
    """工作环节 | 第一批次 | 第二批次, 序号 | 专项行动 | 主要措施, 序号 | 攻关方向 | 责任单位: where no header names a task, what groups tasks
    elsewhere, each row or number another, is what is done; the last of several (类别 | 方面 | 开始时间). Beside measures so is what stands
    between the numbers and them (序号 | 攻坚点位 | 主要措施)."""
    groups = [column for column in head.columns if column.kind == "category"]
    others = {column.kind for column in head.columns if column not in groups}
    steps = "time" in others and others <= {"time", "number", "remarks", "other"}
    measured = {"number", "measure"} <= others and not others & {"task", "task_weak", "detail", "problem"}
    numbered = "number" in others and others.isdisjoint(RANK) and None not in others
    if not groups and measured:
        groups = _between_numbers_and_measures(head)
    if not groups or not (steps or ((numbered or measured) and len(groups) == 1)):
        return
    texts = [row[groups[-1].index].text for row in table.rows[head.end :]]
    if all(texts) and len(set(texts)) == len(texts) > 1:
        groups[-1].kind = "task_weak"


def _between_numbers_and_measures(head: Head) -> list[Column]:
    """The column whose header no list has between the numbers and the measures, if it is one."""
    kinds = [column.kind for column in head.columns]
    between = head.columns[kinds.index("number") + 1 : kinds.index("measure")]
    return between if len(between) == 1 and between[0].kind is None and between[0].header else []


def holds_amounts(table: Table, head: Head, column: Column) -> bool:
    """Whether most cells of a column say how much and nothing else: 30家, 增长7%以上."""
    texts = [text for row in table.rows[head.end :] if (text := folded(row[column.index].text))]
    return len(texts) > 1 and sum(map(says_amount, texts)) * 3 > len(texts) * 2


def numerals_are_tasks(table: Table, head: Head, number: int) -> bool:
    """Whether 一、二、三 in the number column number the tasks: nothing else does, and their rows say more than a title."""
    more = False
    for r in range(head.end, len(table.rows)):
        text = folded(table.rows[r][number].text)
        if text and not is_chinese_label(text) and read_number(text):
            return False
        more = more or (bool(text) and len(own(table, r)) > 2)
    return more
