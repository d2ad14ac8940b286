"""Header words that a dump has broken: by blanks (工 作 任 务), or over two lines whose blanks tell no columns (责任 完成 / 单位 时限)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ....language.header_rows import is_broken
from ....language.headers import Lexicon
from .heads import MOST_TOKENS
from .tokens import Token, look_at

_PARTS = 8  # of a word that blanks have parted
_WORD = 14  # characters


def join_pieces(tokens: list[Token], lexicon: Lexicon) -> None:
    """Put header words together that single blanks have parted: 工 作 任 务, 1 月."""
    k = 0
    while k < min(len(tokens), MOST_TOKENS):
        n = 1
        while k + n < len(tokens) and tokens[k + n].at == tokens[k].at and 0.0 < tokens[k + n].cell < 1.0:
            n += 1
        sizes = [size for size in range(min(n, _PARTS), 1, -1) if _are_parts(tokens[k : k + size])]
        words = {size: "".join(piece.bare for piece in tokens[k : k + size]) for size in sizes}
        for size in sorted(sizes, key=lambda size: not lexicon.is_word(words[size])):
            pieces, word = tokens[k : k + size], words[size]
            role = lexicon.role(word) if len(word) <= _WORD else None
            if role and (role.is_time or role.whole):
                text = " ".join(piece.lines[0].text for piece in pieces)
                tokens[k] = replace(tokens[k], lines=[replace(tokens[k].lines[0], text=text)])
                del tokens[k + 1 : k + size]
                look_at(tokens[k : k + 1], lexicon)
                break
        k += 1


def _are_parts(pieces: Sequence[Token]) -> bool:
    """Whether pieces may be parts of one word: a letter stands alone, and a number at most before the others."""
    return any(len(piece.bare) == 1 for piece in pieces) and not any(piece.value for piece in pieces[1:])


def join_halves(tokens: list[Token], lexicon: Lexicon) -> None:
    """Put the lower halves of header words, which stand in a row of their own with nothing for the other columns, below the upper
    ones: each makes a word with one of the row above, in their order."""
    if not tokens or not all(each.bare for each in tokens[:2]):
        return
    upper = [tokens[0], *takewhile(_goes_on, tokens[1:MOST_TOKENS])]
    below = tokens[len(upper) : len(upper) + len(upper)]
    lower = [*below[:1], *takewhile(_goes_on, below[1:])]
    if not lower or lower[0].row > 0.0 or len(lower) < 2 or not all(each.bare for each in (*upper, *lower)):
        return
    places = _halves_above(upper, lower, lexicon)
    for place, half in zip(places, lower, strict=False):
        whole = tokens[place]
        tokens[place] = replace(whole, lines=[*whole.lines, *half.lines], until=half.until)
    if places:
        del tokens[len(upper) : len(upper) + len(lower)]
        look_at(tokens[: len(upper)], lexicon)


def _goes_on(each: Token) -> bool:
    return each.row > 0.0


def _halves_above(upper: Sequence[Token], lower: Sequence[Token], lexicon: Lexicon) -> list[int]:
    """For each lower half the index of the upper one that it completes, from left to right; [] where one has none, or hardly any
    is surely a half: 任务 above 名称 may be two words."""
    ways: list[list[int]] = [[]]
    for half in lower:
        fits = [k for k, each in enumerate(upper) if _is_whole(each, half, lexicon)]
        ways = [[*way, k] for way in ways for k in fits if not way or k > way[-1]][:_PARTS]
    way = ways[0] if ways else []
    sure = sum(is_broken(upper[k].bare, half.bare, lexicon) for k, half in zip(way, lower, strict=False))
    return way if sure * 2 >= len(lower) else []


def _is_whole(upper: Token, lower: Token, lexicon: Lexicon) -> bool:
    if upper.value or lower.value:
        return False  # numbers are no halves
    return is_broken(upper.bare, lower.bare, lexicon) or lexicon.is_word(upper.bare + lower.bare)
