"""How long `plancli --help` takes beside `--help` of an empty Typer program, as a ratio.

    python bench/startup.py

Each figure is the shortest of several processes, started in alternation. The bound is 1.5.
"""

from __future__ import annotations

import subprocess
import sys
import time

TURNS = 15
EMPTY = "import typer\napp = typer.Typer()\n@app.command()\ndef main() -> None: ...\napp()\n"
PROGRAMS = {
    "empty": [sys.executable, "-c", EMPTY, "--help"],
    "plancli": [sys.executable, "-c", "from plancli.cli import run; run()", "--help"],
}


def main() -> None:
    best = dict.fromkeys(PROGRAMS, float("inf"))
    for _ in range(TURNS):
        for name, command in PROGRAMS.items():
            began = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            best[name] = min(best[name], time.perf_counter() - began)
    ratio = best["plancli"] / best["empty"]
    print(
        f"plancli --help {best['plancli'] * 1000:.0f} ms, empty Typer program {best['empty'] * 1000:.0f} ms: {ratio:.2f} times"
    )


if __name__ == "__main__":
    main()
