"""The formats: name → the endings of its files and the function that writes bulletins in it.

Writers are imported when they are asked for, so that a command line that only lists the formats loads none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin
    from .rows import By


class ResultLayout(NamedTuple):
    """How a result is laid out. `by`: what a row of CSV is; `header`: whether its columns are named (a data set names them
    once); `width` in columns and `color` are a terminal's."""

    by: By = "node"
    header: bool = True
    width: int = 100
    color: bool = False


class Format(NamedTuple):
    """`endings` with their dots, the first is the usual one; `write` gives the bytes of one bulletin."""

    endings: tuple[str, ...]
    write: Callable[[Bulletin, ResultLayout], bytes]


def _json(bulletin: Bulletin, page: ResultLayout) -> bytes:
    from . import json

    return json.encoded(bulletin)


def _jsonl(bulletin: Bulletin, page: ResultLayout) -> bytes:
    from . import json

    return json.line(bulletin)


def _csv(bulletin: Bulletin, page: ResultLayout) -> bytes:
    from . import csv

    return csv.text(bulletin, by=page.by, header=page.header).encode()


def _table(bulletin: Bulletin, page: ResultLayout) -> bytes:
    from . import table

    return table.text(bulletin, width=page.width, color=page.color).encode()


def _md(bulletin: Bulletin, page: ResultLayout) -> bytes:
    from . import markdown

    return markdown.text(bulletin).encode()


class DocumentFormat(NamedTuple):
    """A format whose file holds all bulletins as one document; `write` gives its bytes. What a row is matters to Parquet alone."""

    endings: tuple[str, ...]
    write: Callable[[Sequence[Bulletin], By], bytes]


def _xlsx(bulletins: Sequence[Bulletin], by: By) -> bytes:
    from . import workbook

    return workbook.document(bulletins)


def _docx(bulletins: Sequence[Bulletin], by: By) -> bytes:
    from . import assignment_table

    return assignment_table.document(bulletins)


def _ics(bulletins: Sequence[Bulletin], by: By) -> bytes:
    from . import calendar

    return calendar.document(bulletins)


def _sqlite(bulletins: Sequence[Bulletin], by: By) -> bytes:
    from . import database

    return database.document(bulletins)


def _parquet(bulletins: Sequence[Bulletin], by: By) -> bytes:
    from . import parquet

    return parquet.document(bulletins, by)


Name = Literal["json", "jsonl", "csv", "table", "md"]
DocumentName = Literal["xlsx", "docx", "ics", "sqlite", "parquet"]
FORMATS: dict[Name, Format] = {
    "json": Format((".json",), _json),
    "jsonl": Format((".jsonl", ".ndjson"), _jsonl),
    "csv": Format((".csv",), _csv),
    "table": Format((), _table),
    "md": Format((".md",), _md),
}
DOCUMENTS: dict[DocumentName, DocumentFormat] = {
    "xlsx": DocumentFormat((".xlsx",), _xlsx),
    "docx": DocumentFormat((".docx",), _docx),
    "ics": DocumentFormat((".ics",), _ics),
    "sqlite": DocumentFormat((".sqlite", ".db"), _sqlite),
    "parquet": DocumentFormat((".parquet",), _parquet),
}
ENDINGS: dict[str, Name | DocumentName] = {
    ending: name for held in (FORMATS, DOCUMENTS) for name, one in held.items() for ending in one.endings
}
