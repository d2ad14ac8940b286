"""The whole way on the samples: what is parsed validates, in every format and by every road."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Run

SAMPLES = Path(__file__).parents[2] / "samples"
SOURCES = sorted(SAMPLES.glob("*/source.*"))


@pytest.mark.parametrize("source", SOURCES, ids=[f"{source.parent.name}{source.suffix}" for source in SOURCES])
def test_what_is_parsed_validates(plancli: Run, source: Path) -> None:
    got = plancli("parse", str(source), "-o", "r.json", "--quiet")
    assert (got.code, got.err) == (0, "")
    checked = plancli("validate", "r.json")
    assert (checked.code, checked.out) == (0, b"")


def test_stdin_gives_what_the_file_gives(plancli: Run) -> None:
    for source in SAMPLES.glob("outline-roles/source.*"):
        by_name = json.loads(plancli("parse", str(source)).out)
        by_stdin = json.loads(plancli("parse", "-", stdin=source.read_bytes()).out)
        assert by_name["source"].pop("path") == str(source)
        assert by_stdin["source"].pop("path") == "-"
        assert by_name == by_stdin


def test_the_name_tells_nothing_of_the_kind(plancli: Run) -> None:
    Path("plan.txt").write_bytes((SAMPLES / "task-table" / "source.docx").read_bytes())
    got = json.loads(plancli("parse", "plan.txt").out)
    assert got["source"]["media_type"].endswith("wordprocessingml.document")
    assert got["plans"][0]["tasks"]


def test_csv_has_a_row_for_every_node_and_every_task(plancli: Run) -> None:
    source = str(SAMPLES / "task-table" / "source.txt")
    tasks = json.loads(plancli("parse", source).out)["plans"][0]["tasks"]
    for by, rows in (("node", sum(max(1, len(task["time_nodes"])) for task in tasks)), ("task", len(tasks))):
        out = plancli("parse", source, "--format", "csv", "--by", by).out.decode()
        assert len(list(csv.DictReader(io.StringIO(out, newline="")))) == rows


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\n \t", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "unsupported"),
        (b"%PDF-1.7\nnothing more", "corrupt"),
        (b"PK\x03\x04 cut off", "corrupt"),
    ],
)
def test_files_that_cannot_be_read(plancli: Run, data: bytes, code: str) -> None:
    Path("a.pdf").write_bytes(data)
    got = plancli("parse", "a.pdf")
    assert (got.code, got.out) == (1, b"")
    assert f"({code})." in got.err
    assert got.err.count("\n") == 1


def test_a_picture_without_ocr_names_what_is_missing(plancli: Run) -> None:
    Path("a.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    got = plancli("parse", "a.pdf")
    assert (got.code, got.out) == (4, b"")
    assert "(missing-extra)." in got.err
    assert got.err.count("\n") == 1


def test_a_text_without_tasks_is_read_with_a_warning(plancli: Run) -> None:
    Path("a.txt").write_text("今天天气很好。\n", "utf-8")
    got = plancli("parse", "a.txt")
    assert got.code == 0
    assert "(no-tasks)" in got.err
    assert plancli("parse", "a.txt", "--strict").code == 3
