"""Points whose form ranks with that of their item or above it: the series of the document tells which stands below which."""

from __future__ import annotations

import pytest

from .drawing import draft

FORMS = {
    "①": ["①", "②"],
    "（1）": ["（1）", "（2）"],
    "(1)": ["(1)", "(2)"],
    "⑴": ["⑴", "⑵"],
    "1）": ["1）", "2）"],
}


def _labels(item: str, point: str, sections: int = 2) -> list[str | None]:
    lines = ["云岭县2025年工作要点"]
    for head in "一二三"[:sections]:
        lines.append(f"{head}、优化服务")
        for label in FORMS[item]:
            lines += [
                f"{label}修订章程。",
                *(f"{inner}清点档案，形成目录。" for inner in FORMS[point]),
                "责任单位：县教育局",
            ]
    return [task.label for task in draft("\n".join(lines) + "\n").plans[0].tasks]


@pytest.mark.parametrize("item", FORMS)
@pytest.mark.parametrize("point", FORMS)
def test_points_belong_to_the_item_before_them_whatever_their_form(item: str, point: str) -> None:
    if item != point:
        assert _labels(item, point) == FORMS[item] * 2


def test_two_ways_to_print_brackets_in_one_series_are_one_form() -> None:
    lines = ["云岭县2025年工作要点", "一、优化服务", "（1）修订章程。", "(2)清点档案。", "（3）举办培训。", "二、强化保障", "(1)补充人员。", "（2）购置设备。"]  # fmt: skip
    tasks = draft("\n".join(lines) + "\n").plans[0].tasks
    assert [task.label for task in tasks] == ["（1）", "(2)", "（3）", "(1)", "（2）"]


@pytest.mark.parametrize(
    ("who", "tasks"),
    [
        ([(0, 1), (0, 1)], ["（一）", "（二）"]),  # each once, behind the last point: the heading's
        ([(1, 0), (0, 1)], ["1.", "2.", "1.", "2."]),  # the first section says that items have their own
        ([(0, 1), (1, 1)], ["1.", "2.", "1.", "2."]),
    ],
)
def test_assignments_behind_the_last_item_of_each_heading_are_the_headings(
    who: list[tuple[int, int]], tasks: list[str]
) -> None:
    lines = ["云岭县2025年工作要点", "一、优化服务"]
    for head, said in zip("一二", who, strict=True):
        lines.append(f"（{head}）办好实事")
        for n, named in enumerate(said, 1):
            lines += [f"{n}.修订章程{head}。", *(["（责任单位：县教育局）"] * named)]
    assert [task.label for task in draft("\n".join(lines) + "\n").plans[0].tasks] == tasks


def test_a_closing_sentence_behind_said_items_closes_the_plan() -> None:
    lines = ["云岭县2025年工作要点"]
    for head in "一二":
        lines += [f"{head}、优化服务", "一是修订章程。（县教育局负责）", "二是清点档案。（县档案馆负责）"]
    plan = draft("\n".join([*lines, "各部门要对照本计划，细化措施。"]) + "\n").plans[0]
    assert [task.label for task in plan.tasks] == ["一是", "二是"] * 2
    assert plan.closing == "各部门要对照本计划，细化措施。"


@pytest.mark.parametrize("label", ["（{}）", "{}）", "({})"])
def test_points_with_fields_of_their_own_are_tasks_beside_items_that_have_theirs(label: str) -> None:
    fields = ["活动时间：3月{day}日", "活动地点：云岭馆", "牵头单位：县文旅局"]
    lines = ["云岭县2025年茶会方案", "一、活动安排", "1.茶会发布会", *fields, "2.茶会开幕"]
    lines += [label.format(1) + "开幕式", *fields, label.format(2) + "巡游", *fields, "3.年终总结", *fields]
    tasks = draft("\n".join(lines).replace("{day}", "9") + "\n").plans[0].tasks
    assert [task.title for task in tasks] == ["茶会发布会", "开幕式", "巡游", "年终总结"]


@pytest.mark.parametrize("labels", ["（{}）", "{}."])
@pytest.mark.parametrize("who", ["（责任部门：县水利局）", "（县水利局、县财政局负责）"])
def test_items_with_a_title_and_a_text_are_tasks_whose_last_line_says_who_has_them(labels: str, who: str) -> None:
    lines = ["云岭县2025年工作要点"]
    numbers = "一二" if labels == "（{}）" else "12"
    for head in "一二":
        lines.append(f"{head}、改善灌溉")
        lines += [labels.format(number) + f"清淤{head}渠。疏通支渠，平整渠底。" for number in numbers]
        lines.append(who)
    tasks = draft("\n".join(lines) + "\n").plans[0].tasks
    assert [task.label for task in tasks] == [labels.format(number) for number in numbers] * 2


@pytest.mark.parametrize("named", [{(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 1)}, {(0, 1, 1), (1, 1, 0), (1, 1, 1)}])
def test_a_heading_over_headings_is_no_task_where_more_than_its_very_last_item_says_who(
    named: set[tuple[int, int, int]],
) -> None:
    lines = ["云岭县2025年工作要点"]
    for top in range(2):
        lines.append("一二"[top] + "、改善灌溉")
        for below in range(2):
            lines.append("（" + "一二"[below] + "）整修渠系")
            for number in range(2):
                who = "（县水利局负责）" if (top, below, number) in named else ""
                lines.append(f"（{number + 1}）清淤支渠。疏通渠口。{who}")
    tasks = draft("\n".join(lines) + "\n").plans[0].tasks
    assert [task.label for task in tasks] == ["（1）", "（2）"] * 4
