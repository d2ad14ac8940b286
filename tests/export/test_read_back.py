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
from plancli.export.workbook import Book, ledger_names
from plancli.language.headers import lexicon_of
from plancli.messages import speak, translated
from plancli.model.bulletin import Bulletin

from ..quality.generator.case import seeded

ROOT = Path(__file__).resolve().parents[2]
WRITERS: dict[str, Callable[[Sequence[Bulletin]], bytes]] = {
    "xlsx": workbook.document,
    "docx": assignment_table.document,
}
TEXTS = {"md": lambda bulletins: "\n".join(map(markdown.text, bulletins)).encode()}
LANGUAGES = ("en", "zh")


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
    speak(LANGUAGES[seed % 2])  # type: ignore[arg-type]
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


@pytest.mark.parametrize("words", ["5~10家", "~~旧~~城", "甲|乙", "*甲*_乙_`丙`", "[甲](乙)", "<甲>", "#3号楼", "\\甲"])
@pytest.mark.parametrize("form", [*WRITERS, *TEXTS])
def test_marks_of_a_format_are_words_in_a_document(form: str, words: str) -> None:
    bulletin = plancli.parse(
        f"云岭区2025年工作要点\n一、建设{words}\n1.改造{words}食堂。3~5月完成。（民政局牵头）\n2.回访。7月完成。（财政局负责）\n".encode()
    )
    assert words in bulletin.plans[0].tasks[0].title and words in bulletin.plans[0].sections[0].title
    again = plancli.parse((WRITERS | TEXTS)[form]([bulletin]))
    assert said(again) == said(bulletin)
    assert [task.section_path for task in again.plans[0].tasks] == [
        task.section_path for task in bulletin.plans[0].tasks
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sheets_beside_the_ledger_are_no_plans(lang: str) -> None:
    speak(lang)  # type: ignore[arg-type]
    bulletin = plancli.parse(ROOT / "samples" / "outline-roles" / "source.docx")
    read = plancli.parse(workbook.document([bulletin]))
    assert {task.location.sheet for plan in read.plans for task in plan.tasks} == {translated(workbook.LEDGER)}
    assert read.plans[0].title == bulletin.plans[0].title


def test_english_headings_are_read_as_the_chinese_ones() -> None:
    import openpyxl

    bulletin = plancli.parse(ROOT / "samples" / "outline-roles" / "source.docx")
    heads = []
    for lang in LANGUAGES:
        speak(lang)  # type: ignore[arg-type]
        book = openpyxl.load_workbook(io.BytesIO(workbook.document([bulletin])))
        ledger, nodes, _, doubts, sources = book.worksheets
        assert ledger.title in ledger_names()
        heads.append([cell.value for row in (ledger[2], nodes[1], doubts[1], sources[1]) for cell in row])
    english, chinese = heads
    held = lexicon_of()
    assert [held.role(head) for head in english] == [held.role(head) for head in chinese]
    assert not set(english) & set(chinese) and sum(held.is_word(head) for head in english) > len(english) // 2


def test_a_ledger_of_several_plans_names_its_year_in_both_languages() -> None:
    bulletin = plancli.parse(ROOT / "samples" / "outline-roles" / "source.docx")
    for lang, title in (("en", "Task ledger 2026"), ("zh", "2026年任务台账")):
        speak(lang)  # type: ignore[arg-type]
        (plan,) = plancli.parse(workbook.document([bulletin, bulletin])).plans
        assert (plan.title, plan.year) == (title, 2026)


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
