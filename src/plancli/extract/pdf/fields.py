"""Filled fields of a form that have a value and no appearance (ISO 32000-1, 12.7.3.3: /NeedAppearances): what a viewer would
draw of them, which flattening passes over."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2.raw as raw

from ...grammar.pattern import Pattern
from ..layout.sheet import Box, Run
from .objects import Matrix, box_through

UNSEEN = 0x02 | 0x20  # annotation flags: hidden, not viewed
_WRITTEN = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
_EMPTY = 2  # bytes: a string of nothing but its end
_SIZE = Pattern(r"([\d.]+)\s+Tf")
_USUAL_SIZE, _SHARE = 12.0, 0.7  # of type whose size is up to the viewer: at most, and of the field's height
_MARGIN = 2.0  # points within a field
_LEADING = 1.15
_MOST = 2000  # fields of a page


@dataclass(slots=True)
class FormField:
    """What is written in a field, its box in the page's own space, the font size."""

    text: str
    box: Box
    size: float

    def runs(self, matrix: Matrix) -> list[Run]:
        """The lines of the field on the page as shown, to which `matrix` leads: level in its box, however the page is turned."""
        x0, low, x1, high = box_through(self.box, matrix)
        size = x1 - x0 - 2 * _MARGIN, high - low
        lines = [part for line in self.text.splitlines() for part in self._broken(line.strip(), *size)]
        step = _LEADING * self.size
        base = (high + low) / 2 + step * (len(lines) - 1) / 2 - 0.35 * self.size
        return [self._run(line, x0 + _MARGIN, base - step * k) for k, line in enumerate(lines) if line]

    def _broken(self, text: str, width: float, height: float) -> list[str]:
        if height < 2 * self.size:
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


class FilledForm:
    """The form of a document: what its fields hold, their parents' values among it (ISO 32000-1, 12.7.3.1)."""

    def __init__(self, document: raw.FPDF_DOCUMENT) -> None:
        self._document = document
        self._environment: raw.FPDF_FORMHANDLE | None = None
        self._callbacks = raw.FPDF_FORMFILLINFO(version=2)  # PDFium holds on to it

    def bare_fields(self, page: int) -> list[FormField]:
        """The fields of a page that have a value and no appearance."""
        handle = ctypes.cast(ctypes.c_void_p(page), raw.FPDF_PAGE)
        found: list[FormField] = []
        for index in range(min(raw.FPDFPage_GetAnnotCount(handle), _MOST)):
            annotation = raw.FPDFPage_GetAnnot(handle, index)
            if annotation:
                found += self._field(annotation)
                raw.FPDFPage_CloseAnnot(annotation)
        return found

    def close(self) -> None:
        """Give back what was made to look values up; before the document is closed."""
        if self._environment:
            raw.FPDFDOC_ExitFormFillEnvironment(self._environment)
            self._environment = None

    def _field(self, annotation: raw.FPDF_ANNOTATION) -> list[FormField]:
        if raw.FPDFAnnot_GetSubtype(annotation) != raw.FPDF_ANNOT_WIDGET or raw.FPDFAnnot_GetFlags(annotation) & UNSEEN:
            return []
        if raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > _EMPTY:
            return []
        text, rectangle = self._value(annotation), raw.FS_RECTF()
        if not text.strip() or not raw.FPDFAnnot_GetRect(annotation, rectangle):
            return []
        box = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
        said = _SIZE.search(_string(annotation, b"DA"))
        size = float(said[1]) if said and re.fullmatch(r"\d+\.?\d*|\.\d+", said[1]) else 0.0
        return [
            FormField(text, box, size or max(min(_USUAL_SIZE, _SHARE * min(box[3] - box[1], box[2] - box[0])), 1.0))
        ]

    def _value(self, annotation: raw.FPDF_ANNOTATION) -> str:
        """What is written in a field: its own value, or that of the field whose part it is."""
        if not raw.FPDFAnnot_HasKey(annotation, b"Parent"):
            return "" if _string(annotation, b"FT") == "Btn" else _string(annotation, b"V")
        if self._environment is None:
            self._environment = raw.FPDFDOC_InitFormFillEnvironment(self._document, self._callbacks)
        if not self._environment or raw.FPDFAnnot_GetFormFieldType(self._environment, annotation) not in _WRITTEN:
            return ""
        return _read(lambda buffer, size: raw.FPDFAnnot_GetFormFieldValue(self._environment, annotation, buffer, size))


def _string(annotation: raw.FPDF_ANNOTATION, key: bytes) -> str:
    return _read(lambda buffer, size: raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size))


def _read(call: Callable[[object, int], int]) -> str:
    """A text that PDFium writes into a buffer, whose size it tells when given none."""
    size = call(None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    call(buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def _em(character: str) -> float:
    return 0.5 if character < "\u0370" else 1.0
