"""What stands around an expression: quotes and titles, list numbers, the bounds of its clause, characters that it touches."""

from __future__ import annotations

from ...grammar.pattern import Pattern
from ...language.assignment_spans import BODIES_BEHIND, WHO_BEHIND
from .context import TimeContext
from .model import Expression
from .modifiers import LIMIT, LIMITS

_NAMES = Pattern(
    r"《[^《》]{0,300}》|“[^“”。]{0,120}”|‘[^‘’]{0,120}’|「[^「」]{0,120}」|『[^『』]{0,120}』|〔[^〔〕]{0,20}〕|\[\d{4}\]|【[^【】]{0,60}】"
)
_OPENERS = Pattern("[《“‘「『〔【]|\\[\\d")


def names(line: str) -> list[tuple[int, int]]:
    """The ranges that stand in quotes or title marks, from left to right."""
    if _OPENERS.search(line) is None:
        return []
    return [match.span() for match in _NAMES.finditer(line)]


_FEASTS = Pattern(
    r"(?:主要|重要|重大|本月|相关|当月){0,2}(?:节日|纪念日|宣传日|节庆|节点)(?:有|是)?:", needs=("节日点庆", ":")
)
_STOPS = Pattern("[;。、,]")
_OF_FEAST = Pattern("[^,;。、]{0,4}(?:元素|资源|文化|民俗|主题|题材|市场|商机|氛围)")
_FEAST_ENDS = tuple("日节周月")


def lists_feasts(line: str) -> bool:
    """Whether a line tells nothing but the days of note of a month (主要节日:3月12日植树节;…), on which nothing is said to be done."""
    head = _FEASTS.match(line)
    return head is not None and all(
        part.rstrip('”’")').endswith(_FEAST_ENDS) for part in _STOPS.split(line[head.end() :]) if part
    )


HEADS = ",;。:、!?()\n"
# 推进时间：长期坚持, 燃放时段为除夕 name the schedule.
_SCHEDULE = Pattern(r"(?:时间|时限|期限|进度|时段|节点|安排|日期|周期)段?(?:安排|要求|节点|进度)?(?:[为是]|:{1,2})$")
# A list number before the text proper: 1. （2） 一是.
_LABEL = Pattern(r"^(?:[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)]|[①-⑳]|[一二三四五六七八九]是|另:?)*$")
_LIST_NUMBER = Pattern(r"(?:^|[\n;；。:：])[ \u3000]*(\d{1,2})、")
_BEFORE_NUMBER = Pattern(r"[\dA-Za-z.第№_/+×%]$|\d[:~-]$")
_BEFORE_NUMERAL = Pattern(r"[第一二三四五六七八九十百千万两几数零〇初]$")
_BEFORE_UNIT = "0123456789一二三四五六七八九十百两几数多近每半个学全整历往逐按周青少中老成"
_AFTER_MONTH = Pattern(
    r"龄|刊|报(?![送告名到审备批])|嫂|饼|亮|薪|均|票|租|息|历|球|色|光|食|坛|湾|河|季(?!度)|是故|革命",
    begins="龄刊报嫂饼亮薪均票租息历球色光食坛湾河季是革",
)
_PLACES = Pattern(
    "书店|书院|酒店|宾馆|影[院城]|剧[院场]|餐厅|咖啡|桥(?!梁)|大[道街]|渡口|超市|工作室|出版社|社区|村|路|街|巷|小区|广场|公园|大桥|湖|花园|文化|中学|小学"
)
_AFTER_YEAR = Pattern(
    r"级|以上|以下|来|间|龄|均|制(?![定订作发])|期|限|一遇|老|轻|初[一二三]", begins="级以来间龄均制期限一老轻初"
)
_AFTER_QUARTER = Pattern(r"奖|报(?![送告表备批审请名到])|刊|节(?!点)|星")
_AFTER_POINT = Pattern(r"[+×x%‰万亿元倍版个项家所名人次米公千平吨亩级年期度℃kKmMgGVv-]|[Vv]er")
_AFTER_DAY = Pattern(
    r"(?![一-龥]{0,6}?(?:开展|举办|组织|召开|进行|启动|举行|完成|做好|宣传))(?:[一-龥]{0,8}?(?:日|节)(?:活动|主题|宣传|系列))"
    r"|楼|线|院|店|馆|公告|令"
)
# 每年6次, 每月不少于2场, 每年至少一次; but 每季度至少召开1次, 每月至少一次 come again.
COUNTED = Pattern(
    r"的?(?:各?(?:不少于|不低于|不得?少于|至少|最少|不超过|不多于|平均|累计|[≥>])(?![^,;。]{1,6}[1一][次场期轮回批])"
    r"(?:(?<=年...)|(?<=年..)|(?<=年.)|(?![1一][次场期轮回批]))"
    r"|[^,;:。()\d]{0,4}约\d|各?(?:\d+|[二两三四五六七八九十]+)(?:-\d+)?(?:次|场|课时|小时|学时|篇|家|人|个(?!月)|节|期|项|天|周|元|万))",
    needs=((*"于过≥>均计约次场时篇家人个节期项天周元万", "至少", "最少"),),
)


def is_head(line: str, start: int) -> bool:
    """Whether a clause begins here."""
    if start == 0 or line[start - 1] in HEADS:
        return True
    near = line[max(0, start - 8) : start].replace(";", "。")
    return (start < 8 or "。" in near) and _LABEL.match(near.rpartition("。")[2]) is not None


def list_numbers(text: str) -> dict[int, int]:
    """Where 1、 2、 3、 number the points of a text: start → end of each. A lone 3、 begins an enumeration (3、9月)."""
    if "1、" not in text and "１、" not in text:
        return {}
    found: dict[int, int] = {}
    due = 1
    for match in _LIST_NUMBER.finditer(text):
        if int(match[1]) == due:
            found[match.start(1)] = match.end()
            due += 1
    return found if due > 2 else {}


def is_tail(line: str, end: int) -> bool:
    """Whether a clause ends here."""
    return end >= len(line) or line[end] in HEADS


def stands_alone(line: str, start: int, end: int) -> bool:
    """Whether it is a whole line or sentence, brackets around it aside."""
    for _ in range(2):
        if start and line[start - 1] == "(":
            start -= 1
        if line[end : end + 1] == ")":
            end += 1
    if start and line[start - 1] != "。":
        return False
    return end >= len(line) or line[end] == "。" or (end + 1 == len(line) and line[end] in ",;:!?、. ")


def around_number(line: str, start: int, end: int, grain: str, bare_end: bool) -> str | None:
    """The guard that refuses a number-led expression for what touches it, or None.

    `bare_end`: no modifier closes it, so what follows may make another word of it.
    """
    if start:
        if line[start] in "年月季周" and line[start - 1] in _BEFORE_UNIT:
            return "duration"
        before = line[max(0, start - 2) : start]
        first = line[start]
        if first.isascii() and _BEFORE_NUMBER.search(before) and not is_head(line, start):
            return "part-of-a-number"
        if first in "一二三四五六七八九十两廿卅" and _BEFORE_NUMERAL.search(before):
            return "part-of-a-number"
    if not bare_end:
        return None
    if grain == "month" and line.startswith("一月一", start):
        return "another-word"
    if (
        grain == "month"
        and start
        and line[start] in "一二三四五六七八九十"
        and not is_head(line, start)
        and _PLACES.match(line, end)
    ):
        return "another-word"  # 整治十月社区
    after = {
        "month": _AFTER_MONTH,
        "year": _AFTER_YEAR,
        "quarter": _AFTER_QUARTER,
        "half": _AFTER_QUARTER,
        "day": _AFTER_DAY,
    }.get(grain)
    if after is not None and after.match(line, end):
        return "another-word"
    return None


def point_date(line: str, start: int, end: int) -> bool:
    """Whether 3.15 may be a date for what surrounds it."""
    return is_head(line, start) and _AFTER_POINT.match(line, end) is None


# 贷款期限为30年, 房龄放宽至30年: how long, not until when.
_LENGTH = Pattern(
    r"(?:期限?|年限|[年房工教党]龄|寿命|[最不]长|最短|延长|缩短|放宽|压缩|[超满]过?|高于|少于|低于)(?:[为是可由从达至到]|最长|最短|不[得少低超]?[过于]?)*$"
)
_WITHIN_MONTHS = Pattern(
    r"[一二三四五六七八九十]月(?:之|以)?内", begins="一二三四五六七八九十", needs=("内",)
)  # 应在一月内备案, but 3月内


def is_length(line: str, expression: Expression) -> bool:
    """Whether it tells how long, not until when."""
    start, atom = expression.start, expression.atom
    if atom.rule == "year-two-digits":
        return _LENGTH.search(line, max(0, start - 8), start) is not None
    return not atom.led and _WITHIN_MONTHS.match(line, start) is not None


_DAY_CODE = Pattern(r"[“\"]?\d{1,2}[.·]\d{1,2}[”\"]?$")  # 12·2全国交通安全日
# 全年（寒暑假除外）: what a bracket right behind excepts.
_EXCEPT = Pattern(r"\((?:除[^()]{1,14}外|[^()]{1,14}(?:除外|不计|不含)|不含[^()]{1,14})\)")


class Site:
    """Where an expression stands."""

    __slots__ = ("alone", "context", "end", "expression", "head", "line", "start", "tail", "told")

    def __init__(self, line: str, expression: Expression, context: TimeContext, told: bool) -> None:
        self.line = line
        self.expression = expression
        self.context = context
        self.told = told  # whether the sentence has told a time already
        self.start, self.end = start, end = expression.start, expression.end
        code = _DAY_CODE.search(line, max(0, start - 7), start) if expression.atom.grain == "holiday" else None
        self.head = is_head(line, code.start() if code else start)  # a clause begins here
        aside = _EXCEPT.match(line, end)
        after = aside.end() if aside else end
        self.tail = is_tail(line, after)  # a clause ends here
        self.alone = stands_alone(line, start, after)  # it is a whole line or sentence

    @property
    def bracketed(self) -> bool:
        """Whether it is all that a bracket holds."""
        return self.start > 0 and self.line[self.start - 1] == "(" and self.line[self.end : self.end + 1] == ")"

    @property
    def heads_assignment(self) -> bool:
        """Whether it stands in a bracket before who does it: （全年，责任单位：各科室）, （长期，人事科）."""
        if not self.tail or not self.line.endswith("(", 0, self.start):
            return False
        return (WHO_BEHIND().match(self.line, self.end) or BODIES_BEHIND().match(self.line, self.end)) is not None

    @property
    def used(self) -> bool:
        """Whether the time is what is used for the work: 利用五一、国庆停产检修, not what is of a feast (利用春节元素)."""
        return self.line.endswith("利用", 0, self.start) and _OF_FEAST.match(self.line, self.end) is None

    @property
    def labelled(self) -> bool:
        """Whether a label stands before it that names a limit or a schedule: 完成时限：, 推进时间：."""
        start = self.start
        if not start or self.line[start - 1] not in LIMITS:
            return False
        return any(label.search(self.line, max(0, start - 12), start) for label in (LIMIT, _SCHEDULE))

    @property
    def whole(self) -> bool:
        """Whether it is the whole schedule: alone, in brackets, behind a label that says so, or heading a clause."""
        heading = self.head and self.line[self.end : self.end + 1] == ":"
        return self.alone or heading or self.bracketed or (self.tail and self.labelled)
