"""A table round which a text flows: its caption and its rows come between two paragraphs of the text, which goes on beneath it."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.model.source import Paragraph, Table
from plancli.segment import segment

from ...segment.drawing import drawing
from ..pdf.drawing import Sheet

ITEMS = [
    "（一）修缮阅览室。对阅览室门窗逐一查验，更换破损玻璃，五月底前完工。（后勤科负责）",
    "（二）清点善本。对馆藏善本逐册清点，登记残损情况，送修的须附照片。（典藏科牵头，编目科配合）",
    "（三）举办讲座。每月邀请一位学者开讲，听众名额提前一周在门厅公布。（宣教科负责）",
    "（四）更新目录。十月底前完成目录卡片的更换，旧卡片装箱封存备查。（编目科负责）",
]
FIGURES = [
    ("指标", "计量单位", "目标值"),
    ("新增藏书", "万册", "1.2"),
    ("讲座", "场", "12"),
    ("读者满意度", "%", "≥96"),
]
WIDE, NARROW, LEADING = 34, 18, 20  # characters of a line, points


def drawn(side: str, caption: str) -> Sheet:
    """Items of which lines are short beside a table at one side, from the second line on."""
    sheet = Sheet()
    sheet.text(190, 780, "星河图书馆2031年工作要点", 16)
    lines = ["二〇三一年，全馆以便民为先，重点抓好以下工作，各科室须逐项落实到人。"]
    y, top = 740.0, 680.0
    narrow = NARROW * 12
    for item in lines + ITEMS:
        first = True
        while item:
            beside = top - 130 < y < top
            room = (NARROW if beside else WIDE) - 2 * first
            x = 80 + (WIDE - NARROW) * 12 * (beside and side == "left") + 24 * first
            sheet.text(x, y, item[:room], 12)
            item, first, y = item[room:], False, y - LEADING
    left = 80.0 if side == "left" else 80 + narrow + 20
    xs = [left, left + 70, left + 120, left + 170]
    sheet.text(xs[0] + 85 - 5.5 * len(caption), top - 16, caption, 11)
    ys = [top - 25 - 22 * k for k in range(len(FIGURES) + 1)]
    sheet.rules(xs, ys)
    sheet.cells(xs, ys, FIGURES)
    return sheet


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("caption", ["表1 年度主要指标", "附表 年度指标", "年度主要指标一览"])
def test_a_table_beside_a_text(side: str, caption: str) -> None:
    source = clean(drawn(side, caption).read())
    said = [block.text for block in source.blocks if isinstance(block, Paragraph)]
    assert [text for text in said if text.startswith("（")] == ITEMS
    assert sum(isinstance(block, Table) for block in source.blocks) == 1
    [plan] = segment(source).plans
    assert [line for line in drawing(plan).split("\n") if line[:1].isdigit()] == [
        f"{number} {item[3:].replace('。', ' | ', 1)}" for number, item in enumerate(ITEMS, 1)
    ]
    assert not plan.sections
