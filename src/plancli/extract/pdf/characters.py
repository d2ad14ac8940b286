"""A page's characters as runs: stretches that touch on one base line, each with the measure of its own.

A loose box tells where a character begins and ends; its height varies by glyph and is many ems with some fonts, so it only
says roughly where a line changes. The base line is a character's origin, the size its font's under its matrix.
Breaks are found in bulk; only then are words looked at one by one.
"""

from __future__ import annotations

import ctypes
import math
import re
from itertools import pairwise, repeat
from operator import sub

from ...language.radicals import fold
from ..layout.sheet import Run
from . import native
from .dashes import restore_dashes
from .objects import Drawing

_SKIP = "\0"  # a place in the page's text that holds nothing to read
_HYPHENS = ("\x02", "\ufffe")  # PDFium's marks for a hyphen at a line's end
_BLANKS = "\t \xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_WORD = re.compile(f"[^\0-\x20{_BLANKS}]+")
_PLAIN = re.compile(f"[^\0-\x20{_BLANKS}]*")
_BLANK = re.compile(f"[{_BLANKS}]")
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f\xad\ufeff\u200b-\u200f\u2028-\u202e\u2060]")
_STRANGE = re.compile("[\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_SAMPLES = 150  # characters of a page that are asked whether the font says what they are
_NEAR, _LEVEL = 0.6, 2.5  # points between neighbours that no look is needed for: sideways, in height
_TOUCH = (-0.5, 0.35)  # of the narrower character: such gaps do not end a run
_WIDE = 1.6  # em: no character is wider, but its box is where PDFium does not scale it (fonts set downwards)


class PageText:
    """The characters of a page while its text is open: text, edges, runs."""

    def __init__(self, page: int) -> None:
        self.handle = native.load_text(page)
        count = max(native.count_chars(self.handle), 0)
        boxes = native.char_boxes(self.handle, count)
        self.lefts, self.rights, self._lows = boxes[0::4], boxes[2::4], boxes[3::4]
        printed = self._read(count)
        self.strange = len(_STRANGE.findall(printed)) + self._unmapped(printed)
        for hyphen in _HYPHENS:
            printed = printed.replace(hyphen, "-")
        self.text = _CONTROL.sub(_SKIP, fold(printed))

    def close(self) -> None:
        """Give the memory back to PDFium."""
        native.close_text(self.handle)

    def _read(self, count: int) -> str:
        buffer = (ctypes.c_ushort * (count + 1))()
        got = native.get_text(self.handle, 0, count, ctypes.addressof(buffer))
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        if got == count + 1 and len(text) == count:
            return text
        # Characters without a meaning, or beyond U+FFFF: indices would drift, so ask for each.
        points = list(map(native.char_unicode, repeat(self.handle), range(count)))
        return "".join(chr(p) if p and not 0xD800 <= p < 0xE000 and p < 0x110000 else "\x01" for p in points)

    def _unmapped(self, text: str) -> int:
        """About how many characters have no meaning outside the file's font, by a sample."""
        shown = [i for i, character in enumerate(text) if character > " "]
        sample = shown[:: len(shown) // _SAMPLES + 1]
        bad = sum(map(native.char_unmapped, repeat(self.handle), sample))
        return bad * len(shown) // len(sample) if bad > 0 else 0

    def runs(self, drawing: Drawing) -> tuple[list[Run], list[int]]:
        """All runs of the page in the order in which it draws them, and the text object of each (0: unknown)."""
        spans = self._spans()
        text = self.text
        middles = [m if text[m := (start + end) // 2] > " " else start for start, end in spans]
        origins = native.origins(self.handle, middles)
        matrices = native.char_matrices(self.handle, middles)
        sizes = list(map(native.char_size, repeat(self.handle), middles))
        objects = [handle or 0 for handle in map(native.char_object, repeat(self.handle), middles)]
        found = []
        for k, (start, end) in enumerate(spans):
            a, b, c, d = matrices[6 * k : 6 * k + 4]
            found.append(self._run(start, end, origins[2 * k + 1], sizes[k] * math.hypot(c, d) or 1.0, a, b))
        restore_dashes(self.handle, text, spans, found, drawing)
        return found, objects

    def _spans(self) -> list[tuple[int, int]]:
        """Where the runs begin and end: first where a character does not stand right beside the one before, then words, then
        words that touch."""
        text, lefts, rights, lows = self.text, self.lefts, self.rights, self._lows
        gaps = zip(map(sub, lefts[1:], rights), map(sub, lows[1:], lows), strict=False)
        breaks = [k for k, (gap, rise) in enumerate(gaps, 1) if not (-_NEAR < gap < _NEAR and -_LEVEL < rise < _LEVEL)]
        spans: list[tuple[int, int]] = []
        for first, last in zip([0, *breaks], [*breaks, len(text)], strict=True):
            for word in _WORD.finditer(text, first, last):
                start, end = word.span()
                if spans:
                    k = spans[-1][1] - 1
                    width = min(rights[start] - lefts[start], rights[k] - lefts[k])
                    touch = _TOUCH[0] * width < lefts[start] - rights[k] < _TOUCH[1] * width
                    if touch and abs(lows[start] - lows[k]) < 0.25 * width + 0.5:
                        spans[-1] = (spans[-1][0], end)
                        continue
                spans.append((start, end))
        return spans

    def _run(self, start: int, end: int, base: float, size: float, a: float, b: float) -> Run:
        text, lefts, rights = self.text[start:end], self.lefts[start:end], self.rights[start:end]
        blanks: list[int] = []
        if not _PLAIN.fullmatch(text):
            keep = [k for k, character in enumerate(text) if character > " " and not _BLANK.match(character)]
            blanks = [
                n
                for n, (before, k) in enumerate(pairwise(keep), 1)
                if k - before > 1 and any(self._real_blank(start + j) for j in range(before + 1, k))
            ]
            text = "".join(text[k] for k in keep)
            lefts, rights = [lefts[k] for k in keep], [rights[k] for k in keep]
        if end < len(self.text) and self._real_blank(end):
            blanks.append(len(text))
        if len(text) == 1 and rights[0] - lefts[0] > _WIDE * size:
            rights = [lefts[0] + size]
        angle = round(math.degrees(math.atan2(b, a))) if b or a < 0 else 0
        return Run(text, lefts[0], rights[-1], base, size, lefts, rights, tuple(blanks), angle)

    def _real_blank(self, i: int) -> bool:
        """Whether a place holds a blank of the file's own, not one that PDFium infers from a gap."""
        return _BLANK.match(self.text[i]) is not None and native.char_generated(self.handle, i) != 1
