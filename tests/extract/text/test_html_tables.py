"""Tables that stand as HTML in a Markdown or a text file, and text that a converter has wrapped."""

from __future__ import annotations

import pytest

import plancli

MERGED = """# 云岭县2026年政务公开任务清单

<table style="width:100%;">
<thead>
<tr>
<th colspan="2">工作任务</th>
<th>具体要求</th>
<th>责任科室</th>
<th>时限要求</th>
</tr>
</thead>
<tbody>
<tr>
<td>集中公开</td>
<td>1</td>
<td>清理规范性文件。</td>
<td>办公室</td>
<td>年底前</td>
</tr>
<tr>
<td rowspan="2">主动公开</td>
<td>2</td>
<td><p>及时更新专栏，</p>
<p>公布目录。</p></td>
<td>各科室</td>
<td>9月底前</td>
</tr>
<tr>
<td>3</td>
<td>编制年度报告（A|B两版）。</td>
<td>法规科<br />
办公室</td>
<td>3月底前</td>
</tr>
</tbody>
</table>

附：解释权归办公室。
"""
ON_ONE_LINE = (
    "云岭县2026年任务清单\n\n<html><body><table><tr><td>序号</td><td>任务</td><td>责任单位</td><td>时限</td></tr>"
    '<tr><td>1</td><td>修缮堤防</td><td rowspan="2">水利局</td><td>5月底前</td></tr>'
    "<tr><td>2</td><td>储备物资</td><td>6月底前</td></tr></table></body></html>\n"
)
ROWS = [
    ("计划编号", "计划标题", "责任部门", "完成时间"),
    ("2101", "更换大堂玻璃门", "工程部", "2021年3月30日"),
    ("2102", "补种绿化", "环境部", "2021年5月30日"),
]


def test_a_table_in_html_keeps_its_merged_cells() -> None:
    bulletin = plancli.parse(MERGED.encode())
    tasks = bulletin.plans[0].tasks
    assert [(task.number, task.title, task.section_path, str(task.time_nodes[0].end)) for task in tasks] == [
        ("1", "清理规范性文件。", ("集中公开",), "2026-12-31"),
        ("2", "及时更新专栏，公布目录。", ("主动公开",), "2026-09-30"),
        ("3", "编制年度报告（A|B两版）。", ("主动公开",), "2026-03-31"),
    ]
    assert [[body.name for body in task.departments] for task in tasks] == [
        ["办公室"],
        ["各科室"],
        ["法规科", "办公室"],
    ]
    assert bulletin.coverage.lost == 0


def test_a_table_on_one_line() -> None:
    tasks = plancli.parse(ON_ONE_LINE.encode()).plans[0].tasks
    assert [(task.title, [body.name for body in task.departments]) for task in tasks] == [
        ("修缮堤防", ["水利局"]), ("储备物资", ["水利局"]),
    ]  # fmt: skip


@pytest.mark.parametrize("between", ["\n", "\n\n\n", "\n  <!-- 正文 -->\n\n\n\n\n\n\n\n", "\n<!--- --->\n" + "\n" * 30])
def test_rows_with_anything_between_them_and_a_sheet_of_styles(between: str) -> None:
    rows = between.join(
        f"<tr>\n<td>{n}</td>\n<td>{task}</td>\n<td>{body}</td>\n<td>{by}</td>\n</tr>" for n, task, body, by in ROWS
    )
    text = f"# 云岭小区服务计划\n\n<style>\ntable td::before {{\n  /* 3月底前 */ content: attr(data-label);\n}}\n</style>\n<table>\n{rows}\n</table>\n\n解释权归业委会。\n"
    bulletin = plancli.parse(text.encode())
    assert [(task.number, task.title, task.departments[0].name) for task in bulletin.plans[0].tasks] == [
        (number, title, body) for number, title, body, _ in ROWS[1:]
    ]
    assert "content" not in bulletin.model_dump_json()


@pytest.mark.parametrize("broken", ["## <br> **{}**", "## {}<br>", "# **{}** <br>"])
def test_a_break_at_the_end_of_a_line_is_no_word(broken: str) -> None:
    text = (
        broken.format("云岭县2026年工作要点")
        + "\n\n### 一、修缮堤防<br>\n5月底前完工。（牵头单位：水利局）<br>完工后验收。<br>\n"
    )
    (plan,) = plancli.parse(text.encode()).plans
    assert plan.title == "云岭县2026年工作要点"
    assert "br" not in plan.model_dump_json().replace("brief", "")
    assert [task.title for task in plan.tasks] == ["修缮堤防"]


@pytest.mark.parametrize(
    "text", ["<table", "<table>", "<table></table>", "<table><tr></table>", "<table><tr><td>a</table>" * 9]
)
def test_what_is_no_table_is_text(text: str) -> None:
    assert plancli.parse(f"云岭县2026年工作要点\n一、修缮堤防（牵头单位：水利局）。\n{text}\n".encode()).plans


def test_line_ends_that_a_program_wrote_part_the_lines_of_a_cell() -> None:
    text = (
        "| 云岭县2026年任务清单 | Unnamed: 1 | Unnamed: 2 |\n| --- | --- | --- |\n| 任务 | 责任单位 | 进度安排 |\n"
        "| 修缮堤防 | 水利局、\\n财政局 | 3月：完成招标；\\n6月：完成施工。 |\n| 储备物资 | 应急局 | 5月底前 |\n"
    )
    first, _ = plancli.parse(text.encode()).plans[0].tasks
    assert (first.text, [body.name for body in first.departments]) == (
        "3月：完成招标；\n6月：完成施工。",
        ["水利局", "财政局"],
    )


def test_bold_type_goes_over_a_line_end() -> None:
    text = "**云岭县2026年工作要点**\n\n一、水利建设\n\n**1.\n修缮堤防。**完成验收（牵头单位：水利局）。\n\n**2.\n储备物资。**清点入库（牵头单位：应急局）。\n"
    tasks = plancli.parse(text.encode()).plans[0].tasks
    assert [(task.number, task.title, task.departments[0].name) for task in tasks] == [
        ("1", "修缮堤防", "水利局"), ("2", "储备物资", "应急局"),
    ]  # fmt: skip
