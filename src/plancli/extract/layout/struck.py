"""Words through whose middle a level rule runs: they hold no longer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from . import measures as m
from .sheet import Piece, Run, Sheet


def set_aside_struck(sheet: Sheet) -> None:
    """Take out the words that level rules strike out, and these rules: no cell is bounded by them. A rule strikes words out where it
    runs through the middle of characters from the first to the last, and hardly farther; a table's runs on."""
    level = sorted((run for run in sheet.runs if not run.angle), key=lambda run: run.middle)
    heights = [run.middle for run in level]
    most = max((run.size for run in level), default=0.0) * m.STRUCK_OFF
    gone: dict[int, list[tuple[int, int]]] = {}
    struck: set[Piece] = set()
    for rule in dict.fromkeys(sheet.level if level else ()):
        near = level[bisect_left(heights, rule[0] - most) : bisect_right(heights, rule[0] + most)]
        parts = _struck(rule, near)
        for run, start, end in parts:
            gone.setdefault(id(run), []).append((start, end))
        struck |= {rule} if parts else set()
    if gone:
        sheet.level = [rule for rule in sheet.level if rule not in struck]
        _take_out(sheet, gone)


def _struck(rule: Piece, near: list[Run]) -> list[tuple[Run, int, int]]:
    """The runs that a rule goes through, each with the characters [start, end) that it strikes; none where it reaches beyond them."""
    place, left, right = rule
    parts = []
    for run in near:
        if run.x1 <= left or run.x0 >= right or abs(run.middle - place) > m.STRUCK_OFF * run.size:
            continue
        inside = [k for k, x0 in enumerate(run.lefts) if left <= (x0 + run.rights[k]) / 2 <= right]
        if inside:
            parts.append((run, inside[0], inside[-1] + 1))
    if sum(end - start for _, start, end in parts) < m.STRUCK_FEWEST:
        return []
    size = max(run.size for run, _, _ in parts)
    first = min(run.lefts[start] for run, start, _ in parts)
    last = max(run.rights[end - 1] for run, _, end in parts)
    covered = sum(run.rights[end - 1] - run.lefts[start] for run, start, end in parts)
    fits = first - left < m.STRUCK_BEYOND * size and right - last < m.STRUCK_BEYOND * size
    return parts if fits and covered > m.STRUCK_SHARE * (right - left) else []


def _take_out(sheet: Sheet, gone: dict[int, list[tuple[int, int]]]) -> None:
    """Part the runs at what is struck in them, and set that aside."""
    runs: list[Run] = []
    struck: list[Run] = []
    for run in sheet.runs:
        at = 0
        for start, end in sorted(gone.get(id(run), ())):
            if at < start:
                runs.append(run.part(at, start))
            if max(at, start) < end:
                struck.append(run.part(max(at, start), end))
            at = max(at, end)
        if at < len(run.text):
            runs.append(run.part(at, len(run.text)) if at else run)
    sheet.runs = runs + struck
    sheet.set_aside("struck-text", struck)
