"""What bodies are counted under: a body's name without the plan's own place, by the names that the configuration gives.

In a plan of 云岭县, 云岭县教育局 and 县教育局 are both 教育局; 市教育局 is another body, and 县委组织部 is not 委组织部.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...language.bodies import LEVEL_HEAD, bodies
from ...language.places import LONG_LEVELS, levels_of, places_of

_PARTY = "中共"


class Keys:
    """The keys of one plan's bodies. `texts` name the plan's place at their beginning: its issuer, its title."""

    def __init__(self, texts: Iterable[str | None], aliases: Mapping[str, str]) -> None:
        self.aliases = aliases
        parts = next((parts for text in texts if text and (parts := places_of(text))), [])
        self.prefixes = ["".join(parts[k:]) for k in range(len(parts))]
        self.levels = levels_of(parts[-1]) if parts else ()
        self.known: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The key of a body by its name."""
        key = self.known.get(name)
        if key is None:
            key = self.aliases.get(name) or self._without_place(name)
            key = self.known[name] = self.aliases.get(key, key)
        return key

    def _without_place(self, name: str) -> str:
        bare = name.removeprefix(_PARTY)
        for prefix in self.prefixes:
            if bare.startswith(prefix):
                rest = bare[len(prefix) :]
                return self.levels[-1] + rest if rest.startswith("委") else _body(rest) or name
        head = LEVEL_HEAD.match(bare)
        for level in self.levels:
            if bare.startswith(level) and (level in LONG_LEVELS or (head and head.group() == level)):
                return _body(bare[len(level) :]) or name
        return name


def _body(rest: str) -> str:
    """What is left of a name, where it is one itself: 教育局, but not 委组织部."""
    known = bodies()
    whole = len(rest) > 1 and rest[0] not in "委长" and (known.is_body(rest) or known.ends_as_body(rest))
    return rest if whole else ""
