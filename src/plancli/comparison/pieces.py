"""Tasks that are pieces of one: what a task on the other side says whole, and its own successor does not say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from .items import ComparedItem
from .likeness import Weights, sharing

_HELD = 0.75  # how much of a piece's title stands in the title of the whole
_NAMED = 0.5  # so much of it in the title alone, where the text of the whole says the rest (福利 in the title, 保障 in the text)
_SAID = 0.6  # so much of it in another piece, and it is no piece of its own
_LEAST = 3  # pairs of characters in the title of a piece


def pieces(
    wholes: Sequence[ComparedItem],
    parts: Sequence[ComparedItem],
    part_of: Mapping[ComparedItem, ComparedItem],
    weights: Weights,
) -> dict[ComparedItem, ComparedItem]:
    """Which of the `parts` that have no pair are pieces of which whole. `part_of`: the pairs that were made.

    A whole has two pieces at least, its pair among them.
    """
    paired = set(part_of.values())
    free = [item for item in parts if item not in paired and len(item.head_pairs) >= _LEAST]
    found: dict[ComparedItem, ComparedItem] = {}
    said = [item.title_pairs | item.text_pairs for item in wholes]
    for part, near in zip(free, sharing([part.head_pairs for part in free], said, weights), strict=True):
        if not near:
            continue
        share, back = max((_held(part, wholes[number], weights), -number) for number in near)
        whole = wholes[-back]
        if share >= _HELD and not _repeated(part, part_of.get(whole), weights):
            found[part] = whole
    counts: dict[ComparedItem, int] = defaultdict(int)
    for whole in found.values():
        counts[whole] += 1
    return {part: whole for part, whole in found.items() if counts[whole] + (whole in part_of) >= 2}


def _held(part: ComparedItem, whole: ComparedItem, weights: Weights) -> float:
    """How much of the title of the part the whole says: in its title, or as a point of its text; what its title says the most of,
    its text may complete."""
    if _opens(part, whole):
        return 1.0
    if len(part.head_pairs) > len(whole.title_pairs):
        return 0.0
    all_of_it = weights.sum(part.head_pairs)
    named = weights.sum(part.head_pairs & whole.title_pairs) / all_of_it
    if named < _NAMED:
        return named
    return weights.sum(part.head_pairs & (whole.title_pairs | whole.text_pairs)) / all_of_it


def _repeated(part: ComparedItem, pair: ComparedItem | None, weights: Weights) -> bool:
    """Whether the pair of the whole says it too."""
    return pair is not None and _held(part, pair, weights) >= _SAID


def _opens(part: ComparedItem, whole: ComparedItem) -> bool:
    """Whether a sentence or a point of the whole's text begins with the title of the part."""
    return any(point.startswith(part.title) for point in whole.points)
