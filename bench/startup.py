"""How long plancli takes to start, as ratios: `--help` beside that of an empty Typer program, `parse` of a small DOCX beside
the bare imports of typer, rich and pydantic, and what the guarded worker adds to it, beside the same imports.

    python bench/startup.py

Each figure is the least processor time of several processes and their children, started in alternation, with their modules compiled as
by an installation. The bound of `--help` is 1.5, that of `parse` 2.6, that of the worker 0.6.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

TURNS = 15
SMALL = Path(__file__).resolve().parent.parent / "samples" / "outline-plain" / "source.docx"
EMPTY = "import typer\napp = typer.Typer()\n@app.command()\ndef main() -> None: ...\napp()\n"
RUN = "from plancli.__main__ import run; run()"  # as the console script does
PROGRAMS = {
    "empty": [sys.executable, "-c", EMPTY, "--help"],
    "help": [sys.executable, "-c", RUN, "--help"],
    "imports": [sys.executable, "-c", "import typer, rich, pydantic"],
    "parse": [sys.executable, "-c", RUN, "parse", str(SMALL), "--format", "json", "-q"],
    "in-process": [sys.executable, "-c", RUN, "parse", str(SMALL), "--format", "json", "-q", "--in-process"],
}


class Cost(NamedTuple):
    """CPU seconds of a program and its children, and its peak memory in MB."""

    seconds: float
    memory: float


def cost(command: list[str], compiled: str) -> Cost:
    """What a program takes whose modules are compiled into the folder `compiled` when they are first loaded, whatever this process does."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = compiled
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{command}: exit code {os.waitstatus_to_exitcode(status)}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main() -> None:
    best = dict.fromkeys(PROGRAMS, float("inf"))
    with tempfile.TemporaryDirectory() as compiled:
        for turn in range(TURNS + 1):  # the first compiles
            for name, command in PROGRAMS.items():
                taken = cost(command, compiled).seconds
                if turn:
                    best[name] = min(best[name], taken)
    for ours, theirs, said in (
        ("help", "empty", "plancli --help, beside an empty Typer program"),
        ("parse", "imports", "plancli parse of a small DOCX, beside the bare imports"),
    ):
        print(
            f"{said}: {best[ours] * 1000:.0f} ms / {best[theirs] * 1000:.0f} ms = {best[ours] / best[theirs]:.2f} times"
        )
    more = best["parse"] - best["in-process"]
    print(
        f"the guarded worker of parse, beside the bare imports: {more * 1000:.0f} ms / {best['imports'] * 1000:.0f} ms"
        f" = {more / best['imports']:.2f} times"
    )


if __name__ == "__main__":
    main()
