"""DOCX packages written by hand: a body of WordprocessingML, and the parts that it needs."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)


def root(name: str, content: str, *, main: str = TRANSITIONAL) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{main}" {_NAMESPACES}>{content}</w:{name}>'


def build(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    main: str = TRANSITIONAL,
    extra: dict[str, bytes] | None = None,
) -> bytes:
    """A package whose document has this body (mark-up between `<w:body>` and its end)."""
    parts = {"word/document.xml": root("document", f"<w:body>{body}</w:body>", main=main)}
    targets = []
    for kind, content in (("styles", styles), ("numbering", numbering), ("footnotes", footnotes)):
        if content:
            parts[f"word/{kind}.xml"] = root(kind, content, main=main)
            targets.append(f'<Relationship Id="r-{kind}" Type="{_RELATIONSHIPS}/{kind}" Target="{kind}.xml"/>')
    package_relationships = f'<Relationship Id="r1" Type="{_RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>'
    space = "http://schemas.openxmlformats.org/package/2006"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = [f'<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>'] + [
        f'<Override PartName="/{name}" ContentType="{word}.{name[5:-4]}+xml"/>'
        for name in parts
        if name != "word/document.xml"
    ]
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{space}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{''.join(overrides)}</Types>"
    )
    parts["_rels/.rels"] = f'<Relationships xmlns="{space}/relationships">{package_relationships}</Relationships>'
    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{space}/relationships">{"".join(targets)}</Relationships>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
        for name, data in (extra or {}).items():
            package.writestr(name, data)
    return buffer.getvalue()


def text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def run(content: str, properties: str = "") -> str:
    """A run; content is text, or mark-up where it begins with `<`."""
    inner = content if content.startswith("<") else text(content)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; content is text, or runs where it begins with `<`."""
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def numbered(content: str, num_id: int, ilvl: int = 0) -> str:
    return p(content, f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num_id}"/></w:numPr>')


def tc(content: str = "", properties: str = "") -> str:
    """A cell; content is text, or blocks where it begins with `<`."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def level(ilvl: int, number_format: str, pattern: str, extra: str = "", *, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{extra}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract_number: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{overrides}</w:num>'
