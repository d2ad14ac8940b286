"""The body of a DOCX document: paragraphs and tables in order, as `Line` and `Table`.

Headers, footers, comments and notes lie in parts of their own, which are not read.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from ...model.settings import Limits
from ...model.source import Block, Line
from . import names
from .names import PPR, RPR, VAL, P, integer, is_on, value_of, w
from .numbering import Numbering
from .runs import LINE, PAGE, SEEN_PAGE, Runs, alternative
from .styles import ParagraphStyle, Styles
from .symbols import without_private

_P_STYLE, _NUM_PR, _NUM_ID, _ILVL, _OUTLINE, _JC = (
    w("pStyle"),
    w("numPr"),
    w("numId"),
    w("ilvl"),
    w("outlineLvl"),
    w("jc"),
)
_VANISH = w("vanish")
_DELETED_MARKS = (names.DEL, names.MOVE_FROM)
_TRANSPARENT = frozenset((names.INS, names.MOVE_TO, names.CUSTOM_XML, names.SDT, names.SDT_CONTENT, w("smartTag")))


@dataclass(slots=True)
class _Paragraph:
    """A paragraph as read: its text with breaks, its label once it is known, and what its mark says."""

    text: str
    number: int
    style: ParagraphStyle
    num_id: str | None
    ilvl: int | None
    outline: int | None
    centered: bool
    bold: bool
    size: float | None
    label: str = ""
    labelled: bool = False


class Body:
    """Walks the document part; holds what runs through it: counters, open fields, the page reached, notes."""

    def __init__(self, styles: Styles, numbering: Numbering, limits: Limits, *, paged: bool) -> None:
        self.styles = styles
        self.numbering = numbering
        self.limits = limits
        self.runs = Runs(styles)
        self.page: int | None = 1 if paged else None
        self._fresh = True  # nothing stands on this page yet
        self._paragraphs = 0
        self.tables = 0
        self.cells = 0
        self.imports = 0

    def blocks(self, parent: etree._Element, *, blank: bool = True) -> list[Block]:
        """The blocks in a body, a cell or a text box; `blank` keeps empty paragraphs."""
        from .tables import read_table

        blocks: list[Block] = []
        carried: _Paragraph | None = None
        for element in block_elements(parent):
            tag = element.tag
            if tag == P:
                carried = self._paragraph(element, carried, blocks, blank=blank)
            elif tag == names.TBL:
                if carried is not None:
                    self._emit(carried, blocks, blank=blank)
                    carried = None
                blocks.extend(read_table(self, element))
            elif tag == names.ALT_CHUNK:
                self.imports += 1
        if carried is not None:
            self._emit(carried, blocks, blank=blank)
        return blocks

    def _paragraph(
        self, element: etree._Element, carried: _Paragraph | None, blocks: list[Block], *, blank: bool
    ) -> _Paragraph | None:
        """Read one paragraph into `blocks`; what is returned has lost its mark and goes on in the next paragraph."""
        self._paragraphs += 1
        mark, paragraph = self._read(element)
        boxes, art = self.runs.boxes, self.runs.art
        if carried is not None:
            paragraph = _joined(carried, paragraph)
        if mark == "deleted":
            return paragraph if paragraph.text or boxes else carried
        if mark == "hidden":
            if not paragraph.text:
                return carried
            self._label(paragraph)
            return paragraph
        self._emit(paragraph, blocks, blank=blank and not art)
        for words in art:
            self._emit(_plain(words, paragraph), blocks, blank=False)
        for box in boxes:
            blocks.extend(self.blocks(box, blank=False))
        return None

    def _read(self, element: etree._Element) -> tuple[str, _Paragraph]:
        num_id = ilvl = outline = alignment = None
        mark = ""
        properties = element.find(PPR)
        style_id = None
        if properties is not None:
            for child in properties:
                tag = child.tag
                if tag == _P_STYLE:
                    style_id = child.get(VAL)
                elif tag == _JC:
                    alignment = child.get(VAL)
                elif tag == _NUM_PR:
                    num_id = value_of(child, _NUM_ID)
                    level = value_of(child, _ILVL)
                    ilvl = None if level is None else integer(level, 0)
                elif tag == _OUTLINE:
                    outline = integer(child.get(VAL), 9)
                elif tag == RPR:
                    mark = _mark(child)
        style = self.styles.paragraph(style_id)
        runs = self.runs
        runs.begin(style)
        runs.read(element)
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
            size=runs.size,
        )

    def _label(self, paragraph: _Paragraph) -> None:
        if not paragraph.labelled:
            paragraph.labelled = True
            if paragraph.num_id is not None or paragraph.style.num_id is not None:
                paragraph.label = self.numbering.label(paragraph.num_id, paragraph.ilvl, paragraph.style)

    def _emit(self, paragraph: _Paragraph, blocks: list[Block], *, blank: bool) -> None:
        """Add the paragraph's lines, the label at the front of the first."""
        self._label(paragraph)
        label = paragraph.label
        lines: list[Line] = []
        for text in _split(paragraph.text):
            page = self._turn(text)
            text = text.translate(_NO_PAGES)
            if (text and not text.isspace()) or (label and not lines):
                lines.append(self._line(label + text if not lines else text, paragraph, page))
            elif blank and not lines and not label:
                lines.append(self._line("", paragraph, page))
        if lines and not lines[0].text and len(lines) > 1:
            del lines[0]
        if lines and label:
            lines[0].computed = len(label)
        blocks.extend(lines)

    def _line(self, text: str, paragraph: _Paragraph, page: int | None) -> Line:
        return Line(
            without_private(text),
            number=paragraph.number,
            page=page,
            ending="hard",
            size=paragraph.size,
            bold=paragraph.bold,
            centered=paragraph.centered,
            outline=paragraph.outline,
        )

    def _turn(self, text: str) -> int | None:
        """The page on which a line begins; turns the pages whose breaks are in it."""
        if self.page is None:
            return None
        begins: int | None = None
        for character in text:
            if character == PAGE:
                self.page += 1
                self._fresh = True
            elif character == SEEN_PAGE:
                # Word notes a break also at the first run after one made by hand: that is the same page.
                if not self._fresh:
                    self.page += 1
                self._fresh = True
            else:
                self._fresh = False
                if begins is None:
                    begins = self.page
        return self.page if begins is None else begins


_NO_PAGES = {ord(PAGE): None, ord(SEEN_PAGE): None}


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
    text = first.text + second.text
    kept = first if first.labelled or not second.text else second
    kept.text = text
    kept.number = first.number
    kept.bold = (first.bold or not first.text) and (second.bold or not second.text)
    return kept


def _plain(text: str, anchor: _Paragraph) -> _Paragraph:
    return _Paragraph(text, anchor.number, anchor.style, None, None, None, False, False, None, labelled=True)


def block_elements(parent: etree._Element) -> list[etree._Element]:
    """The children of a container, those of content controls, insertions and alternatives in their place."""
    found: list[etree._Element] = []
    for child in parent:
        tag = child.tag
        if tag in _TRANSPARENT:
            found.extend(block_elements(child))
        elif tag == names.ALTERNATE:
            found.extend(block_elements(alternative(child)))
        else:
            found.append(child)
    return found
