"""The one place that turns errors into lines for people and exit codes for scripts."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import NoReturn, TypeVar

from ..errors import InternalError, MissingExtra, OutOfMemory, PlancliError
from .console import printable, voice

DIFFERENCE_EXIT = 1  # a check found a difference
WARNINGS_EXIT = 3  # read, but with warnings, under --strict
MISSING_EXIT = 4  # something is not installed

T = TypeVar("T")


def translate(error: BaseException) -> PlancliError:
    """Any exception → what the user is told: memory gone is the file's fault, what is unforeseen plancli's own."""
    if isinstance(error, PlancliError):
        return error
    if isinstance(error, MemoryError):
        return OutOfMemory("needs more memory than there is")
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith("plancli"):
        return MissingExtra(f"{error.name} is not installed", "Run plancli doctor: it says how to get it.")
    words = " ".join(str(error).split())
    return InternalError(f"{type(error).__name__}: {words}" if words else type(error).__name__)


def tell(error: BaseException, name: str | None = None) -> int:
    """Says one line on stderr (`plancli: FILE: what is wrong (error-code). What to do.`) and gives the exit code."""
    told = translate(error)
    voice.error(f"plancli: {printable(name)}: {told}" if name is not None else f"plancli: {told}")
    if voice.traceback:
        import traceback

        voice.error("".join(traceback.format_exception(error)).rstrip())
    return told.exit_code


class Tally:
    """The inputs of one run: each may fail alone, the others go on. `exit_code` is the gravest seen."""

    def __init__(self) -> None:
        self.exit_code = 0
        self.warned = False

    def attempt(self, name: str, read: Callable[[], T]) -> T | None:
        """What `read` gives, or None where it failed, which has then been told."""
        try:
            return read()
        except Exception as error:
            self.exit_code = max(self.exit_code, tell(error, name))
            return None

    def result(self, *, strict: bool) -> int:
        """The exit code of the run: failures first, then warnings where `strict` asks for them."""
        return self.exit_code or (WARNINGS_EXIT if strict and self.warned else 0)


@contextlib.contextmanager
def guard() -> Iterator[None]:
    """Around the whole program: signals end it with 128 + their number, errors with their own exit code."""
    before = {number: signal.signal(number, _stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    except Exception as error:
        sys.exit(tell(error))
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    """Unwinds the program, so that temporary files go, and ends it with 130 or 143."""
    raise SystemExit(128 + number)


def reader_gone() -> NoReturn:
    """The program that read our stdout has what it wanted (`| head`): no failure, and nothing more to say."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)
