"""Outlines as copies of pages leave them: headings at the end of a paragraph, members of groups, fields of the whole plan."""

from __future__ import annotations

import pytest

import plancli

from .drawing import draft

TITLE = "云岭中学2024年读书节活动方案\n"


def _titles(text: str) -> tuple[list[str], list[str]]:
    plan = draft(TITLE + text).plans[0]
    return [section.title for section in plan.sections], [task.title for task in plan.tasks]


@pytest.mark.parametrize("blank", ["", " "])
def test_a_heading_at_the_end_of_a_paragraph_is_one(blank: str) -> None:
    text = f"为办好读书节，制定本方案。{blank}一、总体目标\n人人读好书。{blank}二、实施步骤\n（一）启动阶段。4月8日前制定细则。\n"
    assert _titles(text) == (["总体目标", "实施步骤"], ["启动阶段"])


@pytest.mark.parametrize("heading", ["组织机构", "组织领导"])
def test_members_of_groups_and_the_time_of_all_are_no_tasks(heading: str) -> None:
    text = (
        f"一、活动时间：2024年4月\n二、{heading}\n1、筹备组\n组长：何静\n成员：各班班主任\n2、后勤组\n负责人：周明远\n"
        "三、活动内容\n1、开幕式（4月3日）\n2、朗诵会（4月9日）\n"
    )
    sections, tasks = _titles(text)
    assert "活动时间：2024年4月" in sections
    assert tasks == ["开幕式（4月3日）", "朗诵会（4月9日）"]


def test_points_with_lines_of_their_own_are_tasks() -> None:
    text = "一、活动安排\n1.开幕日\n（1）升旗仪式\n活动时间：4月3日\n责任单位：德育处\n（2）图书漂流\n活动时间：4月4日\n责任单位：图书馆\n2.总结\n责任单位：办公室\n"
    assert _titles(text)[1] == ["升旗仪式", "图书漂流", "总结"]


def test_a_title_whose_text_begins_with_a_time_is_a_task() -> None:
    text = "一、时间安排\n（一）准备阶段（4月1—3日）\n成立小组。\n（二）评比\n4月9日，由图书馆评选优秀读者。\n"
    assert _titles(text)[1] == ["准备阶段（4月1—3日）", "评比"]


def test_a_notice_without_title_is_known_by_address_and_signature() -> None:
    text = "局属各单位：\n现将有关事项通知如下。\n一、安排\n1.植树。4月3日前完成。\n云岭县林业局\n2024年3月1日\n"
    notice = draft(text).notice
    assert notice is not None
    assert ("addressee", "局属各单位：") in notice.lines
    assert ("date", "2024年3月1日") in notice.lines


@pytest.mark.parametrize(("first", "second"), [("1、", "2、"), (" 1.", "2."), ("（1）", "（2）"), ("：①", "②")])
def test_a_first_item_on_its_headings_line_stands_beneath_it(first: str, second: str) -> None:
    text = f"云岭县2025年宣传月方案\n一、活动安排\n（一）宣传发动{first}6月1日，召开会议。（责任单位：县应急局）\n{second}6月2日至9日，开设专栏。（责任单位：县融媒体中心）\n（二）现场咨询{first}6月16日，设置展台。（责任单位：县司法局）\n{second}6月底前，汇总情况。（责任单位：县应急局）\n"
    tasks = plancli.parse(text.encode()).plans[0].tasks
    assert [(task.section_path[-1], len(task.departments), len(task.time_nodes)) for task in tasks] == [
        (heading, 1, 1) for heading in ("宣传发动", "宣传发动", "现场咨询", "现场咨询")
    ]
