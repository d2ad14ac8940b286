"""Characters: blanks out of Chinese text, traditional to simplified; both keep what can be traced back.

Folding is explicit and never NFKC, which would turn ① into 1 and ㈠ into (一).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from ..grammar.pattern import Pattern

# Blanks that office programs put between characters: ECMA-376 tabs and spaces, NBSP, en … hair spaces, ideographic,
# zero-width ones and soft hyphens, which have no width at all.
BLANKS = " \t\r\n\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff"
_GAP = Pattern(f"[{BLANKS}{INVISIBLE}]+")
_APART = Pattern("(?<![A-Za-z0-9 ]) +| +(?![A-Za-z0-9 ])")  # blanks that do not stand between two words
_SEVERAL = Pattern("  +")
_UNSEEN = Pattern(f"[{INVISIBLE}]+")
_HAN = Pattern("[㐀-\u9fff]")
_OF_NAMES = frozenset("樑昇陞峯濬淩甦祕邨龢湧珮勛玨崑")  # other forms of a character, which are names' own today
_WORD = Pattern("[A-Za-z0-9]")
_OTHER_FORMS = "\u2e80-\u2fd5\u31c0-\u31e3\uf020-\uf0ff\uf900-\ufaff\U0002f800-\U0002fa1f"  # compatibility forms, places of symbol fonts
_OTHER_COLONS = "\u2236\ua789\ufe13\ufe30\ufe55"
_FORMS = Pattern(f"[{_OTHER_FORMS}]")
_COLONS = Pattern(f"(?<![0-9０-９.])[{_OTHER_COLONS}]")  # typed for a colon; 1∶500 is a ratio
_USUAL = Pattern(f"[^{_OTHER_FORMS}{_OTHER_COLONS}]*")  # matched to the end sooner than another is looked for


def fold_forms(text: str) -> str:
    """Text with ⼀ (U+2F00) as 一, a tick of Wingdings (U+F0FC) as √ and ∶ (U+2236) behind a word as ：: one for one, the
    length stays."""
    if _USUAL.fullmatch(text):
        return text
    text = _COLONS.sub("：", text)
    if not _FORMS.search(text):
        return text
    from .radicals import fold
    from .symbols import without_private

    return without_private(fold(text))


def squeeze(text: str) -> str:
    """Text without its blanks, save one blank between two Latin words or numbers.

    >>> squeeze("责 任 部 门：教 育 局 Smart  City")
    '责任部门：教育局Smart City'
    """
    if text.isprintable():  # no blank but the usual one can be printed
        if " " not in text:
            return text
        text = _APART.sub("", text)
        return _SEVERAL.sub(" ", text) if "  " in text else text
    if _GAP.search(text) is None:
        return text

    def gap(match: re.Match[str]) -> str:
        start, end = match.span()
        if start == 0 or end == len(text):
            return ""
        return " " if _is_word(text[start - 1]) and _is_word(text[end]) and not _invisible_only(match.group()) else ""

    return _GAP.sub(gap, text)


def has_any(text: str, characters: Iterable[str]) -> bool:
    """Whether one of the characters, or words, stands in a text."""
    for character in characters:  # noqa: SIM110 - a generator costs more than the search
        if character in text:
            return True
    return False


def bare(text: str) -> str:
    """Text without any blank, and without what cannot be seen: what is left of it wherever it is set."""
    if text.isprintable():  # as for `squeeze`
        return text.replace(" ", "")
    return _GAP.sub("", "".join(text.split()))


def visible(text: str) -> int:
    """How many characters of a text are no white space."""
    return len("".join(text.split()))


def join(left: str, right: str) -> str:
    """Two pieces of one paragraph: a blank between Latin words, nothing in Chinese text."""
    return left + joint(left[-1], right[0]) + right if left and right else left + right


def joint(last: str, first: str) -> str:
    """What stands between the last character of a line and the first of the next."""
    return " " if _is_word(last) and _is_word(first) and not (last.isdigit() and first.isdigit()) else ""


def simplify(text: str) -> str:
    """The same text in simplified characters, one for one, so that offsets hold.

    A character of GB/T 2312 stands for itself in a simplified text (著, 乾), and so does one that persons bear in their
    names (李国樑); only where a text is written in traditional script are those converted too, with OpenCC's phrase tables.
    """
    try:
        text.encode("gb2312")
        return text
    except UnicodeEncodeError:
        pass
    simple = text.encode("gb2312", "ignore").decode("gb2312")
    others = {char for char in set(text) - set(simple) - _OF_NAMES if "㐀" <= char <= "鿿"}
    changes = {char: one for char in others if (one := _simplified(char)) != char}
    if not changes:
        return text
    changed = sum(char in changes for char in text)
    if changed * 12 >= len(_HAN.findall(text)):
        whole: str = _ASPECT.sub("着", _converter().convert(text))
        if len(whole) == len(text):
            return whole
    return text.translate({ord(char): one for char, one in changes.items()})


# What OpenCC leaves of 著 where it is no book: 著力, 隨著.
_ASPECT = Pattern(r"著(?=[力重眼手陆落])|(?<=[接随沿本朝顺])著(?![作名述者书称])")


@functools.cache
def _simplified(char: str) -> str:
    try:
        char.encode("gb2312")
        return char
    except UnicodeEncodeError:
        one: str = _converter().convert(char)
        return one if len(one) == 1 else char


@functools.cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


def _is_word(char: str) -> bool:
    return _WORD.match(char) is not None


def _invisible_only(gap: str) -> bool:
    return _UNSEEN.fullmatch(gap) is not None


class _Widths(dict[str, int]):
    """Characters → their width in half-width columns, each told once."""

    def __missing__(self, char: str) -> int:
        self[char] = width = 1 + (unicodedata.east_asian_width(char) in "WFA")
        return width


_WIDTHS = _Widths()


def columns(text: str) -> int:
    """Width in half-width columns (Unicode UAX #11: W and F count two, and A in East Asian text)."""
    return sum(map(_WIDTHS.__getitem__, text.rstrip()))
