"""Compare what plancli gives for the samples with expected.json and expected.csv: python samples/refresh.py [--write]

Without --write nothing is changed and a difference ends with 1. After --write, read the changes line by line
(`git diff samples`) against the descriptions in tests/quality/bulletins/sample_*.py before you commit them.
"""

from __future__ import annotations

import contextlib
import difflib
import os
import sys
import tempfile
from pathlib import Path

from plancli.cli import run

HERE = Path(__file__).resolve().parent
FORMATS = ("json", "csv")
SOURCE = "source.docx"  # the source whose result is written down; a test keeps the others equal to it


def given(folder: Path, form: str) -> str:
    """What `plancli parse` writes for the sample, run in its folder so that no path of this machine gets in."""
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / f"result.{form}"
        with contextlib.chdir(folder), contextlib.suppress(SystemExit):
            run(["parse", SOURCE, "--quiet", "-o", str(path)])
        return path.read_bytes().decode("utf-8")


def main() -> int:
    os.environ["PLANCLI_IN_PROCESS"] = "1"
    write, differs = "--write" in sys.argv[1:], False
    for folder in sorted(path.parent for path in HERE.glob(f"*/{SOURCE}")):
        for form in FORMATS:
            expected, text = folder / f"expected.{form}", given(folder, form)
            old = expected.read_bytes().decode("utf-8") if expected.exists() else ""
            if old == text:
                continue
            differs = True
            if write:
                expected.write_bytes(text.encode("utf-8"))
                print(f"written: {expected.relative_to(HERE.parent)}")
            else:
                name = str(expected.relative_to(HERE.parent))
                sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), text.splitlines(True), name, "given"))
    return int(differs and not write)


if __name__ == "__main__":
    sys.exit(main())
