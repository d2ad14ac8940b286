"""Rules tried at a place in a text: the longest wins, then the one named first; places are taken from left to right.

A rule says with which two characters it can begin. So the scanner looks at those places alone, and there at those rules
alone: a text without any of these characters costs one search, and a rule that no text asks for is never compiled.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Generic, TypeVar

from .pattern import Pattern

T = TypeVar("T")


class Rule(Generic[T]):
    """A name, how it can begin, a pattern, and what to make of a match (None: it is nothing after all).

    `opening` is one or more words such as `全整>年`: the first characters, and after > those that can follow one of them;
    without > any character, or none, can follow.
    """

    def __init__(self, name: str, opening: str, pattern: str, build: Callable[[re.Match[str]], T | None]) -> None:
        self.name = name
        self.openings = tuple(word.partition(">")[::2] for word in opening.split())
        self.pattern = Pattern(pattern)
        self.build = build


class Scanner(Generic[T]):
    """A set of rules in order of precedence."""

    def __init__(self, rules: Iterable[Rule[T]]) -> None:
        self.rules = tuple(rules)
        self._choices: dict[str, tuple[Rule[T], ...]] = {}

    @cached_property
    def _search(self) -> Callable[[str, int], re.Match[str] | None]:
        """Where any rule may begin, roughly; what can begin with two given characters, `_choice` tells exactly."""
        openings = [opening for rule in self.rules for opening in rule.openings]
        free = {character for first, second in openings if not second for character in first}
        bound = {character for first, second in openings if second for character in first} - free
        seconds = {character for _, second in openings for character in second}
        pattern = f"[{_class(free | bound)}]"
        if bound:
            pattern += f"(?:(?=[{_class(seconds)}])" + (f"|(?<=[{_class(free)}]))" if free else ")")
        return re.compile(pattern).search

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[str, Rule[T]]]]:
        """First character → the rules that can begin with it, each with its second characters."""
        found: dict[str, list[tuple[str, Rule[T]]]] = {}
        for rule in self.rules:
            for first, second in rule.openings:
                for character in first:
                    found.setdefault(character, []).append((second, rule))
        return found

    def at(self, text: str, position: int) -> T | None:
        """The longest thing that begins at `position`, or None."""
        opening = text[position : position + 2]
        rules = self._choices.get(opening)
        if rules is None:
            rules = self._choices[opening] = self._choice(opening)
        if not rules:
            return None
        if len(rules) == 1:
            match = rules[0].pattern.match(text, position)
            return rules[0].build(match) if match is not None and match.end() > position else None
        found = [
            (-match.end(), place, match)
            for place, rule in enumerate(rules)
            if (match := rule.pattern.match(text, position)) is not None
        ]
        if len(found) > 1:
            found.sort(key=_first_two)
        for end, place, match in found:
            if -end > position and (value := rules[place].build(match)) is not None:
                return value
        return None

    def after(self, text: str, position: int) -> T | None:
        """The first thing that begins at `position` or later, the longest where several do."""
        search, choices, at = self._search, self._choices, self.at
        while found := search(text, position):
            position = found.start()
            if choices.get(text[position : position + 2]) != () and (value := at(text, position)) is not None:
                return value
            position += 1
        return None

    def _choice(self, opening: str) -> tuple[Rule[T], ...]:
        following = opening[1:]
        rules = (
            rule
            for second, rule in self._by_first.get(opening[:1], ())
            if not second or (following and following in second)
        )
        return tuple(dict.fromkeys(rules))


def _class(characters: Iterable[str]) -> str:
    return re.escape("".join(sorted(characters)))


def _first_two(found: tuple[int, int, object]) -> tuple[int, int]:
    return found[0], found[1]
