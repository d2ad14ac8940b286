"""A large archive through `plancli batch`: python bench/batch_scale.py [--files 10000] [--work DIR]

Makes files from the samples (mixed formats, years and names; 1 % bad of ten kinds), then runs `batch` with one worker and
with two, and says: is every file accounted for, is the exit code 1, are all folders equal, how does throughput grow, and how
does that of bare processes, how much does supervision cost over parsing the same files in one bare process, and is memory flat
in the parent and the workers. Beside the times stand CPU seconds, of a run and of its parent alone, which a busy machine hardly
changes, and those that were left over or taken by others: where these are many, the times say little.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
BARE = """
import sys, time
from pathlib import Path
from plancli.errors import PlancliError
from plancli.export import json
from plancli.extract import docx, pdf, text
from plancli.pipeline import parse_bytes
files = sorted(path for path in Path(sys.argv[1]).rglob("*") if path.is_file())[int(sys.argv[2]) :: 2]
for file in files[:20]:
    try: parse_bytes(file.read_bytes(), name="x")
    except PlancliError: pass
began = time.perf_counter()
for file in files:
    try: json.encoded(parse_bytes(file.read_bytes(), name=str(file)))
    except PlancliError: pass
print(time.perf_counter() - began)
"""


def bad(kind: int, pdf: bytes, docx: bytes) -> tuple[str, bytes, str]:
    """An ending, bytes and the error code of one of ten kinds of bad files."""
    kinds: list[Callable[[], tuple[str, bytes, str]]] = [
        lambda: ("txt", b"", "empty"),
        lambda: ("pdf", pdf[: len(pdf) // 3], "corrupt"),
        lambda: ("docx", docx[:-300], "corrupt"),
        lambda: ("txt", b" \n\n\t", "empty"),
        lambda: ("txt", bytes(3000), "corrupt"),
        lambda: ("pdf", b"%PDF-1.7\nnothing", "corrupt"),
        lambda: ("docx", bomb(), "zip-bomb"),
        lambda: ("docx", document(b"<!DOCTYPE x><x/>"), "corrupt"),
        lambda: ("docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        lambda: ("pdf", locked(), "encrypted"),
    ]
    return kinds[kind]()


def document(xml: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", xml)
    return out.getvalue()


def bomb() -> bytes:
    return document(b"<w:document>" + b"0" * (8 << 20) + b"</w:document>")


def locked() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("user", ownerPassword="owner"))
    canvas.drawString(70, 700, "locked")
    canvas.save()
    return out.getvalue()


def make(folder: Path, number: int, samples: Path) -> Counter[str]:
    """`number` files in folders by year; what is expected of them, counted by error code."""
    chance = random.Random(7)
    sources = sorted(path for path in samples.glob("*/source.*") if path.suffix in (".txt", ".docx", ".pdf"))
    held = {path: path.read_bytes() for path in sources}
    pdf = next(data for path, data in held.items() if path.suffix == ".pdf")
    docx = next(data for path, data in held.items() if path.suffix == ".docx")
    expected: Counter[str] = Counter()
    for index in range(number):
        year = folder / str(2005 + index % 20)
        year.mkdir(parents=True, exist_ok=True)
        if index % 100 == 50:
            ending, data, code = bad(index // 100 % 10, pdf, docx)
        else:
            source = chance.choice(sources)
            ending, data, code = source.suffix[1:], held[source], "ok"
            if ending == "txt":
                data = data + f"\n（第{index}号）\n".encode()
        (year / f"{index:05} 工作要点.{ending}").write_bytes(data)
        expected[code] += 1
    return expected


@dataclass(frozen=True)
class Run:
    """A run of `batch`: CPU seconds of all its processes and of the parent, and the parent's memory in MB through the run."""

    code: int
    seconds: float
    cpu: float
    parent_cpu: float
    memory: list[float]

    def cpu_told(self, files: int) -> str:
        """How the time of all cores went."""
        others = self.seconds * (os.cpu_count() or 1) - self.cpu
        parent = f"{self.parent_cpu:.1f} by the parent, {self.parent_cpu / files * 1000:.2f} ms a file"
        return f"{self.cpu:.1f} ({parent}); idle or taken by others {others:.1f}"


def batch(source: Path, out: Path, jobs: int) -> Run:
    """A run with so many workers."""
    memory, parent_cpu, tick = [], 0.0, os.sysconf("SC_CLK_TCK")
    began, before = time.perf_counter(), _cpu_of_children()
    command = [sys.executable, "-m", "plancli", "batch", str(source), "-o", str(out), "--jobs", str(jobs), "--quiet"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        try:
            pages = int(Path(f"/proc/{process.pid}/statm").read_bytes().split()[1])
            memory.append(pages * 4096 / 2**20)
            fields = Path(f"/proc/{process.pid}/stat").read_bytes().rpartition(b")")[2].split()
            parent_cpu = (int(fields[11]) + int(fields[12])) / tick  # proc(5): utime, stime
        except (OSError, IndexError):
            pass
        time.sleep(0.25)
    return Run(process.returncode, time.perf_counter() - began, _cpu_of_children() - before, parent_cpu, memory)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def bare_parsing(source: Path, *halves: int) -> float:
    """Seconds for every other file, or for both halves at once, in one process each without supervision, the libraries loaded
    and warm."""
    command = [sys.executable, "-c", BARE, str(source)]
    running = [subprocess.Popen([*command, str(half)], stdout=subprocess.PIPE, text=True) for half in halves]
    return max(float(process.communicate()[0]) for process in running)


def fingerprint(out: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(out.rglob("*")):
        if file.is_file() and file.name != "journal.jsonl":
            digest.update(str(file.relative_to(out)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def tenths(values: list[float]) -> str:
    """The median of each tenth of a run: a flat line says that nothing grows."""
    size = max(len(values) // 10, 1)
    return " ".join(
        f"{statistics.median(values[at : at + size]):.0f}" for at in range(0, size * 10, size) if values[at:]
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--samples", type=Path, default=ROOT / "samples")
    parser.add_argument("--work", type=Path, default=Path("batch-scale"))
    parser.add_argument("--turns", type=int, default=1, help="so often is all measured; the mean counts")
    options = parser.parse_args()
    shutil.rmtree(options.work, ignore_errors=True)
    source = options.work / "in"
    expected = make(source, options.files, options.samples)
    print(f"{options.files} files: {dict(expected)}")
    bare = both = 0.0
    seconds: dict[int, list[float]] = {1: [], 2: []}
    outs: list[Path] = []
    faults = []
    for _ in range(options.turns):
        # The speed of a machine changes within minutes: what is compared lies about the same middle.
        bare += bare_parsing(source, 0)
        for jobs in (1, 2, 1):
            out = options.work / f"out{len(outs)}"  # a new one: names that were just taken away make a folder slow
            outs.append(out)
            run = batch(source, out, jobs)
            seconds[jobs].append(run.seconds)
            lines = [json.loads(line) for line in (out / "journal.jsonl").read_bytes().splitlines()]
            told = Counter(line["error"] or "ok" for line in lines)
            if told != expected or len({line["path"] for line in lines}) != options.files or run.code != 1:
                faults.append(f"{jobs} workers: exit code {run.code}, {dict(told)}")
            rate = options.files / run.seconds
            print(f"{jobs} workers: {run.seconds:.1f} s, {rate:.1f} files/s, exit code {run.code}, {dict(told)}")
            print(f"  CPU seconds: {run.cpu_told(options.files)}")
            print(f"  parent MB by tenths of the run: {tenths(run.memory)}")
            print(f"  worker peak MB by tenths:       {tenths([line['peak_mb'] for line in lines])}", flush=True)
        bare += bare_parsing(source, 1)
        both += bare_parsing(source, 0, 1)
    one, two = statistics.mean(seconds[1]), statistics.mean(seconds[2])
    if len({fingerprint(out) for out in outs}) > 1:
        faults.append("the folders of one and of two workers differ")
    print(f"two workers / one: {one / two:.2f} times the throughput (to hold: 1.8)")
    print(f"two bare processes / one: {bare / both:.2f} times, which is what this machine can do")
    print(f"one worker / bare parsing: {one / (bare / options.turns):.2f} times the time (to hold: 1.10)")
    print("\n".join(faults) or "all accounted for; all folders equal")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
