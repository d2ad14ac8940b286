"""`plancli stats`: how many tasks there are, whose, when."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from ..messages import Message, translated
from . import failure, inputs, options, output, tables


def stats(
    sources: options.Sources,
    out: options.Out = None,
    form: Annotated[
        tables.TablesFormat | None,
        typer.Option("--format", help="By default a table on a terminal, else csv.", case_sensitive=False),
    ] = None,
    weeks: Annotated[int, typer.Option("--weeks", metavar="N", min=0, help="How many of the fullest weeks.")] = 10,
    config: options.Config = None,
    quiet: options.Quiet = None,
    verbose: options.Verbose = 0,
    traceback: options.Traceback = None,
) -> None:
    """Count tasks by department, month and kind, those with a deadline, and the fullest weeks."""
    from ..query.statistics import Statistics
    from .configuration import begin

    chosen = begin({"quiet": quiet, "traceback": traceback}, config, verbose=verbose)
    target = output.target_of(out)
    shape = tables.choose(form, target)
    sources = inputs.expand(sources)
    output.check(target, sources)
    tally, counted = failure.Tally(), Statistics()
    for source in sources:
        for bulletin in tally.attempt(source, partial(tables.read, source, chosen.settings)) or ():
            counted.add(bulletin)
    sheet = counted.sheet(weeks)
    tables.put(
        target,
        shape,
        title=translated(Message("Statistics")),
        sheets=counted.sheets(weeks),
        whole=sheet,
        data=list(sheet.rows),
    )
    raise typer.Exit(tally.result(strict=False))
