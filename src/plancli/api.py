"""`plancli.parse`: one call from a path or bytes to a bulletin, for Python users."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from .errors import NotFound, TooLarge, Unreadable, UsageError, one_of, reason
from .model.settings import Limits, Settings

if TYPE_CHECKING:
    from .export.rows import By
    from .model.bulletin import Bulletin


def read_input(path: str | Path, limits: Limits) -> bytes:
    """The bytes of a file, checked against the size limit. Raises NotFound, Unreadable, TooLarge."""
    try:
        with Path(path).open("rb") as stream:
            return read_stream(stream, limits)
    except FileNotFoundError:
        raise NotFound("no such file") from None
    except IsADirectoryError:
        raise Unreadable("is a folder", "Use plancli batch for folders.") from None
    except OSError as error:
        raise Unreadable(reason(error)) from None


def read_stream(stream: BinaryIO, limits: Limits) -> bytes:
    """All the bytes of a stream, which need not tell its size (a pipe, a device). Raises TooLarge."""
    parts, size = [], 0
    while part := stream.read(1 << 16):  # a larger request is mapped into memory before it is read
        parts.append(part)
        size += len(part)
        if size > limits.file_bytes:
            raise TooLarge("more than the limit of {most} bytes", most=limits.file_bytes)
    return b"".join(parts)


def parse(path_or_bytes: str | Path | bytes, *, year: int | None = None, settings: Settings | None = None) -> Bulletin:
    """A file's path or content → its bulletin.

    `year` is used where the document names no year. Raises an `errors.InputError` where it cannot be read,
    `errors.SeveralBulletins` where it is an archive or a mail with several files in it.
    """
    from .pipeline import parse_bytes

    base = _settings(settings, year)
    data, name = _input(path_or_bytes, base)
    return parse_bytes(data, name=name, settings=base)


def parse_all(
    path_or_bytes: str | Path | bytes, *, year: int | None = None, settings: Settings | None = None
) -> Iterator[Bulletin]:
    """A file's path or content → its bulletins: one, or one for each file in an archive (ZIP) or a mail (EML) that is of a
    kind that is read. Raises as `parse`, when its turn comes."""
    from .pipeline import parse_members

    base = _settings(settings, year)
    data, name = _input(path_or_bytes, base)
    return parse_members(data, name=name, settings=base)


def rows(bulletin: Bulletin, by: By = "task") -> list[dict[str, Any]]:
    """The columns of CSV as plain dicts, one a task, a time node (`by="node"`) or a department of a task
    (`by="department"`); days are dates, None where there is none. What pandas and polars take for a frame."""
    from .export.rows import COLUMNS
    from .export.rows import rows as found

    if by not in COLUMNS:
        raise UsageError("by is {by!r}", one_of(tuple(COLUMNS)), by=by)
    return [{name: row.get(name) for name in COLUMNS[by]} for row in found(bulletin, by)]


def _settings(settings: Settings | None, year: int | None) -> Settings:
    base = settings or Settings()
    return base if year is None else replace(base, year=year, year_from="option")


def _input(path_or_bytes: str | Path | bytes, settings: Settings) -> tuple[bytes, str]:
    if isinstance(path_or_bytes, bytes):
        return path_or_bytes, "<bytes>"
    return read_input(path_or_bytes, settings.limits), str(path_or_bytes)
