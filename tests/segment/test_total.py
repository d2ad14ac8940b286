"""On any text whatever: a draft, every character in one place, and work that grows with the text, not with its square."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.errors import InputError

from .drawing import draft

PIECES = st.sampled_from(
    [
        *[
            "一、",
            "（一）",
            "1.",
            "1.1",
            "（1）",
            "①",
            "一是",
            "第一章",
            "第一条",
            "附件1",
            "附件：",
            "目录",
            "……3",
            "27构建",
        ],
        *[
            "关于印发工作要点的通知",
            "2025年工作要点",
            "重点任务清单",
            "云政发〔2025〕3号",
            "2025年3月6日",
            "抄送：市委办公室",
            "市教育局",
        ],
        *[
            "责任单位：教育局",
            "（牵头单位：教育局）",
            "6月底前完成",
            "推进改革",
            "。",
            "；",
            "：",
            "，",
            "\n",
            "\n\n",
            "\t",
            "　　",
            " ",
        ],
        *["序号\t工作任务\t责任单位\t完成时限", "1\t修路\t交通局\t6月底前", "— 3 —", "（", "）", "《", "a", "9"],
    ]
)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_every_character_is_placed_or_left_out(text: str) -> None:
    try:
        found = draft(text)
    except InputError:
        return
    assert found.characters == found.placed + found.left_out
    assert all(
        section.parent is None or section.parent < len(plan.sections)
        for plan in found.plans
        for section in plan.sections
    )
    assert all(task.section is None or task.section < len(plan.sections) for plan in found.plans for task in plan.tasks)


def steps(text: str) -> int:
    """How many lines of plancli's own code run for a text: work without a clock."""
    count = 0

    def line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return line if "plancli" in frame.f_code.co_filename else None

    before = sys.gettrace()  # of a tool that looks on
    sys.settrace(line)
    try:
        draft(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "附件\n",
        "1.\n",
        "（（（责任：",
        "一、工作要点\n",
        "第一位牵头",
        "目录\n",
        "工作要点\n",
        "1.1.1",
        "2025年工作计划……1\n",
        "（一）推进\n①推进\n",
    ],
)
def test_work_grows_with_the_text(unit: str) -> None:
    small, large = steps("1.推进改革。\n" + unit * 200), steps("1.推进改革。\n" + unit * 800)
    assert large < 8 * small
