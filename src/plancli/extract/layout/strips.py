"""Where a page may be cut across: the strips that nothing, or little, reaches over, and whether what stands beside one is a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ...grammar.pattern import Pattern
from ...language.bodies import all_bodies
from ...language.times import has_time
from . import measures as m
from .lines import usual_size
from .sheet import Box, Piece, Run

_STEP = 3.0  # points: how finely free strips are looked for
_STRIPS = 12  # so many of the freest strips are tried
_LEVEL = 1.5  # points: lines on both sides of a strip are level
_FEW = 0.2  # of them, by chance
_SAME_PITCH = 0.05
_CELL = 14  # characters of a cell that says when or who
_OF_ROWS = 0.6  # of the cells of a column that say so
_NUMBER = Pattern(r"\d+")
_LABEL_AND_TEXT = 2  # columns in which labels and what they head may stand clear of each other


@dataclass(slots=True)
class Item:
    """A stretch of a line, or a solid: its box, what it weighs in lines, what it is."""

    box: Box
    weight: float
    runs: list[Run]
    solid: int | None = None
    alone: bool = True  # no other stretch stands on its line


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip that parts two columns of a page, and how far they reach: what the page after goes on with. `labelled` where the first
    holds the labels of the second."""

    x: float
    left: tuple[float, float]
    right: tuple[float, float]
    labelled: bool = False


def free_strips(items: list[Item]) -> list[float]:
    """Places across which little reaches, though much stands on either side; those with most on the poorer side first."""
    if len(items) < 4:
        return []
    left, right = min(item.box[0] for item in items), max(item.box[2] for item in items)
    count = min(int((right - left) / _STEP), 5000) + 2
    steps = [0.0] * (count + 1)
    for item in items:
        first = min(max(int((item.box[0] - left) / _STEP), 0), count)
        steps[first] += item.weight
        steps[min(max(int((item.box[2] - left) / _STEP) + 1, first), count)] -= item.weight
    cover = list(accumulate(steps[:count]))
    before, after = accumulate(cover, max), list(accumulate(reversed(cover), max))[::-1]
    depths = [min(b, a) - c for b, a, c in zip(before, after, cover, strict=True)]
    if max(depths) < 2:
        return []
    found: list[tuple[float, float]] = []
    for k, depth in enumerate(depths):
        if depth >= 2 and depth > depths[k - 1]:  # a new low of the cover: how far does it reach?
            end = next(e for e in range(k, count) if e + 1 == count or depths[e + 1] != depth)
            if end + 1 == count or depths[end + 1] < depth:
                found.append((depth, left + _STEP * (k + end + 1) / 2))
    return [x for _, x in sorted(found, reverse=True)[:_STRIPS]]


def best_range(items: list[Item], x: float) -> tuple[float, float, list[Item]] | None:
    """Of the stretches of the page that nothing crosses at `x`, the one with most on its poorer side."""
    best: tuple[float, float, list[Item]] | None = None
    inside: list[Item] = []
    solid_low = float("inf")  # how far down the solids of the stretch reach
    for item in [*items, None]:
        if item is not None and not item.box[0] < x < item.box[2]:
            inside.append(item)
            if item.solid is not None:
                solid_low = min(solid_low, item.box[1])
            continue
        beside = item is not None and item.box[3] > solid_low + 2
        lefts = sum(one.weight for one in inside if centre(one) < x)
        weight = min(lefts, sum(one.weight for one in inside) - lefts)
        if weight and not beside and (best is None or weight > best[0]):
            best = (weight, x, inside)
        inside, solid_low = [], float("inf")
    return best


def fills_a_column(items: list[Item]) -> bool:
    """Whether items are a column: a table or a box, or prose. Columns of prose are wide, and many of their lines fill them in
    one piece; those of tables do neither."""
    if any(item.solid is not None for item in items):
        return True
    size = usual_size([run for item in items for run in item.runs])
    width = max(item.box[2] for item in items) - min(item.box[0] for item in items)
    rows = len({round(item.box[1]) for item in items})
    full = sum(item.box[2] - item.box[0] > m.FULL * width for item in items)
    return rows > 2 and width >= m.PROSE_WIDTH * size and full >= m.PROSE_FULL * rows


def are_two_flows(left: list[Item], right: list[Item]) -> bool:
    """Whether two sides are texts of one pitch whose lines do not stand at one height, as those of a table's rows do."""
    heights = [sorted({round(item.box[1], 1) for item in side if item.solid is None}) for side in (left, right)]
    if min(map(len, heights)) < m.PROSE_LINES or max(count_columns(left), count_columns(right)) > _LABEL_AND_TEXT:
        return False
    steps = [sorted(b - a for a, b in pairwise(side))[len(side) // 2 - 1] for side in heights]
    if abs(steps[0] - steps[1]) > _SAME_PITCH * max(steps):
        return False
    first, second = heights
    level = sum(abs(min(first, key=lambda other: abs(other - y)) - y) < _LEVEL for y in second)
    return level < _FEW * len(second)


def begins_a_column(left: list[Item], right: list[Item]) -> bool:
    """Whether the right side is a few lines that stand from the head of the page on as close as those of the left, which are many more:
    the rest of a text, or who signs, and no cells of a table."""
    if any(item.solid is not None for item in (*left, *right)) or m.FEW_LINES * len(right) > len(left):
        return False
    heights = [sorted({round(item.runs[0].base, 1) for item in side}, reverse=True) for side in (left, right)]
    steps = [[a - b for a, b in pairwise(side)] for side in heights]
    usual = sorted(steps[0])[len(steps[0]) // 2]
    from_the_head = heights[1][0] > heights[0][0] - _LEVEL
    return from_the_head and max(steps[1], default=0.0) < m.SAME_FLOW * usual


def are_rows(left: list[Item], right: list[Item]) -> bool:
    """Whether short lines on the right stand level with short lines on the left and say of each when, who or which: 2月底前, 教务处,
    第1课时. They are cells of rows."""
    said = ["".join(run.text for run in item.runs) for item in right]
    if len(said) < m.EDGE_LINES or any(item.solid is not None for item in (*left, *right)) or fills_a_column(left):
        return False
    forms = Counter(_NUMBER.sub("#", text) for text in said)
    alike = max(count for form, count in forms.items() if "#" in form) if any("#" in form for form in forms) else 0
    told = sum(len(text) <= _CELL and (has_time(text) or all_bodies(text)) for text in said)
    return max(alike, told) > _OF_ROWS * len(said) and are_level(left, right)


def are_level(left: list[Item], right: list[Item]) -> bool:
    """Whether most lines of the side that has fewer stand at the height of one on the other."""
    fewer, more = sorted((left, right), key=len)
    heights = [item.runs[0].base for item in more if item.runs]
    bases = [item.runs[0].base for item in fewer if item.runs]
    return 2 * sum(any(abs(base - y) < _LEVEL for y in heights) for base in bases) > len(bases)


def count_columns(items: list[Item]) -> int:
    """How many columns stay clear of each other in all of the items' lines."""
    sizes = usual_size([run for item in items for run in item.runs])
    clear, count, end = m.COLUMN_CLEAR * sizes, 0, float("-inf")
    for item in sorted(items, key=lambda item: item.box[0]):
        count += item.box[0] >= end + clear
        end = max(end, item.box[2])
    return count


def keep_rules_to(level: Sequence[Piece], columns: Sequence[tuple[float, float]], x: float) -> bool:
    """Whether level rules are as wide as columns, and none crosses the strip at `x` between these."""
    fit = [
        any(abs(start - left) < m.RULE_BEYOND and abs(end - right) < m.RULE_BEYOND for left, right in columns)
        for _, start, end in level
    ]
    return any(fit) and not any(start < x < end for _, start, end in level)


def in_pieces(items: list[Item]) -> bool:
    """Whether lines are often of several stretches, as the rows of a table are."""
    return len(items) > m.IN_PIECES * len({round(item.box[1]) for item in items})


def centre(item: Item) -> float:
    """Where its middle stands across the page."""
    return (item.box[0] + item.box[2]) / 2


def middle(item: Item) -> float:
    """The height of its middle."""
    return (item.box[1] + item.box[3]) / 2


def around(items: list[Item]) -> Box:
    """The box around all of them."""
    boxes = [item.box for item in items]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
