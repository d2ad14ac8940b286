"""Labels in a column of their own beside what they head: titles at the left, level with the first line of their texts at the right or in the
middle of these."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from ...language.labels import read_label
from . import measures as m
from .lines import usual_size
from .sheet import Box
from .strips import Item, around

_NEAR = 0.9  # of the pitch: a label is level with the first line of its text, or its middle with that of the text
_FEWEST = 2  # labels
_MOST_LABELS = 0.75  # of the lines of the text: so many lines labels have at most
_NARROW = 0.75  # of the text's width: labels are no wider
_NEXT = 1.25  # of the pitch: a line farther beneath is another label's
_LEADING = 1.9  # em: …, and where labels are the larger
_ROOM = 3.0  # em beyond the left edge of the texts
_OF_MOST = 0.7  # of the labels keep to all this
_APART = 1.2  # of the pitch: what stands so far beneath a text's end is another text

LabelRow = tuple[list[Item], list[Item]]  # a label and its text


def label_rows(left: list[Item], right: list[Item], *, going_on: bool = False) -> list[LabelRow]:
    """The labels at the left of a strip with the texts at its right, from the top; none where the left side is no column of labels. Where
    labels of the page before are `going_on`, one is enough, and the text of the last of these comes first."""
    if not left or any(item.solid is not None for item in (*left, *right)):
        return []
    labels, texts = (sorted(side, key=lambda item: -item.runs[0].base) for side in (left, right))
    if len(texts) < 2 * _FEWEST or len(labels) > len(texts):
        return []
    (x0, _, x1, _), (start, _, end, _) = around(left), around(right)
    if x1 - x0 > _NARROW * (end - start):
        return []
    column = _Texts(texts, end)
    blocks = _blocks(labels, column.pitch)
    if len(blocks) < (1 if going_on else _FEWEST):
        return []
    numbered = sum(_is_numbered(block[0]) for block in blocks) >= _OF_MOST * len(blocks)
    if len(labels) > _MOST_LABELS * len(texts) and sum(map(_is_numbered, texts)) <= len(blocks):
        return []
    top, middle = column.from_the_top(blocks, going_on=going_on), column.about_the_middle(blocks)
    rows = top if top and (not middle or _spread(top, _at_top) <= _spread(middle, _in_the_middle)) else middle
    return rows if numbered or all(text and _is_numbered(text[0]) for label, text in rows if label) else []


def labels_and_texts(left: list[Item], right: list[Item], *, going_on: bool) -> list[tuple[list[Item], Box]]:
    """The labels at the left of a strip and their texts in reading order, each with the box that it fills. The last line of a label is one
    for itself, in a box with room, for no text goes on a label."""
    found: list[tuple[list[Item], Box]] = []
    rows = label_rows(left, right, going_on=going_on)
    inner = around(right) if rows else (0.0,) * 4
    for label, text in rows:
        if label:
            x0, low, x1, top = around(label)
            found.append((label[:-1], (x0, low, x1, top)))
            found.append((label[-1:], (x0, low, inner[0] + _ROOM * label[-1].runs[0].size, top)))
        found.append((text, inner))
    return [(items, box) for items, box in found if items]


class _Texts:
    """The lines of the texts, from the top, whose right edge is at `end`."""

    def __init__(self, lines: list[Item], end: float) -> None:
        self._lines = lines
        bases = [item.runs[0].base for item in lines]
        steps = [a - b for a, b in pairwise(bases)]
        self.pitch = sorted(steps)[(len(bases) - 1) // 2]
        short = end - m.RAGGED * usual_size([run for item in lines for run in item.runs])
        # which may be the first of a text: the first of all, or beneath room, or beneath a line that ends short, or one with a number
        self._may_begin = [True] + [
            step > _APART * self.pitch or above.box[2] < short or _is_numbered(line)
            for step, above, line in zip(steps, lines, lines[1:], strict=False)
        ]

    def from_the_top(self, blocks: list[list[Item]], *, going_on: bool) -> list[LabelRow]:
        """Each label with the lines from its height on, where most begin a text there; else none. What stands above the first has none."""
        starts = [self._start(block[0].runs[0].base) for block in blocks]
        ends = [*(k for k, _ in starts[1:]), len(self._lines)]
        level = [is_level for (start, is_level), end in zip(starts, ends, strict=True) if start < end]
        first = starts[0][0]
        if (first and not going_on) or sum(level) < max(1 if going_on else _FEWEST, _OF_MOST * len(level)):
            return []
        rows = [(block, self._lines[k:end]) for block, (k, _), end in zip(blocks, starts, ends, strict=True)]
        return [([], self._lines[:first]), *rows] if first else rows

    def _start(self, base: float) -> tuple[int, bool]:
        """The line with which the text of a label at that height begins, and whether it is one that may: the nearest that is level."""
        heights = [item.runs[0].base for item in self._lines]
        near = [
            (abs(height - base), k)
            for k, height in enumerate(heights)
            if self._may_begin[k] and abs(height - base) < _NEAR * self.pitch
        ]
        if near:
            return min(near)[1], True
        return sum(height > base for height in heights), False

    def about_the_middle(self, blocks: list[list[Item]]) -> list[LabelRow]:
        """Each label with the lines in whose middle it stands, where these are all lines; else none."""
        rows: list[LabelRow] = []
        start = 0
        for block in blocks:
            if start == len(self._lines):
                return []
            foot = 2 * _in_the_middle(block) - self._lines[start].box[3]  # as far beneath as their top above
            end = self._end(start, foot)
            if end is None:
                return []
            rows.append((block, self._lines[start:end]))
            start = end
        return rows if start == len(self._lines) else []

    def _end(self, start: int, foot: float) -> int | None:
        """Behind which line from `start` on a text ends that reaches down to `foot`: the one with most room beneath."""
        lines = self._lines
        ends = [
            (lines[k - 1].box[1] - lines[k].box[3] if k < len(lines) else float("inf"), k)
            for k in range(start + 1, len(lines) + 1)
            if abs(lines[k - 1].box[1] - foot) < _NEAR * self.pitch and (k == len(lines) or self._may_begin[k])
        ]
        return max(ends)[1] if ends else None


def _blocks(labels: list[Item], pitch: float) -> list[list[Item]]:
    """The lines of each label."""
    blocks: list[list[Item]] = []
    for item in labels:
        near = max(_NEXT * pitch, _LEADING * item.runs[0].size)
        if blocks and blocks[-1][-1].runs[0].base - item.runs[0].base < near and not _is_numbered(item):
            blocks[-1].append(item)
        else:
            blocks.append([item])
    return blocks


def _spread(rows: list[LabelRow], height: Callable[[list[Item]], float]) -> float:
    """How unlike the steps are from the labels to their texts, by the height of either."""
    steps = [height(label) - height(text) for label, text in rows if label and text]
    return max(steps) - min(steps)


def _at_top(items: list[Item]) -> float:
    return items[0].runs[0].base


def _in_the_middle(items: list[Item]) -> float:
    return (items[0].box[3] + items[-1].box[1]) / 2


def _is_numbered(item: Item) -> bool:
    """Whether a line is a number and words: numbers alone belong to the lines that hang beside them."""
    text = "".join(run.text for run in item.runs)
    label = read_label(text)
    return label is not None and label.end < len(text.rstrip())
