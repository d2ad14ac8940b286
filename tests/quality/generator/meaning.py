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


def names(words: Iterable[str], role: str, between: str = "、", last: str = "") -> Piece:
    """Bodies with one role; `last` stands before the last of several."""
    listed = list(words)
    text = between.join(listed)
    if last and len(listed) > 1:
        text = between.join(listed[:-1]) + last + listed[-1]
    return Piece(text, names=[(word, role) for word in listed])


def people(words: Iterable[str], role: str, between: str = "、", *, padded: bool = False) -> Piece:
    """Persons with one role; `padded`: names of two characters are printed as wide as those of three."""
    listed = list(words)
    printed = [f"{word[0]}　{word[1]}" if padded and len(word) == 2 else word for word in listed]
    return Piece(between.join(printed), people=[(word, role) for word in listed])
