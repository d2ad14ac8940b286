"""The colour behind a cell: what a page says of it by attributes and by simple rules (CSS Backgrounds 3)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from lxml import etree

from ..filled_cells import colour
from .sheet import Style, declarations, simple_names, simple_selectors

_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|rgba?\([^()]*\)|(?<![\w(-])[a-z]{3,20}(?![\w(-])", re.I)
_NO_COLOUR = frozenset(
    ("url", "repeat", "fixed", "scroll", "local", "center", "left", "right", "top", "bottom", "cover", "contain")
)


class CellColours:
    """The colours that the rules of a page's style sheets name for the ground of elements."""

    def __init__(self, sheet: Iterable[tuple[str, Style]] = ()) -> None:
        self._by_name = {
            name: said
            for selectors, style in sheet
            if (said := _said(style)) is not None
            for name in simple_selectors(selectors)
        }
        self._of_attribute = functools.cache(lambda said: _said(declarations(said)))  # many cells say the same

    def of(self, element: etree._Element) -> str:
        """The colour behind an element by its own attributes or a simple rule; "" for none and for white."""
        said = self._of_attribute(element.get("style", ""))
        if said is None:
            names = reversed(simple_names(element)) if self._by_name else ()
            said = next((self._by_name[name] for name in names if name in self._by_name), element.get("bgcolor"))
        return colour(said) if said else ""


def _said(style: Style) -> str | None:
    """The colour that a style names for the ground, of `background` the first word that is one; None where it names no ground."""
    said = style.get("background-color") or style.get("background")
    if said is None:
        return None
    return next((word for word in _COLOUR.findall(said) if word.lower() not in _NO_COLOUR), "none")
