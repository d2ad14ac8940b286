"""The words by which paragraphs of a document are told apart, kind by kind: each alone decides."""

from __future__ import annotations

import pytest

from plancli.language.bodies import LEVEL_HEAD
from plancli.language.collectives import are_named_together
from plancli.language.official.lines import (
    ATTACHMENT,
    COLOPHON,
    DATE,
    DOC_NUMBER,
    STAMP,
    begins_list_of_attachments,
    hands_on,
)
from plancli.language.openings import begins_closing
from plancli.language.titles import names_collection, names_notice
from plancli.segment.closing import take_closing
from plancli.segment.titles import SUBTITLE, is_notice_title, is_whole
from tests.segment.drawing import draft

KINDS = {
    "notice title": (
        names_notice,
        "关于做好工作的通知 印发要点的通告 转发要点的公告 下达任务的函 公布名单的决定 发布清单的批复 关于情况的通报 关于立项的请示 关于进展的报告 关于要点的通知（试行）",
        "关于做好工作 做好工作的通知 关于通知的落实",
    ),
    "number": (DOC_NUMBER.fullmatch, "星教〔2025〕3号 星教[2025]第3号 星教【2025】３号 星教（1999）12号 第12号", "星教2025年3号 〔2025〕3 星教〔2125〕3号"),
    "date": (
        DATE.fullmatch,
        "2025年3月1日 （2025年3月1日） 二〇二五年三月一日 二○二五年十二月廿五日 2025年3月 2025年3月1日印发 2025年3月1日印 2025年3月1日发布 2025-3-1 2025.03.01 2025/3/1",
        "2025年 3月1日 2025年3月1日前",
    ),
    "attachment": (ATTACHMENT.fullmatch, "附件 附件1 附表二 附录： 附：1 附件1-2 附件：", "附件是清单 附则3条 见附件"),
    "colophon": (
        COLOPHON.fullmatch,
        "抄送：县委 抄报：县委 主送：县委 分送：各局 发送：各局 报送：县委 送：各局 报：县委 发：各局 星河县政府办2025年3月1日印发 校对：王平 打字：王平 印制：某厂 共印30份 （共印三十份） 出席：王平、何静 列席人员：各股股长 记录：周岭 星河县政府办公室秘书科 星河县政府办公室综合股",
        "抄送县委 县政府办公室 共印材料 出席会议 记录在案",
    ),
    "stamp": (
        STAMP.fullmatch,
        "（此件公开发布） （本文有删减） （公开） （主动公开） （依申请公开） （不予公开） （联系人：王平） （内部资料） （征求意见） 是否公开：是 公开方式：主动公开 公开属性：公开 公开类别：公开 公开形式：网站 信息公开选项：主动公开 "
        "信息公开类别：公开 信息公开属性：公开",
        "（一） （征求意见稿） （王平） 公开：是 此件公开",
    ),
    "cover": (names_collection, "文件汇编 要点合集 计划选编 汇编（一）", "汇编工作要点"),
    "subtitle": (SUBTITLE.fullmatch, "（征求意见稿） ——教育篇 —教育篇", "征求意见稿 —"),
    "title without its subject": (
        lambda text: not is_whole(text),
        " ".join(
            f"2031年{word}表"
            for word in ["年度", "重点", "主要", "具体", "工作", "任务", "目标", "责任", "要点", "计划", "安排", "方案", "分工", "分解", "清单", "工作及任务", "工作和任务", "（工作）"]
        ),
        "2031年河湖工作要点 2031年桥梁安排表 关于任务的安排",
    ),
    "hands on": (hands_on, "现印发给你们 现转发你们 现下发给， 现下达。 印发,请", "印发要点 转发通知"),
    "attachments": (begins_list_of_attachments, "附：甲 附:甲 附件：1.甲 附件:甲", "附件1：甲 附件 附表：甲"),
    "those alike": (
        lambda left: are_named_together(left, "单位"),
        "有关部门 相关科室 各处室 直属机构 成员单位 责任部门 职能部门 县直部门 市级部门",
        "教育部门 部门 有关学校",
    ),
    "level": (
        LEVEL_HEAD.match,
        "省教育厅 市教育局 市直机关工委 市区委 市政务服务中心 县教育局 区教育局 州教育局 镇党委 镇财政所 团县委 国家税务总局 国网供电公司",
        "省级机关 市直学校 市属学校 市场局 市内学校 市区学校 市政公司 市政园林局 市民中心 市民广场 市民服务站 市民热线 市民学校 市民文化馆 市民之家 市民需求站 市监局 市中心医院 县级机关 县域学校 区级机关 区划办 区间站 州级 镇区学校 国网络公司",
    ),
    "closing": (
        begins_closing,
        "各单位 全市各部门 全县各局 全区各局 全省各厅 全局上下 全系统要 全体干部 请各单位 以上任务 上述任务 在做好工作 在完成任务 在抓好落实 此外 同时，各局 望各局 要求各局 附件1 让我们 本通知自 本办法由 本方案 本要点 本计划 本清单 本任务 本意见 本规划 注：甲 "
        "备注：甲 说明：甲 （注 联系人 新的一年 做好以上",
        "建设食堂 注意安全 全年完成 同时建设",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_word_decides(kind: str) -> None:
    reads, known, unknown = KINDS[kind]
    assert [text for text in known.split() if not reads(text)] == []
    assert [text for text in unknown.split() if reads(text)] == []


ITEMS = "星河县2025年工作要点\n1.修缮校舍。3月底前完成。（教育局）\n2.组织回访。5月底前完成。（民政局）\n"


@pytest.mark.parametrize("noun", ["工作", "任务", "计划", "事项", "安排", "内容", "各项任务", "项任务"])
def test_what_speaks_of_all_above_closes_the_plan(noun: str) -> None:
    (plan,) = draft(f"{ITEMS}以上{noun}纳入年度考核，按季通报。\n").plans
    assert plan.closing == f"以上{noun}纳入年度考核，按季通报。" and len(plan.tasks) == 2


@pytest.mark.parametrize(
    "manner", ["高度", "切实", "充分", "加强", "强化", "按照", "对照", "结合", "进一步", "认真", "明确", "严格"]
)
def test_what_addresses_all_closes_the_plan(manner: str) -> None:
    (plan,) = draft(f"{ITEMS}各镇、各部门要{manner}分工抓好落实。\n").plans
    assert plan.closing == f"各镇、各部门要{manner}分工抓好落实。"


@pytest.mark.parametrize("lead", ["如下", "以下", "下列", "下述", "包括", "主要有"])
def test_a_line_that_leads_in_is_no_heading(lead: str) -> None:
    text = f"星河县2025年工作要点\n一、队伍建设\n1.开展培训。\n主要任务{lead}：\n1.建设食堂。\n2.修缮校舍。\n"
    (plan,) = draft(text).plans
    assert [section.title for section in plan.sections] == ["队伍建设"]


def test_an_empty_body_has_no_closing() -> None:
    assert take_closing([]) == ([], [])


@pytest.mark.parametrize(
    ("length", "expected"),
    [(119, True), (120, True), (121, False)],
)
def test_a_title_of_a_notice_has_its_length(length: int, expected: bool) -> None:
    assert is_notice_title("关于" + "推" * (length - 5) + "的通知") is expected


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("一、队伍建设\n1.开展培训。\n", "1", "开展培训"),
        ("一、队伍建设\n（一）开展培训。\n", "1", "开展培训"),
        ("第一章 队伍建设\n1、开展培训。\n", "1", "开展培训"),
    ],
)
def test_the_lowest_numbered_level_is_the_task(text: str, number: str, title: str) -> None:
    (plan,) = draft(f"星河县2025年工作要点\n{text}").plans
    assert [(task.number, task.title) for task in plan.tasks] == [(number, title)]
    assert [section.title for section in plan.sections] == ["队伍建设"]
