"""Which plans go on, and among which files a task may move."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..model.bulletin import Plan
from .assignment import assign
from .items import ComparedItem, folded, pairs
from .likeness import Weights, sharing

_SAME = 0.6  # likeness of titles
_Side = tuple[int, str]  # 0 or 1, and a file


def same_plans(old: Sequence[Plan], new: Sequence[Plan]) -> list[tuple[Plan, Plan]]:
    """The plans that go on, by title and issuer; two that are alone are one whatever they are called."""
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    before, after = ([_words(plan) for plan in side] for side in (old, new))
    weights = Weights([*before, *after])
    near = sharing(before, after, weights)
    scores = [
        {number: weights.shared(words, after[number])[0] for number in found}
        for words, found in zip(before, near, strict=True)
    ]
    columns = assign(scores, _SAME)
    return [(old[row], new[column]) for row, column in enumerate(columns) if column is not None]


def _words(plan: Plan) -> frozenset[str]:
    """Its whole title among them: where all words of it are common, it may still be the only one."""
    title = folded(plan.title)
    return pairs(f"{title}{folded(plan.issuer or '')}") | {title}


def offices(
    before: Sequence[ComparedItem], after: Sequence[ComparedItem], plans: Sequence[tuple[Plan, Plan]]
) -> list[tuple[list[ComparedItem], list[ComparedItem]]]:
    """The tasks among which one may have moved: of files in which a plan goes on, or of one issuer. What another office
    does is another task, however it is called. Where one side is one file, all are one office."""
    above: dict[_Side, _Side] = {}

    def top(side: _Side) -> _Side:
        while above.get(side, side) != side:
            side = above[side]
        return side

    def join(first: _Side, second: _Side) -> None:
        one, other = sorted((top(first), top(second)))
        above[other] = one

    file_of = {id(item.plan): (side, item.file) for side, held in enumerate((before, after)) for item in held}
    for first, second in plans:
        join(file_of[id(first)], file_of[id(second)])
    issuers: dict[str, _Side] = {}
    for plan in {id(item.plan): item.plan for item in (*before, *after)}.values():
        if plan.issuer:
            join(issuers.setdefault(plan.issuer, file_of[id(plan)]), file_of[id(plan)])
    alone = any(len({item.file for item in side}) == 1 for side in (before, after))
    found: dict[_Side | None, tuple[list[ComparedItem], list[ComparedItem]]] = defaultdict(lambda: ([], []))
    for side, held in enumerate((before, after)):
        for item in held:
            found[None if alone else top((side, item.file))][side].append(item)
    return list(found.values())
