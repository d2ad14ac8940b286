"""Bodies, persons and times as corrected. What was there already keeps its evidence; what is new is marked by its rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..annotate.timenodes import read_column
from ..model.bulletin import Department, Leader, Span, Task, TimeNode
from .record import Body, Fields, Time

RULE = "corrected"


def revised(task: Task, fields: Fields, *, year: int | None, key_of: Callable[[str], str]) -> Task:
    """A task with the fields that are given; `year` and `key_of` are those of its plan."""
    changes: dict[str, Any] = {}
    for name in ("number", "title", "text", "remarks"):
        if (said := getattr(fields, name)) is not None:
            changes[name] = said or None if name == "remarks" else said
    text = fields.text if fields.text is not None else task.text
    if fields.departments is not None:
        changes["departments"] = tuple(_departments(task.departments, fields.departments, key_of))
    if fields.leaders is not None:
        changes["leaders"] = tuple(_leaders(task.leaders, fields.leaders))
    if fields.time_nodes is not None:
        changes["time_nodes"] = tuple(_nodes(task.time_nodes, fields.time_nodes, year))
    changed = tuple(dict.fromkeys((*task.corrected, *fields.given)))
    done = task.model_copy(update={**changes, "corrected": changed})
    return placed(done, text) if {"text", "departments", "time_nodes"} & set(fields.given) else done


def placed(task: Task, text: str) -> Task:
    """A task with this text, the spans of its values where their words stand in it, null where they do not."""
    departments = tuple(
        body.model_copy(
            update={"span": _span(text, body.name, body.span), "scope": _scope(text, task.text, body.scope)}
        )
        for body in task.departments
    )
    nodes = tuple(node.model_copy(update={"span": _span(text, node.raw, node.span)}) for node in task.time_nodes)
    return task.model_copy(update={"text": text, "departments": departments, "time_nodes": nodes})


def _span(text: str, words: str, before: Span | None) -> Span | None:
    if before is not None and text[before[0] : before[1]] == words:
        return before
    at = text.find(words)
    return (at, at + len(words)) if at >= 0 else None


def _scope(text: str, before: str, scope: Span | None) -> Span | None:
    return scope if text == before else None


def _departments(
    held: Sequence[Department], said: Sequence[Body], key_of: Callable[[str], str]
) -> Iterator[Department]:
    for one in said:
        same = next((body for body in held if (body.name, body.role) == (one.name, one.role)), None)
        known = next((body for body in held if body.name == one.name), None)
        if same is not None:
            yield same
        elif known is not None:
            yield known.model_copy(update={"role": one.role, "rules": (RULE,)})
        else:
            yield Department(name=one.name, key=key_of(one.name) or one.name, role=one.role, rules=(RULE,))


def _leaders(held: Sequence[Leader], said: Sequence[Body]) -> Iterator[Leader]:
    for one in said:
        known = next((leader for leader in held if leader.name == one.name), None)
        yield known.model_copy(update={"role": one.role}) if known else Leader(name=one.name, role=one.role)


def _nodes(held: Sequence[TimeNode], said: Sequence[Time], year: int | None) -> Iterator[TimeNode]:
    for one in said:
        same = [node for node in held if node.raw == one.raw and (one.kind is None or _is(node, one))]
        if same:
            yield same[0]
        elif one.kind is None or one.kind == "recurring" or (one.kind != "conditional" and not (one.start or one.end)):
            yield from _read(one, year)
        else:
            yield _told(one)


def _is(node: TimeNode, said: Time) -> bool:
    days = (said.start, said.end) == (node.start, node.end) or (said.start is None and said.end is None)
    return node.kind == said.kind and days


def _read(said: Time, year: int | None) -> Iterator[TimeNode]:
    """The words as they would be read in a column of times; those that say no time wait for an event."""
    nodes, _ = read_column(said.raw, year=year, limit=said.kind == "deadline")
    for node in nodes:
        yield node.model_copy(update={"rules": (*node.rules, RULE)})
    if not nodes:
        yield TimeNode(raw=said.raw, kind="conditional", rules=(RULE,))


def _told(said: Time) -> TimeNode:
    start = None if said.kind == "deadline" else said.start
    edtf = f"../{said.end}" if said.end and start is None else f"{start}/{said.end}" if start and said.end else None
    if start is not None and start == said.end:
        edtf = f"{start}"
    return TimeNode(raw=said.raw, kind=said.kind or "conditional", start=start, end=said.end, edtf=edtf, rules=(RULE,))
