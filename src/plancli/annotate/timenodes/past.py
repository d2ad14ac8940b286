"""Times of what is over: a report (3月印发了方案), a meeting whose results are carried out, years long gone. No work is due then."""

from __future__ import annotations

from ...grammar.pattern import Pattern
from ...language.verbs import AIM, HAPPENED, NOMINAL, OUTCOME, WORK
from .context import Found, TimeContext
from .model import Expression
from .surroundings import stands_alone

# What an order says and a report does not.
_ORDER = Pattern(
    r"(?<![主重概纪摘扼紧必简首])要(?![点素闻求件])|(?<![响供相适反效对])应(?![急用对届聘])|须|拟|将|请|使|让|令|计划于"
    rf"|{AIM}"
)
_ENDS = Pattern("[。;!?:]")
_NEXT_TIME = Pattern(
    r"(?:[并再][于在]?|[于在至到])?(?:\d|[今明次]年|年[底内初末]|[上下]半年|第?[一二三四五六七八九十]{1,2}(?:季|月))"
)
_PERFECT = rf"(?<!{OUTCOME})(?<![为除罢])了(?![解然如结却断望得不当])"
_DONE = Pattern(_PERFECT, needs=("了",))
# Behind the first clause, only what a report tells of: …采取随机抽查方式，对工作开展了检查.
_DEED_DONE = Pattern(rf"(?:{WORK}|{NOMINAL}|[㐀-鿿]出|[作做派]){_PERFECT}", needs=("了",))
_OF_WHICH = Pattern(
    r"(?:对|向|凡|如|若|待|等)[㐀-鿿]{2,6}(?<!进行)(?<!开展)(?<!给予)(?<![作做])$"
)  # 对完成了整改的企业
_ALREADY = Pattern(
    rf"(?<![对将把向按以由从及和或、的])(?<!{OUTCOME})已(?:经|于|有|全[部面]|基本|累计|陆续|正式|成功|顺利|如期|提前|圆满|先后|初步|超额)*"
    r"(?:[达有近过超约]|[㐀-鿿]{2}(?!项目|任务|单位|企业|工程|人员|事项|问题|用地|资金))(?![^,]*的)",
    needs=("已",),
)
_GOVERNED = Pattern(rf"(?:{WORK}|对|将|把)$")
# 已于2月5日印发, 业经3月6日常务会议通过
_OVER_BEFORE = Pattern(r"(?:已经?|业[经已]|曾经?|早[已就])[于在由]?$", needs=("已经曾就",))
_PASSED_BY = Pattern(r"[^,;。:]{0,30}?会[^,;。:]{0,8}(?:通过|同意|批准|审定)")
# 贯彻落实2月17日全省动员会议精神
_CARRIES_OUT = Pattern(
    r"(?:贯彻|落实|传达|学习|领会|按照?|根据|依据|遵照|结合|围绕|对照|执行)$", needs=("彻实达习会按据照合绕行",)
)
# 立足3月份走访掌握的情况
_DRAWS_ON = Pattern(r"(?:立足|结合|对照|根据|依据|针对|围绕)$", needs=("足合照据对绕",))
# 修复今夏洪水冲毁的护岸, 整改上半年查出的问题
_HAPPENED = Pattern(rf"[^,;。:的]{{0,8}}?{HAPPENED}的(?!$|[,;。])", needs=("的",))
_FOUND_OUT = Pattern(r"[^,;。:]{1,40}?(?:情况|结果|问题|成果|经验)(?=[,;。]|$)")
_WHAT_WAS_SAID = Pattern(
    r"[^,;。:]{0,40}?(?:会|讲话|批示|指示|通知|通报|文件)[^,;。:]{0,8}?(?:精神|情况|要求|部署|安排|决定|讲话|意见|纪要|内容)"
)


def is_long_gone(line: str, expression: Expression, nodes: list[Found], context: TimeContext) -> bool:
    """Whether it tells what was done before the year that precedes the plan's: 2019年10月成立专班, 1990年以前的档案. What
    heads a line of a schedule (2020年：…) does not."""
    year = context.plan_year
    if year is None or any(node.last is None or node.last.year >= year - 1 for node in nodes):
        return False
    if stands_alone(line, expression.start, expression.end):
        return False
    return not (context.schedule and line.startswith(":", expression.end))


def tells_past(line: str, expression: Expression, context: TimeContext) -> bool:
    """Whether the words around a time say that what it tells of is over, in prose: 3月印发了方案, 截至9月底已建成12处."""
    start, end = expression.start, expression.end
    if context.schedule or not expression.atom.dated or line.startswith(":", end):
        return False
    before = line[max(0, start - 4) : start]
    if _OVER_BEFORE.search(before):
        return True
    if not expression.modified and (
        _HAPPENED.match(line, end)
        or (_DRAWS_ON.search(before) and _FOUND_OUT.match(line, end))
        or (before.endswith("经") and _PASSED_BY.match(line, end))
        or (_CARRIES_OUT.search(before) and _WHAT_WAS_SAID.match(line, end))
    ):
        return True
    return _reports(line, expression) if "了" in line or "已" in line else False


def _reports(line: str, expression: Expression) -> bool:
    """Whether the rest of the sentence tells a deed as done before it orders anything or tells another time."""
    start, end = expression.start, expression.end
    if _ORDER.search(line, max(0, start - 4), start):
        return False
    until = line[start] == "截"
    open_end = until or not expression.modified
    following = _ENDS.split(line[end + line.startswith(",", end) :], maxsplit=1)[0]
    for n, clause in enumerate(following.split(",")):
        if n and _NEXT_TIME.match(clause):
            return False
        ordered, done = _ORDER.search(clause), (_DEED_DONE if n else _DONE).search(clause)
        if done and not (ordered and ordered.start() < done.start()) and not _OF_WHICH.search(clause, 0, done.start()):
            return True
        if ordered:
            return False
        already = _ALREADY.search(clause) if open_end and not n else None
        if already and not _GOVERNED.search(clause, 0, already.start()):
            return True
    return False
