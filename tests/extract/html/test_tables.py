"""Tables and lists of a page: spans, cells with lines in them, tables that only lay out; numbers as a browser counts them."""

from __future__ import annotations

import pytest

from plancli.errors import TooLarge
from plancli.extract import extract
from plancli.model.settings import Limits, Settings
from plancli.model.source import Line, Table


def blocks(body: str, **limits: int) -> list[Line | Table]:
    source = extract(f"<html><body>{body}</body></html>".encode(), settings=Settings(limits=Limits(**limits)))
    return [block for block in source.blocks if isinstance(block, Line | Table)]


def table(body: str) -> Table:
    (found,) = [block for block in blocks(body) if isinstance(block, Table)]
    return found


def grid(body: str) -> list[str]:
    """Row by row what covers each slot."""
    return ["|".join("/".join(line.text for line in cell.lines) for cell in row) for row in table(body).rows]


HEAD = "<tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><td>1<td>甲<td>乙<tr><td>2<td>丙<td>丁", ["1|甲|乙", "2|丙|丁"]),
        ("<tr><td rowspan=2>1<td>甲<td>乙<tr><td>丙<td>丁", ["1|甲|乙", "1|丙|丁"]),
        ("<tr><td>1<td rowspan=0>甲<td>乙<tr><td>2<td>丁", ["1|甲|乙", "2|甲|丁"]),
        ("<tr><td>1<td rowspan=99>甲<td>乙<tr><td>2<td>丁", ["1|甲|乙", "2|甲|丁"]),
        ("<tr><td colspan=3>一、甲<tr><td>1<td>乙<td>丙", ["一、甲|一、甲|一、甲", "1|乙|丙"]),
        ("<tr><td colspan=50>一、甲<tr><td>1<td>乙<td>丙", ["一、甲|一、甲|一、甲", "1|乙|丙"]),
        ("<tr><td>1<td>甲<td><tr><td>2<td>乙<td>丙<td>丁", ["1|甲||", "2|乙|丙|丁"]),
        ("<tr></tr><tr><td>1<td>甲<td>乙<tr></tr>", ["1|甲|乙"]),
        ("<tr><td>1<td>甲<br>乙<td><p>丙</p><p>丁</p>", ["1|甲/乙|丙/丁"]),
        ("<tr><td>1<td><div>甲</div>乙<td><ul><li>丙<li>丁</ul>", ["1|甲/乙|丙/丁"]),
        ("<tr><td>1<td><table><tr><td>甲<td>乙</table><td>丙", ["1|甲/乙|丙"]),
        ("<tr><td>1<td>&nbsp;<td>乙<tr style='display:none'><td>2<td>丙<td>丁", ["1||乙"]),
        ("<tr><td>1<td>甲<td style='display:none'>x<td>乙", ["1|甲|乙"]),
    ],
)
def test_cells_and_their_spans(rows: str, expected: list[str]) -> None:
    assert grid(f"<table>{HEAD}{rows}</table>")[1:] == expected


def test_head_and_foot_stand_where_they_are_shown() -> None:
    rows = "<tfoot><tr><td>合计<td><td></tfoot><tbody><tr><td>1<td>甲<td>乙</tbody>"
    assert grid(f"<table><thead>{HEAD}</thead>{rows}</table>") == ["序号|工作任务|责任单位", "1|甲|乙", "合计||"]


ROWS = "<tr><td>1</td><td>甲</td><td>乙</td></tr>\n"


@pytest.mark.parametrize(
    "rows",
    [
        f"{HEAD}{ROWS}",
        f"<thead>{HEAD}</thead><tbody>{ROWS}</tbody>",
        f"<div>{HEAD}{ROWS}</div>",
        f"<p>任务表</p>{HEAD}{ROWS}以上请落实",
    ],
)
def test_rows_without_their_table_are_one(rows: str) -> None:
    found = blocks(rows)
    (made,) = [block for block in found if isinstance(block, Table)]
    assert [["".join(line.text for line in cell.lines) for cell in row] for row in made.rows] == [
        ["序号", "工作任务", "责任单位"],
        ["1", "甲", "乙"],
    ]
    assert [block.text for block in found if isinstance(block, Line) and block.text] == (
        ["任务表", "以上请落实"] if "任务表" in rows else []
    )


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("<input value='检修设备'>", "检修设备"),
        ("<input type=text value='检修设备' readonly>", "检修设备"),
        ("<div><textarea>检修\n设备</textarea></div>", "检修 设备"),
        ("<select><option>请选择<option selected>检修设备</select>", "检修设备"),
        ("<select><option>请选择<option>检修设备</select>", ""),
        ("<input type=hidden value=7>", ""),
        ("<input type=submit value=保存>", ""),
        ("<input value='请输入关键字'><input type=button value=搜索>", ""),
        ("任务：<input value='检修设备'>", "任务："),
        ("<input type=checkbox checked>是<input type=checkbox>否", "☑是□否"),
    ],
)
def test_a_field_of_a_form_shows_its_value_in_a_cell(field: str, shown: str) -> None:
    rows = grid(f"<input value='请输入'><table>{HEAD}<tr><td>1<td>{field}<td>设备科</table>")
    assert rows == ["序号|工作任务|责任单位", f"1|{shown}|设备科"]


def test_a_caption_is_a_line_above() -> None:
    found = blocks(f"<table><caption>任务表</caption>{HEAD}<tr><td>1<td>甲<td>乙</table>")
    assert isinstance(found[0], Line) and found[0].text == "任务表"
    assert isinstance(found[1], Table)


LAYOUTS = {
    "one cell": "<table><tr><td>{}</td></tr></table>",
    "one column": "<table><tr><td>甲</td></tr><tr><td>{}</td></tr></table>",
    "tables within": "<table><tr><td width=200>栏目</td><td>{}</td></tr></table>",
    "its role": "<table role=presentation><tr><td>左</td><td>{}</td></tr></table>",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_table_that_lays_out_is_none(layout: str) -> None:
    inner = f"<p>一、总体</p><table>{HEAD}<tr><td>1<td>甲<td>乙</table><p>附则</p>"
    found = blocks(LAYOUTS[layout].format(inner))
    assert [len(block.rows[0]) for block in found if isinstance(block, Table)] == [3]
    assert [block.text for block in found if isinstance(block, Line)][-2:] == ["一、总体", "附则"]


def test_too_many_cells() -> None:
    with pytest.raises(TooLarge):
        blocks(f"<table>{HEAD}<tr><td rowspan=60000 colspan=1000>甲" + "<tr><td>乙" * 60, table_cells=1000)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3><li>甲<li>乙</ol>", ["3.甲", "4.乙"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2.甲", "1.乙"]),
        ("<ol><li value=5>甲<li>乙</ol>", ["5.甲", "6.乙"]),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<ol style='list-style: simp-chinese-informal inside'><li>甲</ol>", ["一、甲"]),
        ("<ol type=a><li>甲<li>乙</ol>", ["a.甲", "b.乙"]),
        ("<ol type=I><li>甲<li>乙</ol>", ["I.甲", "II.乙"]),
        ("<ol style='list-style-type:none'><li>1.甲</ol>", ["1.甲"]),
        ("<ul><li>甲</ul>", ["甲"]),
        ("<ol><li>甲<ol><li>乙</ol><li>丙</ol>", ["1.甲", "1.乙", "2.丙"]),
        ("<ol><li><p>甲</p><p>乙</p><li>丙</ol>", ["1.甲", "乙", "2.丙"]),
    ],
)
def test_numbers_of_lists(markup: str, expected: list[str]) -> None:
    assert [block.text for block in blocks(markup) if isinstance(block, Line)] == expected


def test_a_computed_number_is_told_from_what_is_written() -> None:
    (line,) = blocks("<ol><li>甲</ol>")
    assert isinstance(line, Line) and line.computed == 2


def drawn(row: str, cell: str, band: str = "", group: str = "") -> str:
    """A page's table of other elements; `{}` in each takes what it holds."""
    rows = [["序号", "工作任务", "责任单位"], ["1", "甲", "乙"], ["2", "丙", "丁"]]
    head, *body = [row.format("".join(cell.format(text) for text in texts)) for texts in rows]
    body[1:1] = [band] if band else []
    return group.format(head) + group.format("".join(body)) if group else f"<div>{head}{''.join(body)}</div>"


@pytest.mark.parametrize(
    "body",
    [
        drawn("<div class=r>{}</div>", "<div>{}</div>"),
        drawn("<ul>{}</ul>", "<li>{}</li>"),
        drawn("<p>{}</p>\n", "<span>{}</span> "),
        drawn("<dl>{}</dl>", "<dd><em>{}</em></dd>"),
        drawn("<div role=row>{}</div>", "<span role=cell>{}</span>", group="<section>{}</section>"),
        drawn("<div>{}</div>", "<div><b style='display:none'>名：</b>{}</div>"),
    ],
)
def test_a_table_of_other_elements_is_told_by_its_head(body: str) -> None:
    assert grid(body) == ["序号|工作任务|责任单位", "1|甲|乙", "2|丙|丁"]


def test_what_stands_across_a_drawn_table_is_a_row() -> None:
    body = drawn("<div>{}</div>", "<div>{}</div>", band="<div>二、丙类</div>")
    assert grid(body)[2] == "二、丙类|二、丙类|二、丙类"


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>工作任务</li><li>责任单位</li><li>完成时限</li></ul><p>正文。</p>",  # a menu
        "<div><div>序号</div><div>工作任务</div><div>责任单位</div></div><div><div>1</div><div>甲</div></div>",
        "<div><b>甲</b><b>乙</b><b>丙</b></div><div><b>1</b><b>2</b><b>3</b></div>",  # nothing of a plan
        "<div>词：<i>序号</i><i>工作任务</i><i>责任单位</i></div><div><i>1</i><i>2</i><i>3</i></div>",  # words beside
    ],
)
def test_other_rows_of_elements_are_none(body: str) -> None:
    assert not any(isinstance(block, Table) for block in blocks(body))


def test_words_behind_a_drawn_table_are_kept() -> None:
    found = blocks(drawn("<div>{}</div>", "<i>{}</i>").replace("</div></div>", "</div>注：均须公开。</div>"))
    assert [block.text for block in found if isinstance(block, Line)] == ["注：均须公开。"]


@pytest.mark.parametrize("tag", ["div", "section", "ul"])
def test_a_grid_has_its_cells_in_one_element(tag: str) -> None:
    words = [
        "序号",
        "工作任务",
        "责任单位",
        "完成时限",
        "1",
        "修缮骑楼",
        "住建局",
        "6月底",
        "2",
        "责任公示",
        "",
        "9月底",
    ]
    cells = "\n".join(f"<{'li' if tag == 'ul' else 'div'}>{word}</{'li' if tag == 'ul' else 'div'}>" for word in words)
    assert grid(f'<{tag} style="display:grid;grid-template-columns:repeat(4,1fr)">{cells}</{tag}>') == [
        "序号|工作任务|责任单位|完成时限", "1|修缮骑楼|住建局|6月底", "2|责任公示||9月底"]  # fmt: skip


@pytest.mark.parametrize(
    "words", [["序号", "工作任务", "责任单位", "1", "修缮", "住建局", "2"], ["首页", "政务", "互动"] * 3]
)
def test_other_runs_of_elements_are_no_grid(words: list[str]) -> None:
    cells = "".join(f"<div>{word}</div>" for word in words)
    assert not [block for block in blocks(f"<div>{cells}</div>") if isinstance(block, Table) and block.ruled]


@pytest.mark.parametrize(
    "cell",
    [
        '<div class="tools">修缮骑楼</div>',
        '<span id="location">修缮骑楼</span>',
        '<div><a href="a.html">修缮</a><a href="b.html">骑楼</a></div>',
        '<p><a href="plan.docx">修缮骑楼</a></p>',
        '<p onclick="open()">修缮骑楼</p>',
        '<ul><li><a href="a.html">修缮骑楼</a></li></ul>',
    ],
)
def test_nothing_in_a_table_of_tasks_is_frame(cell: str) -> None:
    rows = HEAD + "".join(f"<tr><td>{n}</td><td>{cell}</td><td>住建局</td></tr>" for n in range(1, 4))
    found = grid(f'<div class="nav"><a href="/">首页</a></div><div class="x"><table>{rows}</table></div>')
    assert found[1:] == [f"{n}|修缮骑楼|住建局" for n in range(1, 4)]


def lines_of_last_cell(cell: str, style: str) -> list[Line]:
    (found,) = [
        block
        for block in blocks(f"<style>{style}</style><table>{HEAD}<tr><td>1<td>甲{cell}</table>")
        if isinstance(block, Table)
    ]
    return found.rows[-1][-1].lines


@pytest.mark.parametrize("style", ["", ".a{text-align:center}", "td .a{white-space:pre}"])
@pytest.mark.parametrize(
    "cell",
    [
        "<td>乙  丙\n</td>",
        "<td align=center>乙\u3000丙</td>",
        "<td style='font-weight:bold'>&nbsp;乙</td>",
        "<td class=a>乙\n丙</td>",
        "<th>乙</th>",
        "<td> <p> 乙 丙</p>\n</td>",
        "<td><p class=a><span style='font-size:12pt'>乙<o:p></o:p></span></p></td>",
        "<td><p align=center><b><span>\n乙</span></b></p></td>",
        "<td><div><div>乙</div> </div></td>",
        "<td>&nbsp;<p>乙</p></td>",
        "<td><p>乙<b>丙</b></p></td>",
        "<td><pre>乙\n丙</pre></td>",
        "<td><h3>乙</h3></td>",
        "<td><p>&nbsp;</p></td>",
    ],
)
def test_a_cell_is_read_alike_whatever_stands_beside_its_words(cell: str, style: str) -> None:
    """Cells with one element after the other in them are read without the walk that all others take."""
    walked = cell[: cell.rindex("</t")] + "<i></i>" + cell[cell.rindex("</t") :]
    assert lines_of_last_cell(cell, style) == lines_of_last_cell(walked, style)
