"""Does the folder of a batch hold? Its journal line by line, the results that this names, the data set, and the summary's counts.

findings(folder) → (file under it, place in the file, what does not hold there)
"""

from __future__ import annotations

import json
import os
import posixpath
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import Unsupported, syntax
from ..export import validity
from ..messages import Message
from .dataset import NAMES
from .entry import Entry
from .job import ENDS, ResultFormat
from .journal import NAME as JOURNAL
from .journal import JournalRecord, record_of, tells
from .results import PARTS, SUMMARY, Folder

BatchFinding = tuple[str, str, str]


def findings(root: Path) -> Iterator[BatchFinding]:
    """Everything in the folder that does not hold. Raises `Unsupported` where no batch wrote there, `OutputError` where a file
    cannot be read."""
    if not (root / JOURNAL).is_file():
        raise Unsupported("the folder holds no results of plancli", "Name the folder that plancli batch wrote to.")
    folder = Folder(root)
    records: dict[str, JournalRecord] = {}
    outputs: set[str] = set()
    for number, line in enumerate(folder.read(JOURNAL).split(b"\n"), 1):
        if not line:
            continue
        try:
            record = record_of(line)
        except (ValueError, TypeError, RecursionError) as error:
            yield JOURNAL, Message("line {number}", number=number), Message("is no record: {error}", error=error)
            continue
        outputs.update(filter(None, (record.output,)))
        if tells(record):
            records[record.path] = record
    for record in records.values():
        yield from _record(folder, record)
    yield from _unknown(root, folder, outputs)
    yield from _summary(folder, records)


def _record(folder: Folder, record: JournalRecord) -> Iterator[BatchFinding]:
    """A file's last line, and its result."""
    place = Entry(record.path, False, lambda limits: b"").name
    if record.diagnostics and record.status == "ok" and len(record.diagnostics) != record.warnings:
        yield (
            JOURNAL,
            place,
            Message(
                "has {count} diagnostics and {warnings} warnings",
                count=len(record.diagnostics),
                warnings=record.warnings,
            ),
        )
    if (record.status == "ok") != (record.output is not None):
        yield (
            JOURNAL,
            place,
            Message("is {status}, and its result is {output}", status=record.status, output=record.output),
        )
    elif (record.status == "ok") != (record.error is None):
        yield JOURNAL, place, Message("is {status}, and its error is {error}", status=record.status, error=record.error)
    if record.status != "ok" or record.output is None:
        return
    if posixpath.normpath(record.output) != record.output or record.output.startswith(("/", "..")):
        yield JOURNAL, place, Message("{output!r} is no place in the folder", output=record.output)
        return
    form = next((form for form in ENDS if record.output.endswith(f".{form}")), None)
    if form is None or not folder.has(record.output, ENDS[form]):
        yield record.output, "", Message("is not there, or cut off")
    elif form != "csv":
        yield from _result(folder, record, place, record.output)


def _result(folder: Folder, record: JournalRecord, place: str, output: str) -> Iterator[BatchFinding]:
    data = folder.read(output)
    found = [(output, path, what) for path, what in validity.findings(data)]
    yield from found
    if found:
        return
    held = json.loads(data)
    if isinstance(held, list):
        yield output, "", Message("is several results")
        return
    tasks = sum(len(plan["tasks"]) for plan in held["plans"])
    warnings = sum(told["severity"] != "info" for told in held["diagnostics"])
    told = (record.sha256, record.plans, record.tasks, record.warnings, place)
    names = ("source.sha256", "plans", "tasks", "diagnostics", "source.path")
    source = held["source"]
    for name, one, other in zip(
        names, (source["sha256"], len(held["plans"]), tasks, warnings, source["path"]), told, strict=True
    ):
        if one != other:
            yield output, name, Message("{one} is not what the journal says, {other}", one=one, other=other)


def _unknown(root: Path, folder: Folder, outputs: set[str]) -> Iterator[BatchFinding]:
    """Results that no line of the journal names."""
    for where, _, names in sorted(os.walk(root)):
        for name in sorted(names):
            path = Path(where, name).relative_to(root).as_posix()
            result = name.endswith(".json") or path.startswith(f"{PARTS}/")
            if result and path != SUMMARY and path not in outputs and not folder.is_foreign(path):
                yield path, "", Message("is named by no line of the journal")


def _summary(folder: Folder, records: dict[str, JournalRecord]) -> Iterator[BatchFinding]:
    """The counts of the summary, against the journal where both tell of the same files, and the data set."""
    if not folder.has(SUMMARY):
        yield SUMMARY, "", Message("is not there: no run has come to its end")
        return
    try:
        held = json.loads(folder.read(SUMMARY))
    except (ValueError, RecursionError) as error:
        yield SUMMARY, "", Message("is not JSON: {error}", error=syntax(error))
        return
    counts = ("files", "ok", "failed", "skipped", "plans", "tasks", "warnings")
    if not isinstance(held, dict) or not all(isinstance(held.get(name), int) for name in counts):
        yield SUMMARY, "", Message("is no summary: it counts {names}", names=", ".join(counts))
        return
    if held["files"] != held["ok"] + held["failed"] + held["skipped"]:
        yield (
            SUMMARY,
            "files",
            Message(
                "{ok} + {failed} + {skipped} is not {files}",
                ok=held["ok"],
                failed=held["failed"],
                skipped=held["skipped"],
                files=held["files"],
            ),
        )
    if held["files"] > len(records):
        yield (
            SUMMARY,
            "files",
            Message("{files} is more than the journal tells of, {count}", files=held["files"], count=len(records)),
        )
    elif held["files"] == len(records):  # else results of files that are gone are among them
        for name, number in _counted(records).items():
            if held.get(name) != number:
                yield (
                    SUMMARY,
                    name,
                    Message("{one} is not what the journal says, {other}", one=held.get(name), other=number),
                )
    yield from _data_set(folder, held)


def _counted(records: dict[str, JournalRecord]) -> dict[str, Any]:
    states = Counter(record.status for record in records.values())
    sums = {name: sum(getattr(one, name) for one in records.values()) for name in ("plans", "tasks", "warnings")}
    errors = Counter(one.error for one in records.values() if one.error is not None)
    return (
        {name: states[name] for name in ("ok", "failed", "skipped")} | sums | {"errors": dict(sorted(errors.items()))}
    )


def _data_set(folder: Folder, summary: dict[str, Any]) -> Iterator[BatchFinding]:
    form: ResultFormat | None = next((form for form in NAMES if form == summary.get("format")), None)
    if form is None:
        return
    name = NAMES[form]
    if not folder.has(name) or folder.is_foreign(name):
        yield name, "", Message("is not there, or no data set of plancli's")
    elif form == "jsonl":
        data = folder.read(name)
        lines = data.count(b"\n")
        if lines != summary["ok"]:
            yield (
                name,
                "",
                Message("holds {lines} results, and {files} files were read", lines=lines, files=summary["ok"]),
            )
        if data:
            yield from ((name, path, what) for path, what in validity.findings(data))
