"""`journal.jsonl`: what was done, one line a file in the order finished; append-only, and true after a kill at any byte.

A line that was cut off is dropped when the journal is opened again, and said so; the file it told of is done again.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Protocol, get_args

from ..errors import OutputError, UsageError, reason
from ..export.findings import FindingLine
from .job import Status

NAME = "journal.jsonl"
BINARY = getattr(os, "O_BINARY", 0)  # Windows: line feeds stay as they are
_LOCKED = 1 << 30


@dataclass(frozen=True, slots=True)
class JournalRecord:
    """What came of one file: a line of the journal, fields in this order.

    `error` is an error code; `output` the result's path under the folder; `parser` the version and, after a plus sign,
    a mark of the settings that bear on the result; `diagnostics` the lines that `parse --diagnostics` writes for it.
    """

    path: str
    sha256: str | None
    status: Status
    error: str | None
    seconds: float
    peak_mb: float
    plans: int
    tasks: int
    warnings: int
    output: str | None
    parser: str
    diagnostics: tuple[FindingLine, ...] = ()  # a journal of before has none

    def line(self) -> bytes:
        """The record as one line of JSON. Names that are no valid Unicode are escaped, so that they can be read back."""
        held = {name: getattr(self, name) for name in _FIELDS}
        text = json.dumps(held, ensure_ascii=False)
        try:
            return f"{text}\n".encode()
        except UnicodeEncodeError:
            return f"{json.dumps(held)}\n".encode("ascii")


_TYPES: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("path", "status", "parser"), (str,)),
    **dict.fromkeys(("sha256", "error", "output"), (str, type(None))),
    **dict.fromkeys(("seconds", "peak_mb"), (int, float)),
    **dict.fromkeys(("plans", "tasks", "warnings"), (int,)),
    "diagnostics": (tuple,),
}
_FIELDS = tuple(field.name for field in fields(JournalRecord))


class JournalFile(Protocol):
    """Where the lines go."""

    def read(self) -> bytes:
        """All that was written before."""

    def cut(self, size: int) -> None:
        """Takes off what stands behind the first `size` bytes."""

    def append(self, data: bytes) -> None:
        """Writes behind what is there, so that it outlives this process. Raises `OutputError`."""

    def close(self) -> None:
        """Makes everything last."""


class Journal:
    """The journal of one folder.

    `records` is what earlier runs left: the last line of each path that tells what came of it. Lines that are added do not
    go there, so that a run of any length takes no more memory. `dropped` counts lines that could not be read, `outputs` are the results that any
    line tells of.
    """

    def __init__(self, log: JournalFile) -> None:
        self.records: dict[str, JournalRecord] = {}
        self.outputs: set[str] = set()
        self.dropped = 0
        self._log = log
        self._read(log.read())

    def append(self, record: JournalRecord) -> None:
        """Writes one line, at once. Raises `OutputError`."""
        self._log.append(record.line())

    def close(self) -> None:
        """Makes the lines last, and lets another run have the journal."""
        self._log.close()

    def _read(self, data: bytes) -> None:
        whole = data.rfind(b"\n") + 1
        if whole < len(data):
            self.dropped += 1
            self._log.cut(whole)
        for line in data[:whole].splitlines():
            try:
                record = record_of(line)
            except (ValueError, TypeError, RecursionError):
                self.dropped += 1
                continue
            if record.output is not None:
                self.outputs.add(record.output)
            if tells(record):
                self.records[record.path] = record


class LockedFile:
    """A `JournalFile` in a file of this machine, which one run at a time may have."""

    def __init__(self, file: Path) -> None:
        """Opens or begins the file. Raises `UsageError` where another run has it, `OutputError`."""
        self._file = file
        try:
            if not self._is_own():
                raise OutputError(
                    "{file} is no file of plancli's, but a link, a pipe or a device", "Take it away.", file=file
                )
            self._handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND | BINARY, 0o666)
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            _lock(self._handle)
        except BlockingIOError:
            os.close(self._handle)
            raise UsageError(
                "another run is writing to {folder}",
                "Wait for its end, or give another folder with -o.",
                folder=file.parent,
            ) from None
        except OSError:
            pass  # a file system without locks: nothing can be known of other runs

    def _is_own(self) -> bool:
        """Whether there is a plain file or none: what is appended to a link, a pipe or a device goes elsewhere."""
        try:
            return stat.S_ISREG(self._file.lstat().st_mode)
        except FileNotFoundError:
            return True

    def read(self) -> bytes:
        """See `JournalFile`."""
        return self._file.read_bytes()

    def cut(self, size: int) -> None:
        """See `JournalFile`."""
        os.ftruncate(self._handle, size)

    def append(self, data: bytes) -> None:
        """See `JournalFile`."""
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[os.write(self._handle, rest) :]
        except OSError as error:
            raise self._unwritable(error) from error

    def close(self) -> None:
        """See `JournalFile`."""
        with contextlib.suppress(OSError):
            os.fsync(self._handle)
        os.close(self._handle)

    def _unwritable(self, error: OSError) -> OutputError:
        return OutputError("{file} cannot be written: {reason}", file=self._file, reason=reason(error))


def _lock(handle: int) -> None:
    """Locks a file for as long as it is open. Raises `BlockingIOError` where another process has done so, `OSError`."""
    if os.name == "posix":
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return
    import msvcrt

    before = os.lseek(handle, _LOCKED, os.SEEK_SET)  # a byte that no journal reaches, so that others can read it
    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except PermissionError as error:
        raise BlockingIOError(*error.args) from None
    finally:
        os.lseek(handle, before - _LOCKED, os.SEEK_SET)


def tells(record: JournalRecord) -> bool:
    """Whether a line says what came of a file, rather than that nothing was to be done."""
    return record.status != "skipped" or record.error is not None


def is_backed(record: JournalRecord) -> bool:
    """Whether the line for people tells the same failure as the record. One without it, as 0.1 wrote them, or with another is not
    believed by a run: the file is done again."""
    return [line.get("code") for line in record.diagnostics] == [record.error]


def record_of(line: bytes) -> JournalRecord:
    """The record of a line of a journal, of 0.1 too. Raises ValueError, TypeError or RecursionError where it is none."""
    held = json.loads(line)
    if not isinstance(held, dict) or not isinstance(held.get("path"), str):
        raise ValueError("no record")
    lines = held.get("diagnostics", [])
    if not isinstance(lines, list) or not all(isinstance(line, dict) for line in lines):
        raise ValueError("no diagnostics")
    record = JournalRecord(
        **{name: value for name, value in held.items() if name in _FIELDS} | {"diagnostics": tuple(lines)}
    )
    if not all(isinstance(getattr(record, name), kinds) for name, kinds in _TYPES.items()):
        raise ValueError("a value of another type")
    if record.status not in get_args(Status):
        raise ValueError("no status")
    return record
