"""CSV: values parted by commas or semicolons, quoted where they hold breaks (RFC 4180), as one sheet."""

from __future__ import annotations

import csv
import io

from ...errors import TooLarge, Unsupported
from ...language.headers import lexicon_of
from ...model.settings import Limits
from ..task_header import is_header
from ..text.encoding import decode
from .sheet import Worksheet

_HEAD = 12  # rows among which a header is looked for


def sheets_of_csv(data: bytes, limits: Limits) -> list[Worksheet]:
    """The bytes of a CSV file → its one sheet. Raises `Unsupported` where no header of tasks is among its first rows."""
    text = decode(data).text.lstrip("\ufeff")
    parted = max(",;", key=text.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=parted))
    except csv.Error as error:
        raise Unsupported("the text is no CSV: {error}", error=error) from error
    if sum(map(len, rows)) > limits.table_cells:
        raise TooLarge("the table has more than the {most:,} cells allowed", most=limits.table_cells)
    if not any(is_header(["".join(value.split()) for value in row], lexicon_of()) for row in rows[:_HEAD]):
        raise Unsupported("the text has no header of a table of tasks")
    sheet = Worksheet("")
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            sheet.put(r, c, value)
    return [sheet]
