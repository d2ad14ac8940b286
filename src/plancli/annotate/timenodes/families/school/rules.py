"""The school calendar: 暑假, 寒暑假, 秋季学期, 2023-2024学年第二学期, 开学前, 期末, 第3周."""

from __future__ import annotations

import re
from typing import Any

from .....language.numerals import full_year, number
from .....language.verbs import WORK
from ..parts import AND, ANDS, COUNT, DASH, DASHES, IN_COUNT, YEAR, YEAR_OPENS, rule

_SCHOOL_YEAR = rf"(?P<school>{YEAR})(?:年?{DASH}{YEAR})?学年度?的?"
_IN_SCHOOL_YEAR = f"年学{DASHES}"  # what may stand behind its first year
_ORDER = "一二三四五六日天"
# 第10周周三下午, 第5周周一至周三: the day of a week of the term.
_WEEKDAY = rf"(?:\(?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?:{DASH}(?:周|星期|礼拜)?[一二三四五六日天])?(?:[上下]午|中午|晚上?)?\)?)"
_SPRING = "二2下春"


def _vacation(match: re.Match[str]) -> dict[str, Any]:
    said = match["vacation"]
    names = [name for mark, name in (("寒", "winter"), ("暑", "summer")) if mark in said]
    return {"values": (0,), "names": tuple(names)}


def _term(match: re.Match[str]) -> dict[str, Any]:
    said = match["term"]
    names = ["spring-term"] if said[0] in _SPRING else ["autumn-term"]
    if said[0] == "春" and "秋" in said:
        names = ["spring-term", "autumn-term"]
    school = match.groupdict().get("school")
    fields: dict[str, Any] = {"values": (0,), "names": tuple(names)}
    if school:
        fields["year"] = full_year(school) + (names[0] == "spring-term")
    if week := match.groupdict().get("week"):
        fields["values"] = (number(week),)
        fields["weekday"] = _ORDER.index(match["weekday"]) % 7 if match["weekday"] else None
    elif match["final"]:
        part = "-opening" if match["final"].endswith("初") else "-final"
        fields["names"] = tuple(name.replace("-term", part) for name in names)
    return fields


def _school_year(match: re.Match[str]) -> dict[str, Any]:
    return {"values": (0,), "names": ("school-year",), "year": full_year(match["school"])}


def _opening(match: re.Match[str]) -> dict[str, Any]:
    season = match["season"]
    name = "opening" if not season else "spring-opening" if season[0] == "春" else "autumn-opening"
    return {"values": (0,), "names": (name,)}


def _part(match: re.Match[str]) -> dict[str, Any]:
    return {"values": (0,), "names": (match[0],)}


def _week(match: re.Match[str]) -> dict[str, Any]:
    first = number(match["from"])
    last = match["to"]
    day = match["weekday"]
    return {
        "weekday": _ORDER.index(day) % 7 if day else None,
        "values": (first, number(last)) if last else (first,),
        "names": ("week",),
        "through": bool(last),
    }


RULES = (
    rule(
        "vacation",
        f"寒暑>假期寒暑{ANDS}",
        rf"(?P<vacation>寒{AND}?暑[假期]|暑{AND}?寒[假期]|[寒暑](?:假|期))(?:假期)?",
        "school",
        _vacation,
        where="vacation",
    ),
    rule(
        "term",
        f"{YEAR_OPENS(_IN_SCHOOL_YEAR)} 第>一二12 一二12上下>学 春秋>季学秋、",
        rf"(?:{_SCHOOL_YEAR})?(?:第(?=[一二12]学)|(?=[春秋])|(?<=学年)|(?<=学年度)|(?<=学年的))"
        rf"(?P<term>[一二12]|[春秋]季?|春、?秋季?|[上下])学期(?!刊)(?:(?P<final>期?末|初)|(?:的)?第(?P<week>{COUNT})周{_WEEKDAY}?)?",
        "school",
        _term,
        where="term",
        needs=("学", "期"),
    ),
    rule(
        "school-year", YEAR_OPENS(_IN_SCHOOL_YEAR), _SCHOOL_YEAR, "school", _school_year, where="clause", needs=("学",)
    ),
    rule(
        "opening",
        "春秋>季学开 新>学生 开>学 学>生 返入>校学园",
        rf"(?:新生|学生)?(?:入[校学园]|返校)(?=(?:之|以)?前(?:$|[,;。)、]|{WORK}))|(?:(?P<season>春季?|秋季?)(?:学期)?|新学[期年])?开学(?:后?的?(?:第一周|首周|第一天)|初期?(?!中)|(?=(?:之|以)?前|之?后|时)时?|当[天日])",
        "school",
        _opening,
        where="occasion",
    ),
    rule(
        "closing",
        "学>期 期>末 放>寒暑假 散>学 中高会>考 期>中末 结毕>业 假>期",
        r"(?:学期结束|假期结束|放[寒暑]?假|散学|结业|毕业)(?=(?:之|以)?前)|(?:[中高会]考|期[中末](?:考试?|测试|检测|测评|调研))(?:结束|成绩公布)?(?=(?:之|以)?前|之后|以后|后)",
        "school",
        lambda match: {"values": (0,), "names": ("closing",)},
        where="occasion",
        needs=("前后",),
    ),
    rule(
        "term-part",
        "学>期 期>期初中末",
        r"(?:学期|期)(?:期末|期中|期初|末|初|中)(?!考|测|试|检|评)",
        "school",
        _part,
        where="clause",
    ),
    rule(
        "term-week",
        f"第>{IN_COUNT}",
        rf"第(?P<from>{COUNT})(?:周?{DASH}第?(?P<to>{COUNT}))?(?:教学)?周(?:{_WEEKDAY}|(?![年岁期边报刊日次一二三四五六]))",
        "school",
        _week,
        where="clause",
        needs=("周",),
    ),
)
