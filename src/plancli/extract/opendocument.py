"""What OpenDocument files share (ISO/IEC 26300): names, encrypted parts, the text of a paragraph."""

from __future__ import annotations

from lxml import etree

from ..errors import Encrypted
from .filled_cells import colour
from .package import Package

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, STYLE, TABLE, TEXT, FO = (
    f"{{{_URN}office:1.0}}", f"{{{_URN}style:1.0}}", f"{{{_URN}table:1.0}}", f"{{{_URN}text:1.0}}",
    f"{{{_URN}xsl-fo-compatible:1.0}}",
)  # fmt: skip
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_SKIPPED = frozenset(
    (
        f"{OFFICE}annotation",
        f"{OFFICE}annotation-end",
        f"{TEXT}note",
        f"{TEXT}tracked-changes",
        f"{TEXT}ruby-text",
        f"{TEXT}bookmark",
    )
)
_MOST_BLANKS = 400


def part_of(package: Package, name: str) -> etree._Element:
    """A part of a package. Raises `Encrypted` where the manifest says that it is locked, else as `Package.xml`."""
    if "META-INF/manifest.xml" in package:
        manifest = package.read("META-INF/manifest.xml")
        if b"encryption-data" in manifest:
            raise Encrypted("the document is locked with a password")
    return package.xml(name)


def lines_of(parent: etree._Element) -> list[str]:
    """The lines of the paragraphs in an element, lists and what else holds paragraphs looked into."""
    found: list[str] = []
    for element in parent.iter(*PARAGRAPHS):
        if not any(above.tag in _SKIPPED for above in element.iterancestors()):
            found += paragraph_text(element).split("\n")
    return found


def paragraph_text(element: etree._Element) -> str:
    """The text of a paragraph with its blanks and tabs; a line break is a line feed."""
    pieces: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if node is not element and (node.tag in _SKIPPED or node.tag in PARAGRAPHS):
                walk.skip_subtree()
            elif node.tag == f"{TEXT}s":
                pieces.append(" " * _blanks(node.get(f"{TEXT}c")))
            elif node.tag == f"{TEXT}tab":
                pieces.append("\t")
            elif node.tag == f"{TEXT}line-break":
                pieces.append("\n")
            elif node.text:
                pieces.append(" ".join(node.text.split("\n")))
        elif node is not element and node.tail:
            pieces.append(" ".join(node.tail.split("\n")))
    return "".join(pieces)


def _blanks(count: str | None) -> int:
    try:
        return max(1, min(int(count), _MOST_BLANKS)) if count else 1
    except ValueError:
        return 1


def grounds(root: etree._Element) -> dict[str, str]:
    """The colour of each of a part's own styles of cells that has one which is not white."""
    found: dict[str, str] = {}
    for style in root.iterfind(f"{OFFICE}automatic-styles/{STYLE}style"):
        for part in style.iterchildren(f"{STYLE}table-cell-properties"):
            if ground := colour(part.get(f"{FO}background-color")):
                found[style.get(f"{STYLE}name") or ""] = ground
    return found
