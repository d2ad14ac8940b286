"""A regular expression that is compiled at its first use: a program that reads one text needs few of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_ANCHORED = ("match", "fullmatch")
_made: list[Pattern] = []  # patterns are made with their modules, and last as long


class Pattern:
    """Has the methods of `re.Pattern` that readers need. Raises `re.error` at the first use where the source is wrong.

    What a match must have can be said, so that a text without it is answered without compiling: `begins`, the characters of
    which one stands first in a match (0 for any digit), and `needs`, sets of characters of which the text holds one each.
    """

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[Any]]
    sub: Callable[..., str]
    subn: Callable[..., tuple[str, int]]

    def __init__(self, source: str, flags: int = 0, *, begins: str = "", needs: Sequence[str] = ()) -> None:
        self.source = self.pattern = source
        self.flags = flags
        self.begins = begins
        self.needs = tuple(map(frozenset, needs))
        _made.append(self)

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        if self.needs or self.begins:
            return lambda *arguments: self._first(name, *arguments)
        return getattr(self._compiled(), name)

    def _first(self, name: str, *arguments: Any) -> Any:
        """What a method gives as long as no text has had what a match must have."""
        text = arguments[1] if name in ("sub", "subn") else arguments[0]
        start = arguments[1] if name in _ANCHORED and len(arguments) > 1 else 0
        if (name not in _ANCHORED or self._may_begin(text[start : start + 1])) and not any(
            need.isdisjoint(text) for need in self.needs
        ):
            return getattr(self._compiled(), name)(*arguments)
        return _NOTHING[name](text)

    def _may_begin(self, first: str) -> bool:
        begins = self.begins
        return not begins or (first != "" and (first in begins or (first.isdecimal() and "0" in begins)))

    def _compiled(self) -> re.Pattern[str]:
        compiled = re.compile(self.source, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
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
        if _METHODS[0] not in vars(pattern):
            pattern._compiled()
