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
