"""Lines above a plan's title that are none of it: what an editor sets over a document on a page."""

from __future__ import annotations

import pytest

import plancli

from .drawing import draft

TABLE = (
    "<table><tr><td>序号</td><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr>"
    "<tr><td>1</td><td>改造泵房</td><td>市水务局</td><td>6月底</td></tr>"
    "<tr><td>2</td><td>新建绿道</td><td>市园林局</td><td>9月底</td></tr></table>"
)


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (["汐州市2026年民生清单，来了！", "↑点击蓝字，关注我们"], "汐州市2026年民生实事任务表"),
        (["清单公布！看看有没有你关心的", "关注我们，获取更多资讯"], "汐州市2026年民生实事任务表"),
        (["民生项目有哪些？", "小编为您整理如下"], "汐州市2026年民生实事任务表"),
        (["汐州市城市管理局"], "2026年民生实事任务表"),  # whose plan it is
        (["汐州市城市管理局关于"], "2026年民生实事的任务表"),
    ],
)
def test_what_stands_above_a_title(above: list[str], title: str) -> None:
    lines = "".join(f'<p style="text-align:center"><b>{line}</b></p>' for line in [*above, title])
    (plan,) = plancli.parse(f"<html><body>{lines}{TABLE}</body></html>".encode()).plans
    whole = title.startswith("汐州")
    assert plan.title == (title if whole else above[0] + title)


@pytest.mark.parametrize("number", ["1、 ", "1、", "1."])
def test_a_number_before_the_title_is_the_sites(number: str) -> None:
    text = f"{number}云岭县2025年防汛工作方案\n为做好防汛工作，制定本方案。\n一、主要任务\n1、排查堤防，5月完成。\n2、储备物资，6月完成。\n"
    plan = draft(text).plans[0]
    assert (plan.title, [task.number for task in plan.tasks]) == ("云岭县2025年防汛工作方案", ["1", "2"])


def test_items_that_are_named_as_plans_keep_their_numbers() -> None:
    text = "云岭县应急预案修订\n1、修订防汛工作方案\n2、修订抗旱工作方案\n3、修订防火工作方案\n"
    assert [task.number for task in draft(text).plans[0].tasks] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("page", "between", "title"),
    [
        ("毕业季工作安排", "来源：本站 发布时间：2026年05月07日 浏览：\n", "毕业季工作安排清单"),
        ("2026年河长制工作任务", "\n", "2026年河长制工作任务清单"),
    ],
)
def test_a_page_title_that_the_tables_own_says_in_full_is_not_said_twice(page: str, between: str, title: str) -> None:
    table = "序号\t任务\t责任单位\t时限\n1\t清理河道\t水务站\t3月底前\n2\t整治排污口\t环保站\t6月底前\n"
    (plan,) = plancli.parse(f"{page}\n{between}{title}\n{table}".encode()).plans
    assert plan.title == title


ITEMS = "一、清掏管道。由市排水公司负责，5月底前完成。\n二、更换井盖。由市城管局牵头，8月底前完成。\n"


@pytest.mark.parametrize("stamp", ["内部资料\n注意保存", "特急", "会议材料", "机密★1年"])
@pytest.mark.parametrize("head", ["", "专题会议纪要\n〔2026〕7号\n汐州市人民政府办公室　　　　2026年3月2日\n"])
def test_minutes_that_share_out_work_have_their_own_title(stamp: str, head: str) -> None:
    text = f"{stamp}\n{head}\n老旧管网改造专题会议纪要\n\n3月1日，副市长周明远主持召开会议。现纪要如下：\n{ITEMS}"
    plan = draft(text).plans[0]
    assert (plan.title, len(plan.tasks)) == ("老旧管网改造专题会议纪要", 2)


@pytest.mark.parametrize("name", ["标题", "文件标题", "信息名称"])
def test_the_name_of_a_title_is_none_of_it(name: str) -> None:
    plan = draft(f"{name}：汐州市2026年管网改造计划\n\n{ITEMS}").plans[0]
    assert plan.title == "汐州市2026年管网改造计划"
    found = draft(f"{name}：汐州市水务局关于印发《2026年管网改造计划》的通知\n\n各有关单位：\n{ITEMS}")
    assert found.plans[0].title == "汐州市水务局关于印发《2026年管网改造计划》的通知"


@pytest.mark.parametrize("name", ["填表说明", "报送说明", "编制说明"])
def test_what_is_said_of_a_form_above_its_table_has_a_name_of_its_own(name: str) -> None:
    table = "序号\t任务\t责任单位\t时限\n1\t清理河道\t水务站\t3月底前\n2\t整治排污口\t环保站\t6月底前\n"
    said = "本表由各站填报，办公室汇总。\n时限按日期填写，不得留空。\n"
    (plan,) = plancli.parse(f"{name}\n{said}水务站2026年工作计划\n{table}".encode()).plans
    assert (plan.title, plan.year, len(plan.tasks)) == ("水务站2026年工作计划", 2026, 2)
    assert "本表由各站填报" in plan.preamble


def test_a_title_that_names_a_document_stands_above_prose_and_a_table_with_a_title() -> None:
    table = "序号\t任务\t责任单位\t时限\n1\t清理河道\t水务站\t3月底前\n2\t整治排污口\t环保站\t6月底前\n"
    text = f"汐州市2026年治水工作方案\n为治水，制定本方案。\n治水任务表\n{table}"
    assert plancli.parse(text.encode()).plans[0].title == "汐州市2026年治水工作方案"


@pytest.mark.parametrize("end", ["青少年科普短片征集活动通知", "报名通知", "全民阅读系列活动实施方案"])
def test_the_last_line_of_a_title_says_what_document_it_is(end: str) -> None:
    first = "2031年“云岭杯”“用短片讲科学”"
    lines = "".join(f'<p style="text-align:center"><b>{line}</b></p>' for line in (first, end))
    items = "<p>一、征集。4月6日前完成。（责任单位：县科协）</p><p>二、评审。5月6日前完成。（责任单位：县科协）</p>"
    (plan,) = plancli.parse(f"<html><body>{lines}{items}</body></html>".encode()).plans
    assert plan.title == first + end


@pytest.mark.parametrize(("date", "headed"), [("2031年1月18日", False), ("2031年1月", False), ("1月18日", True)])
def test_the_date_of_a_cover_heads_no_items(date: str, headed: bool) -> None:
    text = f"云岭县课题研究任务书\n单位：云岭中学\n负责人签字\n{date}\n一、研究要求\n1.查阅文献。\n2.走访农户。\n二、研究成果\n1.撰写报告。\n"
    plan = draft(text).plans[0]
    assert any(section.title == date for section in plan.sections) == headed


@pytest.mark.parametrize("middle", ["“十五五”规划", "总体规划", "发展纲要"])
def test_a_plan_named_for_another_is_one_title(middle: str) -> None:
    title = f"松岭县{middle}2029年度实施计划任务分解"
    plan = plancli.parse(f"{title}\n1.修剪行道树（园林站）\n2.更换路灯（城建办）\n".encode()).plans[0]
    assert plan.title == title


@pytest.mark.parametrize("kind", ["任务书", "责任书", "作战图"])
@pytest.mark.parametrize("named", ["作战单元", "攻坚战役", "提升板块", "作战赛道"])
def test_headings_named_and_numbered_beneath_a_title_of_another_kind(kind: str, named: str) -> None:
    title = f"2029年松岭县挂图作战{kind}"
    text = f"{title}\n{named}一：产业\n1-1 新签项目四个\n责任单位：商务局\n{named}二：城建\n2-1 改造旧楼三栋\n责任单位：住建局\n2-2 更换路灯\n责任单位：住建局\n"
    (plan,) = plancli.parse(text.encode()).plans
    assert plan.title == title
    assert [section.title for section in plan.sections] == ["产业", "城建"]
    assert [task.title for task in plan.tasks] == ["新签项目四个", "改造旧楼三栋", "更换路灯"]
