"""`--no-persons`: nobody is named in what any command writes or says."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from plancli.batch import run as running

from ..batch.runs import in_this_process
from ..test_withheld import PLAN, assert_nobody
from .conftest import Run


@pytest.fixture
def results(plancli: Run, empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A batch in which everybody is named."""
    monkeypatch.setattr(running, "supervised", in_this_process)
    (empty_folder / "in").mkdir()
    (empty_folder / "in" / "a.txt").write_text(PLAN, "utf-8")
    assert plancli("batch", "in", "-o", "out").code == 0
    return empty_folder / "out"


@pytest.mark.parametrize(
    "words",
    [
        ["parse", "in/a.txt", "-v"],
        ["parse", "in/a.txt", "--format", "csv", "--diagnostics", "said.txt"],
        ["parse", "in/a.txt", "--format", "md"],
        ["tasks", "out"],
        ["tasks", "in/a.txt", "--format", "json"],
        ["review", "out", "--format", "json"],
        ["view", "in/a.txt", "-o", "-"],
        ["view", "out", "-o", "-", "--lang", "zh"],
        ["batch", "in", "-o", "withheld", "--format", "jsonl", "-v"],
        ["batch", "in", "-o", "withheld", "--format", "sqlite"],
    ],
    ids=" ".join,
)
def test_no_command_names_anybody(results: Path, plancli: Run, words: list[str]) -> None:
    got = plancli(*words, "--no-persons")
    assert got.code == 0, got.err
    assert_nobody(got.out.decode() + got.err)
    written = [Path("said.txt"), *Path("withheld").rglob("*")]
    for file in written:
        if file.is_file():
            assert_nobody(file.read_bytes().decode("utf-8", "replace"))
    if "sqlite" in words:
        with contextlib.closing(sqlite3.connect("withheld/plans.sqlite")) as base:
            assert base.execute("SELECT count(*) FROM leaders").fetchone() == (0,)


def test_the_configuration_asks_for_it_too(results: Path, plancli: Run) -> None:
    Path("plancli.toml").write_text("no_persons = true", "utf-8")
    for words in (
        ["stats", "out", "--format", "json"],
        ["diff", "out", "in/a.txt"],
        ["tasks", "out", "--format", "md"],
    ):
        assert_nobody(plancli(*words).out.decode())
    Path("plancli.toml").write_text('no_persons = "yes"', "utf-8")
    assert "no_persons is 'yes'" in plancli("tasks", "out").err


def test_a_batch_with_and_without_is_made_anew(results: Path, plancli: Run) -> None:
    before = (results / "a.txt.json").read_bytes()
    assert plancli("batch", "in", "-o", "out", "--no-persons").code == 0
    assert_nobody((results / "a.txt.json").read_text("utf-8"))
    assert plancli("batch", "in", "-o", "out").code == 0
    assert (results / "a.txt.json").read_bytes() == before


def test_a_person_cannot_be_asked_for_as_well(results: Path, plancli: Run) -> None:
    got = plancli("tasks", "out", "--leader", "李小军", "--no-persons")
    assert got.code == 2
    assert "--no-persons leaves them out" in got.err


def test_the_newest_format_of_a_batch_is_read(results: Path, plancli: Run) -> None:
    """An older data set stands beside the results until it is pruned."""
    assert plancli("batch", "in", "-o", "out", "--format", "jsonl").code == 0
    (results.parent / "in" / "a.txt").write_text(PLAN.replace("完善安防设施", "完善消防设施"), "utf-8")
    assert plancli("batch", "in", "-o", "out").code == 0
    assert "完善消防设施" in plancli("tasks", "out").out.decode()
