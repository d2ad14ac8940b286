"""The zip package of an office file, opened with its guards on (ECMA-376 part 2; OpenDocument and OFD pack alike).

Only the parts that are asked for are unpacked. Each is counted while it is inflated, not as it declares itself; its XML
may have no document type and no more depth than allowed.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cached_property

from lxml import etree

from ..errors import Corrupt, Encrypted, TooLarge, ZipBomb
from ..model.settings import Limits

_CHUNK = 1 << 18
_RATIO_FLOOR = 1 << 20  # a part below this size is harmless at any ratio
_DECLARED_FLOOR = 100 << 20  # parts that are never unpacked (pictures) count by what they declare, and more mildly

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")  # of XML parts
_STRICT = "http://purl.oclc.org/ooxml/"
_STRICT_NAMES = (
    (
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    ("http://purl.oclc.org/ooxml/officeDocument/math", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    struct.error,
    OSError,
    ValueError,
    KeyError,
)


class Package:
    """A package by the names of its parts. Raises `ZipBomb`, `TooLarge`, `Encrypted` or `Corrupt`, here and when read."""

    def __init__(self, data: bytes, limits: Limits, *, main: str = "word/document.xml") -> None:
        """`main` is where the main part stands if no relationship names it."""
        self._main = main
        self._limits = limits
        self._size = len(data)
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN_ZIP as error:
            raise Corrupt("the package cannot be opened: {error}", error=error) from error
        entries = self._zip.infolist()
        if len(entries) > limits.zip_entries:
            raise TooLarge(
                "the package has {count} entries, more than the {most} allowed",
                count=len(entries),
                most=limits.zip_entries,
            )
        declared = sum(entry.file_size for entry in entries)
        if declared > limits.unpacked_bytes or (
            declared > _DECLARED_FLOOR and declared > limits.zip_ratio * max(len(data), 1)
        ):
            raise ZipBomb("{count:,} bytes would unpack to {declared:,}", count=len(data), declared=declared)
        # Part names are compared without regard to case; some writers use backslashes.
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def read(self, name: str) -> bytes:
        """The unpacked bytes of a part."""
        entry = self._entries.get(name.lower())
        if entry is None:
            raise Corrupt("the part {name} is missing", name=name)
        if entry.flag_bits & 1:
            raise Encrypted("the part {name} is locked with a password", name=name)
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._check(name, size, min(entry.compress_size, self._size))
                    chunks.append(chunk)
        except BROKEN_ZIP as error:
            raise Corrupt("the part {name} cannot be unpacked: {error}", name=name, error=error) from error
        self._unpacked += size
        return b"".join(chunks)

    def _check(self, name: str, size: int, packed: int) -> None:
        if self._unpacked + size > self._limits.unpacked_bytes:
            raise ZipBomb(
                "the package unpacks to more than the {most:,} bytes allowed", most=self._limits.unpacked_bytes
            )
        if size > _RATIO_FLOOR and size > self._limits.zip_ratio * max(packed, 1):
            raise ZipBomb(
                "the part {name} unpacks to more than {most} times its size", name=name, most=self._limits.zip_ratio
            )

    def xml(self, name: str, *, prepare: Callable[[bytes], bytes] | None = None) -> etree._Element:
        """The root element of a part, whose bytes `prepare` may trim; names of strict Open XML (ISO 29500) are given as
        their transitional twins."""
        data = self.read(name)
        if prepare is not None:
            data = prepare(data)
        for encoding in _ENCODINGS:
            if _STRICT.encode(encoding) in data:
                for strict, transitional in _STRICT_NAMES:
                    data = data.replace(strict.encode(encoding), transitional.encode(encoding))
        return parse_xml(data, name, self._limits)

    @cached_property
    def document(self) -> str:
        """The name of the main document part, by the package's relationships, else where Word puts it."""
        for _, kind, target in self._relationships(""):
            if kind == "officeDocument" and target in self:
                return target
        if self._main in self:
            return self._main
        raise Corrupt("the package has no main document part")

    def related(self, kind: str) -> str | None:
        """The part that the main document names as its `styles`, `numbering` …; None where there is none."""
        for _, found, target in self._document_relationships:
            if found == kind and target in self:
                return target
        return None

    def target(self, relationship: str | None) -> str | None:
        """The part that the main document names by the id of a relationship; None where there is none."""
        found = next((part for id, _, part in self._document_relationships if id == relationship), None)
        return found if found is not None and found in self else None

    @cached_property
    def _document_relationships(self) -> list[tuple[str | None, str, str]]:
        return self._relationships(self.document)

    def _relationships(self, source: str) -> list[tuple[str | None, str, str]]:
        """(id, kind, part name) of each internal relationship of a part; "" is the package itself."""
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self:
            return []
        found = []
        for relationship in self.xml(name):
            if relationship.get("TargetMode") == "External":
                continue
            target = (relationship.get("Target") or "").replace("\\", "/")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append((relationship.get("Id"), (relationship.get("Type") or "").rpartition("/")[2], path))
        return found


def parse_xml(data: bytes, name: str, limits: Limits) -> etree._Element:
    """XML bytes → root element, without document type, entities, comments or processing instructions."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True,
        collect_ids=False,
    )  # fmt: skip
    if b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data or "<!DOCTYPE".encode("utf-16-be") in data:
        raise Corrupt("the part {name} has a document type, which no Office program writes", name=name)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "xcessive depth" in str(error):
            raise _too_deep(name, limits) from error
        raise Corrupt("the part {name} is no well-formed XML: {error}", name=name, error=error) from error
    except ValueError as error:
        raise Corrupt("the part {name} is no well-formed XML: {error}", name=name, error=error) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Corrupt("the part {name} has a document type, which no Office program writes", name=name)
    # One step a level: libxml2 stops at the deepest element, so this costs a single pass.
    try:
        too_deep = root.xpath("boolean(" + "/*" * (limits.xml_depth + 1) + ")")
    except etree.XPathError as error:  # more elements on one level than libxml2 can hold
        raise TooLarge("the part {name} has too many elements", name=name) from error
    if too_deep:
        raise _too_deep(name, limits)
    return root


def _too_deep(name: str, limits: Limits) -> TooLarge:
    return TooLarge(
        "the part {name} nests its elements more than {most} deep",
        "Open it in its own program and save it again.",
        name=name,
        most=limits.xml_depth,
    )
