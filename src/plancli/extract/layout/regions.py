"""A page's text and tables → regions in reading order, by cuts across and down (XY-cut).

A strip that stays free over some of the page's height parts what stands there into columns, with what is above them before
and what is below them behind. What stands in columns of a table by gaps is no such column: those are narrow, or many,
or their lines do not fill them. Boxes round text are regions of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...messages import Message
from . import measures as m
from .cards import rows_of_captions
from .floats import Float, floated
from .label_rows import labels_and_texts
from .lines import box_of, rows_of, usual_size
from .pieces import common_starts, parted_at, segments
from .sheet import Box, Piece, Run
from .side_by_side import Sides, above_crossing, beside_each_other, sides_of, titles_above
from .spreads import head_and_foot, is_headed_table, is_spread
from .strips import (
    Item,
    Strip,
    are_rows,
    around,
    begins_a_column,
    best_range,
    centre,
    fills_a_column,
    free_strips,
    in_pieces,
    keep_rules_to,
    middle,
)
from .text_area import shared_edge

_TEXT = Message("text")
_MOST_LOOSE = 200  # upright rules outside tables; more are a drawing


@dataclass(slots=True)
class Region:
    """Runs and solids (tables and boxes, by number) that are read from top to bottom. `frame` is the number of the column
    or box on its page, 0 for the text area itself; `why` says how it came about."""

    runs: list[Run]
    solids: list[int] = field(default_factory=list)
    frame: int = 0
    box: Box = (0.0, 0.0, 0.0, 0.0)
    why: Message = _TEXT
    rows: list[list[Run]] = field(default_factory=list)  # the runs by lines


class Cutter:
    """Cuts one page of a width and height; `solids` are the boxes of its tables and text boxes, `upright` the upright rules
    outside tables, `level` the level ones. `strip` is that of the page before, then this page's own; `frames` so many numbers of frames are taken; `numbers` are the
    page's numbers."""

    def __init__(
        self,
        size: tuple[float, float],
        solids: list[Box],
        upright: list[Piece],
        strip: Strip | None = None,
        *,
        frames: int = 0,
        numbers: Sequence[list[Run]] = (),
        level: Sequence[Piece] = (),
    ) -> None:
        self._size = size
        self._level = level
        self._numbers = numbers
        self.strip = strip
        self._solids = solids
        self._upright = upright if len(upright) <= _MOST_LOOSE else []
        self._frames = max(frames, len(solids))

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
        if not depth and x != self._size[0] / 2:
            outside = set(map(id, [*head_and_foot(items, self._size[1]), *titles_above(inside, self._size[0])]))
            inside = [item for item in inside if id(item) not in outside] or inside
        top, low = max(item.box[3] for item in inside), min(item.box[1] for item in inside)
        within = set(map(id, inside))
        above = [
            item for item in items if id(item) not in within and item.box[1] >= low and middle(item) > (top + low) / 2
        ]
        below = [item for item in items if id(item) not in within and not any(item is other for other in above)]
        sides = sides_of(inside, x)
        if all(sides) and (held := floated(sides, above, below)) is not None:
            yield from self._round(held, above, below, region, depth)
            return
        yield from self._again(above, region, depth)
        going_on = not depth and self.strip is not None and self.strip.labelled and abs(self.strip.x - x) < m.SAME_STRIP
        boxes = self._boxes(x, sides, depth)
        parts = labels_and_texts(*sides, going_on=going_on)
        if parts and self.strip and not depth:
            self.strip = replace(self.strip, labelled=True)
        for items, box in parts:
            self._frames += 1
            yield from self._cut(_region(items, self._frames, box, _TEXT), m.DEEPEST_CUT)
        if parts:
            return (yield from self._again(below, region, depth))
        for card in rows_of_captions(sides):
            self._frames += 1
            yield from self._cut(_region(card, self._frames, boxes[centre(card[0]) >= x], _TEXT), m.DEEPEST_CUT)
            sides = [], []
        for side, box in zip(sides, boxes, strict=True):
            if not side:
                continue
            self._frames += 1
            why = Message(
                "column at {left:.0f}–{right:.0f}, beside a strip free at {strip:.0f}",
                left=box[0],
                right=box[2],
                strip=x,
            )
            yield from self._cut(_region(side, self._frames, box, why), depth + 1)
        yield from self._again(below, region, depth)

    def _round(self, held: Float, above: list[Item], below: list[Item], region: Region, depth: int) -> Iterator[Region]:
        """A text that flows round a table or a box, which comes where the first paragraph beside it begins."""
        yield from self._again([*above, *held.above], region, depth)
        self._frames += 2
        why = Message("text beside a table or a box")
        for items, frame, box in (
            (held.before, self._frames, held.box),
            (held.items, self._frames - 1, around(held.items)),
            (held.after, self._frames, held.box),
        ):
            if items:
                yield from self._cut(_region(items, frame, box, why), m.DEEPEST_CUT)
        yield from self._again([*held.below, *below], region, depth)

    def _boxes(self, x: float, sides: Sides, depth: int) -> list[Box]:
        """The boxes of two columns; as wide as those of the page before where they go on, for the last may be short."""
        before = self.strip if depth == 0 and self.strip and abs(self.strip.x - x) < m.SAME_STRIP else None
        known = (before.left, before.right) if before else (None, None)
        boxes = []
        for side, reach in zip(sides, known, strict=True):
            left, bottom, right, top = around(side) if side else _at(reach or (x, x))
            if side and reach:
                left, right = min(left, reach[0]), max(right, reach[1])
            boxes.append((left, bottom, right, top))
        boxes = self._widened(x, sides, boxes)
        if depth == 0:
            (left, _, inner, _), (outer, _, right, _) = boxes
            self.strip = Strip(x, (left, inner), (outer, right))
        return boxes

    def _widened(self, x: float, sides: Sides, boxes: list[Box]) -> list[Box]:
        """Columns as wide as each other, the pages of a spread with equal margins, unless their own lines tell where they end; where
        those are short, as wide as the page's margin leaves room."""
        page = self._size[0] / 2
        spread = x == page
        if not spread and any(item.solid is not None for side in sides for item in side):
            return boxes
        width = max(right - left for left, _, right, _ in boxes)
        if all(sides) and not all(map(fills_a_column, sides)):
            mirrored = self._size[0] - boxes[0][0] - boxes[1][0]
            size = usual_size([run for side in sides for item in side for run in item.runs]) or 12.0
            width = mirrored if mirrored > width + m.RAGGED * size else width
        limits = boxes[1][0] if sides[1] else x, self._size[0]
        wide: list[Box] = []
        if spread and all(sides):  # lines that are all set in do not tell where their page begins
            margin = min(boxes[0][0], boxes[1][0] - page)
            lefts = [k * page + margin for k in (0, 1)]
            near = m.INSET * (usual_size([run for side in sides for item in side for run in item.runs]) or 12.0)
            boxes = [
                (left if box[0] - left < near else box[0], *box[1:]) for left, box in zip(lefts, boxes, strict=True)
            ]
        for k, (side, (left, bottom, right, top)) in enumerate(zip(sides, boxes, strict=True)):
            lines = [(item.box[0], item.box[2], sum(len(run.text) for run in item.runs)) for item in side]
            if side and shared_edge(lines) is None:
                reach = (2 * k + 1) * page - left if spread else min(left + width, limits[k])
                right = max(right, reach)
            wide.append((left, bottom, right, top))
        return wide

    def _again(self, items: list[Item], region: Region, depth: int) -> Iterator[Region]:
        if items:
            yield from self._cut(_region(items, region.frame, region.box, region.why), depth + 1)

    def _items(self, region: Region) -> list[Item]:
        """Stretches of lines and solids, from the top."""
        size = usual_size(region.runs) or 12.0
        items = [
            Item(self._solids[k], max(2.0, (self._solids[k][3] - self._solids[k][1]) / (2 * size)), [], k)
            for k in region.solids
        ]
        region.rows = rows_of(region.runs)
        lines = [[row] if len(row) == 1 else segments(row, self._upright) for row in region.rows]
        inset = m.LABEL_WIDTH * size
        starts, far = common_starts(lines, inset)
        for pieces in lines:
            parts = pieces
            if starts or far:
                parts = [piece for part in pieces for piece in parted_at(part, starts, far, inset)]
            items.extend(Item(box_of(part), 1.0, part, None, len(parts) == 1) for part in parts)
        items.sort(key=lambda item: -item.box[3])
        return items

    def _columns(self, items: list[Item], depth: int) -> tuple[float, list[Item]] | None:
        """The strip that parts the pages of a spread, two columns of prose, or a table and what stands beside it; and what it
        parts."""
        if depth == 0 and is_spread(items, self._size, self._numbers):
            return self._size[0] / 2, items
        tried = [found for x in free_strips(items) if (found := best_range(items, x)) is not None]
        tried.sort(key=lambda found: -found[0])
        known = not depth and tried and self.strip and abs(self.strip.x - tried[0][1]) < m.SAME_STRIP
        if known and (before := self._as_before(items)):  # the freest strip is that of the page before
            return before
        for weight, x, held in tried:
            titles = set(map(id, titles_above(held, self._size[0])))
            inside = [item for item in held if id(item) not in titles]
            if beside := beside_each_other(inside, weight, x, self._level, page=not depth):
                return x, beside
        if depth:
            return None
        return self._as_before(items) or self._halves(items)

    def _halves(self, items: list[Item]) -> tuple[float, list[Item]] | None:
        """The strip in the middle of the page, where a column of prose stands before it and anything of the same margins behind it: a last
        page's few lines, or lists of short lines; or a line or two at the head of the page, whatever their margins."""
        half = self._size[0] / 2
        found = best_range(items, half)
        if found is None or is_headed_table(found[2]) or are_rows(*(sides := sides_of(found[2], half))):
            return None
        (left, _, inner, _), (outer, _, right, _) = map(around, sides)
        size = usual_size([run for item in sides[0] for run in item.runs])
        lines = [item for item in sides[0] if item.solid is None]
        full = sum(item.box[2] > inner - m.RAGGED * size for item in lines)
        mirrored = abs(inner + outer - 2 * half) < m.RAGGED * size and right < 2 * half - left + m.RAGGED * size
        gutter = m.SEGMENT_GAP * size < outer - inner < m.WIDEST_GUTTER * size
        prose = inner - left >= m.PROSE_WIDTH * size and len(lines) >= m.PROSE_LINES and not any(map(in_pieces, sides))
        if prose and mirrored and gutter and full >= m.PROSE_SHORT * len(lines):
            return (inner + outer) / 2, found[2]
        reaches = half - m.WIDEST_GUTTER / 2 * size < inner and full >= m.PROSE_MIXED * len(lines)
        if prose and reaches and right < 2 * half - left + size and begins_a_column(*sides):
            x = (inner + half) / 2
            self.strip = Strip(x, (left, inner), (2 * half - inner, 2 * half - left))
            return x, found[2]
        return None

    def _as_before(self, items: list[Item]) -> tuple[float, list[Item]] | None:
        """The columns of the page before going on, of which this page may fill the first alone: most of its lines keep to them,
        and often fill one, or those of the second begin where the second did, or the rules of tables are as wide as one."""
        strip = self.strip
        if strip is None:
            return None
        (left, inner), (outer, right), size = strip.left, strip.right, usual_size([r for i in items for r in i.runs])
        inside = [
            item
            for item in items
            if (left - 2 < item.box[0] and item.box[2] < min(inner + m.RAGGED * size, strip.x))
            or (max(outer - 2, strip.x) < item.box[0] and item.box[2] < right + m.RAGGED * size)
        ]
        width = min(strip.left[1] - strip.left[0], strip.right[1] - strip.right[0])
        full = sum(item.box[2] - item.box[0] > m.FULL * width for item in inside)
        if len(items) - len(inside) > m.MOST_ACROSS:
            return None
        second = [item for item in inside if item.box[0] > strip.x]
        at_edge = sum(item.box[0] - outer < m.SAME_EDGE for item in second)
        alike = at_edge >= m.EDGE_LINES and 2 * at_edge >= len(second) and not in_pieces(second)
        ruled = keep_rules_to(self._level, [strip.left, strip.right], strip.x)
        if not alike and not ruled and full < max(2, m.PROSE_MIXED * len(inside)):
            return None
        return strip.x, above_crossing(inside, items, strip.x, outer + size)


def _at(reach: tuple[float, float]) -> Box:
    return reach[0], 0.0, reach[1], 0.0


def _region(items: list[Item], frame: int, box: Box, why: Message) -> Region:
    solids = [item.solid for item in items if item.solid is not None]
    return Region([run for item in items for run in item.runs], solids, frame, box, why)
