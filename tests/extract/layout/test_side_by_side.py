"""What stands side by side on a page and is read one after the other: labels and texts, a text and a table, three columns."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.model.source import Paragraph, Table

from ..pdf.drawing import FONT, Sheet, grid

ITEMS = [
    ("（一）修缮库房", "对阅览室门窗逐一查验，更换破损玻璃，五月底前完工，经费从公用经费列支。（后勤科负责）"),
    ("（二）清点善本", "对馆藏善本逐册清点，登记残损情况，送修的须附照片，清单报馆务会议审定。（典藏科牵头）"),
    ("（三）举办讲座", "每月邀请一位学者开讲，听众名额提前一周在门厅公布，讲稿汇编成册。（宣教科负责）"),
]
PROSE = "去年底全馆向读者征集意见三百余条经梳理论证后确定今年要办的事项各科室须把任务分解到人按月调度"


def paragraphs(sheet: Sheet) -> list[str]:
    return [block.text for block in clean(sheet.read()).blocks if isinstance(block, Paragraph)]


def title(sheet: Sheet, y: float, text: str) -> None:
    sheet.canvas.setFont(FONT, 16)
    sheet.canvas.drawCentredString(sheet.width / 2, y, text)


def wrapped(sheet: Sheet, x: float, y: float, text: str, width: int, size: float = 11) -> float:
    """A text in lines of so many characters from a height down; the height of what is next."""
    for k in range(0, len(text), width):
        sheet.text(x, y, text[k : k + width], size)
        y -= 1.6 * size
    return y


@pytest.mark.parametrize("wide", [4, 12])  # characters of a label's line
@pytest.mark.parametrize("room", [4, 16])  # points between texts
@pytest.mark.parametrize("headed", [True, False])
def test_labels_beside_what_they_head(wide: int, room: float, headed: bool) -> None:
    sheet = Sheet()
    title(sheet, 780, "星河图书馆2031年工作要点")
    y, said = 730.0, []
    for k, (label, text) in enumerate(ITEMS):
        if headed:
            sheet.text(80, y, f"{'一二三'[k]}、事项", 11)
            said.append(f"{'一二三'[k]}、事项")
            y -= 24
        wrapped(sheet, 80, y, label, wide)
        y = wrapped(sheet, 240, y, text * 2, 25) - room
        said += [label, text * 2]
    assert paragraphs(sheet)[1:] == said


def test_numbers_beside_hanging_lines_are_no_labels() -> None:
    sheet = Sheet()
    title(sheet, 780, "星河图书馆2031年工作要点")
    y = 730.0
    for k, (_, text) in enumerate(ITEMS, 1):
        sheet.text(80, y, f"{k}.", 11)
        y = wrapped(sheet, 110, y, text * 2, 34) - 10
    assert paragraphs(sheet)[1:] == [f"{k}.{text * 2}" for k, (_, text) in enumerate(ITEMS, 1)]


@pytest.mark.parametrize("side", [0, 1])
def test_a_table_without_uprights_beside_a_text(side: int) -> None:
    """Its rules, of one width, show how far it reaches; in each row a cell is in the middle of the row's height."""
    sheet = Sheet((842, 595))
    title(sheet, 540, "星河图书馆2031年任务清单")
    text, table = ((60.0, 300.0), (540.0, 60.0))[side]
    wrapped(sheet, text, 480, PROSE * 3, 18)
    rows = [["序号", "工作任务", "责任科室", "时限"]]
    rows += [[str(k), f"修缮第{k}阅览室", "后勤科" if k % 2 else "后勤科\n保卫科", f"{k}月底前"] for k in range(1, 7)]
    y = 490.0
    xs = [table, table + 50, table + 250, table + 350]
    sheet.canvas.line(table - 4, y, table + 430, y)
    for row in rows:
        height = 24.0 + 13 * row[2].count("\n")
        for x, cell in zip(xs, row, strict=True):
            lines = cell.split("\n")
            for n, line in enumerate(lines):
                sheet.text(x, y - height / 2 - 4 + 6.5 * (len(lines) - 1) - 13 * n, line, 10)
        y -= height
        sheet.canvas.line(table - 4, y, table + 430, y)
    source = clean(sheet.read())
    [found] = [block for block in source.blocks if isinstance(block, Table)]
    assert grid(found) == rows
    assert [block.text for block in source.blocks if isinstance(block, Paragraph)][-1] == PROSE * 3


@pytest.mark.parametrize("lines", [5, 12])
def test_three_columns_under_a_title(lines: int) -> None:
    sheet = Sheet((842, 595))
    title(sheet, 540, "星河图书馆2031年工作要点")
    text = (PROSE * 16)[: lines * 3 * 20]
    for k in range(3):
        wrapped(sheet, 60 + 250 * k, 500, text[k * lines * 20 : (k + 1) * lines * 20], 20)
    assert paragraphs(sheet) == ["星河图书馆2031年工作要点", text]


@pytest.mark.parametrize("rest", [2, 6])
def test_columns_that_go_on_above_a_title_across(rest: int) -> None:
    """A page begins with the last lines of the plan before, in its two columns; beneath the title stand those of the next."""
    sheet = Sheet()
    texts = [(PROSE[start:] + PROSE * 20)[: 36 * size] for start, size in ((0, 24), (7, rest), (15, 8))]
    for text, y in zip(texts, (720.0, 720.0, 720 - 17.6 * rest - 70), strict=True):
        for k in range(2):
            wrapped(sheet, 80 + 240 * k, y, text[k * len(text) // 2 : (k + 1) * len(text) // 2], 18)
        if text is texts[0]:
            sheet.page()
    title(sheet, 720 - 17.6 * rest - 30, "银河档案馆2031年工作要点")
    assert paragraphs(sheet) == [texts[0] + texts[1], "银河档案馆2031年工作要点", texts[2]]


SIDE = [
    (
        "守住安全底线",
        [
            "1.检修配电房线路，五月底前换下老化电缆，更换记录一式两份存档备查。（后勤科负责）",
            "2.每月演练疏散。（保卫科负责）",
        ],
    ),
    (
        "做优读者服务",
        [
            "3.延长夜间开放。（流通科负责）",
            "4.增设盲文专架，九月底前上架图书两百册，配备点显器三台供借用。（典藏科牵头）",
            "5.开通预约取书。（技术科负责）",
        ],
    ),
    (
        "办好读书活动",
        ["6.评选年度好书，十二月公布书目并在门厅陈列一个月。（宣教科负责）", "7.走进三所小学。（宣教科负责）"],
    ),
]


def beside(sheet: Sheet, y: float, label: str, items: list[str], *, width: int, size: float, at: str) -> float:
    """A label of lines of `width` characters beside its items, level with the first line (`top`, or a little beneath it where it is
    padded), or in the middle of them."""
    high = sum(-(-len(item) // 28) * 17.6 + 3 for item in items)
    tall = -(-len(label) // width) * 1.6 * size
    drop = {"top": 0.0, "padded": 8.0, "middle": (high - tall) / 2 - (11 - size) / 2}[at]
    wrapped(sheet, 80, y - drop, label, width, size)
    for item in items:
        y = wrapped(sheet, 190, y, item, 28) - 3
    return y


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("at", ["top", "padded", "middle"])
@pytest.mark.parametrize(
    ("width", "size"), [(6, 12.0), (9, 11.0)]
)  # in two lines, in one that nearly touches the items
def test_headings_beside_a_column_of_items(numbered: bool, at: str, width: int, size: float) -> None:
    sheet = Sheet()
    title(sheet, 780, "星河图书馆2031年工作要点")
    sheet.text(80, 750, "为做好全年工作，制定本要点。", 11)
    y, said = 720.0, ["为做好全年工作，制定本要点。"]
    for k, (label, items) in enumerate(SIDE):
        head = f"{'一二三'[k]}、{label}" if numbered else label
        y = beside(sheet, y, head, items, width=width, size=size, at=at) - 6
        said += [head, *items]
    assert paragraphs(sheet)[1:] == said


def test_items_beside_their_heading_go_on_overleaf() -> None:
    """The second page begins with items of the last heading of the first, and holds one heading more."""
    sheet = Sheet()
    title(sheet, 780, "星河图书馆2031年工作要点")
    y, said = 720.0, []
    for k, (label, items) in enumerate(SIDE):
        if k == 2:
            sheet.page()
            y = (
                wrapped(
                    sheet,
                    190,
                    780,
                    "6.整理地方文献，四月底前编出目录初稿，分送三位专家审读后定稿付印。（典藏科负责）",
                    28,
                )
                - 9
            )
            said.append("6.整理地方文献，四月底前编出目录初稿，分送三位专家审读后定稿付印。（典藏科负责）")
            items = [f"{n}{item[1:]}" for n, item in enumerate(items, 7)]
        y = beside(sheet, y, label, items, width=6, size=12, at="top") - 6
        said += [label, *items]
    assert paragraphs(sheet)[1:] == said
