"""One page → its running lines and tables, in reading order."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from ...model.source import Block, Cell, Line, Table
from .characters import PageText, Run
from .lattice.grids import Grid, find_grids, join
from .lines import LineSetter, rows_of
from .stream.columns import find_borderless
from .stream.gap_table import Interval
from .survey import LeftOut, Survey, survey

_MOST_PADDING = 12.0  # points: a cell's padding is no wider


@dataclass(slots=True)
class Page:
    """What a page holds: blocks from top to bottom, how many characters, how many of them strange, what was left out."""

    number: int  # 1-based
    width: float
    height: float
    blocks: list[Block] = field(default_factory=list)
    characters: int = 0
    strange: int = 0
    pictures: float = 0.0
    images: int = 0
    drawn: bool = False
    unreadable: bool = False
    left_out: list[LeftOut] = field(default_factory=list)
    carried: list[Interval] | None = None  # the columns of a table without uprights that may go on overleaf

    def cells(self) -> int:
        """How many table slots the page has."""
        return sum(len(block.rows) * len(block.rows[0]) for block in self.blocks if isinstance(block, Table))


def read_page(handle: int, number: int, most_cells: int, carried: list[Interval] | None = None) -> Page:
    """Read a page that PDFium has loaded; its objects are changed in memory.

    `carried` is that of the page before. Raises `TooLarge` where its tables have more slots than `most_cells`.
    """
    found = survey(handle)
    page = Page(
        number,
        found.width,
        found.height,
        pictures=found.pictures,
        images=found.images,
        drawn=found.drawn,
        left_out=found.left_out,
    )
    text = PageText(handle)
    try:
        _fill(page, found, text, most_cells, carried)
    finally:
        text.close()
    return page


def _fill(page: Page, found: Survey, text: PageText, most_cells: int, carried: list[Interval] | None) -> None:
    page.strange = text.strange
    setter = LineSetter(text, page.number)
    runs = [run for run in text.runs() if -1 <= (run.x0 + run.x1) / 2 <= page.width + 1]
    page.characters = sum(len(run.text) for run in runs)
    horizontal, vertical = join(found.rules.horizontal), join(found.rules.vertical)
    grids, loose = find_grids(horizontal, vertical, most_cells) if vertical else ([], horizontal)
    cells: list[dict[tuple[int, int], list[Run]]] = [defaultdict(list) for _ in grids]
    rest = _into_cells(runs, grids, cells, text) if grids else runs
    placed: list[tuple[float, Block]] = []
    for grid, held in zip(grids, cells, strict=True):
        if held:
            placed.append((grid.ys[0], _table(grid, held, setter)))
    rows = rows_of(rest)
    for found_table in find_borderless(rows, loose, carried):
        placed.append((found_table.top, found_table.table(setter)))
        rows = [row for row in rows if row[0].start not in found_table.taken]
        page.carried = found_table.columns
    placed.extend((max(run.top for run in row), setter.line(row)) for row in rows)
    placed.sort(key=lambda item: -item[0])
    page.blocks = [block for _, block in placed]
    setter.finish()
    for block in page.blocks:
        if isinstance(block, Table):
            _pad(block)


def _into_cells(
    runs: list[Run], grids: list[Grid], cells: list[dict[tuple[int, int], list[Run]]], text: PageText
) -> list[Run]:
    """Put each run into the cell that holds its middle, cut where it crosses into another; give those outside."""
    rest: list[Run] = []
    for run in runs:
        y = (run.top + run.bottom) / 2
        for grid, held in zip(grids, cells, strict=True):
            if not grid.holds((run.x0 + run.x1) / 2, y):
                continue
            em = 0.4 * (run.top - run.bottom)
            row, first = grid.slot(run.x0 + em, y)
            _, last = grid.slot(run.x1 - em, y)
            if first == last or grid.cells[row][first] == grid.cells[row][last]:
                held[grid.cells[row][first][:2]].append(run)
            else:
                _cut(run, grid, row, y, held, text)
            break
        else:
            rest.append(run)
    return rest


def _cut(run: Run, grid: Grid, row: int, y: float, held: dict[tuple[int, int], list[Run]], text: PageText) -> None:
    """A run over several cells: each character into the cell that holds its middle."""
    start, before = run.start, None
    for i in range(run.start, run.end):
        cell = grid.cells[row][grid.slot((text.lefts[i] + text.rights[i]) / 2, y)[1]][:2]
        if before is not None and cell != before:
            held[before].extend(text.part(start, i))
            start = i
        before = cell
    if before is not None:
        held[before].extend(text.part(start, run.end))


def _table(grid: Grid, held: dict[tuple[int, int], list[Run]], setter: LineSetter) -> Table:
    made: dict[tuple[int, int], Cell] = {}
    for row in grid.cells:
        for top, left, rowspan, colspan in row:
            if (top, left) in made:
                continue
            cell = made[top, left] = Cell(top, left, rowspan, colspan, page=setter.page)
            runs = held.get((top, left))
            if runs:
                cell.lines = setter.lines(runs, grid.xs[left], grid.xs[left + colspan])
    rows = [[made[slot[:2]] for slot in row] for row in grid.cells]
    return Table(rows, page=setter.page, open_top=grid.open_top, open_bottom=grid.open_bottom)


def _pad(table: Table) -> None:
    """Move the edges of cells inwards by the table's padding: the least room that any line leaves."""
    lines = [line for cell in table.cells() for line in cell.lines]
    room = [min(line.x0 - line.left, line.right - line.x1) for line in lines]
    least = min((gap for gap in room if gap >= 0), default=0.0)
    padding = min(least, _MOST_PADDING)
    for line in lines:
        line.left += padding
        line.right -= padding
        line.centered = is_centered(line)


def is_centered(line: Line, body: float = 0.0, width: float = 0.0) -> bool:
    """Short, and as far from the left edge of its frame as from the right, or in the middle of a page of that `width`;
    larger type need not be as short."""
    before, after = line.x0 - line.left, line.right - line.x1
    size = line.size or line.top - line.bottom
    least = 2.6 * size if body and size <= 1.15 * body else 0.25 * size
    off_page = abs(line.x0 + line.x1 - width) if width else abs(before - after)
    if body and size > 1.15 * body and off_page < 4.0:
        return True  # a title's first line may fill the width
    return min(before, after) > least and min(abs(before - after), off_page) < max(0.6 * size, 4.0)


def usual_size(lines: list[Line]) -> float:
    """The font size of most characters, 0 where there are none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size or 0.0] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0
