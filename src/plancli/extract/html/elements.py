"""What is asked of the elements of a page's tree everywhere: their words, their names, and to be gone.

What a walk over all elements asks of each costs most of the reading: an attribute takes as long as ten of them to come by. So
attributes are looked for by XPath, which passes by the elements without.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable
from itertools import islice
from typing import cast

from lxml import etree


def words_in(element: etree._Element) -> str:
    """The words of an element as they are written; an XPath takes three times as long, an iterator over its texts six times."""
    words: str = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    return words


def text_of(element: etree._Element) -> str:
    """The words of an element without white space."""
    words = words_in(element) if len(element) else element.text
    return "".join(words.split()) if words else ""


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


def names_of(root: etree._Element) -> dict[etree._Element, str]:
    """The elements with a class or an id, in their order, with both."""
    found: dict[str, str] = {}  # many are called the same: one string for all
    said = ((element, f"{element.get('class', '')} {element.get('id', '')}") for element in named(root))
    return {element: found.setdefault(names, names) for element, names in said}


def outside(root: etree._Element, whole: Collection[etree._Element]) -> list[etree._Element]:
    """An element and those in it, without what is in those that are taken as a `whole`."""
    elements = list(root.iter())
    if not whole:
        return elements
    found: list[etree._Element] = []
    following = iter(elements)
    for element in following:
        found.append(element)
        if element in whole:
            deque(islice(following, len(list(element.iter())) - 1), maxlen=0)
    return found


def with_above(elements: Iterable[etree._Element]) -> set[etree._Element]:
    """Elements and those around them."""
    found: set[etree._Element] = set()
    for element in elements:
        above: etree._Element | None = element
        while above is not None and above not in found:
            found.add(above)
            above = above.getparent()
    return found
