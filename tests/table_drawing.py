"""Tables drawn as text, for tests: `|` between cells, `^` goes on the cell above, `<` the one to the left, `/n` a new line."""

from __future__ import annotations

from plancli.clean.tables_over_pages import join_cell_lines
from plancli.model.source import Cell, Line, Table
from plancli.segment.tables import TablePlan


def draw(text: str, *, number: int = 1, page: int | None = None) -> Table:
    drawn = [[part.strip() for part in line.split("|")] for line in text.strip("\n").split("\n") if line.strip()]
    width = max(map(len, drawn))
    rows: list[list[Cell]] = []
    for r, parts in enumerate(drawn):
        row: list[Cell] = []
        parts = parts + ["<"] * (width - len(parts)) if len(parts) == 1 else parts + [""] * (width - len(parts))
        for c, part in enumerate(parts):
            if part == "^" and (c == 0 or parts[c - 1] != "^" or rows[r - 1][c] is not rows[r - 1][c - 1]):
                cell = rows[r - 1][c]
                cell.rowspan = r - cell.row + 1
            elif part == "^":
                cell = rows[r - 1][c]
            elif part == "<":
                cell = row[c - 1]
                cell.colspan = max(cell.colspan, c - cell.column + 1)
            else:
                lines = [Line(piece, ending="hard", page=page) for piece in part.split("/n")] if part else []
                cell = Cell(r, c, lines=lines, page=page)
                join_cell_lines(cell) if lines else None
            row.append(cell)
        rows.append(row)
    return Table(rows, page=page, number=number)


def told(plan: TablePlan | None) -> list[str]:
    """One line a task: number, title, text, `@` section path, `+` bodies and persons with roles, `#` extra, remarks."""
    assert plan is not None
    lines = []
    for task in plan.tasks:
        path, at = [], task.section
        while at is not None:
            path.insert(0, plan.sections[at].title)
            at = plan.sections[at].parent
        parts = [task.number, task.title, task.text.replace("\n", "/")]
        parts += ["@" + ">".join(path)] if path else []
        for value in task.columns:
            sign = {"departments": "+", "leaders": "!", "remarks": "*", "time": "~", "details": ""}[value.kind]
            mark = {"lead": "L", "support": "S"}.get(value.role or "", "")
            parts += [sign + mark + value.text.replace("\n", "/")] if sign else []
        parts += [f"#{header}={text}" for header, text in task.extra.items()]
        lines.append(" ".join(part for part in parts if part))
    return lines


def characters(table: Table) -> int:
    return sum(len("".join(cell.text.split())) for cell in table.cells())
