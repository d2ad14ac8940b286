"""The edges of a year, month or quarter: 年初, 年中, 年底, 岁末年初, 月初, 6月中, 月底, 季末."""

from __future__ import annotations

import re
from typing import Any

from .....language.numerals import number
from ..parts import MONTH, MONTH_OPENS, OF_MONTH, RELATIVE, RELATIVE_OPENS, YEAR, YEAR_OPENS, rule

# What follows must not make another word of it: 初中, 初步, 中考, 中心, 底线, 末端.
START = (
    r"初(?![步级期中高始审赛稿心衷任次一二三]|选|评|验|检|诊|筛|赛|复|创|具|试(?![点行运种])|核(?![查实定对])|定(?!在))"
)
MIDDLE = r"中(?![秋旬考学小心国层期央高职医外等标华专青级药部东西南北共办铁建航试层])"
END = r"(?:底(?![线数色层稿图座板蕴气])|末(?!端|月))"
EDGE = rf"(?P<edge>{START}|{MIDDLE}|{END})"


def _year(match: re.Match[str]) -> dict[str, Any]:
    return {"values": (0,)}


def _month(match: re.Match[str]) -> dict[str, Any]:
    return {"values": (number(match["month"]),)}


def _unsaid(match: re.Match[str]) -> dict[str, Any]:
    return {"values": (0,), "unsaid": True}


RULES = (
    rule(
        "year-edge",
        f"{YEAR_OPENS('年>度的年初中底末终')} {RELATIVE_OPENS}",
        rf"(?:(?P<year>{YEAR})年度?|(?P<relative>{RELATIVE}))的?年?(?P<edge>{START}|{MIDDLE}|{END}|终)",
        "year",
        _year,
        where="year",
        needs=("初中底末终",),
    ),
    rule(
        "year-edge-plain",
        "年>度初中底末终",
        rf"年(?:度)?(?P<edge>{START}|{MIDDLE}|{END}|终)",
        "year",
        _year,
        where="year",
    ),
    rule("year-within", "年>度之以内", r"年度?(?=(?:之|以)?内)", "year", _year, where="year"),
    rule("month-within", "月>之以内", r"月(?=(?:之|以)?内)", "month", _unsaid, where="head-or-schedule"),
    rule("quarter-within", "季>度", r"季度(?=(?:之|以)?内)", "quarter", _unsaid, where="head-or-schedule"),
    rule(
        "year-turn",
        "岁年>末底",
        r"(?:岁末|年末|年底)年初",
        "year",
        lambda match: {"values": (0,), "edge": "turn"},
        where="year",
    ),
    rule(
        "month-edge",
        f"{MONTH_OPENS}>{OF_MONTH}月初中底末",
        rf"(?P<month>{MONTH})月份?的?(?:月)?{EDGE}",
        "month",
        _month,
    ),
    rule("month-edge-unsaid", "月>初中底末", rf"月{EDGE}", "month", _unsaid, where="head-or-schedule"),
    rule("quarter-edge-unsaid", "季>度初中底末", rf"季度?{EDGE}", "quarter", _unsaid, where="head-or-schedule"),
)
