"""Pages within a page: frames (HTML, 4.8.5 and 15.6) that are held with it, put where they are shown.

A page saved as one file (MHTML) holds its frames as parts beside it, `srcdoc` holds one in an attribute. A workbook saved as a
page has one page a sheet; its first page shows one of them in a frame and links them all.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from lxml import etree

from ...errors import Corrupt, Empty

# an address as written, that of the page in which it is written → the address and the bytes of the page that is meant
Held = Callable[[str, str], "tuple[str, bytes] | None"]
_ADDRESS = {"iframe": "src", "frame": "src", "object": "data"}
_KEPT = ("class", "id", "style", "hidden")  # what says whether a frame is shown, and what it is
_SIZE = re.compile(r"\s*[01](?:px)?\s*")  # of a frame that nobody sees
_SHEET_HIDDEN = re.compile(rb"<x:Visible>\s*Sheet(?:Very)?Hidden", re.I)
_DEEPEST = 5  # frames within frames
_MOST = 300  # frames of a page


def show_frames(root: etree._Element, address: str, held: Held, parse: Callable[[bytes], etree._Element]) -> None:
    """Put the held frames of a page in place, frames within them too; those that are not held stay as they are.

    `parse` makes a tree of a page's bytes. Raises what it raises, but for `Empty` and `Corrupt`: such a frame shows nothing.
    """
    waiting = [(root, address, 0)]
    shown = 0
    while waiting:
        tree, base, depth = waiting.pop()
        frames = [] if depth >= _DEEPEST else _sheets(tree, base, held) or _frames(tree, base, held)
        for element, where, data in frames[: _MOST - shown]:
            try:
                box = _put(element, parse(data))
            except (Empty, Corrupt):  # it shows nothing
                continue
            if _SHEET_HIDDEN.search(data):
                box.set("hidden", "")
            waiting.append((box, where, depth + 1))
            shown += 1
        if frames:
            _without_frameset(tree)


def _frames(tree: etree._Element, base: str, held: Held) -> list[tuple[etree._Element, str, bytes]]:
    """The frames in a tree that are held, each with its address and bytes."""
    found: list[tuple[etree._Element, str, bytes]] = []
    for element in tree.iter(*_ADDRESS):
        if any(_SIZE.fullmatch(element.get(side) or "") for side in ("width", "height")):
            continue
        written = element.get("srcdoc")
        if written is not None and element.tag == "iframe":
            found.append((element, base, codecs.BOM_UTF8 + written.encode("utf-8", "replace")))
        elif (said := (element.get(_ADDRESS[str(element.tag)]) or "").strip()) and (page := held(said, base)):
            found.append((element, *page))
    return found


def _sheets(tree: etree._Element, base: str, held: Held) -> list[tuple[etree._Element, str, bytes]]:
    """The sheets of a workbook saved as a page, in place of the frames that show one of them."""
    links = [link for link in tree.iter("link") if (link.get("id") or "").lower() == "shlink"]
    pages = [(link, page) for link in links if (page := held((link.get("href") or "").strip(), base))]
    if not pages:
        return []
    _take_out(list(tree.iter("frameset", "body")))
    body = etree.SubElement(tree, "body")
    for link, _ in pages:
        body.append(link)
    return [(link, *page) for link, page in pages]


def _put(element: etree._Element, page: etree._Element) -> etree._Element:
    """What a page shows, in place of the element that frames it; its style sheets come along."""
    box = etree.Element("div", {name: value for name in _KEPT if (value := element.get(name)) is not None})
    for sheet in list(page.iter("style", "link")):
        if next(sheet.iterancestors("body"), None) is None:
            sheet.tail = None
            box.append(sheet)
    within = page.find(".//frameset") if page.find(".//body") is None else page.find(".//body")
    for child in list(within) if within is not None else ():
        box.append(child)
    if within is not None and within.text:
        words = etree.Element("span")
        words.text = within.text
        box.insert(0, words)
    box.tail, element.tail = element.tail, None
    if (above := element.getparent()) is not None:
        above.replace(element, box)
    return box


def _without_frameset(tree: etree._Element) -> None:
    """A page of frames as any other page: what is for browsers without frames is gone."""
    _take_out(list(tree.iter("noframes")))
    for element in list(tree.iter("frameset")):
        element.tag = "div" if next(tree.iter("body"), None) is not None else "body"


def _take_out(elements: list[etree._Element]) -> None:
    for element in elements:
        if (above := element.getparent()) is not None:
            above.remove(element)
