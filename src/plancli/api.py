"""`plancli.parse`: one call from a path or bytes to a bulletin, for Python users."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, get_args

from .errors import NotFound, TooLarge, Unreadable, UsageError, one_of, reason
from .messages import Language, Message
from .model.settings import YEARS, Limits, Settings

if TYPE_CHECKING:
    from .export.rows import By
    from .model.bulletin import Bulletin

Input = str | PathLike[str] | bytes | bytearray | memoryview | BinaryIO


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


def parse(
    source: Input,
    *,
    year: int | None = None,
    password: str | None = None,
    lang: Language | None = None,
    settings: Settings | None = None,
) -> Bulletin:
    """A file's path, its content (bytes, or what is like bytes) or an open binary file → its bulletin.

    `year`, from 1949 to 2100, is used where the document names no year, `password` where it is encrypted; `lang` ("zh", "en") is the
    language of the messages in the result, by default English. Raises an
    `errors.InputError` where it cannot be read, `errors.SeveralBulletins` where it is an archive or a mail with several
    files in it, `errors.UsageError` for a year out of range or another language, and TypeError for what is none of these.
    """
    from .pipeline import parse_bytes

    base = _settings(settings, year, password, lang)
    data, name = _input(source, base)
    return parse_bytes(data, name=name, settings=base)


def parse_all(
    source: Input,
    *,
    year: int | None = None,
    password: str | None = None,
    lang: Language | None = None,
    settings: Settings | None = None,
) -> Iterator[Bulletin]:
    """What `parse` takes → its bulletins: one, or one for each file in an archive (ZIP) or a mail (EML) that is of a
    kind that is read. Raises as `parse`, when its turn comes."""
    from .pipeline import parse_members

    base = _settings(settings, year, password, lang)
    data, name = _input(source, base)
    return parse_members(data, name=name, settings=base)


def rows(bulletin: Bulletin, by: By = "task") -> list[dict[str, Any]]:
    """The columns of CSV as plain dicts, one a task, a time node (`by="node"`) or a department of a task
    (`by="department"`); days are dates, None where there is none. What pandas and polars take for a frame."""
    from .export.rows import COLUMNS
    from .export.rows import rows as found

    if by not in COLUMNS:
        raise UsageError("by is {by!r}", one_of(tuple(COLUMNS)), by=by)
    return [{name: row.get(name) for name in COLUMNS[by]} for row in found(bulletin, by)]


def _settings(settings: Settings | None, year: int | None, password: str | None, lang: Language | None) -> Settings:
    base = settings or Settings()
    if year is not None:
        if not isinstance(year, int) or isinstance(year, bool):
            raise TypeError(f"year is {year!r}: give a number such as 2026, or None")
        if year not in YEARS:
            remedy = Message("Give a year from {first} to {last}.", first=YEARS[0], last=YEARS[-1])
            raise UsageError("year is {year}", remedy, year=year)
        base = replace(base, year=year, year_from="option")
    if password is not None:
        if not isinstance(password, str):
            raise TypeError(f"password is of type {type(password).__name__}: give text, or None")
        base = replace(base, password=password)
    if lang is not None:
        if lang not in get_args(Language):
            raise UsageError("lang is {lang!r}", one_of(get_args(Language)), lang=str(lang))
        base = replace(base, lang=lang)
    return base


def _input(source: Input, settings: Settings) -> tuple[bytes, str]:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source), "<bytes>"
    if isinstance(source, (str, PathLike)):
        return read_input(Path(source), settings.limits), str(source)
    if callable(getattr(source, "read", None)):
        name = getattr(source, "name", None)
        return read_stream(_binary(source), settings.limits), name if isinstance(name, str) else "<stream>"
    raise TypeError(f"{type(source).__name__} is no document: give a path, bytes or an open binary file")


def _binary(stream: BinaryIO) -> BinaryIO:
    if isinstance(stream.read(0), str):
        raise TypeError("the file is open for text: open it in binary mode, open(path, 'rb')")
    return stream
