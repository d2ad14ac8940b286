"""The text area of a document's pages: how far its running lines usually reach, and which lines are centred in it."""

from __future__ import annotations

from collections import Counter, defaultdict

from ...grammar.pattern import Pattern
from ...language.marks import is_page_number, page_of
from ...language.script import squeeze
from ...model.source import Line, Table
from . import measures as m
from .lines import is_centered
from .page import Page
from .text_area import mirrored, shared_edge

Area = tuple[float, float]  # left, right

_ENOUGH = 8  # lines that tell an area
_MANY = 60  # lines among which one may be a stray
_NEAR = 3.0  # points
_HARDLY, _REACHING = 1.0, 3  # em within which lines reach an edge, and how many of them tell it
_COUNTING = Pattern(r"[\d\s]+")


def set_margins(pages: list[Page]) -> None:
    """Fill `left`, `right` and `centered` of all running lines.

    Pages of one size share an area; of printed books the odd and the even pages have one each (GB/T 9704, 7.1).
    """
    by_size: dict[tuple[int, int], list[Page]] = defaultdict(list)
    for page in pages:
        by_size[round(page.sheet.width), round(page.sheet.height)].append(page)
    for group in by_size.values():
        furniture = _furniture(group)
        whole = _area(group, furniture)
        body = usual_size([line for page in group for line in (*_running(page), *_framed(page), *_in_tables(page))])
        halves = [p for p in group if p.number % 2], [p for p in group if not p.number % 2]
        areas = _facing(*(_area(half, furniture) if _count(half) >= _ENOUGH else whole for half in halves))
        for half, (left, right) in zip(halves, areas, strict=True):
            if abs(left - whole[0]) < _NEAR and abs(right - whole[1]) < _NEAR:
                left, right = whole
            for line in (line for page in half for line in _running(page)):
                line.left, line.right = left, right
                line.centered = is_centered(line, body, group[0].sheet.width)
        for line in (line for page in group for line in _framed(page)):
            line.centered = is_centered(line, body)


def _facing(odd: Area, even: Area) -> tuple[Area, Area]:
    """The areas of facing pages, which are as wide as each other: where one lies within the other, its lines are merely short."""
    for inner, outer in ((odd, even), (even, odd)):
        if outer[0] <= inner[0] + _NEAR and inner[1] <= outer[1] + _NEAR:
            return outer, outer
    return odd, even


def _running(page: Page) -> list[Line]:
    return [block for block in page.blocks if isinstance(block, Line) and not block.frame]


def _framed(page: Page) -> list[Line]:
    return [block for block in page.blocks if isinstance(block, Line) and block.frame]


def _in_tables(page: Page) -> list[Line]:
    return [line for block in page.blocks if isinstance(block, Table) for cell in block.cells() for line in cell.lines]


def _count(pages: list[Page]) -> int:
    return sum(len(_running(page)) for page in pages)


def _furniture(pages: list[Page]) -> set[str]:
    """What stands first or last on several pages, numbers apart: page numbers and running heads tell no margin."""
    ends: Counter[str] = Counter()
    for page in pages:
        lines = _running(page)
        ends.update({_COUNTING.sub("", line.text) for line in lines[:1] + lines[-1:]})
    numbers = {_COUNTING.sub("", line.text) for page in pages for line in _running(page) if _is_number(line)}
    return {text for text, count in ends.items() if count > 1} | numbers


def _is_number(line: Line) -> bool:
    text = squeeze(line.text)
    return is_page_number(text) or page_of(text) is not None


def _area(pages: list[Page], furniture: set[str]) -> Area:
    """The leftmost and the rightmost place where enough lines begin and end; else the edges of the tables; else a
    mirrored margin."""
    width = pages[0].sheet.width
    lines = [line for page in pages for line in _running(page) if _COUNTING.sub("", line.text) not in furniture]
    # Nothing stands out of a text area; only in a long text may a stray line be passed over.
    enough = max(2, len(lines) // 25) if len(lines) >= _MANY else 1
    left = _outer([line.x0 for line in lines], enough)
    right = _outer([-line.x1 for line in lines], enough)
    tables = [block for page in pages for block in page.blocks if isinstance(block, Table)]
    if tables and (left is None or right is None or len(lines) < _ENOUGH):
        inside = [line for page in pages for line in _in_tables(page)]
        return min([line.left for line in inside]), max([line.right for line in inside])
    if left is None:
        left = min((line.x0 for line in lines), default=0.0)
    column = _first_column(lines, left, pages[0].sheet.width, pages[0].sheet.height)
    if column:
        return left, column
    edge = mirrored(left, max((line.x1 for line in lines), default=width), width, pages[0].sheet.height)
    shared = shared_edge((line.x0, line.x1, len(line.text)) for line in lines)
    if shared is not None:
        return left, shared
    if right is None or -right < edge - 0.12 * width or (-right < edge and _few_reach(lines, -right)):
        return left, max([edge, *(line.x1 for line in lines)])
    return left, -right


def _few_reach(lines: list[Line], right: float) -> bool:
    """Whether hardly a line ends near the right edge, as far as the longest tells it: all may be short."""
    return sum(line.x1 > right - _HARDLY * (line.size or 12.0) for line in lines) < _REACHING


def _first_column(lines: list[Line], left: float, width: float, height: float) -> float:
    """The right edge of a column in the left half of pages that have nothing in their right half but what is centred on the page, heads
    and feet; 0 where lines are merely short: many of a column's lines end near its edge."""
    small, band = m.HEAD_SIZE * usual_size(lines), m.HEAD_BAND * height
    column = [
        line
        for line in lines
        if abs(line.x0 + line.x1 - width) > 2 * _NEAR
        and not ((line.size or 0.0) <= small and not band <= line.bottom <= height - band)
    ]
    right = max((line.x1 for line in column), default=width)
    if len(column) < m.PROSE_LINES or right > width / 2:
        return 0.0
    size = usual_size(column) or 12.0
    full = sum(line.x1 > right - m.RAGGED * size for line in column)
    fills = right - left >= m.PROSE_WIDTH * size and right > width / 2 - m.WIDEST_GUTTER / 2 * size
    return right if fills and full >= m.PROSE_MIXED * len(column) else 0.0


def usual_size(lines: list[Line]) -> float:
    """The font size of most characters, 0 where there are none."""
    sizes: dict[float, int] = defaultdict(int)
    for line in lines:
        sizes[line.size or 0.0] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0


def _outer(places: list[float], enough: int) -> float | None:
    """The least place at which, within a few points, enough of the places lie."""
    ordered = sorted(places)
    for k, place in enumerate(ordered[: len(ordered) - enough + 1]):
        if ordered[k + enough - 1] - place <= _NEAR:
            return place
    return None
