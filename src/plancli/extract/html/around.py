"""What the elements around a piece of text say of it: bold type, the middle of the line, white space that stays, a heading's rank."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from ...grammar.pattern import Pattern
from .sheet import Style

_BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"))
TELLING = _BOLD | {"center", "pre"}  # elements that say something of their text by themselves
_BOLD_WEIGHTS = frozenset(("bold", "bolder", "600", "700", "800", "900"))
_HEADING = Pattern(r"h([1-6])")
_PRE = ("pre", "pre-wrap", "pre-line", "break-spaces")


@dataclass(slots=True)
class Around:
    """What the elements around a piece of text say of it; `block` where the innermost begins a line of its own."""

    bold: bool = False
    centered: bool = False
    pre: bool = False
    outline: int | None = None
    block: bool = False
    _within: dict[tuple[str, int], Around] = field(default_factory=dict)  # many elements say the same

    def within(self, element: etree._Element, style: Style) -> Around:
        """The same inside one more element, of which `style` is declared."""
        tag = element.tag
        if not (style or self.block or tag in TELLING):
            return self
        key = (tag, id(style))
        found = self._within.get(key)
        if found is None:
            found = self._within[key] = self._inside(tag, style)
        return found

    def _inside(self, tag: str, style: Style) -> Around:
        align = style.get("text-align") or ("center" if tag == "center" else "")
        weight = style.get("font-weight", "")
        space = style.get("white-space", "pre" if tag == "pre" else "")
        heading = _HEADING.fullmatch(tag)
        return Around(
            bold=weight in _BOLD_WEIGHTS or ((self.bold or tag in _BOLD) and weight not in ("normal", "400")),
            centered=align in ("center", "middle") if align else self.centered,
            pre=space in _PRE if space else self.pre,
            outline=int(heading[1]) if heading else self.outline,
            block=style.get("display") in ("block", "list-item", "flex", "table", "table-row"),
        )
