"""Shares of perfect tasks by each choice, and pairs of choices that do worse than either alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from .read import Verdict

ENOUGH_TASKS, ENOUGH_CASES = 40, 6
FAR = 0.15  # a pair is far below both where its share is that much lower, and lower by a quarter
MOST = 3  # pairs told of one choice
Choice = tuple[str, str]


@dataclass
class Count:
    right: int = 0
    total: int = 0
    cases: int = 0
    last: int = -1

    def add(self, perfect: bool, case: int) -> None:
        self.right += perfect
        self.total += 1
        self.cases += case != self.last
        self.last = case

    @property
    def share(self) -> float:
        return self.right / self.total if self.total else 1.0


@dataclass
class Tables:
    """The counts of a run."""

    whole: Count = field(default_factory=Count)
    single: dict[Choice, Count] = field(default_factory=dict)
    pair: dict[tuple[Choice, Choice], Count] = field(default_factory=dict)
    missed: dict[str, int] = field(default_factory=dict)
    beside: dict[str, int] = field(default_factory=dict)
    whole_files: int = 0

    def add(self, verdict: Verdict, case: int, pairs: bool = True) -> None:
        for tags, perfect, misses in verdict.tasks:
            self.whole.add(perfect, case)
            choices = sorted(tags.items())
            for choice in choices:
                self.single.setdefault(choice, Count()).add(perfect, case)
            if pairs:
                for two in combinations(choices, 2):
                    self.pair.setdefault(two, Count()).add(perfect, case)
            for name in {field_of(miss) for miss in misses}:
                self.missed[name] = self.missed.get(name, 0) + 1
        for name in {kind_of(miss) for miss in verdict.beside}:
            self.beside[name] = self.beside.get(name, 0) + 1
        self.whole_files += not verdict.beside and all(perfect for _, perfect, _ in verdict.tasks)

    def interactions(self) -> list[tuple[float, tuple[Choice, Choice], Count]]:
        """Pairs far below both of their choices, the worst loss of tasks first; no choice in many of them, since one
        that mostly fails drags all its pairs down."""
        found, kept = [], []
        for (a, b), count in self.pair.items():
            if count.total < ENOUGH_TASKS or count.cases < ENOUGH_CASES:
                continue
            one, other = self.single[a], self.single[b]
            if count.total > 0.9 * min(one.total, other.total):
                continue
            least = min(one.share, other.share)
            if count.share < least - FAR and count.share < 0.75 * least:
                found.append(((least - count.share) * count.total, (a, b), count))
        told: dict[Choice, int] = {}
        for loss, (a, b), count in sorted(found, key=lambda each: -each[0]):
            if max(told.get(a, 0), told.get(b, 0)) < MOST:
                told[a], told[b] = told.get(a, 0) + 1, told.get(b, 0) + 1
                kept.append((loss, (a, b), count))
        return kept

    def lines(self, interactions: int = 25) -> Iterator[str]:
        """The report, as Markdown."""
        yield f"{self.whole.right} of {self.whole.total} tasks perfect ({self.whole.share:.3f}); {self.whole_files} of {self.whole.cases} files all right"
        yield ""
        yield "missed in tasks: " + ", ".join(
            f"{name} {n}" for name, n in sorted(self.missed.items(), key=lambda i: -i[1])
        )
        yield "missed beside tasks, files: " + ", ".join(
            f"{name} {n}" for name, n in sorted(self.beside.items(), key=lambda i: -i[1])
        )
        yield ""
        yield "| choice | value | tasks | perfect |"
        yield "| --- | --- | --- | --- |"
        for (name, value), count in sorted(self.single.items(), key=lambda item: (item[0][0], item[1].share)):
            yield f"| {name} | {value} | {count.total} | {count.share:.3f} |"
        yield ""
        yield "| pair | tasks | perfect | each alone |"
        yield "| --- | --- | --- | --- |"
        for _, (a, b), count in self.interactions()[:interactions]:
            alone = f"{self.single[a].share:.2f}, {self.single[b].share:.2f}"
            yield f"| {a[0]}: {a[1]} × {b[0]}: {b[1]} | {count.total} | {count.share:.3f} | {alone} |"


def field_of(miss: str) -> str:
    """`#3: departments: missing …` → departments."""
    return miss.split(": ")[1]


def kind_of(miss: str) -> str:
    """`title: prose: missing closing=…` → prose closing."""
    parts = miss.split(": ")
    name = next(
        (p for p in parts if p in ("notice", "plans", "metadata", "sections", "tasks", "prose", "remarks")), parts[0]
    )
    word = parts[-1].split("=")[0].split(" ")[-1] if "=" in parts[-1] else ""
    return f"{name} {word}".strip() if name in ("notice", "metadata", "prose") else name


def signature(misses: list[str]) -> str:
    """The fields that were missed, in one word: failures of one kind have the same."""
    return ", ".join(sorted({field_of(miss) for miss in misses}))
