"""Which lines use what a module makes when it is imported: directly, or by other names that are made of it then."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

Lines = tuple[str, int, int]  # a file below the source, first and last line


class Readers:
    """The names of all modules of a source: one that begins with _ is its file's own, any other is one thing wherever it stands, so that
    these are rather too many lines than too few."""

    def __init__(self, source: Path) -> None:
        self.made: dict[str, set[str]] = defaultdict(set)  # a name → those that are made of it at import
        self.used: dict[str, list[Lines]] = defaultdict(list)
        for file in source.rglob("*.py"):
            self._look(ast.parse(file.read_text("utf-8")).body, str(file.relative_to(source)))

    def lines_of(self, file: str, names: Iterable[str]) -> list[Lines]:
        """The lines within functions that use one of these names of a file, or what is made of them."""
        due = [_known(file, name) for name in names]
        found = set(due)
        while due:
            new = self.made[due.pop()] - found
            found |= new
            due += new
        return [lines for name in found for lines in self.used[name]]

    def _look(self, statements: list[ast.stmt], file: str) -> None:
        for one in statements:
            if isinstance(one, ast.FunctionDef):
                for line in one.body:
                    self._use(line, file)
                self._make(file, [one.name], [*one.decorator_list, one.args])
            elif isinstance(one, ast.ClassDef):
                self._look(one.body, file)
                self._make(file, [one.name], [*one.bases, *one.keywords])
            elif isinstance(one, ast.ImportFrom):
                for alias in one.names:
                    self.made[alias.name].add(_known(file, alias.asname or alias.name))
            else:
                self._make(file, targets(one), [one])

    def _make(self, file: str, names: Iterable[str], of: Iterable[ast.AST]) -> None:
        for name in {name for node in of for name, _ in _mentions(node)}:
            self.made[_known(file, name)].update(_known(file, one) for one in names)

    def _use(self, statement: ast.stmt, file: str) -> None:
        for name, last in _mentions(statement):
            self.used[_known(file, name)].append((file, statement.lineno, last))
        for inner in ast.walk(statement):
            if inner is not statement and isinstance(inner, ast.stmt):
                for name, last in _mentions(inner):
                    self.used[_known(file, name)].append((file, inner.lineno, last))


def _known(file: str, name: str) -> str:
    return f"{file}:{name}" if name.startswith("_") else name


def targets(statement: ast.stmt) -> list[str]:
    """The names that a statement assigns to."""
    return [node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]


def _mentions(node: ast.AST) -> Iterator[tuple[str, int]]:
    """The names and attributes that stand in a node, but for the statements within it, each with the line where it ends."""
    due = [node]
    while due:
        one = due.pop()
        if isinstance(one, ast.Name):
            yield one.id, one.end_lineno or one.lineno
        elif isinstance(one, ast.Attribute):
            yield one.attr, one.end_lineno or one.lineno
        due += [child for child in ast.iter_child_nodes(one) if not isinstance(child, ast.stmt)]
