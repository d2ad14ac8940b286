"""`plancli tasks` over results and bulletins."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from plancli.export import database
from plancli.export import json as documents

from ..export.bulletins import bulletin
from .conftest import Result, Run


@pytest.fixture
def results() -> str:
    Path("r.json").write_bytes(documents.encoded(bulletin()))
    return "r.json"


def titles(got: Result) -> list[str]:
    assert got.code == 0, got.err
    return [row["title"] for row in csv.DictReader(io.StringIO(got.out.decode(), newline=""))]


FIRST, SECOND = "推进智慧养老服务站建设", "'=开展“回头看”，整理\n台账"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ([], [FIRST, SECOND]),
        (["--due", "2025Q1"], [FIRST]),
        (["--due", "next-quarter", "--today", "2025-08-03"], [FIRST]),
        (["--due", "next-month", "--today", "2025-08-03"], []),
        (["--department", "民政局"], [FIRST]),
        (["--department", "民政局", "--role", "support"], []),
        (["--role", "support"], [FIRST]),
        (["--leader", "林知远"], [FIRST]),
        (["--kind", "period"], [FIRST]),
        (["--search", "養老"], [FIRST]),
        (["--year", "2024"], []),
        (["--by", "department"], [FIRST] * 3),
        (["--by", "node"], [FIRST, FIRST, SECOND]),
    ],
)
def test_what_is_asked_for(plancli: Run, results: str, asked: list[str], expected: list[str]) -> None:
    assert titles(plancli("tasks", results, *asked)) == expected


def test_rows_as_json(plancli: Run, results: str) -> None:
    row, _ = json.loads(plancli("tasks", results, "--format", "json").out)
    assert (row["title"], row["last_day"], row["page"]) == (FIRST, "2025-12-31", 2)
    lines = plancli("tasks", results, "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["number"] for line in lines] == ["1", "2"]


@pytest.mark.parametrize("ending", ["xlsx", "docx", "ics", "sqlite", "db", "csv", "md", "json", "jsonl", "parquet"])
def test_the_ending_of_the_file_tells_the_format(plancli: Run, results: str, ending: str) -> None:
    got = plancli("tasks", results, "-o", f"t.{ending}")
    assert (got.code, got.out) == (0, b"")
    heads = {
        "xlsx": b"PK",
        "docx": b"PK",
        "ics": b"BEGIN:VCALENDAR",
        "sqlite": b"SQLite",
        "db": b"SQLite",
        "csv": b"file,",
        "parquet": b"PAR1",
    }
    assert Path(f"t.{ending}").read_bytes().startswith(heads.get(ending, b""))
    assert Path(f"t.{ending}").stat().st_size > 100


@pytest.mark.parametrize("form", ["array", "lines", "folder", "base", "base-folder", "parts"])
def test_results_of_many_files(plancli: Run, form: str) -> None:
    held = [bulletin(source=bulletin().source.model_copy(update={"path": name})) for name in ("a.txt", "b.txt")]
    if form == "array":
        Path("r.json").write_bytes(b"[" + b",".join(map(documents.line, held)) + b"]")
    elif form == "lines":
        Path("r.jsonl").write_bytes(b"".join(map(documents.line, held)))
    elif form == "base":
        database.write(Path("r.db"), held)
    else:
        Path("r").mkdir()
        Path("r/journal.jsonl").touch()
        Path("r/summary.json").write_text("{}")
        if form == "base-folder":
            database.write(Path("r/plans.sqlite"), held)
        elif form == "parts":
            Path("r/.parts").mkdir()
            Path("r/plans.xlsx").touch()
            for one in held:
                Path(f"r/.parts/{one.source.path}.jsonl").write_bytes(documents.line(one))
        for one in held if form == "folder" else ():
            Path(f"r/{one.source.path}.json").write_bytes(documents.encoded(one))
    source = {"array": "r.json", "lines": "r.jsonl", "base": "r.db"}.get(form, "r")
    got = plancli("tasks", source, "--due", "2025-12")
    rows = list(csv.DictReader(io.StringIO(got.out.decode(), newline="")))
    assert [row["file"] for row in rows] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["tasks", "none.json"], 1, "none.json: no such file"),
        (["tasks", "bad.json"], 1, "bad.json: is neither JSON nor JSON Lines"),
        (["tasks", "other.json"], 1, "other.json: is no result of plancli"),
        (["tasks", "other.db"], 1, "other.db: is no database of plancli's"),
        (["tasks", "tables"], 1, "tables: the folder holds a table, not results"),
        (["tasks", "folder"], 1, "folder: the folder holds no results"),
        (["tasks", "none.json", "--due", "soon"], 2, "'soon' is no span of days"),
        (["tasks", "none.json", "--due", "2025", "--today", "heute"], 2, "--today is 'heute'"),
        (["tasks", "none.json", "-o", "x.xyz"], 2, "the ending .xyz names no format"),
    ],
)
def test_what_is_wrong_is_said(plancli: Run, arguments: list[str], code: int, said: str) -> None:
    Path("bad.json").write_text("{oops")
    Path("other.json").write_text('{"a": 1}')
    Path("folder").mkdir()
    with contextlib.closing(sqlite3.connect("other.db")) as other:
        other.execute("CREATE TABLE t (a)")
    Path("tables").mkdir()
    Path("tables/journal.jsonl").touch()
    Path("tables/plans.csv").touch()
    got = plancli(*arguments)
    assert got.code == code and said in got.err, got.err


def test_a_bulletin_is_parsed(plancli: Run, seen: list[object]) -> None:
    Path("a.txt").write_text("要点")
    assert titles(plancli("tasks", "a.txt", "--kind", "deadline")) == [FIRST]
    assert len(seen) == 1
