"""`plancli diff` and `plancli stats`, in every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import html

from plancli.export import database
from plancli.export import json as documents
from plancli.model.bulletin import Bulletin

from ..comparison.years import made, one_plan
from ..export.bulletins import bulletin
from .conftest import Run

NASTY = '=HYPERLINK("http://x")<script>alert(1)</script>'


@pytest.fixture(autouse=True)
def years() -> None:
    """100所 became 120所, one task is new, one was dropped, one is as it was."""
    same = made("完善养老服务体系")
    old = [made("改造学校供水管网", text="改造100所。"), same, made("整治户外广告")]
    new = [made("改造学校供水管网", text="改造120所。"), same, made(NASTY)]
    write("old.json", one_plan(old, year=2024))
    write("new.json", one_plan(new, year=2025))


def write(name: str, held: Bulletin) -> None:
    Path(name).write_bytes(documents.encoded(held))


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_what_changed_as_csv(plancli: Run) -> None:
    got = plancli("diff", "old.json", "new.json")
    assert got.code == 0, got.err
    assert [(row["status"], row["old_title"], row["figure"]) for row in rows(got.out)] == [
        ("continued", "改造学校供水管网", "100所 → 120所"),
        ("new", "", ""),
        ("dropped", "整治户外广告", ""),
    ]
    assert rows(got.out)[1]["new_title"] == f"'{NASTY}"
    assert "2 continued, 0 moved, 0 split, 0 merged, 1 new, 1 dropped; 1 of the continued changed" in got.err


def test_all_of_it(plancli: Run) -> None:
    got = plancli("diff", "old.json", "new.json", "--all", "-q")
    assert [row["status"] for row in rows(got.out)] == ["continued", "continued", "new", "dropped"]
    assert got.err == ""


def test_as_json(plancli: Run) -> None:
    held = json.loads(plancli("diff", "old.json", "new.json", "--format", "json").out)
    assert held["counts"] == {"continued": 2, "changed": 1, "moved": 0, "split": 0, "merged": 0, "new": 1, "dropped": 1}
    first, new, dropped = held["tasks"]
    assert first["changes"] == [{"field": "figure", "old": "100所", "new": "120所"}]
    assert (first["old"]["year"], first["new"]["title"]) == (2024, "改造学校供水管网")
    assert new["old"] is None and new["new"]["title"] == NASTY and dropped["new"] is None


@pytest.mark.parametrize(
    ("lang", "name", "statuses", "heading"),
    [
        ("zh", "任务变化", ["延续", "新增", "取消"], "现任务"),
        ("en", "Changes of tasks", ["continued", "new", "dropped"], "new task"),
    ],
)
def test_as_a_workbook(plancli: Run, lang: str, name: str, statuses: list[str], heading: str) -> None:
    assert plancli("diff", "old.json", "new.json", "-o", "d.xlsx", "--lang", lang).code == 0
    head, *held = openpyxl.load_workbook("d.xlsx")[name].iter_rows()
    titles = [cell.value for cell in head]
    assert [row[0].value for row in held] == statuses
    cell = held[1][titles.index(heading)]
    assert (cell.value, cell.data_type, cell.hyperlink) == (NASTY, "s", None)


def test_as_a_page(plancli: Run) -> None:
    assert plancli("diff", "old.json", "new.json", "-o", "d.html").code == 0
    page = html.fromstring(Path("d.html").read_bytes().decode())
    assert not page.xpath("//script | //*[@src] | //*[@href]")
    assert NASTY in [cell.text for cell in page.xpath("//td")]
    assert len(page.xpath("//tbody/tr")) == 3
    (policy,) = page.xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'")


def test_as_a_table_on_a_terminal(plancli: Run) -> None:
    out = plancli("diff", "old.json", "new.json", terminal=True).out.decode()
    assert "120所" in out and "1 整治户外广告" in out and "dropped" in out


def test_the_table_tells_which_pairs_to_look_at_twice(plancli: Run) -> None:
    for year, title in ((2025, "开展道路清扫保洁考核评比表彰"), (2026, "实施道路机械化清洗改造并考核")):
        text = f"禾陵县城管局{year}年工作要点\n一、市容\n1.{title}。（环卫科牵头）\n2.开展绿化行动。（绿化科牵头）\n"
        Path(f"{year}.txt").write_text(text, "utf-8")
    out = plancli("diff", "2025.txt", "2026.txt", "--all", "--format", "table").out.decode()
    assert out.count("likeness: 0.") == 1


@pytest.mark.parametrize("form", ["csv", "json", "xlsx", "html", "table"])
@pytest.mark.parametrize("command", [("diff", "old.json", "new.json"), ("stats", "old.json")])
def test_twice_is_the_same(plancli: Run, command: tuple[str, ...], form: str) -> None:
    first, second = (plancli(*command, "--format", form).out for _ in range(2))
    assert first == second and first


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["old.json", "new.json", "--exit-code"], 1),
        (["old.json", "old.json", "--exit-code"], 0),
        (["old.json", "new.json"], 0),
    ],
)
def test_the_exit_code(plancli: Run, arguments: list[str], code: int) -> None:
    assert plancli("diff", *arguments).code == code


def test_databases_and_folders(plancli: Run) -> None:
    database.write(Path("old.db"), [Bulletin.model_validate_json(Path("old.json").read_bytes())])
    Path("out").mkdir()
    Path("out/journal.jsonl").touch()
    Path("new.json").rename("out/a.txt.json")
    held = json.loads(plancli("diff", "old.db", "out", "--format", "json").out)
    assert held["counts"]["changed"] == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["diff", "none.json", "new.json"], 1, "none.json: no such file"),
        (["diff", "old.json", "folder"], 1, "folder: the folder holds no results"),
        (["diff", "old.json"], 2, "NEW"),
        (["diff", "old.json", "new.json", "-o", "d.pdf"], 2, "the ending .pdf names no format"),
        (["diff", "old.json", "new.json", "-o", "old.json"], 2, "is an input too"),
        (["stats", "none.json"], 1, "none.json: no such file"),
        (["stats", "old.json", "-o", "d.docx"], 2, "the ending .docx names no format"),
        (["stats", "old.json", "--weeks", "-1"], 2, "--weeks"),
    ],
)
def test_what_is_wrong_is_said(plancli: Run, arguments: list[str], code: int, said: str) -> None:
    Path("folder").mkdir()
    got = plancli(*arguments)
    assert got.code == code and said in got.err, got.err


def counted(plancli: Run, *arguments: str) -> dict[tuple[str, str], dict[str, Any]]:
    got = plancli("stats", *arguments, "--format", "json")
    assert got.code == 0, got.err
    return {(row["group"], row["name"]): row for row in json.loads(got.out)}


def test_what_is_counted(plancli: Run) -> None:
    """The first task has a period in March and a deadline in December, three bodies; the second has nothing."""
    write("r.json", bulletin())
    held = counted(plancli, "r.json")
    assert held["total", "tasks"] | {"tasks": 2, "nodes": 2, "with_deadline": 1, "share": 0.5} == held["total", "tasks"]
    lead, support = held["department", "民政局"], held["department", "各镇街"]
    assert (lead["tasks"], lead["lead"], lead["support"], lead["share"]) == (1, 1, 0, 1.0)
    assert (support["lead"], support["support"]) == (0, 1)
    assert [name for group, name in held if group == "month"] == ["2025-03", "2025-12"]
    assert [name for group, name in held if group == "kind"] == ["period", "deadline"]
    assert {name for group, name in held if group == "week"} == {"2025-W14", "2026-W01"}
    assert not [group for group, _ in counted(plancli, "r.json", "--weeks", "0") if group == "week"]


def test_sources_are_counted_together_and_one_that_fails_is_said(plancli: Run) -> None:
    write("r.json", bulletin())
    assert counted(plancli, "r.json", "r.json")["total", "tasks"]["tasks"] == 4
    got = plancli("stats", "r.json", "none.json", "--format", "csv")
    assert got.code == 1 and rows(got.out)[0]["tasks"] == "2"


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("zh", ["总计", "单位", "月份", "类别", "任务最集中的周"]),
        ("en", ["total", "department", "month", "kind", "fullest weeks"]),
    ],
)
def test_counts_as_a_workbook(plancli: Run, lang: str, names: list[str]) -> None:
    write("r.json", bulletin())
    assert plancli("stats", "r.json", "-o", "s.xlsx", "--lang", lang).code == 0
    book = openpyxl.load_workbook("s.xlsx")
    assert book.sheetnames == names
    assert [cell.value for cell in book.worksheets[1][2]] == ["各镇街", 1, 2, 0, 0, 1, 1, 1]


def test_what_comes_again_counts_once_a_month(plancli: Run) -> None:
    from plancli.model.bulletin import TimeNode

    from ..query.test_selection import MONTHLY

    task = made("完善养老服务体系", time_nodes=(MONTHLY, TimeNode(raw="适时", kind="conditional")))
    write("r.json", one_plan([task]))
    held = counted(plancli, "r.json")
    assert len([name for group, name in held if group == "month"]) == 12
    assert held["month", "2025-05"]["tasks"] == 1 and held["kind", "conditional"]["tasks"] == 1
