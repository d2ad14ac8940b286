"""Console blocks of the pages: the commands they show, run in a folder with the samples, and what they print compared."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from .markdown import ROOT, blocks

ELLIPSIS = "…"


def sessions(text: str) -> Iterator[tuple[str, str]]:
    """(command, what it prints) of each `$ …` in the console blocks of a page."""
    for block in blocks(text):
        if block.language == "console":
            for part in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
                command, _, output = part.partition("\n")
                yield command, output


def spoken(page: str) -> dict[str, str]:
    """The environment of who reads a page: a Chinese page shows what plancli says in Chinese."""
    return {"LANG": "zh_CN.UTF-8"} if ".zh." in page else {}


def matches(shown: str, printed: str) -> bool:
    """Equal line by line; a line of nothing but … stands for any lines, … in a line for any text."""
    pattern = ""
    for line in shown.rstrip("\n").split("\n"):
        if line.strip() == ELLIPSIS:
            pattern += r"(?:.*\n)*?"
        else:
            pattern += ".*".join(re.escape(piece) for piece in line.rstrip().split(ELLIPSIS)) + r"[ ]*\n"
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n") is not None


def prepare(folder: Path) -> Path:
    """A folder in which a reader would stand: it holds the samples, and what the commands write."""
    shutil.copytree(ROOT / "samples", folder / "samples")
    return folder


def run(command: str, folder: Path, more: Mapping[str, str] | None = None) -> str:
    """What a command of plancli prints, in the folder; wild cards are put in as a shell would, nothing else of a shell is."""
    words = shlex.split(command)
    assert words[0] == "plancli", command
    given = [word for each in words for word in _expanded(each, folder)]
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PLANCLI_", "LC_", "LANG", "COLUMNS"))
    }
    environment |= {"XDG_CONFIG_HOME": str(folder), "HOME": str(folder), "LC_CTYPE": "C.UTF-8", **(more or {})}
    done = subprocess.run(
        [sys.executable, "-m", *given],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
    )
    return done.stdout.decode()


def _expanded(word: str, folder: Path) -> list[str]:
    found = sorted(folder.glob(word)) if "*" in word else []
    return [path.relative_to(folder).as_posix() for path in found] or [word]
