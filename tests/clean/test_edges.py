"""Where the lines of a text area end, and how far apart its paragraphs stand."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.language.script import columns
from plancli.model.source import Line, Paragraph, Source

SIZE = 12.0
RIGHT = 72 + 20 * SIZE


def source(rows: list[tuple[str, float, float]]) -> Source:
    """Lines of a page: text, left edge in ems, step from the line above in ems."""
    lines: list[Line] = []
    y = 800.0
    for number, (text, inset, step) in enumerate(rows, 1):
        y -= step * SIZE
        x0 = 72 + inset * SIZE
        lines.append(
            Line(text, number, 1, "unknown", x0, x0 + columns(text) * SIZE / 2, y + 11, y - 2, 72.0, RIGHT, size=SIZE)
        )
    return Source(list(lines), "application/pdf", pages=1, heights=[842.0])


def paragraphs(found: Source) -> list[str]:
    return [block.text for block in clean(found).blocks if isinstance(block, Paragraph)]


PLAN = [
    ("一、整理历年馆藏卷宗目录", "核对各全宗的卷宗数目并登记造册上报档案", "馆备案，残损的卷宗送修复室逐一登记修"),
    ("二、更换库房柜架和照明线路", "拆除使用超过十年的木质柜架和老化的线路", "，更换为密集架和冷光源，汛前全部完工"),
    ("三、开放阅览室和查档窗口全部", "延长周末开放时间并公布全部预约电话方便", "外地读者查阅，每周整理一次读者的意见"),
    ("四、培训馆员和志愿者两批次", "请修复师讲授纸质卷宗的除尘和托裱的手艺", "，每期二十人，考核合格的发给结业证书"),
]


@pytest.mark.parametrize("between", [1.45, 2.2], ids=["no room", "room"])
def test_room_between_paragraphs_parts_a_full_heading(between: float) -> None:
    """Flush paragraphs: where room parts all others, a heading that fills its line is no sentence that goes on."""
    rows = []
    for head, first, rest in PLAN:
        heading = head + "和附属用房设备设施"[: 20 - len(head)]
        rows += [(heading, 0.0, between), (first, 0.0, between), (rest + "完。", 0.0, 1.4)]
    found = paragraphs(source(rows))
    if between > 2:
        assert len(found) == 8
        assert [text[:2] for text in found[::2]] == ["一、", "二、", "三、", "四、"]
    else:
        assert len(found) < 8


@pytest.mark.parametrize("scale", [1.0, 1.6, 2.4])
def test_room_between_paragraphs_parts_no_title_in_larger_type(scale: float) -> None:
    """A title's lines stand as far apart as its type is large, paragraphs of the text as far as its own."""
    rows = []
    for head, first, rest in PLAN:
        rows += [(head, 0.0, 2.2), (first, 0.0, 2.2), (rest + "完。", 0.0, 1.4)]
    found = source(rows)
    size, middle = scale * SIZE, (72.0 + RIGHT) / 2
    title: list[Line] = []
    for text, low in (("云岭市数字档案馆库", 820.0 + 1.4 * size), ("房维修方案", 820.0)):
        x0, x1 = middle - len(text) * size / 2, middle + len(text) * size / 2
        title.append(Line(text, 0, 1, x0=x0, x1=x1, top=low + size, bottom=low, left=72, right=RIGHT, size=size))
        title[-1].centered = True
    whole = Source([*title, *found.blocks], "application/pdf", pages=1, heights=[900.0])
    assert paragraphs(whole)[0] == "云岭市数字档案馆库房维修方案"


def test_a_title_in_the_type_of_the_text_beneath_it() -> None:
    """Centred and nearly as wide as the text, which begins with a year that had no room."""
    rows = []
    for head, first, rest in PLAN:
        rows += [(head, 0.0, 1.4), (first, 0.0, 1.4), (rest + "完。", 0.0, 1.4)]
    title = ("云岭市数字档案馆库房维修方案", 3.0, 1.4)
    found = source([title, ("2026-2028年度维修工程按计划进行，馆内各", 0.0, 1.4), ("科室配合。", 0.0, 1.4), *rows])
    found.blocks[0].centered = True  # type: ignore[union-attr]
    assert paragraphs(found)[:2] == [title[0], "2026-2028年度维修工程按计划进行，馆内各科室配合。"]


def test_whom_a_notice_is_sent_to() -> None:
    """A full line of its own."""
    rows = []
    for head, first, rest in PLAN:
        rows += [(head, 0.0, 1.4), (first, 0.0, 1.4), (rest + "完。", 0.0, 1.4)]
    found = source(
        [
            ("各镇人民政府、街道办事处，市直各部门：", 0.0, 1.4),
            ("《2026年库房维修方案》现印发给你们。", 0.0, 1.4),
            *rows,
        ]
    )
    assert paragraphs(found)[0] == "各镇人民政府、街道办事处，市直各部门："


def test_what_had_no_room_tells_the_edge_not_what_is_left_of_it() -> None:
    """A line that ends early, because a long number follows, leaves no doubt about a short line before a short word."""
    rows = [
        ("一、清点全部馆藏卷宗并按年度编目上架存", 0.0, 1.4),
        ("放，登记造册并且公布馆藏科咨询电话", 0.0, 1.4),
        ("05510138001380转库房，逐级审核后报送市", 0.0, 1.4),
        ("主管部门备案。", 0.0, 1.4),
    ] * 4
    last = ["牵头科室是库房管理科和数字编目组", "配合科室是保卫科"]
    assert paragraphs(source(rows + [(text, 0.0, 1.4) for text in last]))[-2:] == last


def test_in_a_narrow_column_a_few_words_are_a_full_line() -> None:
    """The rest of a full heading stands as far in as its own text."""
    rows = [
        ("一、清点馆藏卷宗并编制完整年度目录检索", 0.0, 1.4),
        ("索引卡片", 2.0, 1.4),
        ("核对各全宗的卷宗数目。", 2.0, 1.4),
    ] * 3
    assert "一、清点馆藏卷宗并编制完整年度目录检索索引卡片" in paragraphs(source(rows))


@pytest.mark.parametrize("heading", ["4.开放阅览室并且延长全部开放的时间", "4.举办读者座谈会并整理读者的意见"])
def test_under_a_heading_that_fills_its_line_a_paragraph_begins(heading: str) -> None:
    """Where items go on at the edge, what is set in beneath one begins anew, as full as the item's own line is."""
    rows: list[tuple[str, float, float]] = []
    for k in range(1, 4):
        rows += [(f"{k}.核对各全宗的卷宗数目并登记造册上", 2, 1.7), ("报档案馆备案。", 0, 1.7)]
    rows += [(heading, 2, 1.7), ("每周整理一次读者的意见，及时答复。", 2, 1.7)]
    rows += [("5.清点", 2, 1.7), ("先分卷，后编目。", 2, 1.7)]
    assert heading in paragraphs(source(rows))


def test_a_first_line_goes_on_at_the_edge() -> None:
    """Under a heading that fills its line: whatever else the document has, the line beneath goes on at the edge itself."""
    rows = [
        ("一、核对各全宗的卷宗数目并登记造册", 2, 1.7),
        ("每周整理一次读者的意见并公布答复的", 2, 1.7),
        ("结果。", 0, 1.7),
    ]
    rows += [("二、清点", 2, 1.7), ("先分卷，后编目。", 2, 1.7)]
    assert paragraphs(source(rows))[:2] == [rows[0][0], "每周整理一次读者的意见并公布答复的结果。"]


@pytest.mark.parametrize("label", ["（责任单位：", "（完成时限：", "【牵头科室："])
def test_what_a_label_in_a_bracket_heads_goes_on_though_set_in(label: str) -> None:
    """A list hangs where first lines of paragraphs begin as well."""
    close = "】" if label[0] == "【" else "）"
    first = "一、整理历年馆藏目录并上报" + label
    rows = [
        (first, 0, 1.7),
        (f"档案科{close}", 2, 1.7),
        ("核对各全宗的卷宗数目并登记造册上报", 2, 1.7),
        ("备案。", 0, 1.7),
    ]
    assert paragraphs(source(rows))[0] == f"{first}档案科{close}"


@pytest.mark.parametrize(("text", "title"), [("2026年馆藏保护工作安排表", True), ("云岭县档案馆内部资料", False)])
def test_small_type_over_a_page_that_names_a_plan_is_its_title(text: str, title: bool) -> None:
    found = source([(text, 2, 1.0), ("核对各全宗的卷宗数目并登记造册。", 2, 4.0), ("清点卷宗。", 2, 1.7)])
    assert isinstance(found.blocks[0], Line)
    found.blocks[0].size = 9.0
    [first] = [block for block in clean(found).blocks if isinstance(block, Paragraph) and block.text == text]
    assert (first.left_out is None) is title


TEXT = [
    "核对各全宗的卷宗数目并登记造册上",
    "报档案馆备案，残损的卷宗送修复室",
    "逐一登记修复并编制年度的完整目录",
    "。",
]


@pytest.mark.parametrize(
    "insets",
    [(3, 3, 3, 3), (3, 1.5, 1.5, 1.5), (4, 4, 4, 4), (2, 2, 2, 2)],
    ids=["set in", "first line within", "farther in", "as first lines would stand"],
)
def test_a_paragraph_that_is_set_in_as_a_whole(insets: tuple[float, ...]) -> None:
    """However few such paragraphs there are among headings and single lines at the same place."""
    rows: list[tuple[str, float, float]] = [("一、整理馆藏目录", 1.5, 1.7)]
    rows += [("先分卷，后编目。", inset, 1.7) for inset in insets]
    rows += [("二、任务说明", 1.5, 1.7)]
    text, k = "".join(TEXT), 0
    while text:
        inset = insets[min(k, 3)]
        width = int(20 - inset)
        rows.append((text[:width], inset, 1.7))
        text, k = text[width:], k + 1
    rows += [("三、完成时限", 1.5, 1.7), ("年底以前。", insets[0], 1.7)]
    assert "".join(TEXT) in paragraphs(source(rows))


@pytest.mark.parametrize(
    "next_line",
    ["（一）每周整理一次读者意见。", "2.每周整理一次读者意见。", "责任单位：县档案馆。", "核对目录并公布结果。"],
)
def test_what_begins_anew_does_not_go_on_a_paragraph_that_is_set_in(next_line: str) -> None:
    rows: list[tuple[str, float, float]] = [
        ("一、整理馆藏目录", 0, 1.7),
        ("核对各全宗的卷宗数目并登记造册上报", 3, 1.7),
    ]
    rows += [(next_line, 3, 1.7), ("二、更换库房柜架", 0, 1.7), ("先分卷，后编目。", 3, 1.7)]
    assert next_line.rstrip("。") in [text.rstrip("。") for text in paragraphs(source(rows))]


@pytest.mark.parametrize(("width", "inset"), [(8, 12), (10, 10)])
def test_who_signs_and_when_are_two_lines(width: int, inset: int) -> None:
    """They reach the edge too, but fill little of the column."""
    body = "云岭县城东乡人民政府办公室"[:width]
    rows: list[tuple[str, float, float]] = [("特此通知。", 2, 1.7), (body, inset, 1.7), ("二○三一年三月", inset, 1.7)]
    assert body in paragraphs(source(rows))


def half(rows: list[tuple[str, float]], left: float, number: int, top: float = 800.0) -> list[Line]:
    """Lines of one half of a sheet: text, left edge in ems."""
    return [
        Line(
            text,
            number + k,
            1,
            x0=left + inset * SIZE,
            x1=left + inset * SIZE + columns(text) * SIZE / 2,
            top=top - 1.4 * SIZE * k + 11,
            bottom=top - 1.4 * SIZE * k - 2,
            left=left,
            right=left + 20 * SIZE,
            frame=1,
            size=SIZE,
        )
        for k, (text, inset) in enumerate(rows)
    ]


HEADINGS = [
    ("一、整理馆藏目录并公布", 2),
    ("先分卷，后编目，逐一登记。", 2),
    ("二、更换库房全部照明线路", 2),
    ("汛前完工，报馆务会。", 2),
    ("三、开放阅览室查档窗口", 2),
    ("延长周末的开放时间。", 2),
    ("四、培训馆员与志愿者", 2),
    ("请修复师讲授托裱手艺。", 2),
]


@pytest.mark.parametrize("apart", [0.0, 3.0], ids=["as wide", "a little narrower"])
def test_what_one_half_of_a_sheet_shows_holds_for_the_other(apart: float) -> None:
    """One half holds prose, the other headings and short lines alone, which look full beside each other."""
    prose = [line for text in ("".join(TEXT),) * 3 for line in ((text[:18], 2.0), (text[18:38], 0.0), (text[38:], 0.0))]
    left = half(prose, 72.0, 1)
    right = half([(text, float(inset)) for text, inset in HEADINGS], 400.0, 20)
    for line in right:
        line.right -= apart
    found = paragraphs(Source([*left, *right], "application/pdf", pages=1, heights=[842.0]))
    assert found[3:] == [text for text, _ in HEADINGS]


def test_headings_alone_tell_no_edge() -> None:
    """Nothing goes on at the edge, and what stands beneath a heading as far in as it does may be its text."""
    found = half([(text, float(inset)) for text, inset in HEADINGS], 400.0, 1)
    assert paragraphs(Source(list(found), "application/pdf", pages=1, heights=[842.0])) == [t for t, _ in HEADINGS]


@pytest.mark.parametrize("day", ["2031年3月5日", "二〇三一年三月五日"])
@pytest.mark.parametrize("below", ["（此件公开发布）", "主办单位：县档案馆"])
def test_who_signs_in_a_narrow_column(day: str, below: str) -> None:
    """A body's name and the date reach the edge and fill much of the column; nothing goes on there, though the lines of lists hang."""
    rows = [
        ("一、整理馆藏目录并", 2.0),
        ("公布全部", 4.0),
        ("索引", 4.0),
        ("云岭县档案馆", 4.0),
        (day, 3.0),
        (below, 0.0),
    ]
    lines = half(rows, 72.0, 1)
    for line in lines:
        line.right = 72.0 + 11 * SIZE
    found = paragraphs(Source(list(lines), "application/pdf", pages=1, heights=[842.0]))
    assert found[-3:] == ["云岭县档案馆", day, below]


def test_who_signs_beneath_a_full_line() -> None:
    """A list's text hangs no farther in than a few characters."""
    rows = [("特此通知，请各单位认真组织实施。", 2.0), ("附件：2031年云岭县档案馆藏保护工作安", 2.0)]
    found = half([*rows, ("云岭县档案馆", 12.0), ("2031年3月5日", 11.5)], 72.0, 1)
    assert paragraphs(Source(list(found), "application/pdf", pages=1, heights=[842.0]))[1] == rows[1][0]
