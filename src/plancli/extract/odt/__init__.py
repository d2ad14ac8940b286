"""ODT: paragraphs and tables of an OpenDocument text (ISO/IEC 26300) in order, the numbers of its lists computed."""

from __future__ import annotations

from lxml import etree

from ...errors import Corrupt, Empty, TooLarge
from ...language.script import fold_forms
from ...messages import Message
from ...model.settings import Limits, Settings
from ...model.source import Block, Cell, Line, Source, Table
from ..opendocument import FO, OFFICE, PARAGRAPHS, STYLE, TABLE, TEXT, UnseenStyles, grounds, paragraph_text, part_of
from ..package import Package
from .lists import OdtLists

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_SEEN_THROUGH = frozenset(
    (
        f"{TEXT}section",
        f"{TEXT}index-body",
        f"{TEXT}index-title",
        f"{TEXT}numbered-paragraph",
        f"{TEXT}table-of-content",
        f"{TEXT}soft-page-break",
    )
)
_ROW_GROUPS = (f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group")
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_WIDEST = 1000


def extract_odt(data: bytes, *, settings: Settings) -> Source:
    """The bytes of an ODT file → its lines and tables. Raises an `errors.InputError`."""
    package = Package(data, settings.limits, main="content.xml")
    root = part_of(package, "content.xml")
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Corrupt("the package holds no text document")
    others = [package.xml("styles.xml")] if "styles.xml" in package else []
    reader = _Reader([*others, root], settings.limits)
    reader.walk(body, reader.blocks, "", 0)
    if not any(not isinstance(block, Line) or block.text.strip() for block in reader.blocks):
        raise Empty("the document has no text")
    source = Source(reader.blocks, MEDIA_TYPE)
    if hidden := "".join("".join(reader.unseen.words).split()):
        message = Message(
            "{count} character of hidden text was left out: {excerpt}",
            "{count} characters of hidden text were left out: {excerpt}",
            count=len(hidden),
            excerpt=hidden if len(hidden) <= 80 else f"{hidden[:80]}…",
        )
        source.notes.append(("hidden-text", message, None))
    for number, table in enumerate((block for block in source.blocks if isinstance(block, Table)), 1):
        table.number = number
    return source


class _Reader:
    """Walks the body; knows the styles, counts lines, cells and the items of lists."""

    def __init__(self, parts: list[etree._Element], limits: Limits) -> None:
        self._limits = limits
        self._styles = {
            style.get(f"{STYLE}name", ""): style
            for part in parts
            for style in part.iter(f"{STYLE}style")
            if style.get(f"{STYLE}family") in ("paragraph", "text")
        }
        self._grounds = {name: ground for part in parts for name, ground in grounds(part).items()}
        self._lists = OdtLists(parts)
        self.unseen = UnseenStyles(parts)
        self._number = self._cells = 0
        self.blocks: list[Block] = []

    def walk(self, parent: etree._Element, blocks: list[Block], style: str, level: int) -> None:
        """The blocks of an element; `style` and `level` are those of the list around it."""
        for child in parent:
            tag = child.tag
            if tag in PARAGRAPHS:
                blocks += self._paragraph(child, "")
            elif tag == f"{TEXT}list":
                self._list(child, blocks, style, level)
            elif tag == f"{TABLE}table":
                table = self._table(child)
                if table is not None:
                    blocks.append(table)
            elif tag in _SEEN_THROUGH:
                self.walk(child, blocks, style, level)

    def _list(self, element: etree._Element, blocks: list[Block], style: str, level: int) -> None:
        style = element.get(f"{TEXT}style-name") or style
        if level == 0:
            self._lists.begin(element, style)
        for item in element:
            if item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            label = ""
            for child in item:
                if child.tag in PARAGRAPHS:
                    named = self._list_style(child) or style
                    if not label and item.tag == f"{TEXT}list-item" and child is self._first(item):
                        label = self._lists.label(named, level, item.get(f"{TEXT}start-value"))
                        blocks += self._paragraph(child, label)
                    else:
                        blocks += self._paragraph(child, "")
                elif child.tag == f"{TEXT}list":
                    self._list(child, blocks, style, level + 1)
                elif child.tag == f"{TABLE}table" and (table := self._table(child)) is not None:
                    blocks.append(table)

    @staticmethod
    def _first(item: etree._Element) -> etree._Element | None:
        return next((child for child in item if child.tag in PARAGRAPHS), None)

    def _list_style(self, paragraph: etree._Element) -> str | None:
        style = self._styles.get(paragraph.get(f"{TEXT}style-name", ""))
        return style.get(f"{STYLE}list-style-name") if style is not None else None

    def _paragraph(self, element: etree._Element, label: str) -> list[Line]:
        text = fold_forms(paragraph_text(element, self.unseen))
        style = element.get(f"{TEXT}style-name", "")
        if text.strip() and self.unseen.hide("paragraph", style):
            self.unseen.words.append(text)
            return []
        centered = self._said(style, f"{STYLE}paragraph-properties", f"{FO}text-align") == "center"
        bold = self._said(style, f"{STYLE}text-properties", f"{FO}font-weight") == "bold" or self._all_bold(element)
        outline = element.get(f"{TEXT}outline-level") if element.tag == f"{TEXT}h" else None
        lines = []
        for place, part in enumerate(text.split("\n")):
            self._number += 1
            lead = label if place == 0 and text.strip() else ""
            lines.append(
                Line(
                    lead + part, number=self._number, ending="hard", bold=bold, centered=centered, computed=len(lead),
                    outline=int(outline) if outline and outline.isdigit() else None,
                )
            )  # fmt: skip
        return lines

    def _all_bold(self, element: etree._Element) -> bool:
        spans = list(element.iterchildren(f"{TEXT}span"))
        return (
            bool(spans)
            and not (element.text or "").strip()
            and all(
                self._said(span.get(f"{TEXT}style-name", ""), f"{STYLE}text-properties", f"{FO}font-weight") == "bold"
                for span in spans
            )
        )

    def _said(self, name: str, part: str, key: str) -> str | None:
        """What a style says, or those that it is based on."""
        seen: set[str] = set()
        while name and name not in seen and (style := self._styles.get(name)) is not None:
            seen.add(name)
            for properties in style.iterchildren(part):
                if (value := properties.get(key)) is not None:
                    return value
            name = style.get(f"{STYLE}parent-style-name", "")
        return None

    def _table(self, element: etree._Element) -> Table | None:
        rows: list[list[Cell]] = []
        slots: dict[tuple[int, int], Cell] = {}
        for r, row in enumerate(_rows(element)):
            column = 0
            for found in row.iterchildren(*_CELLS):
                times = _count(found.get(f"{TABLE}number-columns-repeated"))
                if found.tag == _CELLS[0]:
                    cell = Cell(
                        r,
                        column,
                        _count(found.get(f"{TABLE}number-rows-spanned")),
                        _count(found.get(f"{TABLE}number-columns-spanned")),
                    )
                    cell.lines = self._cell_lines(found)
                    cell.fill = self._grounds.get(found.get(f"{TABLE}style-name", ""), "")
                    self._cells += cell.rowspan * cell.colspan * times
                    if self._cells > self._limits.table_cells:
                        raise TooLarge(
                            "the tables have more than the {most:,} cells allowed", most=self._limits.table_cells
                        )
                    for down in range(cell.rowspan):
                        for across in range(cell.colspan):
                            slots.setdefault((r + down, column + across), cell)
                column += times
            rows.append([])
        width = max((column for row, column in slots if row < len(rows)), default=-1) + 1
        for r in range(len(rows)):
            rows[r] = [slots.get((r, c)) or Cell(r, c) for c in range(width)]
        for cell in {id(cell): cell for row in rows for cell in row}.values():
            cell.rowspan = min(cell.rowspan, len(rows) - cell.row)
            cell.colspan = min(cell.colspan, width - cell.column)
        return Table(rows) if rows and width else None

    def _cell_lines(self, element: etree._Element) -> list[Line]:
        blocks: list[Block] = []
        self.walk(element, blocks, "", 0)
        lines: list[Line] = []
        for block in blocks:
            if isinstance(block, Line):
                lines.append(block)
            elif isinstance(block, Table):
                lines += [line for cell in block.cells() for line in cell.lines]
        return [line for line in lines if line.text.strip()]


def _rows(table: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in table:
        if child.tag == f"{TABLE}table-row":
            found.append(child)
        elif child.tag in _ROW_GROUPS:
            found += _rows(child)
    return found


def _count(value: str | None) -> int:
    try:
        return max(1, min(int(value), _WIDEST)) if value else 1
    except ValueError:
        return 1
