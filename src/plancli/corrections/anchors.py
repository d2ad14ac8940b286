"""The task that a correction means, by its words and its place, never by its id: another task may be found before it."""

from __future__ import annotations

from collections.abc import Sequence

from ..language.script import bare
from ..model.bulletin import Plan, Task
from .record import Anchor, Place

Held = tuple[Plan, Task]


def find(tasks: Sequence[Held], anchor: Anchor) -> int | None:
    """The index of the task that is meant, None where it is not there or could be any of several.

    The same title first, where place, text or number agree as well, and of several the one at the same place, with the same
    text, number or plan; else the one task at the same place whose words hold those of the anchor, or are held by them: a
    newer reading may cut a passage elsewhere.
    """
    title = bare(anchor.title)
    alone = anchor.place == Place() and not anchor.text and not anchor.number
    tells = (_same_place, _same_text, _same_number)
    found = [
        index
        for index, held in enumerate(tasks)
        if bare(held[1].title) == title and (alone or any(tell(held, anchor) for tell in tells))
    ]
    for tell in (*tells, _same_plan):
        if len(found) > 1:
            found = [index for index in found if tell(tasks[index], anchor)] or found
    if not found:
        found = [
            index for index, held in enumerate(tasks) if _same_place(held, anchor) and _shares_words(held[1], anchor)
        ]
    return found[0] if len(found) == 1 else None


def _same_place(held: Held, anchor: Anchor) -> bool:
    place = place_of(held[1])
    return place != Place() and place == anchor.place


def _same_text(held: Held, anchor: Anchor) -> bool:
    return bool(anchor.text) and bare(held[1].text) == bare(anchor.text)


def _same_number(held: Held, anchor: Anchor) -> bool:
    return bool(anchor.number) and held[1].number == anchor.number


def _same_plan(held: Held, anchor: Anchor) -> bool:
    return bare(held[0].title) == bare(anchor.plan)


def _shares_words(task: Task, anchor: Anchor) -> bool:
    ours, theirs = bare(task.title), bare(anchor.title)
    return bool(ours and theirs) and (theirs in ours + bare(task.text) or ours in theirs + bare(anchor.text))


def place_of(task: Task) -> Place:
    """Where a task stands, as an anchor says it."""
    location = task.location
    return Place(**{name: getattr(location, name) for name in Place.model_fields})
