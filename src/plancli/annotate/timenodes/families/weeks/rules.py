"""Weeks of a month and n-th weekdays: 五月第二周, 3月最后一周, 6月第3个星期日. Week one is a month's first whole Monday week."""

from __future__ import annotations

import re
from typing import Any

from .....language.numerals import number
from ..parts import COUNT, MONTH, MONTH_OPENS, OF_MONTH, rule

_DAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}


def _week(match: re.Match[str]) -> dict[str, Any] | None:
    which = number(match["which"]) if match["which"] else -1
    day = match["weekday"]
    if which > 5:
        return None
    return {"month": number(match["month"]), "values": (which,), "weekday": _DAYS[day] if day else None}


def _days(match: re.Match[str]) -> dict[str, Any] | None:
    """9月前两周, 6月前10日, 4月前三个工作日; 6月最后三天, 3月最后一个工作日, 3月第二个工作日."""
    unit = match["unit"] or "工作日"
    fields: dict[str, Any] = {"month": number(match["month"]), "grain": "working-day" if unit == "工作日" else "day"}
    if match["which"]:
        return {**fields, "values": (number(match["which"]),)}
    count = number(match["count"]) if match["count"] else 1
    if unit in ("周", "星期"):
        if match["way"] == "最后" and count == 1:
            return None  # 最后一周 is a week from Monday on
        count *= 7
    if not 0 < count <= 28:
        return None
    last = match["way"] == "最后"
    ends = (-count, -1) if last else (1, count)
    return {**fields, "values": ends if count > 1 else ends[:1], "through": count > 1}


RULES = (
    rule(
        "days-of-month",
        f"{MONTH_OPENS}>{OF_MONTH}前最第",
        rf"(?P<month>{MONTH})月份?的?(?:(?P<way>前|最后)(?P<count>{COUNT}|两)?个?(?P<unit>周|星期|[天日]|工作日)(?![期次])|第(?P<which>{COUNT})个?工作日)",
        "day",
        _days,
    ),
    rule(
        "week-of-month",
        f"{MONTH_OPENS}>{OF_MONTH}第最",
        rf"(?P<month>{MONTH})月份?的?(?:第(?P<which>{COUNT})|最后一?)个?(?:(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])|周|星期|礼拜)(?![年岁期边])",
        "week",
        _week,
    ),
)
