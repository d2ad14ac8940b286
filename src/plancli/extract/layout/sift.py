"""What is on a page but no part of its text: watermarks, turned text; blanks that say nothing."""

from __future__ import annotations

from collections import Counter

from . import measures as m
from .lines import usual_size
from .sheet import Sheet


def sift(sheet: Sheet) -> None:
    """Set aside what is no text, and say so on the sheet. Text at right angles stays: a cell may hold it."""
    askew = [run for run in sheet.runs if abs(run.angle) > m.TURNED and run.angle not in (90, -90)]
    if askew:
        sheet.set_aside("turned-text", askew)
    for run in sheet.runs:
        if abs(run.angle) <= m.TURNED:
            run.angle = 0
    _watermarks(sheet)
    length = sum(len(run.text) for run in sheet.runs)
    if sum(len(run.blanks) for run in sheet.runs) > m.OCR_BLANKS * length:
        for run in sheet.runs:
            run.blanks = ()


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
