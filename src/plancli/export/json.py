"""JSON (RFC 8259) and JSON Lines: UTF-8 unescaped, keys in the order of the models, nothing that depends on the day.

Files are written as bytes from the beginning: a text of Chinese takes half as much again.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic_core import to_json

from ..model.bulletin import Bulletin

ARRAY_END = b"\n]\n"


def document(bulletin: Bulletin) -> str:
    """One bulletin as an indented JSON document that ends with a line feed."""
    return encoded(bulletin).decode()


def encoded(bulletin: Bulletin) -> bytes:
    """The document in UTF-8, as a file holds it."""
    return to_json(bulletin, indent=2) + b"\n"


def one_or_array(bulletins: Sequence[Bulletin]) -> bytes:
    """One bulletin as a document, several as one array."""
    if len(bulletins) == 1:
        return encoded(bulletins[0])
    return b"".join(array_piece(bulletin, first=not number) for number, bulletin in enumerate(bulletins)) + ARRAY_END


def array_piece(bulletin: Bulletin, *, first: bool) -> bytes:
    """What an array of bulletins has for one of them; behind the last stands `ARRAY_END`."""
    return (b"[\n" if first else b",\n") + to_json(bulletin, indent=2)


def line(bulletin: Bulletin) -> bytes:
    """One bulletin as one line of JSON Lines."""
    return to_json(bulletin) + b"\n"
