"""What `plancli explain` says, as plain data for JSON: the same, in the names of the models, with spans as `[start, end]`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..annotate.timenodes.explain import Explanation
    from ..extract.pdf.explain import PageReading
    from ..language.labels import Label
    from ..model.bulletin import Bulletin, Plan, Task


def of_text(text: str, label: Label | None, times: Explanation, bodies: Iterable[Any]) -> dict[str, Any]:
    """A line of a plan: its number, its times with the rules that fired, what was refused, its bodies and persons."""
    number = None if label is None else {"text": label.text, "number": label.number, "rule": label.form}
    departments = [
        {
            "name": entry.name,
            "role": entry.role,
            "person": entry.person,
            "span": [entry.start, entry.end],
            "rules": list(entry.rules),
        }
        for found in bodies
        for entry in found.value
    ]
    return {"text": text, "number": number, **of_times(times), "departments": departments}


def of_times(read: Explanation) -> dict[str, Any]:
    """What was read of the times of a text."""

    def raw(start: int, end: int) -> dict[str, Any]:
        return {"raw": read.text[start:end], "span": [start, end]}

    return {
        "time_nodes": [
            {
                **one.node.model_dump(mode="json"),
                "steps": [{"rule": step.rule, **raw(step.start, step.end)} for step in one.steps],
                "year_from": str(one.year_from),
            }
            for one in read.derivations
        ],
        "refused": [{**raw(one.start, one.end), "guard": one.guard, "reason": str(one.reason)} for one in read.refused],
        "problems": [
            {**raw(one.start, one.end), "code": one.code, "message": str(one.message)} for one in read.problems
        ],
    }


def of_bulletin(bulletin: Bulletin, wanted: str | None, readings: Iterable[Explanation]) -> dict[str, Any]:
    """A file plan by plan; of the task that is `wanted` each text as it was read."""
    source = bulletin.source.model_dump(mode="json")
    return {"source": source, "plans": list(_plans(bulletin, wanted, list(readings)))}


def _plans(bulletin: Bulletin, wanted: str | None, readings: list[Explanation]) -> Iterator[dict[str, Any]]:
    for plan in bulletin.plans:
        tasks = [task for task in plan.tasks if wanted in (None, task.id)]
        if tasks or wanted is None:
            yield {**_head(plan), "tasks": [_task(task, readings if wanted else None) for task in tasks]}


def _head(plan: Plan) -> dict[str, Any]:
    return plan.model_dump(mode="json", include={"id", "title", "kind", "year", "year_from"})


def _task(task: Task, readings: list[Explanation] | None) -> dict[str, Any]:
    held = task.model_dump(mode="json", exclude={"text", "remarks", "extra", "corrected", "section", "section_path"})
    if readings is not None:
        held["readings"] = [{"text": one.text, **of_times(one)} for one in readings]
    return held


def of_page(page: PageReading) -> dict[str, Any]:
    """A page of a PDF: its size in points, its regions with what told them, what was left out."""
    return {
        "page": page.number,
        "width": page.width,
        "height": page.height,
        "regions": [{**asdict(region), "box": list(region.box), "why": str(region.why)} for region in page.regions],
        "left_out": [{"reason": str(item.reason), "text": item.text} for item in page.left_out],
    }
