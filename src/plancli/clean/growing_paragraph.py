"""A paragraph while its lines come in."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..language.script import has_any
from ..model.record import Record
from ..model.source import Line

NEAR = 120  # characters within which an open bracket is looked for
HEAVY = "。！？；!?;"


@dataclass(slots=True, eq=False, repr=False)
class GrowingParagraph(Record):
    """A paragraph while its lines come in; what the judgement needs is kept at hand, so that it costs the same at any
    length: the first piece, the last characters, the length, whether a sentence has ended in it."""

    head: str
    lines: list[Line]
    pieces: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    length: int = 0
    last: str = ""
    tail: str = ""
    heavy: bool = False

    def add(self, text: str, joint: str) -> None:
        """One more line's text, with what stands between it and the one before."""
        self.offsets.append(self.length + len(joint))
        self.pieces += (joint, text)
        self.length += len(joint) + len(text)
        self.last = text[-1]
        self.tail = (self.tail[-NEAR:] + text)[-NEAR:]
        self.heavy = self.heavy or has_any(text, HEAVY)
