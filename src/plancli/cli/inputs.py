"""INPUT on the command line: a file, or `-` for stdin → its bytes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from ..errors import Unreadable, UsageError
from ..model.settings import Limits

STDIN = "-"
_MAGIC = frozenset("*?[")


def check(names: Sequence[str]) -> None:
    """Refuses what cannot be meant. Raises `UsageError`."""
    if names.count(STDIN) > 1:
        raise UsageError("stdin (-) is named twice", "It can be read once only.")


def read(name: str, limits: Limits) -> bytes:
    """The bytes of one input. Raises an `InputError`."""
    from ..api import read_input, read_stream

    if name != STDIN:
        return read_input(name, limits)
    if sys.stdin is None:
        raise Unreadable("stdin is closed")
    return read_stream(sys.stdin.buffer, limits)


def expand(names: Sequence[str]) -> list[str]:
    """Names with patterns that the shell left as they are (`"out/**/*.json"`) → the files they stand for, sorted."""
    found = []
    for name in names:
        matches: list[str] = []
        if not _MAGIC.isdisjoint(name) and not Path(name).exists():
            import glob

            matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - absolute patterns too
        found += matches or [name]
    return found
