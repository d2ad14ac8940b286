"""Numbers of a table's own beneath merged ones, and what merged cells of tasks and details come to."""

from __future__ import annotations

import pytest

import plancli

HEAD = "<tr><td>序号</td><td>{}</td><td>{}</td><td>责任单位</td></tr>"


def page(head: tuple[str, str], groups: list[tuple[str, list[tuple[str, str]]]]) -> bytes:
    """A page with a table: a number and a name are merged over the rows of each group (what is done, who does it)."""
    rows = [HEAD.format(*head)]
    for number, (name, parts) in enumerate(groups, 1):
        merged = f"<td rowspan={len(parts)}>{number}</td><td rowspan={len(parts)}>{name}</td>"
        for k, (deed, body) in enumerate(parts):
            rows.append(f"<tr>{merged if k == 0 else ''}<td>{deed}</td><td>{body}</td></tr>")
    table = "<table>" + "".join(rows) + "</table>"
    return f"<html><body><h1>云岭县2031年水利任务分工表</h1>{table}</body></html>".encode()


MANY = [
    ("扩大供水", [("新建水厂两座，日供水四万吨。", "县水利局"), ("铺设管网，接通六个村。", "县住建局"), ("改造老旧泵房。", "县城管局")]),
    ("治理河道", [("清淤五公里，修复护岸。", "县水利局"), ("拆除违建，退还滩地。", "县自然资源局")]),
]  # fmt: skip


@pytest.mark.parametrize("detail", ["主要内容", "具体内容", "工作内容及要求"])
@pytest.mark.parametrize("task", ["工作事项", "工作任务", "重点任务"])
def test_rows_beneath_one_number_are_tasks_of_its_name_where_the_finer_column_says_more(task: str, detail: str) -> None:
    plan = plancli.parse(page((task, detail), MANY)).plans[0]
    assert [(one.number, one.title) for one in plan.tasks] == [("1", "扩大供水")] * 3 + [("2", "治理河道")] * 2
    assert [one.text for one in plan.tasks] == [deed for _, parts in MANY for deed, _ in parts]
    assert not plan.sections


@pytest.mark.parametrize("label", ["{}、", "{}.", "（{}）"])
@pytest.mark.parametrize("anew", [True, False])
def test_tasks_with_numbers_of_their_own_beneath_a_merged_one_keep_these(label: str, anew: bool) -> None:
    counted, groups = 0, []
    for name, parts in MANY:
        start = 0 if anew else counted
        groups.append((name, [(label.format(start + k) + deed, body) for k, (deed, body) in enumerate(parts, 1)]))
        counted += len(parts)
    plan = plancli.parse(page(("重点领域", "工作任务"), groups)).plans[0]
    assert [one.number for one in plan.tasks] == (["1", "2", "3", "1", "2"] if anew else ["1", "2", "3", "4", "5"])
    assert [one.title for one in plan.tasks] == [deed for _, parts in MANY for deed, _ in parts]
