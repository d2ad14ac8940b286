"""Running heads that name what is on the page: the section at hand (一、工作目标) in small type, often with what all pages say beside it, or
the page's number. They differ from page to page, and would be items if they stood in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from ..language.marks import is_bare_number, is_page_number
from ..language.script import squeeze
from ..model.source import Line

_WIDE = 2.0  # em: a blank as wide parts what stands at the left, in the middle and at the right
_NEAR = 4.0  # points between the places of one piece on two pages
_LARGER = 1.05  # of a head's size: what it says again is set larger

Place = tuple[str, int, int]  # a piece's text, and where it stands


def heads_by_section(small: Collection[Line], apart: Collection[Line], lines: Collection[Line]) -> list[Line]:
    """The heads among lines at the edges of pages. Of those in `small` type one of several pieces stands in the same place on another
    page, or one says again what stands in larger type among all `lines`; of those `apart` from the text, in any type, each of several
    says again what stands there, or is a number."""
    pieces = {id(line): _pieces(line) for line in [*small, *apart]}
    seats = Counter(
        place for line in small if len(found := pieces[id(line)]) > 1 for text, place in found if not _is_number(text)
    )
    largest: dict[str, float] = {}
    for line in lines:
        if id(line) not in pieces:
            text = squeeze(line.text)
            largest[text] = max(largest.get(text, 0.0), line.size or 0.0)

    def says_again(line: Line, text: str, share: float) -> bool:
        return largest.get(text, 0.0) > share * (line.size or 12.0)

    heads = [
        line
        for line in small
        if any(seats[place] > 1 or says_again(line, text, _LARGER) for text, place in pieces[id(line)])
    ]
    for line in apart:
        said = [text for text, _ in pieces[id(line)]]
        if len(said) > 1 and all(_is_number(text) or says_again(line, text, 1 / _LARGER) for text in said):
            heads.append(line)
    return heads


def _pieces(line: Line) -> list[tuple[str, Place]]:
    """The pieces of a line between wide blanks, each with its place."""
    wide = _WIDE * (line.size or 12.0)
    text, lefts, rights = line.text, line.lefts, line.rights
    cuts = [k for k, char in enumerate(text) if char.isspace() and k < len(lefts) and rights[k] - lefts[k] > wide]
    found: list[tuple[str, Place]] = []
    for start, end in zip([0, *(k + 1 for k in cuts)], [*cuts, len(text)], strict=True):
        said = squeeze(text[start:end])
        if said:
            x = lefts[start] if start < len(lefts) else line.x0
            found.append((said, (said, round(x / _NEAR), round(line.top / _NEAR))))
    return found


def _is_number(text: str) -> bool:
    return is_bare_number(text) or is_page_number(text)
