"""The text inside a paragraph: runs, fields, tracked changes, hidden text, breaks, symbols, anchored text boxes.

Breaks are written into the text as control characters that XML 1.0 does not allow and a document thus cannot hold:
LINE ends a line, PAGE is a page break by hand, SEEN_PAGE one that Word noted when it last laid the document out.
"""

from __future__ import annotations

from lxml import etree

from ...language.script import visible
from ...language.symbols import symbol
from ...messages import Message
from . import names
from .drawings import Drawings
from .names import MATH_TEXT, RPR, XML_SPACE, R, T, w
from .styles import ParagraphStyle, RunFormat, Styles
from .symbols import field_without_result, form_value
from .unread import Unread, excerpt, words_in
from .wrappers import INLINE, LEFT_OUT, alternative, is_prompt

LINE, PAGE, SEEN_PAGE = "\x1e", "\x1d", "\x1c"

_MATHS = (names.MATH, names.MATH_PARAGRAPH)
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("noBreakHyphen"): "-"}
_SEEN = w("lastRenderedPageBreak")
_BREAKS = {w("br"): LINE, w("cr"): LINE, _SEEN: SEEN_PAGE}
_TYPE, _SYM, _FONT, _CHAR = w("type"), w("sym"), w("font"), w("char")
_FIELD, _FIELD_TYPE, _CODE = w("fldChar"), w("fldCharType"), w("instrText")
_RUBY, _FORM = w("ruby"), w("ffData")
NOTE_REFERENCES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_DRAWINGS = (w("drawing"), w("pict"), w("object"))
_BLANKS = str.maketrans("\n\r\t", "   ")


class _Field:
    """A complex field that is open: in its code, later in its result."""

    __slots__ = ("begun", "code", "form", "in_code", "swallowed")

    def __init__(self, begun: int, form: str | None) -> None:
        self.form = form  # what a form field shows
        self.code = ""
        self.in_code = True
        self.swallowed: list[str] = []  # text between the code's marks, given back if the field is never closed
        self.begun = begun  # how much text there was before its result


class Runs:
    """Collects the text of one paragraph after another; open fields and hidden text are kept over the document."""

    def __init__(self, styles: Styles, unread: Unread) -> None:
        self.drawings = Drawings(unread)
        self._unread = unread
        self._styles = styles
        self._fields: list[_Field] = []
        self._codes = 0  # open fields that are still in their code
        self.hidden: list[str] = []
        self.note_marks: set[str] = set()  # kinds of notes that the text refers to
        self.begin(styles.paragraph(None))

    def begin(self, style: ParagraphStyle) -> None:
        """Start a paragraph of the given style."""
        self._style = style
        self._base = style.run
        self.parts: list[str] = []
        self.broken = False
        self.drawings.begin()
        self.bold = True
        self.lead = 0  # characters in bold type before any that are not
        self.size: float | None = None
        self.format_known = False

    def read(self, element: etree._Element, tag: str) -> None:
        """Read one inline child of a paragraph or of anything inside it."""
        if tag == R:
            self._run(element)
        elif tag in INLINE:
            if not is_prompt(element):
                self._read_all(element)
        elif tag == names.ALTERNATE:
            self._read_all(alternative(element))
        elif tag in _MATHS:
            self._add("".join(part.text or "" for part in element.iter(MATH_TEXT)), self._base)
        elif tag == names.SUB_DOCUMENT:
            self.drawings.imports.append(element)
        elif tag not in LEFT_OUT and (len(element) or tag == T):
            self._unread.words(element)

    def _read_all(self, parent: etree._Element) -> None:
        for child in parent:
            self.read(child, child.tag)

    def end(self) -> str:
        """The paragraph's text with its breaks. A field's code does not run past its paragraph: one that was never closed
        gives back the text that it held."""
        held: list[str] = []
        while self._codes:
            field = self._fields.pop()
            self._codes -= field.in_code
            held = field.swallowed + held
        self.parts += held
        return "".join(self.parts)

    def _run(self, run: etree._Element) -> None:
        style = self._base
        for child in run:
            tag = child.tag
            if tag == RPR:
                style = self._styles.run(child, self._style)
            elif tag == T:
                if text := child.text:
                    if (text[0] <= " " or text[-1] <= " ") and child.get(XML_SPACE) != "preserve":
                        text = text.strip(" \t\r\n")
                    self._add(text, style)
            else:
                self._other(child, tag, style)

    def _add(self, text: str, style: RunFormat) -> None:
        if self._codes:
            self._fields[-1].swallowed.append(text)
        elif style.hidden:
            self.hidden.append(text)
        else:
            if "\n" in text or "\t" in text or "\r" in text:
                text = text.translate(_BLANKS)
            self.parts.append(text)
            if not text.isspace():
                if not self.format_known:
                    self.format_known = True
                    self.size = style.size
                if not style.bold:
                    self.bold = False
                elif self.bold:
                    self.lead += visible(text)

    def _other(self, child: etree._Element, tag: str, style: RunFormat) -> None:
        """What a run holds besides text."""
        if tag == _FIELD:
            self._field(child, child.get(_FIELD_TYPE), style)
        elif tag == _CODE:
            if self._fields and self._fields[-1].in_code:
                self._fields[-1].code += child.text or ""
        elif tag in _DRAWINGS:
            if not style.hidden:
                self.drawings.read(child)
            elif words := words_in(child):
                self.hidden.append(words)
        elif tag == names.ALTERNATE:
            for inner in alternative(child):
                self._other(inner, inner.tag, style)
        elif self._codes:
            return
        elif tag in _SIGNS:
            if not style.hidden:
                self.parts.append(_SIGNS[tag])
        elif tag in _BREAKS:
            if not style.hidden or tag == _SEEN:
                self.broken = True
                self.parts.append(PAGE if child.get(_TYPE) == "page" else _BREAKS[tag])
        elif tag == _SYM:
            self._add(symbol(child.get(_FONT, ""), child.get(_CHAR, "")), style)
        elif tag in NOTE_REFERENCES:
            self.note_marks.add(NOTE_REFERENCES[tag])
        elif tag == _RUBY:
            for base in child.iterchildren(w("rubyBase")):
                self._read_all(base)
            if above := "".join(words_in(part) for part in child.iterchildren(w("rt"))):
                self._unread.add(
                    "ruby-text",
                    Message("Text above the line (ruby)"),
                    Message("was left out: {excerpt}", excerpt=excerpt(above)),
                )
        elif names.is_content_part(tag):
            self.drawings.imports.append(child)
        elif len(child):
            self._unread.words(child)

    def _field(self, mark: etree._Element, kind: str | None, style: RunFormat) -> None:
        if kind == "begin":
            form = mark.find(_FORM)
            self._fields.append(_Field(len(self.parts), None if form is None else form_value(form)))
            self._codes += 1
        elif not self._fields:
            return
        elif kind == "separate":
            field = self._fields[-1]
            if field.in_code:
                field.in_code = False
                field.begun = len(self.parts)
                self._codes -= 1
        elif kind == "end":
            field = self._fields.pop()
            if field.in_code:
                self._codes -= 1
            if len(self.parts) <= field.begun and (shown := field.form or field_without_result(field.code)):
                self._add(shown, style)
