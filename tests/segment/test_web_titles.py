"""Titles, numbers and addresses of documents as a web page gives them: said twice, on several lines, without a notice."""

from __future__ import annotations

import pytest

import plancli

ITEMS = "一、布置会场。3月底前布置会场。（责任单位：县文化馆）\n二、接待来宾。4月底前完成。（责任单位：县教育局）"
PLAN = f"云岭县开放日活动方案\n{ITEMS}"
BODY = f"现将《云岭县开放日活动方案》印发给你们，请认真执行。\n云岭县文化局\n2025年3月1日\n{PLAN}"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            "【新春专题】关于印发云岭县开放日活动方案的通知\n发布日期：2025-03-04 浏览次数：3\n",
            "关于印发云岭县开放日\n活动方案的通知",
        ),
        (
            "印发《云岭县开放日活动方案》的通知\n作者：王某 发布日期：2025-03-04\n",
            "云岭县文化局\n印发《云岭县开放日活动方案》的通知",
        ),
        ("", "云岭县文化局关于\n印发《云岭县开放日活动方案》的通知"),
        ("关于印发云岭县开放日活动方案的通知\n字体：大 中 小\n", "云岭县文化局关于印发云岭县开放日活动方案的通知"),
    ],
)
def test_a_notices_title_is_the_documents_own(above: str, title: str) -> None:
    bulletin = plancli.parse(f"{above}{title}\n云文发〔2025〕3号\n各乡镇人民政府，县直各单位：\n{BODY}".encode())
    notice = bulletin.notice
    assert notice is not None
    assert (notice.title, notice.doc_number) == (title.replace("\n", ""), "云文发〔2025〕3号")
    assert notice.addressee == "各乡镇人民政府，县直各单位"
    assert [(plan.title, len(plan.tasks)) for plan in bulletin.plans] == [("云岭县开放日活动方案", 2)]


@pytest.mark.parametrize("number", ["云政发〔2025〕3号\n", ""])
@pytest.mark.parametrize("title", ["云岭县人民政府关于办好开放日的实施意见", "云岭县2025年开放日工作要点"])
def test_a_plan_with_an_address_of_its_own_says_it_as_a_notice_does(title: str, number: str) -> None:
    address = "各乡镇人民政府，县政府各部门、各直属机构："
    bulletin = plancli.parse(f"{title}\n{number}{address}\n为办好开放日，提出以下意见。\n{ITEMS}".encode())
    assert bulletin.notice is not None
    assert (bulletin.notice.title, bulletin.notice.addressee) == (None, address[:-1])
    assert bulletin.notice.doc_number == (number.strip() or None)
    assert [(plan.title, len(plan.tasks)) for plan in bulletin.plans] == [(title, 2)]


@pytest.mark.parametrize("link", ["下载附件：报名表.doc", "（2025年3月1日印发）", "主动公开"])
def test_a_line_between_title_and_address_does_not_hide_the_address(link: str) -> None:
    text = f"关于做好开放日工作的通知\n{link}\n各科室、各单位：\n现将有关事宜通知如下：\n{ITEMS}"
    notice = plancli.parse(text.encode()).notice
    assert notice is not None and notice.addressee == "各科室、各单位"


def test_the_first_line_of_a_title_is_no_value_of_the_record_above() -> None:
    title = "云岭县人民政府关于办好开放日和新春各项工作的实施意见"
    record = f"索引号：\nA-1\n发文机关：\n云岭县人民政府\n标　　题：\n{title}\n成文日期：\n2025年3月1日\n主题词："
    bulletin = plancli.parse(f"{record}\n{title[:14]}\n{title[14:]}\n{ITEMS}".encode())
    assert [plan.title for plan in bulletin.plans] == [title]


@pytest.mark.parametrize("title", ["工作计划", "云岭县文化馆2025年工作计划", "县文化馆重点任务清单"])
@pytest.mark.parametrize("colon", ["：", ":"])
def test_a_title_above_a_table_may_have_a_colon(title: str, colon: str) -> None:
    rows = "序号\t工作任务\t责任单位\t完成时限\n1\t布置会场\t办公室\t3月底\n2\t接待来宾\t办公室\t4月底\n"
    (plan,) = plancli.parse(f"{title}{colon}\n{rows}".encode()).plans
    assert (plan.title, len(plan.tasks), plan.preamble) == (title, 2, "")
