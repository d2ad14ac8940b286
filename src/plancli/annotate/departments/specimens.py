"""How the corpus of bodies and persons is written: an example's text, and its names with their roles."""

from __future__ import annotations

from typing import Any

from ...grammar.corpus import Example

SpecimenFound = list[tuple[str, str]]


def lead(*names: str) -> SpecimenFound:
    """Bodies that lead."""
    return [(name, "lead") for name in names]


def support(*names: str) -> SpecimenFound:
    """Bodies that support."""
    return [(name, "support") for name in names]


def resp(*names: str) -> SpecimenFound:
    """Bodies that are responsible."""
    return [(name, "responsible") for name in names]


def person(role: str, *names: str) -> SpecimenFound:
    """Persons, marked with a sign before the role."""
    return [(name, f"@{role}") for name in names]


def prose(text: str, expected: SpecimenFound, raw: str | None = None, **options: Any) -> Example:
    """An assignment in running text; `raw` is the stretch that makes it, by default all of it."""
    return Example(text, expected, raw, options)


def cell(text: str, expected: SpecimenFound, **options: Any) -> Example:
    """A cell of a column of bodies (of persons with `persons`)."""
    return Example(text, expected, None, {"cell": True, **options})
