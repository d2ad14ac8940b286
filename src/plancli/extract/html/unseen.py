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
_FIELDS = ("input", "select", "textarea")
_OF_WORDS = ("text", "number", "date", "month", "tel", "email", "url")
_STRUCK = ("s", "strike")  # what no longer holds
_said_hidden = finder("//@hidden/..")


def take_unseen(root: etree._Element, styles: PageStyles, notes: list[Note]) -> list[str]:
    """Take out elements that are not shown, and give the words of the hidden ones. A page that hides most of its text (a
    script shows it) keeps it, and a note says so."""
    for element in list(root.iter(*_NEVER_SHOWN)):
        if element.tag in _FIELDS:
            _keep_value(element)
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


def _keep_value(field: etree._Element) -> None:
    """What a field of a form shows is read as printed: a box to tick as □ or ☑, words where they are all that a cell of a table
    holds; in other places a page asks for words by such fields."""
    kind = (field.get("type") or "text").lower()
    shown = ""
    if field.tag == "input" and kind in ("checkbox", "radio"):
        shown = "☑" if field.get("checked") is not None else "□"
    elif field.tag != "input" or kind in _OF_WORDS:
        cell = next(field.iterancestors("td", "th"), None)
        if cell is not None and sum(1 for _ in cell.iter(*_FIELDS, "button")) == 1 and text_of(cell) == text_of(field):
            shown = _words_in(field)
    if shown:
        field.tail = shown + (field.tail or "")


def _words_in(field: etree._Element) -> str:
    """The words that a field shows, of a list those of the entry that is chosen."""
    if field.tag == "input":
        return (field.get("value") or "").strip()
    if field.tag == "textarea":
        return (field.text or "").strip()
    return " ".join(
        "".join(map(str, entry.itertext())).strip() for entry in field.iter("option") if "selected" in entry.attrib
    )
