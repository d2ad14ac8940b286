"""What is on a page but no part of its text: watermarks, turned text, the marks of notes; blanks that say nothing."""

from __future__ import annotations

from collections import Counter

from . import measures as m
from .lines import usual_size
from .raised import lower_raised
from .sheet import Run, Sheet

_FEWEST = 3  # characters that stand askew round a seal


def sift(sheet: Sheet) -> None:
    """Set aside what is no text, and say so on the sheet. Text at right angles stays: a cell may hold it."""
    askew = [run for run in sheet.runs if abs(run.angle) > m.TURNED and run.angle not in (90, -90)]
    if askew:
        askew += _level_in_seal(askew, sheet.runs)
        sheet.set_aside("turned-text", askew)
    for run in sheet.runs:
        if abs(run.angle) <= m.TURNED:
            run.angle = 0
    _watermarks(sheet)
    lower_raised(sheet)
    length = sum(len(run.text) for run in sheet.runs)
    if sum(len(run.blanks) for run in sheet.runs) > m.OCR_BLANKS * length:
        for run in sheet.runs:
            run.blanks = ()


def _level_in_seal(askew: list[Run], runs: list[Run]) -> list[Run]:
    """The characters round a seal that happen to stand level: alone, of the size of the others, among them."""
    letters = [run for run in askew if len(run.text) == 1]
    if len(letters) < _FEWEST:
        return []
    size = letters[0].size
    left, right = min(run.x0 for run in letters), max(run.x1 for run in letters)
    low, top = min(run.base for run in letters) - size, max(run.base for run in letters) + size
    if max(right - left, top - low) > m.SEAL:
        return []
    return [
        run
        for run in runs
        if len(run.text) == 1
        and abs(run.angle) <= m.TURNED
        and abs(run.size - size) < 0.1
        and left < run.x0 < right
        and low < run.base < top
    ]


def _watermarks(sheet: Sheet) -> None:
    """Pale type that is larger than the text, or says the same again and again; not where most of the page is pale."""
    pale = [run for run in sheet.runs if run.pale]
    if not pale or sum(len(run.text) for run in pale) > 0.5 * sum(len(run.text) for run in sheet.runs):
        return
    repeats = Counter((run.text, run.angle) for run in pale)
    body = usual_size(sheet.runs)
    marks = [run for run in pale if repeats[run.text, run.angle] >= m.PALE_REPEATS or run.size > m.PALE_LARGE * body]
    if marks:
        sheet.set_aside("watermark", marks)
