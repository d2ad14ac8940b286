"""What stands in a SOURCE: a bulletin to parse, results as JSON or JSON Lines, or the folder of a batch."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ..errors import Corrupt, InputError, NotFound
from ..export.versions import is_old, upgraded
from ..model.bulletin import Bulletin
from ..model.settings import Settings

_JOURNAL = "journal.jsonl"


def bulletins(source: Path, settings: Settings) -> Iterator[Bulletin]:
    """The bulletins of one SOURCE, in a settled order. Raises an `InputError` where it cannot be read.

    Of a folder the results of a batch are read where there are any, and only those; a folder without is no SOURCE.
    """
    if not source.exists():
        raise NotFound("no such file or folder")
    if source.is_dir():
        yield from _of_folder(source)
        return
    data = source.read_bytes()
    if data.lstrip()[:1] in (b"{", b"["):
        yield from _results(data)
        return
    from ..api import parse_all

    yield from parse_all(source, settings=settings)


def _of_folder(folder: Path) -> Iterator[Bulletin]:
    if not (folder / _JOURNAL).is_file():
        raise InputError("the folder holds no results of plancli", "Run plancli batch on it first.")
    data_set = folder / "plans.jsonl"
    files = [data_set] if data_set.is_file() else sorted(folder.rglob("*.json"))
    for file in files:
        if file.name != "summary.json" or file.parent != folder:
            yield from _results(file.read_bytes())


def _results(data: bytes) -> Iterator[Bulletin]:
    """One result, an array of them, or one a line."""
    try:
        held = json.loads(data)
        found = held if isinstance(held, list) else [held]
    except ValueError:
        try:
            found = [json.loads(line) for line in data.splitlines() if line.strip()]
        except ValueError:
            raise Corrupt("is neither JSON nor JSON Lines") from None
    from pydantic import ValidationError

    for one in found:
        try:
            yield Bulletin.model_validate(upgraded(one) if is_old(one) else one)
        except ValidationError as error:
            first = error.errors()[0]
            place = "/".join(map(str, first["loc"]))
            raise Corrupt(f"is no result of plancli: {place}: {first['msg']}", "Run plancli validate on it.") from None
