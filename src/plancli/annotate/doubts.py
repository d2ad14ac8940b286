"""What a doubt is about: the task that stands at its place in the source, and a JSON pointer (RFC 6901) to the value.

Text that was left out is no doubt about a value, nor is a column that nobody knows: its cells are in `extra`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..model.bulletin import Diagnostic, Location

# code → the field in doubt, of the task that is named or stands at the place
_OF_TASK = {
    "number-gap": "number",
    "number-repeated": "number",
    "number-order": "number",
    "number-unreadable": "number",
    "row-doubtful": "",
    "cell-unplaced": "",
    "header-guessed": "",
    "task-column-guessed": "title",
    "level-guessed": "",
}
_OF_PLAN = {"no-year": "/year", "no-plan": ""}

ToldDoubts = Diagnostic | dict[str, Any]


def point(diagnostics: Sequence[ToldDoubts], plans: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Diagnostics and finished plans, as plain data → the same diagnostics, each doubt with its plan, task and value."""
    numbers = {plan["id"]: f"/plans/{index}" for index, plan in enumerate(plans)}
    places = {
        task["id"]: (plan["id"], f"{numbers[plan['id']]}/tasks/{index}", _location(task))
        for plan in plans
        for index, task in enumerate(plan["tasks"])
    }
    for told in diagnostics:
        doubt = dict(told) if isinstance(told, Diagnostic) else told
        code, task = doubt["code"], doubt.get("task")
        if code in _OF_PLAN and doubt.get("plan") in numbers:
            yield {**doubt, "value": numbers[doubt["plan"]] + _OF_PLAN[code]}
        elif code in _OF_TASK:
            task = task or _at(_location(doubt), [(id, place) for id, (_, _, place) in places.items()])
            plan, pointer, _ = places.get(task or "", (doubt.get("plan"), "", None))
            value = f"{pointer}/{_OF_TASK[code]}" if pointer and _OF_TASK[code] else pointer or None
            yield {**doubt, "plan": plan, "task": task, "value": value}
        else:
            yield doubt


def _location(held: dict[str, Any]) -> dict[str, Any]:
    """The place of a task or a doubt as the fields of a `Location`."""
    place = held.get("location") or Location()
    return place.__dict__ if isinstance(place, Location) else place


def _at(place: dict[str, Any], tasks: list[tuple[str, dict[str, Any]]]) -> str | None:
    """The task that stands at a place: in its row, or the last above it, or the first of its table; at its paragraph."""
    if place["table"] is None:
        return next((id for id, own in tasks if place["paragraph"] and own["paragraph"] == place["paragraph"]), None)
    inside = [(id, own["row"] or 0) for id, own in tasks if own["table"] == place["table"]]
    above = [id for id, row in inside if row <= (place["row"] or 0)]
    return above[-1] if above else inside[0][0] if inside else None
