"""Mark-up that wraps content and is seen through: content controls, insertions, smart tags, alternatives."""

from __future__ import annotations

from lxml import etree

from . import names
from .names import MATH_TEXT, T, w

INLINE = frozenset(
    (names.INS, names.MOVE_TO, names.CONFLICT_INS, names.CUSTOM_XML, names.SDT_CONTENT, names.SDT, w("hyperlink"), w("smartTag"),
     w("fldSimple"), w("dir"), w("bdo"), w("rubyBase"))
)  # fmt: skip
_BLOCK = frozenset(
    (names.INS, names.MOVE_TO, names.CONFLICT_INS, names.CUSTOM_XML, names.SDT_CONTENT, names.SDT, names.ALTERNATE)
)
LEFT_OUT = frozenset((names.DEL, names.MOVE_FROM, names.CONFLICT_DEL))  # what a tracked change took away
_PROMPTED = f"{w('sdtPr')}/{w('showingPlcHdr')}"


def block_elements(parent: etree._Element) -> list[etree._Element]:
    """The children of a body, table, row or cell, with what their wrappers hold in the wrappers' place."""
    children = list(parent)
    if _BLOCK.isdisjoint([child.tag for child in children]):
        return children
    found: list[etree._Element] = []
    for child in children:
        if child.tag == names.ALTERNATE:
            found.extend(block_elements(alternative(child)))
        elif child.tag in _BLOCK:
            found.extend(block_elements(child))
        else:
            found.append(child)
    return found


def is_prompt(element: etree._Element) -> bool:
    """Whether a content control shows what to type there (`w:showingPlcHdr`, ECMA-376 17.5.2.39), and nothing typed."""
    return element.tag == names.SDT and element.find(_PROMPTED) is not None


def alternative(element: etree._Element) -> etree._Element:
    """The branch of an `mc:AlternateContent` to read, so that what it says twice is read once.

    The first choice that holds text, else a fallback that does, else the first choice.
    """
    branches = [child for child in element if child.tag in (names.CHOICE, names.FALLBACK)]
    for branch in branches:
        if next(branch.iter(T, MATH_TEXT, names.WORD_ART), None) is not None:
            return branch
    return branches[0] if branches else element
