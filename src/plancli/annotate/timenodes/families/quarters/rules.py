"""Quarters, halves and 旬: 一季度, 第1季度, Q1, 前三季度, 1至3季度, 上半年, 上、下半年, 上半月, 7月上旬, 中下旬, 前5个月."""

from __future__ import annotations

import re
from typing import Any

from .....language.numerals import number
from ..edges.rules import END, MIDDLE, START
from ..parts import AND, ANDS, DASH, DASHES, MONTH, MONTH_OPENS, OF_MONTH, THIRDS, YEAR4, YEAR4_OPENS, rule, values

_Q = "[一二三四1-4]"
_FOUR = "一二三四1234"
_EDGE = rf"(?P<edge>{START}|{MIDDLE}|{END})?"
_HALVES = {"上": 1, "前": 1, "下": 2, "后": 2}


def _quarter(match: re.Match[str]) -> dict[str, Any]:
    said = match["quarter"] or "末"
    return {"values": ({"首": 1, "末": 4}.get(said) or number(said),)}


def _quarters(match: re.Match[str]) -> dict[str, Any] | None:
    found = values(match["quarters"])
    return {"values": found} if list(found) == sorted(set(found)) else None


def _stretch(match: re.Match[str]) -> dict[str, Any] | None:
    first, last = number(match["from"]), number(match["to"])
    return {"values": (first, last), "through": True} if first < last else None


def _front(match: re.Match[str]) -> dict[str, Any] | None:
    count = number(match["count"])
    return {"values": (13 - count, 12) if match.groupdict().get("way") == "后" else (1, count), "through": True}


def _ordinal(match: re.Match[str]) -> dict[str, Any]:
    which = match["which"]
    return {"values": (number(which) if which else 1 if match[0][0] == "首" else 12,)}


def _half(match: re.Match[str]) -> dict[str, Any]:
    return {"values": (_HALVES[match["half"]],)}


def _half_letter(match: re.Match[str]) -> dict[str, Any]:
    return {"values": (int(match["half"]),)}


def _seasons(match: re.Match[str]) -> dict[str, Any]:
    """秋冬季 and 冬春季 are one stretch, 春秋两季 two."""
    found = tuple("春夏秋冬".index(c) + 1 for c in match["seasons"] if c in "春夏秋冬")
    if found == (4, 1):
        found = (4, 5)
    through = len(match["seasons"]) == 2 and found[1] == found[0] + 1 and "两" not in match[0]
    return {"values": found, "through": through}


def _winter_to_spring(match: re.Match[str]) -> dict[str, Any]:
    return {"values": (4, 5), "through": True, "shift": -1 if match[0][0] == "去" else 0, "anchor": "plan"}


def _season_of(match: re.Match[str]) -> dict[str, Any]:
    return {"values": ("春夏秋冬".index(match["season"]) + 1,), "shift": int(match[0][0] in "明来"), "anchor": "plan"}


def _thirds(match: re.Match[str]) -> dict[str, Any] | None:
    said = match["thirds"]
    found = tuple(sorted({THIRDS[c] for c in said if c in THIRDS}))
    if len(found) < sum(c in THIRDS for c in said):
        return None
    month = match["month"]
    return {"month": number(month) if month else None, "values": found, "through": 1 < len(said) == len(found)}


def _half_month(match: re.Match[str]) -> dict[str, Any]:
    month = match["month"]
    return {"month": number(month) if month else None, "values": (_HALVES[match["half"]],)}


RULES = (
    rule(
        "quarter",
        f"第>{_FOUR}首末 {_FOUR}首末>季 最>后",
        rf"(?:第?(?P<quarter>{_Q}|首|末)|最后一个?)季度{_EDGE}",
        "quarter",
        _quarter,
        needs=("季",),
    ),
    rule(
        "quarter-ordinal",
        f"第>{_FOUR} 首>个季",
        rf"(?:第(?={_Q})|(?=首))(?P<quarter>{_Q}|首)个?季度?{_EDGE}",
        "quarter",
        _quarter,
        needs=("季",),
    ),
    rule(
        "quarter-letter",
        f"Qq>1234 {YEAR4_OPENS}>年Qq",
        rf"(?:(?P<year>{YEAR4})年?)?[Qq](?P<quarter>[1-4])(?![\dA-Za-z])",
        "quarter",
        _quarter,
        needs=("Qq",),
    ),
    rule(
        "quarters-listed",
        f"第>{_FOUR} {_FOUR}>一二三四{ANDS}",
        rf"第?(?P<quarters>{_Q}(?:{AND}第?{_Q}|[一二三四]){{1,3}})季度",
        "quarter",
        _quarters,
        needs=("季",),
    ),
    rule(
        "quarters-stretch",
        f"第>{_FOUR} {_FOUR}>{DASHES}",
        rf"第?(?P<from>{_Q}){DASH}第?(?P<to>{_Q})季度",
        "quarter",
        _stretch,
        needs=("季",),
    ),
    rule("quarters-front", "前>二两三23", r"前(?P<count>[二两三23])个?季度", "quarter", _front, needs=("季",)),
    rule(
        "months-front",
        "前后>123456789十二两三四五六七八九",
        r"(?P<way>[前后])(?P<count>1[01]|[2-9]|十[一]?|[二两三四五六七八九])个?月(?!前|底|初|末|\d)",
        "month",
        _front,
        where="head",
        needs=("月",),
    ),
    rule(
        "month-ordinal",
        "首末>月 第>123456789一二三四五六七八九十",
        r"(?:首|末|第(?P<which>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])个)月",
        "month",
        _ordinal,
        where="head",
        needs=(("首月", "末月", "个月"),),
    ),
    rule(
        "half-letter",
        f"Hh>12 {YEAR4_OPENS}>年Hh",
        rf"(?:(?P<year>{YEAR4})年?)?[Hh](?P<half>[12])(?![\dA-Za-z])",
        "half",
        _half_letter,
        needs=("Hh",),
    ),
    rule(
        "season",
        f"春夏秋冬>季两春夏秋冬{ANDS}",
        rf"(?P<seasons>[春夏秋冬](?:{AND}?[春夏秋冬])?)两?季(?!学期|开学|高考|招生|节|批|班|新生|老生|学生|入学|毕业)",
        "season",
        _seasons,
        where="season",
    ),
    rule(
        "winter-to-spring",
        "今去>冬年 冬>春",
        r"(?:今|去|今年|去年)冬(?:至|到|、)?(?:明|今|来|次|翌)年?春|冬春之交",
        "season",
        _winter_to_spring,
        where="head-or-schedule",
    ),
    rule(
        "winter-of-years",
        f"{YEAR4_OPENS}>年",
        rf"(?P<year>{YEAR4})年(?P<season>[秋冬])季?{DASH}?(?:{YEAR4}年|[次翌明来]年?)春季?(?![节运耕播])",
        "season",
        lambda match: {"values": ("春夏秋冬".index(match["season"]) + 1, 5), "through": True},
        where="head-or-schedule",
        needs=("春",),
    ),
    rule(
        "season-of-year",
        "今明来>春夏秋冬",
        r"[今明来](?P<season>[春夏秋冬])(?!季|天|[至到、]|令|游|晚)",
        "season",
        _season_of,
        where="head-or-schedule",
    ),
    rule("half", "上下前后>半", rf"(?P<half>[上下前后])半年(?:度)?{_EDGE}", "half", _half),
    rule("halves", f"上>下{ANDS}", rf"上{AND}?下半年", "half", lambda match: {"values": (1, 2)}),
    rule(
        "third",
        f"{MONTH_OPENS}>{OF_MONTH}上中下 上中下>上中下旬{ANDS}",
        rf"(?:(?P<month>{MONTH})月份?的?)?(?P<thirds>[上中下](?:{AND}?[上中下]){{0,2}})旬",
        "third",
        _thirds,
    ),
    rule(
        "third-of-figures",
        f"{YEAR4_OPENS}>./-",
        r"(?P<year>20\d\d)[./-](?P<month>1[0-2]|0?[1-9])(?P<thirds>[上中下])旬",
        "third",
        _thirds,
        needs=("旬",),
    ),
    rule(
        "half-month",
        f"{MONTH_OPENS}>{OF_MONTH}上下前后 上下前后>半",
        rf"(?:(?P<month>{MONTH})月份?的?)?(?P<half>[上下前后])半月",
        "half-month",
        _half_month,
    ),
)
