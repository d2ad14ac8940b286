"""JSON (RFC 8259) and JSON Lines: UTF-8 unescaped, keys in the order of the models, nothing that depends on the day."""

from __future__ import annotations

from ..model.bulletin import Bulletin


def document(bulletin: Bulletin) -> str:
    """One bulletin as an indented JSON document that ends with a line feed."""
    return bulletin.model_dump_json(indent=2) + "\n"


def line(bulletin: Bulletin) -> str:
    """One bulletin as one line of JSON Lines."""
    return bulletin.model_dump_json() + "\n"
