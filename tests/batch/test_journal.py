"""The journal is true after a kill at any byte, and one run's alone."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from plancli.batch.journal import Journal, JournalRecord, LockedFile
from plancli.errors import OutputError, UsageError

FIELDS_OF_0_1 = [
    "path",
    "sha256",
    "status",
    "error",
    "seconds",
    "peak_mb",
    "plans",
    "tasks",
    "warnings",
    "output",
    "parser",
]
FIELDS = [*FIELDS_OF_0_1, "diagnostics"]


def record(path: str = "甲/a.pdf", **changes: object) -> JournalRecord:
    held: dict[str, object] = dict.fromkeys(FIELDS_OF_0_1)
    held |= {"path": path, "status": "ok", "seconds": 0.1, "peak_mb": 50.0, "plans": 1, "tasks": 2, "warnings": 0}
    return JournalRecord(**(held | {"parser": "1", "output": f"{path}.json"} | changes))  # type: ignore[arg-type]


def test_a_line_has_the_fields_in_order() -> None:
    assert list(json.loads(record().line())) == FIELDS
    assert "甲" in record().line().decode()


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    journal = Journal(LockedFile(tmp_path / "j"))
    written = [record("a"), record("b", status="failed", error="corrupt", output=None), record("a", tasks=9)]
    for one in written:
        journal.append(one)
    journal.close()
    again = Journal(LockedFile(tmp_path / "j"))
    assert again.records == {"a": written[2], "b": written[1]}
    assert again.dropped == 0
    again.close()


@pytest.mark.parametrize("name", ["a\nb", 'a"b', "a\udcff", " ", "a\u2028b"])
def test_any_name_can_be_read_again(tmp_path: Path, name: str) -> None:
    journal = Journal(LockedFile(tmp_path / "j"))
    journal.append(record(name))
    journal.append(record("last"))
    journal.close()
    again = Journal(LockedFile(tmp_path / "j"))
    assert list(again.records) == [name, "last"]
    again.close()


def test_cut_off_at_any_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda handle: None)  # hundreds of them
    lines = [record(path).line() for path in ("一", "二", "三")]
    whole = b"".join(lines)
    ends = {0, *(sum(map(len, lines[: n + 1])) for n in range(3))}
    file = tmp_path / "j"
    for size in range(len(whole) + 1):
        file.write_bytes(whole[:size])
        journal = Journal(LockedFile(file))
        assert len(journal.records) == sum(end <= size for end in ends) - 1
        assert journal.dropped == (size not in ends)
        journal.append(record("四"))
        journal.close()
        assert len(file.read_bytes().splitlines()) == len(journal.records) + 1
        assert all(json.loads(line) for line in file.read_bytes().splitlines())


@pytest.mark.parametrize("line", [b"\0" * 80, b"[]", b"{}", b'{"path": 3}', b'{"path": "x"}', b"\xff", b"[" * 99999])
def test_a_broken_line_is_dropped_and_said(tmp_path: Path, line: bytes) -> None:
    (tmp_path / "j").write_bytes(record("a").line() + line + b"\n" + record("b").line())
    journal = Journal(LockedFile(tmp_path / "j"))
    assert list(journal.records) == ["a", "b"]
    assert journal.dropped == 1
    journal.close()


def test_a_skipped_line_does_not_hide_what_came_of_the_file(tmp_path: Path) -> None:
    journal = Journal(LockedFile(tmp_path / "j"))
    journal.append(record("a"))
    journal.append(record("a", status="skipped", seconds=0.0))
    journal.append(record("b", status="skipped", error="unsupported"))
    assert journal.records == {}, "what is added is not kept"
    journal.close()
    again = Journal(LockedFile(tmp_path / "j"))
    assert [(path, held.status) for path, held in again.records.items()] == [("a", "ok"), ("b", "skipped")]
    again.close()


def test_one_run_at_a_time(tmp_path: Path) -> None:
    first = LockedFile(tmp_path / "j")
    with pytest.raises(UsageError, match="another run is writing"):
        LockedFile(tmp_path / "j")
    first.close()
    LockedFile(tmp_path / "j").close()


def test_a_journal_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OutputError):
        LockedFile(tmp_path / "missing" / "j")
    monkeypatch.setattr(LockedFile, "_is_own", lambda file: True)
    full = LockedFile(Path("/dev/full"))
    with pytest.raises(OutputError, match="No space left"):
        full.append(b"x\n")
    full.close()
