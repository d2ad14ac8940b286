"""The elements of an article → lines and tables in document order, white space as a browser shows it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from lxml import etree

from ...grammar.pattern import Pattern
from ...language.headers import Lexicon
from ...model.settings import Limits
from ...model.source import Block, Line, Table
from .around import Around
from .document import WebPage
from .lists import Counters
from .tables import is_layout, read_grid

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "option",
))  # fmt: skip
_BLANKS = " \t\r\n\f"
_SPACE = Pattern(f"[{_BLANKS}]+")
# elements that a cell's words may stand in without being more than one line
_WRAPS = frozenset(("p", "div", "center", "span", "font", "b", "strong", "i", "em", "u", "a", "o:p"))
_DEEPEST = 20  # tables within tables; deeper ones are read as text
_NOTE_LISTS = ("footnote-list", "endnote-list", "comment-list")


@dataclass(slots=True)
class _Open:
    """A line while its pieces come in: the number before it (`counted`: by a style sheet, so that a list's own is not
    shown), its characters and those of them in bold type."""

    pieces: list[str] = field(default_factory=list)
    label: str = ""
    counted: bool = False
    bold: int = 0
    all: int = 0
    centered: bool = False
    outline: int | None = None


def _shown(text: str) -> str:
    """The words of a cell, white space as a browser shows it."""
    return (text if text.isprintable() and "  " not in text else _SPACE.sub(" ", text)).strip(" ")


class Walker:
    """Walks an article; `frame` are elements that are passed over. Counts lines and cells through the page."""

    def __init__(self, page: WebPage, limits: Limits, lexicon: Lexicon, frame: Collection[etree._Element] = ()) -> None:
        self.page = page
        self.notes: list[str] = []  # the words of footnotes and comments
        self.around = Around()  # where a walk begins
        self._limits, self._lexicon, self._frame = limits, lexicon, frame
        self._has_notes = any("mso-element" in said for said in page.styles.attributes)
        self._counters = Counters(page.styles.of)
        self._lines = 0
        self._depth = 0

    def blocks(self, root: etree._Element) -> list[Block]:
        """The lines and tables in an element."""
        return _Walk(self).run(root)

    def row_lines(self, cells: list[etree._Element]) -> list[list[Line]]:
        """The lines of each cell of a table's row."""
        told, numbers = self.page.styles.told, self.page.numbers
        found: list[list[Line]] = []
        for cell in cells:
            if len(cell) or cell.tag != "td" or cell in told or (numbers and cell in numbers):
                found.append(self._cell_lines(cell))
                continue
            text = cell.text  # most cells hold nothing else, and say nothing of it
            if text and not text.isspace():
                self._lines += 1
                found.append([Line(_shown(text), self._lines, None, "hard")])
            else:
                found.append([])
        return found

    def _cell_lines(self, cell: etree._Element) -> list[Line]:
        """The lines of a table's cell; small tables in it are read cell by cell."""
        sole = self._sole(cell)
        if sole is not None:
            text, around = sole
            self._lines += 1
            line = Line(_shown(text), self._lines, None, "hard")
            line.bold, line.centered, line.outline = around.bold, around.centered, around.outline
            return [line]
        self._depth += 1
        lines: list[Line] = []
        for block in self.blocks(cell):
            if isinstance(block, Line):
                lines.append(block)
            elif isinstance(block, Table):
                lines += [line for inner in block.cells() for line in inner.lines]
        self._depth -= 1
        return [line for line in lines if line.text.strip()]

    def _sole(self, cell: etree._Element) -> tuple[str, Around] | None:
        """The words of a cell and what is said of them, where they stand in one element and each around it holds nothing else."""
        if self.page.numbers or self._has_notes:
            return None
        style_of = self.page.styles.of
        element, around = cell, self.around.within(cell, style_of(cell))
        while len(element):
            text, inner = element.text, element[0]
            tail = inner.tail
            if len(element) > 1 or around.pre or inner.tag not in _WRAPS or inner in self._frame:
                return None
            if text and text.strip(_BLANKS):
                if tail or len(inner) or inner.text:
                    return None
                break  # Word ends each paragraph with an element that is empty
            if tail and (element is not cell or tail.strip(_BLANKS)):
                return None
            element, around = inner, around.within(inner, style_of(inner))
        text = element.text
        return None if around.pre or not text or text.isspace() else (text, around)

    def table(self, element: etree._Element) -> Table | None:
        """A table of data → its grid; None where its cells are to be read as text."""
        if self._depth >= _DEEPEST or is_layout(element, self._lexicon):
            return None
        return read_grid(element, self.row_lines, self.page.colours.of, self._limits)

    def label(self, item: etree._Element) -> str:
        """The number of an item of a list."""
        return self._counters.label(item)

    def passes_over(self, element: etree._Element) -> bool:
        """Whether an element is frame, or the notes of a text."""
        if self._frame and element in self._frame:
            return True
        said = element.get("style") if self._has_notes else None
        if said and "mso-element" in said and any(kind in said for kind in _NOTE_LISTS):
            self.notes.append(str(element.xpath("string()")).strip())
            return True
        return False

    def number(self) -> int:
        """The next line's number."""
        self._lines += 1
        return self._lines


class _Walk:
    """One walk over one element, without recursion but for the cells of tables."""

    def __init__(self, walker: Walker) -> None:
        self._walker = walker
        self._style_of = walker.page.styles.of
        self._numbers = walker.page.numbers
        self._blocks: list[Block] = []
        self._line = _Open()
        self._around: list[Around] = [walker.around]

    def run(self, root: etree._Element) -> list[Block]:
        """The blocks inside an element."""
        walk = etree.iterwalk(root, events=("start", "end"))
        whole: etree._Element | None = None  # an element that is taken as a whole
        for event, element in walk:
            if event == "start":
                if element is not root and self._take(element):
                    whole = element
                    walk.skip_subtree()
                else:
                    self._enter(element)
                continue
            if element is whole:
                whole = None
            else:
                self._leave(element)
            if element is not root and (text := element.tail):
                self._add(text)
        self._end()
        return self._blocks

    def _take(self, element: etree._Element) -> bool:
        """Take an element as a whole: frame, or a table of data."""
        if self._walker.passes_over(element):
            self._flush()
            return True
        if element.tag != "table":
            return False
        table = self._walker.table(element)
        if table is None:
            return False
        self._flush()
        for caption in element.iterchildren("caption"):
            self._blocks += self._walker.blocks(caption)
        self._blocks.append(table)
        return True

    def _enter(self, element: etree._Element) -> None:
        tag = element.tag
        around = self._around[-1].within(element, self._style_of(element))
        if self._line.pieces and (tag in _BLOCKS or around.block):
            self._flush()
        self._around.append(around)
        if tag == "li" and (label := self._walker.label(element)):
            self._line.label = label
        elif tag == "br":
            self._flush(blank=True)
        if self._numbers and (number := self._numbers.get(element)):
            self._count(number)
        if text := element.text:
            self._add(text)

    def _count(self, number: str) -> None:
        """A number that the style sheet writes here: before a line, or in it."""
        line = self._line
        if line.all:
            self._piece(number, self._around[-1])
        else:
            line.label = (line.label if line.counted else "") + number
            line.counted = True

    def _end(self) -> None:
        """End the last line; a cell may hold a number alone."""
        self._flush()
        if self._line.counted:
            number, self._line = self._line.label, _Open()
            self._piece(number, self._around[-1])
            self._flush()

    def _leave(self, element: etree._Element) -> None:
        around = self._around.pop()
        if self._line.pieces and ((tag := element.tag) in _BLOCKS or around.block):
            self._flush(blank=tag == "p" or tag == "div")

    def _add(self, text: str) -> None:
        around = self._around[-1]
        if around.pre:
            head, *rest = text.replace("\r\n", "\n").split("\n")
            self._piece(head, around)
            for piece in rest:
                self._flush()
                self._piece(piece, around)
        else:
            self._piece(_SPACE.sub(" ", text), around)

    def _piece(self, text: str, around: Around) -> None:
        if not text:
            return
        line = self._line
        if not line.pieces or (line.all == 0 and not text.isspace()):
            line.centered, line.outline = around.centered, around.outline
        line.pieces.append(text)
        count = len("".join(text.split()))
        line.all += count
        line.bold += count if around.bold else 0

    def _flush(self, *, blank: bool = False) -> None:
        """End the line; an empty one is kept where the page shows it as one (`blank`)."""
        if not self._line.pieces:
            return
        line, self._line = self._line, _Open()
        text = "".join(line.pieces).strip(" \n")
        if line.label and not line.all:
            self._line.label, self._line.counted = line.label, line.counted  # its text stands in an element of its own
        if not line.all and not (blank and line.pieces and not line.label):
            return
        if line.all:
            text = line.label + text
        self._blocks.append(
            Line(
                text if line.all else "",
                number=self._walker.number(),
                ending="hard",
                bold=0 < line.all == line.bold,
                centered=line.centered,
                outline=line.outline,
                computed=len(line.label) if line.all else 0,
            )
        )
