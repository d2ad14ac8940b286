"""`plancli batch`: files and folders → one result a file under DIR, with a journal; goes on where it was stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from ..messages import Listed, Message
from ..pace import cores
from . import inputs, options, output
from .console import printable, voice
from .failure import DIFFERENCE_EXIT, WARNINGS_EXIT
from .reading import MEMORY, SECONDS

if TYPE_CHECKING:
    from ..batch.entry import Selection
    from ..batch.job import ResultFormat as JobForm
    from ..batch.journal import Journal
    from ..batch.run import RunPlan, RunTally
    from .configuration import Configuration


_SHOWN = 10  # results of earlier runs that are listed without -v


class BatchFormat(StrEnum):
    """What `--format` takes."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"
    ICS = "ics"
    SQLITE = "sqlite"


class Engine(StrEnum):
    """What `--engine` takes."""

    LOCAL = "local"
    DASK = "dask"


def batch(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="Files, folders, or fsspec URLs.")],
    out: Annotated[str, typer.Option("-o", "--output", metavar="DIR", help="Folder of the results; made if missing.")],
    form: Annotated[
        BatchFormat | None,
        typer.Option("--format", help="json: a file each (default); else one data set.", case_sensitive=False),
    ] = None,
    by: options.Rows = None,
    bom: options.Bom = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", metavar="N", help="Worker processes; by default one a core.")
    ] = None,
    timeout: options.TimeLimit = None,
    max_memory: options.Memory = None,
    recursive: Annotated[
        bool, typer.Option("--recursive/--no-recursive", "-r", help="Go into folders in folders, or not.")
    ] = True,
    include: Annotated[
        list[str] | None, typer.Option("--include", metavar="GLOB", help="Only these files of a folder. Repeatable.")
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option("--exclude", metavar="GLOB", help="Not these, files or folders. Repeatable.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Parse again what is done.", show_default=False)] = False,
    prune: Annotated[
        bool,
        typer.Option("--prune", help="Remove results of files that are gone and of other formats.", show_default=False),
    ] = False,
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast", help="Stop at the first failure.", show_default=False)
    ] = False,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Workers of this machine, or of a cluster.")
    ] = Engine.LOCAL,
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", metavar="ADDRESS", help="Of the Dask cluster, as tcp://host:8786.")
    ] = None,
    year: options.Year = None,
    password: options.Password = None,
    ocr: options.Scans = None,
    strict: options.Strict = None,
    limit: options.Limit = None,
    corrections: options.Corrections = None,
    no_persons: options.NoPersons = None,
    config: options.Config = None,
    quiet: options.Quiet = None,
    verbose: options.Verbose = 0,
    traceback: options.Traceback = None,
) -> None:
    """Read many work plans, each in a worker process, and account for every file.

    DIR holds a result a file, journal.jsonl and summary.json. The same command again does what is not done yet.
    """
    from .configuration import begin

    said: dict[str, object] = {
        "year": year,
        "password": password,
        "ocr": ocr and ocr.value,
        "format": form and _common(form),
        "by": by,
        "bom": bom,
    }
    said |= {"jobs": jobs, "timeout": timeout, "max_memory": max_memory, "limit": limit}
    said |= {"corrections": corrections, "no_persons": no_persons}
    chosen = begin({**said, "strict": strict, "quiet": quiet, "traceback": traceback}, config, verbose=verbose)
    output.refuse_idle(_form(form, chosen), by=by, bom=bom)
    _check_engine(engine, scheduler)

    from ..batch.entry import Selection

    selection = Selection(tuple(include or ()), tuple(exclude or ()), recursive)
    sources = inputs.expand(sources)
    plan = _plan(sources, selection, out, _form(form, chosen), chosen, force=force, fail_fast=fail_fast, prune=prune)
    tally = _run(plan, out, chosen.values.get("jobs", cores()), scheduler)
    _tell_left(tally.left, out, removed=prune)
    _summarize(tally, out)
    warned = chosen.flag("strict") and tally.warnings
    raise typer.Exit(DIFFERENCE_EXIT if tally.failed else WARNINGS_EXIT if warned else 0)


def _check_engine(engine: Engine, scheduler: str | None) -> None:
    if engine is Engine.DASK and scheduler is None:
        raise UsageError("--engine dask needs a scheduler", "Add --scheduler tcp://HOST:8786.")
    if engine is Engine.LOCAL and scheduler is not None:
        raise UsageError("--scheduler is given, but the engine is local", "Add --engine dask.")


def _plan(
    sources: list[str],
    selection: Selection,
    out: str,
    form: JobForm,
    chosen: Configuration,
    *,
    force: bool,
    fail_fast: bool,
    prune: bool,
) -> RunPlan:
    """What the run is asked to do. Raises `UsageError` where there is no file, `MissingExtra` where parquet is missing."""
    from ..batch import remote, run
    from ..batch.job import ResultShape
    from ..batch.sources import entries
    from ..batch.worker_handle import Guards
    from ..export import parquet

    if form == "parquet":
        parquet.need()
    plan = run.RunPlan(
        entries=entries(sources, selection, output=None if remote.is_url(out) else Path(out)),
        settings=chosen.settings,
        shape=ResultShape(form, chosen.values.get("by", "node")),
        guards=Guards(chosen.values.get("timeout", SECONDS), chosen.values.get("max_memory", MEMORY)),
        force=force,
        fail_fast=fail_fast,
        prune=prune,
        bom=chosen.flag("bom"),
    )
    if not plan.entries:
        raise UsageError("there is no file to parse", "Check SOURCE, --include and --exclude.")
    return plan


def _run(plan: RunPlan, out: str, jobs: int, scheduler: str | None) -> RunTally:
    """The run itself, into a folder or a URL, on the workers of this machine or of the cluster at `scheduler`."""
    from ..batch import engines, remote, run
    from ..batch.results import Folder
    from .progress import Progress

    far = remote.is_url(out)
    store = remote.RemoteFolder(out) if far else Folder(Path(out))
    workers = min(jobs, len(plan.entries))
    if not scheduler:  # where there are fewer files than jobs, the pages of scans are read several at once
        plan = replace(plan, guards=replace(plan.guards, pages=max(1, jobs // workers)))
    with run.opened(store) as journal:
        _tell_dropped(journal, out)
        with (
            engines.dask(scheduler) if scheduler else engines.local(workers, far=far) as bench,
            Progress() as progress,
        ):
            return run.run(plan, store, journal, bench, progress)


def _common(form: BatchFormat) -> str | None:
    """The formats that the configuration knows too."""
    return form.value if form in (BatchFormat.JSON, BatchFormat.JSONL, BatchFormat.CSV) else None


def _form(form: BatchFormat | None, chosen: Configuration) -> JobForm:
    """The format of the results; the readable table of the configuration is for a terminal, not for files."""
    from ..batch.job import PIECES

    held = form.value if form is not None else chosen.values.get("format", "json")
    return held if held in PIECES else "json"


def _tell_dropped(journal: Journal, out: str) -> None:
    if journal.dropped:
        voice.say(
            Message(
                "plancli: {folder}: 1 line of the journal cut off or broken, and dropped; that file is done again",
                "plancli: {folder}: {count} lines of the journal cut off or broken, and dropped; those files are done again",
                folder=out,
                count=journal.dropped,
            )
        )


def _tell_left(left: Sequence[str], out: str, *, removed: bool) -> None:
    """Names what earlier runs left in the folder."""
    shown = left if voice.level > 0 else left[:_SHOWN]
    for name in shown:
        file = printable(f"{out}/{name}")
        if removed:
            voice.say(Message("plancli: {file}: removed", file=file))
        else:
            voice.say(Message("plancli: {file}: left by an earlier run; --prune removes it", file=file))
    if len(shown) < len(left):
        voice.say(
            Message(
                "plancli: {folder}: 1 more of these; -v lists them all",
                "plancli: {folder}: {count} more of these; -v lists them all",
                folder=out,
                count=len(left) - len(shown),
            )
        )


def _summarize(tally: RunTally, out: str) -> None:
    files = tally.ok + tally.failed + tally.skipped
    parts = [Message("{ok} ok", ok=tally.ok), Message("{failed} failed", failed=tally.failed)]
    if tally.skipped:
        parts.append(Message("{number} of kinds that plancli does not read", number=tally.skipped))
    if tally.unchanged:
        parts.append(Message("{number} of them unchanged and skipped", number=tally.unchanged))
    told = Message(
        "plancli: {folder}: 1 file: {parts}",
        "plancli: {folder}: {count} files: {parts}",
        folder=Path(out),
        count=files,
        parts=Listed(*parts),
    )
    voice.say(told if tally.complete else Message("{told}; stopped at the first failure", told=told))
