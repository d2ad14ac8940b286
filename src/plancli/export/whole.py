"""Files written whole or not at all: a temporary file in the same folder, fsync, rename."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ..errors import OutputError, reason


@contextlib.contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A handle whose bytes become `path` when the block ends well; otherwise what stood there stays as it was.

    Permissions are those of the file that is replaced, else the usual ones (umask). A link is followed; what is no
    regular file (a pipe, `/dev/stdout`) is written to directly. Raises `OutputError`.
    """
    try:
        target = path.resolve()
    except (OSError, RuntimeError) as error:  # before Python 3.13 a link to itself is a RuntimeError
        raise OutputError("{path} cannot be written: it is a link that leads round in a circle", path=path) from error
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                yield stream
            return
        with _temporary(target) as stream:
            yield stream
    except OSError as error:
        raise OutputError("{path} cannot be written: {reason}", path=path, reason=reason(error)) from error


@contextlib.contextmanager
def _temporary(target: Path) -> Iterator[BinaryIO]:
    temporary = target.with_name(f".plancli-{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        with contextlib.suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the rename itself last; not every system lets a folder be opened."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
