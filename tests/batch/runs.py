"""A run over a folder, in this process or with real workers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from plancli.batch import engines
from plancli.batch import run as running
from plancli.batch.engines import Bench
from plancli.batch.entry import Entry, Selection
from plancli.batch.job import Job, Outcome, ResultShape, perform
from plancli.batch.journal import JournalRecord
from plancli.batch.results import Folder, Store
from plancli.batch.run import RunPlan, RunTally
from plancli.batch.sources import entries
from plancli.batch.worker_handle import Guards
from plancli.model.settings import Settings


class Seen:
    """A watch that remembers."""

    def __init__(self) -> None:
        self.total = 0
        self.outcomes: dict[str, Outcome | None] = {}

    def begin(self, total: int) -> None:
        self.total = total

    def done(self, entry: Entry, record: JournalRecord, outcome: Outcome | None) -> None:
        self.outcomes[entry.path] = outcome

    @property
    def parsed(self) -> list[str]:
        """The files that were not done before."""
        return sorted(path for path, outcome in self.outcomes.items() if outcome is not None)


def in_this_process(job: Job, guards: Guards) -> Outcome:
    return perform(job)


@contextmanager
def threads(jobs: int = 1) -> Iterator[Bench]:
    with ThreadPoolExecutor(jobs) as executor:
        yield Bench(executor, jobs)


def run(
    source: Path | str,
    out: Path | Store,
    *,
    workers: bool = False,
    jobs: int = 1,
    form: str = "json",
    settings: Settings | None = None,
    guards: Guards | None = None,
    **options: Any,
) -> tuple[RunTally, Seen]:
    """Runs over all of `source`; without `workers` the caller has put `in_this_process` in the place of `supervised`."""
    plan = RunPlan(
        entries=entries([str(source)], Selection(), output=out if isinstance(out, Path) else None),
        settings=settings or Settings(),
        shape=ResultShape(form),  # type: ignore[arg-type]
        guards=guards or Guards(),
        **options,
    )
    seen = Seen()
    store = Folder(out) if isinstance(out, Path) else out
    with (
        running.opened(store) as journal,
        engines.local(jobs) if workers else threads(jobs) as bench,
    ):
        return running.run(plan, store, journal, bench, seen), seen


def lines(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "journal.jsonl").read_bytes().splitlines()]


def content(out: Path) -> dict[str, bytes]:
    """Every file below a folder but the journal, whose order and times differ."""
    return {
        str(file.relative_to(out)): file.read_bytes()
        for file in sorted(out.rglob("*"))
        if file.is_file() and file.name != "journal.jsonl"
    }


def truth(out: Path) -> dict[str, dict[str, Any]]:
    """What the journal says of each file, without what differs from run to run."""
    return {line["path"]: {**line, "seconds": 0, "peak_mb": 0} for line in lines(out) if line["status"] != "skipped"}
