"""The body of a DOCX document: paragraphs and tables in order, as `Line` and `Table`.

Headers, footers, comments and notes lie in parts of their own, which are not read.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field

from lxml import etree

from ...errors import InputError
from ...grammar.pattern import Pattern
from ...language.script import fold_forms, visible
from ...messages import Message
from ...model.record import Record
from ...model.settings import Limits
from ...model.source import Block, Line
from . import names
from .imported import Imports, lines_and_cells, named
from .names import PPR, RPR, VAL, P, integer, is_on, value_of, w
from .numbering import Numbering
from .runs import LINE, PAGE, SEEN_PAGE, Runs
from .styles import ParagraphStyle, Styles
from .unread import Unread
from .wrappers import LEFT_OUT, block_elements

_P_STYLE, _NUM_PR, _NUM_ID, _ILVL, _OUTLINE, _JC = (
    w("pStyle"),
    w("numPr"),
    w("numId"),
    w("ilvl"),
    w("outlineLvl"),
    w("jc"),
)
_VANISH = w("vanish")
_PAGES = Pattern(f"([{PAGE}{SEEN_PAGE}])")
_DELETED_MARKS = (names.DEL, names.MOVE_FROM)


@dataclass(slots=True, eq=False, repr=False)
class _Paragraph(Record):
    """A paragraph as read: its text with breaks, its label once it is known, and what its mark says."""

    text: str
    number: int
    style: ParagraphStyle
    num_id: str | None
    ilvl: int | None
    outline: int | None
    centered: bool
    bold: bool
    lead: int
    size: float | None
    broken: bool = False  # by line or page breaks
    boxes: list[etree._Element] = field(default_factory=list)
    art: list[str] = field(default_factory=list)
    imports: list[etree._Element] = field(default_factory=list)
    label: str = ""
    labelled: bool = False

    @property
    def holds_more(self) -> bool:
        """Whether something besides text is anchored in it."""
        return bool(self.boxes or self.art or self.imports)


class DocxBody:
    """Walks the document part; holds what runs through it: counters, open fields, the page reached, notes."""

    def __init__(
        self, styles: Styles, numbering: Numbering, limits: Limits, imports: Imports | None, *, paged: bool
    ) -> None:
        """Documents in this one are read where `imports` are given."""
        self.styles = styles
        self.numbering = numbering
        self.limits = limits
        self.imports = imports
        self.unread = Unread()
        self.runs = Runs(styles, self.unread)
        self._default = styles.paragraph(None)
        self.page: int | None = 1 if paged else None
        self._fresh = True  # nothing stands on this page yet
        self._paragraphs = 0
        self.cells = 0

    def blocks(self, elements: list[etree._Element], *, blank: bool = True) -> list[Block]:
        """The blocks among the elements of a body, a cell or a text box; `blank` keeps empty paragraphs."""
        blocks: list[Block] = []
        carried: _Paragraph | None = None
        for element in elements:
            tag = element.tag
            if tag == P:
                carried = self._paragraph(element, carried, blocks, blank=blank)
            elif tag == names.TBL:
                from .tables import read_table

                if carried is not None:
                    self._emit(carried, blocks, blank=blank)
                    carried = None
                blocks.extend(read_table(self, element))
            elif tag in (names.MATH, names.MATH_PARAGRAPH):
                carried = self._paragraph(_around(element), carried, blocks, blank=blank)
            elif tag == names.ALT_CHUNK:
                if carried is not None:
                    self._emit(carried, blocks, blank=blank)
                    carried = None
                blocks.extend(self._imported(element))
            elif len(element) and tag not in LEFT_OUT:
                self.unread.words(element)
        if carried is not None:
            self._emit(carried, blocks, blank=blank)
        return blocks

    def _paragraph(
        self, element: etree._Element, carried: _Paragraph | None, blocks: list[Block], *, blank: bool
    ) -> _Paragraph | None:
        """Read one paragraph into `blocks`; what is returned has lost its mark and goes on in the next paragraph."""
        self._paragraphs += 1
        self.unread.paragraph = self._paragraphs
        mark, paragraph = self._read(element)
        if carried is not None:
            paragraph = _joined(carried, paragraph)
        if not mark:
            self._emit(paragraph, blocks, blank=blank)
            return None
        if not paragraph.text and not paragraph.holds_more:
            return carried
        if mark == "hidden":
            self._label(paragraph)
        return paragraph

    def _read(self, element: etree._Element) -> tuple[str, _Paragraph]:
        num_id = ilvl = outline = alignment = None
        mark = ""
        style = self._default
        runs = self.runs
        runs.begin(style)
        for child in element:
            tag = child.tag
            if tag != PPR:
                runs.read(child, tag)
                continue
            for said in child:
                tag = said.tag
                if tag == _JC:
                    alignment = said.get(VAL)
                elif tag == _P_STYLE:
                    style = self.styles.paragraph(said.get(VAL))
                    runs.begin(style)
                elif tag == _NUM_PR:
                    num_id = value_of(said, _NUM_ID)
                    level = value_of(said, _ILVL)
                    ilvl = None if level is None else integer(level, 0)
                elif tag == _OUTLINE:
                    outline = integer(said.get(VAL), 9)
                elif tag == RPR:
                    mark = _mark(said)
        text = runs.end()
        if outline is None:
            outline = style.outline
        return mark, _Paragraph(
            text=text,
            number=self._paragraphs,
            style=style,
            num_id=num_id,
            ilvl=ilvl,
            outline=outline + 1 if outline is not None and 0 <= outline < 9 else None,
            centered=style.centered if alignment is None else alignment == "center",
            bold=runs.format_known and runs.bold,
            lead=0 if runs.bold or runs.broken else runs.lead,
            size=runs.size,
            broken=runs.broken,
            boxes=runs.drawings.boxes,
            art=runs.drawings.art,
            imports=runs.drawings.imports,
        )

    def _label(self, paragraph: _Paragraph) -> None:
        if not paragraph.labelled:
            paragraph.labelled = True
            if paragraph.num_id is not None or paragraph.style.num_id is not None:
                paragraph.label = self.numbering.label(paragraph.num_id, paragraph.ilvl, paragraph.style)

    def _emit(self, paragraph: _Paragraph, blocks: list[Block], *, blank: bool) -> None:
        """Add the paragraph's lines, the label at the front of the first; after them what is anchored in it."""
        self._label(paragraph)
        label = paragraph.label
        pieces = _split(paragraph.text) if paragraph.broken else [paragraph.text]
        written = False
        for piece in pieces:
            page, text = self._turned(piece) if paragraph.broken else (self.page, piece)
            if text and not text.isspace():
                self._fresh = False
                front = "" if written else label
                blocks.append(self._line(front + text, paragraph, page, len(front)))
                written = True
        if not written and (label or (blank and not paragraph.holds_more)):
            blocks.append(self._line(label, paragraph, self.page, len(label)))
        if paragraph.holds_more:
            self._emit_anchored(paragraph, blocks)

    def _emit_anchored(self, paragraph: _Paragraph, blocks: list[Block]) -> None:
        """Add what is anchored in a paragraph besides its text."""
        blocks.extend(self._line(words, paragraph, self.page, 0) for words in paragraph.art)
        for box in paragraph.boxes:
            blocks.extend(self.blocks(block_elements(box), blank=False))
        for element in paragraph.imports:
            blocks.extend(self._imported(element))

    def _imported(self, element: etree._Element) -> list[Block]:
        """The blocks of a document in this one, whose paragraphs are counted as its own."""
        if names.is_content_part(element.tag):
            words = self.imports.words(element) if self.imports is not None else ""
            self.unread.add("drawing-text", *named(element, words))
            return []
        what, said = named(element)
        try:
            found = self.imports.blocks(element) if self.imports is not None else None
        except InputError as error:
            found, said = None, Message("was not read: {why}", why=error.what)
        if found is None:
            self.unread.add("imported-text", what, said)
            return []
        for piece in lines_and_cells(found):
            piece.page = self.page
            if isinstance(piece, Line):
                self._paragraphs += 1
                piece.number = self._paragraphs
        return found

    def _line(self, text: str, paragraph: _Paragraph, page: int | None, computed: int) -> Line:
        return Line(
            fold_forms(text),
            number=paragraph.number,
            page=page,
            ending="hard",
            size=paragraph.size,
            bold=paragraph.bold,
            centered=paragraph.centered,
            outline=paragraph.outline,
            computed=computed,
            lead=paragraph.lead and paragraph.lead + visible(text[:computed]),
        )

    def _turned(self, piece: str) -> tuple[int | None, str]:
        """(the page on which a line begins, its text without page marks); turns the pages whose breaks are in it."""
        if PAGE not in piece and SEEN_PAGE not in piece:
            return self.page, piece
        begins: int | None = None
        for part in _PAGES.split(piece):
            if part == PAGE or (part == SEEN_PAGE and not self._fresh):
                # Word notes a break also at the first run after one made by hand: that is the same page.
                self.page = None if self.page is None else self.page + 1
                self._fresh = True
            elif part and part != SEEN_PAGE:
                self._fresh = False
                begins = self.page if begins is None else begins
        return self.page if begins is None else begins, _PAGES.sub("", piece)


def _around(element: etree._Element) -> etree._Element:
    """A paragraph around a formula that stands between paragraphs."""
    paragraph = etree.Element(P)
    paragraph.append(copy(element))
    return paragraph


def _split(text: str) -> list[str]:
    """A paragraph's text at its line and page breaks; a page break stays at the head of what follows it."""
    if PAGE in text:
        text = text.replace(PAGE, LINE + PAGE)
    return text.split(LINE) if LINE in text else [text]


def _mark(properties: etree._Element) -> str:
    """What became of a paragraph's mark: deleted, hidden or nothing."""
    mark = ""
    for child in properties:
        if child.tag in _DELETED_MARKS:
            return "deleted"
        if child.tag == _VANISH and is_on(child):
            mark = "hidden"
    return mark


def _joined(first: _Paragraph, second: _Paragraph) -> _Paragraph:
    """Two paragraphs whose dividing mark is gone: the last mark rules, unless nothing stands before it or the first one
    has its label already (a hidden mark: a heading that runs on into its text)."""
    kept = first if first.labelled or not second.text else second
    kept.lead = visible(first.text) if second.text and (first.labelled or first.bold > second.bold) else kept.lead
    kept.bold = (first.bold or not first.text) and (second.bold or not second.text)
    kept.text = first.text + second.text
    kept.number = first.number
    kept.broken = first.broken or second.broken
    kept.boxes = first.boxes + second.boxes
    kept.art = first.art + second.art
    kept.imports = first.imports + second.imports
    return kept
