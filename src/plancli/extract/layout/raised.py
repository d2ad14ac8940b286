"""Small type raised over its line: the marks of notes, which are no part of the text, and powers (m²), which are."""

from __future__ import annotations

from ...grammar.pattern import Pattern
from .sheet import Run, Sheet

_MARK = Pattern(r"[\[［(（〔【]?(?:\d{1,2}|[①-⑳*＊※†‡])[\]］)）〕】]?")
_NOTED = Pattern(
    r"[㐀-鿿，。、；：？！”’」』）》〉〕】]$"
)  # what a note may be to; a power stands behind a letter or a digit
_SMALL = 0.8  # of its neighbour's size
_RAISED = (0.1, 0.7)  # em of the neighbour: so far up
_CLOSE = 0.4  # em of the neighbour between the two


def lower_raised(sheet: Sheet) -> None:
    """Set aside the marks of notes that stand raised behind words; let down onto their lines what else is raised."""
    runs = sheet.runs
    marks: list[Run] = []
    for k, run in enumerate(runs):
        if len(run.text) > 4 or run.angle or not _MARK.fullmatch(run.text):
            continue
        for other in (*runs[max(k - 1, 0) : k], *runs[k + 1 : k + 2]):
            if _stands_over(run, other):
                if other.x0 < run.x0 and _NOTED.search(other.text):
                    marks.append(run)
                run.base = other.base
                break
    if marks:
        sheet.set_aside("note-mark", marks)


def _stands_over(run: Run, other: Run) -> bool:
    """Whether a run stands raised beside another, in smaller type."""
    size = other.size
    if run.size > _SMALL * size or other.angle:
        return False
    near = min(abs(run.x0 - other.x1), abs(other.x0 - run.x1)) < _CLOSE * size
    return near and _RAISED[0] * size < run.base - other.base < _RAISED[1] * size
