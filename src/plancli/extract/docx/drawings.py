"""What is drawn in a paragraph: text boxes, words in shapes, WordArt, embedded documents; pictures and charts, which are not read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from ...grammar.pattern import Pattern
from ...messages import Message
from . import names
from .names import T
from .unread import Unread
from .wrappers import alternative

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PARAGRAPH, _TEXT, _PICTURE = _DRAWING + "p", _DRAWING + "t", _DRAWING + "blip"
_INLINE, _ANCHOR, _EXTENT = _PLACED + "inline", _PLACED + "anchor", _PLACED + "extent"
_VML = "{urn:schemas-microsoft-com:vml}"
_VML_SHAPES, _VML_PICTURE = (_VML + "shape", _VML + "rect"), _VML + "imagedata"
_VML_SIZE = Pattern(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]{1,9})(pt|in|cm|mm)", re.IGNORECASE)
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54}
_EMU, _CM = 12_700, 72 / 2.54  # English metric units in a point; points in a centimetre
_LONG, _NARROW = 170.0, 50.0  # points of a picture's sides that may hold words: seals and codes are smaller
_IN_PARTS = {names.DIAGRAM: "a diagram", names.CHART: "a chart"}

Size = tuple[float, float] | None


class Drawings:
    """Collects what the drawings of one paragraph after another hold."""

    def __init__(self, unread: Unread) -> None:
        self.pictures = 0
        self._unread = unread
        self.begin()

    def begin(self) -> None:
        """Start a paragraph."""
        self.boxes: list[etree._Element] = []  # text boxes, each once, whose words are read after the paragraph
        self.art: list[str] = []  # lines of words in shapes
        self.imports: list[etree._Element] = []  # that name documents of their own

    def read(
        self, element: Sequence[etree._Element] | etree._Element, size: Size = None, *, ground: bool = False
    ) -> None:
        """What a drawing holds; `size` in points is that of the drawing, `ground` whether it lies behind the text."""
        ground = ground or any(child.tag == names.OLE_OBJECT for child in element)  # of which the picture is a copy
        for child in element:
            tag = child.tag
            if tag == names.TEXT_BOX:
                self.boxes.append(child)
            elif tag == names.ALTERNATE:
                self.read(alternative(child), size, ground=ground)
            elif tag == names.WORD_ART:
                if words := child.get("string"):
                    self.art.append(words)
            elif tag == _PARAGRAPH:
                if words := "".join(part.text or "" for part in child.iter(_TEXT)).strip():
                    self.art.append(words)
            elif tag in _IN_PARTS:
                self._unread.add(
                    "drawing-text",
                    Message("The words in {part}", part=Message(_IN_PARTS[tag])),
                    Message("were not read"),
                )
            elif tag == names.OLE_OBJECT or names.is_content_part(tag):
                self.imports.append(child)
            elif tag == T:
                self._unread.words(child)
            elif isinstance(tag, str):
                if tag in (_PICTURE, _VML_PICTURE):
                    self._picture(size, ground=ground)
                behind = ground or (tag == _ANCHOR and child.get("behindDoc") in ("1", "true"))
                self.read(child, _size(child, tag) or size, ground=behind)

    def _picture(self, size: Size, *, ground: bool) -> None:
        self.pictures += 1
        if ground or (size is not None and not (max(size) >= _LONG and min(size) >= _NARROW)):
            return
        what = Message("A picture among the text")
        if size:
            across, high = (f"{edge / _CM:.0f}" for edge in size)
            what = Message("A picture among the text of {across} × {high} cm", across=across, high=high)
        self._unread.add("picture-unread", what, Message("was not read; it may hold words"))


def _size(element: etree._Element, tag: str) -> Size:
    """The size that a drawing or a shape says it has, in points."""
    if tag in (_INLINE, _ANCHOR):
        extent = element.find(_EXTENT)
        if extent is not None:
            sides = extent.get("cx") or "", extent.get("cy") or ""
            if all(side.isascii() and side.isdecimal() and len(side) < 12 for side in sides):
                return int(sides[0]) / _EMU, int(sides[1]) / _EMU
    elif tag in _VML_SHAPES:
        said = {
            match[1].lower(): float(match[2]) * _POINTS[match[3].lower()]
            for match in _VML_SIZE.finditer(element.get("style") or "")
            if match[2].count(".") < 2 and match[2] != "."
        }
        if len(said) == 2:
            return said["width"], said["height"]
    return None
