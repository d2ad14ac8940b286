"""From atoms to expressions: ranges, then lists, then what stands before and after them (前, 起, 期间).

An expression is read from left to right in one pass; each link is followed only by an atom, so no text is read twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from ...grammar.scanner import Scanner
from .atoms import Atom
from .context import Step
from .dates.rules import can_lead, give_units, take_year
from .deadlines import rules as by
from .lists import rules as lists
from .ranges import rules as ranges
from .starts import rules as starts

Modifier = Literal["", "before", "within", "done", "from", "after", "around", "during"]

_MOST_MEMBERS = 24  # of one enumeration; a longer one is read in pieces, so that the work stays linear
_AROUND = re.compile(r"前后|左右|上下(?!半)")
# “五一”“国庆”等节假日前: what closes a list of holidays.
_AND_THE_LIKE = re.compile(r"等?(?:重大|重要|法定|主要|传统|国家)*(?:节假日|节日|假日|节点|时段|假期)(?:期间|前)")
_DURING = re.compile(r"之?期间|之际|时段|(?:当天|当日|当月|当周)")


_UNLED: tuple[tuple[Modifier, re.Pattern[str]], ...] = (
    ("around", _AROUND),
    ("before", by.BEFORE),
    ("within", by.WITHIN),
    ("during", _DURING),
    ("from", starts.FROM),
    ("after", starts.AFTER),
)
_LED = tuple((name, starts.FROM_LED if name == "from" else pattern) for name, pattern in _UNLED)
_MODIFIERS = frozenset("(下前左上之期时当以内度后起开始份")


@dataclass(slots=True)
class Member:
    """One member of a list: an atom, or two that make a range, and what follows it."""

    atoms: list[Atom]
    start: int
    end: int
    modifier: Modifier = ""


@dataclass(slots=True)
class Expression:
    """Members that were said in one go. `lead` is what stands before them: a limit (截至) or a beginning (自)."""

    members: list[Member]
    start: int
    end: int
    lead: Literal["", "by", "limit", "from"] = ""
    shared: bool = False
    steps: list[Step] = field(default_factory=list)

    @property
    def atom(self) -> Atom:
        """The first atom."""
        return self.members[0].atoms[0]

    @property
    def modified(self) -> bool:
        """Whether a word says how the time is meant."""
        return bool(self.lead) or any(member.modifier for member in self.members)


def compose(scanner: Scanner[Atom], line: str, atom: Atom) -> Expression:
    """The whole expression that begins with `atom`."""
    atom = _with_year(scanner, line, atom)
    atoms = [atom]
    members = [_member(scanner, line, atom, atoms)]
    while atom.dated and len(members) < _MOST_MEMBERS:
        found = _next(scanner, line, members[-1])
        if found is None:
            break
        atoms.append(found)
        members.append(_member(scanner, line, found, atoms))
    expression = Expression(members, atom.start, members[-1].end)
    for each in atoms:
        if each.led:
            expression.steps.append(Step(*each.led))
        expression.steps.append(Step(each.rule, each.start, each.end))
    done: list[str] = []
    if len(atoms) > 1:
        done = give_units(atoms)
        _between(line, expression)
        if len(expression.members) > 1:
            done.append(lists.RULE)
            _share(expression, done)
        if any(len(member.atoms) > 1 for member in expression.members):
            done.append(ranges.RULE)
    _lead(line, expression, done)
    expression.steps += [Step(name, expression.start, expression.end) for name in dict.fromkeys(done)]
    return expression


def _next(scanner: Scanner[Atom], line: str, member: Member) -> Atom | None:
    """The next member's first atom: after 、 and its like, or at once where two holidays stand side by side."""
    link = lists.LINK.match(line, member.end)
    if link is None and (member.atoms[-1].grain != "holiday" or member.modifier):
        return None
    found = _atom_at(scanner, line, link.end() if link else member.end)
    if found is None or not found.dated or (link is None and found.grain != "holiday"):
        return None
    return found


def _atom_at(scanner: Scanner[Atom], line: str, position: int) -> Atom | None:
    atom = scanner.at(line, position)
    return _with_year(scanner, line, atom) if atom is not None else None


def _with_year(scanner: Scanner[Atom], line: str, atom: Atom) -> Atom:
    """2025年 and what directly follows it are one: 2025年|3月, 今年的|上半年."""
    if not can_lead(atom):
        return atom
    following = scanner.at(line, atom.end + (line[atom.end : atom.end + 1] == "的"))
    return following if following is not None and take_year(atom, following) else atom


def _member(scanner: Scanner[Atom], line: str, atom: Atom, atoms: list[Atom]) -> Member:
    member = Member([atom], atom.start, atom.end)
    if atom.dated:
        link = ranges.LINK.match(line, atom.end)
        found = _atom_at(scanner, line, link.end()) if link else None
        if found is not None and found.dated and found.grain != "now":
            member.end = found.end + (line[found.end : found.end + 1] == "止")
            if atom.rule == "bare-year" and found.grain in ("holiday", "season"):
                # 2025-2026年度采暖季 begins in its first year.
                found.year, found.start = atom.values[0], atom.start
                atoms[-1] = member.atoms[0] = found
            else:
                atoms.append(found)
                member.atoms.append(found)
    _modify(line, member)
    return member


def _modify(line: str, member: Member) -> None:
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


def _between(line: str, expression: Expression) -> None:
    """三月和九月之间 is a range, not a list."""
    if len(expression.members) != 2 or any(len(member.atoms) > 1 for member in expression.members):
        return
    first, second = expression.members
    if first.modifier or second.modifier not in ("", "during"):
        return
    end = second.atoms[0].end
    found = ranges.BETWEEN_END.match(line, end)
    if found is None or found.group() == "期间" or "、" in line[first.end : second.start]:
        return
    second.end = found.end()
    expression.members = [Member([first.atoms[0], second.atoms[0]], first.start, second.end)]
    expression.end = second.end
    expression.steps.append(Step(ranges.BETWEEN, expression.start, expression.end))


def _share(expression: Expression, done: list[str]) -> None:
    """What closes a list governs its earlier members of the same kind: 5月和10月底前, 4月、10月底前完成."""
    last = expression.members[-1]
    tail = last.atoms[-1]
    bare = any(
        atom.rule.startswith("bare")
        for member in expression.members
        for atom in member.atoms[:1]
        if len(member.atoms) == 1
    )
    shared = bare
    for member in expression.members[:-1]:
        atom = member.atoms[-1]
        same = len(member.atoms) == len(last.atoms) == 1 and atom.grain == tail.grain
        if not same or member.modifier or (atom.edge and atom.edge != tail.edge):
            continue
        if last.modifier:
            member.modifier = last.modifier
            shared = True
            if tail.edge:
                atom.edge = tail.edge
        elif tail.edge and bare:
            atom.edge = tail.edge
    if tail.rule == "date" and last.modifier and all(_is_month(member) for member in expression.members[:-1]):
        # 4月、8月、12月的5日前: the day is that of each month.
        for member in expression.members[:-1]:
            atom = member.atoms[0]
            atom.grain, atom.month, atom.values, member.modifier = "day", atom.values[0], tail.values, last.modifier
        shared = True
    if shared:
        done.append(lists.SHARED)
    expression.shared = shared


def _lead(line: str, expression: Expression, done: list[str]) -> None:
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


def _is_month(member: Member) -> bool:
    return len(member.atoms) == 1 and member.atoms[0].grain == "month" and not member.modifier
