"""A sheet as every reader of spreadsheets gives it: texts by place, merged ranges, what is hidden."""

from __future__ import annotations

from dataclasses import dataclass, field
from string import ascii_uppercase

MOST_ROWS, MOST_COLUMNS = 1 << 20, 1 << 14  # of a sheet (ECMA-376)
Range = tuple[int, int, int, int]  # first row, first column, last row, last column; 0-based, all included


@dataclass(slots=True)
class Worksheet:
    """`rows[r][c]` is the text of a cell as shown, places counted from 0; cells without text are not there.
    `fills[r][c]` names the colour of a cell that has one, where the reader knows it; `struck` are words that are struck out, which
    are no text."""

    name: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    fills: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def put(self, row: int, column: int, text: str) -> None:
        """Set a cell's text; blanks alone are none."""
        if text and not text.isspace():
            self.rows.setdefault(row, {})[column] = text

    def texts(self) -> list[str]:
        """All texts, row by row."""
        return [text for _, row in sorted(self.rows.items()) for _, text in sorted(row.items())]


def address(row: int, column: int) -> str:
    """0-based places → the name that a spreadsheet shows: (6, 1) → B7."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = ascii_uppercase[rest] + letters
    return f"{letters}{row + 1}"


def counted(value: str | None, due: int, most: int) -> int:
    """The number of a row or a column, from 1, as a file states it; the one that is due where it states none that a sheet has."""
    try:
        number = int(value) if value else due
    except ValueError:
        return due
    return number if 1 <= number <= most else due


def place(name: str) -> tuple[int, int] | None:
    """B7 → (6, 1); None for what names no cell."""
    letters = name.rstrip("0123456789")
    figures = name[len(letters) :]
    letters = letters.strip("$").upper()
    if not figures.strip("0") or not letters.isascii() or not letters.isalpha() or len(letters) > 3 or len(figures) > 7:
        return None
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(figures) - 1, column - 1
