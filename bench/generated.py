"""The long run of the generated bulletins: `python bench/generated.py --cases 10000 --seed 0 --writers text,docx`.

Prints the shares of perfect tasks by each choice and the pairs of choices that do worse together, for each writer; exits
with 1 where a case crashed, lost text or gave a span that is not its raw. Ten thousand text cases take some three
minutes of one core, as many DOCX cases some nine.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.quality.generator.runs import Run  # noqa: E402

STEP = 500


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=10_000, help="of each writer")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--writers", default="text,docx")
    parser.add_argument("--pairs", type=int, default=40)
    options = parser.parse_args()
    faults = 0
    for kind in options.writers.split(","):
        run = Run(kind)
        last = options.seed + options.cases
        for start in range(options.seed, last, STEP):
            run.add(range(start, min(start + STEP, last)))
            print(run.summary(), file=sys.stderr, flush=True)
        print(f"## {kind}", "", *run.tables.lines(options.pairs), "", run.summary(), *run.faults, "", sep="\n")
        faults += len(run.faults)
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
