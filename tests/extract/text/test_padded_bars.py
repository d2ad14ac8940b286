"""Cells between bars that stand beneath each other, broken over lines where their columns are full, no rule between rows."""

from __future__ import annotations

import pytest

import plancli

PRINTED = """\
云岭县2026年交通工作任务分解表

|序号|工作任务      |工作要求            |责任股室    |完成时限  |
|1   |县道X306线大修|铺筑沥青混凝土路面12|工程股      |10月底前  |
|    |              |.5公里，同步增设波形|            |          |
|    |              |护栏。              |            |          |
|2   |危桥改造      |拆除重建槐树湾、李洼|养护股、县公|8月31日前 |
|    |              |两座桥梁。          |路站        |          |
|3   |渡口渡船安全管|检验渡船，更新救生衣|县海事所    |4月15日前 |
|    |理            |，签订责任书。      |            |          |
"""
MERGED = """\
云岭县2026年交通工作任务分解表

|序号|工作任务      |工作要求            |责任股室    |完成时限  |
|1   |县道大修      |铺筑路面12公里。    |工程股      |10月底前  |
|    |              |增设波形护栏。      |养护股      |9月底前   |
|2   |危桥改造      |拆除重建两座桥梁。  |养护股      |8月31日前 |
|    |              |验收通车。          |路政股      |11月底前  |
"""


@pytest.mark.parametrize("rule", ["", "|----|--------------|--------------------|------------|----------|"])
def test_lines_below_full_cells_go_on_them(rule: str) -> None:
    first, blank, head, *rows = PRINTED.splitlines()
    text = "\n".join([first, blank, head, *([rule] if rule else []), *rows])
    tasks = plancli.parse(text.encode()).plans[0].tasks
    assert [
        (task.number, task.title, task.extra["工作要求"], [d.name for d in task.departments]) for task in tasks
    ] == [
        ("1", "县道X306线大修", "铺筑沥青混凝土路面12.5公里，同步增设波形护栏。", ["工程股"]),
        ("2", "危桥改造", "拆除重建槐树湾、李洼两座桥梁。", ["养护股", "县公路站"]),
        ("3", "渡口渡船安全管理", "检验渡船，更新救生衣，签订责任书。", ["县海事所"]),
    ]


def test_lines_below_cells_with_room_are_rows() -> None:
    tasks = plancli.parse(MERGED.encode()).plans[0].tasks
    assert [[body.name for body in task.departments] for task in tasks] == [
        ["工程股"],
        ["养护股"],
        ["养护股"],
        ["路政股"],
    ]


ORG = """\
云岭县2026年交通工作任务分解表

| 序号 | 工作任务     | 牵头股室 | 配合股室 | 完成时限 |
|------+--------------+----------+----------+----------|
| 1    | 修补县道路面 | 工程股\\\\ | 养护股   | 10月底前 |
|      |              | 路政股   |          |          |
| 2    | 更换渡船     | 运输股   | ---      | 6月底前  |
"""


def test_a_cell_that_says_so_goes_on_below() -> None:
    tasks = plancli.parse(ORG.encode()).plans[0].tasks
    assert [[(body.name, body.role) for body in task.departments] for task in tasks] == [
        [("工程股", "lead"), ("路政股", "lead"), ("养护股", "support")],
        [("运输股", "lead")],
    ]


CATEGORIES = """\
云岭县2026年交通工作任务分解表

|类别    |序号|工作任务      |进度安排            |责任股室    |
|道路养护|1   |县道X306线大修|第一季度：编制方案，|工程股      |
|        |    |              |完成招标；          |养护股      |
|        |    |              |第二季度：铺筑路面。|            |
|        |2   |危桥改造      |年底前              |县公        |
|        |    |              |                    |路站        |
|水上交通|3   |渡口渡船安全管|5月-11月            |县海事所    |
|        |    |理            |                    |            |
"""


def test_lines_beneath_a_category_go_on_the_row_of_their_number() -> None:
    tasks = plancli.parse(CATEGORIES.encode()).plans[0].tasks
    assert [(task.section_path[0], task.title, task.text) for task in tasks] == [
        ("道路养护", "县道X306线大修", "第一季度：编制方案，完成招标；\n第二季度：铺筑路面。"),
        ("道路养护", "危桥改造", "年底前"),
        ("水上交通", "渡口渡船安全管理", "5月-11月"),
    ]
    assert [body.name for body in tasks[0].departments] == ["工程股", "养护股"]


FLOWING = """\
        云岭县2026年交通工作任务分解表

 序号 |工作任务 |牵头股室 |配合股室 |1月 |2月 |3月 |备注 | |1 |修补县道路面
|工程股 |养护股、路政股 | |√ | |省级试点 | |2 |更换渡船 |运输股
    | |√ | |√ | | |3 |举办驾驶员安全教育培训班，覆盖全部客运企业 |运输股
|办公室 | | |√ | | |注：每月报送进展。
"""


def test_rows_that_run_on_as_one_paragraph() -> None:
    bulletin = plancli.parse(FLOWING.encode())
    assert [(task.title, [node.raw for node in task.time_nodes]) for task in bulletin.plans[0].tasks] == [
        ("修补县道路面", ["2月"]),
        ("更换渡船", ["1月", "3月"]),
        ("举办驾驶员安全教育培训班，覆盖全部客运企业", ["3月"]),
    ]
    assert [body.name for body in bulletin.plans[0].tasks[1].departments] == ["运输股"]
    assert bulletin.coverage.lost == 0


@pytest.mark.parametrize("lead", ["月份", "时间"])
def test_a_cell_below_a_blank_that_ended_one_begins_a_row(lead: str) -> None:
    """Beneath one month: what is done goes on in lines, who does it begins anew."""
    text = f"""\
云岭县2026年宣传工作安排表

|{lead}   |工作内容       |责任人  |协助人  |
|1月    |印发行车安全提 |葛鹏    |米兰    |
|       |示卡           |        |        |
|3月    |召开驾驶员代表 |鲁承志  |葛鹏    |
|       |座谈会         |        |        |
|       |进校园讲授乘车 |米兰    |        |
|       |知识           |        |        |
|5月    |组织应急救援技 |葛鹏    |白宏    |
|       |能比武         |        |        |
"""
    (plan,) = plancli.parse(text.encode()).plans
    assert [(task.title, [leader.name for leader in task.leaders], task.time_nodes[0].raw) for task in plan.tasks] == [
        ("印发行车安全提示卡", ["葛鹏", "米兰"], "1月"),
        ("召开驾驶员代表座谈会", ["鲁承志", "葛鹏"], "3月"),
        ("进校园讲授乘车知识", ["米兰"], "3月"),
        ("组织应急救援技能比武", ["葛鹏", "白宏"], "5月"),
    ]


ONE_BROKEN = """\
|序号  |{task}      |{done}                      |责任单位    |完成时限  |
|1     |修缮青坪渡口  |加固护岸12公里，更换栏杆照明设|交通站      |8月底前   |
|      |              |施                            |            |          |
|2     |新建南坡书屋  |购置图书三千册                |文化站      |10月底前  |
"""


@pytest.mark.parametrize(
    ("task", "done"), [("项目名称", "建设内容"), ("工作任务", "工作措施"), ("重点工作", "具体举措")]
)
def test_the_one_line_that_goes_on_a_full_cell(task: str, done: str) -> None:
    (plan,) = plancli.parse(f"青坪镇2031年重点项目推进表\n\n{ONE_BROKEN.format(task=task, done=done)}".encode()).plans
    assert [(each.number, each.title) for each in plan.tasks] == [("1", "修缮青坪渡口"), ("2", "新建南坡书屋")]
    assert not plan.sections


NAMED = """\
云岭县2031年审判改革台账

|序号|改革任务        |具体措施              |责任部门          |完成时限   |
|1   |健全院长办案机制|明确办案数量和类型，按|审判管理办公室（牵|3月底前    |
|    |                |月通报                |头）              |           |
|    |                |                      |政治部            |           |
|2   |推进案件分流    |设立速裁团队，简案快审|立案庭（牵头）    |6月        |
|    |                |                      |民事审判庭        |           |
|    |                |                      |刑事审判庭        |           |
|3   |完善执行联动    |与银行建立查控专线    |执行局、综合办、行|9月底前    |
|    |                |                      |政庭              |           |
"""
GRID = """\
云岭县2031年讲座安排表

+----------+--------------+----------------+
| 时间     | 讲座主题     | 责任单位       |
+==========+==============+================+
| 4月中旬  | 土壤研究前沿 | 化工学院       |
|          |              |                |
|          |              | 环境研究所     |
+----------+--------------+----------------+
| 9月      | 新进导师培训 | 研究生院       |
+----------+--------------+----------------+
| 11月     | 青年论坛     | 科研处         |
+----------+--------------+----------------+
"""


def test_lines_of_a_cell_that_are_names_each() -> None:
    tasks = plancli.parse(NAMED.encode()).plans[0].tasks
    assert [[(body.name, body.role) for body in task.departments] for task in tasks] == [
        [("审判管理办公室", "lead"), ("政治部", "responsible")],
        [("立案庭", "lead"), ("民事审判庭", "responsible"), ("刑事审判庭", "responsible")],
        [("执行局", "responsible"), ("综合办", "responsible"), ("行政庭", "responsible")],
    ]
    tasks = plancli.parse(GRID.encode()).plans[0].tasks
    assert [[body.name for body in task.departments] for task in tasks] == [
        ["化工学院", "环境研究所"],
        ["研究生院"],
        ["科研处"],
    ]
