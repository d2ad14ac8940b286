"""2025年3月5日, 3月5日, 2025-03-05, 2025.3, 20250305, 3月份, 25年, 3.15; and bare numbers that wait for a unit."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from .....language.numerals import ARABIC, full_year, number
from ...model import Atom
from ..parts import (
    AND,
    ANDS,
    DASH,
    DASHES,
    DAY,
    IN_COUNT,
    IN_MONTH,
    MONTH,
    MONTH_OPENS,
    NUMERALS,
    RELATIVE,
    RELATIVE_OPENS,
    WEEKDAY,
    YEAR,
    YEAR4,
    YEAR4_OPENS,
    rule,
)

_LINK = rf"(?:{DASH}|{AND})"
# Swallowed after a day: its weekday in brackets, the time of day.
_AFTER_DAY = (
    rf"(?:\({WEEKDAY}\)|{WEEKDAY}(?![边常一二三四五六日]))?(?:上午|下午|中午|晚上?)?(?:\d{{1,2}}[时点:]\d{{0,2}}分?)?"
)


def _ymd(match: re.Match[str]) -> dict[str, Any] | None:
    month, day = number(match["month"]), number(match["day"])
    return {"month": month, "values": (day,)}


def _month(match: re.Match[str]) -> dict[str, Any]:
    return {"values": (number(match["month"]),)}


def _two_months(match: re.Match[str]) -> dict[str, Any] | None:
    found = tuple(number(c) for c in match["months"])
    return {"values": found} if found[1] == found[0] + 1 else None


def _bare(match: re.Match[str]) -> dict[str, Any]:
    groups = match.groupdict()
    month = groups.get("month")
    return {"month": number(month) if month else None, "values": (number(match["value"]),)}


def _compact(match: re.Match[str]) -> dict[str, Any] | None:
    text = match[0]
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
    return {"year": year, "month": month, "values": (day,)} if 1 <= month <= 12 and 1 <= day <= 31 else None


def _digits(match: re.Match[str]) -> dict[str, Any] | None:
    return _ymd(match) if match["mark"] == match["again"] else None


def _point_day(match: re.Match[str]) -> dict[str, Any] | None:
    month, day = int(match["month"]), int(match["day"])
    return {"month": month, "values": (day,)} if 1 <= month <= 12 and 1 <= day <= 31 else None


RULES = (
    rule("date", MONTH_OPENS, rf"(?P<month>{MONTH})月份?的?(?P<day>{DAY})[日号]{_AFTER_DAY}", "day", _ymd),
    rule("date-without-unit", MONTH_OPENS, rf"(?P<month>{MONTH})月(?P<day>{DAY})(?=(?:之|以)?前)", "day", _ymd),
    rule(
        "date-digits",
        "12>90",
        rf"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P<again>[-/.])(?P<day>\d{{1,2}})日?(?![\d.]){_AFTER_DAY}",
        "day",
        _digits,
    ),
    rule("date-compact", "12>90", r"(?:19|20)\d{6}(?!\d)", "day", _compact),
    rule(
        "month-digits",
        "12>90",
        r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>1[0-2]|0?[1-9])月?份?(?P<edge>[底末初])?(?![\d.%万亿个])",
        "month",
        _month,
    ),
    rule("month", MONTH_OPENS, rf"(?P<month>{MONTH})月份?", "month", _month),
    rule(
        "month-counted",
        f"{NUMERALS}>{IN_MONTH}两三",
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
    rule("year", YEAR4_OPENS, rf"(?P<year>{YEAR4})年(?!级|生|人)度?", "year", lambda match: {"values": (0,)}),
    rule(
        "year-without-unit",
        YEAR4_OPENS,
        rf"(?P<year>{YEAR4})(?=[上下]半年|第?[一二三四1-4]季度)",
        "year",
        lambda match: {"values": (0,)},
    ),
    rule(
        "year-two-digits",
        f"{ARABIC}>{ARABIC} 零〇二九八七>零〇一二三四五六七八九",
        r"(?P<year>\d\d|[零〇二九八七][零〇一二三四五六七八九])年(?!级|生|人|来|间|制|代)",
        "year",
        lambda match: {"values": (0,)},
    ),
    rule(
        "point-date",
        f"{ARABIC}>{ARABIC}.·",
        r"(?P<month>1[0-2]|0?[1-9])[.·](?P<day>\d{1,2})(?![\d.月季年])日?",
        "day",
        _point_day,
    ),
    rule(
        "bare-month",
        f"{NUMERALS}>{IN_MONTH}{DASHES}{ANDS}",
        rf"(?P<value>{MONTH})(?=(?:{_LINK}{MONTH}){{1,11}}(?:[两三]个?)?月)",
        "bare",
        _bare,
    ),
    rule(
        "bare-day",
        MONTH_OPENS,
        rf"(?:(?P<month>{MONTH})月)(?P<value>{DAY})(?=(?:{_LINK}{DAY}){{1,11}}[日号])",
        "bare",
        _bare,
    ),
    rule(
        "bare-day-alone",
        f"{NUMERALS}>{IN_COUNT}{DASHES}{ANDS}",
        rf"(?P<value>{DAY})(?=(?:{_LINK}{DAY}){{1,11}}[日号])",
        "bare",
        _bare,
    ),
    rule(
        "day-alone",
        f"{NUMERALS}>{IN_COUNT}日号",
        rf"(?P<day>{DAY})[日号]",
        "day",
        lambda match: {"values": (number(match["day"]),)},
    ),
    rule(
        "bare-year",
        YEAR4_OPENS,
        rf"(?P<value>{YEAR4})(?=(?:{_LINK}{YEAR}){{1,5}}年)",
        "bare",
        lambda match: {"values": (full_year(match["value"]),)},
    ),
    rule(
        "relative-year",
        RELATIVE_OPENS,
        rf"(?P<relative>{RELATIVE})",
        "year",
        lambda match: {"values": (0,)},
    ),
)


# What a year directly before it belongs to as well: 3月, 上半年, 春节, but not 5日.
_YEARLESS = frozenset({"year", "years", "now", "recurring", "conditional"})
_UNLED = frozenset({"day-alone", "bare-day-alone", "term-week", "point-date", "bare-year"})


def can_lead(atom: Atom) -> bool:
    """Whether the atom is a year that may stand before another atom: 2025年, 今年."""
    return atom.grain == "year" and atom.edge is None and atom.rule != "bare-year"


def take_year(year: Atom, atom: Atom) -> bool:
    """Give a year to the atom that directly follows it (2025年|3月, 今年的|上半年); whether that could be done."""
    if (
        (atom.grain in _YEARLESS and atom.rule != "year-edge-plain")
        or atom.rule in _UNLED
        or atom.year is not None
        or atom.anchor
    ):
        return False
    if atom.name == "unsaid" or atom.name.startswith("relative"):
        return False
    atom.year, atom.shift, atom.anchor = year.year, year.shift, year.anchor
    atom.led, atom.start = (year.rule, year.start, year.end), year.start
    return True


def give_units(atoms: list[Atom]) -> list[str]:
    """Units spread backwards: a bare number takes the unit that follows. Year and month spread forwards.

    Changes the atoms in place; returns the names of what was done.
    """
    done: list[str] = []
    for following, this in pairwise(reversed(atoms)):
        if this.grain != "bare":
            continue
        done.append("unit-from-behind")
        if following.grain == "year":
            this.grain, this.year = "year", this.values[0]
        elif (following.grain == "day" and this.rule != "bare-month") or (
            following.grain == "day" and following.month is None
        ):
            this.grain = "day"
        else:
            this.grain = "month"
    for before, this in pairwise(atoms):
        if this.year is None and not this.anchor and this.grain != "year":
            this.year, this.shift, this.anchor = before.year, before.shift, before.anchor
            if this.year is not None or this.anchor:
                done.append("year-from-before")
        if this.rule == "term-week" and before.grain == "week":
            this.grain, this.name = "week", ""
        if this.month is None and this.grain in ("day", "third", "week", "half-month") and not this.edge:
            this.month = before.month if before.grain != "month" else None if before.name else before.values[-1]
            if this.month is not None:
                done.append("month-from-before")
    return done
