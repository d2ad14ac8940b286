"""Dashes that PDFium drops.

It takes a text object that overlaps a like one drawn before it for a bold made by drawing twice, and gives its characters
once; the two dashes of —— overlap as well where a program draws them one by one at a narrow advance. A lost dash is a text
object drawn right behind a dash, without a character of its own, shifted along the same base line by more than a bold is.
"""

from __future__ import annotations

from bisect import bisect_right

from ...grammar.pattern import Pattern
from ..layout.sheet import Run
from . import native
from .objects import Drawing

_DASH = Pattern("[—―─]")
_SHIFT = (0.25, 1.1)  # em: less is a bold, more is another dash
_LEVEL = 0.1  # points
_NEAR = 3  # characters behind a dash among which the next object's would stand


def restore_dashes(text_page: int, text: str, spans: list[tuple[int, int]], runs: list[Run], drawing: Drawing) -> None:
    """Put lost dashes back into the runs; `spans` is where in the page's text each run begins and ends."""
    for match in _DASH.finditer(text):
        at = match.start()
        handle = native.char_object(text_page, at)
        lost = drawing.after(handle) if handle else None
        if not lost or native.object_type(lost) != native.TEXT:
            continue
        after = next((k for k in range(at + 1, min(at + 1 + _NEAR, len(text))) if text[k] > " "), None)
        if after is not None and native.char_object(text_page, after) in (lost, handle):
            continue
        (x, y, _, _), (lost_x, lost_y, _, _) = native.bounds([handle, lost])
        run = runs[max(bisect_right(spans, (at, len(text))) - 1, 0)]
        if abs(lost_y - y) < _LEVEL and _SHIFT[0] * run.size < lost_x - x < _SHIFT[1] * run.size:
            _insert(run, match.group(), x, lost_x - x)


def _insert(run: Run, dash: str, x: float, shift: float) -> None:
    for i, character in enumerate(run.text):
        if character == dash and run.lefts[i] - 1 <= x <= run.rights[i]:
            run.text = run.text[: i + 1] + dash + run.text[i + 1 :]
            run.lefts.insert(i + 1, run.lefts[i] + shift)
            run.rights.insert(i + 1, run.rights[i] + shift)
            run.x1 = max(run.rights)
            run.blanks = tuple(k + (k > i) for k in run.blanks)
            return
