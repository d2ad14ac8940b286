"""What a run does: accounts for every file, resumes, joins data sets; parsed in this process, for speed."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from plancli.batch import run as running
from plancli.batch.job import Job, Outcome
from plancli.batch.results import Folder, UnplacedError, output_path
from plancli.batch.worker_handle import Guards
from plancli.errors import OutputError, UsageError
from plancli.model.settings import Limits, Settings

from . import documents
from .runs import content, in_this_process, lines, run, truth


@pytest.fixture(autouse=True)
def no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "supervised", in_this_process)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    for name, data in {
        "2023/要点.txt": documents.txt(2023),
        "2024/要点.txt": documents.txt(2024),
        "2024/要点.docx": documents.docx(),
        "2024/要点.pdf": documents.pdf(),
        "bad/empty.txt": b"",
        "bad/cut.docx": documents.docx()[:900],
        "bad/picture.png": b"\x89PNG\r\n\x1a\n",
    }.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def test_every_file_is_accounted_for(source: Path, tmp_path: Path) -> None:
    tally, seen = run(source, tmp_path / "out")
    assert (tally.ok, tally.failed, tally.skipped, tally.unchanged) == (4, 2, 1, 0)
    assert seen.total == len(seen.outcomes) == 7
    told = {line["path"]: (line["status"], line["error"], line["output"]) for line in lines(tmp_path / "out")}
    assert told == {
        "2023/要点.txt": ("ok", None, "2023/要点.txt.json"),
        "2024/要点.txt": ("ok", None, "2024/要点.txt.json"),
        "2024/要点.docx": ("ok", None, "2024/要点.docx.json"),
        "2024/要点.pdf": ("ok", None, "2024/要点.pdf.json"),
        "bad/empty.txt": ("failed", "empty", None),
        "bad/cut.docx": ("failed", "corrupt", None),
        "bad/picture.png": ("skipped", "missing-extra", None),
    }
    summary = json.loads((tmp_path / "out" / "summary.json").read_bytes())
    assert summary["files"] == summary["ok"] + summary["failed"] + summary["skipped"] == 7
    assert summary["errors"] == {"corrupt": 1, "empty": 1, "missing-extra": 1}
    assert summary["tasks"] == sum(line["tasks"] for line in lines(tmp_path / "out")) == 12


def test_the_journal_has_what_parse_writes_for_scripts(source: Path, tmp_path: Path) -> None:
    (source / "2025.txt").write_bytes(documents.txt(2025).replace(b"2. ", b"4. "))
    run(source, tmp_path / "out")
    run(source, tmp_path / "out")  # a line of its own for what is done already
    for held in lines(tmp_path / "out"):
        severities = [told["severity"] for told in held["diagnostics"]]
        if held["output"]:
            assert severities == ["warning"] * held["warnings"]
        else:
            assert severities == ["info" if held["status"] == "skipped" else "error"]
        for told in held["diagnostics"]:
            assert list(told) == ["path", "code", "severity", "message", "place"]
            assert told["path"] == held["path"]
            assert told["code"] == (held["error"] or "number-gap")
    assert sum(held["warnings"] for held in lines(tmp_path / "out")) == 2


def test_a_result_is_what_parse_writes(source: Path, tmp_path: Path) -> None:
    import plancli
    from plancli.export import json as writer

    run(source, tmp_path / "out")
    held = json.loads((tmp_path / "out" / "2024" / "要点.docx.json").read_bytes())
    assert held["source"]["path"] == "2024/要点.docx"
    expected = json.loads(writer.document(plancli.parse(source / "2024" / "要点.docx")))
    assert held == expected | {"source": expected["source"] | {"path": "2024/要点.docx"}}


def test_a_kind_that_is_not_read_fails_where_it_was_named(source: Path, tmp_path: Path) -> None:
    tally, _ = run(source / "bad" / "picture.png", tmp_path / "out")
    assert (tally.failed, tally.skipped) == (1, 0)


def test_a_second_run_skips_what_is_unchanged(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out")
    before = content(tmp_path / "out")
    (source / "2023" / "要点.txt").write_bytes(documents.txt(2022))
    tally, seen = run(source, tmp_path / "out")
    assert seen.parsed == ["2023/要点.txt"]
    assert (tally.ok, tally.failed, tally.skipped, tally.unchanged) == (4, 2, 1, 6)
    second = {line["path"]: line["status"] for line in lines(tmp_path / "out")[7:]}
    assert second == dict.fromkeys(seen.outcomes, "skipped") | {
        "2023/要点.txt": "ok",
        "bad/empty.txt": "failed",
        "bad/cut.docx": "failed",
    }
    after = content(tmp_path / "out")
    assert {name for name in after if after[name] != before[name]} == {"2023/要点.txt.json"}


@pytest.mark.parametrize("change", [Settings(year=2020), Settings(limits=Limits(pages=7))])
def test_other_settings_do_all_again(source: Path, tmp_path: Path, change: Settings) -> None:
    run(source, tmp_path / "out")
    _, seen = run(source, tmp_path / "out", settings=change)
    assert len(seen.parsed) == 7
    _, seen = run(source, tmp_path / "out", settings=change)
    assert seen.parsed == []


def test_another_version_does_all_again(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(source, tmp_path / "out")
    monkeypatch.setattr("plancli.__version__", "99")
    _, seen = run(source, tmp_path / "out")
    assert len(seen.parsed) == 7


def test_force_does_all_again(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out")
    _, seen = run(source, tmp_path / "out", force=True)
    assert len(seen.parsed) == 7


def test_a_result_that_is_gone_is_made_again(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out")
    (tmp_path / "out" / "2024" / "要点.pdf.json").unlink()
    _, seen = run(source, tmp_path / "out")
    assert seen.parsed == ["2024/要点.pdf"]


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
@pytest.mark.parametrize("kept", [0.0, 0.01, 0.5, 0.99])
def test_a_result_that_was_cut_off_is_made_again(source: Path, tmp_path: Path, form: str, kept: float) -> None:
    """Where the power goes, a file may have its name and not all of its bytes; cut at the end of a line as anywhere."""
    run(source, tmp_path / "out", form=form)
    before = content(tmp_path / "out")
    output = next(line["output"] for line in lines(tmp_path / "out") if line["path"] == "2024/要点.txt")
    data = before[output]
    within = int(kept * len(data))
    for end in (within, data.rfind(b"\n", 0, within) + 1):
        (tmp_path / "out" / output).write_bytes(data[:end])
        _, seen = run(source, tmp_path / "out", form=form)
        assert seen.parsed == ["2024/要点.txt"]
        assert content(tmp_path / "out") == before


def test_what_may_pass_is_tried_again(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A time-out or a crash is no property of the bytes."""
    bad = Outcome("failed", error="timeout", what="takes longer")
    monkeypatch.setattr(
        running, "supervised", lambda job, guards: bad if job.name.endswith("pdf") else in_this_process(job, guards)
    )
    assert run(source, tmp_path / "out")[0].failed == 3
    monkeypatch.setattr(running, "supervised", in_this_process)
    tally, seen = run(source, tmp_path / "out")
    assert seen.parsed == ["2024/要点.pdf"]
    assert tally.failed == 2


def test_a_file_that_fails_now_leaves_no_result_of_before(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out")
    (source / "2024" / "要点.txt").write_bytes(b"")
    run(source, tmp_path / "out")
    assert not (tmp_path / "out" / "2024" / "要点.txt.json").exists()


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_stopped_after_any_file_and_resumed(source: Path, tmp_path: Path, form: str) -> None:
    """Whatever was done when it stopped, the folder comes out as if it never had."""

    class StopError(Exception):
        pass

    run(source, tmp_path / "whole", form=form)
    for after in range(1, 6):  # four results and the summary
        out = tmp_path / f"out{after}"
        countdown = iter(range(after - 1, -1, -1))

        class Stopping(Folder):
            def write(self, name: str, data: bytes, countdown: Iterator[int] = countdown, out: Path = out) -> None:
                if next(countdown, -1) == 0:
                    (out / ".plancli-0123456789abcdef.tmp").write_bytes(data[:9])
                    raise StopError
                super().write(name, data)

        with pytest.raises(StopError):
            run(source, Stopping(out), form=form)
        run(source, out, form=form)
        assert content(out) == content(tmp_path / "whole")
        assert truth(out) == truth(tmp_path / "whole")
        assert sorted(line["path"] for line in lines(out)) == sorted(line["path"] for line in lines(tmp_path / "whole"))


def test_the_order_is_that_of_the_files_however_many_workers(source: Path, tmp_path: Path) -> None:
    for form in ("jsonl", "csv"):
        run(source, tmp_path / f"{form}1", form=form)
        run(source, tmp_path / f"{form}4", form=form, jobs=4)
        assert content(tmp_path / f"{form}1") == content(tmp_path / f"{form}4")
    held = [
        json.loads(line)["source"]["path"] for line in (tmp_path / "jsonl4" / "plans.jsonl").read_bytes().splitlines()
    ]
    assert held == ["2023/要点.txt", "2024/要点.docx", "2024/要点.pdf", "2024/要点.txt"]


def test_one_csv_with_one_header(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out", form="csv", bom=True)
    text = (tmp_path / "out" / "plans.csv").read_bytes().decode()
    assert text.startswith("\ufefffile,")
    rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))
    assert {row["file"] for row in rows} == {"2023/要点.txt", "2024/要点.docx", "2024/要点.pdf", "2024/要点.txt"}
    assert all(row["start"] == "" or row["start"][:4].isdecimal() for row in rows)


def test_parquet_has_types(source: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    run(source, tmp_path / "one", form="parquet")
    run(source, tmp_path / "two", form="parquet", jobs=4)
    assert content(tmp_path / "one") == content(tmp_path / "two")
    table = parquet.read_table(tmp_path / "one" / "plans.parquet")
    assert [str(table.schema.field(name).type) for name in ("year", "end", "approximate", "title")] == [
        "int32",
        "date32[day]",
        "bool",
        "string",
    ]
    run(source, tmp_path / "csv", form="csv")
    text = (tmp_path / "csv" / "plans.csv").read_text("utf-8")
    assert table.column("title").to_pylist() == [row["title"] for row in csv.DictReader(text.splitlines())]


def test_stop_at_the_first_failure(source: Path, tmp_path: Path) -> None:
    (source / "1.txt").write_bytes(b"")
    tally, seen = run(source, tmp_path / "out", fail_fast=True)
    assert (tally.complete, tally.failed) == (False, 1)
    assert len(seen.outcomes) < 8
    assert not (tmp_path / "out" / "summary.json").exists()
    run(source, tmp_path / "out")
    run(source, tmp_path / "whole")
    assert content(tmp_path / "out") == content(tmp_path / "whole")


def test_two_runs_on_one_folder(source: Path, tmp_path: Path) -> None:
    with running.opened(Folder(tmp_path / "out")), pytest.raises(UsageError, match="another run"):
        run(source, tmp_path / "out")


@pytest.mark.parametrize(
    "name", ["journal", "summary", "长" * 83 + ".txt", "\udcff" * 250 + ".txt", "a b.txt", "a\nb.txt", "'\".txt"]
)
def test_any_name_gets_a_result_of_its_own(tmp_path: Path, name: str) -> None:
    for path in (name, f"{name[:-6]}二.txt"):
        file = tmp_path / "in" / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(documents.txt())
    tally, _ = run(tmp_path / "in", tmp_path / "out")
    assert (tally.ok, tally.failed) == (2, 0)
    outputs = [line["output"] for line in lines(tmp_path / "out")]
    assert len(set(outputs)) == 2
    assert all(json.loads((tmp_path / "out" / output).read_bytes()) for output in outputs)
    assert run(tmp_path / "in", tmp_path / "out")[1].parsed == []


def test_results_keep_the_path() -> None:
    assert output_path("a/b.pdf", "json") == "a/b.pdf.json"
    assert output_path("a/b.pdf", "csv") == ".parts/a/b.pdf.csv"
    assert output_path("summary", "json") != "summary.json"


def test_a_result_that_has_no_place_costs_itself_alone(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / "in" / name).write_bytes(documents.txt())
    (tmp_path / "out" / "a.json").mkdir(parents=True)
    tally, seen = run(tmp_path / "in", tmp_path / "out")
    assert (tally.ok, tally.failed) == (1, 1)
    (failed,) = [outcome for outcome in seen.outcomes.values() if outcome and outcome.status == "failed"]
    assert failed.error == "unwritable"


@pytest.mark.parametrize("full_at", range(1, 12))  # four results, seven lines
def test_a_full_disk_ends_the_run_and_keeps_what_is_done(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full_at: int
) -> None:
    """In the middle of any result, and of any line of the journal."""
    import os

    write, count = os.write, 0

    def full(handle: int, data: bytes) -> int:
        nonlocal count
        count += 1
        if count < full_at:
            return write(handle, data)
        if count == full_at:
            return write(handle, data[: len(data) // 2])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(OutputError, match="No space left"):
            run(source, tmp_path / "out")
    assert not list((tmp_path / "out").rglob("*.tmp"))
    assert all(json.loads(file.read_bytes()) for file in (tmp_path / "out").rglob("*.json"))
    *told, _ = (tmp_path / "out" / "journal.jsonl").read_bytes().split(b"\n")
    assert len(told) < 7
    assert all(
        (tmp_path / "out" / output).exists() for output in (json.loads(line)["output"] for line in told) if output
    )
    _, seen = run(source, tmp_path / "out")
    assert len(seen.parsed) == 7 - len(told)
    run(source, tmp_path / "whole")
    assert content(tmp_path / "out") == content(tmp_path / "whole")


def test_a_folder_that_cannot_be_made(source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot be made"):
        run(source, tmp_path / "file" / "out")


def test_a_fault_of_a_cluster_is_told(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class KilledWorker(Exception):  # noqa: N818
        pass

    def lost(job: Job, guards: Guards) -> Outcome:
        raise KilledWorker if job.name.endswith("pdf") else OSError("connection lost")

    monkeypatch.setattr(running, "supervised", lost)
    run(source, tmp_path / "out")
    assert {line["error"] for line in lines(tmp_path / "out")} == {"worker-crashed", "internal"}


def test_unplaced_is_told_from_a_full_disk(tmp_path: Path) -> None:
    store = Folder(tmp_path)
    (tmp_path / "d").mkdir()
    with pytest.raises(UnplacedError):
        store.write("d", b"x")
    with pytest.raises(UnplacedError):
        store.write("n" * 300, b"x")
