"""One page that PDFium has loaded → its sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..layout.sheet import Run, Sheet
from . import native
from .beneath import mark_beneath
from .characters import PageText
from .fields import FormField
from .layers import LayersOff
from .marks import marks_of, replacements, switch_off_layers, take_off, weigh
from .meanings import Meanings
from .objects import Drawing
from .ruling import collect_rules
from .survey import angle_of, draw, switch_off_hidden
from .visible import look_at


def read_sheet(
    handle: int,
    number: int,
    fields: Sequence[FormField] = (),
    *,
    document: int = 0,
    off: LayersOff = frozenset,
    meanings: Meanings | None = None,
    again: Callable[[], int | None] = lambda: None,
) -> Sheet:
    """What is drawn on a page, and written in `fields` of it, but for what stands on layers that are `off`; its objects are
    changed in memory. Where its text is not level, or hides other text, the page is mended and read again. `document` is the
    page's; `meanings` tells what fonts say of characters that PDFium does not know; `again` loads the page anew, in the place of
    `handle`."""
    sheet = Sheet(number, 0.0, 0.0)
    drawing = draw(handle, sheet)
    marks = marks_of(drawing)
    if replaced := replacements(marks):
        verdict = weigh(handle, marks, replaced)
        if verdict.kept and (loaded := again()):
            handle, sheet = loaded, Sheet(number, 0.0, 0.0)
            drawing = draw(handle, sheet)
            marks = marks_of(drawing)
            take_off(marks, list(replacements(marks)), verdict.printed)
        sheet.left_out += verdict.left_out
    if hidden := switch_off_layers(handle, marks, off):
        said = [item for item in hidden if item.text.strip()]
        sheet = Sheet(number, 0.0, 0.0, left_out=sheet.left_out + said)
        drawing = draw(handle, sheet, before=drawing)
    runs, objects, angles, strange = _read(handle, drawing, meanings)
    angle, modes = angle_of(runs, angles), native.text_modes(objects)
    if switch_off_hidden(sheet, runs, objects, modes) | (angle != 0):
        sheet = Sheet(number, 0.0, 0.0, left_out=sheet.left_out)
        drawing = draw(handle, sheet, angle, drawing)
        runs, objects, _, strange = _read(handle, drawing, meanings)
        modes = native.text_modes(objects)
    grounds = collect_rules(drawing, sheet)
    sheet.grounds = grounds.shown
    look_at(sheet, runs, objects, modes, drawing, grounds)
    mark_beneath(document, handle, sheet, runs, objects, drawing)
    sheet.runs += [run for field in fields for run in field.runs(drawing.onward)]
    sheet.strange = strange
    sheet.characters = sum(len(run.text) for run in sheet.runs)
    return sheet


def _read(handle: int, drawing: Drawing, meanings: Meanings | None) -> tuple[list[Run], list[int], list[float], int]:
    """The runs, their text objects and angles, and the count of characters without a meaning."""
    text = PageText(handle, meanings)
    try:
        return (*text.runs(drawing), text.strange)
    finally:
        text.close()
