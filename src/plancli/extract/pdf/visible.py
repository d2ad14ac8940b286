"""Which runs of a page are to be seen, and how they look: bold, pale.

Set aside, with a note, is what lies outside the page's box, is clipped away, painted with nothing, or painted over. White
type is invisible on white paper, and the heading of a dark band else.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..layout.sheet import Box, LeftOut, Run, Sheet
from . import native
from .grounds import WHITE, Grounds, light
from .objects import EVERYWHERE, IDENTITY, Drawing, ObjectGroup, clip_of, intersection, product
from .survey import HIDDEN_MODES

_BOLD_WEIGHT = 600
_STROKED = (1, 5)  # render modes that show the stroke's colour alone
_SEE_THROUGH = 150  # alpha under which type is pale
_PALE = 150.0  # luminance from which type is pale
_SLACK = 1.0  # points


@dataclass(slots=True)
class _Look:
    light: float
    alpha: int
    hidden: bool
    bold: bool
    clip: Box

    @property
    def pale(self) -> bool:
        return self.alpha < _SEE_THROUGH or _PALE <= self.light < WHITE


def look_at(sheet: Sheet, runs: list[Run], objects: list[int], drawing: Drawing, grounds: Grounds) -> None:
    """Fill in how the runs look, and the sheet's `runs` with those to be seen. `objects` are the runs' text objects."""
    looks = _looks(list(dict.fromkeys(objects)), drawing)
    length = sum(len(run.text) for run in runs)
    # Text that is painted with nothing is the reading where pictures are the look (OCR).
    scanned = sum(len(run.text) for run, o in zip(runs, objects, strict=True) if looks[o].hidden) > 0.5 * length
    pictured = any(group.images or group.shadings for group in drawing.groups)
    for run, handle in zip(runs, objects, strict=True):
        look = looks[handle]
        run.bold = look.bold
        run.pale = look.pale
        reason = _unseen(run, look, sheet)
        if reason is None and not scanned:
            white = look.light >= WHITE and not pictured and not grounds.dark_beneath(_core(run), handle)
            if white or look.hidden or look.alpha == 0:
                reason = "hidden-text"
            elif grounds and grounds.over(_core(run), handle):
                reason = "covered-text"
        if reason is None:
            sheet.runs.append(run)
        else:
            sheet.left_out.append(LeftOut(reason, run.text))


def _unseen(run: Run, look: _Look, sheet: Sheet) -> str | None:
    x, y = (run.x0 + run.x1) / 2, run.middle
    if not (-_SLACK <= x <= sheet.width + _SLACK and -_SLACK <= y <= sheet.height + _SLACK):
        return "outside-page"
    left, bottom, right, top = look.clip
    if not (left - _SLACK <= x <= right + _SLACK and bottom - _SLACK <= y <= top + _SLACK) or right - left < 0.1:
        return "clipped-text"
    return None


def _looks(objects: list[int], drawing: Drawing) -> dict[int, _Look]:
    known = [handle for handle in objects if handle]
    modes = list(map(native.text_mode, known))
    colours = native.fills(known)
    fonts = list(map(native.text_font, known))
    weights = {font: native.font_weight(font) for font in set(fonts)}
    formed = {
        handle: group
        for group in drawing.groups
        if group.clip != EVERYWHERE or group.matrix != IDENTITY
        for handle in group.texts
    }
    looks = {0: _Look(0.0, 255, False, False, EVERYWHERE)}
    for handle, mode, font, colour in zip(known, modes, fonts, colours, strict=True):
        red, green, blue, alpha = native.strokes([handle])[0] if mode in _STROKED else colour
        bold = mode == 2 or weights[font] >= _BOLD_WEIGHT
        clip = _clip(handle, formed.get(handle), drawing)
        looks[handle] = _Look(light(red, green, blue), alpha, mode in HIDDEN_MODES, bold, clip)
    return looks


def _clip(handle: int, group: ObjectGroup | None, drawing: Drawing) -> Box:
    if group is None:
        return clip_of(handle, drawing.onward)
    return intersection(clip_of(handle, product(group.matrix, drawing.onward)), group.clip)


def _core(run: Run) -> Box:
    """The middle of a run's box, which what hides it must hold."""
    return run.x0, run.middle - 0.3 * run.size, run.x1, run.middle + 0.3 * run.size
