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


RULES = (
    rule(
        "week-of-month",
        MONTH_OPENS,
        rf"(?P<month>{MONTH})月份?的?(?:第(?P<which>{COUNT})|最后一?)个?(?:(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])|周|星期|礼拜)(?![年岁期边])",
        "week",
        _week,
    ),
)
