"""Styles: what a paragraph or a run inherits (ECMA-376 part 1, 17.7).

Of a style's many properties only those are read that the later stages ask for: outline level, bold, size, centring,
hidden, and the numbering that it names.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field

from lxml import etree

from ...grammar.pattern import Pattern
from ...model.record import Record
from .names import OFF, PPR, RPR, VAL, integer, value_of, w

_STYLE, _STYLE_ID, _TYPE, _DEFAULT, _BASED_ON, _NAME = (
    w("style"), w("styleId"), w("type"), w("default"), w("basedOn"), w("name"),
)  # fmt: skip
_OUTLINE, _JC, _NUM_PR, _NUM_ID, _ILVL = w("outlineLvl"), w("jc"), w("numPr"), w("numId"), w("ilvl")
_STRUCK = (w("strike"), w("dstrike"))
_BOLD, _SIZE, _VANISH, _RUN_STYLE = w("b"), w("sz"), w("vanish"), w("rStyle")
_HEADING = Pattern(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_STYLE_START, _STYLE_END, _TABLE_TYPE = b"<w:style ", b"</w:style>", b'w:type="table"'


@dataclass(slots=True, eq=False, repr=False)
class RunFormat(Record):
    """Bold, size in points and hidden, each None where it is not said."""

    bold: bool | None = None
    size: float | None = None
    hidden: bool | None = None

    def over(self, base: RunFormat) -> RunFormat:
        """This format where it says something, else the base's."""
        return RunFormat(
            base.bold if self.bold is None else self.bold,
            base.size if self.size is None else self.size,
            base.hidden if self.hidden is None else self.hidden,
        )


@dataclass(slots=True, eq=False, repr=False)
class ParagraphStyle(Record):
    """What a paragraph inherits; `base` is the style that this one is based on."""

    name: str  # its id
    base: ParagraphStyle | None
    run: RunFormat
    outline: int | None = None  # 0-based as in the file; 9 is body text
    alignment: str | None = None
    num_id: str | None = None
    ilvl: int | None = None
    runs: dict[tuple[str | None, ...], RunFormat] = field(default_factory=dict)  # formats already met in its paragraphs

    @property
    def centered(self) -> bool:
        """Whether its paragraphs stand in the middle."""
        return self.alignment == "center"


class Styles:
    """The style part, read style by style as the document asks for them; None for a document without one."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._characters: dict[str, RunFormat] = {}
        self._default_paragraph: str | None = None
        self._defaults = RunFormat()
        if root is None:
            return
        for element in root.iterchildren(_STYLE):
            style_id = element.get(_STYLE_ID)
            if not style_id:
                continue
            self._elements[style_id] = element
            if element.get(_DEFAULT) in ("1", "true", "on") and element.get(_TYPE, "paragraph") == "paragraph":
                self._default_paragraph = style_id
        properties = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}")
        if properties is not None:
            self._defaults = run_format(properties)

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The style of a paragraph by its id; the default one for None or an unknown id."""
        known = style_id if style_id in self._elements else self._default_paragraph
        return self._paragraphs.get(known or "") or self._read_paragraph(known or "")

    def character(self, style_id: str) -> RunFormat:
        """What a character style says of a run."""
        if (found := self._characters.get(style_id)) is None:
            chain = self._chain(style_id, self._characters)
            found = self._characters.get(value_of(chain[-1], _BASED_ON) or "") if chain else None
            found = found or RunFormat()
            for element in reversed(chain):
                if (properties := element.find(RPR)) is not None:
                    found = run_format(properties).over(found)
                self._characters[element.get(_STYLE_ID, "")] = found
        return found

    def run(self, properties: etree._Element, style: ParagraphStyle) -> RunFormat:
        """The format of a run with these `w:rPr` in a paragraph of this style."""
        said = _said(properties)
        found = style.runs.get(said)
        if found is None:
            bold, size, hidden, named = said
            base = style.run if named is None else self.character(named).over(style.run)
            found = style.runs[said] = _format(bold, size, hidden).over(base)
        return found

    def numbering(self, style_id: str) -> str | None:
        """The `numId` that a numbering style names (17.9.21)."""
        element = self._elements.get(style_id)
        return None if element is None else value_of(element, f"{PPR}/{_NUM_PR}/{_NUM_ID}")

    def _chain(self, style_id: str, known: Container[str]) -> list[etree._Element]:
        """A style and those it is based on, nearest first, up to one that is known; so each is read once, however they hang
        together."""
        chain: list[etree._Element] = []
        seen = set()
        while style_id not in known and style_id not in seen and (element := self._elements.get(style_id)) is not None:
            seen.add(style_id)
            chain.append(element)
            style_id = value_of(element, _BASED_ON) or ""
        return chain

    def _read_paragraph(self, style_id: str) -> ParagraphStyle:
        chain = self._chain(style_id, self._paragraphs)
        style = self._paragraphs.get(value_of(chain[-1], _BASED_ON) or "") if chain else None
        for element in reversed(chain):
            style = self._paragraphs[element.get(_STYLE_ID, "")] = self._over(element, style)
        if style is None:  # a document without styles
            style = self._paragraphs[""] = ParagraphStyle("", None, self._defaults)
        return style

    def _over(self, element: etree._Element, base: ParagraphStyle | None) -> ParagraphStyle:
        """A style: what its element says, else what its base does."""
        style = ParagraphStyle(element.get(_STYLE_ID, ""), base, base.run if base else self._defaults)
        if (properties := element.find(RPR)) is not None:
            style.run = run_format(properties).over(style.run)
        properties = element.find(PPR)
        if properties is not None:
            style.alignment = value_of(properties, _JC)
            if (level := value_of(properties, _OUTLINE)) is not None:
                style.outline = integer(level, 9)
            numbering = properties.find(_NUM_PR)
            if numbering is not None:
                style.num_id = value_of(numbering, _NUM_ID)
                if (level := value_of(numbering, _ILVL)) is not None:
                    style.ilvl = integer(level, 0)
        if style.outline is None and (heading := _HEADING.match(value_of(element, _NAME) or "")):
            style.outline = int(heading[1]) - 1
        if base is not None:
            style.alignment = style.alignment or base.alignment
            style.outline = base.outline if style.outline is None else style.outline
            style.num_id = style.num_id or base.num_id
            style.ilvl = base.ilvl if style.ilvl is None else style.ilvl
        return style


def without_table_styles(data: bytes) -> bytes:
    """The bytes of a style part without its table styles: they are most of the part, and none of what is read here."""
    head, *entries = data.split(_STYLE_START)
    kept = [head]
    for entry in entries:
        if _TABLE_TYPE in entry[: entry.find(b">")] and _STYLE_END in entry:
            kept.append(entry.rpartition(_STYLE_END)[2])
        else:
            kept.append(_STYLE_START + entry)
    return b"".join(kept)


def run_format(properties: etree._Element) -> RunFormat:
    """The direct format in a `w:rPr`, without that of the style it names."""
    bold, size, hidden, _ = _said(properties)
    return _format(bold, size, hidden)


def _said(properties: etree._Element) -> tuple[str | None, str | None, str | None, str | None]:
    """What a `w:rPr` says of bold, size, hidden and style, as written; "" for an element without a value."""
    bold = size = hidden = style = None
    for child in properties:
        tag = child.tag
        if tag == _SIZE:
            size = child.get(VAL)
        elif tag == _BOLD:
            bold = child.get(VAL, "")
        elif tag == _VANISH or (tag in _STRUCK and child.get(VAL, "") not in OFF):  # what is struck out holds no longer
            hidden = child.get(VAL, "")
        elif tag == _RUN_STYLE:
            style = child.get(VAL)
    return bold, size, hidden, style


def _format(bold: str | None, size: str | None, hidden: str | None) -> RunFormat:
    return RunFormat(
        None if bold is None else bold not in OFF,
        _points(size),
        None if hidden is None else hidden not in OFF,
    )


def _points(half_points: str | None) -> float | None:
    try:
        return float(half_points) / 2 if half_points else None
    except ValueError:
        return None
