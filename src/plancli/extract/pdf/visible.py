"""Which runs of a page are to be seen, and how they look: bold, pale.

Set aside, with a note, is what lies outside the page's box, is clipped away, painted with nothing, or painted over. White
type is invisible on white paper, and the heading of a dark band else.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..layout.sheet import Box, LeftOut, Run, Sheet
from . import native
from .grounds import WHITE, Grounds, light
from .objects import EVERYWHERE, IDENTITY, Drawing, clips_of, intersection, product
from .survey import HIDDEN_MODES

_BOLD_WEIGHT = 600
_STROKED = (1, 5)  # render modes that show the stroke's colour alone
_SEE_THROUGH = 150  # alpha under which type is pale
_PALE = 150.0  # luminance from which type is pale
_SLACK = 1.0  # points


@dataclass(slots=True)
class _Look:
    """How a text object is painted; `white` on any ground, `hidden` where its mode paints nothing, `clear` where its colour does."""

    white: bool
    pale: bool
    hidden: bool
    clear: bool
    bold: bool
    clip: Box


def look_at(
    sheet: Sheet, runs: list[Run], objects: list[int], modes: dict[int, int], drawing: Drawing, grounds: Grounds
) -> None:
    """Fill in how the runs look, and the sheet's `runs` with those to be seen. `objects` are the runs' text objects, `modes` how each
    is painted."""
    looks = _looks(modes, drawing)
    # Text that is painted with nothing is the reading where pictures are the look (OCR).
    scanned = any(look.hidden for look in looks.values()) and _mostly_hidden(runs, objects, looks)
    pictured = any(group.images or group.shadings for group in drawing.groups)
    covered, right, top = bool(grounds), sheet.width + _SLACK, sheet.height + _SLACK
    for run, handle in zip(runs, objects, strict=True):
        look = looks[handle]
        run.bold, run.pale = look.bold, look.pale
        x, y = (run.x0 + run.x1) / 2, run.middle
        reason = None
        if not (-_SLACK <= x <= right and -_SLACK <= y <= top):
            reason = "outside-page"
        elif look.clip is not EVERYWHERE and _is_clipped(x, y, look.clip):
            reason = "clipped-text"
        elif not scanned:
            white = look.white and not pictured and not grounds.dark_beneath(_core(run), handle)
            if white or look.hidden or look.clear:
                reason = "hidden-text"
            elif covered and grounds.over(_core(run), handle):
                reason = "covered-text"
        if reason is None:
            sheet.runs.append(run)
        else:
            sheet.left_out.append(LeftOut(reason, run.text))


def _mostly_hidden(runs: list[Run], objects: list[int], looks: dict[int, _Look]) -> bool:
    hidden = sum(len(run.text) for run, handle in zip(runs, objects, strict=True) if looks[handle].hidden)
    return hidden > 0.5 * sum(len(run.text) for run in runs)


def _is_clipped(x: float, y: float, clip: Box) -> bool:
    left, bottom, right, top = clip
    return not (left - _SLACK <= x <= right + _SLACK and bottom - _SLACK <= y <= top + _SLACK) or right - left < 0.1


def _looks(modes: dict[int, int], drawing: Drawing) -> dict[int, _Look]:
    known = list(modes)
    colours = native.fills(known)
    fonts = list(map(native.text_font, known))
    weights = {font: native.font_weight(font) for font in set(fonts)}
    for k, mode in enumerate(modes.values()):
        if mode in _STROKED:
            (colours[k],) = native.strokes([known[k]])
    held = list(zip(modes.values(), map(weights.__getitem__, fonts), colours, _clips(known, drawing), strict=True))
    alike = {one: _look(*one) for one in set(held)}  # most text of a page looks the same
    return {0: _Look(False, False, False, False, False, EVERYWHERE)} | dict(
        zip(known, map(alike.__getitem__, held), strict=True)
    )


def _look(mode: int, weight: int, colour: tuple[int, int, int, int], clip: Box) -> _Look:
    red, green, blue, alpha = colour
    lit = light(red, green, blue)
    pale = alpha < _SEE_THROUGH or _PALE <= lit < WHITE
    return _Look(lit >= WHITE, pale, mode in HIDDEN_MODES, alpha == 0, mode == 2 or weight >= _BOLD_WEIGHT, clip)


def _clips(objects: list[int], drawing: Drawing) -> list[Box]:
    """The box on the page that each text is clipped to, by itself and by the form that holds it."""
    clips = clips_of(objects, drawing.onward)
    places = {handle: k for k, handle in enumerate(objects)}
    for group in drawing.groups:
        if group.clip != EVERYWHERE or group.matrix != IDENTITY:
            held = [handle for handle in group.texts if handle in places]
            for handle, clip in zip(held, clips_of(held, product(group.matrix, drawing.onward)), strict=True):
                clips[places[handle]] = intersection(clip, group.clip)
    return clips


def _core(run: Run) -> Box:
    """The middle of a run's box, which what hides it must hold."""
    return run.x0, run.middle - 0.3 * run.size, run.x1, run.middle + 0.3 * run.size
