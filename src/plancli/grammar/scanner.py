"""Rules tried at a place in a text: the longest wins, then the one named first; places are taken from left to right.

A rule says with which characters it can begin. So the scanner looks at those places alone, and there at those rules
alone: a text without any of these characters costs one search.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A name, the characters it can begin with, a pattern, and what to make of a match (None: it is nothing after all)."""

    name: str
    first: str
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], T | None]


class _Choice(NamedTuple, Generic[T]):
    """The rules that can begin with one character; `any` matches where one of them does, `all` tells how far each goes."""

    rules: tuple[Rule[T], ...]
    any: re.Pattern[str]
    all: re.Pattern[str]


class Scanner(Generic[T]):
    """A set of rules in order of precedence."""

    def __init__(self, rules: Iterable[Rule[T]]) -> None:
        self.rules = tuple(rules)
        by_character: dict[str, list[Rule[T]]] = {}
        for rule in self.rules:
            for character in dict.fromkeys(rule.first):
                by_character.setdefault(character, []).append(rule)
        made: dict[tuple[str, ...], _Choice[T]] = {}
        self._choices: dict[str, _Choice[T]] = {}
        for character, found in by_character.items():
            names = tuple(rule.name for rule in found)
            if names not in made:
                made[names] = _choice(found)
            self._choices[character] = made[names]
        self._first = re.compile(f"[{re.escape(''.join(sorted(by_character)))}]")

    def at(self, text: str, position: int) -> T | None:
        """The longest thing that begins at `position`, or None."""
        choice = self._choices.get(text[position : position + 1])
        if choice is None or choice.any.match(text, position) is None:
            return None
        return _longest(choice, text, position)

    def after(self, text: str, position: int) -> T | None:
        """The first thing that begins at `position` or later, the longest where several do."""
        search, choices = self._first.search, self._choices
        while found := search(text, position):
            position = found.start()
            choice = choices[found.group()]
            if choice.any.match(text, position) is not None:
                value = _longest(choice, text, position)
                if value is not None:
                    return value
            position += 1
        return None


def _choice(rules: list[Rule[T]]) -> _Choice[T]:
    bare = [re.sub(r"[(][?]P<[a-z_0-9]+>", "(?:", rule.pattern.pattern) for rule in rules]
    either = re.compile("|".join(f"(?:{pattern})" for pattern in bare))
    return _Choice(tuple(rules), either, re.compile("".join(f"(?=({pattern})|)" for pattern in bare)))


def _longest(choice: _Choice[T], text: str, position: int) -> T | None:
    lengths = choice.all.match(text, position)
    if lengths is None:
        return None
    ends = [(-end, place) for place, (_, end) in enumerate(lengths.regs[1:]) if end > position]
    for _, place in sorted(ends) if len(ends) > 1 else ends:
        rule = choice.rules[place]
        match = rule.pattern.match(text, position)
        value = rule.build(match) if match is not None else None
        if value is not None:
            return value
    return None
