"""A whole table on one line, as a page's text is taken with one sign or blank between its pieces."""

from __future__ import annotations

import pytest

import plancli
from tests.extract.text.dumps import rows_of

DRAWN = """
序号 | 重点任务 | 牵头单位 | 完成时限
1 | 更新公交车辆三十台 | 交通运输局 | 6月底前
2 | 疏通地下管网，消除积水点 | 城管局 | 9月底前
3 | 设置智慧停车泊位 | 公安局 | 全年"""
CELLS = ["松岭市2030年工作任务表", *(cell for row in rows_of(DRAWN) for cell in row), "备注：每月报送进展。"]


@pytest.mark.parametrize("sign", ["|", " ", "  ", " | ", ","])
def test_each_cell_gets_its_line(sign: str) -> None:
    bulletin = plancli.parse(sign.join(CELLS).encode())
    (plan,) = bulletin.plans
    assert plan.title == CELLS[0]
    assert [(task.title, task.departments[0].name, task.text) for task in plan.tasks] == [
        (row[1], row[2], row[3]) for row in rows_of(DRAWN)[1:]
    ]
    assert bulletin.coverage.lost == 0


def test_cells_that_run_together_are_said() -> None:
    text = CELLS[0] + "\n" + "".join(CELLS[1:-1]) * 2 + "\n"
    assert "table-text-unread" in {note.code for note in plancli.parse(text.encode()).diagnostics}


@pytest.mark.parametrize(
    "text",
    [
        "各单位要把工作任务 责任单位 完成时限列成清单，逐项落实，做到件件有着落、事事有回音，确保全年各项目标任务顺利完成，不得拖延。",
        "请按 序号 工作任务 责任单位 的顺序填写下表，并于6月底前报送县政府办公室综合科，联系人和电话另行通知，逾期不报的将予以通报。",
    ],
)
def test_words_of_headers_in_a_sentence_are_no_table(text: str) -> None:
    assert not [task for plan in plancli.parse(text.encode()).plans for task in plan.tasks]
