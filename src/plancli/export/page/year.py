"""The year of a plan as a timeline, a lane a task, and how many tasks of each body fall due in each month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ...model.bulletin import Bulletin, Plan, TimeNode
from .right import DueDays
from .told import Bar, Card, Heat, Lane, Timeline

_MOST_TURNS = 60  # ticks of one node: each week of a year
_SPILL = 8  # months beyond its year that a plan may reach into: a school year


def timelines(bulletin: Bulletin, first: int, due_days: DueDays) -> Iterator[Timeline]:
    """A timeline for each plan that has days at all."""
    for plan in bulletin.plans:
        axis = _axis(plan)
        if axis is not None:
            start, count = axis
            lanes = tuple(_lanes(plan, first, start, count, due_days))
            yield Timeline(plan.title, tuple(_month(start, k).strftime("%Y-%m") for k in range(count)), lanes)
        first += len(plan.tasks)


def heat(cards: Sequence[Card]) -> Heat:
    """Bodies by months; the busiest body first."""
    counts: Counter[tuple[str, str]] = Counter()
    total: Counter[str] = Counter()
    for card in cards:
        for key in {value.key for value in card.values if value.kind == "department"}:
            counts.update((key, month) for month in card.months)
            total[key] += len(card.months)
    columns = sorted({month for _, month in counts})
    order = sorted((key for key in total if total[key]), key=lambda key: (-total[key], key))
    rows = tuple((key, tuple(counts[key, month] for month in columns)) for key in order)
    return Heat(tuple(columns), rows, max(counts.values(), default=0))


def _axis(plan: Plan) -> tuple[date, int] | None:
    """The first day of the axis and how many months it has: the plan's year, and what follows of a school year."""
    ends = [node.end for task in plan.tasks for node in task.time_nodes if node.end is not None]
    if not ends:
        return None
    year = plan.year or min(ends).year
    start = date(year, 1, 1)
    beyond = [(end.year - year) * 12 + end.month for end in ends]
    return start, max([12, *(count for count in beyond if 12 < count <= 12 + _SPILL)])


def _month(start: date, offset: int) -> date:
    month = start.month - 1 + offset
    return date(start.year + month // 12, month % 12 + 1, 1)


def _lanes(plan: Plan, first: int, start: date, count: int, due_days: DueDays) -> Iterator[Lane]:
    end = _month(start, count)
    for index, task in enumerate(plan.tasks, first):
        bars = tuple(bar for node in task.time_nodes for bar in _bars(node, start, end, due_days))
        if bars:
            yield Lane(index, f"{task.number} {task.title}".strip(), bars)


def _bars(node: TimeNode, start: date, end: date, due_days: DueDays) -> Iterator[Bar]:
    """What lies beyond the axis stands at its edge."""
    size = (end - start).days

    def at(day: date) -> float:
        return round(max(0.0, min(1000.0, (day - start).days * 1000 / size)), 1)

    if node.kind == "recurring":
        for day in due_days(node)[:_MOST_TURNS]:
            yield Bar("recurring", at(day), at(day), node.raw)
    elif node.kind == "deadline" and node.end is not None:
        yield Bar("deadline", at(node.end + timedelta(days=1)), at(node.end + timedelta(days=1)), node.raw)
    elif node.start is not None and node.end is not None:
        yield Bar(node.kind, at(node.start), at(node.end + timedelta(days=1)), node.raw)
