"""An expression: members that were said in one go, and the words that say how they are meant."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .context import Step
from .model import Atom

Modifier = Literal["", "before", "within", "done", "from", "after", "around", "during"]


@dataclass(slots=True)
class Member:
    """One member of a list: an atom, or two that make a range, and what follows it."""

    atoms: list[Atom]
    start: int
    end: int
    modifier: Modifier = ""


@dataclass(slots=True)
class Expression:
    """Members that were said in one go. `lead` is what stands before them: a limit (截至) or a beginning (自)."""

    members: list[Member]
    start: int
    end: int
    lead: Literal["", "by", "limit", "from"] = ""
    shared: bool = False
    steps: list[Step] = field(default_factory=list)

    @property
    def atom(self) -> Atom:
        """The first atom."""
        return self.members[0].atoms[0]

    @property
    def modified(self) -> bool:
        """Whether a word says how the time is meant."""
        return bool(self.lead) or any(member.modifier for member in self.members)
