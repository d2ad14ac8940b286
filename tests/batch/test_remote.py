"""Sources and results by URL, in memory."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plancli.batch import remote
from plancli.batch import run as running
from plancli.batch.entry import Selection
from plancli.batch.sources import entries
from plancli.errors import NotFound, OutputError, TooLarge, Unreadable, UsageError
from plancli.model.settings import Limits

from . import documents
from .runs import content, in_this_process, run

fsspec = pytest.importorskip("fsspec")


@pytest.fixture(autouse=True)
def no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "supervised", in_this_process)


@pytest.fixture
def bucket() -> Iterator[str]:
    """A place in memory with a few files."""
    url = f"memory://{uuid.uuid4().hex}"
    system = fsspec.filesystem("memory")
    held = {"a/一.txt": documents.txt(), "a/b/二.docx": documents.docx(), "empty.txt": b"", ".x/y.txt": b"x"}
    for name, data in held.items():
        system.pipe_file(f"{url}/in/{name}", data)
    yield url
    system.rm(url, recursive=True)


def held(url: str) -> dict[str, bytes]:
    system = fsspec.filesystem("memory")
    root = url.removeprefix("memory:/") + "/"
    return {name.removeprefix(root): system.cat_file(name) for name in system.find(url) if "journal" not in name}


def paths(*urls: str, **selection: Any) -> list[str]:
    return [entry.path for entry in entries(urls, Selection(**selection), output=None)]


def test_what_a_url_holds(bucket: str) -> None:
    assert paths(f"{bucket}/in") == ["a/b/二.docx", "a/一.txt", "empty.txt"]
    assert paths(f"{bucket}/in", exclude=("b",)) == ["a/一.txt", "empty.txt"]
    assert paths(f"{bucket}/in", recursive=False) == ["empty.txt"]
    assert paths(f"{bucket}/in/a/一.txt") == ["一.txt"]
    several = paths(f"{bucket}/in/a", f"{bucket}/in/empty.txt")
    assert [path.partition("/in/")[2] for path in several] == ["a/b/二.docx", "a/一.txt", "empty.txt"]


def test_what_cannot_be_read_says_why(bucket: str) -> None:
    def read(url: str, limits: Limits | None = None) -> bytes:
        (entry,) = entries([url], Selection(), output=None)
        return entry.read(limits or Limits())

    with pytest.raises(NotFound):
        read(f"{bucket}/missing")
    with pytest.raises(TooLarge):
        read(f"{bucket}/in/a/一.txt", Limits(file_bytes=3))
    (entry,) = entries([f"{bucket}/in/empty.txt"], Selection(), output=None)
    fsspec.filesystem("memory").rm(f"{bucket}/in/empty.txt")
    with pytest.raises(NotFound):
        entry.read(Limits())
    with pytest.raises(UsageError):
        read("nosuchsystem://x")
    with pytest.raises((Unreadable, NotFound)):
        read("file:///proc/nothing/here")


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_the_same_as_on_disk(bucket: str, tmp_path: Path, form: str) -> None:
    tally, _ = run(f"{bucket}/in", remote.RemoteFolder(f"{bucket}/out"), form=form)
    assert (tally.ok, tally.failed) == (2, 1)
    for entry in entries([f"{bucket}/in"], Selection(), output=None):
        file = tmp_path / "in" / entry.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(entry.read(Limits()))
    run(tmp_path / "in", tmp_path / "out", form=form)
    assert held(f"{bucket}/out") == content(tmp_path / "out")


def test_a_second_run_skips(bucket: str) -> None:
    run(f"{bucket}/in", remote.RemoteFolder(f"{bucket}/out"))
    journal = fsspec.filesystem("memory").cat_file(f"{bucket}/out/journal.jsonl")
    assert sorted(json.loads(line)["status"] for line in journal.splitlines()) == ["failed", "ok", "ok"]
    _, seen = run(f"{bucket}/in", remote.RemoteFolder(f"{bucket}/out"))
    assert seen.parsed == []


def test_where_files_do_not_appear_whole_they_are_moved(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "_WHOLE", frozenset())
    fsspec.filesystem("memory").pipe_file(f"{bucket}/out/.plancli-x.tmp", b"half")
    run(f"{bucket}/in", remote.RemoteFolder(f"{bucket}/out"))
    assert set(held(f"{bucket}/out")) == {"a/一.txt.json", "a/b/二.docx.json", "summary.json"}


def test_a_place_that_cannot_be_written(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise RuntimeError("access denied")

    monkeypatch.setattr(type(fsspec.filesystem("memory")), "pipe_file", refuse)
    with pytest.raises(OutputError, match="access denied"):
        run(f"{bucket}/in", remote.RemoteFolder(f"{bucket}/out"))


def test_what_is_a_url() -> None:
    assert remote.is_url("s3://bucket/in")
    assert not remote.is_url("a/b:c")
    assert not remote.is_url("/a//b")
