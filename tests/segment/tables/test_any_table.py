"""On any table whatever: a result, and every character in exactly one place."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.clean.tables_over_pages import join_cell_lines, join_tables
from plancli.model.settings import Settings
from plancli.model.source import Cell, Line, Table
from plancli.segment.tables import TablePlan, read_table

HEADERS = [
    "序号",
    "类别",
    "工作任务",
    "具体举措",
    "责任部门",
    "配合单位",
    "责任人",
    "完成时限",
    "进度安排",
    "第一季度",
    "第二季度",
    "3月",
    "备注",
    "问题",
    "整改措施",
    "资金",
]
VALUES = [
    "1",
    "2",
    "3",
    "五、",
    "一、综合",
    "（二）专项",
    "合计",
    "注：暂定",
    "/",
    "无",
    "教育局、财政局",
    "办公室",
    "张三",
    "6月底前",
    "1.甲；2.乙",
    "√",
    "完成全部前期工作。",
    "推进平台建设",
    "1月：部署；|2月：总结。",
    "2031年任务表",
    "第一季度",
    "3月",
    "责任部门",
]
WORDS = st.just("") | st.sampled_from(VALUES)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width, height = draw(st.integers(1, 7)), draw(st.integers(1, 8))
    rows: list[list[Cell]] = []
    header = draw(st.permutations(HEADERS)) if draw(st.booleans()) else [""] * len(HEADERS)
    for r in range(height):
        row: list[Cell] = []
        for c in range(width):
            merge = draw(st.sampled_from("....^<")) if r or not header[0] else "."
            left, above = (row[c - 1] if c else None), (rows[r - 1][c] if r else None)
            if merge == "<" and left is not None and left.rowspan == 1 and left.row == r:
                left.colspan += 1
                row.append(left)
            elif merge == "^" and above is not None and above.colspan == 1:
                above.rowspan += 1
                row.append(above)
            else:
                texts = header[c] or draw(WORDS) if r == 0 else draw(WORDS)
                row.append(Cell(r, c, lines=[Line(text, ending="hard") for text in texts.split("|")] if texts else []))
        rows.append(row)
    table = Table(rows, number=1, ruled=draw(st.booleans()))
    for cell in table.cells():
        join_cell_lines(cell)
    return table


def letters(texts: list[str]) -> str:
    return "".join(sorted("".join("".join(texts).split())))


def fields(plan: TablePlan) -> str:
    """All that the plan holds, each cell's text once, labels and headers included."""
    texts = [plan.title or "", *plan.notes, *plan.header]
    texts += [section.label + section.title for section in plan.sections]
    for task in plan.tasks:
        texts += [task.label, task.title, task.text, *(value.text for value in task.columns), *task.extra.values()]
    return "\n".join(texts)


@settings(derandomize=True, max_examples=500, deadline=None)
@given(tables())
def test_each_character_is_placed_or_left_out(table: Table) -> None:
    before = letters([cell.text for cell in table.cells()])
    plan = read_table(table, settings=Settings())
    if plan is None:
        return
    left = letters([text for _, text in plan.left_out])
    assert plan.placed + len(left) == len(before)
    held = set(fields(plan))
    assert set(before) - set(left) <= held
    assert not [text for reason, text in plan.left_out if reason == "unplaced"]


@settings(derandomize=True, max_examples=500, deadline=None)
@given(tables())
def test_what_a_plan_says_is_sound(table: Table) -> None:
    plan = read_table(table, settings=Settings())
    if plan is None:
        return
    assert plan.tasks
    for task in plan.tasks:
        assert re.fullmatch(r"\d+(?:\.\d+)*", task.number)
        assert task.section is None or task.section < len(plan.sections)
        for line in task.schedule:
            assert 0 <= line.start <= line.end <= len(task.text)
            assert not line.header_end or task.text[line.start : line.header_end] == line.header
    for i, section in enumerate(plan.sections):
        assert section.parent is None or section.parent < i
        assert section.level == 1 + (plan.sections[section.parent].level if section.parent is not None else 0)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(tables(), min_size=2, max_size=4))
def test_joining_loses_nothing(parts: list[Table]) -> None:
    before = letters([cell.text for table in parts for cell in table.cells()])
    joined = [block for block in join_tables(list(parts)) if isinstance(block, Table)]
    after = [cell.text for table in joined for cell in table.cells()]
    assert letters(after + [text for table in joined for _, text in table.dropped]) == before
    for table in joined:
        assert len({len(row) for row in table.rows}) == 1
        for r, row in enumerate(table.rows):
            for c, cell in enumerate(row):
                assert cell.row <= r < cell.row + cell.rowspan
                assert cell.column <= c < cell.column + cell.colspan
