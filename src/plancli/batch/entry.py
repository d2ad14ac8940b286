"""A file that is to be parsed, and which files of a folder are wanted; the same for folders and for URLs."""

from __future__ import annotations

import fnmatch
import os
import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model.settings import Limits


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to parse. `path` has slashes; bytes that are no UTF-8 are surrogates, as the system gives them.

    `named` tells a file that was asked for by name from one that was found in a folder. `read` raises an `InputError`.
    """

    path: str
    named: bool
    read: Callable[[Limits], bytes]

    @property
    def name(self) -> str:
        """The path as valid Unicode, for results and people."""
        return os.fsencode(self.path).decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which files of a folder are wanted: globs on the path, or on the name where they have no slash."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    recursive: bool = True

    def wants(self, path: str, *, folder: bool = False) -> bool:
        """Whether the file, or anything in the folder, is wanted."""
        name = posixpath.basename(path)
        if name.startswith((".", "~$")) or _matches(path, name, self.exclude):
            return False
        if folder:
            return self.recursive
        return not self.include or _matches(path, name, self.include)


def _matches(path: str, name: str, patterns: Sequence[str]) -> bool:
    path, name = path.casefold(), name.casefold()  # *.pdf is A.PDF too, on every system
    return any(fnmatch.fnmatchcase(path if "/" in pattern else name, pattern.casefold()) for pattern in patterns)
