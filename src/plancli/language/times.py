"""The cheap tests that a time is meant; what the time is, `annotate.timenodes` reads."""

from __future__ import annotations

import re
from functools import cache

from ..grammar.pattern import Pattern
from .lexicon import load
from .marks import BEFORE_HEADINGS
from .numerals import number

DATED = Pattern(r"(?:时限|期限|时间|日期|月份|周次|[月周])$")  # their cells hold a time and nothing else
_PARTS_OF_YEAR = Pattern(r"(?:月份|月度|周次|日期|季度|[月周])$")  # said once for the rows below
# A part of a year without 3.5 and 2024年, which may be an amount or a year of building there.
_PART_OF_YEAR = Pattern(r"[\d一二三四五六七八九十]月|季度|[上下]半年|全年|年底|年内|[上中下]旬|长期|每[周月季年]")
_ENDS_IN_PART = Pattern(r"(?:月份?|[日季旬周底初末]|季度|半年|[寒暑]假|学期|(?:前|年内)(?:完成)?)$")
# What names a limit, so that a bare day, month or quarter beside it is a deadline: 整改时限, 完成时间, 办结时间节点, 时间要求. A header
# and a label in prose say it alike.
LIMIT = (
    r"(?:时限|期限|限[期时]|截[止至](?:时间|日期|节点)?|最迟|时间要求"
    r"|(?<![开起始])(?:完成|办结|完结|结束|销号|到位|交付|完工|竣工|建成|投产|投用|投运|达标|清零)的?[^:：,，。;；]{0,3}(?:时间|日期|节点|时点))"
)
_LIMIT = Pattern(LIMIT)
TIME_HEAD = Pattern(
    r"(?:第?[一二三四\d、—–~至-]{1,8}(?:季度|月份?|月?底前)|[上下]半年|全年|每[月季周日年](?:度)?|年底前?|[寒暑][假期]|长期|常态).{0,12}[：:，]?"
)
TIME_START = Pattern(
    r"(?:第?[一二三四五六七八九十\d、至~～—–-]{1,5}季度|\d{1,2}(?:[、至~～—–-]\d{1,2})?月|(?:[一二三四五六七八九十]{1,3}|元)月|[上下]半年|全年|每[季月周日]|年底|[寒暑][假期])"
)


_POINT_OF_DAY = r"(?:(?:上午|中午|下午|晚上?)\d{1,2}(?:[:：.]\d\d|[点时]半?)|\d{1,2}[:：]\d\d(?!\d))"
_HOUR = Pattern(_POINT_OF_DAY)
_HOURS = Pattern(rf"{_POINT_OF_DAY}(?:[—\-－–~～至到]{{1,2}}(?:{_POINT_OF_DAY}|\d{{1,2}}[.]\d\d))?")


_HALF_DAY = Pattern("(?:[上下]午|中午|晚上?|[早晚]间|全天)(?=[：:，,\\d])")


def leads_with_hour(text: str) -> bool:
    """Whether a text begins with a part of a day whose day stands elsewhere: 上午：…, 9:00…."""
    return _HALF_DAY.match(text) is not None or _HOUR.match(text) is not None


def begins_time(text: str) -> bool:
    """Whether a text begins with a month, its year before it or not, a quarter, a part of a year, an hour of the day."""
    at = 5 if text.startswith("20") and text[4:5] == "年" else 0
    return TIME_START.match(text, at) is not None or _HOUR.match(text) is not None


_DATE = (
    r"(?:20\d\d[.．/-]\d{1,2}[.．/-]\d{1,2}日?|(?:20\d\d年)?[\d一二三四五六七八九十]{1,3}月(?:\d{1,2}日|份|底|初|末|[上中下]旬)?|\d{1,2}(?:[—－–~～至到、-]{1,2}\d{1,2})?日(?:[上下]午|晚上?)?|\d{1,2}[日.．·/]\d{0,2}日?"
    r"|第(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[—－–~～至到-](?:\d{1,2}|[一二三四五六七八九十]{1,3}))?周|第?[一二三四]季度|20\d\d年度?|[上下]半年|[上中下]旬|年[底内初]|月[底初末]|[寒暑][假期]|开学|期[中末])"
)
_WHOLE = Pattern(
    rf"(?:{_DATE}[左右前后底末初内起]*[—\-－–~～至到、和\s]*){{1,4}}(?:完成|动工|启动|投入使用|开工)?"
    r"|(?:贯穿)?(?:全年|常年|长期|持续|常态)[㐀-鿿]{0,5}|每[日周月年季].{0,6}|适时.{0,4}"
    r"|(?:[待按]|根据|按照|结合).{1,14}(?:后|时|要求|部署|通知|安排|进度|实际)(?:实施|开展|推进|完成|进行|落实)?。?"
    r"|(?:视|根据|按照|结合).{1,14}(?:而定|确定|需要)|(?:时间)?(?:待定|另行通知)|随时|按需"
)
_RELATIVE_ENDS = tuple("前内起间后成")
# 周三前, 本周内, 周五下班前, 即日起
_WITHIN_DAYS = Pattern(
    r"(?:[本下]?(?:周|星期)[一二三四五六日天]?(?:[上下]午)?(?:[下放][班学])?(?:(?:之|以)?前|内)|[本下]月内|即日起)(?:完成)?"
)
_DATED = Pattern(rf"{_DATE}|全年|长期|每[日周月年季]")


_MONTH = Pattern(r"(?:20\d\d年)?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2}|元)月份?")
_MONTH_LEADS = Pattern(r"((?:\d{1,2}|[一二三四五六七八九十]{1,2}|元)月份?)(?=[㐀-鿿]{2,12}$)", needs=("月",))
_MONTH_OF_TITLE = Pattern(
    r"(?<![\d一二三四五六七八九十、至到—－–~～.-])((?:1[0-2]|0?[1-9])|十?[一二]|[三四五六七八九十])月(?=份|[^\d一二三四五六七八九十“”《》]{0,8}(?:工作|活动|安排|计划|任务|要点|行事))",
    needs=("月",),
)
_TO = "[—－–~～∼至到-]"
_DAY = Pattern(r"\d{1,2}(?:[日号]|[—－–~～至到、,，-]{1,2}\d{1,2}[日号])|[上中下]旬|[底初末]")
_NUMBERS = Pattern(rf"\d{{1,4}}(?:(?:{_TO}{{1,2}}|[、,，])\d{{1,4}})*")
_NUMBER = Pattern(r"\d+")
_MOST = {"年": range(2000, 2100), "月": range(1, 13), "日": range(1, 32)}
_YEAR = Pattern(r"20\d\d年")
NEXT_YEAR = ("次年", "明年", "来年", "翌年")
_MONTHS = Pattern(rf"(?P<year>20\d\d年)?(?P<first>\d{{1,2}})(?:{_TO}{{1,2}}(?P<last>\d{{1,2}}))?月份?")
_DAYS = Pattern(rf"(?P<first>\d{{1,2}}){_TO}{{1,2}}(?P<last>\d{{1,2}})[日号]")


def is_month(text: str) -> bool:
    """Whether a cell is a month and nothing else: 4月, 十一月份."""
    return _MONTH.fullmatch(text) is not None


def number_of_month(text: str) -> int:
    """The number of a month as printed (3月, 十一月份, 2025年元月); 0 for another text."""
    found = _MONTH.fullmatch(text)
    said = found["month"] if found else ""
    value = 1 if said == "元" else number(said) if said else 0
    return value if value <= 12 else 0


def month_of_title(title: str) -> str:
    """The one month that a plan's title names, as printed, for the bare days beneath it: 2031年3月份工作安排 → 3月; "" for another."""
    found = _MONTH_OF_TITLE.findall(title)
    return f"{found[0]}月" if len(found) == 1 and title.count("月") == 1 else ""


def with_unit(text: str, unit: str) -> str | None:
    """The bare numbers of a cell with the unit that its header names (年, 月, 日): 8 → 8月, 5-9 → 5-9日, 12、19 → 12、19日; None for
    another text, and for numbers that no such unit has."""
    flat = "".join(text.split())
    if not unit or not _NUMBERS.fullmatch(flat):
        return None
    return flat + unit if all(int(one[0]) in _MOST[unit] for one in _NUMBER.finditer(flat)) else None


def joined_time(upper: str, lower: str) -> str | None:
    """A year and the month beside it, or a month and the days beside it, as one time: 4月, 15日后 → 4月15日后; 3月, 30-3日 and
    3-4月, 30-3日 → 3月30日-4月3日. None for other texts."""
    if _YEAR.fullmatch(upper):
        return upper + lower if is_month(lower) and not lower.startswith("20") else None
    months, days = _MONTHS.fullmatch(upper), _DAYS.fullmatch(lower)
    over = bool(months and days and int(days["first"]) > int(days["last"]))  # the days end in the month after
    if months and days and (over or months["last"]):
        last = months["last"] or int(months["first"]) % 12 + 1
        return f"{months['year'] or ''}{months['first']}月{days['first']}日-{last}月{days['last']}日"
    led = leads_with_day(lower) or lower in ("全月", "整月") or (lower[-1:] == "日" and with_unit(lower[:-1], "日"))
    return upper.removesuffix("份") + lower if is_month(upper) and led else None


def leads_with_day(text: str) -> bool:
    """Whether a cell begins with a day or a part of a month whose month stands elsewhere: 15日后, 下旬."""
    return _DAY.match(text) is not None


def has_part_of_year(text: str) -> bool:
    """Whether a text names a month, a quarter or another part of a year in words: 6月底前, 每季度; not 3.5."""
    return _PART_OF_YEAR.search(text) is not None


def ends_in_part_of_year(text: str) -> bool:
    """Whether a text ends as such a time does: 三月份, 6月底前完成; not 三月三, a feast."""
    return _ENDS_IN_PART.search(text) is not None


def leading_month(text: str) -> str:
    """The month that begins a heading of a few words (二月行政工作 → 二月); "" for another text."""
    found = _MONTH_LEADS.match(text)
    return found[1] if found else ""


def heads_parts_of_year(header: str) -> bool:
    """Whether a header, its blanks removed, names months, weeks, days or quarters: 月份, 周次."""
    return _PARTS_OF_YEAR.search(header) is not None


def names_limit(header: str) -> bool:
    """Whether a header or a label, its blanks removed, names a limit: 完成时限, 工作措施及办结时间."""
    return _LIMIT.search(header) is not None


def is_time(text: str) -> bool:
    """Whether a text, its blanks removed, seems to be a time and nothing else: 3月2日—8日, 9月底前完成, 全年, 下午3:00-5:00."""
    if _WHOLE.fullmatch(text) is not None or (len(text) < 14 and TIME_HEAD.fullmatch(text) is not None):
        return True
    if text[-1:] in _RELATIVE_ENDS and len(text) < 16:
        return _WITHIN_DAYS.fullmatch(text) is not None or _beside_occasion().fullmatch(text) is not None
    return _HOURS.fullmatch(text) is not None


@cache
def names_of_days() -> tuple[str, ...]:
    """All names of holidays, days of note and occasions that the calendar has, longest first."""
    known = load("calendar")
    named = [name for part in ("holidays", "weekdays", "lunar", "terms") for name in known[part]]
    return tuple(sorted([*named, "除夕", *known["occasions"]["names"]], key=len, reverse=True))


@cache
def _beside_occasion() -> re.Pattern[str]:
    """A day or season with a name and what of it: 国庆前, “五一”期间, 汛期后."""
    return re.compile(
        rf"[“\"]?(?:{'|'.join(names_of_days())})[”\"]?(?:节|假期)?(?:(?:之|以)?前|期间|前后|过?后)(?:完成)?"
    )


def has_time(text: str) -> bool:
    """Whether a month, a day, a quarter or the like stands somewhere in a text."""
    return _DATED.search(text) is not None


_MONTH_DAY = r"(?:(?:20\d\d年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)月(?:份|底|初|末|[上中下]旬|\d{1,2}[日号]?(?:[、至到—－–~～-]\d{1,2}[日号]?)*)?|\d{1,2}[日号])"
_NUMBER_OF_WEEK = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_WEEKS = rf"第{_NUMBER_OF_WEEK}(?:[—－–~～至到、-]{{1,2}}第?{_NUMBER_OF_WEEK})?周"
_POINT = rf"(?:{_MONTH_DAY}|第?[一二三四1-4]季度|[上下]半年|年[底初内末]|{_WEEKS})"
_SPAN = rf"(?:\d{{1,2}}[—－–~～至到、-]{{1,2}})?{_POINT}(?:[—－–~～至到、和-]{{1,2}}{_POINT}){{0,3}}(?:左右|(?:之|以)?前|起)?"
# 校外送审：3月26日至31日，…; 3月22日前，…: at the head of a clause that opens an item.
_AT_HEAD = Pattern(
    rf"(?:.{{0,20}}[：:])?{_SPAN}(?=[：:，,。；;]|完成|$)|.{{0,20}}[：:]{_SPAN}(?=[㐀-鿿“《])(?![的份度和、至])",
)
_AT_END = Pattern(rf"(?<![\d第]){_MONTH_DAY}(?:[—－–~～至到-]{{1,2}}{_MONTH_DAY})?(?:(?:之|以)?前)?[。；;]?$")
_LAST_BRACKETS = Pattern(r"(?:[（(][^（()）]{1,20}[）)])+[。；;]?$")
_LED = Pattern(
    rf"{_SPAN}[：:，,]?(?=[㐀-鿿“《])(?![的份度和、至]|学?期|工作(?:安排|要点|计划))",
    begins="0元一二三四五六七八九十第上下年",
    needs=("月日号季年周",),
)
# 1月, 5-6月, 第一季度：, 3月重点：, 6月底前完成：: a line that is a time and at most says that it heads what is done then.
_BARE_POINT = (
    r"(?:(?:20\d\d年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)月(?:份|底|初|末|[上中下]旬|\d{1,2}[日号]?)?"
    r"|(?:20\d\d年)?第?[一二三四1-4]季度|(?:20\d\d年)?[上下]半年|全年|年[底初]|[寒暑][假期](?:期间)?"
    r"|第(?:\d{1,2}|[一二三四五六七八九十]{1,3})周)"
)
_CLOCK = r"(?:[（(](?:周|星期)[一二三四五六日天][）)])?(?:(?:上午|下午|晚上?)?\d{1,2}[:：]\d\d(?:[—－–~～至-]{1,2}(?:上午|下午|晚上?)?\d{1,2}[:：]\d\d)?)?"
_PLURAL = r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)月?份?(?:[—－–~～至到、-]{1,2}|和))?"
_BARE = rf"(?:20\d\d年)?{_PLURAL}{_BARE_POINT}(?:[—－–~～至到、和-]{{1,2}}(?:{_BARE_POINT}|\d{{1,2}}[日号]))*(?:{_CLOCK})?(?:(?:之|以)?前(?:完成)?)?"
_WEEK_OF_DAYS = r"第(?:\d{1,2}|[一二三四五六七八九十]{1,3})周[：:]?[（(]?(?P<days>\d{1,2}[-./月]\d{1,2}日?[—－–~～至到-]{1,2}\d{1,2}(?:[-./月]\d{1,2})?日?)[）)]?"
_WEEK_HEADS = Pattern(rf"[（(]?{_WEEK_OF_DAYS}[）)]?[：:]?", begins="第（(", needs=("周",))
_HEADS = Pattern(
    rf"[{BEFORE_HEADINGS}]{{0,2}}[【〔\[［（(]?{_BARE}[】〕\]］）)]?(?:的?(?:重点|主要)?(?:工作|任务|活动|事项)?(?:安排|计划|内容)?)"
    r"(?:[（(][^（()）]{1,8}[）)])?[：:]?",
    begins=BEFORE_HEADINGS + "【〔[［（(0元一二三四五六七八九十第上下全年寒暑",
    ends="月份底初末旬日号度年间假期周前成】〕]］）)的点要作务动项排划容：:0123456789",
    needs=("月季年假期周",),
)
# 三月：学雷锋月, 4月主题：安全
_THEME = Pattern(
    rf"(?:{_BARE}|{_WEEK_OF_DAYS})(?:的?(?:活动)?主题|重点)?[：:][“《]?[㐀-鿿、”》]{{2,16}}$",
    begins="0元一二三四五六七八九十第上下全年寒暑",
    needs=("：:", "月季年假期周"),
)
_THEME_ENDS = "月份底初末旬日号度年间假期周前成题点）)"  # what stands before its colon ends so
# 动员部署阶段（6月）, 实施阶段：4月至10月, 第一阶段（5月）：宣传发动, 第一阶段（初赛）：5月, 第二天（5月10日）
_STAGE = Pattern(
    rf"[（(]{_BARE}[）)][㐀-鿿]{{2,12}}$|[（(][㐀-鿿]{{2,8}}[）)][：:]{_BARE}$|[㐀-鿿]{{0,14}}(?:阶段|环节).{{0,14}}(?:[（(]{_BARE}[）)]|[：:]{_BARE}$)|[㐀-鿿]{{2,8}}(?:阶段|环节){_BARE}$"
    rf"|第[一二三四五六七八九十\d]{{1,3}}[天日轮批期场][（(]{_BARE}[）)][：:]?$",
    needs=("（(：:段节", "月季年假期周"),
)
_EVENT = Pattern(  # 海选：3月1日至20日, 复赛（4月）
    rf"[㐀-鿿“”]{{2,10}}(?:[：:]{_BARE}|[（(]{_BARE}[）)])[：:]?",
    needs=("（(：:", "月季年假期周"),
)
_DAY_AND_DEED = Pattern(r"\d{1,2}月\d{1,2}日(?![前起至到止]|之前|以前|开始)[㐀-鿿]{2}")
_LED_BY_STAGE = Pattern(
    rf"[㐀-鿿]{{2,12}}(?:阶段|环节)[（(]{_BARE}[）)][：:。]?(?=[㐀-鿿“《])",  # 动员阶段（3月）：召开…
    needs=(("阶段", "环节"), "（(", "月季年假期周"),
)
_OF_TIMES = Pattern(r"日程|时间|进度|步骤|阶段|流程|月度|逐月|[各每分]月|月份|季度|行事|周历")


def says_when(head: str) -> bool:
    """Whether the first paragraph of an item, its blanks removed, says when it is done: at its head, behind a colon, or at
    its end (公布名单7月4日)."""
    if "月" not in head and "日" not in head and "号" not in head and "季" not in head and "年" not in head:
        return False
    return _AT_HEAD.match(head) is not None or _AT_END.search(_LAST_BRACKETS.sub("", head)) is not None


def led_by_time(text: str) -> bool:
    """Whether a line begins with a time, or with a stage and its time, and goes on with what is done then: 4月5日前完成摸底."""
    return _LED.match(text) is not None or _LED_BY_STAGE.match(text) is not None


def says_deed(text: str) -> bool:
    """Whether a text that a day begins goes on with what is done on it: 9月1日正式上课, not 9月1日前完成."""
    return _DAY_AND_DEED.match(text) is not None and _WHOLE.fullmatch(text) is None


def heads_by_time(line: str) -> bool:
    """Whether a line, its blanks removed, is a time that heads what is done then and nothing else (1月, 第一季度：, 3月重点), or
    a stage and its time (动员部署阶段（6月）)."""
    return len(line) <= 40 and (
        _HEADS.fullmatch(line) is not None or days_of_week(line) is not None or heads_stage(line)
    )


def days_of_week(line: str) -> str | None:
    """The days of a line that is a week of a term and its days, nothing else: 第3周02-22~02-28."""
    match = _WEEK_HEADS.fullmatch(line)
    return match["days"] if match else None


def heads_by_theme(line: str) -> bool:
    """Whether a line is a time and what it is about, as a heading is: 三月：学雷锋月. It may as well be what is done then."""
    time = line.replace(":", "：").rpartition("：")[0]
    return time[-1:] != "" and time[-1:] in _THEME_ENDS and _THEME.match(line) is not None


def heads_event(line: str) -> bool:
    """Whether a line is a few words and when: 复赛：4月上旬. It may as well be a field (时间：4月上旬)."""
    return len(line) <= 40 and _EVENT.fullmatch(line) is not None


def heads_stage(line: str) -> bool:
    """Whether a line or what stands behind its number is a stage with its time (实施阶段：4月至10月), not several of them."""
    return len(line) <= 40 and "；" not in line and _STAGE.match(line) is not None


def speaks_of_times(heading: str) -> bool:
    """Whether a heading announces times: 日程安排, 实施步骤."""
    return _OF_TIMES.search(heading[:30]) is not None
