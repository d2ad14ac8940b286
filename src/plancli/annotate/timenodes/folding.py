"""The text as the rules see it: one shape for each digit, dash and bracket, simplified time words, no blanks within.

Brackets of any shape that hold an assignment or a time are round ones: 【责任科室：…；完成时限：7月底前】, and a label of a time in
them is one before a colon: 【完成时限】7月; others may hold a name and stay. Every character keeps its place but for blanks; `Folded.places` leads back to the text as given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...grammar.pattern import Pattern
from ...language.assignment_spans import BOXED_TIME_LABEL, TELLS
from ...language.script import has_any
from ...model.record import Record
from .families.parts import BEFORE

_GIVEN = (
    "０１２３４５６７８９．：，；（）［］／－—–―‐−﹣─━～〜∼○Ｑ﹒・•‧∙⋅"
    "後個週學開節國慶勞動兒婦黨軍師級間內於從貫長續進適時據視條發單雙兩號歲農曆臘陽遲與態結終試際聖總實"
    "訂屆幾過極齡還達當來歷報檢據門臨廠擇無圍繞對夠穩積滿"
)
_SHAPES = str.maketrans(
    _GIVEN,
    "0123456789.:,;()[]/---------~~~〇Q······"
    "后个周学开节国庆劳动儿妇党军师级间内于从贯长续进适时据视条发单双两号岁农历腊阳迟与态结终试际圣总实"
    "订届几过极龄还达当来历报检据门临厂择无围绕对够稳积满",
)
# Most texts have no others than these, which are replaced one by one at less cost.
_COMMON = {character: chr(shape) for character, shape in ((c, _SHAPES[ord(c)]) for c in "：，；（）—")}
_ASIDE = Pattern(r"[【〔\[]([^【】〔〕\[\]\n]{1,200})[】〕\]]")
_TIMES = Pattern(
    r"(?=.*[年月日季周旬期])[\d一二三四五六七八九十第年月日号季度上中下旬半底末初前后内全长期每周至到和、.~完成持续推进坚-]+"
)
# 元月, 元至3月份; but 5000元月薪
_FIRST_MONTH = Pattern(
    r"(?<![\d万千百亿多])元(?=月|[至到—－–~～-]{1,2}(?:\d|十?[一二三四五六七八九十])\d?月)", needs=("元", "月")
)
# What a scan or a hand puts for a figure or for 末, beside a unit of time alone: 3O日, 2O26年, 1l月, 9月未前, Ⅲ季度; O3 is ozone.
_MISREAD = Pattern(
    rf"(?<=\d)[OoОlI](?=\d{{0,2}}[年月日号])|(?<=[年月])[OolI](?=\d[月日号])|未(?<=[年月度]未)(?=[之以]?{BEFORE})|[ⅠⅡⅢⅣ](?=(?:[、和及至到—-]第?[ⅠⅡⅢⅣ])*季)"
)
_MISREADS = "OoОlI未ⅠⅡⅢⅣ"
_MEANT = dict(zip(_MISREADS, "00011末1234", strict=True))
_BLANKS = " \t\u3000\xa0\u2002\u2003\u2009\u200b\ufeff"
_ANY_BLANK = Pattern(f"[{_BLANKS}]")
_UNCOMMON = Pattern(f"[{re.escape(''.join(sorted(set(_GIVEN) - set(_COMMON))) + _BLANKS)}【〔\\[]")
_BLANK = Pattern(rf"(?<=[^\sA-Za-z])[{_BLANKS}]+(?=[^\sA-Za-z])")
_FIRST_FIGURE = Pattern(rf"[年月至到~-][{_BLANKS}]*\d$")  # of a number whose figures a scan set apart: 6 月 1 0 日
_LAST_FIGURE = Pattern(rf"\d[{_BLANKS}]*[月日号]")


@dataclass(slots=True, eq=False, repr=False)
class Folded(Record):
    """A text folded; `places[i]` is where its character i stands in the text as given, None where nothing moved."""

    text: str
    places: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A range here → the range in the text as given."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]


def fold(text: str) -> Folded:
    """Fold a text; its lines stay lines."""
    if "元" in text:
        text = _FIRST_MONTH.sub("1", text)
    if has_any(text, _MISREADS):
        text = _MISREAD.sub(lambda found: _MEANT[found[0]], text)
    if _UNCOMMON.search(text) is None:
        for character, shape in _COMMON.items():
            text = text.replace(character, shape)
        return Folded(text)
    shaped = text.translate(_SHAPES)
    if "【" in shaped or "〔" in shaped or "[" in shaped:
        shaped = _ASIDE.sub(_rounded, shaped)
    if _ANY_BLANK.search(shaped) is None:
        return Folded(shaped)
    places: list[int] = []
    kept: list[str] = []
    last = 0
    for blank in _BLANK.finditer(shaped):
        start, end = blank.span()
        if shaped[start - 1].isdigit() and shaped[end].isdigit() and not _within_number(shaped, start, end):
            continue
        kept.append(shaped[last:start])
        places.extend(range(last, start))
        last = end
    kept.append(shaped[last:])
    places.extend(range(last, len(shaped)))
    return Folded("".join(kept), [*places, len(shaped)])


def _within_number(text: str, start: int, end: int) -> bool:
    return bool(_LAST_FIGURE.match(text, end) and _FIRST_FIGURE.search(text, max(0, start - 4), start))


def _rounded(bracket: re.Match[str]) -> str:
    within = bracket[1]
    if BOXED_TIME_LABEL().fullmatch(within):
        return f"。{within}:"
    return f"({within})" if TELLS().search(within) or _TIMES.fullmatch(within) else bracket[0]
