"""What `extract_text` of PDF libraries gives: the lines as they are printed, one blank between cells; what a cell has more stands on the
lines below its row."""

from __future__ import annotations

import plancli

HEADED = """\
云岭县2031年托育任务清单
序号 任务内容 责任部门 完成时间
一、扩大供给
1 为240户家庭新建社区 家庭股 9月底前
托位
2 改造敬老院旧楼为托育 妇幼股 全年
机构
二、提升质量
3 举办保育员培训班四期 家庭股 每季度
4 评估机构120家 督导股、妇幼股 11月
三、规范管理
5 公示收费标准和投诉举 督导股 10月31日前
报电话
6 抽检食材 妇幼股 长期
"""
WEEKS = """\
云岭县中学 2031 年春季教研周历
周次 日期 教研活动 主持人 地点
第一周 2月17日—2月21 制定计划 教研组长 会议室
日
第二周 2月24日—2月 集体备课 年级组长 办公室
28日
第三周 3月3日—3月7 化学公开课 罗平 录播室
日
第四周 3月24日—3月 说课比赛 谢芳 阶梯教室
28日
"""


def test_lines_below_rows_go_on_the_cell_that_is_full() -> None:
    (plan,) = plancli.parse(HEADED.encode()).plans
    assert [(task.title, task.section_path, task.time_nodes[0].raw) for task in plan.tasks] == [
        ("为240户家庭新建社区托位", ("扩大供给",), "9月底前"),
        ("改造敬老院旧楼为托育机构", ("扩大供给",), "全年"),
        ("举办保育员培训班四期", ("提升质量",), "每季度"),
        ("评估机构120家", ("提升质量",), "11月"),
        ("公示收费标准和投诉举报电话", ("规范管理",), "10月31日前"),
        ("抽检食材", ("规范管理",), "长期"),
    ]


def test_lines_below_rows_go_on_times_that_are_broken() -> None:
    (plan,) = plancli.parse(WEEKS.encode()).plans
    assert [(task.title, task.time_nodes[0].raw) for task in plan.tasks] == [
        ("制定计划", "2月17日—2月21日"),
        ("集体备课", "2月24日—2月28日"),
        ("化学公开课", "3月3日—3月7日"),
        ("说课比赛", "3月24日—3月28日"),
    ]


def test_what_may_head_rows_is_no_rest_of_a_cell() -> None:
    text = HEADED
    for label in ("一、", "二、", "三、"):
        text = text.replace(label, "")
    bulletin = plancli.parse(text.encode())
    titles = "".join(task.title for task in bulletin.plans[0].tasks)
    assert "提升质量" not in titles and "规范管理" not in titles
