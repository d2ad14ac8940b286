"""The bytes of a web page → its tree of elements, without what a reader does not see."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from ...errors import Corrupt, Empty, TooLarge
from ...language.script import fold_forms
from ...messages import Message
from ...model.settings import Limits
from ...model.source import Note
from ..text.encoding import DOUBTFUL, decode, likelihood
from .cell_colours import CellColours
from .elements import names_of, words_in
from .frames import Held, show_frames
from .generated import numbers_written
from .sheet import style_rules
from .styles import PageStyles
from .unseen import take_unseen

_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*>", re.I)
_REFERENCE = re.compile(rb"&#(?:[xX]0*([0-9a-fA-F]{1,6})|0*([0-9]{1,7}))(?![0-9a-fA-F]);?")
# what no tree can hold, and marks of byte order that were left in a text
_CONTROLS = bytes(sorted({*range(0x20), 0x7F} - set(b"\t\n\f\r")))
_SIGNS = "\ufeff\ufffe\uffff"
_NOT_HELD = frozenset((*_CONTROLS, *b"\f", *map(ord, _SIGNS), *range(0xD800, 0xE000)))
_BLANK_FORM_FEED = bytes.maketrans(b"\f", b" ")
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
_WIDER_CODECS = {"big5": "big5hkscs", "big5-hkscs": "big5hkscs", "gb2312": "gb18030", "gbk": "gb18030"}


@dataclass(slots=True)
class WebPage:
    """A page's tree, the styles of its elements and the names of those that have some (class and id); `hidden` are the words
    that a reader does not see, `numbers` what the style sheet counts and writes before an element, `colours` what is said of
    grounds."""

    root: etree._Element
    styles: PageStyles
    names: dict[etree._Element, str] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    numbers: dict[etree._Element, str] = field(default_factory=dict)
    colours: CellColours = field(default_factory=CellColours)
    notes: list[Note] = field(default_factory=list)
    elements: list[etree._Element] = field(default_factory=list)  # held, so that they are made once for all who ask


def read_page(data: bytes, limits: Limits, address: str = "", held: Held | None = None) -> WebPage:
    """The bytes of a page → its tree, with the frames that are `held` with it (by its `address`). Raises `TooLarge`, `Empty` or
    `Corrupt`."""
    room = limits.text_bytes

    def parse(data: bytes) -> etree._Element:
        nonlocal room
        if (room := room - len(data)) < 0:
            raise TooLarge(
                "the page has {count:,} bytes, more than the {most:,} allowed",
                count=limits.text_bytes - room,
                most=limits.text_bytes,
            )
        return _tree(data, notes)

    notes: list[Note] = []
    root = parse(data)
    show_frames(root, address, held or (lambda said, base: None), parse)
    sheet = list(style_rules(root))
    elements = list(root.iter())
    styles = PageStyles(root, sheet)
    hidden = take_unseen(root, styles, notes)
    _fold(root)
    numbers = numbers_written(root, sheet)  # what is hidden is not counted
    return WebPage(root, styles, names_of(root), hidden, numbers, CellColours(sheet), notes, elements)


def _tree(data: bytes, notes: list[Note]) -> etree._Element:
    """The bytes of a page → the root of its elements; what is to be said of its encoding goes to the notes."""
    text = _text(data, notes)
    for sign in _SIGNS:
        if sign in text:  # far quicker than to replace nothing
            text = text.replace(sign, "")
    text = _without_server_code(text)
    written = text.encode("utf-8", "ignore").translate(_BLANK_FORM_FEED, _CONTROLS)
    if b"&#" in written:
        written = _REFERENCE.sub(_without_control, written)
    written = _DECLARATION.sub(b"", written, count=1)
    if not written.strip():
        raise Empty("the page has no text")
    try:
        root = etree.fromstring(written, parser=_PARSER)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise Corrupt("the page has no elements that can be read: {error}", error=error) from error
    if root is None:
        raise Corrupt("the page has no elements that can be read")
    return root


def _without_server_code(text: str) -> str:
    """A page without what its server would have run: <%@ page … %>, <% … %>; what nothing closes stays."""
    pieces = text.split("<%") if "%>" in text else [text]
    kept = [pieces[0]]
    for piece in pieces[1:]:
        _, closed, shown = piece.partition("%>")
        kept.append(shown if closed else f"<%{piece}")
    return "".join(kept)


def _text(data: bytes, notes: list[Note]) -> str:
    """The text by its bytes, what the page says of its charset being one witness among others."""
    decoded = decode(data)
    if decoded.codec != "utf-8" and (said := _CHARSET.search(data[:4096])) and not data.startswith((b"\xff", b"\xfe")):
        name = said[1].decode("ascii", "replace").lower()
        codec = _WIDER_CODECS.get(name, name)
        try:
            meant = type(decoded)(data.decode(codec), codec)
        except (UnicodeDecodeError, LookupError):
            meant = None
        if meant is not None and likelihood(meant) >= likelihood(decoded):
            decoded = meant
    if decoded.replaced:
        notes.append(
            (
                "undecodable-text",
                Message(
                    "{count} place is no {codec} text and was read as \ufffd",
                    "{count} places are no {codec} text and were read as \ufffd",
                    count=decoded.replaced,
                    codec=decoded.codec,
                ),
                None,
            )
        )
    if (likely := likelihood(decoded)) < DOUBTFUL and len(decoded.text) > 50:
        message = Message(
            "the encoding ({codec}) is a guess: {share:.0%} of the characters are usual ones",
            codec=decoded.codec,
            share=max(likely, 0),
        )
        notes.append(("doubtful-encoding", message, None))
    return decoded.text


def _fold(root: etree._Element) -> None:
    """The usual forms of characters in place of others, where a page's words have some: its mark-up, most of a page, has none."""
    words = words_in(root)
    if fold_forms(words) == words:
        return
    for element in root.iter():
        if text := element.text:
            element.text = fold_forms(text)
        if tail := element.tail:
            element.tail = fold_forms(tail)


def _without_control(reference: re.Match[bytes]) -> bytes:
    """A character reference, or nothing where it stands for what no tree can hold (`&#1;`)."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return b"" if code in _NOT_HELD else reference[0]
