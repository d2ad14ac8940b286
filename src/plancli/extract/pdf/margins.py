"""The text area of a document's pages: how far its running lines usually reach, and which lines are centred in it."""

from __future__ import annotations

from collections import defaultdict

from ...model.source import Line
from .page import Page, is_centered, usual_size

_ENOUGH = 8  # lines that tell an area
_NEAR = 3.0  # points


def set_margins(pages: list[Page]) -> None:
    """Fill `left`, `right` and `centered` of all running lines.

    Pages of one size share an area; of printed books the odd and the even pages have one each (GB/T 9704, 7.1).
    """
    by_size: dict[tuple[int, int], list[Page]] = defaultdict(list)
    for page in pages:
        by_size[round(page.width), round(page.height)].append(page)
    for group in by_size.values():
        whole = _area(group)
        for half in ([p for p in group if p.number % 2], [p for p in group if not p.number % 2]):
            lines = _running(half)
            body = usual_size(lines)
            left, right = _area(half) if len(lines) >= _ENOUGH else whole
            if abs(left - whole[0]) < _NEAR and abs(right - whole[1]) < _NEAR:
                left, right = whole
            for line in lines:
                line.left, line.right = left, right
                line.centered = is_centered(line, body)


def _running(pages: list[Page]) -> list[Line]:
    return [block for page in pages for block in page.blocks if isinstance(block, Line)]


def _area(pages: list[Page]) -> tuple[float, float]:
    """The leftmost and the rightmost place where enough lines begin and end; a mirrored margin where none is told."""
    width = pages[0].width
    lines = _running(pages)
    if not lines:
        return 0.0, width
    enough = max(2, len(lines) // 25)
    left = _outer([line.x0 for line in lines], enough)
    if left is None:
        left = min(line.x0 for line in lines)
    right = _outer([-line.x1 for line in lines], enough)
    mirrored = width - left
    if right is None or -right < mirrored - 0.12 * width:
        return left, max(mirrored, *(line.x1 for line in lines))
    return left, -right


def _outer(places: list[float], enough: int) -> float | None:
    """The least place at which, within a few points, enough of the places lie."""
    ordered = sorted(places)
    for k, place in enumerate(ordered[: len(ordered) - enough + 1]):
        if ordered[k + enough - 1] - place <= _NEAR:
            return place
    return None
