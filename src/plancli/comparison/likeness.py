"""How alike two tasks are: by the words of their titles, then of their texts and sections, rare words before common ones."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from math import log

from .items import ComparedItem

_SMOOTH = 10  # in a few tasks no word is rare
_FINE = 1000
_COMMON = 50  # tasks in which a pair of characters may stand to find others by
_MOST = 8  # tasks that one is compared with on account of its title, and of its text
_TITLE, _TEXT, _SECTION, _PLACE = 0.72, 0.18, 0.08, 0.02
_REWRITTEN = 4  # a quarter of the words in common is as much as the texts of one task in two years have


class Weights:
    """What each pair of characters weighs: the less, the more of the texts it stands in."""

    def __init__(self, texts: Sequence[Set[str]]) -> None:
        counts = Counter(pair for text in texts for pair in text)
        whole = len(texts) + _SMOOTH
        # whole numbers: their sum is the same in any order
        self._of = {pair: round(_FINE * log(whole / count)) for pair, count in counts.items()}
        self._unknown = round(_FINE * log(whole))
        self._sums: dict[Set[str], int] = {}

    def of(self, pair: str) -> int:
        """The weight of one."""
        return self._of.get(pair, self._unknown)

    def sum(self, pairs: Iterable[str]) -> int:
        """The weight of all of them."""
        return sum(self._of.get(pair, self._unknown) for pair in pairs)

    def _whole(self, text: Set[str]) -> int:
        if text not in self._sums:
            self._sums[text] = self.sum(text)
        return self._sums[text]

    def shared(self, one: Set[str], other: Set[str]) -> tuple[float, float]:
        """How much of both stands in both, and how much of the lighter one in the other; 0 to 1."""
        common, first, second = self.sum(one & other), self._whole(one), self._whole(other)
        if not first or not second:
            return (1.0, 1.0) if not one and not other else (0.0, 0.0)
        return 2 * common / (first + second), common / min(first, second)


def likeness(one: ComparedItem, other: ComparedItem, titles: Weights, texts: Weights) -> float:
    """0 to 1. The place in the plan tells apart what the words do not."""
    from rapidfuzz import fuzz

    if one.title == other.title:
        title = 1.0
    else:
        whole, lighter = titles.shared(one.title_pairs, other.title_pairs)
        head, lighter_head = titles.shared(one.head_pairs, other.head_pairs)
        words = 0.25 * (whole + head) + 0.15 * (lighter + lighter_head)
        title = words + 0.2 * fuzz.ratio(one.title, other.title) / 100
    text = title
    if one.text and other.text:
        text = min(1.0, _REWRITTEN * texts.shared(one.text_pairs, other.text_pairs)[0])
    section = fuzz.ratio(one.section, other.section) / 100 if one.section and other.section else title
    place = 1 - (one.at - other.at) ** 2  # squared, so that equals keep their order
    return _TITLE * title + _TEXT * text + _SECTION * section + _PLACE * place


def candidates(old: Sequence[ComparedItem], new: Sequence[ComparedItem], weights: Weights) -> list[list[int]]:
    """For each old task the new ones whose titles and whose texts share the rarest words with it, and those of the same
    title nearest in place.

    Words that stand in very many tasks find none, so that it takes time with the number of tasks.
    """
    by_title = sharing([item.title_pairs for item in old], [item.title_pairs for item in new], weights)
    by_text = sharing([item.text_pairs for item in old], [item.text_pairs for item in new], weights)
    titled: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(new):
        titled[item.title].append(number)
    found = []
    for row, item in enumerate(old):
        same = titled.get(item.title, [])
        middle = bisect_left(same, item.at, key=lambda number: new[number].at)
        near = same[max(0, middle - _MOST // 2) : middle + _MOST // 2]
        found.append(list(dict.fromkeys([*near, *by_title[row], *by_text[row]])))
    return found


def sharing(old: Sequence[Set[str]], new: Sequence[Set[str]], weights: Weights) -> list[list[int]]:
    """For each of the old texts the new ones that share most with it in words that are not too common."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(new):
        for pair in text:
            holders[pair].append(number)
    rare = {pair: held for pair, held in holders.items() if len(held) <= _COMMON}
    found = []
    for text in old:
        points: dict[int, int] = defaultdict(int)
        for pair in text:
            if pair in rare:
                weight = weights.of(pair)
                for number in rare[pair]:
                    points[number] += weight
        found.append(sorted(points, key=lambda number: (-points[number], number))[:_MOST])
    return found
