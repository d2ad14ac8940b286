"""The package of an OFD file (GB/T 33190—2016): its documents, their pages, templates and annotations."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ...errors import Corrupt, Encrypted, TooLarge
from ...model.settings import Limits
from ..package import Package

Size = tuple[float, float, float, float]  # left, top, width, height in millimetres
_A4: Size = (0.0, 0.0, 210.0, 297.0)
_ENTRY = "ofd.xml"


@dataclass(slots=True)
class PagePart:
    """A page: its area, and the parts that draw it, from the lowest to the topmost."""

    area: Size
    layers: list[etree._Element] = field(default_factory=list)
    broken: bool = False


class Ofd:
    """An OFD file, opened. Raises an `errors.InputError`."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._package = Package(data, limits, main=_ENTRY)
        if _ENTRY not in self._package:
            if any(name in self._package for name in ("encryptions.xml", "decryptseed.dat", "entriesmap.dat")):
                raise Encrypted("the OFD document is locked")
            raise Corrupt("the package has no OFD.xml")
        if "encryptions.xml" in self._package:
            raise Encrypted("the OFD document is locked")
        self._roots = [root for body in named(self._package.xml(_ENTRY), "DocBody") for root in texts(body, "DocRoot")]
        if not self._roots:
            raise Corrupt("the OFD file names no document")

    def pages(self) -> Iterator[PagePart]:
        """The pages of all documents, in order."""
        for root in self._roots:
            yield from self._document(root.replace("\\", "/").lstrip("/"))

    def _document(self, path: str) -> Iterator[PagePart]:
        folder = posixpath.dirname(path)
        document = self._package.xml(path)
        area = next((found for part in named(document, "PageArea") if (found := area_of(part))), _A4)
        templates = {
            part.get("ID", ""): self._part(folder, part.get("BaseLoc")) for part in named(document, "TemplatePage")
        }
        notes = self._annotations(folder, document)
        count = 0
        for holder in named(document, "Pages"):
            for entry in named(holder, "Page"):
                count += 1
                if count > self._limits.pages:
                    raise TooLarge("the OFD document has more than the {most} pages allowed", most=self._limits.pages)
                yield self._page(folder, entry, area, templates, notes)

    def _page(
        self,
        folder: str,
        entry: etree._Element,
        area: Size,
        templates: dict[str, etree._Element | None],
        notes: dict[str, list[etree._Element]],
    ) -> PagePart:
        content = self._part(folder, entry.get("BaseLoc"))
        if content is None:
            return PagePart(area, broken=True)
        own = next(
            (found for name in ("Area", "PageArea") for part in named(content, name) if (found := area_of(part))), area
        )
        below: list[etree._Element] = []
        above: list[etree._Element] = []
        for use in named(content, "Template"):
            template = templates.get(use.get("TemplateID", ""))
            if template is not None:
                (above if use.get("ZOrder") == "Foreground" else below).append(template)
        return PagePart(own, [*below, content, *above, *notes.get(entry.get("ID", ""), [])])

    def _annotations(self, folder: str, document: etree._Element) -> dict[str, list[etree._Element]]:
        """What annotations show, by page; those that are not to be seen are none."""
        found: dict[str, list[etree._Element]] = {}
        for path in texts(document, "Annotations"):
            index = self._part(folder, path)
            base = posixpath.dirname(posixpath.join(folder, path.lstrip("/")))
            for page in named(index, "Page") if index is not None else ():
                for location in texts(page, "FileLoc"):
                    part = self._part(base, location)
                    for note in named(part, "Annot") if part is not None else ():
                        if note.get("Visible", "true") != "false" and note.get("Type") != "Watermark":
                            found.setdefault(page.get("PageID", ""), []).extend(named(note, "Appearance"))
        return found

    def _part(self, folder: str, path: str | None) -> etree._Element | None:
        """A part by its path, which counts from the folder or, led by a slash, from the package."""
        if not path:
            return None
        path = path.replace("\\", "/")
        whole = path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))
        for name in (whole, posixpath.normpath(posixpath.join(folder, path.lstrip("/")))):
            if name in self._package:
                try:
                    return self._package.xml(name)
                except Corrupt:
                    return None
        return None


def local(element: etree._Element) -> str:
    """An element's name without its namespace, which writers spell in several ways."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def named(root: etree._Element, name: str) -> list[etree._Element]:
    """The elements of a name beneath another."""
    return [element for element in root.iter(f"{{*}}{name}") if element is not root]


def texts(root: etree._Element, name: str) -> list[str]:
    """What the elements of a name say."""
    return [element.text.strip() for element in named(root, name) if element.text and element.text.strip()]


def numbers(value: str | None) -> list[float]:
    """`0 0 210 297` → its numbers; what is none is left out."""
    found: list[float] = []
    for piece in (value or "").split():
        try:
            number = float(piece)
        except ValueError:
            continue
        if abs(number) < 1e7:
            found.append(number)
    return found


def area_of(part: etree._Element) -> Size | None:
    """The box of a page that is shown."""
    for name in ("PhysicalBox", "CropBox", "ApplicationBox", "ContentBox"):
        for text in texts(part, name):
            box = numbers(text)
            if len(box) == 4 and box[2] > 0 and box[3] > 0:
                return box[0], box[1], box[2], box[3]
    return None
