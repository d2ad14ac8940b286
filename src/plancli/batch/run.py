"""A run over many files: what is done already, what is parsed now, what came of each."""

from __future__ import annotations

import contextlib
import hashlib
import posixpath
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from queue import SimpleQueue
from typing import Any, Literal, Protocol

from ..errors import (
    Corrupt,
    Empty,
    Encrypted,
    GarbledText,
    InputError,
    MissingExtra,
    NoTextLayer,
    TooLarge,
    Unsupported,
    UsageError,
    ZipBomb,
)
from ..export.findings import FindingLine, of_failure
from ..model.settings import Settings
from . import dataset
from .engines import Bench, outcome_of
from .entry import Entry
from .job import ENDS, PIECES, Job, Outcome, ResultShape, failure, parser_mark
from .journal import Journal, JournalRecord, is_backed
from .results import SUMMARY, Store, UnplacedError, output_paths, summary_text
from .supervise import StoppedError, supervised
from .worker_handle import Guards

_AHEAD = 3  # jobs handed out for each worker: one at work, one handed in, one ready to take that place

# Failures that lie in the bytes: the same bytes fail again, so they are not tried again. Others are.
SETTLED = frozenset(
    kind.code for kind in (Empty, Unsupported, Encrypted, Corrupt, TooLarge, ZipBomb, NoTextLayer, GarbledText)
)
_OTHER_KINDS = frozenset((Unsupported.code, MissingExtra.code))  # skipped where they were found, failed where named


@dataclass(frozen=True, slots=True)
class RunPlan:
    """What a run is asked to do."""

    entries: Sequence[Entry]
    settings: Settings = field(default_factory=Settings)
    shape: ResultShape = field(default_factory=ResultShape)
    guards: Guards = field(default_factory=Guards)
    force: bool = False
    fail_fast: bool = False
    prune: bool = False
    bom: bool = False


class Watch(Protocol):
    """Who is told how a run goes."""

    def begin(self, total: int) -> None:
        """So many files there are."""

    def done(self, entry: Entry, record: JournalRecord, outcome: Outcome | None) -> None:
        """A file is accounted for; `outcome` is None where it was done by an earlier run."""


@dataclass(slots=True)
class RunTally:
    """What a run came to. `unchanged` are among the others; `complete` is False where it stopped at a failure; `left` are
    results and data sets of earlier runs that are none of this one's, and were removed where the plan said so."""

    ok: int = 0
    failed: int = 0
    skipped: int = 0
    unchanged: int = 0
    plans: int = 0
    tasks: int = 0
    warnings: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    complete: bool = True
    left: list[str] = field(default_factory=list)


def run(plan: RunPlan, store: Store, journal: Journal, bench: Bench, watch: Watch) -> RunTally:
    """Parses what is not yet done and accounts for every entry. Raises `OutputError` where nothing more can be written."""
    return _Run(plan, store, journal, bench, watch).go()


class _Run:
    """One thread reads files and hands them out; what comes back is written and accounted for by those who bring it."""

    def __init__(self, plan: RunPlan, store: Store, journal: Journal, bench: Bench, watch: Watch) -> None:
        self._plan, self._store, self._journal, self._bench, self._watch = plan, store, journal, bench, watch
        self._parser = parser_mark(plan.settings, plan.shape)
        self._outputs = output_paths([entry.path for entry in plan.entries], plan.shape.form)
        self._tally = RunTally()
        self._read: set[str] = set()  # paths that are in the data set
        self._again = store.has(SUMMARY)  # the run before came to its end: this is another, with lines of its own
        self._places = _AHEAD * bench.width
        self._free: SimpleQueue[None] = SimpleQueue()  # an entry for each place that no file is under way in
        for _ in range(self._places):
            self._free.put(None)
        self._turn = threading.Lock()  # one file is accounted for at a time
        self._fault: BaseException | None = None  # that ends the run

    def go(self) -> RunTally:
        for name in filter(None, (SUMMARY, dataset.NAMES.get(self._plan.shape.form))):
            if self._store.is_foreign(name):
                raise UsageError(
                    "{name} in the output folder is not plancli's", "Move it, or give another -o.", name=name
                )
        self._store.remove(SUMMARY)
        self._watch.begin(len(self._plan.entries))
        for entry in self._plan.entries:
            self._free.get()
            if self._stops() or not self._hand_out(entry):
                self._free.put(None)
            if not self._tally.complete:
                break
        for _ in range(self._places):
            self._free.get()
        self._stops()
        if self._tally.complete:
            self._finish()
        return self._tally

    def _stops(self) -> bool:
        """Whether no more is handed out. Raises what ended the run."""
        if self._fault is not None:
            raise self._fault
        if self._plan.fail_fast and self._tally.failed:
            self._tally.complete = False
        return not self._tally.complete

    def _hand_out(self, entry: Entry) -> bool:
        """Submits a file, unless it cannot be read or an earlier run has done it; whether it is under way."""
        try:
            data = entry.read(self._plan.settings.limits)
        except InputError as error:
            self._account(entry, None, failure(error))
            return False
        digest = hashlib.sha256(data).hexdigest()
        before = self._journal.records.pop(entry.path, None)
        if before is not None and not self._plan.force and self._stands(entry, before, digest):
            self._keep(entry, before)
            return False
        job = Job(entry.name, data, self._plan.settings, self._plan.shape, found=not entry.named)
        future = self._bench.executor.submit(supervised, job, self._plan.guards)
        writers = self._bench.writers
        if writers is None:
            future.add_done_callback(lambda done: self._take(entry, digest, done))
        else:
            future.add_done_callback(lambda done: writers.submit(self._take, entry, digest, done))
        return True

    def _stands(self, entry: Entry, before: JournalRecord, digest: str) -> bool:
        if before.sha256 != digest or before.parser != self._parser:
            return False
        if before.error in _OTHER_KINDS and entry.named != (before.status == "failed"):
            return False
        if before.output is None:
            if not is_backed(before):
                return False
            if before.status == "skipped" and before.error in _OTHER_KINDS:
                return True  # readers that are installed later change the mark
            return before.error in SETTLED and not (before.error == Encrypted.code and self._plan.settings.password)
        if before.output != self._outputs[before.path]:
            return False
        return self._store.has(before.output, ENDS[PIECES[self._plan.shape.form]])

    def _keep(self, entry: Entry, before: JournalRecord) -> None:
        """A file that is done: it has its line already where this run goes on with one that was stopped."""
        record = replace(before, seconds=0.0, peak_mb=0.0)
        if record.status == "ok":
            record = replace(record, status="skipped")
        with self._turn:
            if self._again:
                self._journal.append(record)
            self._count(before)
            self._tally.unchanged += 1
            self._watch.done(entry, record, None)

    def _take(self, entry: Entry, digest: str, future: Future[Outcome]) -> None:
        """What came of a file, in the thread that brings it: nothing may be raised there."""
        try:
            if self._fault is None and not future.cancelled():
                self._account(entry, digest, outcome_of(future))
        except StoppedError:
            pass  # as if it had not been begun
        except BaseException as error:
            self._fault = self._fault or error
        finally:
            self._free.put(None)

    def _account(self, entry: Entry, digest: str | None, outcome: Outcome) -> None:
        """Writes the result, or takes away that of before; then the line that says what came of the file."""
        if outcome.status == "skipped" and entry.named:
            outcome = replace(outcome, status="failed")  # asked for by name, not found on the way
        output = self._outputs[entry.path]
        if outcome.status == "ok":
            try:
                if self._store.is_foreign(output):
                    raise UnplacedError("its result cannot be written: a file that plancli did not write stands there")
                self._store.write(output, outcome.output)
            except InputError as error:
                outcome = failure(error, outcome.seconds)
        if outcome.status != "ok":
            self._store.remove(output)
        record = JournalRecord(
            path=entry.path,
            sha256=digest,
            status=outcome.status,
            error=outcome.error,
            seconds=round(outcome.seconds, 3),
            peak_mb=round(outcome.peak_mb, 1),
            plans=outcome.plans,
            tasks=outcome.tasks,
            warnings=outcome.warnings,
            output=output if outcome.status == "ok" else None,
            parser=self._parser,
            diagnostics=_diagnostics(entry, outcome),
        )
        with self._turn:
            self._journal.append(record)
            self._count(record)
            self._watch.done(entry, record, outcome)

    def _count(self, record: JournalRecord) -> None:
        tally = self._tally
        setattr(tally, record.status, getattr(tally, record.status) + 1)
        tally.plans, tally.tasks = tally.plans + record.plans, tally.tasks + record.tasks
        tally.warnings += record.warnings
        if record.error is not None:
            tally.errors[record.error] += 1
        elif self._plan.shape.form != "json":
            self._read.add(record.path)

    def _finish(self) -> None:
        """The data set, then the summary, which tells that the run came to its end."""
        form = self._plan.shape.form
        if form != "json":
            outputs = (self._outputs[entry.path] for entry in self._plan.entries if entry.path in self._read)
            dataset.join(self._store, outputs, self._plan.shape, bom=self._plan.bom)
        self._tally.left = sorted(self._left())
        for name in self._tally.left if self._plan.prune else ():
            self._store.remove(name, folders=True)
        self._store.write(SUMMARY, summary_text(self._summary()))

    def _left(self) -> Iterator[str]:
        """What earlier runs wrote and this one would not have: results of files that are gone or not asked for now, those in
        another format or under another name, and their data sets."""
        form, own = self._plan.shape.form, {*self._outputs.values(), SUMMARY}
        sets = (name for other, name in dataset.NAMES.items() if other != form)
        results = (name for name in self._journal.outputs if name not in own and posixpath.normpath(name) == name)
        for name in (*sets, *results):
            if self._store.has(name) and not self._store.is_foreign(name):
                yield name

    def _summary(self) -> dict[str, Any]:
        """What the folder holds; nothing that depends on when it was made, or in how many runs."""
        tally = self._tally
        return {
            "files": len(self._plan.entries),
            **{name: getattr(tally, name) for name in ("ok", "failed", "skipped")},
            "errors": dict(sorted(tally.errors.items())),
            **{name: getattr(tally, name) for name in ("plans", "tasks", "warnings")},
            "format": self._plan.shape.form,
            "parser": self._parser,
        }


def _diagnostics(entry: Entry, outcome: Outcome) -> tuple[FindingLine, ...]:
    """What a script is to look at: the warnings of a file that was read, or why it was not."""
    if outcome.error is None:
        return outcome.diagnostics
    severity: Literal["error", "info"] = "info" if outcome.status == "skipped" else "error"
    return (of_failure(entry.name, outcome.error, outcome.what, outcome.remedy, severity),)


@contextlib.contextmanager
def opened(store: Store) -> Iterator[Journal]:
    """The folder's journal for the time of a run, the folder swept. Raises `UsageError` where another run has it."""
    journal = store.journal()
    try:
        store.sweep()
        yield journal
    finally:
        journal.close()
