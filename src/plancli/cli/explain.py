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
from ..messages import Listed, Message, Several, recognised, translated
from . import inputs, options
from .console import places, printable
from .failure import Tally
from .output import show

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
    show("".join(f"{harmless(translated(line))}\n" for line in lines))


def _is_file(text: str) -> bool:
    """A name that is there is a file, and so is one that ends like a file; a long text may be no name at all."""
    try:
        return text == inputs.STDIN or Path(text).is_file() or Path(text).suffix.lower() in _ENDINGS
    except (OSError, ValueError):
        return False


def said_of(text: str, settings: Settings, place: TaskPlace) -> Iterator[str]:
    """What is found in a line of a plan, and by which rules, a line each."""
    found = [*_number(text), *_times(text, settings, place), *_bodies(text, settings)]
    yield from found or [Message("nothing found: no number at the start, no time, no body with a part in the work")]


def _number(text: str) -> Iterator[str]:
    from ..language.labels import read_label

    label = read_label("".join(text.split()))
    if label is not None:
        yield Message(
            "number  「{text}」 → {number}; rule {rule}", text=label.text, number=label.number, rule=label.form
        )


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
        yield Message("time    {node}", node=_node(derivation.node, rules=False))
        for step in derivation.steps:
            raw = explanation.text[step.start : step.end]
            yield Message(
                "          {rule} 「{raw}」 {span}", rule=step.rule, raw=raw, span=_span((step.start, step.end))
            )
        yield Message("          year {year_from}", year_from=recognised(derivation.year_from))
    for refused in explanation.refused:
        yield Message(
            "refused 「{raw}」 {span}: {reason} ({guard})",
            raw=refused.raw,
            span=_span((refused.start, refused.end)),
            reason=Message(refused.reason),
            guard=refused.guard,
        )
    for problem in explanation.problems:
        yield Message(
            "problem 「{raw}」 {span}: {what} ({code})",
            raw=explanation.text[problem.start : problem.end],
            span=_span((problem.start, problem.end)),
            what=Message(problem.message),
            code=problem.code,
        )


def _bodies(text: str, settings: Settings) -> Iterator[str]:
    from ..annotate.departments.reader import read_prose
    from ..language.roles import words_for

    for found in read_prose(text, words=words_for(settings.lexicon)):
        for entry in found.value:
            what = Message("leader, {role}", role=Message(entry.role)) if entry.person else Message(entry.role)
            yield Message(
                "who     「{name}」 {span} → {what}",
                name=entry.name,
                span=_span((entry.start, entry.end)),
                what=Several(what, *_rules(entry.rules)),
            )


def _page(name: str, number: int, picture: Path | None, settings: Settings) -> list[str]:
    from ..extract.pdf.explain import explain_page

    data = inputs.read(name, settings.limits)
    page = isolated(name, explain_page, data, number, settings=settings)
    if picture is not None:
        from .page_picture import draw_page

        marked = [(*region.box, f"{k} {region.why}") for k, region in enumerate(page.regions, 1)]
        draw_page(data, settings.password, number, marked, picture)
    size = Message(
        "page {number}, {width:.0f} × {height:.0f} points", number=page.number, width=page.width, height=page.height
    )
    lines: list[str] = [size]
    for k, region in enumerate(page.regions, 1):
        lines.append(f"{k:3} {' '.join(f'{edge:.0f}' for edge in region.box)}: {region.why}")
    lines += [Message("out {reason}: {text}", reason=item.reason, text=item.text) for item in page.left_out]
    return lines


def _read(name: str, settings: Settings, wanted: str | None) -> tuple[Bulletin, list[Explanation]]:
    data = inputs.read(name, settings.limits)
    bulletin, readings = isolated(name, _parsed, data, printable(name), settings, wanted or "")
    if wanted is not None and wanted not in {task.id for plan in bulletin.plans for task in plan.tasks}:
        raise UsageError("there is no task {wanted}", "Tasks are named p1.t1, p1.t2 …", wanted=wanted)
    return bulletin, readings


def _parsed(data: bytes, name: str, settings: Settings, task: str) -> tuple[Bulletin, list[Explanation]]:
    """A bulletin, and what was read of the times of one task: both of the process that reads."""
    from ..annotate.timenodes.kept import keep
    from ..pipeline import parse_bytes

    with keep(task) as kept:
        return parse_bytes(data, name=name, settings=settings), kept.readings


def _bulletin(bulletin: Bulletin, wanted: str | None, readings: list[Explanation]) -> Iterator[str]:
    reader = bulletin.source.extractor
    yield Message(
        "read as {kind} by {reader}", kind=bulletin.source.media_type, reader=reader.name if reader else "plancli"
    )
    for plan in bulletin.plans:
        if wanted is None or wanted in {task.id for task in plan.tasks}:
            yield from _plan(plan, wanted, readings)


def _plan(plan: Plan, wanted: str | None, readings: list[Explanation]) -> Iterator[str]:
    yield ""
    yield f"{plan.id} {plan.title} ({plan.kind})"
    if plan.year:
        yield Message("  year {year} (from {year_from})", year=plan.year, year_from=Message(plan.year_from or ""))
    else:
        yield Message("  year not known: give --year")
    for task in plan.tasks:
        if wanted in (None, task.id):
            yield from _task(task)
        if wanted == task.id:
            yield from _detail(readings)


def _detail(readings: list[Explanation]) -> Iterator[str]:
    """Each text of the task as parse read it, with each rule that fired and each look-alike that was refused."""
    for explanation in readings:
        yield Message("    text  {text}", text=explanation.text)
        for line in _derived(explanation):
            yield Message("    {line}", line=line)


def _task(task: Task) -> Iterator[str]:
    where = places(task.location)
    told = {"id": task.id, "label": task.label, "number": task.number, "title": task.title}
    if where:
        yield Message("  {id} 「{label}」 → {number} {title}  [{places}]", **told, places=Listed(*where))
    else:
        yield Message("  {id} 「{label}」 → {number} {title}", **told)
    for department in task.departments:
        yield Message("    who   {told}", told=_department(department))
    for leader in task.leaders:
        yield Message("    who   「{name}」 → leader, {role}", name=leader.name, role=Message(leader.role))
    for node in task.time_nodes:
        yield Message("    when  {told}", told=_node(node))


def _department(department: Department) -> Message:
    parts: list[str] = [Message(department.role)]
    if department.scope:
        parts.append(Message("governs {span}", span=_span(department.scope)))
    return Message(
        "「{name}」 {span} → {what}",
        name=department.name,
        span=_span(department.span),
        what=Several(*parts, *_rules(department.rules)),
    )


def _node(node: TimeNode, *, rules: bool = True) -> Message:
    days = f"{node.start or '…'} – {node.end or '…'}" if node.start or node.end else Message("no dates")
    parts: list[str] = [Message("{kind}, {days}", kind=Message(node.kind), days=days)]
    parts += [f"{name} {value}" for name, value in (("edtf", node.edtf), ("rrule", node.rrule)) if value]
    if node.approximate:
        parts.append(Message("approximate"))
    if rules:
        parts += _rules(node.rules)
    return Message("「{raw}」 {span} → {what}", raw=node.raw, span=_span(node.span), what=Several(*parts))


def _span(span: tuple[int, int] | None) -> Message:
    if span is None:
        return Message("from a column")
    return Message("at {start}–{end}", start=span[0], end=span[1])


def _rules(rules: tuple[str, ...]) -> list[Message]:
    return [Message("rules {names}", names=", ".join(rules))] if rules else []
