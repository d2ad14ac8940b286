"""How long plancli takes to start, as ratios: `--help` beside that of an empty Typer program, `parse` of a small DOCX beside
the bare imports of typer, rich and pydantic.

    python bench/startup.py

Each figure is the shortest of several processes, started in alternation. The bound of `--help` is 1.5, that of `parse` 2.6.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

TURNS = 15
SMALL = Path(__file__).resolve().parent.parent / "samples" / "outline-plain" / "source.docx"
EMPTY = "import typer\napp = typer.Typer()\n@app.command()\ndef main() -> None: ...\napp()\n"
RUN = "from plancli.cli import run; run()"
PROGRAMS = {
    "empty": [sys.executable, "-c", EMPTY, "--help"],
    "help": [sys.executable, "-c", RUN, "--help"],
    "imports": [sys.executable, "-c", "import typer, rich, pydantic"],
    "parse": [sys.executable, "-c", RUN, "parse", str(SMALL), "--format", "json", "-q"],
}


def main() -> None:
    best = dict.fromkeys(PROGRAMS, float("inf"))
    for _ in range(TURNS):
        for name, command in PROGRAMS.items():
            began = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            best[name] = min(best[name], time.perf_counter() - began)
    for ours, theirs, said in (
        ("help", "empty", "plancli --help, beside an empty Typer program"),
        ("parse", "imports", "plancli parse of a small DOCX, beside the bare imports"),
    ):
        print(
            f"{said}: {best[ours] * 1000:.0f} ms / {best[theirs] * 1000:.0f} ms = {best[ours] / best[theirs]:.2f} times"
        )


if __name__ == "__main__":
    main()
