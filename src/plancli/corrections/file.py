"""A corrections file: JSON Lines, a correction each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ..errors import UsageError, reason

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
                raise UsageError("{path} has more than {most:,} lines", "Divide it.", path=path, most=_LINES)
            found.setdefault(_digest(line, f"{path}, line {number}"), []).append(line.strip())
    return {digest: tuple(lines) for digest, lines in found.items()}


def _text(path: Path) -> str:
    try:
        if not path.is_file():
            raise UsageError("{path} is no file", "Give the corrections.jsonl that the page saved.", path=path)
        if path.stat().st_size > _BYTES:
            raise UsageError("{path} has more than {most} MB", "Divide it.", path=path, most=_BYTES >> 20)
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("{path} is not UTF-8: byte {byte}", "Save it as UTF-8.", path=path, byte=error.start) from None
    except OSError as error:
        raise UsageError(
            "{path} cannot be read: {reason}", "Check the path of the corrections.", path=path, reason=reason(error)
        ) from None


def _digest(line: str, place: str) -> str:
    """The digest that a line names. Raises `UsageError` where it is no correction."""
    from pydantic import ValidationError

    from .record import RECORD

    remedy = "Mend the line or take it out; plancli view writes such lines."
    if len(line) > _LINE:
        raise UsageError("{place} is too long", remedy, place=place)
    try:
        held = json.loads(line)
        if not isinstance(held, dict):
            raise UsageError("{place} is no correction", remedy, place=place)
        return RECORD.validate_json(line).sha256
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(part)[:80] for part in first["loc"])
        raise UsageError(
            "{place}: {slip}", remedy, place=place, slip=f"{where}: {first['msg']}" if where else first["msg"]
        ) from None
    except (ValueError, RecursionError):
        raise UsageError("{place} is not JSON", remedy, place=place) from None
