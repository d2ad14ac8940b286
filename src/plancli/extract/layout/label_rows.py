"""Labels in a column of their own beside what they head: numbered titles at the left, the text of each at the right from their height on."""

from __future__ import annotations

from itertools import pairwise

from ...language.labels import read_label
from . import measures as m
from .lines import usual_size
from .sheet import Box
from .strips import Item, around

_LEVEL = 2.0  # points: a label and the first line of its text are level
_FEWEST = 2  # labels
_MOST_LABELS = 0.75  # of the lines of the text: so many lines labels have at most
_NARROW = 0.75  # of the text's width: labels are no wider
_NEXT = 1.25  # of the pitch: a line farther beneath is another label's
_ROOM = 3.0  # em beyond the left edge of the texts
_OF_MOST = 0.7  # of the labels keep to all this
_APART = 1.2  # of the pitch: what stands so far beneath a text's end is another text

LabelRow = tuple[list[Item], list[Item]]  # a label and its text


def label_rows(left: list[Item], right: list[Item]) -> list[LabelRow]:
    """The labels at the left of a strip with the texts at its right, from the top; none where the left side is no column of labels."""
    if not left or any(item.solid is not None for item in (*left, *right)):
        return []
    labels, texts = (sorted(side, key=lambda item: -item.runs[0].base) for side in (left, right))
    bases = [item.runs[0].base for item in texts]
    if len(texts) < 2 * _FEWEST or len(labels) > len(texts):
        return []
    pitch = sorted(a - b for a, b in pairwise(bases))[(len(bases) - 1) // 2]
    (x0, _, x1, _), (start, _, end, _) = around(left), around(right)
    if x1 - x0 > _NARROW * (end - start) or labels[0].runs[0].base < bases[0] - _LEVEL:
        return []
    blocks = _blocks(labels, pitch)
    numbered = sum(_is_numbered(block[0]) for block in blocks)
    if len(blocks) < _FEWEST or numbered < _OF_MOST * len(blocks):
        return []
    tops = [block[0].runs[0].base + _LEVEL for block in blocks]
    rows = [
        (block, [item for item, base in zip(texts, bases, strict=True) if low < base <= top])
        for block, top, low in zip(blocks, tops, [*tops[1:], float("-inf")], strict=True)
    ]
    heads = [(block, text) for block, text in rows if text]
    short = end - m.RAGGED * usual_size([run for item in texts for run in item.runs])
    begin = sum(
        abs(text[0].runs[0].base - block[0].runs[0].base) <= _LEVEL and _begins(text[0], texts, pitch, short)
        for block, text in heads
    )
    few = sum(len(block) for block, _ in heads) <= _MOST_LABELS * len(texts)
    return rows if few and begin >= max(_FEWEST, _OF_MOST * len(heads)) else []


def labels_and_texts(left: list[Item], right: list[Item]) -> list[tuple[list[Item], Box]]:
    """The labels at the left of a strip and their texts in reading order, each with the box that it fills. The last line of a label is one
    for itself, in a box with room, for no text goes on a label."""
    found: list[tuple[list[Item], Box]] = []
    rows = label_rows(left, right)
    inner = around(right) if rows else (0.0,) * 4
    for label, text in rows:
        x0, low, x1, top = around(label)
        found += [
            (label[:-1], (x0, low, x1, top)),
            (label[-1:], (x0, low, inner[0] + _ROOM * label[-1].runs[0].size, top)),
        ]
        found.append((text, inner))
    return [(items, box) for items, box in found if items]


def _blocks(labels: list[Item], pitch: float) -> list[list[Item]]:
    """The lines of each label."""
    blocks: list[list[Item]] = []
    for item in labels:
        close = blocks and blocks[-1][-1].runs[0].base - item.runs[0].base < _NEXT * pitch
        if close and not _is_numbered(item):
            blocks[-1].append(item)
        else:
            blocks.append([item])
    return blocks


def _begins(item: Item, texts: list[Item], pitch: float, short: float) -> bool:
    """Whether a text may begin with a line: the first, or beneath room, or beneath a line that ends short."""
    k = next(k for k, other in enumerate(texts) if other is item)
    above = texts[k - 1]
    return not k or above.runs[0].base - item.runs[0].base > _APART * pitch or above.box[2] < short


def _is_numbered(item: Item) -> bool:
    """Whether a line is a number and words: numbers alone belong to the lines that hang beside them."""
    text = "".join(run.text for run in item.runs)
    label = read_label(text)
    return label is not None and label.end < len(text.rstrip())
