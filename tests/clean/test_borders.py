"""Where the measures of lines and cells end: each border on both of its sides."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.clean.cells import join_cell_lines
from plancli.clean.edges import Edges
from plancli.clean.footnotes import foot_of_page, notes_behind
from plancli.clean.furniture import furniture
from plancli.clean.rows_over_pages import continue_merged
from plancli.clean.steps import cells_to_text
from plancli.clean.wrapping import indented
from plancli.language.web_frame import is_web_frame
from plancli.model.source import Cell, Line, Source, Table
from tests.table_drawing import draw


def line(text: str = "建设食堂", **place: float) -> Line:
    return Line(text, page=1, **{"left": 100.0, "right": 300.0, "x0": 100.0, "x1": 200.0, "size": 10.0, **place})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (line(x0=112.0), True),
        (line(x0=111.9), False),
        (line(x0=114.4, size=0.0), True),  # a size that is not known is 12 points
        (line(x0=114.3, size=0.0), False),
        (Line("\u3000\u3000建设"), True),
        (Line("\t建设"), True),
        (Line(" 建设"), True),
        (Line("建设"), False),
    ],
)
def test_a_line_is_indented_by_a_character_and_more(first: Line, expected: bool) -> None:
    assert indented(first) is expected


@pytest.mark.parametrize(("x1", "size", "expected"), [(299.0, 10.0, True), (280.0, 10.0, False)])
def test_a_full_line_reaches_the_edge(x1: float, size: float, expected: bool) -> None:
    assert Edges(300.0).full(line(x1=x1, size=size)) is expected


def test_a_step_between_paragraphs_is_wider_than_one_between_lines() -> None:
    edges = Edges(300.0, pitch=20.0)
    above = line(bottom=500.0)
    assert not edges.apart(above, line(bottom=480.0))
    assert edges.apart(above, line(bottom=440.0))
    assert not Edges(300.0).apart(above, line(bottom=440.0))  # no pitch is known
    assert Edges(300.0, pitch=20.0, parting=19.0).apart(above, line(bottom=480.0))
    other = line(bottom=440.0)
    other.page = 2
    assert not edges.apart(above, other)


@pytest.mark.parametrize(
    ("sizes", "found"),
    [
        ((9.0, 9.0), 2),
        ((12.0, 9.0), 2),  # 12 is 0.75 of 16: still small
        ((12.1, 9.0), 1),  # above it the foot ends
        ((0.0, 9.0), 1),
    ],
)
def test_a_foot_is_small_type(sizes: tuple[float, float], found: int) -> None:
    lines = [line("1其一说明", size=sizes[0], top=110.0), line("2其二说明", size=sizes[1], top=100.0)]
    assert len(foot_of_page(lines, 16.0)) == found
    assert foot_of_page([line("其一说明", size=9.0, top=100.0)], 16.0) == []


def test_a_note_has_its_mark_in_the_text_before_all_notes() -> None:
    body = [Line("落实会议[1]和部署[2]。"), Line("加强值守。")]
    notes = [Line("[1] 指会议。"), Line("[2] 指部署。")]
    assert len(notes_behind([*body, *notes])) == 2
    assert len(notes_behind([*body, notes[0], Line("[3] 指[3]无处。")])) == 0
    assert len(notes_behind([Line("落实会议。"), Line("[1] 指会议，见[1]。")])) == 0


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("1 | 巡堤 | 水务站\n2 | 清淤 | ^", "3 | 备料 | \n4 | 演练 | 物资科", True),  # the upper piece spans rows
        ("1 | 巡堤 | 水务站\n2 | 清淤 | 泵站", "3 | 备料 | \n4 | 演练 | ^", True),  # the lower does
        ("1 | 巡堤 | 水务站\n2 | 清淤 | 泵站", "3 | 备料 | \n4 | 演练 | 物资科", False),
    ],
)
def test_an_empty_cell_goes_on_where_a_piece_spans_rows(above: str, below: str, joined: bool) -> None:
    head = "序号 | 工作任务 | 责任单位\n"
    table, later = draw(head + above), draw(below)
    for one in (table, later):
        for cell in one.cells():
            join_cell_lines(cell)
    continue_merged(table, later.rows)
    assert (later.rows[0][2] is table.rows[-1][2]) is joined


def cell(*lines: Line) -> str:
    made = Cell(0, 0, lines=list(lines))
    join_cell_lines(made)
    return made.text


def test_lines_of_a_cell_go_on_where_the_next_word_had_no_room() -> None:
    full, short = line("推进老旧小区改造工", x1=290.0), line("推进改造", x1=150.0)
    assert cell(full, line("程。")) == "推进老旧小区改造工程。"
    assert cell(short, line("评估成效。")) == "推进改造\n评估成效。"


FRAMES = (
    "我要打印 关闭窗口 收藏本页 下载全文 打印页面 纠错内容 打印整页 返回顶部 返回首页 返回列表 返回上页 无障碍浏览 无障碍阅读 长者模式 关怀模式 适老版 "
    "发布时间：2025-03-01 发文日期：2025年3月1日 更新时间：2025.3.1 成文日期：2025/3/1 公开时间：2025-03-01 生成日期：2025-03-01 录入时间：2025-03-0110:20 信息来源：县政府办 文章来源：县政府办 稿件来源：县政府办 "
    "来源：县政府办 作者：王平 编辑：王平 责任编辑：王平 浏览次数：12 访问量：12人次 阅读：12 点击数：12 字号：【大中小】 字体：[大中小] 分享到： 分享至： 您当前所在的位置：首页 当前位置：首页>公开 您所在位置：首页 首页>公开>计划 "
    "欢迎光临，云岭欢迎您！ 今天是：2025年3月1日 政务公开>>计划>> × ☰ 扫一扫在手机打开 扫一扫分享 主办单位：云岭县政府办网站地图 网站声明 联系我们 关于我们 点击上方蓝字关注云岭 微信扫一扫关注 长按识别二维码 上一篇：要点 下一条：无 附件下载： "
    "版权所有云岭县 云ICP备12345号 相关链接： 相关文档 相关附件： 浏览量：12 访问次数12 阅读数：12 点击量：12次 2025-03-0110:20 https://yunling.example 2025/3/1,上午10:20"
)


@pytest.mark.parametrize("text", FRAMES.split())
def test_each_item_of_a_pages_frame_is_one(text: str) -> None:
    assert is_web_frame(text)


@pytest.mark.parametrize(
    "word",
    [
        "浏览次数：3",
        "阅读：3",
        "点击量：3",
        "访问：3",
        "作者：王平",
        "录入：王平",
        "录入者：王平",
        "3位读者",
        "3次收藏",
    ],
)
@pytest.mark.parametrize("head", ["2025-03-01", "发表日期：2025-03-01", "更新时间：2025-03-01", "栏目：公开2025-03-01"])
def test_what_tells_when_a_page_was_posted(head: str, word: str) -> None:
    assert is_web_frame(f"{head}甲{word}")
    assert not is_web_frame(f"{head}甲。{word}")


@pytest.mark.parametrize(
    ("feet", "reason"),
    [
        (["清单-1", "清单-2", "清单-3"], "page-number"),
        (["", "任务表·2", ""], "page-number"),
        (["", "", "附件（第3页）"], "page-number"),
        (["台账第4张", "台账第5张", "台账第6张"], "running-head"),
        (["共有2项", "共有2项以上", "另有2项"], None),
        (["完成1-2", "完成3-4", "完成5-6"], None),
    ],
)
def test_a_foot_that_counts_the_pages_in_large_type(feet: list[str], reason: str | None) -> None:
    lines: list[Line] = []
    for page, foot in enumerate(feet, 1):
        said = [
            (f"{'巡堤备料清障'[page]}{'甲乙丙丁戊己庚辛壬癸'[k]}处已完成。", 700.0 - 20 * k, 10.0) for k in range(10)
        ]
        lines += [
            Line(text, page=page, x0=80, x1=300, top=top, bottom=top - size, left=80, right=500, size=size)
            for text, top, size in said
        ]
        if foot:
            lines.append(Line(foot, page=page, x0=400, x1=460, top=60, bottom=46, left=80, right=500, size=14))
    found = furniture(list(lines), paged=True)
    assert {found.get(id(line)) for line in lines if line.size == 14} == {reason}
    assert not any(id(line) in found for line in lines if line.size != 14)


@pytest.mark.parametrize(("second", "joined"), [(400.0, False), (402.0, False), (430.0, True)])
def test_full_lines_that_go_on_behind_room_at_one_place_are_rows(second: float, joined: bool) -> None:
    def row(text: str, place: float, top: float) -> Line:
        left, right = text.split(" ")
        lefts = [100.0 + 10 * k for k in range(len(left))] + [100.0 + 10 * len(left)]
        lefts += [place + 10 * k for k in range(len(right))]
        rights = [x + 10 for x in lefts]
        rights[len(left)] = place
        line = Line(text, page=1, x0=100, x1=500, top=top, bottom=top - 10, left=100, right=500, size=10)
        line.lefts, line.rights = lefts, rights
        return line

    first, after = (
        row("清点库房与门窗并检修 库房科与保卫科合", 400.0, 700),
        row("整理卷宗与标签并抄录 档案部与宣教部合", second, 680),
    )
    source = Source([first, after], "application/pdf")
    assert (len(clean(source).blocks) == 1) is joined


@pytest.mark.parametrize(
    ("beside", "expected"),
    [(101.0, "行政人事部\n各部门"), (100.0, "行政人事部各部门"), (107.0, "行政人事部各部门")],
    ids=["others begin near the edge", "others run out of their cells", "all cells keep as much free"],
)
def test_centred_lines_do_not_tell_what_a_cell_keeps_free(beside: float, expected: str) -> None:
    """Room for the next word is measured by what other cells keep free: 行政人事部 / 各部门 in a cell of 7.4 characters."""
    edges = {"left": 100.0, "right": 174.0, "size": 10.0}
    middle = [
        line("行政人事部", **{**edges, "x0": 107.0, "x1": 167.0}),
        line("各部门", **{**edges, "x0": 119.0, "x1": 155.0}),
    ]
    for one in middle:
        one.size, one.centered = 12.0, True
    centred, other = (
        Cell(0, 0, lines=middle),
        Cell(1, 0, lines=[line("工程物业部和", **{**edges, "x0": beside, "x1": beside + 60})]),
    )
    table = Table([[centred], [other]], page=1)
    (read,) = cells_to_text([table])
    assert isinstance(read, Table) and read.rows[0][0].text == expected
