"""How much room an installation takes: plancli and each package that `pip install plancli` brings, from what their records list.

    python bench/installed_size.py [EXTRA …]

Run it with the interpreter of an environment that has them; `ocr` or another extra adds its packages. Packages that a marker
leaves out on this machine, or that are not installed, are not counted.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

MB = 1_000_000


def needed(name: str, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The packages that one names itself, on this machine and for these extras, with the extras asked of them."""
    for text in metadata.requires(name) or []:
        wanted = Requirement(text)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in (*extras, "")):
            yield re.sub(r"[-_.]+", "-", wanted.name).lower(), frozenset(wanted.extras)


def size(name: str) -> int:
    """The bytes of a package's files that are there."""
    paths = [Path(str(file.locate())) for file in metadata.files(name) or []]
    return sum(path.stat().st_size for path in paths if path.is_file())


def main() -> None:
    sizes: dict[str, int] = {}
    waiting = [("plancli", frozenset(sys.argv[1:]))]
    asked: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, extras = one = waiting.pop()
        if one in asked:
            continue
        asked.add(one)
        try:
            sizes[name] = size(name)
            waiting += needed(name, extras)
        except metadata.PackageNotFoundError:
            print(f"{name} is not installed", file=sys.stderr)
    for name, count in sorted(sizes.items(), key=lambda item: -item[1]):
        print(f"{count / MB:8.1f} MB  {name}")
    print(f"{sum(sizes.values()) / MB:8.1f} MB  {len(sizes)} packages")


if __name__ == "__main__":
    main()
