"""What the fonts of a PDF say of their characters (ToUnicode, ISO 32000-1, 9.10.3) where PDFium does not take it: it leaves out a whole
group of ranges when one of them runs over the end of a byte, as those that macOS writes do."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

from ...grammar.pattern import Pattern

_GROUP = Pattern(r"beginbf(char|range)(.*?)endbf\1", 16)  # re.DOTALL
_STRING = Pattern(r"<\s*([0-9A-Fa-f\s]*)>|(\[)|(\])")
_LAST_CODE = 0xFFFF  # of a font's characters (9.7.4.3)
_MOST_OBJECTS = 50_000  # of a file
_LONGEST = 1 << 20  # bytes of a map
_MOST_CHARACTERS = 1_000_000  # of all maps


class Meanings:
    """What characters mean in the fonts of a file, which is read for it once, when first asked; `asked` tells that it was."""

    def __init__(self, data: bytes = b"", password: str | None = None) -> None:
        self._data, self._password = data, password
        self._fonts: dict[str, dict[int, str]] = {}
        self.asked = False

    def of(self, font: str, code: int) -> str:
        """What a character, by its code, means in a font, by its name; "" where the font does not say."""
        if not self.asked:
            self.asked = True
            with suppress(Exception):  # a file that pdfminer cannot read
                self._fonts = _fonts(self._data, self._password)
        return self._fonts.get(font, {}).get(code, "")


def said_by(text: str) -> dict[int, str]:
    """The map of a ToUnicode stream: the code of each character, and what it means."""
    found: dict[int, str] = {}
    for kind, group in _GROUP.findall(text):
        strings = _strings(group)
        if kind == "char":
            found.update((_code(code), _text(said)) for code, said in zip(strings, strings, strict=False))
            continue
        for first, last, said in zip(strings, strings, strings, strict=False):
            codes = range(_code(first), min(_code(last), _LAST_CODE) + 1)
            if isinstance(said, list):
                found.update(zip(codes, map(_text, said), strict=False))
            elif start := _text(said):
                found.update((code, start[:-1] + _after(start[-1], k)) for k, code in enumerate(codes))
    return found


def _strings(group: str) -> Iterator[Any]:
    """The strings of a group in hexadecimal digits; those in square brackets as a list."""
    held: list[str] | None = None
    for digits, opening, closing in _STRING.findall(group):
        digits = "".join(digits.split())
        if opening:
            held = []
        elif closing:
            yield held or []
            held = None
        elif held is not None:
            held.append(digits)
        else:
            yield digits


def _code(digits: Any) -> int:
    return int(digits or "0", 16) if isinstance(digits, str) else 0


def _text(digits: Any) -> str:
    if not isinstance(digits, str):
        return ""
    return bytes.fromhex(digits + "0" * (len(digits) % 2)).decode("utf-16-be", "replace")


def _after(character: str, k: int) -> str:
    return chr(min(ord(character) + k, sys.maxunicode))


def _fonts(data: bytes, password: str | None) -> dict[str, dict[int, str]]:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import PDFObjRef

    document = PDFDocument(PDFParser(io.BytesIO(data)), password=password or "")
    found: dict[str, dict[int, str]] = {}
    numbers = (number for xref in document.xrefs for number in xref.get_objids())
    for number in islice(numbers, _MOST_OBJECTS):
        if sum(map(len, found.values())) > _MOST_CHARACTERS:
            break
        try:
            font: Any = document.getobj(number)
            held = font.get("ToUnicode") if isinstance(font, dict) else None
            stream: Any = document.getobj(held.objid) if isinstance(held, PDFObjRef) else held
            if hasattr(stream, "get_data") and len(stream.rawdata or b"") < _LONGEST:
                name = getattr(font.get("BaseFont"), "name", "")
                found.setdefault(name, {}).update(said_by(stream.get_data()[:_LONGEST].decode("latin-1")))
        except Exception:  # an object that is broken: the others may tell
            continue
    return found
