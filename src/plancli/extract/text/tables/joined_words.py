"""Header words that a dump may have broken over lines whose halves are words of their own: 责任 / 单位, 任务 / 名称."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from ....language.header_rows import is_broken
from ....language.headers import Lexicon
from .head_words import Word, is_series
from .tokens import Token
from .words import read_words

_MOST_JOINED = 3  # places where words may be joined up to which all ways are tried
_HALF = 3  # characters that the lower half of a broken word has at most


def all_joined(tokens: Sequence[Token], lexicon: Lexicon) -> list[tuple[list[list[Word]], int]]:
    """The words where two or more have surely been broken over lines and so may others have been whose halves are words of their own:
    责任 / 单位, 工作 / 事项."""
    joined: list[Token] = []
    starts: list[int] = []
    sure = k = 0
    while k < len(tokens):
        upper, lower = tokens[k], tokens[k + 1] if k + 1 < len(tokens) else None
        broken = lower is not None and is_broken(upper.bare, lower.bare, lexicon)
        halves = lower is not None and _may_be_halves(upper.bare, lower.bare, lexicon)
        starts.append(k)
        if lower is not None and (broken or halves):
            joined.append(
                replace(upper, lines=[*upper.lines, *lower.lines], bare=upper.bare + lower.bare, looks=frozenset())
            )
            sure, k = sure + broken, k + 2
        else:
            joined.append(upper)
            k += 1
    if sure < 2:
        return []
    rows, ends = read_words(joined, lexicon, told=False, wrapped=True)
    for word in rows[0] if rows else ():
        word.at = starts[word.at]
    return [([rows[0]], [*starts, len(tokens)][ends[-1]])] if len(rows) == 1 else []


def _may_be_halves(upper: str, lower: str, lexicon: Lexicon) -> bool:
    """Whether two short texts may be one header word, which the first does not name the number of."""
    over, role = lexicon.role(upper), lexicon.role(upper + lower)
    short = 0 < len(upper) <= _HALF and 0 < len(lower) <= _HALF
    return short and role is not None and role.whole and not (over and over.kind == "number")


def with_joined(parts: list[list[Word]], end: int, lexicon: Lexicon) -> Iterator[tuple[list[list[Word]], int]]:
    """The words as they are, and as with some joined to those before them that might be words of their own: where another one has
    surely been broken over lines, or where a word of the lexicon stands over the seam (任务 / 名称, 审计项目 / 名称)."""
    yield parts, end
    words = parts[0]
    if len(parts) > 1:
        return
    broken = any(len(word.lines) > 1 for word in words)
    places = [k for k, (upper, lower) in enumerate(pairwise(words)) if _may_join(upper, lower, lexicon, broken=broken)]
    ways = [way for n in range(len(places), 0, -1) for way in combinations(places, n)]
    for way in ways if len(places) <= _MOST_JOINED else [tuple(places), *((k,) for k in places)]:
        joined: list[Word] = []
        for k, word in enumerate(words):
            if k - 1 in way and joined[-1] is words[k - 1]:
                joined[-1] = _joined(joined[-1], word, lexicon)
            else:
                joined.append(word)
        yield [joined], end


def _may_join(upper: Word, lower: Word, lexicon: Lexicon, *, broken: bool) -> bool:
    if len(lower.bare) > _HALF or upper.bare.endswith(("）", ")")) or is_series(upper):
        return False
    role = lexicon.role(upper.bare + lower.bare)
    single = len(upper.lines) == len(lower.lines) == 1
    known = broken or lexicon.joins(upper.bare, lower.bare) or lexicon.role(upper.bare) is None
    return role is not None and role.whole and single and known


def _joined(upper: Word, lower: Word, lexicon: Lexicon) -> Word:
    bare = upper.bare + lower.bare
    return replace(
        upper, lines=[*upper.lines, *lower.lines], bare=bare, role=lexicon.role(bare), sure=upper.sure or lower.sure
    )
