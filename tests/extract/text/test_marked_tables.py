"""Dumps with a tab before each cell and a blank line after each row."""

from __future__ import annotations

import pytest

from tests.extract.text.test_text_tables import rest, tasks

HEADER = "\t序号\n\t工作任务\n\t时间安排\n\t牵头部门\n\t配合部门\n\t备注\n\n"
MARKED = {
    "headings without numbers, empty cells, a title and a note": (
        HEADER + "\t筹备阶段\n\n\t1\n\t印发通知\n\t3月\n\t办公室\n\t\n\t\n\n\t实施阶段\n\n\t2\n\t清理仓库\n\t4月：清点；\n"
        "5月：搬运。\n\t后勤处\n\t保卫处、\n工会\n\t两处\n\n\t3\n\t更换灯具\n\t6月\n\t\n\t工会\n\t\n\n",
        [
            "1 印发通知 3月 @筹备阶段 +L办公室",
            "2 清理仓库 4月：清点；/5月：搬运。 @实施阶段 +L后勤处 +S保卫处、/工会 *两处",
            "3 更换灯具 6月 @实施阶段 +L后勤处 +S工会",
        ],
    ),
    "numbers that begin anew in each part, a number left out": (
        HEADER + "\t一、水务\n\n\t1\n\t疏浚河道\n\t3月\n\t河道科\n\t\n\t\n\n\t3\n\t加固堤防\n\t4月\n\t堤防科\n\t\n\t\n\n"
        "\t二、林业\n\n\t1\n\t补植苗木\n\t5月\n\t造林科\n\t\n\t\n",
        ["1 疏浚河道 3月 @水务 +L河道科", "3 加固堤防 4月 @水务 +L堤防科", "1 补植苗木 5月 @林业 +L造林科"],
    ),
    "blanks at line ends lost": (
        HEADER + "\t1\n\t疏浚河道\n\t3月\n\t河道科\n\n\n\n\t2\n\t加固堤防\n\t4月\n\t堤防科\n\n\t急\n\n\t3\n\t巡查\n\t每月\n\t河道科\n\t水文站\n\n",
        ["1 疏浚河道 3月 +L河道科", "2 加固堤防 4月 +L堤防科 *急", "3 巡查 每月 +L河道科 +S水文站"],
    ),
    "two rows of header, merged words said once, a merged category": (
        "\t类别\n\t序\n号\n\t重点任务\n\t责任分工\n\t完成时限\n\n\t牵头单位\n\t配合单位\n\n\t水务\n\t1\n\t疏浚河道\n\t河道科\n\t水文站\n\t3月底前\n\n"
        "\t2\n\t加固堤防\n\t堤防科\n\t\n\t4月底前\n\n\t林业\n\t3\n\t补植苗木\n\t造林科\n\t种苗站\n\t5月底前\n",
        [
            "1 疏浚河道 3月底前 @水务 +L河道科 +S水文站",
            "2 加固堤防 4月底前 @水务 +L堤防科",
            "3 补植苗木 5月底前 @林业 +L造林科 +S种苗站",
        ],
    ),
    "two rows of header, empty cells beside merged words": (
        "\t序号\n\t重点任务\n\t进度安排\n\t\n\t责任科室\n\n\t\n\t\n\t上半年\n\t下半年\n\t\n\n\t1\n\t疏浚河道\n\t招标\n\t施工\n\t河道科\n\n\t2\n\t加固堤防\n\t\n\t验收\n\t堤防科\n",
        ["1 疏浚河道 上半年：招标/下半年：施工 +河道科", "2 加固堤防 下半年：验收 +堤防科"],
    ),
    "measures beside a merged problem, the header said again": (
        "\t序号\n\t主要问题\n\t整改措施\n\t整改时限\n\t责任科室\n\n\t1\n\t台账不全\n\t补齐台账\n\t3月\n\t档案科\n\n\t抽查台账\n\t4月\n\t督查科\n\n"
        "\t序号\n\t主要问题\n\t整改措施\n\t整改时限\n\t责任科室\n\n\t2\n\t值守松散\n\t轮班值守\n\t5月\n\t安保科\n",
        [
            "1 补齐台账 3月 +档案科 #主要问题=台账不全",
            "1 抽查台账 4月 +督查科 #主要问题=台账不全",
            "2 轮班值守 5月 +安保科 #主要问题=值守松散",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MARKED)
def test_marked_cells(name: str) -> None:
    text, expected = MARKED[name]
    assert tasks("青崖县任务表\n" + text + "\n落款") == [expected]
    assert rest("青崖县任务表\n" + text + "\n落款") == ["青崖县任务表", "落款"]


def test_two_marked_tables_with_a_title_between() -> None:
    row = "\t1\n\t疏浚河道\n\t3月\n\t河道科\n\t\n\t\n\n"
    other = "\t序号\n\t整治内容\n\t责任科室\n\n\t1\n\t清淤\n\t河道科\n"
    text = HEADER + row + "\n\t青崖县整治清单\n\n" + other
    assert tasks(text) == [["1 疏浚河道 3月 +L河道科"], ["1 清淤 +河道科"]]
    assert rest(text) == ["\t青崖县整治清单"]


def test_prose_set_in_by_tabs_is_no_table() -> None:
    text = "\t工作任务如下\n\t责任部门要抓紧\n\t完成时限不变\n\n\t第一段。\n\n\t第二段。\n"
    assert tasks(text) == []
