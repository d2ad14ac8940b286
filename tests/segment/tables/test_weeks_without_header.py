"""Weeks whose days stand under no word: 星期一, 星期二 … and what is done on each."""

from __future__ import annotations

import pytest

from plancli.model.settings import Settings
from plancli.segment.tables import read_table
from tests.table_drawing import draw, told

WEEKS = {
    "a form above, one word over the deeds": (
        "第三周工作安排\n班级 | 三年级二班 | 班主任 | 何苇\n | 工作安排 | < | <\n星期一 | 升旗仪式 | < | <\n星期二 | 安全教育 | < | <\n星期三 | 家访 | < | <",
        "第三周工作安排",
    ),
    "one word over the deeds": (" | 工作安排\n周一 | 升旗仪式\n周二 | 安全教育\n周三 | 家访", None),
    "no header at all": ("星期一 | 升旗仪式\n星期二 | 安全教育\n星期三 | 家访", None),
}
OTHERS = {
    "whose turn it is": "星期一 | 周明远、何静\n星期二 | 马骏、吴秀兰\n星期三 | 周明远、马骏",
    "lessons": " | 第一节 | 第二节\n星期一 | 语文 | 数学\n星期二 | 体育 | 语文\n星期三 | 美术 | 音乐",
}


@pytest.mark.parametrize("name", WEEKS)
def test_the_days_of_a_week_have_their_deeds(name: str) -> None:
    drawing, title = WEEKS[name]
    plan = read_table(draw(drawing), settings=Settings())
    assert [line.split(" #")[0] for line in told(plan)] == ["1 升旗仪式", "2 安全教育", "3 家访"]
    assert plan is not None
    assert plan.title == title


@pytest.mark.parametrize("name", OTHERS)
def test_another_table_of_days_is_no_plan(name: str) -> None:
    assert read_table(draw(OTHERS[name]), settings=Settings()) is None
