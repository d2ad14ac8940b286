"""Folders of cases with a scorer of their own, held at the shares reached.

    python -m tests.quality.cases SCORER FOLDER                  # FOLDER/NAME for each NAME of case_floors.json; 1 if one is below its floor
    python -m tests.quality.cases SCORER FOLDER --raise-floors   # floors up to what is reached now
    python -m tests.quality.cases SCORER FOLDER --lower-floors   # floors as they are now, lower ones too

A scorer is told `--plancli COMMAND`, runs COMMAND parse FILE --format json for each case, and says at last how many files are all
right and which share of the tasks is perfect. The cases are parsed by one `plancli batch`, and COMMAND gives what that wrote.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

FLOORS = Path(__file__).with_name("case_floors.json")
_SUM = re.compile(r"(\d+) of (\d+) files all right.*perfect tasks (\d+) of (\d+)")


def stored(results: Path, file: Path) -> int:
    """Prints what `plancli batch` wrote of a file, or says on stderr why it wrote nothing."""
    result = results / f"{file.name}.json"
    if result.is_file():
        sys.stdout.write(result.read_text("utf-8"))
        return 0
    for line in (results / "journal.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        if entry["path"] == file.name and entry["error"]:
            print(f"plancli: {file}: refused ({entry['error']})", file=sys.stderr)
    return 1


def measured(scorer: Path, folder: Path) -> dict[str, float]:
    """The share of files that are all right, and of perfect tasks; what differs is printed."""
    with tempfile.TemporaryDirectory() as results:
        batch = [sys.executable, "-m", "plancli", "batch", str(folder), "--exclude", "*.json", "-o", results, "-q"]
        subprocess.run(batch, check=False)
        command = shlex.join([sys.executable, str(Path(__file__).resolve()), "--stored", results])
        done = subprocess.run(
            [sys.executable, str(scorer), str(folder), "--plancli", command, "-v"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    found = _SUM.search(done.stdout)
    if found is None:
        raise SystemExit(f"{scorer} says nothing of {folder}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    print(*(line for line in done.stdout.splitlines() if line.startswith(("MISS", "       "))), found[0], sep="\n")
    right, files, perfect, tasks = map(int, found.groups())
    return {"files": right / files, "tasks": perfect / tasks if tasks else 1.0}


def floored(share: float) -> float:
    """A share as a floor: no higher than what was reached."""
    return math.floor(share * 1000) / 1000


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--stored"]:
        return stored(Path(arguments[1]), Path(arguments[3]))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("folder", type=Path)
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--raise-floors", action="store_true")
    change.add_argument("--lower-floors", action="store_true")
    told = parser.parse_args(arguments)
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    below = []
    for name, floor in floors.items():
        for what, share in measured(told.scorer, told.folder / name).items():
            reached = floored(share)
            if told.lower_floors or (told.raise_floors and reached > floor[what]):
                floor[what] = reached
            elif reached < floor[what]:
                below.append(f"{name}: {what} {share:.3f} < {floor[what]:.3f}")
    if told.raise_floors or told.lower_floors:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
    print("\n".join(below) or f"no folder of {', '.join(floors)} is below its floor")
    return int(bool(below))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
