"""iCalendar (RFC 5545): deadlines and periods as all-day events, what comes again by its rule; in the user's language.

Each event's UID comes from the words and the place of what it stands for, so that a second import updates the first; its
stamp from the bulletin's date of issue or the first day of its year, never from the clock.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from ..messages import Message, language, translated
from ..model.bulletin import Bulletin, Plan, Task, TimeNode

_DAY = datetime.timedelta(days=1)


def document(bulletins: Sequence[Bulletin]) -> bytes:
    """One calendar of all nodes that have days; what goes on all year or waits for an event has none of its own."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//plancli//plancli//{language().upper()}")
    calendar.add("version", "2.0")
    seen: set[str] = set()
    for bulletin in bulletins:
        for plan in bulletin.plans:
            for task in plan.tasks:
                for event in _events(bulletin, plan, task):
                    if event["uid"] not in seen:
                        seen.add(event["uid"])
                        calendar.add_component(event)
    held: bytes = calendar.to_ical()
    return held


def _events(bulletin: Bulletin, plan: Plan, task: Task) -> Iterable[Any]:
    from icalendar import Event

    for node in task.time_nodes:
        first, last = _days(node)
        if first is None or last is None:
            continue
        event = Event()
        event.add("uid", _uid(plan, task, node))
        event.add("dtstamp", _stamp(plan))
        event.add("dtstart", first)
        event.add("dtend", last + _DAY)  # the end is the first day after (RFC 5545, 3.6.1)
        event.add("summary", f"{task.title}（{node.raw}）")
        event.add("description", _description(bulletin, plan, task, node))
        event.add("transp", "TRANSPARENT")
        if node.kind == "recurring" and node.rrule is not None and node.end is not None:
            event.add("rrule", _until(node.rrule, node.end))
        yield event


def _days(node: TimeNode) -> tuple[datetime.date | None, datetime.date | None]:
    """The days of the event: a deadline is its last day, a recurring node the first day of its rule."""
    if node.kind == "deadline":
        return node.end, node.end
    if node.kind == "period":
        return node.start, node.end
    if node.kind == "recurring" and node.rrule is not None and node.start is not None and node.end is not None:
        from dateutil.rrule import rrulestr

        begin = datetime.datetime.combine(node.start, datetime.time())
        turn = rrulestr(node.rrule, dtstart=begin).after(begin, inc=True)
        day = turn.date() if turn is not None and turn.date() <= node.end else None
        return day, day
    return None, None


def _until(rule: str, last: datetime.date) -> dict[str, Any]:
    from icalendar import vRecur

    held: dict[str, Any] = vRecur.from_ical(rule)
    held.setdefault("UNTIL", last)
    return held


def _uid(plan: Plan, task: Task, node: TimeNode) -> str:
    said = "\n".join((plan.title, task.number, task.title, node.raw, node.action or "", str(node.start), str(node.end)))
    return f"{hashlib.sha256(said.encode()).hexdigest()[:32]}@plancli"


def _stamp(plan: Plan) -> datetime.datetime:
    day = plan.issued_on or datetime.date(plan.year or 2000, 1, 1)
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _description(bulletin: Bulletin, plan: Plan, task: Task, node: TimeNode) -> str:
    who = [Message("{role}: {name}", role=Message(body.role), name=body.name) for body in task.departments]
    place = Message("{plan}, task {number}", plan=plan.title, number=task.number)
    file: str = bulletin.source.path
    if task.location.page is not None:
        file = Message("{file}, page {page}", file=file, page=task.location.page)
    lines = [
        node.action or task.text,
        *(translated(line) if isinstance(line, Message) else line for line in (*who, place, file)),
    ]
    return "\n".join(line for line in lines if line)
