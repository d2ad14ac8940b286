"""Header words of two or three rows: which stand beneath which."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ....language.header_rows import leaves_over, repeats_upper, words_over
from ....language.headers import Lexicon
from .head_words import Word
from .words import without_padding


def stacks_of(parts: Sequence[Sequence[Word]], lexicon: Lexicon, *, told: bool) -> list[list[Word]]:
    """For each column the words above it from top to bottom; nothing where the rows do not fit."""
    stacks: list[list[Word]] = []
    for word in parts[0]:
        stacks.append(
            [word] if word.bare or not stacks else stacks[-1][:]
        )  # an empty field belongs to the word on its left
    timed = [n for part in parts if (n := sum(bool(word.role and word.role.is_time) for word in part))]
    finer = told and all(
        lower >= 2 * upper for upper, lower in pairwise(timed)
    )  # 上半年 over quarters, these over months
    if len(timed) > 1 and not finer and not repeated(parts):
        return []
    for part in parts[1:]:
        stacks = _beneath(stacks, part, lexicon)
    return stacks


def repeated(parts: Sequence[Sequence[Word]]) -> bool:
    """Whether a lower row writes words of the upper one again."""
    return bool({word.bare for word in parts[0]} & {word.bare for part in parts[1:] for word in part if word.bare})


def _beneath(stacks: list[list[Word]], row: Sequence[Word], lexicon: Lexicon) -> list[list[Word]]:
    names = [stack[-1].bare for stack in stacks]
    written = any(stack is not stacks[0] and stack[-1] is before[-1] for before, stack in pairwise(stacks))
    while len(row) > len(stacks) and written and not row[-1].bare:
        row = row[:-1]  # padding
    lower = [word.bare for word in row]
    leaves = without_padding(lower)
    if len(leaves) < len(lower) and all(leaves) and leaves_over(names, leaves, lexicon):
        row, lower = row[: len(leaves)], list(leaves)
    if len(lower) == len(stacks) and (not all(lower) or repeats_upper(names, lower, lexicon)):
        return _placed(stacks, row, names)
    if not all(lower):
        over = words_over(names, lower, lexicon)
        if over is None:
            return _beneath(stacks, row[:-1], lexicon) if not lower[-1] else []
        return [[*stacks[k], word] if word.bare else stacks[k] for k, word in zip(over, row, strict=True)]
    if (placed := _in_slots(stacks, row, lexicon)) is not None:
        return placed
    over = leaves_over(names, lower, lexicon)
    if over is None:
        return []
    under = [[word for word, k in zip(row, over, strict=True) if k == n] for n in range(len(stacks))]
    return [
        [*stack, *leaf] for stack, below in zip(stacks, under, strict=True) for leaf in ([[w] for w in below] or [[]])
    ]


def _in_slots(stacks: list[list[Word]], row: Sequence[Word], lexicon: Lexicon) -> list[list[Word]] | None:
    """The words of a lower row, which stand for merged ones alone, each in one of the slots that these are written over (责任单位 | | 时限
    above 牵头 | 配合); None where they are fewer or more than these slots, or do not suit."""
    places = [k for k, stack in enumerate(stacks) if sum(other[-1] is stack[-1] for other in stacks) > 1]
    merged = list(dict.fromkeys(id(stacks[k][-1]) for k in places))
    over = leaves_over(
        [next(s[-1].bare for s in stacks if id(s[-1]) == one) for one in merged], [w.bare for w in row], lexicon
    )
    if over is None or [merged[k] for k in over] != [id(stacks[k][-1]) for k in places]:
        return None
    beneath = dict(zip(places, row, strict=True))
    return [[*stack, beneath[k]] if k in beneath else stack for k, stack in enumerate(stacks)]


def _placed(stacks: list[list[Word]], row: Sequence[Word], names: Sequence[str]) -> list[list[Word]]:
    """A lower row that is written in each slot: empty or said again where the upper word goes down."""
    found: list[list[Word]] = []
    for k, (stack, word) in enumerate(zip(stacks, row, strict=True)):
        same = not word.bare or word.bare == names[k]
        if not same and k and names[k] == names[k - 1] and len(found[-1]) > len(stack):
            # a merged word written in each of its slots; a lower one that is merged too is written once
            stack = found[-1][: len(stack)] if word.bare else found[-1]
        found.append(stack if same else [*stack, word])
    return found
