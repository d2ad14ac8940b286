"""What runs in worker processes, and in the process that forks them where one does.

A worker ends when its channel closes, and by its own alarm clock where the parent is gone and cannot kill it. That clock is
a thread of `faulthandler`, which waits for no lock of the interpreter, on every system.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import signal
import socket
import struct
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from ..pace import paced
from . import memory
from .channel import Channel, packed
from .job import PageRead, perform

# What is parsed before the first fork, so that word lists and rules are there.
_WARM = """某县2024年工作要点
一、深化改革
1. 推进建设。3月底前完成方案，4月-6月实施。（牵头单位：综合科；配合单位：各乡镇）
"""
_LIBRARIES = (
    "pipeline",
    "extract.pdf",
    "extract.docx",
    "extract.html",
    "extract.spreadsheet.xlsx",
    "extract.doc",
    "extract.text.reader",
    "export.json",
    "export.csv",
)
ASK = struct.Struct("!cq")  # b"F" fork with a memory limit; b"W" wait for a process
ANSWER = struct.Struct("!q")
_LOADING = 100.0  # seconds to load everything, on a machine that is busy; no longer, though the parent be gone
_GRACE = 2.0  # seconds that the parent has to act before the worker's own alarm does


def forks(handle: int, _: int) -> NoReturn:
    """Forks workers for the parent at the other end of the socket with this handle, until it closes."""
    door = socket.socket(fileno=handle)
    _load()
    _hush()
    door.sendall(ANSWER.pack(0))
    while True:
        asked, handles, _, _ = socket.recv_fds(door, ASK.size, 1)
        if len(asked) < ASK.size:
            os._exit(0)
        kind, number = ASK.unpack(asked)
        if kind == b"F":
            pid = os.fork()
            if pid == 0:
                door.close()
                serve(handles[0], number)
            os.close(handles[0])
            door.sendall(ANSWER.pack(pid))
        else:
            door.sendall(ANSWER.pack(_ended(number)))


def alone(handle: int, limit: int) -> NoReturn:
    """A worker in an interpreter of its own."""
    _load()
    serve(handle, limit)


def serve(handle: int, limit: int) -> NoReturn:
    """A worker: one job at a time, each with its time limit, until the channel closes."""
    try:
        part()
        memory.bound(limit)
        channel = Channel(socket.socket(fileno=handle))
        channel.put(packed(os.getpid()))
        while True:
            asked: Any = channel.receive()
            job, seconds, pages = asked
            with _alarm(seconds + _GRACE) as again:

                def page_read(done: int, of: int, again: Callable[[], None] = again) -> None:
                    again()
                    channel.put(packed(PageRead(done, of)))

                with paced(pages, page_read):
                    outcome = perform(job)
            del job, asked
            channel.put(packed(outcome))
    except (EOFError, OSError):
        os._exit(0)
    except BaseException:
        os._exit(70)


def _load() -> None:
    """Loads every library, and word lists and rules, so that forks share them and files do not wait for them."""
    with _alarm(_LOADING):
        for name in _LIBRARIES:
            __import__(f"plancli.{name}")
        from ..grammar.pattern import compile_all
        from ..pipeline import parse_bytes

        with contextlib.suppress(Exception):  # whatever it is, the workers will meet it and tell
            parse_bytes(_WARM.encode(), name="")
        compile_all()
    gc.collect()
    gc.freeze()


def part() -> None:
    """Parts from the parent: a process group of its own that can be killed whole, and no one's signals or streams."""
    _hush()
    if os.name == "posix":
        import resource

        with contextlib.suppress(OSError):  # it leads a session already
            os.setsid()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash is told; its remains would fill the disk


def _ended(pid: int) -> int:
    """How a worker ended: its exit code, or minus the signal that killed it."""
    try:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    except ChildProcessError:
        return 0


def _hush() -> None:
    """Standard streams lead nowhere: libraries that print can neither spoil a result nor stop on a full pipe."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for handle in (0, 1, 2):
        os.dup2(nowhere, handle)


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[Callable[[], None]]:
    """Ends this process where it takes longer; what it gives starts the clock again."""
    with Path(os.devnull).open("w") as nowhere:
        again = partial(faulthandler.dump_traceback_later, min(seconds, 1e6), exit=True, file=nowhere)
        again()
        try:
            yield again
        finally:
            faulthandler.cancel_dump_traceback_later()
