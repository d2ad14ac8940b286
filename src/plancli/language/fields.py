"""Fields of lines: a name, a colon and what it holds (完成时限：6月底), or a name in brackets before it (【时间】6月底)."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from .headers import role_of_header

_NAME = "[㐀-鿿]{2,8}"
FIELD = Pattern(rf"({_NAME})[:：]", needs=(":：",))  # its name is the group
_HEAD = Pattern(rf"[【\[]?({_NAME})(?:[】\]][:：]?|[:：])", needs=("】]:：",))
_LONGEST = 11  # characters of a name with its brackets and colon


def name_of_field(line: str) -> str:
    """The name of the field that a line begins with; "" for another line."""
    found = _HEAD.match(line[:_LONGEST])
    return found[1] if found else ""


def kind_of_field(name: str) -> str:
    """What the field of a name holds, as it would in a column of that name; "" where the name alone does not say it, as that of a
    month does not."""
    role = role_of_header(name)
    return role.kind if role is not None and role.whole and not role.is_time else ""
