"""Calendars and schedules as web pages copy them, from the text to dates: weeks, days of a week, fields run together."""

from __future__ import annotations

from pathlib import Path

import pytest

import plancli
from plancli import Bulletin

Told = list[tuple[str, str, list[tuple[str, str]]]]


def read(tmp_path: Path, text: str) -> Bulletin:
    path = tmp_path / "plan.txt"
    path.write_text(text, "utf-8")
    return plancli.parse(path)


def told(bulletin: Bulletin) -> Told:
    """Title, bodies and days of each task."""
    return [
        (
            task.title,
            "、".join(body.name for body in task.departments),
            [(str(node.start or ""), str(node.end or "")) for node in task.time_nodes],
        )
        for plan in bulletin.plans
        for task in plan.tasks
    ]


def day(month_day: str, year: int = 2026) -> tuple[str, str]:
    return (f"{year}-{month_day}", f"{year}-{month_day}")


WEEK_LINES = """云溪國小 114學年度第2學期行事曆
第3週 02-22 ~ 02-28
  1. 2/23(一)開學典禮(全校)
  2. 校務座談會
第4週 03-01 ~ 03-07
第5週 03-08 ~ 03-14
  1. 3/11~13 定期評量
"""
CLOSED_CELLS = """云溪大學 113學年度第2學期行事曆
日期Date |
說明Event |
1.13 |
寒假開始 Winter vacation |
1.27~1.31 |
春節假期 Holiday |
2.17 |
開學 Classes begin |
"""
SPAN_OF_WEEKS = """云溪中学2025-2026学年第二学期校历
起止日期 | 主要工作 | 责任处室 | |
第一周 | 3月2日-3月8日 | 开学典礼 | 德育处 |
教研组长会议 | 教务处 | ||
第二周 | 3月9日-3月15日 | 家长会 | 年级组 |
消防演练 | 保卫处 | ||
"""
EMPTY_WEEKS = """云溪市2026年春季中小学校历

周次

起止日期

主要事宜

第1周

3月1日至3月7日

3月2日正式上课

第2周

3月8日至3月14日

第3周

3月15日至3月21日

第4周

3月22日至3月28日

春季运动会

第5周

3月29日至4月4日

清明节放假
"""
MONTHS_OVER_WEEKS = """云溪小学2026年德育活动表
月份、主题 | 月活动 | 周次 | 起止日期 | 周主题 | 责任班级
三月份文明月 | 行为规范教育 | 第一周 | 3月2日—3月8日 | 整理书包 | 三年级
 | | 第二周 | 3月9日—3月15日 | 轻声慢步 | 四年级
四月份感恩月 | 感恩教育 | 第三周 | 3月16日—3月22日 | 给父母写信 | 五年级
 | | 第四周 | 3月23日—3月29日 | 敬老活动 | 六年级
"""


CHECKS = """云溪市2026年度市容检查计划
序号 检查事项 检查对象 抽查比例及频次 预估检查对象数量 预估对象风险等级 检查时间 责任科室 检查主体
1 照明设施检查 运行单位 每年抽查1次 7 低风险7家 5-10月 市政科 市县两级
2 建筑垃圾检查 利用设施单位 每年抽查1次 1 低风险1家 5-12月 环卫科 市县两级
3 供热设施检查 供热单位 每年抽查1次 3 低风险3家 9-12月 公用科 市县两级
"""


def week(first: str, last: str, year: int = 2026) -> tuple[str, str]:
    return (f"{year}-{first}", f"{year}-{last}")


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        (
            WEEK_LINES,
            [
                ("2/23(一)开学典礼(全校)", "", [day("02-23")]),
                ("校务座谈会", "", [week("02-22", "02-28")]),
                ("3/11~13定期评量", "", [week("03-11", "03-13")]),
            ],
        ),
        (
            CLOSED_CELLS,
            [
                ("寒假开始Winter vacation", "", [day("01-13", 2025)]),
                ("春节假期Holiday", "", [week("01-27", "01-31", 2025)]),
                ("开学Classes begin", "", [day("02-17", 2025)]),
            ],
        ),
        (
            SPAN_OF_WEEKS,
            [
                ("开学典礼", "德育处", [week("03-02", "03-08")]),
                ("教研组长会议", "教务处", [week("03-02", "03-08")]),
                ("家长会", "年级组", [week("03-09", "03-15")]),
                ("消防演练", "保卫处", [week("03-09", "03-15")]),
            ],
        ),
        (
            EMPTY_WEEKS,
            [
                ("3月2日正式上课", "", [week("03-01", "03-07")]),
                ("春季运动会", "", [week("03-22", "03-28")]),
                ("清明节放假", "", [week("03-29", "04-04")]),
            ],
        ),
        (
            MONTHS_OVER_WEEKS,
            [
                ("整理书包", "三年级", [week("03-02", "03-08")]),
                ("轻声慢步", "四年级", [week("03-09", "03-15")]),
                ("给父母写信", "五年级", [week("03-16", "03-22")]),
                ("敬老活动", "六年级", [week("03-23", "03-29")]),
            ],
        ),
        (
            CHECKS,
            [
                ("照明设施检查", "市政科", [week("05-01", "10-31")]),
                ("建筑垃圾检查", "环卫科", [week("05-01", "12-31")]),
                ("供热设施检查", "公用科", [week("09-01", "12-31")]),
            ],
        ),
    ],
    ids=["week-lines", "closed-cells", "span-of-weeks", "empty-weeks", "months-over-weeks", "long-header-words"],
)
def test_each_event_of_a_calendar_has_its_own_days(tmp_path: Path, text: str, tasks: Told) -> None:
    assert told(read(tmp_path, text)) == tasks


def test_fields_beneath_items_are_theirs_and_a_heading_that_names_a_field_is_no_task(tmp_path: Path) -> None:
    bulletin = read(
        tmp_path,
        """云溪图书馆2026年读书月方案
一、组织机构
主办单位：云溪县文旅局
二、活动安排
（一）诵读比赛
活动时间：4月23日9:00-11:00
活动地点：一楼大厅
（二）绘本进社区
活动时间：全年
地点：各社区责任部门：少儿部
""",
    )
    assert told(bulletin) == [
        ("诵读比赛", "", [day("04-23")]),
        ("绘本进社区", "少儿部", [("2026-01-01", "2026-12-31")]),
    ]


def test_an_item_may_begin_inside_the_text_of_the_one_before(tmp_path: Path) -> None:
    bulletin = read(
        tmp_path,
        "云溪区2026年德育计划\n七、评选示范校。各校于5月15日前申报。八、开展文明班级创建。\n"
        "材料于9月末上报。九、举办演讲比赛。推荐时间为10月15日前。\n",
    )
    assert [title for title, _, _ in told(bulletin)] == ["评选示范校", "开展文明班级创建", "举办演讲比赛"]


def test_a_sentence_with_its_days_is_a_task_where_headings_have_none(tmp_path: Path) -> None:
    bulletin = read(
        tmp_path,
        "云溪國小114學年度第1學期休業事項\n一、補課與寒假\n（一）115年1月21日（星期三）至1月23日（星期五），為補課日，\n"
        "（二）115年1月24日（星期六）起為寒假。\n",
    )
    assert [task.time_nodes[0].raw for plan in bulletin.plans for task in plan.tasks] == [
        "115年1月21日（星期三）至1月23日（星期五）",
        "115年1月24日（星期六）起",
    ]


def test_a_comma_behind_a_number_is_a_label_in_a_list(tmp_path: Path) -> None:
    bulletin = read(
        tmp_path, "云溪中学2026年工会工作\n\n4月份\n\n1, 組織廣播操比賽;\n\n2, 退休教工春遊;\n\n5月份\n\n1, 龍舟賽;\n"
    )
    april, may = week("04-01", "04-30"), week("05-01", "05-31")
    assert told(bulletin) == [
        ("组织广播操比赛", "", [april]),
        ("退休教工春游", "", [april]),
        ("龙舟赛", "", [may]),
    ]


@pytest.mark.parametrize(
    ("text", "year", "said_by"),
    [
        (
            "各科室：\n为统筹安排2027年寒假工作，现将有关事宜通知如下。\n一、1月18日起放假，各科室留人值守。\n"
            "二、各科室于1月5日前报送值班表。\n云溪职院办公室\n2026年12月20日\n",
            2027,
            "preamble",
        ),
        ("教务注意事项\n一、2026年3月2日为开学日。\n二、补选课于3月6日前办理。\n", 2026, "tasks"),
        ("教務注意事項\n一、113年2月26日為開學日。\n二、補選課於3月6日前辦理。\n", 2024, "tasks"),
    ],
)
def test_the_year_is_that_of_the_work(tmp_path: Path, text: str, year: int, said_by: str) -> None:
    plan = read(tmp_path, text).plans[0]
    assert (plan.year, plan.year_from) == (year, said_by)


OF_DAYS = {
    "a line a week, the days in brackets": """云岭大学113学年度第1学期行事历
周次 办理事项
113年
8月
暑假 1 2 3 (1)学期开始。
(5-9)网路选课。
4 5 6 7 8 9 10
11 12 13 14 15 16 17
18 19 20 21 22 23 24
25 26 27 28 29 30 31
9月
一 1 2 3 4 5 6 7 (2)开始上课。
二 8 9 10 11 12 13 14 (10)教师节。
以上由教务处解释，如有变动另行通知。
""",
    "a cell a line, led by bars": "云岭大学2024—2025学年校历\n第一学期\n年 月\n| 周 次\n"
    + "".join(f"| 星期{day}\n" for day in "一二三四五六日")
    + "| 备 注\n|\n2024\n7\n| 暑假\n"
    + "".join(f"| {day}\n" for day in range(29, 32))
    + "|\n|\n|\n|\n|\n8\n|\n|\n|\n|\n"
    + "".join(f"| {day}\n" for day in range(1, 5))
    + "| (1)学期开始。\n|\n"
    + "".join(f"| {day}\n" for day in range(5, 12))
    + "| (5-9)网路选课。\n|\n"
    + "".join(f"| {day}\n" for day in range(12, 19))
    + "|\n|\n"
    + "".join(f"| {day}\n" for day in range(19, 26))
    + "|\n|\n"
    + "".join(f"| {day}\n" for day in (*range(26, 32), 1))
    + "|\n|\n9\n一\n"
    + "".join(f"| {day}\n" for day in range(2, 9))
    + "| (2)开始上课。\n|\n二\n"
    + "".join(f"| {day}\n" for day in range(9, 16))
    + "| (10)教师节。\n|\n",
    "a cell a line, blank lines between": "云岭大学113学年度行事历\n\n星期\n\n周次\n\n星期日\n\n星期一\n\n星期二\n\n民国一一三年\n\n八月\n\n"
    + "".join(f"{day}\n\n" for day in range(1, 5))
    + "1)学期开始。\n\n"
    + "".join(f"{day}\n\n" for day in range(5, 12))
    + "(5-9)网路选课。\n\n"
    + "".join(f"{day}\n\n" for day in range(12, 32))
    + "九月\n\n"
    + "".join(f"{day}\n\n" for day in range(1, 9))
    + "(2)开始上课。\n\n"
    + "".join(f"{day}\n\n" for day in range(9, 16))
    + "(10)教师节。\n",
}


@pytest.mark.parametrize("name", OF_DAYS)
def test_a_calendar_that_prints_the_days_of_its_weeks(tmp_path: Path, name: str) -> None:
    assert told(read(tmp_path, OF_DAYS[name])) == [
        ("学期开始。", "", [day("08-01", 2024)]),
        ("网路选课。", "", [week("08-05", "08-09", 2024)]),
        ("开始上课。", "", [day("09-02", 2024)]),
        ("教师节。", "", [day("09-10", 2024)]),
    ]


def test_numbers_in_turn_that_are_no_days_make_no_calendar(tmp_path: Path) -> None:
    text = "云岭县周次检查表\n周次 甲 乙 丙\n1 20 30 40 合格\n2 21 31 41 合格\n3 22 32 42 不合格\n"
    assert told(read(tmp_path, text)) == []


def test_a_day_in_the_brackets_that_close_a_title_is_told_beside_its_month(tmp_path: Path) -> None:
    text = """云溪学院工会2031年活动计划
月份
内    容
备 注
5月
一、举办歌咏比赛。
二、举办乒乓球赛。（5月14日—30日）

6月
一、慰问职工（第2次）。

10月
一、举办球类比赛
二、举办足球赛（10月9日）

"""
    may, october = week("05-01", "05-31", 2031), week("10-01", "10-31", 2031)
    assert told(read(tmp_path, text)) == [
        ("举办歌咏比赛。", "", [may]),
        ("举办乒乓球赛。（5月14日—30日）", "", [may, week("05-14", "05-30", 2031)]),
        ("慰问职工（第2次）。", "", [week("06-01", "06-30", 2031)]),
        ("举办球类比赛", "", [october]),
        ("举办足球赛（10月9日）", "", [october, day("10-09", 2031)]),
    ]


def test_weeks_of_a_term_are_times_of_their_column(tmp_path: Path) -> None:
    text = """云溪学院2031届毕业生工作安排
日期 |
事宜 |
第1-4周 毕业实习 |
1.到单位实习； 2.完成报告； |
5.25-5.31 第13周 |
1.上交报告； 2.审核成果； |
"""
    last = week("05-25", "05-31", 2031)
    assert told(read(tmp_path, text))[2:] == [("上交报告；", "", [last]), ("审核成果；", "", [last])]
    assert [task.title for plan in read(tmp_path, text).plans for task in plan.tasks][:2] == [
        "到单位实习；",
        "完成报告；",
    ]


def bars_below(*cells: str) -> str:
    """Each cell closed by a bar on the line below it."""
    return "".join(f"{cell}\n|\n" for cell in cells)


def test_empty_cells_between_bars_on_lines_of_their_own(tmp_path: Path) -> None:
    rows = [
        ("序号", "工作内容", "完成时间", "责任人", "参与人", "协助单位", "备注"),
        ("1", "清点图书", "3月", "沈立", "杜朋", "总务处", " "),
        ("2", "举办诵读会", "4月", "杜朋", " ", " ", " "),
        ("3", "评选读书班级", "5月", "沈立", "杜朋", " ", " "),
    ]
    plan = read(tmp_path, "云溪小学2026年读书节安排\n" + bars_below(*(cell for row in rows for cell in row))).plans[0]
    leaders = [[(person.name, person.role) for person in task.leaders] for task in plan.tasks]
    first, helper = ("沈立", "responsible"), ("杜朋", "support")
    assert leaders == [[first, helper], [("杜朋", "responsible")], [first, helper]]
    assert [task.title for task in plan.tasks] == ["清点图书", "举办诵读会", "评选读书班级"]


def test_days_that_name_their_month_where_it_begins(tmp_path: Path) -> None:
    days = ["", "9/1", *map(str, range(2, 31)), "10/1", *map(str, range(2, 13))]
    events = ["开学典礼", "", "安全演练", "", "", "秋季运动会"]
    cells = ["周次", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "备注"]
    for week, (number, event) in enumerate(zip("一二三四五六", events, strict=True)):
        cells += [number, *days[7 * week : 7 * week + 7], event]
    bulletin = read(tmp_path, "云溪中学2026学年第一学期校历\n" + bars_below(*cells))
    september, october = ("2026-09-01", "2026-09-30"), ("2026-10-01", "2026-10-31")
    assert told(bulletin) == [
        ("开学典礼", "", [september]),
        ("安全演练", "", [september]),
        ("秋季运动会", "", [october]),
    ]


def test_records_led_by_times_below_a_salutation(tmp_path: Path) -> None:
    text = (
        "云溪图书馆2026年春节活动安排\n尊敬的各位读者：\n具体安排如下：\n2月10日\n主题：年画展\n活动地点：一楼大厅\n"
        "2月12日9：00-11：00\n主题：灯谜会\n活动地点：三楼报告厅"
    )
    assert told(read(tmp_path, text)) == [("年画展", "", [day("02-10")]), ("灯谜会", "", [day("02-12")])]


@pytest.mark.parametrize(
    "times",
    [("三月", "四月", "五月"), ("3月份活动", "4月份活动", "5月份活动"), ("第一季度：", "第二季度：", "第三季度：")],
)
@pytest.mark.parametrize("field", ["活动时间：4月{}日", "责任部门：{}号班组", "活动地点：{}号厅"])
def test_titles_beneath_times_with_fields_beneath_them(times: tuple[str, str, str], field: str) -> None:
    titles = [("读书会", "剪纸展"), ("祭扫烈士墓",), ("合唱节", "球类赛", "科普讲座")]
    lines = [line for time, names in zip(times, titles, strict=True) for line in (time, *(part for n, name in enumerate(names, 6) for part in (name, f"活动内容：筹办{name}。", field.format(n))))]  # fmt: skip
    plan = plancli.parse("\n".join(["松岭社区2031年活动计划", *lines, ""]).encode()).plans[0]
    assert [task.title for task in plan.tasks] == [name for names in titles for name in names]
    assert [len(task.text.split("\n")) for task in plan.tasks] == [2] * 6


@pytest.mark.parametrize(
    ("upper", "lower"),
    [(("二月份", "三月份"), ("第1周（2.10-2.16）", "第3周（3.3-3.9）")), (("第一季度", "第二季度"), ("1月", "4月"))],
)
def test_times_above_shorter_times_head_them(tmp_path: Path, upper: tuple[str, str], lower: tuple[str, str]) -> None:
    text = "\n".join(f"{over}\n{under}\n1.开班会。\n2.查校舍。" for over, under in zip(upper, lower, strict=True))
    plan = read(tmp_path, f"云溪中学2025年工作行事历\n{text}").plans[0]
    assert [(section.level, section.title) for section in plan.sections] == [
        (level, title) for pair in zip(upper, lower, strict=True) for level, title in enumerate(pair, 1)
    ]
    assert [task.title for task in plan.tasks] == ["开班会", "查校舍"] * 2


@pytest.mark.parametrize("times", [("三月份", "四月份", "五月份"), ("第一季度", "第二季度", "第三季度")])
@pytest.mark.parametrize("above", ["", "一、具体安排\n"])
def test_beneath_times_of_which_some_number_what_is_done(times: tuple[str, ...], above: str) -> None:
    first, second, third = times
    text = f"城北小学2029年少先队工作安排\n{above}{first}\n1、植树活动\n2、护鸟活动\n{second}\n祭扫烈士墓\n诵读比赛\n{third}\n大合唱\n"
    (plan,) = plancli.parse(text.encode()).plans
    assert [task.title for task in plan.tasks] == ["植树活动", "护鸟活动", "祭扫烈士墓", "诵读比赛", "大合唱"]
    assert [task.time_nodes[0].raw for task in plan.tasks] == [first, first, second, second, third]


def test_a_text_below_the_last_of_such_times_closes_the_plan() -> None:
    text = "城北小学2029年少先队工作安排\n三月份\n1、植树活动\n四月份\n诵读比赛\n五月份\n大合唱\n各部门要认真准备，做好总结。\n"
    (plan,) = plancli.parse(text.encode()).plans
    assert [task.title for task in plan.tasks] == ["植树活动", "诵读比赛", "大合唱"]
    assert plan.closing == "各部门要认真准备，做好总结。"


def test_a_bullet_beneath_a_month_that_says_who_is_no_line_of_the_one_above() -> None:
    text = "城北幼儿园2029年工会安排\n二月：\n◇ 召开会议\n◇ 慰问职工\n三月：\n◇ 趣味运动会\n◇ 教职工体检 负责人：周老师\n四月：\n◇ 春游\n责任人：何苇\n"
    tasks = plancli.parse(text.encode()).plans[0].tasks
    assert len(tasks) == 5
    assert [[one.name for one in task.leaders] for task in tasks][-2:] == [["周老师"], ["何苇"]]


@pytest.mark.parametrize(
    "above",
    [
        "各位理事：\n现将2029年安排报告如下，请审议。\n",
        "各位会员：\n经研究，2029年安排如下：\n",
        "现将2029年安排公布如下。\n",
    ],
)
@pytest.mark.parametrize("blank", ["　", " ", "："])
def test_months_led_lines_beneath_an_address_and_what_announces_them(above: str, blank: str) -> None:
    lines = [
        f"{month}月{blank}{deed}；"
        for month, deed in ((1, "召开理事会"), (3, "走访会员"), (6, "举办培训班"), (9, "召开年会"))
    ]
    text = "云岭县茶叶协会2029年工作计划\n" + above + "\n".join(lines) + "\n"
    assert len(plancli.parse(text.encode()).plans[0].tasks) == 4


@pytest.mark.parametrize("day", ["星期{}：", "周{}:", "礼拜{}："])
def test_lines_led_by_days_of_the_week(day: str) -> None:
    deeds = ["国旗下讲话（德育处）", "疏散演练（安全办）", "表彰", "大扫除（总务处）"]
    lines = [day.format(number) + deed for number, deed in zip("一二三五", deeds, strict=True)]
    plan = plancli.parse(
        ("城北小学2029年安全教育周安排\n" + "\n".join(lines) + "\n活动时间：3月26日—30日\n").encode()
    ).plans[0]
    assert [task.title.rpartition("：")[2].rpartition(":")[2] for task in plan.tasks] == [
        "国旗下讲话",
        "疏散演练",
        "表彰",
        "大扫除",
    ]
