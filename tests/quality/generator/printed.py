"""A bulletin as printed: paragraphs with a style and a label, and grids with spans. All that a writer may know."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Para:
    """A paragraph. `style`: masthead, title, centre, right, left, heading, body, web (what a page adds); a line feed in `text` is a line break
    (a title on two lines). `label` is printed before `text` with `gap` between; `shape` is the label's form with %1 for
    its number (None where Word has no such form), `value` that number, `level` the depth of the list (0 for none)."""

    text: str
    style: str = "body"
    label: str = ""
    gap: str = ""
    level: int = 0
    shape: str | None = None
    value: int = 0
    new_page: bool = False


@dataclass
class Slot:
    """A cell of a grid, once, at its upper left corner; a line feed in `text` is a line break in the cell."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


@dataclass
class Grid:
    """A table as printed: the first `headers` rows are its header; `widths` are shares of the page's width."""

    slots: list[Slot]
    rows: int
    widths: list[float]
    headers: int

    def at(self) -> dict[tuple[int, int], Slot]:
        return {(slot.row, slot.column): slot for slot in self.slots}


Block = Para | Grid


@dataclass
class Printed:
    """What stands on the pages, in order; `running_head` is a header of the page."""

    blocks: list[Block] = field(default_factory=list)
    running_head: str = ""
