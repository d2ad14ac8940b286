"""Whether a sheet holds two pages side by side, and what of a page is no line of its columns: heads and feet, the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from ...language.header_rows import is_header
from ...language.headers import lexicon_of
from . import measures as m
from .lines import usual_size
from .pieces import merged
from .sheet import Run
from .strips import Item, are_level, centre, count_columns, fills_a_column

Size = tuple[float, float]


def is_spread(items: list[Item], size: Size, numbers: Sequence[list[Run]]) -> bool:
    """Whether two pages stand side by side: nothing, no title either, crosses the middle of a broad sheet, and both have
    their margins there. `numbers` are the page's numbers."""
    width, height = size
    ends = [item.box[2] for item in items if centre(item) < width / 2]
    starts = [item.box[0] for item in items if centre(item) >= width / 2]
    texts = [item.runs for item in items if item.solid is None]
    fewest = 0 if _stands_twice([*texts, *numbers], size) else 2
    if width < m.SPREAD * height or min(len(ends), len(starts)) < fewest or _is_one_table(items, width):
        return False
    if not starts or not ends:
        return max(ends, default=0.0) < width / 2 < min(starts, default=width)
    type_size = usual_size([run for item in items for run in item.runs]) or 12.0
    return min(starts) - max(ends) > m.SPREAD_GAP * type_size and max(ends) < width / 2 < min(starts)


def _stands_twice(texts: list[list[Run]], size: Size) -> bool:
    """Whether both halves of a sheet have a head or a number in the same place: it is a spread, though a half be empty."""
    half, height = size[0] / 2, size[1]
    edge = [row for row in texts if not m.HEAD_BAND * height <= row[0].base <= (1 - m.HEAD_BAND) * height]
    return any(
        abs(other[0].x0 - row[0].x0 - half) < m.SAME_PLACE and abs(other[0].base - row[0].base) < 1
        for row in edge
        for other in edge
    )


def _is_one_table(items: list[Item], width: float) -> bool:
    """Whether the rows of a table cross the middle: they stand in many columns, level, and are numbered on the left alone."""
    if count_columns(items) < m.MOST_ACROSS or any(item.solid is not None for item in items):
        return False
    sides = [[i for i in items if (centre(i) < width / 2) is left] for left in (True, False)]
    if not all(sides) or any(map(fills_a_column, sides)):
        return False
    if not are_level(*sides):
        return False
    numbered = [sum(item.runs[0].text.isdecimal() for item in side) for side in sides]
    return numbered[0] > 1 and not numbered[1]


def is_headed_table(items: list[Item]) -> bool:
    """Whether the first line over two sides reads as the headings of one table, none of them twice."""
    texts = [item for item in items if item.solid is None]
    if not texts:
        return False
    base = texts[0].runs[0].base
    row = [run for item in texts if abs(item.runs[0].base - base) < 1 for run in item.runs]
    said = [run.text.strip() for run in merged(sorted(row, key=lambda run: run.x0))]
    return len(set(said)) == len(said) and is_header(said, lexicon_of())


def say_headings_twice(left: list[Item], right: list[Item]) -> bool:
    """Whether the headings of a table stand on both sides of a strip, in the same places but not on one line: a table in a page's column
    says them again in the next."""
    rows = _rows_of_headings(left)
    return any(
        [text for text, _ in row] == [text for text, _ in other]
        and abs(base - other_base) > 1
        and all(
            abs((b - a) - (other[0][1] - row[0][1])) < m.SAME_PLACE for (_, a), (_, b) in zip(row, other, strict=True)
        )
        for other_base, other in (_rows_of_headings(right) if rows else ())
        for base, row in rows
    )


def _rows_of_headings(items: list[Item]) -> list[tuple[float, list[tuple[str, float]]]]:
    """The lines of several pieces of which some are headings, from the top: base line, and each piece's text and middle."""
    by_base: dict[int, list[Run]] = {}
    for item in items:
        for run in item.runs:
            by_base.setdefault(round(run.base), []).append(run)
    found = []
    for runs in by_base.values():
        row = merged(sorted(runs, key=lambda run: run.x0))
        said = [(run.text.strip(), (run.x0 + run.x1) / 2) for run in row]
        if len(said) >= m.EDGE_PIECES and any(lexicon_of().is_word(text) for text, _ in said):
            found.append((row[0].base, said))
    return found


def head_and_foot(items: list[Item], height: float) -> list[Item]:
    """What stands over and beneath the columns of a page, each on one base line, in smaller type and with room between: no lines of a
    column, though they keep to it."""
    texts = sorted((item for item in items if item.solid is None), key=lambda item: -item.runs[0].base)
    if not texts:
        return []
    usual = usual_size([run for item in texts for run in item.runs])
    found: list[Item] = []
    for ordered, edge in ((texts, 1 - m.HEAD_BAND), (texts[::-1], m.HEAD_BAND)):
        base = ordered[0].runs[0].base
        row = [item for item in ordered if abs(item.runs[0].base - base) < m.SAME_LINE * item.runs[0].size]
        rest = ordered[len(row) :]
        small = all(item.runs[0].size <= m.HEAD_SIZE * usual for item in row)
        outer = (base - edge * height) * (1 if ordered is texts else -1) > 0
        if outer and small and rest and abs(rest[0].runs[0].base - base) > m.HEAD_ROOM * usual:
            short = all(sum(len(run.text) for run in item.runs) <= m.HEAD_LENGTH for item in row)
            found += row if ordered is texts or (short and len(row) > 1) else []
    return found
