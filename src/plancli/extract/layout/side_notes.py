"""Notes in the margin (旁注): small type in a narrow strip beside the text, often behind an upright rule. They are read by nobody as part of
the sentences beside them. What says who does something or by when stays: plans put that in their margins too."""

from __future__ import annotations

from collections.abc import Sequence

from ...language.assignments import begins_with_label
from ...language.roles import ends_in_mark
from ...language.times import begins_time
from . import measures as m
from .lines import box_of, rows_of, usual_size
from .pieces import segments
from .sheet import CLOSING, Box, Piece, Run, Sheet

_SMALL = 0.8  # of the usual size, at most
_SMALL_BLOCK = 0.85  # of it, in a block without a frame
_WORDS = 10  # Chinese characters in such a block
_NEXT = 1.8  # em from one line of a note to the next, at most
_NARROW = 0.3  # of the page's width, at most
_FEW = 0.15  # of the text's characters
_FEWEST = 8  # lines of text beside which notes stand
_CLEAR = 0.8  # em of the text between it and the notes, unless a rule stands there
_BESIDE = 2.5  # em of the text between it and the box that it flows round, at most
_BESIDE_BLOCK = 5.0  # em between it and such a block
_RULE = 0.4  # of the page's height that a rule beside notes is long


def side_notes(runs: list[Run], upright: list[Piece], sheet: Sheet) -> list[Run]:
    """The runs of a page outside its tables that are notes in a margin; `upright` are the rules outside tables."""
    height = sheet.height
    body = [run for run in runs if m.HEAD_BAND * height < run.base < (1 - m.HEAD_BAND) * height]
    usual = usual_size(body) if body else 0.0
    small = [run for run in body if run.size <= _SMALL * usual]
    if not small:
        return []
    text = [run for run in body if run.size > _SMALL * usual]
    if len({round(run.base) for run in text}) < _FEWEST:
        return []
    left, right = min(run.x0 for run in text), max(run.x1 for run in text)
    rules = [x for x, low, high in upright if high - low > _RULE * height]
    found: list[Run] = []
    for side in (
        [run for run in small if run.x0 > right + _clear(usual, [x for x in rules if right < x < run.x0])],
        [run for run in small if run.x1 < left - _clear(usual, [x for x in rules if run.x1 < x < left])],
    ):
        if side and _are_notes(side, text, sheet.width):
            found += side
    return found


def floated_notes(runs: list[Run], boxes: list[Box], sheet: Sheet) -> tuple[list[Run], list[Box]]:
    """The runs that are notes in boxes, or in blocks of small type, beside which the lines of a text are the shorter, and where they
    stand: what floats in a column."""
    found: list[Run] = []
    places: list[Box] = []
    usual = usual_size(runs)
    blocks = _small_blocks(runs, usual)
    for box in [*boxes, *blocks]:
        left, bottom, right, top = box
        block = box in blocks
        level = [run for run in runs if bottom < run.middle < top]
        held = [run for run in level if left <= run.x0 + 1 and run.x1 - 1 <= right]
        near = (_BESIDE_BLOCK if block else _BESIDE) * usual
        beside = [run for run in level if left - near < run.x1 <= left + 1 or right - 1 <= run.x0 < right + near]
        small = all(run.size <= (_SMALL_BLOCK if block else _SMALL) * usual for run in held)
        alone = not block or all(run.size > _SMALL_BLOCK * usual for run in level if run not in held)
        if (
            held
            and beside
            and small
            and alone
            and _are_notes(held, [run for run in runs if run not in held], sheet.width)
        ):
            found += held
            # the lines beside it keep clear of it
            left = max((run.x1 for run in beside if run.x1 <= left + 1), default=left)
            right = min((run.x0 for run in beside if run.x0 >= right - 1), default=right)
            places.append((left, bottom - usual, right, top + usual))
    return found, places


def _small_blocks(runs: list[Run], usual: float) -> list[Box]:
    """The blocks of small type that begin at one left edge: lines of words, a line's own room apart."""
    small = [run for run in runs if run.size <= _SMALL_BLOCK * usual]
    blocks: list[list[Run]] = []
    for row in rows_of(small) if small else ():
        for part in segments(row, []):
            first = part[0]
            above = next(
                (
                    block
                    for block in blocks
                    if abs(block[0].x0 - first.x0) < first.size / 2
                    and 0 < block[-1].base - first.base < _NEXT * first.size
                ),
                None,
            )
            if above is None:
                blocks.append(part)
            else:
                above += part
    return [box_of(block) for block in blocks if block[-1].base < block[0].base and _says_much(block)]


def _says_much(block: list[Run]) -> bool:
    """Whether the lines of a block are words of a sentence: no index of a formula, no figures beside a drawing, no cells of a column."""
    said = "".join(run.text for run in block)
    return not CLOSING.isdisjoint(said) and sum("一" <= char <= "鿿" for char in said) >= _WORDS


def _clear(usual: float, between: list[float]) -> float:
    return 0.0 if between else _CLEAR * usual


def _are_notes(side: list[Run], text: list[Run], width: float) -> bool:
    """Whether what stands beside a text is words about it: little, in a narrow strip, and neither numbers nor who or when."""
    said = ["".join(run.text for run in row) for row in rows_of(side)]
    wide = max(run.x1 for run in side) - min(run.x0 for run in side)
    few = sum(map(len, said)) < _FEW * sum(len(run.text) for run in text)
    worded = all(any(char >= "一" for char in one) for one in said)
    whole = "".join(said)
    return few and worded and wide < _NARROW * width and not _says_when_or_who([*said, whole])


def _says_when_or_who(said: list[str]) -> bool:
    ends = (
        f"（{one[-length:].strip('（）()')}）" for one in said for length in (2, 3, 4)
    )  # 教务处牵头, 财务处（配合）
    return any(map(ends_in_mark, ends)) or any(begins_with_label(one) or begins_time(one) for one in said)


def beside_boxes(rows: list[list[Run]], boxes: Sequence[Box]) -> dict[int, tuple[float, float]]:
    """How far the lines reach that flow round a box or a picture, by their numbers among `rows`: from one edge of the text to it."""
    found: dict[int, tuple[float, float]] = {}
    for left, bottom, right, top in boxes:
        level = [k for k, row in enumerate(rows) if bottom - row[0].size < row[0].middle < top + row[0].size]
        before = [k for k in level if left - m.BESIDE_BOX < max(run.x1 for run in rows[k]) <= left + 1]
        behind = [k for k in level if right - 1 <= rows[k][0].x0 < right + m.BESIDE_BOX]
        edges = min(row[0].x0 for row in rows), max(run.x1 for row in rows for run in row)
        if len(before) >= m.LINES_BESIDE:
            found |= dict.fromkeys(before, (edges[0], max(run.x1 for k in before for run in rows[k])))
        elif len(behind) >= m.LINES_BESIDE:
            found |= dict.fromkeys(behind, (min(rows[k][0].x0 for k in behind), edges[1]))
    return found
