"""Where a line of a hard-wrapped text goes on the one before, and where what it says has ended."""

from __future__ import annotations

import pytest

import plancli
from plancli.language.marks import numbers_of_pages
from tests.segment.drawing import draft

WIDTH = 24
TITLE = "云岭县2025年工作要点"


def _wrapped(*paragraphs: str) -> str:
    lines = [text[at : at + WIDTH] for text in paragraphs for at in range(0, len(text), WIDTH)]
    return "\n".join([TITLE, *lines]) + "\n"


@pytest.mark.parametrize("marks", [("一是", "二是", "三是"), ("（1）", "（2）", "（3）"), ("①", "②", "③")])
def test_what_an_item_counts_goes_on_over_a_line_end(marks: tuple[str, str, str]) -> None:
    pieces = (f"1.完善制度。{marks[0]}修订章程", f"{marks[1]}清点档案")
    lines = [
        piece + "并且报审"[: (WIDTH - 1 - len(piece)) % 4] + "逐项登记" * ((WIDTH - 1 - len(piece)) // 4) + "；"
        for piece in pieces
    ]
    item = "".join(lines) + f"{marks[2]}举办培训班。（县教育局负责）"
    other = "2.强化保障，" + "补充人员并且购置各项设备，" * 8 + "确保完成任务。（县财政局负责）"
    tasks = draft(_wrapped(item, other)).plans[0].tasks
    assert [task.number for task in tasks] == ["1", "2"]
    assert "\n" not in tasks[0].text


@pytest.mark.parametrize("pair", ["（）", "()", "〔〕", "【】", "[]"])
def test_an_open_bracket_goes_on_with_brackets_inside(pair: str) -> None:
    mark = "(牵头)" if pair == "（）" else "（牵头）"
    lines = [TITLE, "1.修订章程", f"4月底前印发。{pair[0]}责任单位：县教育局{mark}、县卫生健", f"康委{pair[1]}", "2.清点档案", f"{pair[0]}责任单位：县档案馆{pair[1]}"]  # fmt: skip
    tasks = draft("\n".join(lines) + "\n").plans[0].tasks
    assert [task.text.count("县卫生健康委") for task in tasks] == [1, 0]


@pytest.mark.parametrize("at", [1, 2, 3, 4, 5])
def test_a_label_that_the_line_end_has_broken_is_one(at: int) -> None:
    label = "责任科室："
    first, second = "漏保一户扣一分，超期一件扣0.5分，核实后不再扣分。", "公布名录，年内先完成登记。"
    text = "\n".join(
        [
            "云岭县2025年考核细则",
            f"1.修订章程。{first}{label[:at]}",
            f"{label[at:]}低保科",
            f"2.清点。{second}责任科室：低保科",
        ]
    )
    tasks = draft(text + "\n").plans[0].tasks
    assert [task.text.rpartition("。")[2] for task in tasks] == ["责任科室：低保科"] * 2


@pytest.mark.parametrize("pair", ["（）", "〔〕", "【】"])
@pytest.mark.parametrize("who", ["责任单位：县教育局、县财政局", "县教育局牵头，县财政局配合"])
def test_nothing_goes_on_behind_who_does_it(who: str, pair: str) -> None:
    lines = [TITLE]
    for number, (title, text) in enumerate((("修订章程", "起草后报县政府审定，按程序印发到各村。"), ("清点档案", "编成目录后报送县档案馆，并且逐项登记。")), 1):  # fmt: skip
        lines += [f"{number}.{title}并且印发到户{pair[0]}{who}{pair[1]}", text]
    tasks = draft("\n".join(lines) + "\n").plans[0].tasks
    assert [task.title for task in tasks] == ["修订章程并且印发到户", "清点档案并且印发到户"]


def test_numbers_on_the_last_lines_of_pages_of_equal_length_are_those_of_pages() -> None:
    page = dict.fromkeys(range(1, 61), "正文")
    assert numbers_of_pages(page | {20: "1", 40: "2", 60: "3"}) == {20, 40, 60}
    assert numbers_of_pages(page | {40: "1", 60: "2"}) == {40, 60}  # the last page is shorter
    assert numbers_of_pages(page | {20: "1", 41: "2", 60: "3"}) == set()
    assert numbers_of_pages(page | {5: "1", 10: "2", 15: "3"}) == set()  # rows of a table
    assert numbers_of_pages(page | {20: "1"}) == set()


@pytest.mark.parametrize(("last", "kept"), [("1", False), ("3", True)])
def test_the_number_of_a_single_page_is_its_last_line(last: str, kept: bool) -> None:
    items = "".join(f"{number}.修缮校舍{number}处。\n责任单位：县教育局\n" for number in range(1, 6))
    [plan] = plancli.parse(f"云岭县2025年工作要点\n{items}{last}\n".encode()).plans
    assert (last in (plan.closing or plan.tasks[-1].text)) is kept
