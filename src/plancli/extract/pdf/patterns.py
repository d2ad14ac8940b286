"""Words that tiling patterns paint (ISO 32000-1, 8.7.3), which are not among the objects that PDFium gives: on which pages they
stand, and what they are.

A tiling pattern is a stream, so what it is stands uncompressed in the file: one without is not looked into.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from ..layout.sheet import UNREADABLE

_TILING = re.compile(rb"/PatternType\s*1(?!\d)")
_SHOWN = re.compile(rb"[\])>]\s*(?:T[jJ](?![A-Za-z0-9*])|['\"](?=\s|$))")  # 9.4.3
_SET = re.compile(rb"/([^\s()<>\[\]{}/%]+)\s+(scn|SCN|Do)(?![A-Za-z0-9*])")
_LONGEST = 1 << 20  # bytes of a stream as the file holds it: words painted by a pattern are no book
_DEEPEST = 6  # forms and patterns within a pattern
_MOST_FORMS = 500  # of a page
_MOST = 20_000  # streams of a file

_Resolve = Callable[[Any], Any]


def painted_words(data: bytes, password: str | None) -> list[tuple[int, str]]:
    """The numbers of the pages, 1-based, on which tiling patterns with text are used, each with that text, "" where it has no
    meaning outside the file; none where the file cannot be told."""
    if b"/PatternType" not in data or not _TILING.search(data):
        return []
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import resolve1

    found: list[tuple[int, str]] = []
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)), password=password or "")
        look, said = _Look(resolve1), cache(_text)
        for number, page in enumerate(PDFPage.create_pages(document), 1):
            texts = [said(tile) for tile in dict.fromkeys(look.tiles(page.contents, page.resources))]
            if any(text is None or text.strip() for text in texts):
                found.append((number, " / ".join(text.strip() for text in texts if text and text.strip())))
    except Exception:  # a file that pdfminer cannot read to its end: what was found before counts
        pass
    return found


def _text(tile: Any) -> str | None:
    """What a pattern shows, in the order of drawing; None where that cannot be told."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LTChar, LTFigure, LTPage
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdftypes import resolve1

    def characters(held: Any) -> Iterator[str]:
        for item in held:
            if isinstance(item, LTChar):
                yield item.get_text()
            elif isinstance(item, LTFigure):
                yield from characters(item)

    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    device.cur_item = page = LTPage(0, (0.0, 0.0, 1.0, 1.0))
    try:
        contents = [resolve1(tile)]
        PDFPageInterpreter(resources, device).render_contents(resolve1(tile.get("Resources")) or {}, contents)
    except Exception:  # a font that pdfminer cannot read
        return None
    said = list(characters(page))
    text = "".join(one for one in said if not one.startswith("(cid:") and UNREADABLE not in one)
    return text if text.strip() or not said else None


class _Look:
    """What the streams of a file use and show, each looked at once."""

    def __init__(self, resolve: _Resolve) -> None:
        self._resolve = resolve
        self._streams: dict[int, tuple[set[bytes], set[bytes], bool]] = {}
        self._words: dict[int, bool] = {}

    def tiles(self, contents: list[Any], resources: Any, passed: set[int] | None = None) -> Iterator[Any]:
        """The tiling patterns with text that content streams use, and the forms in them; a form that was `passed` but once."""
        held = self._dictionary(resources)
        patterns, forms = (self._dictionary(held.get(key)) for key in ("Pattern", "XObject"))
        if not patterns and not forms:
            return
        passed = set() if passed is None else passed
        used, drawn, _ = self._used(contents)
        for tile in self._named(patterns, used):
            if self._resolve(tile.get("PatternType")) == 1 and self._shows_words(tile):
                yield tile
        for form in self._named(forms, drawn):
            if self._is_form(form) and id(form) not in passed and len(passed) < _MOST_FORMS:
                passed.add(id(form))
                yield from self.tiles([form], form.get("Resources", resources), passed)

    def _shows_words(self, stream: Any, depth: int = 0) -> bool:
        """Whether a pattern or form shows text, or what it draws does."""
        if id(stream) not in self._words:
            self._words[id(stream)] = False  # while it is looked at: it may draw itself
            used, drawn, shown = self._used([stream])
            held = self._dictionary(stream.get("Resources"))
            within = [one for one in self._named(self._dictionary(held.get("XObject")), drawn) if self._is_form(one)]
            within += self._named(self._dictionary(held.get("Pattern")), used)
            self._words[id(stream)] = shown or (
                depth < _DEEPEST and any(self._shows_words(one, depth + 1) for one in within)
            )
        return self._words[id(stream)]

    def _used(self, contents: list[Any]) -> tuple[set[bytes], set[bytes], bool]:
        """The names of the patterns that streams set and of what they draw; whether they show text."""
        used: set[bytes] = set()
        drawn: set[bytes] = set()
        shown = False
        for stream in map(self._resolve, contents):
            key = id(stream)
            if key not in self._streams:
                self._streams[key] = self._read(stream)
            used |= self._streams[key][0]
            drawn |= self._streams[key][1]
            shown |= self._streams[key][2]
        return used, drawn, shown

    def _read(self, stream: Any) -> tuple[set[bytes], set[bytes], bool]:
        if not hasattr(stream, "get_data") or len(stream.rawdata or b"") > _LONGEST or len(self._streams) > _MOST:
            return set(), set(), False
        data = stream.get_data()
        named = [(name, verb == b"Do") for name, verb in _SET.findall(data)]
        return {n for n, do in named if not do}, {n for n, do in named if do}, bool(_SHOWN.search(data))

    def _named(self, held: dict[str, Any], names: set[bytes]) -> Iterator[Any]:
        """The streams among the resources that bear one of the names."""
        for name, value in held.items():
            if str(name).encode("utf-8", "replace") in names and hasattr(stream := self._resolve(value), "get_data"):
                yield stream

    def _dictionary(self, value: Any) -> dict[str, Any]:
        held = self._resolve(value)
        return held if isinstance(held, dict) else {}

    def _is_form(self, stream: Any) -> bool:
        return getattr(self._resolve(stream.get("Subtype")), "name", "") == "Form"
