"""What a shell offers where an option takes words that are no fixed choice; fixed ones Typer offers by itself."""

from __future__ import annotations

from dataclasses import fields


def schemas(incomplete: str) -> list[str]:
    """Names of schemas."""
    from ..export.schema import MODELS

    return [name for name in MODELS if name.startswith(incomplete)]


def limits(incomplete: str) -> list[str]:
    """Bounds with their usual values: `pages=6000`."""
    from ..model.settings import Limits

    held = (f"{field.name}={field.default}" for field in fields(Limits))
    return [each for each in held if each.startswith(incomplete)]


def spans(incomplete: str) -> list[str]:
    """Spans that count from today."""
    from ..query.spans import RELATIVE

    return [name for name in RELATIVE if name.startswith(incomplete)]
