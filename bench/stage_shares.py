"""How the time of `plancli.parse` is shared among its stages, as ratios to extracting the same file.

    python bench/stage_shares.py [FILE …]

By default the samples, in every format. Each figure is the shortest of several turns, warm in one process.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from plancli.pipeline import parse_bytes

ROOT = Path(__file__).resolve().parents[1]
TURNS = 9


def stages(data: bytes, name: str) -> dict[str, float]:
    """Seconds of each stage in one run."""
    took: dict[str, float] = {}
    parse_bytes(data, name=name, log=lambda stage, seconds, _: took.update({stage: seconds}))
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    files = parser.parse_args().files or sorted((ROOT / "samples").glob("*/source.*"))
    print(f"{'file':44}{'clean':>8}{'segment':>9}{'annotate':>10}{'segment + annotate':>20}   × extract")
    for file in files:
        data = file.read_bytes()
        stages(data, file.name)
        runs = [stages(data, file.name) for _ in range(TURNS)]
        best = {stage: min(run[stage] for run in runs) for stage in runs[0]}
        shares = {stage: seconds / best["extract"] for stage, seconds in best.items()}
        both = shares["segment"] + shares["annotate"]
        print(
            f"{'/'.join(file.parts[-2:]):44}{shares['clean']:8.2f}{shares['segment']:9.2f}{shares['annotate']:10.2f}{both:20.2f}"
        )


if __name__ == "__main__":
    main()
