"""What changed in a task that goes on: its bodies, their roles, its times, the figures of its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Literal, TypeVar

from ..grammar.pattern import Pattern
from ..language.figures import MEASURES, UNIT
from ..language.numerals import numeral
from ..model.bulletin import Task, TimeNode
from .items import ComparedItem

T = TypeVar("T")
ChangedField = Literal["department", "role", "leader", "time", "figure"]

# 100所, 5.5万元, 80%, 3-18岁, 三场; not the parts of a date, an ordinal, the number of a document
_VALUE = r"(?:\d[\d.,，]*[-—－~～至])?\d[\d.,，]*"
_FIGURE = Pattern(rf"(?<![第〔（(\d.])(?:({_VALUE})({UNIT})|([二两三四五六七八九十百千]+)([{MEASURES}]))")
_LEAD = 2  # characters before a figure that tell what it is of


@dataclass(frozen=True)
class Change:
    """A value on the old side and on the new one; None where it is not there."""

    field: ChangedField
    old: str | None
    new: str | None


def changes(old: ComparedItem, new: ComparedItem) -> list[Change]:
    """What changed, field by field, each in the order of the documents. Times are measured from the year of their plan."""
    first, second = old.task, new.task
    return [*_bodies(first, second), *_leaders(first, second), *_times(old, new), *_figures(first, second)]


def _bodies(old: Task, new: Task) -> Iterable[Change]:
    roles_old, roles_new = _roles(old), _roles(new)
    for key, roles in roles_old.items():
        if key not in roles_new:
            yield Change("department", key, None)
        elif roles_new[key] != roles:
            yield Change("role", f"{key}: {'/'.join(roles)}", f"{key}: {'/'.join(roles_new[key])}")
    for key in roles_new:
        if key not in roles_old:
            yield Change("department", None, key)


def _roles(task: Task) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for body in task.departments:
        found.setdefault(body.key or body.name, set()).add(body.role)
    return {key: sorted(roles) for key, roles in found.items()}


def _leaders(old: Task, new: Task) -> Iterable[Change]:
    gone, come = _left([one.name for one in old.leaders], [one.name for one in new.leaders], str, str)
    return [*(Change("leader", name, None) for name in gone), *(Change("leader", None, name) for name in come)]


def _times(old: ComparedItem, new: ComparedItem) -> Iterable[Change]:
    years = (new.plan.year or 0) - (old.plan.year or 0) if new.plan.year and old.plan.year else 0

    def measured(later: int) -> Callable[[TimeNode], object]:
        return lambda node: (node.kind, _moved(node.start, later), _moved(node.end, later), node.rrule)

    before, after = list(old.task.time_nodes), list(new.task.time_nodes)
    gone, come = _left(before, after, measured(years), measured(0))
    gone, come = _left(gone, come, _words, _words)  # 春节前 is another day each year
    yield from _in_order("time", [_time(node) for node in gone], [_time(node) for node in come])


def _words(node: TimeNode) -> object:
    return node.kind, node.raw


def _moved(day: date | None, years: int) -> tuple[int, int, int] | None:
    if day is None:
        return None
    last = (day.month, day.day) in ((2, 28), (2, 29))  # February ends when it ends
    return day.year + years, day.month, 28 if last else day.day


def _time(node: TimeNode) -> str:
    days = [str(day) for day in (node.start, node.end) if day is not None]
    return f"{node.raw} ({' – '.join(days)})" if days and node.kind in ("period", "deadline") else node.raw


@dataclass(frozen=True)
class _Figure:
    """A figure as printed, its value, what it counts, and what stands before it."""

    shown: str
    value: str
    counted: str
    lead: str


def _figures(old: Task, new: Task) -> Iterable[Change]:
    """The figures in title and text that another stands in place of: what stands around them tells which."""
    from rapidfuzz.distance import Indel

    before, after = (_tokens(f"{task.title}\n{task.text}") for task in (old, new))
    gone: list[_Figure] = []
    come: list[_Figure] = []
    for step in Indel.opcodes([kind for kind, _ in before], [kind for kind, _ in after]):
        first, second = before[step.src_start : step.src_end], after[step.dest_start : step.dest_end]
        if step.tag == "equal":
            for (_, one), (_, other) in zip(first, second, strict=True):
                if one is not None and other is not None and one.value != other.value:
                    yield Change("figure", one.shown, other.shown)
        else:
            gone += [figure for _, figure in first if figure is not None]
            come += [figure for _, figure in second if figure is not None]
    gone, come = _left(gone, come, _amount, _amount)
    for figure in list(gone):  # of a clause that went elsewhere
        same = next((one for one in come if (one.lead, one.counted) == (figure.lead, figure.counted)), None)
        if same is not None:
            gone.remove(figure)
            come.remove(same)
            yield Change("figure", figure.shown, same.shown)
    yield from (Change("figure", figure.shown, None) for figure in gone)
    yield from (Change("figure", None, figure.shown) for figure in come)


def _tokens(text: str) -> list[tuple[str, _Figure | None]]:
    """The characters of a text, each figure as one, which says what it counts."""
    found: list[tuple[str, _Figure | None]] = []
    at = 0
    for match in _FIGURE.finditer(text):
        found += [(character, None) for character in text[at : match.start()]]
        value = match[1].replace(",", "").replace("，", "") if match[1] else str(numeral(match[3]))
        counted = match[2] or match[4]
        lead = text[max(0, match.start() - _LEAD) : match.start()]
        found.append((f"0{counted}", _Figure(match[0], value, counted, lead)))
        at = match.end()
    return found + [(character, None) for character in text[at:]]


def _amount(figure: _Figure) -> object:
    return figure.value, figure.counted


def _left(
    old: Sequence[T], new: Sequence[T], key_old: Callable[[T], object], key_new: Callable[[T], object]
) -> tuple[list[T], list[T]]:
    """What is left of both when equal values are struck, one for one."""
    return _without(old, key_old, Counter(map(key_new, new))), _without(new, key_new, Counter(map(key_old, old)))


def _without(held: Sequence[T], key: Callable[[T], object], struck: Counter[object]) -> list[T]:
    left = []
    for value in held:
        if struck[key(value)] > 0:
            struck[key(value)] -= 1
        else:
            left.append(value)
    return left


def _in_order(field: ChangedField, old: Sequence[str], new: Sequence[str]) -> Iterable[Change]:
    """Changes of what has no name to be told by: the first became the first, and so on."""
    return (Change(field, before, after) for before, after in zip_longest(old, new))
