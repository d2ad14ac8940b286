"""Where the names of two bodies meet that stand together with nothing or a mere 和 between them: 教务处学生处, 党员教育中心县人社局; and where one
name only looks like two (教育和体育局, 公安局城北分局). The words are in `departments.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ..grammar.pattern import Pattern
from .bodies import LEVEL, LEVEL_HEAD, OPEN, Bodies, any_of, open_brackets
from .collectives import are_named_together
from .lexicon import load
from .lexicon.in_force import compiled

_GOVERNMENT = ("政府", "人民政府")
_SHORTEST = 3  # characters of the second name


class Seams:
    """The compiled words that tell it. `additions` as in `Settings.lexicon`."""

    def __init__(self, additions: Mapping[str, Any]) -> None:
        words = load("departments", additions)
        places = any_of(word[1:] for word in words["and_places"])
        self.joint = re.compile(rf"以及|[及与](?!其)|和(?!其|{places})")
        self.joint_before = (
            rf"以及|及|与|和(?![睦谐美乐县]|{places})"  # a piece of a pattern: what a name behind it leaves there
        )
        self.each = re.compile(rf"(?<=..)各(?={any_of(words['of_each'])})")
        self.inner = tuple(words["inner"])
        self.behind = {first: tuple(ends) for first, ends in words["seams"].items()}
        self.level = re.compile(rf"(?<=[{words['before_levels']}])(?:{LEVEL})")
        self.branch = re.compile(
            rf"{any_of(words['branches'])}$|^附属|^(?:直属)?(?:机关)?{any_of(words['organs_of_all'])}$"
        )
        self.head_offices = tuple(words["head_offices"])
        self.ends_of_places = tuple(words["ends_of_places"])


_PARTY = Pattern(r"(?:[省市县区州盟旗镇乡]委|党委|工委)$")


def seams() -> Seams:
    """Those of the word lists in force."""
    return compiled(Seams)


def are_one_office(left: str, right: str, words: Bodies) -> bool:
    """Whether 和 between two stands inside an office's name, whose field is a kind of body: 基金会和社会服务机构管理科."""
    if are_named_together(left, right):
        return True
    if right in _GOVERNMENT:
        return left.endswith("委")  # 各县党委和政府
    return words.is_kind(left) and right.endswith(seams().inner) and not LEVEL_HEAD.match(right)


@lru_cache(maxsize=4096)  # the same names come in many tasks
def seam(name: str, words: Bodies) -> int:
    """The first place where two names that run together meet (教务处学生处, 教育中心县人社局); 0 where it is one name."""
    places = [at for at in (_after_office(name, words), _before_level(name, words)) if at]
    return min(places, default=0)


def _after_office(name: str, words: Bodies) -> int:
    """Where an office ends behind which stands what cannot be part of it."""
    for suffix, behind in seams().behind.items():
        place = name.find(suffix, 2)
        if not 0 < place <= len(name) - _SHORTEST - len(suffix):
            continue
        field = suffix == "局" and name.endswith("局")
        if not field and not name.endswith(behind):
            continue
        follows = words.continuations.get(suffix[-1], "") + OPEN
        while place > 0:
            at = place + len(suffix)
            if at > len(name) - _SHORTEST:
                break
            left, right = name[:at], name[at:]
            if (
                name[at] not in follows
                and not open_brackets(name, 0, at)
                and not left.endswith("办事处")
                and words.is_body(left)
                and not _belongs(left, right)
                and (not field or right[:-1] in words.sectors)  # 林业局森林公安局 is one, 财政局教育局 are two
            ):
                return at
            place = name.find(suffix, at)
    return 0


def _before_level(name: str, words: Bodies) -> int:
    """Where a body that says its level begins behind a whole one: 党员教育中心|县人社局."""
    for match in seams().level.finditer(name, 2):
        at = match.start()
        left, right = name[:at], name[at:]
        if len(right) < _SHORTEST or open_brackets(name, 0, at) or left.endswith(seams().ends_of_places):
            continue
        if _belongs(left, right) or (_PARTY.search(left) and right.startswith("政府", 1)):
            continue  # 县委县政府督查室
        if words.is_complete(left) and words.is_body(left) and words.is_body(right):
            return at
    return 0


def _belongs(left: str, right: str) -> bool:
    """Whether the second may be a branch or an organ of the first: 国家税务总局|某市税务局, 公安局|城北分局."""
    known = seams()
    if known.branch.search(right) or (left.endswith("纪委") and right.startswith("监委", 1)):
        return True  # 区纪委区监委 are one office
    if LEVEL_HEAD.match(right):
        return left.endswith("公司") and right[1:] == "公司"  # 烟草公司县公司
    return left.endswith(known.head_offices) or (left.endswith("局") and left[-3:] == right[-3:])
