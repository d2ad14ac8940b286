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


@pytest.mark.parametrize("label", ["0{} ", "{}.", "{}、", "（{}）", "第{}项："])
@pytest.mark.parametrize("bullet", ["◎ ", "●", "■ ", "- "])
def test_bullets_beneath_numbered_titles_each_of_which_says_who(label: str, bullet: str) -> None:
    titles = [
        ("聚焦主线", ["推出系列报道（新闻部）", "开设专栏（专题部）"]),
        ("打造精品", ["制作短剧，6月底前上线（新媒体部）"]),
        ("建强队伍", ["举办培训（办公室）"]),
    ]
    lines = [
        line
        for n, (title, items) in enumerate(titles, 1)
        for line in (label.format(n) + title, *(bullet + item for item in items))
    ]
    plan = plancli.parse(("云岭县融媒体中心2030年工作要点\n" + "\n".join(lines) + "\n").encode()).plans[0]
    assert [task.title for task in plan.tasks] == ["推出系列报道", "开设专栏", "制作短剧，6月底前上线", "举办培训"]
    assert [task.departments[0].name for task in plan.tasks] == ["新闻部", "专题部", "新媒体部", "办公室"]
    assert [section.title for section in plan.sections] == [title for title, _ in titles]
