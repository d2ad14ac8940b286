"""XLS and ET: old workbooks (BIFF) by xlrd, cells as they are shown."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import Any

from ...errors import Corrupt, Encrypted, TooLarge
from ...model.settings import Limits
from .sheet import Worksheet
from .values import BUILT_IN, shown

_TEXT, _NUMBER, _DATE, _BOOLEAN = 1, 2, 3, 4
_OWN = 164  # formats from this number on are the file's own; others are known by their number


def sheets_of_xls(data: bytes, limits: Limits) -> list[Worksheet]:
    """The bytes of a workbook → its sheets, in order. Raises an `errors.InputError`."""
    book = _open(data, formats=True)
    try:
        return [_sheet(book, number, limits) for number in range(book.nsheets)]
    except TooLarge:
        raise
    except Exception as error:  # xlrd raises whatever the bytes lead it to
        raise Corrupt("the workbook cannot be read: {said}", said=_said(error)) from error


def _open(data: bytes, *, formats: bool) -> Any:
    import xlrd
    from xlrd.biffh import XLRDError

    try:
        return xlrd.open_workbook(file_contents=data, formatting_info=formats, logfile=io.StringIO())
    except XLRDError as error:
        if "encrypted" in str(error).lower() or "password" in str(error).lower():
            raise Encrypted("the workbook is locked with a password") from error
        raise Corrupt("the workbook cannot be opened: {said}", said=_said(error)) from error
    except Exception as error:
        if formats:  # styles that it cannot read: the cells may still be read, dates as xlrd knows them
            return _open(data, formats=False)
        raise Corrupt("the workbook cannot be opened: {said}", said=_said(error)) from error


def _said(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


def _sheet(book: Any, number: int, limits: Limits) -> Worksheet:
    source = book.sheet_by_index(number)
    if (
        source.nrows * max(source.ncols, 1) > 40 * limits.table_cells
        or sum(map(source.row_len, range(source.nrows))) > limits.table_cells
    ):
        raise TooLarge("the sheets have more than the {most:,} cells allowed", most=limits.table_cells)
    sheet = Worksheet(source.name, hidden=source.visibility != 0)
    struck = book.formatting_info and any(font.struck_out for font in book.font_list)
    for row in range(source.nrows):
        for column in range(source.row_len(row)):
            text = _shown(book, source, row, column)
            if struck and text and (gone := _struck(book, source, row, column, text)):
                sheet.struck.append(gone[1])
                text = gone[0]
            sheet.put(row, column, text)
            if book.formatting_info and (colour := _colour(book, source.cell_xf_index(row, column))):
                sheet.fills.setdefault(row, {})[column] = colour
    sheet.merged = [(top, left, bottom - 1, right - 1) for top, bottom, left, right in source.merged_cells]
    sheet.hidden_rows = {row for row, info in source.rowinfo_map.items() if info.hidden or info.height == 0}
    sheet.hidden_columns = {column for column, info in source.colinfo_map.items() if info.hidden or info.width == 0}
    return sheet


def _struck(book: Any, source: Any, row: int, column: int, text: str) -> tuple[str, str] | None:
    """A cell's text without what is struck out, and that; None where nothing is."""
    own = book.xf_list[source.cell_xf_index(row, column)].font_index
    runs = [(0, own), *source.rich_text_runlist_map.get((row, column), ()), (len(text), own)]
    pieces = [(text[start:end], book.font_list[font].struck_out) for (start, font), (end, _) in pairwise(runs)]
    if not any(gone for piece, gone in pieces if piece):
        return None
    return "".join(piece for piece, gone in pieces if not gone), "".join(piece for piece, gone in pieces if gone)


def _colour(book: Any, style: int) -> str:
    """The colour of a style's ground, "" for none and for white."""
    ground = book.xf_list[style].background
    colour = book.colour_map.get(ground.pattern_colour_index) if ground.fill_pattern else None
    return str(colour) if colour is not None and colour != (255, 255, 255) else ""


def _shown(book: Any, source: Any, row: int, column: int) -> str:
    kind, value = source.cell_type(row, column), source.cell_value(row, column)
    if kind == _TEXT:
        return str(value)
    if kind == _BOOLEAN:
        return "TRUE" if value else "FALSE"
    if kind not in (_NUMBER, _DATE):
        return ""
    code = "yyyy/m/d" if kind == _DATE else None
    if book.formatting_info:
        style = book.xf_list[source.cell_xf_index(row, column)]
        found = book.format_map.get(style.format_key)
        code = (
            BUILT_IN.get(style.format_key)
            if style.format_key < _OWN
            else found.format_str
            if found is not None
            else code
        )
    return shown(float(value), code, from_1904=book.datemode == 1)
