"""Unit × part: what a part of a recurring unit comes to. 每季度末 is the last day of March, June, September, December.

A part gives one date a turn, the last allowed (每月上旬: the 10th). A part that the unit has not (每年上旬, 每季度15日前)
leaves the unit's own rule and is marked `unfit`. RRULE counts BYSETPOS within its FREQ, so a quarter's first working day is
FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1 (RFC 5545, 3.3.10).
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from .....language.numerals import number
from ..parts import AND, COUNT, DASH, DAY

WEEKDAYS = {"一": "MO", "二": "TU", "三": "WE", "四": "TH", "五": "FR", "六": "SA", "日": "SU", "天": "SU"}
_WORKING = "BYDAY=MO,TU,WE,TH,FR"

_EVERY = r"每(?:一?个|一)?"
UNIT = (
    rf"(?:{_EVERY}(?:(?P<month>月)份?|(?P<half>半年)(?:的?(?P<of_half>首|末|第一个|最后一?个?)月份?)?"
    r"|(?P<quarter>季)度?(?:的?(?P<of_quarter>首个?|末|第?[一二三123]个?|最后一?个?)月份?)?"
    r"|(?P<annual>年)度?)|季度?(?P<month_of_each>[首末])月(?!月)|(?:每?逢|每个?)?(?P<kind>[双单])月份?)"
)
_DAYS = rf"{DAY}(?:[日号]?(?:{AND}|{DASH}){DAY})*(?:[日号]|(?=(?:之|以)?前))"
_WHICH = rf"(?:第(?P<which>{COUNT})|(?P<last>最后一?|倒数第一))个?(?:完整)?的?"
PART = (
    rf"的?(?:(?:[月季年]度?)?(?P<edge>初|中(?![旬秋元考])|底|末)(?:月?的?(?P<edge_day>{DAY})[日号]|前的?{COUNT}(?:个工作日|[天日])(?:之|以)?内?)?"
    rf"|月?(?P<third>[上中下])旬"
    rf"|(?P<days>{_DAYS})"
    rf"|最后一?(?P<last_day>[天日])"
    rf"|{_WHICH}(?:(?P<working>工作日)|(?:周的?)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])|(?P<week>周|星期|礼拜)(?![末年]))"
    rf"|前(?P<front>{COUNT})(?:个(?P<front_working>工作日)|(?P<front_week>个?(?:周|星期))|[天日])"
    rf"|(?:最后|后)(?P<back>{COUNT})(?:个工作日|个?周|[天日]))"
)

# 每季度次月10日前, 每季度末次月5日前, 每月结束后5日内: when the turn is over.
NEXT = (
    rf"(?:(?:度?[末底]|结束|终了)?(?:之?后)?的?(?:次|下个?)月的?(?P<next_day>{DAY})[日号]"
    rf"|度?(?:结束|终了)(?:之?后)的?(?P<within>{COUNT})(?:个工作日|[天日])(?:之|以)?内)"
)


class Turn(NamedTuple):
    """A unit: the months in which a turn begins and ends (None: every month), and its rule without any part."""

    first: tuple[int, ...] | None
    last: tuple[int, ...] | None
    own: str

    @property
    def is_month(self) -> bool:
        """Whether a turn is one month, and so has days and 旬."""
        return self.first == self.last


_QUARTER_MONTHS = {
    "首": (1, 4, 7, 10),
    "一": (1, 4, 7, 10),
    "1": (1, 4, 7, 10),
    "二": (2, 5, 8, 11),
    "2": (2, 5, 8, 11),
}
_QUARTER_ENDS = (3, 6, 9, 12)


def turn_of(match: re.Match[str]) -> Turn:
    """The unit that `UNIT` has matched."""
    if kind := match["kind"]:
        months = tuple(range(1, 13, 2) if kind == "单" else range(2, 13, 2))
        return Turn(months, months, f"FREQ=YEARLY;{_by_month(months)}")
    if said := match["of_quarter"] or match["month_of_each"]:
        months = _QUARTER_MONTHS.get(said.removeprefix("第")[0], _QUARTER_ENDS)
        return Turn(months, months, f"FREQ=YEARLY;{_by_month(months)};BYMONTHDAY=1")
    if said := match["of_half"]:
        months = (1, 7) if said[0] in "首第" else (6, 12)
        return Turn(months, months, f"FREQ=YEARLY;{_by_month(months)};BYMONTHDAY=1")
    if match["quarter"]:
        return Turn(_QUARTER_MONTHS["一"], _QUARTER_ENDS, "FREQ=MONTHLY;INTERVAL=3")
    if match["half"]:
        return Turn((1, 7), (6, 12), "FREQ=MONTHLY;INTERVAL=6")
    if match["annual"]:
        return Turn((1,), (12,), "FREQ=YEARLY")
    return Turn(None, None, "FREQ=MONTHLY")


def part_of(turn: Turn, match: re.Match[str]) -> dict[str, Any] | None:
    """The fields of the atom for the part that `PART` has matched; None where it names no day there is."""
    if match["edge"]:
        return _edge(turn, match["edge"], match["edge_day"])
    if match["last_day"] or match["back"]:
        return {"rrule": _on(turn.last, "-1")}
    if match["third"] or match["days"]:
        days = _days_of_month(match["third"], match["days"])
        if days is None:
            return None
        return {"rrule": _on(turn.first, days)} if turn.is_month else {"rrule": turn.own, "unfit": True}
    if match["front"]:
        return _front(turn, match)
    which = -1 if match["last"] else number(match["which"])
    months = turn.last if which < 0 else turn.first
    if match["working"]:
        return {"rrule": _at(months, which)} if which <= 20 else None
    if which > 5:
        return None
    day = match["weekday"]
    weekday = WEEKDAYS[day] if day else "MO"
    frame = "FREQ=MONTHLY" if months is None else f"FREQ=YEARLY;{_by_month(months)}"
    return {"rrule": f"{frame};BYDAY={which}{weekday}", "approximate": not day}


def next_of(turn: Turn, match: re.Match[str]) -> dict[str, Any] | None:
    """The fields of the atom for the day behind a turn that `NEXT` has matched."""
    day = number(match["next_day"] or match["within"])
    months = tuple(sorted(month % 12 + 1 for month in turn.last)) if turn.last else None
    return {"rrule": _on(months, str(day))} if 1 <= day <= 28 else None


def _edge(turn: Turn, edge: str, day: str | None) -> dict[str, Any]:
    months = turn.first if edge == "初" else turn.last
    if edge == "中":
        if not turn.is_month:
            middle = (6,) if turn.own == "FREQ=YEARLY" else None
            return {"rrule": _on(middle, "-1")} if middle else {"rrule": turn.own, "unfit": True}
        return {"rrule": _on(months, "15")}
    value = str(number(day)) if day else "1" if edge == "初" else "-1"
    return {"rrule": _on(months, value)}


def _front(turn: Turn, match: re.Match[str]) -> dict[str, Any] | None:
    """前5日, 前三个工作日: up to the last of them."""
    count = number(match["front"])
    if match["front_working"]:
        return {"rrule": _at(turn.first, count)} if count <= 20 else None
    count *= 7 if match["front_week"] else 1
    return {"rrule": _on(turn.first, str(count))} if 0 < count <= 28 else None


def _days_of_month(third: str | None, days: str | None) -> str | None:
    if third:
        return {"上": "10", "中": "20", "下": "-1"}[third]
    found = [number(item) for item in re.findall(rf"({DAY})[日号]?", days or "")]
    if len(found) == 2 and re.search(DASH, days or ""):
        found = list(range(found[0], found[1] + 1))
    return ",".join(map(str, found)) if found and all(1 <= day <= 31 for day in found) else None


def _by_month(months: tuple[int, ...]) -> str:
    return "BYMONTH=" + ",".join(map(str, months))


def _on(months: tuple[int, ...] | None, days: str) -> str:
    frame = "FREQ=MONTHLY" if months is None else f"FREQ=YEARLY;{_by_month(months)}"
    return f"{frame};BYMONTHDAY={days}"


def _at(months: tuple[int, ...] | None, place: int) -> str:
    frame = "FREQ=MONTHLY" if months is None else f"FREQ=MONTHLY;{_by_month(months)}"
    return f"{frame};{_WORKING};BYSETPOS={place}"
