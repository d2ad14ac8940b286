"""The numbers of lines in a margin, which count the lines beside them (or every fifth): no part of the text.

A list's own numbers and those of a table look alike. Those of lines count headings, first lines and last lines alike, so that what
they stand beside begins now here, now there, or fills the column as prose does; and once lines are so numbered, what goes on with the count
in the next column, or stands in the same place on the next pages, is a number of a line too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, pairwise

from ...language.labels import read_label
from . import measures as m
from .lines import rows_of, usual_size
from .pieces import merged, segments
from .sheet import Piece, Run

Seat = tuple[str, float]  # the edge on which numbers are set under each other, and where it is

_DIGITS = 3  # of a number, at most
_SEAT = 1.5  # points that the edges of one column of numbers differ by
_STEPS = {1, 2, 5, 10}
_BESIDE = 3.0  # points between the base lines of a number and its line
_MOST = 0.8  # of the numbers must agree
_SOME = 0.5  # at least, where empty lines are counted too
_EMPTY = 2  # lines that may be counted though they are empty
_HEADING = 4  # characters of the heading of a table's number column, at most
_ABOVE = 3  # lines above the first number in which it may stand
_MOST_PIECES = 2  # of a line beside numbers; one of more belongs to a table
_FEWEST = 4  # numbers that count each line; fewer may be those of a table's rows
_LEVELS = 2  # forms of labels
_LARGER = 1.15  # of the type of other lines: that of a title
_VARIED = 2  # lines that neither begin where the others do nor share their middle


@dataclass(slots=True)
class _Column:
    """Numbers under each other, from the top, and the stretch of the page whose lines they may count."""

    seat: Seat
    numbers: list[Run]
    beside: list[Run] = field(
        default_factory=list
    )  # numbers in the same place that count the lines of a page's head and foot
    reach: tuple[float, float] = (0.0, 0.0)

    @property
    def left(self) -> float:
        return min(run.x0 for run in self.numbers)

    @property
    def right(self) -> float:
        return max(run.x1 for run in self.numbers)

    @property
    def steps(self) -> list[int]:
        return [int(b.text) - int(a.text) for a, b in pairwise(self.numbers)]


def line_numbers(runs: list[Run], level: list[Piece], known: Sequence[Seat]) -> tuple[list[Run], list[Seat]]:
    """The runs of a page outside its tables that are numbers of lines, and where such have stood so far. `level` are the rules among
    the runs, `known` the seats of the pages before."""
    if not any(run.text.isdecimal() and len(run.text) <= _DIGITS for run in runs):
        return [], list(known)
    rows = rows_of(runs)
    texts = [merged(row) for row in rows]
    numbers = [run for row in texts for run in row if run.text.isdecimal() and len(run.text) <= _DIGITS]
    found: set[int] = set()
    seats = list(known)
    after: set[int] = set()  # the numbers with which another column may go on
    columns = list(_columns(numbers))
    for column in (*columns, *columns):  # once more: a longer one may go on with the count of a shorter one
        if any(id(run) in found for run in column.numbers):
            continue
        as_before = any(_same(column.seat, seat) for seat in known) or int(column.numbers[0].text) in after
        if (
            _count_lines(column, texts, columns, as_before)
            and not _ruled_in(column, level)
            and not _centred(column, numbers)
        ):
            found.update(map(id, [*column.numbers, *column.beside]))
            seats.append(column.seat)
            after.update(int(column.numbers[-1].text) + step for step in column.steps[-1:])
    spans = [(row, run.x0, run.x1) for row, line in zip(rows, texts, strict=True) for run in line if id(run) in found]
    return [run for row, x0, x1 in spans for run in row if x0 <= run.x0 and run.x1 <= x1], seats


def _columns(numbers: list[Run]) -> Iterator[_Column]:
    """Numbers set under each other on their right or their left edges, rising from the top; those of more first."""
    columns: list[_Column] = []
    for side in ("right", "left"):
        ordered = sorted((run.x1 if side == "right" else run.x0, k) for k, run in enumerate(numbers))
        group: list[Run] = []
        seat = before = float("-inf")
        for edge, k in ordered:
            if edge - before > _SEAT:
                group, seat = [], edge
                columns.append(_Column((side, seat), group))
            group.append(numbers[k])
            before = edge
    for column in columns:
        column.numbers.sort(key=lambda run: -run.base)
        _count_anew(column)
    columns.sort(key=lambda column: -len(column.numbers))
    return (column for column in columns if all(step > 0 for step in column.steps))


def _count_anew(column: _Column) -> None:
    """Keep the numbers of the text alone where a page's head and foot have counts of their own: 1 above 1, 2, 3 …, 2 beneath."""
    ends = [k for k, step in enumerate(column.steps, 1) if step <= 0]
    if not ends:
        return
    parts = [column.numbers[a:b] for a, b in pairwise([0, *ends, len(column.numbers)])]
    longest = max(parts, key=len)
    if len(longest) >= _MOST * len(column.numbers):
        ours = set(map(id, longest))
        column.beside = [run for run in column.numbers if id(run) not in ours]
        column.numbers = longest


def _same(seat: Seat, other: Seat) -> bool:
    return seat[0] == other[0] and abs(seat[1] - other[1]) <= 2 * _SEAT


def _count_lines(column: _Column, texts: list[list[Run]], columns: list[_Column], as_before: bool) -> bool:
    """Whether a column's numbers rise as the lines beside them do, each on the base line of one, with nothing else in their column: a
    heading above them, least of all."""
    steps = set(column.steps)
    if not as_before and (len(steps) > 1 or not steps <= _STEPS):
        return False
    ours = set(map(id, [*column.numbers, *column.beside]))
    rows = [row for line in texts if (row := [run for run in line if id(run) not in ours])]
    parts = [segments(row, []) for row in rows]
    numbers = column.numbers
    tops = [-max(run.base for run in row) for row in rows]
    found = [_line_of(run, rows, tops) for run in numbers]
    places = [place for place, _ in found]  # how many lines stand down to each
    standing = sum(beside for _, beside in found)
    empty = standing < _MOST * len(numbers)  # lines are counted that are empty
    if standing < _SOME * len(numbers) or (empty and not _small_and_outside(column, rows)):
        return False
    left, right = column.left, column.right
    first, last = max(places[0] - 1, 0), places[-1]
    inside = (part for pieces in parts[first:last] for part in pieces)
    above = (part for pieces in parts[max(first - _ABOVE, 0) : first] for part in pieces if _length(part) <= _HEADING)
    if any(part[0].x0 < right and _end(part) > left for part in chain(inside, above)):
        return False
    if as_before:
        return True
    tell = all(_tells_place(run, place, rows) for run, place in zip(numbers, places, strict=True))
    if tell or len(numbers) == 1 or (steps == {1} and len(numbers) < _FEWEST):
        return tell
    held = _beside(parts, column, columns)
    counted = list(accumulate(int(part is not None) for part in held))
    tabular = _tabular(parts, places)
    rises = [
        (int(b.text) - int(a.text), counted[after - 1] - counted[before - 1], tabular[after - 1] - tabular[before - 1])
        for (a, b), (before, after) in zip(pairwise(numbers), pairwise(places), strict=True)
    ]
    agree = sum(lines - passed <= rise <= lines + _EMPTY for rise, lines, passed in rises)
    if agree < (1 if empty else _MOST) * len(rises):
        return False
    lines = [part for part in held[first:last] if part is not None]
    return (
        steps != {1}
        or _mostly_full(parts)
        or _varied(lines)
        or _labelled(lines)
        or _of_several_sizes([rows[place - 1] for place in places])
    )


def _tabular(parts: list[list[list[Run]]], places: list[int]) -> list[int]:
    """How many rows of tables, which no program counts as lines, stand down to each line; none where such are numbered themselves."""
    rows = [len(pieces) > _MOST_PIECES for pieces in parts]
    return list(accumulate(rows)) if not any(rows[place - 1] for place in places) else [0] * len(rows)


def _small_and_outside(column: _Column, rows: list[list[Run]]) -> bool:
    """Whether numbers are set in smaller type than the lines, and nothing stands farther out."""
    inner = min(run.x0 for row in rows for run in row)
    outer = max(run.x1 for row in rows for run in row)
    size = usual_size([run for row in rows for run in row])
    return (column.right < inner or column.left > outer) and max(run.size for run in column.numbers) < size


def _line_of(number: Run, rows: list[list[Run]], tops: list[float]) -> tuple[int, bool]:
    """How many lines stand down to a number, the one that it stands on among them, and whether it stands on one. In two columns the line
    of one may hang a little over that of the other, and both are one row."""
    above = bisect_right(tops, _BESIDE - number.base)
    for k in (above - 1, above - 2):
        if k >= 0 and any(abs(run.base - number.base) < _BESIDE for run in rows[k]):
            return k + 1, True
    return above, False


def _tells_place(number: Run, place: int, rows: list[list[Run]]) -> bool:
    """Whether a number in the margin, small and well outside all lines, tells how many of them stand down to it: 1 on a page that
    has one line over its table, 5 on a page that has no ten. A head in smaller type may be uncounted; a title that is heads a list."""
    value, runs = int(number.text), [run for row in rows for run in row]
    usual = usual_size(runs)
    outside = all(number.x1 + m.WORD_GAP * number.size < run.x0 for run in runs)
    uncounted = rows[: max(place - value, 0)]
    heads = value % 5 == 0 or all(run.size < usual for row in uncounted for run in row)
    return outside and heads and number.size < usual and 0 < value <= place <= value + _EMPTY


def _beside(parts: list[list[list[Run]]], column: _Column, columns: list[_Column]) -> list[list[Run] | None]:
    """On each line what stands next behind a column of numbers, before the next such column; else, where nothing stands behind any,
    next before it."""
    others = (c.left for c in columns if c.left > column.right and len(c.numbers) > 2 and len(set(c.steps)) == 1)
    end = min(others, default=float("inf"))
    behind = [next((part for part in pieces if column.right <= part[0].x0 < end), None) for pieces in parts]
    if any(behind):
        return behind
    return [next((part for part in reversed(pieces) if _end(part) <= column.left), None) for pieces in parts]


def _mostly_full(parts: list[list[list[Run]]]) -> bool:
    """Whether lines often reach the right edge, as those of prose do and those of a list do not; of two columns the first."""
    ends = [_end(pieces[0]) for pieces in parts if len(pieces) <= _MOST_PIECES]
    if len(ends) < 3 or 2 * len(ends) < len(parts):
        return False
    edge = max(ends)
    size = usual_size([run for pieces in parts for part in pieces for run in part])
    return sum(end > edge - m.RAGGED * size for end in ends) >= m.PROSE_MIXED * len(ends)


def _varied(lines: list[list[Run]]) -> bool:
    """Whether lines begin now here, now there, and have no middle in common: headings, first lines and the lines that go on."""
    starts = Counter(round(part[0].x0 / 4) for part in lines)
    middles = Counter(round((part[0].x0 + _end(part)) / 8) for part in lines)
    start, middle = starts.most_common(1)[0][0], middles.most_common(1)[0][0]
    others = sum(
        abs(round(part[0].x0 / 4) - start) > 1 and abs(round((part[0].x0 + _end(part)) / 8) - middle) > 1
        for part in lines
    )
    return others >= _VARIED


def _of_several_sizes(lines: list[list[Run]]) -> bool:
    """Whether a line in larger type, a title, is counted among the others: no list numbers it."""
    sizes = [usual_size(part) for part in lines]
    return max(sizes) > _LARGER * min(sizes)


def _labelled(lines: list[list[Run]]) -> bool:
    """Whether lines have labels of their own, of several levels, as those of an outline do: no list numbers its items twice."""
    labels = (read_label("".join(run.text for run in part)) for part in lines)
    return len({label.form for label in labels if label is not None}) >= _LEVELS


def _ruled_in(column: _Column, level: list[Piece]) -> bool:
    """Whether level rules pass between the numbers, as in a table."""
    top, low, x = column.numbers[0].base, column.numbers[-1].base, column.left
    return any(low < y < top and start < x < end for y, start, end in level)


def _centred(column: _Column, numbers: list[Run]) -> bool:
    """Whether one number more or less stands in the column centred alike, as in a table: the numbers of lines are set to the
    left or to the right."""
    return any(
        abs(run.x0 + run.x1 - one.x0 - one.x1) < 2 and abs(run.x0 - one.x0) > 1 and abs(run.x1 - one.x1) > 1
        for one in (column.numbers[0], column.numbers[-1])
        for run in numbers
        if (int(run.text) - int(one.text)) * (run.base - one.base) < 0
    )


def _length(part: list[Run]) -> int:
    return sum(len(run.text) for run in part)


def _end(part: list[Run]) -> float:
    return max(run.x1 for run in part)
