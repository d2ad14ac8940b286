"""`plancli batch` as a process: exit codes, signals, kills, what it says and what it leaves behind."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plancli.batch import run as running

from ..batch import documents
from ..batch.runs import content, in_this_process, lines, run, truth
from .conftest import Run

PLANCLI = [sys.executable, "-m", "plancli"]


@pytest.fixture
def source(empty_folder: Path) -> Path:
    for name, data in {
        "a/一.txt": documents.txt(),
        "a/二.docx": documents.docx(),
        "b/一.txt": documents.txt(2023),
        "b/empty.txt": b"",
    }.items():
        file = empty_folder / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return empty_folder / "in"


def start(*arguments: str, faults: str = "", **options: object) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PLANCLI_FAULTS": faults}
    return subprocess.Popen(
        [*PLANCLI, "batch", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
        **options,  # type: ignore[call-overload]
    )


def finish(*arguments: str, **options: object) -> tuple[int, str]:
    """The exit code of a run, and what it said."""
    process = start(*arguments, **options)  # type: ignore[arg-type]
    _, err = process.communicate(timeout=60)
    return process.returncode, err.decode()


def undisturbed(source: Path, form: str = "json") -> Path:
    """The folder as it is without workers, signals and kills."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "supervised", in_this_process)
        run(source, Path("whole"), form=form)
    return Path("whole")


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.01)


def test_a_run_and_the_next(source: Path, plancli: Run) -> None:
    first = plancli("batch", "in", "-o", "out")
    assert first.code == 1
    assert first.out == b""
    told = first.err.splitlines()
    assert told[0].startswith("plancli: b/empty.txt: the file has no bytes (empty). ")
    assert told[1:] == ["plancli: out: 4 files: 3 ok, 1 failed"]
    second = plancli("batch", "in", "-o", "out")
    assert second.code == 1
    assert "failed before, and nothing has changed since (empty)" in second.err
    assert "out: 4 files: 3 ok, 1 failed, 4 of them unchanged and skipped" in second.err
    assert plancli("batch", "in", "-o", "out", "--exclude", "empty*", "--quiet") == type(first)(0, b"", "")


def test_what_earlier_runs_left_is_named_and_pruned(
    source: Path, plancli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "supervised", in_this_process)
    asked = ["batch", "in", "-o", "out"]
    plancli(*asked)
    (source / "a" / "一.txt").unlink()
    assert "plancli: out/a/一.txt.json: left by an earlier run; --prune removes it\n" in plancli(*asked).err
    assert "plancli: out/a/一.txt.json: removed\n" in plancli(*asked, "--prune").err
    assert "一.txt.json" not in plancli(*asked).err
    assert not Path("out/a/一.txt.json").exists()
    assert Path("out/b/一.txt.json").exists()


def test_strict(source: Path, plancli: Run) -> None:
    (source / "b" / "empty.txt").write_text("这里没有任务。")
    assert plancli("batch", "in", "-o", "out").code == 0
    assert plancli("batch", "in", "-o", "out", "--strict").code == 3


def test_a_failure_of_a_worker_has_one_line(source: Path, plancli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANCLI_FAULTS", "kill=a/一.txt,error=b/一.txt")
    result = plancli("batch", "in", "-o", "out", "-j", "2")
    assert result.code == 1
    told = sorted(result.err.splitlines())
    assert len(told) == 4
    assert "a/一.txt: the process that parsed it died twice" in told[0]
    assert "(internal)" in told[2]
    monkeypatch.setenv("PLANCLI_FAULTS", "error=b/一.txt")
    shown = plancli("batch", "in", "-o", "out", "--traceback")
    assert "Traceback" in shown.err
    assert "strike" in shown.err


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["in"], "-o"),
        (["in", "-o", "in"], "is the output folder too"),
        (["in", "-o", "out", "--include", "*.ofd"], "there is no file to parse"),
        (["in", "-o", "out", "--jobs", "0"], "jobs"),
        (["in", "-o", "out", "--timeout", "-1"], "timeout"),
        (["in", "-o", "out", "--max-memory", "lots"], "max-memory"),
        (["in", "-o", "out", "--limit", "pages"], "NAME=N"),
        (["in", "-o", "out", "--limit", "paces=3"], "Did you mean pages?"),
        (["in", "-o", "out", "--engine", "dask"], "--scheduler"),
        (["in", "-o", "out", "--scheduler", "tcp://localhost:1"], "--engine dask"),
        (["in", "-o", "out", "--format", "table"], "--format"),
    ],
)
def test_wrong_use_does_nothing(source: Path, plancli: Run, arguments: list[str], what: str) -> None:
    result = plancli("batch", *arguments)
    assert result.code == 2
    assert what in result.err
    assert not Path("out").exists()


def test_a_missing_source_is_a_failed_input(source: Path, plancli: Run) -> None:
    result = plancli("batch", "in/a", "missing.pdf", "-o", "out")
    assert result.code == 1
    assert "missing.pdf: no such file (not-found)" in result.err


def test_limits_by_option_environment_and_file(source: Path, plancli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert plancli("batch", "in", "-o", "out", "--limit", "file_bytes=100").code == 1
    assert {line["error"] for line in lines(Path("out"))} == {"too-large", "empty"}
    monkeypatch.setenv("PLANCLI_LIMIT", "file_bytes=100,pages=3")
    assert "too-large" in plancli("parse", "in/a/一.txt").err
    assert plancli("parse", "in/a/一.txt", "--limit", "file_bytes=1K").code == 0
    monkeypatch.delenv("PLANCLI_LIMIT")
    Path("plancli.toml").write_text("timeout = 5\njobs = 1\nmax_memory = '1G'\n[limits]\nfile_bytes = 100\n")
    assert "too-large" in plancli("parse", "in/a/一.txt").err


@pytest.mark.parametrize("module", ["pyarrow", "fsspec", "distributed"])
def test_a_missing_extra(source: Path, plancli: Run, monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    arguments = {
        "pyarrow": ["in", "-o", "out", "--format", "parquet"],
        "fsspec": ["memory://in", "-o", "out"],
        "distributed": ["in", "-o", "out", "--engine", "dask", "--scheduler", "tcp://localhost:1"],
    }
    for name in [name for name in sys.modules if name.split(".")[0] == module]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    result = plancli("batch", *arguments[module])
    assert result.code == 4
    assert "python -m pip install 'plancli[" in result.err


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_cleanly(source: Path, number: int, code: int) -> None:
    process = start("in", "-o", "out", "-j", "2", faults="loop=b/一.txt")
    wait_for(lambda: Path("out/journal.jsonl").exists() and len(lines(Path("out"))) == 3)
    process.send_signal(number)
    _, err = process.communicate(timeout=30)
    assert process.returncode == code
    assert b"Traceback" not in err
    assert not Path("out/summary.json").exists()
    assert {line["path"] for line in lines(Path("out"))} == {"a/一.txt", "a/二.docx", "b/empty.txt"}
    assert finish("in", "-o", "out")[0] == 1
    whole = undisturbed(source)
    assert content(Path("out")) == content(whole)
    assert truth(Path("out")) == truth(whole)


def test_killed_and_resumed(source: Path) -> None:
    """kill -9 of the whole group, at moments that differ; then the same files as an undisturbed run."""
    for number in range(12):
        (source / f"{number}.txt").write_bytes(documents.txt(2000 + number, tasks=20))
    whole = undisturbed(source, "jsonl")
    for done in (0, 5, 11):
        process = start("in", "-o", "out", "--format", "jsonl", "-j", "2")
        wait_for(lambda: Path("out/journal.jsonl").exists() and len(lines(Path("out"))) >= done)  # noqa: B023
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=30)
    with Path("out/journal.jsonl").open("ab") as journal:
        journal.write(b'{"path": "3.txt", "sha2')
    code, err = finish("in", "-o", "out", "--format", "jsonl")
    assert code == 1
    assert "1 line of the journal cut off or broken, and dropped" in err
    assert content(Path("out")) == content(whole)
    assert truth(Path("out")) == truth(whole)


def test_a_second_run_on_one_folder_refuses(source: Path, plancli: Run) -> None:
    process = start("in", "-o", "out", faults="loop=a/一.txt")
    wait_for(lambda: Path("out/journal.jsonl").exists())
    result = plancli("batch", "in", "-o", "out")
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=30)
    assert result.code == 2
    assert result.err.startswith("plancli: another run is writing to out (usage). ")
    assert plancli("batch", "in", "-o", "out").code == 1


def test_a_worker_that_hangs_ends_after_its_run_was_killed(source: Path) -> None:
    """Its own alarm clock ends it; nobody else can."""
    process = start("in/a/一.txt", "-o", "out", "--timeout", "1", faults="child:pid=*,loop=*")
    wait_for(lambda: Path("pid").exists() and Path("pid").read_text() != "")
    worker = int(Path(f"/proc/{Path('pid').read_text()}/stat").read_text().rpartition(")")[2].split()[1])
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=30)
    wait_for(lambda: not Path(f"/proc/{worker}").exists())
    os.kill(int(Path("pid").read_text()), signal.SIGKILL)


def test_a_file_size_limit(source: Path) -> None:
    """As on a full disk: nothing half written, and the rest is done when there is room."""

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))

    code, err = finish("in", "-o", "out", preexec_fn=small)
    assert code == 1
    assert "Traceback" not in err
    assert "(unwritable)" in err
    assert {file.name for file in Path("out").rglob("*") if file.is_file()} == {"journal.jsonl"}
    assert finish("in", "-o", "out")[0] == 1
    assert json.loads(Path("out/summary.json").read_bytes())["ok"] == 3


@pytest.mark.parametrize("out", ["/proc/plancli", "/dev/null/out", "taken"])
def test_a_folder_that_cannot_be_written(source: Path, plancli: Run, out: str) -> None:
    Path("taken").touch()
    result = plancli("batch", "in", "-o", out)
    assert result.code == 1
    assert "cannot be made" in result.err
    assert "(unwritable)" in result.err


def test_names_that_are_no_unicode(source: Path, plancli: Run) -> None:
    name = os.fsdecode("坏".encode()[:2] + b" '\"\n.txt")
    (source / name).write_bytes(b"")
    (source / f"good{name}").write_bytes(documents.txt())
    result = plancli("batch", "in", "-o", "out")
    assert result.code == 1
    assert "plancli: \\xe5\\x9d '\"\\n.txt: the file has no bytes" in result.err
    assert json.loads((Path("out") / f"good{name}.json").read_bytes())["plans"]
    assert name in {line["path"] for line in lines(Path("out"))}


def test_a_bar_on_a_terminal_and_lines_elsewhere(source: Path, plancli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from plancli.cli import progress

    monkeypatch.setattr(progress, "_EVERY", 0.0)
    result = plancli("batch", "in", "-o", "out")
    assert re.search(r"^plancli: [1-4] of 4 files, [01] failed, [\d.]+ a second, \d+ s left$", result.err, re.M)
    assert "\x1b" not in result.err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert plancli("batch", "in", "-o", "out", "-q").err.count("\n") == 1


def test_the_bar(source: Path) -> None:
    """A terminal gets a bar with the files, the failures, the rate and the time left."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*PLANCLI, "batch", "in", "-o", "out"], stderr=theirs, env=os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    )
    os.close(theirs)
    shown = b""
    try:
        while data := os.read(ours, 65536):
            shown += data
    except OSError:
        pass  # how a terminal says that the other side is gone
    os.close(ours)
    assert process.wait(60) == 1
    assert b"/4" in shown
    assert b"1 failed" in shown
    assert b"/s" in shown
    assert b"the file has no bytes" in shown


def test_from_stdin_nothing_is_read(source: Path) -> None:
    done = subprocess.run([*PLANCLI, "batch", "in", "-o", "out"], stdin=None, capture_output=True, timeout=60)
    assert done.returncode == 1
    assert done.stdout == b""
