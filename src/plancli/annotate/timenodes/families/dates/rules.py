"""2025年3月5日, 3月5日, 2025-03-05, 2025.3, 20250305, 3月份, 25年, 3.15; and bare numbers that wait for a unit."""

from __future__ import annotations

import re
from typing import Any

from .....grammar.pattern import Pattern
from .....language.figures import UNIT
from .....language.numerals import ARABIC, CHINESE, full_year, number
from .....language.verbs import WORK
from ..parts import (
    AFTER_DAY,
    AND,
    DASH,
    DAY,
    IN_COUNT,
    IN_MONTH,
    LINKS,
    MONTH,
    MONTH_OPENS,
    NUMERALS,
    OF_MONTH,
    RELATIVE,
    RELATIVE_OPENS,
    WEEKDAY,
    YEAR,
    YEAR4,
    YEAR4_OPENS,
    rule,
)

_LINK = rf"(?:{DASH}|{AND})"
_FIRST_ROC = 1911  # 民国113年 is 2024
_BEHIND_DAY = Pattern(rf"$|[,;。)]|(?:之|以)?前|起|[上下]午|晚|正式|{WORK}")


def _ymd(match: re.Match[str]) -> dict[str, Any] | None:
    return {"month": number(match["month"]), "values": (number(match["day"]),)}


def _day_alone(match: re.Match[str]) -> dict[str, Any] | None:
    """12月31前, 12月28举行; not 3月10所学校."""
    return _ymd(match) if _BEHIND_DAY.match(match.string, match.end()) else None


def _month(match: re.Match[str]) -> dict[str, Any]:
    return {"values": (number(match["month"]),)}


def _months(match: re.Match[str]) -> dict[str, Any] | None:
    """2024.5—10"""
    first, last = int(match["from"]), int(match["to"])
    return {"values": (first, last), "through": True} if first < last else None


def _two_months(match: re.Match[str]) -> dict[str, Any] | None:
    found = tuple(number(c) for c in match["months"])
    return {"values": found} if found[1] == found[0] + 1 else None


def _bare_day(match: re.Match[str]) -> dict[str, Any]:
    month = match.groupdict().get("month")
    return {"awaits": "day", "month": number(month) if month else None, "values": (number(match["value"]),)}


def _compact(match: re.Match[str]) -> dict[str, Any] | None:
    text = match[0]
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
    return {"year": year, "month": month, "values": (day,)} if 1 <= month <= 12 and 1 <= day <= 31 else None


def _digits(match: re.Match[str]) -> dict[str, Any] | None:
    return _ymd(match) if match["mark"] == match["again"] else None


def _roc_day(match: re.Match[str]) -> dict[str, Any] | None:
    """114.02.11"""
    found = _point_day(match)
    return (
        None if found is None or match["mark"] != match["again"] else {**found, "year": _FIRST_ROC + int(match["roc"])}
    )


def _roc_year(match: re.Match[str]) -> dict[str, Any]:
    return {"values": (0,), "year": _FIRST_ROC + int(match["roc"] or match["bare"])}


def _slash_days(match: re.Match[str]) -> dict[str, Any] | None:
    """4/11~13"""
    first, last = int(match["from"]), int(match["to"])
    return {"month": int(match["month"]), "values": (first, last), "through": True} if 0 < first < last <= 31 else None


def _point_day(match: re.Match[str]) -> dict[str, Any] | None:
    month, day = int(match["month"]), int(match["day"])
    return {"month": month, "values": (day,)} if 1 <= month <= 12 and 1 <= day <= 31 else None


RULES = (
    rule(
        "date",
        f"{MONTH_OPENS}>{OF_MONTH}{NUMERALS}",
        rf"(?P<month>{MONTH})月份?的?(?P<day>{DAY})[日号]{AFTER_DAY}",
        "day",
        _ymd,
    ),
    rule(
        "date-without-unit",
        f"{MONTH_OPENS}>{NUMERALS}",
        rf"(?P<month>{MONTH})月(?P<day>{DAY})(?=(?:之|以)?前|(?<=\d)(?![\d月日号]))",
        "day",
        _day_alone,
    ),
    rule(
        "date-digits",
        "12>90>-/.",
        rf"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P<again>[-/.])(?P<day>\d{{1,2}})日?(?![\d.]){AFTER_DAY}",
        "day",
        _digits,
    ),
    rule(
        "date-since-1912",
        "1>0123>-/.",
        rf"(?P<roc>1[0-3]\d)(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P<again>[-/.])(?P<day>\d{{1,2}})日?(?![\d.]){AFTER_DAY}",
        "day",
        _roc_day,
    ),
    rule(
        "slash-date-with-weekday",
        f"{ARABIC}>{ARABIC}/>/",
        rf"(?P<month>1[0-2]|0?[1-9])/(?P<day>\d{{1,2}})(?:\({WEEKDAY}\)|\([一二三四五六日]\)){AFTER_DAY}",
        "day",
        _point_day,
    ),
    rule(
        "slash-days",
        f"{ARABIC}>{ARABIC}/>/",
        rf"(?P<month>1[0-2]|0?[1-9])/(?P<from>\d{{1,2}}){DASH}(?P<to>\d{{1,2}})(?![\d/月日:.年%])",
        "day",
        _slash_days,
        where="slash",
    ),
    rule(
        "slash-date",
        f"{ARABIC}>{ARABIC}/>/",
        r"(?P<month>1[0-2]|0?[1-9])/(?P<day>\d{1,2})(?![\d/月.%])日?",
        "day",
        _point_day,
        where="slash",
    ),
    rule(
        "dash-date",  # of a range alone: 02-22 ~ 02-28
        "01>0123456789>-",
        r"(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?:(?=[~至到](?:0[1-9]|1[0-2])-[0-3]\d(?!\d))|(?<=[~至到]\d\d-\d\d)(?![\d-]))",
        "day",
        _point_day,
    ),
    rule("date-compact", "12>90", r"(?:19|20)\d{6}(?!\d)", "day", _compact),
    rule(
        "month-digits",
        "12>90>-/.",
        r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>1[0-2]|0?[1-9])月?份?(?P<edge>[底末初])?(?![\d.%万亿个])",
        "month",
        _month,
    ),
    rule(
        "months-digits",
        "12>90>./",
        rf"(?P<year>(?:19|20)\d\d)[./](?P<from>1[0-2]|0?[1-9])月?{DASH}(?P<to>1[0-2]|0?[1-9])(?![\d.%万亿个次/-])月?份?",
        "month",
        _months,
    ),
    rule("month", MONTH_OPENS, rf"(?P<month>{MONTH})月份?", "month", _month),
    rule(
        "month-counted",
        f"{NUMERALS}>{IN_MONTH}两三>个月",
        rf"(?<=[、和及与至到-])(?P<month>{MONTH})[两三]个?月份?",
        "month",
        _month,
    ),
    rule(
        "months-joined",
        "一二三四五六七八九>一二三四五六七八九",
        r"(?P<months>[一二三四五六七八九]{2})月份?",
        "month",
        _two_months,
    ),
    rule(
        "year",
        f"{YEAR4_OPENS}>年",
        rf"(?P<year>{YEAR4})年(?!级|生|人)度?",
        "year",
        lambda match: {"values": (0,)},
        where="year",
    ),
    rule(
        "year-since-1912",
        "1>0123>年 民>国 中>华",
        rf"(?:(?:中华)?民国(?P<roc>\d{{2,3}})|(?P<bare>1[0-3]\d))年度?(?(bare)(?=\d{{1,2}}(?:月|{DASH}\d{{1,2}}月)))",
        "year",
        _roc_year,
        where="year",
    ),
    rule(
        "year-without-unit",
        f"{YEAR4_OPENS}>上下第季",
        rf"(?P<year>{YEAR4})(?=[上下]半年|第?[一二三四1-4]季度)",
        "year",
        lambda match: {"values": (0,)},
        where="year",
    ),
    rule(
        "year-two-digits",
        f"{ARABIC}>{ARABIC}>年 零〇二九八七>零〇一二三四五六七八九",
        r"(?P<year>\d\d|[零〇二九八七][零〇一二三四五六七八九])年(?!级|生|人|来|间|制|代|(?:之|以)?内|以[上下]|左右)",
        "year",
        lambda match: {"values": (0,)},
        where="year-alone",
    ),
    rule(
        "point-days",
        f"{ARABIC}>{ARABIC}.·>.·",
        rf"(?P<month>1[0-2]|0?[1-9])[.·](?P<from>\d{{1,2}}){DASH}(?P<to>\d{{1,2}})(?![\d.·/月季年%]|{UNIT})日?",
        "day",
        _slash_days,
        where="point",
    ),
    rule(
        "point-date",
        f"{ARABIC}>{ARABIC}.·>.·",
        r"(?P<month>1[0-2]|0?[1-9])[.·](?P<day>\d{1,2})(?![\d.月季年])日?(?:[上下中]午|晚上?)?",
        "day",
        _point_day,
        where="point",
    ),
    rule(
        "bare-month",
        f"{NUMERALS}>{IN_MONTH}{LINKS}>{LINKS}",
        # not 十、12月, the number of an item and a month
        rf"(?P<value>{MONTH})(?!(?<=[{CHINESE}])、\d)(?=(?:{_LINK}{MONTH}){{1,11}}(?:[两三]个?)?月)",
        "bare",
        lambda match: {"awaits": "month", "values": (number(match["value"]),)},
    ),
    rule(
        "bare-day",
        f"{MONTH_OPENS}>{NUMERALS}",
        rf"(?:(?P<month>{MONTH})月)(?P<value>{DAY})(?=(?:{_LINK}{DAY}){{1,11}}[日号]|{DASH}{MONTH}月{DAY}[日号])",
        "bare",
        _bare_day,
    ),
    rule(
        "bare-day-alone",
        f"{NUMERALS}>{IN_COUNT}{LINKS}>{LINKS}",
        rf"(?P<value>{DAY})(?=(?:{_LINK}{DAY}){{1,11}}[日号])",
        "bare",
        _bare_day,
        where="month-known",
    ),
    rule(
        "day-alone",
        f"{NUMERALS}>{IN_COUNT}日号>日号",
        rf"(?P<day>{DAY})[日号]{AFTER_DAY}",
        "day",
        lambda match: {"values": (number(match["day"]),)},
        where="month-known",
    ),
    rule(
        "bare-year",
        f"{YEAR4_OPENS}>{LINKS}",
        rf"(?P<value>{YEAR4})(?=(?:{_LINK}{YEAR}){{1,5}}年)",
        "bare",
        lambda match: {"awaits": "year", "values": (full_year(match["value"]),)},
        where="year",
    ),
    rule(
        "fiscal-year-first",  # 2023-24至2032-33年度
        f"{YEAR4_OPENS}>-/",
        rf"(?P<value>{YEAR4})[-/]\d\d年?度?(?={DASH}{YEAR4}[-/]\d\d年)",
        "bare",
        lambda match: {"awaits": "year", "values": (full_year(match["value"]),)},
        where="year",
    ),
    rule(
        "fiscal-year-last",
        f"{YEAR4_OPENS}>-/",
        rf"(?<=[至到~-]){YEAR4}[-/](?P<year>\d\d)年度?",
        "year",
        lambda match: {"values": (0,)},
        where="year",
    ),
    rule(
        "relative-year",
        RELATIVE_OPENS,
        rf"(?P<relative>{RELATIVE})",
        "year",
        lambda match: {"values": (0,)},
        where="year",
    ),
)
