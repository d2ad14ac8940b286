"""Tables that a page draws with other elements (`div`, `ul`, `dl`, `span`): made tables of HTML, so that one reader reads all.

Such a table is told by its words, not by its style: an element whose children head columns of tasks, above elements with
as many children each. An element with words and other children between them runs over the whole width. A grid (CSS Grid) has
all its cells in one element, the headers first.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ...language.headers import Lexicon
from ..task_header import is_header
from .elements import drop, text_of

_ROWS = ("tr", "thead", "tbody", "tfoot")
_COLUMNS = range(3, 31)
_LONGEST_HEADER = 20  # characters of a header's cell
_LONGEST_BAND = 60  # characters of a row that runs over the whole width
_GRIDS = ("div", "section", "ul", "article")
_OF_TABLES = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th", "select", "colgroup"))


def make_tables(root: etree._Element, elements: list[etree._Element], lexicon: Lexicon) -> None:
    """Put tables of HTML in place of those that a page draws with others of its `elements`, and around rows that were copied alone."""
    if next(root.iter("table"), None) is None:
        _put_around(root)
    several = [element for element in elements if len(element) >= _COLUMNS.start]
    for head in [element for element in several if _may_head(element)]:
        if head.getparent() is not None and _heads(head, lexicon):
            _make(head)
    for grid in [element for element in several if element.tag in _GRIDS and _may_be_grid(element)]:
        if columns := _columns(grid, lexicon):
            _part(grid, columns)


def _put_around(root: etree._Element) -> None:
    """Put rows of a page without a table into one; what stands between two of them parts tables."""
    for row in list(root.iter(*_ROWS)):
        above, before = row.getparent(), row.getprevious()
        if above is None or above.tag in _OF_TABLES:
            continue
        if before is not None and before.tag == "table" and not (before.tail or "").strip():
            table = before
        else:
            table = etree.Element("table")
            row.addprevious(table)
        table.append(row)  # with what stands behind it, which is none of the table
        table.tail, row.tail = row.tail, None


def _may_be_grid(element: etree._Element) -> bool:
    return (
        len(element) >= 2 * _COLUMNS.start
        and len(text_of(element[0])) <= _LONGEST_HEADER
        and _cells(element) is not None
    )


def _columns(grid: etree._Element, lexicon: Lexicon) -> int:
    """How many of an element's children head columns of tasks, so that the others fill rows beneath them; 0 for none."""
    words: list[str] = []
    for cell in grid:
        if len(words) == _COLUMNS.stop or lexicon.role(word := text_of(cell)) is None:
            break
        words.append(word)
    whole = len(words) in _COLUMNS and len(grid) % len(words) == 0 and len(grid) > len(words)
    return len(words) if whole and is_header(words, lexicon) else 0


def _part(grid: etree._Element, columns: int) -> None:
    table = etree.Element("table")
    for at, cell in enumerate(list(grid)):
        if at % columns == 0:
            line = etree.SubElement(table, "tr")
        cell.tag = "td"
        line.append(cell)
    grid.append(table)


def _may_head(element: etree._Element) -> bool:
    return (
        element.tag not in _OF_TABLES
        and len(element) in _COLUMNS
        and len(text_of(element[0])) <= _LONGEST_HEADER
        and _cells(element) is not None
    )


def _cells(row: etree._Element) -> list[etree._Element] | None:
    """The cells of a row: its children, where it has no words beside them."""
    beside = [row.text, *(child.tail for child in row)]
    if any(text and not text.isspace() for text in beside):
        return None
    cells = [child for child in row if isinstance(child.tag, str)]
    return None if any(cell.tag in _OF_TABLES or cell.tag == "br" for cell in cells) else cells


def _heads(head: etree._Element, lexicon: Lexicon) -> bool:
    texts: list[str] = []
    for cell in head:
        if not 0 < len(text := text_of(cell)) <= _LONGEST_HEADER:
            return False
        texts.append(text)
    return is_header(texts, lexicon)


def _make(head: etree._Element) -> None:
    width = len(head)
    rows = [head, *_rows_behind(head, width)]
    if sum(_is_row(row, width) for row in rows) < 2:
        return
    table = etree.Element("table")
    head.addprevious(table)
    for row in rows:
        cells = _cells(row) if _is_row(row, width) else None
        line = etree.SubElement(table, "tr")
        if cells is None:
            band = etree.SubElement(line, "td", colspan=str(width))
            row.tail = None
            band.append(row)
            continue
        for cell in cells:
            cell.tag = "td"
            line.append(cell)
        drop(row)


def _is_row(element: etree._Element, width: int) -> bool:
    return len(element) == width and isinstance(element.tag, str) and _cells(element) is not None


def _rows_behind(head: etree._Element, width: int) -> list[etree._Element]:
    """The elements behind a header that are rows beneath it, bands among them: beside it, or in what stands beside its group."""
    found = _run(_beside(head), width)
    above = head.getparent()
    if not found and above is not None and len(above) == 1:
        found = _run((row for group in _beside(above) for row in group), width)
    return found


def _beside(element: etree._Element) -> Iterator[etree._Element]:
    """The elements behind one in the same element, as long as no words stand between them."""
    while element is not None and not (element.tail and not element.tail.isspace()):
        following = element.getnext()
        if following is None:
            return
        yield following
        element = following


def _run(elements: Iterator[etree._Element], width: int) -> list[etree._Element]:
    """Rows and bands up to what is neither; bands behind the last row are none of the table."""
    found: list[etree._Element] = []
    last = 0
    for element in elements:
        if _is_row(element, width):
            found.append(element)
            last = len(found)
        elif isinstance(element.tag, str) and element.tag not in _OF_TABLES and len(text_of(element)) <= _LONGEST_BAND:
            found.append(element)
        else:
            break
    return found[:last]
