"""One page: its sheet → blocks in reading order.

sift ─► tables by rules, boxes ─► numbers of lines, notes in the margin ─► regions ─► tables by gaps, lines ─► blocks from top to bottom, region by region
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ...language.marks import is_bare_number, is_page_number, page_of
from ...messages import Message
from ...model.source import Block, Line, Table
from . import measures as m
from .cards import rows_of_boxes
from .figures import figures_of
from .lattice.cell_grounds import CellGrounds
from .lattice.grids import RuledGrid, find_grids, join, outside_grids
from .lattice.overflow import Held
from .lattice.table import into_cells, pad, table_of
from .line_numbers import Seat, line_numbers
from .lines import around, line_of, lines_of, rows_of
from .pieces import merged, parted, segments
from .regions import Cutter, Region
from .sheet import Box, Piece, Run, Sheet
from .side_notes import beside_boxes, floated_notes, side_notes
from .sift import sift
from .stream.finding import find_borderless, going_on
from .stream.gap_table import Borderless
from .strips import Strip
from .struck import set_aside_struck

_EDGE = 0.12  # of the page's height, at its head and foot, where its number stands
_NUMBER_RUNS = 8  # pieces that a page's number has at most: 第 1 页 共 9 页
_ALONE = 2.5  # em to the nearest line that leave a bare number alone
_BEHIND = 0.1  # points: what is so much lower than a line's top comes behind it
_HEADINGS = 40.0  # points above the frame of a table in which its headings may stand
_PAGE_FRAME = 0.5  # share of the page: a box as large is a border round the page


@dataclass(slots=True)
class Page:
    """What a page holds: blocks in reading order, and how they were told (`regions`, for people)."""

    sheet: Sheet
    blocks: list[Block] = field(default_factory=list)
    carried: Borderless | None = None  # a table without uprights that may go on overleaf
    strip: Strip | None = None  # of columns, this page's or an earlier one's, that may go on overleaf
    seats: list[Seat] = field(default_factory=list)  # where the numbers of lines stand, on this page or those before
    regions: list[tuple[Box, Message]] = field(default_factory=list)
    figures: list[Box] = field(default_factory=list)  # pictures among the text that may hold words

    @property
    def number(self) -> int:
        """The page's number, 1-based."""
        return self.sheet.number

    def cells(self) -> int:
        """How many table slots the page has."""
        return sum(len(block.rows) * len(block.rows[0]) for block in self.blocks if isinstance(block, Table))


def read_page(sheet: Sheet, most_cells: int, before: Page | None = None) -> Page:
    """Understand a page, `before` being the page before. Raises `TooLarge` where its tables have more slots than
    `most_cells`."""
    page = Page(sheet)
    if sheet.level and sheet.pictures <= m.SCANNED:
        set_aside_struck(sheet)
    sift(sheet)
    page.figures = figures_of(sheet) if sheet.figures else []
    level, upright = join(sheet.level), join(sheet.upright)
    grids, boxes, loose = find_grids(level, upright, most_cells) if upright else ([], [], level)
    boxes = [box for box in boxes if (box[2] - box[0]) * (box[3] - box[1]) < _PAGE_FRAME * sheet.width * sheet.height]
    held, rest = into_cells(sheet.runs, grids) if grids else ([], sheet.runs)
    rest = _set_aside(sheet, "turned-text", [run for run in rest if run.angle], rest)
    counts, page.seats = line_numbers(rest, loose, before.seats if before else [])
    rest = _set_aside(sheet, "line-number", counts, rest)
    rest = _set_aside(sheet, "side-note", side_notes(rest, upright, sheet), rest)
    notes, floats = floated_notes(rest, boxes, sheet)
    rest = _set_aside(sheet, "side-note", notes, rest)
    boxes = [box for box in boxes if not _frames_table(box, rest, loose)]
    _Reader(page, grids, held, boxes, loose, [*floats, *page.figures]).read(rest, outside_grids(upright, grids), before)
    for block in page.blocks:
        if isinstance(block, Table):
            pad(block)
    sheet.runs, sheet.level, sheet.upright, sheet.grounds = [], [], [], []
    return page


def _set_aside(sheet: Sheet, why: str, found: list[Run], runs: list[Run]) -> list[Run]:
    """The runs without those found, which are set aside with their reason."""
    if not found:
        return runs
    sheet.set_aside(why, found)
    gone = set(map(id, found))
    return [run for run in runs if id(run) not in gone]


def _frames_table(box: Box, runs: list[Run], loose: list[Piece]) -> bool:
    """Whether a box is the outer frame of a table without rules inside, whose headings may stand above it."""
    left, bottom, right, top = box
    held = [
        run for run in runs if left <= run.x0 + 1 and run.x1 - 1 <= right and bottom <= run.middle < top + _HEADINGS
    ]
    rows = [merged(row) for row in rows_of(held)]
    if sum(len(row) > 1 for row in rows if row[0].middle <= top) < 2:
        return False
    return any(len(found.taken) * 2 > len(rows) for found in find_borderless(parted(rows), loose))


class _Reader:
    """Reads what is in the regions of one page."""

    def __init__(
        self,
        page: Page,
        grids: list[RuledGrid],
        held: list[Held],
        boxes: list[Box],
        loose: list[Piece],
        floats: list[Box],
    ) -> None:
        self._page, self._grids, self._held, self._loose = page, grids, held, loose
        self._boxes, self._floats = boxes, floats
        self._boxed: list[list[Run]] = [[] for _ in boxes]
        self._rows: list[list[int]] = []  # the boxes that are read as one, from left to right
        self._free: list[Run] = []
        self._grounds = CellGrounds(page.sheet.grounds if grids else [])

    def read(self, rest: list[Run], upright: list[Piece], before: Page | None) -> None:
        """Fill in the page's blocks."""
        self._free = self._into_boxes(rest) if self._boxes else rest
        self._rows = rows_of_boxes(self._boxes, self._boxed, self._free) if self._boxes else []
        numbers = self._page_numbers()
        gone = {id(run) for row in numbers for run in row}
        free = [run for run in self._free if id(run) not in gone] if gone else self._free
        solids: list[Box] = [(grid.xs[0], grid.ys[-1], grid.xs[-1], grid.ys[0]) for grid in self._grids]
        solids += [_union([self._boxes[k] for k in row]) for row in self._rows]
        full = [k for k in range(len(solids)) if self._is_full(k)]
        size = self._page.sheet.width, self._page.sheet.height
        frames = len(self._grids) + len(self._boxes)
        strip = before.strip if before else None
        cutter = Cutter(size, solids, upright, strip, frames=frames, numbers=numbers, level=self._loose)
        upper, lower = (
            [row for row in numbers if row[0].base > size[1] / 2],
            [row for row in numbers if row[0].base <= size[1] / 2],
        )
        self._page.blocks += [line_of(row, self._page.number) for row in upper]
        carried = before.carried if before else None
        if carried:
            free = self._overleaf(free, carried)
        regions = cutter.regions(free, full)
        self._page.strip = cutter.strip
        for region in regions:
            self._region(region, carried)
        self._page.blocks += [line_of(row, self._page.number) for row in lower]

    def _is_full(self, k: int) -> bool:
        if k < len(self._grids):
            return bool(self._held[k])
        return any(self._boxed[box] for box in self._rows[k - len(self._grids)])

    def _into_boxes(self, runs: list[Run]) -> list[Run]:
        rest: list[Run] = []
        for run in runs:
            for (left, bottom, right, top), inside in zip(self._boxes, self._boxed, strict=True):
                if left <= run.x0 + 1 and run.x1 - 1 <= right and bottom <= run.middle <= top:
                    inside.append(run)
                    break
            else:
                rest.append(run)
        return rest

    def _overleaf(self, free: list[Run], carried: Borderless) -> list[Run]:
        """Read the rest of a table by gaps at the head of the page, as wide as it was there: what stands in its rows is in no columns of
        the page. What is left."""
        if self._grids or not free:
            return free
        rows = rows_of(free)
        parts = parted([merged(row) for row in rows], [x0 for x0, _ in carried.columns])
        table = going_on(parts, self._loose, carried)
        if table is None:
            return free
        taken = [id(part[0]) in table.taken for part in parts]
        first = taken.index(True)
        if first:
            self._region(Region([run for row in rows[:first] for run in row], rows=rows[:first]), None)
        self._page.blocks.append(table.table(self._page.number))
        left, right = table.columns[0][0], table.columns[-1][1]
        self._page.regions.append(
            ((left, table.lines[-1].bottom, right, table.top), Message("rest of a table by gaps"))
        )
        self._page.carried = table
        gone = {id(run) for row, is_taken in zip(rows, taken, strict=True) if is_taken for run in row}
        return [run for row in rows[first:] for run in row if id(run) not in gone]

    def _region(self, region: Region, carried: Borderless | None) -> None:
        number, first = self._page.number, len(self._page.regions)
        rows = region.rows
        placed = [self._solid(k, rows) for k in region.solids]
        parts = parted([merged(row) for row in rows])
        scanned = self._page.sheet.pictures > m.SCANNED
        for found in find_borderless(parts, self._loose, self._going_on(carried), scanned=scanned):
            table = found.table(number)
            placed.append((found.top, [table]))
            left, right = found.columns[0][0], found.columns[-1][1]
            why = Message("table by gaps, {rows} rows", rows=len(table.rows))
            self._page.regions.append(((left, found.lines[-1].bottom, right, found.top), why))
            taken = [id(part[0]) in found.taken for part in parts]
            rows = [row for row, gone in zip(rows, taken, strict=True) if not gone]
            parts = [part for part, gone in zip(parts, taken, strict=True) if not gone]
            self._page.carried = found
        left, _, right, _ = region.box
        beside = beside_boxes(rows, [*self._boxes, *self._floats]) if rows else {}
        for k, row in enumerate(rows):
            line = line_of(row, number, *beside.get(k, (left, right)))
            line.frame = region.frame or (len(self._grids) + len(self._boxes) + 1 if k in beside else 0)
            placed.append((max(run.top for run in row), [line]))
        if rows:
            self._page.regions.append((around(rows), region.why))
        self._page.regions[first:] = sorted(self._page.regions[first:], key=lambda found: -found[0][3])
        placed.sort(key=lambda item: -item[0])
        self._page.blocks.extend(block for _, blocks in placed for block in blocks)

    def _going_on(self, carried: Borderless | None) -> list[Borderless]:
        """The table without uprights that may go on here: the one of the page before; on a sheet as broad as two pages, or in columns, one
        that stood in either half, this sheet's own among them."""
        sheet, strip = self._page.sheet, self._page.strip
        if sheet.width >= m.SPREAD * sheet.height:
            beside = sheet.width / 2
        elif strip is not None:
            beside = strip.right[0] - strip.left[0]
        else:
            return [carried] if carried else []
        held = self._page.carried or carried
        return [held.moved(by) for by in (0.0, beside, -beside)] if held else []

    def _page_numbers(self) -> list[list[Run]]:
        """The lines at the head and the foot that are the page's number alone: no rows of a table, nor of a column."""
        height = self._page.sheet.height
        edge = [run for run in self._free if not _EDGE * height <= run.base <= (1 - _EDGE) * height]
        parts = [part for row in rows_of(edge) for part in self._numbers_of(row)] if edge else []
        return [part for part in parts if len(part) <= _NUMBER_RUNS and self._is_page_number(part)]

    def _numbers_of(self, row: list[Run]) -> list[list[Run]]:
        """The pieces of a line that are each a page's number, as each page of a spread has its own, or the line that is one; else its pieces."""
        parts = segments(row, [])
        if len(parts) > 1 and all(map(self._is_page_number, parts)):
            return parts
        return [row] if len(row) <= _NUMBER_RUNS and self._is_page_number(row) else parts

    def _is_page_number(self, row: list[Run]) -> bool:
        text = "".join(run.text for run in row).strip()
        if is_bare_number(text):
            near = (run for run in self._free if abs(run.base - row[0].base) < _ALONE * row[0].size and run not in row)
            return all(is_bare_number(run.text) and run.base == row[0].base for run in near)
        return is_page_number(text) or page_of(text) is not None

    def _solid(self, k: int, rows: list[list[Run]]) -> tuple[float, list[Block]]:
        number = self._page.number
        if k < len(self._grids):
            grid = self._grids[k]
            size = {"rows": len(grid.ys) - 1, "columns": len(grid.xs) - 1}
            why = Message("table by rules, {rows} rows, {columns} columns", **size)
            self._page.regions.append(((grid.xs[0], grid.ys[-1], grid.xs[-1], grid.ys[0]), why))
            table = table_of(grid, self._held[k], number)
            self._grounds.fill(table, grid)
            return grid.ys[0], [table]
        row = self._rows[k - len(self._grids)]
        lines: list[Block] = []
        for box in row:
            left, _, right, _ = self._boxes[box]
            for line in lines_of(self._boxed[box], number, left, right) if self._boxed[box] else ():
                line.frame = len(self._grids) + box + 1
                lines.append(line)
            self._page.regions.append((self._boxes[box], Message("box") if len(row) == 1 else Message("box in a row")))
        return _beneath_heading(_union([self._boxes[box] for box in row]), rows), lines


def _union(boxes: list[Box]) -> Box:
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _beneath_heading(box: Box, rows: list[list[Run]]) -> float:
    """Where a box comes among lines: at its top, but behind a short line that it begins beside, whose note it is."""
    left, bottom, _, top = box
    for row in rows:
        middle, end = row[0].middle, max(run.x1 for run in row)
        if bottom < middle < top + row[0].size / 2 and len(rows) > 1:
            short = end < left - m.RAGGED * row[0].size
            return min(top, max(run.top for run in row) - _BEHIND) if short else top
    return top


def running_lines(page: Page) -> list[Line]:
    """The lines outside tables."""
    return [block for block in page.blocks if isinstance(block, Line)]
