"""The account of a table's characters: each cell is placed, or left out with a reason."""

from __future__ import annotations

from collections.abc import Iterable

from ...language.headers import Lexicon
from ...messages import Message
from ...model.bulletin import Diagnostic, Location
from ...model.source import Cell, Table
from ..table_plan import TablePlan
from .columns import folded


class TableLedger:
    """What became of the cells of one table."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._empty = lexicon.empty
        self._longest = 2 * max(map(len, lexicon.empty))  # with blanks
        self._used: dict[int, str] = {}  # id of a cell → why it was left out, "" where it is placed

    def place(self, cells: Iterable[Cell]) -> None:
        """The cells are in some field."""
        for cell in cells:
            self._used[id(cell)] = ""

    def leave_out(self, cells: Iterable[Cell], reason: str) -> None:
        """The cells are in no field."""
        for cell in cells:
            self._used[id(cell)] = reason

    def says(self, cell: Cell) -> bool:
        """Account for a cell beside a task; False where nothing is in it but a mark for nothing."""
        empty = len(cell.text) <= self._longest and folded(cell.text) in self._empty
        self._used[id(cell)] = "empty-mark" if empty else ""
        return not empty

    def has(self, cell: Cell) -> bool:
        """Whether the cell is accounted for."""
        return id(cell) in self._used

    def close(self, table: Table, plan: TablePlan) -> None:
        """Sum up in the plan; a cell that no rule has met is reported."""
        unplaced = []
        for cell in table.cells():
            if not cell.text:
                continue
            reason = self._used.get(id(cell), "unplaced")
            if not reason:
                plan.placed += len(folded(cell.text))
                continue
            plan.left_out.append((reason, cell.text))
            if reason == "unplaced":
                unplaced.append(cell.text)
        plan.left_out.extend(table.dropped)
        if unplaced:
            message = Message("cells of the table found no place")
            where = Location(page=table.page, table=table.number or None)
            text = "\n".join(unplaced)
            plan.diagnostics.append(
                Diagnostic(code="cell-unplaced", severity="warning", message=message, text=text, location=where)
            )
