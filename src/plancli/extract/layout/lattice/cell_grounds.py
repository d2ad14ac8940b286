"""The colours of a ruled table's cells: what is filled where the middle of each stands, the cell itself or a bar that is drawn over it."""

from __future__ import annotations

from collections import defaultdict

from ....model.source import Table
from ...filled_cells import FEWEST_TIMES, colour
from ..sheet import Shading
from .grids import RuledGrid

_BAND = 24.0  # points: grounds are looked up by bands of this height


class CellGrounds:
    """The grounds of a page, in the order of drawing, by the height at which they stand."""

    def __init__(self, grounds: list[Shading]) -> None:
        self._bands: dict[int, list[Shading]] = defaultdict(list)
        for ground in grounds:
            _, bottom, _, top = ground[0]
            for band in range(int(bottom // _BAND), int(top // _BAND) + 1):
                self._bands[band].append(ground)

    def fill(self, table: Table, grid: RuledGrid) -> None:
        """Tell the cells of a table, which may be a schedule, their colours."""
        if not self._bands or len(grid.xs) <= FEWEST_TIMES:
            return
        for cell in table.cells():
            x = (grid.xs[cell.column] + grid.xs[cell.column + cell.colspan]) / 2
            y = (grid.ys[cell.row] + grid.ys[cell.row + cell.rowspan]) / 2
            cell.fill = colour(self._at(x, y))

    def _at(self, x: float, y: float) -> str:
        """The colour that is drawn last at a place, "" where none is."""
        held = self._bands.get(int(y // _BAND), ())
        return next(
            (said for (left, low, right, top), said in reversed(held) if left < x < right and low < y < top), ""
        )
