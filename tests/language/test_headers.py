"""Header words: what the column beneath them holds."""

from __future__ import annotations

import pytest

from plancli.language.headers import lexicon_of, month_number, role_of_header, time_header
from plancli.language.times import names_limit

KINDS = {
    "number": "序号 编号 项次 序_号 NO. ＮＯ",
    "category": "类别 条线 板块 领域 任务分类 一级指标",
    "task": "工作任务 重点任务 任务内容 任务事项 项目名称 2031年重点工作 工作目标任务 工作任务及要求 整改任务 主要工作（项目）",
    "task_weak": "项目 内容 事项",
    "detail": "工作内容 具体内容 工作要求",
    "measure": "具体举措 整改措施 主要做法",
    "problem": "存在问题 问题表现 反馈问题",
    "departments": "责任部门 责任科室 承办单位 单位 责任单位（部门） 任务分工 责任主体 责任单位及责任人 承办专委会 配合工委 责任网格 配合村居 主办/承办 项目业主",
    "leaders": "责任人 分管领导 牵头领导 第一责任人 责任领导 责任楼长 牵头片长 主讲人/负责人 联系人及责任人",
    "time": "完成时限 节点计划 进度安排 时间 月份 周次 第一季度 上半年 3月 1-3月 Q1 计划完成时间 一季度工作安排 第一季度节点 时间地点 活动时间及地点 工作措施及完成时限",
    "remarks": "备注 备_注",
    "other": "督办单位 督查单位 验收单位 完成情况 地点 联系人 项目联系人 更新时间 填报日期 签订日期",
    "statistics": "联系电话 分值 金额 姓名",
}


@pytest.mark.parametrize(
    ("kind", "header"), [(kind, header) for kind, text in KINDS.items() for header in text.split()]
)
def test_kinds(kind: str, header: str) -> None:
    role = role_of_header(header.replace("_", "　"))
    assert role is not None
    assert role.kind == kind


@pytest.mark.parametrize(
    "header",
    [
        "责任追究",
        "配合情况",
        "承办意见",
        "责任路段",
        "牵头推进",
        "配合做好",
        "责任状",
        "责任到人",
        "协同推进",
        "责任考核",
    ],
)
def test_a_word_of_role_before_no_holder_heads_nobody(header: str) -> None:
    role = role_of_header(header)
    assert role is None or role.kind not in ("departments", "leaders")


@pytest.mark.parametrize(
    "value",
    [
        "各科室",
        "每季度",
        "党建引领",
        "1",
        "一、综合工作",
        "（二）专项任务",
        "",
        "完成全部前期工作并报送总结材料",
        "其他相关部门",
    ],
)
def test_values_are_no_headers(value: str) -> None:
    assert role_of_header(value) is None


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("牵头单位", "lead"),
        ("主办科室", "lead"),
        ("主责部门", "lead"),
        ("配合部门", "support"),
        ("协办单位", "support"),
        ("参与单位", "support"),
        ("责任单位", "responsible"),
        ("承办部门", "responsible"),
        ("牵头及配合单位", "responsible"),
        ("牵头领导", "lead"),
        ("责任人", "responsible"),
    ],
)
def test_roles(header: str, role: str) -> None:
    found = role_of_header(header)
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize(
    ("header", "limit"),
    [
        ("完成时限", True),
        ("整改时限", True),
        ("整改期限", True),
        ("时限要求", True),
        ("时间要求", True),
        ("完成时间", True),
        ("计划完成时间", True),
        ("办结时间", True),
        ("销号时间节点", True),
        ("竣工日期", True),
        ("计划投用时间", True),
        ("节点计划", False),
        ("活动时间", False),
        ("检查时间自", False),
        ("检查时间至", True),
        ("时间", False),
    ],
)
def test_limits(header: str, limit: bool) -> None:
    found = role_of_header(header)
    assert found is not None
    assert found.limit is limit


@pytest.mark.parametrize(
    "header",
    [
        "第一季度",
        "二季度",
        "3月",
        "十二月份",
        "1-3月",
        "上半年目标",
        "2031年",
        "第3周",
        "Q4",
        "3月底前",
        "四季度（10-12月）",
    ],
)
def test_headers_that_are_times(header: str) -> None:
    assert time_header(header)


@pytest.mark.parametrize("header", ["2031年工作任务", "全年目标", "季度", "月份", "节点", "一季度经济运行分析"])
def test_headers_that_are_none(header: str) -> None:
    assert not time_header(header)


@pytest.mark.parametrize(
    ("text", "month"), [("3", "3月"), ("03", "3月"), ("１２", "12月"), ("13", None), ("3月", None)]
)
def test_months_as_numbers(text: str, month: str | None) -> None:
    assert month_number(text) == month


def test_the_user_extends_the_words() -> None:
    assert role_of_header("攻坚方略") is None
    found = role_of_header("攻坚方略", {"headers": {"task": ["方略"]}})
    assert found is not None
    assert found.kind == "task"
    assert lexicon_of() is lexicon_of({})


@pytest.mark.parametrize("header", ["开竣工时间", "起结束时间", "开完工日期"])
def test_a_header_that_names_a_start_and_an_end_is_no_limit(header: str) -> None:
    assert not names_limit(header)
    assert names_limit(header[1:])
