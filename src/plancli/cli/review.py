"""`plancli review`: every doubt with its place, its words and what was made of them."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import UsageError
from . import options, output
from .console import tell_unplaced, voice
from .failure import Tally

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin


class ReviewFormat(StrEnum):
    """What `--format` takes."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


_ENDINGS = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".txt": "table"}


def review(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Bulletins, results, databases, folders of a batch.")
    ],
    out: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE; its ending tells the format.")
    ] = None,
    form: Annotated[
        ReviewFormat | None,
        typer.Option("--format", help="By default a table on a terminal, else csv.", case_sensitive=False),
    ] = None,
    bom: options.Bom = None,
    corrections: options.Corrections = None,
    config: options.Config = None,
    quiet: options.Quiet = None,
    verbose: options.Verbose = 0,
    traceback: options.Traceback = None,
) -> None:
    """List every doubt: where it stands, in which words, and what was made of them.

    plancli view shows them beside the source, where they can be corrected.
    """
    from ..query.doubts import doubts
    from ..query.sources import bulletins
    from .configuration import begin

    said = {"bom": bom, "corrections": corrections, "quiet": quiet, "traceback": traceback}
    chosen = begin(said, config, verbose=verbose)
    target = None if out in (None, "-") else Path(str(out))
    shape = _shape(form, target)
    output.check(target, sources)
    tally = Tally()
    rows: list[dict[str, Any]] = []
    files = 0
    for source in sources:
        read: Sequence[Bulletin] = (
            tally.attempt(source, lambda source=source: list(bulletins(Path(source), chosen.settings))) or ()  # type: ignore[misc]
        )
        for bulletin in read:
            tell_unplaced(bulletin)
            files += 1
            rows += doubts(bulletin)
    if files or not tally.exit_code:
        output.put(target, _written(rows, shape, bom=chosen.flag("bom"), stdout=target is None))
    voice.say(f"plancli: doubts {len(rows)}, files {files}")
    raise typer.Exit(tally.result(strict=False))


def _shape(form: ReviewFormat | None, target: Path | None) -> str:
    """The format: the option, else the ending of FILE, else a table on a terminal. Raises `UsageError`."""
    import sys

    if form is not None:
        return form.value
    if target is None or not target.suffix:
        terminal = target is None and sys.stdout is not None and sys.stdout.isatty()
        return "table" if terminal else "csv"
    try:
        return _ENDINGS[target.suffix.lower()]
    except KeyError:
        raise UsageError(
            f"{target}: the ending {target.suffix} names no format", f"Use {', '.join(_ENDINGS)}, or give --format."
        ) from None


def _written(rows: list[dict[str, Any]], shape: str, *, bom: bool, stdout: bool) -> bytes:
    if shape == "json":
        return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()
    if shape == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    if shape == "csv":
        return (output.BOM if bom else "").encode() + _csv(rows).encode()
    return _table(rows, stdout=stdout).encode()


def _csv(rows: list[dict[str, Any]]) -> str:
    import csv

    from ..export.csv import cell
    from ..query.doubts import COLUMNS

    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows({name: cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _table(rows: list[dict[str, Any]], *, stdout: bool) -> str:
    import shutil

    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1))
    for name, ratio in (("where", 3), ("words", 4), ("made of it", 3), ("doubt", 4)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for row in rows:
        page = f"page {row['page']}" if row["page"] else ""
        where = "\n".join(filter(None, (row["file"], ", ".join(filter(None, (page, row["place"]))))))
        words = row["words"] or row["plan"] or ""
        table.add_row(Text(where), Text(words), Text(row["made"]), Text(f"{row['message']} ({row['code']})"))
    width = shutil.get_terminal_size((100, 40)).columns if stdout else 100
    out = io.StringIO()
    Console(file=out, width=width, color_system=None, highlight=False, markup=False, emoji=False).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))
