"""From atoms to days: whose year, whose month; a range over the year's end; and what nobody can know."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ....model.record import Record
from ..context import TimeContext
from ..model import Atom
from .days import DAY, Days, NoSuchDayError, between
from .relative import resolve_relative
from .resolve import join, resolve

TEMPLATE = 2000  # a leap year: stands in where no year is known, and shows as XXXX


class Unknowable(Exception):  # noqa: N818  (not an error: the day depends on something that nobody told)
    """Relative to a reference that is not there, or to a calendar that is not known."""


@dataclass(slots=True, eq=False, repr=False)
class YearMemory(Record):
    """What earlier expressions of the sentence leave behind: the month for a later 中旬, the heading's stretch."""

    month: int | None = None
    year: int | None = None
    bounds: Days | None = None
    later: Days | None = None  # of a later year than the plan's: 2026年3月立项，9月开工; a deadline's last day alone


def settle(atoms: list[Atom], context: TimeContext, memory: YearMemory) -> tuple[Days, bool]:
    """The days of an atom or a range, and whether the year is known. Raises Unknowable, NoSuchDayError."""
    begin = atoms[0]
    if len(atoms) > 1 and begin.anchor == "reference" and context.reference is None:
        begin = replace(begin, anchor="plan")  # 去年12月至今年2月
    first, known = _one(begin, context, memory, None)
    if len(atoms) == 1:
        return first, known
    if atoms[0].beyond:
        day = (first.end + DAY).isoformat()
        first = replace(first, start=first.end + DAY, first=day)
    last = atoms[1]
    if last.anchor and last.anchor == atoms[0].anchor and (begin.shift or 0) > 0:  # 明年3月至5月, 明年10月至后年3月
        last = replace(last, year=first.start.year + (last.shift or 0) - (begin.shift or 0), anchor="", shift=None)
    elif context.reference is None:
        last = _counted_on(last)
    within = YearMemory(first.end.month, first.end.year, memory.bounds) if last.unsaid else memory  # 11月21日至月底
    second, also_known = _one(last, context, within, first.start.year)
    if second.end < first.start and last.year is None and not last.anchor:
        second, _ = _one(replace(last, year=first.start.year + 1), context, within, None)
    elif second.end < first.start and atoms[0].year is None and atoms[1].year is not None:
        first, known = _one(replace(atoms[0], year=atoms[1].year - 1), context, memory, None)
    if second.end < first.start:
        raise NoSuchDayError
    joined = join(first, second)
    if not known and joined.end.year != joined.start.year:
        joined.edtf = ""
    return joined, known and also_known


def _counted_on(atom: Atom) -> Atom:
    """The 明年 that ends a range is the year after the one that it begins in."""
    return replace(atom, anchor="before") if atom.anchor == "plan" and (atom.shift or 0) > 0 else atom


def _one(atom: Atom, context: TimeContext, memory: YearMemory, before: int | None) -> tuple[Days, bool]:
    if atom.grain == "now":
        if context.reference is None:
            raise Unknowable
        return between(context.reference, context.reference), True
    if atom.relative:
        return _or_unknowable(resolve_relative(atom, _reference(atom, context, memory), context.almanac)), True
    atom = _with_month(atom, context, memory)
    if atom.anchor == "before" and before is None:
        before = memory.year
    carried = _carried(atom, context, memory, before)
    if carried is not None:
        before = carried
    year = year_of(atom, context, year_of_bounds(context, memory) if before is None else before)
    if year is None and memory.year is not None and atom.unsaid:
        year = memory.year
    known = year is not None
    if year is None:
        if atom.grain in ("years",):
            known = True
        elif atom.grain in ("holiday", "lunar", "school", "week") and not _fixed(atom, context):
            raise Unknowable
        year = TEMPLATE
    days = _or_unknowable(resolve(atom, atom.values[0], year, context.almanac))
    if known and days.start.month < context.first_month and _of_plan(atom, context, memory, before):
        days = _or_unknowable(resolve(atom, atom.values[0], year + 1, context.almanac))
    return days, known


def _carried(atom: Atom, context: TimeContext, memory: YearMemory, before: int | None) -> int | None:
    """The later year that the sentence has named, where the atom names none and comes after what was said of that year, and
    would not lie within it in the plan's: 2026年3月立项，9月开工; not 2026年底前建成，6月底前完成选址."""
    later, year = memory.later, context.plan_year
    if later is None or year is None or not _of_plan(atom, context, memory, before):
        return None
    try:
        here, there = (resolve(atom, atom.values[0], each, context.almanac) for each in (year, later.end.year))
    except NoSuchDayError:
        return None
    if here is None or there is None or later.start <= here.end <= later.end or there.end < later.start:
        return None
    return later.end.year


def _of_plan(atom: Atom, context: TimeContext, memory: YearMemory, before: int | None) -> bool:
    """Whether nothing but the plan says in which year a part of a year lies."""
    said = atom.year is not None or atom.anchor or before is not None or year_of_bounds(context, memory) is not None
    return not said and atom.grain not in ("year", "years")


def _reference(atom: Atom, context: TimeContext, memory: YearMemory) -> date | None:
    """The day that 本月 and 下月初 start from: the one given, else the first of the month that the plan or the heading is of."""
    if context.reference is not None or not context.month or atom.relative != "month":
        return context.reference
    year = year_of_bounds(context, memory) or context.plan_year
    year = year + 1 if year is not None and context.month < context.first_month else year
    return None if year is None else date(year, context.month, 1)


def _with_month(atom: Atom, context: TimeContext, memory: YearMemory) -> Atom:
    """旬, 日, 月底 without a month take it from the sentence, the heading, the reference."""
    needs = atom.grain in ("third", "half-month", "day") and atom.month is None and not atom.relative
    if not needs and not atom.unsaid:
        return atom
    bounds = memory.bounds or context.bounds
    month = memory.month
    if month is None and bounds is not None and (bounds.start.month == bounds.end.month or atom.grain == "quarter"):
        month = bounds.end.month
    if month is None:
        month = context.month or (context.reference.month if context.reference is not None else None)
    if month is None:
        raise Unknowable
    if not atom.unsaid:
        return replace(atom, month=month)
    return replace(atom, unsaid=False, values=(month if atom.grain == "month" else (month + 2) // 3,))


def year_of(atom: Atom, context: TimeContext, before: int | None) -> int | None:
    """The year that is said, else the one it is said to follow, else the plan's. Raises Unknowable (明年, no reference)."""
    if atom.year is not None:
        return atom.year
    if atom.anchor == "before" and before is not None:
        return before + (atom.shift or 0)
    if atom.anchor == "before":
        return None if context.plan_year is None else context.plan_year + (atom.shift or 0)
    if atom.anchor:
        if context.reference is not None:
            return context.reference.year + (atom.shift or 0)
        if atom.anchor == "plan":
            return None if context.plan_year is None else context.plan_year + (atom.shift or 0)
        raise Unknowable
    return before if before is not None else context.plan_year


def year_of_bounds(context: TimeContext, memory: YearMemory) -> int | None:
    """The one year in which the heading's or the column's stretch lies: 2026年：……10月底前……."""
    bounds = memory.bounds or context.bounds
    return bounds.start.year if bounds is not None and bounds.start.year == bounds.end.year else None


def _fixed(atom: Atom, context: TimeContext) -> bool:
    """Whether the atom falls on the same days every year."""
    if atom.grain != "holiday":
        return False
    days = [context.almanac.holiday(atom.names[0], year) for year in (2000, 2001)]
    return all(days) and days[0].first[4:] == days[1].first[4:]  # type: ignore[union-attr]


def _or_unknowable(days: Days | None) -> Days:
    if days is None:
        raise Unknowable
    return days
