"""From an expression to nodes: the year is settled, members are resolved to days, modifiers make kinds of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from .atoms import Atom
from .compose import Expression, Member, Modifier
from .context import Context, Found, Problem, Step
from .days import DAY, Days, NoSuchDayError, between
from .deadlines import rules as by
from .relative.resolve import resolve_relative
from .resolve import join, resolve
from .starts import rules as starts

_TEMPLATE = 2000  # a leap year: stands in where no year is known, and shows as XXXX


class Unknowable(Exception):  # noqa: N818  (not an error: the day depends on something that nobody told)
    """Relative to a reference that is not there, or to a calendar that is not known."""


@dataclass(slots=True)
class Memory:
    """What earlier expressions of the sentence leave behind: the month for a later 中旬, the heading's stretch."""

    month: int | None = None
    year: int | None = None
    bounds: Days | None = None


def evaluate(expression: Expression, context: Context, memory: Memory, problems: list[Problem]) -> list[Found]:
    """One or more nodes, in the order said. A wrong date (2月30日) gives a problem and no node."""
    nodes: list[Found] = []
    for member in expression.members:
        whole = expression.shared or len(expression.members) == 1
        span = (expression.start, expression.end) if whole else (member.start, member.end)
        try:
            made = _member(member, expression, context, memory)
        except NoSuchDayError:
            problems.append(Problem("invalid-date", "The calendar has no such day.", *span))
            continue
        for node in made:
            node.start, node.end = span
            node.steps = (*expression.steps, *node.steps)
            nodes.append(node)
    return nodes


def _member(member: Member, expression: Expression, context: Context, memory: Memory) -> list[Found]:
    atom = member.atoms[0]
    if atom.grain == "conditional":
        return [Found(0, 0, "conditional")]
    if atom.grain == "ongoing":
        return [_bounded(Found(0, 0, "ongoing"), context, memory, recurring=False)]
    if atom.grain == "recurring":
        return [_bounded(Found(0, 0, "recurring", rrule=atom.rrule, approximate=atom.approximate), context, memory)]
    if atom.grain == "now" and len(member.atoms) > 1 and context.reference is None:
        member, expression = replace(member, atoms=member.atoms[1:]), replace(expression, lead="by")
    nodes = []
    for atoms in _spread(member.atoms):
        try:
            days, known = _days(atoms, context, memory)
        except Unknowable:
            nodes.append(_unknown(atoms, member, expression))
            continue
        if known:
            memory.month, memory.year = days.end.month, days.end.year
        nodes.append(_node(days, known, atoms, member, expression, context))
    return nodes


def _spread(atoms: list[Atom]) -> list[list[Atom]]:
    """An atom of several values (一二季度, 寒暑假) → one for each."""
    atom = atoms[0]
    if len(atoms) > 1:
        return [atoms]
    if "+" in atom.name:
        return [[replace(atom, name=name)] for name in atom.name.split("+")]
    if atom.through or len(atom.values) < 2 or atom.name.startswith("relative"):
        return [atoms]
    return [[replace(atom, values=(value,))] for value in atom.values]


def _bounded(node: Found, context: Context, memory: Memory, *, recurring: bool = True) -> Found:
    """All year, or the stretch of the column or heading it stands in."""
    bounds = (memory.bounds or context.bounds) if recurring else None
    year = context.plan_year
    if bounds is not None:
        node.first, node.last, node.edtf = bounds.start, bounds.end, bounds.edtf
    elif year is not None:
        node.first, node.last, node.edtf = date(year, 1, 1), date(year, 12, 31), f"{year:04d}"
    return node


def _unknown(atoms: list[Atom], member: Member, expression: Expression) -> Found:
    relative = atoms[0].anchor == "reference" or atoms[0].name.startswith("relative") or atoms[0].grain == "now"
    limit = expression.lead == "by" or member.modifier in ("before", "within", "done")
    if relative or atoms[-1].anchor == "before":
        return Found(0, 0, "conditional")
    return Found(
        0, 0, "deadline" if limit else "period", approximate=any(atom.grain == "school" or atom.edge for atom in atoms)
    )


def _days(atoms: list[Atom], context: Context, memory: Memory) -> tuple[Days, bool]:
    """The days of an atom or a range, and whether the year is known. Raises Unknowable, NoSuchDayError."""
    first, known = _one(atoms[0], context, memory, None)
    if len(atoms) == 1:
        return first, known
    second, also_known = _one(atoms[1], context, memory, first.start.year)
    if second.end < first.start and atoms[1].year is None and not atoms[1].anchor:
        second, _ = _one(replace(atoms[1], year=first.start.year + 1), context, memory, None)
    elif second.end < first.start and atoms[0].year is None and atoms[1].year is not None:
        first, known = _one(replace(atoms[0], year=atoms[1].year - 1), context, memory, None)
    if second.end < first.start:
        raise NoSuchDayError
    joined = join(first, second)
    if not known and joined.end.year != joined.start.year:
        joined.edtf = ""
    return joined, known and also_known


def _one(atom: Atom, context: Context, memory: Memory, before: int | None) -> tuple[Days, bool]:
    if atom.grain == "now":
        if context.reference is None:
            raise Unknowable
        return between(context.reference, context.reference), True
    if atom.name.startswith("relative-"):
        return _or_unknowable(resolve_relative(atom, context.reference, context.almanac)), True
    atom = _with_month(atom, context, memory)
    year = _year(atom, context, before)
    if year is None and memory.year is not None and atom.name == "unsaid":
        year = memory.year
    known = year is not None
    if year is None:
        if atom.grain in ("years",):
            known = True
        elif atom.grain in ("holiday", "school", "week") and not _fixed(atom, context):
            raise Unknowable
        year = _TEMPLATE
    if atom.name in ("last-year", "first-year"):
        first, last = context.almanac.five_years(atom.values[0])
        atom, year, known = replace(atom, grain="year", name=""), last if atom.name == "last-year" else first, True
    if atom.name == "turn":
        end = _or_unknowable(resolve(replace(atom, name=""), 0, year, context.almanac))
        return join(
            end, _or_unknowable(resolve(replace(atom, name="", edge="start"), 0, year + 1, context.almanac))
        ), known
    return _or_unknowable(resolve(atom, atom.values[0], year, context.almanac)), known


def _with_month(atom: Atom, context: Context, memory: Memory) -> Atom:
    """旬, 日, 月底 without a month take it from the sentence, the heading, the reference."""
    needs = atom.grain in ("third", "day") and atom.month is None and not atom.name
    if not needs and atom.name != "unsaid":
        return atom
    bounds = memory.bounds or context.bounds
    month = memory.month
    if month is None and bounds is not None and (bounds.start.month == bounds.end.month or atom.grain == "quarter"):
        month = bounds.end.month
    if month is None and context.reference is not None:
        month = context.reference.month
    if month is None:
        raise Unknowable
    if atom.name != "unsaid":
        return replace(atom, month=month)
    return replace(atom, name="", values=(month if atom.grain == "month" else (month + 2) // 3,))


def _year(atom: Atom, context: Context, before: int | None) -> int | None:
    if atom.year is not None:
        return atom.year
    if atom.anchor == "before" and before is not None:
        return before + (atom.shift or 0)
    if atom.anchor:
        if context.reference is not None:
            return context.reference.year + (atom.shift or 0)
        if atom.anchor == "plan":
            return context.plan_year
        raise Unknowable
    return before if before is not None else context.plan_year


def _fixed(atom: Atom, context: Context) -> bool:
    """Whether the atom falls on the same days every year."""
    if atom.grain != "holiday":
        return False
    days = [context.almanac.holiday(atom.name, year) for year in (2000, 2001)]
    return all(days) and days[0].first[4:] == days[1].first[4:]  # type: ignore[union-attr]


def _or_unknowable(days: Days | None) -> Days:
    if days is None:
        raise Unknowable
    return days


def _node(
    days: Days, known: bool, atoms: list[Atom], member: Member, expression: Expression, context: Context
) -> Found:
    modifier: Modifier = member.modifier
    atom = atoms[-1]
    limited = (
        (context.limit or expression.lead == "limit")
        and len(atoms) == 1
        and not atom.through
        and modifier in ("", "during")
        and atom.grain != "years"
    )
    said = any(each.year is not None for each in atoms)
    node = Found(0, 0, "period", days.start, days.end, days.marked(), approximate=days.approximate, year_said=said)
    rule = ""
    if modifier == "before":
        rule, node.kind, node.first = by.UNTIL_BEFORE, "deadline", None
        node.last = by.last_day(_last(days, atoms), atom.grain, atom.edge)
    elif expression.lead == "by" or modifier in ("within", "done") or limited:
        rule = by.UNTIL_LEAD if expression.lead == "by" else by.UNTIL_LIMIT if limited else "by-" + modifier
        node.kind, node.first = "deadline", None
    elif modifier == "from":
        rule, node.last, node.edtf = starts.RULE_FROM, None, f"{days.first}/.."
    elif modifier == "after":
        rule, node.first, node.last = starts.RULE_AFTER, days.end + DAY, None
        node.edtf = f"{node.first}/.."
    elif modifier == "around":
        node.approximate = True
        if atom.grain in ("holiday", "day"):
            near = between(days.start - 7 * DAY, days.end + 7 * DAY, approximate=True)
            node.first, node.last, node.edtf = near.start, near.end, near.marked()
        rule = "around"
    if node.kind == "deadline" and node.last is not None:
        node.edtf = by.edtf_until(node.last, atom.grain)
        node.approximate = days.approximate and atom.grain in ("school", "season")
    node.steps = (Step(rule, member.start, member.end),) if rule else ()
    return node if known else _without_year(node, days)


def _last(days: Days, atoms: list[Atom]) -> Days:
    """Of a range, only its second end counts for 前."""
    return days if len(atoms) == 1 else Days(days.end, days.end, "", "", "")


def _without_year(node: Found, days: Days) -> Found:
    """No days, and of the EDTF what is known: XXXX-03. Open sides and ~ go, for XXXX does not go together with them."""
    parts = [part for part in (node.edtf or "").replace("~", "").split("/") if part != ".."]
    if parts == [days.edtf] and days.first != days.last:
        parts = [days.first, days.last]
    known = all(part.startswith(f"{_TEMPLATE:04d}") for part in parts) and parts
    node.edtf = "/".join(parts).replace(f"{_TEMPLATE:04d}", "XXXX") if known else None
    node.first = node.last = None
    return node
