"""Posts beside a person's name: 副县长王平, 王平副局长, 局党组成员、副局长王平 all name 王平."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal

from ..grammar.pattern import Pattern
from .bodies import any_of, is_collective
from .lexicon import load
from .lexicon.in_force import compiled
from .surnames import SURNAMES, looks_like_person

PostKind = Literal["person", "titled", "post"]


class Posts:
    """The compiled words of posts. `additions` as in `Settings.lexicon`."""

    def __init__(self, additions: Mapping[str, Any]) -> None:
        self._words = load("posts", additions)
        self._post = rf"副?(?:{any_of(self._words['chiefs'])}长|{any_of(self._words['posts'])})"

    @cached_property
    def ends(self) -> frozenset[str]:
        """The last characters of posts, and of those who hold one."""
        return frozenset(["长", *(word[-1:] for word in (*self._words["posts"], *self._words["holders"]))])

    @cached_property
    def any_end(self) -> re.Pattern[str]:
        """Any of these."""
        return re.compile(f"[{re.escape(''.join(sorted(self.ends)))}]")

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """Posts alone, one behind the other: 党组成员副局长."""
        return re.compile(rf"(?:{any_of(self._words['before'])}{{0,4}}{self._post})+")

    @cached_property
    def end(self) -> re.Pattern[str]:
        """A post at the end."""
        return re.compile(rf"{self._post}$")

    @cached_property
    def no_name(self) -> re.Pattern[str]:
        """Fields and offices before a post that look like a surname with a name behind: 文旅局长, 党办主任."""
        return re.compile(rf"[局委办科处室部院校所站副]$|^{any_of(self._words['fields'])}")

    @cached_property
    def holders(self) -> re.Pattern[str]:
        """Who a list names by what they do: 各网格长, 社区民警, 各乡镇统战委员."""
        return re.compile(rf"[㐀-鿿（）“”]{{0,12}}{any_of(self._words['holders'])}$")

    def names_no_how(self, name: str) -> bool:
        """Whether what looks like a name does not say how a thing is done: 高度 in 书记高度负责."""
        return name not in self._words["no_names"]

    @cached_property
    def called(self) -> re.Pattern[str]:
        """Such people as what somebody calls in or guides: 组织全体教师, 县工会组织职工; not 组织干事, an office of its own."""
        held = any_of([word for word in self._words["holders"] if word != "干事"])
        return re.compile(
            rf"{any_of(self._words['calls'])}(?:全体|全[㐀-鿿]|广大|部分|有关|相关|各[㐀-鿿]{{0,4}}|本[㐀-鿿])?{held}$"
        )


_COMMON = frozenset(SURNAMES[:120])  # by which two characters behind a post are a name, where nothing else tells it
_LISTING = Pattern("[、，,；;]")
_PARTS, _LISTED = Pattern(r"[^，,；;。\s]+"), Pattern("[^、]+")
_OF_ALL = r"(?:[两三四五几]位)?同志"
_COMRADES = Pattern(rf"(?:[㐀-鿿·]{{2,5}}[、和])*[㐀-鿿·]{{2,5}}?{_OF_ALL}", needs=("同志",))
_TITLE_OF_ALL = Pattern(rf"{_OF_ALL}$", needs=("同志",))


def comrades_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches that are names with 同志 behind the last: 志远、家宁同志."""
    if text.find("同志", start, end) < 0:
        return []
    return [match.span() for match in _COMRADES.finditer(text, start, end)]


def without_title_of_all(names: str) -> str:
    """Names without the word behind them that calls each so: 志远、家宁两位同志 → 志远、家宁."""
    return _TITLE_OF_ALL.sub("", names) if "同志" in names else names


def posts() -> Posts:
    """The posts in force."""
    return compiled(Posts)


def person_in(piece: str) -> tuple[int, int, PostKind]:
    """The range of a person's name in a piece, and whether a post stands before it, alone, or not at all.

    A post behind the name goes too. What is not understood is a name as a whole.
    """
    size, words = len(piece), posts()
    if size > 1 and words.whole.fullmatch(piece):
        return 0, size, "post"
    if is_collective(piece) and words.end.search(piece):
        return 0, size, "person"  # 全体班主任: all who have the post
    if size < 3 or (looks_like_person(piece) and not words.end.search(piece)):
        return 0, size, "person"
    for length in (4, 3, 2):
        before = piece[:-length]
        if size > length and looks_like_person(piece[-length:]):
            held = words.holders.fullmatch(before) and not words.holders.fullmatch(piece)  # 心理教师周岭, not 党员干部
            if words.end.search(before) or held:
                return size - length, size, "titled"
    for length in (2, 3, 4):
        if (
            looks_like_person(piece[:length])
            and not words.no_name.search(piece[:length])
            and words.whole.fullmatch(piece, length)
        ):
            return 0, length, "person"
    if (match := words.whole.match(piece)) and re.fullmatch(r"[㐀-鿿·]{3,10}", piece[match.end() :]) and "·" in piece:
        return match.end(), size, "titled"
    return 0, size, "person"


def given_name_before_post(piece: str) -> int:
    """How long the name is that a post follows in a sentence, its surname left out or not: 丽华副县长; 0 where there is none."""
    words = posts()
    if is_collective(piece):
        return 0  # 各班主任: whoever holds the post
    if piece[:1] in SURNAMES and words.whole.fullmatch(piece, 1):
        return len(piece)  # 林副市长
    for length in (2, 3):
        if not words.no_name.search(piece[:length]) and words.whole.fullmatch(piece, length):
            return length
    return 0


def is_person_behind_post(piece: str) -> bool:
    """Whether a piece is a post and whoever has it, by name: 支部书记陈志宏."""
    start, _, kind = person_in(piece)
    return kind == "titled" and posts().whole.fullmatch(piece, 0, start) is not None


def behind_post(content: str) -> list[tuple[int, int]]:
    """Where the names stand in a text that is nothing but posts, a colon and who has them (组长：周明远，副组长：何静、石婷); none for
    another text."""
    found: list[tuple[int, int]] = []
    for part in _PARTS.finditer(content):
        post, colon, names = part.group().replace(":", "：").partition("：")
        first = part.start() + len(post) + 1
        spans = [(first + name.start(), first + name.end()) for name in _LISTED.finditer(names)]
        if not colon or not spans or not ends_with_post(post):
            return []
        if not all(looks_like_person(content[start:end]) for start, end in spans):
            return []
        found += spans
    return found


def names_post(piece: str) -> bool:
    """Whether a piece is a post and nothing else: 副组长."""
    return posts().whole.fullmatch(piece) is not None


def names_titled(piece: str) -> bool:
    """Whether a piece is somebody by name behind a post or what they do, a place before it or none: 教务主任周岭, 村医何静."""
    start, end, kind = person_in(piece)
    return kind == "titled" and (end - start > 2 or piece[start] in _COMMON) and posts().names_no_how(piece[start:end])


def names_persons(content: str) -> bool:
    """Whether what a bracket holds behind a stop is nothing but persons: by name behind what they are (组织委员刘敏), by two names or one
    of three characters (刘敏、吴晓), or whoever holds a post (各网格长)."""
    pieces = [piece for part in _LISTING.split(content) for piece in _persons_of(part)]
    told = [piece for piece in pieces if names_titled(piece) or names_holders(piece) or names_post(piece)]
    bare = [piece for piece in pieces if piece[0] in _COMMON and looks_like_person(piece)]
    if any(piece.startswith("全") for piece in pieces):
        return False  # who is to come: 全体社工
    return len(told) == len(pieces) > 0 or (len(bare) == len(pieces) > 0 and sum(map(len, bare)) > 2)


def _persons_of(part: str) -> list[str]:
    """A part of a list with blanks: one where a post stands before a name, else one for each piece."""
    whole = "".join(part.split())
    return [whole] if names_titled(whole) else part.split()


def ends_with_post(piece: str) -> bool:
    """Whether a piece is somebody's post rather than a body: 市消防安全委员会主任."""
    return posts().end.search(piece) is not None


def names_holders(piece: str) -> bool:
    """Whether a piece names whoever holds a post, with or without its place: 各支部书记, 各村网格员."""
    if not 2 < len(piece) <= 16 or piece[-1] not in posts().ends:
        return False
    held = posts().holders.match(piece) is not None and posts().called.search(piece) is None
    return held or ends_with_post(piece)
