"""What the end of a line leaves open, so that the next one goes on: a label without its names, a bracket, half of a label."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from ..language.assignments import begins_with_label
from ..language.fields import FIELD
from ..language.headers import role_of_header
from ..language.openings import begins_anew, begins_numbered
from ..language.script import has_any
from .growing_paragraph import NEAR, GrowingParagraph

_LAST_LABEL = Pattern(r"[（(〔【\[。；;]([㐀-鿿]{2,8})[:：]$", needs=("（(〔【[。；;", ":："))
OPENING, CLOSING = "（(〔【[", "）)〕】]"
_ANY_CLOSING = Pattern(r"[）)〕】\]]")
_LONGEST_HALF = 5  # characters of a broken label


def is_mere_label(before: GrowingParagraph, text: str) -> bool:
    """责任单位： with nothing behind it, and the names on the next line; 2月： heads lines of its own."""
    if before.length > 12 or before.last not in "：:" or begins_anew(text) or FIELD.match(text):
        return False
    return _names_a_field(before.head[:-1])


def opens_a_field(before: str, text: str) -> bool:
    """…（责任单位： or …扣0.5分。责任科室： with nothing behind it, and the names on the next line."""
    label = _LAST_LABEL.search(before) if before[-1:] in "：:" else None
    return label is not None and not begins_anew(text) and _names_a_field(label[1])


def leaves_label_open(before: str, text: str) -> bool:
    """…扣0.5分。责任 / 科室：低保科: a label behind a stop, which the end of the line has broken."""
    start = max(map(before.rfind, "。；;"), default=-1) + 1
    return 0 < len(before) - start < _LONGEST_HALF and start > 0 and begins_with_label(before[start:] + text)


def _names_a_field(label: str) -> bool:
    role = role_of_header(label)
    return role is not None and role.kind in ("departments", "leaders", "time") and not role.is_time


def leaves_bracket_open(before: str, text: str) -> bool:
    """A bracket is open where the line before ends, and the first bracket in this one closes it."""
    if not (has_any(before, OPENING) and _ANY_CLOSING.search(text, 0, NEAR)):
        return False
    return _unpaired(before) == "open" and _unpaired(text[:NEAR]) == "closed" and not begins_numbered(text)


def _unpaired(text: str) -> str:
    """What the first bracket that closes none of a text's own is, or else the last one that is left open."""
    depth = 0
    for char in text:
        if char in OPENING:
            depth += 1
        elif char in CLOSING:
            if not depth:
                return "closed"
            depth -= 1
    return "open" if depth else ""
