"""The nouns of the engine: atoms, what is made of them, and the steps that made it. Nothing is resolved yet.

An atom is the smallest thing that names a time. An expression is what was said in one go: members, each an atom or two
that make a range, and the words that say how they are meant.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from ...model.record import Record

Grain = Literal[
    "bare",  # a number whose unit follows later: the 3 of 3-5月
    "years",  # a named stretch of years: “十四五”
    "year",
    "half",
    "quarter",
    "month",
    "half-month",
    "third",  # 旬
    "week",
    "day",
    "working-day",
    "holiday",
    "lunar",
    "season",
    "school",  # a stretch of the school calendar
    "now",  # 即日
    "recurring",
    "ongoing",
    "conditional",
]
YearAnchor = Literal["", "plan", "before", "reference"]
Edge = Literal["start", "middle", "end", "turn"]  # turn: 岁末年初, from the end of one year to the start of the next
Relative = Literal["", "month", "quarter", "week", "weekday", "day", "term", "span", "offset", "within"]
# Where a rule counts; `gate` knows what each asks of the surroundings.
Where = Literal[
    "anywhere",
    "head",  # at the head of a clause, or behind its year
    "head-or-schedule",
    "clause",  # as a whole clause, or as the whole schedule
    "clause-only",  # the same, of short words: alone, or as a whole clause
    "month-known",  # a day whose month is said nearby
    "point",  # a number with a point: in a schedule only
    "slash",  # 4/11: heading a line, or where it can be no fraction
    "reference",  # where a reference day is given
    "year",  # where it is the time of what is done
    "year-alone",  # a year of two digits: where it stands alone
    "occasion",  # a holiday: as a whole clause
    "vacation",
    "term",
    "season",
    "years",
    "recurring",
    "unit-alone",  # 季度: as the whole schedule
    "recurring-head",  # what is an attribute within a clause: 双月, 周末
    "schedule",  # as the whole schedule
    "schedule-clause",  # the same, or as a clause of a schedule
    "long",  # 长期坚持: the same, or beside an assignment
    "all-year",
    "event",  # 待…后: at the head of a clause
    "opening-event",  # 办妥后启动: at the head of a sentence
    "event-offset",  # 印发之日起30日内
    "instruction",  # 根据…要求
]


class Step(NamedTuple):
    """A rule that fired, and on what."""

    rule: str
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class Atom(Record):
    """What was said. `values` are the numbers of its grain: days, months, quarters; several for 一二季度.

    `through` joins the values to one stretch (中下旬, 前三季度). `shift` counts years from the one that `anchor` tells:
    the plan's (今年, 明年) or that of the expression before (次年).
    """

    grain: Grain
    values: tuple[int, ...] = ()
    year: int | None = None
    shift: int | None = None
    anchor: YearAnchor = ""
    month: int | None = None
    edge: Edge | None = None
    through: bool = False
    approximate: bool = False
    names: tuple[str, ...] = ()  # of the calendar: holidays, stretches of the school year
    weekday: int | None = None  # of a week: the day alone; Monday is 0
    leap: bool = False  # of a lunar month
    unsaid: bool = False  # a month or quarter that the sentence or heading tells: 月底, 季末
    relative: Relative = ""  # counted from the reference day; `values` are the shift, then a day, a 旬 or a weekday
    awaits: Literal["", "year", "month", "day"] = ""  # of a bare number: the unit that follows later
    unit: str = ""  # of a relative span: 天, 周, 月, 年
    rrule: str = ""
    yearly: bool = False  # a recurrence that what follows narrows: 每年|3月
    unfit: bool = False  # a recurrence whose unit has no such part: 每季度15日前
    beyond: bool = False  # a range that begins after it: 国庆节后至年底
    where: Where = "anywhere"
    rule: str = ""
    start: int = 0
    end: int = 0
    led: Step | None = None  # the year before it: which rule read it, and where

    @property
    def dated(self) -> bool:
        """Whether it can be a member of a range or a list."""
        return self.grain not in ("recurring", "ongoing", "conditional")

    @property
    def of_sentence(self) -> bool:
        """Whether its month or quarter is told elsewhere: by the sentence (月底) or the reference day (下月)."""
        return self.unsaid or bool(self.relative)


Modifier = Literal["", "before", "within", "from", "after", "around", "during", "days-before", "days-after"]


@dataclass(slots=True, eq=False, repr=False)
class TimeMember(Record):
    """One member of a list: an atom, or two that make a range, and what follows it."""

    atoms: list[Atom]
    start: int
    end: int
    modifier: Modifier = ""
    count: int = 0  # days before or after it: 国庆节前一周


@dataclass(slots=True, eq=False, repr=False)
class Expression(Record):
    """Members that were said in one go. `lead` is what stands before them: a limit (截至) or a beginning (自)."""

    members: list[TimeMember]
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
    def last(self) -> Atom:
        """The last atom."""
        return self.members[-1].atoms[-1]

    @property
    def modified(self) -> bool:
        """Whether a word says how the time is meant."""
        return bool(self.lead) or any(member.modifier for member in self.members)

    @property
    def single(self) -> bool:
        """Whether it is one atom: no list, no range."""
        return len(self.members) == 1 and len(self.members[0].atoms) == 1
