"""An atom: the smallest thing that names a time, with the fields that were said and its grain. Nothing is resolved yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
    "holiday",
    "lunar",
    "season",
    "school",  # a stretch of the school calendar
    "now",  # 即日
    "recurring",
    "ongoing",
    "conditional",
]
Anchor = Literal["", "plan", "before", "reference"]
Edge = Literal["start", "middle", "end"]


@dataclass(slots=True)
class Atom:
    """What was said. `values` are the numbers of its grain: days, months, quarters; several for 一二季度.

    `through` joins the values to one stretch (中下旬, 前三季度). `shift` counts years from the one that `anchor` tells:
    the plan's (今年, 明年) or that of the expression before (次年).
    """

    grain: Grain
    values: tuple[int, ...] = ()
    year: int | None = None
    shift: int | None = None
    anchor: Anchor = ""
    month: int | None = None
    edge: Edge | None = None
    through: bool = False
    name: str = ""
    rrule: str = ""
    tail: str = ""  # for "recurring": what kind of expression may follow
    approximate: bool = False
    beyond: bool = False  # a range that begins after it: 国庆节后至年底
    rule: str = ""
    start: int = 0
    end: int = 0
    led: tuple[str, int, int] | None = None  # the year before it: which rule read it, and where

    @property
    def dated(self) -> bool:
        """Whether it can be a member of a range or a list."""
        return self.grain not in ("recurring", "ongoing", "conditional")
