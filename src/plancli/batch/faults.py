"""Injected faults: tests and drills make a worker misbehave on files of their choice. Off in normal use.

The environment variable PLANCLI_FAULTS holds `kind=glob` pairs, parted by commas, matched against the name of each file
in the worker that parses it: `PLANCLI_FAULTS='kill=*bad*.txt,loop=slow/*'`. Kinds: exit, kill, abort, loop, slow (three
seconds), memory, print, garbage, error, child:FILE (starts a process and writes its id to FILE). A kind that ends with
`-once` strikes the first time only; PLANCLI_FAULTS_SEEN names the folder that remembers this.
"""

from __future__ import annotations

import contextlib
import fnmatch
import hashlib
import os
import signal
import sys
import time
from pathlib import Path


def strike(name: str) -> None:
    """Commits the fault that PLANCLI_FAULTS holds for this file; nothing where it holds none."""
    said = os.environ.get("PLANCLI_FAULTS")
    if not said:
        return
    for pair in said.split(","):
        kind, _, pattern = pair.partition("=")
        once = kind.endswith("-once")
        if not fnmatch.fnmatchcase(name, pattern) or (once and _seen(kind, name)):
            continue
        kind, _, note = kind.removesuffix("-once").partition(":")
        if note:
            _child(Path(note))
        else:
            _FAULTS[kind]()


def _seen(kind: str, name: str) -> bool:
    mark = Path(os.environ["PLANCLI_FAULTS_SEEN"]) / hashlib.sha256(f"{kind} {name}".encode()).hexdigest()
    if mark.exists():
        return True
    mark.touch()
    return False


def _exit() -> None:
    os._exit(3)


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _loop() -> None:
    while True:
        pass


def _slow() -> None:
    time.sleep(3)


def _memory() -> None:
    held = []
    while True:
        held.append(bytearray(8 << 20))


def _print() -> None:
    print("a library that prints to stdout")
    sys.stdout.flush()
    os.write(1, b"and one that writes past Python\n" * 1000)
    os.write(2, b"and to stderr\n")


def _garbage() -> None:
    """Writes to whatever is open, as wild native code might."""
    for handle in range(3, 64):
        with contextlib.suppress(OSError):
            os.write(handle, b"\x00garbage\xff" * 64)


def _child(note: Path) -> None:
    """Starts a process that outlives its parent, and notes its id."""
    import subprocess

    note.write_text(str(subprocess.Popen(["sleep", "600"]).pid))


def _error() -> None:
    raise ZeroDivisionError("an injected fault")


_FAULTS = {
    "exit": _exit,
    "kill": _kill,
    "abort": os.abort,
    "loop": _loop,
    "slow": _slow,
    "memory": _memory,
    "print": _print,
    "garbage": _garbage,
    "error": _error,
}
