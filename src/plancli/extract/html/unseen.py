"""What a reader does not see of a page: elements that are never shown, that are hidden, that are struck out."""

from __future__ import annotations

from lxml import etree

from ...messages import Message
from ...model.source import Note
from .elements import drop, finder, text_of
from .styles import PageStyles

_NEVER_SHOWN = (
    "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "canvas", "audio", "video",
    "map", "select", "textarea", "input", "button", "rp", "rt", "datalist", "frameset", "del",
)  # fmt: skip
_STRUCK = ("s", "strike")  # what no longer holds
_said_hidden = finder("//@hidden/..")


def take_unseen(root: etree._Element, styles: PageStyles, notes: list[Note]) -> list[str]:
    """Take out elements that are not shown, and give the words of the hidden ones. A page that hides most of its text (a
    script shows it) keeps it, and a note says so."""
    for element in list(root.iter(*_NEVER_SHOWN)):
        if element.tag == "input":
            _keep_tick(element)
        drop(element)
    unseen = {*_said_hidden(root), *root.iter(*_STRUCK), *styles.hidden}
    if not unseen:
        return []
    whole = len(text_of(root))
    words: list[str] = []
    gone: set[etree._Element] = set()
    for element in [element for element in root.iter() if element in unseen]:
        above = element.getparent()
        if above is None or not gone.isdisjoint(element.iterancestors()):
            continue
        hidden = text_of(element)
        if len(hidden) * 2 > whole:
            message = Message(
                "{count} character is hidden until a script shows it; it was read",
                "{count} characters are hidden until a script shows them; they were read",
                count=len(hidden),
            )
            notes.append(("article-guessed", message, None))
            continue
        if hidden:
            words.append(hidden)
        gone.add(element)
    for element in gone:
        drop(element)
    return words


def _keep_tick(element: etree._Element) -> None:
    """A box to tick is read as printed: □ or ☑."""
    if (element.get("type") or "").lower() in ("checkbox", "radio"):
        element.tail = ("☑" if element.get("checked") is not None else "□") + (element.tail or "")
