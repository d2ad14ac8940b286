"""plancli's pool beside pebble's over the same files: python bench/pool_pebble.py [--files 400] [--turns 3]

Needs `python -m pip install pebble`, which plancli itself does not. Throughput and CPU time of both pools with two workers, by
forks of a process that has loaded everything and by new interpreters, in turns; then what `batch` promises (docs/batch.md) and
each pool keeps: the end of a process that its worker started, of a worker that hears no signal, of one that takes more memory
than it may, of all workers when this process is killed, and what is said of a crash.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import multiprocessing
import os
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pebble
from batch_scale import ROOT, make

from plancli.batch.job import Call, Job, Outcome, ResultShape, perform
from plancli.batch.processes import Preloaded, Processes, Spawned
from plancli.batch.supervise import Pool, supervised
from plancli.batch.worker import _load
from plancli.batch.worker_handle import Guards
from plancli.model.settings import Settings

WIDTH = 2
AHEAD = 8  # jobs handed in before an outcome is waited for: bytes of files are held that long
LIMIT = 2.0  # seconds for a job that never ends
Submit = Callable[[Any], "Future[Any]"]


@contextlib.contextmanager
def own(processes: Callable[[], Processes], guards: Guards) -> Iterator[Submit]:
    with Pool(WIDTH) as pool:
        pool._processes = processes()
        yield lambda job: pool.submit(supervised, job, guards)


@contextlib.contextmanager
def pebbles(method: str, guards: Guards) -> Iterator[Submit]:
    context = multiprocessing.get_context(method)
    pool = pebble.ProcessPool(WIDTH, guards.files, initializer=_load, context=context)
    try:
        yield lambda job: pool.schedule(perform, args=[job], timeout=guards.seconds)
    finally:
        pool.stop()
        pool.join()


POOLS: dict[str, Callable[[Guards], Any]] = {
    "plancli, forks": lambda guards: own(Preloaded, guards),
    "plancli, spawn": lambda guards: own(Spawned, guards),
    "pebble, fork": lambda guards: pebbles("fork", guards),
    "pebble, forkserver": lambda guards: pebbles("forkserver", guards),
    "pebble, spawn": lambda guards: pebbles("spawn", guards),
}


def processor_time() -> float:
    """Of this process and of those that it has waited for, in seconds."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def run(name: str, files: list[Path]) -> tuple[float, float]:
    """Seconds by the clock and of processors, from nothing until all workers are gone."""
    used, began = processor_time(), time.perf_counter()
    waiting: deque[Future[Outcome]] = deque()
    with POOLS[name](Guards()) as submit:
        for file in files:
            waiting.append(submit(Job(str(file), file.read_bytes(), Settings(), ResultShape())))
            if len(waiting) > AHEAD:
                waiting.popleft().result()
        while waiting:
            waiting.popleft().result()
    return time.perf_counter() - began, processor_time() - used


# ---- jobs that misbehave ----
def start_a_child_and_hang(note: str) -> None:
    child = subprocess.Popen(["sleep", "600"])
    Path(note).write_text(str(child.pid))
    time.sleep(600)


def hang_deaf(note: str) -> None:
    Path(note).write_text(str(os.getpid()))
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    while True:
        ctypes.CDLL(None).usleep(100_000)


def hang_with_the_interpreter(note: str) -> None:
    """As a library that holds the interpreter's lock: no handler of Python runs."""
    Path(note).write_text(str(os.getpid()))
    ctypes.PyDLL(None).sleep(600)


def take_memory(note: str) -> None:
    held = []
    for _ in range(60):  # 3 GB in six seconds
        held.append(bytearray(os.urandom(1 << 20) * 50))
        time.sleep(0.1)


def crash(note: str) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def alive(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    return False


def promise(name: str, function: Callable[[str], None], note: Path) -> str:
    note.unlink(missing_ok=True)
    began = time.perf_counter()
    guards = Guards(seconds=20.0 if function is take_memory else LIMIT, memory=1 << 30)
    with POOLS[name](guards) as submit:
        future = submit(Call("x", function, (str(note),), {}))
        try:
            outcome = future.result(timeout=40)
            said = f"{outcome.error}: {outcome.what}" if outcome.error else "ended well, no guard acted"
        except Exception as error:
            said = f"{type(error).__name__}: {' '.join(str(error).split())}"
        took = time.perf_counter() - began
        time.sleep(0.3)
        if note.exists() and alive(pid := int(note.read_text())):
            said += f"; process {'of its own ' if function is start_a_child_and_hang else ''}still alive"
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
    return f"{took:.1f} s, {said}"


ORPHANS = """
import sys; sys.path.insert(0, {bench!r})
from pathlib import Path
from pool_pebble import POOLS, Call, hang_deaf, Guards
import time
if __name__ == "__main__":
    with POOLS[{name!r}](Guards(seconds=5.0)) as submit:
        submit(Call("x", hang_deaf, ({note!r},), {{}}))
        time.sleep(600)
"""


def orphans(name: str, note: Path) -> str:
    """What becomes of a worker at work whose parent is killed."""
    note.unlink(missing_ok=True)
    script = note.with_suffix(".py")
    script.write_text(ORPHANS.format(bench=str(Path(__file__).parent), name=name, note=str(note)))
    parent = subprocess.Popen([sys.executable, script], stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while not note.exists() and time.monotonic() < until:
        time.sleep(0.1)
    parent.kill()
    parent.wait()
    if not note.exists():
        return "did not begin"
    pid, began = int(note.read_text()), time.monotonic()
    while alive(pid) and time.monotonic() < began + 30:
        time.sleep(0.1)
    if not alive(pid):
        return f"gone after {time.monotonic() - began:.1f} s"
    os.kill(pid, signal.SIGKILL)
    return "still alive after 30 s"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), options.files, ROOT / "samples")
        files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in POOLS}
        for _ in range(options.turns):
            for name in POOLS:
                taken[name].append(run(name, files))
        base = [statistics.median(column) for column in zip(*taken["plancli, forks"], strict=True)]
        for name, turns in taken.items():
            clock, processor = (statistics.median(column) for column in zip(*turns, strict=True))
            print(
                f"{name:20} {clock / base[0]:.2f} × the time, {processor / base[1]:.2f} × the processor's", flush=True
            )
        note = Path(folder) / "note"
        for function in (start_a_child_and_hang, hang_deaf, hang_with_the_interpreter, take_memory, crash):
            for name in POOLS:
                print(f"{function.__name__:28} {name:20} {promise(name, function, note)}", flush=True)
        for name in POOLS:
            print(f"{'parent killed':28} {name:20} {orphans(name, note)}", flush=True)
    return 0


if __name__ == "__main__":
    import pool_pebble  # workers find its functions by this name

    sys.exit(pool_pebble.main())
