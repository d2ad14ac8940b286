"""Days that a cell has broken over two lines, the weekday and its date: 星期三 / (2031-05-07). A dump puts the second line into the row
below, before a row of its own, or into a cell of its own."""

from __future__ import annotations

from collections.abc import Sequence

from ....language.month_days import heads_weekdays, makes_day
from ....language.times import DATED
from .costs import FAR
from .dump import Dump
from .tokens import Token


def join_days(dump: Dump, end: int) -> None:
    """Put both lines of a day into the cell of the first, in the tokens behind the header, which ends with `end`."""
    if dump.told:
        _join_in_rows(dump.tokens, end)
    elif not _has_column_for_each(dump.tokens[:end]):
        _join_in_turn(dump.tokens, end)


def _join_in_rows(tokens: list[Token], end: int) -> None:
    """Where rows are told: the cells that lead them, one below the other."""
    first: Token | None = None
    k = end
    while k < len(tokens):
        each = tokens[k]
        if each.row > 0.0 or not each.bare:
            k += 1
            continue
        after = next((n for n in range(k + 1, len(tokens)) if tokens[n].row <= 0.0), len(tokens))
        alone = not any(other.bare for other in tokens[k + 1 : after])
        if first is None or not makes_day(first.bare, each.bare):
            first = each
            k = after
            continue
        above = tokens[k - 1]
        _append(first, each)
        if alone:
            del tokens[k:after]  # the rest of the cell above
        elif above is first:
            each.lines, each.bare, each.looks, each.at = first.lines, first.bare, first.looks, first.at
            each.form = first.form
            del tokens[k - 1]  # the line above was the first of this row
            first, k = each, after - 1
        else:
            each.lines, each.bare, each.looks, each.form, each.value = [], "", frozenset(), "", 0
            k = after


def _join_in_turn(tokens: list[Token], end: int) -> None:
    """Where each cell has a line: one behind the other."""
    k = end + 1
    while k < len(tokens):
        if tokens[k].stay < FAR and makes_day(tokens[k - 1].bare, tokens[k].bare):
            _append(tokens[k - 1], tokens.pop(k))
        k += 1


def _has_column_for_each(words: Sequence[Token]) -> bool:
    """Whether a header has a column of weekdays and one of dates."""
    return any(heads_weekdays(word.bare) for word in words) and any(DATED.search(word.bare) for word in words)


def _append(first: Token, rest: Token) -> None:
    first.lines = [*first.lines, *rest.lines]
    first.until = rest.until
    first.bare += rest.bare
    first.looks, first.form = frozenset({"time"}), "time"
