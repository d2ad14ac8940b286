"""What is text, what is drawn twice, turned, hidden or behind; where blanks are real."""

from __future__ import annotations

import pytest
from reportlab.lib.pagesizes import A4, landscape

from plancli.language.radicals import fold
from plancli.model.source import Line

from .drawing import Sheet, grid, tables, texts


def lines(sheet: Sheet) -> list[Line]:
    return [block for block in sheet.read().blocks if isinstance(block, Line)]


def test_lines_stand_in_reading_order_whatever_the_order_of_drawing() -> None:
    sheet = Sheet()
    sheet.text(80, 600, "三、末行。")
    sheet.text(80, 640, "一、首行，")
    sheet.text(200, 620, "后半。")
    sheet.text(80, 620, "二、前半")
    assert texts(sheet.read()) == ["一、首行，", "二、前半 后半。", "三、末行。"]


def test_low_and_flat_characters_stay_on_their_line() -> None:
    sheet = Sheet()
    sheet.text(80, 640, "一、。，—…“一”", 16)
    sheet.text(80, 618, "、一。—", 16)
    assert texts(sheet.read()) == ["一、。，—…“一”", "、一。—"]


def test_real_blanks_are_kept_and_the_gaps_of_justification_are_not() -> None:
    sheet = Sheet()
    sheet.text(80, 700, "白 岩　张一  文 abc def")
    sheet.canvas.setFont("STSong-Light", 12)
    sheet.canvas.drawString(80, 680, "逐字拉开的一行文字", charSpace=3)
    for k, character in enumerate("各字分画两端对齐"):
        sheet.text(80 + 17 * k, 660, character)
    assert texts(sheet.read()) == ["白 岩 张一 文 abc def", "逐字拉开的一行文字", "各字分画两端对齐"]


def test_characters_spread_evenly_are_one_word_and_separate_ones_are_not() -> None:
    sheet = Sheet()
    for k, character in enumerate("责任部门"):
        sheet.text(80 + 40 * k, 700, character)
    sheet.text(80, 680, "水务局")
    sheet.text(160, 680, "农业农村局")
    assert texts(sheet.read()) == ["责任部门", "水务局 农业农村局"]


def test_a_hyphen_at_the_end_of_a_line_is_kept() -> None:
    sheet = Sheet()
    sheet.text(80, 700, "plan A-")
    sheet.text(80, 680, "two")
    sheet.text(80, 660, "2031年3-")
    sheet.text(80, 640, "4月")
    assert texts(sheet.read()) == ["plan A-", "two", "2031年3-", "4月"]


def test_dot_leaders_and_page_numbers_are_text() -> None:
    sheet = Sheet()
    sheet.text(80, 700, "一、总体要求" + "." * 40 + "3")
    sheet.text(80, 680, "二、重点任务……………………12")
    sheet.text(280, 60, "— 1 —")
    sheet.text(80, 640, "参加人数不少于5")
    assert texts(sheet.read()) == [
        "一、总体要求" + "." * 40 + "3",
        "二、重点任务……………………12",
        "参加人数不少于5",
        "— 1 —",
    ]


@pytest.mark.parametrize("step", [0.0, 0.4, 1.2, 2.6])
def test_characters_drawn_twice_are_read_once(step: float) -> None:
    sheet = Sheet()
    sheet.text(80, 700, "第一段正文。")
    sheet.text(80, 660, "二、假粗体的刚刚11时", 16)
    sheet.text(80, 620, "第二段正文。")
    sheet.text(80 + step, 660, "二、假粗体的刚刚11时", 16)
    found = lines(sheet)
    assert [line.text for line in found] == ["第一段正文。", "二、假粗体的刚刚11时", "第二段正文。"]


def test_stroked_outlines_are_bold() -> None:
    sheet = Sheet()
    sheet.text(80, 700, "一、加粗", mode=2)
    sheet.text(80, 680, "正文")
    assert [(line.text, line.bold) for line in lines(sheet)] == [("一、加粗", True), ("正文", False)]


def test_turned_text_is_left_out_with_a_note_that_says_what() -> None:
    sheet = Sheet()
    sheet.text(80, 700, "第一条任务，由城建科负责，年内完成。")
    sheet.canvas.saveState()
    sheet.canvas.translate(150, 600)
    sheet.canvas.rotate(45)
    sheet.text(0, 0, "内部资料", 40)
    sheet.canvas.restoreState()
    sheet.text(80, 650, "第二条任务，由园林科负责，六月完成。")
    source = sheet.read()
    assert texts(source) == ["第一条任务，由城建科负责，年内完成。", "第二条任务，由园林科负责，六月完成。"]
    ((code, message, page),) = source.notes
    assert (code, page) == ("turned-text", 1) and "内部资料" in message


def test_a_pale_large_word_behind_the_text_is_a_watermark() -> None:
    sheet = Sheet()
    sheet.canvas.setFillGray(0.8)
    sheet.text(150, 640, "送审稿", 60)
    sheet.canvas.setFillGray(0)
    sheet.text(80, 700, "关于印发重点任务的通知", 22)
    for k in range(5):
        sheet.text(80, 670 - 16 * k, f"第{k}行正文，穿过水印的中间。")
    source = sheet.read()
    assert texts(source) == ["关于印发重点任务的通知"] + [f"第{k}行正文，穿过水印的中间。" for k in range(5)]
    assert [note[0] for note in source.notes] == ["watermark"]


def test_pale_small_text_and_white_headings_are_text() -> None:
    sheet = Sheet()
    sheet.canvas.setFillGray(0.7)
    sheet.text(80, 700, "灰色的说明")
    sheet.canvas.setFillGray(0.2)
    sheet.canvas.rect(70, 660, 400, 30, stroke=0, fill=1)
    sheet.canvas.setFillGray(1)
    sheet.text(80, 668, "反白的标题", 20)
    assert texts(sheet.read()) == ["灰色的说明", "反白的标题"]


def test_hidden_text_behind_visible_text_is_left_out() -> None:
    sheet = Sheet()
    sheet.text(80, 700, "看得见的一整行文字。")
    sheet.text(80, 690, "隐藏", mode=3)
    source = sheet.read()
    assert texts(source) == ["看得见的一整行文字。"]
    assert [(code, page) for code, _, page in source.notes] == [("hidden-text", 1)]


def test_hidden_text_of_a_scanned_page_is_its_text() -> None:
    sheet = Sheet()
    sheet.text(80, 700, "一、识别出来的文字。", mode=3)
    sheet.text(80, 680, "由档案科负责，十月完成。", mode=3)
    sheet.text(300, 40, "3")
    source = sheet.read()
    assert texts(source) == ["一、识别出来的文字。", "由档案科负责，十月完成。", "3"]
    assert source.notes == []


@pytest.mark.parametrize("angle", [90, 180, 270])
@pytest.mark.parametrize("entry", [True, False], ids=["page entry", "no page entry"])
def test_a_turned_page_is_read_as_it_is_to_be_read(angle: int, entry: bool) -> None:
    sheet = Sheet()
    canvas = sheet.canvas
    if entry:
        canvas.setPageRotation(angle)
    width, height = landscape(A4) if entry and angle != 180 else A4
    canvas.rotate(angle)
    canvas.translate(*{90: (0, -width), 180: (-width, -height), 270: (-height, 0)}[angle])
    sheet.text(100, 500, "横放的一页，")
    sheet.text(100, 480, "、一。")
    sheet.rules([100, 200, 300], [460, 430])
    sheet.cells([100, 200], [460], [["甲", "乙"]])
    source = sheet.read()
    assert texts(source) == ["横放的一页，", "、一。"]
    (table,) = tables(source)
    assert grid(table) == [["甲", "乙"]]
    line = source.blocks[0]
    assert isinstance(line, Line)
    assert (line.x0, line.size) == (pytest.approx(100, abs=1), 12.0) and 495 < line.bottom < line.top < 515


def test_a_page_turned_by_its_entry_alone_is_read_level() -> None:
    sheet = Sheet()
    sheet.canvas.setPageRotation(90)
    sheet.text(80, 500, "文字是平的，")
    sheet.text(80, 480, "页面是转的。")
    assert texts(sheet.read()) == ["文字是平的，", "页面是转的。"]


def test_a_scan_that_hangs_askew_is_levelled() -> None:
    sheet = Sheet()
    sheet.canvas.rotate(1.5)
    for k in range(6):
        for part in range(4):
            sheet.text(90 + 87 * part, 700 - 17 * k, f"第{k}行第{part}段文字", mode=3)
    assert texts(sheet.read()) == ["".join(f"第{k}行第{part}段文字" for part in range(4)) for k in range(6)]


def test_a_landscape_page_with_its_box_away_from_the_origin() -> None:
    sheet = Sheet(landscape(A4), cropBox=(20, 30, 800, 560))
    sheet.text(100, 500, "横页", 12)
    (line,) = lines(sheet)
    assert line.text == "横页" and line.x0 == pytest.approx(80, abs=1)


@pytest.mark.parametrize("mend", ["turned", "askew", "hidden text"])
def test_a_page_that_is_read_again_is_moved_to_its_box_once(mend: str) -> None:
    """Whatever makes a page be read a second time, what stands near the edges of its CropBox stays inside."""
    sheet = Sheet(A4, cropBox=(60, 80, 560, 780))
    if mend == "turned":
        sheet.canvas.translate(560, 80)
        sheet.canvas.rotate(90)
        left, top, size = 10.0, 485.0, (700, 500)
    else:
        left, top, size = 70.0, 765.0, (500, 700)
        sheet.canvas.rotate(0.4 if mend == "askew" else 0)
    for k in range(6):
        sheet.text(left, top - 20 * k, f"靠近裁切框上缘的第{k}行")
    if mend == "hidden text":
        sheet.text(left, top, "藏起的字", mode=3)
    found = lines(sheet)
    assert [line.text for line in found] == [f"靠近裁切框上缘的第{k}行" for k in range(6)]
    assert found[0].x0 == pytest.approx(10, abs=6) and found[0].top < size[1]


def test_lines_know_the_text_area_and_whether_they_are_centred() -> None:
    sheet = Sheet()
    body = "这一行写满了整个版心从左边一直到右边没有空余之处"
    sheet.text(297.6 - 110, 760, "重点工作安排任务清单", 22)
    for k in range(10):
        sheet.text(79.6, 700 - 24 * k, body, 18.1)
    sheet.text(79.6 + 36, 450, "短行缩进两字。", 18.1)
    sheet.text(280, 50, "— 1 —", 14)
    found = lines(sheet)
    assert {round(line.left) for line in found} == {80} and {round(line.right) for line in found} == {514}
    assert [line.centered for line in found] == [True] + [False] * 11 + [True]
    assert [line.number for line in found] == list(range(1, 14))


def test_compatibility_forms_are_folded_and_other_forms_are_not() -> None:
    assert fold("⼀⼆⽉⾏⻓⻅⺠⽣豈ﬁ①㈠Ａ：⑴") == "一二月行长见民生豈ﬁ①㈠Ａ：⑴"
    every = "".join(map(chr, range(0x2E80, 0x2FD6)))
    assert len(fold(every)) == len(every)
    assert not any("\u2f00" <= character <= "\u2fd5" for character in fold(every))
