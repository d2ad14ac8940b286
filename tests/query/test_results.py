"""Results for programs: rows, reading back, the results of a batch."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

import plancli
from plancli import errors
from plancli.export import database
from plancli.export import json as documents
from plancli.export.rows import COLUMNS, By

from ..export.bulletins import bulletin

OLD = sorted((Path(__file__).parents[1] / "export" / "version_1_0").glob("*.json"))


@pytest.mark.parametrize(("by", "count"), [("task", 2), ("node", 3), ("department", 3)])
def test_rows_have_all_columns(by: By, count: int) -> None:
    rows = plancli.rows(bulletin(), by)
    assert len(rows) == count
    assert all(tuple(row) == COLUMNS[by] for row in rows)


def test_rows_have_typed_values() -> None:
    first, second = plancli.rows(bulletin())
    assert first["last_day"] == datetime.date(2025, 12, 31) and first["page"] == 2
    assert second["last_day"] is None
    with pytest.raises(errors.UsageError, match="by is 'week'"):
        plancli.rows(bulletin(), "week")  # type: ignore[arg-type]


def test_a_result_is_read_back() -> None:
    whole = bulletin()
    assert plancli.Bulletin.from_json(documents.encoded(whole)) == whole
    assert plancli.Bulletin.from_json(documents.line(whole)) == whole


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_a_result_of_1_0_is_read(old: Path) -> None:
    assert plancli.Bulletin.from_json(old.read_bytes()).schema_version == "1.1"


def test_there_are_results_of_1_0() -> None:
    assert OLD


@pytest.mark.parametrize(
    ("data", "said"), [("{", "is no JSON"), ("[]", "is no result"), ('{"plans": 1}', "is no result")]
)
def test_what_is_no_result_is_said(data: str, said: str) -> None:
    with pytest.raises(errors.Corrupt, match=said):
        plancli.Bulletin.from_json(data)


@pytest.mark.parametrize("form", ["json", "jsonl", "sqlite", "folder"])
def test_results_one_after_the_other(tmp_path: Path, form: str) -> None:
    held: list[Any] = [bulletin(source=bulletin().source.model_copy(update={"path": name})) for name in ("a", "b")]
    path = tmp_path / f"r.{form}"
    if form == "json":
        path.write_bytes(b"[" + b",".join(map(documents.line, held)) + b"]")
    elif form == "jsonl":
        path.write_bytes(b"".join(map(documents.line, held)))
    elif form == "sqlite":
        database.write(path, held)
    else:
        path.mkdir()
        (path / "journal.jsonl").touch()
        for one in held:
            (path / f"{one.source.path}.json").write_bytes(documents.encoded(one))
    assert [(one.source.path, len(one.plans)) for one in plancli.open_results(path)] == [("a", 1), ("b", 1)]


def test_a_result_is_read_when_its_turn_comes(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes(documents.line(bulletin()) + b"{oops\n")
    found = iter(plancli.open_results(tmp_path / "r.jsonl"))
    assert next(found) == bulletin()
    with pytest.raises(errors.Corrupt, match="neither JSON nor JSON Lines"):
        next(found)


def test_what_holds_no_results_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("要点")
    with pytest.raises(errors.InputError, match="holds no results"):
        plancli.open_results(tmp_path / "a.txt")
    with pytest.raises(errors.NotFound):
        list(plancli.open_results(tmp_path / "none"))
    with pytest.raises(errors.InputError, match="holds no results"):
        list(plancli.open_results(tmp_path))
    assert json.loads(documents.line(bulletin()))  # what the tests above write is JSON
