"""Spreadsheets: XLSX, XLS and ET, ODS. Sheets as tables, what stands above and beneath them as text.

Cells are read as they are shown; hidden sheets, rows and columns are left out, and said. No formula is computed, no link
followed: a file holds what its program has computed last.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ...errors import Empty
from ...language.headers import lexicon_of
from ...messages import Message
from ...model.settings import Limits, Settings
from ...model.source import Block, Line, Source, Table
from .blocks import blocks_of
from .fills import mark_filled
from .sheet import Worksheet

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_XLS = "application/vnd.ms-excel"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def extract_xlsx(data: bytes, *, settings: Settings, embedded: bool = False) -> Source:
    """The bytes of an XLSX workbook → its lines and tables, of one that is `embedded` in a document those that it shows there.
    Raises an `errors.InputError`."""
    from .xlsx import sheets_of_xlsx

    return _source(data, partial(sheets_of_xlsx, embedded=embedded), _XLSX, settings)


def extract_xls(data: bytes, *, settings: Settings) -> Source:
    """The bytes of an XLS or ET workbook → its lines and tables. Raises an `errors.InputError`."""
    from .xls import sheets_of_xls

    return _source(data, sheets_of_xls, _XLS, settings)


def extract_xml_spreadsheet(data: bytes, *, settings: Settings) -> Source:
    """The bytes of an XML Spreadsheet 2003 → its lines and tables. Raises an `errors.InputError`."""
    from .xml2003 import sheets_of_xml

    return _source(data, sheets_of_xml, _XLS, settings)


def extract_csv(data: bytes, *, settings: Settings) -> Source:
    """The bytes of a CSV file → its lines and tables. Raises an `errors.InputError`."""
    from .csv_text import sheets_of_csv

    return _source(data, sheets_of_csv, "text/csv", settings)


def extract_ods(data: bytes, *, settings: Settings) -> Source:
    """The bytes of an OpenDocument spreadsheet → its lines and tables. Raises an `errors.InputError`."""
    from .ods import sheets_of_ods

    return _source(data, sheets_of_ods, _ODS, settings)


def _source(
    data: bytes, read: Callable[[bytes, Limits], list[Worksheet]], media_type: str, settings: Settings
) -> Source:
    sheets = read(data, settings.limits)
    lexicon = lexicon_of()
    blocks: list[Block] = []
    source = Source(blocks, media_type)
    for sheet in sheets:
        if sheet.hidden:
            _say(source, Message("the hidden sheet {name}", name=sheet.name), sheet.texts())
            continue
        if sheet.hidden_rows or sheet.hidden_columns:
            _say(source, Message("hidden rows and columns of the sheet {name}", name=sheet.name), _unseen(sheet))
        _say(source, Message("text struck out on the sheet {name}", name=sheet.name), sheet.struck)
        if marks := mark_filled(sheet):
            message = Message(
                "sheet {name}: {count} cells under times have a colour and no text; they were read as marks (■)",
                name=sheet.name,
                count=marks,
            )
            source.notes.append(("colour-read", message, None))
        blocks += blocks_of(sheet, lexicon, settings.limits)
    if not blocks:
        raise Empty("the workbook has no text" if not source.notes else "the workbook has no text that is not hidden")
    _number(blocks)
    return source


def _unseen(sheet: Worksheet) -> list[str]:
    return [
        text
        for row, texts in sorted(sheet.rows.items())
        for column, text in sorted(texts.items())
        if row in sheet.hidden_rows or column in sheet.hidden_columns
    ]


def _say(source: Source, what: str, texts: list[str]) -> None:
    words = " ".join(" ".join(texts).split())
    if words:
        excerpt = words if len(words) <= 80 else f"{words[:80]}…"
        count = sum(len("".join(text.split())) for text in texts)
        source.notes.append(
            (
                "hidden-text",
                Message(
                    "{count} character of {what} was left out: {excerpt}",
                    "{count} characters of {what} were left out: {excerpt}",
                    count=count,
                    what=what,
                    excerpt=excerpt,
                ),
                None,
            )
        )


def _number(blocks: list[Block]) -> None:
    lines = tables = 0
    for block in blocks:
        if isinstance(block, Line):
            lines += 1
            block.number = lines
        elif isinstance(block, Table):
            tables += 1
            block.number = tables
