"""Plans of a winter: the month in which their year begins, so that 春节 and 3月底前 lie in the next one."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from ..language.official import rules
from ..language.script import has_any
from ..language.times import NEXT_YEAR
from ..language.titles import is_of_whole_year
from ..model.draft import PlanDraft
from .timenodes import find_time_nodes

_BEGINS = 8  # a month: a plan of a winter is drawn up from autumn on
_WHEN = Pattern(r"(?:时间|期限|时段)$")  # 行动时间; not a stage, which is a part of it
_MOST = 1500  # characters of a preamble or a notice


def first_month(draft: PlanDraft, year: int, notice: str) -> int:
    """The month in which a plan's year begins: in autumn for a plan that says in its title that it is for a winter (今冬明春), or
    of itself that it runs from autumn into the next year (从2024年11月至2025年3月); else in January.

    `notice` is the text of the notice that covers the plan. A plan of a whole year tells such a stretch of one task only.
    """
    if rules.over_winter(draft.title):
        return _BEGINS
    if is_of_whole_year(draft.title):
        return 1
    texts = [draft.preamble[:_MOST], notice[:_MOST]]
    texts += [section.text for section in draft.sections if _WHEN.search(section.title)]
    return max((_begins(text, year) for text in texts if _names_next(text, year)), default=1)


def _names_next(text: str, year: int) -> bool:
    return has_any(text, (f"{year + 1}年", *NEXT_YEAR))


def _begins(text: str, year: int) -> int:
    """The month in which a stretch of less than a year begins that runs over the new year, August at the latest: what else the
    plan dates in autumn lies in the same year. 1 where there is no such stretch."""
    for node in find_time_nodes(text, year=year):
        first, last = node.start, node.end
        if node.kind != "period" or not first or not last or (first.year, last.year) != (year, year + 1):
            continue
        if last.month < first.month >= _BEGINS - 1:
            return min(first.month, _BEGINS)
    return 1
