"""Holidays and days of note, by the names of the calendar lexicon: 春节前, 国庆期间, 五一, 母亲节."""

from __future__ import annotations

import re
from typing import Any

from .....language.numerals import number
from .....language.times import names_of_days
from .....language.verbs import NOMINAL, WORK
from ..parts import DASH, MONTH, MONTH_OPENS, NUMERALS, YEAR4, YEAR4_OPENS, rule

NAMES = names_of_days()
_GOVERNS = "开展|组织|做好|抓好|搞好|进行|实施|落实|加强|强化|启动"  # verbs behind which a time is part of what is done
_SECOND: dict[str, set[str]] = {}  # by the first character
for _name in NAMES:
    _SECOND.setdefault(_name[0], set()).add(_name[1])
_FIRST = "".join(sorted(_SECOND))
_OPENS = [f"{first}>{''.join(sorted(_SECOND[first]))}" for first in _FIRST]


def _holiday(match: re.Match[str]) -> dict[str, Any]:
    return {"values": (0,), "names": (match["name"],)}


_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_LUNAR_DAY = r"(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?|[二三]?十[一二三四五六七八九]?)"


def _lunar(match: re.Match[str]) -> dict[str, Any] | None:
    month, day = match["month"], match["day"]
    if month.isdecimal() and not match["named"]:
        return None  # 9月初一: a grade
    if not match["named"] and day and day.isdecimal():
        return None
    if not match["named"] and not match["leap"] and month not in _LUNAR_MONTHS and (not day or day[0] not in "初廿"):
        return None
    fields: dict[str, Any] = {
        "month": _LUNAR_MONTHS.get(month) or number(month),
        "values": (number(day) if day else 0,),
    }
    if match["last"]:  # 正月初五至初八, 腊月初十至二十二
        fields |= {"values": (fields["values"][0], number(match["last"])), "through": True}
    if match["leap"]:
        fields["leap"] = True
    return fields


def _quoted_day(match: re.Match[str]) -> dict[str, Any] | None:
    month, day = int(match["month"]), int(match["day"])
    return {"month": month, "values": (day,)} if 1 <= month <= 12 and 1 <= day <= 31 else None


RULES = (
    rule(
        "day-of-note",  # “3·15”期间
        '“"‘>0123456789',
        r"[“\"‘](?P<month>\d{1,2})[.·](?P<day>\d{1,2})[”\"’](?=期间|前后|当[天日]|(?:之|以)?前(?:夕|$|[,;。)、]|[㐀-鿿])|来临)",
        "day",
        _quoted_day,
        where="occasion",
    ),
    rule(
        "lunar",
        f"{MONTH_OPENS}>初廿 {YEAR4_OPENS}>年>{NUMERALS}闰正冬腊 农阴旧>历 闰>{NUMERALS}正冬腊 正冬腊>月",
        rf"(?P<named>农历|阴历|旧历)?(?:(?P<year>{YEAR4})年)?(?P<leap>闰)?(?P<month>正|冬|腊|{MONTH})月(?P<day>{_LUNAR_DAY}|\d{{1,2}}(?=日)|)日?(?:(?<=[一二三四五六七八九十廿]){DASH}(?P<last>{_LUNAR_DAY})日?)?(?![月号]|新生|学生|毕业|年级|班|各班|师生|家长|考生)",
        "lunar",
        _lunar,
        needs=("月",),
    ),
    rule(
        "flood-season",
        "汛>前后 入>汛",
        # not 汛前检查, 汛前准备, 开展汛后核查: what is done is named so
        rf"(?<!{_GOVERNS})(?<![防抗])(?:入汛(?=前)|(?<![主凌桃秋伏入])汛(?=[前后](?:之?内?完成|全面|全部|必须|各|汛[前后]|[,，;；。、)）]|$|{WORK})))",
        "holiday",
        lambda match: {"values": (0,), "names": ("汛期",)},
        where="occasion",
    ),
    rule(
        "eve",
        "节假>前后",
        rf"(?<!{_GOVERNS})(?<![季环关情调竹春清五端秋庆旦一])(?P<name>[节假])(?=[前后](?:$|[,;。)、]|{WORK}|{NOMINAL}))",
        "holiday",
        _holiday,
        where="head",
    ),
    rule(
        "holiday",
        " ".join([*_OPENS, f'“"‘>{_FIRST}农阴', "农阴>历"]),
        rf"[“\"‘]?(?:农历|阴历)?(?P<name>{'|'.join(NAMES)})[”\"’]?(?:黄金周|小长假|假期|假日|长假|节日|节)?",
        "holiday",
        _holiday,
        where="occasion",
        needs=(NAMES,),
    ),
)
