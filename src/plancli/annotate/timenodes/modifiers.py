"""What stands beside a time and says how it is meant: 前 内 起 后 期间 behind it, 截至 到 完成时限 before it."""

from __future__ import annotations

from ...grammar.pattern import Pattern
from .expression import Expression, Member, Modifier
from .families.deadlines import rules as by
from .families.starts import rules as starts

_AROUND = Pattern(r"前后|左右|上下(?!半)")
# “五一”“国庆”等节假日前: what closes a list of holidays.
_AND_THE_LIKE = Pattern(r"等?(?:重大|重要|法定|主要|传统|国家)*(?:节假日|节日|假日|节点|时段|假期)(?:期间|前)")
_DURING = Pattern(r"之?期间|之际|时段|(?:当天|当日|当月|当周)")


_UNLED: tuple[tuple[Modifier, Pattern], ...] = (
    ("around", _AROUND),
    ("before", by.BEFORE),
    ("within", by.WITHIN),
    ("during", _DURING),
    ("from", starts.FROM),
    ("after", starts.AFTER),
)
_LED = tuple((name, starts.FROM_LED if name == "from" else pattern) for name, pattern in _UNLED)
_MODIFIERS = frozenset("(下前左上之期时当以内度后起开始份")


def modify(line: str, member: Member) -> None:
    """Take what follows the member and says how it is meant."""
    position = member.end
    last = member.atoms[-1]
    if not last.dated and last.grain != "recurring":
        return
    if line[position : position + 1] in _MODIFIERS:
        led = line[max(0, member.start - 1) : member.start] in starts.LEADS
        for name, pattern in _LED if led or last.grain == "now" else _UNLED:
            if found := pattern.match(line, position):
                member.modifier, member.end = name, found.end()
                return
    if last.grain == "day" and (found := by.EVENT_BEFORE.match(line, position)):
        member.modifier, member.end = "before", found.end()
    elif last.grain == "holiday" and (found := _AND_THE_LIKE.match(line, position)):
        member.end = found.end()
        member.modifier = "before" if line[found.end() - 1] == "前" else "during"
    if last.edge == "end" and last.grain != "recurring" and (found := by.DONE_AFTER.match(line, position)):
        member.modifier, member.end = "done", found.end()


def take_lead(line: str, expression: Expression, done: list[str]) -> None:
    """Take what stands before the expression: 截至, 不晚于, 到, 自."""
    start = expression.start
    if start == 0:
        return
    before = line[start - 1]
    if before in by.LEADS and (found := by.LEAD.search(line, max(0, start - 6), start)):
        strong = found.group() != "到"
        atom = expression.atom
        if strong or atom.grain in ("year", "years") or atom.edge or atom.year is not None or atom.grain == "day":
            expression.lead, expression.start = "by", found.start()
            expression.members[0].start = found.start()
            done.append(by.UNTIL_LEAD)
    elif before in by.LIMITS and by.LIMIT.search(line, max(0, start - 6), start):
        expression.lead = "limit"
    elif before in "从自由" and (len(expression.members[0].atoms) > 1 or expression.members[0].modifier == "from"):
        expression.start -= 1
        expression.members[0].start -= 1
        expression.lead = "from"
