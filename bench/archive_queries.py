"""A large archive of results asked by `plancli tasks`: python bench/archive_queries.py [--files 10000] [--work DIR]

The samples are parsed once; their results stand in an archive as often as it takes, each under a name of its own, and all but one
in twenty with bodies of another place: as the folder of a batch with one JSON file a document, and as a database. Then `tasks --due … --department …` is asked of both, and the
figures are ratios of CPU time (the best of some turns, in turn), with the peak memory at a quarter of the size and at all of it:

database  against `plancli --help` and the bare query (what the table of tasks needs, by SQL alone): to hold 1.5
JSON      against `json.load` of all results in a bare interpreter: to hold 1.5
batch     (--documents N) `batch --format sqlite` against `batch` to JSON, over N files made from the samples: to hold 1.15
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path

import startup
from batch_scale import make
from startup import Cost

from plancli.batch.results import summary_text
from plancli.errors import PlancliError
from plancli.export import database
from plancli.export.json import document
from plancli.model.bulletin import Bulletin, Task
from plancli.pipeline import parse_bytes

ROOT = Path(__file__).parents[1]
DUE, DEPARTMENT = "2024Q2", "建设科"
_PLACES = 20
COMPILED = tempfile.TemporaryDirectory()  # modules, as an installation compiles them
LOAD = """
import json, sys
from pathlib import Path
for file in Path(sys.argv[1]).rglob("*.txt.json"):
    json.loads(file.read_bytes())
"""
QUERY = """
import sqlite3, sys
base = sqlite3.connect(sys.argv[1])
print(len(base.execute('''SELECT t.*, p.title, p.year, d.name, d.role, n.raw, n.kind, n.start, n."end" FROM departments d
 JOIN time_nodes n ON n.task = d.task AND (n.kind IN ('deadline', 'period') AND n."end" BETWEEN ?2 AND ?3
 OR n.kind = 'recurring' AND n.start <= ?3 AND n."end" >= ?2)
 JOIN tasks t ON t.id = d.task JOIN plans p ON p.id = t.plan WHERE d.key = ?1''', sys.argv[2:]).fetchall()))
"""


def cost(*arguments: str) -> Cost:
    return startup.cost([sys.executable, *arguments], COMPILED.name)


def best(turns: int, *programs: Sequence[str]) -> list[Cost]:
    """The least that each takes, all of them in each turn."""
    taken = [[cost(*program) for program in programs] for _ in range(turns)]
    return [Cost(min(one.seconds for one in row), max(one.memory for one in row)) for row in zip(*taken, strict=True)]


def copied(bulletin: Bulletin, index: int) -> Bulletin:
    """The bulletin under a name of its own, its bodies those of one of some places."""
    source = bulletin.source.model_copy(update={"path": f"{index % 97}/{index:05}.txt"})
    place = index // 7 % _PLACES

    def moved(task: Task) -> Task:
        bodies = tuple(
            body.model_copy(update={"name": f"第{place}区{body.name}", "key": f"第{place}区{body.key}"})
            for body in task.departments
        )
        return task.model_copy(update={"departments": bodies})

    plans = bulletin.plans
    if place:
        plans = tuple(plan.model_copy(update={"tasks": tuple(map(moved, plan.tasks))}) for plan in plans)
    return bulletin.model_copy(update={"source": source, "plans": plans})


def archive(folder: Path, number: int) -> None:
    """A folder as `batch` leaves it, and `plans.sqlite` beside it."""
    shutil.rmtree(folder, ignore_errors=True)
    parsed = []
    for source in sorted((ROOT / "samples").glob("*/source.*")):
        try:
            parsed.append(parse_bytes(source.read_bytes(), name=source.name))
        except PlancliError:
            continue
    bulletins = [copied(parsed[at % len(parsed)], at) for at in range(number)]
    for one in bulletins:
        file = folder / "out" / f"{one.source.path}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(document(one), "utf-8")
    (folder / "out" / "journal.jsonl").write_text("")
    (folder / "out" / "summary.json").write_bytes(summary_text({"files": number, "format": "json"}))
    database.write(folder / "plans.sqlite", bulletins)


def tasks(source: Path) -> list[str]:
    return ["-m", "plancli", "tasks", str(source), "--due", DUE, "--department", DEPARTMENT, "--format", "csv"]


def queries(work: Path, number: int, turns: int) -> list[str]:
    """What falls short."""
    folder, quarter = work / "all", work / "quarter"
    for target, count in (
        (folder, number),
        (quarter, number // 4),
    ):  # apart: the memory of this process counts for its children
        maker = get_context("spawn").Process(target=archive, args=(target, count))
        maker.start()
        maker.join()
    bare = ["-c", QUERY, str(folder / "plans.sqlite"), DEPARTMENT, "2024-04-01", "2024-06-30"]
    empty, helped, query, base, load, single = best(
        turns,
        ["-c", "pass"],
        ["-m", "plancli", "--help"],
        bare,
        tasks(folder / "plans.sqlite"),
        ["-c", LOAD, str(folder / "out")],
        tasks(folder / "out"),
    )
    few_base, few_single = best(1, tasks(quarter / "plans.sqlite"), tasks(quarter / "out"))
    rows = subprocess.run([sys.executable, *bare], capture_output=True, text=True, check=True).stdout.strip()
    said = subprocess.run([sys.executable, *tasks(folder / "plans.sqlite")], capture_output=True, check=True).stdout
    print(f"{number} results, {rows} rows by SQL, {len(said.splitlines()) - 1} lines of CSV")
    own = query.seconds - empty.seconds  # the query alone, without the interpreter
    print(f"plancli --help {helped.seconds:.2f} s, bare query {own:.2f} s, json.load of all {load.seconds:.2f} s (CPU)")
    ratios = {"database": base.seconds / (helped.seconds + own), "JSON": single.seconds / load.seconds}
    for name, ratio in ratios.items():
        print(f"{name}: {ratio:.2f} times (to hold: 1.5)")
    print(f"peak memory at a quarter and at all: database {few_base.memory:.0f} and {base.memory:.0f} MB, "
          f"JSON {few_single.memory:.0f} and {single.memory:.0f} MB")  # fmt: skip
    return [f"{name}: {ratio:.2f} > 1.5" for name, ratio in ratios.items() if ratio > 1.5]


def batches(work: Path, number: int, turns: int) -> list[str]:
    """What falls short of `batch --format sqlite`."""
    source = work / "documents"
    shutil.rmtree(source, ignore_errors=True)
    make(source, number, ROOT / "samples")
    taken: dict[str, list[float]] = {"json": [], "sqlite": []}
    for turn in range(turns):
        for form, held in taken.items():
            out = work / f"batch-{form}-{turn}"
            shutil.rmtree(out, ignore_errors=True)
            command = ["-m", "plancli", "batch", str(source), "-o", str(out), "--format", form, "--quiet"]
            held.append(cost(*command).seconds)
    ratio = min(taken["sqlite"]) / min(taken["json"])
    print(
        f"batch of {number} files: {min(taken['json']):.1f} s to JSON, {ratio:.2f} times to a database (to hold: 1.15)"
    )
    return [f"batch: {ratio:.2f} > 1.15"] if ratio > 1.15 else []


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--documents", type=int, default=0, help="files for the two batches; 0 leaves them out")
    parser.add_argument("--work", type=Path, default=Path("archive-queries"))
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    short = queries(options.work, options.files, options.turns) if options.files else []
    if options.documents:
        short += batches(options.work, options.documents, options.turns)
    print("\n".join(short) or "all hold")
    return int(bool(short))


if __name__ == "__main__":
    sys.exit(main())
