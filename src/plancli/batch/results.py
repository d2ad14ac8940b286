"""The folder that a run writes to: a result a file, each whole or not at all, beside the journal and the summary."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import itertools
import json
import os
import posixpath
import re
import stat
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Protocol

from ..errors import InputError, OutputError, reason
from ..export.formats import FORMATS
from ..export.whole import writing
from .dataset import NAMES, is_own
from .job import PIECES, ResultFormat
from .journal import BINARY, Journal, LockedFile
from .journal import NAME as JOURNAL

SUMMARY = "summary.json"
PARTS = ".parts"  # results that are joined to one data set in the end, and kept for the next run
RESULT_HEAD = b'{\n  "schema_version"'  # with which a result begins
_SUMMARY_HEAD = b'{\n  "files"'
_TEMPORARY = re.compile(r"\.plancli-(?:\d+-\d+|\w{8,})\.tmp")
_LONGEST = 255  # bytes of a name, on nearly every file system
# what no name on Windows may hold, end with or be (learn.microsoft.com, "Naming Files, Paths, and Namespaces")
_NOT_IN_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]+\Z')
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?=\.|\Z)", re.IGNORECASE)
_ONE_FILE = (errno.ENAMETOOLONG, errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.EFBIG)


class _OutsideError(OSError):
    """A folder of the results that is a link to another place."""


class UnplacedError(InputError):
    """One result that cannot be written where it belongs; the others can."""

    code = OutputError.code
    remedy = "Rename the file."


def output_path(path: str, form: ResultFormat, *, apart: bool = False, windows: bool = os.name == "nt") -> str:
    """Where the result of an input goes, under the folder: its own path and an ending.

    A name that Windows forbids, such as those of an archive or a URL may be, is written with _ there, and told apart. A name that would be too long for the file system, or is one of the folder's own, is told apart by a hash; any name where `apart` asks for it.
    """
    if windows and (fit := fit_for_windows(path)) != path:
        mark = hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
        return output_path(f"{fit}~{mark}", form, apart=apart, windows=False)
    folder, name = posixpath.split(path)
    ending = FORMATS[PIECES[form]].endings[0]
    whole = name + ending
    if apart or len(os.fsencode(whole)) > _LONGEST or (not folder and whole in (JOURNAL, SUMMARY)):
        mark = f"~{hashlib.sha256(os.fsencode(path)).hexdigest()[:12]}{ending}"
        whole = os.fsencode(name)[: _LONGEST - len(mark)].decode("utf-8", "ignore") + mark
    return posixpath.join("" if form == "json" else PARTS, folder, whole)


def fit_for_windows(path: str) -> str:
    """A path with slashes whose names Windows allows: what it forbids in them is written as _."""
    names = (_NOT_IN_WINDOWS.sub(lambda found: "_" * len(found[0]), name) for name in path.split("/"))
    return "/".join(_DEVICE.sub(lambda found: f"_{found[0]}", name) for name in names)


def output_paths(paths: Sequence[str], form: ResultFormat) -> dict[str, str]:
    """Where the result of each input goes, so that no two meet: one whose name is another's, or that of a folder in which
    others stand (`x.txt` beside a folder `x.txt.json`), is told apart by a hash. The same inputs have the same names."""
    found = {path: output_path(path, form) for path in paths}
    names = Counter(found.values())
    folders = {str(folder) for name in names for folder in PurePosixPath(name).parents}
    for path, name in found.items():
        if names[name] > 1 or name in folders:
            found[path] = output_path(path, form, apart=True)
    return found


class Store(Protocol):
    """What a run writes to. Names are paths under it, with slashes."""

    def journal(self) -> Journal:
        """The journal, open and locked. Raises `UsageError` where another run has it."""

    def sweep(self) -> None:
        """Takes away what a killed run left half written; called when the journal is locked."""

    def has(self, name: str, end: bytes = b"") -> bool:
        """Whether there is such a file, with this at its end."""

    def write(self, name: str, data: bytes) -> None:
        """A file, whole or not at all, but for a power cut. Raises `UnplacedError` where its name is at fault, `OutputError` where the disk is."""

    def read(self, name: str) -> bytes:
        """What stands in a file. Raises `OutputError`."""

    def remove(self, name: str, *, folders: bool = False) -> None:
        """Takes a file away, if it is there and is a result; and the `folders` that it was the last in."""

    def is_foreign(self, name: str) -> bool:
        """Whether a file stands there that is no result or data set, but somebody's own."""

    def writing(self, name: str) -> contextlib.AbstractContextManager[BinaryIO]:
        """A handle to a file that appears when the block ends well. Raises `OutputError`."""


class Folder:
    """A folder of this machine."""

    def __init__(self, root: Path) -> None:
        """Makes the folder where it is missing. Raises `OutputError`."""
        self._root = root
        self._made: set[Path] = set()  # folders that are known to be there
        self._numbers = itertools.count()
        try:
            root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError("{folder} cannot be made: {reason}", folder=root, reason=reason(error)) from error

    def journal(self) -> Journal:
        """See `Store`."""
        return Journal(LockedFile(self._root / JOURNAL))

    def sweep(self) -> None:
        """See `Store`."""
        for folder, _, names in os.walk(self._root):
            for name in names:
                if _TEMPORARY.fullmatch(name):
                    with contextlib.suppress(OSError):
                        (Path(folder) / name).unlink()

    def has(self, name: str, end: bytes = b"") -> bool:
        """See `Store`."""
        try:
            if not stat.S_ISREG((self._root / name).lstat().st_mode):
                return False
            with (self._root / name).open("rb") as stream:
                stream.seek(-len(end), os.SEEK_END)
                return stream.read() == end
        except (OSError, ValueError):  # a file that is shorter, too; a name that none can have
            return False

    def write(self, name: str, data: bytes) -> None:
        """See `Store`."""
        try:
            self._put(name, data)
        except OSError as error:
            if isinstance(error, _OutsideError) or error.errno in _ONE_FILE:
                raise UnplacedError(f"its result cannot be written: {error.strerror}") from error
            raise OutputError(
                "{file} cannot be written: {reason}", file=self._root / name, reason=reason(error)
            ) from error

    def _put(self, name: str, data: bytes) -> None:
        """Like `export.whole`, for thousands of files: no disk is waited for. Where the power goes before a file is there
        whole, the journal names a result that has no end; `has` tells, and it is made again."""
        target = self._root / name
        if target.parent not in self._made:
            if not self._inside(target.parent):
                raise _OutsideError(errno.EXDEV, "a link leads out of the folder")
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(target.parent)
        temporary = target.with_name(f".plancli-{os.getpid()}-{next(self._numbers)}.tmp")
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o666)
        try:
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[os.write(handle, rest) :]
            finally:
                os.close(handle)
            temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise

    def read(self, name: str) -> bytes:
        """See `Store`."""
        try:
            return (self._root / name).read_bytes()
        except OSError as error:
            raise OutputError(
                "{file} cannot be read: {reason}", file=self._root / name, reason=reason(error)
            ) from error

    def remove(self, name: str, *, folders: bool = False) -> None:
        """See `Store`."""
        with contextlib.suppress(OSError):
            if self._inside((self._root / name).parent) and not self.is_foreign(name):
                (self._root / name).unlink()
                if folders:
                    self._clear((self._root / name).parent)

    def is_foreign(self, name: str) -> bool:
        """See `Store`. What stands among the parts is plancli's own; links, pipes and devices never are."""
        form = next((form for form, one in NAMES.items() if one == name), None)
        head = _SUMMARY_HEAD if name == SUMMARY else RESULT_HEAD
        try:
            mode = (self._root / name).lstat().st_mode
            if not stat.S_ISREG(mode) or name.startswith(PARTS):
                return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)
            with (self._root / name).open("rb") as stream:
                if form is not None:
                    return not is_own(form, stream)
                return not head.startswith(stream.read(len(head)))  # one that was cut off is a result
        except OSError:
            return False

    def _clear(self, folder: Path) -> None:
        """Takes away folders in which nothing is left."""
        with contextlib.suppress(OSError):
            while folder != self._root and self._inside(folder):
                folder.rmdir()
                folder = folder.parent

    def _inside(self, folder: Path) -> bool:
        """Whether a folder, links followed, is the results' own or lies in it."""
        return Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(self._root))

    @contextlib.contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """See `Store`."""
        with writing(self._root / name) as stream:
            yield stream


def summary_text(held: Mapping[str, Any]) -> bytes:
    """The summary as an indented JSON document."""
    return (json.dumps(held, ensure_ascii=False, indent=2) + "\n").encode()
