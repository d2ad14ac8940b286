"""Notices, attachments, contents pages, several plans in one file."""

from __future__ import annotations

import pytest

from plancli.model.source import Block, Cell, Line, Paragraph, Source, Table
from plancli.segment import segment

from .drawing import draft, drawing

NOTICE = """
云岭市人民政府办公室文件

云政办发〔2025〕12号

云岭市人民政府办公室关于印发
《2025年民生实事任务分工方案》的通知

各县（区）人民政府，市政府各部门：
《2025年民生实事任务分工方案》已经市政府同意，现印发给你们。
一、加强领导。各单位要高度重视。
二、加强督查。

附件：1.2025年民生实事任务分工方案
2.2025年民生实事项目清单

云岭市人民政府办公室
2025年2月8日
（此件公开发布）

附件1
2025年民生实事任务分工方案
一、就业
1.新增就业5万人。（责任单位：市人社局）
附件2
2025年民生实事项目清单
1.新建公厕20座。（责任单位：市城管局）

抄送：市委办公室。
云岭市人民政府办公室秘书科                2025年2月8日印发
"""


def test_a_notice_keeps_its_numbered_paragraphs_and_each_attachment_is_a_plan() -> None:
    found = draft(NOTICE)
    assert [drawing(plan) for plan in found.plans] == [
        "2025年民生实事任务分工方案\n# 一、就业\n1 新增就业5万人 | （责任单位：市人社局）",
        "2025年民生实事项目清单\n1 新建公厕20座 | （责任单位：市城管局）",
    ]
    assert found.notice is not None
    zones = [zone for zone, _ in found.notice.lines]
    assert zones == [
        *["masthead", "doc-number", "title", "addressee", "body", "body", "body"],
        *["attachment", "attachment", "signature", "date", "colophon"],
    ]
    assert found.notice.lines[2][1] == "云岭市人民政府办公室关于印发《2025年民生实事任务分工方案》的通知"
    assert found.plans[1].tail == ["抄送：市委办公室。", "云岭市人民政府办公室秘书科2025年2月8日印发"]


def test_a_notice_with_nothing_behind_it_carries_the_plan() -> None:
    found = draft(
        "关于做好2025年春季农业生产重点工作的通知\n各乡镇人民政府：\n现将有关事项通知如下：\n"
        "一、抓好春耕备耕。3月底前完成农资储备。\n二、抓好病虫防治。4月上旬开展统防统治。\n松河县农业农村局\n2025年2月20日\n"
    )
    [plan] = found.plans
    assert [task.title for task in plan.tasks] == ["抓好春耕备耕", "抓好病虫防治"]
    assert found.notice is not None
    assert ("addressee", "各乡镇人民政府：") in found.notice.lines
    assert plan.tail == ["松河县农业农村局", "2025年2月20日"]


COMPILATION = """
2025年度县直机关工作计划汇编
目  录
一、县教育局2025年工作计划……1
二、县民政局2025年工作计划……5
三、县水利局2025年工作计划……9

县教育局2025年工作计划
（2025年1月10日）
一、办学条件
1.新建学校一所。

县民政局2025年工作计划
2025年，县民政局将重点做好以下工作。
一、社会救助
（一）提高低保标准，7月1日起执行。
"""


def test_contents_are_no_tasks_and_name_the_plan_that_is_missing() -> None:
    found = draft(COMPILATION)
    assert [plan.title for plan in found.plans] == ["县教育局2025年工作计划", "县民政局2025年工作计划"]
    [missing] = [diagnostic for diagnostic in found.diagnostics if diagnostic.code == "missing-plan"]
    assert "县水利局2025年工作计划" in missing.message
    [contents] = [diagnostic for diagnostic in found.diagnostics if diagnostic.code == "contents"]
    assert contents.text is not None
    assert contents.text.startswith("目录\n一、县教育局")


def test_chapters_of_a_contents_page_that_end_like_plans_are_none() -> None:
    listed = "目录\n1搭建环境.......1\n2启动项目.......2\n3推进项目.......2\n3.1平整场地.......2\n3.2安装设备.......3\n"
    text = "1 搭建环境\n6月底前完成。\n2 启动项目\n7月底前完成。\n3 推进项目\n3.1 平整场地\n8月底前完成。\n3.2 安装设备\n9月底前完成。\n"
    assert [plan.title for plan in draft(f"云岭县2025年水利任务清单\n{listed}{text}").plans] == [
        "云岭县2025年水利任务清单"
    ]


def test_contents_without_page_numbers_are_told_by_the_headings_that_come_again() -> None:
    heads = ["一、抓党建强根基", "1.开展学习", "2.严格考核", "二、抓产业促增收", "3.发展茶叶", "4.发展旅游"]
    body = "\n".join(f"{head}。组织实施到位，确保取得实效。" if head[0].isdigit() else head for head in heads)
    found = draft("目录\n" + "\n".join(heads) + "\n青石乡2024年工作要点\n" + body + "\n")
    [plan] = found.plans
    assert plan.title == "青石乡2024年工作要点"
    assert [task.number for task in plan.tasks] == ["1", "2", "3", "4"]
    assert [task.text for task in plan.tasks] == ["组织实施到位，确保取得实效。"] * 4


def test_text_that_belongs_to_no_plan_is_said() -> None:
    found = draft("松河县2025年工作要点\n1.修路。\n附件2\n联系人名单\n张三13800000000\n")
    [plan] = found.plans
    assert plan.title == "松河县2025年工作要点"
    [outside] = [diagnostic for diagnostic in found.diagnostics if diagnostic.code == "outside-plan"]
    assert outside.text == "附件2\n联系人名单\n张三13800000000"
    assert found.characters == found.placed + found.left_out


def test_notes_under_a_table_close_the_plan_numbered_or_not() -> None:
    found = draft(
        "松河县2025年任务表\n\n序号\t工作任务\t责任单位\t完成时限\n1\t修路\t交通局\t6月底前\n2\t架桥\t交通局\t9月底前\n\n"
        "注：1.责任单位按季度报送进展。\n2.时限为最后期限。\n"
    )
    [plan] = found.plans
    assert [task.title for task in plan.tasks] == ["修路", "架桥"]
    assert plan.closing == "注：1.责任单位按季度报送进展。\n2.时限为最后期限。"


def table(*rows: list[str]) -> Table:
    cells = [[Cell(r, c, text=text) for c, text in enumerate(row)] for r, row in enumerate(rows)]
    return Table(cells)


def line(text: str, size: float | None = None) -> Paragraph:
    return Paragraph(text, [Line(text, size=size, page=1)], [0])


@pytest.mark.parametrize(
    "small",
    [
        table(["责任领导", "责任部门", "完成时限"], ["王敏", "水利股", "6月底前"]),
        table(["责任领导", "王敏", "责任部门", "水利股"], ["完成时限", "6月底前", "备注", "实事项目"]),
    ],
)
def test_a_small_table_of_assignments_belongs_to_the_item_above(small: Table) -> None:
    blocks: list[Block] = [
        line("松河县2025年工作要点"),
        line("1.疏浚河道。完成三条河道清淤。"),
        small,
        line("2.修建泵站。新建两座。"),
    ]
    found = segment(Source(blocks, "text/plain"))
    first, second = found.plans[0].tasks
    assert first.text.split("\n")[:3] == ["完成三条河道清淤。", "责任领导：王敏", "责任部门：水利股"]
    assert "完成时限：6月底前" in first.text
    assert second.text == "新建两座。"
    assert found.characters == found.placed + found.left_out


def test_the_largest_of_several_titles_names_the_plan() -> None:
    blocks: list[Block] = [
        line("2025年重点工作", 9.0),
        line("松河县水利局2025年工作要点", 22.0),
        line("1.疏浚河道。", 16.0),
    ]
    [plan] = segment(Source(blocks, "application/pdf")).plans
    assert plan.title == "松河县水利局2025年工作要点"
    assert plan.head == ["2025年重点工作"]


SPLIT = """
关于印发《白塔县2025年重点工作任务分解和责任分工方案》的通知

各乡镇人民政府，县直各部门：

现将方案印发给你们，请认真落实。

白塔县人民政府

2025年3月28日

白塔县2025年重点工作

任务分解和责任分工方案

为推动工作落实，制定本方案。

一、主要目标

1.粮食总产稳定在8万吨。

责任单位：县农业农村局
"""


def test_a_title_on_two_lines_that_a_blank_line_parts_is_one_as_the_notice_says() -> None:
    (plan,) = draft(SPLIT).plans
    assert plan.title == "白塔县2025年重点工作任务分解和责任分工方案"
    assert plan.preamble == "为推动工作落实，制定本方案。"


@pytest.mark.parametrize("first", ["白塔县关于落实《政府工作报告》", "白塔县支持企业稳定经济运行"])
def test_the_first_line_of_a_split_title_need_be_no_title(first: str) -> None:
    title = f"{first}重点工作的任务分工"
    text = SPLIT.replace("白塔县2025年重点工作任务分解和责任分工方案", title)
    text = text.replace("白塔县2025年重点工作\n\n任务分解和责任分工方案", f"{first}\n\n重点工作的任务分工")
    (plan,) = draft(text).plans
    assert plan.title == title


ADDRESSED = """各乡镇人民政府，县直各部门：
《2025年重点工作责任分解》和《民生实事责任分解》已经县政府同意，现印发给你们。
附件：1.2025年重点工作责任分解
2.民生实事责任分解
白塔县人民政府办公室
2025年5月22日
附件1
2025年重点工作责任分解
1.支持企业发展。减轻负担2亿元。
责任单位：县工信局
附件2
民生实事责任分解
1.改善教育条件。新建学校2所。
责任单位：县教育局
"""


def test_a_notice_whose_title_the_copy_has_lost_is_told_by_its_address() -> None:
    found = draft(ADDRESSED)
    assert [plan.title for plan in found.plans] == ["2025年重点工作责任分解", "民生实事责任分解"]
    assert found.notice is not None
    assert [zone for zone, _ in found.notice.lines] == ["addressee", "body", *["attachment"] * 2, "signature", "date"]


ALONE = """{title}
各乡镇人民政府：
《2025年重点工作责任分解》已经县政府同意，现印发给你们，请结合以下要求贯彻执行。
一、今年是收官之年，各单位要提高站位。
二、责任分解中，列第一位的责任单位为牵头单位，要按季报告。
白塔县人民政府办公室
2025年5月20日
"""


@pytest.mark.parametrize("marks", ["", "《》"])
def test_a_notice_that_hands_on_what_is_not_there_is_no_plan(marks: str) -> None:
    name = "2025年重点工作责任分解".join(marks or ["", ""])
    found = draft(ALONE.format(title=f"白塔县人民政府办公室关于印发{name}的通知"))
    assert found.plans == []
    assert found.notice is not None


def test_a_notice_that_shares_out_work_is_the_plan() -> None:
    text = ALONE.replace(
        "一、今年是收官之年，各单位要提高站位。", "一、建立清单。（县工信局负责）\n二、新建学校。（县教育局负责）"
    )
    text = text.replace("二、责任分解中", "三、责任分解中")
    (plan,) = draft(text.format(title="白塔县人民政府办公室关于印发2025年重点工作责任分解的通知")).plans
    assert len(plan.tasks) >= 2


def test_an_address_without_a_notice_behind_it_leaves_the_plan_whole() -> None:
    found = draft("各科室：\n2025年工作要点\n一、抓学习\n1.每月组织学习。\n2.开展调研。")
    assert [len(plan.tasks) for plan in found.plans] == [2]


THREE_YEARS = """
关于印发《白塔县养老服务三年行动计划（2024—2026年）》的通知

各乡镇人民政府：
现印发给你们。

白塔县人民政府
2024年4月10日

白塔县养老服务三年行动计划
（2024—2026年）
一、重点任务
1.建立清单。9月底前公布清单。
2.培训人员。三年培训500人。
附件：1.白塔县养老服务任务分解表
2.白塔县养老服务项目清单
"""


def test_the_years_of_a_plan_on_a_line_of_their_own_belong_to_its_title() -> None:
    (plan,) = draft(THREE_YEARS).plans
    assert plan.title == "白塔县养老服务三年行动计划（2024—2026年）"
    (alone,) = draft(THREE_YEARS.partition("2024年4月10日\n")[2]).plans
    assert alone.title == plan.title


def test_a_list_of_attachments_behind_the_last_item_is_no_part_of_it() -> None:
    found = draft(THREE_YEARS)
    assert [(task.title, task.text) for task in found.plans[0].tasks] == [
        ("建立清单", "9月底前公布清单。"),
        ("培训人员", "三年培训500人。"),
    ]
    assert found.diagnostics[-1].code == "attachment-mark"


OWN_LINES = """
白塔县优化环境2025年行动方案
一、提升服务
1.加强保护
建设处理站，强化保护。
责任单位：县市场监管局
2.开展监测
设立20个监测点，9月底前完成评估。
责任单位：县统计局
"""


@pytest.mark.parametrize(
    "closing", ["各责任单位要细化举措，确保见效。", "本方案自印发之日起施行。", "本意见自印发之日起施行。"]
)
def test_the_closing_is_found_behind_a_title_its_text_and_its_assignment(closing: str) -> None:
    (plan,) = draft(OWN_LINES + closing).plans
    assert plan.closing == closing
    assert plan.tasks[1].text == "设立20个监测点，9月底前完成评估。\n责任单位：县统计局"


def test_the_box_of_a_web_page_gives_the_number_alone() -> None:
    words = [
        ["索引号：", "BT-2025-17", "主题分类：", "政务公开"],
        ["发布机构：", "白塔县人民政府", "文号：", "白政发〔2025〕9号"],
    ]
    rows = [[Cell(r, c, text=word) for c, word in enumerate(row)] for r, row in enumerate(words)]
    paragraphs = [Paragraph(text, [Line(text, n)], [0]) for n, text in enumerate(SPLIT.split("\n"), 1) if text]
    found = segment(Source([Table(rows), *paragraphs], "text/plain"))
    assert found.notice is not None
    assert found.notice.lines[0] == ("doc-number", "白政发〔2025〕9号")
    assert found.characters == found.placed + found.left_out
    assert found.diagnostics[0].code == "web-frame"


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ([["登记", "编号", "描述", "原文", "规则"], ["甲", "1.3", "推进检查", "月底", "无"]], "table-without-tasks"),
        ([["登记", "编号", "描述", "原文"], ["甲", "1.3", "推进检查", "月底"]], None),
        ([["登记，编号", "编号", "描述", "原文", "规则"], ["甲", "1.3", "推进检查", "月底", "无"]], None),
        ([["坚持问题导向，推进检查。"]], None),
    ],
)
def test_a_table_with_named_columns_is_no_frame_around_prose(words: list[list[str]], left: str | None) -> None:
    rows = [[Cell(r, c, text=word) for c, word in enumerate(row)] for r, row in enumerate(words)]
    paragraphs = [
        Paragraph(text, [Line(text, n)], [0]) for n, text in enumerate(("某县2024年工作要点", "1. 推进建设。"), 1)
    ]
    found = segment(Source([*paragraphs, Table(rows)], "text/plain"))
    assert [one.code for one in found.diagnostics if one.code == "table-without-tasks"] == ([left] if left else [])
    assert found.characters == found.placed + found.left_out


def test_a_bracket_that_only_says_when_stays_in_the_title() -> None:
    (plan,) = draft(
        "白塔县2025年专项行动方案\n一、实施步骤\n（一）动员部署阶段（2025年3月）。制定方案。\n（二）集中攻坚阶段（4月15日前）。开展检查。\n"
        "（三）总结阶段（责任单位：县应急局）。开展评估。"
    ).plans
    assert [task.title for task in plan.tasks] == ["动员部署阶段（2025年3月）", "集中攻坚阶段（4月15日前）", "总结阶段"]


def test_an_organ_and_a_date_on_one_line_belong_to_the_head() -> None:
    (plan,) = draft(
        "白塔县2026年工作推进表\n\n白塔县水利局      2026年2月11日\n\n一、工程\n1.清淤。6月底前完成。\n"
    ).plans
    assert plan.head == ["白塔县水利局2026年2月11日"]
    assert plan.preamble == ""


CARDS = """
云岭市2025年民生实事任务清单
一、建设幼儿园
新建幼儿园3所。
加强托育机构监管。
责任单位：市教育局
二、改造老旧小区
建设内容：改造小区5个。
投资估算：420万元。
责任单位：市住建局
完成时限：10月底前
"""


@pytest.mark.parametrize("closing", ["", "以上任务，请各单位认真落实。"])
def test_lines_before_an_assignment_are_of_the_last_item(closing: str) -> None:
    (plan,) = draft(CARDS + closing).plans
    last = plan.tasks[-1]
    assert (last.number, last.text.splitlines()[0]) == ("2", "建设内容：改造小区5个。")
    assert last.text.splitlines()[-1] == "完成时限：10月底前"
    assert plan.closing == closing


def test_what_addresses_all_closes_behind_items_titled_on_their_own_line() -> None:
    (plan,) = draft(
        "云岭市2025年工作要点\n1.新建书房\n新建书房4个。\n2.开展检查\n每月检查。\n以上任务，请认真落实。"
    ).plans
    assert [task.text for task in plan.tasks] == ["新建书房4个。", "每月检查。"]
    assert plan.closing == "以上任务，请认真落实。"


PLAN = "一、水利\n1.清理河道。6月底前完成。（水利局负责）\n2.修缮站房。"
HEADS = {
    "a notice by its address and words alone, below a title": (
        "2025年水利重点工作（云水发〔2025〕2号）\n各水利站、各单位：\n《2025年水利工作要点》已经同意，现印发给你们，请落实。\n一、强化责任。压实责任。\n"
        "云岭市水利局\n2025年2月1日\n2025年水利工作要点\n" + PLAN,
        "2025年水利工作要点",
    ),
    "the notice's title again on two lines, its number between": (
        "云岭市水利局关于印发 2025年水利工作要点的通知\n云水发〔2025〕1号\n云岭市水利局关于印发\n2025年水利工作要点的通知\n各水利站：\n"
        "现将《2025年水利工作要点》下发给你们。\n云岭市水利局\n2025年2月1日\n2025年水利工作要点\n" + PLAN,
        "2025年水利工作要点",
    ),
    "a posting date and a site's name above the address": (
        "云岭市水利局关于印发2025年水利工作要点的通知\n2025-02-01\n云岭水利\n各水利站：\n现将《2025年水利工作要点》下发给你们。\n云岭市水利局\n"
        "2025年2月1日\n2025年水利工作要点\n" + PLAN,
        "2025年水利工作要点",
    ),
    "the title twice, the site's name between": (
        "返回首页\n云岭市2025年水利工作要点\n云岭市水利网\n云岭市2025年水利工作要点\n云水发〔2025〕6号\n" + PLAN,
        "云岭市2025年水利工作要点",
    ),
    "a title with its number in brackets": (
        "×\n云岭市水利局关于加强水利工作的实施意见（云水发〔2025〕6号）\n来源:云岭市水利网 发布时间:2025-01-26 20:57:53\n"
        + PLAN,
        "云岭市水利局关于加强水利工作的实施意见",
    ),
    "a title that the lines above announce": (
        "日前，云岭市印发《云岭市2025年水利工作要点》。全文如下：\n云岭市2025年水利工作要点\n" + PLAN,
        "云岭市2025年水利工作要点",
    ),
    "number, addressee, text, organ, date, title": (
        "云水发〔2025〕6号\n各县（市、区）水利局：\n《2025年水利工作要点》已经同意，现印发给你们。\n云岭市水利局\n2025年2月1日\n"
        "2025年水利工作要点\n" + PLAN,
        "2025年水利工作要点",
    ),
    "a notice without a date": (
        "关于印发《2025年水利工作要点》的通知\n各县水利局：\n现将《2025年水利工作要点》印发给你们。\n2025年水利工作要点\n"
        + PLAN,
        "2025年水利工作要点",
    ),
    "the number before the notice's title in quotation marks, the plan's own title lost": (
        "云水发〔2025〕6号《云岭市水利局关于印发〈2025年水利工作要点〉的通知》\n各县水利局:\n现印发给你们。\n云岭市水利局\n2025年2月1日\n"
        "2025年是关键之年。\n" + PLAN,
        "2025年水利工作要点",
    ),
    "a title on two lines that ends in 通知": (
        "2025年全市水利技能大赛\n报名工作通知\n为做好报名工作，现将有关事项通知如下：\n" + PLAN,
        "2025年全市水利技能大赛报名工作通知",
    ),
    "a title that only both lines make": (
        "云岭县水利局关于加强\n全县小型水库和山塘安全管理工作的通知\n云水〔2025〕6号\n各水利站：\n为保安全，现通知如下：\n"
        + PLAN,
        "云岭县水利局关于加强全县小型水库和山塘安全管理工作的通知",
    ),
    "a title on three lines, the issuer on the first": (
        "云岭县水利局\n关于加强小型水库和山塘\n安全管理工作的通知\n各水利站：\n为保安全，现通知如下：\n" + PLAN,
        "云岭县水利局关于加强小型水库和山塘安全管理工作的通知",
    ),
    "a title that breaks behind 文件": (
        "云岭县水利局关于清理规范性文件\n工作的实施方案\n为做好清理，制定本方案。\n" + PLAN,
        "云岭县水利局关于清理规范性文件工作的实施方案",
    ),
    "an assignment is no title": ("牵头单位：水利局\n完成时限：6月底\n" + PLAN, ""),
    "an addressee with a colon of half width is no title": ("各水利站:\n现就有关工作安排如下。\n" + PLAN, ""),
    "a month with a colon of half width is no title": ("三月份:\n1、清理河道。\n2、修缮站房。\n四月份:\n1、巡查。", ""),
}


@pytest.mark.parametrize("name", HEADS)
def test_titles_of_notices_and_web_copies(name: str) -> None:
    text, title = HEADS[name]
    [plan] = draft(text).plans
    assert plan.title == title
    assert len(plan.tasks) >= 2
    assert draft(text).placed + draft(text).left_out >= draft(text).characters


@pytest.mark.parametrize(
    "name", [name for name in HEADS if "各水利站：" in HEADS[name][0] or "各县水利局：" in HEADS[name][0]]
)
def test_the_address_of_a_notice_is_found(name: str) -> None:
    found = draft(HEADS[name][0]).notice
    assert found is not None
    assert [text for zone, text in found.lines if zone == "addressee"] in (["各县水利局："], ["各水利站："])


@pytest.mark.parametrize(
    "address", ["各水利站", "局属各单位", "系统内各有关单位", "市直有关部门，各县水利局", "各位同志"]
)
@pytest.mark.parametrize("between", ["：", "：\n"])
@pytest.mark.parametrize("end", ["如下：", "如下。"])
def test_whom_a_notice_is_sent_to_ends_at_its_colon(address: str, between: str, end: str) -> None:
    found = draft(f"关于做好2025年防汛工作的通知\n{address}{between}为做好防汛，现将有关事项通知{end}\n{PLAN}").notice
    assert found is not None
    assert [text for zone, text in found.lines if zone == "addressee"] == [f"{address}："]


@pytest.mark.parametrize("state", ["征求意见稿", "讨论稿", "草案", "试行", "2025—2027年"])
@pytest.mark.parametrize("kind", ["工作计划", "工作思路"])
def test_the_state_of_a_plan_beneath_its_title_belongs_to_it(state: str, kind: str) -> None:
    [plan] = draft(f"云岭县水利局2025年\n防汛{kind}\n（{state}）\n为做好防汛，制定本计划。\n{PLAN}").plans
    assert plan.title == f"云岭县水利局2025年防汛{kind}（{state}）"


@pytest.mark.parametrize("hands", ["现发给你们，请遵照执行。", "请查收，纸质件另发。", "现印发给你们，请抓好落实。"])
def test_a_plan_begins_behind_the_line_that_hands_it_on(hands: str) -> None:
    found = draft(f"各水利站：\n全年计划已定，{hands}\n云岭县水利局2025年工作安排\n2025年，抓好以下工作。\n{PLAN}")
    assert [plan.title for plan in found.plans] == ["云岭县水利局2025年工作安排"]
    assert found.notice is not None
    assert ("addressee", "各水利站：") in found.notice.lines


@pytest.mark.parametrize("notes", ["填表说明", "填报说明：", "编制说明"])
@pytest.mark.parametrize("table", ["", "汇总\n类别\t任务数\n上半年\t5\n下半年\t4\n"])
def test_notes_and_counts_beneath_a_table_are_no_tasks(notes: str, table: str) -> None:
    rows = "序号\t工作任务\t责任单位\t完成时限\n1\t排查水源地\t水利股\t6月底前\n2\t整治河道\t河长办\t10月底前\n"
    plan = draft(f"云岭县2025年水利任务清单\n{rows}\n{table}{notes}\n1.本表由股室填写。\n2.进展填至上报日。\n").plans[0]
    assert [task.title for task in plan.tasks] == ["排查水源地", "整治河道"]


@pytest.mark.parametrize("dash", ["——", "—", "--"])
def test_a_motto_stands_above_what_the_plan_is_called(dash: str) -> None:
    [plan] = draft(f"“碧水长流，情系家园”\n{dash}云岭县2025年护河宣传活动方案\n{PLAN}").plans
    assert plan.title == f"“碧水长流，情系家园”{dash}云岭县2025年护河宣传活动方案"


SCHEDULE = """关于做好2025年普查工作的通知
各乡镇、各村：
经研究，现将有关事项通知如下：
一、普查对象
全县农户。
二、日程安排
1．3月4日—3月10日，各村摸底。
2．3月11日—3月16日，乡镇复核。
云岭县统计局
2025年3月1日
"""
FORM = "附件1：\n普查登记表\n姓名：\n住址：\n"


@pytest.mark.parametrize("behind", ["", FORM, "附件：\n1.普查登记表\n2.普查汇总表\n"])
def test_a_notice_that_is_a_schedule_is_the_plan(behind: str) -> None:
    text = (
        SCHEDULE + behind
        if not behind.startswith("附件：")
        else SCHEDULE.replace("云岭县统计局", behind + "云岭县统计局")
    )
    [plan] = draft(text).plans
    assert plan.title == "关于做好2025年普查工作的通知"
    assert [task.title for task in plan.tasks] == ["3月4日—3月10日，各村摸底", "3月11日—3月16日，乡镇复核"]


def test_a_notice_with_its_own_tasks_does_not_lose_them_to_an_attached_plan() -> None:
    notice = SCHEDULE.replace("2．", "2．3月8日前，各村造册。\n3．")
    found = draft(notice + "附件1\n2025年宣传计划\n一、宣传\n1.张贴海报。4月底前完成。（宣传科）\n")
    assert [plan.title for plan in found.plans] == ["关于做好2025年普查工作的通知", "2025年宣传计划"]


def test_a_sentence_that_names_attachments_opens_no_plan() -> None:
    text = SCHEDULE.replace(
        "云岭县统计局", "附件2、3和汇总表由各村打包提交，于3月20日前报送。\n附件：\n1.登记表\n2.汇总表\n云岭县统计局"
    )
    [plan] = draft(text).plans
    assert [task.number for task in plan.tasks] == ["1", "2"]


TWICE = """软件专业2025年建设方案
一、专业简介
软件专业面向全县招生。
二、学制
1.年限
四年
三、主干学科
四、主要课程
五、课程设置
六、保障
1.编制计划。6月底前完成。（教务处负责）
"""


def test_headings_that_come_again_in_another_plan_are_no_contents() -> None:
    found = draft(TWICE + TWICE.replace("软件", "网络"))
    assert [len(plan.sections) for plan in found.plans] == [6, 6]
    assert not any(diagnostic.code == "contents" for diagnostic in found.diagnostics)


def test_contents_without_a_heading_leave_the_title() -> None:
    listed = "一、水利\n（一）清理河道\n（二）修缮站房\n二、林业\n（一）补植林带\n三、保障措施\n"
    text = "一、水利\n（一）清理河道。6月底前完成。\n（二）修缮站房。年底前完成。\n二、林业\n（一）补植林带。4月底前完成。\n三、保障措施\n压实责任。\n"
    [plan] = draft("云岭县2025年重点工作要点\n" + listed + text).plans
    assert plan.title == "云岭县2025年重点工作要点"
    assert len(plan.tasks) == 3


FRAMES = ("云岭网|云岭县政府网\n\n", "栏目列表\n", "电脑桌面\n\n", "新闻 公告 专题\n")


@pytest.mark.parametrize("above", FRAMES)
@pytest.mark.parametrize(
    "title", ["2025年全县水利工作要点", "2024—2025学年第二学期云湖小学教研计划", "2025年云岭县普法工作安排"]
)
def test_what_stands_above_a_whole_title_is_no_part_of_it(above: str, title: str) -> None:
    [plan] = draft(f"{above}{title}\n一、修渠。\n1.清淤。3月底前完成。\n2.护坡。6月底前完成。\n").plans
    assert plan.title == title


WRAPPED = """云岭县水利局关于印发《云岭县水利局二〇二五年重点工作
推进节水护河任务分工方案》的通知
各科室、局属各单位：
现将《云岭县水利局二〇二五年重点工作推进节水护河任务
分工方案》印发给你们，请结合实际，认真抓好落实到位。
附件：1.云岭县水利局二〇二五年重点工作推进节水护河任务
分工方案
2.云岭县水利局二〇二五年节水护河宣传普及工作任务清单
云岭县水利局
2025年3月18日
云岭县水利局二〇二五年重点工作推进节水护河任务分工方案
{text}
一、修缮水渠。县水利局组织各镇逐段排查，修补渗漏点位。
（由规划科牵头，会同财务科、各镇水利站、县水文站办理）
"""


@pytest.mark.parametrize(
    "text", ["2025年工作的总体要求是：节水优先，系统治理，量水而行，\n久久为功。", "为节水护河，制定本方案。"]
)
def test_full_lines_of_a_wrapped_text_that_end_a_title_or_a_notice(text: str) -> None:
    found = draft(WRAPPED.format(text=text))
    assert [plan.title for plan in found.plans] == ["云岭县水利局二〇二五年重点工作推进节水护河任务分工方案"]
    assert found.notice is not None
    zones = dict(found.notice.lines)
    assert zones["signature"] == "云岭县水利局"
    assert zones["title"].endswith("方案》的通知")
    assert zones["addressee"] == "各科室、局属各单位："


@pytest.mark.parametrize("title", ["3.5学雷锋活动方案", "12.9“薪火”纪念活动方案", "4.23读书日活动安排"])
def test_a_title_that_begins_with_a_day_of_note(title: str) -> None:
    text = f"{title}\n柳岸分享\n为弘扬新风，制定本方案。\n1.召开动员会。\n2.走访敬老院。"
    assert [plan.title for plan in draft(text).plans] == [title]


@pytest.mark.parametrize("above", ["深化水价改革", "云岭县水利局", "云岭县推进节水和"])
def test_the_first_line_of_a_title_that_says_whose_work_it_is(above: str) -> None:
    [plan] = draft(f"{above}\n2025年重点工作任务\n一、修渠。\n1.清淤。3月底前完成。\n2.护坡。6月底前完成。\n").plans
    assert plan.title == f"{above}2025年重点工作任务"


@pytest.mark.parametrize("above", ["", *FRAMES])
def test_a_notice_that_is_the_plan_gives_its_title(above: str) -> None:
    text = f"{above}关于开展清河行动的通知\n\n各乡镇水利站：\n现将有关事项通知如下。\n一、活动时间\n2025年5月-7月。\n二、重点任务\n（一）清理河面。打捞水草。\n（二）整治河岸。拆除违建。\n"
    assert [plan.title for plan in draft(text).plans] == ["关于开展清河行动的通知"]


HANDED_ON = """
云岭县人民政府办公室关于印发《2025年政府工作报告任务分解方案》的通知
云政办〔2025〕1号
各乡镇人民政府：
《2025年政府工作报告任务分解方案》已经县政府同意，现印发给你们，并就有关事项通知如下：
一、压实责任。各单位要于2025年2月3日前将办理方案报县政府督查室。
二、加强督办。各单位要于每季度末报送进展情况。
云岭县人民政府办公室
2025年1月17日
"""


def test_a_notice_without_the_plan_that_it_hands_on_is_no_plan() -> None:
    found = draft(HANDED_ON)
    assert found.plans == []
    assert found.notice is not None
    assert [text[:2] for zone, text in found.notice.lines if zone == "body"][-2:] == ["一、", "二、"]
    assert any(one.code == "items-outside-plan" for one in found.diagnostics) is False


def test_the_same_notice_with_its_plan_loses_nothing() -> None:
    plan = "2025年政府工作报告任务分解方案\n一、修渠。\n1.清淤。3月底前完成。（县水利局）\n2.护坡。6月底前完成。（县水利局）\n"
    [found] = draft(HANDED_ON + plan).plans
    assert [task.title for task in found.tasks] == ["清淤", "护坡"]


def test_items_behind_a_table_of_figures_are_no_cells_of_it() -> None:
    text = """云岭县2025年招商工作要点
一、项目签约
1.精准招商。近年资金如下。（责任单位：县投促局）
指标\t2022年\t2023年\t2024年
到账资金（亿元）\t41.2\t47.9\t53.6
落户企业（家）\t38\t45\t52
2.举办大会。4月下旬举办。（责任单位：县茶产业中心）
二、项目落地
3.专班推进。每半月会商一次。（责任单位：县政府办）
4.清理用地。8月底前出清800亩。（责任单位：县自然资源局）
"""
    [plan] = draft(text).plans
    assert [task.title for task in plan.tasks] == ["精准招商", "举办大会", "专班推进", "清理用地"]


@pytest.mark.parametrize("listed", ["附表：重点项目清单\n", "", "二、基础\n附表2025年工程计划表\n"])
def test_a_table_inside_an_outline_cuts_nothing(listed: str) -> None:
    text = "云岭县2025年工作要点\n一、项目\n（一）实施攻坚。年底前开工。（责任单位：发改局）\n{}序号\t项目名称\t完成时限\t责任单位\n1\t修水库\t6月底前\t水利局\n2\t修公路\t年底前\t交通局\n3\t修桥梁\t9月底前\t交通局\n（二）新建学校。6月底前完成。（责任单位：教育局）\n"
    [plan] = draft(text.format(listed)).plans
    assert [task.title for task in plan.tasks] == ["实施攻坚", "修水库", "修公路", "修桥梁", "新建学校"]


@pytest.mark.parametrize(
    ("item", "said"), [("1.报送名单。3月底前报送。（责任单位：各水利站）", True), ("1.压实责任。落实到人。", False)]
)
def test_items_of_a_covering_notice_that_say_who_and_when_are_said(item: str, said: bool) -> None:
    text = HEADS["a notice without a date"][0].replace("印发给你们。", f"印发给你们。\n{item}")
    found = draft(text)
    assert [plan.title for plan in found.plans] == ["2025年水利工作要点"]
    assert any(one.code == "items-outside-plan" for one in found.diagnostics) == said


@pytest.mark.parametrize("number", ["", "云教〔2025〕23号\n", "云教办发[2025]3号\n"])
@pytest.mark.parametrize("addressee", ["各二级单位：", "各学校、幼儿园："])
def test_a_number_between_a_notices_title_and_its_addressee(number: str, addressee: str) -> None:
    head = f"关于做好2025年评审工作的通知\n{number}{addressee}\n现将有关事项通知如下：\n"
    items = "一、个人申报（6月17日—6月28日）。填写表格。\n二、单位初审（7月1日—7月5日）。逐人审核。\n"
    found = draft(head + items + "云岭县教育局\n2025年6月11日\n").notice
    assert found is not None
    zones = dict(found.lines)
    assert zones["addressee"] == addressee
    assert zones.get("doc-number", "") == number.strip()


def test_a_letterhead_around_a_plan_that_is_its_own_notice() -> None:
    found = draft(
        "中共云岭县委办公室文件\n云委办〔2025〕2号\n云岭县2025年工作要点\n各乡镇、县直各单位：\n"
        "现将工作要点印发给你们，请执行。\n一、修路。\n1.3月底前修通。（县交通局）\n2.6月底前验收。（县交通局）\n"
    )
    assert found.notice is not None
    assert ("doc-number", "云委办〔2025〕2号") in found.notice.lines
    assert found.plans[0].title == "云岭县2025年工作要点"


@pytest.mark.parametrize("numbered", [False, True])
def test_tables_without_numbers_count_their_tasks_through_the_plan(numbered: bool) -> None:
    """Those that have numbers keep them."""
    head = ["序号"] * numbered + ["工作任务", "责任单位", "完成时间"]
    blocks: list[Block] = [line("云岭市2025年宣传工作安排")]
    for heading, deeds in (("一、上半年", ("制作视频", "组织评选")), ("二、下半年", ("公示结果", "汇编成册"))):
        rows = [head, *([str(k)] * numbered + [deed, "宣传科", "3月"] for k, deed in enumerate(deeds, 1))]
        blocks += [line(heading), table(*rows)]
    (plan,) = segment(Source(blocks, "application/pdf")).plans
    assert [task.number for task in plan.tasks] == (["1", "2", "1", "2"] if numbered else ["1", "2", "3", "4"])
