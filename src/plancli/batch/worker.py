"""What runs in the nursery process and in the workers that it forks.

The nursery loads every library once and parses no file; a worker is a fork of it, ready in milliseconds and
untouched by any file. So a worker can be thrown away after every failure. A worker ends when its channel closes, and is
killed by its own alarm clock where the parent is gone and cannot do it.
"""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import signal
import socket
import struct
from typing import Any, NoReturn

from . import memory
from .channel import Channel, packed
from .job import Job, perform

# What the nursery parses itself, so that word lists and rules are there before the first fork.
_WARM = """某县2024年工作要点
一、深化改革
1. 推进建设。3月底前完成方案，4月-6月实施。（牵头单位：综合科；配合单位：各乡镇）
"""
ASK = struct.Struct("!cq")  # b"F" fork with a memory limit; b"W" wait for a process
ANSWER = struct.Struct("!q")
_LOADING = 100  # seconds for the nursery to load, on a machine that is busy; no longer, though its parent be gone
_GRACE = 2.0  # seconds that the parent has to act before the worker's own alarm does


def nursery(handle: int) -> NoReturn:
    """Serves the parent over the socket with this file handle until it closes."""
    door = socket.socket(fileno=handle)
    signal.alarm(_LOADING)
    for name in (
        "pipeline",
        "extract.pdf",
        "extract.docx",
        "extract.html",
        "extract.spreadsheet.xlsx",
        "extract.doc",
        "extract.spreadsheet.xlsx",
        "extract.text.reader",
        "export.json",
        "export.csv",
    ):
        __import__(f"plancli.{name}")
    from ..grammar.pattern import compile_all
    from ..pipeline import parse_bytes

    with contextlib.suppress(Exception):  # whatever it is, the workers will meet it and tell
        parse_bytes(_WARM.encode(), name="")
    compile_all()
    signal.alarm(0)
    gc.collect()
    gc.freeze()  # what is loaded stays shared between the workers
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
                _serve(handles[0], number)
            os.close(handles[0])
            door.sendall(ANSWER.pack(pid))
        else:
            door.sendall(ANSWER.pack(_ended(number)))


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


def _serve(handle: int, limit: int) -> NoReturn:
    """A worker: one job at a time, each with its time limit, until the channel closes."""
    try:
        os.setsid()  # a group of its own, killed whole
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash is told; its remains would fill the disk
        memory.bound(limit)
        channel = Channel(socket.socket(fileno=handle))
        channel.put(packed(os.getpid()))
        while True:
            asked: Any = channel.receive()
            job, seconds = asked
            assert isinstance(job, Job)
            signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE)
            outcome = perform(job)
            del job, asked
            signal.setitimer(signal.ITIMER_REAL, 0)
            channel.put(packed(outcome))
    except (EOFError, OSError):
        os._exit(0)
    except BaseException:
        os._exit(70)
