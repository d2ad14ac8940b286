"""Forms to be filled in that a notice has attached: no plans beside the one that it sends on."""

from __future__ import annotations

import pytest

import plancli
from plancli.model.settings import Settings
from plancli.segment.ledger import Ledger
from plancli.segment.tables.as_text import text_of_table
from tests.table_drawing import draw

BULLETIN = """云岭县2031年读书节工作方案

一、主要任务

1. 布置展台。4月2日前完成。（责任单位：县图书馆）

2. 征集书目。4月10日前完成。（责任单位：县新华书店）

附件1

{title}

{body}
"""
FORMS = {
    "云岭县读书节参会回执": "姓名：\n\n注：1.请于4月1日前寄回；\n\n2.每家单位限报三人。",
    "书香家庭推荐表": "填表说明\n\n1.字迹要工整。\n\n2.照片另附。",
    "志愿者安全承诺书": "本人承诺：\n\n1.听从指挥；\n\n2.爱护图书。",
}


@pytest.mark.parametrize("title", FORMS)
def test_an_attached_form_is_no_plan(title: str) -> None:
    bulletin = plancli.parse(BULLETIN.format(title=title, body=FORMS[title]).encode())
    assert [plan.title for plan in bulletin.plans] == ["云岭县2031年读书节工作方案"]
    assert len(bulletin.plans[0].tasks) == 2


def test_an_attached_list_of_work_is_a_plan() -> None:
    body = "1. 印制请柬。3月完成。（责任单位：县图书馆）\n\n2. 租用场地。3月完成。（责任单位：县文化馆）"
    bulletin = plancli.parse(BULLETIN.format(title="读书节筹备任务清单", body=body).encode())
    assert [len(plan.tasks) for plan in bulletin.plans] == [2, 2]


def test_words_over_empty_columns_may_stand_on_two_lines() -> None:
    form = draw("姓名 | 单位 | 住宿/n安排 | 入住/n日期 | 离店/n日期\n何苇 | 图书馆 | 单住 | |")
    assert text_of_table(form, Ledger(), Settings()) == []
