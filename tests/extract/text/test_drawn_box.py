"""Boxes whose rules stand in some of their columns only: cells and rows are as drawn."""

from __future__ import annotations

import pytest

import plancli

BOX = """\
云岭县2026年重点工作分解表
┌──┬────────┬───┬────┬────┐
│序号│工作任务        │分管领│牵头单位│完成时│
│    │                │导    │        │限    │
├──┼────────┼───┼────┼────┤
│1   │疏浚沟渠，整修渠│苏晚  │县水务局│3月底 │
│    │道12公里        │      │        │前    │
├──┼────────┤      ├────┼────┤
│2   │加固堤段3处     │      │县住建局│6月底 │
│    │                │      │        │前    │
├──┼────────┤      │        ├────┤
│3   │改造泵站        │      │        │11月底│
├──┼────────┼───┼────┼────┤
│4   │巡查水库        │江令  │县水务局│全年  │
│    │                │      ├────┤      │
│    │                │      │县应急局│      │
└──┴────────┴───┴────┴────┘
为确保完成，请各单位抓好落实。
"""


@pytest.mark.parametrize("drawn", ["─│┌┐└┘├┤┬┴┼", "━┃┏┓┗┛┣┫┳┻╋"])
def test_cells_and_rows_are_as_drawn(drawn: str) -> None:
    text = BOX.translate(str.maketrans("─│┌┐└┘├┤┬┴┼", drawn))
    bulletin = plancli.parse(text.encode())
    (plan,) = bulletin.plans
    assert plan.title == "云岭县2026年重点工作分解表"
    assert [(task.title, task.leaders[0].name, [body.name for body in task.departments]) for task in plan.tasks] == [
        ("疏浚沟渠，整修渠道12公里", "苏晚", ["县水务局"]),
        ("加固堤段3处", "苏晚", ["县住建局"]),
        ("改造泵站", "苏晚", ["县住建局"]),
        ("巡查水库", "江令", ["县水务局", "县应急局"]),
    ]
    assert [task.time_nodes[0].raw for task in plan.tasks] == ["3月底前", "6月底前", "11月底", "全年"]
    assert plan.tasks[2].departments[0].inherited
    assert (plan.closing, bulletin.coverage.lost) == ("为确保完成，请各单位抓好落实。", 0)
    assert "│" not in bulletin.plans[0].model_dump_json()


def test_a_box_with_rules_from_side_to_side_is_read_by_its_rows() -> None:
    text = "┌──┬────┬────┐\n│序号│工作任务│责任单位│\n├──┼────┼────┤\n│1   │巡查水库│县水务局│\n├──┼────┼────┤\n│2   │加固堤段│县住建局│\n└──┴────┴────┘\n"
    (plan,) = plancli.parse(f"云岭县2026年工作任务表\n{text}".encode()).plans
    assert [task.title for task in plan.tasks] == ["巡查水库", "加固堤段"]


LEVELS = """\
云岭县2026年防汛任务分工表
┌──┬────────┬────────────┬────┐
│序  │  工作任务      │        责任分工        │完成时  │
│    │                ├─────┬──────┤        │
│号  │                │牵头单位  │配合单位    │限      │
├──┼────────┼─────┼──────┼────┤
│一、汛前准备                                              │
├──┼────────┼─────┼──────┼────┤
│1   │疏浚沟渠，整修渠│县水务局  │县财政局、  │3月底前 │
│    │道12公里        │          │县交通局    │        │
├──┼────────┼─────┴──────┼────┤
│2   │巡查堤防        │        各乡镇          │每月    │
└──┴────────┴────────────┴────┘
"""


@pytest.mark.parametrize("narrow", [True, False])
@pytest.mark.parametrize("kept", [True, False])
def test_a_header_over_two_columns_and_a_row_over_all(kept: bool, narrow: bool) -> None:
    """Also where the font draws a rule's sign half as wide as a character."""
    lines = LEVELS.splitlines(keepends=True)
    text = "".join(lines if kept else lines[:6] + lines[8:])
    if narrow:
        text = (
            text.replace("─", "──")
            .replace("─" * 24, "─" * 23)
            .replace(" 责任分工", "责任分工")
            .replace(" 各乡镇", "各乡镇")
            .replace("准备    ", "准备")
        )
    (plan,) = plancli.parse(text.encode()).plans
    assert [task.title for task in plan.tasks] == ["疏浚沟渠，整修渠道12公里", "巡查堤防"]
    first, second = plan.tasks
    assert [(body.name, body.role) for body in first.departments] == [
        ("县水务局", "lead"),
        ("县财政局", "support"),
        ("县交通局", "support"),
    ]
    assert "各乡镇" in [body.name for body in second.departments]
    assert [task.time_nodes[0].raw for task in plan.tasks] == ["3月底前", "每月"]
    assert [section.title for section in plan.sections] == (["汛前准备"] if kept else [])


MIDDLE = """\
云岭县2026年防汛任务分工表
┌──┬──┬────────┬────┐
│序号│类别│工作任务        │牵头单位│
├──┼──┼────────┼────┤
│1   │    │疏浚沟渠        │县水务局│
├──┤工程├────────┼────┤
│2   │建设│加固堤段，整修涵│县住建局│
│    │    │闸3处           │        │
├──┤    ├────────┼────┤
│3   │    │改造泵站        │县水务局│
├──┼──┼────────┼────┤
│4   │    │巡查水库        │县应急局│
├──┤防守├────────┼────┤
│5   │    │储备沙袋        │县应急局│
└──┴──┴────────┴────┘
"""


@pytest.mark.parametrize("typed", [False, True])
@pytest.mark.parametrize("beside", ["工程", "    "])
def test_a_cell_in_the_middle_of_its_rows_stands_in_all_of_them(beside: str, typed: bool) -> None:
    """Beside its text a rule ends on either hand, or beside blanks of it alone; the box is drawn with the signs of a keyboard, too."""
    text = (
        MIDDLE if beside == "工程" else MIDDLE.replace("├──┤工程├", "├──┤    ├").replace("│2   │建设│", "│2   │工程│")
    )
    if typed:
        text = text.replace("─", "--").translate(str.maketrans("│┌┐└┘├┤┬┴┼", "|+++++++++"))
        text = text.replace("巡查水库  ", "巡查|水库+")
    (plan,) = plancli.parse(text.encode()).plans
    assert [section.title for section in plan.sections] == ["工程建设" if beside == "工程" else "工程", "防守"]
    assert [plan.sections[-1].title in str(task.section_path) for task in plan.tasks] == [False] * 3 + [True] * 2
    assert [len(task.section_path) for task in plan.tasks] == [1] * 5
    assert plan.tasks[3].title == ("巡查|水库+" if typed else "巡查水库")
