"""JSON (RFC 8259) and JSON Lines: UTF-8 unescaped, keys in the order of the models, nothing that depends on the day."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.bulletin import Bulletin

ARRAY_END = "\n]\n"


def document(bulletin: Bulletin) -> str:
    """One bulletin as an indented JSON document that ends with a line feed."""
    return bulletin.model_dump_json(indent=2) + "\n"


def one_or_array(bulletins: Sequence[Bulletin]) -> str:
    """One bulletin as a document, several as one array."""
    if len(bulletins) == 1:
        return document(bulletins[0])
    return "".join(array_piece(bulletin, first=not number) for number, bulletin in enumerate(bulletins)) + ARRAY_END


def array_piece(bulletin: Bulletin, *, first: bool) -> str:
    """What an array of bulletins has for one of them; behind the last stands `ARRAY_END`."""
    return ("[\n" if first else ",\n") + bulletin.model_dump_json(indent=2)


def line(bulletin: Bulletin) -> str:
    """One bulletin as one line of JSON Lines."""
    return bulletin.model_dump_json() + "\n"
