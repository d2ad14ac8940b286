"""The same run on a Dask cluster: a real scheduler and two workers, started here on loopback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from plancli.batch import engines
from plancli.batch import run as running
from plancli.batch.entry import Selection
from plancli.batch.results import Folder
from plancli.batch.run import RunPlan
from plancli.batch.sources import entries
from plancli.batch.worker_handle import Guards
from plancli.errors import UsageError

from . import documents
from .runs import Seen, content, in_this_process, lines, run, truth

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")  # what Dask warns of is not ours


class Cluster(NamedTuple):
    address: str
    workers: list[subprocess.Popen[bytes]]
    folder: Path


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("dask")
    environment = os.environ | {
        "PLANCLI_FAULTS": "loop=*loop*,kill=*kill*,exit-once=*once*",
        "PLANCLI_FAULTS_SEEN": str(folder),
    }

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments, "--no-dashboard", "--scheduler-file", str(folder / "scheduler")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=folder,
            start_new_session=True,
        )

    started = [start("scheduler", "--host", "127.0.0.1", "--port", "0")]
    try:
        workers = [start("worker", "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny") for _ in range(2)]
        started += workers
        with distributed.Client(scheduler_file=str(folder / "scheduler"), timeout="60s") as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield Cluster(address, workers, folder)
    finally:
        for process in started:
            process.kill()
            process.wait()


def go(cluster: Cluster, source: Path, out: Path, guards: Guards) -> Seen:
    plan = RunPlan(entries([str(source)], Selection(), output=out), guards=guards)
    store, seen = Folder(out), Seen()
    with running.opened(store) as journal, engines.dask(cluster.address) as bench:
        running.run(plan, store, journal, bench, seen)
    return seen


def test_the_same_results_and_the_same_guards(cluster: Cluster, tmp_path: Path) -> None:
    for name in ("a/一.txt", "b/二.txt", "loop.txt", "kill.txt", "once.txt"):
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(documents.txt())
    (tmp_path / "in" / "empty.txt").touch()
    go(cluster, tmp_path / "in", tmp_path / "out", Guards(seconds=3))
    told = {line["path"]: line["error"] for line in lines(tmp_path / "out")}
    assert told == dict.fromkeys(("a/一.txt", "b/二.txt", "once.txt")) | {
        "loop.txt": "timeout",
        "kill.txt": "worker-crashed",
        "empty.txt": "empty",
    }


def test_a_cluster_worker_killed_in_the_middle(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It costs nothing but its files' retry."""
    (tmp_path / "in").mkdir()
    for number in range(40):
        (tmp_path / "in" / f"{number:02}.txt").write_bytes(documents.txt(1990 + number, tasks=30))
    thread = threading.Thread(target=go, args=(cluster, tmp_path / "in", tmp_path / "out", Guards()))
    thread.start()
    deadline = time.monotonic() + 60
    while not (tmp_path / "out" / "journal.jsonl").exists() or len(lines(tmp_path / "out")) < 5:
        assert time.monotonic() < deadline
        time.sleep(0.005)
    os.kill(cluster.workers[0].pid, signal.SIGKILL)
    assert len(lines(tmp_path / "out")) < 40
    thread.join(120)
    assert not thread.is_alive()
    monkeypatch.setattr(running, "supervised", in_this_process)
    run(tmp_path / "in", tmp_path / "whole")
    assert content(tmp_path / "out") == content(tmp_path / "whole")
    assert truth(tmp_path / "out") == truth(tmp_path / "whole")


def test_another_version_on_the_workers(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plancli.__version__", "99")
    with pytest.raises(UsageError, match="workers have plancli"), engines.dask(cluster.address):
        pass


def test_no_workers_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_CONNECT", "1s")
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0", host="127.0.0.1") as empty,
        pytest.raises(UsageError, match="has no workers"),
        engines.dask(empty.scheduler_address),
    ):
        pass


def test_no_scheduler_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_CONNECT", "1s")
    with pytest.raises(UsageError, match="no Dask scheduler"), engines.dask("tcp://127.0.0.1:1"):
        pass
