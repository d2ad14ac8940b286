"""XML Spreadsheet 2003: what many systems export as .xls; cells in one XML file, no package around it."""

from __future__ import annotations

from lxml import etree

from ...errors import Corrupt, TooLarge
from ...model.settings import Limits
from ..package import parse_xml
from .sheet import MOST_COLUMNS, MOST_ROWS, Worksheet, counted
from .values import plain, shown

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_STRUCK = "{http://www.w3.org/TR/REC-html40}S"  # in a cell whose text is set in several types
_NAMED = {"Short Date": "yyyy/m/d", "Long Date": 'yyyy"年"m"月"d"日"', "General Date": "yyyy/m/d h:mm", "Percent": "0.00%", "Fixed": "0.00",
          "Standard": "#,##0.00"}  # fmt: skip


def sheets_of_xml(data: bytes, limits: Limits) -> list[Worksheet]:
    """The bytes of a workbook → its sheets, in order. Raises an `errors.InputError`."""
    root = parse_xml(data.lstrip(), "workbook", limits)
    if root.tag != f"{_SS}Workbook":
        raise Corrupt("the file is no XML spreadsheet")
    formats = {
        style.get(f"{_SS}ID"): number.get(f"{_SS}Format")
        for style in root.iter(f"{_SS}Style")
        for number in style.iterchildren(f"{_SS}NumberFormat")
    }
    struck = {
        style.get(f"{_SS}ID")
        for style in root.iter(f"{_SS}Style")
        if any(font.get(f"{_SS}StrikeThrough") == "1" for font in style.iterchildren(f"{_SS}Font"))
    }
    left = [limits.table_cells]
    return [_sheet(element, formats, struck, left) for element in root.iterchildren(f"{_SS}Worksheet")]


def _sheet(
    element: etree._Element, formats: dict[str | None, str | None], struck: set[str | None], left: list[int]
) -> Worksheet:
    hidden = any(
        part.text != "SheetVisible" for part in element.iter("{urn:schemas-microsoft-com:office:excel}Visible")
    )
    sheet = Worksheet(element.get(f"{_SS}Name") or "", hidden=hidden)
    for table in element.iterchildren(f"{_SS}Table"):
        column = 0
        for one in table.iterchildren(f"{_SS}Column"):
            column = counted(one.get(f"{_SS}Index"), column + 1, MOST_COLUMNS)
            span = _integer(one.get(f"{_SS}Span"), 0)
            if one.get(f"{_SS}Hidden") == "1":
                sheet.hidden_columns.update(range(column - 1, min(column + span, MOST_COLUMNS)))
            column += span
        row = 0
        for one in table.iterchildren(f"{_SS}Row"):
            row = counted(one.get(f"{_SS}Index"), row + 1, MOST_ROWS)
            if one.get(f"{_SS}Hidden") == "1":
                sheet.hidden_rows.add(row - 1)
            _row(one, row - 1, sheet, formats, struck, left)
            row += _integer(one.get(f"{_SS}Span"), 0)
    return sheet


def _row(
    element: etree._Element,
    row: int,
    sheet: Worksheet,
    formats: dict[str | None, str | None],
    struck: set[str | None],
    left: list[int],
) -> None:
    column = 0
    for cell in element.iterchildren(f"{_SS}Cell"):
        column = counted(cell.get(f"{_SS}Index"), column + 1, MOST_COLUMNS)
        left[0] -= 1
        if left[0] < 0:
            raise TooLarge("the sheets have more cells than allowed")
        across, down = _integer(cell.get(f"{_SS}MergeAcross"), 0), _integer(cell.get(f"{_SS}MergeDown"), 0)
        if across or down:
            sheet.merged.append((row, column - 1, row + down, column - 1 + across))
        value = cell.find(f"{_SS}Data")
        if value is not None:
            style, kind = cell.get(f"{_SS}StyleID"), value.get(f"{_SS}Type")
            for gone in [value] if style in struck else list(value.iter(_STRUCK)):
                sheet.struck.append(str(gone.xpath("string()")))
                tail = gone.tail
                gone.clear()
                gone.tail = tail
            text = str(value.xpath("string()"))
            sheet.put(row, column - 1, _shown(text, kind, formats.get(style)))
        column += across


def _shown(text: str, kind: str | None, code: str | None) -> str:
    code = _NAMED.get(code or "", code)
    if kind == "Number":
        try:
            return shown(float(text), code) if code else plain(float(text))
        except (ValueError, OverflowError):
            return text
    if kind == "DateTime":
        import datetime

        try:
            days = (datetime.datetime.fromisoformat(text) - datetime.datetime(1899, 12, 30)) / datetime.timedelta(
                days=1
            )
        except ValueError:
            return text
        return shown(days, code or "yyyy/m/d")
    return "" if kind == "Error" else text


def _integer(value: str | None, default: int) -> int:
    try:
        return max(0, min(int(value), MOST_ROWS)) if value else default
    except ValueError:
        return default
