"""Small random faults in the rules, and how many of them the fast tests notice.

    python bench/mutants.py --count 200 --seed 1 [--folders language clean …] [--least 0.85]

A mutant is one change in one module: a comparison that includes its border or does not, a condition turned round, and for
or, a number one off, an alternative dropped from a pattern. The fast tests that execute the changed line run on it in a
process of their own, the cheap ones first, until one fails (see `mutant_tests`; of a line that runs at import, those that
execute a line which uses what is made there). Survivors are printed with their change, to be read: a test is missing, or the change means the same, and then it is
listed with its reason in `equivalent_mutants.txt` and counted apart. The same seed draws the same mutants of the same code.
All of it happens in a copy of the tree, in which nobody works.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mutant_readers import targets
from mutant_tests import FastTests

ROOT = Path(__file__).resolve().parent.parent
SAME = Path(__file__).with_name("equivalent_mutants.txt")
FOLDERS = ("language", "extract/text/tables", "clean", "segment")
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
    statement: int  # the line where the statement around it begins
    last: int
    makes: tuple[str, ...]  # where it runs once, whatever test comes first: the names of what is made there

    def apply(self, source: str) -> str:
        return source[: self.start] + self.text + source[self.end :]

    def __str__(self) -> str:
        """The file, the line as it stands there, and what changes in it, at which character; without its number, which moves."""
        source = self.file.read_text("utf-8")
        old, new, start = source[self.start : self.end], self.text, 0
        while old[start : start + 1] == new[start : start + 1] != "":
            start += 1
        old, new, end = old[start:], new[start:], 0
        while end < min(len(old), len(new)) and old[-1 - end] == new[-1 - end]:
            end += 1
        change = f"{old[: len(old) - end]!r} → {new[: len(new) - end]!r}"
        at = source.rfind("\n", 0, self.start + start) + 1
        line = source[at:].partition("\n")[0]
        place = self.start + start - at - len(line) + len(line.lstrip())
        return f"{self.module}: {line.strip()}: {place}: {change}"

    @property
    def module(self) -> str:
        """Its file below src/plancli."""
        return self.file.as_posix().rpartition("/src/plancli/")[2]


def equivalents() -> dict[str, str]:
    """Mutants as they are printed → why each means the same: a mutant a line, its reason on the next, indented."""
    lines = [line for line in SAME.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {mutant: reason.strip() for mutant, reason in zip(lines[::2], lines[1::2], strict=True)}


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
        tree = ast.parse(self.source)
        around = dict(_around(tree, 1, ("",)))
        documented = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.expr) and id(node) not in documented:
                for start, end, text in self.changes(node):
                    statement, makes = around[id(node)]
                    last = node.end_lineno or node.lineno
                    yield Mutant(self.file, start, end, text, node.lineno, statement, last, makes)

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


def drawn(source: Path, folders: list[str], count: int, seed: int) -> list[Mutant]:
    """So many mutants, each module as likely as it has places for them."""
    files = sorted(file for folder in folders for file in (source / folder).rglob("*.py") if file.name != "corpus.py")
    places = [mutant for file in files for mutant in Sites(file).mutants()]
    return random.Random(seed).sample(places, min(count, len(places)))


def _around(node: ast.AST, statement: int, makes: tuple[str, ...]) -> Iterator[tuple[int, tuple[int, tuple[str, ...]]]]:
    """Each expression's id, with the line of its statement and the names of what is made there, where that happens once: at import,
    or behind a cache: of the class in a method that makes its objects."""
    for child in ast.iter_child_nodes(node):
        inside = makes
        if isinstance(node, ast.FunctionDef | ast.Lambda) and (child is node.body or child in _body(node)):
            kept = isinstance(node, ast.FunctionDef) and any("cache" in ast.dump(it) for it in node.decorator_list)
            inside = (node.name,) if kept and isinstance(node, ast.FunctionDef) else ()
            if isinstance(node, ast.FunctionDef) and node.name == "__init__":
                inside = makes  # the class: what is made of word lists is kept
        elif isinstance(child, ast.FunctionDef) and child.name == "__init__":
            inside = makes
        elif isinstance(child, ast.stmt) and makes:
            inside = (child.name,) if isinstance(child, ast.ClassDef | ast.FunctionDef) else (*targets(child),) or makes
        line = child.lineno if isinstance(child, ast.stmt) else statement
        if isinstance(child, ast.expr):
            yield id(child), (line, inside)
        yield from _around(child, line, inside)


def _body(node: ast.FunctionDef | ast.Lambda) -> list[ast.stmt]:
    return node.body if isinstance(node, ast.FunctionDef) else []


def killed(mutant: Mutant, fast: FastTests) -> bool:
    """Whether the fast tests fail on the mutant, in the copy that they run in."""
    target = mutant.file
    whole, times = target.read_text("utf-8"), target.stat()
    changed = mutant.apply(whole)
    try:
        compile(changed, str(target), "exec")
    except SyntaxError:
        return True
    tests = fast.of(mutant.module, mutant.statement, mutant.last, mutant.makes)
    target.write_text(changed, "utf-8")
    try:
        return fast.fail(tests)
    finally:
        target.write_text(whole, "utf-8")
        os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))  # its byte code is that of before


def _load() -> None:
    """What the tests import besides plancli and themselves, so that each mutant's process has it at once."""
    import docx  # noqa: F401
    import hypothesis  # noqa: F401
    import jieba  # noqa: F401
    import lxml.etree  # noqa: F401
    import opencc  # noqa: F401
    import pydantic.main  # noqa: F401
    import pypdfium2  # noqa: F401
    import pytest  # noqa: F401
    import typer  # noqa: F401

    sys.dont_write_bytecode = True


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folders", nargs="*", default=list(FOLDERS))
    parser.add_argument("--least", type=float, default=0.0, help="exit with 1 below this share")
    parser.add_argument(
        "--kept", type=Path, help="a folder for what the tests cost and execute, recorded where it is empty"
    )
    chosen = parser.parse_args()

    same = equivalents()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        mutants = drawn(tree / "src" / "plancli", chosen.folders, chosen.count, chosen.seed)
        compileall.compile_dir(tree / "src", quiet=1)
        fast = FastTests(tree, FAST, chosen.kept or Path(folder) / "record")
        _load()
        some = sorted(fast.seconds, key=fast.seconds.__getitem__)
        if fast.fail(some[:: len(some) // 20 or 1][:-1]):
            raise SystemExit("tests fail without a fault")
        caught = alike = 0
        for number, mutant in enumerate(mutants, 1):
            began = time.monotonic()
            if killed(mutant, fast):
                caught += 1
            elif reason := same.get(str(mutant)):
                alike += 1
                print(f"means the same: {mutant} ({reason})", flush=True)
            else:
                print(f"survives: line {mutant.line} of {mutant}", flush=True)
            if number % 20 == 0:
                print(f"{caught} of {number} killed; the last took {time.monotonic() - began:.0f} s", flush=True)
    share = caught / len(mutants)
    print(f"seed {chosen.seed}: {caught} of {len(mutants)} killed = {share:.3f}, {alike} of the others mean the same")
    raise SystemExit(share < chosen.least)


if __name__ == "__main__":
    main()
