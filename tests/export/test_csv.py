from __future__ import annotations

import csv as standard
import io

import pytest

from plancli.export import csv

from .bulletins import bulletin


def rows(text: str) -> list[dict[str, str]]:
    return list(standard.DictReader(io.StringIO(text, newline="")))


def test_one_row_a_time_node_and_one_for_a_task_without() -> None:
    got = rows(csv.text(bulletin()))
    assert [(row["number"], row["raw"]) for row in got] == [("1", "3月"), ("1", "12月底前"), ("2", "")]
    assert got[0] == {
        "file": "云岭.txt",
        "plan_id": "p1",
        "plan_title": "云岭区2025年民生工作要点",
        "year": "2025",
        "section_path": "民生实事 > 养老服务",
        "number": "1",
        "title": "推进智慧养老服务站建设",
        "text": "3月：完成摸底；12月底前全面建成。",
        "lead": "民政局",
        "support": "财政局（国资办）；各镇街",
        "responsible": "",
        "leaders": "林知远",
        "kind": "period",
        "start": "2025-03-01",
        "end": "2025-03-31",
        "raw": "3月",
        "action": "完成摸底；",
        "edtf": "2025-03",
        "rrule": "",
        "approximate": "false",
        "remarks": "区重点工作",
        "extra": '{"考核": "年度"}',
        "task_id": "p1.t1",
        "page": "2",
        "issuer": "云岭区人民政府办公室",
        "doc_number": "云政办〔2025〕8号",
        "department_keys": "民政局；财政局（国资办）；各镇街",
        "sheet": "",
        "cell": "",
        "corrected": "",
        "inherited": "false",
        "table": "1",
        "row": "3",
        "paragraph": "",
    }


def test_one_row_a_task_sums_its_nodes_up() -> None:
    got = rows(csv.text(bulletin(), by="task"))
    assert len(got) == 2
    summed = {name: got[0][name] for name in ("nodes", "kinds", "first_day", "last_day", "raws")}
    assert summed == {
        "nodes": "2",
        "kinds": "period；deadline",
        "first_day": "2025-03-01",
        "last_day": "2025-12-31",
        "raws": "3月；12月底前",
    }
    assert (got[1]["nodes"], got[1]["first_day"], got[1]["last_day"]) == ("0", "", "")


def test_columns_are_the_same_whatever_the_bulletin_holds() -> None:
    for by in ("node", "task"):
        header = csv.text(bulletin(plans=()), by=by)  # type: ignore[arg-type]
        assert header == ",".join(csv.COLUMNS[by]) + "\n"  # type: ignore[index]


def test_a_second_bulletin_may_go_without_a_header() -> None:
    assert csv.text(bulletin(), header=True) == csv.text(bulletin(plans=())) + csv.text(bulletin(), header=False)


def test_line_feeds_stay_inside_their_cell() -> None:
    assert rows(csv.text(bulletin()))[2]["title"].endswith("整理\n台账")


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "＝", "＠", " =", "\u3000=", "\ufeff=", "；=", '"='])
def test_no_cell_is_a_formula_to_a_spreadsheet_program(first: str) -> None:
    plan = bulletin().plans[0]
    task = plan.tasks[1].model_copy(update={"title": f"{first}HYPERLINK(1)"})
    hostile = bulletin(plans=(plan.model_copy(update={"tasks": (task,)}),))
    assert rows(csv.text(hostile))[0]["title"] == f"'{first}HYPERLINK(1)"


@pytest.mark.parametrize(
    ("said", "shown"), [("甲;=1", "甲;'=1"), (";=1", "';'=1"), ("甲; +1", "甲;' +1"), ("甲；乙;丙", "甲；乙;丙")]
)
def test_no_part_of_a_cell_is_a_formula_where_semicolons_part_cells(said: str, shown: str) -> None:
    plan = bulletin().plans[0]
    task = plan.tasks[1].model_copy(update={"title": said})
    hostile = bulletin(plans=(plan.model_copy(update={"tasks": (task,)}),))
    assert rows(csv.text(hostile))[0]["title"] == shown


def test_a_department_named_twice_in_a_role_stands_once() -> None:
    plan = bulletin().plans[0]
    lead = plan.tasks[0].departments[0]
    task = plan.tasks[0].model_copy(update={"departments": (lead, lead.model_copy(update={"scope": (0, 3)}))})
    twice = bulletin(plans=(plan.model_copy(update={"tasks": (task,)}),))
    assert rows(csv.text(twice))[0]["lead"] == "民政局"
