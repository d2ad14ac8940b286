"""`--corrections` of parse, batch, tasks and view, and what `plancli review` lists."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest
from lxml import html

from .conftest import Run

TEXT = """云岭区2025年工作要点
1.建设食堂。9月底前建成。（区民政局牵头）
2.整理台账。2月30日前汇总。（区教育局负责）
4.巡查水库。4月完成。（区水利局负责）
5.走访企业。5月完成。（区商务局负责）
"""
SHA = hashlib.sha256(TEXT.encode()).hexdigest()
GONE = {"sha256": SHA, "op": "strike", "at": {"title": "没有这一项"}}
RENAMED = {"sha256": SHA, "op": "set", "at": {"title": "整理台账"}, "fields": {"title": "整理清单"}}


@pytest.fixture(autouse=True)
def files() -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    put("c.jsonl", RENAMED)


def put(name: str, *records: object) -> None:
    Path(name).write_text("".join(f"{json.dumps(record)}\n" for record in records), "utf-8")


def titles(document: object) -> list[str]:
    return [task["title"] for task in document["plans"][0]["tasks"]]  # type: ignore[index]


def test_parse(plancli: Run) -> None:
    got = plancli("parse", "a.txt", "--corrections", "c.jsonl")
    held = json.loads(got.out)
    assert got.code == 0 and titles(held)[1] == "整理清单" and held["plans"][0]["tasks"][1]["corrected"] == ["title"]
    Path("r.json").write_bytes(got.out)
    assert plancli("validate", "r.json").code == 0


def test_nothing_that_lies_beside_is_applied(plancli: Run) -> None:
    put("corrections.jsonl", RENAMED)
    put("a.txt.corrections.jsonl", RENAMED)
    assert titles(json.loads(plancli("parse", "a.txt").out))[1] == "整理台账"


def test_the_configuration_and_the_environment_name_a_file(plancli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("conf").mkdir()
    put("conf/mine.jsonl", RENAMED)
    Path("conf/plancli.toml").write_text('corrections = "mine.jsonl"\n')
    got = plancli("parse", "a.txt", "--config", "conf/plancli.toml")
    assert titles(json.loads(got.out))[1] == "整理清单"
    monkeypatch.setenv("PLANCLI_CORRECTIONS", "c.jsonl")
    assert titles(json.loads(plancli("parse", "a.txt").out))[1] == "整理清单"


def test_a_result_is_corrected_too_and_only_once(plancli: Run) -> None:
    for said in ([], ["--corrections", "c.jsonl"]):
        assert plancli("parse", "a.txt", "-o", "r.json", *said).code == 0
        got = plancli("tasks", "r.json", "--corrections", "c.jsonl", "--search", "清单")
        rows = list(csv.DictReader(io.StringIO(got.out.decode(), newline="")))
        assert [row["title"] for row in rows] == ["整理清单"] and "warning" not in got.err


@pytest.mark.parametrize("form", ["json", "sqlite"])
def test_a_correction_may_make_a_task_one_that_is_wanted(plancli: Run, form: str) -> None:
    fields = {"departments": [{"name": "区审计局", "role": "lead"}]}
    put("c.jsonl", {**RENAMED, "fields": fields})
    assert plancli("parse", "a.txt", "-o", f"r.{form}").code == 0
    got = plancli("tasks", f"r.{form}", "--department", "区审计局", "--corrections", "c.jsonl")
    assert "整理台账" in got.out.decode(), got.err


@pytest.mark.parametrize("command", ["parse", "tasks", "view", "review"])
def test_a_correction_without_its_place_is_a_warning(plancli: Run, command: str) -> None:
    put("c.jsonl", GONE)
    out = ["-o", "page.html"] if command == "view" else []
    got = plancli(command, "a.txt", "--corrections", "c.jsonl", *out)
    assert got.code == 0 and "correction-unplaced" in got.err and "没有这一项" in got.err
    if command == "parse":
        assert plancli("parse", "a.txt", "--corrections", "c.jsonl", "--strict").code == 3


@pytest.mark.parametrize("command", ["parse", "tasks", "view", "review", "batch"])
def test_a_hostile_file_is_refused_before_anything_is_done(plancli: Run, command: str) -> None:
    Path("c.jsonl").write_text('{"sha256": 1}\n')
    out = {"view": ["-o", "page.html"], "batch": ["-o", "out"]}.get(command, [])
    got = plancli(command, "a.txt", "--corrections", "c.jsonl", *out)
    assert got.code == 2 and "c.jsonl, line 1" in got.err and len(got.err.splitlines()) == 1
    assert got.out == b"" and not Path("page.html").exists() and not Path("out").exists()


def test_batch_parses_again_what_was_corrected_otherwise(plancli: Run) -> None:
    def run(*said: str) -> tuple[str, str]:
        got = plancli("batch", "a.txt", "-o", "out", "--jobs", "1", *said)
        assert got.code == 0, got.err
        return titles(json.loads(Path("out/a.txt.json").read_bytes()))[1], got.err

    assert run()[0] == "整理台账"
    assert run("--corrections", "c.jsonl")[0] == "整理清单"
    assert "1 of them unchanged" in run("--corrections", "c.jsonl")[1]
    put("c.jsonl", {**RENAMED, "fields": {"title": "再整理"}})
    assert run("--corrections", "c.jsonl")[0] == "再整理"
    assert run()[0] == "整理台账"


def test_the_page_shows_what_was_corrected_and_saves_it_again(plancli: Run) -> None:
    assert plancli("view", "a.txt", "-o", "page.html", "--lang", "zh", "--corrections", "c.jsonl").code == 0
    tree = html.fromstring(Path("page.html").read_bytes())
    assert "已更正：任务" in tree.xpath("//li[@id='t1']")[0].text_content()
    held = json.loads(tree.xpath("//script[@type='application/json']/text()")[0])
    assert [json.loads(line) for line in held["corrections"]] == [RENAMED]


def doubts(plancli: Run, *said: str) -> list[dict[str, str]]:
    got = plancli("review", *said, "--format", "csv")
    assert got.code == 0, got.err
    return list(csv.DictReader(io.StringIO(got.out.decode(), newline="")))


def test_review_lists_doubts_with_place_words_and_what_was_made_of_them(plancli: Run) -> None:
    rows = {row["code"]: row for row in doubts(plancli, "a.txt")}
    assert set(rows) == {"invalid-date", "number-gap"}
    gap = rows["number-gap"]
    assert (gap["file"], gap["place"], gap["number"], gap["field"]) == ("a.txt", "paragraph 4", "4", "number")
    assert (gap["words"], gap["made"], gap["task"]) == ("4.巡查水库", "4", "巡查水库")
    assert rows["invalid-date"]["made"] == "区教育局 (responsible)"
    told = json.loads(plancli("review", "a.txt", "--format", "json").out)
    assert [row["code"] for row in told] == [row["code"] for row in rows.values()]
    table = plancli("review", "a.txt", terminal=True).out.decode()
    assert "number-gap" in table and "4.巡查水库" in table


def test_a_doubt_that_was_settled_is_not_listed(plancli: Run) -> None:
    put("c.jsonl", {**RENAMED, "fields": {"time_nodes": [{"raw": "2月底前"}]}})
    assert [row["code"] for row in doubts(plancli, "a.txt", "--corrections", "c.jsonl")] == ["number-gap"]


def test_review_writes_no_formulas(plancli: Run) -> None:
    Path("b.txt").write_text(TEXT.replace("4.巡查水库", "4.=1+1巡查"), "utf-8")
    assert next(row["task"] for row in doubts(plancli, "b.txt")).startswith("'=")


@pytest.mark.parametrize("ending", ["csv", "json", "jsonl", "txt"])
def test_review_writes_a_file(plancli: Run, ending: str) -> None:
    got = plancli("review", "a.txt", "-o", f"d.{ending}")
    assert (got.code, got.out) == (0, b"") and "doubts 2, files 1" in got.err
    assert "number-gap" in Path(f"d.{ending}").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["review", "none"], 1, "none: no such file"),
        (["review", "a.txt", "-o", "d.xyz"], 2, "the ending .xyz names no format"),
        (["review", "a.txt", "--corrections", "none"], 2, "none is no file"),
        (["parse", "a.txt", "--corrections", ""], 2, "corrections"),
    ],
)
def test_what_is_wrong_is_said(plancli: Run, arguments: list[str], code: int, said: str) -> None:
    got = plancli(*arguments)
    assert got.code == code and said in got.err, got.err
