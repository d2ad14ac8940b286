"""Tables dumped column by column: what makes a row is not told, and that is said."""

from __future__ import annotations

import pytest

import plancli

COLUMNS = """松岭县2026年商务工作任务表
序号
1
2
3

工作任务
举办山货节
编制网点规划
新建商贸中心

责任科室
流通科
规划科
会展中心

完成时间
6月底前
年底前
"""
BLOCKS = """松岭县2026年商务工作任务表
序号

类别

重点任务

1

商贸流通

举办山货节，办好
展销会

2

3

对外开放

牵头科室

办理期限

流通科

6月底前

编制网点规划

规划科
"""
READ = {
    "column by column, cells broken over lines": """松岭县2026年商务工作任务表
序号

工作任务

1
2
3

举办山货节
编制网点规划
新建商贸中心

责任科室
流通科、综合业
务科
规划科

会展中心
备注：按月报送进展。

完成时间
6月底前
10 月底前
年底前
""",
    "two columns row by row below a whole one": """松岭县2026年商务工作任务表
序号
1
2
3

工作任务
举办山货节
编制网点规划
新建商贸中心

责任科室
完成时间
流通科、综合业
务科
6月底前
规划科 10 月底前
会展中心
年底前
""",
    "weeks": """松岭县第三小学2026年工作行事历表
周次
第一周
第二周

第三周

主要工作
布置教室；
发放教材
家长来访

检查教案

责任部门
流通科、综合业
务科
规划科
会展中心
""",
    "the last column below the others' rows": """松岭县2026年商务工作任务表
序号
工作任务
完成时间
1
举办山货节
6月底前
2
编制网点规划
10月底前
3
新建商贸中心
年底前
注：未列入本表的照常推进。

责任科室
流通科、综合业
务科
规划科
会展中心
""",
}
TWO_TEXTS = """松岭县2026年商务工作任务表
序号
1
2
3

工作任务
举办山货节
编制网点规划
新建商贸中心

工作要求
办好展销会
报县政府批准
完成装修

责任科室
流通科
规划科
会展中心
"""
WHOLE = """松岭县2026年商务工作任务表
序号
1
2
3

工作任务
举办山货节，办好展
销会
编制网点规划
新建商贸中心

牵头科室
流通科
规划科
会展中心

配合单位
县融媒体中心
各乡镇
县住建局、县财政
局、县消防大队

完成时间
6月底前
全年
12月10日

松岭县商务局
2026年3月2日
"""
TWO_BODIES = """松岭县2026年商务工作任务表
序号
1
2
3

工作任务
举办山货节
编制网点规划
新建商贸中心

牵头科室

配合单位

流通科

县融媒体中心

规划科

各乡镇

会展中心

县住建局
"""
LACKING = """松岭县2026年商务工作任务表
序号
工作任务
完成时间
1
举办山货节
6月底前
2
编制网点规划
10月底前
3
新建商贸中心
年底前

责任科室
流通科
规划科
流通科
会展中心
"""
STACKED = """松岭县2026年商务工作任务表
序号
工作任务
责任科室
完成时间
1
举办山货节
流通科
6月底前
2
编制网点规划
规划科
10月底前
3
新建商贸中心
流通科
年底前
"""


@pytest.mark.parametrize("name", READ)
def test_columns_that_have_a_cell_for_each_row_are_read(name: str) -> None:
    bulletin = plancli.parse(READ[name].encode())
    (plan,) = bulletin.plans
    assert [[body.name for body in task.departments] for task in plan.tasks] == [
        ["流通科", "综合业务科"],
        ["规划科"],
        ["会展中心"],
    ]
    titles = ["布置教室", "家长来访", "检查教案"] if name == "weeks" else ["举办山货节", "编制网点规划", "新建商贸中心"]
    assert [task.title[:4] for task in plan.tasks] == [title[:4] for title in titles]
    if name != "weeks":
        assert [str(task.time_nodes[0].end) for task in plan.tasks] == ["2026-06-30", "2026-10-31", "2026-12-31"]
    assert "table-text-unread" not in {note.code for note in bulletin.diagnostics}
    assert bulletin.coverage.lost == 0


def test_a_column_that_has_other_cells_than_rows_is_said() -> None:
    bulletin = plancli.parse(LACKING.encode())
    assert "table-text-unread" in {note.code for note in bulletin.diagnostics}


@pytest.mark.parametrize("text", [COLUMNS, BLOCKS, TWO_BODIES], ids=["column by column", "in blocks", "two of bodies"])
def test_they_are_left_unread_and_said(text: str) -> None:
    bulletin = plancli.parse(text.encode())
    assert not [task for plan in bulletin.plans for task in plan.tasks]
    assert "table-text-unread" in {note.code for note in bulletin.diagnostics}
    assert bulletin.coverage.lost == 0


def test_two_columns_of_text_are_told_by_the_words_above_them() -> None:
    (plan,) = plancli.parse(TWO_TEXTS.encode()).plans
    assert [(task.title, task.text) for task in plan.tasks] == [
        ("举办山货节", "办好展销会"),
        ("编制网点规划", "报县政府批准"),
        ("新建商贸中心", "完成装修"),
    ]


@pytest.mark.parametrize("tail", [True, False])
def test_blocks_that_are_all_of_a_column_each(tail: bool) -> None:
    """Two hold bodies, cells are broken over lines, and who signs stands below the last."""
    text = WHOLE if tail else WHOLE.split("\n\n松岭县商务局")[0]
    bulletin = plancli.parse(text.encode())
    (plan,) = bulletin.plans
    assert [(task.title, task.time_nodes[0].raw) for task in plan.tasks] == [
        ("举办山货节，办好展销会", "6月底前"),
        ("编制网点规划", "全年"),
        ("新建商贸中心", "12月10日"),
    ]
    assert [[(body.name, body.role) for body in task.departments] for task in plan.tasks] == [
        [("流通科", "lead"), ("县融媒体中心", "support")],
        [("规划科", "lead"), ("各乡镇", "support")],
        [("会展中心", "lead"), ("县住建局", "support"), ("县财政局", "support"), ("县消防大队", "support")],
    ]
    assert bulletin.coverage.lost == 0


def test_a_cell_a_line_is_read() -> None:
    bulletin = plancli.parse(STACKED.encode())
    assert [task.title for plan in bulletin.plans for task in plan.tasks] == [
        "举办山货节",
        "编制网点规划",
        "新建商贸中心",
    ]
    assert "table-text-unread" not in {note.code for note in bulletin.diagnostics}


LINES = """\
云岭县医院2031年质量提升任务表
序号
1
2
3
4

工作任务
完善病历评分
编印 2030 年度质量报告
开展专项督查
迎接飞行检查

责任科室
医务部
信息中心、门诊部
感染管理科
医保办公室

责任人
罗平
谢芳
何树
林晓

完成时限
2 月 28 日前
5 月底前
每季度
根据上级通知要求
"""
BY_QUARTER = """\
云岭镇2031年项目推进表

序号
1
2
3

一季度
项目名称
平整土地
冷链园
卫生院迁建
办理许可
停车场 编制方案

二季度
主体施工
完成招标

责任单位
经济办
卫生院
规划办
"""


def test_blocks_whose_cells_are_a_line_each_may_hold_an_odd_one() -> None:
    (plan,) = plancli.parse(LINES.encode()).plans
    assert [
        (task.title, task.departments[0].name, task.leaders[0].name, task.time_nodes[0].raw) for task in plan.tasks
    ] == [
        ("完善病历评分", "医务部", "罗平", "2月28日前"),
        ("编印2030年度质量报告", "信息中心", "谢芳", "5月底前"),
        ("开展专项督查", "感染管理科", "何树", "每季度"),
        ("迎接飞行检查", "医保办公室", "林晓", "根据上级通知要求"),
    ]


def test_a_word_for_numbers_right_above_1_and_2_that_is_no_table_is_said() -> None:
    assert "table-text-unread" in {each.code for each in plancli.parse(BY_QUARTER.encode()).diagnostics}
