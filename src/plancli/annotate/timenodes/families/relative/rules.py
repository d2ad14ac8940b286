"""Relative to a reference day: 本月, 下月, 上季度, 本学期, 下周; 今年 and 明年 alone are years of `dates`."""

from __future__ import annotations

import re
from typing import Any

from .....language.numerals import number
from ..parts import COUNT, DAY, IN_COUNT, INSIDE, NUMERALS, THIRDS, rule

_UNITS = {"月": "month", "季": "quarter", "学": "term", "周": "week", "星": "week", "天": "day", "日": "day"}
_SHIFTS = {"本": 0, "这": 0, "当": 0, "今": 0, "上": -1, "昨": -1, "下": 1, "次": 1, "明": 1}
_DAYS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "当": 0, "明": 1, "后": 2, "大后": 3}
_EDGE = r"(?P<edge>初|中(?!旬)|底|末)?"


def _relative(match: re.Match[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {"values": (_SHIFTS[match[0][0]],), "relative": _UNITS[match["unit"][0]]}
    if day := match.groupdict().get("day"):
        fields["values"] += (number(day),)
    if third := match.groupdict().get("third"):
        fields["values"] += (THIRDS[third],)
    return fields


def _weekday(match: re.Match[str]) -> dict[str, Any]:
    shift = _SHIFTS[match[0][0]]
    return {"values": (shift, "一二三四五六日天".index(match["weekday"]) % 7), "relative": "weekday"}


def _day(match: re.Match[str]) -> dict[str, Any]:
    said = match["day"]
    return {"values": (_DAYS[said[:-1]],), "relative": "day"}


def _span(match: re.Match[str]) -> dict[str, Any] | None:
    count = number(match["count"])
    sign = -1 if match["way"] in ("近", "最近", "过去") else 1
    return {"values": (sign * count,), "relative": "span", "unit": match["unit"]} if count else None


def _offset(match: re.Match[str]) -> dict[str, Any] | None:
    count = number(match["count"])
    way = match["way"][-1]
    name = "within" if way == "内" else "offset"
    unit = match["unit"] or match["long"]
    return {"values": (-count if way == "前" else count,), "relative": name, "unit": unit} if count else None


_MONTH_OPENS = "本当次>月 这>个 上下>个月"
RULES = (
    rule(
        "relative-month",
        _MONTH_OPENS,
        rf"(?:本|这个|当|上个?|下个?|次)(?P<unit>月)(?!份?度)份?{_EDGE}",
        "month",
        _relative,
        where="head-or-schedule",
    ),
    rule(
        "relative-month-day",
        _MONTH_OPENS,
        rf"(?:本|这个|当|上个?|下个?|次)(?P<unit>月)的?(?P<day>{DAY})[日号]",
        "day",
        _relative,
        where="head-or-schedule",
    ),
    rule(
        "relative-third",
        _MONTH_OPENS,
        r"(?:本|这个|当|上个?|下个?|次)(?P<unit>月)份?的?(?P<third>[上中下])旬",
        "third",
        _relative,
        where="head-or-schedule",
    ),
    rule(
        "relative-quarter",
        "本当>季 这>个 上下>个季",
        rf"(?:本|这个|当|上个?|下个?)(?P<unit>季度?)(?!节){_EDGE}",
        "quarter",
        _relative,
        where="head-or-schedule",
    ),
    rule(
        "relative-term",
        "本这当下>学 上下>个",
        rf"(?:本|这|当|上个|下个?)(?P<unit>学期){_EDGE}",
        "school",
        _relative,
        where="head-or-schedule",
    ),
    rule(
        "relative-week",
        "本这当上下>周星 上下>个",
        r"(?:本|这|当|上个?|下个?)(?P<unit>周|星期)(?![期边一二三四五六日天])",
        "week",
        _relative,
        where="clause-only",
    ),
    rule(
        "relative-weekday",
        "本这上下>周星礼 这上下>个",
        r"(?:本|这个?|上个?|下个?)(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])",
        "day",
        _weekday,
        where="head-or-schedule",
    ),
    rule(
        "relative-day",
        "大>前后 前后>天 昨今当明>天日",
        r"(?P<day>(?:大前|前|大后|后)天|(?:昨|今|当|明)[天日])(?!常|趋|后)",
        "day",
        _day,
        where="clause-only",
    ),
    rule(
        "relative-span",
        f"未>来 今>后 接>下 最>近 过>去 近>{IN_COUNT}两",
        rf"(?P<way>未来|今后|接下来|近|最近|过去)(?P<count>{COUNT}|两)个?(?P<unit>天|日|周|星期|月|年)(?!级|月|度|多|来)",
        "day",
        _span,
        where="reference",
    ),
    rule(
        "relative-offset",
        f"{NUMERALS}>{IN_COUNT}天日周星年个>天日周星年个>月星期后之以内前",
        rf"(?P<count>{COUNT}|两)(?:(?P<unit>天|日|周|星期|(?<=[1-9一二三四五六七八九十两])年)|个(?P<long>月|星期))"
        rf"(?P<way>(?:之|以)?后(?![勤期])|(?:之|以)?{INSIDE}|(?<!日)(?:之前|以前))",
        "day",
        _offset,
        where="reference",
    ),
    rule(
        "now",
        "即>日 现>在 目>前 从自>现目印下发公批签 印下>发 发公>布 批>准 签>订",
        r"即日|(?:从|自)?(?:现在|目前)(?=起|开始|至|到)|自?(?:印发|下发|发布|公布|批准|签订)之日(?=起?[至到])",
        "now",
        lambda match: {"values": (0,)},
    ),
)
