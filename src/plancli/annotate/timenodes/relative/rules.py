"""Relative to a reference day: 本月, 下月, 上季度, 本学期, 下周; 今年 and 明年 alone are years of `dates`."""

from __future__ import annotations

import re
from typing import Any

from ..numerals import number
from ..parts import DAY, rule

_UNITS = {"月": "month", "季": "quarter", "学": "term", "周": "week", "星": "week", "天": "day", "日": "day"}
_SHIFTS = {"本": 0, "这": 0, "当": 0, "今": 0, "上": -1, "昨": -1, "下": 1, "次": 1, "明": 1}
_EDGE = r"(?P<edge>初|中(?!旬)|底|末)?"


def _relative(match: re.Match[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {"values": (_SHIFTS[match[0][0]],), "name": "relative-" + _UNITS[match["unit"][0]]}
    if day := match.groupdict().get("day"):
        fields["values"] += (number(day),)
    return fields


RULES = (
    rule(
        "relative-month",
        "本这当上下次",
        rf"(?:本|这个|当|上个?|下个?|次)(?P<unit>月)(?!份?度)份?{_EDGE}",
        "month",
        _relative,
    ),
    rule(
        "relative-month-day",
        "本这当上下次",
        rf"(?:本|这个|当|上个?|下个?|次)(?P<unit>月)的?(?P<day>{DAY})[日号]",
        "day",
        _relative,
    ),
    rule(
        "relative-quarter",
        "本这当上下次",
        rf"(?:本|这个|当|上个?|下个?)(?P<unit>季度?)(?!节){_EDGE}",
        "quarter",
        _relative,
    ),
    rule("relative-term", "本这当上下", rf"(?:本|这|当|上个|下个?)(?P<unit>学期){_EDGE}", "school", _relative),
    rule(
        "relative-week",
        "本这当上下",
        r"(?:本|这|当|上个?|下个?)(?P<unit>周|星期)(?![期边一二三四五六日天])",
        "week",
        _relative,
    ),
    rule("relative-day", "今明昨当", r"(?:今|明|昨|当)(?P<unit>天|日)(?!常|趋|后)", "day", _relative),
    rule("now", "即", r"即日", "now", lambda match: {"values": (0,)}),
)
