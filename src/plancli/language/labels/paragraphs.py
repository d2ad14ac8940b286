"""The labels of paragraphs: typed, or computed by Word; and what only the series of a document can tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from ...grammar.pattern import Pattern
from ...model.source import Paragraph
from ..month_days import are_days, days_by_points
from ..numerals import numeral
from .rules import HAN, NAMED, Label, label_before_digits, label_before_month, label_before_unit, lost_label, read_label

# 1. 3月底前…: a blank behind the point, which the paragraph's text has no more.
_APART = Pattern(
    r"\s*(\d{1,3}[.．、﹒]|\d{1,2}(?:[.．－-]\d{1,2}){1,3}[.．、]?)[ \u3000\t\u00a0]+(?=[\d０-９年月季一二三四五六七八九十])",
    needs=(" \u3000\t\u00a0",),
)
# 1.3 月底前…: a blank between digits and Chinese that a typesetter put there says nothing; the series does.
_MONTH_APART = Pattern(r"\s*\d{1,2}[.．](?:[1-9]|1[0-2]) 月(?![度报])", needs=(" 月",))
_BARE_APART = Pattern(r"\s*\d{1,2}[ \u3000\t]+[㐀-鿿]", needs=(" \u3000\t",))
_WIDE_APART = Pattern(r"\s*\d{1,2}(?:[ ]{2,}|[\u3000\t])", needs=("  \u3000\t",))  # 2  日常管理, no day of a month
_WITHIN = Pattern(r"[。；;）)〕】\]](\d{1,2})[.．、](?=\d{1,2}月|\D)")
_HAN_APART = Pattern(rf"\s*([{HAN}]{{1,3}})[ \u3000\t]+(?=[㐀-鿿])", needs=(" \u3000\t",))  # 一　加强领导
_NAMED_APART = Pattern(rf"\s*({NAMED})[ \u3000\t]+(?![览期标号])(?=[㐀-鿿《“])", needs=(" \u3000\t",))
_GAP = 3  # numbers of two parts that a series may leave out, or have on the line of another
_AHEAD = 200  # paragraphs in which the next number of a series is looked for


def label_of(paragraph: Paragraph) -> Label | None:
    """The label at a paragraph's start, or None.

    Where Word computed it (`Line.computed`), it ends where Word says: a bare 1 before 2024年 is a label of its own.
    """
    line = paragraph.lines[0] if paragraph.lines else None
    if line is None or not (line.computed or paragraph.text[:1].isdigit()):
        named = _NAMED_APART.match(line.text) if line else None
        label = read_label(named[1] + "：") if named else None
        return _printed(label, named[1], paragraph) if named and label else read_label(paragraph.text)
    if line.computed:
        printed = line.text[: line.computed].strip()
        label = read_label(printed + "、") or read_label(printed) or read_label(printed + "、完")
        return None if label is None else _printed(label, printed, paragraph)
    apart = _APART.match(line.text)
    if apart is None or not paragraph.text.startswith(apart[1]) or _MONTH_APART.match(line.text):
        return read_label(paragraph.text)
    label = read_label(apart[1] + "完")
    return None if label is None else _printed(label, apart[1], paragraph)


def _printed(label: Label, printed: str, paragraph: Paragraph) -> Label:
    end = len(printed) + paragraph.text[len(printed) :].startswith(" ")
    return Label(printed, label.form, label.rank, label.value, label.number, end)


def _apart(paragraph: Paragraph) -> Label | None:
    """The number that a blank parts from its text, which may as well be a word set wide (一　览　表)."""
    match = _HAN_APART.match(paragraph.lines[0].text) if paragraph.lines else None
    value = numeral(match[1]) if match else None
    if match is None or not value or not paragraph.text.startswith(match[1]):
        return None
    return Label(match[1], "han", 3, value, str(value), len(match[1]))


def labels_of(paragraphs: Sequence[Paragraph]) -> list[Label | None]:
    """The labels of a document's paragraphs, the doubtful ones decided by their series: `2.10个项目…` is item 2 behind item
    1, `27构建…` item 27 behind item 26, and `3.15` no number where no 3.14 stands before."""
    return _Series(paragraphs).labels


def _stop(label: Label) -> str:
    """What stands behind a number: a point of either width, or 、."""
    return "、" if label.text[-1] == "、" else "."


def _lone(label: Label, numbers: set[str]) -> bool:
    """2.5 where there is no 2.4 may be a 2 before 5G网络, 5.2.4 a 5 before 2.4公里."""
    head, _, tail = label.number.rpartition(".")
    return label.form in ("decimal1", "decimal2") and tail != "1" and f"{head}.{int(tail) - 1}" not in numbers


def _last_within(text: str, value: int) -> int:
    """The number of the last item that a paragraph numbered `value` holds, where others have run together with it."""
    for within in _WITHIN.finditer(text):
        value += int(within[1]) == value + 1
    return value


def _days(paragraphs: Sequence[Paragraph], labels: Sequence[Label | None]) -> set[int]:
    """The paragraphs led by days, 9.2开学典礼, which read as numbers: those of a run with nothing numbered between that are days in turn."""
    found: set[int] = set()
    run: list[tuple[int, tuple[str, int, int, bool]]] = []
    for index, paragraph in enumerate(paragraphs):
        computed = paragraph.lines and paragraph.lines[0].computed
        days = None if computed else days_by_points(paragraph.text)
        if days is not None:
            run.append((index, days))
        elif labels[index] is not None:
            found |= _in_turn(run)
            run = []
    found |= _in_turn(run)
    return found


def _in_turn(run: list[tuple[int, tuple[str, int, int, bool]]]) -> set[int]:
    return {at for at, _ in run} if are_days([days for _, days in run]) else set()


class _Series:
    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.read = [label_of(paragraph) for paragraph in paragraphs]
        self.days = _days(paragraphs, self.read)
        self.units = [
            label_before_unit(paragraph.text) if label is None else None
            for label, paragraph in zip(self.read, paragraphs, strict=True)
        ]
        numbers = {label.number for label in self.read if label and label.form.startswith("decimal")}
        self.doubtful = [
            label_before_digits(paragraph.text) if label is None or _lone(label, numbers) else None
            for label, paragraph in zip(self.read, paragraphs, strict=True)
        ]
        self.months = [
            label_before_month(paragraph.text) if label is None else None
            for label, paragraph in zip(self.read, paragraphs, strict=True)
        ]
        self.apart = [
            _apart(paragraph) if label is None else None for label, paragraph in zip(self.read, paragraphs, strict=True)
        ]
        self.last = 0  # the value of the last plain number
        self.last_han = 0  # … of the last 一、
        self.last_month = 0  # … where a month stands behind it
        self.stops: set[str] = set()  # what has stood behind such numbers
        self.decimals: set[str] = set()
        self.labels: list[Label | None] = []
        for index in range(len(paragraphs)):
            label = self._decide(index)
            if label is not None and label.form in ("part", "chapter"):
                self.last_han = 0
            elif label is not None and label.form == "han":
                self.last_han = label.value
                self.last_month = label.value if label is self.months[index] else 0
            elif label is not None and label.form == "digit":
                self.last = _last_within(paragraphs[index].text, label.value)
                self.stops.add(_stop(label))
            elif label is not None and label.form.startswith("decimal"):
                self.decimals.add(label.number)
            self.labels.append(label)

    def _decide(self, index: int) -> Label | None:
        if index in self.days:
            return None
        label, doubtful = self.read[index] or self.units[index], self.doubtful[index]
        if label is not None:
            computed = self.paragraphs[index].lines and self.paragraphs[index].lines[0].computed
            if not label.form.startswith("decimal") or computed or self._decimal_due(label.number, index):
                return label
        if doubtful is not None:
            return doubtful if self._in_series(doubtful, index) else None
        month = self.months[index]
        if month is not None:
            return month if self._is_item_of_month(month, index) else None
        return self._apart(index) or self._lost(index) if label is None else None

    def _in_series(self, label: Label, index: int) -> bool:
        """Behind the number before, or before the number behind, with their stop; 3.5亿元 between items 2 and 3 is neither."""
        following, stop = self._next(index), _stop(label)
        last = _last_within(self.paragraphs[index].text, label.value)
        next_value = following.value if following is not None and _stop(following) == stop else 0
        if next_value == label.value:
            return False
        if label.value == self.last + 1 and label.value > 1 and stop in self.stops:
            return True
        return next_value == last + 1 and (label.value == 1 or stop == "、")

    def _is_item_of_month(self, label: Label, index: int) -> bool:
        """Behind the number before; the first before the second (一、九月份, 二、十月份), which is before a month as well where
        numbers start anew; 二、三季度, the next quarter, before the number behind."""
        ahead = range(index + 1, min(index + _AHEAD, len(self.read)))
        behind = next((at for at in ahead if (found := self.read[at] or self.months[at]) and found.form == "han"), None)
        near = None if behind is None else self.read[behind] or self.months[behind]
        following = near.value if near else 0
        if label.value == 1:
            return following == 2 and (self.last_han == 0 or (behind is not None and self.months[behind] is not None))
        unit = read_label(re.split("[月季]", self.paragraphs[index].text[label.end : label.end + 3])[0] + "、")
        adjacent = unit is None or unit.value == label.value + 1
        if self.last_month and label.value == self.last_month + 1 == self.last_han + 1:
            return True  # 二、三月份 behind 一、二月份
        due = following == label.value + 1 if adjacent else following != label.value
        return due and label.value == self.last_han + 1

    def _next(self, index: int) -> Label | None:
        """The next plain number, sure or not."""
        ahead = range(index + 1, len(self.paragraphs))
        near = (self.doubtful[at] or self.read[at] for at in islice(ahead, _AHEAD))
        return next((label for label in near if label and label.form == "digit"), None)

    def _apart(self, index: int) -> Label | None:
        """一 with nothing but a blank behind it, where 二 comes so; 二 behind it."""
        label = self.apart[index]
        if label is None or label.value != self.last_han + 1:
            return None
        ahead = islice(self.apart, index + 1, index + _AHEAD)
        following = next((one.value for one in ahead if one is not None), 0)
        return label if label.value > 1 or following == 2 else None

    def _lost(self, index: int) -> Label | None:
        """A number whose dot was lost, where it is due: 27构建… behind 26, 1 before 1.1, 1 with a blank behind it."""
        paragraph = self.paragraphs[index]
        if not paragraph.text[:1].isdigit():
            return None
        wide = paragraph.lines and _WIDE_APART.match(paragraph.lines[0].text) is not None
        if self.last and (label := lost_label(paragraph.text, self.last + 1, apart=bool(wide))):
            return label
        blank = paragraph.lines and _BARE_APART.match(paragraph.lines[0].text)
        below = self.read[index + 1] if index + 1 < len(self.read) else None
        due = int(below.number.partition(".")[0]) if below is not None and below.number.endswith(".1") else 1
        if blank or (below is not None and below.number == f"{due}.1"):
            return lost_label(paragraph.text, due)
        return None

    def _decimal_due(self, number: str, index: int) -> bool:
        """1.2 after 1.1, or after a gap, or x.1; a 5.1 or 3.15 out of any series is a date or an amount."""
        head, _, tail = number.rpartition(".")
        if any(f"{head}.{int(tail) - step}" in self.decimals for step in range(1, _GAP + 1)):
            return True
        if tail != "1":
            return False
        below, beside = self._below(index), self._beside(number, index)
        opens = (below is not None and below.number == f"{number}.1") or beside == f"{head}.2"
        return opens or head in self.decimals or head == "1" or self._follows(head)

    def _below(self, index: int) -> Label | None:
        """The label of the paragraph behind, sure or not."""
        return (self.read[index + 1] or self.units[index + 1]) if index + 1 < len(self.read) else None

    def _beside(self, number: str, index: int) -> str:
        """The next number with as many parts, sure or not; "" where there is none near."""
        near = (self.read[at] or self.units[at] for at in range(index + 1, min(index + _AHEAD, len(self.read))))
        parts = number.count(".")
        return next(
            (label.number for label in near if label and label.form == f"decimal{parts}"),
            "",
        )

    def _follows(self, head: str) -> bool:
        before, _, tail = head.rpartition(".")
        earlier = f"{before}.{int(tail) - 1}." if before else f"{int(tail) - 1}."
        return self.last == int(tail) or any(seen.startswith(earlier) for seen in self.decimals)
