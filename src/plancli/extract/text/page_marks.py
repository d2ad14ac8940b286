"""Page numbers and running heads among the lines of a text: set aside while tables are looked for, since they cut rows."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from ...grammar.pattern import Pattern
from ...language.headers import Lexicon
from ...language.marks import LEAST_PAGE, is_bare_number, is_page_number, numbers_of_pages, page_of
from ...model.source import Line

_LEAST, _LONG = 4, 40  # characters of a running head
_BETWEEN = Pattern(r"[\s|｜│┃]+")
_TOP = 3  # lines of a text, one of which may stand at the top of each page


def page_marks(lines: Sequence[Line], lexicon: Lexicon) -> dict[int, str]:
    """Index of a line → "page-number" or "running-head", for the lines that surely are: numbers that look like a page's, the
    line that comes again beside two of them or more, or below one and stands at the top of the text as well, and the bare numbers beside
    such a line."""
    spoken = [(i, "".join(line.text.split())) for i, line in enumerate(lines) if line.text.strip()]
    ends = numbers_of_pages({lines[i].number: text for i, text in spoken})
    marks = {i: "page-number" for i, _ in spoken if lines[i].number in ends}
    bare: list[int] = []  # places in `spoken`
    found: list[int] = []
    for k, (i, text) in enumerate(spoken):
        if len(text) > 16 or i in marks:
            continue
        if is_page_number(text) or _is_part_of_series(text, k, spoken):
            marks[i] = "page-number"
            found.append(k)
        elif is_bare_number(text):
            bare.append(k)
    seats = [(k, near) for k in found for near in _beside(k, spoken, lexicon)]
    heads = Counter(spoken[near][1] for _, near in seats)
    marks.update((spoken[near][0], "running-head") for _, near in seats if heads[spoken[near][1]] > 1)
    top = {text for i, text in spoken[:_TOP] if _LEAST <= len(text) <= _LONG and not _heads_columns(lines[i], lexicon)}
    again = [k + 1 for k in found if _TOP <= k + 1 < len(spoken) and spoken[k + 1][1] in top]
    marks.update((spoken[k][0], "running-head") for k in again)
    _mark_bare(spoken, bare, marks, lexicon)
    return marks


def _is_part_of_series(text: str, k: int, spoken: list[tuple[int, str]]) -> bool:
    """Whether 3/12 is a page of the twelve: at the end, or the text's last line says 12/12."""
    match = page_of(text)
    return match is not None and 0 < int(match[1]) <= int(match[2]) and spoken[-1][1] == f"{match[2]}/{match[2]}"


def _beside(k: int, spoken: list[tuple[int, str]], lexicon: Lexicon) -> list[int]:
    """The places of the lines next to a page number that may be running heads."""
    return [near for near in (k - 1, k + 1) if 0 <= near < len(spoken) and _may_be_head(spoken[near][1], lexicon)]


def _may_be_head(text: str, lexicon: Lexicon) -> bool:
    return (
        _LEAST <= len(text) <= _LONG
        and text[-1] not in "。；，、：;,:"
        and not is_page_number(text)
        and not any(char.isdigit() for char in text[:1])
        and lexicon.role(text) is None
    )


def _heads_columns(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line holds words of a table's header."""
    return any(lexicon.is_word(word) for word in _BETWEEN.split(line.text))


def _mark_bare(spoken: list[tuple[int, str]], bare: list[int], marks: dict[int, str], lexicon: Lexicon) -> None:
    """Bare numbers that rise by one, a page apart, each beside the same line."""
    pages: dict[str, list[tuple[int, int]]] = {}
    for k in bare:
        for near in _beside(k, spoken, lexicon):
            pages.setdefault(spoken[near][1], []).append((k, near))
    for seats in pages.values():
        steps = list(itertools.pairwise(seats))
        if not steps or any(int(spoken[b][1]) != int(spoken[a][1]) + 1 for (a, _), (b, _) in steps):
            continue
        if all(spoken[b][0] - spoken[a][0] >= LEAST_PAGE for (a, _), (b, _) in steps):
            for k, near in seats:
                marks[spoken[k][0]] = "page-number"
                marks[spoken[near][0]] = "running-head"
