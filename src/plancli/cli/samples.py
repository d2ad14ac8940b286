"""A sample of `plancli check`: a folder with `source.*` and what is expected of it, one result or an array of several."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Corrupt, NotFound, UsageError, syntax
from .console import printable

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin
    from ..model.settings import Settings

Expected = dict[str, Any]


def samples(folder: Path) -> list[Path]:
    """The samples in a folder, in order. Raises `UsageError` where there is none."""
    if not folder.is_dir():
        raise UsageError("{folder} is no folder", "Name a folder with samples.", folder=printable(str(folder)))
    found = sorted({file.parent for pattern in ("source.*", "expected.*") for file in folder.rglob(pattern)})
    if not found:
        raise UsageError(
            "there is no sample in {folder}",
            "A sample is a folder with source.* and expected.json.",
            folder=printable(str(folder)),
        )
    return found


def expected_of(sample: Path) -> list[Expected]:
    """The results that expected.json holds, one or those of an array; none where it is not there. Raises `Corrupt` where
    it holds something else."""
    file = sample / "expected.json"
    if not file.is_file():
        return []
    try:
        held = json.loads(file.read_bytes())
    except (ValueError, RecursionError) as error:
        raise Corrupt(
            "expected.json is not JSON: {error}", "Write it anew with --update.", error=syntax(error)
        ) from error
    results = held if isinstance(held, list) else [held]
    if not results or not all(_has_shape(result) for result in results):
        raise Corrupt("expected.json is no result", "Write it anew with --update.")
    return results


def _has_shape(result: Any) -> bool:
    """Whether objects stand where a comparison looks for some."""

    def objects(value: Any) -> bool:
        return value is None or (isinstance(value, list) and all(isinstance(one, dict) for one in value))

    if not isinstance(result, dict) or not isinstance(source := result.get("source") or {}, dict):
        return False
    if not isinstance(source.get("path", ""), str):
        return False
    plans = result.get("plans")
    return (
        objects(plans)
        and objects(result.get("diagnostics"))
        and all(objects(plan.get(noun)) for plan in plans or () for noun in ("tasks", "sections"))
    )


def bulletins_of(sample: Path, expected: Sequence[Expected], settings: Settings) -> list[Bulletin]:
    """What the sources of a sample give now: those that are expected of, else the first. Raises the errors of reading."""
    from ..api import read_input
    from ..pipeline import parse_members

    return [
        bulletin
        for source in _sources(sample, expected)
        for bulletin in parse_members(read_input(source, settings.limits), name=source.name, settings=settings)
    ]


def _sources(sample: Path, expected: Sequence[Expected]) -> list[Path]:
    named = dict.fromkeys(file for result in expected for file in _named(sample, result))
    if named:
        return list(named)
    sources = sorted(file for file in sample.glob("source.*") if file.is_file())
    if not sources:
        raise NotFound("there is no source.*", "Put the file there that is to be parsed.")
    return sources[:1]


def _named(sample: Path, result: Expected) -> Iterator[Path]:
    """The file of the sample that a result was made from, itself or the archive that it is in (`source.zip/a.docx`)."""
    path = (result.get("source") or {}).get("path")
    if not isinstance(path, str) or "\0" in path:
        return
    for part in reversed((Path(path), *Path(path).parents)):
        if part.name and (sample / part.name).is_file():
            yield sample / part.name
            return


def as_read_before(bulletin: Bulletin, expected: Expected) -> Bulletin:
    """The bulletin as if read by the version that the expectation names: a sample says what is read, not with what."""
    held, reader = (expected.get("source") or {}).get("extractor"), bulletin.source.extractor
    if reader is None or not isinstance(held, dict) or not isinstance(held.get("version"), str | None):
        return bulletin
    named = reader.model_copy(update={"version": held.get("version")})
    return bulletin.model_copy(update={"source": bulletin.source.model_copy(update={"extractor": named})})
