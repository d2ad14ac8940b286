"""`validate DIR`: what holds in the folder of a batch, and each way in which it may not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plancli.batch import run as running
from plancli.batch.validity import findings
from plancli.errors import Unsupported

from . import documents
from .runs import in_this_process, run

Change = Callable[[Path], object]


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(running, "supervised", in_this_process)
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_bytes(documents.txt())
    (folder / "sub" / "b.txt").write_bytes(documents.txt(2025).replace(b"2. ", b"4. "))
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "style.json").write_bytes(b'{"a": 1}')
    return folder


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "xlsx", "sqlite"])
def test_a_folder_holds_after_any_run(source: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    for change in (lambda: None, lambda: None, (source / "a.txt").unlink):
        change()
        run(source, out, form=form)
        assert list(findings(out)) == []


def rewritten(name: str, old: str, new: str) -> Change:
    def change(out: Path) -> None:
        file = out / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    return change


def line(**fields: Any) -> Change:
    """The journal's first line with other values."""

    def change(out: Path) -> None:
        file = out / "journal.jsonl"
        first, *rest = file.read_text("utf-8").splitlines()
        file.write_text("\n".join([json.dumps(json.loads(first) | fields), *rest]) + "\n", "utf-8")

    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda out: (out / "a.txt.json").unlink(), ("a.txt.json", "", "is not there, or cut off")),
        (rewritten("a.txt.json", "\n}\n", ""), ("a.txt.json", "", "is not there, or cut off")),
        (rewritten("a.txt.json", '"placed": ', '"placed": 1'), ("a.txt.json", "coverage", "1")),
        (rewritten("a.txt.json", "a.txt", "b.txt"), ("a.txt.json", "source.path", "b.txt is not what the journal says, a.txt")),
        (line(tasks=7), ("a.txt.json", "tasks", "3 is not what the journal says, 7")),
        (line(output=None), ("journal.jsonl", "a.txt", "is ok, and its result is None")),
        (line(output="../a.json"), ("journal.jsonl", "a.txt", "is no place in the folder")),
        (line(error="corrupt"), ("journal.jsonl", "a.txt", "is ok, and its error is corrupt")),
        (line(warnings=3, diagnostics=[{}]), ("journal.jsonl", "a.txt", "has 1 diagnostics and 3 warnings")),
        (line(seconds="x"), ("journal.jsonl", "line 1", "is no record: a value of another type")),
        (rewritten("journal.jsonl", "}\n", "}\n[[\n"), ("journal.jsonl", "line 2", "is no record")),
        (lambda out: (out / "summary.json").unlink(), ("summary.json", "", "no run has come to its end")),
        (lambda out: (out / "summary.json").write_text("["), ("summary.json", "", "is not JSON")),
        (lambda out: (out / "summary.json").write_text("[]"), ("summary.json", "", "is no summary")),
        (rewritten("summary.json", '"ok": 2', '"ok": 3'), ("summary.json", "files", "3 + 1 + 1 is not 4")),
        (rewritten("summary.json", '"tasks": 6', '"tasks": 5'), ("summary.json", "tasks", "5 is not what the journal says, 6")),
        (lambda out: (out / "sub" / "b.txt.json").rename(out / "c.json"), ("c.json", "", "is named by no line")),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_named_with_its_place(
    source: Path, tmp_path: Path, change: Change, told: tuple[str, str, str]
) -> None:
    out = tmp_path / "out"
    run(source, out)
    change(out)
    file, place, what = told
    assert [one for one in findings(out) if one[:2] == (file, place) and what in one[2]]


def test_a_data_set_that_lacks_a_line(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(source, out, form="jsonl")
    lines = (out / "plans.jsonl").read_bytes().splitlines(keepends=True)
    (out / "plans.jsonl").write_bytes(lines[0])
    assert list(findings(out)) == [("plans.jsonl", "", "holds 1 results, and 2 files were read")]
    (out / "plans.jsonl").unlink()
    assert list(findings(out)) == [("plans.jsonl", "", "is not there, or no data set of plancli's")]


def test_a_folder_of_0_1_holds(source: Path, tmp_path: Path) -> None:
    """Its journal has no diagnostics, its results are of contract 1.0; the next run does all again."""
    from plancli.model.versions import reduced

    out = tmp_path / "out"
    run(source, out)
    for file in (out / "a.txt.json", out / "sub" / "b.txt.json"):
        held = reduced(json.loads(file.read_bytes())) | {"schema_version": "1.0"}
        file.write_text(json.dumps(held, ensure_ascii=False, indent=2) + "\n", "utf-8")
    journal = out / "journal.jsonl"
    held = [json.loads(one) for one in journal.read_bytes().splitlines()]
    for one in held:
        del one["diagnostics"]
        one["parser"] = "0.1.0+0123456789ab"
    journal.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in held), "utf-8")
    assert list(findings(out)) == []
    assert run(source, out)[0].unchanged == 0
    assert list(findings(out)) == []


def test_a_folder_without_a_journal_is_none(tmp_path: Path) -> None:
    with pytest.raises(Unsupported, match="holds no results of plancli"):
        list(findings(tmp_path))
