"""A bulletin without persons: nobody is named, and all else is as it was."""

from __future__ import annotations

import pytest

import plancli
from plancli.export.validity import check
from plancli.model.bulletin import Bulletin
from plancli.model.settings import Settings

NAMES = ["王明华", "李小军", "高建民", "周永", "陈晓兰", "何静"]
NUMBERS = ["88123456", "0571-87654321", "13812345678", "138 1234 5679"]
PLAN = """云岭县教育局文件
签发人：高建民
关于印发《云岭县2024年教育工作要点》的通知
各学校：
现印发给你们。联系人：周　永、陈晓兰，电话：0571-87654321，13812345678。
云岭县2024年教育工作要点
一、深化课程改革
1. 推进校本课程建设。3月底前完成方案。由王明华同志牵头，周永镇人民政府配合。投资13800000000元。
2. 开展教师培训。4月-6月组织集中培训，王明华每月调度。（责任单位：人事科；责任人：李小军；联系电话：88123456）
附件：重点任务表
云岭县2024年重点任务表
序号\t工作任务\t责任单位\t责任人\t联系人\t联系电话\t完成时限
1\t完善安防设施\t安全科\t李小军\t何静\t138 1234 5679\t6月底前
2\t整治校园周边\t综合科\t王明华\t何静\t138 1234 5679\t9月底前
"""


def assert_nobody(text: str) -> None:
    bodies = text.replace("周永镇人民政府", "").replace("周永 永镇", "")  # as a database's search holds it
    for name in NAMES:
        assert name not in bodies, name
    for number in NUMBERS:
        assert number not in text, number


def parsed(text: str, **settings: object) -> Bulletin:
    return plancli.parse(text.encode(), settings=Settings(**settings))  # type: ignore[arg-type]


def test_nobody_is_named_and_all_else_stays() -> None:
    before, after = parsed(PLAN), parsed(PLAN, no_persons=True)
    assert len([name for name in (*NAMES, *NUMBERS) if name in before.model_dump_json()]) >= 9  # else nothing is tested
    assert_nobody(after.model_dump_json())
    assert list(check(after)) == []
    for plan, other in zip(before.plans, after.plans, strict=True):
        for task, shown in zip(plan.tasks, other.tasks, strict=True):
            assert [node.raw for node in shown.time_nodes] == [node.raw for node in task.time_nodes]
            assert shown.departments == task.departments
            assert len(shown.text) == len(task.text)
    assert "13800000000元" in after.model_dump_json()  # an amount is no number to call
    told = [one for one in after.diagnostics if one.code == "persons-withheld"]
    assert [one.severity for one in told] == ["info"]


def test_what_names_nobody_stays_as_it_is() -> None:
    text = "云岭县2024年工作要点\n一、深化改革\n1. 推进河道治理。6月底前完成。（责任单位：水利局）\n"
    assert parsed(text, no_persons=True) == parsed(text)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("联系人：周永；电话 0571-87654321转8001", "联系人：＊＊；电话＊"),
        ("联络员：陈 静、李小军", "联络员：＊＊、＊＊＊"),
        ("手机：+86 138-1234-5678", "手机：＊"),
        ("热线电话：（0571）87654321", "热线电话：＊"),
        ("电话：87654321、87654322", "电话：＊＊＊＊＊＊＊＊、＊"),
        ("电话：８７６５４３２１", "电话：＊"),
        ("联系人制度每月落实", "联系人制度每月落实"),
        ("文号20240331", "文号20240331"),
    ],
)
def test_ways_of_naming(said: str, shown: str) -> None:
    text = f"云岭县2024年工作要点\n一、深化改革\n1. 推进河道治理。6月底前完成，{said}。（责任单位：水利局）\n"
    assert shown in parsed(text, no_persons=True).plans[0].tasks[0].text
