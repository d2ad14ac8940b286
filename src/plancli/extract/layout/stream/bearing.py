"""Whether lines whose gaps tell columns are a table: the test that a grown table must stand."""

from __future__ import annotations

from itertools import pairwise

from ....language.header_rows import is_header
from ....language.headers import lexicon_of
from ..sheet import Run
from .columns import PageColumn
from .headings import count_of_head, side_by_side
from .logical_rows import TextLine

LONGEST_HEADING = 14  # characters
_NAMED_ROWS = 3  # beneath two headings
_TIERS = 4  # lines of headings over each other
_STOPS = frozenset("。；：！？…")


def over_beneath(lines: list[TextLine]) -> bool:
    """Whether a heading over several columns stands beneath what stands in one of them: it is the rest of broken headings."""
    filled: set[int] = set()
    for line in lines[:_TIERS]:
        if any(filled & set(range(first, last + 1)) for first, last, _ in line.wide):
            return True
        filled |= set(line.filled)
    return False


def are_two_headings(row: list[Run]) -> bool:
    """Whether a line is two words that head columns (工作内容    完成时间), which are a table's though they are no more."""
    if len(row) != 2:
        return False
    said, lexicon = [run.text.strip() for run in row], lexicon_of()
    return all((role := lexicon.role(text)) is not None and role.whole for text in said) and is_header(said, lexicon)


def may_bear(columns: list[PageColumn], least: int) -> bool:
    """Whether columns can be those of a table that has so many at least, whatever its lines say."""
    return len(columns) >= least and all(column.lines > 1 for column in columns[:2])


def borne_out(
    lines: list[TextLine], columns: list[PageColumn], rules: list[float], headed: bool, *, named: bool = False
) -> bool:
    """Whether the lines make a table: headings first, then enough lines that fill several columns. `named`: there are two columns, by
    their headings."""
    least = 2 if named or len(rules) > 1 else 3
    if not may_bear(columns, least):
        return False
    if any(map(_share_a_column, lines)) or (len(rules) < 2 and _runs_on(lines, headed)):
        return False
    if headed:
        first = max(count_of_head(lines), 1)
        while first < len(lines) and side_by_side(lines[first - 1], lines[first]):
            if any(lines[first].middle < y < lines[first - 1].middle for y in rules):
                break
            first += 1
        head = [
            "".join(run.text for run in runs).strip()
            for line in lines[:first]
            for runs in [*line.filled.values(), *(runs for _, _, runs in line.wide)]
        ]
        if any(len(text) > LONGEST_HEADING or set(text) & _STOPS or text.endswith("，") for text in head):
            return False
        if sum(any(c >= "一" for c in text) for text in head) < least:
            return False
    several = sum(len(line.filled) > 1 for line in lines[headed:])
    if named and len(rules) < 2:
        return several >= _NAMED_ROWS and 2 * several >= len(lines) - headed
    if not headed:
        return several > 0
    return several >= (1 if len(rules) > 1 else 2) and 12 * several >= len(lines)


def _share_a_column(line: TextLine) -> bool:
    """Whether what stands over several columns overlaps: words of a text, that keep to none."""
    over = sorted((first, last) for first, last, _ in line.wide)
    return any(after[0] <= before[1] for before, after in pairwise(over))


def _runs_on(lines: list[TextLine], headed: bool) -> bool:
    """Whether lines are words of a text with blanks between them (a list of names): in most of them two columns or more hold
    several words, or, under headings of their own, most columns hold something in the first line alone."""
    parted = sum(sum(len(runs) > 1 for runs in line.filled.values()) > 1 for line in lines)
    beneath = {column for line in lines[1:] for column in line.filled}
    return 2 * parted > len(lines) or (headed and 2 * len(beneath) < len(lines[0].filled))
