"""Items that follow one another on a line, titles with their text beneath, and headings that say who or when for all."""

from __future__ import annotations

import pytest

from .drawing import draft

HEAD = "云岭县2025年工作要点\n一、优化服务\n"


@pytest.mark.parametrize(
    "labels", [("1.", "2.", "3."), ("1、", "2、", "3、"), ("（一）", "（二）", "（三）"), ("（1）", "（2）", "（3）"), ("⑴", "⑵", "⑶"), ("1）", "2）", "3）"), ("①", "②", "③")]
)  # fmt: skip
@pytest.mark.parametrize("third", ["举办培训班", "4月底前举办培训班"])
def test_items_that_say_who_may_stand_on_one_line(labels: tuple[str, ...], third: str) -> None:
    whos = ("（县教育局牵头）", "（由县档案馆牵头，会同县财政局）", "（县财政局负责）")
    if labels[0] == "（一）" and third[0] == "4":
        third = "到年底举办培训班"
    items = [
        f"{label}{title}。{who}"
        for label, title, who in zip(labels, ("修订章程", "清点档案", third), whos, strict=True)
    ]
    for text in ("".join(items), items[0] + "\n" + items[1] + items[2]):
        tasks = draft(HEAD + text + "\n").plans[0].tasks
        assert [task.label for task in tasks] == list(labels)


def test_points_that_say_nothing_of_who_stay_in_their_line() -> None:
    text = "（1）修订章程。（2）清点档案。\n责任单位：县教育局\n"
    assert [task.label for task in draft(HEAD + text).plans[0].tasks] == ["（1）"]


@pytest.mark.parametrize("labels", [("2.1", "2.3"), ("2-1", "2-4")])
def test_numbers_of_two_parts_may_leave_some_out(labels: tuple[str, str]) -> None:
    text = "云岭县2025年工作要点\n一、优化服务\n1.1修订章程。\n1.2清点档案。\n二、强化保障\n".replace(".", labels[0][1])
    tasks = draft(text + "".join(f"{label}补充人员。（县教育局负责）\n" for label in labels)).plans[0].tasks
    assert [task.label for task in tasks][2:] == list(labels)


@pytest.mark.parametrize("who", ["", "（责任单位：县教育局）"])
def test_titles_with_their_text_beneath_are_tasks_where_that_says_when_or_the_heading_says_who(who: str) -> None:
    text = f"云岭县2025年工作要点\n一、优化服务{who}\n"
    for number, title in zip("一二三", ("修订章程", "清点档案", "举办培训"), strict=True):
        text += f"（{number}）{title}\n5月底前完成任务。逐项登记问题，限时办结。\n"
    assert [task.title for task in draft(text).plans[0].tasks] == ["修订章程", "清点档案", "举办培训"]


@pytest.mark.parametrize("title", ["部门招新", "部门联动", "时间银行推广", "领导力培训"])
def test_a_title_that_begins_as_a_field_does_is_a_title_all_the_same(title: str) -> None:
    text = f"云岭社团工作计划\n一、迎新\n9月上旬，新生入校，布置展台。\n二、{title}\n9月底，由干事组织进行。\n三、义卖\n10月，摆摊义卖。\n"
    assert [task.title for task in draft(text).plans[0].tasks] == ["迎新", title, "义卖"]


@pytest.mark.parametrize("title", ["组织机构", "活动时间", "责任部门"])
def test_a_title_that_ends_as_a_field_does_speaks_for_the_plan(title: str) -> None:
    text = f"云岭社团工作计划\n一、迎新\n9月上旬，新生入校，布置展台。\n二、{title}\n9月底，由干事组织进行。\n三、义卖\n10月，摆摊义卖。\n"
    assert [task.title for task in draft(text).plans[0].tasks] == ["迎新", "义卖"]


def test_a_line_that_says_who_is_no_heading_of_the_item_below() -> None:
    text = "云岭县2025年工作要点\n二月份\n1、修订章程。\n（县教育局牵头，县财政局配合）\n2、清点档案。\n（县档案馆牵头）\n三月份\n3、举办培训。\n（县教育局牵头）\n"
    plan = draft(text).plans[0]
    assert [section.title for section in plan.sections] == ["二月份", "三月份"]
    assert len(plan.tasks) == 3


@pytest.mark.parametrize("title", ["6月20日之前建成平台", "3月底前印发方案"])
def test_a_star_before_a_number_before_a_time(title: str) -> None:
    text = HEAD + "".join(f"★{number}.{title}\n（县教育局牵头）\n" for number in (1, 2, 3))
    assert [task.number for task in draft(text).plans[0].tasks] == ["1", "2", "3"]


ITEMS = ("新建泵站2座。责任单位：县水务局责任人：周明远", "清理沟渠。", "培训管水员；")


@pytest.mark.parametrize(
    "labels",
    [
        ("1.", "2.", "3."),
        ("1、", "2、", "3、"),
        ("一、", "二、", "三、"),
        ("（一）", "（二）", "（三）"),
    ],
)
@pytest.mark.parametrize("lead", ["云岭县2025年水利实事共3项，进展顺利。", "为抓好汛前准备，县水务局开展三项工作："])
def test_a_page_on_one_line_has_its_items(labels: tuple[str, ...], lead: str) -> None:
    items = [label + item for label, item in zip(labels, (ITEMS[1], ITEMS[2], ITEMS[0]), strict=True)]
    (plan,) = draft(lead + "".join(items) + "\n").plans
    assert [(task.number, task.title) for task in plan.tasks] == [
        ("1", "清理沟渠"),
        ("2", "培训管水员"),
        ("3", "新建泵站2座"),
    ]
    assert plan.preamble == lead


def test_items_and_their_points_on_one_line() -> None:
    text = "水利工作。一、工程：（一）清淤。4月完成。（二）加固。二、管护：（一）巡河。每周一次。三、宣传：（一）进村宣讲。\n"
    (plan,) = draft(text).plans
    assert [task.label for task in plan.tasks] == ["（一）", "（二）", "（一）", "（一）"]


@pytest.mark.parametrize(
    "stage", ["第二阶段为活动实施阶段（2月23日至3月20日）", "集中整治阶段（5月1日—6月30日）", "实施阶段：4月至10月"]
)
@pytest.mark.parametrize("between", ["", "主要开展以下活动：\n", "重点做好下列工作。\n"])
def test_a_stage_of_which_a_list_stands_beneath_heads_it(stage: str, between: str) -> None:
    text = f"云岭县2025年护水宣传方案\n分三个阶段进行。\n{stage}\n{between}1、印发手册。\n2、举办讲座。\n"
    (plan,) = draft(text).plans
    assert [section.title for section in plan.sections] == [stage.removeprefix("第二阶段为")]
    assert [(task.title, task.section) for task in plan.tasks] == [("印发手册", 0), ("举办讲座", 0)]


def test_what_stands_beneath_the_last_title_beyond_its_text_closes_the_plan() -> None:
    lines = ["云岭中学2027年活动方案"]
    for number, title in zip("一二三四", ("清点图书", "举办书展", "评选书香班", "表彰读者"), strict=True):
        lines += [f"{number}、开展{title}活动", "4月上旬各班组织，逐项登记，按时上报结果。"]
    (plan,) = draft("\n".join([*lines, "各项活动的方案另行通知。"]) + "\n").plans
    assert [len(task.text) > 10 for task in plan.tasks] == [True] * 4
    assert plan.closing == "各项活动的方案另行通知。"


@pytest.mark.parametrize("count", ["{}是", "第{}，"])
def test_what_counts_in_words_is_items_where_each_says_who(count: str) -> None:
    deeds = ("修订章程。（县教育局负责）", "清点档案。（县档案馆负责）", "举办培训。（县财政局负责）")
    lines = [count.format(number) + deed for number, deed in zip("一二三", deeds, strict=True)]
    tasks = draft("云岭县2025年工作要点\n一、优化服务\n" + "\n".join(lines) + "\n").plans[0].tasks
    assert [task.number for task in tasks] == ["1", "2", "3"]


@pytest.mark.parametrize("titles", [("各镇自查", "部门自查", "重点抽查"), ("宣传发动", "集中培训", "交叉检查")])
def test_titles_that_end_in_work_are_tasks_where_one_says_when(titles: tuple[str, ...]) -> None:
    text = "关于开展渠系检查的通知\n各镇人民政府：\n现通知如下。\n"
    text += "".join(
        f"{number}、{title}\n逐条渠道检查，掌握情况{'，于6月20日前报送结果' * (number == '一')}。\n"
        for number, title in zip("一二三", titles, strict=True)
    )
    assert [task.title for task in draft(text).plans[0].tasks] == list(titles)


def test_who_holds_the_whole_is_no_task() -> None:
    text = "一、活动组织\n本次活动由县文旅局主办，县图书馆协办。\n二、活动安排\n（一）初选\n由各镇选送作品。\n开展时间：4月上旬\n（二）决选\n由县图书馆评选。\n开展时间：5月上旬\n"
    assert [task.title for task in draft("云岭县2027年诵读活动方案\n" + text).plans[0].tasks] == ["初选", "决选"]


@pytest.mark.parametrize("label", ["（{}）", "({})", "{}）"])
def test_points_on_one_line_where_others_have_lines_of_their_own(label: str) -> None:
    one, two = label.format(1), label.format(2)
    text = f"一月\n{one}签订责任书；\n{two}召开年会。\n二月\n{one}检查仓库；\n{two}检修设备。\n三月\n{one}检测防雷设施；{two}年检消防器材，3月20日前完成。\n"
    tasks = draft("云岭县水务公司2030年安全工作计划\n" + text).plans[0].tasks
    assert [task.title for task in tasks][-2:] == ["检测防雷设施", "年检消防器材，3月20日前完成"]


@pytest.mark.parametrize("word", ["建设", "推进", "落实"])
@pytest.mark.parametrize("named", ["“十分钟生活圈”", "《养老条例》"])
def test_a_word_of_role_behind_a_name_in_quotes_is_no_label(word: str, named: str) -> None:
    task = draft(f"云岭县2027年工作要点\n1、{named}{word}：年内新增食堂四处。\n2、检修电梯。\n").plans[0].tasks[0]
    assert task.title == f"{named}{word}：年内新增食堂四处"
