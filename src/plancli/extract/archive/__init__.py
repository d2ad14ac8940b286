"""Files that hold files: ZIP archives and saved mails. Their members are read as if each lay beside the others.

Nothing leaves memory, and nothing is looked for outside of the file. An archive in an archive is opened once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ...errors import InputError, TooLarge
from ...model.settings import Limits
from ..sniff import MAIL, ZIP, Kind, sniff

_DEEPEST = 2  # archives within archives, the outermost counted
_PORTION = 1 << 26  # bytes that one process gives another at once
_PASSED_OVER = ("__MACOSX/",)
_BODY_NAMES = {"text/plain": "text.txt", "text/html": "text.html"}


class Member(NamedTuple):
    """A file in a container. `read` raises an `InputError`; `aside` tells what counts only where it is a plan: the text of a
    mail."""

    name: str
    read: Callable[[], bytes]
    aside: bool = False


def is_container(kind: Kind) -> bool:
    """Whether a file of this kind holds files."""
    return kind is ZIP or kind is MAIL


def members_of(data: bytes, limits: Limits) -> list[Member] | None:
    """The files in a container that may hold a plan, by name; None where the file is none. Raises an `InputError`."""
    kind = sniff(data)
    if not is_container(kind):
        return None
    return sorted(_members(data, kind, limits, 1), key=lambda member: member.name)


def listed(data: bytes, limits: Limits) -> list[tuple[str, bool]]:
    """The names of a container's files, each with whether it counts only as a plan; without functions, for another process.
    Raises an `InputError`."""
    return [(member.name, member.aside) for member in members_of(data, limits) or ()]


def portion(data: bytes, limits: Limits, first: int) -> list[bytes | InputError]:
    """What stands in a container's files from the one of index `first` on, as many as are no more than `_PORTION` together, one at
    least; an error for one that cannot be unpacked."""
    found: list[bytes | InputError] = []
    size = 0
    for member in (members_of(data, limits) or [])[first:]:
        try:
            held: bytes | InputError = member.read()
        except InputError as error:
            held = error
        size += len(held) if isinstance(held, bytes) else 0
        if found and size > _PORTION:
            break
        found.append(held)
    return found


def _members(data: bytes, kind: Kind, limits: Limits, depth: int) -> Iterator[Member]:
    for member in _in_mail(data, limits) if kind is MAIL else _in_zip(data, limits):
        if not _wanted(member.name):
            continue
        try:
            inner = member.read() if member.name.lower().endswith((".zip", ".eml")) and not member.aside else b""
            within = sniff(inner) if inner else None
        except InputError:
            within = None  # told when its turn comes
        if within is None or not is_container(within):
            yield member
        elif depth >= _DEEPEST:
            yield Member(
                member.name,
                _refusing(TooLarge("archives lie in archives too deep", "Unpack it and parse the files in it.")),
            )
        else:
            yield from (
                Member(f"{member.name}/{one.name}", one.read, one.aside)
                for one in _members(inner, within, limits, depth + 1)
            )


def _wanted(name: str) -> bool:
    """Whether a member is no leftover of a system or of a program: hidden files, lock files, a folder of resource forks."""
    last = name.rpartition("/")[2]
    return (
        not name.startswith(_PASSED_OVER)
        and "/__MACOSX/" not in name
        and not last.startswith((".", "~$"))
        and last.lower() != "thumbs.db"
    )


def _in_zip(data: bytes, limits: Limits) -> Iterator[Member]:
    from .zip import Archive

    archive = Archive(data, limits)
    for name, entry in archive.files:
        yield Member(name, lambda entry=entry: archive.read(entry))  # type: ignore[misc]


def _in_mail(data: bytes, limits: Limits) -> Iterator[Member]:
    """The attachments of a mail, and its text: the plain one where it says the same twice."""
    from ..mail.message import parts_of

    _, parts = parts_of(data, limits)
    names: dict[str, int] = {}
    bodies = [part for part in parts if not part.attached and part.media_type in _BODY_NAMES]
    body = next((part for part in bodies if part.media_type == "text/html"), bodies[0] if bodies else None)
    if body is not None and body.data.strip():
        text = body.data
        yield Member(_BODY_NAMES[body.media_type], lambda: text, aside=True)
    for part in parts:
        if not part.attached or not part.data:
            continue
        name = part.name or "attachment"
        names[name] = names.get(name, 0) + 1
        if names[name] > 1:
            stem, dot, ending = name.rpartition(".")
            name = f"{stem}-{names[name]}.{ending}" if dot else f"{name}-{names[name]}"
        yield Member(name, lambda part=part: part.data)  # type: ignore[misc]


def _refusing(error: InputError) -> Callable[[], bytes]:
    def read() -> bytes:
        raise error

    return read
