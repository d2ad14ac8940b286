"""Faults in workers: each costs its own file, and no more time, memory or files than the guards allow."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plancli.batch import engines, faults, memory, processes, supervise, worker_handle
from plancli.batch.job import Job, Outcome, ResultShape
from plancli.batch.supervise import StoppedError, supervised
from plancli.batch.worker_handle import Guards
from plancli.errors import InternalError
from plancli.model.settings import Settings

from . import documents
from .runs import content, lines, run

FAULTS = {
    "exit": ("failed", "worker-crashed"),
    "kill": ("failed", "worker-crashed"),
    "abort": ("failed", "worker-crashed"),
    "garbage": ("failed", "worker-crashed"),
    "loop": ("failed", "timeout"),
    "memory": ("failed", "out-of-memory"),
    "error": ("failed", "internal"),
    "print": ("ok", None),
    "exit-once": ("ok", None),
    "kill-once": ("ok", None),
    "garbage-once": ("ok", None),
}


@pytest.fixture(scope="module", params=["fork", "spawn"], autouse=True)
def way(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each test twice: workers that are forks, and workers that are interpreters of their own, as on Windows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(processes.SAID, request.param)
        yield request.param


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory, way: str) -> Path:
    """A folder of results over a file for each fault, and some good ones between them."""
    work = tmp_path_factory.mktemp("faulty")
    for name in (*FAULTS, "good-1", "hood-2", "like-3", "zoo-4"):
        file = work / ("hanging" if name == "loop" else "in") / f"{name}.txt"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(documents.txt())
    (work / "seen").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLANCLI_FAULTS", ",".join(f"{kind}={kind}.txt" for kind in FAULTS))
        patch.setenv("PLANCLI_FAULTS_SEEN", str(work / "seen"))
        run(work / "in", work / "out", workers=True, jobs=2, guards=Guards(memory=400 << 20))
        # a run of its own: what is slow here, on a busy machine, does not hang
        run(work / "hanging", work / "hung", workers=True, guards=Guards(seconds=3))
        patch.delenv("PLANCLI_FAULTS")
        run(work / "in", work / "clean", workers=True)
    return work


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_costs_its_own_file(faulty: Path, fault: str) -> None:
    (line,) = [line for out in ("out", "hung") for line in lines(faulty / out) if line["path"] == f"{fault}.txt"]
    assert (line["status"], line["error"]) == FAULTS[fault]


def test_all_others_are_as_ever(faulty: Path) -> None:
    faulted, clean = content(faulty / "out"), content(faulty / "clean")
    good = {f"{fault}.txt.json" for fault, (status, _) in FAULTS.items() if status == "ok"}
    good |= {"good-1.txt.json", "hood-2.txt.json", "like-3.txt.json", "zoo-4.txt.json"}
    assert set(faulted) == good | {"summary.json"}
    assert all(faulted[name] == clean[name] for name in good)


def test_a_hanging_file_ends_at_its_limit(faulty: Path) -> None:
    (line,) = lines(faulty / "hung")
    assert 3 <= line["seconds"] < 3 + worker_handle._READY


def test_memory_is_told(faulty: Path) -> None:
    by_path = {line["path"]: line["peak_mb"] for line in lines(faulty / "out")}
    assert by_path["memory.txt"] > 300
    assert 10 < by_path["good-1.txt"] < 400


def job(name: str = "a.txt", data: bytes = b"") -> Job:
    return Job(name, data or documents.txt(), Settings(), ResultShape())


def pids_of_workers() -> list[int]:
    return [worker.pid for worker in supervise._own._workers] if supervise._own else []


@pytest.fixture
def pool() -> Iterator[None]:
    """The pool of this process, which is ended after the test."""
    yield
    supervise.stop()


def test_a_worker_is_reused_and_renewed(pool: None) -> None:
    guards = Guards(files=3)
    pids = []
    for _ in range(5):
        assert supervised(job(), guards).status == "ok"
        pids.append(pids_of_workers())
    assert pids[0] == pids[1]
    assert pids[2] == []  # dismissed after its third file
    assert pids[3] == pids[4] != pids[0]


def test_a_worker_is_renewed_after_a_fault(pool: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANCLI_FAULTS", "error=bad*")
    supervised(job(), Guards())
    (before,) = pids_of_workers()
    assert supervised(job("bad"), Guards()).error == "internal"
    assert not Path(f"/proc/{before}").exists()
    supervised(job(), Guards())
    assert pids_of_workers() != [before]


def test_a_failure_that_a_reader_tells_leaves_its_worker_as_it_was(pool: None) -> None:
    supervised(job(), Guards())
    before = pids_of_workers()
    assert supervised(job(data=b" "), Guards()).error == "empty"
    assert supervised(job(), Guards()).status == "ok"
    assert pids_of_workers() == before


def test_an_idle_worker_that_dies_costs_nothing(pool: None) -> None:
    supervised(job(), Guards())
    os.kill(*pids_of_workers(), 9)
    assert supervised(job(), Guards()).status == "ok"


def test_a_process_that_forks_workers_and_dies_costs_nothing(pool: None, way: str) -> None:
    if way == "spawn":
        pytest.skip("there is none")
    supervised(job(), Guards())
    process = supervise._own and supervise._own._processes._process  # type: ignore[attr-defined]
    assert process
    process.kill()
    os.kill(*pids_of_workers(), 9)
    assert supervised(job(), Guards()).status == "ok"


def test_what_a_worker_started_dies_with_it(pool: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The whole process group is killed."""
    monkeypatch.setenv("PLANCLI_FAULTS", "loop=*")
    note = tmp_path / "pid"
    monkeypatch.setenv("PLANCLI_FAULTS", f"child:{note}=*,loop=*")
    outcome = supervised(job(), Guards(seconds=1))
    assert outcome.error == "timeout"
    child = int(note.read_text())
    for _ in range(100):
        if not _alive(child):
            break
        time.sleep(0.05)
    assert not _alive(child)


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_stop_ends_whoever_waits(pool: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANCLI_FAULTS", "loop=*")
    with ThreadPoolExecutor(1) as executor:
        future = executor.submit(supervised, job(), Guards(seconds=60))
        while not pids_of_workers():
            time.sleep(0.01)
        supervise.stop()
        with pytest.raises(StoppedError):
            future.result(timeout=30)


def by_one_worker(jobs: Sequence[Job], guards: Guards) -> list[Outcome]:
    """What came of jobs that all go to one worker, each handed in while the one before is at work."""
    with engines.local(1) as bench:
        futures = [bench.executor.submit(supervised, job, guards) for job in jobs]
        return [future.result(timeout=120) for future in futures]


def test_a_crash_is_not_held_against_the_job_handed_in_behind_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Not even where that one dies once itself: it has its own two chances."""
    monkeypatch.setenv("PLANCLI_FAULTS", "kill=bad*,exit-once=once*")
    monkeypatch.setenv("PLANCLI_FAULTS_SEEN", str(tmp_path))
    names = ["bad-1", "once-1", "bad-2", "bad-3", "once-2", "good", "bad-4"]
    outcomes = by_one_worker([job(name) for name in names], Guards())
    assert [outcome.error for outcome in outcomes] == [
        "worker-crashed" if name.startswith("bad") else None for name in names
    ]


def test_the_time_of_a_job_begins_with_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANCLI_FAULTS", "slow=*")
    outcomes = by_one_worker([job("a"), job("b")], Guards(seconds=5))
    assert [outcome.status for outcome in outcomes] == ["ok", "ok"]  # the second after six seconds


def test_a_time_limit_costs_its_own_job_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANCLI_FAULTS", "loop=bad*")
    outcomes = by_one_worker([job(name) for name in ("a", "bad-1", "b", "bad-2", "c")], Guards(seconds=1))
    assert [outcome.error for outcome in outcomes] == [None, "timeout", None, "timeout", None]


def test_small_and_large_files_may_follow_each_other() -> None:
    """A large one is sent when it is its turn: it would not fit in the channel before."""
    small, large = documents.txt(), documents.txt() + "某处的一段说明。\n".encode() * 20_000
    outcomes = by_one_worker([job(str(k), (small, large)[k % 3 == 1]) for k in range(12)], Guards())
    assert [outcome.tasks for outcome in outcomes] == [3] * 12


def test_workers_are_renewed_while_more_is_handed_in(pool: None) -> None:
    outcomes = by_one_worker([job(str(k)) for k in range(12)], Guards(files=2))
    assert [json.loads(outcome.output)["source"]["path"] for outcome in outcomes] == [str(k) for k in range(12)]


def test_other_guards_get_another_worker(pool: None) -> None:
    supervised(job(), Guards(memory=1 << 30))
    before = pids_of_workers()
    supervised(job(), Guards(memory=2 << 30))
    assert len(pids_of_workers()) == 1 and pids_of_workers() != before


def test_jobs_of_many_threads_all_come_to_their_end(pool: None) -> None:
    """As on a cluster's machine; a job that nobody is told of would wait for ever."""
    with ThreadPoolExecutor(4) as executor:
        jobs = [job(str(k), b" " if k % 7 == 0 else b"") for k in range(60)]
        outcomes = [executor.submit(supervised, job, Guards(files=5)) for job in jobs]
        assert [future.result(timeout=120).error for future in outcomes] == [
            "empty" if k % 7 == 0 else None for k in range(60)
        ]
    assert len(pids_of_workers()) <= 4


def test_what_takes_long_with_a_result_is_no_time_of_the_next_job() -> None:
    with engines.local(1) as bench:
        first = bench.executor.submit(supervised, job("a"), Guards(seconds=1))
        first.add_done_callback(lambda _: time.sleep(3))
        second = bench.executor.submit(supervised, job("b"), Guards(seconds=1))
        assert second.result(timeout=60).status == "ok"


def test_workers_that_do_not_come_up_are_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(ways: object, limit: int) -> None:
        raise OSError

    for kind in (processes.Preloaded, processes.Spawned):
        monkeypatch.setattr(kind, "start", start)
    assert [outcome.error for outcome in by_one_worker([job("a"), job("b")], Guards())] == ["worker-crashed"] * 2


def test_processes_that_do_not_start_are_told(monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    monkeypatch.setattr(processes, "_BOOT", "raise SystemExit")
    if way == "spawn":
        assert [outcome.error for outcome in by_one_worker([job()], Guards())] == ["worker-crashed"]
        return
    with pytest.raises(InternalError, match="do not start"):
        by_one_worker([job()], Guards())


def test_a_fault_of_the_pool_leaves_no_one_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(worker: object, order: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(worker_handle.Worker, "hand_in", fault)
    with pytest.raises(ZeroDivisionError):
        by_one_worker([job(), job()], Guards())


def test_a_pool_that_has_ended_takes_nothing() -> None:
    with engines.local(1) as bench:
        pass
    with pytest.raises(StoppedError):
        bench.executor.submit(supervised, job(), Guards()).result(timeout=60)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a peak be forgotten")
def test_the_peak_of_a_file_is_not_that_of_the_one_before() -> None:
    large = b"x" * (64 << 20)
    assert memory.peak() > len(large)
    del large
    before = memory.peak()
    memory.forget_peak()
    assert memory.peak() < before - (32 << 20)


def test_faults_are_off_in_normal_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLANCLI_FAULTS", raising=False)
    faults.strike("exit.txt")
    monkeypatch.setenv("PLANCLI_FAULTS", "error=b*")
    faults.strike("a.txt")
    with pytest.raises(ZeroDivisionError):
        faults.strike("b.txt")


def test_an_outcome_says_what_was_found(pool: None) -> None:
    outcome = supervised(job(), Guards())
    assert isinstance(outcome, Outcome)
    assert (outcome.plans, outcome.tasks) == (1, 3)
    assert json.loads(outcome.output)["source"]["path"] == "a.txt"
