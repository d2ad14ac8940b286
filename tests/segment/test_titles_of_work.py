"""Titles of one level that name what is done, their prose beneath: tasks where one of them is one."""

from __future__ import annotations

import pytest

import plancli

WORK = ["开展“清水”活动", "推进泵站改造", "加强堤防巡查", "组织防汛演练"]
PROSE = "依托各村力量，把该做的做细做实。"
DATED = "把该做的做细做实。（责任单位：镇水利站）"


def _read(titles: list[str], dated: int | None) -> plancli.Bulletin:
    lines = ["云岭镇2025年水利工作方案"]
    for at, title in enumerate(titles):
        lines += [f"{'一二三四五六'[at]}、{title}", DATED if at == dated else PROSE]
    return plancli.parse("\n".join(lines).encode())


@pytest.mark.parametrize("dated", range(4))
def test_all_are_tasks_where_one_says_who(dated: int) -> None:
    assert [task.title for task in _read(WORK, dated).plans[0].tasks] == WORK


def test_titles_that_speak_of_the_whole_stay_sections() -> None:
    plan = _read(["指导思想", "工作目标", "组织领导", WORK[0], WORK[1]], 3).plans[0]
    assert [task.title for task in plan.tasks] == [WORK[0]]
    assert [section.title for section in plan.sections][:3] == ["指导思想", "工作目标", "组织领导"]


@pytest.mark.parametrize("stop", ["．", "。"])
def test_a_point_of_full_width_between_words_ends_a_title(stop: str) -> None:
    text = f"云岭县2027年工作要点\n1．巩固治理成果{stop}每季度监测17条水体，限期整改。\n2．修渠２．５公里{stop}6月底前完工。"
    tasks = plancli.parse(text.encode()).plans[0].tasks
    assert [task.title for task in tasks] == ["巩固治理成果", "修渠２．５公里"]
