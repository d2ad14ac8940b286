"""Corrections files that are no such: one clear error, whatever stands in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plancli.corrections import file
from plancli.corrections.file import read_corrections
from plancli.errors import UsageError

GOOD: dict[str, Any] = {"sha256": "a" * 64, "op": "set", "at": {"title": "甲"}, "fields": {"title": "乙"}}


def put(tmp_path: Path, *records: Any) -> Path:
    path = tmp_path / "c.jsonl"
    path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in records), "utf-8")
    return path


def test_lines_are_kept_by_the_file_they_are_for(tmp_path: Path) -> None:
    other = {**GOOD, "sha256": "b" * 64}
    found = read_corrections(put(tmp_path, GOOD, "", other, GOOD))
    assert {key: len(lines) for key, lines in found.items()} == {"a" * 64: 2, "b" * 64: 1}
    assert read_corrections(put(tmp_path)) == {}


def test_a_byte_order_mark_and_line_ends_of_windows_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\r\n")
    assert len(read_corrections(path)) == 1


BAD: dict[str, Any] = {
    "no JSON": "{oops",
    "a list": [1],
    "nothing": "null",
    "no operation": {"sha256": "a" * 64},
    "an unknown operation": {**GOOD, "op": "drop"},
    "an unknown key": {**GOOD, "task": "p1.t1"},
    "an unknown key of the anchor": {**GOOD, "at": {"title": "甲", "id": "p1.t1"}},
    "an unknown field": {**GOOD, "fields": {"id": "p9.t9"}},
    "no digest": {**GOOD, "sha256": "../../etc"},
    "a number for text": {**GOOD, "at": {"title": 7}},
    "text for a number": {**GOOD, "at": {"title": "甲", "place": {"page": "7"}}},
    "a role that is none": {**GOOD, "fields": {"departments": [{"name": "甲局", "role": "boss"}]}},
    "a name of blanks": {**GOOD, "fields": {"departments": [{"name": "  ", "role": "lead"}]}},
    "a control character": {**GOOD, "fields": {"title": "甲\x00乙"}},
    "half a character": '{"sha256": "%s", "op": "strike", "at": {"title": "\\ud800"}}' % ("a" * 64),
    "an empty title": {**GOOD, "fields": {"title": ""}},
    "a number that is none": {**GOOD, "fields": {"number": "一"}},
    "a day that is none": {**GOOD, "fields": {"time_nodes": [{"raw": "x", "kind": "deadline", "end": "2025-02-30"}]}},
    "a year that is none": {**GOOD, "fields": {"time_nodes": [{"raw": "x", "kind": "deadline", "end": "9999-01-01"}]}},
    "days the wrong way": {**GOOD, "fields": {"time_nodes": [{"raw": "x", "kind": "period", "start": "2025-03-02", "end": "2025-03-01"}]}},
    "days without a kind": {**GOOD, "fields": {"time_nodes": [{"raw": "x", "end": "2025-03-01"}]}},
    "a rule": {**GOOD, "fields": {"time_nodes": [{"raw": "x", "kind": "recurring", "rrule": "FREQ=SECONDLY"}]}},
    "one part": {**GOOD, "op": "split", "into": [{"title": "甲"}]},
    "a huge text": {**GOOD, "fields": {"text": "字" * 300_000}},
    "a huge number": json.dumps({**GOOD, "at": {"title": "x", "place": {"page": 7}}}).replace("7", "9" * 6000),
    "too many values": {**GOOD, "fields": {"departments": [{"name": "甲局", "role": "lead"}] * 501}},
    "depth": "[" * 100_000,
    "a depth within": json.dumps(GOOD)[:-1] + ', "x": ' + "[" * 50_000 + "]" * 50_000 + "}",
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_correction_is_said_with_its_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_corrections(put(tmp_path, GOOD, BAD[name]))
    said = str(caught.value)
    assert "line 2" in said and len(said) < 600 and "\n" not in said


def test_other_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="is no file"):
        read_corrections(tmp_path / "none.jsonl")
    with pytest.raises(UsageError, match="is no file"):
        read_corrections(tmp_path)
    (tmp_path / "b").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="not UTF-8"):
        read_corrections(tmp_path / "b")
    monkeypatch.setattr(file, "_BYTES", 10)
    with pytest.raises(UsageError, match="has more than"):
        read_corrections(put(tmp_path, GOOD))
    monkeypatch.setattr(file, "_BYTES", 1 << 20)
    monkeypatch.setattr(file, "_LINES", 1)
    with pytest.raises(UsageError, match="more than 1 lines"):
        read_corrections(put(tmp_path, GOOD, GOOD))
