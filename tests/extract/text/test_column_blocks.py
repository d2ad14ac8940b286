"""Tables dumped column by column: what makes a row is not told, and that is said."""

from __future__ import annotations

import pytest

import plancli

COLUMNS = """松岭县2026年商务工作任务表
序号
1
2
3

工作任务
举办山货节
编制网点规划
新建商贸中心

责任科室
流通科
规划科
会展中心

完成时间
6月底前
年底前
"""
BLOCKS = """松岭县2026年商务工作任务表
序号

类别

重点任务

1

商贸流通

举办山货节，办好
展销会

2

3

对外开放

牵头科室

办理期限

流通科

6月底前

编制网点规划

规划科
"""
STACKED = """松岭县2026年商务工作任务表
序号
工作任务
责任科室
完成时间
1
举办山货节
流通科
6月底前
2
编制网点规划
规划科
10月底前
3
新建商贸中心
流通科
年底前
"""


@pytest.mark.parametrize("text", [COLUMNS, BLOCKS], ids=["column by column", "in blocks"])
def test_they_are_left_unread_and_said(text: str) -> None:
    bulletin = plancli.parse(text.encode())
    assert not [task for plan in bulletin.plans for task in plan.tasks]
    assert "table-text-unread" in {note.code for note in bulletin.diagnostics}
    assert bulletin.coverage.lost == 0


def test_a_cell_a_line_is_read() -> None:
    bulletin = plancli.parse(STACKED.encode())
    assert [task.title for plan in bulletin.plans for task in plan.tasks] == [
        "举办山货节",
        "编制网点规划",
        "新建商贸中心",
    ]
    assert "table-text-unread" not in {note.code for note in bulletin.diagnostics}
