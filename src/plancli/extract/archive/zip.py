"""The files in a ZIP archive: names as their writers meant them, unpacked in memory under limits."""

from __future__ import annotations

import io
import stat
import zipfile

from ...errors import Corrupt, Encrypted, TooLarge, ZipBomb
from ...model.settings import Limits
from ..package import BROKEN_ZIP

_UTF8_NAME = 0x800
_LOCKED = 1
_UNICODE_PATH = 0x7075  # the extra field in which Info-ZIP keeps a name in UTF-8
_CHUNK = 1 << 18
_RATIO_FLOOR = 1 << 20  # a member below this size is harmless at any ratio


class Archive:
    """A ZIP archive by the names of its files. Raises `Corrupt` or `TooLarge`, here and when a file is read."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._size, self._limits = len(data), limits
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN_ZIP as error:
            raise Corrupt("the archive cannot be opened: {error}", error=error) from error
        entries = self._zip.infolist()
        if len(entries) > limits.zip_entries:
            raise TooLarge(
                "the archive has {count} entries, more than the {most} allowed",
                count=len(entries),
                most=limits.zip_entries,
            )
        self.files = [(name_of(entry), entry) for entry in entries if not (_is_folder(entry) or _is_link(entry))]

    def read(self, entry: zipfile.ZipInfo) -> bytes:
        """The bytes of a file in it, counted while they are inflated."""
        if entry.flag_bits & _LOCKED:
            raise Encrypted(
                "the file is locked in its archive with a password", "Unpack the archive with its password."
            )
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(entry) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    self._check(size, min(entry.compress_size, self._size))
                    pieces.append(piece)
        except BROKEN_ZIP as error:
            raise Corrupt("the file cannot be unpacked: {error}", error=error) from error
        self._unpacked += size
        return b"".join(pieces)

    def _check(self, size: int, packed: int) -> None:
        if size > self._limits.file_bytes:
            raise TooLarge("the file has more than the {most:,} bytes allowed", most=self._limits.file_bytes)
        if self._unpacked + size > self._limits.unpacked_bytes:
            raise ZipBomb(
                "the archive unpacks to more than the {most:,} bytes allowed", most=self._limits.unpacked_bytes
            )
        if size > _RATIO_FLOOR and size > self._limits.zip_ratio * max(packed, 1):
            raise ZipBomb("the file unpacks to more than {most} times its size", most=self._limits.zip_ratio)


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    """`ZipInfo.is_dir`, which an entry without a name breaks in Python 3.11."""
    return entry.filename.endswith("/")


def _is_link(entry: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(entry.external_attr >> 16)


def name_of(entry: zipfile.ZipInfo) -> str:
    """A name as its writer meant it, with slashes: in UTF-8 where the archive says so or the bytes do, else in GBK."""
    if entry.flag_bits & _UTF8_NAME:
        name = entry.filename
    elif (said := _unicode_path(entry.extra)) is not None:
        name = said
    else:
        name = _decoded(entry.filename.encode("cp437", "replace"))
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join("".join(char for char in part if char.isprintable()) for part in parts)


def _decoded(raw: bytes) -> str:
    for codec in ("utf-8", "gb18030", "big5"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def _unicode_path(extra: bytes) -> str | None:
    at = 0
    while at + 4 <= len(extra):
        kind, size = int.from_bytes(extra[at : at + 2], "little"), int.from_bytes(extra[at + 2 : at + 4], "little")
        if kind == _UNICODE_PATH and size > 5:
            return extra[at + 9 : at + 4 + size].decode("utf-8", "replace")
        at += 4 + size
    return None
