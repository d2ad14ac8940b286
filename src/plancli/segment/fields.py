"""Fields of an item, a name with a colon before what it holds: those on its lines, and items that are the fields of the one above."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..grammar.pattern import Pattern
from ..language.assignments import names_who
from ..language.duties import speaks_of_bodies_set_up
from ..language.fields import FIELD, kind_of_field
from ..language.headers import ASSIGNING, lexicon_of, role_of_header
from ..language.labels import read_number
from ..language.times import has_time, heads_by_time
from .outline import Node

_HELD_BY = Pattern(r"(?:本|此)[次届项场][^。由]{0,10}由[^。]{4,}。?", begins="本此")  # 本次活动由县文旅局主办
_AND = Pattern("[、和及与]")
OF_ALL = ASSIGNING  # kinds of fields that may speak for a whole plan
NAMES_A_TASK = ("task", "task_weak", "detail")  # kinds of fields, the surest first


def are_fields(children: Sequence[Node]) -> bool:
    """Whether numbered lines are the fields of the item above them: 1.活动时间：6月1日。2.活动内容：…。3.组织单位：…"""
    matches = [FIELD.match(child.head) for child in children]  # a value may stand in points beneath
    names = [match[1] for match in matches if match]
    if len(names) < max(2, len(children)) or len(set(names)) < len(names):
        return False
    roles = [role for name in names if (role := role_of_header(name)) and role.whole and not role.is_time]
    kinds = Counter(role.kind for role in roles)
    if not any(kind in OF_ALL for kind in kinds):
        return False
    if len(roles) == len(names) and not any(child.children for child in children):
        return True
    return len(names) > 2 and len(roles) * 2 >= len(names) and kinds["time"] < 2  # 讲师：, 过程： beside 时间：, 地点：


class NamedByField(NamedTuple):
    """What fields say of an item: its title, its number or "", and the lines that say the rest."""

    title: str
    number: str
    rest: list[str]


def named_by_field(lines: list[str]) -> NamedByField | None:
    """The lines of an item that begins with a time or a field and goes on with fields (时间：2月 / 工作内容：补考, 序号：3 / 任务：清淤) as
    these name it; None where it is another kind of item, or no field names the task."""
    fields = [_filled(line) for line in lines]
    if len(lines) < 2 or not all(fields[1:]) or not (fields[0] or heads_by_time(lines[0])):
        return None
    roles = [role_of_header(field[1]) if field else None for field in fields]
    kinds = [role.kind if role is not None and role.whole else "" for role in roles]
    at = next((kinds.index(kind) for kind in NAMES_A_TASK if kind in kinds), None)
    field = fields[at] if at is not None else None
    if at is None or field is None:
        return None
    first = fields[0]
    number = (read_number(lines[0][first.end() :]) if first and kinds[0] == "number" else "") or ""
    rest = [line for k, line in enumerate(lines) if k != at and not (number and k == 0)]
    return NamedByField(lines[at][field.end() :].rstrip("。；;"), number, rest)


def without_field_name(title: str) -> str:
    """任务名称：清淤疏浚, the first field of a card, → 清淤疏浚; not 投稿任务：…, which says what is done as well."""
    match = _filled(title)
    named = match is not None and kind_of_field(match[1]) == "task" and lexicon_of().is_of_words(match[1])
    return title[match.end() :] if match and named else title


def states_time(line: str) -> bool:
    """Whether a line beneath an item is a field that says when: 活动时间：4月23日15:30."""
    match = _filled(line)
    return match is not None and kind_of_field(match[1]) == "time" and has_time(line[match.end() :])


def speaks_for_all(title: str, body: Sequence[str]) -> bool:
    """Whether a title ends as a field that speaks for the whole plan (组织机构, 规模和时间), or names one above nothing but fields
    (时间和形式)."""
    roles = [role for name in _AND.split(title) if (role := role_of_header(name)) and role.ends and role.kind in OF_ALL]
    last = role_of_header(_AND.split(title)[-1])
    return bool(roles) and ((last in roles and roles[-1].whole) or all(map(_filled, body)))


def _filled(line: str) -> re.Match[str] | None:
    """The field that a line is, if it holds something."""
    match = FIELD.match(line)
    return match if match and match.end() < len(line) else None


def names_members(node: Node) -> bool:
    """Whether a group beneath a heading such as 组织机构 says nothing but who is in it: 1、后勤组 / 组长：… / 成员：…"""
    above = node.parent.head if node.parent else ""
    return (
        bool(node.body)
        and speaks_of_bodies_set_up(above)
        and all(_filled(line) and "。" not in line for line in node.body)
    )


def name_who_holds_it(node: Node) -> bool:
    """Whether a heading such as 活动组织 has nothing beneath but who holds the whole: 主办单位：…, 承办单位：…, 本次活动由…主办。"""
    return (
        bool(node.body)
        and speaks_of_bodies_set_up(node.head)
        and all((_filled(line) and "。" not in line) or _is_held_by(line) for line in node.body)
    )


def _is_held_by(line: str) -> bool:
    return _HELD_BY.fullmatch(line) is not None and names_who(line)
