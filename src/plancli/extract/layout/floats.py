"""Tables and boxes round which a text flows: beside them its lines are short, above or beneath them as wide as both."""

from __future__ import annotations

from dataclasses import dataclass

from ...language.openings import begins_numbered
from .lines import usual_size
from .sheet import Box
from .strips import Item, around, middle

_ACROSS = 0.85  # of both widths: a line of the text above or beneath is as wide
_FEW = 2  # such lines
_BESIDE = 3  # lines that flow round a float
_CAPTION = 4  # lines over and under what floats, at most
_SET_IN = 1.2  # em: a first line


@dataclass(slots=True)
class Float:
    """What floats with its caption, the text beside it up to the first paragraph that begins there and from it on, and the stretches of
    the two sides above and beneath it."""

    items: list[Item]
    before: list[Item]
    after: list[Item]
    above: list[Item]
    below: list[Item]
    box: Box  # of the text beside


def floated(sides: tuple[list[Item], list[Item]], above: list[Item], below: list[Item]) -> Float | None:
    """The float among two sides of a strip, with what stands across it above and below; None where there is none."""
    (left, _, _, _), (_, _, right, _) = map(around, sides)
    wide = [
        [item for item in across if item.solid is None and item.box[2] - item.box[0] > _ACROSS * (right - left)]
        for across in (above, below)
    ]
    if not wide[1] or len(wide[0]) + len(wide[1]) < _FEW:
        return None
    for held, beside in (sides, sides[::-1]):
        solids = [item for item in held if item.solid is not None]
        if solids and all(item.solid is None for item in beside):
            return _float(solids, [item for item in held if item.solid is None], beside)
    return None


def _float(solids: list[Item], texts: list[Item], beside: list[Item]) -> Float | None:
    _, low, _, high = around(solids)
    _, bottom, _, top = around(beside)
    captions = [item for item in texts if bottom < middle(item) < top and not low < middle(item) < high]
    _, low, _, high = around([*solids, *captions])
    flowing = [item for item in beside if low < middle(item) < high]
    rows = {round(item.box[1]) for item in captions}
    if len({round(item.box[1]) for item in flowing}) < _BESIDE or len(rows) > _CAPTION:
        return None
    held = {id(item) for item in (*captions, *flowing)}
    rest = [item for item in (*texts, *beside) if id(item) not in held]
    flowing.sort(key=lambda item: -item.box[3])
    begins = _first_paragraph(flowing)
    left, _, right, _ = around(beside)
    return Float(
        [*solids, *captions],
        flowing[:begins],
        flowing[begins:],
        [item for item in rest if middle(item) >= high],
        [item for item in rest if middle(item) < high],
        (left, low, right, high),
    )


def _first_paragraph(flowing: list[Item]) -> int:
    """The place of the first line that begins a paragraph; behind all where none does."""
    left = min(item.box[0] for item in flowing)
    size = usual_size([run for item in flowing for run in item.runs]) or 12.0
    return next(
        (k for k, item in enumerate(flowing) if item.box[0] > left + _SET_IN * size or _is_item(item)), len(flowing)
    )


def _is_item(item: Item) -> bool:
    return begins_numbered("".join(run.text for run in item.runs))
