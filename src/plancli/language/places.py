"""The places that official names begin with: 江北市云岭县教育局 is a body of 云岭县, in 江北市."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from .bodies import bodies

# A place by its ending, and the words that only look so: 城市, 社区, 乡镇, 市场, 县域.
_PART = Pattern(
    r"(?:.{2,10}?自治[区州县旗]|.{2,10}?(?:开发|高新|示范|新)区"
    r"|.{2,4}?(?:省|地区|(?<![城都超门夜])市(?![场政民容域直级属])|县(?![域级直属城])|(?<![城市社小片辖街景山库老校矿灾郊])区(?![域划块级直属位])"
    r"|州(?![级直])|盟(?![级直])|旗(?![级直])|(?<![城乡集村])镇(?![级街])|乡(?![级村镇])))",
    needs=("区州县旗省市盟镇乡",),
)
_JOINS = Pattern(r"[和及与全各]", needs=("和及与全各",))
_YEAR = Pattern(r"(?:中共)?(?:(?:19|20)\d{2}年(?:度)?)?")
LONG_LEVELS = (
    "乡",
    "街道",
    "自治区",
    "自治州",
    "自治县",
    "开发区",
    "高新区",
    "示范区",
    "新区",
)  # those that bodies.LEVEL has not


def places_of(text: str) -> list[str]:
    """The places that a text begins with, each in the one before, its year aside; no body may end in one."""
    begin = _YEAR.match(text)
    at = begin.end() if begin else 0
    last = next((place for place in range(at, len(text)) if not "㐀" <= text[place] <= "鿿"), len(text))
    parts: list[str] = []
    while found := _PART.match(text, at, last):
        part = found.group()
        if _JOINS.search(part) or any(bodies().suffix(part[:end]) for end in range(2, len(part))):
            break
        parts.append(part)
        at = found.end()
    return parts


def levels_of(place: str) -> tuple[str, ...]:
    """What a place is called in the names of its own bodies: 县 of 云岭县, 自治州 and 州 of 白塔自治州."""
    return (*(word for word in LONG_LEVELS if place.endswith(word) and word != place[-1]), place[-1])
