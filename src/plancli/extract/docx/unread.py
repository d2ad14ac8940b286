"""What a document shows and is not read, and the paragraphs in which it stands: pictures, embedded files, unknown structures."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ...messages import Message
from ...model.source import Note
from .names import MATH_TEXT, T

_SHOWN = 5  # paragraphs that a note names
_EXCERPT = 80


class Unread:
    """Collects over a document; `paragraph` is the number of the one that is being read."""

    def __init__(self) -> None:
        self.paragraph = 0
        self._found: dict[tuple[str, str, str], list[int]] = {}

    def add(self, code: str, what: str, said: str) -> None:
        """A thing that is there: the code of its diagnostic, what it is, and what is to be said of it."""
        self._found.setdefault((code, what, said), []).append(self.paragraph)

    def words(self, element: etree._Element) -> None:
        """An element that nothing reads: said where it holds words."""
        if not isinstance(element.tag, str):
            return
        if words := words_in(element):
            name = etree.QName(element).localname
            self.add(
                "unread-text",
                Message("Text where none may stand ({name})", name=name),
                Message("was not read: {excerpt}", excerpt=excerpt(words)),
            )

    def notes(self) -> Iterator[Note]:
        """Each kind of thing with its places, as notes of a source."""
        for (code, what, said), places in self._found.items():
            numbers = list(dict.fromkeys(max(number, 1) for number in places))
            shown = ", ".join(map(str, numbers[:_SHOWN])) + (", …" if len(numbers) > _SHOWN else "")
            message = Message(
                "{what} (paragraph {places}) {said}",
                "{what} {count} times (paragraph {places}) {said}",
                count=len(places),
                what=what,
                places=shown,
                said=said,
            )
            yield code, message, None


def words_in(element: etree._Element) -> str:
    """The words that an element and those in it hold, without blanks around them."""
    return "".join(part.text or "" for part in element.iter(T, MATH_TEXT)).strip()


def excerpt(text: str) -> str:
    """The beginning of a text, for a message."""
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
