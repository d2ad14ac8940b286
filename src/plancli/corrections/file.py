"""A corrections file: JSON Lines, a correction each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ..errors import UsageError

_BYTES = 64 << 20
_LINES = 200_000
_LINE = 2 << 20  # characters

Corrections = Mapping[str, tuple[str, ...]]


def read_corrections(path: Path) -> Corrections:
    """The lines of a corrections file by the digest of the file that each is for, in their order; each checked.

    Raises `UsageError` with the first line that says what a correction cannot say.
    """
    found: dict[str, list[str]] = {}
    for number, line in enumerate(_text(path).split("\n"), 1):
        if line.strip():
            if number > _LINES:
                raise UsageError(f"{path} has more than {_LINES:,} lines", "Divide it.")
            found.setdefault(_digest(line, f"{path}, line {number}"), []).append(line.strip())
    return {digest: tuple(lines) for digest, lines in found.items()}


def _text(path: Path) -> str:
    try:
        if not path.is_file():
            raise UsageError(f"{path} is no file", "Give the corrections.jsonl that the page saved.")
        if path.stat().st_size > _BYTES:
            raise UsageError(f"{path} has more than {_BYTES >> 20} MB", "Divide it.")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8: byte {error.start}", "Save it as UTF-8.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}", "Check the path of the corrections.") from None


def _digest(line: str, place: str) -> str:
    """The digest that a line names. Raises `UsageError` where it is no correction."""
    from pydantic import ValidationError

    from .record import RECORD

    remedy = "Mend the line or take it out; plancli view writes such lines."
    if len(line) > _LINE:
        raise UsageError(f"{place} is too long", remedy)
    try:
        held = json.loads(line)
        if not isinstance(held, dict):
            raise UsageError(f"{place} is no correction", remedy)
        return RECORD.validate_json(line).sha256
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(part)[:80] for part in first["loc"])
        raise UsageError(f"{place}: {where + ': ' if where else ''}{first['msg']}", remedy) from None
    except (ValueError, RecursionError):
        raise UsageError(f"{place} is not JSON", remedy) from None
