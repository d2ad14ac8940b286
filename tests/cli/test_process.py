"""What only a process of its own can show: start-up, signals, pipes."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("pydantic", "pdfplumber", "pypdfium2", "docx", "lxml", "jieba", "opencc", "charset_normalizer", "rich")

# plancli with a stage that never ends, which says on stderr when it has begun; a second input is read at once
SLOW = """
import sys, time, types
from export.bulletins import bulletin
def parse_bytes(data, *, name, settings, log):
    if data == b"slow":
        print("begun", file=sys.stderr, flush=True)
        time.sleep(60)
    return bulletin()
pipeline = types.ModuleType("plancli.pipeline")
pipeline.parse_bytes = parse_bytes
pipeline.members = lambda data, name, limits: None
sys.modules["plancli.pipeline"] = pipeline
from plancli.cli import run
run(sys.argv[1:])
"""


def start(code: str, *arguments: str) -> subprocess.Popen[bytes]:
    environment = {"PYTHONPATH": str(Path(__file__).parents[1]), "PATH": "/usr/bin:/bin", "HOME": str(Path.cwd())}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["parse", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = f"""
import sys, typer
typers_own = set(sys.modules)  # rich, in some versions
from plancli.cli import run
try:
    run({arguments!r})
finally:
    print(*sorted(set({HEAVY!r}) & set(sys.modules) - typers_own), file=sys.stderr)
"""
    out, err = start(code).communicate(timeout=60)
    assert out
    checked_by_typer = {"pydantic"} if arguments[0] == "parse" else set()  # some versions check values with it
    assert set(err.decode().split()) <= checked_by_typer


def test_importing_plancli_imports_nothing_heavy() -> None:
    code = f"import sys, plancli; print(*sorted(set({(*HEAVY, 'typer')!r}) & set(sys.modules)))"
    out, err = start(code).communicate(timeout=60)
    assert (out.split(), err) == ([], b"")


def test_signals_are_handled_before_anything_takes_time() -> None:
    """What comes earlier ends Python itself, with its traceback: no more than it loads for `signal` stands before that."""
    root = Path(sys.modules["plancli"].__file__ or "").parents[1]
    code = f"""
import sys
sys.path.insert(0, {str(root)!r})
import plancli.__main__
print(*sorted({{"typing", "contextlib", "re"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_what_others_do_at_exit_is_done_and_all_is_written() -> None:
    code = """
import atexit, sys
import plancli.cli
def command_line():
    atexit.register(print, "last", file=sys.stderr)
    sys.stdout.write("a result that is not flushed")
    sys.exit(3)
plancli.cli.run = command_line
from plancli.__main__ import run
run()
"""
    process = start(code)
    assert (process.communicate(timeout=60), process.returncode) == ((b"a result that is not flushed", b"last\n"), 3)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_with_nothing_half_written(number: signal.Signals, code: int) -> None:
    Path("fast").write_bytes(b"fast")
    Path("slow").write_bytes(b"slow")
    process = start(SLOW, "parse", "fast", "slow", "-o", "r.jsonl")
    assert process.stderr is not None
    while process.stderr.readline() != b"begun\n":
        assert process.poll() is None
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert process.returncode == code
    assert (out, err) == (b"", b"")
    assert sorted(path.name for path in Path().iterdir()) == ["fast", "slow"]


def test_what_was_finished_on_stdout_is_kept() -> None:
    Path("fast").write_bytes(b"fast")
    Path("slow").write_bytes(b"slow")
    process = start(SLOW, "parse", "fast", "slow")
    assert process.stdout is not None
    assert process.stdout.readline().startswith(b'{"schema_version"')
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 130


def test_a_reader_that_goes_away_is_no_failure() -> None:
    Path("fast").write_bytes(b"fast")
    process = start(SLOW, "parse", *["fast"] * 200)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    warnings = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 0
    assert b"Broken" not in warnings
    assert b"Traceback" not in warnings


def test_python_m_plancli() -> None:
    out = subprocess.run([sys.executable, "-m", "plancli", "--version"], capture_output=True, check=True).stdout
    assert out.startswith(b"plancli ")
