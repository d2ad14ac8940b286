"""The parent's side of the nursery: asks it for workers, and how they ended."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys

from ..errors import InternalError
from .channel import Channel
from .worker import ANSWER, ASK

_START = 120.0  # seconds for the nursery to load everything, on a machine that is busy
_BOOT = "import sys; sys.path[:] = {path!r}; from plancli.batch.worker import nursery; nursery({handle})"
# What a file has taken is kept for the next one, not given back to the system and faulted in again, page by page. For glibc,
# see mallopt(3); who sets these himself has his way.
_KEPT = {"MALLOC_TRIM_THRESHOLD_": str(16 << 20), "MALLOC_MMAP_THRESHOLD_": str(4 << 20)}


class Nursery:
    """One process that forks workers; started when the first is asked for, again where it died. For one thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._door: socket.socket | None = None

    def fork(self, limit: int) -> tuple[int, Channel]:
        """A fresh worker that may hold `limit` bytes: its process id and a channel to it. Raises `EOFError`, `OSError`,
        and `InternalError` where no process can be started."""
        try:
            return self._fork(limit)
        except (EOFError, OSError):
            return self._fork(limit)  # by a new nursery

    def _fork(self, limit: int) -> tuple[int, Channel]:
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                return self._ask(b"F", limit, theirs), Channel(ours)
            except BaseException:
                ours.close()
                raise

    def ended(self, pid: int) -> int:
        """Waits for a worker's end: its exit code, minus the signal that killed it, or 0 where nobody knows."""
        try:
            return self._ask(b"W", pid) if self._door is not None else 0
        except (EOFError, OSError):
            return 0

    def close(self) -> None:
        """Ends the nursery; how its workers end is not known any more."""
        self._drop()

    def _ask(self, kind: bytes, number: int, handle: socket.socket | None = None) -> int:
        try:
            door = self._door or self._start()
            handles = [handle.fileno()] if handle is not None else []
            socket.send_fds(door, [ASK.pack(kind, number)], handles)
            answer = door.recv(ANSWER.size, socket.MSG_WAITALL)
            if len(answer) < ANSWER.size:
                raise EOFError
        except (EOFError, OSError):
            self._drop()  # an answer that comes late would be taken for that to the next question
            raise
        return int(ANSWER.unpack(answer)[0])

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        ours.settimeout(_START)
        self._door = ours
        with theirs:
            boot = _BOOT.format(path=sys.path, handle=theirs.fileno())
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", boot],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=_KEPT | os.environ,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        if len(ours.recv(ANSWER.size, socket.MSG_WAITALL)) < ANSWER.size:
            self._drop()
            raise InternalError("worker processes do not start", "See what Python says above; run plancli doctor.")
        return ours

    def _drop(self) -> None:
        if self._door is not None:
            self._door.close()
        if self._process is not None:
            with contextlib.suppress(OSError):
                os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._door = self._process = None
