"""`plancli explain`: the rules and evidence behind time nodes, departments and numbers, in a text or in a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import UsageError
from ..export.terminal import harmless
from ..isolation import isolated
from ..messages import translated
from . import explain_data, explain_lines, inputs, options
from .console import printable
from .failure import Tally
from .output import show_lines, to_stdout

if TYPE_CHECKING:
    from ..annotate.timenodes.explain import Explanation
    from ..extract.pdf.explain import PageReading
    from ..language.labels import Label
    from ..model.bulletin import Bulletin
    from ..model.settings import Settings

_ENDINGS = (".pdf", ".docx", ".txt")


class ExplainFormat(StrEnum):
    """What `explain --format` takes."""

    TABLE = "table"
    JSON = "json"


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
    form: Annotated[
        ExplainFormat, typer.Option("--format", help="For people, or JSON.", case_sensitive=False)
    ] = ExplainFormat.TABLE,
    password: options.Password = None,
    config: options.Config = None,
    traceback: options.Traceback = None,
) -> None:
    """Say why: the rules behind time nodes, departments, numbers."""
    from .configuration import begin

    chosen = begin({"year": year, "password": password, "traceback": traceback}, config)
    file = page is not None or _is_file(text)
    _check(file, page, picture, task, place)
    tally, as_data = Tally(), form is ExplainFormat.JSON
    if page is not None:
        drawn = tally.attempt(text, lambda: _page(text, page, picture, chosen.settings))
        if drawn is not None:
            _print_data(explain_data.of_page(drawn)) if as_data else _print(explain_lines.of_page(drawn))
    elif not file:
        if as_data:
            _print_data(explain_data.of_text(text, *_found(text, chosen.settings, place)))
        else:
            _print(said_of(text, chosen.settings, place))
    else:
        found = tally.attempt(text, lambda: _read(text, chosen.settings, task))
        if found is not None:
            bulletin, readings = found
            if as_data:
                _print_data(explain_data.of_bulletin(bulletin, task, readings))
            else:
                _print(explain_lines.of_bulletin(bulletin, task, readings))
    raise typer.Exit(tally.exit_code)


def _check(file: bool, page: int | None, picture: Path | None, task: str | None, place: TaskPlace) -> None:
    """Refuses options that would do nothing. Raises `UsageError`."""
    if page is None and picture is not None:
        raise UsageError("--picture shows one page", "Say which with --page.")
    if task is not None and (page is not None or not file):
        raise UsageError("--task names a task of a file", "Give a file without --page, or leave --task out.")
    if file and place is not TaskPlace.PROSE:
        raise UsageError("--as says where a text would stand, and this is a file", "Leave --as out.")


def _print_data(held: dict[str, Any]) -> None:
    to_stdout((json.dumps(held, ensure_ascii=False, indent=2) + "\n").encode())


def _print(lines: Iterator[str]) -> None:
    show_lines(harmless(translated(line)) for line in lines)


def _is_file(text: str) -> bool:
    """A name that is there is a file, and so is one that ends like a file; a long text may be no name at all."""
    try:
        return text == inputs.STDIN or Path(text).is_file() or Path(text).suffix.lower() in _ENDINGS
    except (OSError, ValueError):
        return False


def said_of(text: str, settings: Settings, place: TaskPlace) -> Iterator[str]:
    """What is found in a line of a plan, and by which rules, a line each."""
    return explain_lines.of_text(*_found(text, settings, place))


def _found(text: str, settings: Settings, place: TaskPlace) -> tuple[Label | None, Explanation, list[Any]]:
    """The number, the times and the bodies of a line."""
    from ..annotate.departments.reader import read_prose
    from ..language.labels import read_label
    from ..language.roles import words_for

    bodies = list(read_prose(text, words=words_for(settings.lexicon)))
    return read_label("".join(text.split())), _explanation(text, settings, place), bodies


def _explanation(text: str, settings: Settings, place: TaskPlace) -> Explanation:
    from ..annotate.timenodes.explain import explain

    return explain(
        text,
        year=settings.year,
        year_from="the option or the configuration",
        schedule=place is not TaskPlace.PROSE,
        limit=place is TaskPlace.LIMIT,
        calendar=settings.calendar,
    )


def _page(name: str, number: int, picture: Path | None, settings: Settings) -> PageReading:
    from ..extract.pdf.explain import explain_page

    data = inputs.read(name, settings.limits)
    page: PageReading = isolated(name, explain_page, data, number, settings=settings)
    if picture is not None:
        from .page_picture import draw_page

        marked = [(*region.box, f"{k} {region.why}") for k, region in enumerate(page.regions, 1)]
        draw_page(data, settings.password, number, marked, picture)
    return page


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
