"""Which token stands in which column: the cheapest way of the tokens through the columns (Viterbi), by `costs`.

A token stays in the cell of the one before, begins the next cell or a later one (those between are missing), begins the next
row, is a heading across the table, or comes after its end. What is missing may be empty or merged with the cell above.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import log
from operator import add

from ....language.assignments import begins_with_label
from ....language.bodies import is_body_with
from ....language.times import begins_time, with_unit
from .costs import (
    AFTER,
    AFTER_CHAIN,
    AFTER_TOKEN,
    ALONE,
    EMPTY,
    EMPTY_SERIES,
    EVEN,
    FAR,
    FIT,
    GROUP,
    GROUP_AGAIN,
    GROUP_FREE,
    ITEM_OF_NAMES,
    LEAD,
    LEFT,
    MISPLACED,
    MOST_MISPLACED,
    MOST_MORE,
    MOST_UNLIKE,
    NEAR,
    SAID,
    SKIP_PLACED,
    STAY_BODIES,
    STAY_CATEGORY,
    STAY_EMPTY,
    STAY_ITEM,
    STAY_LEADS,
    STAY_LISTED,
    STAY_OPEN,
    STAY_STOP,
    STAY_TEXT,
    STAY_TIMES,
    UNDATED,
    UNLIKE,
    WIDE_STAY,
    cost_of_looks,
)
from .fit import Fit, FitStep
from .heads import TextHead
from .regular_rows import even_pieces, regular_rows
from .tokens import Token, completes_time, is_empty_mark

_OPEN, _GOES_ON = tuple("、，,（(：:—-－–~～至·"), tuple("—-－–~～至")
_SUBTITLE = ("——", "--")  # what goes on a title, over a blank line too
_ALONE = frozenset({"dash", "mark"})  # two of them are two cells
_BODIES = frozenset({"bodies", "bodyish"})
_REST_OF_NAME = 6  # characters of the rest of a broken name, with a verb behind it perhaps: 局配合
_HEADING = 30  # characters that a heading without a label has at most
_SURE_END = 30.0  # cost by which the table must have ended, for the rest not to be looked at
_NOWHERE = 9 * FAR


class Aligner:
    """The search under one header; `skips` multiplies what missing cells cost."""

    def __init__(self, head: TextHead, skips: float = 1.0) -> None:
        self.head, self.columns, self.width = head, head.columns, len(head.columns)
        kept = all(c.place is not None for c in self.columns if c.kind == "slot")
        placed = [c.kind == "slot" and kept for c in self.columns]
        right = [
            LEFT * k * (c.kind != "remarks") * (not at)
            for k, (c, at) in enumerate(zip(self.columns, placed, strict=True))
        ]
        missing = [
            SKIP_PLACED if at else c.skip + (skips - 1.0) * min(c.skip, MOST_MORE)
            for c, at in zip(self.columns, placed, strict=True)
        ]
        costs = [skip + more for skip, more in zip(missing, right, strict=True)]
        self.before = list(accumulate(costs, initial=0.0))  # what it costs that all cells before a column are missing
        merged = [LEAD * (c.skip + more) for c, more in zip(self.columns, right, strict=True)]
        self.lead = list(accumulate(merged, initial=0.0))[:-1]  # … at a row's start, where merged ones stand
        self.rest = [self.before[-1] - self.before[c + 1] for c in range(self.width)]  # that all behind it are
        self.numbered = any(column.kind == "series" for column in self.columns)
        self.seen = [sum(column.forms.values()) for column in self.columns]
        self.unlike: list[dict[str, float]] = [{} for _ in self.columns]
        self.nouns = {column.noun for column in self.columns if column.noun}
        self.counted = any(column.unit for column in self.columns)
        self.values = set[str]().union(*(column.values for column in self.columns))
        self.told: dict[tuple[frozenset[str], str, bool, bool], list[float]] = {}

    def align(self, tokens: Sequence[Token], *, margins: bool = False) -> Fit:
        """The cheapest way: forwards, then for the margins backwards."""
        w = self.width
        if (fit := regular_rows(self, tokens, whole=margins)) is not None:
            return fit
        self.even = even_pieces(self.columns, tokens)
        own = [self.fits(tokens[0])]
        group = [self._heading(tokens[0])]
        stays: list[list[float]] = [[]]
        scores = [[*(a + b for a, b in zip(self.lead, own[0], strict=True)), group[0], _NOWHERE]]
        came: list[list[tuple[int, FitStep]]] = []
        for k, (last, each) in enumerate(pairwise(tokens), 1):
            own.append(self.fits(each))
            group.append(self._heading(each))
            stays.append(self._stays(last, each, own[-1]))
            if k in self.even and each.row > 0.0 <= each.stay:
                stays[-1] = [cost + EVEN for cost in stays[-1]]
            score, origins = self._step(k, scores[-1], each, own[-1], group[-1], stays[-1])
            scores.append(score)
            came.append(origins)
            if score[w + 1] + _SURE_END < min(score[: w + 1]):
                break
        ends = [*(a + b for a, b in zip(scores[-1], self.rest, strict=False)), *scores[-1][w:]]
        s = min(range(w + 2), key=ends.__getitem__)
        path, steps = [s], list[FitStep]()
        for origins in reversed(came):
            s, step = origins[s]
            path.append(s)
            steps.append(step)
        fit = Fit(self.head, path[::-1], ["row", *steps[::-1]], min(ends) + self.head.cost, [])
        if margins:
            fit.fits = own
            fit.margins = self._margins(tokens, scores, own, group, stays, fit.path, min(ends))
        return fit

    def fits(self, each: Token) -> list[float]:
        """What speaks against a text in each column; told once for texts that differ in nothing that counts."""
        single = each.place is not None or each.bare in self.values or (self.counted and each.bare[:1].isdecimal())
        if single or any(noun in each.bare for noun in self.nouns):
            return [self.fit(each, c) for c in range(self.width)]
        key = each.looks, each.form, each.item > 0, not each.bare
        found = self.told.get(key)
        if found is None:
            found = self.told[key] = [self.fit(each, c) for c in range(self.width)]
        return found

    def fit(self, each: Token, c: int) -> float:
        """What speaks against a text in a column: the best of what it looks like, and how the column's other cells look."""
        column = self.columns[c]
        kind = column.kind
        if not each.bare:
            return EMPTY + EMPTY_SERIES * (kind == "series")
        cost = cost_of_looks(kind, each.looks)
        counted = with_unit(each.bare, column.unit) is not None  # 8 under 月份
        cost = FIT[kind]["time"] if counted else cost
        day = kind == "time" and ("time" in each.looks or counted) and not self.numbered  # 1.13
        if "chain" in each.looks and not day:
            return FIT[kind]["chain"]
        if column.noun and column.noun in each.bare and len(each.bare) < _HEADING and each.bare[-1] not in "。；":
            cost = min(cost, FIT[kind]["bodyish"])
        if self.seen[c] and not counted:
            cost += self._unlike(each.form, c)
        if each.bare in column.values:
            cost -= SAID
        if column.place is not None and each.place is not None:
            cost += min(MOST_MISPLACED, MISPLACED * max(0, abs(column.place - each.place) - NEAR))
        if column.dated and "timed" not in each.looks and not each.looks.isdisjoint(("sentence", "text")):
            cost += UNDATED
        return cost + ITEM_OF_NAMES if each.item and kind in ("departments", "leaders", "time") else cost

    def _unlike(self, form: str, c: int) -> float:
        """What speaks against a form of text that few of the other cells of a column have."""
        found = self.unlike[c].get(form)
        if found is None:
            share = (self.columns[c].forms.get(form, 0) + 0.5) / (self.seen[c] + 1.0)
            found = self.unlike[c][form] = min(MOST_UNLIKE, -UNLIKE * log(share / 0.5))
        return found

    def _heading(self, each: Token) -> float:
        """What speaks against a text being a heading across the table."""
        if each.loose:
            return 0.0
        text = each.bare if "mark" not in each.looks else ""
        if each.heading and text[-1] not in "。；" and "bodies" not in each.looks:
            return GROUP
        free = (
            (1 < len(text) < _HEADING or "ordinal" in each.looks)
            and text[-1] not in "。；，、"
            and "chain" not in each.looks
        )
        if free and each.alone:
            return max(GROUP, GROUP_FREE - ALONE * each.alone)
        return FAR if not free else GROUP_AGAIN if self.head.headed else GROUP_FREE

    def _stays(self, last: Token, each: Token, own: Sequence[float]) -> list[float]:
        """For each column what speaks against the token being the rest of the cell of the one before. It earns nothing by its
        fit, lest cells gather what belongs elsewhere."""
        if each.loose:
            return [each.pad] * (self.width + 1)
        if each.stay >= FAR or not each.bare or "chain" in each.looks or _ALONE.intersection(each.looks, last.looks):
            return [FAR] * (self.width + 1)
        general = STAY_STOP if last.bare[-1:] == "。" else STAY_LISTED if last.bare[-1:] in ("；", ";") else STAY_TEXT
        if each.item > 1 and each.item == last.item + 1 and each.form == last.form:
            general = STAY_ITEM
        elif (last.bare[-1:] in _OPEN or each.bare[0] in _GOES_ON) and not is_empty_mark(last, each):
            general = STAY_OPEN
        elif not last.bare:
            general = STAY_EMPTY
        named = not _BODIES.isdisjoint(each.looks) or len(each.bare) <= _REST_OF_NAME
        completed = ""  # which column holds what the token completes
        if general == STAY_TEXT and completes_time(last, each):  # 3月底 / 前
            general, completed = STAY_OPEN, "time" if each.stay < WIDE_STAY else ""
        elif general == STAY_TEXT and named and is_body_with(last.bare, each.bare):
            general, completed = STAY_OPEN, "departments"
        bodies = not _BODIES.isdisjoint(last.looks) and not _BODIES.isdisjoint(each.looks)
        if not bodies and ("：" in each.bare or ":" in each.bare):
            bodies = begins_with_label(each.bare) and begins_with_label(last.bare)
        times = general >= STAY_TEXT and begins_time(each.bare)
        stay = 0.0 if each.bare.startswith(_SUBTITLE) and each.bare not in _SUBTITLE else each.stay
        costs = []
        for column, fit in zip(self.columns, own, strict=True):
            cost = general
            if column.kind == "series":
                cost = FAR
            elif general == STAY_TEXT and column.kind == "category":
                cost = STAY_CATEGORY
            elif general >= STAY_TEXT:
                if bodies and column.kind == "departments":
                    cost = STAY_LEADS if column.leads else STAY_BODIES
                elif times and column.kind in ("time", "slot"):
                    cost = STAY_TIMES
            costs.append(stay + cost + max(0.0, fit * (column.kind != completed)))
        return [*costs, FAR]

    def _step(
        self, k: int, score: Sequence[float], each: Token, own: Sequence[float], group: float, stays: Sequence[float]
    ) -> tuple[list[float], list[tuple[int, FitStep]]]:
        """From the costs of all ways to the token before to those of all ways to this one."""
        w = self.width
        ended, at = score[w], w
        for a in range(w):
            if (cost := score[a] + self.rest[a]) < ended:
                ended, at = cost, a
        row = ended + each.row
        found: list[float] = []
        origins: list[tuple[int, FitStep]] = []
        near, left = _NOWHERE, 0  # the best way to a column before
        for b in range(w):
            fit = own[b]
            best, origin = row + self.lead[b] + fit, (at, "row")
            if (cost := near + each.cell + self.before[b] + fit) < best:
                best, origin = cost, (left, "cell")
            if (cost := score[b] + stays[b]) < best:
                best, origin = cost, (b, "stay")
            found.append(best)
            origins.append(origin)  # type: ignore[arg-type]
            if (cost := score[b] - self.before[b + 1]) < near:
                near, left = cost, b
        stay = score[w] + stays[w]
        found.append(min(row + group, stay))
        origins.append((w, "stay") if stay < row + group else (at, "row"))
        own_after = AFTER_TOKEN * bool(each.bare) + AFTER_CHAIN * ("chain" in each.looks)
        ends = ended + min(each.row, 0.0) + AFTER + each.end + EVEN * (k in self.even)
        found.append(own_after + min(score[w + 1], ends))
        origins.append((w + 1, "row") if score[w + 1] <= ends else (at, "row"))
        return found, origins

    def _margins(
        self,
        tokens: Sequence[Token],
        scores: Sequence[Sequence[float]],
        own: Sequence[Sequence[float]],
        group: Sequence[float],
        stays: Sequence[Sequence[float]],
        path: Sequence[int],
        total: float,
    ) -> list[float]:
        """By how much the place of each token is better than its next best one."""
        w = self.width
        back = [*self.rest, 0.0, 0.0]
        margins: list[float] = []
        for k in range(len(path) - 1, -1, -1):
            others = list(map(add, scores[k], back))
            del others[path[k]]
            margins.append(min(others) - total)
            if not k:
                break
            each, fits, stay = tokens[k], own[k], stays[k]
            after = back[w + 1] + AFTER_TOKEN * bool(each.bare) + AFTER_CHAIN * ("chain" in each.looks)
            row = min(min(self.lead[b] + fits[b] + back[b] for b in range(w)), group[k] + back[w]) + each.row
            row = min(row, after + AFTER + each.end + EVEN * (k in self.even) + min(each.row, 0.0))
            earlier = [0.0] * (w + 2)
            near = _NOWHERE  # the best way on to a later column
            for a in range(w - 1, -1, -1):
                earlier[a] = min(row + self.rest[a], near + each.cell - self.before[a + 1], stay[a] + back[a])
                near = min(near, self.before[a] + fits[a] + back[a])
            earlier[w] = min(row, stay[w] + back[w])
            earlier[w + 1] = after
            back = earlier
        return margins[::-1]
