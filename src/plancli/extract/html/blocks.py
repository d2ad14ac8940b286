"""The elements of an article → lines and tables in document order, white space as a browser shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from ...language.headers import Lexicon
from ...language.script import visible
from ...model.settings import Limits
from ...model.source import Block, Line, Table
from .around import Around
from .document import WebPage
from .elements import words_in
from .lists import Counters
from .runs import BLANKS, BLOCKS, ElementRuns, shown, shown_in
from .tables import is_layout, read_grid

# elements that a cell's words may stand in without being more than one line
_WRAPS = frozenset(("p", "div", "center", "span", "font", "b", "strong", "i", "em", "u", "a", "o:p"))
_DEEPEST = 20  # tables within tables; deeper ones are read as text
_NOTE_LISTS = ("footnote-list", "endnote-list", "comment-list")


@dataclass(slots=True)
class _Open:
    """A line while its pieces come in: the number before it (`counted`: by a style sheet, so that a list's own is not
    shown), whether words are among them and all of these in bold type."""

    pieces: list[str] = field(default_factory=list)
    label: str = ""
    counted: bool = False
    spoken: bool = False
    bold: bool = False
    lead: int = 0
    centered: bool = False
    outline: int | None = None


class Walker:
    """Walks an article; `frame` are elements that are passed over. Counts lines and cells through the page."""

    def __init__(self, page: WebPage, limits: Limits, lexicon: Lexicon, frame: Mapping[etree._Element, None]) -> None:
        self.page = page
        self.notes: list[str] = []  # the words of footnotes and comments
        self.around = Around()  # where a walk begins
        self._limits, self._lexicon, self._frame = limits, lexicon, frame
        self.has_notes = any("mso-element" in said for said in page.styles.attributes)
        self._apart = {*page.styles.told, *page.numbers, *frame}  # of which something is said
        self.runs = ElementRuns(self._apart)
        self._counters = Counters(page.styles.of)
        self._lines = 0
        self._depth = 0

    def blocks(self, root: etree._Element) -> list[Block]:
        """The lines and tables in an element."""
        return _Walk(self).run(root)

    def row_lines(self, cells: list[etree._Element]) -> list[list[Line]]:
        """The lines of each cell of a table's row."""
        if self._apart and not self._apart.isdisjoint(cells):
            return [self._cell_lines(cell) for cell in cells]
        found: list[list[Line]] = []
        number = self._lines
        for cell in cells:
            if len(cell) or cell.tag == "th":
                self._lines = number
                found.append(self._cell_lines(cell))
                number = self._lines
                continue
            text = cell.text  # most cells hold nothing else, and nothing is said of it
            if not text or text.isspace():
                found.append([])
                continue
            number += 1
            found.append([Line(shown(text).strip(" "), number, None, "hard")])
        self._lines = number
        return found

    def _cell_lines(self, cell: etree._Element) -> list[Line]:
        """The lines of a table's cell; small tables in it are read cell by cell."""
        sole = self._sole(cell)
        if sole is not None:
            pieces, around = sole
            return [self.line(text.strip(" "), around.bold, around.centered, around.outline) for text in pieces]
        self._depth += 1
        lines: list[Line] = []
        for block in self.blocks(cell):
            if isinstance(block, Line):
                lines.append(block)
            elif isinstance(block, Table):
                lines += [line for inner in block.cells() for line in inner.lines]
        self._depth -= 1
        return [line for line in lines if line.text.strip()]

    def _sole(self, cell: etree._Element) -> tuple[list[str], Around] | None:
        """The pieces of a cell's text, as line breaks part it, and what is said of them, where they stand in one element and
        each around it holds nothing else."""
        if self.page.numbers or self.has_notes:
            return None
        style_of = self.page.styles.of
        element, around = cell, self.around.within(cell, style_of(cell))
        while not around.pre:
            if (pieces := self.runs.pieces(element)) is not None:
                return None if any(map(str.isspace, pieces)) else (pieces, around)  # a blank line counts
            text, inner = element.text, element[0]
            tail = inner.tail
            if len(element) > 1 or inner.tag not in _WRAPS or inner in self._frame:
                return None
            if text and text.strip(BLANKS):
                return None if tail or len(inner) or inner.text else ([shown(text)], around)  # Word ends paragraphs so
            if tail and (element is not cell or tail.strip(BLANKS)):
                return None
            element, around = inner, around.within(inner, style_of(inner))
        return None

    def line(self, text: str, bold: bool, centered: bool, outline: int | None) -> Line:
        """The next line."""
        self._lines += 1
        line = Line(text, self._lines, None, "hard")
        line.bold, line.centered, line.outline = bold, centered, outline
        return line

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
        said = element.get("style") if self.has_notes else None
        if said and "mso-element" in said and any(kind in said for kind in _NOTE_LISTS):
            self.notes.append(words_in(element).strip())
            return True
        return False


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
                elif self._enter(element):
                    walk.skip_subtree()
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

    def _enter(self, element: etree._Element) -> bool:
        """Begin an element; whether all in it was taken with it."""
        tag = element.tag
        around = self._around[-1].within(element, self._style_of(element))
        if self._line.pieces and (tag in BLOCKS or around.block):
            self._flush()
        self._around.append(around)
        if tag == "li" and (label := self._walker.label(element)):
            self._line.label = label
        elif tag == "br":
            self._flush(blank=True)
        if self._numbers and (number := self._numbers.get(element)):
            self._count(number)
        if len(element) and not around.pre and not self._walker.has_notes and self._walker.runs.is_one(element):
            self._piece(shown_in(element), around)
            return True
        if text := element.text:
            self._add(text)
        return False

    def _count(self, number: str) -> None:
        """A number that the style sheet writes here: before a line, or in it."""
        line = self._line
        if line.spoken:
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
        if self._line.pieces and ((tag := element.tag) in BLOCKS or around.block):
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
            self._piece(shown(text), around)

    def _piece(self, text: str, around: Around) -> None:
        if not text:
            return
        line = self._line
        words = not text.isspace()
        if not line.pieces or (words and not line.spoken):
            line.centered, line.outline = around.centered, around.outline
        line.pieces.append(text)
        if words:
            line.bold = around.bold and (line.bold or not line.spoken)
            if line.bold:
                line.lead += visible(text)
            line.spoken = True

    def _flush(self, *, blank: bool = False) -> None:
        """End the line; an empty one is kept where the page shows it as one (`blank`)."""
        if not self._line.pieces:
            return
        line, self._line = self._line, _Open()
        text = "".join(line.pieces).strip(" \n")
        if line.label and not line.spoken:
            self._line.label, self._line.counted = line.label, line.counted  # its text stands in an element of its own
        if line.spoken:
            made = self._walker.line(line.label + text, line.bold, line.centered, line.outline)
            made.computed = len(line.label)
            if line.lead and not line.bold:
                made.lead = visible(line.label) + line.lead
            self._blocks.append(made)
        elif blank and not line.label:
            self._blocks.append(self._walker.line("", False, line.centered, line.outline))
