"""`plancli parse`: bulletins → one result on stdout or in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ..errors import PlancliError, Unsupported, UsageError
from ..messages import Listed, Message, recognised
from . import inputs, options, output
from .console import places, printable, voice
from .failure import Tally

if TYPE_CHECKING:
    from ..export.findings import FindingLine
    from ..extract import Member
    from ..model.bulletin import Bulletin, Diagnostic
    from ..model.settings import Settings

_SHOWN = 10  # warnings of one file that are listed without -v


class ParseFormat(StrEnum):
    """What `--format` takes; equal to `export.formats`."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TABLE = "table"
    MD = "md"
    XLSX = "xlsx"
    DOCX = "docx"
    ICS = "ics"
    SQLITE = "sqlite"
    PARQUET = "parquet"


def parse(
    paths: Annotated[list[str], typer.Argument(metavar="INPUT", help="PDF, DOCX or TXT files; - is stdin.")],
    out: options.Out = None,
    form: Annotated[
        ParseFormat | None,
        typer.Option("--format", help="Without it or an ending: json, or table on a terminal.", case_sensitive=False),
    ] = None,
    by: options.Rows = None,
    bom: options.Bom = None,
    year: options.Year = None,
    password: options.Password = None,
    ocr: options.Scans = None,
    strict: options.Strict = None,
    timeout: options.TimeLimit = None,
    max_memory: options.Memory = None,
    in_process: options.InProcess = None,
    limit: options.Limit = None,
    corrections: options.Corrections = None,
    no_persons: options.NoPersons = None,
    diagnostics: Annotated[
        str | None,
        typer.Option("--diagnostics", metavar="FILE", help="Write failures and warnings to FILE, as JSON Lines."),
    ] = None,
    config: options.Config = None,
    quiet: options.Quiet = None,
    verbose: options.Verbose = 0,
    traceback: options.Traceback = None,
) -> None:
    """Read work plans and write down who does what by when."""
    from .configuration import begin

    said = {
        "year": year,
        "password": password,
        "ocr": ocr and ocr.value,
        "by": by,
        "bom": bom,
        "strict": strict,
        "timeout": timeout,
        "max_memory": max_memory,
        "in_process": in_process,
        "limit": limit,
        "corrections": corrections,
        "no_persons": no_persons,
    }
    chosen = begin({**said, "quiet": quiet, "traceback": traceback}, config, verbose=verbose)
    target = output.target_of(out)
    shape = output.choose(form and form.value, target, chosen.values.get("format"))
    output.refuse_idle(shape, by=by, bom=bom)
    if in_process and (timeout is not None or max_memory is not None):
        raise UsageError("--in-process reads without --timeout and --max-memory", "Leave one or the other out.")
    inputs.check(paths)
    paths = inputs.expand(paths)
    output.check(target, paths)
    lines = Lines(diagnostics, [*paths, *([str(target)] if target else [])])

    tally = Tally(lines.failed)
    several = len(paths) > 1
    rows, marked = chosen.values.get("by", "node"), chosen.flag("bom")
    with output.Sink(target, shape, by=rows, bom=marked, several=several, archive=not several) as sink:
        for bulletin, file in _read_all(paths, chosen.settings, lines, tally):
            sink.add(bulletin)
            lines.read(bulletin, file)
            tally.warned |= _report(bulletin, file, table=shape == "table")
    lines.write()
    raise typer.Exit(tally.result(strict=chosen.flag("strict")))


def _read_all(paths: Sequence[str], settings: Settings, lines: Lines, tally: Tally) -> Iterator[tuple[Bulletin, str]]:
    """The bulletins of all inputs, each with the name of its file; what cannot be read is told and counted."""
    for name in paths:
        for file, read in tally.attempt(name, partial(_files, name, settings, lines)) or ():
            if (bulletin := tally.attempt(file, read)) is not None:
                yield bulletin, file


class Lines:
    """What went wrong and what is in doubt, for a FILE that a script reads; without one nothing is kept."""

    def __init__(self, file: str | None, taken: Sequence[str]) -> None:
        """Refuses a FILE that cannot be written or is among those that are `taken`. Raises `UsageError`."""
        self._file = Path(file) if file is not None else None
        self._lines: list[FindingLine] = []
        output.check(self._file, taken)

    def failed(self, name: str, error: PlancliError, severity: Literal["error", "info"] = "error") -> None:
        """An input that gave no result."""
        if self._file is not None:
            from ..export import findings

            self._lines.append(findings.of_failure(printable(name), error.code, error.what, error.remedy, severity))

    def read(self, bulletin: Bulletin, name: str) -> None:
        """An input that was read."""
        if self._file is not None:
            from ..export import findings

            self._lines += findings.of_bulletin(bulletin, printable(name))

    def write(self) -> None:
        """Writes the lines, none too. Raises `OutputError`."""
        if self._file is not None:
            from ..export import findings

            output.put(self._file, findings.text(self._lines).encode())


def _files(name: str, settings: Settings, lines: Lines) -> list[tuple[str, Callable[[], Bulletin | None]]]:
    """The files that an input stands for, itself or those in an archive or a mail, and how each is read. Raises an
    `InputError`."""
    from ..pipeline import members

    data = inputs.read(name, settings.limits)
    held = members(data, name, settings.limits)
    if held is None:
        return [(name, partial(_read, data, name, settings))]
    if not held:
        raise Unsupported("it holds no file", "Unpack it and look what is in it.")
    alone = len(held) == 1
    ordered = sorted(held, key=lambda member: member.aside)
    return [
        (f"{name}/{one.name}", partial(_member, one, f"{name}/{one.name}", settings, lines, alone=alone))
        for one in ordered
    ]


def _member(member: Member, name: str, settings: Settings, lines: Lines, *, alone: bool) -> Bulletin | None:
    """A file in a container; None, and a word to the user, for one that is of no kind that is read."""
    try:
        bulletin = _read(member.read(), name, settings)
    except Unsupported as error:
        if alone:
            raise
        lines.failed(name, error, "info")
        voice.say(Message("plancli: {file}: passed over: {told}", file=printable(name), told=error.message))
        return None
    plan = any(plan.tasks for plan in bulletin.plans)
    return bulletin if alone or not member.aside or plan else None


def _read(data: bytes, name: str, settings: Settings) -> Bulletin:
    from ..pipeline import parse_bytes

    def log(stage: str, seconds: float, attempts: list[str]) -> None:
        told = Message(
            "plancli: {file}: {stage} {seconds:.3f} s", file=printable(name), stage=Message(stage), seconds=seconds
        )
        if attempts:
            told = Message("{told} ({attempts})", told=told, attempts="; ".join(attempts))
        voice.log(told)

    return parse_bytes(data, name=printable(name), settings=settings, log=log)


def _report(bulletin: Bulletin, name: str, *, table: bool) -> bool:
    """Says what was found and what a person should look at; whether there was any such place."""
    (voice.say if table else voice.log)(
        Message("plancli: {file}: {told}", file=printable(name), told=_summary(bulletin))
    )
    warnings = [diagnostic for diagnostic in bulletin.diagnostics if diagnostic.severity != "info"]
    shown = warnings if voice.level > 0 else warnings[:_SHOWN]
    for diagnostic in shown:
        voice.say(Message("plancli: {file}: {told}", file=printable(name), told=_warning(diagnostic)))
    if len(shown) < len(warnings):
        voice.say(
            Message(
                "plancli: {file}: 1 more warning; -v lists them all",
                "plancli: {file}: {count} more warnings; -v lists them all",
                file=printable(name),
                count=len(warnings) - len(shown),
            )
        )
    return bool(warnings)


def _summary(bulletin: Bulletin) -> Message:
    tasks = [task for plan in bulletin.plans for task in plan.tasks]
    nodes = sum(len(task.time_nodes) for task in tasks)
    cover = bulletin.coverage
    return Message(
        "{plans}, {tasks}, {nodes}; {placed} of {characters} characters placed, {left_out} left out, {lost} lost",
        plans=Message("{count} plan", "{count} plans", count=len(bulletin.plans)),
        tasks=Message("{count} task", "{count} tasks", count=len(tasks)),
        nodes=Message("{count} time node", "{count} time nodes", count=nodes),
        placed=cover.placed,
        characters=cover.characters,
        left_out=cover.left_out,
        lost=cover.lost,
    )


def _warning(diagnostic: Diagnostic) -> Message:
    told = {
        "severity": Message(diagnostic.severity),
        "what": recognised(diagnostic.message).rstrip(".。"),
        "code": diagnostic.code,
    }
    where = places(diagnostic.location)
    if not where:
        return Message("{severity}: {what} ({code})", **told)
    return Message("{severity}: {what} ({code}), {places}", **told, places=Listed(*where))
