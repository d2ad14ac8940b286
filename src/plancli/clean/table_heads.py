"""What two parts of a table have in common: header rows said again, columns that stand where they stood."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from ..language.header_rows import is_header
from ..language.headers import lexicon_of
from ..model.source import Cell, Table

EDGE = 6.0  # points that the edges of one column may differ by from page to page
_LOOSE_EDGE = 12.0  # points, where no rules show them
_TOLD = 4  # columns that tell a table though it stands elsewhere
HEADER_ROWS = 6
_TASKS = ("task", "task_weak", "detail", "measure")
_BLANK = Pattern(r"\s+")


def is_header_row(row: list[Cell]) -> bool:
    """Whether the cells of a row read as a header, a merged one once."""
    return is_header([cell.text for cell in distinct(row)], lexicon_of())


def repeated_rows(table: Table, later: Table) -> int:
    """How many rows at the head of `later` say again what stands at the head of `table`: title rows, header rows."""
    for start in range(min(3, len(table.rows))):
        count = 0
        for row, other in zip(table.rows[start : start + HEADER_ROWS], later.rows, strict=False):
            if not _says_again(_folded(row), _folded(other)):
                break
            count += 1
        if count and any(is_header_row(row) for row in later.rows[:count]):
            return count
    return _parted_head(table, later)


def _parted_head(table: Table, later: Table) -> int:
    """How many rows at the head of `later` hold the lines of one header row of `table`, a row a line."""
    heads = {_folded(row) for row in table.rows[:HEADER_ROWS] if is_header_row(row)}
    said = [""] * len(later.rows[0])
    for count, row in enumerate(later.rows[: HEADER_ROWS + 1], 1):
        said = [before + text for before, text in zip(said, _folded(row), strict=True)]
        if tuple(said) in heads:
            return count
    return 0


def _says_again(first: tuple[str, ...], later: tuple[str, ...]) -> bool:
    """Whether two rows say the same; of a header on a later page a cell may be clipped at its row's height."""
    same = sum(one == other for one, other in zip(first, later, strict=True))
    clipped = all(
        one.startswith(other) and len(other) > 1 for one, other in zip(first, later, strict=True) if one != other
    )
    return any(later) and clipped and same * 4 >= len(first) * 3


def key_columns(table: Table) -> tuple[int | None, int | None]:
    """The number column and the first task column, by the header; 重点工作 beside 项目名称 names groups, as does what spans rows beside
    tasks that do not."""
    for row in table.rows[:HEADER_ROWS]:
        if is_header_row(row):
            roles = [lexicon_of().role(cell.text) if cell.text else None for cell in row]
            kinds = [role.kind if role else None for role in roles]
            number = kinds.index("number") if "number" in kinds else None
            tasks = [c for c, kind in enumerate(kinds) if kind in _TASKS]
            if (
                len(tasks) > 1
                and kinds[tasks[1]] == "task"
                and (kinds[tasks[0]] == "task_weak" or merges(table, tasks[0]))
            ):
                del tasks[0]
            return number, tasks[0] if tasks else None
    return None, None


def merges(table: Table, c: int) -> bool:
    """Whether a column has cells beneath the header that span rows."""
    return any(a[c] is b[c] for a, b in zip(table.rows[1:], table.rows[2:], strict=False))


def time_columns(table: Table) -> list[int]:
    """The columns that say when, by the header: 完成时限, 时间安排."""
    for row in table.rows[:HEADER_ROWS]:
        if is_header_row(row):
            roles = [lexicon_of().role(cell.text) if cell.text else None for cell in row]
            return [c for c, role in enumerate(roles) if role is not None and (role.limit or role.kind == "time")]
    return []


def edges_agree(mine: dict[int, float], theirs: dict[int, float], *, ruled: bool = True) -> bool:
    """Whether the columns of two tables stand where they stood, by `column_edges`, or all as far beside it: on the other page of a spread,
    between the mirrored margins of a book. Where a source has no positions, they do; where no rules show them (not `ruled`), they are where the texts leave room."""
    shifts = sorted(b - a for c, a in mine.items() if (b := theirs.get(c)) is not None)
    beside = shifts[len(shifts) // 2] if len(shifts) >= _TOLD else 0.0
    slack = EDGE if ruled else _LOOSE_EDGE
    return all(abs(shift - beside) <= slack for shift in shifts)


def column_edges(table: Table) -> dict[int, float]:
    """The left inner edge of each column, from the first lines found in it."""
    edges: dict[int, float] = {}
    for row in table.rows:
        for c, cell in enumerate(row):
            if c not in edges and cell.column == c and cell.lines and cell.lines[0].right > cell.lines[0].left:
                edges[c] = cell.lines[0].left
        if len(edges) == len(row):
            break
    return edges


def distinct(row: list[Cell]) -> list[Cell]:
    """Each cell of a row once."""
    return list({id(cell): cell for cell in row}.values())


def _folded(row: list[Cell]) -> tuple[str, ...]:
    return tuple(_BLANK.sub("", cell.text) for cell in row)
