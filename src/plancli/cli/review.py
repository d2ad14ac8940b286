"""`plancli review`: every doubt with its place, its words and what was made of them."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..messages import Listed, Message, recognised, translated
from . import inputs, options, output
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


_NAMED = re.compile(r"\b(?:lead|support|responsible|period|deadline|ongoing|recurring|conditional)\b")
_ENDINGS = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".txt": "table"}


def review(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Bulletins, results, databases, folders of a batch.")
    ],
    out: options.Out = None,
    form: Annotated[
        ReviewFormat | None,
        typer.Option("--format", help="By default a table on a terminal, else csv.", case_sensitive=False),
    ] = None,
    bom: options.Bom = None,
    corrections: options.Corrections = None,
    no_persons: options.NoPersons = None,
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

    said = {"bom": bom, "corrections": corrections, "no_persons": no_persons, "quiet": quiet, "traceback": traceback}
    chosen = begin(said, config, verbose=verbose)
    target = output.target_of(out)
    shape = output.choose_list(form, target, _ENDINGS)
    output.refuse_idle(shape, by=None, bom=bom)
    sources = inputs.expand(sources)
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
        if shape == "table" and target is None:
            output.show(_table(rows, stdout=True))
        else:
            output.put(target, _written(rows, shape, bom=chosen.flag("bom"), stdout=target is None))
    voice.say(Message("plancli: doubts {doubts}, files {files}", doubts=len(rows), files=files))
    raise typer.Exit(tally.result(strict=False))


def _written(rows: list[dict[str, Any]], shape: str, *, bom: bool, stdout: bool) -> bytes:
    if shape == "json":
        return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()
    if shape == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    if shape == "csv":
        return (output.BOM if bom else b"") + _csv(rows).encode()
    return _table(rows, stdout=stdout).encode("utf-8", "replace")


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

    from rich.text import Text

    from ..export.table import columns, divided, drawn
    from ..export.terminal import harmless, wrapped

    width = shutil.get_terminal_size((100, 40)).columns if stdout else 100
    widths = divided(width, (3, 4, 3, 4))
    heads = [translated(Message(head)) for head in ("where", "words", "made of it", "doubt")]
    table = columns(heads, widths, [None] * len(widths))
    for row in rows:
        page = Message("page {value}", value=row["page"]) if row["page"] else ""
        places = [recognised(place) for place in row["place"].split(", ")] if row["place"] else []
        where = "\n".join(filter(None, (row["file"], translated(Listed(*filter(None, (page, *places)))))))
        doubt = translated(Message("{what} ({code})", what=recognised(row["message"]), code=row["code"]))
        told = (where, row["words"] or row["plan"] or "", _made(row["made"]), doubt)
        lines = (wrapped(harmless(text), room) for text, room in zip(told, widths, strict=True))
        table.add_row(*(Text("\n".join(held)) for held in lines))  # type: ignore[attr-defined]
    return drawn([table], width=width, color=False)


def _made(said: str) -> str:
    """What was made of the words, with the kinds and roles that it names in the user's language."""
    return _NAMED.sub(lambda found: translated(found[0]), said)
