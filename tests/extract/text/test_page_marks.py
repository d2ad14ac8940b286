"""Page numbers and running heads that stand inside a dumped table."""

from __future__ import annotations

import pytest

import plancli
from plancli.extract.text.page_marks import page_marks
from plancli.language.headers import lexicon_of
from plancli.model.source import Line
from tests.extract.text.test_text_tables import rest, tables_of, tasks

ROWS = "序号\n工作任务\n责任部门\n完成时限\n1\n修路\n交通局\n3月\n2\n造桥\n{}\n交通局\n4月\n3\n巡河\n水务局\n{}\n5月\n4\n植树\n林业局\n6月"
EXPECTED = ["1 修路 3月 +交通局", "2 造桥 4月 +交通局", "3 巡河 5月 +水务局", "4 植树 6月 +林业局"]


def marks(text: str) -> dict[int, str]:
    return page_marks([Line(line) for line in text.split("\n")], lexicon_of())


def test_numbers_inside_a_row() -> None:
    text = ROWS.format("— 1 —", "第 2 页 共 9 页")
    assert tasks(text) == [EXPECTED]
    assert tables_of(text)[0].dropped == [("page-number", "— 1 —"), ("page-number", "第 2 页 共 9 页")]


def test_running_heads_beside_the_numbers() -> None:
    text = ROWS.format("- 1 -\n云溪区人民政府公报", "- 2 -\n云溪区人民政府公报")
    assert tasks(text) == [EXPECTED]


@pytest.mark.parametrize("head", ["云溪区人民政府公报", "2026年云溪区重点任务分解表"])
@pytest.mark.parametrize("above", ["", "附件2\n"])
def test_what_stands_at_the_top_of_the_text_stands_below_a_number_again(head: str, above: str) -> None:
    """Once is enough then, and a year may lead it."""
    text = f"{above}{head}\n{ROWS}".replace("造桥", "造桥（含引").format(f"— 1 —\n{head}\n道）", "")
    (table,) = tables_of(text)
    assert ("running-head", head) in table.dropped
    assert tasks(text)[0][1] == "2 造桥（含引道） 4月 +交通局"


@pytest.mark.parametrize("header", ["工作任务 责任单位 完成时限", "工作任务|责任单位|完成时限"])
def test_a_header_at_the_top_of_the_text_is_no_running_head(header: str) -> None:
    assert marks(f"云溪区工作表\n{header}\n修路 交通局 3月\n— 1 —\n{header}\n造桥 交通局 4月") == {3: "page-number"}


def test_rows_with_tabs() -> None:
    text = "序号\t任务\t责任单位\t时限\n1\t修路\t交通局、\n— 7 —\n云溪区公报\n水务局\t3月\n2\t造桥\t交通局\t4月\n— 8 —\n云溪区公报\n3\t巡河\t水务局\t5月"
    assert tasks(text) == [["1 修路 3月 +交通局、/水务局", "2 造桥 4月 +交通局", "3 巡河 5月 +水务局"]]


def test_page_marks_outside_a_table_stay_where_they_were() -> None:
    text = "前言。\n— 1 —\n" + ROWS.format("— 2 —", "— 3 —") + "\n\n— 4 —\n结语。"
    assert rest(text) == ["前言。", "— 1 —", "— 4 —", "结语。"]


def test_bare_numbers_need_a_head_and_a_page_between() -> None:
    page = "\n".join(f"第{n}项工作按期完成。" for n in range(20))
    assert marks(f"{page}\n1\n云溪区人民政府文件\n{page}\n2\n云溪区人民政府文件\n{page}") == {
        20: "page-number",
        21: "running-head",
        42: "page-number",
        43: "running-head",
    }
    assert marks("1\n基础设施工程\n修路\n2\n基础设施工程\n造桥\n3\n基础设施工程\n巡河") == {}


def test_fractions_are_pages_only_where_the_last_one_is_whole() -> None:
    assert marks("甲\n1/2\n乙\n2/2") == {1: "page-number", 3: "page-number"}
    assert marks("甲\n1/2\n乙") == {}


def test_a_blank_page_end_inside_a_row_without_numbers() -> None:
    head = "月份\n工作内容\n负责部门\n\n"
    text = (
        head
        + "4月\n祭扫陵园\n团委\n\n5月\n\n举办展评\n教务处\n\n6月\n心理辅导\n\n教务处、心理中心\n\n7月\n组织家访\n总务处"
    )
    assert tasks(text) == [
        [
            "1 祭扫陵园 4月 +团委",
            "2 举办展评 5月 +教务处",
            "3 心理辅导 6月 +教务处、心理中心",
            "4 组织家访 7月 +总务处",
        ]
    ]


@pytest.mark.parametrize("lead", [False, True], ids=["number first", "category first"])
@pytest.mark.parametrize("sign", ["\t", "|"], ids=["tabs", "bars"])
def test_a_row_that_a_page_s_end_has_torn_goes_on_below_the_header_said_again(sign: str, lead: bool) -> None:
    header = ["序号", "重点任务", "具体举措", "责任单位", "完成时限"]
    above = [
        ["1", "修缮渡口", "加固石阶。", "水利站", "5月底前"],
        ["2", "清理河道", "打捞漂浮物，疏", "水利站、城", "6月底前"],
    ]
    below = [["", "", "通淤塞河段。", "管所", ""], ["3", "绿化堤岸", "补植柳树。", "园林所", "10月底前"]]
    rows = [header, *above, header, *below]
    if lead:
        groups = ["类别", "水利", "", "类别", "", "绿化"]
        rows = [[group, *row] for group, row in zip(groups, rows, strict=True)]
    text = "\n".join(["松岭镇2030年重点任务表", *(sign.join(row) for row in rows)])
    tasks = plancli.parse(text.encode()).plans[0].tasks
    assert [(task.number, task.title) for task in tasks] == [("1", "修缮渡口"), ("2", "清理河道"), ("3", "绿化堤岸")]
    assert [body.name for body in tasks[1].departments] == ["水利站", "城管所"]
    assert "打捞漂浮物，疏通淤塞河段。" in (tasks[1].text, *tasks[1].extra.values())
