"""Sheets in the shapes that offices give them: what stands around a table, between its rows and above its columns."""

from __future__ import annotations

import pytest

import plancli

from .test_spreadsheets import FIRST, HEAD, SECOND, TITLE, WRITERS, Rows

TITLES = "某县2024年重点任务清单"
QUARTERS: Rows = [
    ["序号", "工作任务", "责任分工", None, "进度安排", None, None, None],
    [None, None, "牵头", "配合", "第一季度", "第二季度", "第三季度", "第四季度"],
    [1, "检修设备", "设备科", "保卫科", "摸底", "招标", "施工", "验收"],
    [2, "清仓查库", "仓储科", None, None, "清查", "整改", None],
]
PLAIN = ["1 检修设备 设备科 3月底", "2 清仓查库 仓储科、保卫科 9月底"]

# rows, merged ranges, each task as its sections, number, title, bodies and times
SHAPES: dict[str, tuple[Rows, str, list[str]]] = {
    "until when, beneath the title": ([TITLE, ["（截至2024年1月31日）"], HEAD, FIRST, SECOND], "A1:D1 A2:D2", PLAIN),
    "the attachment's mark and who reports": (
        [["附件1"], TITLE, ["填报单位：某局", None, None, "填报日期：2024年1月5日"], HEAD, FIRST, SECOND], "A2:D2", PLAIN,
    ),
    "columns under bodies and quarters": (
        [TITLE, *QUARTERS], "A1:H1 A2:A3 B2:B3 C2:D2 E2:H2",
        ["1 检修设备 设备科、保卫科 第一季度、第二季度、第三季度、第四季度", "2 清仓查库 仓储科 第二季度、第三季度"],
    ),
    "a header of three rows, words unknown in the third": (
        [
            TITLE, ["类别", "序号", "工作任务", "责任分工", None, None, "完成时限"], [None, None, None, "牵头单位", "配合", None, None],
            [None, None, None, None, "区直", "街道", None],
            ["安全", 1, "检修设备", "设备科", "保卫科", "城南街道", "3月底"], [None, 2, "清仓查库", "仓储科", None, None, "9月底"],
        ],
        "A1:G1 A2:A4 B2:B4 C2:C4 D2:F2 D3:D4 E3:F3 G2:G4 A5:A6",
        ["安全 1 检修设备 设备科、保卫科、城南街道 3月底", "安全 2 清仓查库 仓储科 9月底"],
    ),
    "the header again": ([TITLE, HEAD, FIRST, HEAD, SECOND], "A1:D1", PLAIN),
    "an empty column at the left": ([[None, *row] for row in (TITLE, HEAD, FIRST, SECOND)], "B1:E1", PLAIN),
    "groups of rows, the last with one task whose words a header might have": (
        [TITLE, HEAD, ["一、保障"], FIRST, SECOND, ["二、民生"], [3, "建学校", "教育局", "8月底前"]], "A1:D1 A3:D3 A6:D6",
        ["保障 1 检修设备 设备科 3月底", "保障 2 清仓查库 仓储科、保卫科 9月底", "民生 3 建学校 教育局 8月底前"],
    ),
    "groups of rows by numerals": (
        [TITLE, HEAD, ["一", "保障"], FIRST, SECOND, ["二", "民生"], [1, "建学校", "教育局", "8月底前"]], "A1:D1",
        ["保障 1 检修设备 设备科 3月底", "保障 2 清仓查库 仓储科、保卫科 9月底", "民生 1 建学校 教育局 8月底前"],
    ),
    "a sum beneath": (
        [TITLE, [*HEAD, "投资（万元）"], [*FIRST, 1200], [*SECOND, 800.5], ["合计", None, None, None, 2000.5]], "A1:E1", PLAIN,
    ),
    "months with ticks": (
        [TITLE, [*HEAD[:3], "1月", "2月", "3月"], [*FIRST[:3], None, "√", "√"], [*SECOND[:3], "√", None, None]], "A1:F1",
        ["1 检修设备 设备科 2月、3月", "2 清仓查库 仓储科、保卫科 1月"],
    ),
    "a task's measures beside it": (
        [TITLE, ["序号", "重点任务", "具体举措", "责任单位", "完成时限"], [1, "安全", "检修设备", "设备科", "3月底"], [None, None, "组织演练", "安全科", "6月底"]],
        "A1:E1 A3:A4 B3:B4", ["安全 1 检修设备 设备科 3月底", "安全 1 组织演练 安全科 6月底"],
    ),
    "one body for several rows": (
        [TITLE, HEAD, FIRST, [2, "清仓查库", None, "9月底"]], "A1:D1 C3:C4", ["1 检修设备 设备科 3月底", "2 清仓查库 设备科 9月底"],
    ),
    "names at the left, a task beneath one another": (
        [TITLE, ["工作任务", "检修设备"], ["责任单位", "设备科"], ["完成时限", "3月底"]], "A1:B1", ["1 检修设备 设备科 3月底"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_tasks_of_a_sheet(shape: str, kind: str) -> None:
    rows, merged, expected = SHAPES[shape]
    (plan,) = plancli.parse(WRITERS[kind](rows, merged=merged)).plans
    assert plan.title == TITLES
    told = []
    for task in plan.tasks:
        bodies = "、".join(body.name for body in task.departments)
        times = "、".join(node.raw for node in task.time_nodes)
        told.append(" ".join([*task.section_path, task.number, task.title, bodies, times]))
    assert told == expected
