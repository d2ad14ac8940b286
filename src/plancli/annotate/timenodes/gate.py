"""Which expressions count where: the whole schedule, the head of a clause, anywhere; and which are look-alikes.

`refusal` gives the name of the guard that refuses an expression, or None: it is a time. A year is a time where it
heads a clause, an attribute elsewhere (2024年义务教育招生); 全年 where it is the schedule; and so on, grain by grain.
"""

from __future__ import annotations

from ...grammar.pattern import Pattern
from ...language.assignment_spans import assignment
from .context import Context, Found
from .expression import Expression
from .families.deadlines.rules import LIMIT, LIMITS
from .families.lookalikes.rules import COUNTED, around_number, is_head, is_tail, point_date, stands_alone

# Verbs after which a year at the head of a clause is the time of what is done: 2025年完成…
_WORK = Pattern(
    r"(?:[^,;。:年]{0,4}?(?:力争|确保|计划|全面|基本|继续|持续|重点))?"
    r"(?:完成|达标|投产|投用|通车|完工|验收|启动|实现|建成|推进|开展|开工|竣工|达到|新增|新建|组织|举办|召开|制定|出台|形成|落实|实施|力争|确保|全面)(?!的|以来)"
)
# 制定每月计划: what stands before takes it as its object, and it says not when.
_TAKES = Pattern(
    r"(?:落实|确保|保证|保障|完成|制定|制订|建立|编制|做好|推行|执行|严格|按照|形成|填报|总结|规范|公布|健全|完善|开展|达到|平均)$"
)
# 每天户外活动2小时: a target.
_TARGET = Pattern(r"[^,;。]{0,8}?\d+(?:\.\d+)?个?(?:小时|分钟|课时|学时|公里|千米)")
_DONE_AS_TOLD = Pattern(r"(?:推进|进行|实施|开展|启动|组织|落实|执行)$")  # 根据上级安排适时进行
_SHORT = 24  # a schedule that says little else: 2025年底前完成，并长期坚持
_MEETING = Pattern(r"工作|总结|推进|会议|考|检查|述|绩效|评|奖|报告|结算|决算|分配|目标|督")
# 2024年底前已完成的, 1998年以前建成的: it tells things apart, and says not when work is done.
_PAST = Pattern(r"已|(?:建成|完成|出生|入学|开工|竣工|投用|建设|成立|设立|参加|取得|发布|印发|制定|办理|登记|注册)的")
# 推进时间：长期坚持 names the schedule.
_SCHEDULE = Pattern(r"(?:时间|时限|期限|进度|时段|节点|安排|日期|周期)(?:安排|要求|节点|进度)?:$")
_USE = Pattern(r"(?:利用|在|于)$")
_OCCASION = Pattern(r"(?:利用|结合|在|于|抓住|借助|围绕|及|和|、)$")


def refusal(line: str, expression: Expression, context: Context, name: tuple[int, int] | None) -> str | None:
    """The guard that refuses the expression, or None. `name`: the next stretch in quotes or title marks."""
    start, end = expression.start, expression.end
    if line.endswith("以来", start, end) and not context.schedule and not stands_alone(line, start, end):
        return "past"  # 对2013年以来改造的厕所
    if line.endswith("关于", 0, start):
        return "attribute"  # 关于上半年预算执行情况的报告
    if name is not None and name[0] <= start < name[1] and not (start == name[0] and end > name[1]):
        return "inside-a-name"
    atom = expression.atom
    last = expression.members[-1]
    if guard := around_number(
        line, atom.start, end, last.atoms[-1].grain, not last.modifier and not last.atoms[-1].edge
    ):
        return guard
    return _by_grain(line, expression, context)


def is_past(line: str, expression: Expression, nodes: list[Found], context: Context) -> bool:
    """Whether it tells what was done before the year that precedes the plan's: 2019年10月成立专班, 1990年以前的档案. What
    heads a line of a schedule (2020年：…) does not."""
    if context.plan_year is None or stands_alone(line, expression.start, expression.end):
        return False
    if context.schedule and line.startswith(":", expression.end):
        return False
    return all(node.last is not None and node.last.year < context.plan_year - 1 for node in nodes)


def _by_grain(line: str, expression: Expression, context: Context) -> str | None:
    start, end = expression.start, expression.end
    atom = expression.atom
    head, tail = is_head(line, start), is_tail(line, end)
    alone = stands_alone(line, start, end)
    bracketed = start > 0 and line[start - 1] == "(" and end < len(line) and line[end] == ")"
    heading = head and end < len(line) and line[end] == ":"
    whole = alone or bracketed or (heading and context.schedule) or (tail and _is_labelled(line, start))
    grain = atom.grain
    single = len(expression.members) == 1 and len(expression.members[0].atoms) == 1
    if atom.rule in ("relative-span", "relative-offset"):
        return None if context.reference is not None else "duration"
    if grain in ("ongoing", "conditional"):
        return _loose(line, expression, context, whole, head, tail, heading)
    if grain == "recurring":
        return _recurring(line, expression, context, whole or (bracketed or heading), head)
    if atom.rule in ("month-ordinal", "months-front") and not (atom.led or alone or head):
        return "attribute"  # 第三个月, 首月: of which year, nobody tells
    if expression.modified and atom.rule != "point-date":
        if line[end - 1] == "前" and _PAST.match(line, end):
            return "attribute"
        if atom.rule != "day-alone" or atom.month is not None:
            return None
        return "duration" if line[end - 1] == "内" else None if alone or context.schedule else "no-month"
    if atom.rule == "point-date":
        return None if (alone or context.schedule) and point_date(line, start, end) else "number-with-a-point"
    if grain == "day" and atom.rule in ("day-alone", "bare-day-alone") and atom.month is None:
        return "no-month"
    if grain == "year" and bracketed and not alone:
        return "span-of-a-name"
    if not single:
        named = grain in ("year", "holiday")  # 2025—2027年行动方案, 春节、“五一”等节点的工作
        return "attribute" if named and not (head or tail or context.limit) else None
    if grain == "year":
        return _year(line, expression, context, alone, head, tail)
    if grain == "holiday" and start and line[start - 1] in "日号":
        return "attribute"  # 3月12日植树节: the day is said already
    if grain in ("holiday", "school", "years", "season"):
        return _occasion(line, expression, context, whole or heading, head, tail)
    if atom.name == "unsaid" or atom.name.startswith("relative"):
        short = atom.name in ("relative-day", "relative-week")
        return None if (head and (tail or not short)) or alone or (context.schedule and not short) else "attribute"
    return None


def _is_labelled(line: str, start: int) -> bool:
    """Whether a label stands before it that names a limit or a schedule."""
    if not start or line[start - 1] not in LIMITS:
        return False
    return any(label.search(line, max(0, start - 8), start) for label in (LIMIT, _SCHEDULE))


def _loose(
    line: str, expression: Expression, context: Context, whole: bool, head: bool, tail: bool, heading: bool
) -> str | None:
    """全年, 长期坚持, 适时, 根据…要求: they say when only where they are the schedule."""
    rule = expression.atom.rule
    if rule == "through-year":
        return None
    if whole or heading:
        return None
    if rule == "all-year" and head and tail and expression.end - expression.start > 2:
        return None  # 由安监科负责，全年推进
    if rule in ("for-long", "all-year") and head and tail and assignment(line, expression.start) is not None:
        return None  # （市教育局负责，长期坚持）
    if rule == "all-year":
        return None if context.schedule and head else "attribute"
    if (
        rule == "for-long"
        and context.schedule
        and len(line) <= _SHORT
        and tail
        and (head or line[expression.start - 1] in "并且")
    ):
        return None
    ripe = rule == "when-ripe" and line[expression.start] in "条时" and line[expression.end - 1] in "时后"
    if rule == "waiting" or ripe:  # 条件成熟时, not 必要时
        return None if head else "adverb"
    if rule in ("at-a-fit-time", "when-ripe"):
        return None if context.schedule and head and tail else "adverb"
    if rule == "after-an-event":
        return None if head else "attribute"
    if rule == "as-told":
        whole_clause = head and (tail or line[expression.end : expression.end + 1] in (",", "，"))
        closed = line[expression.end : expression.end + 1] in ("", "。", ";")
        acts = _DONE_AS_TOLD.search(line, expression.start, expression.end) is not None
        return None if (context.schedule and head and closed) or (whole_clause and acts) else "manner"
    return "adverb"


def _recurring(line: str, expression: Expression, context: Context, whole: bool, head: bool) -> str | None:
    start, end = expression.start, expression.end
    if COUNTED.match(line, end) and not (context.schedule and head) and not _is_labelled(line, start):
        return "count"
    if whole or (head and line[start] != "逐"):
        return None
    if line[start] == "逐" and not context.schedule:
        return "manner"  # 投入逐年增长
    if line[end : end + 1] == "的" or expression.atom.rule in ("alternate-months", "weekend"):
        return "attribute"
    if _TARGET.match(line, end) or (start > 1 and line[start - 2] in "每各人"):
        return "count"
    return "attribute" if _TAKES.search(line, start - 2, start) else None


def _year(line: str, expression: Expression, context: Context, alone: bool, head: bool, tail: bool) -> str | None:
    atom = expression.atom
    if atom.edge is not None:
        middle = line[atom.end - 1] in "中终"
        if not middle or alone or tail:
            return None
        return None if head and _MEETING.match(line, atom.end) is None else "attribute"
    if alone or context.limit:
        return None
    if not head or (atom.year is not None and atom.year < (context.plan_year or 0)):
        return "attribute"
    following = line[expression.end : expression.end + 1]
    if atom.rule == "year-two-digits":
        return None if following in (",", ":") else "duration"
    if following in (",", ":", ")"):
        return None
    if atom.rule == "year" and not line[: expression.end].endswith("度") and _WORK.match(line, expression.end):
        return None
    return "attribute"


def _occasion(line: str, expression: Expression, context: Context, whole: bool, head: bool, tail: bool) -> str | None:
    atom = expression.atom
    if whole:
        return None
    if atom.grain == "school" and atom.rule == "vacation":
        if head and (context.schedule or tail or _WORK.match(line, expression.end)):
            return None
        if _USE.search(line, max(0, expression.start - 2), expression.start):
            return None
        return None if tail and _OCCASION.search(line, max(0, expression.start - 3), expression.start) else "attribute"
    if atom.rule in ("school-year", "term-part", "term-week"):
        return None if head and tail else "attribute"
    if atom.grain == "years" and head:
        return None
    if atom.grain == "season":
        return None if head and context.schedule else "attribute"
    if atom.rule == "term":
        return None if head or tail else "attribute"
    return None if head and tail and line[expression.end : expression.end + 1] != "、" else "attribute"
