"""What stands below a header in a dump, up to the header of another table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ....language.header_rows import meanings_of
from ....language.headers import Lexicon
from ....language.marks import is_bare_number
from ....language.times import is_time
from .dump import Dump
from .tokens import Token

_STOPS = "。；;"
_LONGEST = 14  # characters of a header's word
_OF_NUMBERS = ("number", "statistics", "other")


def body_of(dump: Dump, ends: Sequence[int], title: set[str], lexicon: Lexicon) -> list[Token]:
    """The tokens below a header that ends with one of `ends`, the last of these first, up to the header of another table; without
    those that say it again, a page's number and the lines of a title above it too."""
    tokens = dump.tokens
    own = [[each.bare for each in tokens[:end] if each.bare] for end in ends if end]
    last = lexicon.role(own[0][-1]) if own else None
    counts = last is None or last.kind in _OF_NUMBERS
    body: list[Token] = []
    k, page = ends[0], 0
    while k < len(tokens):
        bare = tokens[k].bare
        if own and bare == own[0][0] and (end := max(_same_words(tokens, k, words) for words in own)):
            if body and _is_title(tokens, k, end, title):
                body.pop()
                break
            while body and (not body[-1].bare or body[-1].bare in title or (not counts and _is_page(body, page))):
                page = body[-1].value or page
                _leave(dump, body.pop())
            for again in tokens[k:end]:
                _leave(dump, again)
            k = _torn_until(tokens, end, body) if dump.told and dump.written else end
            continue
        if bare and body and _begins_another(tokens, k, dump.told, lexicon):
            break
        body.append(tokens[k])
        k += 1
    while page and body and _is_page(body, page):
        body.pop()
    return body


def _torn_until(tokens: Sequence[Token], k: int, body: list[Token]) -> int:
    """The index behind the rest of a row that a page's end has torn, below the header that is said again: no number leads it, and each
    of its cells goes on one above. It is put there."""
    lower = _row_at(tokens, k)
    start = next((n for n in range(len(body) - 1, -1, -1) if body[n].row <= 0.0), len(body))
    upper = body[start:]
    lead = next((n + 1 for n, each in enumerate(upper[:2]) if each.value), 0)
    if len(upper) != len(lower) or not lead or any(each.bare for each in lower[:lead]):
        return k
    pairs = [(above, below) for above, below in zip(upper, lower, strict=True) if below.bare]
    if not pairs or any(not above.bare or above.bare[-1] in _STOPS or is_time(below.bare) for above, below in pairs):
        return k
    for above, below in pairs:
        above.lines[-1] = replace(above.lines[-1], ending="soft")
        above.lines += below.lines
        above.until = below.until
        above.bare += below.bare
    return k + len(lower)


def _row_at(tokens: Sequence[Token], k: int) -> Sequence[Token]:
    end = next((n for n in range(k + 1, len(tokens)) if tokens[n].row <= 0.0), len(tokens))
    return tokens[k:end]


def _is_page(body: Sequence[Token], page: int) -> bool:
    """Whether the last token is a number on a line of its own that goes on from the last page's: below a header's last word that names no
    figures no cell is one."""
    alone = len(body) > 1 and body[-1].at > body[-2].until
    return alone and is_bare_number(body[-1].bare) and body[-1].value > 0 and page in (0, body[-1].value - 1)


def _same_words(tokens: Sequence[Token], k: int, words: Sequence[str]) -> int:
    """The index behind a header that says again what the first one does; 0 where none begins at a token."""
    for word in words:
        while k < len(tokens) and not tokens[k].bare:
            k += 1
        if k == len(tokens) or tokens[k].bare != word:
            return 0
        k += 1
    while k < len(tokens) and tokens[k].loose:
        k += 1
    return k


def _is_title(tokens: Sequence[Token], k: int, end: int, title: set[str]) -> bool:
    """Whether the token before a header said again is the title of another table: it stands alone, and numbers begin anew."""
    shown = [each for each in tokens[max(0, k - 3) : k] if each.bare]
    if not shown or shown[-1].bare in title or shown[-1].heading or shown[-1].value:
        return False
    alone = shown[-1].row <= 0.0 and not any(each.at == shown[-1].at for each in shown[:-1])
    return alone and next((each.value for each in tokens[end:] if each.bare), 0) == 1


def _leave(dump: Dump, each: Token) -> None:
    if each.bare:
        dump.marks.append((each.at, "page-number" if each.value else "repeated-header", each.text))


def _begins_another(tokens: Sequence[Token], k: int, told: bool, lexicon: Lexicon) -> bool:
    """Whether the header of another table begins at a token: header words to the letter, three or a row of them."""
    if told and (tokens[k].row > 0.0 or _is_row_of_words(tokens, k, lexicon)):
        return tokens[k].row <= 0.0
    if not lexicon.is_word(tokens[k].bare):
        return False
    words: list[str] = []
    for each in tokens[k : k + 8]:
        if (each.bare and not lexicon.is_word(each.bare)) or (told and words and each.row <= 0.0):
            break
        words += [each.bare] if each.bare else []
    roles = [role for word in words if (role := lexicon.role(word))]
    return len(words) > 2 - told and len(meanings_of(roles)) > 2 - told


def _is_row_of_words(tokens: Sequence[Token], k: int, lexicon: Lexicon) -> bool:
    """Whether the row that begins at a token holds nothing but header words, three or more of as many meanings."""
    row = [tokens[k], *takewhile(lambda each: each.row > 0.0, tokens[k + 1 :])]
    words = [each.bare for each in row if each.bare]
    if len(words) < 3 or any(len(word) > _LONGEST for word in words):
        return False
    roles = [role for word in words if (role := lexicon.role(word)) is not None and role.whole]
    return len(roles) == len(words) and len(meanings_of(roles)) > 2
