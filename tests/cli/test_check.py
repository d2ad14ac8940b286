"""`plancli check`: what holds, what differs and how it is told, task by task."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from plancli.cli.difference import Difference, differences

from ..batch import documents
from .conftest import Run

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def sample(empty_folder: Path, plancli: Run) -> Path:
    """One sample that holds, and one beside it."""
    for name in ("one", "two"):
        folder = empty_folder / "samples" / name
        folder.mkdir(parents=True)
        (folder / "source.txt").write_bytes(documents.txt())
    assert plancli("check", "samples", "--update").code == 0
    return empty_folder / "samples" / "one"


def rewrite(sample: Path, change: Change) -> None:
    file = sample / "expected.json"
    held = json.loads(file.read_bytes())
    change(held)
    file.write_text(json.dumps(held, ensure_ascii=False, indent=2) + "\n", "utf-8")


def test_update_writes_what_check_then_holds(sample: Path, plancli: Run) -> None:
    assert sorted(file.name for file in sample.iterdir()) == ["expected.csv", "expected.json", "source.txt"]
    assert json.loads((sample / "expected.json").read_bytes())["source"]["path"] == "source.txt"
    result = plancli("check", "samples")
    assert (result.code, result.out, result.err) == (0, b"", "plancli: 2 samples hold\n")
    again = plancli("check", "samples", "--update")
    assert "2 samples, 0 files written" in again.err


def test_update_keeps_to_the_files_that_are_there(sample: Path, plancli: Run) -> None:
    (sample / "expected.csv").unlink()
    (sample / "source.txt").write_bytes(documents.txt(2025))
    assert "1 file written" in plancli("check", "samples", "--update").err
    assert not (sample / "expected.csv").exists()
    assert plancli("check", "samples").code == 0


TASK = "p1.t2 开展教师培训"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda held: held["plans"][0]["tasks"][1].update(text="别的"), [TASK, "text: 「别的」 → 「4月-6月"]),
        (lambda held: held["plans"][0]["tasks"][1]["departments"].clear(), [TASK, "departments: + 人事科 responsible"]),
        (lambda held: held["plans"][0]["tasks"][1]["time_nodes"].pop(), [TASK, "time_nodes: + 10月 period 2024-10-01"]),
        (
            lambda held: held["plans"][0]["tasks"][1]["time_nodes"][0].update(end="2024-06-29"),
            [TASK, "time_nodes[0].end: 「2024-06-29」 → 「2024-06-30」"],
        ),
        (lambda held: held["plans"][0]["tasks"].pop(1), ["new task: p1.t2 开展教师培训"]),
        (lambda held: held["plans"][0]["tasks"][2].update(id="p1.t2"), ["1 section or task has another id"]),
        (
            lambda held: held["plans"][0]["tasks"].append({"id": "p1.t4", "title": "没有的事"}),
            ["missing task: p1.t4 没有的事"],
        ),
        (lambda held: held["plans"].clear(), ["plan 1", "new plan: p1 云岭县2024年教育工作要点"]),
        (lambda held: held["plans"][0].update(year=None), ["p1", "year: null → 2024"]),
        (lambda held: held["coverage"].update(lost=9), ["coverage.lost: 9 → 0"]),
        (
            lambda held: held["diagnostics"].append({"code": "number-gap", "message": "3 is missing"}),
            ["diagnostics", "- number-gap 3 is missing"],
        ),
    ],
)
def test_a_difference_is_told_by_its_task(sample: Path, plancli: Run, change: Change, told: list[str]) -> None:
    rewrite(sample, change)
    result = plancli("check", "samples")
    assert result.code == 1
    assert result.err == "plancli: 2 samples, 1 differs\n"
    shown = result.out.decode()
    assert shown.startswith("samples/one: ")
    assert all(words in shown for words in told), shown
    assert len(shown.splitlines()) <= 5, "nothing else is told"


def test_a_csv_alone_is_compared_cell_by_cell(sample: Path, plancli: Run) -> None:
    file = sample / "expected.csv"
    file.write_text(file.read_text("utf-8").replace(",人事科,", ",人社科,", 1), "utf-8")
    shown = plancli("check", "samples").out.decode()
    assert "expected.csv, row" in shown
    assert "responsible: 「人社科」 → 「人事科」" in shown
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n").replace("人社科".encode(), "人事科".encode()))
    assert "differs in its bytes" in plancli("check", "samples").out.decode()
    file.write_text("file\n", "utf-8")
    assert "0 rows → " in plancli("check", "samples").out.decode()


def test_a_sample_of_contract_1_0_is_compared_with_what_1_0_has(empty_folder: Path, plancli: Run) -> None:
    sample = empty_folder / "samples" / "old"
    shutil.copytree(Path(__file__).parents[1] / "export" / "version_1_0", sample)
    assert (plancli("check", "samples").code, plancli("validate", "samples/old/expected.json").code) == (0, 0)
    rewrite(sample, lambda held: held["plans"][0]["tasks"][0]["departments"].clear())
    assert "departments: + 工程科 responsible" in plancli("check", "samples").out.decode()
    file = sample / "expected.csv"
    (sample / "expected.json").unlink()
    assert plancli("check", "samples").code == 0
    file.write_text(file.read_text("utf-8").replace(",工程科,", ",人社科,", 1), "utf-8")
    assert "responsible: 「人社科」 → 「工程科」" in plancli("check", "samples").out.decode()


def test_another_version_of_the_reader_is_no_difference(sample: Path, plancli: Run) -> None:
    file = sample / "expected.json"
    file.write_text(file.read_text("utf-8").replace('"version": "plancli', '"version": "another'), "utf-8")
    assert plancli("check", "samples").code == 0
    rewrite(sample, lambda held: held["source"]["extractor"].update(name="pdf"))
    assert "extractor.name: 「pdf」 → 「text」" in plancli("check", "samples").out.decode()


def test_annotations(sample: Path, plancli: Run) -> None:
    rewrite(sample, lambda held: held["plans"][0]["tasks"][1].update(title="甲,乙:丙%", remarks="有"))
    result = plancli("check", "samples", "--format", "github")
    assert result.code == 1
    (line,) = result.out.decode().splitlines()
    assert line.startswith("::error file=samples/one/expected.json,title=samples/one%3A p1.t2 开展教师培训::")
    assert "甲,乙:丙%25" in line
    assert "%0Aremarks: " in line


def test_junit(sample: Path, plancli: Run) -> None:
    rewrite(sample, lambda held: held["plans"][0]["tasks"][1].update(title="\x0c<&>"))
    plancli("check", "samples", "--junit", "report.xml")
    suite = ElementTree.parse("report.xml").getroot()
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [case.get("name") for case in suite] == ["samples/one", "samples/two"]
    (failure,) = suite.iter("failure")
    assert "<&>" in str(failure.text)
    rewrite(sample, lambda held: held["plans"][0]["tasks"][1].update(title="开展教师培训"))
    assert plancli("check", "samples", "--junit", "report.xml").code == 0
    assert ElementTree.parse("report.xml").getroot().get("failures") == "0"


@pytest.mark.parametrize("form", ["table", "github"])
def test_a_source_that_cannot_be_read_is_told(sample: Path, plancli: Run, form: str) -> None:
    (sample / "source.txt").write_bytes(b"")
    result = plancli("check", "samples", "--format", form, "--junit", "report.xml")
    assert result.code == 1
    assert "plancli: samples/one: the file has no bytes (empty)" in result.err
    assert (b"(empty)" in result.out) == (form == "github")
    assert ElementTree.parse("report.xml").getroot().get("failures") == "1"


@pytest.mark.parametrize(
    "held", ["{", "[]", "", "[5]", '[{"plans": 5}]', '{"plans": [{"tasks": [null]}]}', '{"source": "x"}', "[" * 100000]
)
def test_an_expected_file_that_is_none(sample: Path, plancli: Run, held: str) -> None:
    (sample / "expected.json").write_text(held)
    result = plancli("check", "samples")
    assert result.code == 1
    assert "--update" in result.err
    assert plancli("check", "samples", "--update").code == 0
    assert plancli("check", "samples").code == 0


def test_what_is_not_there(sample: Path, plancli: Run) -> None:
    (sample / "expected.csv").unlink()
    (sample / "expected.json").unlink()
    result = plancli("check", "samples")
    assert result.code == 1
    assert "there is no expected.json; --update writes it" in result.out.decode()
    (sample / "source.txt").unlink()
    (sample / "expected.json").write_text("{}")
    result = plancli("check", "samples/one")
    assert result.code == 1
    assert "there is no source.* (not-found)" in result.err
    Path("bare").mkdir()
    assert plancli("check", "bare").code == 2
    assert plancli("check", "missing").code == 2


def test_the_source_is_the_one_that_is_named(sample: Path, plancli: Run) -> None:
    (sample / "source.docx").write_bytes(documents.docx())
    assert plancli("check", "samples").code == 0
    rewrite(sample, lambda held: held["source"].update(path="source.docx"))
    assert plancli("check", "samples").code == 1


@pytest.fixture
def of_several(empty_folder: Path, plancli: Run) -> Path:
    """A sample whose result is an array, as `parse` writes it of two files and of an archive."""
    folder = empty_folder / "several"
    folder.mkdir()
    (folder / "a.txt").write_bytes(documents.txt())
    (folder / "b.txt").write_bytes(documents.txt(2025))
    with zipfile.ZipFile(folder / "source.zip", "w") as package:
        for name, year in (("一.txt", 2023), ("二.txt", 2022)):
            package.writestr(name, documents.txt(year))
    return folder


@pytest.mark.parametrize("inputs", [["a.txt", "b.txt"], ["source.zip"], ["b.txt", "source.zip"]])
def test_an_array_of_results(
    of_several: Path, plancli: Run, monkeypatch: pytest.MonkeyPatch, inputs: list[str]
) -> None:
    monkeypatch.chdir(of_several)
    assert plancli("parse", *inputs, "-o", "expected.json").code == 0
    assert plancli("parse", *inputs, "-o", "expected.csv").code == 0
    assert plancli("validate", "expected.json").code == 0
    result = plancli("check", ".")
    assert (result.code, result.out) == (0, b"")
    assert "1 sample, 0 files written" in plancli("check", ".", "--update").err
    held = json.loads(Path("expected.json").read_bytes())
    held[1]["plans"][0]["title"] = "别的要点"
    path = held[1]["source"]["path"]
    Path("expected.json").write_text(json.dumps([*held[1:], {**held[0], "source": {"path": "gone.txt"}}]), "utf-8")
    told = plancli("check", ".").out.decode()
    assert f"  {path}: p1\n    title: 「别的要点」 → 「云岭县" in told
    assert "  gone.txt\n    missing result\n" in told


def test_equal_results_have_no_differences() -> None:
    held = {"plans": [{"id": "p1", "title": "a", "tasks": [{"id": "p1.t1", "title": "b"}]}], "diagnostics": []}
    assert differences(held, held) == []
    assert differences(held, {}) == [Difference("plan 1", "missing plan: p1 a")]
