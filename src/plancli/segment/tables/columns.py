"""The columns of a table by its header: which rows are header, and what each column holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ...grammar.pattern import Pattern
from ...language.header_rows import is_form, is_header, squeezed
from ...language.headers import HeaderKind, HeaderRole, Lexicon, month_number
from ...language.labels import read_number
from ...language.times import names_limit
from ...model.source import Cell, Table

_TASK_KINDS: tuple[HeaderKind, ...] = ("task", "task_weak", "detail", "measure", "goal", "problem")
_MAX_TITLE_ROWS = 6
_MAX_HEADER_ROWS = 3
_FIELDS = 2  # cells of a row that may be a name and its value

folded = squeezed
_BETWEEN_WORDS = Pattern(r"(?<=[A-Za-z])\n(?=[A-Za-z])")


def one_line(text: str) -> str:
    """A title is one line, however its cell was broken: a blank between foreign words, nothing elsewhere."""
    return _BETWEEN_WORDS.sub(" ", text).replace("\n", "") if "\n" in text else text


@dataclass(slots=True)
class Column:
    """One column: its header as shown in `text` and `extra`, and its kind once the whole header is known. `tells_deeds`: what is done
    for the tasks, in a column that gives neither their titles nor their text."""

    index: int
    header: str
    kind: HeaderKind | None
    role: str | None = None
    is_time: bool = False
    limit: bool = False
    whole: bool = False
    tells_deeds: bool = False


@dataclass(slots=True)
class Head:
    """The rows above the tasks: `start`..`end` is the header, [0, start) titles and notes above it."""

    start: int
    end: int
    columns: list[Column]
    guessed: bool = False


def distinct(cells: Iterable[Cell]) -> list[Cell]:
    """Each cell of a row once, a merged one at its first slot."""
    return list({id(cell): cell for cell in cells}.values())


def own(table: Table, r: int) -> list[Cell]:
    """The cells that begin in row r and are not empty."""
    return [cell for cell in distinct(table.rows[r]) if cell.row == r and cell.text.strip()]


def find_head(table: Table, lexicon: Lexicon) -> Head | None:
    """The header by its words, None where no row near the top reads as one."""
    for r in range(min(len(table.rows), _MAX_TITLE_ROWS)):
        _join_broken_words(table, r, lexicon)
        if _is_field_row(table, r, lexicon) and _header_below(table, r, lexicon):
            continue
        if is_header([cell.text for cell in distinct(table.rows[r])], lexicon):
            end = _end(table, r, lexicon)
            return Head(r, end, _columns(table, r, end, lexicon))
        cells = own(table, r)
        if len(cells) > 1 and not any(lexicon.note.match(folded(cell.text)) for cell in cells):
            below = table.rows[r + 1] if _names_groups(table, r, cells) else []
            if not is_header([cell.text for cell in distinct(below)], lexicon):
                return None  # tasks begin
            end = _end(table, r + 1, lexicon)
            return Head(r, end, _columns(table, r, end, lexicon))
    return None


def _is_field_row(table: Table, r: int, lexicon: Lexicon) -> bool:
    """Whether a row is fields of a form, and does not name groups of the columns beneath (任务 | < | 落实 | <)."""
    cells = distinct(table.rows[r])
    grouped = len(cells) == _FIELDS and all(cell.colspan > 1 for cell in cells)
    return not grouped and is_form([cell.text for cell in cells], lexicon)


def _header_below(table: Table, r: int, lexicon: Lexicon) -> bool:
    """Whether nothing but fields of a form stands between row r and a header."""
    for row in range(r + 1, min(_MAX_TITLE_ROWS + 1, len(table.rows))):
        texts = [cell.text for cell in distinct(table.rows[row])]
        if not _is_field_row(table, row, lexicon):
            return is_header(texts, lexicon) and len(texts) > _FIELDS
    return False


def single_head(table: Table, lexicon: Lexicon) -> Head | None:
    """The header of a table of one column, None where its first word does not name what is to be done."""
    word = folded(table.rows[0][0].text)
    role = lexicon.role(word) if lexicon.is_word(word) else None
    return Head(0, 1, _columns(table, 0, 1, lexicon)) if role is not None and role.kind in _TASK_KINDS else None


def _end(table: Table, start: int, lexicon: Lexicon) -> int:
    """The row behind a header that begins at `start`."""
    end = start + 1
    while end < min(len(table.rows), start + _MAX_HEADER_ROWS) and (
        _reaches_down(table, start, end, lexicon) or _is_lower_header(table, end, lexicon)
    ):
        end += 1
    return end


def _reaches_down(table: Table, start: int, r: int, lexicon: Lexicon) -> bool:
    """Whether two of the header's own words are merged down over row r: what stands beside them, known or not, is header."""
    above = [cell for cell in distinct(table.rows[r]) if start <= cell.row < r]
    return sum(lexicon.role(cell.text) is not None for cell in above) > 1


def _names_groups(table: Table, r: int, cells: list[Cell]) -> bool:
    """Whether a row says what groups of the columns beneath hold (基本情况 | 责任落实), and no columns itself."""
    return (
        r + 1 < len(table.rows)
        and all(len(folded(cell.text)) <= 16 and "：" not in cell.text for cell in cells)
        and any(cell.colspan > 1 or _is_open_right(table, r, cell.column) for cell in cells)
        and not any(read_number(cell.text) for cell in cells)
    )


def _join_broken_words(table: Table, r: int, lexicon: Lexicon) -> None:
    """Header words that stand half in row r, half in the row below, where no rule parts the two (序 / 号): written above."""
    below = own(table, r + 1) if not table.ruled and r + 1 < len(table.rows) else []
    pairs = [(table.rows[r][cell.column], cell) for cell in below]
    if pairs and all(_is_broken_word(upper.text, lower.text, lexicon) for upper, lower in pairs):
        for upper, lower in pairs:
            upper.text, lower.text = upper.text + lower.text, ""


def _is_broken_word(upper: str, lower: str, lexicon: Lexicon) -> bool:
    return bool(upper) and lexicon.is_word(upper + lower) and not lexicon.is_word(lower)


def _is_lower_header(table: Table, r: int, lexicon: Lexicon) -> bool:
    """Whether row r goes on with the header above: short words beneath merged or empty header cells."""
    cells = own(table, r)
    if not cells or any(len(folded(cell.text)) > 16 for cell in cells):
        return False
    known = 0
    for cell in cells:
        above = table.rows[r - 1][cell.column]
        if cell.colspan > above.colspan and cell.colspan == len(table.rows[r]):
            return False
        wide = above.colspan > cell.colspan or not above.text.strip() or _is_open_right(table, r - 1, cell.column)
        role = lexicon.role(cell.text)
        month = month_number(cell.text)
        if not role and not (month and wide):
            if read_number(cell.text) or not wide:
                return False
            continue
        if not wide and not (role and not role.is_time and not role.ordinal):
            return False
        known += 1
    return known * 2 >= len(cells)


def _is_open_right(table: Table, r: int, c: int) -> bool:
    """Whether the header cell at (r, c) is followed by empty ones: in a text dump that is how a merged cell looks."""
    row = table.rows[r]
    return c + 1 < len(row) and row[c + 1] is not row[c] and not row[c + 1].text.strip()


def _columns(table: Table, start: int, end: int, lexicon: Lexicon) -> list[Column]:
    chains = [_chain(table, start, end, c) for c in range(len(table.rows[start]))]
    columns = []
    for c, chain in enumerate(chains):
        leaf = chain[-1] if chain else ""
        above = chain[:-1]
        column = _column(c, leaf, above, lexicon)
        columns.append(column)
    shown = [column.header for column in columns]
    for column, chain in zip(columns, chains, strict=True):
        if shown.count(column.header) > 1 and len(chain) > 1 and column.header == chain[-1] and chain[-2] != chain[-1]:
            column.header = chain[-2] + chain[-1]
    return columns


def _chain(table: Table, start: int, end: int, c: int) -> list[str]:
    """The header texts over column c from top to bottom; an empty cell over a lower header belongs to its left."""
    texts: list[str] = []
    seen: list[Cell] = []
    for r in range(start, end):
        cell = table.rows[r][c]
        below = r + 1 < end and table.rows[r + 1][c].text.strip()
        k = c
        while not cell.text.strip() and below and k > 0:
            k -= 1
            cell = table.rows[r][k]
        if cell.text.strip() and not any(cell is other for other in seen):
            seen.append(cell)
            texts.append(folded(cell.text))
    return texts


def _column(c: int, leaf: str, above: list[str], lexicon: Lexicon) -> Column:
    role = lexicon.role(leaf) if leaf else None
    upper = next((found for text in reversed(above) if (found := lexicon.role(text))), None)
    header = leaf
    if upper is not None:
        month = month_number(leaf)
        if month and upper.kind == "time":
            header, role = month, HeaderRole("time", is_time=True)
        elif upper.kind in ("other", "statistics") and role is not None and role.is_time:
            header, role = above[-1] + leaf, upper  # 完成情况 or 投资, quarter by quarter: no schedule
        elif upper.is_time and (role is None or role.kind in (*_TASK_KINDS, "time")) and not (role and role.is_time):
            header, role = above[-1], upper
        elif role is None or (role.kind in ("statistics", "task_weak") and upper.kind in ("departments", "leaders")):
            role = lexicon.role(above[-1] + leaf) or upper
        elif role.kind in ("departments", "leaders") and role.role == "responsible":
            joined = lexicon.role(above[-1] + leaf)
            role = joined if joined and joined.kind == role.kind else role
        if role is not None and role.kind == upper.kind == "time" and not role.is_time:
            role = role._replace(
                limit=role.limit or upper.limit or names_limit(f"{leaf}时间")
            )  # 时间安排 over 开工, 完工
    if role is None:
        return Column(c, header, None)
    return Column(c, header, role.kind, role.role, role.is_time, role.limit, role.whole)


def merged_over(table: Table, head: Head, coarse: int, fine: int) -> bool:
    """Whether some cell of column `coarse` covers several different cells of column `fine`; in a dump it is empty there."""
    for above, here in pairwise(table.rows[head.end :]):
        if here[fine] is here[coarse] or above[fine] is above[coarse] or here[fine] is above[fine]:
            continue
        held = here[coarse] is above[coarse] or not here[coarse].text
        if held and here[fine].text and above[fine].text:
            return True
    return False


def stands_again(table: Table, head: Head, coarse: int, fine: int) -> bool:
    """Whether column `coarse`, where no cell is merged, says again beside more than a third of the rows what it says above, and column
    `fine` something else: a sheet that can be sorted repeats the names of its groups."""
    rows = table.rows[head.end :]
    texts = [(row[coarse].text, row[fine].text) for row in rows]
    again = sum(a[0] == b[0] != "" and a[1] != b[1] and bool(a[1] and b[1]) for a, b in pairwise(texts))
    apart = all(above[coarse] is not here[coarse] for above, here in pairwise(rows))
    return apart and again * 3 > len(rows) - 1
