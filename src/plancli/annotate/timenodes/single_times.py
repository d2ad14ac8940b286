"""What a time that stands by itself, a year, a season, a feast, a term, asks of the words around it.

With 前 behind it or in a range it would count anywhere (`gate`); alone, most of these are attributes of what follows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...grammar.pattern import Pattern
from ...language.verbs import ACT, ACT_ALONE, ADVERB, AIM, ANY_ACT, NOMINAL, WORK
from .model import Where
from .surroundings import Site

# Gives the name of the guard that refuses the time, or None.
Guard = Callable[[Site], "str | None"]

# A year at the head of a clause is the time of what is done: 2025年完成…; what else follows it, it describes.
_ACT = Pattern(rf"[^,;。:年]{{0,4}}?(?:{ADVERB})?{WORK}(?!的|以来)|{ACT}")
_NOUN_ALONE = Pattern(rf"{NOMINAL}(?=[,;。、]|$)")
GROUPED = Pattern(
    rf"(?:分[^,;。]{{1,5}}|在[^,;。:、]{{1,8}}?|集中|统一|各)?(?:{ANY_ACT}|{ACT_ALONE})"
)  # 暑期分学段开展, 暑假施工
ANY_DEED = Pattern(ANY_ACT)  # 元宵节举办灯会
# 春季开展植树, 秋季分片巡查, 冬季集中整治河道; 春季抗旱增雨 and 秋季消防演练 are what such work is called.
_IN_SEASON = Pattern(rf"(?:分[^,;。]{{1,5}}|在[^,;。:、]{{1,8}}?|集中|统一|各)(?:{ANY_ACT}|{ACT_ALONE})|{ACT}")
# 2025年会同有关部门开展整治, 2026年根据国家要求完善制度
_BY_WAY = Pattern(
    r"(?:会同|联合|根据|按照|结合|依托|针对|围绕|通过|聚焦|分[批期步类级]|以(?![来上下内前后外]))[^,;。:]{2,}"
)
_YEAR_HEADS = Pattern(r"(?:^|[,;:])(?:19|20)\d\d年(?!度)")
_MEETING = Pattern(r"工作|总结|推进|会议|考|检查|述|绩效|评|奖|报告|结算|决算|分配|目标|督")
_USE = Pattern(r"(?:利用|在|于)$")
_OCCASION = Pattern(r"(?:利用|结合|在|于|抓住|借助|围绕|及|和|、)$")
# 力争2025年通过验收
_AIMED = Pattern(rf"(?:(?:{AIM}|计划|预计|拟)于?|(?<![高低大小优多少])于|在|并|并于)$")
_IS = Pattern(r"为(?![了期主])[一-龥]{2}")  # 第18～19周为考试周
_CALLED = Pattern(r"[为是]")  # 2025年为攻坚之年
_OF_WEEK = Pattern(r"[(:]?\d|的|工作|总结|小结|计划|安排|情况")
_IS_STAGE = Pattern(r"为[^,;。:]{1,14}(?:阶段|环节)(?=[,;。、]|$)")  # 2025年为集中攻坚阶段
_LEVEL = Pattern(r"度?(?:的)?(?:平均)?(?:水平|同期|基数|标准)|的(?:\d|一半|百分)")


def _year(site: Site) -> str | None:
    """A year is a time where it heads a clause, an attribute elsewhere (2024年义务教育招生)."""
    line, end = site.line, site.end
    atom, context = site.expression.atom, site.context
    if _LEVEL.match(line, end) and (atom.shift or 0) <= 0:
        return "attribute"
    if atom.edge is not None:
        if line[atom.end - 1] not in "中终" or site.alone or site.tail:
            return None
        listed = site.told and _NOUN_ALONE.match(line, atom.end)  # 年初部署，年中检查，年底考核
        return None if site.head and (listed or _MEETING.match(line, atom.end) is None) else "attribute"
    if site.alone or context.limit:
        return None
    aimed = _AIMED.search(line, max(0, site.start - 3), site.start) is not None
    gone = (
        atom.year is not None
        and atom.year < (context.plan_year or 0)
        and not (site.head and line[end : end + 1] == ":")
    )
    if not (site.head or aimed) or gone:
        return "attribute"
    following = line[end : end + 1]
    if atom.where == "year-alone":
        return None if following in (",", ":") else "duration"
    if following in (",", ":", ")"):
        return None
    if _CALLED.match(line, end):
        return None if _IS_STAGE.match(line, end) else "attribute"
    if site.head and _one_of_years(line, site.start, end):
        return None
    by_way = atom.rule == "year" and site.head and _BY_WAY.match(line, end)
    acts = atom.anchor == "" and not line[:end].endswith("度") and (by_way or _ACT.match(line, end))
    return None if acts else "attribute"


def _one_of_years(line: str, start: int, end: int) -> bool:
    """Whether a year heads one of several clauses of a sentence that are headed by years and tell a deed: 2025年试点建设平台，
    2026年聚焦企业完善标准."""
    if not ANY_DEED.match(line, end):
        return False
    sentence = line[line.rfind("。", 0, start) + 1 : (line.find("。", end) + 1 or len(line) + 1) - 1]
    return len(_YEAR_HEADS.findall(sentence)) > 1


def _unsaid(site: Site) -> str | None:
    term = site.expression.atom.relative == "term" and not site.expression.atom.edge
    if term and site.head and not (site.alone or site.tail or _ACT.match(site.line, site.end)):
        return "attribute"  # 本学期课程安排: which courses
    return None if site.alone or site.head or site.context.schedule else "attribute"


def _short(site: Site) -> str | None:
    """本周, 明天: short words that others contain. 当天 is a day that the text has named."""
    if site.line.startswith(("当天", "当日"), site.start) and site.context.reference is None:
        return "attribute"
    return None if site.alone or (site.head and site.tail) else "attribute"


def _occasion(site: Site) -> str | None:
    line = site.line
    if site.start and line[site.start - 1] in "日号" and site.expression.atom.grain == "holiday":
        return "attribute"  # 3月12日植树节: the day is said already
    if site.whole:
        return None
    if site.used and ANY_DEED.match(line, site.end):
        return None
    acts = site.head and (line[site.end : site.end + 1] != "、" if site.tail else ANY_DEED.match(line, site.end))
    return None if acts else "attribute"


def _years(site: Site) -> str | None:
    return None if site.head else _occasion(site)


def _vacation(site: Site) -> str | None:
    line, start = site.line, site.start
    if site.whole:
        return None
    if site.head and (site.context.schedule or site.tail or GROUPED.match(line, site.end)):
        return None
    if _USE.search(line, max(0, start - 2), start):
        return None
    return None if site.tail and _OCCASION.search(line, max(0, start - 3), start) else "attribute"


def _term(site: Site) -> str | None:
    if site.line.startswith("为", site.end):
        return "attribute"  # 第二学期为2月19日至7月10日: its days are told
    if site.line.endswith("(", 0, site.start) and not (site.tail or site.context.schedule):
        return None if ANY_DEED.match(site.line, site.end) else "attribute"  # （第二学期校历第1周）: of what
    return None if site.whole or site.head or site.tail else "attribute"


def _clause(site: Site) -> str | None:
    line, end = site.line, site.end
    if site.whole or (site.head and site.expression.atom.rule == "term-week" and not _OF_WEEK.match(line, end)):
        return None  # 第3周团干部例会，第5周讲评
    acts = site.head and (site.tail or _ACT.match(line, end) or ANY_DEED.match(line, end) or _IS.match(line, end))
    return None if acts else "attribute"


def _season(site: Site) -> str | None:
    if site.whole:
        return None
    act = _IN_SEASON if site.expression.atom.year is None else GROUPED
    return None if site.head and (site.context.schedule or act.match(site.line, site.end)) else "attribute"


# These are asked of one time by itself: with 前 or in a range it counts anywhere.
GUARDS: Mapping[Where, Guard] = {
    "year": _year,
    "year-alone": _year,
    "occasion": _occasion,
    "years": _years,
    "vacation": _vacation,
    "term": _term,
    "clause": _clause,
    "season": _season,
    "head-or-schedule": _unsaid,
    "clause-only": _short,
}
