"""What rules give back, whatever they read."""

from __future__ import annotations

from typing import Any, NamedTuple


class Reading(NamedTuple):
    """One thing that rules found in a text: the range, the value as plain data, the names of the rules that fired."""

    start: int
    end: int
    value: Any
    rules: tuple[str, ...]
