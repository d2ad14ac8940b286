"""Rules tried at a place in a text: the longest wins, then the one named first; places are taken from left to right.

A rule says with which characters it can begin. So the scanner looks at those places alone, and there at those rules
alone: a text without any of these characters costs one search.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A name, the characters it can begin with, a pattern, and what to make of a match (None: it is nothing after all)."""

    name: str
    first: str
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], T | None]


class Scanner(Generic[T]):
    """A set of rules in order of precedence."""

    def __init__(self, rules: Iterable[Rule[T]]) -> None:
        self.rules = tuple(rules)
        by_character: dict[str, list[Rule[T]]] = {}
        for rule in self.rules:
            for character in dict.fromkeys(rule.first):
                by_character.setdefault(character, []).append(rule)
        self._rules = {character: tuple(found) for character, found in by_character.items()}
        self._any = {character: _either(found) for character, found in self._rules.items()}
        self._first = re.compile(f"[{re.escape(''.join(sorted(by_character)))}]")

    def at(self, text: str, position: int) -> tuple[Rule[T], re.Match[str], T] | None:
        """The longest thing that begins at `position`, or None."""
        if position >= len(text):
            return None
        quick = self._any.get(text[position])
        if quick is None or quick.match(text, position) is None:
            return None
        best: tuple[Rule[T], re.Match[str], T] | None = None
        for rule in self._rules[text[position]]:
            match = rule.pattern.match(text, position)
            if match is None or (best is not None and match.end() <= best[1].end()):
                continue
            value = rule.build(match)
            if value is not None:
                best = (rule, match, value)
        return best

    def after(self, text: str, position: int) -> tuple[Rule[T], re.Match[str], T] | None:
        """The first thing that begins at `position` or later, the longest where several do."""
        search, quick = self._first.search, self._any
        while found := search(text, position):
            position = found.start()
            if quick[found.group()].match(text, position) is not None and (result := self.at(text, position)):
                return result
            position += 1
        return None


def _either(rules: Iterable[Rule[T]]) -> re.Pattern[str]:
    """One pattern that matches where any of the rules does; group names are dropped, for they would meet."""
    return re.compile("|".join(f"(?:{re.sub(r'[(][?]P<[a-z_0-9]+>', '(?:', rule.pattern.pattern)})" for rule in rules))
