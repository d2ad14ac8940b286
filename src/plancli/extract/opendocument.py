"""What OpenDocument files share (ISO/IEC 26300): names, encrypted parts, the text of a paragraph."""

from __future__ import annotations

from collections.abc import Iterable

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
_MOST_STYLES = 20  # that are based on each other


def part_of(package: Package, name: str) -> etree._Element:
    """A part of a package. Raises `Encrypted` where the manifest says that it is locked, else as `Package.xml`."""
    if "META-INF/manifest.xml" in package:
        manifest = package.read("META-INF/manifest.xml")
        if b"encryption-data" in manifest:
            raise Encrypted("the document is locked with a password")
    return package.xml(name)


class UnseenStyles:
    """The styles of a document by which words are struck out or not shown, and the words that were left out by them."""

    def __init__(self, parts: Iterable[etree._Element]) -> None:
        self.words: list[str] = []
        styles = [style for part in parts for style in part.iter(f"{STYLE}style")]
        based = {_key(style): (style.get(f"{STYLE}family"), style.get(f"{STYLE}parent-style-name")) for style in styles}
        said = {_key(style): unseen for style in styles if (unseen := _is_unseen(style)) is not None}
        self._names: set[tuple[str | None, str | None]] = set()
        for key in based if any(said.values()) else ():
            above: tuple[str | None, str | None] | None = key
            for _ in range(_MOST_STYLES):
                if above is None or above in said:
                    break
                above = based.get(above)
            if above is not None and said.get(above):
                self._names.add(key)

    def hide(self, family: str, name: str | None) -> bool:
        """Whether words in this style are left out."""
        return (family, name) in self._names

    def take(self, element: etree._Element) -> bool:
        """Whether a span of a paragraph is left out; its words are kept aside."""
        if not self._names or element.tag != f"{TEXT}span" or not self.hide("text", element.get(f"{TEXT}style-name")):
            return False
        self.words.append(str(element.xpath("string()")))
        return True


def _key(style: etree._Element) -> tuple[str | None, str | None]:
    return style.get(f"{STYLE}family"), style.get(f"{STYLE}name")


def _is_unseen(style: etree._Element) -> bool | None:
    """Whether a style strikes out or hides words; None where it leaves that to the one that it is based on."""
    for properties in style.iterchildren(f"{STYLE}text-properties"):
        lines = [properties.get(f"{STYLE}text-line-through-{what}") for what in ("style", "type")]
        display = properties.get(f"{TEXT}display")
        if any(lines) or display:
            return display == "none" or ("none" not in lines and any(lines))
    return None


def lines_of(parent: etree._Element, unseen: UnseenStyles | None = None) -> list[str]:
    """The lines of the paragraphs in an element, lists and what else holds paragraphs looked into; what is unseen is left out."""
    found: list[str] = []
    for element in parent.iter(*PARAGRAPHS):
        if not any(above.tag in _SKIPPED for above in element.iterancestors()):
            found += paragraph_text(element, unseen).split("\n")
    return found


def paragraph_text(element: etree._Element, unseen: UnseenStyles | None = None) -> str:
    """The text of a paragraph with its blanks and tabs; a line break is a line feed. What is unseen is left out."""
    pieces: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if node is not element and (
                node.tag in _SKIPPED or node.tag in PARAGRAPHS or (unseen and unseen.take(node))
            ):
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
