"""Words that tiling patterns paint (ISO 32000-1, 8.7.3) and soft masks let through (11.6.5.2), which are not among the objects
that PDFium gives: on which pages they stand, those of visible annotations among them, and what they are.

A tiling pattern and the group of a mask are streams, so what they are stands uncompressed in the file: one without is not
looked into.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from ..layout.sheet import UNREADABLE
from .fields import UNSEEN

_TILING = re.compile(rb"/PatternType\s*1(?!\d)")
_MASK = re.compile(rb"/SMask\s*<<|/Luminosity|/ObjStm")  # not of a picture, which is a reference to another picture
_WITHIN = rb"(?:(?!endobj|stream).){0,2000}?"
_GROUP = re.compile(rb"/Subtype\s*/Form" + _WITHIN + rb"/Group|/Group" + _WITHIN + rb"/Subtype\s*/Form", re.DOTALL)
_SHOWN = re.compile(rb"[\])>]\s*(?:T[jJ](?![A-Za-z0-9*])|['\"](?=\s|$))")  # 9.4.3
_SET = re.compile(rb"/([^\s()<>\[\]{}/%]+)\s+(scn|SCN|gs|Do)(?![A-Za-z0-9*])")
_LONGEST = 1 << 20  # bytes of a stream as the file holds it: words painted by a pattern are no book
_DEEPEST = 6  # forms and patterns within a pattern
_MOST_FORMS = 500  # of a page
_MOST = 20_000  # streams of a file

_Resolve = Callable[[Any], Any]
_Names = defaultdict[bytes, set[bytes]]


def painted_words(data: bytes, password: str | None) -> list[tuple[int, str]]:
    """The numbers of the pages, 1-based, on which tiling patterns and soft masks with text are used, each with that text, ""
    where it has no meaning outside the file; none where the file cannot be told."""
    if not _may_hold(data):
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
            texts = [said(tile) for tile in dict.fromkeys(look.page(page))]
            if any(text is None or text.strip() for text in texts):
                found.append((number, " / ".join(text.strip() for text in texts if text and text.strip())))
    except Exception:  # a file that pdfminer cannot read to its end: what was found before counts
        pass
    return found


def _may_hold(data: bytes) -> bool:
    """Whether there is a tiling pattern, or a group that may be a mask, in a file: most have neither."""
    if b"/PatternType" in data and _TILING.search(data):
        return True
    return bool(_MASK.search(data) and _GROUP.search(data))


def _text(tile: Any) -> str | None:
    """What a pattern or a mask shows, in the order of drawing; None where that cannot be told."""
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
        self._streams: dict[int, tuple[_Names, bool]] = {}
        self._words: dict[int, bool] = {}

    def page(self, page: Any) -> Iterator[Any]:
        """The tiling patterns and masks with text that a page and the annotations shown on it use."""
        yield from self.tiles(page.contents, page.resources)
        for annotation in map(self._dictionary, self._resolve(page.annots) or ()):
            shown = self._resolve(self._dictionary(annotation.get("AP")).get("N"))
            if isinstance(shown, dict):
                shown = self._resolve(shown.get(getattr(self._resolve(annotation.get("AS")), "name", "")))
            if hasattr(shown, "get_data") and not (self._resolve(annotation.get("F")) or 0) & UNSEEN:
                yield from self.tiles([shown], shown.get("Resources"))

    def tiles(self, contents: list[Any], resources: Any, passed: set[int] | None = None) -> Iterator[Any]:
        """The tiling patterns and masks with text that content streams use, and the forms in them; a form that was `passed`
        but once."""
        passed = set() if passed is None else passed
        names, _ = self._used(contents)
        painted, drawn = self._held(names, self._dictionary(resources))
        yield from filter(self._shows_words, painted)
        for form in drawn:
            if id(form) not in passed and len(passed) < _MOST_FORMS:
                passed.add(id(form))
                yield from self.tiles([form], form.get("Resources", resources), passed)

    def _held(self, names: _Names, resources: dict[str, Any]) -> tuple[list[Any], list[Any]]:
        """The streams that bear the names: tiling patterns and groups of masks; forms."""
        patterns, forms, states = (self._dictionary(resources.get(key)) for key in ("Pattern", "XObject", "ExtGState"))
        painted = [
            stream
            for stream in self._named(patterns, names[b"scn"])
            if hasattr(stream, "get_data") and self._resolve(stream.get("PatternType")) == 1
        ]
        for state in self._named(states, names[b"gs"]):
            group = self._resolve(self._dictionary(self._dictionary(state).get("SMask")).get("G"))
            if hasattr(group, "get_data"):
                painted.append(group)
        return painted, [form for form in self._named(forms, names[b"do"]) if self._is_form(form)]

    def _shows_words(self, stream: Any, depth: int = 0) -> bool:
        """Whether a pattern, mask or form shows text, or what it draws does."""
        if id(stream) not in self._words:
            self._words[id(stream)] = False  # while it is looked at: it may draw itself
            names, shown = self._used([stream])
            painted, drawn = self._held(names, self._dictionary(stream.get("Resources")))
            self._words[id(stream)] = shown or (
                depth < _DEEPEST and any(self._shows_words(one, depth + 1) for one in painted + drawn)
            )
        return self._words[id(stream)]

    def _used(self, contents: list[Any]) -> tuple[_Names, bool]:
        """The names that streams use, by operator; whether they show text."""
        used = _Names(set)
        shown = False
        for stream in map(self._resolve, contents):
            key = id(stream)
            if key not in self._streams:
                self._streams[key] = self._read(stream)
            for operator, names in self._streams[key][0].items():
                used[operator] |= names
            shown |= self._streams[key][1]
        return used, shown

    def _read(self, stream: Any) -> tuple[_Names, bool]:
        used = _Names(set)
        if not hasattr(stream, "get_data") or len(stream.rawdata or b"") > _LONGEST or len(self._streams) > _MOST:
            return used, False
        data = stream.get_data()
        for name, operator in _SET.findall(data):
            used[operator.lower()].add(name)
        return used, bool(_SHOWN.search(data))

    def _named(self, held: dict[str, Any], names: set[bytes]) -> Iterator[Any]:
        """What among the resources bears one of the names."""
        for name, value in held.items():
            if str(name).encode("utf-8", "replace") in names:
                yield self._resolve(value)

    def _dictionary(self, value: Any) -> dict[str, Any]:
        held = self._resolve(value)
        return held if isinstance(held, dict) else {}

    def _is_form(self, stream: Any) -> bool:
        return hasattr(stream, "get_data") and getattr(self._resolve(stream.get("Subtype")), "name", "") == "Form"
