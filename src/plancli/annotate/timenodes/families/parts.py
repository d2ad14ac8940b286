"""Pieces of pattern that several families share, for folded text, and what the pieces say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from ....grammar.pattern import Pattern
from ....grammar.scanner import Rule
from ....language.numerals import ARABIC, CHINESE, full_year, number
from ....language.times import NEXT_YEAR
from ....language.verbs import WORK
from ..model import Atom, Edge, Grain, Where, YearAnchor

NUMERALS = ARABIC + CHINESE
YEAR4 = r"(?:(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3}|[二两]千[〇零]?[一二三四五六七八九十]{1,3})"
YEAR = rf"(?:{YEAR4}|\d\d)"
RELATIVE = rf"(?:今年|本年度?|当年|同年(?![级龄])|{'|'.join(NEXT_YEAR)}|去年|上一?年|第二年|后年|前年|下一?年)"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:[0-3]?\d|三?十[一二三四五六七八九]?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])"
DASH = r"(?:至|到|-{1,4}|~{1,2})"
AND = r"(?:、|和|及|与|以及|或)"
COUNT = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
# 前 that begins no other word: 前半年, 前三季度, 前期, 前往, 前后.
BEFORE = (
    r"前(?!半年|[一二三两四1-4]个?季|[\d两二三四五六七八九十]+个月|期|往|后|沿|景|列(?!出|入|支|席)|提(?!交|供|出|请|报|升|前|取|名|级|档|质)"
    r"|置|瞻|身|任(?!命)|述(?!职)|端|来|去|进(?!行|驻|入|场|园|校|展)|夕|移(?!交|送)|年)"
)
# 内 that begins no other word: 14日内科, 3月内部审计; but 5日内审核, 7日内部署
INSIDE = r"内(?!部(?!署)|容|涵|外|控|地|陆|蒙|科|镜|分泌|勤|生|因|设机|审(?!核|批|查|议|定|结|验|完))"
WEEKDAY = r"(?:(?:周|星期|礼拜)[一二三四五六日天])"
_HOUR = r"(?:\d{1,2}:\d{2}|(?:\d{1,2}|[零一二三四五六七八九十]{1,3})[时点](?:\d{1,2}分?|[半整])?)"
# Swallowed after a day: its weekday or lunar day in brackets, the time of day.
AFTER_DAY = rf"(?:\({WEEKDAY}\)|\([一二三四五六日]\)|\((?:农历|阴历)?[正冬腊一二三四五六七八九十]{{1,2}}月[初十廿二三][一二三四五六七八九十]{{0,2}}日?,?{WEEKDAY}?\)|{WEEKDAY}(?![边常一二三四五六日]))?(?:上午|下午|中午|凌晨|早上?|晚上?)?(?:{_HOUR}(?:{DASH}{_HOUR})?)?"

# How rules that begin with these pieces open (see `grammar.scanner.Rule`): what can stand second in a month, a count or
# a day, and after the first member of a range or list.
IN_MONTH = ARABIC + "一二"
IN_COUNT = ARABIC + "一二三四五六七八九十"
DASHES = "至到-~"
ANDS = "、和及与以或"
LINKS = DASHES + ANDS
MONTH_OPENS = f"{NUMERALS}>{IN_MONTH}月>月"
YEAR4_OPENS = "12一二两>90〇零一二三四五六七八九千"
YEAR_OPENS = f"{ARABIC}>{ARABIC}>{{0}} {YEAR4_OPENS}>{{0}}".format
OF_MONTH = "份的"  # may stand between a month and its part
RELATIVE_OPENS = "今本当同明来去次翌后前上下>年 上下>一 第>二"

_SHIFTS = {
    "今": 0,
    "本": 0,
    "当": 0,
    "同": 0,
    "明": 1,
    "来": 1,
    "去": -1,
    "上": -1,
    "次": 1,
    "翌": 1,
    "第": 1,
    "后": 2,
    "前": -2,
    "下": 1,
}
THIRDS = {"上": 1, "中": 2, "下": 3}
_EDGES: dict[str, Edge] = {"初": "start", "中": "middle", "底": "end", "末": "end", "终": "end"}

# 中 of a month or a quarter begins another word as often: 10月中华经典, 6月中标.
_BEHIND_MIDDLE = Pattern(rf"$|[,;。:、)~/-]|(?:之|以)?前|[至到和及或]|{WORK}")


def rule(
    name: str,
    opening: str,
    pattern: str,
    grain: Grain,
    make: Callable[[re.Match[str]], dict[str, Any] | None],
    where: Where = "anywhere",
    needs: Sequence[Sequence[str]] = (),
) -> Rule[Atom]:
    """A rule that makes an atom of `grain`: `make` gives its fields, or None to refuse; `where` says where it counts; `needs`
    what the text must hold, as `Pattern` says.

    The year that the groups `year` or `relative` say and the edge that `edge` says are set here.
    """

    says_year, says_relative, says_edge = (f"(?P<{group}>" in pattern for group in ("year", "relative", "edge"))

    def build(match: re.Match[str]) -> Atom | None:
        fields = make(match)
        if fields is None:
            return None
        atom = Atom(grain, where=where, rule=name, start=match.start(), end=match.end())
        if says_year and match["year"]:
            atom.year = full_year(match["year"])
        if says_relative and (relative := match["relative"]):
            atom.shift, atom.anchor = _SHIFTS[relative[0]], _anchor(relative)
        if says_edge and (edge := match["edge"]):
            atom.edge = _EDGES[edge[-1]]
            if edge == "中" and grain != "year" and not _BEHIND_MIDDLE.match(match.string, match.end()):
                atom.edge, atom.end = None, match.end() - 1
        for field, value in fields.items():
            setattr(atom, field, value)
        return atom

    return Rule(name, opening, pattern, build, needs)


def _anchor(relative: str) -> YearAnchor:
    if relative[0] in "次翌第同" or relative.startswith("当"):
        return "before"
    return "reference" if relative[0] in "去上前" else "plan"


def values(text: str) -> tuple[int, ...]:
    """The numbers in a run of numerals with any separators: 一二, 1、3, 三、四."""
    found = re.findall(r"\d+|[一二三四五六七八九十]", text)
    return tuple(number(item) for item in found)
