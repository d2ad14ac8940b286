"""Commands that read documents do so in a worker under guards: what hangs, dies or eats memory costs itself alone."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from plancli import errors
from plancli.batch.guarded import Guarded
from plancli.batch.worker_handle import Guards
from plancli.errors import Empty, InternalError, Timeout
from plancli.extract import archive
from plancli.isolation import read_by
from plancli.model.settings import Limits
from plancli.pace import at_once, page_read
from plancli.pipeline import members, parse_bytes

TEXT = "某县2024年工作要点\n一、深化改革\n1. 推进建设。3月底前完成方案。（牵头单位：综合科）\n"
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PLANCLI_")}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "plancli", *arguments]


def plancli(*arguments: str, faults: str = "", start: str = "") -> subprocess.CompletedProcess[str]:
    more = {"PLANCLI_FAULTS": faults, "PLANCLI_START": start}
    return subprocess.run(
        command(*arguments), capture_output=True, text=True, env={**ENVIRONMENT, **more, "HOME": str(Path.cwd())}
    )


@pytest.fixture(autouse=True)
def files() -> None:
    for name in ("good.txt", "bad.txt"):
        Path(name).write_text(TEXT, "utf-8")


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_a_worker_gives_what_this_process_gives(start: str) -> None:
    guarded = plancli("parse", "good.txt", "bad.txt", "-v", start=start)
    here = plancli("parse", "good.txt", "bad.txt", "-v", "--in-process")
    assert (guarded.returncode, guarded.stdout) == (here.returncode, here.stdout)
    took = re.compile(r"\d+\.\d+ s\b")
    assert took.sub("", guarded.stderr) == took.sub("", here.stderr)


@pytest.mark.parametrize(
    ("fault", "more", "error"),
    [
        ("loop", ["--timeout", "2"], "timeout"),
        ("memory", ["--max-memory", "400M"], "out-of-memory"),
        ("kill", [], "worker-crashed"),
        ("exit", [], "worker-crashed"),
        ("error", [], "internal"),
    ],
)
def test_a_file_that_goes_too_far_costs_itself_alone(fault: str, more: Sequence[str], error: str) -> None:
    done = plancli("parse", "bad.txt", "good.txt", *more, "--format", "jsonl", faults=f"{fault}=bad*")
    assert [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()] == ["good.txt"]
    (line,) = done.stderr.splitlines()
    assert line.startswith("plancli: bad.txt: ") and f"({error})" in line
    assert done.returncode == (70 if error == "internal" else 1)


@pytest.mark.parametrize("read", [["parse"], ["batch", "-o", "out"]])
def test_an_archive_is_unpacked_under_the_guards(read: Sequence[str]) -> None:
    with zipfile.ZipFile("bad.zip", "w") as package:
        package.writestr("a.txt", TEXT)
        package.writestr("b.txt", TEXT)
    done = plancli(*read, "bad.zip", "good.txt", faults="kill=bad.zip")
    assert (done.returncode, "(worker-crashed)" in done.stderr) == (1, True)
    assert "good.txt" not in done.stderr.replace("1 ok", "")
    assert plancli(*read, "bad.zip", "good.txt").returncode == 0


def test_what_an_archive_holds_comes_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{n}.txt" for n in range(7)]
    with zipfile.ZipFile("good.zip", "w") as package:
        for name in names:
            package.writestr(name, name * 100)
    data = Path("good.zip").read_bytes()
    calls: list[str] = []

    def caller(name: str, function: Callable[..., object], *arguments: object) -> object:
        calls.append(getattr(function, "__name__", ""))
        return function(*arguments)

    monkeypatch.setattr(archive, "_PORTION", 1200)  # two of them
    with read_by(caller):
        found = members(data, "good.zip", Limits())
        assert found is not None
        assert [member.read().decode() for member in found] == [name * 100 for name in names]
    assert calls == ["listed", *["portion"] * 4]


def test_one_worker_reads_all_that_a_command_is_given() -> None:
    with Guarded(Guards()) as guarded:
        first = guarded.call("a", os.getpid)
        assert [guarded.call("b", os.getpid) for _ in range(3)] == [first] * 3
        with pytest.raises(InternalError, match="ZeroDivisionError"):
            guarded.call("c", divmod, 1, 0)
        with pytest.raises(Empty):
            guarded.call("d", parse_bytes, b" ", name="d")
    assert first != os.getpid()
    assert not Path(f"/proc/{first}").exists()


def pages_that_take(seconds: float, count: int) -> int:
    """Like a scan: `count` pages, each of which takes so long."""
    for done in range(1, count + 1):
        time.sleep(seconds)
        page_read(done, count)
    return at_once()


def test_a_file_that_is_read_page_by_page_has_its_time_for_each() -> None:
    told: list[tuple[str, int, int]] = []
    with Guarded(Guards(seconds=1, pages=3), lambda *said: told.append(said)) as guarded:
        assert guarded.call("a", pages_that_take, 0.4, 4) == 3
        with pytest.raises(Timeout):
            guarded.call("b", pages_that_take, 4, 1)
    assert told == [("a", done, 4) for done in (1, 2, 3, 4)]


def test_in_this_process_there_is_no_worker_to_fail() -> None:
    assert plancli("parse", "bad.txt", "--in-process", faults="kill=bad*").returncode == 0


@pytest.mark.parametrize("arguments", [["tasks", "bad.txt"], ["explain", "bad.txt"]])
def test_other_commands_have_the_same_guards(arguments: list[str]) -> None:
    done = plancli(*arguments, faults="kill=bad*")
    assert (done.returncode, "(worker-crashed)" in done.stderr) == (1, True)


def test_check_has_them_too() -> None:
    sample = Path("sample")
    sample.mkdir()
    (sample / "source.txt").write_text(TEXT, "utf-8")
    assert plancli("check", "sample", "--update").returncode == 0
    assert "(worker-crashed)" in plancli("check", "sample", faults="kill=source*").stderr


def test_explain_tells_what_the_worker_read_of_a_task() -> None:
    done = plancli("explain", "good.txt", "--task", "p1.t1")
    assert done.stdout == plancli("explain", "good.txt", "--task", "p1.t1").stdout
    assert "3月底前" in done.stdout and "text  " in done.stdout


def test_the_trace_of_a_worker_is_shown_to_who_asks() -> None:
    done = plancli("parse", "bad.txt", "--traceback", faults="error=bad*")
    assert "ZeroDivisionError: an injected fault" in done.stderr and "faults.py" in done.stderr
    assert "Traceback" not in plancli("parse", "bad.txt", faults="error=bad*").stderr


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_while_the_worker_hangs(number: signal.Signals, code: int) -> None:
    """And takes the worker with it."""
    note = Path("pid")
    faults = {"PLANCLI_FAULTS": f"child:{note.absolute()}=bad*,loop=bad*"}
    process = subprocess.Popen(
        command("parse", "bad.txt", "-o", "r.json"), env={**ENVIRONMENT, **faults}, stderr=subprocess.PIPE
    )
    while not (note.is_file() and note.read_text()):
        time.sleep(0.02)
        assert process.poll() is None
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (code, b"")
    assert not Path("r.json").exists()
    for _ in range(100):
        if not _alive(int(note.read_text())):
            break
        time.sleep(0.05)
    assert not _alive(int(note.read_text()))


def _alive(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.PlancliError)]


def raise_it(kind: type[errors.PlancliError]) -> None:
    raise kind("what is wrong", "what to do")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.code != "internal" or kind is InternalError])
def test_an_error_of_a_worker_is_of_its_own_class_here(kind: type[errors.PlancliError]) -> None:
    """Who catches one class of error catches it from a worker as well: a mail passes by a picture (`Unsupported`)."""
    with Guarded(Guards()) as worker, pytest.raises(errors.PlancliError) as caught:
        worker.call("a file", raise_it, kind)
    assert type(caught.value) is kind
    assert (caught.value.what, caught.value.remedy) == ("what is wrong", "what to do")
