"""What plancli says to people: each message by its English words and its values, put into the user's language where it is shown.

    Message("the archive has {count} entries, more than the {most} allowed", count=12, most=10)

A message is text, in English, so that it can be compared, pickled and written as any other; it keeps its template, which is the
key of the catalogue (`catalogues/zh/LC_MESSAGES/plancli.po`, compiled to the `.mo` beside it: GNU gettext). The catalogue is
read when the first message is shown in another language than English. A library user is always told English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal

if TYPE_CHECKING:
    from gettext import NullTranslations

Language = Literal["zh", "en"]
CATALOGUES = Path(__file__).parent / "catalogues"
DOMAIN = "plancli"
_NAMED = re.compile(r"\{(\w+)(?:![rs])?(?::[^{}]*)?\}")

_asked: Callable[[], Language] | None = None
_chosen: Language | None = None


class Message(str):
    """A message in English, with what it takes to say it in another language.

    `template` has named places for the `values`, as `str.format` reads them; `plural` is the template for every count but 1,
    the count being the value of that name. Values are numbers, text, or messages, which are translated within it.
    """

    __slots__ = ("plural", "template", "values")
    template: str
    plural: str | None
    values: dict[str, Any]

    def __new__(cls, template: str, plural: str | None = None, /, **values: object) -> Message:  # noqa: D102 - what the class says
        kept = {name: _plain(value) for name, value in values.items()}
        shape = template if plural is None or kept.get("count") == 1 else plural
        made = super().__new__(cls, shape.format(**kept) if kept else shape)
        made.template, made.plural, made.values = template, plural, kept
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (self.template, self.plural, self.values)

    def also(self, **values: object) -> Message:
        """The same with more values, where there are any."""
        return Message(self.template, self.plural, **(self.values | values)) if values else self


class Several(str):
    """Messages in a row, each whole in itself, parted by semicolons as the language has them."""

    __slots__ = ("held",)
    held: tuple[str, ...]
    marks: ClassVar = ("; ", "；")

    def __new__(cls, *held: str) -> Several:  # noqa: D102 - what the class says
        made = super().__new__(cls, cls.marks[0].join(held))
        made.held = held
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self.held


class Listed(Several):
    """Messages of a few words in a row, parted by commas as the language has them."""

    __slots__ = ()
    marks = (", ", "，")


def _made(template: str, plural: str | None, values: dict[str, Any]) -> Message:
    return Message(template, plural, **values)


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | float) and not isinstance(value, bool) else str(value)


def speak(language: Language | Callable[[], Language] | None) -> None:
    """From now on messages are shown in this language; a function is asked for it when the first is shown. None is English."""
    global _asked, _chosen
    _asked = language if callable(language) else None
    _chosen = None if callable(language) else language or "en"


def language() -> Language:
    """The language that messages are shown in."""
    global _chosen
    if _chosen is None:
        asked, found = _asked, "en"
        _chosen = "en"  # what is said while the language is looked for
        if asked is not None:
            found = asked()
        _chosen = "zh" if found == "zh" else "en"
    return _chosen


def translated(text: str, language_: Language | None = None) -> str:
    """A message in the user's language, or in the one that is named; text that is no message of the catalogue as it stands."""
    if (language_ or language()) == "en":
        return str(text)
    if isinstance(text, Several):
        return text.marks[1].join(translated(one, "zh") for one in text.held)
    if not isinstance(text, Message):
        return _catalogue().gettext(text) if text else text
    held = _catalogue()
    if text.plural is None:
        shape = held.gettext(text.template) if text.template else ""
    else:
        shape = held.ngettext(text.template, text.plural, int(text.values.get("count", 0)))
    shown = {
        name: translated(value, "zh") if isinstance(value, Message | Several) else value
        for name, value in text.values.items()
    }
    return shape.format(**shown) if shown else shape


def recognised(text: str, language_: Language | None = None) -> str:
    """English text that was a message once, such as that of a diagnostic in a result, in the user's language: the template of
    the catalogue that it fits, and says most of it. Text that fits none stays as it is."""
    if (language_ or language()) == "en":
        return text
    if isinstance(text, Message | Several):
        return translated(text, "zh")
    held = _catalogue()
    if (exact := held.gettext(text) if text else text) != text:
        return exact
    best: tuple[int, str, dict[str, str]] | None = None
    for template, head, tail in _templates():
        if text.startswith(head) and text.endswith(tail) and len(text) >= len(head) + len(tail):
            found = _fitting(template).fullmatch(text)
            said = len(_NAMED.sub("", template))
            if found and (best is None or said > best[0]):
                best = said, template, found.groupdict()
    if best is None:
        return text
    _, template, values = best
    shape = _NAMED.sub(lambda place: f"{{{place[1]}}}", held.gettext(template))
    return shape.format(**{name: _within(value) for name, value in values.items()})


def _within(value: str) -> str:
    """A value of a message, which may be a message itself, or several."""
    if " " not in value:
        return translated(value, "zh")  # a word of the catalogue; templates have more than one
    whole = recognised(value, "zh")
    return whole if whole != value or "; " not in value else "；".join(map(_within, value.split("; ")))


@cache
def _catalogue() -> NullTranslations:
    import gettext

    return gettext.translation(DOMAIN, CATALOGUES, languages=["zh"], fallback=True)


@cache
def _templates() -> tuple[tuple[str, str, str], ...]:
    """The templates with values, each with the words before its first and behind its last; those of nothing but values left out."""
    found = []
    for key in vars(_catalogue()).get("_catalog", ()):
        pieces = _NAMED.split(key) if isinstance(key, str) else ()  # pairs for plurals are no text of a result
        if len(pieces) > 1 and re.search(r"\w{2}", "".join(pieces[::2])):
            found.append((key, pieces[0], pieces[-1]))
    return tuple(found)


@cache
def _fitting(template: str) -> re.Pattern[str]:
    """What text of this template looks like, each value under its name."""
    parts, seen = [], set()
    at = 0
    for place in _NAMED.finditer(template):
        parts.append(re.escape(template[at : place.start()]))
        parts.append(f"(?P={place[1]})" if place[1] in seen else f"(?P<{place[1]}>.*?)")
        seen.add(place[1])
        at = place.end()
    return re.compile("".join([*parts, re.escape(template[at:])]), re.DOTALL)
