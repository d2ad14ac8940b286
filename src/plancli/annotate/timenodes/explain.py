"""Why: the derivation of each node, rule by rule, and the look-alikes that were refused, as plain values to print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...messages import Message
from ...model.bulletin import TimeNode
from .context import Problem, TimeContext, TimeReading
from .dating.almanac import almanac_of
from .model import Step
from .reading import read_text

GUARDS: dict[str, str] = {
    "inside-a-name": "it stands inside a title or quotes, and names something",
    "span-of-a-name": "years in brackets belong to the name before them",
    "part-of-a-number": "it is part of a longer number, an ordinal or a code",
    "another-word": "what follows makes another word of it",
    "duration": "it says how long, not when",
    "count": "it says how often or how much as a target, not when",
    "attribute": "it describes the noun that follows, and says not when the work is done",
    "adverb": "it is an adverb within prose; it counts only as the whole schedule",
    "manner": "it says how the work is done, not on what event",
    "number-with-a-point": "a number with a point is a date in a schedule only, at the head of a clause",
    "past": "it tells what was done",
    "no-month": "no month is said here or before",
}


@dataclass(frozen=True, slots=True)
class Derivation:
    """One node: the model, and the rules that made it with the ranges they fired on. `year_from` says whence its year."""

    node: TimeNode
    steps: tuple[Step, ...]
    year_from: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A look-alike: its words, its range, the guard and its reason in words."""

    raw: str
    start: int
    end: int
    guard: str
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that can be said of a text."""

    text: str
    derivations: tuple[Derivation, ...]
    refused: tuple[Refused, ...]
    problems: tuple[Problem, ...]


def explain(
    text: str,
    *,
    year: int | None = None,
    year_from: str = "the caller",
    reference: date | None = None,
    schedule: bool = False,
    limit: bool = False,
    calendar: Mapping[str, Any] | None = None,
) -> Explanation:
    """A text → how each of its nodes came about, and what was refused and why.

    `year_from` is what to say of the plan's year (title, doc-number, option …).
    """
    almanac = almanac_of(calendar)
    context = TimeContext(year, reference, schedule, limit, almanac=almanac)
    return explanation(text, context, read_text(text, context), year_from)


def explanation(text: str, context: TimeContext, reading: TimeReading, year_from: str) -> Explanation:
    """A text that was read → the same in words."""
    derivations = tuple(
        Derivation(found.node(text), found.derivation(), _year_from(found.year_said, context, year_from))
        for found in reading.found
    )
    refused = tuple(Refused(text[r.start : r.end], r.start, r.end, r.guard, GUARDS[r.guard]) for r in reading.refusals)
    return Explanation(text, derivations, refused, tuple(reading.problems))


def _year_from(said: bool, context: TimeContext, year_from: str) -> str:
    if said:
        return Message("the expression")
    if context.year is not None:
        return Message("{year}, from {year_from}", year=context.year, year_from=Message(year_from))
    if context.reference is not None:
        return Message("{year}, from the reference day", year=context.reference.year)
    return Message("unknown")
