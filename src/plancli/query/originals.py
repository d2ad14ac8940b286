"""The file that a result was made from: where the result says, if its content is still the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from ..errors import InputError
from ..model.bulletin import SourceFile
from ..model.settings import Limits


def original(source: SourceFile, folders: Iterable[Path], limits: Limits) -> bytes | Literal["not-found", "changed"]:
    """The bytes behind a result, looked for under its path from each of the folders; a path may lead into an archive or a mail.

    Only bytes with the digest of the result are given: a path in a result may name any file.
    """
    found: Literal["not-found", "changed"] = "not-found"
    for folder in folders:
        for data in _held(folder / source.path, limits):
            if hashlib.sha256(data).hexdigest() == source.sha256:
                return data
            found = "changed"
    return found


def _held(path: Path, limits: Limits) -> Iterator[bytes]:
    """What stands at a path: the file, or the members of a container above it."""
    from ..api import read_input
    from ..pipeline import members

    try:
        if path.is_file():
            yield read_input(path, limits)
            return
        for above in path.parents:
            if above.is_file():
                name = path.relative_to(above).as_posix()
                found = members(read_input(above, limits), above.name, limits) or ()
                yield from (member.read() for member in found if member.name == name)
                return
    except (InputError, OSError, ValueError):
        return
