"""Pages on a line each, as sites that share documents copy them: where their lines ended."""

from __future__ import annotations

import pytest

import plancli
from plancli.extract.text.lost_line_ends import with_line_ends
from plancli.model.source import Line

OPENING = "为做好汛前准备，各乡镇要按照县里的统一部署，把责任落到人头，把措施落到地块，把物资备到现场，不留死角，不留盲区，确保安全度汛。"
FIRST = f"云岭县2025年水利工作要点 {OPENING}{OPENING} 一、水毁修复 1.加固堤防3公里。 牵头领导：何静 责任单位：县水务局 项目责任人：周明远 完成情况：已进场。 2.清理沟渠。5月底前完成。 责任单位：各乡镇人民政府 二、日常管"
SECOND = f"护 3.培训管水员200人次。{OPENING}{OPENING} 责任单位：县水务局 配合单位：县财政局 三、宣传引导 4.举办护水讲座时间：6月 责任单位：县教育局。把道理讲明白，把办法教到位，把联系方式留下来，让每户都有人懂。"


def told(text: str) -> list[tuple[str, str, list[str]]]:
    (plan,) = plancli.parse(text.encode()).plans
    return [(task.number, task.title, [body.name for body in task.departments]) for task in plan.tasks]


TASKS = [
    ("1", "加固堤防3公里", ["县水务局"]),
    ("2", "清理沟渠", ["各乡镇人民政府"]),
    ("3", "培训管水员200人次", ["县水务局", "县财政局"]),
    ("4", "举办护水讲座", ["县教育局"]),
]


def test_pages_with_their_numbers_go_on_in_the_middle_of_a_word() -> None:
    bulletin = plancli.parse(f"1、{FIRST}\n2、{SECOND}\n".encode())
    (plan,) = bulletin.plans
    assert plan.title == "云岭县2025年水利工作要点"
    assert [section.title for section in plan.sections] == ["水毁修复", "日常管护", "宣传引导"]
    assert [person.name for person in plan.tasks[0].leaders] == ["何静", "周明远"]
    assert [node.raw for node in plan.tasks[3].time_nodes] == ["6月"]
    assert [one.text for one in bulletin.diagnostics if one.code == "page-number"] == ["1、\n2、"]
    assert bulletin.coverage.lost == 0
    assert told(f"1、{FIRST}\n2、{SECOND}\n") == TASKS


@pytest.mark.parametrize(
    ("field", "text"),
    [("活动时间：6月", "活动时间：6月"), ("时间：6月", "时间：6月"), ("办班时间：6月", "办班时间：6月")],
)
def test_a_field_that_a_blank_parts_is_one(field: str, text: str) -> None:
    items = "".join(f" （{number}）举办讲座 {field} 承办单位：县教育局" for number in "一二三")
    (plan,) = plancli.parse((OPENING * 3 + items).encode()).plans
    assert [(task.title, task.text) for task in plan.tasks] == [("举办讲座", f"{text}\n承办单位：县教育局")] * 3


def test_a_page_alone_has_no_number() -> None:
    assert told(FIRST + SECOND) == TASKS


def test_a_number_that_is_due_may_be_cut_by_a_blank() -> None:
    names = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    text = (
        OPENING * 4
        + "".join(f" {name}、清理第{name}段河道，责任单位：县水务局" for name in names)
        + "十 一、加固堤防。"
    )
    assert told(text)[-1][:2] == ("11", "加固堤防")


def test_a_bracketed_number_stands_behind_a_heading() -> None:
    items = "一、打牢基础（一）清理沟渠。按照第（二）项要求办理。（二）加固堤防。二、加强宣传（三）举办讲座。"
    (plan,) = plancli.parse((OPENING * 4 + items).encode()).plans
    assert [section.title for section in plan.sections] == ["打牢基础", "加强宣传"]
    assert [task.title for task in plan.tasks] == ["清理沟渠", "加固堤防", "举办讲座"]


@pytest.mark.parametrize(
    "texts",
    [
        [OPENING * 4, OPENING * 4],
        [OPENING * 4 + "要做到：1.早部署。2.早准备。"],
        [f"1、{OPENING}{OPENING}{OPENING}{OPENING}", f"2、{OPENING}{OPENING}{OPENING}{OPENING}"],
        [OPENING * 4 + " 一、修复 二、管护 三、宣传", OPENING * 4],
        ["云岭县水利工作要点", OPENING + "一、修复。二、管护。三、宣传。"],
    ],
)
def test_other_texts_stay_as_they_are(texts: list[str]) -> None:
    lines = [Line(text, number=number) for number, text in enumerate(texts, 1)]
    assert with_line_ends(lines) == (lines, [])


GLUED = (
    "云岭市水利学会文件云水会〔2025〕6号云岭市水利学会关于印发《2025年全市水利学会工作要点》的通知各会员单位:"
    "为做好全年工作，现将《2025年全市水利学会工作要点》印发给你们，请认真贯彻执行，并将落实情况及时报送学会秘书处。{tail}"
    "2025年全市水利学会工作要点为贯彻落实上级部署，结合学会实际，制定本要点，请各会员单位对照要点抓好落实，形成合力。"
    "一、抓好宣讲。6月底前办讲座。二、建好队伍。责任单位：秘书处{stop}三、办好年会。12月底前召开。四、做好总结。"
)


@pytest.mark.parametrize("tail", ["附件:2025年全市水利学会工作要点附件", "云岭市水利学会2025年3月1日", ""])
@pytest.mark.parametrize("stop", ["。", ".", ""])
def test_a_notice_and_its_plan_on_one_line(tail: str, stop: str) -> None:
    bulletin = plancli.parse(GLUED.format(tail=tail, stop=stop).encode())
    (plan,) = bulletin.plans
    assert plan.title == "2025年全市水利学会工作要点"
    assert [task.title for task in plan.tasks] == ["抓好宣讲", "建好队伍", "办好年会", "做好总结"]
    assert bulletin.notice is not None
    assert bulletin.notice.title == "云岭市水利学会关于印发《2025年全市水利学会工作要点》的通知"
    assert (bulletin.notice.doc_number, bulletin.notice.addressee) == ("云水会〔2025〕6号", "各会员单位")
    assert bulletin.coverage.lost == 0


PAGE = """当前位置：首页 > 政务公开 > 规划计划
云岭县2025年水利工作要点
发布日期：2025-02-06 16:40
信息来源：县水利局
浏览次数：82
字体：[ 大 中 小 ]
为做好全年水利工作，结合本县实际，制定本要点。
一、抓好防汛抗旱
1.修订防汛预案。组织专家论证，3月底前完成修订。（责任单位：防汛办、工程股）
2.开展汛前检查。对全县水库逐座检查，4月15日前完成。（责任单位：工程股）
二、抓好农田水利
3.清淤渠道60公里。按轻重缓急分批实施，11月底前完成。（责任单位：农水股、各乡镇）
【打印】 【关闭】
上一篇：无
扫一扫在手机打开当前页"""
NOTICE = """云岭市水务局关于开展2027年节水宣传活动的通知
各县（市、区）水利（水务）局，市直有关单位：
为纪念世界水日，决定开展节水宣传系列活动，现将有关事项通知如下：
一、活动内容
1.举办节水科普展览。3月22日至28日在市科技馆展出，面向中小学生免费开放。责任单位：市水务局。
2.开展节水机关对标行动。3月底前完成对标，5月集中授牌。责任单位：市机关事务局。
3.发布节水工艺。企业自愿申报，4月15日前向社会公布。责任单位：市工信局。
二、有关要求
1.精心组织。各单位要细化方案，明确专人负责。
2.及时反馈。活动小结请于7月10日前报市水务局节水办。
云岭市水务局
2027年3月2日"""
COVERED = """云岭县水利局关于印发《2025年水利工作要点》的通知
云水发〔2025〕5号
各乡镇水管站，局属各单位：
现将《2025年水利工作要点》印发给你们，请结合实际，认真贯彻执行。
云岭县水利局
2025年2月3日
2025年水利工作要点
一、抓好防汛抗旱
1.修订防汛预案。组织专家论证，3月底前完成修订。（责任单位：防汛办、工程股）
2.开展汛前检查。对全县水库逐座检查，4月15日前完成。（责任单位：工程股）
二、抓好农田水利
3.清淤渠道60公里。按轻重缓急分批实施，11月底前完成。（责任单位：农水股、各乡镇）"""


def shape(text: str) -> list[object]:
    bulletin = plancli.parse(text.encode())
    assert bulletin.coverage.lost == 0
    notice = bulletin.notice
    found: list[object] = [notice and (notice.title, notice.doc_number, notice.addressee, notice.issued_on)]
    for plan in bulletin.plans:
        tasks = [
            (one.number, one.title, one.text, one.section_path, [body.name for body in one.departments])
            for one in plan.tasks
        ]
        found += [plan.title, plan.year, plan.preamble, plan.closing, [one.title for one in plan.sections], tasks]
    return found


@pytest.mark.parametrize("joint", [" ", "  ", "\u3000\u3000"])
@pytest.mark.parametrize("page", [PAGE, NOTICE, COVERED], ids=["page", "notice", "covered"])
def test_a_whole_page_on_one_line_is_read_as_on_its_own(page: str, joint: str) -> None:
    assert shape(page.replace("\n", joint)) == shape(page)


def test_a_page_without_any_blanks_keeps_its_title_and_its_items() -> None:
    plan = "\n".join(PAGE.split("\n")[1:2] + PAGE.split("\n")[6:12])
    assert shape(plan.replace("\n", "")) == shape(plan)
    assert shape(COVERED.replace("\n", "")) == shape(COVERED)


@pytest.mark.parametrize("number", ["附件1.", "表2.", "第1、"])
def test_a_number_behind_a_word_that_no_other_follows_is_no_item(number: str) -> None:
    items = f"一、清理沟渠按{number}要求办理。1.早部署。2.早准备。3.早落实。二、加强宣传1.举办讲座。2.发放手册。"
    (plan,) = plancli.parse((OPENING * 4 + items).encode()).plans
    assert [section.title for section in plan.sections][-1] == "加强宣传"
    assert [task.title for task in plan.tasks][-5:] == ["早部署", "早准备", "早落实", "举办讲座", "发放手册"]
