"""How worker processes come to be. Three ways, one answer: a process id and a channel to it.

`Preloaded`  forks of one process that has loaded every library and parses no file: ready in milliseconds, untouched by any
             file. For many files, where the system forks.
`OwnForks`   forks of this process, which has loaded what it needs anyway: for a command that reads a file or two.
`Spawned`    new interpreters, which load everything each: where the system does not fork (Windows).
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import subprocess
import sys
from typing import Any, Protocol

from ..errors import InternalError
from .channel import Channel
from .worker import ANSWER, ASK, part, serve

_APART = 0x200  # CREATE_NEW_PROCESS_GROUP (Windows)
SAID = "PLANCLI_START"  # `spawn` in this environment variable: as where the system does not fork
_START = 120.0  # seconds for a process to load everything, on a machine that is busy
_BOOT = "import sys; sys.path[:] = {path!r}; from plancli.batch.worker import {what}; {what}({handle}, {limit})"
_SHARED = "__import__('socket').fromshare(sys.stdin.buffer.read()).detach()"  # Windows: a socket comes as bytes
# What a file has taken is kept for the next one, not given back to the system and faulted in again, page by page. For glibc,
# see mallopt(3); who sets these himself has his way.
_KEPT = {"MALLOC_TRIM_THRESHOLD_": str(16 << 20), "MALLOC_MMAP_THRESHOLD_": str(4 << 20)}


class Processes(Protocol):
    """Makes worker processes. For one thread."""

    def start(self, limit: int) -> tuple[int, Channel]:
        """A fresh worker that may hold `limit` bytes. Raises `EOFError`, `OSError`, and `InternalError` where no process
        can be started."""

    def ended(self, pid: int) -> int:
        """Kills a worker and all that it started; how it had ended, if it had: its exit code, minus the signal that killed
        it, or 0 where nobody knows."""

    def close(self) -> None:
        """No more workers are asked for; how they end is not known any more."""


def for_many() -> Processes:
    """The way for many files, on this system."""
    return Preloaded() if _forks() else Spawned()


def for_few() -> Processes:
    """The way for a command that reads a file or two."""
    return OwnForks() if _forks() else Spawned()


def _forks() -> bool:
    return hasattr(os, "fork") and os.environ.get(SAID) != "spawn"


class OwnForks:
    """Forks of this process, which must have one thread."""

    def start(self, limit: int) -> tuple[int, Channel]:
        """See `Processes`."""
        ours, theirs = socket.socketpair()
        gc.freeze()  # what is loaded stays shared with the worker
        # A signal that comes between the fork and the worker's own handlers would unwind this program in the worker.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
        try:
            pid = os.fork()
            if pid == 0:
                try:
                    ours.close()
                    part()
                    signal.pthread_sigmask(signal.SIG_SETMASK, before)
                    serve(theirs.detach(), limit)
                finally:
                    os._exit(70)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()
        return pid, Channel(ours)

    def ended(self, pid: int) -> int:
        """See `Processes`."""
        _kill_group(pid)
        with contextlib.suppress(ChildProcessError):
            return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        return 0

    def close(self) -> None:
        """See `Processes`."""


class Spawned:
    """A new interpreter for each worker."""

    def __init__(self) -> None:
        self._held: dict[int, subprocess.Popen[bytes]] = {}

    def start(self, limit: int) -> tuple[int, Channel]:
        """See `Processes`."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = _python("alone", theirs, limit)
        self._held[process.pid] = process
        return process.pid, Channel(ours)

    def ended(self, pid: int) -> int:
        """See `Processes`."""
        process = self._held.pop(pid)
        code = process.poll()
        _kill_group(pid)
        process.kill()
        process.wait()
        return process.returncode if code is None and os.name == "posix" else code or 0

    def close(self) -> None:
        """See `Processes`."""


class Preloaded:
    """One process that forks workers; started when the first is asked for, again where it died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._door: socket.socket | None = None

    def start(self, limit: int) -> tuple[int, Channel]:
        """See `Processes`."""
        try:
            return self._start(limit)
        except (EOFError, OSError):
            return self._start(limit)  # by a new process

    def _start(self, limit: int) -> tuple[int, Channel]:
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                return self._ask(b"F", limit, theirs), Channel(ours)
            except BaseException:
                ours.close()
                raise

    def ended(self, pid: int) -> int:
        """See `Processes`."""
        _kill_group(pid)
        try:
            return self._ask(b"W", pid) if self._door is not None else 0
        except (EOFError, OSError):
            return 0

    def close(self) -> None:
        """See `Processes`."""
        if self._door is not None:
            self._door.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._door = self._process = None

    def _ask(self, kind: bytes, number: int, handle: socket.socket | None = None) -> int:
        try:
            door = self._door or self._load()
            handles = [handle.fileno()] if handle is not None else []
            socket.send_fds(door, [ASK.pack(kind, number)], handles)
            answer = door.recv(ANSWER.size, socket.MSG_WAITALL)
            if len(answer) < ANSWER.size:
                raise EOFError
        except (EOFError, OSError):
            self.close()  # an answer that comes late would be taken for that to the next question
            raise
        return int(ANSWER.unpack(answer)[0])

    def _load(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        ours.settimeout(_START)
        self._door = ours
        with theirs:
            self._process = _python("forks", theirs, 0)
        if len(ours.recv(ANSWER.size, socket.MSG_WAITALL)) < ANSWER.size:
            self.close()
            raise InternalError("worker processes do not start", "See what Python says above; run plancli doctor.")
        return ours


def _python(what: str, handle: socket.socket, limit: int) -> subprocess.Popen[bytes]:
    """A new interpreter that runs a function of `worker` with the other end of a socket."""
    common: dict[str, Any] = {"stdout": subprocess.DEVNULL, "env": _KEPT | os.environ}
    if os.name == "posix":
        boot = _BOOT.format(path=sys.path, what=what, handle=handle.fileno(), limit=limit)
        common |= {"stdin": subprocess.DEVNULL, "pass_fds": [handle.fileno()], "start_new_session": True}
        return subprocess.Popen([sys.executable, "-P", "-c", boot], **common)
    boot = _BOOT.format(path=sys.path, what=what, handle=_SHARED, limit=limit)
    common["creationflags"] = _APART  # Ctrl-C in a console reaches this program alone, which then ends its workers
    process = subprocess.Popen([sys.executable, "-P", "-c", boot], stdin=subprocess.PIPE, **common)
    assert process.stdin is not None
    with process.stdin as pipe, contextlib.suppress(OSError):  # it has died: the channel tells
        pipe.write(handle.share(process.pid))  # type: ignore[attr-defined,unused-ignore]
    return process


def _kill_group(pid: int) -> None:
    """Kills a process and all that it started; nothing where it is gone."""
    if os.name == "posix":
        for kill in (os.killpg, os.kill):
            with contextlib.suppress(OSError):
                kill(pid, signal.SIGKILL)
        return
    import psutil

    with contextlib.suppress(psutil.Error):
        for one in psutil.Process(pid).children(recursive=True):
            with contextlib.suppress(psutil.Error):
                one.kill()
