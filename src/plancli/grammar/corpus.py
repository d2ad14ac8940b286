"""A corpus: the specification of a family of rules, kept in the file beside them.

One test finds every `CORPUS` under `plancli` and asserts four things: an example is covered whole, it has exactly the
expected reading, a negative is silent, and every rule fires in some example.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .reading import Reading


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what must come of it. `raw` is the part that the readings must cover, the whole text by
    default; several parts are separated by …."""

    text: str
    expected: Any
    raw: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Negative:
    """A text in which the family must find nothing, and why."""

    text: str
    why: str
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Corpus:
    """A family's name, its reader, the names of its rules, its examples and its negatives.

    `read(text, **options)` gives the readings; `plain(readings)` what `Example.expected` is compared with.
    """

    family: str
    read: Callable[..., list[Reading]]
    rules: tuple[str, ...]
    examples: tuple[Example, ...]
    negatives: tuple[Negative, ...]
    plain: Callable[[list[Reading]], Any] = lambda readings: [reading.value for reading in readings]
