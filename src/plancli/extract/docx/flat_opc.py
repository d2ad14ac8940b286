"""Flat OPC: a Word document whose parts stand in one XML file (Word's .xml, and what office systems send out as .doc).

The parts are packed as a DOCX would have them and read by its reader (ECMA-376 part 2; [MS-OPCXML] has the flat form).
"""

from __future__ import annotations

import base64
import binascii
import io
import zipfile

from lxml import etree

from ...errors import Corrupt, TooLarge
from ...model.settings import Settings
from ...model.source import Source
from ..package import parse_xml

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"


def extract_flat_opc(data: bytes, *, settings: Settings) -> Source:
    """The bytes of a flat document → its lines and tables. Raises an `errors.InputError`."""
    from . import extract_docx

    if len(data) > settings.limits.unpacked_bytes:
        raise TooLarge(
            "the document has {count:,} bytes, over the limit of {most:,}",
            count=len(data),
            most=settings.limits.unpacked_bytes,
        )
    return extract_docx(_packed(parse_xml(data, "package", settings.limits)), settings=settings)


def _packed(root: etree._Element) -> bytes:
    """The parts as a package."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in {
            part.get(f"{_PKG}name") or "": _content(part) for part in root.iter(f"{_PKG}part")
        }.items():
            if content is not None:
                package.writestr(name.lstrip("/"), content)
        if not package.namelist():
            raise Corrupt("the document has no parts")
    return packed.getvalue()


def _content(part: etree._Element) -> bytes | None:
    """The bytes of one part, None where it has none."""
    for child in part.iterchildren(f"{_PKG}xmlData", f"{_PKG}binaryData"):
        if child.tag == f"{_PKG}xmlData":
            return (
                etree.tostring(child[0], encoding="utf-8", xml_declaration=True, with_tail=False)
                if len(child)
                else None
            )
        try:
            return base64.b64decode(child.text or "")
        except (binascii.Error, ValueError):
            return None  # a picture, most often; no text is lost with it
    return None
