"""`plancli validate`: results against the schema and the rules that a schema cannot say."""

from __future__ import annotations

from typing import Annotated

import typer

from . import inputs, options
from .console import printable, voice
from .failure import DIFFERENCE_EXIT, Tally
from .output import to_stdout


def validate(
    paths: Annotated[list[str], typer.Argument(metavar="FILE", help="Results, JSON or JSON Lines; - is stdin.")],
    quiet: options.Quiet = None,
    traceback: options.Traceback = None,
) -> None:
    """Check results against the schema and the rules beyond it.

    Prints one line a finding, `file: path: what`.
    """
    from ..export.validity import findings
    from .configuration import configure

    chosen = configure({"quiet": quiet, "traceback": traceback})
    voice.set(quiet=chosen.flag("quiet"), traceback=chosen.flag("traceback"))
    inputs.check(paths)
    tally, found = Tally(), 0
    for name in paths:
        data = tally.attempt(name, lambda name=name: inputs.read(name, chosen.settings.limits))  # type: ignore[misc]
        for path, what in findings(data) if data is not None else []:
            found += 1
            to_stdout(": ".join(filter(None, (printable(name), path, what))).encode() + b"\n")
    if not found and not tally.exit_code:
        voice.say(f"plancli: {len(paths)} checked, all hold")
    raise typer.Exit(tally.exit_code or (DIFFERENCE_EXIT if found else 0))
