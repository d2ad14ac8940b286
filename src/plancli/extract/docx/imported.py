"""Documents in a document: what Word imports when it opens it (altChunk), what is joined to it (subDoc), Word documents and
workbooks (XLSX) that are embedded and shown (OLE). Read where they stand (ECMA-376 part 1, 17.17.2).

Programs that make Word files of web pages write nothing but an altChunk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from ...errors import InputError
from ...messages import Message
from ...model.settings import Settings
from ...model.source import Block, Cell, Line, Note, Source, Table
from ..package import Package
from ..sniff import sniff
from . import names
from .unread import excerpt

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _docx(data: bytes, settings: Settings) -> Source:
    from . import extract_docx

    return extract_docx(data, settings=settings, imports=False)  # a package may hold itself


def _html(data: bytes, settings: Settings) -> Source:
    from ..html import extract_html

    return extract_html(data, settings=settings)


def _mhtml(data: bytes, settings: Settings) -> Source:
    from ..mail import extract_mhtml

    return extract_mhtml(data, settings=settings)


def _rtf(data: bytes, settings: Settings) -> Source:
    from ..rtf import extract_rtf

    return extract_rtf(data, settings=settings)


def _text(data: bytes, settings: Settings) -> Source:
    from ..text.reader import extract_text

    return extract_text(data, settings=settings)


def _xlsx(data: bytes, settings: Settings) -> Source:
    from ..spreadsheet import extract_xlsx

    return extract_xlsx(data, settings=settings, embedded=True)


_EMBEDDED = (_docx, _xlsx)
_READERS: dict[str, Callable[[bytes, Settings], Source]] = {
    "docx": _docx,
    "xlsx": _xlsx,
    "html": _html,
    "mhtml": _mhtml,
    "rtf": _rtf,
    "text": _text,
}


class Imports:
    """The documents that the parts of a package hold; each is read once, however often it is named."""

    def __init__(self, package: Package, settings: Settings) -> None:
        self._package = package
        self._settings = settings
        self._read: set[str] = set()
        self.notes: list[Note] = []  # of those that were read

    def blocks(self, element: etree._Element) -> list[Block] | None:
        """What a document shows that an element names by its relationship; None where the package has none, or none that is
        read here. Raises an `errors.InputError`."""
        part = self._package.target(element.get(_ID))
        if part is None or part in self._read or element.get("DrawAspect") == "Icon":
            return None
        self._read.add(part)
        data = self._package.read(part)
        reader = next((_READERS[name] for name in sniff(data).extractors if name in _READERS), None)
        if reader is None or (element.tag == names.OLE_OBJECT and reader not in _EMBEDDED):
            return None
        source = reader(data, self._settings)
        self.notes += [(code, message, None) for code, message, _ in source.notes]
        return source.blocks

    def words(self, element: etree._Element) -> str:
        """All text of the part in XML that an element names by its relationship (SVG, ink, a form's data), as far as it has any."""
        part = self._package.target(element.get(_ID))
        if part is None:
            return ""
        try:
            pieces = map(str, self._package.xml(part).itertext())
            return " ".join("".join(piece.split()) for piece in pieces if piece.strip())
        except InputError:  # a part that is no XML
            return ""


def lines_and_cells(blocks: list[Block]) -> Iterator[Line | Cell]:
    """Each line of some blocks, in order, and each cell before its lines."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        elif isinstance(block, Table):
            for cell in block.cells():
                yield cell
                yield from cell.lines


def named(element: etree._Element, words: str = "") -> tuple[Message, Message]:
    """What a document is that was not read, and what a user does about it; `words` are those of a part that is none."""
    if names.is_content_part(element.tag):
        said = Message("was not read: {excerpt}", excerpt=excerpt(words)) if words else Message("was not read")
        return Message("What a part of its own shows (contentPart)"), said
    if element.tag == names.SUB_DOCUMENT:
        return Message("A subdocument"), Message("was not read; parse it by itself")
    if element.tag == names.ALT_CHUNK:
        return Message("An imported document (altChunk)"), Message("was not read")
    kind = (element.get("ProgID") or "file")[:40]
    said = Message("was not read; open it, and save it as a file of its own")
    return Message("An embedded {kind}", kind=kind), said
