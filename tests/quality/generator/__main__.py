"""`python -m tests.quality.generator --cases N --seed S --writer text|docx`: shares of perfect tasks by each choice."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from . import floors
from .case import Case, seeded
from .read import verdict
from .report import Tables
from .shrink import fails_as, smallest
from .truth import plain
from .writers import WRITERS


def save(case: Case, folder: Path, name: str) -> None:
    """The input and its truth, as a folder of cases has them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.{case.writer.ending}").write_bytes(case.data())
    (folder / f"{name}.json").write_text(
        json.dumps(plain(case.truth()), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def show(seed: int, kind: str) -> None:
    """Prints a case: as text where it is, its truth and what was missed."""
    case = seeded(seed, kind)
    data = case.data()
    print(case.writer)
    text = (
        data.decode(getattr(case.writer, "encoding", "utf-8")) if case.writer.ending == "txt" else f"{len(data)} bytes"
    )
    print(text, json.dumps(plain(case.truth()), ensure_ascii=False, indent=1), sep="\n")
    found = verdict(data, case.truth())
    print(*found.faults, *found.beside, *(miss for _, _, misses in found.tasks for miss in misses), sep="\n")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.generator", description=__doc__)
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0, help="the first case's number; the others follow")
    parser.add_argument("--writer", choices=sorted(WRITERS), default="text")
    parser.add_argument("--pairs", type=int, default=25, help="how many interactions to print")
    parser.add_argument(
        "--shrink", type=int, default=0, metavar="K", help="make K failures small, one a kind, the most frequent first"
    )
    parser.add_argument("--save", type=Path, metavar="DIR", help="keep the failures made small as cases")
    parser.add_argument("--show", type=int, metavar="SEED", help="print one case and what came of it")
    parser.add_argument("--list", metavar="FIELD", help="print the misses that hold these words, with their seeds")
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--lower-floors", action="store_true")
    options = parser.parse_args()
    if options.raise_floors or options.lower_floors:
        print(floors.write(lower=options.lower_floors))
        return 0
    if options.show is not None:
        show(options.show, options.writer)
        return 0
    return run(options)


def run(options: argparse.Namespace) -> int:
    tables = Tables()
    faults: list[str] = []
    kinds: dict[str, list[int]] = {}
    began = time.perf_counter()
    for seed in range(options.seed, options.seed + options.cases):
        case = seeded(seed, options.writer)
        found = verdict(case.data(), case.truth())
        tables.add(found, seed)
        faults += [f"{seed}: {fault}" for fault in found.faults]
        for kind in fails_as(found):
            kinds.setdefault(kind, []).append(seed)
        if options.list:
            print(
                *(f"{seed} {m}" for _, _, ms in found.tasks for m in [*ms] if options.list in m),
                *(f"{seed} {m}" for m in found.beside if options.list in m),
                sep="\n",
            )
    spent = time.perf_counter() - began
    print(*tables.lines(options.pairs), sep="\n")
    print(
        f"\n{options.cases} cases of {options.writer} from {options.seed}, {options.cases / spent:.0f} a second; {len(faults)} faults"
    )
    print(*faults[:40], sep="\n")
    for kind, seeds in sorted(kinds.items(), key=lambda item: -len(item[1]))[: options.shrink]:
        case = smallest(seeded(seeds[0], options.writer), kind)
        print(f"\n--- {kind}: {len(seeds)} cases, first {seeds[0]}")
        if options.writer == "text":
            print(case.data().decode(case.writer.encoding))  # type: ignore[attr-defined]
        print(*(miss for _, _, misses in verdict(case.data(), case.truth()).tasks for miss in misses), sep="\n")
        if options.save:
            save(case, options.save, f"{options.writer}-{seeds[0]}-{kind.split(',')[0].replace(' ', '-')}")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
