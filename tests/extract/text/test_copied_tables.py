"""Tables as a PDF viewer copies them: single blanks between cells, wrapped lines; read where sure, else set aside."""

from __future__ import annotations

import pytest

from plancli.extract.text.tables import find_text_tables, tables_from_text
from plancli.model.source import Paragraph
from tests.extract.text.test_text_tables import lines, rest, tasks

READ = {
    "bodies and a limit": (
        "序号 工作任务 牵头部门 配合部门 完成时限\n一、巩固成果\n1 落实动态清零 安监站 村建办 10月底前\n2 发展 3 个扶贫产业 村建办 社会办、\n"
        "财政所 2031 年 12 月\n二、防汛\n3 清理河道 水利站 6 月底前",
        [
            "1 落实动态清零 10月底前 @巩固成果 +L安监站 +S村建办",
            "2 发展3个扶贫产业 2031年12月 @巩固成果 +L村建办 +S社会办、财政所",
            "3 清理河道 6月底前 @防汛 +L水利站",
        ],
    ),
    "header words broken over lines, persons": (
        "序\n号\n工作任务 责任部门 责任人 完成\n时间\n一 康养服务\n1 培训护工一百名，提升护理\n能力 康复科 宋 影 5 月\n二 就业服务\n2 举办招聘会 就业科、各街道 龚良 6 月\n云溪区残联办公室 2031年3月5日印发",
        ["1 培训护工一百名，提升护理能力 5月 @康养服务 +康复科 !宋影", "2 举办招聘会 6月 @就业服务 +就业科、各街道 !龚良"],
    ),
    "halves of header words in a line of their own, a list of names that goes on": (
        "序 工作任务 牵头 责任 完成\n号 单位 单位 时限\n1 改造泵站 水务局 财政局、 6月底\n城管局\n2 建设公园 园林局 住建局 9月底\n3 清淤河道 水利站 各村 全年",
        [
            "1 改造泵站 6月底 +L水务局 +财政局、城管局",
            "2 建设公园 9月底 +L园林局 +住建局",
            "3 清淤河道 全年 +L水利站 +各村",
        ],
    ),
    "halves that are words themselves beside others that are none": (
        "序号 任务 责任 完成\n名称 部门 时间\n1 改造泵站 水务局 6月底\n2 建设公园 园林局 9月底\n3 清淤河道 水利站 全年",
        ["1 改造泵站 6月底 +水务局", "2 建设公园 9月底 +园林局", "3 清淤河道 全年 +水利站"],
    ),
    "cells broken over lines, blanks around numbers": (
        "序号 工作任务 责任单位 完成时限 \n1 新建农村公厕 40 座，维修破损公厕并移交 \n各村管护。 \n县农业农村局牵头，县住建 \n局配合 \n10 月底前 \n2 清理残垣断壁 300 处。 县住建局牵头，各乡镇配合 5 月底前 \n"
        "3 建立垃圾清运台账，对未按时清运的通报至 \n各乡镇。 \n县城管局 6 月 5 日—20 日 \n4 打造精品线路两条，形成可推广的 \n经验。 \n县综合执法大队牵头，县文旅 \n局配合 \n12 月底 \n前 \n"
        "5 开展秸秆禁烧巡查，火点处置率达到 95% 以上。 县生态环境局 全年",
        [
            "1 新建农村公厕40座，维修破损公厕并移交各村管护。 10月底前 +县农业农村局牵头，县住建局配合",
            "2 清理残垣断壁300处。 5月底前 +县住建局牵头，各乡镇配合",
            "3 建立垃圾清运台账，对未按时清运的通报至各乡镇。 6月5日—20日 +县城管局",
            "4 打造精品线路两条，形成可推广的经验。 12月底前 +县综合执法大队牵头，县文旅局配合",
            "5 开展秸秆禁烧巡查，火点处置率达到95%以上。 全年 +县生态环境局",
        ],
    ),
    "narrow header cells, each broken before its last character": (
        "序号 重点任务 牵头单\n位\n配合单位 完成时\n限\n1 建设停车场，新增泊位 60 个 城管局 公安局、住建\n局\n10 月底\n前\n2 修缮文化站 文旅局 各街道 6 月\n3 开放体育场馆，延长夜间时\n段\n体育局 教育局 全年",
        [
            "1 建设停车场，新增泊位60个 10月底前 +L城管局 +S公安局、住建局",
            "2 修缮文化站 6月 +L文旅局 +S各街道",
            "3 开放体育场馆，延长夜间时段 全年 +L体育局 +S教育局",
        ],
    ),
    "two columns of text side by side, the first broken": (
        "序号 反馈问题 整改措施 责任科室 整改时限\n1 学习不深入，学用\n不结合 修订制度 人事科 10 月底前\n2 投诉较多，答复\n不及时 公布电话 物业科 12 月",
        ["1 修订制度 10月底前 +人事科 #反馈问题=学习不深入，学用不结合", "2 公布电话 12月 +物业科 #反馈问题=投诉较多，答复不及时"],
    ),
    "weeks with days, a category before the numbers": (
        "类别 序号 活动内容 活动时间 责任部门\n德育 1 举办读书节，捐书 200 册 4 月 7 日—11 日 德育处\n2 评选少年 10 名 5 月 12 日—16 日 团委\n体育 3 举办运动会 10 月下旬 体育组",
        [
            "1 举办读书节，捐书200册 4月7日—11日 @德育 +德育处",
            "2 评选少年10名 5月12日—16日 @德育 +团委",
            "3 举办运动会 10月下旬 @体育 +体育组",
        ],
    ),
}  # fmt: skip

UNREAD = {
    "a body that may belong to either column": "序号 任务 责任科室 责任股室 时限\n1 修订制度 人事科 10 月底前\n2 公布电话 物业科 12 月",
    "months": "序号 工作事项 牵头股室 实施进度\n1 月 2 月 3 月\n1 调度物资 科教股 ● ●\n2 建设农田 农经站 ●",
    "quotes that have lost their words": "序号 任务 责任科室 时限\n1 开展 光盘 行动 “ ” 膳食科 10 月底前\n2 公布电话 物业科 12 月",
}

PROSE = [
    "工作任务 责任部门 完成时限\n各部门要抓好落实。\n1 加强组织领导。\n2 强化监督检查。",
    "序号 工作任务\n1 修路\n2 造桥",
    "联系人 张三 电话 12345\n1 号楼\n2 号楼",
]


def set_aside(text: str) -> list[str]:
    return [
        block.text
        for block in find_text_tables(lines(text))
        if isinstance(block, Paragraph) and block.left_out == "table-text-unread"
    ]


@pytest.mark.parametrize("name", READ)
def test_columns_that_can_be_told(name: str) -> None:
    text, expected = READ[name]
    assert tasks("云溪区任务表\n" + text) == [expected]
    assert set_aside(text) == []


@pytest.mark.parametrize("name", UNREAD)
def test_columns_that_cannot_be_told_are_set_aside(name: str) -> None:
    text = "云溪区任务表\n" + UNREAD[name] + "\n\n正文从这里继续，与表格无关。"
    assert tasks(text) == []
    assert rest(text) == ["云溪区任务表", "正文从这里继续，与表格无关。"]
    assert "".join(set_aside(text)) == "".join(UNREAD[name].split())


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_not_set_aside(text: str) -> None:
    assert set_aside(text) == []
    assert tasks(text) == []


def test_cells_broken_over_lines() -> None:
    text = (
        "云溪区行事历\n周次 日期 工作内容 负责部门\n一 2.19—2.25 召开会议；\n制定计划\n教务处\n二 2.26—3.3 检查 总务处"
    )
    assert tasks(text) == [["1 召开会议；制定计划 2.19—2.25 +教务处 #周次=一", "2 检查 2.26—3.3 +总务处 #周次=二"]]


@pytest.mark.parametrize("header", ["时间 工作内容 责任单位 备注", "时间工作内容责任主体"])
def test_a_header_without_a_table_is_said(header: str) -> None:
    text = f"云溪区行事历\n{header}\n3月召开会议教务处\n4月检查总务处"
    _, ((code, message, _),) = tables_from_text(lines(text))
    assert code == "table-text-unread"
    assert "line 2 " in message


def test_rows_that_stand_in_columns_outside_tables_are_said() -> None:
    rows = [f"{number}    修缮{number}号泵站    市水利工程管理中心    6月底前    张晓明" for number in (3, 4, 5)]
    _, [(code, message, _)] = tables_from_text(lines("\n".join(["以下泵站由各单位修缮：", *rows])))
    assert code == "table-text-unread"
    assert "from line 2 on" in message
    assert tables_from_text(lines("出席：王芳    李雷    韩梅    周宁\n" * 5))[1] == []
