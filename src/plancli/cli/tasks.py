"""`plancli tasks`: which tasks are due when, whose they are, what is in doubt, over bulletins and results alike."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from ..errors import UsageError
from . import completion, inputs, options, output
from .console import tell_unplaced
from .failure import Tally

if TYPE_CHECKING:
    from ..export.formats import DocumentName, Name
    from ..export.rows import By as RowKind
    from ..model.bulletin import Bulletin, Role, TimeKind
    from ..model.settings import Settings
    from ..query.selection import Wanted


class TasksRow(StrEnum):
    """What a row is."""

    TASK = "task"
    NODE = "node"
    DEPARTMENT = "department"


class RoleChoice(StrEnum):
    """What `--role` takes."""

    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"


class KindChoice(StrEnum):
    """What `--kind` takes."""

    PERIOD = "period"
    DEADLINE = "deadline"
    ONGOING = "ongoing"
    RECURRING = "recurring"
    CONDITIONAL = "conditional"


class TasksFormat(StrEnum):
    """What `--format` takes."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"
    XLSX = "xlsx"
    DOCX = "docx"
    ICS = "ics"
    SQLITE = "sqlite"
    PARQUET = "parquet"


def tasks(
    sources: options.Sources,
    due: Annotated[
        str | None,
        typer.Option(
            "--due",
            metavar="SPAN",
            help="2026Q2, 2026-05, 2026-04..2026-06, next-quarter …",
            autocompletion=completion.spans,
        ),
    ] = None,
    ongoing: Annotated[
        bool, typer.Option("--all", help="With --due: what goes on all year too.", show_default=False)
    ] = False,
    department: Annotated[str | None, typer.Option("--department", metavar="NAME", help="Tasks of this body.")] = None,
    role: Annotated[RoleChoice | None, typer.Option("--role", help="Its role in them.")] = None,
    leader: Annotated[str | None, typer.Option("--leader", metavar="NAME", help="Tasks of this person.")] = None,
    kind: Annotated[KindChoice | None, typer.Option("--kind", help="Tasks with a time node of this kind.")] = None,
    search: Annotated[str | None, typer.Option("--search", metavar="WORDS", help="Words that all stand in it.")] = None,
    plan_year: Annotated[int | None, typer.Option("--year", metavar="N", help="Plans of this year alone.")] = None,
    doubtful: Annotated[bool, typer.Option("--doubtful", help="Tasks with a doubt alone.", show_default=False)] = False,
    by: Annotated[TasksRow | None, typer.Option("--by", help="What a row is; by default a task.")] = None,
    today: Annotated[
        str | None, typer.Option("--today", metavar="DATE", help="What next-… counts from; by default the clock.")
    ] = None,
    out: options.Out = None,
    form: Annotated[
        TasksFormat | None,
        typer.Option("--format", help="By default a table on a terminal, else csv.", case_sensitive=False),
    ] = None,
    corrections: options.Corrections = None,
    no_persons: options.NoPersons = None,
    config: options.Config = None,
    quiet: options.Quiet = None,
    verbose: options.Verbose = 0,
    traceback: options.Traceback = None,
) -> None:
    """List tasks: who does what by when, chosen by date, department, words or doubt."""
    from ..language.script import simplify
    from ..query.selection import Wanted
    from .configuration import begin

    said = {"corrections": corrections, "no_persons": no_persons, "quiet": quiet, "traceback": traceback}
    chosen = begin(said, config, verbose=verbose)
    if leader is not None and chosen.settings.no_persons:
        raise UsageError("--leader asks for a person, and --no-persons leaves them out", "Leave one of the two away.")
    target = output.target_of(out)
    shape = output.choose(form and form.value, target, None, piped="csv")
    output.refuse_idle(shape, by=by, bom=None, rows=("csv", "json", "jsonl", "parquet"))
    if due is None and (ongoing or today is not None):
        raise UsageError("--all and --today go with --due", "Give --due, or leave them out.")
    sources = inputs.expand(sources)
    output.check(target, sources)
    row: RowKind = by.value if by is not None else "task"
    wanted = Wanted(
        due=_span(due, today),
        ongoing=ongoing,
        department=department,
        role=cast("Role | None", role and role.value),
        leader=leader,
        kind=cast("TimeKind | None", kind and kind.value),
        search=tuple(simplify(search).split()) if search else (),
        year=plan_year,
        doubtful=doubtful,
    )
    tally = Tally()
    read = partial(_read, settings=chosen.settings, wanted=wanted, for_rows=shape in ("csv", "json", "jsonl"))
    _write(_selected(sources, read, tally), row, target, shape)
    raise typer.Exit(tally.result(strict=False))


def _write(selected: Iterable[Bulletin], by: RowKind, target: Path | None, shape: Name | DocumentName) -> None:
    if shape in ("json", "jsonl"):
        output.put(target, _rows(selected, by, shape))
        return
    with output.Sink(target, shape, by=by) as sink:
        for bulletin in selected:
            sink.add(bulletin)


def _rows(selected: Iterable[Bulletin], by: RowKind, shape: str) -> bytes:
    """The rows as one JSON list, or one a line; days as ISO 8601 writes them."""
    from ..export.rows import rows

    found = [row for bulletin in selected for row in rows(bulletin, by)]
    if shape == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in found).encode()
    return (json.dumps(found, ensure_ascii=False, indent=2, default=str) + "\n").encode()


def _span(due: str | None, today: str | None) -> Any:
    from ..query.spans import span_of

    if due is None:
        return None
    try:
        day = date.fromisoformat(today) if today else date.today()
    except ValueError:
        raise UsageError("--today is {today!r}", "Write it as 2026-03-31.", today=today) from None
    return span_of(due, today=day)


def _selected(sources: list[str], read: Callable[[Path], list[Bulletin]], tally: Tally) -> Iterator[Bulletin]:
    for source in sources:
        yield from tally.attempt(source, partial(read, Path(source))) or ()


def _read(source: Path, settings: Settings, wanted: Wanted, for_rows: bool) -> list[Bulletin]:
    """The bulletins of a SOURCE cut down to what is wanted, one after the other: an archive takes no more memory than that."""
    from ..query.selection import select
    from ..query.sources import bulletins

    found = []
    for bulletin in bulletins(source, settings, wanted, for_rows=for_rows):
        tell_unplaced(bulletin)
        held = select(bulletin, wanted)
        if held is not None:
            found.append(held)
    return found
