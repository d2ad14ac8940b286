"""`plancli check`: parses each sample again and compares with its `expected.*`; for CI.

A sample is a folder with `source.*` and `expected.json`, `expected.csv` or both. The source is the one that
`expected.json` names, else the first by name; an array in `expected.json` names one a result, or an archive that holds them.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import Corrupt, PlancliError
from ..export.terminal import harmless
from ..messages import Message
from . import inputs, options
from .check_reports import CheckFinding, github, junit, lines
from .console import voice
from .difference import Difference, differences
from .failure import DIFFERENCE_EXIT, tell
from .output import show_lines, to_stdout
from .samples import Expected, as_read_before, bulletins_of, expected_of, samples

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin
    from ..model.settings import Settings

_FORMS = ("json", "csv")


class CheckFormat(StrEnum):
    """What `check --format` takes."""

    TABLE = "table"
    GITHUB = "github"


def check(
    folders: Annotated[list[Path], typer.Argument(metavar="DIR", help="Samples, or folders that hold some.")],
    update: Annotated[
        bool, typer.Option("--update", help="Write the expected files anew instead.", show_default=False)
    ] = False,
    form: Annotated[
        CheckFormat,
        typer.Option("--format", help="For people, or annotations of GitHub Actions.", case_sensitive=False),
    ] = CheckFormat.TABLE,
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
    settings = begin(said, config).settings
    settings = replace(settings, lang="en")  # in which language a person reads changes no expectation
    found = [sample for folder in inputs.expand(list(map(str, folders))) for sample in samples(Path(folder))]
    findings = [_looked_at(sample, settings, form, update=update) for sample in found]
    if junit_file is not None:
        from ..export.whole import writing

        with writing(junit_file) as stream:
            stream.write(junit(findings))
    differing = sum(bool(finding.differences) for finding in findings)
    _summarize(findings, differing, updated=update)
    gravest = max((finding.exit_code for finding in findings), default=0)
    raise typer.Exit(gravest or (DIFFERENCE_EXIT if differing else 0))


def _looked_at(sample: Path, settings: Settings, form: CheckFormat, *, update: bool) -> CheckFinding:
    """What is found of a sample, printed as well: how it differs, or where it cannot be read, that."""
    finding = CheckFinding(sample, sample / "expected.json")
    told = False
    began = time.perf_counter()
    try:
        if update:
            finding.written = _update(sample, settings)
        else:
            finding.differences = list(_compare(sample, settings))
    except Exception as error:
        finding.exit_code = tell(error, str(sample))
        finding.differences = [Difference("", error.message if isinstance(error, PlancliError) else repr(error))]
        told = form is CheckFormat.TABLE
    if finding.differences and not told:
        if form is CheckFormat.GITHUB:
            to_stdout(harmless(github(finding)).encode())
        else:
            show_lines(harmless(line) for line in lines(finding))
    finding.seconds = time.perf_counter() - began
    return finding


def _summarize(findings: Sequence[CheckFinding], differing: int, *, updated: bool) -> None:
    looked_at = Message("{count} sample", "{count} samples", count=len(findings))
    if updated:
        voice.say(
            Message(
                "plancli: {samples}, {count} file written; read the changes before you commit them",
                "plancli: {samples}, {count} files written; read the changes before you commit them",
                samples=looked_at,
                count=sum(finding.written for finding in findings),
            )
        )
    elif differing:
        voice.say(
            Message(
                "plancli: {samples}, {count} differs",
                "plancli: {samples}, {count} differ",
                samples=looked_at,
                count=differing,
            )
        )
    else:
        voice.say(Message("plancli: {count} sample holds", "plancli: {count} samples hold", count=len(findings)))


def _compare(sample: Path, settings: Settings) -> Iterator[Difference]:
    present = [form for form in _FORMS if (sample / f"expected.{form}").is_file()]
    if not present:
        yield Difference("", Message("there is no expected.json; --update writes it"))
        return
    from ..model.versions import is_old

    expected = expected_of(sample)
    bulletins = bulletins_of(sample, expected, settings)
    places = {result["source"].get("path"): result for result in expected if result.get("source")}
    alike = expected[0] if len(expected) == len(bulletins) == 1 else {}
    bulletins = [as_read_before(one, places.get(one.source.path, alike)) for one in bulletins]
    found = list(_results(expected, bulletins)) if "json" in present else []
    yield from found
    for form in present:
        old, new = (sample / f"expected.{form}").read_bytes(), _render(bulletins, form)
        if old == new or (form == "json" and (found or any(map(is_old, expected)))):
            continue
        if form == "csv" and not found:
            yield from _rows(old.decode("utf-8-sig", "replace"), new.decode())
        else:
            yield Difference("", Message("expected.{form} differs in its bytes", form=form))


def _results(expected: Sequence[Expected], bulletins: Sequence[Bulletin]) -> Iterator[Difference]:
    """Results against what is expected: one against one, several by the paths of their sources."""
    from ..model.versions import is_old, reduced

    given = [json.loads(_render([bulletin], "json")) for bulletin in bulletins]
    if len(expected) == len(given) == 1:
        yield from differences(expected[0], reduced(given[0]) if is_old(expected[0]) else given[0])
        return
    before, after = ({str((one.get("source") or {}).get("path")): one for one in side} for side in (expected, given))
    for path in dict.fromkeys((*before, *after)):
        if path not in before or path not in after:
            yield Difference(path, Message("missing result") if path in before else Message("new result"))
            continue
        new = reduced(after[path]) if is_old(before[path]) else after[path]
        for one in differences(before[path], new):
            yield Difference(f"{path}: {one.place}".removesuffix(": "), one.what)


def _rows(old: str, new: str) -> Iterator[Difference]:
    """CSV against CSV, cell by cell."""
    import csv
    import io

    try:
        before, after = (list(csv.DictReader(io.StringIO(side))) for side in (old, new))
    except csv.Error as error:
        raise Corrupt("expected.csv is no CSV: {error}", "Write it anew with --update.", error=error) from error
    shorter = bool(before and after) and _begins(list(after[0]), list(before[0]))
    if shorter:  # columns that were added since are not compared
        after = [{name: row[name] for name in before[0]} for row in after]
    if len(before) != len(after):
        yield Difference("expected.csv", Message("{before} rows → {after} rows", before=len(before), after=len(after)))
    told = shorter
    for number, (one, other) in enumerate(zip(before, after, strict=False), 1):
        for what in differences(one, other):
            told = True
            yield Difference(Message("expected.csv, row {number}", number=number), what.what)
    if not told and len(before) == len(after):
        yield Difference("expected.csv", Message("differs in its bytes"))


def _begins(names: Sequence[str], first: Sequence[str]) -> bool:
    """Whether names begin with others, which are fewer."""
    return len(first) < len(names) and list(names[: len(first)]) == list(first)


def _update(sample: Path, settings: Settings) -> int:
    """Writes the expected files that are there, or both; how many changed."""
    from ..export.whole import writing

    forms = [form for form in _FORMS if (sample / f"expected.{form}").is_file()] or list(_FORMS)
    try:
        expected = expected_of(sample)
    except Corrupt:
        expected = []
    bulletins = bulletins_of(sample, expected, settings)
    written = 0
    for form in forms:
        file, data = sample / f"expected.{form}", _render(bulletins, form)
        if not file.is_file() or file.read_bytes() != data:
            with writing(file) as stream:
                stream.write(data)
            written += 1
    return written


def _render(bulletins: Sequence[Bulletin], form: str) -> bytes:
    """One result as a document, several as an array; a CSV has one header."""
    from ..export import csv
    from ..export import json as documents

    if form == "csv":
        return "".join(csv.text(bulletin, header=not number) for number, bulletin in enumerate(bulletins)).encode()
    return documents.one_or_array(bulletins)
