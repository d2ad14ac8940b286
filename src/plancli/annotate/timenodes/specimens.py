"""How the corpora of the families are written: a text and, in short, the nodes that must come of it.

    says("2月-4月", "2025-02/2025-04")            a period; months, quarters (2025-Q1), halves (2025-H1), years in short
    says("6月底前完成", "by 2025-06")              a deadline on the last day of what is named
    says("3月起", "from 2025-03")                  an open end
    says("全年", "all 2025")                       ongoing
    says("每周四", "FREQ=WEEKLY;BYDAY=TH")         recurring, within the plan year or `in …`
    says("适时推进", "if")                          conditional
    says("3月", "?", year=None)                    a period (by ?: a deadline) whose days nobody can tell
    …"~"                                           approximate

The plan year is 2025 where nothing else is said. Values are worked out by hand, not by the reader.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from typing import Any

from ...grammar.corpus import Corpus, Example, Negative
from ...grammar.pattern import Pattern
from ...grammar.reading import Reading as CorpusReading
from .context import Found, TimeContext
from .dating.almanac import Almanac
from .reading import read_text

PLAN_YEAR = 2025


def says(text: str, *nodes: str, raw: str | None = None, **options: Any) -> Example:
    """An example; `raw` is the part that the nodes cover, `options` the fields of its `TimeContext`."""
    year = options.get("year", PLAN_YEAR)
    return Example(text, [_canonical(node, year) for node in nodes], raw, options)


def silent(text: str, why: str, **options: Any) -> Negative:
    """A look-alike in which nothing may be found."""
    return Negative(text, why, options)


def family(name: str, rules: Iterable[str], examples: Iterable[Example], negatives: Iterable[Negative]) -> Corpus:
    """A corpus of time nodes."""
    return Corpus(name, _read, tuple(rules), tuple(examples), tuple(negatives))


def _read(text: str, **options: Any) -> list[CorpusReading]:
    if calendar_ := options.pop("calendar", None):
        options["almanac"] = Almanac(calendar_)
    context = TimeContext(**{"year": PLAN_YEAR, **options})
    return [_reading(found) for found in read_text(text, context).found]


def _reading(found: Found) -> CorpusReading:
    return CorpusReading(found.start, found.end, _plain(found), tuple(step.rule for step in found.steps))


def _plain(found: Found) -> str:
    days = f"{found.first or ''}..{found.last or ''}"
    text = f"{found.kind} {days}" + (f" {found.rrule}" if found.rrule else "")
    return text + ("~" if found.approximate else "")


def _canonical(short: str, year: int | None) -> str:
    """The short form as `_plain` writes it."""
    mark = "~" if short.endswith("~") else ""
    short = short.removesuffix("~")
    whole_year = f"{year}-01-01..{year}-12-31" if year else ".."
    if short == "if":
        return "conditional .."
    if short == "?":
        return "period .." + mark
    if short.startswith("by "):
        return f"deadline ..{'' if short == 'by ?' else _end(short[3:])}{mark}"
    if short.startswith("from "):
        return f"period {_start(short[5:])}..{mark}"
    if short.startswith("all"):
        return f"ongoing {_start(short[4:])}..{_end(short[4:])}" if short != "all ?" else "ongoing .."
    if short.startswith("FREQ="):
        rrule, _, bounds = short.partition(" in ")
        return f"recurring {_both(bounds) if bounds else whole_year} {rrule}{mark}"
    return f"period {_both(short)}{mark}"


def _both(short: str) -> str:
    first, _, last = short.partition("/")
    return f"{_start(first)}..{_end(last or first)}"


_PARTS = Pattern(r"(\d{4})(?:-(?:Q(\d)|H(\d)|(\d\d)(?:-(\d\d))?))?")


def _months(short: str) -> tuple[int, int, int, int | None]:
    match = _PARTS.fullmatch(short)
    if match is None:
        raise ValueError(f"not a date in short: {short!r}")
    year = int(match[1])
    if match[2]:
        return year, 3 * int(match[2]) - 2, 3 * int(match[2]), None
    if match[3]:
        return year, 6 * int(match[3]) - 5, 6 * int(match[3]), None
    if match[4]:
        return year, int(match[4]), int(match[4]), int(match[5]) if match[5] else None
    return year, 1, 12, None


def _start(short: str) -> date:
    year, first, _, day = _months(short)
    return date(year, first, day or 1)


def _end(short: str) -> date:
    year, _, last, day = _months(short)
    return date(year, last, day or calendar.monthrange(year, last)[1])
