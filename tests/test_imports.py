"""The layers of the design, read from the source: who may import whom, and where heavy libraries may stand.

cli → batch → pipeline → stages → language → grammar, model → errors; the stages never import each other.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import plancli

ROOT = Path(plancli.__file__).parent
STAGES = ("extract", "clean", "segment", "annotate", "export")

# what stands directly under plancli → how high it stands; it may import what is lower, and itself
HEIGHT = {
    "version": 0,
    "messages": -1,
    "errors": 0,
    "isolation": 0,
    "pace": 0,
    "model": 1,
    "grammar": 2,
    "language": 3,
    **dict.fromkeys(STAGES, 4),
    "corrections": 5,
    "withheld": 5,
    "pipeline": 6,
    "api": 7,
    "batch": 8,
    "query": 8,
    "comparison": 8,
    "cli": 9,
    "": 10,
    "__main__": 11,
}

# heavy library → the packages or modules of plancli that may import it
HEAVY = {
    "pdfplumber": ("extract.pdf.second", "cli.page_picture", "cli.pictures"),  # an oracle of the tests, too
    "pypdfium2": ("extract.pdf", "extract.scan"),
    "cv2": ("extract.scan",),
    "numpy": ("extract.scan",),
    "rapidocr": ("extract.scan",),
    "PIL": ("cli.pictures",),
    "jinja2": ("export.page",),
    "docx": ("export.assignment_table",),
    "xlsxwriter": ("export.workbook",),
    "rapidfuzz": ("comparison",),
    "icalendar": ("export.calendar",),
    "dateutil": ("export.calendar", "query.occurrences"),
    "sqlite3": ("export.database", "query"),
    "lxml": (
        "extract.docx",
        "extract.html",
        "extract.spreadsheet",
        "extract.package",
        "extract.opendocument",
        "extract.odt",
        "extract.ofd",
    ),
    "olefile": ("extract.doc.binary",),
    "xlrd": ("extract.spreadsheet.xls",),
    "charset_normalizer": ("extract.text.encoding",),
    "opencc": ("language.script",),
    "jieba": ("annotate.departments",),
    "pydantic": ("model.bulletin", "query.sources", "corrections", "export", "cli.configuration_model"),
    "rich": ("export.table", "export.tabular", "cli", "batch"),
    "pyarrow": ("export.parquet",),
    "fsspec": ("batch.remote",),
    "distributed": ("batch.engines",),
    "psutil": ("batch.memory", "batch.processes"),
    "typer": ("cli",),
    "mcp": ("cli.mcp",),
}

FILES = sorted(ROOT.rglob("*.py"))


def name_of(file: Path) -> str:
    """`extract.pdf.cells` for src/plancli/extract/pdf/cells.py; a package goes by its folder's name."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(file: Path) -> Iterator[tuple[int, str, bool]]:
    """(line, what is imported, is it plancli's own: then without `plancli.`), wherever in the file it stands."""
    package = name_of(file).split(".") if file.name == "__init__.py" else name_of(file).split(".")[:-1]
    package = [part for part in package if part]
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                own = alias.name.split(".")[0] == "plancli"
                yield node.lineno, alias.name.removeprefix("plancli").lstrip(".") if own else alias.name, own
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if node.level:
                base = package[: len(package) - node.level + 1]
                module = ".".join([*base, *filter(None, [module])])
            elif module.split(".")[0] == "plancli":
                module = module.removeprefix("plancli").lstrip(".")
            else:
                yield node.lineno, module, False
                continue
            for alias in node.names:
                yield node.lineno, module or alias.name, True


def part(name: str) -> str:
    return name.split(".")[0]


def within(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def test_the_reader_of_imports_reads_them() -> None:
    own = {what for _, what, is_own in imports(ROOT / "pipeline.py") if is_own}
    assert {"extract", "clean", "segment", "annotate", "model.bulletin"} <= own
    assert (True, "errors") in {(is_own, what) for _, what, is_own in imports(ROOT / "cli" / "failure.py")}
    assert "typer" in {what for _, what, is_own in imports(ROOT / "cli" / "__init__.py") if not is_own}


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_imports_go_down_and_stages_keep_apart(file: Path) -> None:
    here = part(name_of(file))
    assert here in HEIGHT, f"say in HEIGHT where {here} stands"
    for line, what, own in imports(file):
        there = part(what)
        if own and there != here and what != "__version__":
            assert HEIGHT[there] < HEIGHT[here], f"{file}:{line} imports {what}"


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_heavy_libraries_stand_in_their_own_place(file: Path) -> None:
    for line, what, own in imports(file):
        library = part(what)
        if not own and library in HEAVY:
            assert within(name_of(file), HEAVY[library]), f"{file}:{line} imports {library}"


def test_a_public_name_of_a_class_means_one_thing() -> None:
    """A class has its name alone in the project: no other class, and no alias of a type, goes by it."""
    classes: dict[str, list[str]] = {}
    aliases: dict[str, list[str]] = {}
    for file in FILES:
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                classes.setdefault(node.name, []).append(name_of(file))
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                aliases.setdefault(node.targets[0].id, []).append(name_of(file))
    shared = {name: [*places, *aliases.get(name, ())] for name, places in classes.items()}
    assert {name: places for name, places in shared.items() if len(places) > 1} == {}


def test_only_failure_ends_the_program() -> None:
    """Exit codes come from one place; commands end by `typer.Exit` with a code that it gave, and `__main__` ends with the
    code that it is given."""
    for file in FILES:
        if name_of(file) in ("cli.failure", ""):
            continue
        text = file.read_text("utf-8")
        assert "sys.exit(" not in text, file
        assert "SystemExit" not in text or name_of(file) == "__main__", file


def test_documents_are_read_in_workers_by_one_function() -> None:
    """`parse` and the other commands go the way of `batch`: one module makes worker processes, one pool watches them, one
    function runs in them."""

    def users(what: str) -> set[str]:
        return {name_of(file) for file in FILES if re.search(what, file.read_text("utf-8"))}

    assert users(r"\bos\.fork\(") == {"batch.processes", "batch.worker"}
    assert users(r"\bfor_(few|many)\(") - {"batch.processes"} == {"batch.guarded", "batch.supervise"}
    assert users(r"\bPool\(\w") - {"batch.supervise"} == {"batch.guarded", "batch.engines"}
    assert users(r"\bperform\(") == {"batch.job", "batch.worker"}


def test_each_input_loads_its_own_libraries_only() -> None:
    """A text with nothing doubtful in it loads no reader of another format, no word cutter, no converter."""
    code = f"""
import sys, plancli
plancli.parse("要点\\n1.建设食堂。3月完成。\\n2.开展回访。5月完成。\\n".encode(), year=2025)
print(*sorted({set(HEAVY) - {"pydantic"}!r} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_document_is_read_without_what_is_loaded_for_nothing(tmp_path: Path) -> None:
    """`plancli parse` of a text without doubt loads no `json`, and the collector never looks through what is being loaded."""
    text = tmp_path / "plan.txt"
    text.write_text("要点\n1.建设食堂。3月完成。\n2.开展回访。5月完成。\n", "utf-8")
    code = """
import gc, sys
from plancli import __main__ as program
collected, leave = [], program._leave
gc.callbacks.append(lambda phase, _: collected.append(phase))

def tell(status):
    print("left", *collected, *sorted({said} & set(sys.modules)))
    leave(status)

program._leave = tell
sys.argv = ["plancli", "parse", "--year", "2025", "-o", sys.argv[1] + ".json", *sys.argv[1:]]
program.run()
"""
    for arguments, needless in (
        (["--in-process"], {"json", "logging"}),
        ([], {"json"}),
    ):
        command = [sys.executable, "-c", code.replace("{said}", repr(needless)), str(text), *arguments]
        done = subprocess.run(command, capture_output=True, text=True)
        assert (done.returncode, done.stdout.strip(), (tmp_path / "plan.txt.json").is_file()) == (0, "left", True)


def test_rows_of_a_database_need_no_models(tmp_path: Path) -> None:
    """`plancli tasks plans.sqlite` answers without Pydantic, which takes longer to load than the question."""
    from plancli.export import database

    from .export.bulletins import bulletin

    database.write(tmp_path / "plans.sqlite", [bulletin()])
    code = """
import sys
from plancli.cli import run
try:
    run(["tasks", sys.argv[1], "--due", "2025", "--role", "lead", "--format", "csv"])
except SystemExit as ended:
    print(ended.code, *sorted({"pydantic", "pydantic_core", "rich", "plancli.model.bulletin"} & set(sys.modules)))
"""
    command = [sys.executable, "-c", code, str(tmp_path / "plans.sqlite")]
    unset = {
        name: value for name, value in os.environ.items() if not name.startswith("PLANCLI_")
    }  # what is said there is checked
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=unset)
    assert len(done.stdout.splitlines()) > 2 and done.stdout.splitlines()[-1] == "0"
