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


NOTICE = """关于筹备召开云岭学院第二次学生代表大会的通知

各班级：

为开好大会，现将有关事项通知如下：

一、大会任务

1. 听取工作报告；

2. 选举新一届主席团。

二、工作安排

1. 各班级推选代表，填写登记表，12月9日（周五）18:00前报送团委。

{listed}

共青团云岭学院

人工智能系委员会

云岭学院人工智能系学生会

2031年12月2日

{attached}
"""
LISTED = "附件：\n\n1.代表名额分配表\n\n2.代表登记表"
ATTACHED = {
    "marks above": "附件1：\n\n代表名额分配表\n\n一班：3人\n\n附件2：\n\n代表登记表\n\n姓名：\n\n注：1.字迹工整；\n\n2.照片另附。",
    "marks beside titles": "附件1：代表推荐表\n\n班级：\n\n附件2：代表登记表\n\n姓名：\n\n注：1.字迹工整；\n\n2.照片另附。",
}


@pytest.mark.parametrize("name", ATTACHED)
def test_a_notice_with_nothing_but_forms_attached_is_the_plan(name: str) -> None:
    bulletin = plancli.parse(NOTICE.format(listed=LISTED, attached=ATTACHED[name]).encode())
    assert [plan.title for plan in bulletin.plans] == ["关于筹备召开云岭学院第二次学生代表大会的通知"]
    assert [task.title[:6] for task in bulletin.plans[0].tasks] == ["听取工作报告", "选举新一届主", "各班级推选代"]


def test_points_that_come_again_below_are_no_contents() -> None:
    types, rules = (
        ("卫生先进宿舍", "学风优良宿舍", "纪律标兵宿舍", "和谐友爱宿舍"),
        "标准：在达到总体标准的基础上，还应做到干净整齐。",
    )
    listed = "\n\n".join(f"{k}.{name}" for k, name in enumerate(types, 1))
    ruled = "\n\n".join(f"{k}.{name}{rules}" for k, name in enumerate(types, 1))
    text = (
        f"云岭学院2031年宿舍评选方案\n\n一、评选时间\n\n4月份\n\n二、评选类型\n\n{listed}\n\n三、申报标准\n\n{ruled}\n"
    )
    [plan] = plancli.parse(text.encode()).plans
    assert [section.title for section in plan.sections] == ["评选时间", "评选类型", "申报标准"]
