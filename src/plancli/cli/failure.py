"""The one place that turns errors into lines for people and exit codes for scripts."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any, NoReturn, TypeVar

import typer

from ..errors import InternalError, MissingExtra, OutOfMemory, OutputError, PlancliError, Unreadable, reason
from ..messages import Message
from .console import printable, to_nowhere, voice

DIFFERENCE_EXIT = 1  # a check found a difference
WARNINGS_EXIT = 3  # read, but with warnings, under --strict
_NO_NAME = (errno.ENAMETOOLONG, errno.ELOOP)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
MISSING_EXIT = 4  # something is not installed

_REFUSED: Any = typer.BadParameter.__mro__[2]  # what Typer says of wrong use

T = TypeVar("T")


def translate(error: BaseException) -> PlancliError:
    """Any exception → what the user is told: memory gone is the file's fault, what is unforeseen plancli's own."""
    if isinstance(error, PlancliError):
        return error
    if isinstance(error, MemoryError):
        return OutOfMemory("needs more memory than there is")
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith("plancli"):
        return MissingExtra("{name} is not installed", "Run plancli doctor: it says how to get it.", name=error.name)
    if isinstance(error, OSError) and error.filename is not None and error.errno in _NO_NAME:
        name = printable(os.fsdecode(error.filename))
        return Unreadable(
            "no file can be named {name} ({reason})",
            name=name if len(name) < 80 else name[:60] + "…",
            reason=reason(error),
        )
    if isinstance(error, OSError) and error.filename is None and error.errno in _FULL:
        return OutputError(
            "stdout cannot be written: {reason}", reason=reason(error)
        )  # help, a version: others say so themselves
    words = " ".join(str(error).split())
    return (
        InternalError("{kind}: {words}", kind=type(error).__name__, words=words)
        if words
        else InternalError(type(error).__name__)
    )


def tell(error: BaseException, name: str | None = None) -> int:
    """Says one line on stderr (`plancli: FILE: what is wrong (error-code). What to do.`) and gives the exit code."""
    told = translate(error)
    if name is None:
        voice.error(Message("plancli: {told}", told=told.message))
    else:
        voice.error(Message("plancli: {file}: {told}", file=printable(name), told=told.message))
    if voice.traceback:
        import traceback

        voice.trace("".join(traceback.format_exception(error)))
    return told.exit_code


class Tally:
    """The inputs of one run: each may fail alone, the others go on. `exit_code` is the gravest seen; that something is not
    installed counts where nothing else failed."""

    def __init__(self, failed: Callable[[str, PlancliError], None] | None = None) -> None:
        """`failed` hears of each failure, beside the user."""
        self._failed = failed
        self.exit_code = 0
        self.warned = False

    def attempt(self, name: str, read: Callable[[], T]) -> T | None:
        """What `read` gives, or None where it failed, which has then been told."""
        try:
            return read()
        except Exception as error:
            if self._failed is not None:
                self._failed(name, translate(error))
            self.exit_code = max(
                self.exit_code, tell(error, name), key=lambda code: (code != MISSING_EXIT, code) if code else ()
            )
            return None

    def result(self, *, strict: bool) -> int:
        """The exit code of the run: failures first, then warnings where `strict` asks for them."""
        return self.exit_code or (WARNINGS_EXIT if strict and self.warned else 0)


@contextlib.contextmanager
def guard() -> Iterator[None]:
    """Around the whole program: signals end it with 128 + their number, errors with their own exit code."""
    before = {number: signal.signal(number, _stop) for number in _signals()}
    _open_streams()
    try:
        yield
    except _REFUSED as error:
        from .help import wrong_use

        voice.trace(wrong_use(error))
        sys.exit(error.exit_code)
    except Exception as error:
        code = tell(error)
        if isinstance(translate(error), OutputError) and sys.stdout is not None:
            to_nowhere(sys.stdout)  # what it still holds would be written, and fail, once more
        sys.exit(code)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def end(code: int) -> NoReturn:
    """Ends the program as the command said."""
    sys.exit(code)


def _open_streams() -> None:
    """Gives the numbers of standard streams that are closed to nothing, so that no file of ours gets them."""
    for handle in (0, 1, 2):
        try:
            os.fstat(handle)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


def _signals() -> list[int]:
    """What a person or the system ends the program with; on Windows Ctrl-Break as well."""
    more = getattr(signal, "SIGBREAK", None)
    return [signal.SIGINT, signal.SIGTERM, *([more] if more is not None else [])]


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    """Unwinds the program, so that temporary files go, and ends it with 130 or 143."""
    raise SystemExit(128 + (signal.SIGTERM if number == signal.SIGTERM else signal.SIGINT))


def reader_gone() -> NoReturn:
    """The program that read our stdout has what it wanted (`| head`): no failure, and nothing more to say."""
    to_nowhere(sys.stdout)
    raise SystemExit(0)
