"""A table without uprights grows from one of its lines: down as long as lines keep to its columns, then up to its
headings."""

from __future__ import annotations

from dataclasses import dataclass

from .. import measures as m
from ..lattice.grids import ONE_LINE
from ..sheet import Piece, Run
from .bearing import LONGEST_HEADING, are_two_headings, borne_out, may_bear, over_beneath
from .columns import PageColumn, across, grown_by, is_heading_over, with_own_headings
from .gap_table import Borderless, Interval
from .groups import is_group
from .headings import HALF
from .logical_rows import TextLine
from .row_rules import (
    FARTHEST,
    LARGE,
    PieceRow,
    apart,
    end_of_rules,
    headed_off,
    marks_appendix,
    ruled_off,
    ruled_round,
    step_of_rows,
)
from .text_lines import Over, text_line

_REST = 1  # character: a group has a longer name


class ExhaustedError(Exception):
    """So much was looked at that what is left of the page is taken for text."""


class Patience:
    """How many runs may be looked at: scattered text would take the square of their number, or its cube."""

    def __init__(self, rows: list[list[Run]]) -> None:
        self._left = 500 + m.PATIENCE * sum(map(len, rows))

    def spend(self, row: list[Run]) -> None:
        """One more line is looked at; raises ExhaustedError where it was the last."""
        self._left -= len(row)
        if self._left < 0:
            raise ExhaustedError


@dataclass(slots=True)
class Ground:
    """What tables grow on: the lines of a page that none has taken yet, its level rules, the patience left; whether it is a picture."""

    rows: list[PieceRow]
    rules: list[Piece]
    patience: Patience
    scanned: bool = False


class GrowingTable:
    """The table that begins at line `first`, with `columns` where the page before told them. Its rows stand `step`
    apart, if they did there."""

    def __init__(self, ground: Ground, first: int, step: float, columns: list[PageColumn]) -> None:
        self._rows, self._all_rules, self._patience = ground.rows, ground.rules, ground.patience
        self._first = self._last = first
        self._columns = columns
        self._headed = not columns
        self._named = are_two_headings(self._rows[first]) if self._headed else len(columns) == 2
        self._spans: set[int] = set()
        self._lines: list[TextLine] = []
        left, right = self._rows[first][0].x0, self._rows[first][-1].x1
        self._rules = [
            rule
            for rule in ground.rules
            if rule[1] < right and rule[2] > left and rule[2] - rule[1] > 0.5 * (right - left)
        ]
        self._step = max(step, step_of_rows(self._rows, first, scanned=ground.scanned))

    def table(self, above: int = 0) -> Borderless | None:
        """The table grown, or None where its lines do not bear it out. `above` lines before its first are headings too,
        over the columns that the lines from the first on tell."""
        self._grow_down()
        if not self._columns:
            return None
        row = self._rows[self._first]
        self._columns = [column for k, column in enumerate(self._columns) if not is_heading_over(self._columns, k, row)]
        if self._headed:
            self._columns = with_own_headings(self._columns, row)
        if not may_bear(self._columns, 2 if self._named or len(self._rules) > 1 else 3):
            return None
        extents = [(column.x0, column.x1) for column in self._columns]
        self._lines = [
            text_line(self._rows[i], extents, span=i in self._spans, headings=self._headed and i == self._first)
            for i in range(self._first, self._last + 1)
        ]
        if not self._grow_up(extents, above):
            return None
        if not self._headed:
            self._take_groups(extents)
        # A rule with a gap where a merged cell stands is two: the shorter piece lies on the height of the longer.
        low, high = self._rows[self._last].bottom - 12, self._rows[self._first].top + 12
        heights = [y for y, _, _ in self._rules if low < y < high]
        if over_beneath(self._lines) or not borne_out(
            self._lines, self._columns, heights, self._headed, named=self._named and len(self._columns) == 2
        ):
            return None
        inside = [rule for rule in self._all_rules if any(abs(rule[0] - y) <= ONE_LINE for y in heights)]
        taken = {id(self._rows[i][0]) for i in range(self._first, self._last + 1)}
        return Borderless(extents, self._lines, inside, self._step, taken)

    def _grow_down(self) -> None:
        """Take the lines from the first on that keep to the columns, and the names of groups among them."""
        ends = end_of_rules(self._rows, self._first, self._rules)
        for i in range(self._first, len(self._rows)):
            self._patience.spend(self._rows[i])
            if len(self._rows[i]) > m.MOST_COLUMNS or (i > self._first and self._ends_before(i, ends)):
                break
            if not self._takes(i):
                break
            self._last = i
        while self._last in self._spans and not ruled_round(self._rows, self._last, self._rules):
            self._last -= 1

    def _ends_before(self, i: int, ends: float | None) -> bool:
        """Whether line `i` stands too far down, or beneath the last rule, which stands at `ends`."""
        if apart(self._rows[i - 1], self._rows[i], self._rules, self._step):
            return True
        return ends is not None and self._rows[i].middle < ends and not self._cut_off(i)

    def _takes(self, i: int) -> bool:
        """Whether line `i` belongs to the table: the columns grow by it, or it runs across them."""
        row = self._rows[i]
        alone = i > self._first and len(row) == 1
        own = alone and ruled_round(self._rows, i, self._rules)
        past = own and row[0].x0 < self._columns[0].x1 < row[0].x1
        group = alone and (past or is_group(self._rows, i, (self._columns[0].x0, self._columns[-1].x1), own=own))
        grown = None if group or across(self._columns, row, self._headings()) else grown_by(self._columns, row)
        if grown is not None:
            self._columns = grown
        elif own or (alone and self._goes_on(i + 1)):
            self._spans.add(i)
        else:
            return False
        return True

    def _headings(self) -> list[Run]:
        """The line of headings that the table grows from."""
        return self._rows[self._first] if self._headed else []

    def _goes_on(self, first: int) -> bool:
        """Whether the table goes on beneath a line across its columns, which is then a group's name: the lines from `first`
        on keep to the columns, up to one that stands in several. Another name may follow under a rule of its own."""
        columns, headings = self._columns, self._headings()
        for i in range(first, len(self._rows)):
            row = self._rows[i]
            self._patience.spend(row)
            if apart(self._rows[i - 1], row, self._rules, self._step):
                return False
            if across(columns, row, headings) and ruled_off(self._rows[i - 1], row, self._rules):
                continue
            after = grown_by(columns, row)
            if after is None or len(after) < len(columns):
                return False
            if len(row) > 1:
                return True
            columns = after
        return False

    def _cut_off(self, i: int) -> bool:
        """Whether line `i` beneath the last rule belongs to a row that the page's end cuts: under rows that each have a
        rule, the lines down to the end keep to the columns and fill three or more."""
        if len(self._rules) < 4:
            return False
        first = i
        while not ruled_off(self._rows[first - 1], self._rows[i], self._rules):
            first -= 1
        filled: set[int] = set()
        for k in range(first, len(self._rows)):
            if k > first and apart(self._rows[k - 1], self._rows[k], self._rules):
                break
            for run in self._rows[k]:
                touched = {c for c, column in enumerate(self._columns) if run.x0 < column.x1 and run.x1 > column.x0}
                if len(touched) != 1:
                    return False
                filled |= touched
        return len(filled) > 2

    def _grow_up(self, extents: list[Interval], above: int) -> bool:
        """Take the headings over the first line; False where one of the `above` lines is none."""
        # A heading of more lines than its neighbours begins half a line above them; a row from the page before, anywhere.
        nearest = HALF if self._headed else FARTHEST
        while self._first and not marks_appendix(self._rows[self._first - 1]):
            upper, lower = self._rows[self._first - 1], self._rows[self._first]
            if above:
                far = apart(upper, lower, self._rules, self._step)
                if far or _is_title(upper, lower) or (len(upper) == 1 and self._is_group_above(extents)):
                    return False
            elif not (
                _belongs_above(upper, lower, extents, nearest)
                or (self._headed and headed_off(upper, lower, self._rules))
                or (not self._headed and _is_rest(upper, lower, extents) and not self._is_group_above(extents))
            ):
                break
            self._first, above = self._first - 1, max(above - 1, 0)
            over = (
                None if lower[0].text.strip().isdecimal() else Over(self._all_rules, lower)
            )  # no heading stands over rows
            self._lines.insert(0, text_line(upper, extents, over=over))
        return True

    def _take_groups(self, extents: list[Interval]) -> None:
        """Take the names of groups over the first line of a table that goes on from the page before."""
        while self._first and len(self._rows[self._first - 1]) == 1:
            upper, lower = self._rows[self._first - 1], self._rows[self._first]
            if marks_appendix(upper):
                break
            if not ruled_round(self._rows, self._first - 1, self._rules):
                far = apart(upper, lower, self._rules, self._step)
                if far or not self._is_group_above(extents):
                    break
            self._first -= 1
            self._lines.insert(0, text_line(upper, extents, span=True))

    def _is_group_above(self, extents: list[Interval]) -> bool:
        """Whether the line above the first is a group's name that no rules stand round."""
        return is_group(self._rows, self._first - 1, (extents[0][0], extents[-1][1]), own=False)


def _is_rest(upper: PieceRow, lower: PieceRow, columns: list[Interval]) -> bool:
    """Whether a line is the end of a cell that the page before has cut, set in the middle of its column."""
    run, height = upper[0], lower.top - lower.bottom
    if len(upper) > 1 or len(run.text) > _REST or upper.middle - lower.middle >= FARTHEST * height:
        return False
    return sum(run.x0 < x1 and run.x1 > x0 for x0, x1 in columns) == 1


def _is_title(upper: PieceRow, lower: PieceRow) -> bool:
    """Whether a line is in larger type than the headings beneath it."""
    return max(run.size for run in upper) > LARGE * max(run.size for run in lower)


def _belongs_above(upper: PieceRow, lower: PieceRow, columns: list[Interval], nearest: float) -> bool:
    """Whether a line no farther up than `nearest` line heights keeps to the columns, or is short and over some."""
    if upper.middle - lower.middle >= nearest * (lower.top - lower.bottom):
        return False
    if _is_title(upper, lower):
        return False
    if all(any(x0 - 5 < run.x0 and run.x1 < x1 + 5 for x0, x1 in columns) for run in upper):
        return True
    return nearest == HALF and all(len(run.text.strip()) <= LONGEST_HEADING for run in upper)
