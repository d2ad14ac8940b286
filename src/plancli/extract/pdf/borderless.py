"""Tables without uprights (三线表) and without any rules: columns told by gaps.

A table begins with a line of short headings, three or more side by side (two where rules stand above and beneath), and
goes on as long as the lines keep to its columns. Prose never does: its lines run across them.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from ...model.source import Cell, Table
from .characters import Run
from .lines import LineSetter
from .logical_rows import logical_rows
from .survey import Piece

Interval = tuple[float, float]

_CELL_GAP = 0.9  # ems between what stands in two cells of one line
_COLUMN_GAP = 0.6  # ems that stay free between two columns
_SPREAD_GAP = 2.3  # ems between the characters of one spaced heading (序　号)
_LONGEST_HEADING = 14  # characters
_FARTHEST = 2.6  # line heights between two lines of a table without rules
_NO_HEADING = re.compile(r"[。；：！？，、…]|^[\W\d]+$")
_HAN = re.compile("[一-鿿]")


@dataclass(slots=True)
class TextLine:
    """A physical line of a table: what stands in its columns. `span` where it runs across them (a group's name)."""

    top: float
    bottom: float
    filled: dict[int, list[Run]]
    span: bool = False

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Borderless:
    """A table found: its columns, its headings, its lines, and the rules that part them."""

    columns: list[Interval]
    head: list[TextLine]
    body: list[TextLine]
    rules: list[float]
    taken: set[int] = field(default_factory=set)  # the first characters of the lines it took

    @property
    def top(self) -> float:
        """The height of its upper edge."""
        return max(line.top for line in self.head or self.body)

    def table(self, setter: LineSetter) -> Table:
        """The table, lines of a row put together."""
        groups = ([self.head] if self.head else []) + logical_rows(self.body, self.rules)
        width = len(self.columns)
        middles = [(a[1] + b[0]) / 2 for a, b in zip(self.columns, self.columns[1:], strict=False)]
        edges = [self.columns[0][0], *middles, self.columns[-1][1]]
        rows: list[list[Cell]] = []
        for r, group in enumerate(groups):
            if group[0].span:
                runs = [run for line in group for part in line.filled.values() for run in part]
                rows.append([Cell(r, 0, 1, width, setter.lines(runs, edges[0], edges[-1]), page=setter.page)] * width)
                continue
            row = []
            for c in range(width):
                cell = Cell(r, c, page=setter.page)
                cell.lines = [setter.line(line.filled[c], edges[c], edges[c + 1]) for line in group if c in line.filled]
                row.append(cell)
            rows.append(row)
        return Table(rows, page=setter.page, ruled=False)


def find_borderless(rows: list[list[Run]], rules: list[Piece], carried: list[Interval] | None) -> list[Borderless]:
    """The tables among a page's lines that stand in no grid. `carried`: the columns of one on the page before."""
    found: list[Borderless] = []
    segments = [_segments(row) for row in rows]
    i = 0
    while i < len(rows):
        table = None
        if len(segments[i]) > 1:
            if _is_heading(segments[i], rules):
                table = _grow(rows, segments, i, rules, _heading_columns(segments[i]))
            elif carried and not found and _fits(segments[i], carried):
                table = _grow(rows, segments, i, rules, carried, headed=False)
        if table:
            found.append(table)
            i += len(table.taken)
        else:
            i += 1
    return found


def _segments(row: list[Run]) -> list[list[Run]]:
    """The runs of a line, put together where less than a cell's gap parts them."""
    segments = [[row[0]]]
    for before, run in itertools.pairwise(row):
        if run.x0 - before.x1 < _CELL_GAP * (run.top - run.bottom):
            segments[-1].append(run)
        else:
            segments.append([run])
    return segments


def _extent(segment: list[Run]) -> Interval:
    return segment[0].x0, max(run.x1 for run in segment)


def _text(segment: list[Run]) -> str:
    return "".join(run.text for run in segment).strip()


def _heading_columns(segments: list[list[Run]]) -> list[Interval]:
    """Where the headings of a line stand; single characters side by side are one spaced heading."""
    columns: list[Interval] = []
    single = False
    for segment in segments:
        x0, x1 = _extent(segment)
        alone = len(_text(segment)) == 1
        if columns and alone and single and x0 - columns[-1][1] < _SPREAD_GAP * (segment[0].top - segment[0].bottom):
            columns[-1] = columns[-1][0], x1
        else:
            columns.append((x0, x1))
        single = alone
    return columns


def _is_heading(segments: list[list[Run]], rules: list[Piece]) -> bool:
    columns = len(_heading_columns(segments))
    if columns < 2:
        return False
    texts = [_text(segment) for segment in segments]
    if any(len(text) > _LONGEST_HEADING or _NO_HEADING.search(text) for text in texts):
        return False
    if columns >= 3:
        return True
    first = segments[0][0]
    height = first.top - first.bottom
    return _rule_in(segments, rules, first.top - 0.2 * height, first.top + 1.5 * height) and _rule_in(
        segments, rules, first.bottom - 1.5 * height, first.bottom + 0.2 * height
    )


def _rule_in(segments: list[list[Run]], rules: list[Piece], low: float, high: float) -> bool:
    x0, x1 = segments[0][0].x0, segments[-1][-1].x1
    return any(low <= y <= high and start <= x0 + 2 and end >= x1 - 2 for y, start, end in rules)


def _columns_of(extent: Interval, columns: list[Interval], margin: float) -> list[int]:
    """The columns that a stretch touches, or the nearest one where it stands between two."""
    touched = [c for c, (x0, x1) in enumerate(columns) if extent[0] < x1 + margin and extent[1] > x0 - margin]
    if touched:
        return touched
    return [min(range(len(columns)), key=lambda c: min(abs(extent[0] - columns[c][1]), abs(columns[c][0] - extent[1])))]


def _fits(segments: list[list[Run]], columns: list[Interval]) -> bool:
    """Whether two or more stretches of a line each keep to a column of their own."""
    touched = [_columns_of(_extent(segment), columns, 0.0) for segment in segments]
    inside = columns[0][0] - 20 < segments[0][0].x0 and segments[-1][-1].x1 < columns[-1][1] + 20
    return inside and all(len(t) == 1 for t in touched) and len({t[0] for t in touched}) == len(segments)


def _grow(
    rows: list[list[Run]],
    segments: list[list[list[Run]]],
    first: int,
    rules: list[Piece],
    columns: list[Interval],
    *,
    headed: bool = True,
) -> Borderless | None:
    """The table that begins at line `first`, or None where the lines beneath do not bear it out."""
    columns = list(columns)
    across = [
        y for y, start, end in rules if start < columns[0][1] and end > columns[-1][0] and y < rows[first][0].top + 30
    ]
    lines: list[TextLine] = []
    for i in range(first, len(rows)):
        top, bottom = max(run.top for run in rows[i]), min(run.bottom for run in rows[i])
        if lines and _ends(lines[-1], top, bottom, across):
            break
        line = _line(segments[i], columns, top, bottom)
        if line is None:
            if i + 1 >= len(rows) or len(segments[i]) > 1 or not _fits(segments[i + 1], columns):
                break
            line = TextLine(top, bottom, {0: rows[i]}, span=True)
        lines.append(line)
    while lines and lines[-1].span:
        lines.pop()
    heads = 1 if headed else 0
    if headed:
        under = [y for y in across if y < lines[0].middle]
        if (under and across[0] != under[0]) or len(under) > 1:
            heads = max(sum(line.bottom > max(under) - 2 for line in lines), 1)
    body = lines[heads:]
    if not _borne_out(lines[:heads], body, columns, across):
        return None
    taken = {rows[first + k][0].start for k in range(len(lines))}
    return Borderless(columns, lines[:heads], body, sorted(across, reverse=True), taken)


def _ends(last: TextLine, top: float, bottom: float, across: list[float]) -> bool:
    """Whether a line stands too far beneath the last one to belong to its table, or beneath the table's last rule."""
    height = max(top - bottom, last.top - last.bottom)
    if len(across) > 1 and min(across) > top - 0.3 * height and last.middle > min(across):
        return True
    between = any(top - 2 < y < last.bottom + 2 for y in across)
    return not between and last.middle - (top + bottom) / 2 > _FARTHEST * height


def _line(segments: list[list[Run]], columns: list[Interval], top: float, bottom: float) -> TextLine | None:
    """The line by columns, which grow by it; None where it runs across two of them."""
    margin = _COLUMN_GAP * (segments[0][0].top - segments[0][0].bottom) / 2
    filled: dict[int, list[Run]] = {}
    grown = list(columns)
    for segment in segments:
        x0, x1 = _extent(segment)
        touched = _columns_of((x0, x1), columns, margin)
        if len(touched) > 1:
            return None
        c = touched[0]
        filled.setdefault(c, []).extend(segment)
        grown[c] = min(grown[c][0], x0), max(grown[c][1], x1)
    if any(a[1] + margin > b[0] for a, b in itertools.pairwise(grown)):
        return None
    columns[:] = grown
    return TextLine(top, bottom, filled)


def _borne_out(head: list[TextLine], body: list[TextLine], columns: list[Interval], across: list[float]) -> bool:
    """Whether the lines make a table: enough of them with several columns, and most columns in use."""
    several = sum(len(line.filled) > 1 for line in body)
    used = {c for line in body for c in line.filled}
    ruled = len(across) > 1
    if several < (1 if ruled or not head else 2) or 5 * several < len(body):
        return False
    return 3 * len(used) >= 2 * len(columns)
