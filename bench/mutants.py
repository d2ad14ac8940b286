"""Small random faults in the rules, and how many of them the fast tests notice.

    python bench/mutants.py --count 200 --seed 1 [--folders language clean …] [--least 0.85]

A mutant is one change in one module: a comparison that includes its border or does not, a condition turned round, and for
or, a number one off, an alternative dropped from a pattern. The fast tests run on it in a process of their own, those of
the module's own folder first, until one fails. Survivors are printed with their change, to be read: a test is missing,
or the change means the same. The same seed draws the same mutants of the same code.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "plancli"
FOLDERS = ("language", "extract/text/tables", "clean", "segment")
FIRST = {
    "language": "tests/language",
    "extract": "tests/extract/text",
    "clean": "tests/clean",
    "segment": "tests/segment",
}
FAST = (
    "tests/language",
    "tests/segment",
    "tests/clean",
    "tests/extract/text",
    "tests/test_corpora.py",
    "tests/annotate",
    "tests/samples",
    "tests/quality/test_gate.py",
)
BORDERS = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.In: "not in",
    ast.NotIn: "in",
}


@dataclass(frozen=True)
class Mutant:
    """A replacement of source[start:end] in a file; offsets in characters."""

    file: Path
    start: int
    end: int
    text: str
    line: int

    def apply(self, source: str) -> str:
        return source[: self.start] + self.text + source[self.end :]

    def __str__(self) -> str:
        before = self.file.read_text("utf-8")[self.start : self.end]
        return f"{self.file.relative_to(ROOT)}:{self.line}: {before!r} → {self.text!r}"


class Sites:
    """All places of one module where a mutant can be made."""

    def __init__(self, file: Path) -> None:
        self.file, self.source = file, file.read_text("utf-8")
        self.lines = [0]
        for line in self.source.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)

    def offset(self, line: int, column: int) -> int:
        """`column` counts bytes of UTF-8, as `ast` does."""
        begin = self.lines[line - 1]
        text = self.source[begin : self.lines[line]].encode()[:column].decode()
        return begin + len(text)

    def span(self, node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None and node.end_col_offset is not None
        return self.offset(node.lineno, node.col_offset), self.offset(node.end_lineno, node.end_col_offset)

    def mutants(self) -> Iterator[Mutant]:
        documented = {
            id(node.body[0].value)
            for node in ast.walk(ast.parse(self.source))
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(ast.parse(self.source)):
            if isinstance(node, ast.expr) and id(node) not in documented:
                for start, end, text in self.changes(node):
                    yield Mutant(self.file, start, end, text, node.lineno)

    def changes(self, node: ast.expr) -> Iterator[tuple[int, int, str]]:
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and (sign := BORDERS.get(type(node.ops[0]))):
            start, end = self.span(node.left)[1], self.span(node.comparators[0])[0]
            if self.source[start:end].count("(") == self.source[start:end].count(")") == 0:
                yield start, end, f" {sign} "
        elif isinstance(node, ast.BoolOp):
            start, end = self.span(node.values[0])[1], self.span(node.values[1])[0]
            old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
            if self.source[start:end].strip() == old:
                yield start, end, self.source[start:end].replace(old, new)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            start, _ = self.span(node)
            yield start, start + 4, ""
        elif isinstance(node, ast.IfExp):
            start, end = self.span(node.test)
            yield start, end, f"(not ({self.source[start:end]}))"
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
            start, end = self.span(node)
            yield start, end, repr(node.value + 1)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count("|") > 1:
            start, end = self.span(node)
            held = self.source[start:end]
            parts = held.split("|")
            for index in range(1, len(parts) - 1):
                if parts[index].count("(") == parts[index].count(")") == 0 and not set(parts[index]) & set("[]{}\\"):
                    yield start, end, "|".join(parts[:index] + parts[index + 1 :])


def drawn(folders: list[str], count: int, seed: int) -> list[Mutant]:
    """So many mutants, each module as likely as it has places for them."""
    files = sorted(file for folder in folders for file in (SOURCE / folder).rglob("*.py") if file.name != "corpus.py")
    places = [mutant for file in files for mutant in Sites(file).mutants()]
    return random.Random(seed).sample(places, min(count, len(places)))


def killed(mutant: Mutant, tree: Path) -> bool:
    """Whether the fast tests fail on the mutant, in a copy of the source."""
    target = tree / mutant.file.relative_to(ROOT)
    whole = mutant.file.read_text("utf-8")
    changed = mutant.apply(whole)
    try:
        compile(changed, str(target), "exec")
    except SyntaxError:
        return True
    target.write_text(changed, "utf-8")
    first = FIRST[mutant.file.relative_to(SOURCE).parts[0]]
    tests = [first, *(test for test in FAST if test != first)]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-p", "no:cacheprovider", *tests],
            cwd=ROOT, env={**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600,
        )  # fmt: skip
        return done.returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        target.write_text(whole, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folders", nargs="*", default=list(FOLDERS))
    parser.add_argument("--least", type=float, default=0.0, help="exit with 1 below this share")
    chosen = parser.parse_args()
    import shutil

    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        shutil.copytree(ROOT / "src", tree / "src", ignore=shutil.ignore_patterns("__pycache__"))
        caught = 0
        mutants = drawn(chosen.folders, chosen.count, chosen.seed)
        for number, mutant in enumerate(mutants, 1):
            began = time.monotonic()
            if killed(mutant, tree):
                caught += 1
            else:
                print(f"survives: {mutant}", flush=True)
            if number % 20 == 0:
                print(f"{caught} of {number} killed; the last took {time.monotonic() - began:.0f} s", flush=True)
    share = caught / len(mutants)
    print(f"seed {chosen.seed}: {caught} of {len(mutants)} killed = {share:.3f}")
    raise SystemExit(share < chosen.least)


if __name__ == "__main__":
    main()
