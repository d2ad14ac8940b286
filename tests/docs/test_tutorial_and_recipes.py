"""The commands of the tutorials, one after the other, and those and the Python of the recipes are run as a reader runs them."""

from __future__ import annotations

import io
import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import plancli
from plancli.export import workbook
from plancli.messages import speak

from .markdown import ROOT, alike, blocks, codes, headings, links, read, tables
from .sessions import matches, prepare, run, sessions, spoken

PAGES = ("docs/tutorial.zh.md", "docs/tutorial.md")


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_print_what_is_shown(page: str, tmp_path: Path) -> None:
    folder = prepare(tmp_path)
    shown = list(sessions(read(page)))
    assert len(shown) >= 8
    for command, output in shown:
        printed = run(command, folder, spoken(page))
        assert matches(output, printed), f"$ {command}\n{printed}"


def test_both_languages_have_the_same_blocks_and_headings() -> None:
    chinese, english = (read(page) for page in PAGES)
    assert alike(chinese) == alike(english)
    assert [level for level, _ in headings(chinese)] == [level for level, _ in headings(english)]


@pytest.mark.parametrize("page", [*PAGES, "docs/recipes.md"])
def test_links_lead_somewhere(page: str) -> None:
    for link in links(read(page)):
        assert "://" in link or (ROOT / page).parent.joinpath(link.split("#")[0]).exists(), link


@pytest.mark.parametrize("page", PAGES)
def test_the_sheets_and_columns_named_are_those_of_the_ledger(page: str) -> None:
    import openpyxl

    bulletin = plancli.parse(ROOT / "samples/outline-roles/source.docx")
    speak("zh" if ".zh." in page else "en")
    book = openpyxl.load_workbook(io.BytesIO(workbook.document([bulletin])))
    speak(None)
    rows = tables(read(page))[0]
    assert [codes(row[0])[0] for row in rows] == book.sheetnames
    for row in rows:
        header = {str(cell.value) for line in book[codes(row[0])[0]].iter_rows(max_row=2) for cell in line}
        assert set(codes(row[1])) <= header, row


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the commands of the recipes were run, each with what it is said to print."""
    folder = prepare(tmp_path_factory.mktemp("recipes"))
    for command, output in sessions(read("docs/recipes.md")):
        printed = run(command, folder)
        assert matches(output, printed), f"$ {command}\n{printed}"
    return folder


def test_the_calendar_of_the_recipes_is_read_by_another_library(archive: Path) -> None:
    import icalendar

    assert icalendar.Calendar.from_ical((archive / "tasks.ics").read_bytes()).walk("VEVENT")


PYTHON = [block.text for block in blocks(read("docs/recipes.md")) if block.language == "python"]


@pytest.mark.parametrize("shown", PYTHON, ids=[text.split()[1] for text in PYTHON])
def test_the_python_of_the_recipes(
    shown: str, archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("pandas", "polars"):
        if f"import {name}" in shown:
            pytest.importorskip(name)
    monkeypatch.chdir(archive)
    exec(compile(shown, "docs/recipes.md", "exec"), {})
    printed = capsys.readouterr().out
    assert printed.strip() and printed.strip() != "[]"


def test_datasette_answers(archive: Path) -> None:
    (command,) = [block.text for block in blocks(read("docs/recipes.md")) if block.language == "sh"]
    pytest.importorskip("datasette")
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)], cwd=archive, capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert {row["department"] for row in json.loads(done.stdout)} == {"养老服务科"}
