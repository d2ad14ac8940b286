"""What stands on a page but is no part of its text: watermarks; blanks that say nothing."""

from __future__ import annotations

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4

from plancli.model.source import Source

from ..pdf.drawing import FONT, Sheet, grid, tables, texts

BODY = [f"第{k}行正文，由档案科会同各镇办理，年底前完成。" for k in "一二三四五六七八"]


def body(sheet: Sheet) -> None:
    for k, line in enumerate(BODY):
        sheet.text(80, 700 - 22 * k, line)


def reasons(source: Source) -> set[str]:
    return {code for code, _, _ in source.notes}


@pytest.mark.parametrize("angle", [0, 30, 90])
@pytest.mark.parametrize("size", [9, 14, 40])
def test_pale_tiles(angle: int, size: float) -> None:
    sheet = Sheet()
    body(sheet)
    sheet.canvas.setFillGray(0.8)
    for x in (100, 250, 400):
        for y in (560, 640, 695):
            sheet.canvas.saveState()
            sheet.canvas.translate(x, y)
            sheet.canvas.rotate(angle)
            sheet.text(0, 0, "内部资料", size)
            sheet.canvas.restoreState()
    source = sheet.read()
    assert texts(source) == BODY
    assert reasons(source) <= {"watermark", "turned-text"} and source.notes


def test_where_most_of_the_page_is_grey_nothing_is_a_watermark() -> None:
    sheet = Sheet()
    sheet.canvas.setFillGray(0.65)
    sheet.text(200, 740, "重点任务", 22)
    body(sheet)
    assert texts(sheet.read()) == ["重点任务", *BODY]


@pytest.mark.parametrize("blank", [" ", "  "])
def test_blanks_after_each_character_say_nothing(blank: str) -> None:
    sheet = Sheet()
    sheet.rules([60, 200, 420], [720, 700, 680])
    sheet.cells([60, 200], [720, 700], [["工 作 任 务", "完 成 时 限"], ["修 缮 库 房", "1 0 月 底 前"]])
    for k in range(6):
        sheet.text(60, 640 - 22 * k, blank.join("扫描识别的文字1 2月底前"))
    source = sheet.read()
    assert grid(tables(source)[0]) == [["工作任务", "完成时限"], ["修缮库房", "10月底前"]]
    assert {text.replace(" ", "") for text in texts(source)} == {"扫描识别的文字12月底前"}


@pytest.mark.parametrize("names", ["云岭市水务局办公室", "云岭市档案馆"])
@pytest.mark.parametrize("seals", [1, 2])
def test_the_letters_of_a_seal_over_a_table(names: str, seals: int) -> None:
    """Those that stand level or at right angles too."""
    sheet = Sheet()
    xs, ys = [80.0, 300.0, 500.0], [700.0, 660.0, 620.0, 580.0, 540.0, 500.0]
    rows = [[f"清点第{k}库房", f"{k}月底前完成"] for k in range(1, 6)]
    sheet.rules(xs, ys)
    sheet.cells(xs, ys, rows)
    step = 240 / (len(names) - 1)
    for seal in range(seals):
        for k, letter in enumerate(names):
            sheet.canvas.saveState()
            sheet.canvas.translate(400 - 200 * seal, 590)
            sheet.canvas.rotate(120 - step * k)
            sheet.text(-5, 40, letter, 10.5)
            sheet.canvas.restoreState()
    source = sheet.read()
    assert grid(tables(source)[0]) == rows
    assert reasons(source) == {"turned-text"}


@pytest.mark.parametrize("rest", ["日", "月"])
def test_a_character_of_the_date_is_none_of_the_seal(rest: str) -> None:
    """Of the seal's size, drawn by itself right before it, and under it."""
    sheet = Sheet()
    sheet.text(400, 600, "2026年4月1", 12)
    sheet.text(460, 600, rest, 12)
    for k, letter in enumerate("云岭县档案局办公室"):
        sheet.canvas.saveState()
        sheet.canvas.translate(455, 618)
        sheet.canvas.rotate(111 - 26 * k)
        sheet.text(-6, 40, letter)
        sheet.canvas.restoreState()
    assert [text.replace(" ", "") for text in texts(sheet.read())] == [f"2026年4月1{rest}"]


@pytest.mark.parametrize("over", range(0, 60, 6))
def test_the_letters_of_a_seal_that_touch_those_of_a_date(over: float) -> None:
    """Drawn when the signature stands: PDFium takes a letter of the ring for one of the line."""
    sheet = Sheet()
    for x, word in ((400, "2026"), (436, "年"), (455, "4"), (466, "月"), (485, "19"), (504, "日")):
        sheet.text(x, 600, word, 16)
    for k, letter in enumerate("云岭县档案局办公室"):
        sheet.canvas.saveState()
        sheet.canvas.translate(430 + over, 618)
        sheet.canvas.rotate(111 - 26 * k)
        sheet.text(-6, 40, letter)
        sheet.canvas.restoreState()
    source = sheet.read()
    assert [text.replace(" ", "") for text in texts(source)] == ["2026年4月19日"]
    assert reasons(source) == {"turned-text"}


def test_a_table_under_the_picture_of_a_scan() -> None:
    """OCR puts blanks where it ends its words, and only the picture shows the rules between rows far apart."""
    sheet = Sheet()
    sheet.canvas.drawInlineImage(Image.new("RGB", (60, 80), "white"), 0, 0, *A4)
    title = sheet.canvas.beginText(200, 780)
    title.setFont(FONT, 16)
    title.setTextRenderMode(3)
    for word in ("云岭县2", "026年", "馆藏任务表"):
        title.setHorizScale(100)
        title.textOut(word)
        title.setHorizScale(1)
        title.textOut(" ")
    sheet.canvas.drawText(title)
    for x, text in ((80, "序号"), (130, "工作任务"), (320, "责任 科室"), (440, "时限")):
        sheet.text(x, 740, text, 12, mode=3)
    for k in range(1, 6):
        for x, text in ((84, str(k)), (130, "清 点卷宗"), (320, "库房 科"), (440, f"{k}月底前")):
            sheet.text(x, 760 - 90 * k, text, 12, mode=3)
    source = sheet.read()
    assert texts(source) == ["云岭县2026年馆藏任务表"]
    assert grid(tables(source)[0])[1] == ["1", "清点卷宗", "库房科", "1月底前"]
