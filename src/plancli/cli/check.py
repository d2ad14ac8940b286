"""`plancli check`: parses each sample again and compares with its `expected.*`; for CI.

A sample is a folder with `source.*` and `expected.json`, `expected.csv` or both. The source is the one that
`expected.json` names, else the first by name.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import Corrupt, NotFound, PlancliError, UsageError
from ..export.terminal import harmless
from . import options
from .check_reports import Finding, github, junit, text
from .console import printable, voice
from .difference import Difference, differences
from .failure import DIFFERENCE_EXIT, tell
from .output import to_stdout

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin
    from ..model.settings import Settings

_FORMS = ("json", "csv")


class Shape(StrEnum):
    """What `check --format` takes."""

    TEXT = "text"
    GITHUB = "github"


def check(
    folders: Annotated[list[Path], typer.Argument(metavar="DIR", help="Samples, or folders that hold some.")],
    update: Annotated[
        bool, typer.Option("--update", help="Write the expected files anew instead.", show_default=False)
    ] = False,
    form: Annotated[Shape, typer.Option("--format", help="For people, or annotations of GitHub Actions.")] = Shape.TEXT,
    junit_file: Annotated[
        Path | None, typer.Option("--junit", metavar="FILE", help="Write a JUnit report as well.")
    ] = None,
    year: options.Year = None,
    password: options.Password = None,
    limit: options.Limit = None,
    config: options.Config = None,
    quiet: options.Quiet = None,
    traceback: options.Traceback = None,
) -> None:
    """Parse each sample again and compare with what is expected of it.

    A sample is a folder with source.* and expected.json or expected.csv. Prints the differences task by task.
    """
    from .configuration import begin

    said = {"year": year, "password": password, "limit": limit, "quiet": quiet, "traceback": traceback}
    chosen = begin(said, config)
    samples = [sample for folder in folders for sample in _samples(folder)]
    findings, written, gravest = [], 0, 0
    for sample in samples:
        finding = Finding(sample, sample / "expected.json")
        findings.append(finding)
        told = False
        began = time.perf_counter()
        try:
            if update:
                written += _update(sample, chosen.settings)
            else:
                finding.differences = list(_compare(sample, chosen.settings))
        except Exception as error:
            gravest = max(gravest, tell(error, str(sample)))
            finding.differences = [Difference("", str(error) if isinstance(error, PlancliError) else repr(error))]
            told = form is Shape.TEXT
        if finding.differences and not told:
            to_stdout(harmless((github if form is Shape.GITHUB else text)(finding)).encode())
        finding.seconds = time.perf_counter() - began
    if junit_file is not None:
        from ..export.whole import writing

        with writing(junit_file) as stream:
            stream.write(junit(findings))
    differing = sum(bool(finding.differences) for finding in findings)
    if update:
        voice.say(f"plancli: {len(samples)} samples, {written} files written; read the changes before you commit them")
    else:
        voice.say(
            f"plancli: {len(samples)} samples, {differing} differ"
            if differing
            else f"plancli: {len(samples)} samples hold"
        )
    raise typer.Exit(gravest or (DIFFERENCE_EXIT if differing else 0))


def _samples(folder: Path) -> list[Path]:
    """The samples in a folder, in order. Raises `UsageError` where there is none."""
    if not folder.is_dir():
        raise UsageError(f"{printable(str(folder))} is no folder", "Name a folder with samples.")
    found = sorted({file.parent for pattern in ("source.*", "expected.*") for file in folder.rglob(pattern)})
    if not found:
        raise UsageError(
            f"there is no sample in {printable(str(folder))}", "A sample is a folder with source.* and expected.json."
        )
    return found


def _source(sample: Path, expected: dict[str, Any]) -> Path:
    named = (expected.get("source") or {}).get("path")
    if isinstance(named, str) and (sample / Path(named).name).is_file():
        return sample / Path(named).name
    sources = sorted(file for file in sample.glob("source.*") if file.is_file())
    if not sources:
        raise NotFound("there is no source.*", "Put the file there that is to be parsed.")
    return sources[0]


def _compare(sample: Path, settings: Settings) -> Iterator[Difference]:
    present = [form for form in _FORMS if (sample / f"expected.{form}").is_file()]
    if not present:
        yield Difference("", "there is no expected.json; --update writes it")
        return
    from ..model.versions import is_old, reduced

    expected = _held(sample)
    bulletin = _read_alike(_parse(_source(sample, expected), settings), expected)
    given = json.loads(_render(bulletin, "json"))
    found = differences(expected, reduced(given) if is_old(expected) else given) if "json" in present else []
    yield from found
    for form in present:
        old, new = (sample / f"expected.{form}").read_bytes(), _render(bulletin, form).encode()
        if old == new or (form == "json" and (found or is_old(expected))):
            continue
        if form == "csv" and not found:
            yield from _rows(old.decode("utf-8-sig", "replace"), new.decode())
        else:
            yield Difference("", f"expected.{form} differs in its bytes")


def _read_alike(bulletin: Bulletin, expected: dict[str, Any]) -> Bulletin:
    """The bulletin as if read by the version that the expectation names: a sample says what is read, not with what."""
    held, reader = (expected.get("source") or {}).get("extractor"), bulletin.source.extractor
    if reader is None or not isinstance(held, dict) or not isinstance(held.get("version"), str | None):
        return bulletin
    named = reader.model_copy(update={"version": held.get("version")})
    return bulletin.model_copy(update={"source": bulletin.source.model_copy(update={"extractor": named})})


def _held(sample: Path) -> dict[str, Any]:
    """What expected.json says, or nothing. Raises `Corrupt` where it is no result."""
    file = sample / "expected.json"
    if not file.is_file():
        return {}
    try:
        held = json.loads(file.read_bytes())
    except ValueError as error:
        raise Corrupt(f"expected.json is not JSON: {error}", "Write it anew with --update.") from error
    if not isinstance(held, dict):
        raise Corrupt("expected.json is no result", "Write it anew with --update.")
    return held


def _rows(old: str, new: str) -> Iterator[Difference]:
    """CSV against CSV, cell by cell."""
    import csv
    import io

    from ..export.rows import ADDED

    before, after = (list(csv.DictReader(io.StringIO(side))) for side in (old, new))
    of_1_0 = bool(before and after) and [*before[0], *ADDED] == list(after[0])
    if of_1_0:
        after = [{name: row[name] for name in before[0]} for row in after]
    if len(before) != len(after):
        yield Difference("expected.csv", f"{len(before)} rows → {len(after)} rows")
    told = of_1_0
    for number, (one, other) in enumerate(zip(before, after, strict=False), 1):
        for what in differences(one, other):
            told = True
            yield Difference(f"expected.csv, row {number}", what.what)
    if not told and len(before) == len(after):
        yield Difference("expected.csv", "differs in its bytes")


def _update(sample: Path, settings: Settings) -> int:
    """Writes the expected files that are there, or both; how many changed."""
    from ..export.whole import writing

    forms = [form for form in _FORMS if (sample / f"expected.{form}").is_file()] or list(_FORMS)
    try:
        expected = _held(sample)
    except Corrupt:
        expected = {}
    bulletin = _parse(_source(sample, expected), settings)
    written = 0
    for form in forms:
        file, data = sample / f"expected.{form}", _render(bulletin, form).encode()
        if not file.is_file() or file.read_bytes() != data:
            with writing(file) as stream:
                stream.write(data)
            written += 1
    return written


def _parse(source: Path, settings: Settings) -> Bulletin:
    from ..api import read_input
    from ..pipeline import parse_bytes

    return parse_bytes(read_input(source, settings.limits), name=source.name, settings=settings)


def _render(bulletin: Bulletin, form: str) -> str:
    from ..export import csv
    from ..export import json as documents

    return csv.text(bulletin) if form == "csv" else documents.document(bulletin)
