"""Days that a dump has broken over two lines or rows, days without work, and whose the rows beside them are."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_calendars import day, read, told

_DEEDS = ["升旗仪式", "安全检查", "教研组长会", "毕业班家长会", "消防演练"]
_BODIES = ["德育处", "总务处", "教务处", "年级组", "安全办"]
_DAYS = [day("05-06"), day("05-06"), day("05-07"), day("05-08"), day("05-08")]
TITLE = "2026年第十周工作安排\n"
UNDER_THE_DAY = """日期	工作内容	负责部门
5月6日	升旗仪式	德育处
（周三）	安全检查	总务处
5月7日	教研组长会	教务处
（周四）
5月8日	毕业班家长会	年级组
（周五）	消防演练	安全办
"""
BEFORE_THE_ROW = """星期	工作内容	负责部门
周三
（5月6日）	升旗仪式	德育处
安全检查	总务处
周四
（5月7日）	教研组长会	教务处
周五
（5月8日）	毕业班家长会	年级组
消防演练	安全办
"""
BARS = """| 星期几 |  | 工作内容 | 负责部门 |
| --- | --- | --- | --- |
| 星期三 | 1、 | 升旗仪式 | 德育处 |
| (2026-05-06) | 2、 | 安全检查 | 总务处 |
| 星期四 | 1、 | 教研组长会 | 教务处 |
| (2026-05-07) |  |  |  |
| 星期五 | 1、 | 毕业班家长会 | 年级组 |
| (2026-05-08) | 2、 | 消防演练 | 安全办 |
"""
BLANKS = """星期 工作内容 负责部门
星期三
5月6日 升旗仪式 德育处
安全检查 总务处
星期四
5月7日 教研组长会 教务处
星期五
5月8日 毕业班家长会 年级组
消防演练 安全办
"""
STACK = """星期
工作内容
负责部门
周三
（5月6日）
升旗仪式
德育处
安全检查
总务处
周四
（5月7日）
教研组长会
教务处
周五
（5月8日）
毕业班家长会
年级组
消防演练
安全办
"""
TWO_COLUMNS = """日期
星期
工作内容
负责部门
5月6日
周三
升旗仪式
德育处
5月7日
周四
教研组长会
教务处
5月8日
周五
毕业班家长会
年级组
"""


@pytest.mark.parametrize("dump", [UNDER_THE_DAY, BEFORE_THE_ROW, BARS, BLANKS, STACK])
def test_a_day_on_two_lines_counts_for_all_its_rows(tmp_path: Path, dump: str) -> None:
    bulletin = read(tmp_path, TITLE + dump)
    assert told(bulletin) == [(a, b, [c]) for a, b, c in zip(_DEEDS, _BODIES, _DAYS, strict=True)]
    assert bulletin.plans[0].title == TITLE.strip()


def test_weekday_and_date_with_a_column_each_stay_apart(tmp_path: Path) -> None:
    bulletin = read(tmp_path, TITLE + TWO_COLUMNS)
    assert [(days, extra) for (_, _, days), extra in zip(told(bulletin), _extras(bulletin), strict=True)] == [
        ([day("05-06")], "周三"), ([day("05-07")], "周四"), ([day("05-08")], "周五"),
    ]  # fmt: skip


def _extras(bulletin: object) -> list[str]:
    return [task.extra["星期"] for plan in bulletin.plans for task in plan.tasks]  # type: ignore[attr-defined]


@pytest.mark.parametrize("row", ["| 5.9 | 周六 |  |  |", "| 5.9 |  |  |  |"])
def test_a_day_on_which_nothing_is_done_is_no_part_of_the_day_before(tmp_path: Path, row: str) -> None:
    text = (
        TITLE
        + f"| 日期 | 星期 | 内容 | 部门 |\n|---|---|---|---|\n| 5.7 | 周四 | 校园开放日 | 团委 |\n| 5.8 | 周五 | 期中考试 | 教务处 |\n{row}\n"
    )
    bulletin = read(tmp_path, text)
    assert told(bulletin) == [("校园开放日", "团委", [day("05-07")]), ("期中考试", "教务处", [day("05-08")])]
    assert "week-without-task" in {each.code for each in bulletin.diagnostics}


def test_a_numbered_row_with_a_day_of_its_own_shares_nobodys_bodies(tmp_path: Path) -> None:
    text = """2026年返校安排
| 序号 | 时段 | 工作事项 | 负责处室 |
| --- | --- | --- | --- |
| 1 | 5月6日 | 分发教材 | 教务处 |
| 2 | 5月6日 | 教师休息 |  |
| 3 | 5月8日 | 体质测试 | 体艺处 |
"""
    assert [who for _, who, _ in told(read(tmp_path, text))] == ["教务处", "", "体艺处"]


def test_further_rows_of_a_number_have_all_its_leaders(tmp_path: Path) -> None:
    text = """2026年重点工作清单
| 序号 | 项目名称 | 任务 | 完成时间 | 负责科室 | 配合科室 | 负责人 | 分管领导 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 3 | 健全制度 | 修订考核办法 | 3月底前 | 人事科 | 各科室 | 李明远 | 周海燕 |
|  |  | 编印制度汇编 | 6月底前 | 办公室 |  | 李明远 |  |
|  |  | 开展制度培训 | 9月底前 | 人事科 |  | 王志强 |  |
| 4 | 数字机关 | 上线办公系统 | 10月底前 | 信息科 | 各科室 | 赵立春 | 孙国栋 |
"""
    tasks = read(tmp_path, text).plans[0].tasks
    assert [[person.name for person in task.leaders] for task in tasks] == [
        ["李明远", "周海燕"], ["李明远", "周海燕"], ["王志强", "周海燕"], ["赵立春", "孙国栋"],
    ]  # fmt: skip
    assert [task.number for task in tasks] == ["3", "3", "3", "4"]


def test_a_text_set_in_goes_on_the_cell_that_is_left_open(tmp_path: Path) -> None:
    text = (
        "2026年第十周安排\n日期\t工作内容\t地点\t负责部门\n"
        "5月6日\t14:00-15:30：\t报告厅\t团委\n\t志愿者培训\n5月7日\t安全演练\t操场\t总务处\n"
    )
    assert [(title, who) for title, who, _ in told(read(tmp_path, text))] == [
        ("14:00-15:30：志愿者培训", "团委"), ("安全演练", "总务处"),
    ]  # fmt: skip


@pytest.mark.parametrize("degrees", [["60%", "100%", "30%"], ["0.5", "1", "0"], ["进行中", "已完成", "未开始"]])
def test_how_far_a_task_is_says_not_when_it_is_done(tmp_path: Path, degrees: list[str]) -> None:
    rows = zip(["印制手册", "采购设备", "搭建平台"], ["6月底前", "9月底前", "11月底前"], degrees, strict=True)
    text = "2026年项目计划\n项目\t截止时间\t进度\n" + "".join("\t".join(row) + "\n" for row in rows)
    bulletin = read(tmp_path, text)
    assert [days for _, _, days in told(bulletin)] == [[("", f"2026-{end}")] for end in ("06-30", "09-30", "11-30")]
    assert [task.extra["进度"] for task in bulletin.plans[0].tasks] == degrees
