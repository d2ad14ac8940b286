"""What plancli writes for offices, it reads back: the same tasks, bodies and times."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import plancli
from plancli.export import assignment_table, markdown, workbook
from plancli.export.workbook import Book
from plancli.messages import speak, translated
from plancli.model.bulletin import Bulletin

from ..quality.generator.case import seeded

ROOT = Path(__file__).resolve().parents[2]
WRITERS: dict[str, Callable[[Sequence[Bulletin]], bytes]] = {
    "xlsx": workbook.document,
    "docx": assignment_table.document,
}
TEXTS = {"md": lambda bulletins: "\n".join(map(markdown.text, bulletins)).encode()}
LANGUAGES = ("zh",)


@pytest.fixture(autouse=True)
def english_again() -> object:
    yield
    speak(None)


def said(bulletin: Bulletin) -> list[dict[str, Any]]:
    """What a task says. Of what comes again the rule alone: that it does so in one quarter, under whose heading it stands, its
    word (每月) does not say."""
    return [
        {
            "number": task.number,
            "title": task.title,
            "bodies": {(body.name, body.role) for body in task.departments},
            "times": {node.rrule or (node.kind, node.start, node.end) for node in task.time_nodes},
        }
        for plan in bulletin.plans
        for task in plan.tasks
    ]


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("kind", ["text", "docx"])
@pytest.mark.parametrize("seed", [*range(12), 44395])  # the last has so few times that their sheet is no table of tasks
def test_generated_bulletins(form: str, kind: str, seed: int) -> None:
    speak(LANGUAGES[seed % len(LANGUAGES)])  # type: ignore[arg-type]
    bulletin = plancli.parse(seeded(seed, kind).data())
    assert bulletin.plans
    assert said(plancli.parse(WRITERS[form]([bulletin]))) == said(bulletin)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", [*WRITERS, *TEXTS])
@pytest.mark.parametrize("sample", sorted(path.parent.name for path in ROOT.glob("samples/*/source.docx")))
def test_samples(form: str, sample: str, lang: str) -> None:
    speak(lang)  # type: ignore[arg-type]
    bulletin = plancli.parse(ROOT / "samples" / sample / "source.docx")
    assert said(plancli.parse((WRITERS | TEXTS)[form]([bulletin]))) == said(bulletin)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sheets_beside_the_ledger_are_no_plans(lang: str) -> None:
    speak(lang)  # type: ignore[arg-type]
    bulletin = plancli.parse(ROOT / "samples" / "outline-roles" / "source.docx")
    read = plancli.parse(workbook.document([bulletin]))
    assert {task.location.sheet for plan in read.plans for task in plan.tasks} == {translated(workbook.LEDGER)}
    assert read.plans[0].title == bulletin.plans[0].title


def test_the_office_files_of_the_samples_are_what_plancli_gives() -> None:
    """Compared by content with files that are written by an explicit flag alone, and were read."""
    import subprocess

    done = subprocess.run(
        [sys.executable, str(ROOT / "samples" / "office.py")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list(ROOT.glob("samples/*/ledger.xlsx"))) == len(list(ROOT.glob("samples/*/source.docx")))


def test_a_sheet_without_a_title_begins_with_its_heading() -> None:
    import openpyxl

    out = io.BytesIO()
    book = Book(out)
    book.sheet("甲", [("乙", 5)], [["丙"]])
    book.close()
    sheet = openpyxl.load_workbook(out)["甲"]
    assert [row[0].value for row in sheet.iter_rows()] == ["乙", "丙"] and sheet.freeze_panes == "A2"
