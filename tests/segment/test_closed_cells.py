"""Tables as text whose cells a bar closes, some merged with those above; tables of few columns; what stands around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_calendars import day, read, told

GROUPED = """{title}
{group} |
工作内容 |
{who} |
备注 |
{first} |
1、检查实验室用电。 |
总务处 |
照片存档 |
2、{day}召开处室例会。 |
办公室 |
|
{second} |
1、举办朗诵比赛。 |
语文组 |
|
2、布置读书角。 |
图书馆 |
自带书籍 |
3、评选书香班级。 |
教务处 |
|
"""


@pytest.mark.parametrize("group", ["工作项目", "类别", "板块"])
@pytest.mark.parametrize("who", ["责任人", "责任部门"])
def test_rows_lack_the_cells_of_merged_groups(tmp_path: Path, group: str, who: str) -> None:
    text = GROUPED.format(
        title="云溪中学2031年第六周工作安排", group=group, who=who, first="安全工作", second="文化建设", day="4月9日"
    )
    bulletin = read(tmp_path, text)
    assert told(bulletin) == [
        ("检查实验室用电。", "总务处", []),
        ("4月9日召开处室例会。", "办公室", [day("04-09", 2031)]),
        ("举办朗诵比赛。", "语文组", []),
        ("布置读书角。", "图书馆", []),
        ("评选书香班级。", "教务处", []),
    ]
    tasks = bulletin.plans[0].tasks
    assert [task.section_path for task in tasks] == [("安全工作",)] * 2 + [("文化建设",)] * 3
    assert [task.label for task in tasks] == ["1、", "2、", "1、", "2、", "3、"]


def test_a_term_on_the_line_below_the_title_dates_the_plan(tmp_path: Path) -> None:
    title = "政教处第六周工作安排\n2030～2031学年度第二学期"
    text = GROUPED.format(title=title, group="类别", who="责任人", first="安全", second="文化", day="4月9日")
    assert read(tmp_path, text).plans[0].year == 2031


@pytest.mark.parametrize("task", ["工作任务", "重点工作"])
@pytest.mark.parametrize("asked", ["目标及质量要求", "工作标准", "具体要求"])
def test_tasks_and_what_is_asked_of_them_are_a_plan(tmp_path: Path, task: str, asked: str) -> None:
    text = f"""云溪县林场2031年目标责任书
{task} | {asked} |
荒山造林 | 第一季度：完成整地1200亩。 第二季度：栽植油松8万株。 |
护林防火 | 组建巡护队6支，5月10日前配齐装备。 |
病虫防治 | 第三季度：完成虫情普查并上报结果。 |
"""
    plan = read(tmp_path, text).plans[0]
    assert [one.title for one in plan.tasks] == ["荒山造林", "护林防火", "病虫防治"]
    assert [len(one.time_nodes) for one in plan.tasks] == [2, 1, 1]


def test_tasks_beside_figures_are_none(tmp_path: Path) -> None:
    text = "云溪县林场2031年情况\n工作任务 | 目标 |\n造林 | 1200亩 |\n抚育 | 800亩 |\n封育 | 300亩 |\n"
    assert not read(tmp_path, text).plans


NUMBERED = """云溪区2031年民生项目责任分解表
| 序号 | 项目名称 | 主要内容 | 牵头单位 |
| 1 | 便民菜场 | 改造农贸市场4个。 | 商务局 |
| 2 | 绿色空间 | 新建口袋公园5处。 | 园林局 |
| 修复绿道12公里。 | 住建局 |
| 3 | 校园食堂 | 升级学校食堂9个。 | 教育局 |
| 4 | 社区助餐 | 开办助餐点20个。 | 民政局 |
"""


def test_few_rows_beneath_one_number_are_parts_of_its_task(tmp_path: Path) -> None:
    plan = read(tmp_path, NUMBERED).plans[0]
    assert [(one.number, one.title) for one in plan.tasks] == [
        ("1", "便民菜场"),
        ("2", "绿色空间"),
        ("2", "绿色空间"),
        ("3", "校园食堂"),
        ("4", "社区助餐"),
    ]
    assert plan.tasks[2].text == "修复绿道12公里。"
    assert not plan.sections


def test_a_title_between_prose_and_a_table_is_one_and_days_tell_its_year(tmp_path: Path) -> None:
    text = """为加快闸站改造，云溪水务公司制定本安排。
闸站自动化改造工作计划
序号 | 任务名称 | 责任人 | 开始时间 | 完成时间 |
1 | 勘察设计 | 林伟 | 2031-03-01 | 2031-03-20 |
2 | 设备采购 | 李娜 | 2031-03-21 | 2031-05-15 |
3 | 安装调试 | 王强 | 2031-05-16 | 2031-07-30 |
"""
    plan = read(tmp_path, text).plans[0]
    assert (plan.title, plan.year) == ("闸站自动化改造工作计划", 2031)


@pytest.mark.parametrize("when", ["活动日期", "升旗仪式日期", "时间"])
@pytest.mark.parametrize("what", ["展示内容", "本周参考主题内容（形式自定）"])
def test_classes_take_turns_in_a_calendar(tmp_path: Path, when: str, what: str) -> None:
    text = f"""云溪小学2030—2031学年第一学期国旗下展示安排
{when} |
周次 |
节日 |
{what} |
班级 |
9.2
|
1 |
|
开学典礼 |
三1班 |
10.14
|
7 |
重阳节 |
敬老诗会 |
六2班 |
1.6 |
19 |
|
安全伴我行 |
五4班 |
"""
    assert told(read(tmp_path, text)) == [
        ("开学典礼", "三1班", [day("09-02", 2030)]),
        ("敬老诗会", "六2班", [day("10-14", 2030)]),
        ("安全伴我行", "五4班", [day("01-06", 2031)]),
    ]
