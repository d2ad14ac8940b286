"""Headers of task tables: what the column beneath a header holds, by the words of `headers.toml`.

`role_of_header("责 任\\n部 门")` → departments, responsible. A header is read by the word that ends it, since Chinese
puts the noun last: 任务完成时限 is a time, 整改措施 a measure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from ..grammar.pattern import Pattern
from .lexicon import load
from .lexicon.in_force import compiled, lists_of
from .roles import words_for
from .times import names_limit

HeaderKind = Literal[
    "number", "category", "task", "task_weak", "detail", "measure", "goal", "problem", "departments", "leaders", "time",
    "remarks", "other", "statistics", "text",
]  # fmt: skip  # "text" is told by the whole table alone, by no word
KINDS: tuple[HeaderKind, ...] = (
    "number", "category", "task", "task_weak", "detail", "measure", "goal", "problem", "departments", "leaders", "time",
    "remarks", "other", "statistics",
)  # fmt: skip

WHO: tuple[HeaderKind, ...] = ("departments", "leaders")  # kinds that say who
ASSIGNING: tuple[HeaderKind, ...] = (*WHO, "time")  # … or when

_N = "[0-9０-９一二三四五六七八九十]{1,3}"
_TIME = (
    rf"(?:(?:20\d\d年)?(?:第?[一二三四1-4１-４](?:[、和至-][一二三四1-4])?季度?|[Qq][1-4]|[上下]半年|[上下]半月|{_N}月份?"
    rf"(?:[上中下]旬|[底初末])?|{_N}月?份?[-—–~～至、－]{_N}月份?|全年|年[初中底末]|[上中下]旬|第?{_N}周|第?{_N}学期|[春秋]季(?:学期)?|[寒暑][假期]|"
    rf"[上下]学期|{_N}月{_N}日前?)(?:[底末]?前)?|20\d\d年度?)"
)
_AIM = "(?:工作|推进|重点|阶段|主要|计划)?(?:性)?(?:目标|计划|安排|进度|任务|节点|要求|工作|内容|情况|举措|措施|进展|完成|目标任务|工作任务|任务目标|进度目标)?"
_TIME_HEADER = Pattern(rf"{_TIME}(?P<aim>{_AIM})(?:[(（][^()（）]*[)）])?")
_ORDINAL = Pattern(
    r"(?:[上下]半年|[春夏秋冬]季|首)批次?|第[一二三四五六七八九十\d]{1,2}(?:批次?|轮次?|期|场次?|阶段|次|步)"
)
_MONTH_NUMBER = Pattern(r"(?:1[0-2]|0?[1-9])")
_UNITS = {"年": "年", "月": "月", "月份": "月", "月度": "月", "日": "日", "日期": "日"}
_BLANK = Pattern(r"[\s\u3000]+")
_BRACKETS = Pattern(r"[(（\[【〔][^()（）\[\]【】〔〕]*[)）\]】〕]")
_LABEL = Pattern(
    r"[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]"
    r"|[(（](?!(?:19|20)\d\d[)）])\d{1,5}[)）]|(?!(?:19|20)\d\d\D)\d{1,5}[.．、](?!\d)"
)
_BOUND = Pattern(r"(?<=时间|日期)[自从起至到止]$")  # 检查时间自 beside 检查时间至
_GLOSS = Pattern(r"(?<=[㐀-鿿])[A-Za-z.&]{3,}$")  # 日期Date
_DONE = "实际"  # 实际完成时间 tells what has been, not what is due
_PARTS = Pattern(r"[及和与、/／，,]|以及")
_PERSONS = ("人", "人员", "成员", "者")
_LONGEST = 8  # characters of a word of the lexicon that lines have broken
_ENDING = 4  # … of what stands on the last line of one
_WIDE = str.maketrans("ＮＯｎｏ０１２３４５６７８９．", "NOno0123456789.")


class HeaderRole(NamedTuple):
    """What a column holds. `role` is set for departments and leaders: lead, support, responsible; `is_time` where the
    header itself is the time (第一季度), `limit` where it names one (完成时限), `ordinal` where it counts (第一批); `whole` where a word of the lexicon makes
    up half of the header or more, `ends` where that word ends it (not 部门招新)."""

    kind: HeaderKind
    role: str | None = None
    is_time: bool = False
    limit: bool = False
    whole: bool = True
    ordinal: bool = False
    ends: bool = True


class Lexicon:
    """The header words, compiled: built once a word list, by `lexicon_of`."""

    def __init__(self, additions: Mapping[str, Any]) -> None:
        words = load("headers", additions)
        self._kind: dict[str, HeaderKind] = {}
        for kind in reversed(KINDS):  # a word in two lists belongs to the first
            self._kind.update({_fold(word): kind for word in words.get(kind, ())})
        longest_first = sorted(self._kind, key=len, reverse=True)
        self._word = re.compile(f"(?=({'|'.join(map(re.escape, longest_first))}))")
        self._longest = re.compile("|".join(map(re.escape, longest_first)))
        self._limit = re.compile("|".join(map(re.escape, words.get("limit", ()))) or r"(?!)")
        self._value = _row_pattern((*words.get("values", ()), *load("departments", additions)["collectives"]), "")
        lines = "|".join(map(re.escape, words.get("lines_of_work", ())))
        self._line_of_work = re.compile(
            rf"(?:{lines}|[与和及、/])+(?:工作|活动|方面|条线|线)?|[㐀-鿿]{{2,4}}(?:工作|方面|条线)"
        )
        self._aims = tuple(words.get("aims", ()))
        self._words = words_for(additions)
        rows = words.get("rows", {})
        self.total = _row_pattern(rows.get("total", ()), r"(?![^\d\s:：(（]{2})")
        self.note = _row_pattern(
            rows.get("note", ()), r"\s*(?:[(（][^()（）]*[)）]\s*)?\d{0,2}\s*[:：]|^注[\d\s]*[、.．:：]"
        )
        self.empty = frozenset(_fold(mark) for mark in rows.get("empty", ())) | {""}
        halves = words.get("halves", {})
        self._upper, self._lower = frozenset(halves.get("upper", ())), frozenset(halves.get("lower", ()))
        self._rests = frozenset(halves.get("rests", ()))
        self._english = {_english(said): word for said, word in words.get("english", {}).items()}
        self._seen: dict[str, HeaderRole | None] = {}
        self._endings: set[str] | None = None

    def names_aim(self, header: str) -> bool:
        """Whether a header of a time says what is aimed at: 年度计划, 阶段目标."""
        return header.endswith(self._aims)

    def is_word(self, text: str) -> bool:
        """Whether a text is a header word of the lexicon to the letter, blanks and width apart."""
        return _fold(text) in self._kind or _english(text) in self._english

    def names_line_of_work(self, header: str) -> bool:
        """Whether a header names a line of work, beneath which the work itself stands: 德育, 后勤工作, 团队活动."""
        return self._line_of_work.fullmatch(_fold(header)) is not None

    def is_of_words(self, text: str) -> bool:
        """Whether a text is nothing but such words: 主要工作任务内容, not 投稿任务."""
        return self.is_word(text) or any(
            self.is_word(text[:at]) and self.is_of_words(text[at:]) for at in range(2, len(text) - 1)
        )

    def joins(self, upper: str, lower: str) -> bool:
        """Whether a word of the lexicon that ends two texts together begins in the first (审计项目 / 事项), or the second hardly is one
        by itself (抽查计划 / 名称)."""
        whole = _fold(upper + lower)
        return lower in self._rests or any(
            whole[at:] in self._kind for at in range(max(0, len(whole) - _LONGEST), len(_fold(upper)))
        )

    def may_end_word(self, text: str) -> bool:
        """Whether a short text is the end of a word of the lexicon, or of what is no word by itself."""
        if self._endings is None:
            self._endings = {word[-n:] for word in self._kind for n in range(1, min(len(word), _ENDING + 1))}
        return text in self._rests or _fold(text) in self._endings

    def words_in(self, text: str) -> list[str]:
        """The header words that a text runs together (时间工作内容责任主体), [] where it is not made of such alone."""
        words: list[str] = []
        at = 0
        while at < len(text):
            match = self._longest.match(text, at)
            if not match:
                return []
            words.append(match[0])
            at = match.end()
        return words

    def halves(self, upper: str, lower: str) -> bool:
        """Whether two lines of a narrow header cell make one word: 牵头 / 单位."""
        return upper in self._upper and lower in self._lower

    def role(self, text: str) -> HeaderRole | None:
        """The role of a header cell, None where no word of the lexicon is in it."""
        if text not in self._seen:
            self._seen[text] = self._role(self._english.get(_english(text), text)) if len(text) <= 60 else None
        return self._seen[text]

    def _role(self, text: str) -> HeaderRole | None:
        full = _fold(text)
        plain = _BRACKETS.sub("", full).strip(":：*＊") or full.strip("()（）[]【】〔〕")
        plain = _BOUND.sub("", _GLOSS.sub("", plain))
        if not plain or len(plain) > 24 or _LABEL.match(full) or (self._value.match(plain) and plain not in self._kind):
            return None
        if plain.startswith("是否") or (plain.startswith(_DONE) and self.ends_in_time(plain)):
            return HeaderRole("other")  # 是否双随机
        if plain not in self._kind and (found := time_header(plain)):
            return HeaderRole("time", is_time=found)
        if _ORDINAL.fullmatch(plain):
            return HeaderRole("time", ordinal=True)
        if (joined := self._kind.get(_PARTS.sub("", plain))) and plain not in self._kind:
            return self._complete(joined, full, plain, whole=True)  # 任务与要求 is what 任务要求 is
        parts = _PARTS.split(plain)
        for part in [plain, *parts] if plain in self._kind else parts:
            ends = [(m.start(1) + len(m[1]), len(m[1]), m[1]) for m in self._word.finditer(part)]
            if not ends:
                continue
            end, length, word = max(ends)
            kind = self._kind[word]
            if kind == "statistics" and self._words.bare_label.fullmatch(plain):
                kind = "departments"  # 责任班级
            if end < len(part) and (length * 2 < len(part) or length < 2 or part.endswith(_PERSONS)):
                continue  # neither ends the header nor makes up half of it; 工作人员 are persons, no work
            if length < 2 and length < len(part):
                continue
            if kind == "other" and any((one := self.role(rest)) and one.kind in WHO for rest in parts if rest != plain):
                continue  # 主讲人/负责人
            if kind in ("detail", "measure", "goal") and part != plain and self.ends_in_time(plain):
                kind = "time"  # 工作措施及完成时限 is a schedule
            return self._complete(kind, full, plain, whole=length * 2 >= len(part), ends=end == len(part))
        if all(map(self._words.heads_bodies, _PARTS.split(plain))):  # 承办, 主办/承办
            return self._complete("departments", full, plain, whole=True)
        if self._words.heads_names(plain):
            return self._complete("leaders" if plain[-1] in "长员师" else "departments", full, plain, whole=False)
        return None

    def ends_in_time(self, plain: str) -> bool:
        """Whether the last word of a header says when: 任务分解/时序进度."""
        ends = [(m.start(1) + len(m[1]), len(m[1]), m[1]) for m in self._word.finditer(plain)]
        return bool(ends) and max(ends)[0] == len(plain) and self._kind[max(ends)[2]] == "time"

    def _complete(self, kind: HeaderKind, full: str, plain: str, *, whole: bool, ends: bool = True) -> HeaderRole:
        role = self._words.role_of_header(plain) if kind in ("departments", "leaders") else None
        until = _BOUND.search(full) is not None and full[-1] in "至到止"
        limit = kind == "time" and (until or names_limit(plain) or bool(self._limit.search(plain)))
        return HeaderRole(kind, role, limit=limit, whole=whole, ends=ends)


def role_of_header(text: str, words: Mapping[str, Any] | None = None) -> HeaderRole | None:
    """What the column under the header `text` holds, None if the lexicon does not know; `words` is `Settings.lexicon`."""
    return lexicon_of(words).role(text)


def time_header(text: str) -> bool:
    """Whether a header, its blanks removed, is itself a time: 第一季度, 3月, 上半年目标, 2025年."""
    match = _TIME_HEADER.fullmatch(text)
    if not match:
        return False
    # 2025年工作任务, 全年目标 are what is to be done in that year, no part of a schedule
    return not match["aim"] or not re.match(r"20\d\d年度?(?!.*[月季])|全年", text)


def month_number(text: str) -> str | None:
    """`3` or `03` as a column's header under 月份 → `3月`; None for anything else."""
    folded = _fold(text)
    return f"{int(folded)}月" if _MONTH_NUMBER.fullmatch(folded) else None


def unit_of_header(text: str) -> str:
    """年, 月 or 日, of which bare numbers in a column are by the word above it: 月份 → 月; "" for other words."""
    return _UNITS.get(_GLOSS.sub("", _BRACKETS.sub("", _fold(text))), "")


def lexicon_of(words: Mapping[str, Any] | None = None) -> Lexicon:
    """The header lexicon, with what `words` (`Settings.lexicon`) adds to it, or with the word lists in force."""
    return compiled(Lexicon) if words is None else lists_of(words).compiled(Lexicon)


def _fold(text: str) -> str:
    return _BLANK.sub("", text).translate(_WIDE)


def _english(text: str) -> str:
    """An English heading without its blanks, in lower case."""
    return _fold(text).casefold()


def _row_pattern(words: Any, tail: str) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:{alternatives}){tail}") if alternatives else re.compile(r"(?!)")
