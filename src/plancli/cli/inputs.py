"""INPUT on the command line: a file, or `-` for stdin → its bytes."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ..errors import TooLarge, Unreadable, UsageError
from ..model.settings import Limits

STDIN = "-"


def check(names: Sequence[str]) -> None:
    """Refuses what cannot be meant. Raises `UsageError`."""
    if names.count(STDIN) > 1:
        raise UsageError("stdin (-) is named twice", "It can be read once only.")


def read(name: str, limits: Limits) -> bytes:
    """The bytes of one input. Raises an `InputError`."""
    if name != STDIN:
        from ..door import read_input

        return read_input(name, limits)
    if sys.stdin is None:
        raise Unreadable("stdin is closed")
    data = sys.stdin.buffer.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise TooLarge(f"more than the limit of {limits.file_bytes} bytes")
    return data
