"""Small type raised over its line: marks of notes, powers."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.model.source import Paragraph

from ..pdf.drawing import FONT, Sheet, texts

BODY = [f"第{k}行正文，由档案科会同各镇办理，年底前完成。" for k in "一二三四五六七八"]


def line(sheet: Sheet, y: float, parts: list[str], size: float = 14.0, share: float = 0.6, rise: float = 0.35) -> None:
    """One text object of a line; every other part is raised."""
    text = sheet.canvas.beginText(80, y)
    for k, part in enumerate(parts):
        text.setFont(FONT, size * share if k % 2 else size)
        text.setRise(rise * size if k % 2 else 0)
        text.textOut(part)
    sheet.canvas.drawText(text)


@pytest.mark.parametrize("mark", ["1", "12", "[2]", "①", "*"])
@pytest.mark.parametrize("behind", ["1.8万亩", "。", "，9月底前完成"])
@pytest.mark.parametrize(("share", "rise"), [(0.5, 0.5), (0.6, 0.35), (0.67, 0.33)])
def test_the_mark_of_a_note(mark: str, behind: str, share: float, rise: float) -> None:
    sheet = Sheet()
    line(sheet, 700, ["新建高标准农田", mark, behind], share=share, rise=rise)
    for k, words in enumerate(BODY):
        sheet.text(80, 670 - 22 * k, words, 14)
    source = sheet.read()
    assert texts(source) == ["新建高标准农田" + behind, *BODY]
    assert [code for code, _, _ in source.notes] == ["note-mark"]


@pytest.mark.parametrize("word", ["达到95%", "实现GDP", "增长8.5", "改造m", "支持5G"])
@pytest.mark.parametrize("mark", ["1", "①"])
def test_the_mark_of_a_note_behind_figures_and_letters(word: str, mark: str) -> None:
    sheet = Sheet()
    line(sheet, 700, [word, mark, "以上的三处"])
    for k, words in enumerate(BODY):
        sheet.text(80, 670 - 22 * k, words, 14)
    sheet.text(80, 486, f"{mark}由第三方统计。", 9)
    source = sheet.read()
    assert texts(source)[0] == word + "以上的三处"
    assert [code for code, _, _ in source.notes] == ["note-mark"]


@pytest.mark.parametrize("mark", ["1", "12", "[2]", "①"])
@pytest.mark.parametrize("behind", ["，9月底前完成", "。（农建科负责）"])
def test_a_mark_that_begins_a_line(mark: str, behind: str) -> None:
    """What it is to ends the line above."""
    sheet = Sheet()
    line(sheet, 722, ["新建高标准农田和沟渠"])
    line(sheet, 700, ["", mark, behind])
    for k, words in enumerate(BODY):
        sheet.text(80, 670 - 22 * k, words, 14)
    source = sheet.read()
    assert texts(source)[:2] == ["新建高标准农田和沟渠", behind]
    assert [code for code, _, _ in source.notes] == ["note-mark"]


@pytest.mark.parametrize("unit", ["m", "km", "100m"])
def test_a_power_stays_on_its_line(unit: str) -> None:
    sheet = Sheet()
    line(sheet, 700, ["改造厂房" + unit, "2", "以上的三处"])
    sheet.text(80, 486, "2由第三方统计。", 9)
    source = sheet.read()
    assert texts(source)[0] == f"改造厂房{unit}2以上的三处"
    assert not source.notes


def test_digits_of_the_text_are_no_marks() -> None:
    sheet = Sheet()
    sheet.text(80, 700, "开展检查2次，覆盖3个镇（街道）11处", 14)
    assert texts(sheet.read()) == ["开展检查2次，覆盖3个镇（街道）11处"]


@pytest.mark.parametrize("size", [9, 12])
@pytest.mark.parametrize("behind", ["", ".", ". "])
def test_the_note_itself(size: float, behind: str) -> None:
    """In type that is hardly smaller too, and led as an item is."""
    sheet = Sheet()
    line(sheet, 700, ["新建高标准农田", "1", "1.8万亩"])
    for k, words in enumerate(BODY):
        sheet.text(80, 670 - 22 * k, words, 14)
    sheet.text(80, 486, f"1{behind}指连片的田块。", size)
    found = [block for block in clean(sheet.read()).blocks if isinstance(block, Paragraph)]
    assert [block.left_out for block in found if "连片" in block.text] == ["footnote-text"]


def test_small_items_of_a_page_without_marks_are_text() -> None:
    sheet = Sheet()
    for k, words in enumerate(BODY):
        sheet.text(80, 670 - 22 * k, words, 14)
    sheet.text(80, 486, "1.指连片的田块。", 12)
    found = [block for block in clean(sheet.read()).blocks if isinstance(block, Paragraph)]
    assert [block.left_out for block in found if "连片" in block.text] == [None]
