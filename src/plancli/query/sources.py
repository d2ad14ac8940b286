"""What stands in a SOURCE: a bulletin to parse, results as JSON or JSON Lines, a database, or the folder of a batch."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Corrupt, InputError, NotFound, Unreadable, Unsupported, reason
from ..model.settings import Settings
from . import database
from .narrowing import narrower
from .selection import Wanted

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin

_JOURNAL, _SUMMARY = "journal.jsonl", "summary.json"
_DATA_SETS = ("plans.jsonl", "plans.sqlite")
_PARTS = ".parts"  # where a batch keeps the single results of its data set


def bulletins(
    source: Path, settings: Settings, wanted: Wanted | None = None, *, for_rows: bool = False
) -> Iterator[Bulletin]:
    """The bulletins of one SOURCE, in a settled order. Raises an `InputError` where it cannot be read.

    Results are corrected as bulletins are when they are parsed. Of a folder the results of a batch are read, and only those;
    a folder without is no SOURCE. A database gives the tasks alone that may be `wanted`, for `selection` to look at, results those
    bulletins alone that may hold such; a bulletin that is parsed is given whole. Where only rows are made of the tasks, those of a
    database are given without the models.
    """
    if not source.exists():
        raise NotFound("no such file or folder")
    files = _of_folder(source) if source.is_dir() else [source]
    if wanted is None or settings.corrections:  # which may make a task one that is wanted
        wanted = Wanted()
    may_hold = narrower(wanted)
    as_stored = for_rows and not settings.corrections and not settings.no_persons
    for file in files:
        if as_stored and _is_database(file):
            from . import stored

            yield from stored.bulletins(file, wanted)
            continue
        found = _results(file, wanted)
        if found is not None:
            from ..model.bulletin import Bulletin

            for one in found:
                if may_hold(one):
                    yield _corrected(Bulletin.from_data(one), settings)
        elif not source.is_dir():
            from ..api import parse_all

            yield from parse_all(source, settings=settings)


def open_results(source: str | Path) -> Iterator[Bulletin]:
    """The results in the folder of a batch, a file of JSON or JSON Lines, or a database, each read when its turn comes.
    Raises an `InputError`, also where the file is a bulletin to parse."""
    path = Path(source)
    if path.is_file() and _results(path, Wanted()) is None:
        raise InputError("holds no results of plancli", "Use plancli.parse for a bulletin.")
    return bulletins(path, Settings())


def _corrected(bulletin: Bulletin, settings: Settings) -> Bulletin:
    """A result with the corrections for its file, those that it holds already change nothing; without persons where asked."""
    if bulletin.source.sha256 not in settings.corrections and not settings.no_persons:
        return bulletin
    from ..pipeline import presented, with_corrections

    return presented(with_corrections(bulletin, settings), settings)


def _of_folder(folder: Path) -> list[Path]:
    """The files that hold the results of a batch: one data set, or the single results."""
    if not (folder / _JOURNAL).is_file():
        raise Unsupported("the folder holds no results of plancli", "Run plancli batch on it first.")
    form = _format(folder)
    for name in _DATA_SETS:
        if (folder / name).is_file() and form in (None, name.partition(".")[2]):
            return [folder / name]
    single = [file for file in sorted(folder.rglob("*.json")) if file != folder / _SUMMARY]
    kept = sorted((folder / _PARTS).rglob("*.jsonl"))
    if not single and not kept and any(folder.glob("plans.*")):
        raise InputError(
            "the folder holds a table, not results", "Run plancli batch again with --format json or sqlite."
        )
    return single or kept


def _format(folder: Path) -> str | None:
    """In which format the last run wrote, as far as its summary says; data sets of others are older."""
    try:
        held = json.loads((folder / _SUMMARY).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    form = held.get("format") if isinstance(held, dict) else None
    return form if isinstance(form, str) else None


def _is_database(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return stream.read(len(database.MARK)) == database.MARK
    except OSError as error:
        raise Unreadable(reason(error)) from None


def _results(file: Path, wanted: Wanted) -> Iterable[Any] | None:
    """The results in a file as plain data; None where it is a file to parse."""
    try:
        if _is_database(file):
            return database.results(file, wanted)
        data = file.read_bytes()
    except OSError as error:
        raise Unreadable(reason(error)) from None
    if data.lstrip()[:1] not in (b"{", b"["):
        return None
    try:
        held = json.loads(data)
        return held if isinstance(held, list) else [held]
    except ValueError:
        return _lines(data)


def _lines(data: bytes) -> Iterator[Any]:
    """One result a line, each read when its turn comes."""
    for line in io.BytesIO(data):
        if line.strip():
            try:
                yield json.loads(line)
            except ValueError:
                raise Corrupt("is neither JSON nor JSON Lines") from None
