"""DOCX: the package is opened with its guards on, the body walked element by element, the numbers computed.

Read with zipfile and lxml rather than through a document library: only the three parts that are needed are unpacked,
each under a limit, and a package with a broken picture or an odd content type is read all the same.
"""

from __future__ import annotations

from ...errors import Corrupt, Empty, NoTextLayer
from ...messages import Message
from ...model.settings import Settings
from ...model.source import Line, Source, Table
from ..package import Package
from .body import DocxBody
from .imported import Imports
from .names import w
from .numbering import Numbering
from .styles import Styles, without_table_styles
from .unread import excerpt
from .wrappers import block_elements

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def extract_docx(data: bytes, *, settings: Settings, imports: bool = True) -> Source:
    """The bytes of a DOCX file → its lines and tables, those of documents in it among them unless `imports` is False.

    Raises an `errors.InputError`.
    """
    package = Package(data, settings.limits)
    root = package.xml(package.document)
    content = root.find(w("body"))
    if root.tag != w("document") or content is None:
        raise Corrupt("the main part of the package is no Word document")
    styles_part, numbering_part = package.related("styles"), package.related("numbering")
    styles = Styles(package.xml(styles_part, prepare=without_table_styles) if styles_part else None)
    numbering = Numbering(lambda: package.xml(numbering_part) if numbering_part else None, styles)
    paged = next(content.iter(w("lastRenderedPageBreak")), None) is not None
    imported = Imports(package, settings) if imports else None
    body = DocxBody(styles, numbering, settings.limits, imported, paged=paged)
    source = Source(body.blocks(block_elements(content)), MEDIA_TYPE, pages=body.page)
    for number, table in enumerate((block for block in source.blocks if isinstance(block, Table)), 1):
        table.number = number
    for beside in root:
        if beside is not content and len(beside):
            body.unread.words(beside)
    _note(body, package, source)
    source.notes += imported.notes if imported is not None else []
    if not any(_has_text(block) for block in source.blocks if isinstance(block, Line | Table)):
        if body.runs.drawings.pictures:
            raise NoTextLayer(
                "the document holds pictures only", "Save it as PDF and run OCR on that (ocrmypdf -l chi_sim)."
            )
        raise Empty("the document has no text")
    return source


def _note(body: DocxBody, package: Package, source: Source) -> None:
    """Say what was left out of the text, and why."""
    for kind in sorted(body.runs.note_marks):
        part = package.related(kind)
        if part is not None:
            words = "".join(text.text or "" for text in package.xml(part).iter(w("t"))).strip()
            source.notes.append(
                (
                    "footnote-text",
                    Message(
                        "{count} character of {what} was left out: {excerpt}",
                        "{count} characters of {what} were left out: {excerpt}",
                        count=len(words),
                        what=Message(kind),
                        excerpt=excerpt(words),
                    ),
                    None,
                )
            )
    hidden = "".join(body.runs.hidden).strip()
    if hidden:
        source.notes.append(
            (
                "hidden-text",
                Message(
                    "{count} character of hidden text was left out: {excerpt}",
                    "{count} characters of hidden text were left out: {excerpt}",
                    count=len(hidden),
                    excerpt=excerpt(hidden),
                ),
                None,
            )
        )
    source.notes.extend(body.unread.notes())


def _has_text(block: Line | Table) -> bool:
    if isinstance(block, Line):
        return bool(block.text.strip())
    return any(line.text.strip() for cell in block.cells() for line in cell.lines)
