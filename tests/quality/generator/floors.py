"""The floors of the gate: the share of perfect tasks in a fixed run of each writer. Only a flag of the command lowers them."""

from __future__ import annotations

import json
import math
from pathlib import Path

from .runs import Run

PATH = Path(__file__).with_name("floors.json")
CASES = {"text": 200, "docx": 100, "pdf": 100}
SEED = 1_000_000


def run(kind: str) -> Run:
    """The gate's cases of a writer."""
    return Run(kind).add(range(SEED, SEED + CASES[kind]), pairs=False)


def floors() -> dict[str, float]:
    return dict(json.loads(PATH.read_text(encoding="utf-8")))


def write(*, lower: bool) -> dict[str, float]:
    """Floors as reached now; never lower than they are, but by `lower`."""
    old = floors() if PATH.exists() else {}
    new = {}
    for kind in CASES:
        reached = math.floor(run(kind).tables.whole.share * 1000) / 1000
        new[kind] = reached if lower else max(reached, old.get(kind, 0.0))
    PATH.write_text(json.dumps(new, indent=2) + "\n", encoding="utf-8")
    return new
