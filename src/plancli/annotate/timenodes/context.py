"""What the reader is told of a text, and what it gives back, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ...model.bulletin import Boxes, TimeKind, TimeNode
from ...model.record import Record
from .dating.almanac import Almanac, shipped
from .dating.days import Days
from .folding import Folded
from .model import Step

Printed = Callable[[int, int], Boxes | None]


def nowhere(start: int, end: int) -> None:
    """Where the ranges of a text are printed that is on no page."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TimeContext(Record):
    """What is known of a text before it is read.

    year: the plan's, None where unknown. reference: the day that 本月 and 明年 start from. schedule: the text is a
    schedule column, so a bare 3.15, 全年 or 长期坚持 counts. limit: its header names a limit (完成时限), so that a bare
    day, month or quarter is a deadline. bounds: the stretch of the column it stands in. header_end: up to there
    the text is a column's header that is a time, and bounds the rest. first_month: where the plan's year begins, for a
    school year in August: earlier months are those of the next year. month: the one that the plan or a heading is of, for days
    that name none (20日前, 月底, 下月初); 0 for another plan. plan_year: the year of
    expressions that name none; a year that no plan can have is none.
    """

    year: int | None = None
    reference: date | None = None
    schedule: bool = False
    limit: bool = False
    bounds: Days | None = None
    header_end: int = 0
    first_month: int = 1
    almanac: Almanac = field(default_factory=shipped)
    month: int = 0
    plan_year: int | None = field(init=False)

    def __post_init__(self) -> None:
        year = self.year if self.year is not None else self.reference.year if self.reference else None
        known = year is not None and 1900 <= year <= 2200
        object.__setattr__(self, "plan_year", year if known else None)


class TimePlace(NamedTuple):
    """A line of a folded text: where it begins there."""

    folded: Folded
    base: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A range in the line → the range in the text as given."""
        if self.folded.places is None:
            return self.base + start, self.base + end
        return self.folded.span(self.base + start, self.base + end)


class Refusal(NamedTuple):
    """A look-alike that was refused, and by which guard."""

    guard: str
    start: int
    end: int


class Problem(NamedTuple):
    """Something that a person should look at: invalid-date, no-year, before-plan-year, recurrence-unfit."""

    code: str
    message: str
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class Found(Record):
    """One node before it becomes a `TimeNode`; positions are in the text as given, those of `steps` in its line."""

    start: int
    end: int
    kind: TimeKind
    first: date | None = None
    last: date | None = None
    edtf: str | None = None
    rrule: str | None = None
    approximate: bool = False
    action: str | None = None
    header: bool = False  # it stands in no part of the task's text
    inherited: bool = False
    year_said: bool = False
    steps: tuple[Step, ...] = ()
    rules: tuple[str, ...] = ()
    place: TimePlace | None = None

    def at(self, place: TimePlace) -> Found:
        """The same at the beginning of another line."""
        start, end = place.span(self.start, self.end)
        first, last, edtf, rrule = self.first, self.last, self.edtf, self.rrule
        said, steps, rules = self.year_said, self.steps, self.rules
        return Found(
            start,
            end,
            self.kind,
            first,
            last,
            edtf,
            rrule,
            self.approximate,
            None,
            False,
            False,
            said,
            steps,
            rules,
            place,
        )

    def derivation(self) -> tuple[Step, ...]:
        """The steps, with their ranges in the text as given."""
        place = self.place
        if place is None:
            return self.steps
        return tuple(Step(step.rule, *place.span(step.start, step.end)) for step in self.steps)

    def node(self, text: str, printed: Printed = nowhere) -> TimeNode:
        """The model; `span` is None where the expression is a column's header. `printed` tells where a range of the text
        is printed."""
        return TimeNode(
            raw=text[self.start : self.end],
            kind=self.kind,
            start=self.first,
            end=self.last,
            edtf=self.edtf,
            rrule=self.rrule,
            approximate=self.approximate,
            action=self.action,
            span=None if self.header else (self.start, self.end),
            boxes=printed(self.start, self.end),
            inherited=self.inherited,
            rules=self.rules,
        )


@dataclass(slots=True, eq=False, repr=False)
class TimeReading(Record):
    """All that was found in a text, refused in it, and wrong with it."""

    found: list[Found] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
