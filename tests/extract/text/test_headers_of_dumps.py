"""Headers of dumped tables: words broken over lines, merged words above a short row, notes above the first word."""

from __future__ import annotations

import pytest

import plancli
from tests.extract.text.test_text_tables import tasks

TITLE = "松岭镇2030年重点工作任务表\n"
ROWS = ["1", "整治背街小巷", "周海", "城建办", "更换路灯并铺设步道。", "5月底前", "2", "改造敬老院", "郑敏", "民政办", "财政所", "新增护理床位二十张。", "9月底前", "3", "举办丰收节", "周海", "文化站", "办好开幕式。", "10月底前"]  # fmt: skip
BROKEN = [
    ["序号", "工作/事项", "分管/领导", "责任/单位", "工作/目标", "完成/时限"],
    ["序号", "重点任务", "牵头/领导", "承办/科室", "年度目标/要求", "办结/时限"],
    ["序/号", "重点/项目", "责任/领导", "责任/单位", "工作内容/及要求", "完成/时间"],
    ["序号", "重点任务", "责任/领导", "责任/科室", "建设目标/任务", "完成时限"],
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("words", BROKEN, ids=lambda words: words[1])
def test_words_broken_over_lines_whose_halves_are_words(words: list[str], gap: str) -> None:
    lines = [half for word in words for half in word.split("/")]
    plan = plancli.parse((TITLE + gap.join([*lines, *ROWS])).encode()).plans[0]
    assert [(task.title, task.text) for task in plan.tasks] == [
        ("整治背街小巷", "5月底前"),
        ("改造敬老院", "9月底前"),
        ("举办丰收节", "10月底前"),
    ]
    assert [[one.name for one in task.departments] for task in plan.tasks] == [
        ["城建办"],
        ["民政办", "财政所"],
        ["文化站"],
    ]
    assert [task.extra[words[4].replace("/", "")] for task in plan.tasks] == ROWS[4:5] + ROWS[11:12] + ROWS[17:18]


@pytest.mark.parametrize(
    "header",
    [
        "项目 | 责任单位 || 季度进度 |||| 备注 |\n牵头 | 配合 | 一季度 | 二季度 | 三季度 | 四季度 |",
        "项目\t责任单位\t\t季度进度\t\t\t\t备注\n牵头\t配合\t一季度\t二季度\t三季度\t四季度",
    ],
)
def test_a_lower_row_of_nothing_but_the_words_beneath_merged_ones(header: str) -> None:
    sep = "\t" if "\t" in header else " | "
    rows = ["河道清淤", "水务局", "住建局", "招标", "开工", "/", "验收", "续建"], ["公园改造", "园林局", "城管局", "设计", "招标", "开工", "完工", "新建"]  # fmt: skip
    (read,) = tasks(TITLE + header + "\n" + "\n".join(sep.join(row) + sep.rstrip(" ") for row in rows))
    assert read == [
        "1 河道清淤 一季度：招标/二季度：开工/四季度：验收 +L水务局 +S住建局 *续建",
        "2 公园改造 一季度：设计/二季度：招标/三季度：开工/四季度：完工 +L园林局 +S城管局 *新建",
    ]


@pytest.mark.parametrize(
    "note", ["（排名第一的单位为牵头单位）", "（列首位者为牵头部门）", "（各项任务第一责任单位为牵头单位）"]
)
@pytest.mark.parametrize("between", ["\n", " |\n", "\n|\n"])
def test_a_note_between_title_and_header_is_no_word_of_it(note: str, between: str) -> None:
    cells = [
        "序号",
        "工作任务",
        "责任单位",
        "时限",
        "1",
        "疏浚河道",
        "水务局、住建局",
        "6月底前",
        "2",
        "改造公园",
        "园林局",
        "9月底前",
        "",
    ]
    plan = plancli.parse((TITLE + note + "\n" + between.join(cells)).encode()).plans[0]
    roles = [[(one.name, one.role) for one in task.departments] for task in plan.tasks]
    assert roles == [[("水务局", "lead"), ("住建局", "responsible")], [("园林局", "lead")]]


def test_of_three_names_on_lines_of_their_own_one_leads() -> None:
    cells = ["序号", "工作任务", "牵头科室", "协办科室", "时限", "1", "疏浚河道", "水务科", "执法大队", "规划中心", "6月底前", "2", "改造公园", "园林科", "城管科", "9月底前", "3", "拓宽道路", "市政科", "信息中心", "园林科", "10月"]  # fmt: skip
    (read,) = tasks(TITLE + "\n".join(cells))
    assert [row.split(" ", 3)[3] for row in read] == [
        "+L水务科 +S执法大队/规划中心",
        "+L园林科 +S城管科",
        "+L市政科 +S信息中心/园林科",
    ]


@pytest.mark.parametrize("number", ["1", "7"])
@pytest.mark.parametrize(
    "title",
    [["松岭镇2030年便民服务", "重点任务表"], ["松岭镇2030年", "实事项目清单"], ["松岭镇2030年实事项目清单"]],
    ids=len,
)
def test_headers_said_again_below_a_page_s_number(title: list[str], number: str) -> None:
    """As `pdftotext` gives a table: a title of two lines right above 序号, and on each page the header, a number below the rows."""
    words = ["序号", "工作任务", "承办科室", "完成时限"]
    rows = [
        ["1", "整治背街小巷", "城建办", "5月底前"],
        ["2", "改造敬老院", "民政办", "9月底前"],
        ["3", "举办丰收节", "文化站", "10月底前"],
    ]
    pages = [*words, *rows[0], *rows[1], number, *words, *rows[2], str(int(number) + 1)]
    plan = plancli.parse(("\n".join(title) + "\n" + "\n\n".join(pages)).encode()).plans[0]
    assert plan.title == "".join(title)
    assert [(task.number, task.title, task.text) for task in plan.tasks] == [(row[0], row[1], row[3]) for row in rows]
    assert (plan.closing, plan.sections) == ("", ())


def test_a_number_above_a_header_said_again_is_a_figure_below_a_word_that_counts() -> None:
    words = ["序号", "工作任务", "承办科室", "数量"]
    rows = [
        ["1", "整治背街小巷", "城建办", "4000"],
        ["2", "改造敬老院", "民政办", "1500"],
        *[words],
        ["3", "举办丰收节", "文化站", "2000"],
    ]
    text = "松岭镇2030年实事项目清单\n" + "\n\n".join(cell for row in [words, *rows] for cell in row)
    assert [task.extra["数量"] for task in plancli.parse(text.encode()).plans[0].tasks] == ["4000", "1500", "2000"]
