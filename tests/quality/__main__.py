"""`python -m tests.quality --report`: the table of scores; `--raise-floors`, `--lower-floors` write them down."""

from __future__ import annotations

import argparse
import json
import math
import sys
import traceback

from .bulletins import load
from .measure import FLOORS, WRITERS, fingerprint, floors, measure
from .score import FIELDS, Score
from .styles import restyled
from .truth import truth


def scores(group: str | None, names: list[str], kinds: list[str]) -> dict[str, dict[str, Score]]:
    """Name → format → score; a parser that fails scores nothing and says why."""
    found: dict[str, dict[str, Score]] = {}
    for bulletin in load(group):
        if names and not any(name in bulletin.name for name in names):
            continue
        for kind in kinds:
            try:
                score = measure(bulletin, kind)
            except Exception as error:
                score = Score(total=sum(len(plan["tasks"]) for plan in truth(bulletin)["plans"]))
                at = traceback.extract_tb(error.__traceback__)[-1]
                score.misses.append(f"{type(error).__name__}: {error} ({at.filename}:{at.lineno})")
            found.setdefault(bulletin.name, {})[kind] = score
    return found


def style_report(group: str | None, names: list[str], kinds: list[str], verbose: bool) -> None:
    """Share of perfect tasks by format and style; the misses of a style that the bulletin's own style does not have."""
    totals: dict[str, Score] = {}
    for bulletin in load(group):
        if names and not any(name in bulletin.name for name in names):
            continue
        for kind in kinds:
            own = set(measure(bulletin, kind).misses)
            for style, other in restyled(bulletin, kind):
                score = measure(other, kind)
                totals.setdefault(f"{kind} {style}", Score()).merge(score)
                if verbose:
                    new = [miss for miss in score.misses if miss not in own]
                    print(*(f"{bulletin.name} {kind} {style}: {miss}" for miss in new), sep="\n", end="\n" * bool(new))
    for name, score in totals.items():
        print(f"{name:26} {score.perfect:4} of {score.total:4} = {score.share:.3f}")


def report(found: dict[str, dict[str, Score]], kinds: list[str], verbose: bool) -> None:
    totals = {kind: Score() for kind in kinds}
    for name, by_kind in found.items():
        print(f"{name:32}" + "  ".join(f"{kind} {s.perfect:3}/{s.total:3}" for kind, s in by_kind.items()))
        for kind, score in by_kind.items():
            totals[kind].merge(score)
            if verbose:
                print(*(f"    {kind}: {miss}" for miss in score.misses), sep="\n")
    whole = Score()
    for score in totals.values():
        whole.merge(score)
    print(f"\n{'field':15}{'precision':>10}{'recall':>10}{'F1':>10}")
    for name in FIELDS:
        tally = whole.tallies[name]
        print(f"{name:15}{tally.precision:10.3f}{tally.recall:10.3f}{tally.f1:10.3f}")
    for kind, score in totals.items():
        print(f"perfect tasks, {kind:5} {score.perfect} of {score.total} = {score.share:.3f}")
    print(f"perfect tasks, all   {whole.perfect} of {whole.total} = {whole.share:.3f}")


def rounded_down(share: float) -> float:
    return math.floor(share * 1000) / 1000


def write_floors(found: dict[str, dict[str, Score]], *, lower: bool) -> None:
    """New floors from the scores just taken: higher ones, and with `lower` lower ones too."""
    before = floors() if FLOORS.exists() else {}
    old = before.get("perfect", {})
    new: dict[str, dict[str, float]] = {}
    for name, by_kind in found.items():
        for kind, score in by_kind.items():
            here = rounded_down(score.share)
            new.setdefault(name, {})[kind] = here if lower else max(here, old.get(name, {}).get(kind, 0.0))
    FLOORS.write_text(
        json.dumps({"fingerprint": fingerprint(), "perfect": new}, indent=2, ensure_ascii=False) + "\n",
        encoding="utf-8",
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("--report", action="store_true", help="print the table of scores")
    parser.add_argument("--styles", action="store_true", help="score every bulletin in styles other than its own")
    parser.add_argument("--set", choices=("dev", "held", "late", "last", "sample"), help="one group of bulletins")
    parser.add_argument("--kind", choices=tuple(WRITERS), action="append", help="one format (may be repeated)")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was missed")
    parser.add_argument("--raise-floors", action="store_true", help="write floors that are higher than before")
    parser.add_argument("--lower-floors", action="store_true", help="write floors as they are now, lower ones too")
    parser.add_argument("names", nargs="*", help="bulletins whose name contains one of these")
    args = parser.parse_args()
    kinds = args.kind or list(WRITERS)
    if args.styles:
        style_report(args.set, args.names, kinds, args.verbose)
        return 0
    found = scores(args.set, args.names, kinds)
    if not found:
        print("no such bulletin", file=sys.stderr)
        return 2
    report(found, kinds, args.verbose)
    if args.raise_floors or args.lower_floors:
        if args.set or args.names or args.kind:
            print("floors are written for the whole set only", file=sys.stderr)
            return 2
        write_floors(found, lower=args.lower_floors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
