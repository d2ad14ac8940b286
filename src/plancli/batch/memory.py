"""The memory of a process as the system counts it, in bytes; 0 where the system does not say."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

MEGABYTE = 1 << 20
LINUX = sys.platform == "linux"  # which tells by a file, faster than psutil
_SPARE = 1 << 30  # mapped but unused memory that a worker may have beyond its limit


def resident(pid: int) -> int:
    """What a process holds now."""
    if not LINUX:
        import psutil

        try:
            return int(psutil.Process(pid).memory_info().rss)
        except psutil.Error:
            return 0
    try:
        handle = os.open(f"/proc/{pid}/statm", os.O_RDONLY)
    except OSError:
        return 0
    try:
        return int(os.read(handle, 200).split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return 0
    finally:
        os.close(handle)


def forget_peak() -> None:
    """Lets `peak` begin anew (Linux; see proc(5), clear_refs)."""
    with contextlib.suppress(OSError):
        handle = os.open("/proc/self/clear_refs", os.O_WRONLY)
        try:
            os.write(handle, b"5")
        finally:
            os.close(handle)


def peak() -> int:
    """The most that this process has held since `forget_peak`, or since its start where that does nothing."""
    if LINUX:  # getrusage counts what the parent held when it started this one as well, and forgets nothing of that
        with contextlib.suppress(OSError), Path("/proc/self/status").open("rb") as status:
            for line in status:
                if line.startswith(b"VmHWM:"):
                    return int(line.split()[1]) * 1024
    if os.name != "posix":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def bound(limit: int) -> None:
    """Lets this process ask for no more than `limit` and something to spare: a MemoryError, at once.

    The supervisor watches what is really used; this stops what no watching is quick enough for, a single huge demand.
    RLIMIT_DATA counts private memory alone, not mapped libraries, which RLIMIT_AS would. Windows has no such bound.
    """
    if os.name != "posix":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = limit + min(limit, _SPARE)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
