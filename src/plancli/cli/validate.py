"""`plancli validate`: results against the schema and the rules that a schema cannot say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..export.terminal import one_line
from ..messages import Message, recognised, translated
from ..model.settings import Limits
from . import inputs, options
from .console import printable, voice
from .failure import DIFFERENCE_EXIT, Tally
from .output import show_lines, to_stdout

_BYTES = 1 << 40  # results of a whole archive in one file are fine here


class ValidateFormat(StrEnum):
    """What `validate --format` takes."""

    TABLE = "table"
    JSON = "json"


def validate(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Results (JSON, JSON Lines), folders of a batch, patterns; - is stdin."),
    ],
    form: Annotated[
        ValidateFormat, typer.Option("--format", help="A line a finding, or a JSON list of them.", case_sensitive=False)
    ] = ValidateFormat.TABLE,
    quiet: options.Quiet = None,
    traceback: options.Traceback = None,
) -> None:
    """Check results against the schema and the rules beyond it; of a batch's folder the journal and the summary too.

    Prints one line a finding, `file: path: what`.
    """
    from .configuration import begin

    chosen = begin({"quiet": quiet, "traceback": traceback})
    inputs.check(paths)
    limits = replace(chosen.settings.limits, file_bytes=_BYTES)
    tally, found, names = Tally(), [], inputs.expand(paths)
    for name in names:
        for file, path, what in tally.attempt(name, lambda name=name: list(_findings(name, limits))) or ():  # type: ignore[misc]
            found.append({"file": printable(file), "path": path, "what": what})
            if form is ValidateFormat.TABLE:
                parts = (found[-1]["file"], translated(path), recognised(what))
                show_lines([one_line(translated(": ").join(filter(None, parts)))])
    if form is ValidateFormat.JSON:
        to_stdout(json.dumps(found, ensure_ascii=False, indent=2).encode() + b"\n")
    if not found and not tally.exit_code:
        voice.say(Message("plancli: {count} checked, all hold", count=len(names)))
    raise typer.Exit(tally.exit_code or (DIFFERENCE_EXIT if found else 0))


def _findings(name: str, limits: Limits) -> Iterator[tuple[str, str, str]]:
    """What does not hold in a file or in the folder of a batch: file, place, what. Raises as reading does."""
    if name != inputs.STDIN and Path(name).is_dir():
        from ..batch import validity as folders

        for file, path, what in folders.findings(Path(name)):
            yield str(Path(name) / file), path, what
        return
    from ..export.validity import findings

    for path, what in findings(inputs.read(name, limits)):
        yield name, path, what
