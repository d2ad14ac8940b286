"""Make the sources of the samples from their descriptions: python samples/make.py

Each folder gets source.txt, source.docx and source.pdf; the same description gives the same bytes. What comes of them
(expected.json, expected.csv) is written by refresh.py.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests.quality.bulletins import load  # noqa: E402
from tests.quality.measure import WRITERS  # noqa: E402


def main() -> int:
    for bulletin in load("sample"):
        folder = HERE / bulletin.name
        folder.mkdir(exist_ok=True)
        for kind, write in WRITERS.items():
            data = write(bulletin)
            path = folder / f"source.{kind}"
            if not path.exists() or path.read_bytes() != data:
                path.write_bytes(data)
                print(f"written: {path.relative_to(HERE.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
