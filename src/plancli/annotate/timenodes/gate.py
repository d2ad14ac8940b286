"""Which expressions count where they stand, and which are look-alikes.

Each rule says where it counts (`model.Where`); here is what each of these asks of the surroundings. `refusal` gives the
name of the guard that refuses an expression, or None: it is a time.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...grammar.pattern import Pattern
from ...language.assignment_spans import assignment
from ...language.verbs import NOMINAL, WORK, YEARLY_TARGET
from .conditional_times import EVENTS
from .context import TimeContext
from .model import Expression, Where
from .papers import may_tell_which, tells_what_is_summed_up, tells_which
from .past import tells_past
from .single_times import GROUPED, Guard
from .single_times import GUARDS as SINGLE
from .surroundings import COUNTED, Site, around_number, is_length, point_date, stands_alone

_COUNTED_ACT = Pattern(
    r"(?!的)[^,;。:]{1,30}(?:\d|[一两三四五六七八九十][次轮场批期])"
)  # 全年接种率达到90%, 全年开展三轮督查
_SETS_YEARLY = Pattern(YEARLY_TARGET)
_RECURS = Pattern(r"[,、](?:每|[按逐][天日周旬月季年])")  # 全年，每月1次
# 制定每月计划: what stands before takes it as its object, and it says not when.
_TAKES = Pattern(
    r"(?:落实|确保|保证|保障|完成|制定|制订|建立|编制|做好|推行|执行|严格|按照|形成|填报|总结|规范|公布|健全|完善|开展|达到|平均|包括|包含"
    r"|修订|修改|更新|设计|印制|优化|改进|统一|[纳列计融]入)$"
)
_LISTED = Pattern(r"[^,;。、]{1,6}[、,]每[日天周旬月季半年]")  # 落实每日晨检、每周通报
_TOLD_EACH = Pattern(r"(?:通报|公布|公示|调度|报送|上报|汇报|检查|核查|考核|分析|研判|会商|盘点|对账|更新)")
_SYSTEM = Pattern(r"[^,;。、]{1,6}(?:[、,和]每[^,;。、]{1,8}){0,4}(?:制度|机制)")  # 每日晨检、每周通报制度
# 每人每季度走访2户, 各村每月评选10户, not 每人每月300元
_EACH_DOES = Pattern(rf"(?:每人|各[㐀-鿿])(?=每[^,;。]{{1,3}}(?:{WORK}|{NOMINAL}))", needs=(("每人", "各"), "每"))
_TARGET = Pattern(r"[^,;。]{0,8}?\d+(?:\.\d+)?个?(?:小时|分钟|课时|学时|公里|千米)")  # 每天户外活动2小时
_SHORT = 24  # a schedule that says little else: 2025年底前完成，并长期坚持
# 2024年底前已完成的, 1998年以前建成的: it tells things apart, and says not when work is done.
_PAST = Pattern(r"已|(?:建成|完成|出生|入学|开工|竣工|投用|建设|成立|设立|参加|取得|发布|印发|制定|办理|登记|注册)的")
_OF_VERSIONS = Pattern(r"度?(?:[卷辑版本期号稿]|修[订正])\)")  # 《…》（2018—2019年卷）
_NAMED_DEED = Pattern("[一-龥]{2,4}:")
_DUE_BEFORE = Pattern(r"(?:前|完成|到位|办结|完毕),?并$")
_NO_TIME = Pattern(r"[点址场地所馆人员师宾者费额目单象位门式容题]:$")
_FRACTION = Pattern(r"的|以[上下]|左右|多|强|弱|学期|份|人|次|页|$(?<=1/[2-9])")
_NAMED_BY_EDGE = Pattern(r"(?:[纳列计]入|[作列]为|开展|组织|做好|抓好|进行|参[加与])$")  # 纳入年底考核: which
_DAY_BEFORE = Pattern(r"(\d{1,2}月|)(\d{1,2})日")


def refusal(
    line: str, expression: Expression, context: TimeContext, name: tuple[int, int] | None, told: bool
) -> str | None:
    """The guard that refuses the expression, or None. `name`: the next stretch in quotes or title marks; `told`: whether
    the sentence has told a time already."""
    start, end = expression.start, expression.end
    if line.endswith("以来", start, end) and not context.schedule and not stands_alone(line, start, end):
        return "past"  # 对2013年以来改造的厕所
    if tells_past(line, expression, context):
        return "past"
    if is_length(line, expression):
        return "duration"
    if line.endswith("关于", 0, start):
        return "attribute"  # 关于上半年预算执行情况的报告
    if name is not None and name[0] <= start < name[1] and not (start == name[0] and end > name[1]):
        return "inside-a-name"
    atom, last = expression.atom, expression.members[-1]
    if atom.grain == "conditional" and _NO_TIME.search(line, max(0, start - 8), start):
        return "attribute"  # 地点：待定
    if guard := around_number(
        line, atom.start, end, last.atoms[-1].grain, not last.modifier and not last.atoms[-1].edge
    ):
        return guard
    where = atom.where
    own = _OWN.get(where)
    if own is None and where not in SINGLE and atom.grain != "year":
        # A month, a day, a quarter counts anywhere; what follows may make it a look-alike.
        modified = expression.modified
        if not modified and tells_what_is_summed_up(line, start, end):
            return "attribute"
        if modified or not may_tell_which(line, end):
            return "attribute" if modified and line[end - 1] == "前" and _PAST.match(line, end) else None
    site = Site(line, expression, context, told)
    return own(site) if own is not None else _dated(site)


def _dated(site: Site) -> str | None:
    """What all that can be dated has in common; then what its own place asks."""
    expression, atom, line = site.expression, site.expression.atom, site.line
    if atom.grain == "holiday" and expression.single and _NAMED_DEED.match(line, site.end):
        return "attribute"  # 节前检查：国庆前: which check
    if (
        atom.grain == "holiday"
        and line[site.start - 1 : site.start] in ("日", "号")
        and line[site.end - 1] in "间后际天日"
    ):
        return "attribute"  # 6月5日世界环境日期间: the day is said already
    if expression.modified:
        return "attribute" if line[site.end - 1] == "前" and _PAST.match(line, site.end) else None
    if (
        atom.grain == "year"
        and atom.edge
        and not site.tail
        and _NAMED_BY_EDGE.search(line, max(0, site.start - 2), site.start)
    ):
        return "attribute"
    if atom.grain == "year" and site.bracketed and not site.alone:
        return "span-of-a-name"
    if atom.grain == "year" and line[site.start - 1 : site.start] == "(" and _OF_VERSIONS.match(line, site.end):
        return "span-of-a-name"
    if not expression.single:
        # 2025—2027年行动方案, 春节、“五一”等节点的工作; not 年中和年末
        named = atom.grain in ("year", "holiday", "school") and atom.edge is None
        if named and not (site.head or site.tail or site.used or site.labelled or site.context.limit):
            return "attribute"
        return _of_a_paper(site)
    place = SINGLE.get(atom.where)
    return place(site) if place is not None else _of_a_paper(site)


def _of_a_paper(site: Site) -> str | None:
    stands = site.alone or site.context.schedule
    return "attribute" if not stands and tells_which(site.line, site.start, site.end) else None


def _reference(site: Site) -> str | None:
    return None if site.context.reference is not None else "duration"


def _recurring(site: Site) -> str | None:
    line, start, end, head = site.line, site.start, site.end, site.head
    if site.expression.atom.where == "recurring-head" and line[start - 1 : start] == "、" and not site.told:
        return "attribute"  # 延长晚间、周末、节日开馆时段
    if _EACH_DOES.match(line, max(0, start - 2)):
        return None
    if COUNTED.match(line, end) and not (site.context.schedule and head) and not site.labelled:
        return "count"
    if site.expression.members[-1].modifier == "around" or (line.startswith("按", end) and _TARGET.match(line, end)):
        return "count"  # 按季度左右轮换, 每天按6个学时计算
    if line[end - 1] == "年" and _SETS_YEARLY.match(line, end) and not site.labelled:
        return "count"
    if site.expression.atom.rule == "one-each" and (site.tail or line.startswith(("制度", "机制"), end)):
        return None  # 推行一周一会商, 落实一月一通报制度: what is done as well as how often
    if site.whole or (head and line[start] != "逐" and not (line[start - 1] == "、" and _SYSTEM.match(line, end))):
        return None
    if line[start] == "逐" and not site.context.schedule and not (head and _TOLD_EACH.match(line, end)):
        return "manner"  # 投入逐年增长
    if line[end : end + 1] == "的" or site.expression.atom.where == "recurring-head":
        return "attribute"
    if _TARGET.match(line, end) or (start > 1 and line[start - 2] in "每各人"):
        return "count"
    if _SYSTEM.match(line, end):
        return "attribute"
    taken = _TAKES.search(line, max(0, start - 2), start) and not _LISTED.match(line, end)
    return "attribute" if taken else None


def _unit_alone(site: Site) -> str | None:
    whole = site.labelled and site.tail
    return None if whole or (site.alone and site.context.schedule) else "attribute"


def _head(site: Site) -> str | None:
    """第三个月, 首月: of which year, nobody tells."""
    return _dated(site) if site.expression.atom.led or site.alone or site.head else "attribute"


def _point(site: Site) -> str | None:
    line, start, end = site.line, site.start, site.end
    due = site.head and site.expression.modified and line[end - 1] == "前"  # 7.15前完成
    of_points = site.expression.last is not site.expression.atom and site.expression.last.where == "point"
    deed = end + 1 if line[end : end + 1] == "," else end  # 3.12—3.18，集中补种
    stretch = of_points and (site.bracketed or (site.head and GROUPED.match(line, deed) is not None))
    # 完成时限：8.31；责任科室：…, （运维科，8.31）
    limit = site.tail and (site.labelled or (site.head and assignment(line, start) is not None))
    counts = (site.alone or site.context.schedule or due or stretch or limit) and point_date(line, start, end)
    return None if counts else "number-with-a-point"


def _slash(site: Site) -> str | None:
    """4/11 is a date at the head of a line or a schedule, 7/15前 and （08/01~09/30） anywhere; 完成2/3 is a fraction."""
    line, start, end = site.line, site.start, site.end
    if _FRACTION.match(line, end):
        return "fraction"
    if site.expression.modified or site.bracketed:
        return None
    opens = (
        start == 0
        or site.context.schedule
        or site.labelled
        or not site.expression.single
        or site.expression.atom.through
    )
    return None if site.head and opens else "fraction"


def _month_known(site: Site) -> str | None:
    atom = site.expression.atom
    if atom.month is not None:
        return _dated(site)
    if site.head and site.line[site.end - 1] != "内" and _goes_on_from_a_day(site):
        return None
    if site.context.month and site.head and (site.expression.modified or (site.tail and _is_within_brackets(site))):
        return None  # …，15日前公示, 家长开放日（28日，各年级组） beneath 三月
    if not site.expression.modified:
        return "no-month"
    if site.line[site.end - 1] == "内":
        return "duration"
    return None if site.alone or site.context.schedule else "no-month"


def _is_within_brackets(site: Site) -> bool:
    return site.line.rfind("(", 0, site.start) > site.line.rfind(")", 0, site.start) and ")" in site.line[site.end :]


def _goes_on_from_a_day(site: Site) -> bool:
    """9月2日教师报到，3日新生报到，6日前汇总: the sentence, or the one before that it begins behind, has told an earlier day with
    its month."""
    line, start = site.line, site.start
    days = _DAY_BEFORE.findall(line, line.rfind("。", 0, max(0, start - 1)) + 1, start)
    return bool(days) and days[0][0] != "" and int(days[-1][1]) < site.expression.atom.values[0]


def _whole(site: Site) -> str | None:
    return None if site.whole else "adverb"


def _schedule_clause(site: Site) -> str | None:
    clause = site.context.schedule and site.head and site.tail
    return None if site.whole or clause else "adverb"


def _long(site: Site) -> str | None:
    line, start = site.line, site.start
    if site.whole or site.heads_assignment:
        return None
    if site.head and site.tail and assignment(line, start) is not None:
        return None  # （市教育局负责，长期坚持）
    if site.tail and _DUE_BEFORE.search(line, max(0, start - 4), start):
        return None  # 12月底前并长期坚持, 3月底前完成并长期坚持
    joined = site.head or line[start - 1] in "并且"
    short = site.context.schedule and len(line) <= _SHORT and site.tail
    return None if short and joined else "adverb"


def _all_year(site: Site) -> str | None:
    line, start, end = site.line, site.start, site.end
    if site.whole or (site.context.schedule and site.head) or site.heads_assignment:
        return None
    if site.tail and line[start - 1] == ":" and line.find(":") == start - 1:
        return None  # 三级教育：全年
    if site.head and site.tail and (end - start > 2 or assignment(line, start) is not None):
        return None  # 由安监科负责，全年推进
    if not site.head or end - start > 3:
        return "attribute"
    if COUNTED.match(line, end):
        return "count"  # 全年不少于6场
    acts = GROUPED.match(line, end) or _COUNTED_ACT.match(line, end) or _RECURS.match(line, end)
    return None if acts else "attribute"


# These ask the same of an expression, whatever stands beside it that says how it is meant.
_OWN: Mapping[Where, Guard] = {
    "reference": _reference,
    "recurring": _recurring,
    "recurring-head": _recurring,
    "unit-alone": _unit_alone,
    "head": _head,
    "point": _point,
    "slash": _slash,
    "month-known": _month_known,
    **EVENTS,
    "schedule": _whole,
    "schedule-clause": _schedule_clause,
    "long": _long,
    "all-year": _all_year,
}
