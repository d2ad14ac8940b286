"""One page → its running lines and tables, in reading order."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from ...model.source import Block, Cell, Line, Table
from .borderless import find_borderless
from .characters import PageText, Run
from .grids import Grid, find_grids, join
from .lines import line_of, lines_of, rows_of
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
    drawn: bool = False
    unreadable: bool = False
    left_out: list[LeftOut] = field(default_factory=list)

    def cells(self) -> int:
        """How many table slots the page has."""
        return sum(len(block.rows) * len(block.rows[0]) for block in self.blocks if isinstance(block, Table))


def read_page(handle: int, number: int, most_cells: int) -> Page:
    """Read a page that PDFium has loaded; its objects are changed in memory. Raises `TooLarge` over `most_cells`."""
    found = survey(handle)
    page = Page(number, found.width, found.height, pictures=found.pictures, drawn=found.drawn, left_out=found.left_out)
    text = PageText(handle)
    try:
        _fill(page, found, text, most_cells)
    finally:
        text.close()
    return page


def _fill(page: Page, found: Survey, text: PageText, most_cells: int) -> None:
    page.strange = text.strange
    runs = [run for run in text.runs() if -1 <= (run.x0 + run.x1) / 2 <= page.width + 1]
    page.characters = sum(len(run.text) for run in runs)
    horizontal, vertical = join(found.horizontal), join(found.vertical)
    grids, loose = find_grids(horizontal, vertical, most_cells) if vertical else ([], horizontal)
    cells: list[dict[tuple[int, int], list[Run]]] = [defaultdict(list) for _ in grids]
    rest = _into_cells(runs, grids, cells, text) if grids else runs
    placed: list[tuple[float, Block]] = []
    for grid, held in zip(grids, cells, strict=True):
        if held:
            placed.append((grid.ys[0], _table(grid, held, text, page.number)))
    rows = rows_of(rest)
    for top, table, taken in find_borderless(rows, loose, text, page.number):
        placed.append((top, table))
        rows = [row for row in rows if row[0].start not in taken]
    placed.extend((max(run.top for run in row), line_of(row, text, page.number)) for row in rows)
    placed.sort(key=lambda item: -item[0])
    page.blocks = [block for _, block in placed]


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


def _table(grid: Grid, held: dict[tuple[int, int], list[Run]], text: PageText, page: int) -> Table:
    made: dict[tuple[int, int], Cell] = {}
    for row in grid.cells:
        for top, left, rowspan, colspan in row:
            if (top, left) in made:
                continue
            cell = made[top, left] = Cell(top, left, rowspan, colspan, page=page)
            runs = held.get((top, left))
            if runs:
                cell.lines = lines_of(runs, text, page, grid.xs[left], grid.xs[left + colspan])
    _pad([line for cell in made.values() for line in cell.lines])
    rows = [[made[slot[:2]] for slot in row] for row in grid.cells]
    return Table(rows, page=page, open_top=grid.open_top, open_bottom=grid.open_bottom)


def _pad(lines: list[Line]) -> None:
    """Move the edges of cells inwards by the table's padding: the least room that any line leaves."""
    room = [min(line.x0 - line.left, line.right - line.x1) for line in lines]
    least = min((gap for gap in room if gap >= 0), default=0.0)
    padding = min(least, _MOST_PADDING)
    for line in lines:
        line.left += padding
        line.right -= padding
        line.centered = is_centered(line)


def is_centered(line: Line, body: float = 0.0) -> bool:
    """Short, and as far from the left edge of its frame as from the right; larger type need not be as short."""
    before, after = line.x0 - line.left, line.right - line.x1
    size = line.size or line.top - line.bottom
    least = 0.7 * size if body and size > 1.15 * body else 2.6 * size if body else 0.7 * size
    return min(before, after) > least and abs(before - after) < max(0.6 * size, 4.0)


def usual_size(lines: list[Line]) -> float:
    """The font size of most characters, 0 where there are none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size or 0.0] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0
