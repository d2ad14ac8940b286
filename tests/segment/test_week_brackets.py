"""Weeks of a month in brackets over what is done then, and who stands in brackets before when."""

from __future__ import annotations

import pytest

import plancli


@pytest.mark.parametrize("week", ["（第{}周：3月{}日—3月{}日）", "第{}周（3.{}-3.{}）", "(第{}周3月{}日至{}日)"])
def test_weeks_in_brackets_head_what_is_beneath(week: str) -> None:
    weeks = [week.format(n, a, b) for n, a, b in (("一", 1, 8), ("二", 9, 15), ("三", 16, 22))]
    text = (
        f"松岭镇2030年3月工作安排\n{weeks[0]}\n1、植树（林业站）\n2、清淤\n{weeks[1]}\n3、巡查\n{weeks[2]}\n4、盘点\n"
    )
    (plan,) = plancli.parse(text.encode()).plans
    assert [task.title for task in plan.tasks] == ["植树", "清淤", "巡查", "盘点"]
    assert [str(task.time_nodes[0].start)[5:] for task in plan.tasks] == ["03-01", "03-01", "03-09", "03-16"]
    assert [section.title for section in plan.sections] == weeks


@pytest.mark.parametrize("time", ["3月7日", "3月28日前完成", "3月11日上午", "上半年", "，3月底前"])
@pytest.mark.parametrize("who", ["工会", "派出所、民政所"])
def test_who_in_brackets_before_when(time: str, who: str) -> None:
    text = f"松岭镇2030年工作安排\n1.组织登山活动（{who}）{time}\n2.清点档案。\n"
    task = plancli.parse(text.encode()).plans[0].tasks[0]
    assert (task.title, task.text) == ("组织登山活动", f"（{who}）{time}")
    assert "、".join(body.name for body in task.departments) == who
    assert [node.raw.lstrip("，") for node in task.time_nodes] == [time.lstrip("，")]


@pytest.mark.parametrize("text", ["建设卫生院（服务中心）三处", "召开会议（县水利局）讨论方案"])
def test_words_behind_a_bracket_that_say_no_time(text: str) -> None:
    task = plancli.parse(f"松岭镇2030年工作安排\n1.{text}\n2.清点档案。\n".encode()).plans[0].tasks[0]
    assert task.title == text
