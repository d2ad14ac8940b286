"""Times that tell which paper, meeting or tasks are meant, and not when: 把8-12月的工作计划分解, 听取一季度工作情况汇报."""

from __future__ import annotations

from ...grammar.pattern import Pattern
from ...language.verbs import SUMS, TAKES_UP

# 8-12月的工作计划, 提高到上年度平均水平: it tells which plan, which level.
_OF_PAPERS = Pattern(
    r"度?的?(?:重点)?(?:工作|任务)?(?:计划|总结|报表|台账|数据|预算|决算|报告|清单|任务书|方案|指标|考勤|工资|水电费)(?!的?(?:编制|制定|报送|上报|提交|完成))"
)
_OF_TASKS = Pattern(r"度?的?(?:各项)?(?:重点|目标|指标|年度)?(?:工作)?(?:任务|目标|指标)")
_OPENS = frozenset("度的重工任目各年计总报台数预决清方指考水电")  # what these begin with
_HANDLED = Pattern(r"(?:将|把|对|按|按照|对照|根据|结合|围绕)$")
_SUM = Pattern(rf"[^,;。、:()]{{0,16}}?{SUMS}(?:的?(?:报告|汇报|说明)|会议?|材料|结果|工作|分析会?)?(?=$|[,;。、)])")


def may_tell_which(line: str, end: int) -> bool:
    """Whether what stands behind a time may be such a paper, by its first character."""
    return line[end : end + 1] in _OPENS


def tells_which(line: str, start: int, end: int) -> bool:
    """Whether line[start:end] tells which plan or tasks are dealt with: 将8-12月的工作计划逐月分解, 把9月的目标任务细化."""
    handled = _HANDLED.search(line, max(0, start - 3), start)
    if handled and _OF_TASKS.match(line, end):
        return True
    return bool(handled or line.startswith("的", end)) and _OF_PAPERS.match(line, end) is not None


def tells_what_is_summed_up(line: str, start: int, end: int) -> bool:
    """Whether line[start:end] tells of which time something is reported or assessed: 完成一季度绩效考核, 听取上半年工作情况汇报."""
    return line[max(0, start - 3) : start].removesuffix("了")[-2:] in TAKES_UP and _SUM.match(line, end) is not None
