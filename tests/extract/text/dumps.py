"""A small model of a table and the ways in which programs, pages and viewers leave it as text.

A table is drawn as in `tests.table_drawing`: `|` between cells, `^` goes on the cell above, `<` the one to the left, `/n` a
new line. A dump takes its rows and gives lines; one that loses merged cells writes rows short.
"""

from __future__ import annotations

from collections.abc import Callable

UP, LEFT = "^", "<"
Rows = list[list[str]]
Dump = Callable[[Rows], list[str]]


def rows_of(drawn: str) -> Rows:
    """The cells of a drawn table, row by row."""
    return [[cell.strip().replace("/n", "\n") for cell in line.split("|")] for line in drawn.strip("\n").split("\n")]


def _flat(cell: str) -> str:
    return cell.replace("\n", "")


def _blank(row: list[str]) -> list[str]:
    """A row with merged cells written empty."""
    return ["" if cell in (UP, LEFT) else cell for cell in row]


def _short(row: list[str]) -> list[str]:
    """A row with merged cells left out."""
    return [cell for cell in row if cell not in (UP, LEFT)]


def _across(row: list[str]) -> bool:
    return len(row) > 1 and all(cell == LEFT for cell in row[1:])


def tabs(rows: Rows) -> list[str]:
    """A spreadsheet's copy: merged cells empty, no line ends in cells."""
    return ["\t".join(map(_flat, _blank(row))) for row in rows]


def tabs_quoted(rows: Rows) -> list[str]:
    """The same with line ends in quoted cells."""
    return "\n".join("\t".join(f'"{c}"' if "\n" in c else c for c in _blank(row)) for row in rows).split("\n")


def tabs_cut(rows: Rows) -> list[str]:
    """The same after a program that cuts white space at line ends."""
    return [line.rstrip("\t") for line in tabs(rows)]


def tabs_led(rows: Rows) -> list[str]:
    """The same with a tab before each row."""
    return ["\t" + line for line in tabs(rows)]


def tabs_broken(rows: Rows) -> list[str]:
    """Copied from a page: merged cells left out, line ends in cells as they are."""
    return "\n".join("\t".join(_short(row)) for row in rows).split("\n")


def bars(rows: Rows) -> list[str]:
    """Markdown."""
    made = [f"| {' | '.join(c.replace(chr(10), '<br>') for c in _blank(row))} |" for row in rows]
    return [made[0], "|" + "---|" * len(rows[0]), *made[1:]]


def bars_padded(rows: Rows) -> list[str]:
    """Bars between cells, merged ones left out and so many bars more at the row's end."""
    return [
        " | ".join(map(_flat, _short(row))) + " " + "|" * (len(row) - len(_short(row)) + 1)
        if not _across(row)
        else f"{row[0]} |"
        for row in rows
    ]


def bars_behind(rows: Rows) -> list[str]:
    """A cell a line, a bar behind each."""
    return [f"{_flat(cell)} |" for row in rows for cell in _short(row)]


def bars_below(rows: Rows) -> list[str]:
    """A cell a line, a bar on the line below."""
    return [line for row in rows for cell in _short(row) for line in (_flat(cell), "|")]


def stacked(rows: Rows) -> list[str]:
    """A cell a line; empty and merged cells are not there."""
    return [line for row in rows for cell in _short(row) if cell for line in cell.split("\n")]


def stacked_broken(rows: Rows) -> list[str]:
    """A cell in lines as wide as its column on a page, each on its own, as readers of PDF give them; merged cells are not there."""
    wide = [
        max(_width_on_page([row[c] for row in rows[1:]]), *(len(row[c]) for row in rows[:2]))
        for c in range(len(rows[0]))
    ]
    return [
        line[k : k + size]
        for row in rows
        for cell, size in zip(row, wide, strict=True)
        if cell and cell not in (UP, LEFT)
        for line in cell.split("\n")
        for k in range(0, len(line), size)
    ]


def _width_on_page(cells: list[str]) -> int:
    """Of a column by its cells: short ones are never broken, others in two lines."""
    longest = max(len(line) for cell in cells for line in cell.split("\n"))
    return longest if longest < 7 else max(6, -(-longest // 2))


def stacked_below(rows: Rows) -> list[str]:
    """A cell a line below the words of the header's first row, which stand on one."""
    return [" ".join(map(_flat, _short(rows[0]))), *stacked(rows[1:])]


def stacked_apart(rows: Rows) -> list[str]:
    """A cell a line, a blank line behind each."""
    return [line for row in rows for cell in _short(row) if cell for line in (*cell.split("\n"), "")]


def stacked_rows(rows: Rows) -> list[str]:
    """A cell a line, a blank line behind each row."""
    return [line for row in rows for line in (*stacked([row]), "")]


def counted(rows: Rows) -> list[str]:
    """A cell a line, a blank one for each that is empty or merged."""
    return [line for row in rows for cell in _blank(row) for line in cell.split("\n")]


def marked(rows: Rows) -> list[str]:
    """A tab before each cell, a blank line behind each row; merged cells are not there."""
    return [line for row in rows for line in (*("\t" + part for part in _short(row)), "")]


def set_in(rows: Rows) -> list[str]:
    """A cell a line behind the tabs of a page's source, fewer tabs between rows."""
    return [
        line
        for row in rows
        for line in ["\t\t", *("\t\t\t" + _flat(cell) for cell in (row[:1] if _across(row) else _blank(row)))]
    ]


def columns(rows: Rows) -> list[str]:
    """Columns apart by blanks."""
    texts = [list(map(_flat, _blank(row))) for row in rows]
    wide = [max(2 * len(row[c]) for row in texts if not _across(row)) + 4 for c in range(len(rows[0]))]
    return [
        "".join(
            cell + " " * max(2, size - sum(2 if char > "\u2e7f" else 1 for char in cell))
            for cell, size in zip(row, wide, strict=True)
        ).rstrip()
        for row in texts
    ]


def boxed(rows: Rows) -> list[str]:
    """A box with double rules around it and below the first row of its header."""
    texts = [[part.split("\n") for part in _blank(row)] for row in rows]
    wide = [max(2 * len(line) for row in texts for line in row[c]) + 2 for c in range(len(rows[0]))]
    drawn: list[str] = []
    for n, row in enumerate(texts):
        left, rule, cross, right = "╒═╤╕" if not n else "╞═╪╡" if n == 1 else "├─┼┤"
        drawn.append(left + cross.join(rule * size for size in wide) + right)
        for k in range(max(map(len, row))):
            cells = [part[k] if k < len(part) else "" for part in row]
            padded = [
                f" {cell}".ljust(size - sum(char > "\u2e7f" for char in cell))
                for cell, size in zip(cells, wide, strict=True)
            ]
            drawn.append(f"│{'│'.join(padded)}│")
    return [*drawn, "╘" + "╧".join("═" * size for size in wide) + "╛"]


DUMPS: dict[str, Dump] = {
    dump.__name__: dump
    for dump in (
        tabs, tabs_quoted, tabs_cut, tabs_led, tabs_broken, bars, bars_padded, bars_behind, bars_below, stacked, stacked_broken, stacked_below, stacked_apart, stacked_rows, counted, marked, set_in, columns, boxed,
    )
}  # fmt: skip
