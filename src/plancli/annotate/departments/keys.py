"""What bodies are counted under: a body's name without the plan's own place, by the names that the configuration gives.

In a plan of 云岭县, 云岭县教育局 and 县教育局 are both 教育局; 市教育局 is another body, and 县委组织部 is not 委组织部.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ...language.bodies import LEVEL_HEAD, bodies

# A place by its ending, and the words that only look so: 城市, 社区, 乡镇, 市场, 县域.
_PART = re.compile(
    r"(?:[㐀-鿿]{2,10}?自治[区州县旗]|[㐀-鿿]{2,10}?(?:开发|高新|示范|新)区"
    r"|[㐀-鿿]{2,4}?(?:省|地区|街道|(?<![城都超门夜])市(?![场政民容域直级属])|县(?![域级直属城])|(?<![城市社小片辖街景山库老校矿灾郊])区(?![域划块级直属位])"
    r"|州(?![级直])|盟(?![级直])|旗(?![级直])|(?<![城乡集村])镇(?![级街])|乡(?![级村镇])))"
)
_NO_PLACE = re.compile(r"[局委部厅办院校处科会司和及与全各]")
_YEAR = re.compile(r"(?:中共)?(?:(?:19|20)\d{2}年(?:度)?)?")
_PARTY = "中共"
_WITHOUT_HEAD = (
    "乡",
    "街道",
    "自治区",
    "自治州",
    "自治县",
    "开发区",
    "高新区",
    "示范区",
    "新区",
)  # levels that LEVEL_HEAD has not


class Keys:
    """The keys of one plan's bodies. `texts` name the plan's place at their beginning: its issuer, its title."""

    def __init__(self, texts: Iterable[str | None], aliases: Mapping[str, str]) -> None:
        self.aliases = aliases
        parts = next((parts for text in texts if text and (parts := _places(text))), [])
        self.prefixes = ["".join(parts[k:]) for k in range(len(parts))]
        self.levels = _levels(parts[-1]) if parts else ()
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
            if bare.startswith(level) and (level in _WITHOUT_HEAD or (head and head.group() == level)):
                return _body(bare[len(level) :]) or name
        return name


def _places(text: str) -> list[str]:
    """The places that a text begins with, each in the one before: 江北市云岭县教育局 → 江北市, 云岭县."""
    begin = _YEAR.match(text)
    at = begin.end() if begin else 0
    parts: list[str] = []
    while (found := _PART.match(text, at)) and not _NO_PLACE.search(found.group()):
        parts.append(found.group())
        at = found.end()
    return parts


def _levels(place: str) -> tuple[str, ...]:
    """What a place is called in the names of its own bodies: 县 of 云岭县, 自治州 and 州 of 白塔自治州."""
    return (*(word for word in _WITHOUT_HEAD if place.endswith(word) and word != place[-1]), place[-1])


def _body(rest: str) -> str:
    """What is left of a name, where it is one itself: 教育局, but not 委组织部."""
    known = bodies()
    whole = len(rest) > 1 and rest[0] not in "委长" and (known.is_body(rest) or known.ends_as_body(rest))
    return rest if whole else ""
