"""A page's characters as runs: stretches that touch on one base line, each with the measure of its own.

A loose box tells where a character begins and ends; its height varies by glyph and is many ems with some fonts, so it only
says roughly where a line changes. The base line is a character's origin, the size its font's under its matrix.
Breaks are found in bulk; only then are words looked at one by one.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, repeat
from operator import sub

from ...grammar.pattern import Pattern
from ...language.radicals import fold
from ..layout.sheet import UNREADABLE, Run
from . import native
from .dashes import restore_dashes
from .meanings import Meanings
from .objects import Drawing

_SKIP = "\0"  # a place in the page's text that holds nothing to read
_HYPHENS = ("\x02", "\ufffe")  # PDFium's marks for a hyphen at a line's end
_BLANKS = "\t \xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_WORD = Pattern(f"[^\0-\x20{_BLANKS}]+")
_CONTROL = Pattern("[\x00-\x08\x0a-\x1f\x7f\xad\ufeff\u200b-\u200f\u2028-\u202e\u2060]")
_STRANGE = Pattern("[\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf01f\uf100-\uf8ff\U000f0000-\U0010ffff]")
_PRIVATE = Pattern(  # but for fonts of signs
    "[\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf01f\uf100-\uf8ff\U000f0000-\U0010ffff]"
)
_MAY_BE_RAISED = Pattern(  # behind words or figures, or in front of a stop where words end the line above
    r"[0-9①-⑳*＊※†‡\[［(（〔【](?:(?<![\[［(（〔【])|(?=[0-9①-⑳*＊※†‡]))"
    r"(?:(?<=[㐀-鿿，、。；：？！”’」』）》〉〕】%％‰℃A-Za-z0-9].)"
    r"|(?<=[㐀-鿿”’」』）》〉〕】]\0\0.)(?=[^，。、；：？！]{0,3}[，。、；：？！]))"
)
_RAISED_WIDTH = 0.42  # of the widest of the characters before: a digit of the text is wider (0.5 and more), a raised one 0.28 to 0.37
_RAISED_WIDE = 0.75  # of it: such as ①
_RAISED_BEHIND = 12  # characters before, of which one is Chinese, and as wide as the type
_HIGHER = 1.0  # points
_MUTE = 0.2  # of a font's characters: so many without a meaning, and none of its has one
_SAMPLE = 5  # of so many characters one is asked whether it has a meaning, and that in the middle of each run
_NEAR = 0.6  # points between neighbours that no look is needed for
_TOUCH = (-0.5, 0.35)  # of the narrower character: such gaps do not end a run
_ASKEW = 3.0  # degrees: characters turned by more from those beside them are of another text
_WIDE = 1.6  # em: no character is wider, but its box is where PDFium does not scale it (fonts set downwards)


class PageText:
    """The characters of a page while its text is open: text, edges, runs."""

    def __init__(self, page: int, meanings: Meanings | None = None) -> None:
        self.handle = native.load_text(page)
        self._meanings = meanings or Meanings()
        count = max(native.count_chars(self.handle), 0)
        boxes = native.char_boxes(self.handle, count)
        self.lefts, self.rights, self._lows = boxes[0::4], boxes[2::4], boxes[3::4]
        printed = self._read(count)
        self._mended = _STRANGE.search(printed) is not None
        if self._mended:
            printed = self._without_meaning(printed)
        for hyphen in _HYPHENS:
            printed = printed.replace(hyphen, "-")
        self.text = _CONTROL.sub(_SKIP, fold(printed))

    @property
    def strange(self) -> int:
        """How many characters have no meaning outside the file's own fonts."""
        return self.text.count(UNREADABLE)

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
        points = map(native.char_unicode, repeat(self.handle), range(count))
        text = "".join(chr(point) if 0 < point < 0x110000 else "\x01" for point in points)
        return native.joined(text, _SKIP, "\x01")

    def _without_meaning(self, printed: str) -> str:
        """The page's text with `UNREADABLE` for each character without a meaning: private ones, those that neither PDFium nor
        the font's own map finds a Unicode for, and all of a font that has many of those, for to the rest of them PDFium gives that
        of some other font."""
        places = range(len(printed))
        flags, objects = native.unmapped(self.handle, places), native.char_objects(self.handle, places)
        fonts = {handle: native.text_font(handle) for handle in set(objects) if handle}
        characters = list(printed)
        for k in (k for k in places if flags[k] and objects[k]):
            said = self._meanings.of(native.name_of(fonts[objects[k]]), ord(characters[k]))
            if len(said) == 1 and said > " " and not _PRIVATE.match(said):
                characters[k], flags[k] = said, False
        used = Counter(fonts[handle] for handle in objects if handle)
        bad = Counter(fonts[handle] for handle, flag in zip(objects, flags, strict=True) if handle and flag)
        mute = {font for font, held in bad.items() if held > _MUTE * used[font]}
        return "".join(
            UNREADABLE if handle and (flag or fonts[handle] in mute or _PRIVATE.match(character)) else character
            for character, flag, handle in zip(characters, flags, objects, strict=True)
        )

    def runs(self, drawing: Drawing) -> tuple[list[Run], list[int], list[float]]:
        """All runs of the page in the order in which it draws them; the text object of each (0: unknown), and its angle."""
        spans, middles = self._spans()
        step = 1 if self._meanings.asked else _SAMPLE
        asked = () if self._mended else (*middles, *range(0, len(self.text), step))
        if any(native.unmapped(self.handle, asked)):
            self.text = fold(self._without_meaning(self.text))
            spans, middles = self._spans()
        text = self.text
        flat, angles = self._turns(middles)
        if any(angles) and any(abs(angle) > _ASKEW for angle in angles):
            spans, middles = self._by_angle(spans)
            flat, angles = self._turns(middles)
        bases = native.origins(self.handle, middles)[1::2]
        scales = map(math.hypot, flat[2::6], flat[3::6])
        sizes = native.char_sizes(self.handle, middles)
        objects = native.char_objects(self.handle, middles)
        found = [
            self._run(start, end, base, size * scale or 1.0, angle)
            for (start, end), base, size, scale, angle in zip(spans, bases, sizes, scales, angles, strict=True)
        ]
        restore_dashes(self.handle, text, spans, found, drawing)
        return found, objects, angles

    def _spans(self) -> tuple[list[tuple[int, int]], list[int]]:
        """Where the runs begin and end, and a character in the middle of each: first where a character does not stand right
        beside the one before, then words (PDFium ends each line with a break), then words that touch."""
        text, lefts, rights, lows = self.text, self.lefts, self.rights, self._lows
        near, loose, tight = _NEAR, *_TOUCH
        breaks = [
            k
            for k, gap in enumerate(map(sub, lefts[1:], rights), 1)
            if not -near < gap < near and text[k] > " " < text[k - 1]
        ]
        if raised := self._raised():
            breaks = sorted({*breaks, *raised})
        spans: list[tuple[int, int]] = []
        first = last = -1
        for start, end in _words(text, breaks):
            if last >= 0:
                wide, width = rights[start] - lefts[start], rights[last] - lefts[last]
                width = min(wide, width)
                touch = loose * width < lefts[start] - rights[last] < tight * width
                if touch and abs(lows[start] - lows[last]) < 0.25 * width + 0.5:
                    last = end - 1
                    continue
                spans.append((first, last + 1))
            first, last = start, end - 1
        if last >= 0:
            spans.append((first, last + 1))
        return spans, self._middles(spans)

    def _turns(self, places: list[int]) -> tuple[list[float], list[float]]:
        """The matrices of characters, flat, and their angles."""
        flat = native.char_matrices(self.handle, places)
        return flat, [_angle(a, b) if b or a < 0 else 0.0 for a, b in zip(flat[0::6], flat[1::6], strict=True)]

    def _by_angle(self, spans: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[int]]:
        """The runs parted where a character of a seal touches one of the line that it lies over; and their middles."""
        places = [k for start, end in spans for k in range(start, end)]
        angles = dict(zip(places, self._turns(places)[1], strict=True))
        found: list[tuple[int, int]] = []
        for start, end in spans:
            cuts = [k for k in range(start + 1, end) if abs(angles[k] - angles[k - 1]) > _ASKEW and self.text[k] > " "]
            found += pairwise([start, *cuts, end])
        return found, self._middles(found)

    def _middles(self, spans: list[tuple[int, int]]) -> list[int]:
        text = self.text
        return [middle if text[middle := (start + end) // 2] > " " else start for start, end in spans]

    def _raised(self) -> list[int]:
        """Where characters begin and end that may be raised over their line, for they are too narrow for its type."""
        text = self.text
        widths = list(map(sub, self.rights, self.lefts))
        found: list[int] = []
        for match in _MAY_BE_RAISED.finditer(text):
            start = end = match.start()
            em = max(widths[max(start - _RAISED_BEHIND, 0) : start])
            while end < min(len(text), start + 4) and text[end] > " ":
                most = (_RAISED_WIDTH if text[end] < "\x7f" else _RAISED_WIDE) * em
                if not 0 < widths[end] < most:
                    break
                end += 1
            if end > start and (not "\0" < text[start - 1] < "\x7f" or self._is_higher(start)):
                found += (start, end)
        return found

    def _is_higher(self, k: int) -> bool:
        """Whether a character stands higher than the one before: a narrow digit of a number does not."""
        _, before, _, own = native.origins(self.handle, [k - 1, k])
        return own - before > _HIGHER

    def _run(self, start: int, end: int, base: float, size: float, angle: float) -> Run:
        text, lefts, rights = self.text[start:end], self.lefts[start:end], self.rights[start:end]
        blanks: list[int] = []
        if " " in text or not text.isprintable():  # else nothing in it is a blank or to be skipped
            keep = [k for k, character in enumerate(text) if character > " " and character not in _BLANKS]
            blanks = [
                n
                for n, (before, k) in enumerate(pairwise(keep), 1)
                if k - before > 1 and any(self._real_blank(start + j) for j in range(before + 1, k))
            ]
            text = "".join(text[k] for k in keep)
            lefts, rights = [lefts[k] for k in keep], [rights[k] for k in keep]
        reach, behind = 0.0, end
        while behind < len(self.text) and self._real_blank(behind):
            reach = self.rights[behind]
            behind += 1
        if behind > end:
            blanks.append(len(text))
        if len(text) == 1 and rights[0] - lefts[0] > _WIDE * size:
            rights = [lefts[0] + size]
        turned = round(angle) if angle else 0
        return Run(text, lefts[0], rights[-1], base, size, lefts, rights, tuple(blanks), turned, False, reach)

    def _real_blank(self, i: int) -> bool:
        """Whether a place holds a blank of the file's own, not one that PDFium infers from a gap."""
        return self.text[i] in _BLANKS and native.char_generated(self.handle, i) != 1


def _words(text: str, breaks: list[int]) -> Iterator[tuple[int, int]]:
    """Where the words of a text begin and end; those that run over breaks in parts."""
    cuts = iter(breaks)
    cut = next(cuts, len(text))
    for word in _WORD.finditer(text):
        start, end = word.span()
        while cut < end:
            if start < cut:
                yield start, cut
                start = cut
            cut = next(cuts, len(text))
        yield start, end


def _angle(a: float, b: float) -> float:
    """The angle of a text matrix in degrees."""
    return math.degrees(math.atan2(b, a))
