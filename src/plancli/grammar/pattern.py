"""A regular expression that is compiled at its first use: a program that reads one text needs few of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_made: list[Pattern] = []  # patterns are made with their modules, and last as long


class Pattern:
    """Has the methods of `re.Pattern` that readers need. Raises `re.error` at the first use where the source is wrong."""

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[Any]]
    sub: Callable[..., str]
    subn: Callable[..., tuple[str, int]]

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = self.pattern = source
        self.flags = flags
        _made.append(self)

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.source, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile_all() -> None:
    """Compiles every pattern of the modules that are loaded: for a process that many others are forked from."""
    for pattern in _made:
        getattr(pattern, _METHODS[0])
