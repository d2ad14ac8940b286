"""The words of a dumped table's header, and whether some make one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from ....grammar.pattern import Pattern
from ....language.header_rows import meanings_of
from ....language.headers import HeaderRole, unit_of_header
from ....language.month_days import heads_weekdays
from ....language.titles import may_head_table
from ....model.source import Line

TASKS = ("task", "task_weak", "detail", "measure", "goal", "problem")
SERIES = Pattern("周次|周|次序|场次|届次")
UNKNOWN_LONG = 8  # characters of a word that no list has
_MONTHS = 3  # words that are times, by which what stands before them, and no more, heads a table


@dataclass(slots=True, eq=False)
class Word:
    """A header word: its lines, what it says without blanks, what it names."""

    lines: list[Line]
    bare: str
    role: HeaderRole | None
    sure: bool = False
    at: int = 0  # which token it begins with
    place: int | None = None  # as `Token.place`


def is_series(word: Word) -> bool:
    """Whether numbers or weeks stand beneath a word."""
    return bool(word.role and word.role.kind == "number") or SERIES.fullmatch(word.bare) is not None


def _begins_with_title(words: Sequence[Word]) -> bool:
    """Whether a title stands before the words, and the header begins below it."""
    below = words[_below_title(words) :]
    if len(below) < len(words) and any(is_series(word) or unit_of_header(word.bare) for word in below[:2]):
        return True
    first, second = words[0], words[1].role if len(words) > 1 else None
    title = not first.sure and (len(first.bare) > UNKNOWN_LONG or may_head_table(first.bare))
    if not title or second is None:
        return False
    tasks = any(word.role and word.role.kind in TASKS for word in words[2:])
    dated = unit_of_header(words[1].bare) != "" or heads_weekdays(words[1].bare)
    dated = dated or (first.role is not None and first.role.is_time and second.kind == "time" and not second.is_time)
    return second.kind == "number" or (tasks and dated)


def _below_title(words: Sequence[Word]) -> int:
    """How many words are the pieces of a title, in a line above the others; 0 where none are."""
    upper = list(takewhile(lambda word: bool(word.lines) and word.lines[0].number == words[0].lines[0].number, words))
    several = 1 < len(upper) < len(words) and not all(word.sure for word in upper)
    return len(upper) if several and may_head_table("".join(word.bare for word in upper)) else 0


def is_head(rows: Sequence[Sequence[Word]], *, told: bool, wrapped: bool) -> bool:
    """Whether words make a header: two of different meaning where rows are told, else three, or a time and a task, or months in a row."""
    words = [word for row in rows for word in row if word.bare]
    known = [word.role for word in words if word.role]
    meanings = meanings_of(known)
    if any(is_series(word) and word.role and word.role.kind == "time" for word in words) and len(words) > 2:
        meanings.add(("number", None))  # 周次 | 起止日期 | 主要事宜
    tasks = any(role.kind in TASKS for role in known)
    if len(meanings) < 2 or len(known) * 2 < len(words):
        return False
    if (not told or wrapped) and _begins_with_title(words):
        return False
    if told and not (wrapped and len(words) == 2):
        return True
    beside = ("time", "departments", "leaders", *(["number"] if all(word.sure for word in words) else []))
    pair = len(words) == 2 and any(role.kind in beside for role in known)
    calendar = sum(role.is_time for role in known) >= _MONTHS and not known[0].is_time
    return (tasks and (len(meanings) > 2 or pair)) or len(meanings) > 3 or calendar or _leaves_the_task_unnamed(words)


def _leaves_the_task_unnamed(words: Sequence[Word]) -> bool:
    """序号 | 攻关方向 | 责任单位 | 完成时限: a sure word for numbers, then one or two that do not name what is done, then who and when;
    without numbers one word, then such as say it by their whole."""
    kinds = [word.role.kind if word.role and not word.role.is_time else "slot" * bool(word.role) for word in words]
    numbered = kinds[0] == "number" and words[0].sure
    rest = list(dropwhile(lambda kind: kind in ("", "category"), kinds[numbered:]))
    unnamed = len(kinds) - numbered - len(rest)
    few = 0 < unnamed < 3 if numbered else unnamed == 1 and all(word.role and word.role.whole for word in words[1:])
    return few and {"departments", "time"} <= {*rest}
