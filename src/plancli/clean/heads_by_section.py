"""Running heads that name what is on the page: the section at hand (一、工作目标) in small type, often with what all pages say beside it, or
the page's number. They differ from page to page, and would be items if they stood in the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection

from ..language.marks import is_bare_number, is_page_number
from ..language.script import squeeze
from ..model.source import Line

_WIDE = 2.0  # em: a blank as wide parts what stands at the left, in the middle and at the right
_NEAR = 4.0  # points between the places of one piece on two pages
_LARGER = 1.05  # of a head's size: what it says again is set larger

_Seat = tuple[str, int, int]  # a piece's text, and where it stands


def heads_by_section(
    outer: Collection[Line], small: float, apart: Collection[int], lines: Collection[Line]
) -> list[Line]:
    """The heads among the `outer` lines of pages. Of those in type as `small` one of several pieces stands in the same place on another
    page, or one says again what stands in larger type among all `lines`; of those in any type each of several pieces is a number or
    stands so, or says again what stands there where room parts them from the text: `apart` are these by `id`."""
    pieces = {id(line): _pieces(line) for line in outer}
    seats = Counter(
        place for found in pieces.values() if len(found) > 1 for text, place in found if not _is_number(text)
    )
    sizes: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for line in lines:
        sizes[squeeze(line.text)].append((id(line), line.size or 0.0))

    def is_head(line: Line) -> bool:
        size = line.size or 12.0
        found = [
            (place, max((other for key, other in sizes[text] if key != id(line)), default=0.0) / size)
            for text, place in pieces[id(line)]
            if not _is_number(text)
        ]
        if size <= small and any(seats[place] > 1 or share > _LARGER for place, share in found):
            return True
        least = 1 / _LARGER if id(line) in apart else float("inf")
        several = bool(found) and len(pieces[id(line)]) > 1
        return several and all(seats[place] > 1 or share > least for place, share in found)

    return [line for line in outer if is_head(line)]


def _pieces(line: Line) -> list[tuple[str, _Seat]]:
    """The pieces of a line between wide blanks, each with its place."""
    wide = _WIDE * (line.size or 12.0)
    text, lefts, rights = line.text, line.lefts, line.rights
    cuts = [k for k, char in enumerate(text) if char.isspace() and k < len(lefts) and rights[k] - lefts[k] > wide]
    found: list[tuple[str, _Seat]] = []
    for start, end in zip([0, *(k + 1 for k in cuts)], [*cuts, len(text)], strict=True):
        said = squeeze(text[start:end])
        if said:
            x = lefts[start] if start < len(lefts) else line.x0
            found.append((said, (said, round(x / _NEAR), round(line.top / _NEAR))))
    return found


def _is_number(text: str) -> bool:
    return is_bare_number(text) or is_page_number(text)
