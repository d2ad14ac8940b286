"""Tables as text of which the columns have to be told by what the cells say: from the lines to titles, bodies and days."""

from __future__ import annotations

from pathlib import Path

import pytest

from plancli import parse

from .test_calendars import Told, day, read, told


def period(first: str, last: str, year: int = 2026) -> tuple[str, str]:
    return (f"{year}-{first}", f"{year}-{last}")


def until(month_day: str) -> tuple[str, str]:
    return ("", f"2026-{month_day}")


WRAPPED_BLANKS = """临湖县2026年重点工作分解表
序号 工作任务 具体措施 完成时限 责任单位
1 高标准农田建设 新建高标准农田2.3万亩，
配套完善灌排渠系和田间道路 11月底 农建科、
各乡镇
2 粪污资源化利用 规模养殖场设施装备配套率达到
98%以上 年底前 畜牧站
3 农机购置补贴 办理补贴机具1500台（套），资金
兑付率90%以上 10月底前 农机科 质量安全
监管科
"""
ENDS_ABOVE = """房湾区2026年老旧小区改造分工
序号 任务 牵头单位 配合单位 完成时间
1 确定改造小区24个 区住建局 各街道 3月底前
2 加装电梯30部 区住建局 区规资局、区市场 11月底前
监管局
3 改造供水管网 区水务局 区住建局 9月底前
"""
EMPTY_DASH = """云溪区2026年重点项目推进计划
项目名称 责任单位 第一季度 第二季度
标准厂房 区工信局 完成设计 开工建设
污水处理厂 区住建局 完成批复 —
"""
WITHOUT_EMPTY = """龙泉街道2026年任务分解
序号
任务名称
工作目标
牵头科室
配合单位
完成时间
1
旧区改造
完成6个小区扫尾
建设科
城管中队
9月底前
2
示范创建
打造2个市级示范社区
民政科
6月底前
3
康养服务
扩建残疾人康复站
民政科
卫生院
年底前
"""
NUMBERS_ALONE = """云溪区2026年党建工作计划
序号
工作内容
1
召开年度工作会议，部署任务
2
组织培训班两期
"""
DAYS_ALONE = """阳光社区2026年活动日历
1月10日　　迎新春书画展
3月5日-7日　　便民服务集市
7月、8月　　暑期课堂
"""
POINTS_IN_BARS = """云溪区总工会2026年工作月历表
月份|工作内容|负责部门
一月|1.开展送温暖活动
2.召开全委会|权益部
办公室
二月|1.慰问一线职工
2.启动技能竞赛|组织部
经济部
"""
SPACED_WORDS = """2026年工会工作月历
月 份 工 作 安 排 责任人
1月 1、慰问困难职工；
2、筹备职代会。 刘敏
2月 春季健步走。 王磊
"""
DAYS_OF_MONTHS = """柳溪县2026年活动日历
三月
8日 妇女代表座谈会
中旬 义务植树
四月
1日（周三） 开馆
"""
DAYS_BELOW_MONTHS = """云溪大学2026年行事历
3月
1
新生报到
补办注册
3月
14
全校开学

4月
5
清明节放假
"""
WEEKS_AND_DAYS = """云溪小学2026年春季周历
周次	日期	星期一	星期二	星期三	星期四	星期五
1	3.2-3.6	开学典礼	班主任会			安全演练
2	3.9-3.13		教研活动			听评课
"""
BARS_BELOW = """2026年度云溪区决策事项目录
|
序号
|
决策事项
|
责任单位
|
|
1
|
商务促进政策
|
区商务局
|
|
2
|
法治建设规划
|
区司法局
|
"""
TWO_PERSONS = """云溪局2026年整改清单
序号 问题 整改措施 责任人 完成时限
1 通道堵塞 清理杂物，
设置标识 陈立 3月15日前
2 配电箱无标识 张贴标识，建立
巡查台账 陈立、
周涛 3月底前
"""
MONTH_HEADINGS = """2026年园务工作计划
二月园务行政
1.拟定教研课题。
2.检查取暖设施。
三月园务行政
1.召开家长会。
2.幼儿体检。
"""
RECORDS = """云溪图书馆2026年活动安排
一、开放时间
每周二至周日
二、活动
9月20日14:30-16:30
主题：古诗赏析讲座
地点：三楼影视厅
9月21日-10月15日
主题：有奖答题
地点：少儿馆
"""
CLOSED = """云溪学院2026年论文工作安排
阶段 |
工作内容 |
计划周期 |
时间节点 |
准备工作 |
遴选指导教师，制定工作时间表 |
6月中旬 |
6月30日前交时间表 |
选题阶段 |
师生初步沟通。 |
9月 |
|
"""
LED_BY_BARS = """云溪中学2026年春季学期德育活动安排
| 周次
| 时间
| 主题
| 活动内容
| 责任处室
| 2
| 3.4
—
3.8
| 奉献
| 1.主题班会
2.清洁敬老院
| 政教处
| 6
| 4.1
—
4.3
| 缅怀
| 祭扫陵园
| 团委
"""
THEMES = """2025-2026学年第二学期德育活动安排表
周次
时间
活动及内容
备注
月主题
周主题
内容
预备周
3.2-3.8
新
程
・
奠
基
月
扬鞭启新篇
学生注册入学，提交劳动实践作业；
召开班主任会议，部署重点；
开展共创活动，强化习惯养成
上2天
1
3.9-3.15
共绘春景
召开主题班会，普及植树节知识；
组织校园绿植养护，各班认领树木；
发布家庭植树倡议，鼓励亲子参与
植树节
"""
SUBTITLES = """云溪中学2026年团委工作安排

时间

内容

说明

九月

老师我想对你说

——教师节系列活动

各支部发出倡议，过后及时上报材料

各支部改选

请辅导员仔细阅读下发资料

十月

优秀辅导员评选

以具体通知为准
"""
ONE_WIDE_ROW = """云溪区林业局2026年检查计划表

序号

单位名称

检查事项名称

检查依据

检查对象

检查比例及
频次

检查时间

备注

1

林业站

种苗执法

《种子法》第四十六条。

辖区内从事种苗经营的单位

每年检查两次

3月
"""

TABLES: dict[str, tuple[str, Told]] = {
    "single blanks, lines broken in cells": (
        WRAPPED_BLANKS,
        [
            ("高标准农田建设", "农建科、各乡镇", [until("11-30")]),
            ("粪污资源化利用", "畜牧站", [until("12-31")]),
            ("农机购置补贴", "农机科、质量安全监管科", [until("10-31")]),
        ],
    ),
    "a name ends below a cell in the middle": (
        ENDS_ABOVE,
        [
            ("确定改造小区24个", "区住建局、各街道", [until("03-31")]),
            ("加装电梯30部", "区住建局、区规资局、区市场监管局", [until("11-30")]),
            ("改造供水管网", "区水务局、区住建局", [until("09-30")]),
        ],
    ),
    "a dash in an empty cell": (
        EMPTY_DASH,
        [
            ("标准厂房", "区工信局", [period("01-01", "03-31"), period("04-01", "06-30")]),
            ("污水处理厂", "区住建局", [period("01-01", "03-31")]),
        ],
    ),
    "what is done with bodies names none": (
        WITHOUT_EMPTY,
        [
            ("旧区改造", "建设科、城管中队", [until("09-30")]),
            ("示范创建", "民政科", [until("06-30")]),
            ("康养服务", "民政科、卫生院", [until("12-31")]),
        ],
    ),
    "numbers and tasks alone": (
        NUMBERS_ALONE,
        [("召开年度工作会议，部署任务", "", []), ("组织培训班两期", "", [])],
    ),
    "days and deeds alone": (
        DAYS_ALONE,
        [
            ("迎新春书画展", "", [day("01-10")]),
            ("便民服务集市", "", [period("03-05", "03-07")]),
            ("暑期课堂", "", [period("07-01", "07-31"), period("08-01", "08-31")]),
        ],
    ),
    "points on lines of their own between bars": (
        POINTS_IN_BARS,
        [
            ("开展送温暖活动", "权益部", [period("01-01", "01-31")]),
            ("召开全委会", "办公室", [period("01-01", "01-31")]),
            ("慰问一线职工", "组织部", [period("02-01", "02-28")]),
            ("启动技能竞赛", "经济部", [period("02-01", "02-28")]),
        ],
    ),
    "header words with blanks inside": (
        SPACED_WORDS,
        [
            ("慰问困难职工；", "", [period("01-01", "01-31")]),
            ("筹备职代会。", "", [period("01-01", "01-31")]),
            ("春季健步走。", "", [period("02-01", "02-28")]),
        ],
    ),
    "days beneath their months": (
        DAYS_OF_MONTHS,
        [
            ("8日妇女代表座谈会", "", [day("03-08")]),
            ("中旬义务植树", "", [period("03-11", "03-20")]),
            ("1日（周三）开馆", "", [day("04-01")]),
        ],
    ),
    "days on lines below their months": (
        DAYS_BELOW_MONTHS,
        [
            ("新生报到", "", [day("03-01")]),
            ("补办注册", "", [day("03-01")]),
            ("全校开学", "", [day("03-14")]),
            ("清明节放假", "", [day("04-05")]),
        ],
    ),
    "weeks down, days of the week across": (
        WEEKS_AND_DAYS,
        [
            ("开学典礼", "", [period("03-02", "03-06")]),
            ("班主任会", "", [period("03-02", "03-06")]),
            ("安全演练", "", [period("03-02", "03-06")]),
            ("教研活动", "", [period("03-09", "03-13")]),
            ("听评课", "", [period("03-09", "03-13")]),
        ],
    ),
    "bars on lines of their own around each row": (
        BARS_BELOW,
        [("商务促进政策", "区商务局", []), ("法治建设规划", "区司法局", [])],
    ),
    "two persons on two lines": (
        TWO_PERSONS,
        [("清理杂物，设置标识", "", [until("03-15")]), ("张贴标识，建立巡查台账", "", [until("03-31")])],
    ),
    "headings that months begin": (
        MONTH_HEADINGS,
        [
            (title, "", [period(*month)])
            for month, titles in (
                (("02-01", "02-28"), ("拟定教研课题", "检查取暖设施")),
                (("03-01", "03-31"), ("召开家长会", "幼儿体检")),
            )
            for title in titles
        ],
    ),
    "records beneath a heading": (
        RECORDS,
        [("古诗赏析讲座", "", [day("09-20")]), ("有奖答题", "", [period("09-21", "10-15")])],
    ),
    "closed cells, a cell that looks like a header": (
        CLOSED,
        [
            ("遴选指导教师，制定工作时间表", "", [period("06-11", "06-20"), until("06-30")]),
            ("师生初步沟通。", "", [period("09-01", "09-30")]),
        ],
    ),
    "a dash between days on a line of its own": (
        LED_BY_BARS,
        [
            ("主题班会", "政教处", [period("03-04", "03-08")]),
            ("清洁敬老院", "政教处", [period("03-04", "03-08")]),
            ("祭扫陵园", "团委", [period("04-01", "04-03")]),
        ],
    ),
    "themes over what is done, lines that a cell lists": (
        THEMES,
        [
            (
                "学生注册入学，提交劳动实践作业；召开班主任会议，部署重点；开展共创活动，强化习惯养成",
                "",
                [period("03-02", "03-08")],
            ),
            (
                "召开主题班会，普及植树节知识；组织校园绿植养护，各班认领树木；发布家庭植树倡议，鼓励亲子参与",
                "",
                [period("03-09", "03-15")],
            ),
        ],
    ),
    "a subtitle behind a blank line": (
        SUBTITLES,
        [
            ("老师我想对你说——教师节系列活动", "", [period("09-01", "09-30")]),
            ("各支部改选", "", [period("09-01", "09-30")]),
            ("优秀辅导员评选", "", [period("10-01", "10-31")]),
        ],
    ),
    "one row beneath a wide header, a word of it on two lines": (
        ONE_WIDE_ROW,
        [("种苗执法", "林业站", [period("03-01", "03-31")])],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_table(tmp_path: Path, name: str) -> None:
    text, expected = TABLES[name]
    assert told(read(tmp_path, text)) == expected


def test_bars_that_close_a_table_are_no_text(tmp_path: Path) -> None:
    (plan,) = read(tmp_path, BARS_BELOW).plans
    assert not plan.closing


def test_persons_in_turn_are_one_cell(tmp_path: Path) -> None:
    (plan,) = read(tmp_path, TWO_PERSONS).plans
    assert [[one.name for one in task.leaders] for task in plan.tasks] == [["陈立"], ["陈立", "周涛"]]


def test_a_stacked_header_whose_rows_cannot_be_told_is_said(tmp_path: Path) -> None:
    text = "云溪区2026年抽查计划表\n\n计划名称\n\n任务\n\n名称\n\n任务类型\n\n抽查事项\n\n责任单位\n\n抽取时间\n\n一二三\n\n备注：\n1.任务类型：定向。\n"
    assert "table-text-unread" in {one.code for one in read(tmp_path, text).diagnostics}


ASIDE = """青云镇环保问题整改清单
{aside}
序号
存在问题
整改措施
整改时限
责任领导
责任单位
1
沿岸散养点直排。
拆除散养点并补种林木。
2026年6月底
贺文
镇农业办
2
运行记录不全。
聘请第三方运维。
4月15日
贺文
镇生态办
3
垃圾堆场未覆盖。
清运存量垃圾。
长期坚持
韩立
镇村建办
"""


@pytest.mark.parametrize("aside", ["（2026年）", "(2026年度)", "（共3项）", "（征求意见稿）"])
def test_a_line_in_brackets_beneath_the_title_is_no_word_of_the_header(aside: str) -> None:
    tasks = parse(ASIDE.format(aside=aside).encode()).plans[0].tasks
    assert [[one.name for one in task.departments] for task in tasks] == [["镇农业办"], ["镇生态办"], ["镇村建办"]]
    assert [task.title for task in tasks][1:] == ["聘请第三方运维。", "清运存量垃圾。"]


TWO_LEVELS = """镜山区2026年改革任务清单
序号 | 改革任务 | {over} | 完成时限 |
{leader} | 牵头单位 | 配合单位 |
1 | 梳理办事指南 | 冯启明 | 区数据局 | 区司法局、区民政局 | 3月底 |
2 | 建设自助区14处 | 冯启明 | 区政务中心 | 各镇街 | 2026年9月30日 |
3 | 推行企业开办套餐 | 秦若兰 | 区市场局 | 区税务局 | 上半年 |
"""


@pytest.mark.parametrize("over", ["责任分工", "责任单位"])
@pytest.mark.parametrize("leader", ["牵头领导", "责任人"])
def test_leaders_and_bodies_stand_beneath_one_word(over: str, leader: str) -> None:
    tasks = parse(TWO_LEVELS.format(over=over, leader=leader).encode()).plans[0].tasks
    assert [[one.name for one in task.leaders] for task in tasks] == [["冯启明"], ["冯启明"], ["秦若兰"]]
    assert [(one.name, one.role) for one in tasks[0].departments] == [
        ("区数据局", "lead"),
        ("区司法局", "support"),
        ("区民政局", "support"),
    ]
    assert [str(task.time_nodes[0].end) for task in tasks] == ["2026-03-31", "2026-09-30", "2026-06-30"]


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize(("one", "two"), [("一、", "二、"), ("（一）", "（二）"), ("第一部分 ", "第二部分 ")])
def test_headings_across_a_table_go_on_with_the_one_above_it(one: str, two: str, again: bool) -> None:
    """The header may be said again below each."""
    header = "| 序号 | 工作任务 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- |\n"
    text = (
        f"# 汐州市2026年治水任务表\n\n{one}清淤\n\n{header}| 1 | 清理河道 | 水务站 | 3月底前 |\n| 2 | 整治排污口 | 环保站 | 6月底前 |\n"
        f"\n{two}绿化\n\n{header if again else ''}| 3 | 补种护岸林 | 林业站 | 4月底前 |\n| 4 | 修剪行道树 | 林业站 | 9月底前 |\n"
    )
    (plan,) = parse(text.encode()).plans
    assert [(section.title, section.level, section.parent) for section in plan.sections] == [
        ("清淤", 1, None),
        ("绿化", 1, None),
    ]
    assert [task.section_path for task in plan.tasks] == [("清淤",)] * 2 + [("绿化",)] * 2
