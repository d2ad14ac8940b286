"""Fields whose names stand before their values with a wide blank between are no table."""

from __future__ import annotations

import pytest

import plancli
from plancli.extract.text.blank_fields import with_colons
from plancli.language.headers import lexicon_of
from plancli.model.source import Line

RECORDS = [
    ("任务1{}档案接收进馆", "牵头处室{}接收处", "协同单位{}各单位", "完成时间{}11月底"),
    ("任务2{}征集特色档案", "牵头处室{}征集处", "完成时间{}全年"),
    ("任务3{}馆藏数字化", "牵头处室{}技术处", "协同单位{}财务处", "完成时间{}12月"),
]


@pytest.mark.parametrize("indent", ["", "    ", "　　"])
@pytest.mark.parametrize("blank", ["  ", "      ", "　", "\t"])
def test_records_of_such_fields_are_tasks(blank: str, indent: str) -> None:
    lines = [("" if k == 0 else indent) + field.format(blank) for record in RECORDS for k, field in enumerate(record)]
    plan = plancli.parse(("云岭县2027年档案工作任务分解表\n\n" + "\n".join(lines)).encode()).plans[0]
    found = [(task.title, [body.name for body in task.departments], task.time_nodes[0].raw) for task in plan.tasks]
    assert found == [
        ("档案接收进馆", ["接收处", "各单位"], "11月底"),
        ("征集特色档案", ["征集处"], "全年"),
        ("馆藏数字化", ["技术处", "财务处"], "12月"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "牵头处室  接收处\n完成时间  11月底",  # one record
        "工作任务  责任单位  完成时间\n植树  林业站  3月\n修渠  水利站  5月",
        "责任单位  完成时间\n林业站  3月\n责任单位  完成时间\n水利站  5月",
        "牵头处室：接收处\n完成时间：全年\n牵头处室：征集处\n完成时间：3月",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    lines = [Line(line, number=at) for at, line in enumerate(text.split("\n"))]
    assert [line.text for line in with_colons(lines, lexicon_of())] == text.split("\n")
