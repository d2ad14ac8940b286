"""What links times and what stands beside them: ranges and lists; 前 内 起 后 期间 behind; 截至 到 自 完成时限 before.

`X月前` ends before the month, `X日前` and `X月底前` on the last day said (`dating.days.last_day`).
"""

from __future__ import annotations

from ...grammar.pattern import Pattern
from ...language.numerals import number
from ...language.times import LIMIT as NAMES_LIMIT
from ...language.verbs import AIM, DONE, NOMINAL, WORK
from .families.parts import AND, BEFORE, COUNT, DASH, INSIDE
from .model import Atom, Expression, Modifier, TimeMember

# Names of what is done here, as a node's `rules` tell it.
RANGE, BETWEEN, LIST, SHARED = "range", "range-between", "list", "list-shares-its-end"
UNTIL_BEFORE, UNTIL_WITHIN, UNTIL_LEAD = "by-before", "by-within", "by-lead"
UNTIL_LIMIT = "by-limit"
FROM, AFTER, AROUND, DAYS_BEFORE, DAYS_AFTER = "from", "after", "around", "days-before", "days-after"

# From one to another. 起至 as in 3月1日起至6月30日, what a bracket says of the first: 1月28日（除夕）至2月12日; 一 for a dash, as
# readers of scans write it: 3月一5月.
RANGE_LINK = Pattern(
    rf"(?:\([^()\d]{{2,8}}\))?(?:起|开[始工]|启动|动工|(?:之|以)?后)?,?(?:{DASH}|直到|直至|截至)|(?<=[月日号旬初底末年])一(?=\d{{1,2}}[月日号]|\d{{4}}年)",
    begins="(起开启动之以后,至到-~直截一",
)
BETWEEN_END = Pattern(r"之间|期间|间(?![断隔接])", needs=("间",))
LIST_LINK = Pattern(rf"{AND}|/|,(?=\d{{1,2}}[日号])")
# 力争6月底、确保9月底完成: two aims of one thing.
_AIM = rf"(?:{AIM}|保)"
AIM_LINK = Pattern(rf"[、,]{_AIM}(?:在|于)?")
AIMED = Pattern(rf"{_AIM}(?:在|于)?$", needs=("争保务迟",))

_DONE = rf"(?:全面|全部|基本|确保|力争)?{DONE}(?=$|[,;。()、:])"
# 6月30日（含）下班前, 12月4日放学前, 4月4日（清明节）前, 6月30日及以前
_BEFORE = Pattern(
    rf"(?:\([^()\d]{{1,8}}\))?(?:[上下]班|[上放]学|上课|离校|午休|中午|[上下]午|傍晚|晚上|(?:及|或|含)(?=以前))?(?:之|以)?{BEFORE}(?:{_DONE})?",
    needs=("前",),
)
# 10月15日止: what is left where no beginning was said; 12月25日截止.
_WITHIN = Pattern(rf"度?(?:之|以)?{INSIDE}(?:{_DONE})?|截止(?![到至])(?:(?:之|以)?前)?|止(?=$|[,;。):])")
_AROUND = Pattern(r"前后|左右|上下(?!半)", needs=(("前后", "左右", "上下"),))
# “五一”“国庆”等节假日前: what closes a list of holidays.
_AND_THE_LIKE = Pattern(
    r"等?(?:重大|重要|法定|主要|传统|国家)*[“\"]?(?:节假日|节日|假日|节点|时段|假期|[两双三]节)[”\"]?(?:期间|前)"
)
_DURING = Pattern(
    r"之?期间|之际|时段|(?:当天|当日|当月|当周)", needs=(("期间", "之际", "时段", "当天", "当日", "当月", "当周"),)
)
# What begins or ends between a holiday and its 前 or 后: 春节来临之前, 两会召开前, 汛期结束后.
_EVE = Pattern(rf"(?:来临|到来|开始|召开|开幕)(?:之|以)?前夕?(?:{_DONE})?|前夕")
_OVER = Pattern(rf"(?:结束|闭幕|过)(?:(?P<before>(?:之|以)?前)|(?:之|以)?后)(?:{_DONE})?")
# 国庆节前一周, 春节后三天: so many days before or after. Not 3月底前三次.
_DAYS_ASIDE = Pattern(
    rf"(?:之|以)?(?P<way>[前后])的?(?P<count>{COUNT}|两)(?:个?(?P<week>星期|周)|[天日]|个(?P<month>月))(?:之|以)?内?"
)
# 11月9日开幕式前, 9月开学前: the day, or the month, is that of the event.
_EVENT_BEFORE = Pattern(
    rf"(?!{WORK})(?:[一-龥]{{0,4}}(?:节|日|式|会|开学|入汛|汛期|开工|放假)|[一-龥]{{5,12}}[节日](?=前(?:$|[,;。)])))前",
    needs=("前",),
)
_MONTH_OVER = Pattern(
    r"[㐀-鿿]{0,4}(?:结束|截止)(?:之|以)?前", needs=(("结束", "截止"), "前")
)  # 9月征期结束前: within the month
_BEFORE_NAMED = Pattern(rf"\)(?:之|以)?{BEFORE}", needs=("前",))
_TERM_BEFORE = Pattern(r"(?:开学|放假|入汛|汛期|供暖|开工|入冬|封冻)(?:之|以)?前", needs=("前",))
CLOSERS = ("", "前", "完", ",", "。", ";", ")")

# Words before: 截至2025年6月, 不晚于5月31日, 到2027年, 延长至6月. 达到, 收到, 甚至 and the like are other words; 调整至3月5日 names
# the day to which something is moved.
_LEAD = Pattern(
    r"(?:截至|截止到?|截止于|不得?晚于|不得?迟于|不得?超过|最迟(?:不得?超过|于|在|到)?|最晚(?:于|在|到)?|直到|直至"
    r"|(?:延长|延期|推迟|延后|顺延|提前|延续|放宽|展期|后延|持续|有效期|期限)(?P<moved>[至到])"
    r"|(?<![达感得收做受找看想提遇碰办签拿])到|(?<!调整)(?<!(?<!整)改)(?<![甚乃以及冬夏截直移挪])至)$"
)
# 推迟到6月进行 says when it is held then; 延长至6月 until when it lasts.
_MOVED = Pattern(r"推迟|延[后期]|顺延|提前|后延|展期")
_HELD = Pattern(r"再?(?:进行|举[行办]|召开|开[展始幕赛学班]|组织|启动|实施)")
_LEADS = frozenset("至到止于过在迟晚")
# 完成时限：6月30日 names a limit without being part of the expression.
LIMIT = Pattern(rf"{NAMES_LIMIT}(?:及|和|与)?(?:要求|安排|节点)?(?:是|为|::?)?$")
_LIMITED = Pattern(rf"{NAMES_LIMIT}(?:要求|安排|节点)?::?[^。;()]*$", needs=(":",))
_BARE = Pattern(
    r"$|[,;。、:()\n]|(?:左右|之?前|完成|办结|到位|并(?:长期|持续|常态))"
)  # not 完成节点：4月立项, which heads a clause
LIMITS = frozenset("限间期点求排止:是为")

# What must have come before: 方案|批复后, 省级补助资金|下达后.
_SUBJECT = Pattern(r"(?:(?<=[,;。:、(])|^)[㐀-鿿]{1,14}$")

_AFTER_ITS_SUBJECT = frozenset(
    {
        "after-its-approval",
        "may-begin-after-it",
        "after-an-event",
        "days-after-it",
        "within-days-of-it",
        "before-its-opening",
    }
)

# What a year is compared by: 达到2020年水平.
_LEVEL = Pattern(r"度?(?:的)?(?:平均)?(?:水平|同期|基数|标准)")

_START_WORDS = ("从", "自", "由")
_FROM = Pattern(
    r"(?:份)?(?:起(?![草步点动到立来伏运航飞诉吊征])|以来|开始(?=$|[,;。):])|始(?=$|[,;。):]))", needs=("起来始",)
)
_FROM_LED = Pattern(r"(?:起|以来|开始|始)")
_NAMES_PAPER = "情况|结果|总结|报告|计划|方案|制度|活动|工作|任务"  # 节后检查情况, but 节后通报检查情况
_AFTER = Pattern(
    rf"(?:之后|以后|后(?=$|[,;。):各]|{WORK}|{NOMINAL}(?=$|[,;。)]|(?!{_NAMES_PAPER})[㐀-鿿]{{2}})))", needs=("后",)
)

_UNLED: tuple[tuple[Modifier, Pattern], ...] = (
    ("around", _AROUND),
    ("before", _BEFORE),
    ("within", _WITHIN),
    ("during", _DURING),
    ("from", _FROM),
    ("after", _AFTER),
)
_LED = tuple((name, _FROM_LED if name == "from" else pattern) for name, pattern in _UNLED)
_MODIFIERS = frozenset("(下放离午中傍晚前止截左上之期时当以内度后起开始份及或含来到召闭结正过")
_EVENTS = ("holiday", "school")
_COUNTED_FROM = (*_EVENTS, "day", "lunar")


def modify(line: str, member: TimeMember) -> None:
    """Take what follows the member and says how it is meant."""
    last = member.atoms[-1]
    if not last.dated and last.grain != "recurring":
        return
    position = member.end
    if line.startswith("(", member.start - 1) and _BEFORE_NAMED.match(line, position):
        member.modifier = "before"  # 主汛期（5月1日）前: the bracket says when that is
        return
    if line[position : position + 1] in _MODIFIERS and _take(line, position, member, last):
        return
    if (last.grain == "day" and (found := _EVENT_BEFORE.match(line, position))) or (
        last.grain == "month" and not last.edge and (found := _TERM_BEFORE.match(line, position))
    ):
        member.modifier, member.end = "before", found.end()
    elif last.grain == "month" and not last.edge and (found := _MONTH_OVER.match(line, position)):
        member.modifier, member.end = "within", found.end()
    elif last.grain == "holiday" and (found := _AND_THE_LIKE.match(line, position)):
        member.end = found.end()
        member.modifier = "before" if line[found.end() - 1] == "前" else "during"


def _take(line: str, position: int, member: TimeMember, last: Atom) -> bool:
    if last.grain in _COUNTED_FROM:
        if found := _DAYS_ASIDE.match(line, position):
            unit = 30 if found["month"] else 7 if found["week"] else 1
            member.modifier, member.end = ("days-before" if found["way"] == "前" else "days-after"), found.end()
            member.count = number(found["count"]) * unit
            return True
        if last.grain in _EVENTS:
            if found := _OVER.match(line, position):
                member.modifier, member.end = ("within" if found["before"] else "after"), found.end()
                return True
            if found := _EVE.match(line, position):
                member.modifier, member.end = "before", found.end()
                return True
    led = line[max(0, member.start - 1) : member.start] in _START_WORDS
    for name, pattern in _LED if led or last.grain == "now" else _UNLED:
        if found := pattern.match(line, position):
            member.modifier, member.end = name, found.end()
            return True
    return False


def take_lead(line: str, expression: Expression) -> list[str]:
    """Take what stands before the expression: 截至, 不晚于, 到, 自; the names of what was done."""
    start = expression.start
    if start == 0:
        return []
    before = line[start - 1]
    first, atom = expression.members[0], expression.atom
    if atom.rule in _AFTER_ITS_SUBJECT:
        if found := _SUBJECT.search(line, max(0, start - 15), start):
            expression.start = first.start = found.start()
    elif before in _LEADS and (found := _LEAD.search(line, max(0, start - 6), start)):
        if found["moved"] and _MOVED.match(found.group()) and _HELD.match(line, expression.end):
            return []
        weak = found.group() in ("到", "至")
        whole = atom.grain in ("year", "years", "day", "working-day") or bool(atom.edge) or atom.year is not None
        if not (weak and not whole) and not _compared(line, expression):
            expression.lead = "by"
            expression.start = first.start = found.start("moved") if found["moved"] else found.start()
            if line[expression.end : expression.end + 1] == "止":
                expression.end = expression.members[-1].end = expression.end + 1
            return [UNTIL_LEAD]
    elif before in LIMITS and _BARE.match(line, expression.end) and LIMIT.search(line, max(0, start - 12), start):
        expression.lead = "limit"
    elif before in ",、" and _BARE.match(line, expression.end) and _LIMITED.search(line, max(0, start - 40), start):
        expression.lead = "limit"  # 完成时限：6月完成招标，12月完成验收
    elif before in _START_WORDS and (len(first.atoms) > 1 or first.modifier == "from"):
        expression.start = first.start = start - 1
        expression.lead = "from"
    return []


def _compared(line: str, expression: Expression) -> bool:
    """不超过上年的30%, 提高到上年平均水平: what a number is held against."""
    atom = expression.atom
    return atom.grain == "year" and ((atom.shift or 0) < 0 or _LEVEL.match(line, expression.end) is not None)
