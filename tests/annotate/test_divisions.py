"""Who does it by the shape of a list: items that begin with their bodies, headings that are bodies."""

from __future__ import annotations

import pytest

import plancli


def departments(text: str) -> list[list[str]]:
    """The bodies of each task of a text file's first plan, all of them responsible."""
    [plan] = plancli.parse(text.encode()).plans
    assert {one.role for task in plan.tasks for one in task.departments} <= {"responsible"}
    return [[one.name for one in task.departments] for task in plan.tasks]


@pytest.mark.parametrize("heading", ["二、职责分工", "二、活动安排"])
def test_items_that_begin_with_who_has_that_part(heading: str) -> None:
    text = f"云岭学校2025年艺术节方案\n一、活动主题\n向美而行。\n{heading}\n1.办公室负责宣传标语，做好记录；\n2.总务处、安全办负责舞台搭建、供电；\n3.各年级组负责组织观看。"
    assert departments(text) == [["办公室"], ["总务处", "安全办"], ["各年级组"]]


@pytest.mark.parametrize("heading", ["一、活动安排", "一、职责分工"])
@pytest.mark.parametrize("part", ["舞台搭建", "舞台用电的线路"])
def test_one_item_that_says_who_has_that_part_speaks_for_itself_alone(heading: str, part: str) -> None:
    text = f"云岭学校2025年艺术节方案\n{heading}\n1.总务处负责{part}。\n2.组织彩排。\n3.评选节目。"
    assert departments(text) == [["总务处"], [], []]


@pytest.mark.parametrize(("heading", "who"), [("一、职责分工", ["总务处"]), ("一、活动安排", [])])
def test_one_item_that_may_be_an_attribute_needs_a_heading_that_speaks_of_a_division(
    heading: str, who: list[str]
) -> None:
    text = f"云岭学校2025年艺术节方案\n{heading}\n1.总务处负责管护的线路。\n二、奖项\n1.评选优秀节目。"
    assert departments(text) == [who, []]


@pytest.mark.parametrize("label", ["一、{}", "（一）{}"])
def test_headings_that_are_bodies_give_them_to_the_items_beneath(label: str) -> None:
    heads = [label.format("教务处"), label.replace("一", "二").format("总务处")]
    text = f"云岭学校2025年任务分解\n{heads[0]}\n1.编制课表，2月底前完成。\n2.组织期中考试。\n{heads[1]}\n1.检修门窗（基建科）。"
    assert departments(text) == [["教务处"], ["教务处"], ["基建科"]]


@pytest.mark.parametrize("other", ["工会工作", "学校", "教学改革"])
def test_headings_of_which_one_is_no_body_in_particular_give_none(other: str) -> None:
    text = f"云岭学校2025年任务分解\n一、教务处\n1.编制课表，2月底前完成。\n二、{other}\n1.检修门窗。"
    assert departments(text) == [[], []]


def test_a_headings_leader_leads_a_task_that_names_its_own_bodies_alone() -> None:
    text = "云岭学校2025年任务分解\n一、教学\n牵头领导：何静\n责任单位：教务处\n1.编制课表。\n2.检修门窗。（责任单位：总务处）\n3.采购教具。（责任人：白岩）"
    [plan] = plancli.parse(text.encode()).plans
    who = [([one.name for one in task.departments], [one.name for one in task.leaders]) for task in plan.tasks]
    assert who == [(["教务处"], ["何静"]), (["总务处"], ["何静"]), (["教务处"], ["白岩"])]


@pytest.mark.parametrize("colon", ["：", ":", ""])
@pytest.mark.parametrize("heading", ["二、职责分工", "二、部门职责", "（二）任务分工"])
def test_unnumbered_lines_beneath_a_division_are_tasks_of_whom_they_begin_with(heading: str, colon: str) -> None:
    other = "（一）目标" if heading[0] == "（" else "一、目标"
    shares = {"县水利局": "修渠，5月底前通水", "县财政局": "筹集资金", "各街道办事处": "动员居民"}
    lines = "\n".join(f"{name}{colon}负责{work}。" for name, work in shares.items())
    made = (
        plancli.parse(f"云岭县2031年修渠工作方案\n{other}\n修渠42公里。\n{heading}\n{lines}\n".encode()).plans[0].tasks
    )
    assert [[(one.name, one.role) for one in task.departments] for task in made] == [
        [(name, "responsible")] for name in shares
    ]


def test_lines_of_which_one_begins_otherwise_are_the_text_of_their_heading() -> None:
    text = "云岭县2031年修渠方案\n一、职责分工\n县水利局：负责修渠。\n要加强配合。\n二、要求\n1.开工。6月底前完成。\n2.验收。\n"
    made = plancli.parse(text.encode()).plans[0]
    assert [task.title for task in made.tasks] == ["开工", "验收"]
    assert "县水利局" in (made.sections[0].text or "")


@pytest.mark.parametrize("heading", ["一、任务分工", "一、职责分工", "一、工作安排"])
def test_items_that_begin_with_a_body_and_a_colon(heading: str) -> None:
    items = ["武装部：统筹协调，3月5日前审定名单；", "派出所：负责政治考核；", "各社区：入户宣传；"]
    text = f"青坪镇2031年征兵方案\n{heading}\n" + "\n".join(f"{n}、{item}" for n, item in enumerate(items, 1))
    assert departments(text) == [["武装部"], ["派出所"], ["各社区"]]


def test_items_with_a_colon_of_which_most_begin_otherwise_name_nobody() -> None:
    text = "青坪镇2031年征兵方案\n一、工作安排\n1、宣传发动：入户宣传。\n2、体格检查：分批组织。\n3、派出所：走访。\n"
    assert departments(text) == [[], [], []]
