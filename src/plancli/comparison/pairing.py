"""Which task became which: plans first, then the tasks of two plans that are one, then what is left among all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..model.bulletin import Bulletin, Plan
from .assignment import assign
from .items import ComparedItem, items
from .likeness import Weights, candidates, likeness
from .pieces import pieces
from .plans import offices, same_plans

Status = Literal["continued", "moved", "split", "merged", "new", "dropped"]
_ALIKE, _ALIKE_ELSEWHERE = 0.33, 0.6  # likeness of two tasks, of one plan and of any
_SAME_SECTION = 80  # percent


@dataclass(frozen=True)
class Fate:
    """What became of a task. One of both is None where it is new or dropped; of a split or merged task each piece has a
    fate of its own. `likeness` is 0 where a piece is no pair."""

    status: Status
    old: ComparedItem | None
    new: ComparedItem | None
    likeness: float = 0.0


def compare(old: Iterable[Bulletin], new: Iterable[Bulletin]) -> list[Fate]:
    """The fates of all tasks: those of the new side in its order, then what was dropped in the order of the old one.

    Neither numbers nor ids play a part.
    """
    before, after = items(old), items(new)
    titles = Weights([item.title_pairs for item in (*before, *after)])
    texts = Weights([item.text_pairs for item in (*before, *after)])
    of_old, of_new = _by(before, lambda item: id(item.plan)), _by(after, lambda item: id(item.plan))
    plans = same_plans([held[0].plan for held in of_old.values()], [held[0].plan for held in of_new.values()])
    new_of: dict[ComparedItem, tuple[ComparedItem, float]] = {}
    for first, second in plans:
        new_of |= _paired(of_old[id(first)], of_new[id(second)], titles, texts, _ALIKE)
    taken = {item for item, _ in new_of.values()}
    parts: dict[ComparedItem, ComparedItem] = {}  # new piece → the old task that was split
    wholes: dict[ComparedItem, ComparedItem] = {}  # old piece → the new task that it was merged into
    for left, right in offices(before, after, plans):
        rest = [item for item in left if item not in new_of], [item for item in right if item not in taken]
        new_of |= _paired(*rest, titles, texts, _ALIKE_ELSEWHERE)
        pairs_made = {item: new_of[item][0] for item in left if item in new_of}
        parts |= pieces(left, right, pairs_made, titles)
        wholes |= pieces(right, left, {new: old for old, new in pairs_made.items()}, titles)
    return _fates(before, after, new_of, parts, wholes, plans)


def _by(held: Iterable[ComparedItem], key: Callable[[ComparedItem], int]) -> dict[int, list[ComparedItem]]:
    found: dict[int, list[ComparedItem]] = defaultdict(list)
    for item in held:
        found[key(item)].append(item)
    return found


def _paired(
    old: Sequence[ComparedItem], new: Sequence[ComparedItem], titles: Weights, texts: Weights, floor: float
) -> dict[ComparedItem, tuple[ComparedItem, float]]:
    found = candidates(old, new, titles)
    scores = [
        {number: likeness(item, new[number], titles, texts) for number in near}
        for item, near in zip(old, found, strict=True)
    ]
    columns = assign(scores, floor)
    return {
        item: (new[column], scores[row][column])
        for row, (item, column) in enumerate(zip(old, columns, strict=True))
        if column is not None
    }


def _fates(
    before: Sequence[ComparedItem],
    after: Sequence[ComparedItem],
    new_of: dict[ComparedItem, tuple[ComparedItem, float]],
    parts: dict[ComparedItem, ComparedItem],
    wholes: dict[ComparedItem, ComparedItem],
    plans: Sequence[tuple[Plan, Plan]],
) -> list[Fate]:
    pairs_made = {item: held[0] for item, held in new_of.items()}
    old_of = {item: old for old, item in pairs_made.items()}
    split, merged = set(parts.values()), set(wholes.values())
    moved = _moved(pairs_made, plans)
    absorbed: dict[ComparedItem, list[ComparedItem]] = defaultdict(list)
    for old, whole in wholes.items():
        absorbed[whole].append(old)
    fates: list[Fate] = []
    for item in after:
        before_it = old_of.get(item)
        if before_it is not None:
            status: Status = "merged" if item in merged else "split" if before_it in split else "continued"
            status = "moved" if status == "continued" and before_it in moved else status
            fates.append(Fate(status, before_it, item, new_of[before_it][1]))
        elif item in parts:
            fates.append(Fate("split", parts[item], item))
        elif item not in merged:
            fates.append(Fate("new", None, item))
        fates += [Fate("merged", piece, item) for piece in absorbed.get(item, ())]
    gone = [item for item in before if item not in new_of and item not in wholes and item not in split]
    return fates + [Fate("dropped", item, None) for item in gone]


def _moved(pairs_made: dict[ComparedItem, ComparedItem], plans: Sequence[tuple[Plan, Plan]]) -> set[ComparedItem]:
    """The old tasks that stand in another plan or section now. A section that has another name goes on in that which most
    of its tasks stand in, unless that is the old name of another."""
    home = {id(first): id(second) for first, second in plans}
    back = {second: first for first, second in home.items()}
    sections: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    named = {(id(old.plan), old.section) for old in pairs_made}
    for old, new in pairs_made.items():
        sections[id(old.plan), old.section][new.section] += 1
    found = set()
    for old, new in pairs_made.items():
        if (
            home.get(id(old.plan), id(new.plan)) != id(new.plan)
            or back.get(id(new.plan), id(old.plan)) != id(old.plan)
            or (not _same(old.section, new.section) and not _goes_on(old, new, sections, named))
        ):
            found.add(old)
    return found


def _goes_on(
    old: ComparedItem, new: ComparedItem, sections: dict[tuple[int, str], Counter[str]], named: set[tuple[int, str]]
) -> bool:
    counts = sections[id(old.plan), old.section]
    if old.section in counts or any((id(old.plan), name) in named for name in (new.section,)):
        return False
    return counts[new.section] == max(counts.values())


def _same(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return one == other or fuzz.ratio(one, other) >= _SAME_SECTION
