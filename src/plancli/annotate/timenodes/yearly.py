"""每年 and what stands behind it: a time of its own that says which part of the year (每年3月, 每年9月10日, 每年5月第二周)."""

from __future__ import annotations

from ...grammar.scanner import Scanner
from .compose import compose
from .dating.almanac import shipped
from .dating.days import DAY
from .families.recurrence.turns import WEEKDAYS
from .model import Atom, Expression, TimeMember

_PARTS = frozenset(
    {
        "month",
        "day",
        "working-day",
        "bare",
        "quarter",
        "half",
        "third",
        "half-month",
        "week",
        "holiday",
        "lunar",
        "season",
        "school",
    }
)
_ORDER = list(WEEKDAYS.values())[:7]
_EDGES = {"start": 1, "middle": 15, "end": -1}


def narrow(scanner: Scanner[Atom], text: str, expression: Expression) -> None:
    """Take what follows 每年 and says which part of it; the expression grows over it."""
    atom = expression.atom
    position = atom.end + (text[atom.end : atom.end + 1] in ("的", "在", "于"))
    found = scanner.at(text, position)
    if found is None or found.grain not in _PARTS or found.year is not None or found.of_sentence:
        return
    part = compose(scanner, text, found)
    rrule = _rule(part)
    atom.rrule, atom.unfit = (rrule, False) if rrule else (atom.rrule, True)
    atom.approximate = any(
        each.grain == "week" and each.weekday is None for member in part.members for each in member.atoms
    )
    expression.end = expression.members[-1].end = part.end
    expression.steps += part.steps


def _rule(part: Expression) -> str | None:
    """The rule; None where RRULE cannot say it: holidays, several days of several months."""
    first, only = part.atom, len(part.members) == 1
    if first.grain == "week" and only and len(part.members[0].atoms) == 1 and not first.through:
        weekday = "MO" if first.weekday is None else _ORDER[first.weekday]
        return f"FREQ=YEARLY;BYMONTH={first.month};BYDAY={first.values[0]}{weekday}" if first.month else None
    months: list[int] = []
    days: set[int | None] = set()
    for member in part.members:
        for month, day in _dates(member):
            months.append(month)
            days.add(day)
    if not months or len(days) > 1:
        return None
    day = days.pop()
    by_month = "FREQ=YEARLY;BYMONTH=" + ",".join(map(str, dict.fromkeys(months)))
    return by_month if day is None else f"{by_month};BYMONTHDAY={day}"


def _dates(member: TimeMember) -> list[tuple[int, int | None]]:
    """The months of a member, or its last day as (month, day)."""
    first, last = member.atoms[0], member.atoms[-1]
    before = member.modifier == "before"
    if len(member.atoms) > 1 or first.through:
        whole = first.grain in ("month", "quarter", "half") and last.grain in ("month", "quarter", "half")
        if whole and not (first.edge or last.edge or before):
            start, end = _months(first)[0], _months(last)[-1]
            return [((month - 1) % 12 + 1, None) for month in range(start, end + 1 + (12 if end < start else 0))]
        found = _dates(TimeMember([last], member.start, member.end, member.modifier))
        return found[-1:]
    match last.grain:
        case "month" | "quarter" | "half":
            months = _months(last)
            if last.edge:
                return [(months[0] if last.edge == "start" else months[-1], _EDGES[last.edge])]
            return [((months[0] - 2) % 12 + 1, -1)] if before else [(month, None) for month in months]
        case "day" if last.month:
            return [(last.month, value) for value in last.values]
        case "holiday" if fixed := shipped().fixed(last.names[0]):
            until = fixed[0] - DAY if before else fixed[-1]
            return [(until.month, until.day)]
        case "third" if last.month:
            day = 10 * (last.values[-1] - before)
            return [(last.month, -1 if day == 30 else day)] if day else []
        case "half-month" if last.month:
            return [(last.month, -1 if last.values[-1] == 2 else 15)]
    return []


def _months(atom: Atom) -> list[int]:
    size = {"month": 1, "quarter": 3, "half": 6}[atom.grain]
    return [month for value in atom.values for month in range(size * (value - 1) + 1, size * value + 1)]
