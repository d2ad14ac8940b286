"""A category whose merged cell is cut by a page's end, in mid-word; cells of letter-spaced type."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.model.source import Table

from ..extract.pdf.drawing import Sheet

XS = [60.0, 112.0, 152.0, 420.0]


def rows(sheet: Sheet, top: float, category: str, tasks: list[tuple[str, str]], head: bool = False) -> float:
    """A merged category and its numbered rows, each 30 points high; the height of what is next."""
    if head:
        sheet.rules(XS, [top, top - 30])
        sheet.cells(XS, [top], [["类别", "序号", "工作任务"]])
        top -= 30
    low = top - 30 * len(tasks)
    sheet.rules(XS[:2], [top, low])
    sheet.rules(XS[1:], [top - 30 * k for k in range(len(tasks) + 1)])
    sheet.cells(XS, [top], [[category]])
    sheet.cells(XS[1:], [top - 30 * k for k in range(len(tasks))], tasks)
    return low


@pytest.mark.parametrize(("number", "category"), [("2", "夯实馆藏安全基础设施"), ("1", "设施")])
def test_where_each_category_counts_anew(number: str, category: str) -> None:
    """Number 2 goes on with the category above, whose name the page's end cuts; number 1 begins another."""
    sheet = Sheet()
    y = rows(sheet, 700, "馆藏", [("1", "清点卷宗"), ("2", "修补残页")], head=True)
    y = rows(sheet, y, "利用", [("1", "开放阅览"), ("2", "编研出版")])
    rows(sheet, y, "夯实馆藏\n安全基础", [("1", "更换柜架\n并登记造册")])
    sheet.page()
    rows(sheet, 760, "设施", [(number, "检修管线")])
    [table] = [block for block in clean(sheet.read()).blocks if isinstance(block, Table)]
    assert table.rows[-1][0].text == category
    assert len(table.rows) == 7


@pytest.mark.parametrize("dash", ["—", "－", "至", "~"])
def test_a_range_of_days_that_the_page_cuts(dash: str) -> None:
    """A week's merged cell, half of it overleaf beside another of its tasks."""
    sheet = Sheet()
    xs = [60.0, 112.0, 192.0, 420.0]

    def week(top: float, name: str, days: str, tasks: list[str]) -> float:
        low = top - 30 * len(tasks)
        sheet.rules(xs[:3], [top, low])
        sheet.rules(xs[2:], [top - 30 * k for k in range(len(tasks) + 1)])
        sheet.cells(xs, [top], [[name, days]])
        sheet.cells(xs[2:], [top - 30 * k for k in range(len(tasks))], [[task] for task in tasks])
        return low

    y = week(700, "周次", "起止日期", ["主要工作"])
    y = week(y, "第一周", f"9月1日{dash}\n9月6日", ["领取教材", "编排课表"])
    week(y, "第二周", f"9月7日{dash}", ["检查教案"])
    sheet.page()
    week(760, "", "9月13日", ["评选班干部"])
    [table] = [block for block in clean(sheet.read()).blocks if isinstance(block, Table)]
    assert [row[1].text for row in table.rows[-2:]] == [f"9月7日{dash}9月13日"] * 2
    assert [row[0].text for row in table.rows[-2:]] == ["第二周"] * 2


def test_names_of_letter_spaced_type_are_cut_by_the_cell() -> None:
    sheet = Sheet()
    xs = [60.0, 300.0, 345.0]
    sheet.rules(xs, [720, 690, 640])
    sheet.cells(xs, [720], [["工作任务", "单位"]])
    for x, y, line in ((64, 677, "清点卷宗并登记造册"), (304, 677, "编研办"), (304, 664, "公室")):
        sheet.canvas.setFont("STSong-Light", 10)
        sheet.canvas.drawString(x, y, line, charSpace=1.5)
    [table] = [block for block in clean(sheet.read()).blocks if isinstance(block, Table)]
    assert table.rows[-1][1].text == "编研办公室"


@pytest.mark.parametrize(
    ("others", "filled", "category"),
    [
        (2, True, "夯实馆藏安全基础设施"),  # each other category has several rows, and the name fills its own
        (1, True, "设施"),
        (2, False, "设施"),
    ],
)
def test_a_category_of_one_row_at_a_pages_end(others: int, filled: bool, category: str) -> None:
    """Numbers that run through tell nothing; that no other category has one row does."""
    sheet = Sheet()
    y = rows(sheet, 700, "馆藏", [("1", "清点卷宗"), ("2", "修补残页")], head=True)
    y = rows(sheet, y, "利用", [(str(3 + k), "编研出版") for k in range(others)])
    rows(sheet, y, "夯实馆藏\n安全基础" if filled else "夯实馆藏", [("8", "更换柜架\n并登记造册")])
    sheet.page()
    y = rows(sheet, 760, "设施", [("9", "检修管线")])
    rows(sheet, y, "宣传", [("10", "举办展览"), ("11", "编印年报")])
    [table] = [block for block in clean(sheet.read()).blocks if isinstance(block, Table)]
    [row] = [row for row in table.rows if row[1].text == "9"]
    assert row[0].text == category


@pytest.mark.parametrize(
    ("above", "below", "category"),
    [
        ("库房管护", "宣传教育", "宣传教育"),  # each as long as the others
        ("库房", "管护", "库房管护"),  # as long together
        ("库房管", "护", "库房管护"),
    ],
)
def test_the_names_of_other_categories_tell_how_long_one_is(above: str, below: str, category: str) -> None:
    sheet = Sheet()
    y = rows(sheet, 700, "征集编研", [("1", "清点卷宗"), ("2", "修补残页")], head=True)
    y = rows(sheet, y, "开放利用", [("3", "开放阅览"), ("4", "编研出版")])
    rows(sheet, y, "\n".join(above), [("5", "更换柜架\n并登记造册"), ("6", "配齐\n器材")])
    sheet.page()
    y = rows(sheet, 760, "\n".join(below), [("7", "检修管线"), ("8", "举办展览")])
    rows(sheet, y, "队伍建设", [("9", "组织练兵"), ("10", "编印年报")])
    [table] = [block for block in clean(sheet.read()).blocks if isinstance(block, Table)]
    [row] = [row for row in table.rows if row[1].text == "7"]
    assert row[0].text == category


def week(sheet: Sheet, xs: list[float], top: float, name: str, days: str, tasks: list[str]) -> float:
    """Rows of 60 points with a merged name before them, a character a line, and a merged cell of names; the height of what is next."""
    low = top - 60 * len(tasks)
    sheet.rules(xs[:2], [top, low])
    sheet.rules(xs[2:4], [top, low])
    sheet.rules(xs[1:3], [top - 60 * k for k in range(len(tasks) + 1)])
    sheet.cells(xs, [top], [["\n".join(name), None, days]])
    sheet.cells(xs[1:], [top - 60 * k for k in range(len(tasks))], [[f"{task}\n" * 4] for task in tasks])
    return low


@pytest.mark.parametrize(
    ("above", "below", "category"),
    [
        ("夯实馆藏安全基础", "工程", "夯实馆藏安全基础工程"),  # room for less than one character
        ("夯实馆藏安", "展陈更新", "展陈更新"),  # room for more
        ("夯实库房，", "更新展陈", "夯实库房，更新展陈"),  # a comma leaves it open
    ],
)
def test_a_name_that_stands_a_character_a_line(above: str, below: str, category: str) -> None:
    sheet = Sheet()
    xs = [60.0, 80.0, 260.0, 420.0]
    sheet.rules(xs, [760, 730])
    sheet.cells(xs, [760], [["类", "工作任务", "责任单位"]])
    y = week(sheet, xs, 730, "征集编研", "编研部", ["清点卷宗", "修补残页"])
    week(sheet, xs, y, above, "库房站、", ["更换柜架", "检修管线"])
    sheet.page()
    y = week(sheet, xs, 760, below, "保卫科", ["举办展览"])
    week(sheet, xs, y, "阅览咨询", "编研部", ["编印年报", "开放阅览"])
    [table] = [block for block in clean(sheet.read()).blocks if isinstance(block, Table)]
    [row] = [row for row in table.rows if row[1].text.startswith("举办展览")]
    assert (row[0].text, row[2].text.split()) == (category, ["库房站、", "保卫科"])
