"""From an expression to nodes: the year is settled, members are resolved to days, modifiers make kinds of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ....messages import Message
from ....model.settings import YEARS
from .. import modifiers as said_by
from ..context import Found, Problem, TimeContext
from ..model import Atom, Expression, Modifier, Step, TimeMember
from .days import DAY, Days, NoSuchDayError, between, edtf_until, last_day
from .settle import TEMPLATE, Unknowable, YearMemory, settle, year_of, year_of_bounds


def evaluate(expression: Expression, context: TimeContext, memory: YearMemory, problems: list[Problem]) -> list[Found]:
    """One or more nodes, in the order said. A wrong date (2月30日, or one of the year 1900) gives a problem and no node."""
    nodes: list[Found] = []
    for member in expression.members:
        whole = expression.shared or len(expression.members) == 1
        span = (expression.start, expression.end) if whole else (member.start, member.end)
        try:
            made = _member(member, expression, context, memory)
        except NoSuchDayError:
            problems.append(Problem("invalid-date", "", *span))  # its words are known to `read_text`
            continue
        if far := _far_day(made):
            said = Message("{day} is out of {first}–{last}", day=far, first=YEARS[0], last=YEARS[-1])
            problems.append(Problem("invalid-date", said, *span))
            continue
        for node in made:
            node.start, node.end = span
            if node.kind in ("deadline", "recurring") and (doubt := _doubt(node, member.atoms[0], context, memory)):
                problems.append(Problem(*doubt, *span))
            node.steps = (*expression.steps, *node.steps)
            node.rules = tuple({step[0]: None for step in node.steps})
            if not (nodes and _said_twice(nodes[-1], node)):
                nodes.append(node)
    return nodes


def _far_day(nodes: list[Found]) -> date | None:
    """A day of a year in which no plan is: a number of a sheet that was shown as a day, a year with a wrong digit."""
    days = (day for node in nodes for day in (node.first, node.last) if day is not None)
    return next((day for day in days if day.year not in YEARS), None)


def _said_twice(before: Found, node: Found) -> bool:
    """“六一”儿童节前: one feast by two names."""
    return (before.start, before.end, before.kind, before.first, before.last, before.edtf) == (
        node.start,
        node.end,
        node.kind,
        node.first,
        node.last,
        node.edtf,
    ) and node.last is not None


def _doubt(node: Found, atom: Atom, context: TimeContext, memory: YearMemory) -> tuple[str, str] | None:
    """What a person should look at: a deadline that the words put before the plan's year (一季度前), a part that its unit
    has not (每季度15日前)."""
    if atom.unfit:
        return "recurrence-unfit", Message("The recurrence has no such part; the rule is that of the whole unit.")
    year = context.plan_year
    if node.kind == "recurring" or node.last is None or year is None or node.last.year >= year:
        return None
    said = node.year_said or atom.anchor or atom.relative or year_of_bounds(context, memory) is not None
    return None if said else ("before-plan-year", Message("The words put this deadline before the plan's year."))


def _member(member: TimeMember, expression: Expression, context: TimeContext, memory: YearMemory) -> list[Found]:
    atom = member.atoms[0]
    if atom.grain == "conditional":
        return [Found(0, 0, "conditional")]
    if atom.grain == "ongoing":
        node = Found(0, 0, "ongoing", year_said=atom.year is not None)
        try:
            return [_within_year(node, year_of(atom, context, year_of_bounds(context, memory)))]
        except Unknowable:
            return [Found(0, 0, "conditional")]
    if atom.grain == "recurring":
        return [_bounded(Found(0, 0, "recurring", rrule=atom.rrule, approximate=atom.approximate), context, memory)]
    if atom.grain == "now" and len(member.atoms) > 1 and context.reference is None:
        member, expression = replace(member, atoms=member.atoms[1:]), replace(expression, lead="by")
    nodes = []
    for atoms in _spread(member.atoms):
        try:
            days, known = settle(atoms, context, memory)
        except Unknowable:
            nodes.append(_unknown(atoms, member, expression))
            continue
        if known:
            same = (days.start.year, days.start.month) == (days.end.year, days.end.month)
            memory.month, memory.year = days.end.month if same else None, days.end.year
        node = _node(days, known, atoms, member, expression, context)
        if known and days.end.year > (context.plan_year or days.end.year):
            memory.later = days if node.kind == "period" else between(days.end, days.end)
        nodes.append(node)
    return nodes


def _spread(atoms: list[Atom]) -> list[list[Atom]]:
    """An atom of several values (一二季度, 寒暑假) → one for each."""
    atom = atoms[0]
    if len(atoms) > 1:
        return [atoms]
    if len(atom.names) > 1:
        return [[replace(atom, names=(name,))] for name in atom.names]
    if atom.through or len(atom.values) < 2 or atom.relative:
        return [atoms]
    return [[replace(atom, values=(value,))] for value in atom.values]


def _bounded(node: Found, context: TimeContext, memory: YearMemory) -> Found:
    """The stretch of the column or heading it stands in, else all year."""
    bounds = memory.bounds or context.bounds
    if bounds is None:
        return _within_year(node, context.plan_year)
    node.first, node.last, node.edtf = bounds.start, bounds.end, bounds.edtf
    return node


def _within_year(node: Found, year: int | None) -> Found:
    if year is not None:
        node.first, node.last, node.edtf = date(year, 1, 1), date(year, 12, 31), f"{year:04d}"
    return node


def _unknown(atoms: list[Atom], member: TimeMember, expression: Expression) -> Found:
    relative = atoms[0].anchor == "reference" or atoms[0].relative or atoms[0].grain == "now"
    limit = expression.lead == "by" or member.modifier in ("before", "within")
    if relative or atoms[-1].anchor == "before":
        return Found(0, 0, "conditional")
    return Found(
        0, 0, "deadline" if limit else "period", approximate=any(atom.grain == "school" or atom.edge for atom in atoms)
    )


def _node(
    days: Days, known: bool, atoms: list[Atom], member: TimeMember, expression: Expression, context: TimeContext
) -> Found:
    modifier: Modifier = member.modifier
    atom = atoms[-1]
    limited = (  # a range is when it is done, and so is what is listed beside one: 1—3月、12月
        (context.limit or expression.lead == "limit")
        and all(len(each.atoms) == 1 and not each.atoms[0].through for each in expression.members)
        and modifier in ("", "during")
        and atom.grain != "years"
    )
    said = any(each.year is not None for each in atoms)
    node = Found(0, 0, "period", days.start, days.end, days.marked(), approximate=days.approximate, year_said=said)
    rule = ""
    if modifier == "before":
        rule, node.kind, node.first = said_by.UNTIL_BEFORE, "deadline", None
        node.last = last_day(_last(days, atoms), atom.grain, atom.edge)
    elif modifier in ("days-before", "days-after"):
        rule = _aside(node, days, member)
    elif atom.relative == "within":
        node.kind, node.first = "deadline", None
    elif expression.lead == "by" or modifier == "within" or limited:
        rule = (
            said_by.UNTIL_LEAD if expression.lead == "by" else said_by.UNTIL_LIMIT if limited else said_by.UNTIL_WITHIN
        )
        node.kind, node.first = "deadline", None
    elif modifier == "from":
        rule, node.last, node.edtf = said_by.FROM, None, f"{days.first}/.."
    elif modifier == "after":
        rule, node.first, node.last = said_by.AFTER, days.end + DAY, None
        node.edtf = f"{node.first}/.."
    elif modifier == "around":
        node.approximate = True
        if atom.grain in ("holiday", "day"):
            near = between(days.start - 7 * DAY, days.end + 7 * DAY, approximate=True)
            node.first, node.last, node.edtf = near.start, near.end, near.marked()
        rule = said_by.AROUND
    if node.kind == "deadline" and node.last is not None:
        node.edtf = edtf_until(node.last, atom.grain)
        node.approximate = days.approximate and atom.grain in ("school", "season")
    node.steps = (Step(rule, member.start, member.end),) if rule else ()
    return node if known else _without_year(node, days)


def _aside(node: Found, days: Days, member: TimeMember) -> str:
    """The days right before or after: 国庆节前一周, 春节后三天."""
    far = member.count * DAY
    before = member.modifier == "days-before"
    near = between(days.start - far, days.start - DAY) if before else between(days.end + DAY, days.end + far)
    node.first, node.last, node.edtf = near.start, near.end, near.marked()
    node.approximate = days.approximate
    if days.approximate:
        node.edtf = "/".join(part + "~" for part in near.edtf.split("/"))
    return said_by.DAYS_BEFORE if before else said_by.DAYS_AFTER


def _last(days: Days, atoms: list[Atom]) -> Days:
    """Of a range, only its second end counts for 前."""
    if len(atoms) == 1:
        return days
    return days.final or Days(days.end, days.end, "", "", "")


def _without_year(node: Found, days: Days) -> Found:
    """No days, and of the EDTF what is known: XXXX-03. Open sides and ~ go, for XXXX does not go together with them."""
    parts = [part for part in (node.edtf or "").replace("~", "").split("/") if part != ".."]
    if parts == [days.edtf] and days.first != days.last:
        parts = [days.first, days.last]
    known = all(part.startswith(f"{TEMPLATE:04d}") for part in parts) and parts
    node.edtf = "/".join(parts).replace(f"{TEMPLATE:04d}", "XXXX") if known else None
    node.first = node.last = None
    return node
