"""ElementRuns of text: what is one piece for a reader, however many elements (`span`, `font`, `a`) a page writes it in.

Most elements of a page say nothing of their words. Those of a run are asked for together, not element by element.
"""

from __future__ import annotations

from collections.abc import Container

from lxml import etree

from ...grammar.pattern import Pattern
from .around import TELLING
from .elements import words_in

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "option",
))  # fmt: skip
BLANKS = " \t\r\n\f"
_SPACE = Pattern(f"[{BLANKS}]+")
_SPEAKING = BLOCKS | TELLING | {"br"}  # elements that end a line, or say something of their words
_LONGEST = 200  # elements of a run


def shown(text: str) -> str:
    """A piece of text, white space as a browser shows it."""
    return text if text.isprintable() and "  " not in text else _SPACE.sub(" ", text)


def shown_in(element: etree._Element) -> str:
    """The same of all pieces in an element."""
    text = words_in(element)
    if text.isprintable() and "  " not in text:
        return text
    return "".join([shown(str(piece)) for piece in element.itertext()])


class ElementRuns:
    """Tells runs; an element that is `apart`, as something is said of it, is in none."""

    def __init__(self, apart: Container[etree._Element]) -> None:
        self._apart = apart

    def is_one(self, element: etree._Element) -> bool:
        """Whether an element with others in it holds one run: nothing in it ends a line or is set otherwise."""
        if element[0].tag in _SPEAKING:  # as most often
            return False
        for count, inner in enumerate(element.iterdescendants()):
            if inner.tag in _SPEAKING or inner in self._apart or count == _LONGEST:
                return False
        return True

    def pieces(self, element: etree._Element) -> list[str] | None:
        """The pieces of an element's text where nothing else than line breaks parts them."""
        if not len(element):
            return [shown(text)] if (text := element.text) else []
        if element[0].tag == "br":
            texts = (element.text, *(child.tail for child in element))
            return [shown(text) for text in texts if text] if all(child.tag == "br" for child in element) else None
        if not self.is_one(element):
            return None
        return [text] if (text := shown_in(element)) else []
