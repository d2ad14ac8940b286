"""Lists of boxes to be ticked off: each line is a task, none a heading."""

from __future__ import annotations

import pytest

import plancli
from plancli.clean import clean
from plancli.model.source import Line, Source
from plancli.segment import segment

LISTS = {
    "一、校舍（8月20日前）": ["检查门窗", "清洗水箱", "修补跑道"],
    "二、教学（8月25日前）": ["领取教材", "排定课表"],
}


def read(mark: str) -> list[tuple[str, str, list[str]]]:
    lines = [line for heading, deeds in LISTS.items() for line in (heading, *(mark + deed for deed in deeds))]
    [plan] = plancli.parse("\n".join(["松岭小学2031年开学准备清单", *lines]).encode()).plans
    titles = {section.id: section.title for section in plan.sections}
    return [
        (titles.get(task.section or "", ""), task.title, [str(node.end) for node in task.time_nodes])
        for task in plan.tasks
    ]


@pytest.mark.parametrize("mark", ["☐ ", "☐", "☑ "])
def test_each_box_is_a_task(mark: str) -> None:
    assert read(mark) == [
        (heading[2:], deed, [end])
        for (heading, deeds), end in zip(LISTS.items(), ("2031-08-20", "2031-08-25"), strict=True)
        for deed in deeds
    ]


@pytest.mark.parametrize("mark", ["● ", "□ ", "➢ "])
def test_other_bullets_list_what_a_task_is(mark: str) -> None:
    assert [title for _, title, _ in read(mark)] == ["校舍（8月20日前）", "教学（8月25日前）"]


@pytest.mark.parametrize("mark", ["☐", "□", "●", "➢"])
def test_the_last_line_of_a_list_is_no_heading_however_it_is_set(mark: str) -> None:
    texts = [
        "松岭小学2031年开学准备清单",
        "1.校舍维护。",
        f"{mark}检查门窗",
        f"{mark}清洗水箱",
        "2.教学准备。",
        "领取教材。",
    ]
    lines = [Line(text, ending="hard", bold=text.endswith("水箱")) for text in texts]
    [plan] = segment(clean(Source([*lines], media_type=""))).plans
    assert [section.title for section in plan.sections] == []
    assert [task.title for task in plan.tasks] == ["校舍维护", "教学准备"]
