"""A regular expression that is compiled at its first use: a program that reads one text needs few of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_ANCHORED = ("match", "fullmatch")
_LOOKED = 2_000_000  # characters: to look through so many for what a match needs takes as long as to compile a pattern
_made: list[Pattern] = []  # patterns are made with their modules, and last as long


class Pattern:
    """Has the methods of `re.Pattern` that readers need. Raises `re.error` at the first use where the source is wrong.

    What a match must have can be said, so that a text without it is answered without compiling: `begins`, the characters of
    which one stands first in a match (0 for any digit), `ends`, those of which one stands last in a full match, and `needs`,
    sets of characters or words of which the text holds one each.
    """

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[Any]]
    sub: Callable[..., str]
    subn: Callable[..., tuple[str, int]]

    def __init__(
        self, source: str, flags: int = 0, *, begins: str = "", ends: str = "", needs: Sequence[Sequence[str]] = ()
    ) -> None:
        self.source = self.pattern = source
        self.flags = flags
        self.begins, self.ends = begins, ends
        self.needs = tuple(needs)
        self.looked = 0  # characters in which what a match needs was looked for
        self.compiled = False
        _made.append(self)

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        if not (self.needs or self.begins or self.ends):
            return getattr(self._compiled(), name)
        first = partial(self._anchored if name in _ANCHORED and self.begins else self._first, name)
        setattr(self, name, first)
        return first

    def _anchored(self, name: str, text: str, start: int = 0, *end: int) -> Any:
        """The same of a method that looks at one place, told by the character there."""
        first = text[start : start + 1]
        if first and (first in self.begins or (first.isdecimal() and "0" in self.begins)):
            return self._first(name, text, start, *end)
        return None

    def _first(self, name: str, *arguments: Any, **named: Any) -> Any:
        """What a method gives as long as no text has had what a match must have, and little was looked through for it."""
        text = arguments[1] if name in ("sub", "subn") else arguments[0]
        if name == "fullmatch" and self.ends and text[-1:] not in self.ends:
            return None
        self.looked += len(text)
        for need in self.needs if self.looked <= _LOOKED else ():
            for word in need:
                if word in text:
                    break
            else:
                return _NOTHING[name](text)
        return getattr(self._compiled(), name)(*arguments, **named)

    def _compiled(self) -> re.Pattern[str]:
        compiled = re.compile(self.source, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        self.compiled = True
        return compiled


_NOTHING: dict[str, Callable[[str], Any]] = {
    "match": lambda text: None,
    "search": lambda text: None,
    "fullmatch": lambda text: None,
    "finditer": lambda text: iter(()),
    "findall": lambda text: [],
    "split": lambda text: [text],
    "sub": lambda text: text,
    "subn": lambda text: (text, 0),
}


def compile_all() -> None:
    """Compiles every pattern of the modules that are loaded: for a process that many others are forked from."""
    for pattern in _made:
        if not pattern.compiled:
            pattern._compiled()
