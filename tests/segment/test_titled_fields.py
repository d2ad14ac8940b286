"""Items without a number: titles with fields beneath them, lines that count, days beneath headings, titles of parts and stages."""

from __future__ import annotations

import pytest

import plancli

from .drawing import draft

TITLE = "云岭县档案馆2028年活动计划\n"
MUSIC = ("新春音乐会", "时间：1月18日", "地点：一楼大厅", "责任部门：活动部")
POEMS = ("元宵诗会", "时间：2月中旬", "地点：报告厅", "责任部门：宣教部")


def _tasks(text: str) -> list[tuple[str, list[str], list[str]]]:
    """Title, section path and bodies of each task."""
    plan = plancli.parse((TITLE + text).encode()).plans[0]
    return [(task.title, list(task.section_path), [body.name for body in task.departments]) for task in plan.tasks]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一月", "二月"),
        ("【1月】", "【2月】"),
        ("一、一月份", "二、二月份"),
        ("第一阶段：预热", "第二阶段：主场"),
        ("一、品牌活动", "二、节日活动"),
        ("", ""),
    ],
)
@pytest.mark.parametrize(
    "fields",
    [
        lambda line: line,
        lambda line: f"活动{line}" if line.startswith("时间") else line,
        lambda line: "【{}】{}".format(*line.split("：")) if "：" in line else line,
        lambda line: f"{line}\n演出传统曲目，邀请读者参加。" if "：" not in line else line,
    ],
)
def test_titles_above_their_fields_are_tasks(first: str, second: str, fields: object) -> None:
    assert callable(fields)
    one, two = ("\n".join(map(fields, lines)) for lines in (MUSIC, POEMS))
    tasks = _tasks("\n".join(filter(None, (first, one, second, two))))
    assert [(title, bodies) for title, _, bodies in tasks] == [("新春音乐会", ["活动部"]), ("元宵诗会", ["宣教部"])]
    assert [bool(path) for _, path, _ in tasks] == [bool(first)] * 2


def test_members_beneath_a_group_and_one_title_alone_are_no_items_of_fields() -> None:
    text = "一、组织机构\n筹备组\n负责人：周明远\n秘书组\n负责人：何静\n二、活动安排\n1.读书会。（活动部负责）\n2.征文。（宣教部负责）"
    assert [title for title, _, _ in _tasks(text)] == ["读书会", "征文"]


@pytest.mark.parametrize("stop", ["；", "。"])
def test_what_counts_on_one_line_and_says_who_is_tasks(stop: str) -> None:
    text = f"一、改善服务\n一是办培训（县教育局负责）{stop}二是办展览（县文旅局负责）{stop}三是编目录（县档案局负责）。"
    assert _tasks(text) == [
        ("办培训", ["改善服务"], ["县教育局"]),
        ("办展览", ["改善服务"], ["县文旅局"]),
        ("编目录", ["改善服务"], ["县档案局"]),
    ]


def test_what_counts_on_one_line_with_one_assignment_is_the_text_of_the_heading() -> None:
    text = (
        "一、改善服务\n一是办培训；二是办展览。（县教育局负责）\n二、整理库房\n一是编目录；二是修库房。（县档案局负责）"
    )
    assert [(title, bodies) for title, _, bodies in _tasks(text)] == [
        ("改善服务", ["县教育局"]),
        ("整理库房", ["县档案局"]),
    ]


def test_what_counts_is_numbered_without_any_heading() -> None:
    plan = draft(TITLE + "现安排如下：\n一是办培训。县教育局牵头。\n二是办展览。县文旅局牵头。").plans[0]
    assert [(task.label, task.title) for task in plan.tasks] == [("一是", "办培训"), ("二是", "办展览")]


@pytest.mark.parametrize(("first", "second"), [("第一篇", "第二篇"), ("第一章", "第二章"), ("第一部分", "第二部分")])
def test_the_title_of_a_part_may_stand_on_the_next_line(first: str, second: str) -> None:
    text = f"{first}\n总体要求\n落实上级部署。\n{second}\n重点任务\n1.编目录。（县档案局负责）"
    plan = draft(TITLE + text).plans[0]
    assert [(section.label, section.title) for section in plan.sections] == [(first, "总体要求"), (second, "重点任务")]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("第一阶段（初赛）：3月1日至3月20日", "第一阶段（初赛）：3月1日至3月20日"),
        ("第一阶段 海选（3月1日至3月20日）", "海选（3月1日至3月20日）"),
        ("海选：3月1日至3月20日", "海选：3月1日至3月20日"),
        ("海选阶段 3月1日—3月20日", "海选阶段3月1日—3月20日"),
        ("（一）海选：3月1日至3月20日", "海选：3月1日至3月20日"),
    ],
)
def test_stages_and_events_with_their_time_head_what_is_beneath(heading: str, title: str) -> None:
    second = heading.replace("一", "二").replace("3月1日", "4月1日").replace("3月20日", "4月20日")
    plan = plancli.parse(
        (TITLE + f"{heading}\n1.接受报名。由各社区负责。\n{second}\n2.评选。由县文化馆负责。").encode()
    ).plans[0]
    assert plan.sections[0].title == title
    assert [str(task.time_nodes[0].start) for task in plan.tasks] == ["2028-03-01", "2028-04-01"]


def test_days_beneath_a_heading_are_its_times_unless_it_names_an_aim() -> None:
    plan = plancli.parse(
        (TITLE + "一、工作目标\n4月摸清底数。\n5月复核数据。\n二、考试\n6月1日笔试\n6月5日面试").encode()
    ).plans[0]
    assert [(task.title, len(task.time_nodes)) for task in plan.tasks] == [("考试", 2)]


def test_numbered_fields_of_an_item_may_have_names_of_their_own_and_points() -> None:
    text = (
        "一、活动内容\n（一）重温誓言\n1.活动时间：5月11日\n2.活动地点：门诊广场\n3.参加人员：\n（1）院领导。\n（2）各科室人员。\n"
        "4.过程：\n（1）致辞。\n（2）宣誓。\n（二）科普讲座\n1.讲座时间：4月中旬\n2.讲座地点：待定\n3.讲师：内科护士\n"
    )
    assert [title for title, _, _ in _tasks(text)] == ["重温誓言", "科普讲座"]


def test_who_holds_the_whole_is_no_task() -> None:
    text = (
        "一、活动组织\n主办单位：县团委\n承办单位：县文化馆\n二、活动内容\n1.健步走（10月12日）\n2.演讲赛（10月23日）"
    )
    assert [title for title, _, _ in _tasks(text)] == ["健步走（10月12日）", "演讲赛（10月23日）"]


def test_headings_without_number_may_stand_on_two_levels() -> None:
    text = "做强产业\n打造高地\n1.办培训。（县教育局负责）\n2.办展览。（县文旅局负责）\n深化改革\n3.编目录。（县档案局负责）\n改善民生\n扩大供给\n4.修库房。（县住建局负责）"
    assert [path for _, path, _ in _tasks(text)] == [
        ["做强产业", "打造高地"],
        ["做强产业", "打造高地"],
        ["做强产业", "深化改革"],
        ["改善民生", "扩大供给"],
    ]


@pytest.mark.parametrize("picture", ["📌", "✅ ", "☀️"])
def test_a_picture_before_a_number_hides_none(picture: str) -> None:
    assert [
        title for title, _, _ in _tasks(f"{picture}1.办培训。（县教育局负责）\n{picture}2.办展览。（县文旅局负责）")
    ] == [
        "办培训",
        "办展览",
    ]


def test_headings_over_prose_that_says_until_when_are_tasks_where_nothing_else_is() -> None:
    text = "一、各地自查\n各镇要逐项自查，于6月20日18：00前报送报告。\n二、部门自查\n各部门要自查，于6月20日下午5:30前报送。"
    assert [title for title, _, _ in _tasks(text)] == ["各地自查", "部门自查"]


@pytest.mark.parametrize("numbers", [("1.", "2."), ("", "")])
@pytest.mark.parametrize("blank", [" ", "\t", "　　"])
def test_fields_behind_blanks_on_an_items_line_are_its_own(numbers: tuple[str, str], blank: str) -> None:
    lines = [
        f"{number}{title}{blank}责任部门：{who}{blank}完成时限：{when}"
        for number, (title, who, when) in zip(
            numbers, [("教职工报到", "办公室", "2月26日"), ("学生注册", "教务处", "2月27日")], strict=True
        )
    ]
    plan = plancli.parse((TITLE + "\n".join(lines)).encode()).plans[0]
    assert [(task.title, task.departments[0].name, str(task.time_nodes[0].end)) for task in plan.tasks] == [
        ("教职工报到", "办公室", "2028-02-26"),
        ("学生注册", "教务处", "2028-02-27"),
    ]


def test_the_last_month_of_a_series_is_an_item_too() -> None:
    plan = draft(TITLE + "一、二月份\n1.办培训。（教务处）\n二、三月份\n2.办展览。（团委）").plans[0]
    assert [section.title for section in plan.sections] == ["二月份", "三月份"]


@pytest.mark.parametrize(
    "text",
    [
        "场地组：体育组负责场地布置，4月10日前完成。\n宣传组：团委负责海报，4月5日前完成。\n后勤组：总务处负责采购，3月底前完成。",
        "1—3月，开展企业自查；4—6月，开展县级检查；7—9月，总结验收。",
    ],
)
def test_a_plan_without_numbers_has_its_lines_and_clauses_for_tasks(text: str) -> None:
    plan = plancli.parse((TITLE + text).encode()).plans[0]
    assert [len(task.time_nodes) for task in plan.tasks] == [1, 1, 1]


@pytest.mark.parametrize("preamble", ["", "今年的工作要求如下。请各科室对照落实。\n"])
@pytest.mark.parametrize("field", ["责任部门：{}", "完成时限：3月底前"])
def test_the_first_sentence_behind_the_fields_above_names_an_item(preamble: str, field: str) -> None:
    items = [("清点旧志。", "业务科"), ("修复旧图。全年不少于十幅。", "技术科"), ("举办讲座。", "宣教部")]
    lines = [line for text, who in items for line in (*text.replace("。", "。\n").split(), field.format(who))]
    plan = plancli.parse((TITLE + preamble + "\n".join(lines)).encode()).plans[0]
    assert [task.title for task in plan.tasks] == ["清点旧志", "修复旧图", "举办讲座"]
    assert plan.preamble == preamble.strip()
    assert "全年不少于十幅。" in plan.tasks[1].text


def test_fields_beneath_a_heading_of_time_and_more_are_no_task_of_its_own() -> None:
    text = "云岭县2026年书法大赛方案\n一、大赛举办时间和形式\n时间：5月6日至8日\n形式：现场书写\n二、报名与评选\n（一）作品征集与报名截止时间：4月20日。\n（二）评选：县文联负责，5月20日前完成。\n"
    plan = draft(text).plans[0]
    assert [task.title for task in plan.tasks] == ["作品征集与报名截止时间：4月20日", "评选：县文联负责，5月20日前完成"]


def test_headings_without_a_title_or_a_task_above_a_titled_table_are_no_plan() -> None:
    text = (
        "<html><body><p>二、选题与计划：</p><p>选题依据：3个方向+2项要求</p><p>表1. 课题推进安排表</p><table><tr><td>任务</td><td>负责人</td><td>完成时间</td></tr>"
        "<tr><td>收集资料</td><td>周明远</td><td>5月8日</td></tr><tr><td>撰写初稿</td><td>何静</td><td>6月9日</td></tr></table></body></html>"
    )
    bulletin = plancli.parse(text.encode())
    assert [len(plan.tasks) for plan in bulletin.plans] == [2]
    assert bulletin.coverage.lost == 0


@pytest.mark.parametrize("months", [("三月", "四月"), ("3月", "4月"), ("【3月份】", "【4月份】")])
def test_lines_beneath_two_months_are_tasks_where_each_says_who_or_on_which_day(months: tuple[str, str]) -> None:
    text = (
        f"{months[0]}\n开放日（28日，保管科）\n植树（12日）\n{months[1]}\n运动会（18-19日，工会）\n交流会（11日下午）"
    )
    plan = plancli.parse((TITLE + text).encode()).plans[0]
    found = [(task.title, task.time_nodes[0].raw, str(task.time_nodes[0].start)) for task in plan.tasks]
    assert found == [
        ("开放日", "28日", "2028-03-28"),
        ("植树（12日）", "12日", "2028-03-12"),
        ("运动会", "18-19日", "2028-04-18"),
        ("交流会（11日下午）", "11日下午", "2028-04-11"),
    ]
    assert [[body.name for body in task.departments] for task in plan.tasks] == [["保管科"], [], ["工会"], []]


@pytest.mark.parametrize(
    "step", ["第{}步，{}（{}月）。张贴标语。", "第{}步：{}（{}月）。张贴标语。", "第{}阶段，{}（{}月）。张贴标语。"]
)
def test_steps_with_their_times_are_tasks(step: str) -> None:
    steps = zip("一二三", ("宣传发动", "集中创建", "考核验收"), (3, 6, 10), strict=True)
    text = "\n".join(step.format(*each) for each in steps)
    assert [title for title, _, _ in _tasks(text)] == ["宣传发动（3月）", "集中创建（6月）", "考核验收（10月）"]


@pytest.mark.parametrize("count", ["{}是", "{}要", "第{}，"])
def test_what_counts_in_a_report_without_numbers_is_items_where_half_say_until_when(count: str) -> None:
    deeds = ("抓项目。年底前完工。", "抓巡查。5月底前更新名册。", "抓节水。创建节水小区。")
    counted = (count.format(number) + deed for number, deed in zip("一二三", deeds, strict=True))
    lines = ["关于报送《2028年工作打算》的报告", "县政府：", "现将我局2028年工作打算报告如下：", *counted, "特此报告。"]
    text = "\n".join([*lines, "云岭县水利局", "2027年12月6日"])
    plan = plancli.parse(text.encode()).plans[0]
    assert ([task.title for task in plan.tasks], plan.year) == (["抓项目", "抓巡查", "抓节水"], 2028)


def test_what_counts_beneath_numbers_without_who_is_their_text() -> None:
    tasks = _tasks("1.抓管护。\n一是定人。5月底前完成。\n二是定责。6月底前完成。\n2.抓节水。")
    assert [title for title, _, _ in tasks] == ["抓管护", "抓节水"]


@pytest.mark.parametrize("week", ["第{}周", "第{}周：", "第{}周  "])
def test_lines_led_by_weeks_of_a_term_are_tasks(week: str) -> None:
    deeds = ("团干部例会", "“学雷锋”启动仪式", "清明网上祭英烈", "社团考核")
    text = "\n".join(week.format(number) + deed for number, deed in zip("1268", deeds, strict=True))
    plan = plancli.parse(("云岭县第二中学2028年团委工作计划\n" + text).encode()).plans[0]
    assert [node.raw for task in plan.tasks for node in task.time_nodes][::1] == [f"第{n}周" for n in "1268"]


def test_a_day_in_a_later_clause_beneath_a_month_is_its_own() -> None:
    text = "一、三月\n1.编报收支明细，15日前公示（财务室）\n2.修订办法（宣教部）\n二、四月\n1.评比，20日前公布（宣教部）\n2.小结（财务室）"
    plan = plancli.parse((TITLE + text).encode()).plans[0]
    ends = [str(task.time_nodes[0].end)[5:] for task in plan.tasks]
    assert ends == ["03-15", "03-31", "04-20", "04-30"]


def test_days_of_a_list_beneath_a_month_are_all_times() -> None:
    text = "一、三月\n1.12日、19日班主任培训（德育部）\n2.20日、25日听课（教研室）\n二、四月\n1.5日植树（总务处）\n2.8日评课（教研室）"
    plan = plancli.parse((TITLE + text).encode()).plans[0]
    days = [[str(node.start)[5:] for node in task.time_nodes] for task in plan.tasks]
    assert days == [["03-12", "03-19"], ["03-20", "03-25"], ["04-05"], ["04-08"]]


@pytest.mark.parametrize("field", ["起止日期：6.15—9.15", "活动时间：6月", "完成日期：6.5"])
def test_the_last_item_has_as_many_lines_beneath_it_as_each(field: str) -> None:
    item = "{}.设备巡查{}  负责人：何静  {}\n   对全线设备逐台检查。"
    text = "\n".join(item.format(n, n, field if n == 4 else "完成日期：5.20") for n in (1, 2, 3, 4))
    plan = plancli.parse((TITLE + text).encode()).plans[0]
    assert [task.text.split("\n")[-1] for task in plan.tasks] == ["对全线设备逐台检查。"] * 4
    assert plan.tasks[3].time_nodes and not plan.closing


@pytest.mark.parametrize("bracket", ["（2月10日—2月28日）", "（3月）", "（6月底前）"])
def test_titles_that_say_when_above_fields_are_tasks(bracket: str) -> None:
    rounds = [("一轮整理", "理清家底"), ("二轮修复", "修好残卷"), ("三轮归架", "方便取用")]
    text = "\n".join(f"{title}{bracket}\n目标：{aim}。\n做法：（1）逐卷核对；（2）逐月小结。" for title, aim in rounds)
    assert [title for title, _, _ in _tasks(text)] == [title + bracket for title, _ in rounds]


@pytest.mark.parametrize("length", [12, 38])
def test_a_long_line_without_a_stop_is_the_text_of_the_title_above_it(length: int) -> None:
    title, text = "新春音乐会" + "暨" * (length - 5), "邀请演奏家到馆演出" + "并在网上直播" * 6
    first = "\n".join([title, text, *MUSIC[1:]])
    assert _tasks("\n".join(["一、一月份", first, "二、二月份", *POEMS])) == [
        (title, ["一月份"], ["活动部"]),
        ("元宵诗会", ["二月份"], ["宣教部"]),
    ]


@pytest.mark.parametrize("heading", ["第{}周（6月{}日—6月{}日）：{}周", "第{}周（6.{}—6.{}）：{}周"])
def test_weeks_with_their_days_and_a_theme_head_items_that_are_counted_on(heading: str) -> None:
    lines = []
    for n, (week, theme) in enumerate(zip("一二三", ("警示教育", "宣传咨询", "应急演练"), strict=True)):
        lines += [
            heading.format(week, 3 + 7 * n, 9 + 7 * n, theme),
            f"{2 * n + 1}.办讲座（活动部）",
            f"{2 * n + 2}.办展览（宣教部）",
        ]
    plan = plancli.parse((TITLE + "\n".join(lines)).encode()).plans[0]
    assert [str(task.time_nodes[0].start) for task in plan.tasks] == [
        f"2028-06-{day:02}" for day in (3, 3, 10, 10, 17, 17)
    ]
    assert len(plan.sections) == 3


@pytest.mark.parametrize("before", ["时间：4月26日上午    ", ""])
def test_a_label_behind_other_fields_of_its_line_names_who(before: str) -> None:
    text = f"1、绘本展演\n观众现场投票。\n{before}地点：一楼报告厅    责任部门：少儿部\n2、札记评选\n评出六篇。\n责任部门：辅导部"
    assert [bodies for _, _, bodies in _tasks(text)] == [["少儿部"], ["辅导部"]]
