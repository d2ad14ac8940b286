"""What comes again, as RFC 5545 rules: 每日, 每周四, 按月, 逢双月, 每两周, 每隔三天, 一月一次, 一月一调度; and unit × part.

A unit (每月, 每季度, 每半年, 每年, 逢双月, 每季度第一个月) may be followed by a part (初, 底前, 中旬, 15日, 第一周, 最后一个工作日,
前5日): `turns.py` beside this file says what a part of a unit comes to. What stands behind 每年 is read as a time of its own
(每年3月, 每年9月10日; `yearly`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .....grammar.pattern import Pattern
from .....grammar.scanner import Rule
from .....language.numerals import number
from .....language.verbs import WORK
from ...model import Atom, Where
from ..holidays.rules import NAMES
from ..parts import AND, COUNT, DASH, IN_COUNT, rule
from .turns import NEXT, PART, UNIT, WEEKDAYS, next_of, part_of, turn_of

_ORDER = list(WEEKDAYS.values())[:7]
_UNITS = {
    "天": ("DAILY", 1),
    "日": ("DAILY", 1),
    "周": ("WEEKLY", 1),
    "星期": ("WEEKLY", 1),
    "礼拜": ("WEEKLY", 1),
    "半月": ("MONTHLY;BYMONTHDAY=15,-1", 1),
    "半个月": ("MONTHLY;BYMONTHDAY=15,-1", 1),
    "旬": ("MONTHLY;BYMONTHDAY=10,20,-1", 1),
    "月": ("MONTHLY", 1),
    "季度": ("MONTHLY", 3),
    "季": ("MONTHLY", 3),
    "半年": ("MONTHLY", 6),
    "学期": ("MONTHLY", 6),
    "年": ("YEARLY", 1),
    "年度": ("YEARLY", 1),
    "学年": ("YEARLY", 1),
}
_UNIT = r"(?P<unit>天|日|周|星期|礼拜|半个?月|旬|月|季度?|半年|学期|年度?|学年)"
_UNIT_OPENS = "天日周星礼半旬月季学年"
_ONCE = r"(?:各?[一1]次)"
_AT_LEAST_ONCE = r"(?=(?:至少|最少|不少于)[^,;。\d]{0,8}[一1]次)"
# 每日一研判、每周一调度、每月一通报: one a week, not on Mondays.
_ONE_EACH = Pattern(r"每(?:日|天|月|季度?|年|旬)一(?![次个年月周])")
# 每周一期, 每周一练: so too where no other unit stands beside it; 每周一升旗 is on Mondays.
_ONE_PIECE = Pattern(r"[期场](?!中|末|间|地|所|馆)|[次会学查评报讲课题案练晒测歌诗](?=$|[、,;。)”\"])")
_ACT = (
    r"(?:调度|通报|督查|督导|研判|会商|分析|总结|报告|报送|上报|汇报|检查|考核|评估|评价|评比|评议|例会|巡查|排查|演练|监测|小结|推进|复盘|盘点"
    r"|清零|公示|公布|晾晒|晒单|点评|讲评|会办|会诊|培训|碰头|回访|走访|述职|梳理|更新|核查|抽查|拉练|观摩|研究|结算|清|查|报|督|评|考|结)"
)


def frequency(unit: str, count: int = 1) -> str:
    """`FREQ=…` for every `count` units."""
    name, factor = _UNITS[unit]
    interval = factor * count
    return f"FREQ={name}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _every(match: re.Match[str]) -> dict[str, Any]:
    return {"rrule": frequency(match["unit"]), "yearly": match["unit"] in ("年", "年度")}


def _part(match: re.Match[str]) -> dict[str, Any] | None:
    return part_of(turn_of(match), match)


def _term_part(match: re.Match[str]) -> dict[str, Any]:
    return {"rrule": frequency("学期"), "unfit": True}


def _steps(match: re.Match[str]) -> dict[str, Any] | None:
    if match["count"] == "几":
        return None  # 每隔几天: how many, nobody tells
    count = number(match["count"]) + (1 if match["apart"] else 0)
    return {"rrule": frequency(match["unit"], count)} if count > 0 else None


def _fortnight(match: re.Match[str]) -> dict[str, Any]:
    by_day = f";BYDAY={WEEKDAYS[match['weekday']]}" if match["weekday"] else ""
    return {"rrule": frequency("月" if "月" in match[0] else "周", 2) + by_day}


def _working_days(match: re.Match[str]) -> dict[str, Any]:
    return {"rrule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"}


def _weekend(match: re.Match[str]) -> dict[str, Any]:
    return {"rrule": "FREQ=WEEKLY;BYDAY=SA,SU"}


def _every_holiday(match: re.Match[str]) -> dict[str, Any]:
    """每逢重要节假日前: once and again within the year, on days that no rule can say."""
    return {"rrule": frequency("年"), "unfit": True}


def _every_feast(match: re.Match[str]) -> dict[str, Any]:
    return {"rrule": frequency("年"), "yearly": True}


def _weekdays(match: re.Match[str]) -> dict[str, Any]:
    said = match["days"]
    if said == "一" and (
        _ONE_PIECE.match(match.string, match.end())
        or _ONE_EACH.search(match.string, max(0, match.start() - 12), match.end() + 12)
    ):
        return {"rrule": "FREQ=WEEKLY", "end": match.end() - 1}
    days = [WEEKDAYS[c] for c in said if c in WEEKDAYS]
    if len(days) == 2 and re.search(DASH, said):
        days = _ORDER[_ORDER.index(days[0]) : _ORDER.index(days[1]) + 1]
    return {"rrule": "FREQ=WEEKLY;BYDAY=" + ",".join(days)}


def _next(match: re.Match[str]) -> dict[str, Any] | None:
    return next_of(turn_of(match), match)


def _turn(match: re.Match[str]) -> dict[str, Any]:
    return {"rrule": turn_of(match).own}


def _once(match: re.Match[str]) -> dict[str, Any] | None:
    """两周一次, 三个月一次; but 三季度一次 and 10月各一次 are a quarter and a month."""
    count = number(match["count"]) if match["count"] else 1
    every = "每" in match[0] or "个" in match[0]
    if not every and ("各" in match[0] or (count > 2 and match["unit"] in "月季度")):
        return None
    return {"rrule": frequency(match["unit"], count)}


def _one_each(match: re.Match[str]) -> dict[str, Any]:
    return {"rrule": frequency(match["unit"], 2 if match["count"] == "两" else 1)}


def _rule(
    name: str, opening: str, pattern: str, make: Any, where: Where = "recurring", needs: Sequence[Sequence[str]] = ()
) -> Rule[Atom]:
    return rule(name, opening, pattern, "recurring", make, where, needs)


_EACH = r"每(?:逢|隔)?(?:一?个|一)?"
RULES = (
    _rule("every", "每", rf"每(?:一?个|一)?{_UNIT}(?!级|岁|龄|人|班){_ONCE}?", _every),
    _rule("every-part", "每 逢>双单 双单>月 季>度首末", rf"{UNIT}{PART}", _part, needs=("中倒初前号后底日旬最末第",)),
    _rule("every-next", "每 逢>双单 双单>月 季>度首末", rf"{UNIT}{NEXT}", _next, needs=("次下结终", "日号天内")),
    _rule(
        "every-term-part",
        "每",
        rf"每(?:一?个|一)?学期(?:期?[初末中]|(?:开学)?(?:第{COUNT}|最后一?)个?(?:周|月)|开学前|开学初|结束前|放假前)(?!考|测|试|检|评)",
        _term_part,
        needs=("学",),
    ),
    _rule(
        "every-turn",
        "每 逢>双单",
        rf"(?=每季度?的?[第一二三最首末123]|每半年的?[第首末最]|每?逢){UNIT}",
        _turn,
        needs=("季半逢",),
    ),
    _rule(
        "alternate-months",
        "每>双单个 双单>月",
        rf"(?=(?:每个?)?[双单]月){UNIT}",
        _turn,
        where="recurring-head",
        needs=("双单",),
    ),
    _rule(
        "every-few",  # not 两剂间隔六个月, 隔三天以上: how far apart
        f"每>隔 隔>{IN_COUNT}两几",
        rf"每?(?<![间相])(?P<apart>隔)(?P<count>{COUNT}|[两几])个?{_UNIT}(?![以之]?[上后内]){_ONCE}?",
        _steps,
    ),
    _rule("every-number", f"每>{IN_COUNT}两", rf"每(?P<apart>(?!))?(?P<count>{COUNT}|两)个?{_UNIT}{_ONCE}?", _steps),
    _rule(
        "every-other",
        "每>两双单隔逢 隔>周月 逢>双单 双单>周",
        r"(?:每?逢?[双单]周(?=[一1召开组举进]|的?(?:周|星期)[一二三四五六日天])|每?逢[双单]周|每(?:两|双)周|隔周|隔月|每隔一?个?[周月])"
        r"(?:(?<=周)的?(?:周|星期)(?P<weekday>[一二三四五六日天]))?(?:各?[一1]次)?",
        _fortnight,
    ),
    _rule("weekend", "每>个周双 双>休 周>末", r"每个?(?:周末|双休日)|双休日|周末", _weekend, where="recurring-head"),
    _rule("working-days", "每>个工", r"每个?工作日", _working_days),
    _rule(
        "by",
        f"按逐>{_UNIT_OPENS}",
        rf"(?:按|逐){_UNIT}度?(?!人|初|末|底|龄|级|历|常|度?(?:计划|安排|目标|预算|任务|要求|工作))",
        _every,
    ),
    _rule(
        "every-holiday",
        "每>逢到",
        r"每[逢到](?:[^,;:。\d]{0,6}?)(?:节假日|节日|假日|假期|节点|重大活动|敏感时期|汛期|农忙时节)(?:之?前|期间|时段)?",
        _every_holiday,
    ),
    _rule(
        "unit-alone",
        "半>年月个 季月>度",
        r"(?P<unit>半个?月|季度|半年|月(?=度))度?(?=$|[,;。)])",
        _every,
        where="unit-alone",
    ),
    _rule("every-feast", "每>逢到", rf"每[逢到](?=[“\"‘]?(?:{'|'.join(NAMES)}))", _every_feast),
    _rule(
        "weekdays",
        "周星礼>一二三四五六日天期拜",
        rf"(?:周|星期|礼拜)(?P<days>[一二三四五六日天](?:{DASH})(?:周|星期|礼拜)[一二三四五六日天])",
        _weekdays,
        where="recurring-head",
    ),
    _rule(
        "every-weekday",
        "每",
        rf"{_EACH}(?:周|星期|礼拜)(?P<days>[一二三四五六日天](?:(?:{AND}|{DASH})?(?:周|星期)?[一二三四五六日天])*)(?!次)",
        _weekdays,
        needs=("周星礼",),
    ),
    _rule(
        "once",
        f"每 {IN_COUNT}两>{IN_COUNT}个{_UNIT_OPENS}>个{_UNIT_OPENS}>各一1度期拜年个{_UNIT_OPENS} 半>年月个",
        rf"(?:每|(?=[{IN_COUNT}两半]))(?P<count>{COUNT}|两|)个?{_UNIT}(?:{_ONCE}|(?<=半年|半月|个月){_AT_LEAST_ONCE})",
        _once,
        needs=("次",),
    ),
    _rule(
        "once-done",  # 一月召开一次; not 一季度召开一次, 三月召开一次
        "一两>周月季年",
        rf"(?P<count>[一两])(?P<unit>周|月|季(?!度)|年)(?:至少)?{WORK}{_ONCE}",
        _once,
        needs=("次",),
    ),
    _rule(
        "one-each",
        f"一两>{_UNIT_OPENS} 半>年月个",
        rf"(?:(?P<count>[一两])|(?=半)){_UNIT}[一1](?:次)?{_ACT}",
        _one_each,
    ),
)
