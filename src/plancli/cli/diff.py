"""`plancli diff`: what became of the tasks of a plan, or of an archive, in the next."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from ..messages import Message
from . import failure, options, output, tables
from .console import voice


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A bulletin, results, a database or the folder of a batch.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="What came after it.")],
    out: options.Out = None,
    form: Annotated[
        tables.TablesFormat | None,
        typer.Option("--format", help="By default a table on a terminal, else csv.", case_sensitive=False),
    ] = None,
    whole: Annotated[bool, typer.Option("--all", help="List what goes on unchanged too.", show_default=False)] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 where anything changed.", show_default=False)
    ] = False,
    config: options.Config = None,
    quiet: options.Quiet = None,
    verbose: options.Verbose = 0,
    traceback: options.Traceback = None,
) -> None:
    """Compare two plans or archives: tasks continued, new, dropped, moved, split, merged, and what changed in them."""
    from ..comparison import report
    from .configuration import begin

    chosen = begin({"quiet": quiet, "traceback": traceback}, config, verbose=verbose)
    target = output.target_of(out)
    shape = tables.choose(form, target)
    output.check(target, [old, new])
    tally = failure.Tally()
    before = tally.attempt(old, partial(tables.read, old, chosen.settings))
    after = tally.attempt(new, partial(tables.read, new, chosen.settings))
    if before is None or after is None:
        raise typer.Exit(tally.result(strict=False))
    entries = report.entries(before, after)
    shown = [entry for entry in entries if whole or entry.changed]
    sheet = report.sheet(shown, readable=shape in ("xlsx", "html"))
    title = f"{Path(old).name} → {Path(new).name}"
    data = {**report.data(shown), "counts": report.counts(entries)}
    tables.put(
        target, shape, title=title, sheets=[report.brief(shown) if shape == "table" else sheet], whole=sheet, data=data
    )
    counts = report.counts(entries)
    told = Message(
        "plancli: {continued} continued, {moved} moved, {split} split, {merged} merged, {new} new, {dropped} dropped; "
        "{changed} of the continued changed",
        **counts,
    )
    voice.say(told)
    changed = any(entry.changed for entry in entries)
    raise typer.Exit(failure.DIFFERENCE_EXIT if exit_code and changed else 0)
