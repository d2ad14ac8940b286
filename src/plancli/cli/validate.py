"""`plancli validate`: results against the schema and the rules that a schema cannot say."""

from __future__ import annotations

import json
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from . import inputs, options
from .console import printable, voice
from .failure import DIFFERENCE_EXIT, Tally
from .output import to_stdout

_BYTES = 1 << 40  # results of a whole archive in one file are fine here


class Shape(StrEnum):
    """What `validate --format` takes."""

    LINES = "lines"
    JSON = "json"


def validate(
    paths: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Results, JSON or JSON Lines; patterns too; - is stdin.")
    ],
    form: Annotated[Shape, typer.Option("--format", help="A line a finding, or a JSON list of them.")] = Shape.LINES,
    quiet: options.Quiet = None,
    traceback: options.Traceback = None,
) -> None:
    """Check results against the schema and the rules beyond it.

    Prints one line a finding, `file: path: what`.
    """
    from ..export.validity import findings
    from .configuration import begin

    chosen = begin({"quiet": quiet, "traceback": traceback})
    inputs.check(paths)
    limits = replace(chosen.settings.limits, file_bytes=_BYTES)
    tally, found, names = Tally(), [], inputs.expand(paths)
    for name in names:
        data = tally.attempt(name, lambda name=name: inputs.read(name, limits))  # type: ignore[misc]
        for path, what in findings(data) if data is not None else []:
            found.append({"file": printable(name), "path": path, "what": what})
            if form is Shape.LINES:
                to_stdout(": ".join(filter(None, found[-1].values())).encode() + b"\n")
    if form is Shape.JSON:
        to_stdout(json.dumps(found, ensure_ascii=False, indent=2).encode() + b"\n")
    if not found and not tally.exit_code:
        voice.say(f"plancli: {len(names)} checked, all hold")
    raise typer.Exit(tally.exit_code or (DIFFERENCE_EXIT if found else 0))
