"""The elements of an article → lines and tables in document order, white space as a browser shows it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from lxml import etree

from ...grammar.pattern import Pattern
from ...language.headers import Lexicon
from ...model.settings import Limits
from ...model.source import Block, Line, Table
from .document import WebPage
from .lists import Counters
from .tables import is_layout, read_grid

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "option",
))  # fmt: skip
_BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"))
_TELLING = _BOLD | {"center", "pre"}  # elements that say something of their text by themselves
_BOLD_WEIGHTS = frozenset(("bold", "bolder", "600", "700", "800", "900"))
_HEADING = Pattern(r"h([1-6])")
_SPACE = Pattern(r"[ \t\r\n\f]+")
_PRE = ("pre", "pre-wrap", "pre-line", "break-spaces")
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


@dataclass(slots=True)
class _Around:
    """What the elements around a piece of text say of it; `block` where the innermost begins a line of its own."""

    bold: bool = False
    centered: bool = False
    pre: bool = False
    outline: int | None = None
    block: bool = False

    def within(self, element: etree._Element, page: WebPage) -> _Around:
        """The same inside one more element."""
        tag = str(element.tag)
        styled = bool(page.rules or page.told) or element.get("style")
        if not (styled or self.block or tag in _TELLING or element.get("align")):
            return self
        style = page.style(element) if styled else {}
        align = style.get("text-align") or (element.get("align") or "").lower() or ("center" if tag == "center" else "")
        weight = style.get("font-weight", "")
        space = style.get("white-space", "pre" if tag == "pre" else "")
        heading = _HEADING.fullmatch(tag)
        return _Around(
            bold=weight in _BOLD_WEIGHTS or ((self.bold or tag in _BOLD) and weight not in ("normal", "400")),
            centered=align in ("center", "middle") if align else self.centered,
            pre=space in _PRE if space else self.pre,
            outline=int(heading[1]) if heading else self.outline,
            block=style.get("display") in ("block", "list-item", "flex", "table", "table-row"),
        )


class Walker:
    """Walks an article; `frame` are elements that are passed over. Counts lines and cells through the page."""

    def __init__(self, page: WebPage, limits: Limits, lexicon: Lexicon, frame: Collection[etree._Element] = ()) -> None:
        self.page = page
        self.notes: list[str] = []  # the words of footnotes and comments
        self._limits, self._lexicon, self._frame = limits, lexicon, frame
        self._counters = Counters(page.style)
        self._cells: dict[tuple[str | None, ...], _Around] = {}
        self._lines = 0
        self._depth = 0

    def blocks(self, root: etree._Element) -> list[Block]:
        """The lines and tables in an element."""
        return _Walk(self).run(root)

    def cell_lines(self, cell: etree._Element) -> list[Line]:
        """The lines of a table's cell; small tables in it are read cell by cell."""
        if not len(cell) and cell not in self.page.numbers and not (around := self._around(cell)).pre:  # most cells
            text = cell.text
            if not text or text.isspace():
                return []
            self._lines += 1
            text = _SPACE.sub(" ", text).strip(" ")
            return [Line(text, self._lines, None, "hard", bold=around.bold, centered=around.centered)]
        self._depth += 1
        lines: list[Line] = []
        for block in self.blocks(cell):
            if isinstance(block, Line):
                lines.append(block)
            elif isinstance(block, Table):
                lines += [line for inner in block.cells() for line in inner.lines]
        self._depth -= 1
        return [line for line in lines if line.text.strip()]

    def _around(self, cell: etree._Element) -> _Around:
        """What a cell says of the text in it; many are alike."""
        if self.page.told:
            return _Around().within(cell, self.page)
        get = cell.get
        names = (get("class"), get("id")) if self.page.rules else ()
        key = (cell.tag, get("style"), get("align"), *names)
        found = self._cells.get(key)
        if found is None:
            found = self._cells[key] = _Around().within(cell, self.page)
        return found

    def table(self, element: etree._Element) -> Table | None:
        """A table of data → its grid; None where its cells are to be read as text."""
        if self._depth >= _DEEPEST or is_layout(element, self._lexicon):
            return None
        return read_grid(element, self.cell_lines, self.page.colours.of, self._limits)

    def label(self, item: etree._Element) -> str:
        """The number of an item of a list."""
        return self._counters.label(item)

    def passes_over(self, element: etree._Element) -> bool:
        """Whether an element is frame, or the notes of a text."""
        if element in self._frame:
            return True
        said = element.get("style")
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
        self._blocks: list[Block] = []
        self._line = _Open()
        self._around: list[_Around] = [_Around()]
        self._tables: dict[etree._Element, Table | None] = {}

    def run(self, root: etree._Element) -> list[Block]:
        """The blocks inside an element."""
        if not len(root):
            self._enter(root)
            self._leave(root)
            self._end()
            return self._blocks
        walk = etree.iterwalk(root, events=("start", "end"))
        whole: etree._Element | None = None  # an element that is taken as a whole
        for event, element in walk:
            if event == "start":
                if element is root:
                    self._enter(element)
                elif self._take(element):
                    whole = element
                    walk.skip_subtree()
                else:
                    self._enter(element)
                continue
            if element is whole:
                whole = None
            else:
                self._leave(element)
            if element is not root:
                self._add(element.tail)
        self._end()
        return self._blocks

    def _take(self, element: etree._Element) -> bool:
        """Take an element as a whole: frame, a table of data, what is no element."""
        if not isinstance(element.tag, str):
            return True
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
        around = self._around[-1].within(element, self._walker.page)
        if tag in _BLOCKS or around.block:
            self._flush()
        self._around.append(around)
        if tag == "li" and (label := self._walker.label(element)):
            self._line.label = label
        elif tag == "br":
            self._flush(blank=True)
        if number := self._walker.page.numbers.get(element):
            self._count(number)
        self._add(element.text)

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
        block = element.tag in _BLOCKS or self._around[-1].block
        if block:
            self._flush(blank=element.tag in ("p", "div"))
        self._around.pop()

    def _add(self, text: str | None) -> None:
        if not text:
            return
        around = self._around[-1]
        if around.pre:
            head, *rest = text.replace("\r\n", "\n").split("\n")
            self._piece(head, around)
            for piece in rest:
                self._flush()
                self._piece(piece, around)
        else:
            self._piece(_SPACE.sub(" ", text), around)

    def _piece(self, text: str, around: _Around) -> None:
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
