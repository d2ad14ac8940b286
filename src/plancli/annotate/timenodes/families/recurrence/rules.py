"""What comes again, as RFC 5545 rules: 每日, 每周四, 每月25日前, 每季度末, 按月, 逢双月, 每两周, 每隔三天, 一月一次, 每年9月到11月."""

from __future__ import annotations

import re
from typing import Any

from .....grammar.pattern import Pattern
from .....grammar.scanner import Rule
from .....language.numerals import number
from ...model import Atom, Where
from ..parts import AND, COUNT, DASH, DAY, IN_COUNT, rule

_WEEKDAYS = {"一": "MO", "二": "TU", "三": "WE", "四": "TH", "五": "FR", "六": "SA", "日": "SU", "天": "SU"}
_ORDER = list(_WEEKDAYS.values())[:7]
_UNITS = {
    "天": ("DAILY", 1),
    "日": ("DAILY", 1),
    "周": ("WEEKLY", 1),
    "星期": ("WEEKLY", 1),
    "礼拜": ("WEEKLY", 1),
    "半月": ("MONTHLY;BYMONTHDAY=15,-1", 1),
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
_UNIT = r"(?P<unit>天|日|周|星期|礼拜|半月|旬|月|季度?|半年|学期|年度?|学年)"
_UNIT_OPENS = "天日周星礼半旬月季学年"
_ONCE = r"(?:各?[一1]次)"
# 每日一研判、每周一调度、每月一通报: one a week, not on Mondays.
_ONE_EACH = Pattern(r"每(?:日|天|月|季度?|年|旬)一(?![次个年月周])")
_MONTHS = {"首": (1, 4, 7, 10), "一": (1, 4, 7, 10), "1": (1, 4, 7, 10), "二": (2, 5, 8, 11), "2": (2, 5, 8, 11)}
_LAST_MONTHS = (3, 6, 9, 12)


def frequency(unit: str, count: int = 1) -> str:
    """`FREQ=…` for every `count` units."""
    name, factor = _UNITS[unit]
    interval = factor * count
    return f"FREQ={name}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _every(match: re.Match[str]) -> dict[str, Any]:
    return {"rrule": frequency(match["unit"]), "yearly": match["unit"] in ("年", "年度")}


def _steps(match: re.Match[str]) -> dict[str, Any] | None:
    count = number(match["count"]) + (1 if match["apart"] else 0)
    return {"rrule": frequency(match["unit"], count)} if count > 0 else None


def _fortnight(match: re.Match[str]) -> dict[str, Any]:
    return {"rrule": frequency("月" if "月" in match[0] else "周", 2)}


def _working_days(match: re.Match[str]) -> dict[str, Any]:
    return {"rrule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"}


def _weekend(match: re.Match[str]) -> dict[str, Any]:
    return {"rrule": "FREQ=WEEKLY;BYDAY=SA,SU"}


def _month_working_day(match: re.Match[str]) -> dict[str, Any]:
    which = number(match["which"]) if match["which"] else -1
    return {"rrule": f"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={which}"}


def _weekdays(match: re.Match[str]) -> dict[str, Any]:
    said = match["days"]
    if said == "一" and _ONE_EACH.search(match.string, max(0, match.start() - 12), match.end() + 12):
        return {"rrule": "FREQ=WEEKLY", "end": match.end() - 1}
    days = [_WEEKDAYS[c] for c in said if c in _WEEKDAYS]
    if len(days) == 2 and re.search(DASH, said):
        days = _ORDER[_ORDER.index(days[0]) : _ORDER.index(days[1]) + 1]
    return {"rrule": "FREQ=WEEKLY;BYDAY=" + ",".join(days)}


def _month_days(match: re.Match[str]) -> dict[str, Any] | None:
    found = [number(item) for item in re.findall(rf"({DAY})[日号]?", match["days"])]
    if len(found) == 2 and re.search(DASH, match["days"]):
        found = list(range(found[0], found[1] + 1))
    if not found or not all(1 <= day <= 31 for day in found):
        return None
    return {"rrule": "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(map(str, found))}


def _month_part(match: re.Match[str]) -> dict[str, Any]:
    said = match["part"]
    day = {"初": 1, "中": 15, "底": -1, "末": -1, "上": 10, "下": -1, "最": -1}[said[0]]
    if said == "中旬":
        day = 20
    return {"rrule": f"FREQ=MONTHLY;BYMONTHDAY={day}"}


def _month_weekday(match: re.Match[str]) -> dict[str, Any]:
    which = number(match["which"]) if match["which"] else -1
    return {"rrule": f"FREQ=MONTHLY;BYDAY={which}{_WEEKDAYS[match['weekday']]}"}


def _month_week(match: re.Match[str]) -> dict[str, Any] | None:
    which = number(match["which"]) if match["which"] else -1
    return {"rrule": f"FREQ=MONTHLY;BYDAY={which}MO", "approximate": True} if which <= 5 else None


def _quarter_part(match: re.Match[str]) -> dict[str, Any]:
    said = match["part"]
    months = _MONTHS["一"] if said == "初" else _LAST_MONTHS
    if match["month"]:
        months = _MONTHS.get(match["month"], _LAST_MONTHS)
    rrule = "FREQ=YEARLY;BYMONTH=" + ",".join(map(str, months))
    day = match["day"]
    if day:
        rrule += f";BYMONTHDAY={number(day)}"
    else:
        rrule += ";BYMONTHDAY=" + ("-1" if said in ("末", "底") or match["edge"] in ("底", "末") else "1")
    return {"rrule": rrule}


def _half_part(match: re.Match[str]) -> dict[str, Any]:
    return {"rrule": "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"}


def _year_end(match: re.Match[str]) -> dict[str, Any]:
    return {
        "rrule": "FREQ=YEARLY;" + ("BYMONTH=1;BYMONTHDAY=1" if match["part"] == "初" else "BYMONTH=12;BYMONTHDAY=-1")
    }


def _alternate(match: re.Match[str]) -> dict[str, Any]:
    months = range(1, 13, 2) if match["kind"] == "单" else range(2, 13, 2)
    return {"rrule": "FREQ=YEARLY;BYMONTH=" + ",".join(map(str, months))}


def _once(match: re.Match[str]) -> dict[str, Any] | None:
    """两周一次, 三个月一次; but 三季度一次 and 10月各一次 are a quarter and a month."""
    count = number(match["count"]) if match["count"] else 1
    every = "每" in match[0] or "个" in match[0]
    if not every and ("各" in match[0] or (count > 2 and match["unit"] in "月季度")):
        return None
    return {"rrule": frequency(match["unit"], count)}


def _rule(name: str, opening: str, pattern: str, make: Any, where: Where = "recurring") -> Rule[Atom]:
    return rule(name, opening, pattern, "recurring", make, where)


_EACH = r"每(?:逢|隔)?(?:一?个|一)?"
RULES = (
    _rule("every", "每", rf"每(?:一?个|一)?{_UNIT}(?!级|岁|龄|人|班){_ONCE}?", _every),
    _rule(
        "every-few", f"每>隔 隔>{IN_COUNT}两几", rf"每?(?P<apart>隔)(?P<count>{COUNT}|[两几])个?{_UNIT}{_ONCE}?", _steps
    ),
    _rule("every-number", f"每>{IN_COUNT}两", rf"每(?P<apart>(?!))?(?P<count>{COUNT}|两)个?{_UNIT}{_ONCE}?", _steps),
    _rule(
        "every-other", "每>两双隔 隔>周月", r"(?:每(?:两|双)周|隔周|隔月|每隔一?个?[周月])(?:各?[一1]次)?", _fortnight
    ),
    _rule("weekend", "每>个周双 双>休 周>末", r"每个?(?:周末|双休日)|双休日|周末", _weekend, where="recurring-head"),
    _rule(
        "every-month-working-day",
        "每",
        rf"每(?:一?个|一)?月的?(?:第(?P<which>{COUNT})|最后一?)个?工作日",
        _month_working_day,
    ),
    _rule("working-days", "每>个工", r"每个?工作日", _working_days),
    _rule(
        "by",
        f"按逐>{_UNIT_OPENS}",
        rf"(?:按|逐){_UNIT}度?(?!人|初|末|底|龄|级|历|常|度?(?:计划|安排|目标|预算|任务|要求|工作))",
        _every,
    ),
    _rule(
        "every-weekday",
        "每",
        rf"{_EACH}(?:周|星期|礼拜)(?P<days>[一二三四五六日天](?:(?:{AND}|{DASH})?(?:周|星期)?[一二三四五六日天])*)(?!次)",
        _weekdays,
    ),
    _rule(
        "every-month-day",
        "每",
        rf"每(?:一?个|一)?月份?的?(?P<days>{DAY}(?:[日号]?(?:{AND}|{DASH}){DAY})*(?:[日号]|(?=(?:之|以)?前)))",
        _month_days,
    ),
    _rule(
        "every-month-part",
        "每",
        r"每(?:一?个|一)?月的?月?(?P<part>初|中旬|中|底|末|上旬|下旬|最后一[天日])",
        _month_part,
    ),
    _rule(
        "every-month-weekday",
        "每",
        rf"每(?:一?个|一)?月的?(?:第(?P<which>{COUNT})|最后一?)个?(?:周的?)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])",
        _month_weekday,
    ),
    _rule(
        "every-month-week",
        "每",
        rf"每(?:一?个|一)?月的?(?:第(?P<which>{COUNT})|最后一?)个?(?:周|星期|礼拜)(?!的?[周星]?期?[一二三四五六日天])",
        _month_week,
    ),
    _rule(
        "every-quarter-part",
        "每",
        r"每(?:一?个|一)?季度?的?(?:(?:(?:第?(?P<month>[一二三123首末])|最后一?)个?月)(?P<edge>初|底|末)?(?:(?P<day>\d{1,2})[日号])?|(?P<part>初|末|底))",
        _quarter_part,
    ),
    _rule("every-half-year-end", "每", r"每半年的?[末底]", _half_part),
    _rule("every-year-edge", "每", r"每年的?年?(?P<part>初|底|末)", _year_end),
    _rule(
        "alternate-months",
        "每>逢个双单 逢>双单 双单>月",
        r"(?:每?逢|每个?)?(?P<kind>[双单])月",
        _alternate,
        where="recurring-head",
    ),
    _rule(
        "once",
        f"每 一二两三四1234>{IN_COUNT}个{_UNIT_OPENS} 半>年月",
        rf"每?(?P<count>{COUNT}|两|)个?{_UNIT}{_ONCE}",
        _once,
    ),
)


def of_year(atom_values: list[tuple[int, int | None]]) -> str:
    """Within a year: months, or (month, day) pairs, as a yearly rule."""
    months = ",".join(str(month) for month, _ in atom_values)
    days = [day for _, day in atom_values if day is not None]
    return f"FREQ=YEARLY;BYMONTH={months}" + (f";BYMONTHDAY={days[0]}" if days else "")
