"""SOURCE… → the files to parse, in order, each with the path that it keeps in the output.

Paths are those below the deepest folder that holds every SOURCE: the folder itself where one is given, so that no two
inputs meet. Links are followed, each folder once. Hidden files, `~$…` lock files and the output folder are passed over.
"""

from __future__ import annotations

import os
import posixpath
import stat
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..errors import (
    InputError,
    NotFound,
    OutOfMemory,
    Timeout,
    TooLarge,
    Unreadable,
    Unsupported,
    UsageError,
    WorkerCrashed,
    reason,
)
from ..extract import Member
from ..model.settings import Limits
from . import remote
from .entry import Entry, Selection
from .results import RESULT_HEAD

_END = 1 << 16
CONTAINERS = (".zip", ".eml")  # endings of files that are opened when a run is planned


def entries(sources: Sequence[str], selection: Selection, *, output: Path | None) -> list[Entry]:
    """The files of all sources, sorted by path, each once. The output folder itself (`batch * -o results`, for the second time)
    is no source, and results in sources that lie in it (`batch 2023 2024 -o .`) are no files; raises `UsageError` where there is
    no other source."""
    itself = output and _identity(output)
    local = [
        source for source in sources if not remote.is_url(source) and (not itself or _identity(Path(source)) != itself)
    ]
    if not local and not any(map(remote.is_url, sources)):
        raise UsageError("{source} is the output folder too", "Give another folder with -o.", source=sources[0])
    found: dict[str, Entry] = {}
    if local:
        root = _root(local)
        for source in local:
            for entry in _local(Path(source), root, selection, output):
                found.setdefault(entry.path, entry)
    for source in sources:
        if remote.is_url(source):
            for entry in remote.entries(source, selection, alone=len(sources) == 1):
                found.setdefault(entry.path, entry)
    return [found[path] for path in sorted(found)]


def _root(sources: Sequence[str]) -> str:
    folders = (Path(name) if _sure(Path(name).is_dir) else Path(name).parent for name in sources)
    return common([_absolute(folder) for folder in folders])


def common(folders: Sequence[str], paths: Any = os.path) -> str:
    """The deepest folder that holds them all. `paths` is `os.path`, or `ntpath`. Raises `UsageError` where there is none: on drives of
    Windows."""
    try:
        held: str = paths.commonpath(folders)
    except ValueError:
        raise UsageError("the sources lie on several drives", "Run plancli batch once for each drive.") from None
    return held


def below(path: str, root: str, paths: Any = os.path) -> str:
    """A path from the root on, with slashes on every system."""
    held: str = paths.relpath(path, root)
    return held.replace(paths.sep, "/")


def _absolute(path: Path) -> str:
    """Without `..`, links left as they are but those that `..` follows: it leads out of where they lead."""
    whole = path.absolute()
    if os.pardir in whole.parts:
        whole = (
            Path(os.path.realpath(whole.parent)) / whole.name
            if whole.name != os.pardir
            else Path(os.path.realpath(whole))
        )
    return os.path.normpath(whole)


def _lies_in(path: Path, folder: Path | None) -> bool:
    """Whether a path, links followed, is the folder or lies in it."""
    if folder is None or not os.path.lexists(path):
        return False
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _sure(ask: Callable[[], bool]) -> bool:
    """The answer of `is_dir` and its like; False where it cannot be known."""
    try:
        return ask()
    except OSError:
        return False


def _local(source: Path, root: str, selection: Selection, output: Path | None) -> Iterator[Entry]:
    path = below(_absolute(source), root)
    if _sure(source.is_dir):
        yield from _walk(source, "" if path == os.curdir else path, selection, output)
    elif not _is_result(source, output):
        yield from _entries(source, path, named=True)


def _is_result(file: Path, output: Path | None) -> bool:
    """Whether a file is a result in the output folder."""
    if not _lies_in(file, output):
        return False
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return False
        with file.open("rb") as stream:
            return stream.read(len(RESULT_HEAD)) == RESULT_HEAD
    except OSError:
        return False


def _walk(source: Path, path: str, selection: Selection, output: Path | None) -> Iterator[Entry]:
    """Files below a folder; a folder that was seen before, by a link, is passed over, as is what a link shows of the output."""
    waiting, seen = [(source, path)], {output and _identity(output)}
    inside = _lies_in(source, output)
    while waiting:
        folder, path = waiting.pop()
        try:
            status = folder.stat()
            identity = status.st_dev, status.st_ino
            if identity in seen:
                continue
            seen.add(identity)
            with os.scandir(folder) as found:  # tells kinds with the names: no file is looked at by itself
                files = sorted(found, key=lambda file: file.name, reverse=True)
        except OSError as error:
            yield _unlisted(path, error)
            continue
        for file in files:
            below = posixpath.join(path, file.name)
            if not inside and file.is_symlink() and _lies_in(Path(file.path), output):
                continue
            if _sure(file.is_dir):
                if selection.wants(below, folder=True):
                    waiting.append((Path(file.path), below))
            elif (
                (_sure(file.is_file) or file.is_symlink())
                and selection.wants(below)
                and not (inside and _is_result(Path(file.path), output))
            ):
                yield from _entries(Path(file.path), below, named=False)


def _unlisted(path: str, error: OSError) -> Entry:
    fault = Unreadable("the folder cannot be listed: {reason}", "Check that you may read it.", reason=reason(error))
    return Entry(path, False, lambda limits: _refuse(fault))


def _entries(file: Path, path: str, *, named: bool) -> Iterator[Entry]:
    """A file, or the files in one that is called an archive or a mail: `a.zip/b.docx`."""
    if not file.name.lower().endswith(CONTAINERS):
        yield Entry(path, named, lambda limits: _read(file, limits))
        return
    try:
        members = _members(file, Limits())
    except (Timeout, OutOfMemory, WorkerCrashed) as error:
        yield Entry(path, named, lambda limits, error=error: _refuse(error))  # type: ignore[misc]
        return
    except InputError:
        members = None  # it is told when the file is read
    if members is None:
        yield Entry(path, named, lambda limits: _read(file, limits))
        return
    for place, member in enumerate(members):
        if len(members) == 1 or not member.aside:
            yield Entry(f"{path}/{member.name}", False, lambda limits, place=place: _member(file, place, limits))  # type: ignore[misc]


@lru_cache(maxsize=1)  # the files of a container are read one after another
def _members(file: Path, limits: Limits) -> list[Member] | None:
    from ..pipeline import members

    return members(_read(file, limits), file.name, limits)


def _member(file: Path, place: int, limits: Limits) -> bytes:
    members = _members(file, limits) or []
    if place >= len(members):
        raise NotFound("the archive has changed meanwhile")
    return members[place].read()


def _refuse(fault: InputError) -> bytes:
    raise fault


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:  # no such file, a name too long, links in a ring
        return None
    return status.st_dev, status.st_ino


def _read(file: Path, limits: Limits) -> bytes:
    """A file's bytes, never those of a pipe or a device, which may have no end."""
    from ..api import read_input

    try:
        mode = file.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise Unreadable("is no regular file")
        return read_input(file, limits)
    except FileNotFoundError:
        raise NotFound("a link that leads nowhere" if file.is_symlink() else "no such file") from None
    except OSError as error:
        raise Unreadable(reason(error)) from None
    except TooLarge as error:
        raise _other_kind(file) or error from None


def _other_kind(file: Path) -> InputError | None:
    """A file over the size limit may be a film: why plancli does not read it at all, told by its two ends."""
    from ..extract.sniff import TEXT, sniff

    try:
        with file.open("rb") as stream:
            head = stream.read(_END)
            stream.seek(-_END, os.SEEK_END)
            kind = sniff(head + stream.read(_END))
    except OSError:
        return None
    if kind is TEXT and b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Unsupported("the file is no text: a binary file of unknown kind")
    return kind.error() if not kind.extractors and kind.failure is Unsupported else None
