"""Form fields as scripts fill them: a value, and no appearance."""

from __future__ import annotations

from typing import Any

import pytest
from reportlab.pdfbase import pdfdoc

from .drawing import Sheet, grid, tables, texts


def fill(sheet: Sheet, box: tuple[float, ...], value: str, **more: Any) -> None:
    """A field of the page being drawn, with further entries."""
    entries = {"FT": "/Tx", "T": pdfdoc.PDFString("f"), "DA": pdfdoc.PDFString("/Helv 11 Tf 0 g"), "F": 4, **more}
    fixed = {"Type": "/Annot", "Subtype": "/Widget", "V": pdfdoc.PDFString(value), "Rect": pdfdoc.PDFArray(box)}
    sheet.canvas._addAnnotation(pdfdoc.PDFDictionary({**entries, **fixed}))


@pytest.mark.parametrize("size", ["11", "0"])
def test_a_value_without_an_appearance_is_read_in_its_cell(size: str) -> None:
    sheet = Sheet()
    xs, ys = [80.0, 130.0, 330.0, 480.0], [740.0, 710.0, 680.0]
    sheet.rules(xs, ys)
    sheet.cells(xs, ys, [["序号", "事项", "时限"], ["1", "检修电梯", ""]])
    fill(sheet, (334, 684, 476, 706), "8月底前 完成", DA=pdfdoc.PDFString(f"/Helv {size} Tf 0 g"))
    source = sheet.read()
    (table,) = tables(source)
    assert grid(table) == [["序号", "事项", "时限"], ["1", "检修电梯", "8月底前 完成"]]


def test_hidden_fields_buttons_and_blanks_are_no_text() -> None:
    sheet = Sheet()
    sheet.text(80, 700, "填报单位：")
    fill(sheet, (150, 696, 300, 712), "东桥水务站")
    fill(sheet, (310, 696, 400, 712), "不显示", F=2)
    fill(sheet, (310, 640, 400, 660), "Yes", FT="/Btn")
    fill(sheet, (310, 600, 400, 620), "  ")
    assert texts(sheet.read()) == ["填报单位： 东桥水务站"]


def test_a_field_of_several_lines_wraps_at_its_width() -> None:
    sheet = Sheet()
    sheet.text(80, 740, "工作说明")
    fill(sheet, (80, 640, 146, 720), "更换水泵并调试设备")
    assert texts(sheet.read()) == ["工作说明", "更换水泵并", "调试设备"]
