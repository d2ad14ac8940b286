"""Standard streams that are closed, full or read by nobody: no work stops, no result changes; nothing steers a terminal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plancli.export.terminal import harmless, harmless_data, one_line

from .conftest import Run

TEXT = "某县工作要点\n一、深化改革\n1. 推进建设。3月底前完成方案。（牵头单位：综合科）\n"  # no year: a warning
posix = pytest.mark.skipif(os.name != "posix", reason="/dev/full, and streams that are closed")


def run(*arguments: str, **streams: object) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PLANCLI_")}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.run([sys.executable, "-m", "plancli", *arguments], env=environment, **streams)  # type: ignore[call-overload,no-any-return]


def full() -> object:
    return Path("/dev/full").open("wb")


def unread() -> object:
    reader, writer = os.pipe()
    os.close(reader)
    return os.fdopen(writer, "wb")


@pytest.fixture(autouse=True)
def files() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")


@posix
@pytest.mark.parametrize("stderr", [full, unread])
def test_a_stderr_that_takes_nothing_changes_nothing(stderr: Callable[[], object]) -> None:
    good = run("parse", "a.txt", "--format", "json")
    assert b"no-year" in good.stderr
    with stderr() as stream:  # type: ignore[attr-defined]
        done = run("parse", "a.txt", "--format", "json", stderr=stream)
    assert (done.returncode, done.stdout) == (0, good.stdout)


@posix
@pytest.mark.parametrize("stderr", [full, unread])
def test_a_batch_goes_on_without_a_reader_of_its_failures(stderr: Callable[[], object]) -> None:
    source = Path("in")
    source.mkdir()
    for k in range(4):
        (source / f"bad{k}.pdf").write_bytes(b"%PDF-1.4 broken")
        (source / f"good{k}.txt").write_text(TEXT, "utf-8")
    with stderr() as stream:  # type: ignore[attr-defined]
        assert run("batch", "in", "-o", "out", stderr=stream).returncode == 1
    assert len(Path("out/journal.jsonl").read_bytes().splitlines()) == 8
    assert Path("out/summary.json").is_file()


@posix
@pytest.mark.parametrize("closed", [(0,), (2,), (0, 2), (1,), (0, 1, 2)])
def test_closed_streams(closed: tuple[int, ...]) -> None:
    def close() -> None:
        for handle in closed:
            os.close(handle)

    good = run("parse", "a.txt", "--format", "json").stdout
    done = run("parse", "a.txt", "--format", "json", preexec_fn=close)
    assert (done.returncode, done.stdout) == ((1, b"") if 1 in closed else (0, good))
    assert run("parse", "a.txt", "-o", "b.json", preexec_fn=close).returncode == 0
    assert Path("b.json").read_bytes() == good


@posix
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["parse", "--help"], ["schema"], ["parse", "a.txt"]])
def test_a_full_disk_is_told(arguments: list[str]) -> None:
    with full() as stream:  # type: ignore[attr-defined]
        done = run(*arguments, stdout=stream)
    last = done.stderr.decode().splitlines()[-1]
    assert (done.returncode, "(unwritable)" in last, "Traceback" in done.stderr.decode()) == (1, True, False)


@posix
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_batch_that_is_stopped_says_how_far_it_came(number: signal.Signals, code: int) -> None:
    source = Path("in")
    source.mkdir()
    for k in range(6):
        (source / f"{k}.txt").write_text(TEXT, "utf-8")
    environment = {**os.environ, "PLANCLI_FAULTS": "loop=[2-9].txt"}
    process = subprocess.Popen(
        [sys.executable, "-m", "plancli", "batch", "in", "-o", "out", "-j", "1"],
        env=environment,
        stderr=subprocess.PIPE,
    )
    journal = Path("out/journal.jsonl")
    while not (journal.is_file() and len(journal.read_bytes().splitlines()) == 2):
        time.sleep(0.05)
        assert process.poll() is None
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, b"2 of 6 files are done; the same command goes on" in err) == (code, True)
    assert b"Traceback" not in err


@posix
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_while_it_loads_ends_it_as_later(number: signal.Signals, code: int) -> None:
    loading = f"""
import os, signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "typer":
            os.kill(os.getpid(), {int(number)})
sys.meta_path.insert(0, Finder())
from plancli.__main__ import run
run()
"""
    done = subprocess.run([sys.executable, "-c", loading], capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


STEERING = ["\x1b[31m", "\x9b31m", "\x07", "\u202e", "\u2066", "\x85", "\u2028", "\r"]


@pytest.mark.parametrize("char", STEERING)
def test_what_steers_a_terminal_is_shown(char: str) -> None:
    shown = harmless(f"甲{char}乙\t丙\n")
    assert char[0] not in shown and shown.endswith("乙\t丙\n")
    assert len(one_line(f"甲{char}乙\n 丙\r\n丁").splitlines()) == 1


@pytest.mark.parametrize("char", ["\x9b31m", "\u202e", "\u2066"])
def test_no_output_for_people_steers_a_terminal(char: str) -> None:
    Path("a.txt").write_text(TEXT.replace("推进", f"推{char}进").replace("综合", f"综{char}合"), "utf-8")
    for arguments in (
        ["parse", "a.txt", "--format", "table"],
        ["explain", "a.txt"],
        ["tasks", "a.txt", "--format", "table"],
    ):
        done = run(*arguments)
        assert char[0] not in (done.stdout + done.stderr).decode()
        assert done.stdout


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "md", "table", "ics"])
def test_no_result_steers_the_terminal_it_is_shown_on(plancli: Run, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Escaped as JSON does it; a pipe gets the words as they are."""
    monkeypatch.setenv("NO_COLOR", "1")
    Path("a.txt").write_text(TEXT.replace("县", "县2024年").replace("推进", "推\x9b31m\u2066\u202e\x1b[31m进"), "utf-8")
    shown, piped = (plancli("parse", "a.txt", "--format", form, terminal=terminal) for terminal in (True, False))
    told = shown.out.decode()
    assert not set("\x9b\x1b\u2066\u202e") & set(told) and "推" in told
    if form == "json":
        assert json.loads(told) == json.loads(piped.out)


@pytest.mark.parametrize("form", ["xlsx", "docx", "sqlite"])
def test_what_is_no_text_is_not_shown_on_a_terminal(plancli: Run, form: str) -> None:
    done = plancli("parse", "a.txt", "--format", form, terminal=True)
    assert (done.code, done.out) == (2, b"") and "-o FILE" in done.err


@pytest.mark.parametrize("text", ["甲\r\n乙\t丙\n", "甲\\乙"])
def test_a_result_without_such_characters_is_shown_as_it_is(text: str) -> None:
    assert harmless_data(text) == text
