"""The pieces of a line: where gaps and rules part it, and which of its runs are one text."""

from __future__ import annotations

from itertools import pairwise

from . import measures as m
from .sheet import Piece, Run


def segments(row: list[Run], upright: list[Piece]) -> list[list[Run]]:
    """A row parted at wide gaps, and where an upright rule stands in a gap."""
    parts, end = [[row[0]]], row[0].x1
    for run in row[1:]:
        gap = run.x0 - end
        if gap > m.SEGMENT_GAP * max(run.size, row[0].size) or (
            gap > 1 and any(end - 1 < x < run.x0 + 1 and low < run.middle < high for x, low, high in upright)
        ):
            parts.append([run])
        else:
            parts[-1].append(run)
        end = max(end, run.x1)
    return parts


def merged(row: list[Run]) -> list[Run]:
    """The runs of a row, those joined that stand as close as the words of one text do, or that the file's blanks join."""
    parts: list[list[Run]] = [[row[0]]]
    for before, run in pairwise(row):
        size = min(before.size, run.size)
        alike = size > m.ALIKE * max(before.size, run.size)
        near = run.x0 - before.x1 < m.WORD_GAP * size or (alike and run.x0 - before.reach < m.BLANK_FILLS * size)
        counts = not alike and run.base == before.base and (before.text.isdecimal() or run.text.isdecimal())
        if near and run.x0 > before.x0 and not counts:  # no number of a line with its line
            parts[-1].append(run)
        else:
            parts.append([run])
    return [part[0] if len(part) == 1 else _one(part) for part in parts]


def _one(part: list[Run]) -> Run:
    text = ""
    lefts: list[float] = []
    rights: list[float] = []
    blanks: list[int] = []
    for run in part:
        blanks.extend(len(text) + k for k in run.blanks)
        text += run.text
        lefts += run.lefts
        rights += run.rights
    first = part[0]
    size = max(part, key=lambda run: len(run.text)).size
    x1 = max(run.x1 for run in part)
    return Run(
        text, first.x0, x1, first.base, size, lefts, rights, tuple(dict.fromkeys(blanks)), first.angle, first.bold
    )
