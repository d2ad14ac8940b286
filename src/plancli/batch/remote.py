"""Sources and results by fsspec URL: s3://, gs://, sftp://, memory:// and what else is installed (extra `cluster`).

There is no lock on a URL as there is on a folder: that two runs do not write to one is for whoever starts them.
"""

from __future__ import annotations

import contextlib
import posixpath
import tempfile
import time
from collections.abc import Iterator
from typing import Any, BinaryIO

from ..errors import InputError, MissingExtra, NotFound, OutputError, TooLarge, Unreadable, UsageError
from ..model.settings import Limits
from .entry import Entry, Selection
from .journal import NAME as JOURNAL
from .journal import Journal

_EVERY = 5.0  # seconds between two uploads of a journal
# where a file appears whole when it is written; elsewhere it is written beside its place and moved
_WHOLE = frozenset(["s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oss", "r2", "memory"])


def is_url(text: str) -> bool:
    """Whether a SOURCE or DIR names something by URL."""
    scheme, sign, _ = text.partition("://")
    return bool(sign) and scheme.replace("+", "").isalnum()


def entries(url: str, selection: Selection, *, alone: bool) -> Iterator[Entry]:
    """The file or the files below a URL. Paths begin there where it is the only source, else with its own path."""
    system, root = _open(url)
    fault: InputError | None = None
    try:
        if system.isfile(root):
            path = posixpath.basename(root) if alone else root.strip("/")
            yield Entry(path, True, lambda limits: _read(system, root, limits))
            return
        found = sorted(system.find(root, maxdepth=None if selection.recursive else 1))
        if not found and not system.exists(root):
            fault = NotFound("no such file or folder")
    except Exception as error:  # each system has its own
        fault = Unreadable(
            "{kind}: {error}", "Check the URL and your credentials.", kind=type(error).__name__, error=error
        )
    if fault is not None:
        yield Entry(url, True, lambda limits: _refuse(fault))
        return
    for name in found:
        below = posixpath.relpath(name, root)
        folders = [below[:at] for at, char in enumerate(below) if char == "/"]
        if selection.wants(below) and all(selection.wants(folder, folder=True) for folder in folders):
            path = below if alone else name.strip("/")
            yield Entry(path, False, lambda limits, name=name: _read(system, name, limits))  # type: ignore[misc]


def _refuse(fault: InputError) -> bytes:
    raise fault


def _read(system: Any, name: str, limits: Limits) -> bytes:
    try:
        size = system.size(name)
        if size is not None and size > limits.file_bytes:
            raise TooLarge("{size} bytes, more than the limit of {most}", size=size, most=limits.file_bytes)
        data: bytes = system.cat_file(name)
    except FileNotFoundError:
        raise NotFound("no such file") from None
    except InputError:
        raise
    except Exception as error:
        raise Unreadable(
            "{kind}: {error}", "Check the URL and your credentials.", kind=type(error).__name__, error=error
        ) from error
    return data


def _open(url: str) -> tuple[Any, str]:
    """The file system of a URL and the path in it. Raises `MissingExtra`, `UsageError`."""
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise MissingExtra("URLs need fsspec", "Run: python -m pip install 'plancli[cluster]'") from None
    try:
        system, path = url_to_fs(url)
    except ImportError as error:
        raise MissingExtra(
            "{url}: {error}", "Run python -m pip install with the package that is named.", url=url, error=error
        ) from error
    except ValueError as error:
        raise UsageError("{url}: {error}", "Check the URL.", url=url, error=error) from error
    return system, path.rstrip("/")


class RemoteFolder:
    """A `results.Store` at a URL."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._system, self._root = _open(url)
        protocol = self._system.protocol
        self._at_once = not _WHOLE.isdisjoint((protocol,) if isinstance(protocol, str) else protocol)

    def journal(self) -> Journal:
        """See `Store`."""
        return Journal(_Log(self))

    def sweep(self) -> None:
        """See `Store`."""
        with contextlib.suppress(Exception):
            for name in self._system.find(self._root):
                if posixpath.basename(name).startswith(".plancli-") and name.endswith(".tmp"):
                    self._system.rm_file(name)

    def has(self, name: str, end: bytes = b"") -> bool:
        """See `Store`; what stands at a URL is taken to be whole."""
        with self._faults(name):
            return bool(self._system.isfile(self._path(name)))

    def write(self, name: str, data: bytes) -> None:
        """See `Store`."""
        path = self._path(name)
        with self._faults(name):
            self._system.makedirs(posixpath.dirname(path), exist_ok=True)
            if self._at_once:
                self._system.pipe_file(path, data)
                return
            beside = posixpath.join(posixpath.dirname(path), f".plancli-{posixpath.basename(path)}.tmp")
            self._system.pipe_file(beside, data)
            self._system.mv(beside, path)

    def read(self, name: str) -> bytes:
        """See `Store`."""
        with self._faults(name):
            return bytes(self._system.cat_file(self._path(name)))

    def remove(self, name: str, *, folders: bool = False) -> None:
        """See `Store`."""
        with contextlib.suppress(FileNotFoundError), self._faults(name):
            if self._system.isfile(self._path(name)):
                self._system.rm_file(self._path(name))

    def is_foreign(self, name: str) -> bool:
        """See `Store`; what stands at a URL is taken to be plancli's."""
        return False

    @contextlib.contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """See `Store`."""
        with tempfile.NamedTemporaryFile() as local:
            yield local  # type: ignore[misc]
            local.flush()
            with self._faults(name):
                self._system.makedirs(self._root, exist_ok=True)
                self._system.put_file(local.name, self._path(name))

    def _path(self, name: str) -> str:
        return posixpath.join(self._root, name)

    @contextlib.contextmanager
    def _faults(self, name: str) -> Iterator[None]:
        """Whatever a remote system raises → `OutputError`."""
        try:
            yield
        except Exception as error:
            raise OutputError(
                "{url}/{name}: {kind}: {error}", url=self._url, name=name, kind=type(error).__name__, error=error
            ) from error


class _Log:
    """A `journal.Log` at a URL: kept here, written whole every few seconds, as no object store appends."""

    def __init__(self, place: RemoteFolder) -> None:
        self._place = place
        self._held = bytearray(place.read(JOURNAL) if place.has(JOURNAL) else b"")
        self._written = time.monotonic()

    def read(self) -> bytes:
        return bytes(self._held)

    def cut(self, size: int) -> None:
        del self._held[size:]

    def append(self, data: bytes) -> None:
        self._held += data
        if time.monotonic() - self._written > _EVERY:
            self._write()

    def close(self) -> None:
        self._write()

    def _write(self) -> None:
        self._place.write(JOURNAL, bytes(self._held))
        self._written = time.monotonic()
