"""`python -m tests.quality.generator --cases N --seed S --writer text|docx`: shares of perfect tasks by each choice."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from . import floors
from .case import Case, seeded
from .printed import Grid
from .read import verdict
from .render import printed
from .runs import Run
from .shrink import smallest
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
    """Prints a case: its page, its truth and what was missed."""
    case = seeded(seed, kind)
    found = verdict(case.data(), case.truth())
    print(*page(case), json.dumps(plain(case.truth()), ensure_ascii=False, indent=1), sep="\n")
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
    seeds = range(options.seed, options.seed + options.cases)
    found = Run(options.writer).add(seeds, keep=bool(options.list))
    print(*(miss for miss in found.misses if options.list in miss), sep="\n")
    print(*found.tables.lines(options.pairs), sep="\n")
    print("", f"from {options.seed}: {found.summary()}", *found.faults[:40], sep="\n")
    for kind, failed in sorted(found.failures.items(), key=lambda item: -len(item[1]))[: options.shrink]:
        case = smallest(seeded(failed[0], options.writer), kind)
        print(f"\n--- {kind}: {len(failed)} cases, first {failed[0]}")
        print(*page(case), sep="\n")
        print(*(miss for _, _, misses in verdict(case.data(), case.truth()).tasks for miss in misses), sep="\n")
        if options.save:
            save(case, options.save, f"{options.writer}-{failed[0]}-{kind.split(',')[0].replace(' ', '-')}")
    return int(bool(found.faults))


def page(case: Case) -> list[str]:
    """A case as a person reads it: the writer's switches, and the lines on the page."""
    lines = [str(case.writer)]
    for block in printed(case.bulletin).blocks:
        if isinstance(block, Grid):
            rows = ["" for _ in range(block.rows)]
            for slot in block.slots:
                rows[slot.row] += f"{slot.text} | ".replace("\n", "⏎")
            lines += rows
        else:
            lines.append(block.label + block.gap + block.text)
    return lines


if __name__ == "__main__":
    sys.exit(main())
