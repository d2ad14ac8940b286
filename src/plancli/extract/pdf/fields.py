"""Filled fields of a form that have a value and no appearance (ISO 32000-1, 12.7.3.3: /NeedAppearances): what a viewer would
draw of them, which flattening passes over."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass

import pypdfium2.raw as raw

from ...grammar.pattern import Pattern
from ..layout.sheet import Box, Run

_UNSEEN = 0x02 | 0x20  # annotation flags: hidden, not viewed
_EMPTY = 2  # bytes: a string of nothing but its end
_SIZE = Pattern(r"([\d.]+)\s+Tf")
_USUAL_SIZE, _SHARE = 12.0, 0.7  # of type whose size is up to the viewer: at most, and of the field's height
_MARGIN = 2.0  # points within a field
_LEADING = 1.15
_MOST = 2000  # fields of a page


@dataclass(slots=True)
class Field:
    """What is written in a field, its box in the page's own space, the font size."""

    text: str
    box: Box
    size: float

    def runs(self, left: float, bottom: float) -> list[Run]:
        """The lines of the field, the page's box beginning at `left` and `bottom`."""
        x0, low, x1, high = self.box
        lines = [part for line in self.text.splitlines() for part in self._broken(line.strip(), x1 - x0 - 2 * _MARGIN)]
        step = _LEADING * self.size
        base = (high + low) / 2 - bottom + step * (len(lines) - 1) / 2 - 0.35 * self.size
        return [self._run(line, x0 - left + _MARGIN, base - step * k) for k, line in enumerate(lines) if line]

    def _broken(self, text: str, width: float) -> list[str]:
        if (self.box[3] - self.box[1]) < 2 * self.size:
            return [text]
        lines, reach = [""], 0.0
        for character in text:
            reach += _em(character) * self.size
            if reach > width and lines[-1]:
                lines.append("")
                reach = _em(character) * self.size
            lines[-1] += character
        return lines

    def _run(self, text: str, x: float, base: float) -> Run:
        lefts, rights, blanks, kept = [], [], [], ""
        for character in text:
            if character.isspace():
                blanks.append(len(kept))
            else:
                kept += character
                lefts.append(x)
                rights.append(x + _em(character) * self.size)
            x += _em(character) * self.size
        return Run(kept, lefts[0], rights[-1], base, self.size, lefts, rights, tuple(dict.fromkeys(blanks)))


def bare_fields(page: int) -> list[Field]:
    """The fields of a page that have a value and no appearance."""
    handle = ctypes.cast(ctypes.c_void_p(page), raw.FPDF_PAGE)
    found: list[Field] = []
    for index in range(min(raw.FPDFPage_GetAnnotCount(handle), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(handle, index)
        if annotation:
            found += _field(annotation)
            raw.FPDFPage_CloseAnnot(annotation)
    return found


def _field(annotation: raw.FPDF_ANNOTATION) -> list[Field]:
    if raw.FPDFAnnot_GetSubtype(annotation) != raw.FPDF_ANNOT_WIDGET or raw.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
        return []
    if raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > _EMPTY:
        return []
    text, kind = _string(annotation, b"V"), _string(annotation, b"FT")
    rectangle = raw.FS_RECTF()
    if not text.strip() or kind == "Btn" or not raw.FPDFAnnot_GetRect(annotation, rectangle):
        return []
    box = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
    said = _SIZE.search(_string(annotation, b"DA"))
    size = float(said[1]) if said and re.fullmatch(r"\d+\.?\d*|\.\d+", said[1]) else 0.0
    return [Field(text, box, size or max(min(_USUAL_SIZE, _SHARE * (box[3] - box[1])), 1.0))]


def _string(annotation: raw.FPDF_ANNOTATION, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def _em(character: str) -> float:
    return 0.5 if character < "\u0370" else 1.0
