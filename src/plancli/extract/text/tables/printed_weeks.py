"""Calendars that print the days of each week, and beside them what is done: 一 4 5 6 7 8 9 10 (5)开学. Blanks, bars and line ends tell no
columns there; the days do, which go on from week to week. What such a table says, as one of Word does, `segment` reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from ....grammar.pattern import Pattern
from ....language.header_rows import squeezed
from ....language.month_days import go_on, labels_before, leading_days, runs_of_days
from ....language.script import simplify
from ....model.source import Cell, Line, Table
from .bars import BAR, RULE, behind_rules, signs_of
from .reading import TableReading

_WEEKS = Pattern(r"周次|周别|星期|[日天]一二三四五六")
_FIRST = ("年月", "月份", "月", "年")
_HEADER = 48  # lines, or pieces, in which the days must begin
_LEAST_WEEKS, _LEAST_DAYS = 3, 18


@dataclass(slots=True)
class _Piece:
    """What blanks part: as it stands, in simplified script, and the index of its line."""

    printed: str
    text: str
    at: int


def read_printed_weeks(lines: Sequence[Line], at: int) -> TableReading | None:
    """The calendar whose header begins at line `at`: rows of three cells, what says which week it is, its days, what is done in it.
    None where the days do not go on from week to week."""
    if not _heads_weeks(lines, at):
        return None
    printed: list[tuple[str, int]] = []
    told = False
    for k in range(at, len(lines)):
        if not RULE.fullmatch(lines[k].text):
            printed += [(piece, k) for piece in BAR.sub(" ", lines[k].text).split()]
        if not told and (len(printed) > _HEADER or k == at + _HEADER):
            told = go_on(texts := [piece for piece, _ in printed], runs_of_days(texts))
            if not told:
                return None
    texts = [piece for piece, _ in printed]
    runs = runs_of_days(texts)
    if len(runs) < _LEAST_WEEKS or sum(map(len, runs)) < _LEAST_DAYS or not go_on(texts, runs):
        return None
    pieces = [_Piece(piece, simplify(piece), k) for piece, k in printed]
    texts = [piece.text for piece in pieces]
    starts = [
        run.start - labels_before(texts[end : run.start])
        for end, run in zip([0, *(run.stop for run in runs)], runs, strict=False)
    ]
    end = _end(lines, pieces, runs[-1].stop)
    rows = [[pieces[: starts[0]], [], []]]
    for (start, run), (stop, _) in pairwise([*zip(starts, runs, strict=True), (end, runs[-1])]):
        rows.append([pieces[start : run.start], pieces[run.start : run.stop], pieces[run.stop : stop]])
    cells = [[Cell(r, c, lines=_lines(part, lines)) for c, part in enumerate(row)] for r, row in enumerate(rows)]
    after = behind_rules(lines, pieces[end - 1].at + 1)
    table = Table(cells, ruled=False)
    table.dropped = [("rule", signs) for line in lines[at:after] if (signs := signs_of(line))]
    return TableReading(table, after, barred=any(BAR.search(line.text) for line in lines[at:after]))


def begins_below(lines: Sequence[Line], at: int) -> bool:
    """Whether such a calendar begins one or two lines below line `at`, which is none of its header then."""
    return any(read_printed_weeks(lines, k) for k in (at + 1, at + 2) if k < len(lines) and not _heads_weeks(lines, at))


def _heads_weeks(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a header of weeks, or its first word where each has a line of its own."""
    words = [simplify(squeezed(BAR.sub("", line.text))) for line in lines[at : at + 2]]
    return _WEEKS.search(words[0]) is not None or (words[0] in _FIRST and _WEEKS.search(words[-1]) is not None)


def _end(lines: Sequence[Line], pieces: Sequence[_Piece], after: int) -> int:
    """Which piece is the first behind the calendar: the line of the last days belongs to it, and those below that have bars, are
    closed by one or led by days."""
    end = after
    while end < len(pieces):
        line = lines[pieces[end].at]
        above = lines[pieces[end - 1].at]
        below = lines[pieces[end].at + 1].text if pieces[end].at + 1 < len(lines) else ""
        closed = BAR.fullmatch(below.strip())  # by a bar on a line of its own
        own = line is above or BAR.search(line.text) or closed or leading_days(simplify(squeezed(line.text)))
        if not own or RULE.fullmatch(line.text):
            break
        end = next((k for k in range(end, len(pieces)) if lines[pieces[k].at] is not line), len(pieces))
    return end


def _lines(part: Sequence[_Piece], lines: Sequence[Line]) -> list[Line]:
    """The pieces of a cell, those of one line as one."""
    found = []
    for k, group in groupby(part, key=lambda piece: piece.at):
        found.append(replace(lines[k], text=" ".join(piece.printed for piece in group), ending="hard"))
    return found
