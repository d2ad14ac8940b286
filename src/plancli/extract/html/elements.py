"""What is asked of the elements of a page's tree everywhere: their words, and to be gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from lxml import etree

_STRING = etree.XPath("string()")


def text_of(element: etree._Element) -> str:
    """The words of an element without white space."""
    words = _STRING(element) if len(element) else element.text
    return "".join(str(words).split()) if words else ""


def drop(element: etree._Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    above = element.getparent()
    if above is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            above.text = (above.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    above.remove(element)


def finder(path: str) -> Callable[[etree._Element], list[etree._Element]]:
    """An XPath for elements, which finds them ten times as fast as a loop over all."""
    return cast("Callable[[etree._Element], list[etree._Element]]", etree.XPath(path))


def asker(path: str) -> Callable[[etree._Element], bool]:
    """An XPath that is true or false of an element."""
    return cast("Callable[[etree._Element], bool]", etree.XPath(path))


named = finder("(//@class | //@id)/..")  # root → the elements with a class or an id, in their order
