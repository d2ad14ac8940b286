from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from ..extract.pdf.drawing import Sheet
from .conftest import Run

PLAN = """云岭区2025年民生工作要点

一、养老服务
1.建设社区食堂。6月底前建成5家。（牵头单位：民政局；配合单位：财政局）
2.开展回访。三季度完成《养老规划（2021-2025年）》评估。
"""


def test_a_time_is_derived_rule_by_rule(plancli: Run) -> None:
    got = plancli("explain", "6月底前完成", "--year", "2025")
    lines = got.out.decode().splitlines()
    assert got.code == 0
    assert lines[0].startswith("time    「6月底前")
    assert "→ deadline, … – 2025-06-30" in lines[0]
    steps = [line for line in lines if line.startswith("          ")]
    assert len(steps) >= 3
    assert all("「" in step and " at " in step for step in steps[:-1])
    assert steps[-1] == "          year 2025, from the option or the configuration"


def test_a_look_alike_is_refused_with_its_reason(plancli: Run) -> None:
    out = plancli("explain", "落实《养老规划（2021-2025年）》").out.decode()
    assert out.startswith("refused 「2021-2025年」 at 8–18: ")


def test_a_day_that_is_none_is_a_problem(plancli: Run) -> None:
    assert "problem 「2月30日" in plancli("explain", "2月30日前完成", "--year", "2025").out.decode()


def test_without_a_year_it_says_so(plancli: Run) -> None:
    assert "year unknown" in plancli("explain", "6月底前完成").out.decode()


def test_where_a_text_stands_makes_a_difference(plancli: Run) -> None:
    assert "→ deadline" in plancli("explain", "9月", "--year", "2025", "--as", "limit").out.decode()
    assert "→ period" in plancli("explain", "9月", "--year", "2025", "--as", "schedule").out.decode()
    assert "→ period" in plancli("explain", "9月", "--year", "2025").out.decode()


def test_numbers_and_bodies(plancli: Run) -> None:
    out = plancli("explain", "（三）建设社区食堂。（牵头单位：民政局；配合单位：财政局）").out.decode()
    assert "number  「（三）」 → 3; rule " in out
    assert "who     「民政局」 at 16–19 → lead; rules " in out
    assert "who     「财政局」 at 25–28 → support; rules " in out


def test_nothing_found_is_said(plancli: Run) -> None:
    assert plancli("explain", "你好").out.decode().startswith("nothing found: ")


def test_a_file_task_by_task(plancli: Run) -> None:
    Path("plan.txt").write_text(PLAN, "utf-8")
    out = plancli("explain", "plan.txt").out.decode()
    assert "p1 云岭区2025年民生工作要点 (outline)" in out
    assert "year 2025 (from title)" in out
    assert "p1.t1 「1.」 → 1 建设社区食堂" in out
    assert "who   「民政局」" in out
    assert "when  「6月底前" in out
    assert "refused" not in out


def test_one_task_in_full(plancli: Run) -> None:
    Path("plan.txt").write_text(PLAN, "utf-8")
    out = plancli("explain", "plan.txt", "--task", "p1.t2").out.decode()
    assert "p1.t1" not in out
    assert "    text  三季度完成《养老规划（2021-2025年）》评估。" in out
    assert "refused 「2021-2025年」" in out


def test_a_task_is_explained_as_it_was_read(plancli: Run) -> None:
    """A limit's column makes a deadline of a bare month, a school year counts from August: read by itself it would not."""
    rows = "序号\t重点任务\t责任单位\t完成时限\n1\t建设社区食堂\t民政局\t9月\n2\t开展回访\t民政局\t10月\n3\t完善制度\t财政局\t11月\n"
    Path("table.txt").write_text("云岭区2025年重点任务清单\n\n" + rows, "utf-8")
    out = plancli("explain", "table.txt", "--task", "p1.t1").out.decode()
    assert "    text  9月" in out
    assert out.count("→ deadline, … – 2025-09-30") == 2
    assert "by-limit" in out
    assert "year 2025, from the plan" in out


def test_a_task_that_is_not_there_is_wrong_use(plancli: Run) -> None:
    Path("plan.txt").write_text(PLAN, "utf-8")
    got = plancli("explain", "plan.txt", "--task", "p9.t9")
    assert (got.code, got.out) == (2, b"")
    assert got.err == "plancli: plan.txt: there is no task p9.t9 (usage). Tasks are named p1.t1, p1.t2 …\n"


def test_a_file_that_cannot_be_read_is_told_like_parse_does(plancli: Run) -> None:
    got = plancli("explain", "none.pdf")
    assert got.code == 1
    assert got.err == "plancli: none.pdf: no such file (not-found). Check the path.\n"


def test_stdin_and_texts_too_long_for_a_name(plancli: Run) -> None:
    assert "云岭区2025年民生工作要点" in plancli("explain", "-", stdin=PLAN.encode()).out.decode()
    assert plancli("explain", "甲" * 5000).code == 0


def a_page() -> bytes:
    sheet = Sheet()
    for k in range(4):
        sheet.text(60, 700 - 20 * k, "左栏正文写满一行一行一行一")
        sheet.text(320, 700 - 20 * k, "右栏正文写满一行一行一行一")
    sheet.text(580, 20, "框外框外")
    sheet.rules([60, 100, 500], [500, 470, 440])
    sheet.cells([60, 100], [500, 470], [["序号", "任务"], ["1", "修渠"]])
    return sheet.data()


def test_a_page_is_explained_by_its_regions(plancli: Run) -> None:
    Path("plan.pdf").write_bytes(a_page())
    first, *lines = plancli("explain", "plan.pdf", "--page", "1").out.decode().splitlines()
    assert first == "page 1, 595 × 842 points"
    assert [line.split(": ", 1)[1].split(",")[0].split(" at ")[0] for line in lines[:3]] == [
        "column",
        "column",
        "table by rules",
    ]
    assert lines[3].startswith("out outside-page: 框外框外")


def test_a_page_that_is_not_there_and_a_file_that_has_none(plancli: Run) -> None:
    Path("plan.pdf").write_bytes(a_page())
    Path("plan.txt").write_text(PLAN, "utf-8")
    assert plancli("explain", "plan.pdf", "--page", "2").code == 2
    assert plancli("explain", "plan.txt", "--page", "1").code == 1
    assert plancli("explain", "plan.pdf", "--picture", "out.png").code == 2


def test_a_picture_has_the_time_and_the_memory_of_reading(plancli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("plan.pdf").write_bytes(a_page())
    asked = ["explain", "plan.pdf", "--page", "1", "--picture", "out.png"]
    monkeypatch.setenv("PLANCLI_TIMEOUT", "0.01")
    assert "the picture takes longer than 0.01 s (timeout)" in plancli(*asked).err
    monkeypatch.setenv("PLANCLI_TIMEOUT", "60")
    monkeypatch.setenv("PLANCLI_MAX_MEMORY", "1M")
    assert "the picture cannot be drawn" in plancli(*asked).err
    assert not Path("out.png").exists()


def test_a_picture_of_a_page_with_its_regions(plancli: Run) -> None:
    Path("plan.pdf").write_bytes(a_page())
    assert plancli("explain", "plan.pdf", "--page", "1", "--picture", "out.png").code == 0
    with Image.open("out.png") as picture:
        assert picture.width / picture.height == pytest.approx(595 / 842, abs=0.01)
        colours = {pixel[:3] for _, pixel in picture.convert("RGB").getcolors(1 << 24) or ()}
    assert {(200, 30, 30), (30, 90, 200), (20, 140, 60)} <= colours


def test_a_text_as_json(plancli: Run) -> None:
    text = "（三）6月底前建设社区食堂，落实《规划（2021-2025年）》。（牵头单位：民政局）"
    held = json.loads(plancli("explain", text, "--year", "2026", "--format", "json").out)
    assert held["number"] == {"text": "（三）", "number": "3", "rule": held["number"]["rule"]}
    (node,) = held["time_nodes"]
    assert (node["kind"], node["end"], text[slice(*node["span"])]) == ("deadline", "2026-06-30", node["raw"])
    assert [step["raw"] for step in node["steps"]] and node["year_from"].startswith("2026, ")
    assert [(one["raw"], one["guard"]) for one in held["refused"]] == [("2021-2025年", "inside-a-name")]
    assert [(one["name"], one["role"]) for one in held["departments"]] == [("民政局", "lead")]


def test_a_problem_and_nothing_as_json(plancli: Run) -> None:
    held = json.loads(plancli("explain", "2月30日前完成", "--year", "2025", "--format", "json").out)
    assert [one["code"] for one in held["problems"]] == ["invalid-date"]
    held = json.loads(plancli("explain", "你好", "--format", "json").out)
    assert held["number"] is None and not (held["time_nodes"] or held["departments"])


def test_a_file_and_one_task_as_json(plancli: Run) -> None:
    Path("plan.txt").write_text(PLAN, "utf-8")
    (plan,) = json.loads(plancli("explain", "plan.txt", "--format", "json").out)["plans"]
    assert (plan["year"], plan["year_from"], len(plan["tasks"])) == (2025, "title", 2)
    assert "readings" not in plan["tasks"][0] and plan["tasks"][0]["departments"][0]["rules"]
    (plan,) = json.loads(plancli("explain", "plan.txt", "--task", "p1.t2", "--format", "json").out)["plans"]
    (task,) = plan["tasks"]
    assert [one["raw"] for reading in task["readings"] for one in reading["refused"]] == ["2021-2025年"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("6月底前", "--task", "p1.t1"),
        ("plan.txt", "--as", "limit"),
        ("plan.txt", "--page", "1", "--task", "p1.t1"),
        ("plan.txt", "--picture", "x.png"),
    ],
)
def test_options_that_would_do_nothing_are_refused(plancli: Run, arguments: tuple[str, ...]) -> None:
    Path("plan.txt").write_text(PLAN, "utf-8")
    got = plancli("explain", *arguments)
    assert got.code == 2 and "(usage)" in got.err and not got.out
