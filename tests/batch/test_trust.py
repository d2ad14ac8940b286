"""Nothing outside the folder is touched, no two inputs meet, and what a run tells of itself gives nothing away."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from plancli.batch.entry import Selection
from plancli.batch.job import ResultShape, parser_mark
from plancli.batch.journal import Journal, LockedFile
from plancli.batch.results import output_path, output_paths
from plancli.batch.sources import entries
from plancli.errors import OutputError
from plancli.model.settings import Settings

from .runs import run

PLAN = "云岭县2024年工作要点\n一、深化改革\n1. 推进河道治理。6月底前完成。（责任单位：水利局）\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text(PLAN, "utf-8")
    (folder / "sub" / "b.txt").write_text(PLAN, "utf-8")
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    return folder


def names(out: Path) -> set[str]:
    return {
        str(file.relative_to(out)) for file in out.rglob("*.json") if file.is_file() and file.name != "summary.json"
    }


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize(
    "paths",
    [
        ["x.txt", "x.txt.json/y.txt", "x.txt.jsonl/y.txt"],
        ["x", "x.json/x.json/x", "x.json/x", "x.jsonl/x"],
        ["长" * 83 + "ab.txt"],
    ],
)
def test_no_two_results_meet(paths: list[str], form: str) -> None:
    twin = output_path("长" * 83 + "ab.txt", form).removeprefix(".parts/").removesuffix(f".{form}")  # type: ignore[arg-type]
    found = output_paths([*paths, twin], form)  # type: ignore[arg-type]
    assert len(set(found.values())) == len(paths) + 1
    folders = {str(folder) for name in found.values() for folder in Path(name).parents}
    assert folders.isdisjoint(found.values())
    assert all(len(os.fsencode(part)) <= 255 for name in found.values() for part in name.split("/"))
    assert output_paths([twin, *reversed(paths)], form) == found  # type: ignore[arg-type]


def test_a_file_beside_a_folder_of_its_results_name(source: Path, tmp_path: Path) -> None:
    (source / "a.txt.json").mkdir()
    (source / "a.txt.json" / "c.txt").write_text(PLAN, "utf-8")
    tally = run(source, tmp_path / "out")[0]
    assert (tally.ok, tally.failed) == (3, 1)
    assert len(names(tmp_path / "out")) == 3


def test_different_files_by_paths_that_look_alike_are_both_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other" / "sub").mkdir(parents=True)
    (tmp_path / "b.txt").write_text(PLAN, "utf-8")
    (tmp_path / "other" / "b.txt").write_text(PLAN + "2. 落实责任。\n", "utf-8")
    (tmp_path / "link").symlink_to("other/sub")
    monkeypatch.chdir(tmp_path)
    assert len(entries(["b.txt", "link/../b.txt"], Selection(), output=None)) == 2
    assert len(entries(["b.txt", "other/../b.txt", "./b.txt"], Selection(), output=None)) == 1


@pytest.mark.parametrize("name", ["x" * 300 + ".pdf", "loop"])
def test_a_path_that_cannot_be_is_that_files_failure(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (found,) = entries([str(tmp_path / name)], Selection(), output=tmp_path / "out")
    with pytest.raises(Exception, match=r"\(unreadable\)|\(not-found\)"):
        found.read(Settings().limits)
    assert entries([str(tmp_path / name)], Selection(), output=tmp_path / ("y" * 300))


@pytest.mark.parametrize("kind", ["link", "dangling link", "pipe", "folder"])
def test_a_journal_that_is_no_plain_file_is_refused(tmp_path: Path, kind: str) -> None:
    victim, journal = tmp_path / "victim", tmp_path / "journal.jsonl"
    victim.write_text("mine")
    if kind == "pipe":
        os.mkfifo(journal)
    elif kind == "folder":
        journal.mkdir()
    else:
        journal.symlink_to(victim if kind == "link" else tmp_path / "none")
    with pytest.raises(OutputError, match=r"journal\.jsonl"):
        LockedFile(journal)
    assert victim.read_text() == "mine"
    assert not (tmp_path / "none").exists()


def test_nothing_is_written_through_a_link_out_of_the_folder(source: Path, tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    (elsewhere / "b.txt.json").write_text("mine")
    (out / "sub").symlink_to(elsewhere)
    tally = run(source, out)[0]
    assert (tally.ok, tally.errors["unwritable"]) == (1, 1)
    assert [file.read_text() for file in elsewhere.iterdir()] == ["mine"]


@pytest.mark.parametrize("name", ["a.txt.json", "bad.pdf.json", ".plancli-notes.tmp"])
def test_a_file_of_somebody_elses_is_neither_written_nor_deleted(source: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / name).write_text('{"mine": 1}')
    run(source, out)
    run(source, out)
    assert (out / name).read_text() == '{"mine": 1}'


CHANGES = [
    {"tasks": "many"}, {"tasks": [1]}, {"plans": None}, {"status": "weird"}, {"status": []}, {"error": ["x"]},
    {"output": 5}, {"sha256": 7}, {"seconds": "x"}, {"parser": None}, {"path": 3},
    {"diagnostics": "x"}, {"diagnostics": [5]}, {"diagnostics": None},
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=map(str, CHANGES))
def test_a_line_of_the_journal_with_a_value_of_another_type_is_dropped(
    source: Path, tmp_path: Path, change: dict[str, object]
) -> None:
    out = tmp_path / "out"
    run(source, out)
    before = (out / "summary.json").read_bytes()
    file = out / "journal.jsonl"
    lines = [json.dumps({**json.loads(line), **change}) for line in file.read_text("utf-8").splitlines()]
    file.write_text("\n".join(lines) + "\n", "utf-8")
    journal = Journal(LockedFile(file))
    assert (journal.dropped, journal.records) == (3, {})
    journal.close()
    run(source, out)
    assert (out / "summary.json").read_bytes() == before


@pytest.mark.parametrize("output", ["../secret.json", "/secret.json", "sub/b.txt.json", "a\0b", "\ud800"])
def test_a_result_that_the_journal_names_elsewhere_is_made_again(source: Path, tmp_path: Path, output: str) -> None:
    out = tmp_path / "out"
    run(source, out)
    file = out / "journal.jsonl"
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    file.write_text(
        "".join(json.dumps({**line, "output": line["output"] and output}) + "\n" for line in lines), "utf-8"
    )
    expected = (out / "a.txt.json").read_bytes()
    (out / "a.txt.json").unlink()
    run(source, out)
    assert (out / "a.txt.json").read_bytes() == expected


def test_a_failure_that_the_line_for_people_does_not_tell_is_not_believed(source: Path, tmp_path: Path) -> None:
    """As in a journal that somebody changed by hand: only the record says that the files are corrupt."""
    out = tmp_path / "out"
    run(source, out)
    before = (out / "summary.json").read_bytes()
    file = out / "journal.jsonl"
    for change in ({}, {"diagnostics": [{"code": "number-gap"}]}, {"status": "skipped", "error": "unsupported"}):
        said = {"status": "failed", "error": "corrupt", "output": None} | change
        lines = [json.dumps({**json.loads(line), **said}) for line in file.read_text("utf-8").splitlines()]
        file.write_text("\n".join(lines) + "\n", "utf-8")
        run(source, out)
        assert (out / "summary.json").read_bytes() == before


def test_no_digest_in_the_journal_depends_on_the_password() -> None:
    marks = {parser_mark(Settings(password=word), ResultShape()) for word in (None, "1234", "云岭")}
    assert len(marks) == 1


@pytest.mark.parametrize(
    "settings",
    [
        Settings(year=2024),
        Settings(lexicon={"headers": {"task": ["甲"]}}),
        Settings(aliases={"教体局": "教育局"}),
        Settings(corrections={"0" * 64: ("{}",)}),
        Settings(ocr="never"),
    ],
)
def test_the_mark_covers_what_changes_bytes(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert parser_mark(settings, ResultShape()) != parser_mark(Settings(), ResultShape())
    assert parser_mark(Settings(), ResultShape(by="task")) != parser_mark(Settings(), ResultShape())


@pytest.mark.parametrize(
    "library",
    ["charset-normalizer", "jieba", "lxml", "olefile", "opencc", "pdfplumber", "pypdfium2", "rapidocr", "xlrd"],
)
def test_the_mark_covers_the_libraries_that_read(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import metadata

    version = metadata.version
    before = parser_mark(Settings(), ResultShape())
    monkeypatch.setattr("importlib.metadata.version", lambda name: "99" if name == library else version(name))
    assert parser_mark(Settings(), ResultShape()) != before


def test_the_mark_tells_one_libreoffice_from_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "program" / "soffice"
    program.parent.mkdir()
    link = tmp_path / "soffice"
    link.symlink_to(program)
    marks = set()
    for version in (None, "7.4", "24.2.1"):
        if version is not None:
            program.write_text("#!/bin/sh\n")
            program.with_name("versionrc").write_text(f"buildid={version}\n")
        monkeypatch.setattr("plancli.extract.office.program", lambda: str(link) if program.exists() else None)
        marks.add(parser_mark(Settings(), ResultShape()))
    assert len(marks) == 3


def test_a_file_that_a_password_was_missing_for_is_tried_again_with_one(source: Path, tmp_path: Path) -> None:
    from plancli.batch import run as running
    from plancli.batch.journal import JournalRecord

    plan = running.RunPlan(entries([str(source)], Selection(), output=None))
    told = ({"code": "encrypted"},)
    record = JournalRecord("bad.pdf", "0", "failed", "encrypted", 0.0, 0.0, 0, 0, 0, None, "", told)
    for password, again in ((None, False), ("1234", True)):
        settings = Settings(password=password)
        work = running._Run.__new__(running._Run)
        work._plan, work._parser = replace(plan, settings=settings), ""
        assert work._stands(plan.entries[1], record, "0") is not again


TEXTS = {
    "r.json": '{\n "a": 1\n}\n',
    "s.css": "body { color: red; }\np { margin: 0; }\nb { top: 0; }\n",
    "x.xml": "<?xml version='1.0'?><a/>",
}


def test_text_that_is_no_document_is_left_where_it_is_found_and_read_where_it_is_named(
    source: Path, tmp_path: Path
) -> None:
    for name, text in TEXTS.items():
        (source / name).write_text(text)
    tally = run(source, tmp_path / "out")[0]
    assert (tally.ok, tally.failed, tally.skipped) == (2, 1, len(TEXTS))
    assert tally.errors["unsupported"] == len(TEXTS)
    again = run(source, tmp_path / "out")[0]
    assert (again.skipped, again.unchanged) == (len(TEXTS), 6)
    (named,) = entries([str(source / "r.json")], Selection(), output=None)
    assert named.named
