"""Names of persons in columns and behind labels: 牵头领导, 责任人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ...grammar.pattern import Pattern
from ...language.bodies import open_brackets
from ...language.marks import BULLETS
from ...language.posts import PostKind, ends_with_post, names_holders, person_in
from ...language.script import squeeze
from ...language.surnames import SURNAMES, looks_like_person
from ...model.bulletin import Role

if TYPE_CHECKING:
    from ...language.roles import Words

Person = tuple[int, int, str, "Role | None", PostKind]  # range, name, role of a mark, post or person

_CUT = Pattern(r"(?<=[㐀-鿿])(?=\d{1,2}[.．][㐀-鿿])|[、，,；;。/／|｜\n]+|和(?=[^平、，,；;。/／）)\s])|及|与")
_BLANK = Pattern(r"[ \t\u3000\xa0]+")
_LATIN = Pattern(r"[A-Za-z][A-Za-z.'’ -]*")  # Ann Li, J. Smith
_SCRIPTS = Pattern(r"(?<=[㐀-鿿]{2})(?=[A-Z][a-z])|(?<=[A-Za-z])(?=[㐀-鿿]{2})")
_CLOSED = Pattern("[^（(【\\[]*[）)】\\]]")  # a bracket that is open closes
_BRACKET = Pattern(r"[（(【\[][^（()）【】\[\]]*[）)】\]]$")
_NUMBER = Pattern(rf"(?:\s|\d{{1,2}}[.．)）](?!\d)|[（(]\d{{1,2}}[)）]|[①-⑳]|[{re.escape(BULLETS)}-])+")


def split_persons(text: str, start: int, end: int, words: Words) -> Iterator[tuple[int, int, str, Role | None]]:
    """The persons of text[start:end]: range, name without blanks inside, and the role of a mark behind it.

    A line break or blank inside a padded name (白　岩) goes; a post before or behind the name, or in brackets behind it,
    is no part of it. A post that stands for itself (分管校长) names whoever holds it.
    """
    pieces: list[tuple[int, int]] = []
    begin = start
    for match in _CUT.finditer(text, start, end):
        if open_brackets(text, begin, match.start()) and _CLOSED.match(text, match.end(), end):
            continue  # 丁文（党工委委员、管委会副主任）
        pieces.append((begin, match.start()))
        begin = match.end()
    pieces.append((begin, end))
    found = [person for a, b in _mend(text, pieces) for person in _blanks(text, a, b, words)]
    for a, b, name, mark, _ in _without_held_posts(text, found):
        yield a, b, name, mark


def _without_held_posts(text: str, found: list[Person]) -> list[Person]:
    """Without the posts of a person named: before another post of theirs (局党组成员、副局长王平), or beside the name."""
    kept: list[Person] = []
    held = False  # whether what follows has a post before its name
    for i in range(len(found) - 1, -1, -1):
        one = found[i]
        if one[4] == "post":
            after = i + 1 < len(found) and _beside(text[one[1] : found[i + 1][0]], found[i + 1])
            held = held or after
            if held or (i and _beside(text[found[i - 1][1] : one[0]], found[i - 1])):
                continue
        else:
            held = one[4] == "titled"
        kept.append(one)
    return kept[::-1]


def _beside(gap: str, other: Person) -> bool:
    stands_for_holder = ends_with_post(other[2]) or names_holders(other[2])
    return other[4] == "person" and not gap.strip() and not stands_for_holder


def _mend(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what a line break tore apart: a lone character goes to the name before or after it."""
    mended: list[tuple[int, int]] = []
    for start, end in pieces:
        if start >= end:
            continue
        if mended:
            last_start, last_end = mended[-1]
            torn = text[last_end:start] == "\n" and 1 in (last_end - last_start, end - start)
            if torn and len(text[last_start:last_end]) + end - start <= 4:
                mended[-1] = (last_start, end)
                continue
        mended.append((start, end))
    return mended


def _blanks(text: str, start: int, end: int, words: Words) -> Iterator[Person]:
    """Names divided by blanks, names padded with them, and names in Latin letters, whose words they part."""
    tokens = _tokens(text, start, end)
    while tokens:
        size = 1
        if tokens[0][1] - tokens[0][0] == 1 and len(tokens) > 1:  # 白　岩, 欧　阳　明
            lone = next((i for i, (a, b) in enumerate(tokens) if b - a > 1), len(tokens))
            size = 3 if lone == 3 else 2
        a, b = tokens[0][0], tokens[min(size, len(tokens)) - 1][1]
        tokens = tokens[size:]
        yield from _one(text, a, b, words)


def _tokens(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands between blanks; words in Latin letters side by side are one, and a name in Chinese beside them is another."""
    found: list[tuple[int, int]] = []
    begin = start
    for match in _BLANK.finditer(text, start, end):
        found.append((begin, match.start()))
        begin = match.end()
    found.append((begin, end))
    tokens: list[tuple[int, int]] = []
    for first, last in found:
        cuts = [match.end() for match in _SCRIPTS.finditer(text, first, last) if _ends_name(text, match.end(), last)]
        for a, b in pairwise([first, *cuts, last]):
            if tokens and _LATIN.match(text, a, b) and _LATIN.fullmatch(text, *tokens[-1]):
                tokens[-1] = (tokens[-1][0], b)
            elif a < b:
                tokens.append((a, b))
    return tokens


def _ends_name(text: str, at: int, end: int) -> bool:
    """Whether, where the script changes, another name begins: what stands behind a name may be a post (Emma Reed老师)."""
    return text[at] < "㐀" or any(looks_like_person(text[at : min(at + length, end)]) for length in (2, 3))


def _one(text: str, start: int, end: int, words: Words) -> Iterator[Person]:
    mark: Role | None = None
    if match := _NUMBER.match(text, start, end):
        start = match.end()
    while match := _BRACKET.search(text[start:end]):
        inner = match.group()[1:-1]
        if words.mark.match(inner):
            mark = words.role_of(inner)
        end = start + match.start()
    piece = text[start:end].removesuffix("等")
    from_, to, kind = person_in(piece)
    if kind == "person" and to - from_ == len(piece) and (body := _body_before(piece, words)):
        yield start, start + body, piece[:body], mark, "titled"
        yield start + body, start + len(piece), piece[body:], mark, "person"
        return
    for a, b in _names_run_together(piece[from_:to]) if kind == "person" else [(0, to - from_)]:
        yield start + from_ + a, start + from_ + b, squeeze(" ".join(piece[from_ + a : from_ + b].split())), mark, kind


# Of four characters that no blank parts, two names are made only where these begin both: 马哈沙提 is one.
_COMMON = frozenset(SURNAMES[:200])


def _body_before(piece: str, words: Words) -> int:
    """How long the body before a person's name is: 法规科何静; 0 where there is none."""
    for length in (3, 2):
        head = piece[:-length]
        name = piece[-length:]
        if (
            len(head) > 1
            and looks_like_person(name)
            and not names_holders(name)
            and words.is_complete(head)
            and words.is_body(head)
        ):
            return len(head)
    return 0


def _names_run_together(piece: str) -> list[tuple[int, int]]:
    """张三李四 → its names: two or three characters each, the first of each a surname, the commonest surnames winning."""
    if not piece:
        return []
    if not 4 <= len(piece) <= 12 or looks_like_person(piece):
        return [(0, len(piece))]
    best: dict[int, tuple[int, list[int]]] = {0: (0, [])}
    for end in range(2, len(piece) + 1):
        for size in (2, 3):
            before = best.get(end - size)
            if before is not None and looks_like_person(piece[end - size : end]) and piece[end - size] in _COMMON:
                cost = before[0] + SURNAMES.index(piece[end - size])
                if end not in best or cost < best[end][0]:
                    best[end] = (cost, [*before[1], end])
    cuts = best[len(piece)][1] if len(piece) in best else [len(piece)]
    return list(zip([0, *cuts[:-1]], cuts, strict=True))
