"""A page's text and tables → regions in reading order, by cuts across and down (XY-cut).

A strip that stays free over some of the page's height parts what stands there into columns, with what is above them before
and what is below them behind. What stands in columns of a table by gaps is no such column: those are narrow, or many,
or their lines do not fill them. Boxes round text are regions of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from . import measures as m
from .lines import rows_of, usual_size
from .pieces import segments
from .sheet import Box, Piece, Run
from .text_area import shared_edge

_STEP = 3.0  # points: how finely free strips are looked for
_STRIPS = 12  # so many of the freest strips are tried
_MOST_LOOSE = 200  # upright rules outside tables; more are a drawing


@dataclass(slots=True)
class Region:
    """Runs and solids (tables and boxes, by number) that are read from top to bottom. `frame` is the number of the column
    or box on its page, 0 for the text area itself; `why` says how it came about."""

    runs: list[Run]
    solids: list[int] = field(default_factory=list)
    frame: int = 0
    box: Box = (0.0, 0.0, 0.0, 0.0)
    why: str = "text"
    rows: list[list[Run]] = field(default_factory=list)  # the runs by lines


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip that parts two columns of a page, and how far they reach: what the page after goes on with."""

    x: float
    left: tuple[float, float]
    right: tuple[float, float]


@dataclass(slots=True)
class _Item:
    """A stretch of a line, or a solid: its box, what it weighs in lines, what it is."""

    box: Box
    weight: float
    runs: list[Run]
    solid: int | None = None
    alone: bool = True  # no other stretch stands on its line


class Cutter:
    """Cuts one page of a width and height; `solids` are the boxes of its tables and text boxes, `upright` the upright rules
    outside tables. `strip` is that of the page before, then this page's own."""

    def __init__(
        self, size: tuple[float, float], solids: list[Box], upright: list[Piece], strip: Strip | None = None
    ) -> None:
        self._size = size
        self.strip = strip
        self._solids = solids
        self._upright = upright if len(upright) <= _MOST_LOOSE else []
        self._frames = len(solids)

    def regions(self, runs: list[Run], solids: list[int]) -> list[Region]:
        """The regions of what is given, in reading order."""
        return list(self._cut(Region(runs, solids), 0))

    def _cut(self, region: Region, depth: int) -> Iterator[Region]:
        items = self._items(region)
        found = self._columns(items, depth) if depth < m.DEEPEST_CUT else None
        if found is None:
            yield region
            return
        x, inside = found
        top, low = max(item.box[3] for item in inside), min(item.box[1] for item in inside)
        within = set(map(id, inside))
        above = [
            item for item in items if id(item) not in within and item.box[1] >= low and _middle(item) > (top + low) / 2
        ]
        below = [item for item in items if id(item) not in within and not any(item is other for other in above)]
        yield from self._again(above, region, depth)
        sides = [i for i in inside if _centre(i) < x], [i for i in inside if _centre(i) >= x]
        boxes = self._boxes(x, sides, depth)
        for side, box in zip(sides, boxes, strict=True):
            if not side:
                continue
            self._frames += 1
            why = f"column at {box[0]:.0f}–{box[2]:.0f}, beside a strip free at {x:.0f}"
            yield from self._cut(_region(side, self._frames, box, why), depth + 1)
        yield from self._again(below, region, depth)

    def _boxes(self, x: float, sides: tuple[list[_Item], list[_Item]], depth: int) -> list[Box]:
        """The boxes of two columns; as wide as those of the page before where they go on, for the last may be short."""
        before = self.strip if depth == 0 and self.strip and abs(self.strip.x - x) < m.SAME_STRIP else None
        known = (before.left, before.right) if before else (None, None)
        boxes = []
        for side, reach in zip(sides, known, strict=True):
            left, bottom, right, top = _around(side) if side else _at(reach or (x, x))
            if side and reach:
                left, right = min(left, reach[0]), max(right, reach[1])
            boxes.append((left, bottom, right, top))
        boxes = self._widened(x, sides, boxes)
        if depth == 0:
            (left, _, inner, _), (outer, _, right, _) = boxes
            self.strip = Strip(x, (left, inner), (outer, right))
        return boxes

    def _widened(self, x: float, sides: tuple[list[_Item], list[_Item]], boxes: list[Box]) -> list[Box]:
        """Columns as wide as each other, the pages of a spread with equal margins, unless their own lines tell where they end."""
        page = self._size[0] / 2
        spread = x == page
        if not spread and any(item.solid is not None for side in sides for item in side):
            return boxes
        width = max(right - left for left, _, right, _ in boxes)
        limits = boxes[1][0] if sides[1] else x, self._size[0]
        wide: list[Box] = []
        for k, (side, (left, bottom, right, top)) in enumerate(zip(sides, boxes, strict=True)):
            lines = [(item.box[0], item.box[2], sum(len(run.text) for run in item.runs)) for item in side]
            if side and shared_edge(lines) is None:
                reach = (2 * k + 1) * page - left if spread else min(left + width, limits[k])
                right = max(right, reach)
            wide.append((left, bottom, right, top))
        return wide

    def _again(self, items: list[_Item], region: Region, depth: int) -> Iterator[Region]:
        if items:
            yield from self._cut(_region(items, region.frame, region.box, region.why), depth + 1)

    def _is_spread(self, items: list[_Item]) -> bool:
        """Whether two pages stand side by side: nothing, no title either, crosses the middle of a broad sheet, and both have
        their margins there."""
        width, height = self._size
        ends = [item.box[2] for item in items if _centre(item) < width / 2]
        starts = [item.box[0] for item in items if _centre(item) >= width / 2]
        if width < m.SPREAD * height or min(len(ends), len(starts)) < 2 or self._is_one_table(items):
            return False
        size = usual_size([run for item in items for run in item.runs]) or 12.0
        return min(starts) - max(ends) > m.SPREAD_GAP * size and max(ends) < width / 2 < min(starts)

    def _is_one_table(self, items: list[_Item]) -> bool:
        """Whether the rows of a table cross the middle: they stand in many columns, and are numbered on the left alone."""
        if _count_columns(items) <= m.MOST_ACROSS or any(item.solid is not None for item in items):
            return False
        sides = [[i for i in items if (_centre(i) < self._size[0] / 2) is left] for left in (True, False)]
        if any(map(_fills_a_column, sides)):
            return False
        numbered = [sum(item.runs[0].text.isdecimal() for item in side) for side in sides]
        return numbered[0] > 1 and not numbered[1]

    def _items(self, region: Region) -> list[_Item]:
        """Stretches of lines and solids, from the top."""
        size = usual_size(region.runs) or 12.0
        items = [
            _Item(self._solids[k], max(2.0, (self._solids[k][3] - self._solids[k][1]) / (2 * size)), [], k)
            for k in region.solids
        ]
        region.rows = rows_of(region.runs)
        for row in region.rows:
            if len(row) == 1:
                run = row[0]
                items.append(_Item((run.x0, run.bottom, run.x1, run.top), 1.0, row))
                continue
            parts = segments(row, self._upright)
            items.extend(_Item(_box(part), 1.0, part, None, len(parts) == 1) for part in parts)
        items.sort(key=lambda item: -item.box[3])
        return items

    def _columns(self, items: list[_Item], depth: int) -> tuple[float, list[_Item]] | None:
        """The strip that parts the pages of a spread, two columns of prose, or a table and what stands beside it; and what it
        parts."""
        if depth == 0 and self._is_spread(items):
            return self._size[0] / 2, items
        tried = [found for x in _free_strips(items) if (found := _best_range(items, x)) is not None]
        for weight, x, inside in sorted(tried, key=lambda found: -found[0]):
            sides = [i for i in inside if _centre(i) < x], [i for i in inside if _centre(i) >= x]
            if weight >= 2 and all(map(_fills_a_column, sides)) and _count_columns(inside) < 4:
                return x, inside
        return self._as_before(items) if depth == 0 and self.strip else None

    def _as_before(self, items: list[_Item]) -> tuple[float, list[_Item]] | None:
        """The columns of the page before going on, of which this page may fill the first alone: most of its lines keep to them,
        and often fill one."""
        strip = self.strip
        if strip is None:
            return None
        inside = [
            item
            for item in items
            if any(a - 2 < item.box[0] and item.box[2] < b + 2 for a, b in (strip.left, strip.right))
        ]
        width = min(strip.left[1] - strip.left[0], strip.right[1] - strip.right[0])
        full = sum(item.box[2] - item.box[0] > m.FULL * width for item in inside)
        if full < 2 or full < m.PROSE_MIXED * len(inside) or len(items) - len(inside) > m.MOST_ACROSS:
            return None
        return strip.x, inside


def _free_strips(items: list[_Item]) -> list[float]:
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


def _best_range(items: list[_Item], x: float) -> tuple[float, float, list[_Item]] | None:
    """Of the stretches of the page that nothing crosses at `x`, the one with most on its poorer side."""
    best: tuple[float, float, list[_Item]] | None = None
    inside: list[_Item] = []
    solid_low = float("inf")  # how far down the solids of the stretch reach
    for item in [*items, None]:
        if item is not None and not item.box[0] < x < item.box[2]:
            inside.append(item)
            if item.solid is not None:
                solid_low = min(solid_low, item.box[1])
            continue
        beside = item is not None and item.box[3] > solid_low + 2
        lefts = sum(one.weight for one in inside if _centre(one) < x)
        weight = min(lefts, sum(one.weight for one in inside) - lefts)
        if weight and not beside and (best is None or weight > best[0]):
            best = (weight, x, inside)
        inside, solid_low = [], float("inf")
    return best


def _fills_a_column(items: list[_Item]) -> bool:
    """Whether items are a column: a table or a box, or prose. Columns of prose are wide, and many of their lines fill them in
    one piece; those of tables do neither."""
    if any(item.solid is not None for item in items):
        return True
    size = usual_size([run for item in items for run in item.runs])
    width = max(item.box[2] for item in items) - min(item.box[0] for item in items)
    rows = len({round(item.box[1]) for item in items})
    full = sum(item.box[2] - item.box[0] > m.FULL * width for item in items)
    return rows > 2 and width >= m.PROSE_WIDTH * size and full >= m.PROSE_FULL * rows


def _count_columns(items: list[_Item]) -> int:
    """How many columns stay clear of each other in all of the items' lines."""
    sizes = usual_size([run for item in items for run in item.runs])
    clear, count, end = m.COLUMN_CLEAR * sizes, 0, float("-inf")
    for item in sorted(items, key=lambda item: item.box[0]):
        count += item.box[0] >= end + clear
        end = max(end, item.box[2])
    return count


def _at(reach: tuple[float, float]) -> Box:
    return reach[0], 0.0, reach[1], 0.0


def _region(items: list[_Item], frame: int, box: Box, why: str) -> Region:
    solids = [item.solid for item in items if item.solid is not None]
    return Region([run for item in items for run in item.runs], solids, frame, box, why)


def _centre(item: _Item) -> float:
    return (item.box[0] + item.box[2]) / 2


def _middle(item: _Item) -> float:
    return (item.box[1] + item.box[3]) / 2


def _box(runs: list[Run]) -> Box:
    return (
        min(run.x0 for run in runs),
        min(run.bottom for run in runs),
        max(run.x1 for run in runs),
        max(run.top for run in runs),
    )


def _around(items: list[_Item]) -> Box:
    boxes = [item.box for item in items]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
