"""Weeks of a month and n-th weekdays: 五月第二周, 3月最后一周, 6月第3个星期日. Week one is a month's first whole Monday week."""

from __future__ import annotations

import re
from typing import Any

from .....language.numerals import number
from ..parts import COUNT, MONTH, MONTH_OPENS, rule

_DAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}


def _week(match: re.Match[str]) -> dict[str, Any] | None:
    which = number(match["which"]) if match["which"] else -1
    day = match["weekday"]
    if which > 5:
        return None
    return {"month": number(match["month"]), "values": (which,), "weekday": _DAYS[day] if day else None}


def _front(match: re.Match[str]) -> dict[str, Any] | None:
    """9月前两周, 6月前10日; 6月最后三天."""
    count = number(match["count"]) * (7 if match["unit"] in ("周", "星期") else 1) if match["count"] else 1
    if not 0 < count <= 28 or (match["way"] == "最后" and count == 7):
        return None  # 最后一周 is a week from Monday on
    values = (1, count) if match["way"] == "前" else (-count, -1) if count > 1 else (-1,)
    return {"month": number(match["month"]), "values": values, "through": count > 1}


def _working(match: re.Match[str]) -> dict[str, Any]:
    which = number(match["which"]) if match["which"] else -1
    return {"month": number(match["month"]), "values": (which,)}


RULES = (
    rule(
        "days-of-month",
        MONTH_OPENS,
        rf"(?P<month>{MONTH})月份?的?(?P<way>前|最后)(?P<count>{COUNT}|两)?个?(?P<unit>周|星期|[天日])(?![期次])",
        "day",
        _front,
    ),
    rule(
        "working-day-of-month",
        MONTH_OPENS,
        rf"(?P<month>{MONTH})月份?的?(?:第(?P<which>{COUNT})|最后一)个?工作日",
        "working-day",
        _working,
    ),
    rule(
        "working-days-of-month",
        MONTH_OPENS,
        rf"(?P<month>{MONTH})月份?的?(?P<way>前|最后)(?P<count>{COUNT}|两)个(?P<unit>工作日)",
        "working-day",
        _front,
    ),
    rule(
        "week-of-month",
        MONTH_OPENS,
        rf"(?P<month>{MONTH})月份?的?(?:第(?P<which>{COUNT})|最后一?)个?(?:(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])|周|星期|礼拜)(?![年岁期边])",
        "week",
        _week,
    ),
)
