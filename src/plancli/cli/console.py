"""What plancli says on stderr: summaries, warnings, logs. Results never come this way."""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from ..export.terminal import harmless, one_line
from ..messages import Message, recognised, translated
from ..model.record import Record

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin, Location


@dataclass(slots=True, eq=False, repr=False)
class Voice(Record):
    """How much is said, as the command line asked: `level` -1 is errors alone, 0 the usual, 1 and more logs."""

    level: int = 0
    traceback: bool = False

    def set(self, *, quiet: bool = False, verbose: int = 0, traceback: bool = False) -> None:
        """Takes what stands before the command and what stands after it: they add up, quiet wins."""
        self.level = -1 if quiet or self.level < 0 else self.level + verbose
        self.traceback = self.traceback or traceback

    def error(self, line: str) -> None:
        """A line that is said however quiet."""
        _put(one_line(translated(line)))

    def trace(self, lines: str) -> None:
        """Where an error arose, in lines, for those who asked."""
        _put(harmless(lines.rstrip()))

    def say(self, line: str) -> None:
        """A summary or a warning."""
        if self.level >= 0:
            _put(one_line(translated(line)))

    def log(self, line: str) -> None:
        """A line for those who asked with -v."""
        if self.level >= 1:
            _put(one_line(translated(line)))


voice = Voice()


def _put(text: str) -> None:
    """Writes to stderr; where it is closed, full or read by nobody any more, what is said is lost and nothing else."""
    if sys.stderr is None:
        return
    try:
        print(text, file=sys.stderr, flush=True)
    except (OSError, ValueError):
        to_nowhere(sys.stderr)


def to_nowhere(stream: TextIO) -> None:
    """What is written to a standard stream from now on, and what it still holds, goes nowhere, without an error."""
    with contextlib.suppress(OSError, ValueError):
        handle, nowhere = stream.fileno(), os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, handle)
        os.close(nowhere)


def printable(name: str) -> str:
    """A file's name on one line of valid Unicode: bytes that are no UTF-8 and control characters are escaped."""
    shown = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in shown)


_PLACES = {
    "page": Message("page {value}"),
    "table": Message("table {value}"),
    "row": Message("row {value}"),
    "paragraph": Message("paragraph {value}"),
    "sheet": Message("sheet {value}"),
    "cell": Message("cell {value}"),
}


def places(location: Location) -> list[Message]:
    """Where in its source a thing stands, as far as that is known."""
    return [_PLACES[name].also(value=value) for name, value in location if value is not None and name in _PLACES]


def tell_unplaced(bulletin: Bulletin) -> None:
    """Says which corrections were not applied, for commands that show tasks alone."""
    for told in bulletin.diagnostics:
        if told.code == "correction-unplaced":
            voice.say(
                Message(
                    "plancli: {file}: {severity}: {what} ({code})",
                    file=printable(bulletin.source.path),
                    severity=Message(told.severity),
                    what=recognised(told.message),
                    code=told.code,
                )
            )
