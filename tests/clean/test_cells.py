"""The text of a cell: wrapped lines become one paragraph, real lines stay."""

from __future__ import annotations

import pytest

from plancli.clean.cells import join_cell_lines
from plancli.model.source import Cell, Line

SIZE = 10.0


def printed(*texts: str, width: float = 10, indents: dict[int, int] | None = None) -> str:
    """The text of a PDF cell `width` characters wide that holds these lines, each at its natural length."""
    lines = []
    for k, text in enumerate(texts):
        x0 = 100.0 + SIZE * (indents or {}).get(k, 0)
        size = sum(SIZE if ord(char) > 0x2000 else SIZE / 2 for char in text)
        lines.append(Line(text, page=1, x0=x0, x1=x0 + size, left=100.0, right=100.0 + width * SIZE, size=SIZE))
    cell = Cell(0, 0, lines=lines)
    join_cell_lines(cell)
    return cell.text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["完成全县中小学校舍安", "全排查"], "完成全县中小学校舍安全排查"),
        (["教育局办公", "室"], "教育局办公\n室"),
        (["第", "二", "周"], "第二周"),
        (["3", "月", "7", "日", "-3", "月", "13", "日"], "3月7日-3月13日"),
        (["党", "建", "、", "人", "事"], "党建、人事"),
        (["县", "馆", "（", "牵", "头", "）", "站"], "县馆（牵头）\n站"),
        (["1", "2", "3"], "1\n2\n3"),
        (["张强", "李", "王"], "张强\n李\n王"),
        (["城区环保站（牵头）", "规建办"], "城区环保站（牵头）\n规建办"),
        (["城区环保站（牵头）", "、规建办"], "城区环保站（牵头）、规建办"),
        (["1月：部署；", "2月：检查。"], "1月：部署；\n2月：检查。"),
        (["3月：完成前期准备工作", "4月：开工建设"], "3月：完成前期准备工作\n4月：开工建设"),
        (["一季度完成招标工作了。", "二季度开工"], "一季度完成招标工作了。\n二季度开工"),
        (["1.完成校舍安全大排查", "2.整改"], "1.完成校舍安全大排查\n2.整改"),
        (["建设城市口袋公园共计", "（20）个"], "建设城市口袋公园共计（20）个"),
        (["建设“一网通办”平台", "和“随申办”应用"], "建设“一网通办”平台和“随申办”应用"),
        (["开展扶贫帮困送温暖区", "“双拥”走访"], "开展扶贫帮困送温暖区“双拥”走访"),
        (["完成十五个乡镇的第一", "轮、第二轮"], "完成十五个乡镇的第一轮、第二轮"),
        (["全部完工，12", "月20日前验收"], "全部完工，12月20日前验收"),
        (["推进平台建设使用率达", "95%以上"], "推进平台建设使用率达95%以上"),
    ],
)
def test_lines_of_a_pdf_cell(lines: list[str], expected: str) -> None:
    assert printed(*lines) == expected


def test_a_line_broken_early_for_a_word_that_did_not_fit_goes_on() -> None:
    assert printed("推进平台建设使用", "Microsoft系统") == "推进平台建设使用Microsoft系统"
    assert printed("开展区级层面第二", "届“宣传周”活动") == "开展区级层面第二届“宣传周”活动"


def test_an_indented_line_after_a_stop_is_a_paragraph() -> None:
    lines = ["开展扶贫帮困送温暖去。", "组织志愿者走访孤寡", "老人家庭"]
    assert printed(*lines, width=11, indents={1: 2}) == "开展扶贫帮困送温暖去。\n组织志愿者走访孤寡老人家庭"


def test_a_first_line_that_ends_as_far_in_as_it_begins_is_not_centred() -> None:
    """Set in by two characters, with no room for the character and the stop behind it: it leaves a character and a half free."""
    lines = [("完成情况：", 0), ("核对名册和编目清单，逐卷清", 2), ("点，不漏页码。", 0), ("下步打算：", 0)]
    held = [
        Line(text, page=1, x0=100 + 10 * x, x1=100 + 10 * (x + len(text)), left=100.0, right=266.0, size=SIZE)
        for text, x in lines
    ]
    held[1].centered = True
    cell = Cell(0, 0, lines=held)
    join_cell_lines(cell)
    assert cell.text == "完成情况：\n核对名册和编目清单，逐卷清点，不漏页码。\n下步打算："


def test_hard_lines_stay() -> None:
    cell = Cell(0, 0, lines=[Line("教育局", ending="hard"), Line(" ", ending="hard"), Line("财 政 局", ending="hard")])
    join_cell_lines(cell)
    assert cell.text == "教育局\n财政局"


def test_soft_lines_go_on() -> None:
    cell = Cell(0, 0, lines=[Line("教育", ending="soft"), Line("局", ending="hard")])
    join_cell_lines(cell)
    assert cell.text == "教育局"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["党政办、", "教科院"], "党政办、\n教科院"),
        (["召开会议（含", "视频会）"], "召开会议（含视频会）"),
        (["1月：部署； 2月：检查。"], "1月：部署；\n2月：检查。"),
        (["部署工作。 检查工作。"], "部署工作。检查工作。"),
        (["責任單位"], "责任单位"),
    ],
)
def test_lines_of_a_dump(lines: list[str], expected: str) -> None:
    cell = Cell(0, 0, lines=[Line(text) for text in lines])
    join_cell_lines(cell)
    assert cell.text == expected


def test_an_empty_cell_stays_empty() -> None:
    cell = Cell(0, 0, text="")
    join_cell_lines(cell)
    assert cell.text == ""


@pytest.mark.parametrize("slack", [0.2, 0.5, 0.9])
def test_a_line_had_room_where_wider_ones_stand(slack: float) -> None:
    """A column of two characters and a little: each full line leaves that little, and so would a short one with one character more."""
    names = ["编研", "部", "库房", "站", "宣教", "部"]
    assert printed(*names, width=2 + slack / 10) == "编研部\n库房站\n宣教部"
