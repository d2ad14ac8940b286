"""Headings that say on what terms and to what end a plan is, and what stands around a notice that is the plan itself."""

from __future__ import annotations

import pytest

import plancli

from .drawing import draft

WORK = "二、主要任务\n（一）疏浚沟渠。4月底前疏浚沟渠12条。（责任单位：县水务局）\n（二）加固堤段。5月底前加固堤段3处。（责任单位：县水务局）\n"


@pytest.mark.parametrize("stop", ["", "。"])
@pytest.mark.parametrize("heading", ["工作目标", "总体目标", "指导思想", "报送要求", "基本原则和要求", "主题与时间"])
def test_a_heading_of_terms_is_no_task(heading: str, stop: str) -> None:
    text = f"云岭县2026年汛前准备方案\n一、{heading}{stop}\n全县力争5月底前完成汛前准备，由县水务局汇总。\n{WORK}"
    plan = draft(text).plans[0]
    assert ([section.title for section in plan.sections], len(plan.tasks)) == ([heading, "主要任务"], 2)
    assert plan.sections[0].text == "全县力争5月底前完成汛前准备，由县水务局汇总。"


@pytest.mark.parametrize("heading", ["落实安全要求。", "实现减排目标。"])
def test_a_sentence_that_ends_in_such_a_word_is_work(heading: str) -> None:
    text = f"云岭县2026年汛前准备方案\n一、{heading}\n5月底前完成。（责任单位：县水务局）\n{WORK}"
    assert draft(text).plans[0].tasks[0].title == heading.removesuffix("。")


@pytest.mark.parametrize("stop", ["", "。"])
def test_the_last_heading_of_terms_keeps_its_text(stop: str) -> None:
    text = f"云岭县2026年汛前准备方案\n一、工作目标\n确保安全度汛。\n{WORK}三、报送要求{stop}\n各镇于6月5日前将总结报县水务局。\n"
    plan = draft(text).plans[0]
    assert [section.title for section in plan.sections] == ["工作目标", "主要任务", "报送要求"]
    assert (plan.sections[2].text, plan.closing, len(plan.tasks)) == ("各镇于6月5日前将总结报县水务局。", "", 2)


@pytest.mark.parametrize(
    "printed", ["云岭县水务局办公室2026年3月6日印发", "云岭县水务集团有限公司综合管理部2026年3月6日"]
)
@pytest.mark.parametrize("head", ["关于做好2026年汛前检查工作的通知", "关于做好2026年汛前检查和沟渠疏浚工作\n的通知"])
def test_a_notice_is_signed_above_who_has_printed_it(head: str, printed: str) -> None:
    text = (
        f"云岭县水务局文件\n云水〔2026〕7号\n{head}\n各镇水务站：\n现将有关事项通知如下：\n{WORK}"
        f"云岭县防汛办公室\n2026年3月5日\n抄送：县政府办公室\n{printed}\n"
    )
    bulletin = plancli.parse(text.encode())
    assert bulletin.notice is not None
    assert (str(bulletin.notice.issued_on), bulletin.notice.issuer) == ("2026-03-05", "云岭县防汛办公室")
    assert bulletin.plans[0].title == bulletin.notice.title == head.replace("\n", "")
    assert bulletin.plans[0].issuer == "云岭县防汛办公室"


@pytest.mark.parametrize("mark", ["附件1：", "附："])
@pytest.mark.parametrize("signature", ["教务处\n3月5日\n", "云岭县第二中学\n2026年3月5日\n"])
def test_an_attachment_s_mark_may_stand_before_its_title(mark: str, signature: str) -> None:
    text = (
        "云岭县第二中学关于2026年教研工作的通知\n各教研组：\n现将方案发给你们，请认真准备。\n附件：听课记录表\n"
        f"{signature}{mark}      云岭县第二中学2026年教研方案\n为做好教研工作，制定本方案。\n"
        "1.开展听课评课。4月底前各组听课10节。（责任部门：教务处）\n2.组织磨课研课。5月底前每组磨课2节。（责任部门：教科室）\n"
    )
    bulletin = plancli.parse(text.encode())
    assert bulletin.notice is not None
    assert (bulletin.notice.title, bulletin.notice.addressee) == ("云岭县第二中学关于2026年教研工作的通知", "各教研组")
    assert [(plan.title, len(plan.tasks)) for plan in bulletin.plans] == [("云岭县第二中学2026年教研方案", 2)]


def test_a_list_of_attachments_behind_a_notice_begins_no_plan() -> None:
    text = (
        "云岭县水务局关于印发2026年河湖管护方案的通知\n各镇水务站：\n现将方案印发给你们，请认真落实。\n"
        "附件1：云岭县2026年河湖管护方案\n附件2：云岭县2026年河湖巡查方案\n云岭县水务局\n2026年3月5日\n"
        f"云岭县2026年河湖管护方案\n{WORK}"
    )
    bulletin = plancli.parse(text.encode())
    assert bulletin.notice is not None
    assert (bulletin.notice.issuer, str(bulletin.notice.issued_on)) == ("云岭县水务局", "2026-03-05")
    assert [plan.title for plan in bulletin.plans] == ["云岭县2026年河湖管护方案"]


@pytest.mark.parametrize(
    "news", ["我县出台《云岭县2026年养老服务措施》", "云岭县印发《云岭县2026年养老服务措施》（附全文）"]
)
def test_a_title_that_a_page_s_news_quotes_names_the_plan(news: str) -> None:
    text = f"{news}\n发布日期：2026-05-17 16:17\n云岭县2026年养老服务措施\n为加强养老服务，制定本措施。\n{WORK}"
    bulletin = plancli.parse(text.encode())
    assert [plan.title for plan in bulletin.plans] == ["云岭县2026年养老服务措施"]


def test_a_notice_that_says_nothing_is_none() -> None:
    text = f"我县出台《云岭县2026年养老服务措施》\n云岭县2026年养老服务措施\n为加强养老服务，制定本措施。\n{WORK}"
    assert plancli.parse(text.encode()).notice is None


@pytest.mark.parametrize("foot", ["本站支持IPv6访问\n分享", "点击下载此文件", "【原文下载】", "下载附件"])
def test_what_stands_beneath_a_signature_on_a_page(foot: str) -> None:
    text = f"云岭县水务局关于做好2026年汛前准备的通知\n各镇水务站：\n现将有关事项通知如下：\n{WORK}云岭县水务局\n2026年3月5日\n打印本页\n主办单位：云岭县水务局\n网站地图\n备案号：云ICP备10000001号\n{foot}\n"
    bulletin = plancli.parse(text.encode())
    assert bulletin.notice is not None
    assert (bulletin.notice.issuer, str(bulletin.notice.issued_on)) == ("云岭县水务局", "2026-03-05")
    assert bulletin.plans[0].tasks[-1].text == "5月底前加固堤段3处。（责任单位：县水务局）"


def test_rules_and_bare_heads_of_markdown_are_no_text() -> None:
    text = f"# 云岭县2026年汛前准备方案\n***\n{WORK}\n##\n---\n云岭县水务局\n\n2026年3月5日\n\n---\n*[📄 点击下载此文件](/files/1.pdf)\n"
    (plan,) = plancli.parse(text.encode()).plans
    assert (plan.closing, plan.tasks[-1].text) == ("", "5月底前加固堤段3处。（责任单位：县水务局）")


ARTICLES = "云岭县沟渠疏浚验收办法\n第一条 为规范验收，制定本办法。\n第二条 验收由县水务局组织。\n第三条 本办法自2026年3月1日起施行。\n"


IN_CHAPTERS = ARTICLES.replace("第一条", "第一章 总则\n第一条").replace("第三条", "第二章 附则\n第三条")
BENEATH_HEADINGS = ARTICLES.replace("第一条", "一、总则\n第一条").replace("第三条", "二、附则\n第三条")


@pytest.mark.parametrize("articles", [ARTICLES, IN_CHAPTERS, BENEATH_HEADINGS])
def test_a_regulation_beside_a_plan_is_left_out_and_said(articles: str) -> None:
    bulletin = plancli.parse(f"附件1\n云岭县2026年汛前准备方案\n{WORK}附件2\n{articles}".encode())
    assert [plan.title for plan in bulletin.plans] == ["云岭县2026年汛前准备方案"]
    left = [told.text or "" for told in bulletin.diagnostics if told.code == "outside-plan"]
    assert left and "第二条" in left[0]
    assert bulletin.coverage.lost == 0


@pytest.mark.parametrize("articles", [ARTICLES, IN_CHAPTERS, BENEATH_HEADINGS])
def test_a_regulation_alone_is_read_and_doubted(articles: str) -> None:
    bulletin = plancli.parse(articles.encode())
    assert len(bulletin.plans) == 1
    assert "no-plan" in {told.code for told in bulletin.diagnostics}


def test_articles_that_say_who_has_them_are_tasks() -> None:
    assigned = ARTICLES.replace("组织。", "组织，5月底前完成。（责任单位：县水务局）")
    bulletin = plancli.parse(f"附件1\n云岭县2026年汛前准备方案\n{WORK}附件2\n{assigned}".encode())
    assert len(bulletin.plans) == 2


@pytest.mark.parametrize("stop", [".", "、"])
def test_items_that_begin_with_a_time_and_stand_on_one_line(stop: str) -> None:
    text = f"云岭县2026年演练方案\n三、日程安排\n1{stop}3月15日前，完成培训。2{stop}4月12日至30日，组织演练。\n3{stop}总结演练（7月2日）。\n"
    assert [task.number for task in draft(text).plans[0].tasks] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("title", "preamble", "issued", "year"),
    [
        ("关于做好2025年度考核工作的通知", "现将有关事项通知如下：", "2026年1月6日", 2026),
        ("关于做好2025年度考核工作的通知", "现将有关事项通知如下：", "2025年12月6日", 2025),
        ("关于开展2023-2025年度绩效评价的通知", "现将有关事项通知如下：", "2026年3月6日", 2026),
        ("关于开展2023-2025年度绩效评价的通知", "现将有关事项通知如下：", "2025年3月6日", 2023),
        ("关于做好2025年汛前准备的通知", "现将有关事项通知如下：", "2026年1月6日", 2025),
        ("关于开展资产绩效评价的通知", "现开展2024年度资产绩效评价，具体事项通知如下：", "2026年4月8日", 2026),
    ],
)
def test_what_is_judged_is_over(title: str, preamble: str, issued: str, year: int) -> None:
    text = f"{title}\n各镇水务站：\n{preamble}\n1.自查自评。5月15日前自查。（责任单位：各镇水务站）\n2.综合评定。5月31日前评定。（责任单位：县水务局）\n云岭县水务局\n{issued}\n"
    assert plancli.parse(text.encode()).plans[0].year == year
