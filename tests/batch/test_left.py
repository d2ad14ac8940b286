"""What earlier runs left in the folder is named, and taken away where that is asked; what is somebody else's stays."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from plancli.batch import run as running
from plancli.batch.dataset import NAMES
from plancli.errors import UsageError

from .runs import in_this_process, run

PLAN = "云岭县2024年工作要点\n一、深化改革\n1. 推进河道治理。6月底前完成。（责任单位：水利局）\n"


@pytest.fixture(autouse=True)
def no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "supervised", in_this_process)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text(PLAN, "utf-8")
    (folder / "sub" / "b.txt").write_text(PLAN, "utf-8")
    return folder


def files(out: Path) -> set[str]:
    return {file.relative_to(out).as_posix() for file in out.rglob("*") if file.is_file()} - {"journal.jsonl"}


@pytest.mark.parametrize("form", ["json", "csv"])
def test_results_of_files_that_are_gone_are_named_and_pruned(source: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    run(source, out, form=form)
    before = files(out)
    (source / "sub" / "b.txt").rename(source / "c.txt")
    (gone,) = run(source, out, form=form)[0].left
    assert gone in before
    assert run(source, out, form=form)[0].left == [gone]  # as long as it is there
    assert gone in files(out)
    assert run(source, out, form=form, prune=True)[0].left == [gone]
    assert not (out / gone).parent.exists()  # where nothing else was
    run(source, tmp_path / "afresh", form=form)
    assert files(out) == files(tmp_path / "afresh")
    assert run(source, out, form=form)[0].left == []


@pytest.mark.parametrize("form", NAMES)
def test_data_sets_of_other_formats_are_named_and_pruned(source: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    pytest.importorskip("pyarrow")
    run(source, out, form=form)
    assert run(source, out, form=form)[0].left == []
    left = run(source, out)[0].left
    assert NAMES[form] in left  # type: ignore[index]
    assert left == run(source, out, prune=True)[0].left
    run(source, tmp_path / "afresh")
    assert files(out) == files(tmp_path / "afresh")


@pytest.mark.parametrize("form", NAMES)
@pytest.mark.parametrize("held", [b"mine", b"PK\x03\x04", b"PAR1", b"SQLite format 3\0", b"BEGIN:VCALENDAR\n"])
def test_somebody_elses_file_with_the_name_of_a_data_set_stays(
    source: Path, tmp_path: Path, form: str, held: bytes
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    file = out / NAMES[form]  # type: ignore[index]
    file.write_bytes(held)
    assert run(source, out, prune=True)[0].left == []
    with pytest.raises(UsageError, match=r"in the output folder is not plancli's"):
        run(source, out, form=form)
    assert file.read_bytes() == held


def test_somebody_elses_summary_stays(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "summary.json").write_text('{"mine": 1}')
    with pytest.raises(UsageError, match=r"summary\.json in the output folder is not plancli's"):
        run(source, out)
    assert (out / "summary.json").read_text() == '{"mine": 1}'


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_a_pipe_or_a_link_in_the_place_of_a_result_stays(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(source, tmp_path / "real")
    (out / "sub").mkdir(parents=True)
    os.mkfifo(out / "a.txt.json")
    (out / "sub" / "b.txt.json").symlink_to(tmp_path / "real" / "sub" / "b.txt.json")
    tally = run(source, out)[0]
    assert tally.errors["unwritable"] == 2
    assert (out / "a.txt.json").is_fifo()
    assert (out / "sub" / "b.txt.json").is_symlink()


@pytest.mark.parametrize("name", ["../mine.json", "/mine.json", ".parts/../mine.json", "summary.json", "a\0b", "."])
def test_pruning_takes_nothing_that_a_journal_could_not_have(source: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    run(source, out)
    mine = [tmp_path / "mine.json", out / "mine.json"]
    for file in mine:
        file.write_text('{\n  "schema_version": "mine"}')
    journal = out / "journal.jsonl"
    line = json.loads(journal.read_bytes().splitlines()[0])
    named = str(tmp_path / "mine.json") if name == "/mine.json" else name
    journal.write_text(
        json.dumps(line | {"path": "gone", "output": named}) + "\n" + journal.read_text("utf-8"), "utf-8"
    )
    run(source, out, prune=True)
    assert all(file.exists() for file in mine)
    assert (out / "summary.json").exists()
