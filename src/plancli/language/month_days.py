"""The days and weeks of months and terms as calendars print them: numbers that go on from week to week, 28 29 30 1 2, and the days that lead what is
done then, (5)开始上课."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..grammar.pattern import Pattern
from .figures import UNIT_OF_AMOUNT
from .numerals import numeral
from .times import is_month

_PART_OF_MONTH = Pattern("(.{1,8}月份?)(?:[上中下]旬|[初中底末])")
_YEAR_AT_END, _MONTH_AT_END = Pattern(r"(?:19|20)\d\d年$"), Pattern(r"\d{1,2}月$")
_MONTH_BEGINS, _DAY_BEGINS = Pattern(r"\d{1,2}月"), Pattern(r"\d{1,2}日")
_WEEKDAY = Pattern(r"(?:星期|周|礼拜)[一二三四五六日天]")
_WEEKDAYS = Pattern(r"(?:星期|礼拜)几?|周几")
_WEEK = Pattern(r"第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})周|[预准]备周")
_WEEKS = Pattern(r"^周(?!期)|周[次别数]?$")
_WHOLE_DAY = Pattern(r"(?:20\d\d[-./年])?\d{1,2}[-./．月]\d{1,2}[日号]?")
_SHORTEST, _LONGEST = 28, 31  # days of a month
_SURE, _WEEK_OF_DAYS = 4, 5  # days in turn that tell the first week, a further one
_EDGES = (1, *range(_SHORTEST, _LONGEST + 1))
_MONTHS = 12
_DATED = Pattern(r"[（(]?(\d{1,2})[月./](\d{1,2})")
_NAMED_DAY = Pattern(r"(\d{1,2})[/月](\d{1,2})日?")
_DAY = r"(?:\d{1,2}[./月])?\d{1,2}日?"
_LED = Pattern(rf"[（(]?({_DAY}(?:[—－–~～至到、，,∼-]+{_DAY})*)[)）]")
_HAN = "[一二三四五六七八九十廿]{1,3}"
_LABEL = Pattern(
    rf"第?(?:{_HAN}|\d{{1,2}})[周月]?|[预准]备周|[寒暑]假|[年月]|(?:中华民国|民国)?(?:{_HAN}|[一〇○一二三四五六七八九]{{2,4}}|\d{{2,4}})年"
)
# 9.2开学典礼, 9.26—9.27运动会, 11/4(周一)期中检测: days by points at the head of what is done on them, no amount (3.5万亩).
_POINTS = ".．/"
_POINTED = rf"(?:1[0-2]|0?[1-9])[{_POINTS}](?:3[01]|[12]\d|0?[1-9])(?!\d)[日号]?"
_DAYS_LEAD = Pattern(
    rf"(?P<days>(?P<month>1[0-2]|0?[1-9])(?P<mark>[{_POINTS}])(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)[日号]?"
    rf"(?P<more>(?:[—－–~～∼至到-]{{1,2}}|[、,，])(?:{_POINTED}|(?:3[01]|[12]\d|[1-9])(?!\d)[日号]?))*)"
    rf"(?:[（(](?:周|星期)?[一二三四五六日天][）)])?(?:[：:，,]|[—–-]{{1,2}})?(?!{UNIT_OF_AMOUNT})(?=[㐀-鿿“《])",
    begins="0",
)
_FEW_DAYS = 3  # lines of days in turn; fewer may be numbers
_YEAR = Pattern(r"20\d\d")
_MONTH = Pattern(rf"(\d{{1,2}}|{_HAN})月")


def is_weekday(text: str) -> bool:
    """Whether a text, its blanks removed, is a day of the week: 星期三, 周日."""
    return _WEEKDAY.fullmatch(text) is not None


def led_by_weekday(line: str) -> bool:
    """Whether a line begins with a day of the week and a colon: 星期三：植树."""
    return is_weekday(line.replace(":", "：").partition("：")[0]) and "：" in line.replace(":", "：")[:5]


def heads_weekdays(header: str) -> bool:
    """Whether a header, its blanks removed, names the days of the week: 星期, 周几."""
    return _WEEKDAYS.fullmatch(header) is not None


def is_week(text: str) -> bool:
    """Whether a text, its blanks removed, is a week of a term: 第3周, 十二周, 预备周."""
    return _WEEK.fullmatch(text) is not None


def heads_weeks(header: str) -> bool:
    """Whether a header, its blanks removed, names the weeks of a term: 周次, 教学周."""
    return _WEEKS.search(header) is not None


def is_whole_day(text: str) -> bool:
    """Whether a text, its blanks removed, is a day with its month: 9月1日, 2031/4/6."""
    return _WHOLE_DAY.fullmatch(text) is not None


def makes_day(upper: str, lower: str) -> bool:
    """Whether two texts, their blanks removed, are a day of the week and its date, in either order: 星期三 and (2031-05-07)."""
    upper, lower = upper.strip("（()）"), lower.strip("（()）")
    return any(is_weekday(one) and _WHOLE_DAY.fullmatch(other) for one, other in ((upper, lower), (lower, upper)))


def day_of(text: str) -> int:
    """The day of a month that a text is, with its month or without (9/1, 1); 0 for another text."""
    if not text[:1].isdecimal():
        return 0
    named = _NAMED_DAY.fullmatch(text)
    bare = named[2] if named else text
    return int(bare) if bare.isdecimal() and len(bare) <= 2 and 1 <= int(bare) <= _LONGEST else 0


def is_next_day(day: int, after: int) -> bool:
    """Whether one number is the day after another, which may be the last of a month."""
    return day == after + 1 or (day == 1 and after >= _SHORTEST)


def leading_days(text: str) -> tuple[str, str] | None:
    """The days in brackets that lead a text, and what is done then: (8-12)网路选课 → 8-12, 网路选课."""
    match = _LED.match(text)
    return (match[1], text[match.end() :]) if match and match.end() < len(text) else None


def days_by_points(text: str) -> tuple[str, int, int, bool] | None:
    """The days by points that lead what is done on them: as printed, month and day of the first, and whether they can be no number of an
    item (09.26, 9/26, 9.26—9.27). Only lines in a row tell whether another is one (`are_days`)."""
    pointed = any(text[at : at + 1] in _POINTS and text[at + 1 : at + 2].isdecimal() for at in (1, 2))
    match = _DAYS_LEAD.match(text) if pointed else None
    if match is None:
        return None
    printed = match["days"]
    sure = bool(match["more"]) or match["mark"] == "/" or printed[-1] in "日号" or match["day"][0] == "0"
    return printed, int(match["month"]), int(match["day"]), sure


def are_days(days: Sequence[tuple[str, int, int, bool]]) -> bool:
    """Whether what leads the lines of a run (`days_by_points`) is days: three or more, later from line to line, at most half of them the
    next number of a series (1.1, 1.2, 2.1), and no numbers before figures (1.10个, 2.12家, 3.20场)."""
    dates = [(month, day) for _, month, day, _ in days]
    if len(dates) < _FEW_DAYS or sum(after < before for before, after in pairwise(dates)) > (dates[0] > dates[-1]):
        return False
    due = {(month, day + 1) for month, day in dates} | {(month, 1) for month, _ in dates}
    if [month for month, _ in dates] == list(range(1, len(dates) + 1)) and not any(sure for *_, sure in days):
        return False
    numbers = sum(date in due and not sure for date, (_, _, _, sure) in zip(dates, days, strict=True))
    return numbers * 2 <= len(dates)


def runs_of_days(texts: Sequence[str], last: int = 0) -> list[range]:
    """The stretches of texts that are days in turn, as a calendar prints them week by week: each goes on where the one before has
    ended (`last` is the day before the first), or is long enough to say so by itself."""
    stretches: list[range] = []
    for at, text in enumerate(texts):
        if not (day := day_of(text)):
            continue
        if stretches and stretches[-1].stop == at and is_next_day(day, day_of(texts[at - 1])):
            stretches[-1] = range(stretches[-1].start, at + 1)
        else:
            stretches.append(range(at, at + 1))
    runs: list[range] = []
    for n, stretch in enumerate(stretches):
        first = day_of(texts[stretch.start])
        due = last > 0 and is_next_day(first, last) and (len(stretch) > 1 or first in _EDGES)
        after = (
            stretches[n + 1 : n + 3] if not runs and not last and len(stretch) > 1 else []
        )  # a month may stand between
        leads = any(
            len(one) >= _SURE and is_next_day(day_of(texts[one.start]), day_of(texts[stretch.stop - 1]))
            for one in after
        )
        if due or leads or len(stretch) >= (_WEEK_OF_DAYS if runs else _SURE):
            runs.append(stretch)
            last = day_of(texts[stretch.stop - 1])
    return runs


def go_on(texts: Sequence[str], runs: Sequence[range]) -> bool:
    """Whether most runs of days begin where the one before has ended; False where there are none."""
    edges = [(day_of(texts[run.stop - 1]), day_of(texts[after.start])) for run, after in pairwise(runs)]
    return len(runs) > 0 and sum(is_next_day(first, last) for last, first in edges) * 3 >= len(edges) * 2


def labels_before(texts: Sequence[str]) -> int:
    """How many of the texts at the end say which year, month or week the days behind them are of: 2031, 9, 一."""
    count = 0
    while count < len(texts) and (_LABEL.fullmatch(texts[-1 - count]) or _YEAR.fullmatch(texts[-1 - count])):
        count += 1
    return count


def months_of_weeks(weeks: Sequence[tuple[Sequence[str], Sequence[int], Sequence[str]]]) -> list[tuple[int, int]]:
    """For each week, told by its labels, its days and what is done in it, the months in which it begins and ends; 0 where none is
    told anywhere. They are counted from where most of the weeks say that the first month is."""
    places: list[tuple[int, int]] = []
    votes: Counter[int] = Counter()
    month = last = 0
    for labels, days, events in weeks:
        month += bool(places) and days[0] < last
        begins, month = month, month + (1 in days[1:])
        last = days[-1]
        places.append((begins, month))
        for named, weight in _named_months(labels, days, events):
            votes[(named - month) % _MONTHS] += weight
    if not votes:
        return [(0, 0)] * len(places)
    first = max(votes, key=votes.__getitem__)
    return [((begins + first - 1) % _MONTHS + 1, (ends + first - 1) % _MONTHS + 1) for begins, ends in places]


def _named_months(labels: Sequence[str], days: Sequence[int], events: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The months that speak for the one in which a week ends, each with its weight. A bare number may be one where a month begins
    (10 before 1 2 3), or beside another label."""
    if match := _MONTH.search("".join(labels)):
        yield _number(match[1]), 4
    first = (match for label in labels if (match := _NAMED_DAY.fullmatch(label)) and match[2] == "1")
    yield from ((int(match[1]), 4) for match in first)
    bare = [int(label) for label in labels if label.isdecimal() and 1 <= int(label) <= _MONTHS]
    if bare and (1 in days or len(labels) > 1):
        yield bare[0], 1
    for event in events:
        dated = _DATED.match(event)
        if dated and int(dated[2]) in days:
            yield int(dated[1]) + (1 in days[1:] and int(dated[2]) >= days[0]), 2


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else numeral(text) or 0


def breaks_date(before: str, text: str) -> bool:
    """Whether a text begins with the rest of a date with which another ends: …整改时限：2022年 / 9月底. A year or month that is all
    of it heads what is beneath."""
    for end, rest in ((_YEAR_AT_END, _MONTH_BEGINS), (_MONTH_AT_END, _DAY_BEGINS)):
        match = end.search(before)
        if match and rest.match(text):
            return match.start() > 0
    return False


def month_holding(time: str) -> str:
    """The month that a time as printed is, or a part of which it is: 三月份 → 三月, 八月下旬 → 八月; "" for another."""
    month = match[1] if (match := _PART_OF_MONTH.fullmatch(time)) else time
    return month.removesuffix("份") if is_month(month) else ""
