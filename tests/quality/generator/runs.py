"""A run: the cases of a writer by number, each drawn, written, read and compared in this process."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from .case import seeded
from .read import verdict
from .report import Tables
from .shrink import fails_as


@dataclass
class Run:
    """What came of a run: the tables, faults with their seeds, the seeds of each kind of failure, misses beside the
    tasks, and the processor time, in seconds, of all and of the slowest case with its seed."""

    kind: str
    tables: Tables = field(default_factory=Tables)
    faults: list[str] = field(default_factory=list)
    failures: dict[str, list[int]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    cases: int = 0
    spent: float = 0.0
    slowest: tuple[float, int] = (0.0, 0)

    def add(self, seeds: Iterable[int], *, pairs: bool = True, keep: bool = False) -> Run:
        """Runs the cases of the seeds; `pairs` counts pairs of choices too, `keep` keeps every miss; the run itself."""
        for seed in seeds:
            began = time.process_time()
            case = seeded(seed, self.kind)
            found = verdict(case.data(), case.truth())
            took = time.process_time() - began
            self.spent += took
            self.slowest = max(self.slowest, (took, seed))
            self.cases += 1
            self.tables.add(found, seed, pairs)
            self.faults += [f"{self.kind} {seed}: {fault}" for fault in found.faults]
            for kind in fails_as(found):
                self.failures.setdefault(kind, []).append(seed)
            if keep:
                self.misses += [f"{seed} {miss}" for _, _, misses in found.tasks for miss in misses]
                self.misses += [f"{seed} {miss}" for miss in found.beside]
        return self

    def summary(self) -> str:
        pace = self.cases / self.spent if self.spent else 0.0
        slow = f"slowest {self.slowest[0]:.2f} s ({self.slowest[1]})"
        return f"{self.cases} cases of {self.kind}, {pace:.0f} a second of one core, {slow}; {len(self.faults)} faults"
