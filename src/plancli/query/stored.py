"""The tasks of a database without the models, whose making takes longer than most questions to answer: what rows ask for, and no more.

Each field has a name and a default as in `model.bulletin`; days are dates, lists are tuples.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from . import database
from .selection import Wanted

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin

_REQUIRED: Final = object()


class Stored(SimpleNamespace):
    """A noun of the contract as it was stored."""

    def model_copy(self, *, update: dict[str, Any]) -> Stored:
        """The same with other values, as the models make it."""
        return Stored(**{**vars(self), **update})


class StoredField(NamedTuple):
    """`kind` is that of the value in JSON; a list holds records of a noun, or text."""

    kind: Any  # a class
    default: Any = _REQUIRED
    noun: str = ""


_TEXT, _NUMBER, _TEXTS = StoredField(str, None), StoredField(int, None), StoredField(list, ())
NOUNS: dict[str, dict[str, StoredField]] = {
    "bulletin": {
        "source": StoredField(dict, noun="source"),
        "plans": StoredField(list, (), "plan"),
        "diagnostics": StoredField(list, (), "diagnostic"),
    },
    "source": {"path": StoredField(str)},
    "diagnostic": {
        "code": StoredField(str), "severity": StoredField(str), "message": StoredField(str),
        "task": _TEXT, "value": _TEXT,
    },
    "plan": {
        "id": StoredField(str), "title": StoredField(str), "year": _NUMBER, "issuer": _TEXT, "doc_number": _TEXT,
        "tasks": StoredField(list, (), "task"),
    },
    "task": {
        "id": StoredField(str), "number": StoredField(str), "title": StoredField(str), "text": StoredField(str, ""),
        "section_path": _TEXTS, "departments": StoredField(list, (), "department"),
        "leaders": StoredField(list, (), "leader"), "time_nodes": StoredField(list, (), "time_node"),
        "remarks": _TEXT, "extra": StoredField(dict, {}), "location": StoredField(dict, None, "location"), "corrected": _TEXTS,
    },
    "department": {
        "name": StoredField(str), "key": StoredField(str, ""), "role": StoredField(str),
        "inherited": StoredField(bool, False),
    },
    "leader": {"name": StoredField(str), "role": StoredField(str)},
    "time_node": {
        "raw": StoredField(str), "kind": StoredField(str), "start": StoredField(date, None), "end": StoredField(date, None),
        "edtf": _TEXT, "rrule": _TEXT, "approximate": StoredField(bool, False), "action": _TEXT,
        "inherited": StoredField(bool, False),
    },
    "location": {
        "page": _NUMBER, "table": _NUMBER, "row": _NUMBER, "paragraph": _NUMBER, "sheet": _TEXT, "cell": _TEXT,
    },
}  # fmt: skip


def bulletins(path: Path, wanted: Wanted) -> Iterator[Bulletin]:
    """The bulletins of a database, each with the tasks that may be wanted, for `selection` and `export.rows` alone. Raises
    `Corrupt` where the file is no database of plancli's."""
    for data in database.results(path, wanted, bare=True):
        try:
            held = record(data, "bulletin")
        except ValueError as error:
            raise database.corrupt(error) from None
        yield cast("Bulletin", held)


def record(data: Any, noun: str) -> Stored:
    """Plain data as what `NOUNS` says of it. Raises ValueError where it is something else."""
    if not isinstance(data, dict):
        raise ValueError(f"{noun}: {data!r}")
    return Stored(**{name: value(data, name, field) for name, field in NOUNS[noun].items()})


def value(data: dict[str, Any], name: str, field: StoredField) -> Any:
    """One field of it. Raises ValueError."""
    held = data.get(name, field.default)
    if field.kind is dict and field.noun:
        return record({} if held is None else held, field.noun)
    if held is field.default and held is not _REQUIRED:
        return held
    if field.kind is date and isinstance(held, str):
        return date.fromisoformat(held)
    if not isinstance(held, field.kind):
        raise ValueError(f"{name}: {'missing' if held is _REQUIRED else repr(held)}")
    if field.kind is not list:
        return held
    if field.noun:
        return tuple([record(one, field.noun) for one in held])
    if not all(isinstance(one, str) for one in held):
        raise ValueError(f"{name}: {held!r}")
    return tuple(held)
