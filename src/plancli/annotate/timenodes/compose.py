"""From atoms to expressions: ranges, then lists, then what stands before and after them (前, 起, 期间).

An expression is read from left to right in one pass; each link is followed only by an atom, so no text is read twice.
"""

from __future__ import annotations

from itertools import pairwise

from ...grammar.scanner import Scanner
from . import modifiers as said_by
from .model import Atom, Expression, Step, TimeMember

_MOST_MEMBERS = 24  # of one enumeration; a longer one is read in pieces, so that the work stays linear


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
            expression.steps.append(each.led)
        expression.steps.append(Step(each.rule, each.start, each.end))
    done: list[str] = []
    if len(atoms) > 1:
        done = give_units(atoms)
        _between(line, expression)
        if len(expression.members) > 1:
            done.append(said_by.LIST)
            _share(line, expression, done)
        if any(len(member.atoms) > 1 for member in expression.members):
            done.append(said_by.RANGE)
    done += said_by.take_lead(line, expression)
    expression.steps += [Step(name, expression.start, expression.end) for name in dict.fromkeys(done)]
    return expression


def _next(scanner: Scanner[Atom], line: str, member: TimeMember) -> Atom | None:
    """The next member's first atom: after 、 and its like, or at once where two holidays stand side by side, or one twice
    (汛前汛后)."""
    link = said_by.LIST_LINK.match(line, member.end)
    last = member.atoms[-1]
    if (
        line[member.end : member.end + 1] in ("、", ",")
        and (aim := said_by.AIM_LINK.match(line, member.end))
        and said_by.AIMED.search(line, max(0, member.start - 3), member.start)
    ):
        link = aim
    if link is None and last.grain != "holiday":
        return None
    found = _atom_at(scanner, line, link.end() if link else member.end)
    if found is None or not found.dated:
        return None
    if link is None and (found.grain != "holiday" or (member.modifier and found.names != last.names)):
        return None
    return found


def _atom_at(scanner: Scanner[Atom], line: str, position: int) -> Atom | None:
    atom = scanner.at(line, position)
    if atom is None:
        return None
    led = _with_year(scanner, line, atom)
    return led if led.dated else atom  # 2024年—2026年|持续推进


def _with_year(scanner: Scanner[Atom], line: str, atom: Atom) -> Atom:
    """2025年 and what directly follows it are one: 2025年|3月, 今年的|上半年."""
    if not can_lead(atom):
        return atom
    following = scanner.at(line, atom.end + (line[atom.end : atom.end + 1] == "的"))
    return following if following is not None and take_year(atom, following) else atom


def _member(scanner: Scanner[Atom], line: str, atom: Atom, atoms: list[Atom]) -> TimeMember:
    member = TimeMember([atom], atom.start, atom.end)
    if atom.dated:
        found = _far_end(scanner, line, atom)
        if found is not None:
            member.end = found.end + (line[found.end : found.end + 1] == "止")
            if atom.awaits == "year" and found.grain in ("holiday", "season"):
                # 2025-2026年度采暖季 begins in its first year.
                found.year, found.start = atom.values[0], atom.start
                atoms[-1] = member.atoms[0] = found
            else:
                atoms.append(found)
                member.atoms.append(found)
    said_by.modify(line, member)
    return member


def _far_end(scanner: Scanner[Atom], line: str, atom: Atom) -> Atom | None:
    """The second end of a range that begins with `atom`: after a dash, or at once in 3月底4月初."""
    link = said_by.RANGE_LINK.match(line, atom.end)
    if link is None:
        if atom.edge != "end" or line[atom.end : atom.end + 1] in said_by.CLOSERS:
            return None
        found = _atom_at(scanner, line, atom.end)
        return found if found is not None and found.edge == "start" else None
    found = _atom_at(scanner, line, link.end())
    if found is None or not found.dated or found.grain == "now":
        return None
    atom.beyond = "后" in link.group()
    return found


def _between(line: str, expression: Expression) -> None:
    """三月和九月之间 is a range, not a list."""
    if len(expression.members) != 2 or any(len(member.atoms) > 1 for member in expression.members):
        return
    first, second = expression.members
    if first.modifier or second.modifier not in ("", "during"):
        return
    end = second.atoms[0].end
    found = said_by.BETWEEN_END.match(line, end)
    if found is None or found.group() == "期间" or "、" in line[first.end : second.start]:
        return
    second.end = found.end()
    expression.members = [TimeMember([first.atoms[0], second.atoms[0]], first.start, second.end)]
    expression.end = second.end
    expression.steps.append(Step(said_by.BETWEEN, expression.start, expression.end))


def _share(line: str, expression: Expression, done: list[str]) -> None:
    """What closes a list governs its earlier members of the same kind: 5月和10月底前, 4月、10月底前完成."""
    last = expression.members[-1]
    tail = last.atoms[-1]
    bare = any(len(member.atoms) == 1 and member.atoms[0].awaits for member in expression.members)
    shared = bare
    for member in expression.members[:-1]:
        atom = member.atoms[-1]
        same = len(member.atoms) == len(last.atoms) == 1 and atom.grain == tail.grain
        if not same or member.modifier or (atom.edge and atom.edge != tail.edge):
            continue
        if last.modifier:
            member.modifier, member.count = last.modifier, last.count
            shared = True
            if tail.edge:
                atom.edge = tail.edge
        elif tail.edge and bare:
            atom.edge = tail.edge
    if _is_day_of_month(last) and all(_is_month(member) for member in expression.members[:-1]):
        # 4月、8月、12月的5日前, 3、6、9、12月25日前: the day is that of each month.
        for member in expression.members[:-1]:
            atom = member.atoms[0]
            atom.grain, atom.month, atom.values, member.modifier = "day", atom.values[0], tail.values, last.modifier
        shared = True
    if shared:
        done.append(said_by.SHARED)
    expression.shared = shared
    if said_by.AIMED.search(
        line, last.start - 3, last.start
    ):  # 力争上半年、确保年内建成: each is told by its own words
        expression.shared = False
        for member in expression.members[:-1]:
            member.modifier = member.modifier or ("within" if last.modifier else "")


def _is_day_of_month(member: TimeMember) -> bool:
    atom = member.atoms[0]
    return len(member.atoms) == 1 and atom.grain == "day" and atom.month is not None and member.modifier == "before"


def _is_month(member: TimeMember) -> bool:
    atom = member.atoms[0]
    plain = not (member.modifier or atom.of_sentence or atom.edge)
    return len(member.atoms) == 1 and atom.grain == "month" and plain


# What a year directly before it does not belong to: 2025年|每月, and a 5日 whose month is said elsewhere.
_YEARLESS = frozenset({"years", "now", "recurring", "conditional"})


def can_lead(atom: Atom) -> bool:
    """Whether the atom is a year that may stand before another atom: 2025年, 今年."""
    return atom.grain == "year" and atom.edge is None and (atom.year is not None or atom.anchor != "")


def take_year(year: Atom, atom: Atom) -> bool:
    """Give a year to the atom that directly follows it (2025年|3月, 今年的|上半年); whether that could be done."""
    if atom.grain in _YEARLESS or atom.year is not None or atom.anchor or atom.of_sentence:
        return False
    if (
        atom.where in ("month-known", "point")
        or atom.awaits == "year"
        or (atom.awaits == "day" and atom.month is None)
        or "week" in atom.names
    ):
        return False
    atom.year, atom.shift, atom.anchor = year.year, year.shift, year.anchor
    atom.led, atom.start = Step(year.rule, year.start, year.end), year.start
    return True


def give_units(atoms: list[Atom]) -> list[str]:
    """Units spread backwards: a bare number takes the unit that follows. Year and month spread forwards.

    Changes the atoms in place; returns the names of what was done.
    """
    done: list[str] = []
    for following, this in pairwise(reversed(atoms)):
        if this.grain != "bare":
            continue
        done.append("unit-from-behind")
        if following.grain == "year":
            this.grain, this.year = "year", this.values[0]
        elif following.grain == "day" and (this.awaits != "month" or following.month is None):
            this.grain = "day"
        else:
            this.grain = "month"
    for before, this in pairwise(atoms):
        if this.year is None and not this.anchor and this.grain != "year":
            this.year, this.shift, this.anchor = before.year, before.shift, before.anchor
            if this.year is not None or this.anchor:
                done.append("year-from-before")
        if "week" in this.names and before.grain == "week":  # 5月第一周至第三周
            this.grain, this.names = "week", ()
        if this.month is None and this.grain in ("day", "third", "week", "half-month") and not this.edge:
            this.month = before.month if before.grain != "month" else None if before.of_sentence else before.values[-1]
            if this.month is not None:
                done.append("month-from-before")
    return done
