"""`plancli explain`: the rules and evidence behind time nodes, departments and numbers, in a text or in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import inputs, options
from .console import printable, voice
from .output import to_stdout

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin, Department, Plan, Task, TimeNode
    from ..model.settings import Settings

_ENDINGS = (".pdf", ".docx", ".txt")


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT|FILE", help="An expression, a line of a plan, or a file.")],
    year: options.Year = None,
    task: Annotated[str | None, typer.Option("--task", metavar="ID", help="One task of a file: p1.t7.")] = None,
    password: options.Password = None,
    config: options.Config = None,
    traceback: options.Traceback = None,
) -> None:
    """Say why: the rules behind time nodes, departments, numbers."""
    from .configuration import configure

    chosen = configure({"year": year, "password": password, "traceback": traceback}, config)
    voice.set(traceback=chosen.flag("traceback"))
    lines = _file(text, chosen.settings, task) if _is_file(text) else _text(text, chosen.settings)
    to_stdout("".join(f"{line}\n" for line in lines).encode())


def _is_file(text: str) -> bool:
    """A name that is there is a file, and so is one that ends like a file; a long text may be no name at all."""
    try:
        return text == inputs.STDIN or Path(text).is_file() or Path(text).suffix.lower() in _ENDINGS
    except (OSError, ValueError):
        return False


def _text(text: str, settings: Settings) -> Iterator[str]:
    from ..annotate.departments.rules import read_prose
    from ..annotate.departments.words import words_for
    from ..annotate.timenodes import find_time_nodes
    from ..segment.numbering import read_label

    yield f"year {settings.year} (option or configuration)" if settings.year else "year not known: give --year"
    found = False
    label = read_label("".join(text.split()))
    if label is not None:
        found = True
        yield f"number  「{label.text}」 → {label.number}; rule {label.form}"
    for node in find_time_nodes(text, year=settings.year):
        found = True
        yield f"time    {_node(node)}"
    for reading in read_prose(text, words=words_for(settings.lexicon)):
        for entry in reading.value:
            found = True
            what = f"leader, {entry.role}" if entry.person else entry.role
            yield f"who     「{entry.name}」 {_span((entry.start, entry.end))} → {what}{_rules(entry.rules)}"
    if not found:
        yield "nothing found: no number at the start, no time, no body with a role"


def _file(name: str, settings: Settings, wanted: str | None) -> Iterator[str]:
    from ..errors import UsageError
    from ..pipeline import parse_bytes

    data = inputs.read(name, settings.limits)
    bulletin = parse_bytes(data, name=printable(name), settings=settings)
    if wanted is not None and wanted not in {task.id for plan in bulletin.plans for task in plan.tasks}:
        raise UsageError(f"{printable(name)} has no task {wanted}", "Tasks are named p1.t1, p1.t2 …")
    return _bulletin(bulletin, wanted)


def _bulletin(bulletin: Bulletin, wanted: str | None) -> Iterator[str]:
    yield f"read as {bulletin.source.media_type} by {bulletin.source.extractor or 'plancli'}"
    for plan in bulletin.plans:
        if wanted is None or wanted in {task.id for task in plan.tasks}:
            yield from _plan(plan, wanted)


def _plan(plan: Plan, wanted: str | None) -> Iterator[str]:
    yield ""
    yield f"{plan.id} {plan.title} ({plan.kind})"
    yield f"  year {plan.year} (from {plan.year_from})" if plan.year else "  year not known: give --year"
    for task in plan.tasks:
        if wanted in (None, task.id):
            yield from _task(task)


def _task(task: Task) -> Iterator[str]:
    place = ", ".join(f"{name} {number}" for name, number in task.location if number is not None)
    yield f"  {task.id} 「{task.label}」 → {task.number} {task.title}{f'  [{place}]' if place else ''}"
    for department in task.departments:
        yield f"    who   {_department(department)}"
    for leader in task.leaders:
        yield f"    who   「{leader.name}」 → leader, {leader.role}"
    for node in task.time_nodes:
        yield f"    when  {_node(node)}"


def _department(department: Department) -> str:
    scope = f"; governs {_span(department.scope)}" if department.scope else ""
    return f"「{department.name}」 {_span(department.span)} → {department.role}{scope}{_rules(department.rules)}"


def _node(node: TimeNode) -> str:
    days = f"{node.start or '…'} – {node.end or '…'}" if node.start or node.end else "no dates"
    more = "".join(f"; {name} {value}" for name, value in (("edtf", node.edtf), ("rrule", node.rrule)) if value)
    about = "; approximate" if node.approximate else ""
    return f"「{node.raw}」 {_span(node.span)} → {node.kind}, {days}{more}{about}{_rules(node.rules)}"


def _span(span: tuple[int, int] | None) -> str:
    return f"at {span[0]}–{span[1]}" if span else "from a column"


def _rules(rules: tuple[str, ...]) -> str:
    return f"; rules {', '.join(rules)}" if rules else ""
