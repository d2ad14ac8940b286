"""Text that its cell has no room for: it runs over the rule into the next cell, to the right, above or beneath."""

from __future__ import annotations

from collections.abc import Iterator

from ..lines import rows_of
from ..sheet import Run
from .grids import RuledGrid

Held = dict[tuple[int, int], list[Run]]  # first slot of a cell → what stands in it

_CROSSES = 0.25  # em by which a line lies on the other side of a rule; text that merely fills its cell touches it
# em between base lines: the same text drawn twice is nearer, one line beneath another farther
_TWICE, _CLOSE = 0.1, 0.8
_STRADDLES = 0.2  # em of a character on either side of a rule
_INDENT = 1.5  # em from the cell's edge to a text that runs over from there
_SAME_PLACE = 1.0  # points
_SAME_PITCH = 0.15
_FEW = 6  # lines beneath a table; more are a text


def stays(run: Run, grid: RuledGrid, held: Held) -> bool:
    """Put a run that crosses upright rules into the cell that it begins in, and say so, where it is one text that runs over from there:
    a character stands on a rule, and the cells beyond are empty. Two texts that touch are parted by the rule."""
    cells = grid.cells[grid.row(run.middle)]
    reach = _STRADDLES * run.size
    begin, end = grid.column(run.x0 + reach), grid.column(run.x1 - reach)
    inner = [grid.xs[c] for c in range(begin + 1, end + 1) if cells[c] is not cells[c - 1]]
    straddled = any(
        left + reach < x < right - reach for x in inner for left, right in zip(run.lefts, run.rights, strict=True)
    )
    beyond = {cell[:2] for cell in cells[begin + 1 : end + 1]} - {cells[begin][:2]}
    near = run.x0 - grid.xs[cells[begin][1]] < _INDENT * run.size
    if not straddled or not near or any(held.get(slot) for slot in beyond):
        return False
    held[cells[begin][:2]].append(run)
    return True


def settle(held: Held, grid: RuledGrid) -> None:
    """Move the lines that lie on a level rule back to the cell whose lines they go on, of the same edge and pitch."""
    for slot, run, other in list(_crossing(held, grid)):
        if other in held and _goes_on(run, held[other]) and not _has_level(run, slot, held):
            held[slot].remove(run)
            held[other].append(run)


def hang_out(rest: list[Run], grid: RuledGrid, held: Held) -> set[int]:
    """Put each line right beneath the grid that goes on a cell of its last row, and has no line beside it, into that cell: the page's end
    has cut its row too short. Gives them by `id`."""
    taken: set[int] = set()
    beneath = [run for run in rest if grid.xs[0] < run.x0 and run.x1 < grid.xs[-1] and run.middle < grid.ys[-1]]
    for run in beneath if len(beneath) < _FEW else ():
        left, right = grid.column(run.x0), grid.column(run.x1)
        slot = grid.cells[-1][left][:2]
        alone = not any(other is not run and abs(other.base - run.base) < _SAME_PLACE for other in rest)
        if alone and slot == grid.cells[-1][right][:2] and slot in held and _goes_on(run, held[slot]):
            held[slot].append(run)
            taken.add(id(run))
    return taken


def _crossing(held: Held, grid: RuledGrid) -> Iterator[tuple[tuple[int, int], Run, tuple[int, int]]]:
    """The runs that lie on a rule: the cell that holds the middle of each, and the one on the other side."""
    for slot, runs in held.items():
        top, left, rowspan, _ = grid.cells[slot[0]][slot[1]]
        upper, lower = grid.ys[top], grid.ys[top + rowspan]
        for run in runs:
            over, reach = run.top - upper, _CROSSES * run.size
            if top and (over > reach or (over > -reach and _collides(run, runs))):
                beyond = top - 1
            elif top + rowspan < len(grid.cells) and lower - run.bottom > reach:
                beyond = top + rowspan
            else:
                continue
            column = max(grid.column((run.x0 + run.x1) / 2), left)
            yield slot, run, grid.cells[beyond][column][:2]


def _collides(run: Run, others: list[Run]) -> bool:
    """Whether a text stands so near beneath a run that they lie on each other."""
    return any(
        other.x0 < run.x1 and run.x0 < other.x1 and _TWICE * run.size < run.base - other.base < _CLOSE * run.size
        for other in others
    )


def _goes_on(run: Run, lines: list[Run]) -> bool:
    """Whether a run is one line more above or beneath others."""
    rows = rows_of(lines)
    if len(rows) < 2:
        return False
    beneath = run.base < rows[-1][0].base
    last, before = (rows[-1][0], rows[-2][0]) if beneath else (rows[0][0], rows[1][0])
    pitch, step = abs(before.base - last.base), abs(last.base - run.base)
    aligned = abs(run.x0 - last.x0) < _SAME_PLACE or abs(run.x0 + run.x1 - last.x0 - last.x1) < 2 * _SAME_PLACE
    outside = beneath or run.base > rows[0][0].base
    return outside and aligned and abs(run.size - last.size) < 0.1 and abs(pitch - step) < _SAME_PITCH * pitch


def _has_level(run: Run, slot: tuple[int, int], held: Held) -> bool:
    """Whether other texts stand on the run's base line: it belongs to their row."""
    others = (other for place, runs in held.items() if place != slot for other in runs)
    return any(abs(other.base - run.base) < _SAME_PLACE for other in others)
