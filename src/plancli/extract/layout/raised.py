"""Small type raised over its line: the marks of notes, which are no part of the text, and powers (m²), which are."""

from __future__ import annotations

import re

from ...grammar.pattern import Pattern
from .sheet import CLOSING, Run, Sheet

_MARK = Pattern(r"[\[［(（〔【]?(?:\d{1,2}|[①-⑳*＊※†‡])[\]］)）〕】]?")
_NOTED = Pattern(
    r"[㐀-鿿，。、；：？！”’」』）》〉〕】%％‰℃]$"
)  # what a note may be to; a power stands behind a letter or a digit
_MEASURED = Pattern(r"(?:^|[^A-Za-z])[kcdm]?m$", re.IGNORECASE)  # m², km²
_NOTE = Pattern(r"[\[［(（〔【]?(\d{1,2}|[①-⑳])(?!\d)")
_SMALL = 0.8  # of its neighbour's size
_RAISED = (0.1, 0.7)  # em of the neighbour: so far up
_FOOT = 0.92  # of its neighbour's size: a note at the foot of the page is set no larger
_CLOSE = 0.4  # em of the neighbour between the two


def lower_raised(sheet: Sheet) -> None:
    """Set aside the marks of notes that stand raised behind words; let down onto their lines what else is raised."""
    runs = sheet.runs
    sizes = [run.size for run in runs]
    if not runs or min(sizes) > _SMALL * max(sizes):
        return  # none is small beside another
    marks: list[Run] = []
    for k, run in enumerate(runs):
        if len(run.text) > 4 or run.angle or not _MARK.fullmatch(run.text):
            continue
        for other in (*runs[max(k - 1, 0) : k], *runs[k + 1 : k + 2]):
            if _stands_over(run, other):
                above = k > 0 and other.x0 >= run.x0 and _goes_on_above(run, other, runs[k - 1])
                noted = runs[k - 1] if above else other if other.x0 < run.x0 else None
                if noted is not None and (_NOTED.search(noted.text) or _is_told(run, noted, runs)):
                    marks.append(run)
                run.base = other.base
                break
    if marks:
        sheet.set_aside("note-mark", marks)


def _is_told(mark: Run, word: Run, runs: list[Run]) -> bool:
    """Whether the foot of the page has the note to a mark behind a letter or a digit, which else is a power: GDP¹, 增长8.5¹; not m²."""
    number = _NOTE.match(mark.text)
    if number is None or (number[1] in "23" and _MEASURED.search(word.text)):
        return False
    for run in runs:
        note = _NOTE.match(run.text) if run.base < mark.base - word.size and run.size < _FOOT * word.size else None
        if note and note[1] == number[1] and not any(r.base == run.base and r.x1 <= run.x0 for r in runs):
            return True
    return False


def _goes_on_above(run: Run, after: Run, before: Run) -> bool:
    """Whether a raised run that begins a line stands behind what the line above says: a stop follows it, which begins no text."""
    wrapped = before.base > run.base + _RAISED[1] * after.size and before.size == after.size
    return wrapped and after.text[0] in CLOSING


def _stands_over(run: Run, other: Run) -> bool:
    """Whether a run stands raised beside another, in smaller type."""
    size = other.size
    if run.size > _SMALL * size or other.angle:
        return False
    near = min(abs(run.x0 - other.x1), abs(other.x0 - run.x1)) < _CLOSE * size
    return near and _RAISED[0] * size < run.base - other.base < _RAISED[1] * size
