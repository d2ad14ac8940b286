"""A page's characters as runs: stretches that stand on one line without a gap, as the page draws them.

Positions come from the loose boxes (font ascent and descent about the base line), not from the ink: the ink of 、。一
would put them on other lines. Blanks of the file are kept; those that PDFium infers from gaps are kept between Latin
letters only, for gaps in Chinese text are the work of justification.
"""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass
from itertools import repeat

from ...language.radicals import fold
from ...model.source import Line
from . import native

SKIP = "\0"  # a place in the page's text that holds nothing to read
HYPHENS = ("\x02", "\ufffe")  # PDFium's marks for a hyphen at a line's end
_BLANK = re.compile(" ")
_CONTROL = re.compile("[\x00-\x1f\x7f\xad\ufeff\u200b-\u200f\u2028-\u202e\u2060]")
_STRANGE = re.compile("[\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_BOLD_NAME = re.compile("bold|heavy|black|demi|simhei|heiti|fzhei|黑体", re.IGNORECASE)
_SAMPLES = 150  # characters of a page that are asked whether the font says what they are


@dataclass(slots=True)
class Run:
    """Characters [start, end) of the page's text that stand together; the box of those that show."""

    start: int
    end: int
    x0: float
    x1: float
    bottom: float
    top: float
    text: str


class PageText:
    """The characters of a page while its text is open: text, boxes, runs, and the style of any of them."""

    def __init__(self, page: int) -> None:
        self._handle = native.load_text(page)
        count = max(native.count_chars(self._handle), 0)
        boxes = native.char_boxes(self._handle, count)
        self.lefts, self.tops, self.rights, self.bottoms = boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4]
        printed = self._read(count)
        self.strange = len(_STRANGE.findall(printed)) + self._unmapped(printed)
        self.text = self._readable(printed)
        self._fonts: dict[int, bool] = {}

    def close(self) -> None:
        """Give the memory back to PDFium."""
        native.close_text(self._handle)

    def _read(self, count: int) -> str:
        buffer = (ctypes.c_ushort * (count + 1))()
        got = native.get_text(self._handle, 0, count, ctypes.addressof(buffer))
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        if got == count + 1 and len(text) == count:
            return text
        # Characters without a meaning, or beyond U+FFFF: indices would drift, so ask for each.
        points = list(map(native.char_unicode, repeat(self._handle), range(count)))
        return "".join(chr(p) if p and not 0xD800 <= p < 0xE000 and p < 0x110000 else "\x01" for p in points)

    def _unmapped(self, text: str) -> int:
        """About how many characters have no meaning outside the file's font, by a sample."""
        shown = [i for i, character in enumerate(text) if character > " "]
        sample = shown[:: len(shown) // _SAMPLES + 1]
        bad = sum(map(native.char_unmapped, repeat(self._handle), sample))
        return bad * len(shown) // len(sample) if bad > 0 else 0

    def _readable(self, printed: str) -> str:
        """The page's text, as long as it was: compatibility forms folded, marks of PDFium's own resolved."""
        for hyphen in HYPHENS:
            printed = printed.replace(hyphen, "-")
        text = fold(printed.replace("\t", " ").replace("\xa0", " "))
        blanks = [match.start() for match in _BLANK.finditer(text)]
        inferred = [i for i in blanks if native.char_generated(self._handle, i) == 1 and not self._latin_gap(text, i)]
        if inferred:
            characters = list(text)
            for i in inferred:
                characters[i] = SKIP
            text = "".join(characters)
        return _CONTROL.sub(SKIP, text)

    def _latin_gap(self, text: str, i: int) -> bool:
        before, after = text[i - 1 : i], text[i + 1 : i + 2]
        return "!" <= before <= "~" and "!" <= after <= "~"

    def style(self, lines: list[Line], starts: list[int]) -> None:
        """Fill in size and boldness of lines by their first characters, at `starts`.

        Bold is what the font's name or weight says, or outlines stroked as well as filled.
        """
        handles = list(map(native.char_object, repeat(self._handle), starts))
        known = [handle for handle in handles if handle]
        flat = native.matrices(known)
        scales = map(math.hypot, flat[0::6], flat[1::6])
        styles = zip(
            native.sizes(known), scales, map(native.text_mode, known), map(native.text_font, known), strict=True
        )
        for line, handle in zip(lines, handles, strict=True):
            if handle:
                size, scale, mode, font = next(styles)
                line.size = round(size * scale, 1)
                line.bold = line.bold or mode == 2 or self._is_bold(font)

    def _is_bold(self, font: int) -> bool:
        bold = self._fonts.get(font)
        if bold is None:
            bold = native.font_weight(font) >= 600 or bool(_BOLD_NAME.search(native.name_of(font)))
            self._fonts[font] = bold
        return bold

    def runs(self) -> list[Run]:
        """All runs of the page in the order in which it draws them, blanks at their ends not counted in their boxes."""
        found: list[Run] = []
        start, end = 0, 0  # [start, end) is the run so far
        last = low = em = 0.0
        for i, (character, left, bottom, right) in enumerate(
            zip(self.text, self.lefts, self.bottoms, self.rights, strict=True)
        ):
            if character == SKIP:
                continue
            if end and -0.4 * em < left - last < 0.5 * em and -0.35 * em < bottom - low < 0.35 * em:
                end = i + 1
                last = right
                continue
            if end:
                self._add(found, start, end)
            start, end = i, i + 1
            last, low = right, bottom
            em = max(self.tops[i] - bottom, 1.0)
        if end:
            self._add(found, start, end)
        return found

    def part(self, start: int, end: int) -> list[Run]:
        """The characters [start, end) as a run, or nothing where they are all blank."""
        found: list[Run] = []
        self._add(found, start, end)
        return found

    def _add(self, found: list[Run], start: int, end: int) -> None:
        text = self.text
        first, last = start, end - 1
        while first < last and text[first] in " \u3000\0":
            first += 1
        while last > first and text[last] in " \u3000\0":
            last -= 1
        if text[first] in " \u3000\0":
            return
        found.append(
            Run(
                start,
                end,
                self.lefts[first],
                self.rights[last],
                self.bottoms[first],
                self.tops[first],
                text[start:end].replace(SKIP, ""),
            )
        )
