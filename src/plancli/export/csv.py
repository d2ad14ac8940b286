"""CSV (RFC 4180, lines ending with a line feed): one row a time node, or one row a task.

Names in a cell are joined by ；, titles of a section path by " > ". What a spreadsheet program would take for a formula is led by
an apostrophe: a cell that begins with its sign, be it behind blanks, and one behind a semicolon, which parts cells
where commas are decimal. JSON has the exact text.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from .rows import COLUMNS, By, rows

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin

_FORMULA = re.compile(r"""(\A|;)(?=[\s\u200b\u2060\ufeff;；"]*[=+\-@＝＋－＠])|\A(?=[\t\r])""")


def text(bulletin: Bulletin, *, by: By = "node", header: bool = True) -> str:
    """A bulletin's rows, led by the header where asked; the same columns for every bulletin."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS[by], lineterminator="\n")
    if header:
        writer.writeheader()
    for row in rows(bulletin, by):
        writer.writerow({name: cell(value) for name, value in row.items()})
    return out.getvalue()


def cell(value: object) -> str:
    """A value as a cell says it; no text is a formula to a spreadsheet program."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    shown = str(value)
    return _FORMULA.sub(r"\1'", shown)
