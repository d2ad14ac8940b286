"""XLSX: the sheets of a workbook (ECMA-376 part 1, 18) by zipfile and lxml, cells as they are shown."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from ...errors import Corrupt, TooLarge
from ...model.settings import Limits
from ..package import Package
from .sheet import MOST_COLUMNS, MOST_ROWS, Worksheet, counted, place
from .values import BUILT_IN, plain, shown

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_T = f"{_MAIN}t"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HIDDEN_STATES = ("hidden", "veryHidden")
_OFF = ("0", "false", "")


def sheets_of_xlsx(data: bytes, limits: Limits, *, embedded: bool = False) -> list[Worksheet]:
    """The bytes of a workbook → its sheets, in order; all but what is shown of one that is `embedded` is hidden. Raises an
    `errors.InputError`."""
    package = Package(data, limits, main="xl/workbook.xml")
    workbook = package.xml(package.document)
    if _name(workbook) != "workbook":
        raise Corrupt("the main part of the package is no workbook")
    reader = _Reader(package, workbook, limits)
    found = [reader.sheet(element) for element in workbook.iter(f"{_MAIN}sheet")]
    if embedded:
        _hide_others(workbook, found)
    return [sheet for sheet in found if sheet is not None]


def _hide_others(workbook: etree._Element, sheets: list[Worksheet | None]) -> None:
    """Take as hidden what a document that a workbook is embedded in does not show of it: all sheets but the one at hand, and of
    that what lies outside of the range that is named (oleSize)."""
    view, size = workbook.find(f"{_MAIN}bookViews/{_MAIN}workbookView"), workbook.find(f"{_MAIN}oleSize")
    active = 0 if view is None else _integer(view.get("activeTab"), 0)
    corner, _, opposite = (size.get("ref") or "").partition(":") if size is not None else ("", "", "")
    start, end = place(corner), place(opposite or corner)
    for at, sheet in enumerate(sheets):
        if sheet is None:
            continue
        sheet.hidden = at != active
        if start and end:
            columns = {column for row in sheet.rows.values() for column in row}
            sheet.hidden_rows |= {row for row in sheet.rows if not start[0] <= row <= end[0]}
            sheet.hidden_columns |= {column for column in columns if not start[1] <= column <= end[1]}


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _is_on(value: str | None) -> bool:
    return value is not None and value.lower() not in _OFF


def _integer(value: str | None, default: int) -> int:
    try:
        return int(value) if value else default
    except ValueError:
        return default


class _Reader:
    """What the sheets of a workbook share: strings, formats, the day that dates count from; cells are counted in all."""

    def __init__(self, package: Package, workbook: etree._Element, limits: Limits) -> None:
        self._package, self._limits = package, limits
        self._cells = 0
        properties = workbook.find(f"{_MAIN}workbookPr")
        self._from_1904 = properties is not None and _is_on(properties.get("date1904"))
        self._strings = self._shared()
        self._formats: list[str | None] = []  # of each style of cells
        self._fills: list[str] = []  # the colour of each, "" for none
        self._struck: set[int] = set()  # the styles whose words are struck out
        self._styles()

    def _shared(self) -> list[tuple[str, str]]:
        part = self._package.related("sharedStrings")
        return [] if part is None else [_words(item) for item in self._package.xml(part).iterchildren(f"{_MAIN}si")]

    def _styles(self) -> None:
        part = self._package.related("styles")
        if part is None:
            return
        root = self._package.xml(part)
        own = {
            _integer(element.get("numFmtId"), -1): element.get("formatCode") for element in root.iter(f"{_MAIN}numFmt")
        }
        styles = root.find(f"{_MAIN}cellXfs")
        if styles is None:
            return
        fills = dict(enumerate(_colour(fill) for fill in root.iterfind(f"{_MAIN}fills/{_MAIN}fill")))
        cells = list(styles.iterchildren(f"{_MAIN}xf"))
        ids = (_integer(style.get("numFmtId"), 0) for style in cells)
        self._formats = [own.get(number) or BUILT_IN.get(number) for number in ids]
        self._fills = [fills.get(_integer(style.get("fillId"), 0), "") for style in cells]
        fonts = {at for at, font in enumerate(root.iterfind(f"{_MAIN}fonts/{_MAIN}font")) if _is_struck(font)}
        if fonts:
            self._struck = {at for at, style in enumerate(cells) if _integer(style.get("fontId"), 0) in fonts}

    def sheet(self, element: etree._Element) -> Worksheet | None:
        """One `sheet` of the workbook; None for a chart and the like."""
        part = self._package.target(element.get(_RELATION))
        if part is None:
            return None
        root = self._package.xml(part)
        if _name(root) != "worksheet":
            return None
        sheet = Worksheet(element.get("name") or "", hidden=element.get("state") in _HIDDEN_STATES)
        for column in root.iterfind(f"{_MAIN}cols/{_MAIN}col"):
            if _is_on(column.get("hidden")) or column.get("width") == "0":
                first = max(1, _integer(column.get("min"), 1))
                sheet.hidden_columns.update(range(first - 1, min(_integer(column.get("max"), first), MOST_COLUMNS)))
        for rows in root.iterchildren(f"{_MAIN}sheetData"):
            self._rows(rows, sheet)
        for merge in root.iterfind(f"{_MAIN}mergeCells/{_MAIN}mergeCell"):
            corner, _, opposite = (merge.get("ref") or "").partition(":")
            start, end = place(corner), place(opposite or corner)
            if start and end and start[0] <= end[0] and start[1] <= end[1]:
                sheet.merged.append((*start, *end))
        return sheet

    def _rows(self, data: etree._Element, sheet: Worksheet) -> None:
        number = -1
        for row in data.iterchildren(f"{_MAIN}row"):
            number = counted(row.get("r"), number + 2, MOST_ROWS) - 1
            if _is_on(row.get("hidden")) or row.get("ht") == "0":
                sheet.hidden_rows.add(number)
            column = -1
            for cell in row.iterchildren(f"{_MAIN}c"):
                named = place(cell.get("r") or "")
                column = named[1] if named else column + 1
                self._cells += 1
                if self._cells > self._limits.table_cells:
                    raise TooLarge(
                        "the sheets have more than the {most:,} cells allowed", most=self._limits.table_cells
                    )
                text, struck = self._shown(cell)
                style = _integer(cell.get("s"), 0)
                if style in self._struck:
                    text, struck = "", text + struck
                if struck:
                    sheet.struck.append(struck)
                sheet.put(number, column, text)
                if 0 <= style < len(self._fills) and self._fills[style]:
                    sheet.fills.setdefault(number, {})[column] = self._fills[style]

    def _shown(self, cell: etree._Element) -> tuple[str, str]:
        """What a cell shows, and what of its words is struck out."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = cell.find(f"{_MAIN}is")
            return ("", "") if inline is None else _words(inline)
        value = cell.findtext(f"{_MAIN}v") or ""
        if kind == "s":
            number = _integer(value, -1)
            return self._strings[number] if 0 <= number < len(self._strings) else ("", "")
        return self._value(cell, kind, value), ""

    def _value(self, cell: etree._Element, kind: str, value: str) -> str:
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind in ("str", "e") or not value:
            return value if kind == "str" else ""  # an error (#REF!) says nothing
        if kind == "d":
            return value.removesuffix("T00:00:00")
        style = _integer(cell.get("s"), 0)
        code = self._formats[style] if 0 <= style < len(self._formats) else None
        return _number(value, code, self._from_1904)


def _colour(fill: etree._Element) -> str:
    """A name for the colour of a `fill`, "" for none and for white."""
    pattern = fill.find(f"{_MAIN}patternFill")
    if pattern is None or pattern.get("patternType", "none") in ("none", "gray125"):
        return ""
    colour = pattern.find(f"{_MAIN}fgColor")
    said = {} if colour is None else {str(name): str(value) for name, value in colour.attrib.items()}
    white = said.get("rgb", "").upper().endswith("FFFFFF") or said in ({"theme": "0"}, {"indexed": "9"})
    return "" if white else " ".join(f"{name}={value}" for name, value in sorted(said.items())) or "pattern"


@lru_cache(maxsize=4096)
def _number(value: str, code: str | None, from_1904: bool) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    if number != number or number in (float("inf"), float("-inf")):
        return value
    return shown(number, code, from_1904=from_1904) if code else plain(number)


def _words(item: etree._Element) -> tuple[str, str]:
    """The words of a string, its own text or that of its runs, without the reading aids (rPh); and those that are struck out."""
    shown, struck = "", ""
    for child in item:
        if child.tag == _T:
            shown += child.text or ""
        elif child.tag == f"{_MAIN}r":
            text = "".join(part.text or "" for part in child.iterchildren(_T))
            properties = child.find(f"{_MAIN}rPr")
            if properties is not None and _is_struck(properties):
                struck += text
            else:
                shown += text
    return shown, struck


def _is_struck(font: etree._Element) -> bool:
    strike = font.find(f"{_MAIN}strike")
    return strike is not None and strike.get("val", "1").lower() not in _OFF
