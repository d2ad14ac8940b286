"""The sections of a task table: rows across it, and merged category columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...language.labels import label_form, read_number, split_label
from ...model.bulletin import Location
from ...model.draft import SectionDraft
from ...model.source import Cell, Line, Table
from ..table_plan import TablePlan
from .columns import Column, folded, own


class Sections:
    """Keeps the headings that are open: of group rows by the form of their labels, below them those of category columns.

    `categories` and `numbers` are column indices; a number column left of a category holds its label, and so does a category that is
    nothing but a number (一 │ 聚力工业强县, beneath one word).
    """

    def __init__(self, plan: TablePlan, categories: list[int], numbers: list[int]) -> None:
        self.plan, self.categories, self.numbers = plan, categories, numbers
        self.groups: list[tuple[str, int]] = []
        self.held: list[tuple[Cell | None, int | None]] = [(None, None)] * len(categories)
        self.known: dict[tuple[int | None, str], int] = {}

    @property
    def heading(self) -> SectionDraft | None:
        """The innermost group row that is open."""
        return self.plan.sections[self.groups[-1][1]] if self.groups else None

    def open(self, label: str, text: str, location: Location, lines: list[Line]) -> None:
        """A group row: on the level of the last one whose label has its form, else below those that are open."""
        if not label and (found := split_label(text)):
            _, label, text = found
        form = label_form(label)
        forms = [held for held, _ in self.groups]
        if form in forms:
            del self.groups[forms.index(form) :]
        elif not form or "" in forms:
            self.groups.clear()  # a heading without label stands on the first level
        parent = self.groups[-1][1] if self.groups else None
        self.groups.append((form, self._add(label, text, parent, location, lines)))
        self.held = [(None, None)] * len(self.categories)

    def of_row(self, row: list[Cell], location: Location, place: Callable[[list[Cell]], None]) -> int | None:
        """The section of a task's row, new ones made of its category cells; cells that were used are told to `place`."""
        parent = self.groups[-1][1] if self.groups else None
        for k, column in enumerate(self.categories):
            cell = row[column]
            held, section = self.held[k]
            if cell is held or not cell.text:
                parent = section if section is not None else parent
                continue
            if self._labels_next(row, column):
                continue
            place([cell])
            label, title, lines = "", cell.text.replace("\n", ""), cell.lines
            if column and row[column - 1].text and (column - 1 in self.numbers or self._labels_next(row, column - 1)):
                place([row[column - 1]])
                label, lines = row[column - 1].text, [*row[column - 1].lines, *lines]
            elif found := split_label(title):
                _, label, title = found
            key = (parent, folded(label + title))
            if key not in self.known:
                at = location.model_copy(update={"cell": cell.address})
                self.known[key] = self._add(label, title, parent, at, lines)
            parent = self.known[key]
            self.held[k] = (cell, parent)
            self.held[k + 1 :] = [(None, None)] * (len(self.categories) - k - 1)
        return parent

    def begun(self, row: list[Cell], r: int) -> Cell | None:
        """The innermost category cell that begins in row `r`, None where none does."""
        begun = [row[column] for column in self.categories if row[column].row == r and row[column].text]
        return begun[-1] if begun else None

    def _labels_next(self, row: list[Cell], column: int) -> bool:
        """Whether a category's cell holds no more than the number of the category beside it."""
        if column not in self.categories or column + 1 not in self.categories:
            return False
        cell, beside = row[column], row[column + 1]
        alone = read_number(cell.text) is not None and cell is not beside and cell.row == beside.row
        return alone and bool(beside.text) and not read_number(beside.text)

    def _add(self, label: str, title: str, parent: int | None, location: Location, lines: list[Line]) -> int:
        sections = self.plan.sections
        level = 1 if parent is None else sections[parent].level + 1
        sections.append(SectionDraft(label.strip(), level, title.replace("\n", ""), parent, "", location, lines))
        return len(sections) - 1


def is_group_number(
    r: int, cells: Sequence[Cell], *, table: Table, task: Column, number: int | None, numerals: bool
) -> bool:
    """Whether the number of row `r` with a title alone heads the rows below: these have numbers of another form, or none, and more
    to say. `numerals`: 一、二 in the column `number` number tasks."""
    if cells[1].column != task.index and cells[1].colspan == 1:
        return False
    for row in range(r + 1, len(table.rows)):
        below = own(table, row)
        if not below or number is None:
            continue
        cell = table.rows[row][number]
        if len(below) < 2 or (len(below) == 2 and cell.text):
            return False if cell.text and _form(cell) == _form(cells[0]) else len(below) == 2
        return (not cell.text and not numerals) or _form(cell) != _form(cells[0])
    return False


def _form(cell: Cell) -> str:
    return label_form(folded(cell.text))
