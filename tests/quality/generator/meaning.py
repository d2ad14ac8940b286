"""Text with its meaning: what is printed, and the bodies, persons and times that it states."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Node = dict[str, Any]
Named = tuple[str, str]  # a name and its role


@dataclass
class Piece:
    """Printed text; `names` and `people` with their roles, `nodes` in the contract's terms."""

    text: str = ""
    names: list[Named] = field(default_factory=list)
    people: list[Named] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    @property
    def says(self) -> bool:
        """Whether the text states who or when."""
        return bool(self.names or self.people or self.nodes)


def joined(*parts: str | Piece, between: str = "") -> Piece:
    """The pieces one after the other."""
    whole = Piece()
    pieces = [Piece(part) if isinstance(part, str) else part for part in parts]
    whole.text = between.join(part.text for part in pieces)
    for part in pieces:
        whole.names += part.names
        whole.people += part.people
        whole.nodes += part.nodes
    return whole


def names(words: Iterable[str], role: str, between: str = "、") -> Piece:
    """Bodies with one role."""
    listed = list(words)
    return Piece(between.join(listed), names=[(word, role) for word in listed])


def people(words: Iterable[str], role: str, between: str = "、") -> Piece:
    """Persons with one role."""
    listed = list(words)
    return Piece(between.join(listed), people=[(word, role) for word in listed])
