"""Outlines as copies of pages leave them: headings at the end of a paragraph, members of groups, fields of the whole plan."""

from __future__ import annotations

import pytest

import plancli
from plancli.segment.copied_lines import head_apart

from .drawing import draft

TITLE = "云岭中学2024年读书节活动方案\n"


def _titles(text: str) -> tuple[list[str], list[str]]:
    plan = draft(TITLE + text).plans[0]
    return [section.title for section in plan.sections], [task.title for task in plan.tasks]


@pytest.mark.parametrize("blank", ["", " "])
def test_a_heading_at_the_end_of_a_paragraph_is_one(blank: str) -> None:
    text = f"为办好读书节，制定本方案。{blank}一、总体目标\n人人读好书。{blank}二、实施步骤\n（一）启动阶段。4月8日前制定细则。\n"
    assert _titles(text) == (["总体目标", "实施步骤"], ["启动阶段"])


@pytest.mark.parametrize("heading", ["组织机构", "组织领导"])
def test_members_of_groups_and_the_time_of_all_are_no_tasks(heading: str) -> None:
    text = (
        f"一、活动时间：2024年4月\n二、{heading}\n1、筹备组\n组长：何静\n成员：各班班主任\n2、后勤组\n负责人：周明远\n"
        "三、活动内容\n1、开幕式（4月3日）\n2、朗诵会（4月9日）\n"
    )
    sections, tasks = _titles(text)
    assert "活动时间：2024年4月" in sections
    assert tasks == ["开幕式（4月3日）", "朗诵会（4月9日）"]


def test_points_with_lines_of_their_own_are_tasks() -> None:
    text = "一、活动安排\n1.开幕日\n（1）升旗仪式\n活动时间：4月3日\n责任单位：德育处\n（2）图书漂流\n活动时间：4月4日\n责任单位：图书馆\n2.总结\n责任单位：办公室\n"
    assert _titles(text)[1] == ["升旗仪式", "图书漂流", "总结"]


def test_a_title_whose_text_begins_with_a_time_is_a_task() -> None:
    text = "一、时间安排\n（一）准备阶段（4月1—3日）\n成立小组。\n（二）评比\n4月9日，由图书馆评选优秀读者。\n"
    assert _titles(text)[1] == ["准备阶段（4月1—3日）", "评比"]


def test_a_notice_without_title_is_known_by_address_and_signature() -> None:
    text = "局属各单位：\n现将有关事项通知如下。\n一、安排\n1.植树。4月3日前完成。\n云岭县林业局\n2024年3月1日\n"
    notice = draft(text).notice
    assert notice is not None
    assert ("addressee", "局属各单位：") in notice.lines
    assert ("date", "2024年3月1日") in notice.lines


@pytest.mark.parametrize(("first", "second"), [("1、", "2、"), (" 1.", "2."), ("（1）", "（2）"), ("：①", "②")])
def test_a_first_item_on_its_headings_line_stands_beneath_it(first: str, second: str) -> None:
    text = f"云岭县2025年宣传月方案\n一、活动安排\n（一）宣传发动{first}6月1日，召开会议。（责任单位：县应急局）\n{second}6月2日至9日，开设专栏。（责任单位：县融媒体中心）\n（二）现场咨询{first}6月16日，设置展台。（责任单位：县司法局）\n{second}6月底前，汇总情况。（责任单位：县应急局）\n"
    tasks = plancli.parse(text.encode()).plans[0].tasks
    assert [(task.section_path[-1], len(task.departments), len(task.time_nodes)) for task in tasks] == [
        (heading, 1, 1) for heading in ("宣传发动", "宣传发动", "现场咨询", "现场咨询")
    ]


ADDRESS = "各乡镇人民政府，县政府各部门："
PROSE = "近年来，渠系建设取得成效。为进一步做好工作，现提出如下意见："
ITEMS = (
    "一、改善渠系（一）清淤支渠。逐段疏通，平整渠底。（县水利局牵头，县财政局配合）（二）更换闸门。2027年底前全部换完。（县水利局负责）"
    "二、节约用水（三）安装水表。入户登记，逐户安装。（县供水公司负责）"
)
TITLES = ["云岭县人民政府关于进一步改善灌溉的实施意见", "云岭县水利局关于做好渠系管护的通知", "云岭县灌溉工作方案"]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("apart", ["\n\n", ""])
def test_items_run_together_behind_brackets_and_titles(title: str, apart: str) -> None:
    found = draft(f"{title}云水发〔2027〕5号{apart}{ADDRESS}{PROSE}{ITEMS}\n")
    (plan,) = found.plans
    assert plan.title == title
    assert [section.title for section in plan.sections] == ["改善渠系", "节约用水"]
    assert [(task.label, task.title) for task in plan.tasks] == [
        ("（一）", "清淤支渠"),
        ("（二）", "更换闸门"),
        ("（三）", "安装水表"),
    ]
    assert found.notice is not None and ("addressee", ADDRESS) in found.notice.lines


@pytest.mark.parametrize(
    "line", ["各乡镇要把渠系管护摆上议程：逐段排查。完成登记。", "云岭县水利局下发云水发〔2027〕5号文件。"]
)
def test_prose_that_names_bodies_or_a_number_stays_whole(line: str) -> None:
    (plan,) = draft(f"云岭县灌溉工作方案\n{line}\n一、清淤支渠。6月底前完成。\n二、更换闸门。9月底前完成。\n").plans
    assert plan.preamble == line


def test_who_signs_and_when_may_stand_on_one_line() -> None:
    text = f"云水发〔2027〕5号\n{ADDRESS}\n现将《云岭县灌溉工作方案》印发给你们，请认真落实。\n云岭县水利局 2027年2月3日\n云岭县灌溉工作方案\n1.清淤支渠。6月底前完成。\n"
    found = draft(text)
    assert found.notice is not None and ("signature", "云岭县水利局2027年2月3日") in found.notice.lines
    assert [plan.title for plan in found.plans] == ["云岭县灌溉工作方案"]


@pytest.mark.parametrize(("text", "own"), [("各培训班结束后组织考试。", True), ("各单位要认真落实本方案。", False)])
def test_a_last_bare_title_has_its_text_as_those_before_it_have(text: str, own: bool) -> None:
    lines = ["云岭县2027年培训方案", "一、培训安排"]
    for number, title in zip("一二三", ("教材安排", "课程设置", "考试发证"), strict=True):
        lines += [f"（{number}）{title}。", "由培训机构按需确定，报县农业局备案。" if number != "三" else text]
    (plan,) = draft("\n".join(lines) + "\n").plans
    assert (plan.tasks[-1].text, plan.closing) == ((text, "") if own else ("", text))


@pytest.mark.parametrize(
    "above", ["", "云岭县水利局\n", "欢迎访问云岭县水利局网站！\n", "网上入会\n欢迎访问本站！\n", "渠系管理的事项\n"]
)
@pytest.mark.parametrize("title", ["云岭县水利局关于印发渠系管护方案的通知", "关于做好渠系管护工作的通知"])
def test_a_notices_title_ends_where_it_is_whole(above: str, title: str) -> None:
    found = draft(
        f"{above}{title}\n云水发〔2027〕5号\n{ADDRESS}\n为管好渠系，现通知如下：\n一、清淤支渠。6月底前完成。\n二、更换闸门。9月底前完成。\n"
    )
    assert found.notice is not None
    assert {text.removeprefix("云岭县水利局") for zone, text in found.notice.lines if zone == "title"} == {
        title.removeprefix("云岭县水利局")
    }


@pytest.mark.parametrize(
    "address", ["全体党员：", "各位家长：", "各县（市）住建、水利主管部门，在县金融机构：", "各镇街、县直各单位："]
)
def test_whom_a_notice_is_sent_to(address: str) -> None:
    found = draft(
        f"关于开展清渠活动的通知\n{address}\n为管好渠系，现通知如下：\n一、清淤支渠。6月底前完成。\n二、更换闸门。9月底前完成。\n"
    )
    assert found.notice is not None and ("addressee", address) in found.notice.lines


def test_a_title_shortened_above_the_document_is_the_documents_own() -> None:
    whole = ["关于组织开展“清渠护水”", "——全县志愿者清渠竞赛的通知"]
    text = "关于组织开展全县志愿者清渠竞赛的通知\n发布时间：2027年3月2日 点击数：5\n" + "\n".join(whole)
    (plan,) = draft(
        text + "\n全体会员：\n现通知如下：\n一、清淤支渠。6月底前完成。\n二、更换闸门。9月底前完成。\n"
    ).plans
    assert plan.title == "".join(whole)


@pytest.mark.parametrize("again", [1, 2])
def test_a_title_that_the_news_above_it_announces_on_two_lines(again: int) -> None:
    news = "3月2日，云岭县水利局发布了《渠系管护的若干措施（试行）》。\n渠系管护的若干措施\n（试行）\n"
    (plan,) = draft(
        "云岭拟出台管渠新政，涉及补助！\n"
        + news * again
        + "为管好渠系，提出以下措施。\n1.清淤支渠。6月底前完成。\n2.更换闸门。9月底前完成。\n"
    ).plans
    assert plan.title == "渠系管护的若干措施（试行）"


@pytest.mark.parametrize(
    "frame",
    [
        "时间：\n2027-03-02\n来源：\n云岭县水利局\n【字体:\n大\n中\n小\n】\n打印\n",
        "发布日期：\n2027-03-02\n浏览次数：\n15\n[\n打印\n]\n",
    ],
)
def test_a_pages_frame_may_have_names_and_values_on_lines_of_their_own(frame: str) -> None:
    text = f"当前位置：\n首页\n>\n重要文件\n{frame}云岭县渠系管护方案\n1.清淤支渠。6月底前完成。\n2.更换闸门。9月底前完成。\n"
    (plan,) = draft(text).plans
    assert (plan.title, plan.preamble, plan.head) == ("云岭县渠系管护方案", "", [])


@pytest.mark.parametrize("broken", ["（牵 头单位：", "（牵\n头单位：", "（\n牵头单位："])
def test_a_line_end_of_the_source_inside_an_assignment_begins_no_field(broken: str) -> None:
    """Word breaks the lines of the pages that it saves at any character."""
    page = f"<html><body><h1>汐州市2026年治水工作要点</h1><p>1.清理河道。4月底前清淤30公里。{broken}水务局；配合单位：城管局）</p><p>2.补种护岸林。（牵头单位：林业局）</p></body></html>"
    first, _ = plancli.parse(page.encode()).plans[0].tasks
    assert [(body.name, body.role) for body in first.departments] == [("水务局", "lead"), ("城管局", "support")]


@pytest.mark.parametrize(
    "line",
    ["云水政发〔2031〕4号为做好防汛工作", "请按照云水政发〔2031〕4号抓好落实", "依据云水政发〔2031〕4号，开展检查"],
)
def test_a_number_among_words_parts_nothing(line: str) -> None:
    assert head_apart(line) == []
