"""`plancli explain`: the rules and evidence behind time nodes, departments and numbers, in a text or in a file."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from ..export.terminal import harmless
from ..isolation import isolated
from . import inputs, options
from .console import printable
from .failure import Tally
from .output import to_stdout

if TYPE_CHECKING:
    from ..annotate.timenodes.explain import Explanation
    from ..model.bulletin import Bulletin, Department, Plan, Task, TimeNode
    from ..model.settings import Settings

_ENDINGS = (".pdf", ".docx", ".txt")


class TaskPlace(StrEnum):
    """Where a text would stand: in prose, in a schedule column, in a column of limits (完成时限)."""

    PROSE = "prose"
    SCHEDULE = "schedule"
    LIMIT = "limit"


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT|FILE", help="An expression, a line of a plan, or a file.")],
    year: options.Year = None,
    place: Annotated[
        TaskPlace, typer.Option("--as", help="Where TEXT would stand; a column takes more for a time than prose.")
    ] = TaskPlace.PROSE,
    task: Annotated[
        str | None, typer.Option("--task", metavar="ID", help="One task of a file (p1.t7), in full.")
    ] = None,
    page: Annotated[
        int | None,
        typer.Option("--page", min=1, metavar="N", help="One page of a PDF: its regions, and how they were told."),
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option("--picture", metavar="PNG", help="With --page: a picture of the page with its regions."),
    ] = None,
    password: options.Password = None,
    config: options.Config = None,
    traceback: options.Traceback = None,
) -> None:
    """Say why: the rules behind time nodes, departments, numbers."""
    from .configuration import begin

    chosen = begin({"year": year, "password": password, "traceback": traceback}, config)
    if page is None and picture is not None:
        raise UsageError("--picture shows one page", "Say which with --page.")
    tally = Tally()
    if page is not None:
        read = tally.attempt(text, lambda: _page(text, page, picture, chosen.settings))
        _print(iter(read or ()))
        raise typer.Exit(tally.exit_code)
    if not _is_file(text):
        _print(said_of(text, chosen.settings, place))
        return
    found = tally.attempt(text, lambda: _read(text, chosen.settings, task))
    if found is not None:
        bulletin, readings = found
        _print(_bulletin(bulletin, task, readings))
    raise typer.Exit(tally.exit_code)


def _print(lines: Iterator[str]) -> None:
    to_stdout("".join(f"{harmless(line)}\n" for line in lines).encode())


def _is_file(text: str) -> bool:
    """A name that is there is a file, and so is one that ends like a file; a long text may be no name at all."""
    try:
        return text == inputs.STDIN or Path(text).is_file() or Path(text).suffix.lower() in _ENDINGS
    except (OSError, ValueError):
        return False


def said_of(text: str, settings: Settings, place: TaskPlace) -> Iterator[str]:
    """What is found in a line of a plan, and by which rules, a line each."""
    found = [*_number(text), *_times(text, settings, place), *_bodies(text, settings)]
    yield from found or ["nothing found: no number at the start, no time, no body with a part in the work"]


def _number(text: str) -> Iterator[str]:
    from ..language.labels import read_label

    label = read_label("".join(text.split()))
    if label is not None:
        yield f"number  「{label.text}」 → {label.number}; rule {label.form}"


def _times(text: str, settings: Settings, place: TaskPlace) -> Iterator[str]:
    from ..annotate.timenodes.explain import explain

    explanation = explain(
        text,
        year=settings.year,
        year_from="the option or the configuration",
        schedule=place is not TaskPlace.PROSE,
        limit=place is TaskPlace.LIMIT,
        calendar=settings.calendar,
    )
    yield from _derived(explanation)


def _derived(explanation: Explanation) -> Iterator[str]:
    for derivation in explanation.derivations:
        yield f"time    {_node(derivation.node, rules=False)}"
        for step in derivation.steps:
            yield f"          {step.rule} 「{explanation.text[step.start : step.end]}」 {_span((step.start, step.end))}"
        yield f"          year {derivation.year_from}"
    for refused in explanation.refused:
        yield f"refused 「{refused.raw}」 {_span((refused.start, refused.end))}: {refused.reason} ({refused.guard})"
    for problem in explanation.problems:
        raw = explanation.text[problem.start : problem.end]
        yield f"problem 「{raw}」 {_span((problem.start, problem.end))}: {problem.message} ({problem.code})"


def _bodies(text: str, settings: Settings) -> Iterator[str]:
    from ..annotate.departments.reader import read_prose
    from ..language.roles import words_for

    for found in read_prose(text, words=words_for(settings.lexicon)):
        for entry in found.value:
            what = f"leader, {entry.role}" if entry.person else entry.role
            yield f"who     「{entry.name}」 {_span((entry.start, entry.end))} → {what}{_rules(entry.rules)}"


def _page(name: str, number: int, picture: Path | None, settings: Settings) -> list[str]:
    from ..extract.pdf.explain import explain_page

    data = inputs.read(name, settings.limits)
    page = isolated(name, explain_page, data, number, settings=settings)
    if picture is not None:
        from .page_picture import draw_page

        marked = [(*region.box, f"{k} {region.why}") for k, region in enumerate(page.regions, 1)]
        draw_page(data, settings.password, number, marked, picture)
    lines = [f"page {page.number}, {page.width:.0f} × {page.height:.0f} points"]
    for k, region in enumerate(page.regions, 1):
        lines.append(f"{k:3} {' '.join(f'{edge:.0f}' for edge in region.box)}: {region.why}")
    lines += [f"out {item.reason}: {item.text}" for item in page.left_out]
    return lines


def _read(name: str, settings: Settings, wanted: str | None) -> tuple[Bulletin, list[Explanation]]:
    data = inputs.read(name, settings.limits)
    bulletin, readings = isolated(name, _parsed, data, printable(name), settings, wanted or "")
    if wanted is not None and wanted not in {task.id for plan in bulletin.plans for task in plan.tasks}:
        raise UsageError(f"there is no task {wanted}", "Tasks are named p1.t1, p1.t2 …")
    return bulletin, readings


def _parsed(data: bytes, name: str, settings: Settings, task: str) -> tuple[Bulletin, list[Explanation]]:
    """A bulletin, and what was read of the times of one task: both of the process that reads."""
    from ..annotate.timenodes.kept import keep
    from ..pipeline import parse_bytes

    with keep(task) as kept:
        return parse_bytes(data, name=name, settings=settings), kept.readings


def _bulletin(bulletin: Bulletin, wanted: str | None, readings: list[Explanation]) -> Iterator[str]:
    reader = bulletin.source.extractor
    yield f"read as {bulletin.source.media_type} by {reader.name if reader else 'plancli'}"
    for plan in bulletin.plans:
        if wanted is None or wanted in {task.id for task in plan.tasks}:
            yield from _plan(plan, wanted, readings)


def _plan(plan: Plan, wanted: str | None, readings: list[Explanation]) -> Iterator[str]:
    yield ""
    yield f"{plan.id} {plan.title} ({plan.kind})"
    yield f"  year {plan.year} (from {plan.year_from})" if plan.year else "  year not known: give --year"
    for task in plan.tasks:
        if wanted in (None, task.id):
            yield from _task(task)
        if wanted == task.id:
            yield from _detail(readings)


def _detail(readings: list[Explanation]) -> Iterator[str]:
    """Each text of the task as parse read it, with each rule that fired and each look-alike that was refused."""
    for explanation in readings:
        yield f"    text  {explanation.text}"
        for line in _derived(explanation):
            yield f"    {line}"


def _task(task: Task) -> Iterator[str]:
    place = ", ".join(f"{name} {number}" for name, number in task.location if number is not None and name != "boxes")
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


def _node(node: TimeNode, *, rules: bool = True) -> str:
    days = f"{node.start or '…'} – {node.end or '…'}" if node.start or node.end else "no dates"
    more = "".join(f"; {name} {value}" for name, value in (("edtf", node.edtf), ("rrule", node.rrule)) if value)
    about = "; approximate" if node.approximate else ""
    return f"「{node.raw}」 {_span(node.span)} → {node.kind}, {days}{more}{about}{_rules(node.rules) if rules else ''}"


def _span(span: tuple[int, int] | None) -> str:
    return f"at {span[0]}–{span[1]}" if span else "from a column"


def _rules(rules: tuple[str, ...]) -> str:
    return f"; rules {', '.join(rules)}" if rules else ""
