"""The year that the text of a document is about, where its title names none: what the preamble says it arranges, or what dates name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...grammar.pattern import Pattern
from ..titles import ENDS_OF_PLANS

_YEAR = r"((?:19|20)\d{2})"
_BEGUN = Pattern(rf"{_YEAR}年是")
_AT_START = Pattern(rf"[^。]{{0,8}}?{_YEAR}年")
# What a preamble says it is for: 特制定某局2026年工作要点, 现就2026年实习工作安排如下; 2009年分会工作计划如下.
_PURPOSE = Pattern(
    rf"(?:制定|制订|印发|提出|现[就将])[^。；]{{0,24}}?{_YEAR}年度?[^。；，]{{0,30}}(?:{ENDS_OF_PLANS}|工作)"
)
_LEAD_IN = Pattern(rf"{_YEAR}年度?[^。；，]{{0,30}}(?:{ENDS_OF_PLANS})[^。；，]{{0,4}}如下")
_HELD_IN = Pattern(rf"(?:^|\n)(?:活动|实施|举办|起止)?(?:时间|日期)[:：]\s?{_YEAR}年")  # of the whole plan
# 将举办2029首届云岭茶会, 拟召开2029中国（云岭）年会: an occasion that carries its year before its name.
_OCCASION = Pattern(
    r"(?:举办|举行|开展|召开|承办|启动|组织)[^，。；\d]{0,6}((?:19[89]|20[0-4])\d)(?!\d)年?(?=首届|第[一二三四五六七八九十\d]+届|中国|[㐀-鿿]{2,8}[（(“]|[“（(])"
)
# 统筹安排2028年寒假工作，现将有关事宜通知如下: in December, of the year to come.
_ARRANGES = Pattern(
    rf"(?:安排|做好|部署|组织|落实){_YEAR}年度?[^。；，]{{1,20}}(?:工作|事宜|活动|任务)[^。；]{{0,16}}(?:如下|[：:])"
    rf"|(?:安排|做好|部署){_YEAR}年[^。；，]{{1,20}}工作，[^。；]{{0,30}}如下"
)
_SUBJECT = Pattern(rf"{_YEAR}(?!级)年?度?(?:首届|第[一二三四五六七八九十\d]{{1,3}}届)?([㐀-鿿]{{4}})")
_TERM = Pattern(r"[（(]?(?:19|20)\d{2}.{1,10}学年度?.{0,6}学期[)）]?")  # on a line of its own below a title
_DATED = Pattern(
    r"((?:19|20)\d{2}(?=年)|(?<!\d)1[0-3]\d(?=年)|(?<![\d-])20\d{2}(?=[-./]\d{1,2}[-./]\d{1,2}(?!\d)))"
    r"(?:年(?=\d{1,2}月(?![^。；，、\n]{0,16}(?:印发|发布|下发|颁布|公布|出台|施行|修订)))|(?=[-./]))"
)
_MONTH = Pattern(rf"{_YEAR}(?:年|[-./](?=\d{{1,2}}[-./]\d))(\d{{1,2}})(?!\d)")
_FIRST_ROC = 1911


def begun(preamble: str) -> int | None:
    """The year that a preamble begins to speak of: 2025年是…."""
    return _of(_BEGUN.match(preamble))


def named_at_start(preamble: str) -> int | None:
    """The first year within a few words of a preamble's beginning: 为做好2026年…."""
    return _of(_AT_START.match(preamble))


def of_purpose(preamble: str) -> int | None:
    """The year of what a preamble says it draws up: 特制定2026年工作要点, 2009年工作计划如下."""
    return _of(_PURPOSE.search(preamble) or _LEAD_IN.search(preamble))


def arranged_for(opening: str) -> int | None:
    """The year of the work that a notice arranges: 安排2028年寒假工作，…如下."""
    return _of(_ARRANGES.search(opening))


def of_subject(opening: str, title: str) -> int | None:
    """The year that a preamble gives to what the title is about: 关于2027年爱鸟周活动的通知 above 某社区爱鸟周活动方案; None where
    it gives none, or several."""
    found = {int(match[1]) for match in _SUBJECT.finditer(opening) if match[2] in title}
    return found.pop() if len(found) == 1 else None


def held_in(preamble: str) -> int | None:
    """The year of a field that says when the whole is held: 活动时间：2026年5月."""
    return _of(_HELD_IN.search(preamble))


def of_occasion(opening: str) -> int | None:
    """The year that an occasion has before its name: 举办2029首届云岭茶会."""
    return _of(_OCCASION.search(opening))


def is_term(line: str) -> bool:
    """Whether a line is the term of a school year: （2025—2026学年第一学期）."""
    return _TERM.fullmatch(line) is not None


def dated(text: str) -> set[int]:
    """The years that dates name (2028年3月), Taiwan's counted from 1912 as well; not those of what was issued then."""
    found = {int(year) for year in _DATED.findall(text)}
    return {year if year > 1000 else _FIRST_ROC + year for year in found}


def over_new_year(texts: Iterable[str]) -> tuple[int, int] | None:
    """The first of two years in a row that all dates name, and the first month that they name of it, where that comes behind each of
    the second (2028年11月, 12月 … 2029年6月); None for other dates."""
    months: dict[int, set[int]] = {}
    for text in texts:
        for match in _MONTH.finditer(text):
            months.setdefault(int(match[1]), set()).add(int(match[2]))
    if len(months) != 2 or (first := min(months)) + 1 not in months:
        return None
    begins = min(months[first])
    return (first, begins) if begins > max(months[first + 1]) else None


def _of(match: re.Match[str] | None) -> int | None:
    return next(int(year) for year in match.groups() if year) if match else None
