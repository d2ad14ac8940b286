"""How a batch goes, on stderr: a bar on a terminal, a plain line every so often elsewhere, a line a failure in both."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ..errors import Unsupported, told
from ..export.terminal import harmless
from ..messages import Message, translated
from .console import printable, voice

if TYPE_CHECKING:
    from ..batch.entry import Entry
    from ..batch.job import Outcome
    from ..batch.journal import JournalRecord

_EVERY = 30.0  # seconds between two plain lines


class Progress:
    """Told of every file by the run; `with` it, so that the bar goes away in the end."""

    def __init__(self) -> None:
        self._total = self._done = self._failed = 0
        self._began = self._said = time.monotonic()
        self._bar: Any = None
        self._task: Any = None
        self._notes: list[Message] = []  # what is worth a look, said in the end

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            with contextlib.suppress(OSError):
                self._bar.stop()
            self._bar = None
        if kind is not None and not issubclass(kind, Exception):  # Ctrl-C, SIGTERM
            voice.say(
                Message(
                    "plancli: stopped: {done} of {total} files are done; the same command goes on",
                    done=self._done,
                    total=self._total,
                )
            )
        if error is None:
            for note in self._notes:
                voice.say(note)

    def begin(self, total: int) -> None:
        """So many files there are."""
        self._total = total
        if voice.level >= 0 and sys.stderr is not None and sys.stderr.isatty():
            self._bar = _bar()
            self._task = self._bar.add_task("", total=total, failed="", rate="")
            self._bar.start()

    def done(self, entry: Entry, record: JournalRecord, outcome: Outcome | None) -> None:
        """A file is accounted for."""
        self._done += 1
        if record.status == "failed":
            self._failed += 1
            self._tell(entry.path, record, outcome)
        elif outcome is not None and voice.level >= 1:
            self._line(
                voice.log,
                Message(
                    "plancli: {file}: {status}, {seconds:.2f} s",
                    file=printable(entry.path),
                    status=Message(record.status),
                    seconds=record.seconds,
                ),
            )
        self._note(entry, record, outcome)
        self._go_on()

    def _note(self, entry: Entry, record: JournalRecord, outcome: Outcome | None) -> None:
        """Keeps what is worth a look for the end."""
        if record.warnings:
            self._notes.append(
                Message(
                    "plancli: {file}: 1 warning; plancli parse lists it",
                    "plancli: {file}: {count} warnings; plancli parse lists them",
                    file=printable(entry.path),
                    count=record.warnings,
                )
            )
        elif outcome is not None and outcome.error == Unsupported.code and outcome.remedy != Unsupported.remedy:
            self._notes.append(
                Message(
                    "plancli: {file}: passed over: {what}. {remedy}",
                    file=printable(entry.path),
                    what=outcome.what,
                    remedy=outcome.remedy,
                )
            )

    def _go_on(self) -> None:
        """The bar moved, or a line from time to time."""
        now = time.monotonic()
        if self._bar is not None:
            with contextlib.suppress(OSError):
                self._bar.update(
                    self._task,
                    advance=1,
                    failed=translated(Message("{failed} failed", failed=self._failed)),
                    rate=translated(Message("{rate:.1f}/s", rate=self._rate(now))),
                )
        elif now - self._said >= _EVERY:
            self._said = now
            left = (self._total - self._done) / max(self._rate(now), 1e-9)
            voice.say(
                Message(
                    "plancli: {done} of {total} files, {failed} failed, {rate:.1f} a second, {span} left",
                    done=self._done,
                    total=self._total,
                    failed=self._failed,
                    rate=self._rate(now),
                    span=_span(left),
                )
            )

    def _rate(self, now: float) -> float:
        return self._done / max(now - self._began, 1e-9)

    def _tell(self, path: str, record: JournalRecord, outcome: Outcome | None) -> None:
        if outcome is None:
            line = told(
                Message("failed before, and nothing has changed since"),
                record.error or "",
                Message("Give --force to try it again."),
            )
        else:
            line = told(outcome.what, outcome.error or "", outcome.remedy)
        self._line(voice.error, Message("plancli: {file}: {told}", file=printable(path), told=line))
        if outcome is not None and outcome.trace and voice.traceback:
            self._line(voice.trace, outcome.trace)

    def _line(self, say: Any, line: str) -> None:
        """A line above the bar, where there is one."""
        if self._bar is None:
            say(line)
        else:
            with contextlib.suppress(OSError):
                self._bar.console.print(harmless(translated(line)), markup=False, highlight=False, soft_wrap=True)


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]}"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True, no_color=bool(os.environ.get("NO_COLOR"))),
        transient=True,
    )


def _span(seconds: float) -> Message:
    """A time for people: 50 s, 12 min, 3 h 05 min."""
    if seconds < 100:
        return Message("{seconds:.0f} s", seconds=seconds)
    minutes = round(seconds / 60)
    if minutes < 60:
        return Message("{minutes} min", minutes=minutes)
    return Message("{hours} h {minutes:02} min", hours=minutes // 60, minutes=minutes % 60)
