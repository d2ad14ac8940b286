"""Whether what stands on both sides of a strip is read one side after the other: columns of prose, a table beside a text, labels beside
what they head."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from . import measures as m
from .label_rows import label_rows
from .lines import usual_size
from .sheet import Piece
from .spreads import is_headed_table, say_headings_twice
from .strips import Item, are_two_flows, around, centre, count_columns, fills_a_column, middle

_AROUND = 12.0  # points over and under a table that its outer rules stand away
_AT = 2.0  # points: edges of rules, and of what stands between them, that are one
_FEWEST_RULES = 3  # of a table without uprights
_EQUAL_COLUMNS = 3
_MOST_COLUMNS = 3  # of a text; more are a table's
_FEWEST = 2  # lines on the poorer side
_FEWEST_ABOVE = 4  # lines of columns that end above a heading

Sides = tuple[list[Item], list[Item]]


def sides_of(items: list[Item], x: float) -> Sides:
    """What stands before a strip at `x`, and what behind it."""
    return [item for item in items if centre(item) < x], [item for item in items if centre(item) >= x]


def beside_each_other(items: list[Item], weight: float, x: float, level: Sequence[Piece], *, page: bool) -> list[Item]:
    """What of the items the strip at `x`, with the `weight` on its poorer side, parts into columns of the whole `page`, or of a part of it:
    all, or those from the first text on that has a label beside it, or none; `level` are the level rules outside tables."""
    sides = sides_of(items, x)
    if weight < _FEWEST or not all(sides):
        return []
    if page and (say_headings_twice(*sides) or _is_beside_rules(*sides, level, x)):
        return items
    if count_columns(items) > _MOST_COLUMNS or is_headed_table(items):
        return []
    if all(map(fills_a_column, sides)) or (page and (are_two_flows(*sides) or _are_equal_columns(items))):
        return items
    top = max(item.box[3] for item in sides[1])
    held = [item for item in items if item.box[1] < top]
    return held if label_rows(*sides_of(held, x)) else []


def above_crossing(inside: list[Item], items: list[Item], x: float, reach: float) -> list[Item]:
    """What stands in columns above the first heading among them, that crosses the strip at `x` and goes on beyond `reach`: what is beneath
    it stands in columns of its own."""
    heights = [middle(item) for item in items if item.box[0] < x and item.box[2] > reach]
    inner = [y for y in heights if min(map(middle, inside)) < y < max(map(middle, inside))]
    upper = [item for item in inside if inner and middle(item) > max(inner)]
    return upper if len(upper) >= _FEWEST_ABOVE else inside  # a running head in two pieces is no end of columns


def titles_above(items: list[Item], width: float) -> list[Item]:
    """The lines in the middle of a page of that width above all else: a title over three columns, or over columns of which one is the
    wider, crosses no strip."""
    found: list[Item] = []
    for item, after in pairwise(sorted(items, key=lambda item: -item.box[3])):
        if item.solid is not None or item.box[1] < after.box[3]:
            break
        if abs(2 * centre(item) - width) > 2 * item.runs[0].size:
            break
        found.append(item)
    return found


def _is_beside_rules(left: list[Item], right: list[Item], level: Sequence[Piece], x: float) -> bool:
    """Whether one side of a strip at `x` is prose and the other what stands between level rules of one width, none of which crosses the
    strip: a table without uprights."""
    _, low, _, top = around([*left, *right])
    rules = [(start, end) for y, start, end in level if low - _AROUND < y < top + _AROUND]
    if len(rules) < _FEWEST_RULES or any(start < x < end for start, end in rules):
        return False
    for prose, table in ((left, right), (right, left)):
        start, _, end, _ = around(table)
        held = [rule for rule in rules if rule[0] < start + _AT and end - _AT < rule[1]]
        same = sum(abs(rule[0] - held[0][0]) < _AT and abs(rule[1] - held[0][1]) < _AT for rule in held)
        if same >= _FEWEST_RULES and all(item.solid is None for item in prose) and fills_a_column(prose):
            return True
    return False


def _are_equal_columns(items: list[Item]) -> bool:
    """Whether all items stand in columns of prose, three or more, that are as wide as each other."""
    size = usual_size([run for item in items for run in item.runs])
    columns: list[list[Item]] = []
    end = float("-inf")
    for item in sorted(items, key=lambda item: item.box[0]):
        if item.box[0] >= end + m.SEGMENT_GAP * size:
            columns.append([])
        columns[-1].append(item)
        end = max(end, item.box[2])
    if len(columns) < _EQUAL_COLUMNS or not all(map(fills_a_column, columns)):
        return False
    widths = [box[2] - box[0] for box in map(around, columns)]
    return max(widths) - min(widths) < m.RAGGED / 2 * size
