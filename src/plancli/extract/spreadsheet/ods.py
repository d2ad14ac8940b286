"""ODS: the tables of an OpenDocument spreadsheet (ISO/IEC 26300), whose cells say as text what they show."""

from __future__ import annotations

from lxml import etree

from ...errors import Corrupt, TooLarge
from ...grammar.pattern import Pattern
from ...model.settings import Limits
from ..opendocument import OFFICE, STYLE, TABLE, TEXT, UnseenStyles, grounds, lines_of, part_of
from ..package import Package
from .sheet import Worksheet
from .values import plain

_COVERED = f"{TABLE}covered-table-cell"
_USUAL_STYLE = f"{TABLE}default-cell-style-name"
_CELLS = (f"{TABLE}table-cell", _COVERED)
_GROUPS = tuple(f"{TABLE}{name}" for name in ("table-row-group", "table-header-rows", "table-rows"))
_COLUMN_GROUPS = tuple(f"{TABLE}{name}" for name in ("table-column-group", "table-header-columns", "table-columns"))
_UNSEEN = ("collapse", "filter")
# the attribute that says a cell's value, by the kind of it (19.385)
_VALUES = {
    "float": "value", "percentage": "value", "currency": "value", "date": "date-value", "time": "time-value", "string": "string-value",
}  # fmt: skip
_MOMENT = Pattern(r"(?P<day>\d{4}-\d\d-\d\d)?(?:T00:00(?::00(?:\.0*)?)?Z?|P?T(?P<hour>\d\d[:H]\d\d)\S*)?")
_COLOURED = 1000  # columns whose colours are known
_WIDEST = 16384
_TALLEST = 1_048_576


def sheets_of_ods(data: bytes, limits: Limits) -> list[Worksheet]:
    """The bytes of a spreadsheet → its sheets, in order. Raises an `errors.InputError`."""
    package = Package(data, limits, main="content.xml")
    root = part_of(package, "content.xml")
    body = root.find(f"{OFFICE}body/{OFFICE}spreadsheet")
    if body is None:
        raise Corrupt("the package holds no spreadsheet")
    unseen = {
        style.get(f"{STYLE}name")
        for style in root.iterfind(f"{OFFICE}automatic-styles/{STYLE}style")
        if any(part.get(f"{TABLE}display") == "false" for part in style.iterchildren(f"{STYLE}table-properties"))
    }
    left = [limits.table_cells]
    colours = grounds(root)
    styles = [package.xml("styles.xml"), root] if "styles.xml" in package else [root]
    struck = UnseenStyles(styles)
    return [
        _sheet(table, left, colours, struck, hidden=table.get(f"{TABLE}style-name") in unseen)
        for table in body.iterchildren(f"{TABLE}table")
    ]


def _sheet(
    table: etree._Element, left: list[int], colours: dict[str, str], unseen: UnseenStyles, *, hidden: bool
) -> Worksheet:
    sheet = Worksheet(table.get(f"{TABLE}name") or "", hidden=hidden)
    column = 0
    usual: dict[int, str] = {}  # the colours of cells that name no style of their own
    for element in _within(table, f"{TABLE}table-column", _COLUMN_GROUPS):
        count = _count(element.get(f"{TABLE}number-columns-repeated"), _WIDEST)
        if element.get(f"{TABLE}visibility") in _UNSEEN:
            sheet.hidden_columns.update(range(column, min(column + count, _WIDEST)))
        if colour := colours.get(element.get(_USUAL_STYLE) or ""):
            usual.update(dict.fromkeys(range(column, min(column + count, _COLOURED)), colour))
        column += count
    row = 0
    for element in _within(table, f"{TABLE}table-row", _GROUPS):
        count = _count(element.get(f"{TABLE}number-rows-repeated"), _TALLEST)
        if element.get(f"{TABLE}visibility") in _UNSEEN:
            sheet.hidden_rows.update(range(row, row + min(count, 10_000)))
        _row(element, row, count, sheet, unseen, left)
        if row in sheet.rows:
            _fill(element, row, sheet, colours, usual)
        row += count
    sheet.struck += unseen.words
    unseen.words.clear()
    return sheet


def _within(parent: etree._Element, name: str, groups: tuple[str, ...]) -> list[etree._Element]:
    """The elements of a name in a table, in its groups too."""
    found: list[etree._Element] = []
    for child in parent:
        if child.tag == name:
            found.append(child)
        elif child.tag in groups:
            found += _within(child, name, groups)
    return found


def _row(
    element: etree._Element, row: int, count: int, sheet: Worksheet, unseen: UnseenStyles, left: list[int]
) -> None:
    column = 0
    for cell in element.iterchildren(*_CELLS):
        times = _count(cell.get(f"{TABLE}number-columns-repeated"), _WIDEST)
        text = "" if cell.tag == _COVERED else "\n".join(lines_of(cell, unseen)) or _value(cell)
        if text and unseen.hide("table-cell", cell.get(f"{TABLE}style-name")):
            unseen.words.append(text)
            text = ""
        if text.strip():
            copies = min(times, _WIDEST - column) * min(count, _TALLEST)
            left[0] -= copies
            if left[0] < 0:
                raise TooLarge("the sheets have more cells than allowed")
            for below in range(row, row + min(count, _TALLEST)):
                for across in range(column, min(column + times, _WIDEST)):
                    sheet.put(below, across, text)
        rows = _count(cell.get(f"{TABLE}number-rows-spanned"), _TALLEST)
        columns = _count(cell.get(f"{TABLE}number-columns-spanned"), _WIDEST)
        if (rows > 1 or columns > 1) and cell.tag != _COVERED:
            sheet.merged.append((row, column, row + rows - 1, column + columns - 1))
        column += times


def _value(cell: etree._Element) -> str:
    """What a cell shows whose writer gave its value alone, as libraries do: a day as 2025-04-10, a share as 25%."""
    kind = cell.get(f"{OFFICE}value-type") or ""
    if kind not in _VALUES or cell.find(f"{TEXT}p") is not None:
        return ""
    said = (cell.get(f"{OFFICE}{_VALUES[kind]}") or "").strip()
    if kind in ("date", "time") and (match := _MOMENT.fullmatch(said)):
        return " ".join(filter(None, (match["day"], (match["hour"] or "").replace("H", ":"))))
    if kind not in ("float", "currency", "percentage"):
        return said
    try:
        return f"{plain(float(said) * 100)}%" if kind == "percentage" else plain(float(said))
    except (ValueError, OverflowError):
        return said


def _fill(element: etree._Element, row: int, sheet: Worksheet, colours: dict[str, str], usual: dict[int, str]) -> None:
    """Note the colours of a row's cells: their own, else the row's, else their column's."""
    whole = colours.get(element.get(_USUAL_STYLE) or "")
    column = 0
    for cell in element.iterchildren(*_CELLS):
        times = _count(cell.get(f"{TABLE}number-columns-repeated"), _WIDEST)
        named = cell.get(f"{TABLE}style-name")
        for across in range(column, min(column + times, _COLOURED)):
            if colour := colours.get(named, "") if named else whole or usual.get(across, ""):
                sheet.fills.setdefault(row, {})[across] = colour
        column += times


def _count(value: str | None, most: int) -> int:
    try:
        return max(1, min(int(value), most)) if value else 1
    except ValueError:
        return 1
