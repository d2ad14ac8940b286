"""A stand-in for fonts that a PDF names but does not hold, so that a file is read alike on every machine.

PDFium looks for such a font (宋体 of an older Word, STSong-Light) among those that the machine has, and reads it whole, 16 MB
for a Chinese one, for each file. Where the machine has none it drops each text object whose glyphs show no ink: the
characters of narrow table columns, without a word. Reading needs a glyph's place, not its shape. So PDFium is given one
small font (TrueType, ISO/IEC 14496-22) whose glyph for every character is a box inside the character's own advance,
which the file states itself. The standard 14 fonts (ISO 32000-1, 9.6.2.2) are built into PDFium and stay as they are.
"""

from __future__ import annotations

import ctypes
import struct
from typing import Any

import pypdfium2.raw as raw

_STANDARD = (b"Courier", b"Helvetica", b"Times-")
_HANDLE = 1  # the one font's; any that is not null
_EM = 1000
_ASCENT, _DESCENT = 880, -120
_NARROW, _WIDE = (50, 200), (50, 950)  # left and right edge of the boxes; the narrowest letters are 0.2 em wide
_CJK = 0x2E80  # from here on characters are as wide as high
_WHOLE = 0  # the tag that stands for the file as a whole


def use_stand_in() -> None:
    """Gives PDFium the stand-in, for this process and for good: it keeps one source of fonts, and forgets none it has seen."""
    raw.FPDF_SetSystemFontInfo(_SOURCE)


def _box(left: int, right: int) -> bytes:
    """A glyph of one contour with four corners."""
    head = struct.pack(">5h", 1, left, _DESCENT, right, _ASCENT)
    xs = struct.pack(">4h", left, 0, right - left, 0)
    ys = struct.pack(">4h", _DESCENT, _ASCENT - _DESCENT, 0, _DESCENT - _ASCENT)
    return head + struct.pack(">2H", 3, 0) + bytes([1] * 4) + xs + ys


def _cmap() -> bytes:
    """All of Unicode on two glyphs: format 13, many to one. PDFium takes the first glyph, 0, for a character it lacks."""
    groups = [(0, _CJK - 1, 1), (_CJK, 0x10FFFF, 2)]
    table = b"".join(struct.pack(">3I", *group) for group in groups)
    subtable = struct.pack(">2H3I", 13, 0, 16 + len(table), 0, len(groups)) + table
    return struct.pack(">4HI", 0, 1, 3, 10, 12) + subtable


def font() -> bytes:
    """The stand-in as a TrueType file."""
    glyphs = [_box(*edges) for edges in (_NARROW, _NARROW, _WIDE)]
    size = len(glyphs[0])
    tables = {
        b"cmap": _cmap(),
        b"glyf": b"".join(glyphs),
        b"head": struct.pack(
            ">4I2H2Q4h2H3h", 1 << 16, 0, 0, 0x5F0F3CF5, 0, _EM, 0, 0, 0, _DESCENT, _EM, _ASCENT, 0, 8, 2, 1, 0
        ),
        b"hhea": struct.pack(">I3hH11hH", 1 << 16, _ASCENT, _DESCENT, 0, _EM, *[0] * 11, len(glyphs)),
        b"hmtx": struct.pack(">HhHhHh", _EM // 2, _NARROW[0], _EM // 2, _NARROW[0], _EM, _WIDE[0]),
        b"loca": struct.pack(">4I", *range(0, 4 * size, size)),
        b"maxp": struct.pack(">I14H", 1 << 16, len(glyphs), 4, 1, *[0] * 2, 1, *[0] * 8),
    }
    at = 12 + 16 * len(tables)
    directory, body = struct.pack(">I4H", 1 << 16, len(tables), 64, 2, 48), b""
    for tag, table in tables.items():
        directory += struct.pack(">4s3I", tag, 0, at + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return directory + body


def _map_font(
    _info: Any, _weight: int, _italic: int, _charset: int, _pitch: int, family: Any, _exact: Any
) -> int | None:
    name = ctypes.cast(family, ctypes.c_char_p).value or b""
    return None if name.startswith(_STANDARD) else _HANDLE


def _font_data(_info: Any, _font: Any, tag: int, buffer: Any, size: int) -> int:
    if tag != _WHOLE:
        return 0
    if buffer and size >= len(_FONT):
        ctypes.memmove(buffer, _FONT, len(_FONT))
    return len(_FONT)


def _source() -> Any:
    kinds = dict(raw.FPDF_SYSFONTINFO._fields_)
    return raw.FPDF_SYSFONTINFO(
        version=1, MapFont=kinds["MapFont"](_map_font), GetFontData=kinds["GetFontData"](_font_data)
    )


_FONT = font()
_SOURCE = _source()  # PDFium holds on to it
