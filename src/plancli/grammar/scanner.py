"""Rules tried at a place in a text: the longest wins, then the one named first; places are taken from left to right.

A rule says with which two characters it can begin, and one that begins with a number what stands behind the number. So the
scanner looks at those places alone, and there at those rules alone: a text without any of these characters costs one
search, and a rule that no text asks for is never compiled.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from .pattern import Pattern

T = TypeVar("T")
# A number as `plancli.language.numerals` reads it (none of a time is longer), its unit, and the character behind the unit.
_DIGITS = "0123456789〇零一二三四五六七八九十千两廿卅"
_NUMBER = re.compile(rf"[{_DIGITS}]{{1,16}}([^\n]?)([^\n]?)")


class Opening(NamedTuple):
    """The characters that can stand first, second, as the unit of a number, and behind it; none: any can."""

    first: str
    second: str = ""
    unit: str = ""
    behind: str = ""


class Rule(Generic[T]):
    """A name, how it can begin, a pattern, and what to make of a match (None: it is nothing after all).

    `opening` is one or more words such as `全整>年`: the first characters, and after > those that can follow one of them;
    without > any character, or none, can follow. A word for a number may go on: `123>12月>月>底末` is a number whose unit is 月
    and whose next character is 底 or 末; what is not said there may be anything. `needs` is what the text must hold, as of a
    `Pattern`.
    """

    def __init__(
        self,
        name: str,
        opening: str,
        pattern: str,
        build: Callable[[re.Match[str]], T | None],
        needs: Sequence[Sequence[str]] = (),
    ) -> None:
        self.name = name
        self.openings = tuple(Opening(*word.split(">")) for word in opening.split())
        self.pattern = Pattern(pattern, needs=needs)
        self.build = build


class Scanner(Generic[T]):
    """A set of rules in order of precedence."""

    def __init__(self, rules: Iterable[Rule[T]]) -> None:
        self.rules = tuple(rules)
        self._choices: dict[str, tuple[Rule[T], ...]] = {}  # by the two characters
        self._closer: dict[str, tuple[Rule[T], ...]] = {}  # by the two, the unit and what is behind it

    @cached_property
    def _places(self) -> Callable[[str, int], Iterator[re.Match[str]]]:
        """Where any rule may begin, roughly; what can begin with two given characters, `_choice` tells exactly."""
        openings = [opening for rule in self.rules for opening in rule.openings]
        free = {character for opening in openings if not opening.second for character in opening.first}
        bound = {character for opening in openings if opening.second for character in opening.first} - free
        seconds = {character for opening in openings for character in opening.second}
        pattern = f"[{_class(free | bound)}]"
        if bound:
            pattern += f"(?:(?=[{_class(seconds)}])" + (f"|(?<=[{_class(free)}]))" if free else ")")
        return re.compile(pattern).finditer

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[Opening, Rule[T]]]]:
        """First character → the rules that can begin with it, each with that opening."""
        found: dict[str, list[tuple[Opening, Rule[T]]]] = {}
        for rule in self.rules:
            for opening in rule.openings:
                for character in opening.first:
                    found.setdefault(character, []).append((opening, rule))
        return found

    def at(self, text: str, position: int) -> T | None:
        """The longest thing that begins at `position`, or None."""
        opening = text[position : position + 2]
        rules = self._choices.get(opening)
        if rules is None:
            rules = self._choices[opening] = self._choice(opening)
        if rules and opening[0] in _DIGITS and (number := _NUMBER.match(text, position)):
            key = opening + number[1] + number[2]
            closer = self._closer.get(key)
            if closer is None:
                closer = self._closer[key] = self._choice(opening, number[1], number[2])
            rules = closer
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
        choices, at = self._choices, self.at
        for found in self._places(text, position):
            position = found.start()
            if choices.get(text[position : position + 2]) != () and (value := at(text, position)) is not None:
                return value
        return None

    def _choice(self, opening: str, unit: str | None = None, behind: str = "") -> tuple[Rule[T], ...]:
        """The rules for two characters, and for what follows the number there, where that is told."""
        following = opening[1:]
        rules = (
            rule
            for said, rule in self._by_first.get(opening[:1], ())
            if _allows(said.second, following)
            and (unit is None or (_allows(said.unit, unit) and _allows(said.behind, behind)))
        )
        return tuple(dict.fromkeys(rules))


def _allows(characters: str, character: str) -> bool:
    return not characters or (character != "" and character in characters)


def _class(characters: Iterable[str]) -> str:
    return re.escape("".join(sorted(characters)))


def _first_two(found: tuple[int, int, object]) -> tuple[int, int]:
    return found[0], found[1]
