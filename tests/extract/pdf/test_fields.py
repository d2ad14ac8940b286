"""Form fields as scripts fill them: a value, and no appearance."""

from __future__ import annotations

from typing import Any

import pytest
from reportlab.pdfbase import pdfdoc

from plancli.extract.pdf import extract_pdf
from plancli.model.settings import Settings

from .drawing import Sheet, grid, tables, texts, written


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


FIELD = "<< /Type /Annot /Subtype /Widget /Parent 10 0 R /Rect [150 696 300 712] /F 4 >>"
PARENT = "<< /FT /Tx /T (unit) /V <东桥水务站> /DA (/F 11 Tf) /Kids [11 0 R] >>"


@pytest.mark.parametrize(
    ("parent", "said"),
    [
        (PARENT, "填报单位： 东桥水务站"),
        (PARENT.replace("/Tx", "/Ch"), "填报单位： 东桥水务站"),
        (PARENT.replace("/Tx /T (unit) /V <东桥水务站>", "/Btn /T (unit) /V /Yes"), "填报单位："),
    ],
)
def test_the_value_may_be_held_by_the_field_whose_part_it_is(parent: str, said: str) -> None:
    form = "/AcroForm << /Fields [10 0 R] /NeedAppearances true >>"
    data = written("BT /F 12 Tf 80 700 Td <填报单位：> Tj ET", parent, FIELD, page="/Annots [11 0 R]", catalog=form)
    assert texts(extract_pdf(data, settings=Settings())) == [said]


@pytest.mark.parametrize(
    ("turn", "place", "box"),
    [
        (90, "0 1 -1 0 100 200 Tm", "86 290 104 460"),
        (270, "0 -1 1 0 100 600 Tm", "96 340 114 510"),
    ],
)
def test_fields_of_a_turned_page_stand_where_they_are_seen(turn: int, place: str, box: str) -> None:
    field = f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (unit) /V <东桥水务站> /DA (/F 11 Tf) /Rect [{box}] /F 4 >>"
    content = f"BT /F 12 Tf {place} <填报单位：> Tj ET"
    data = written(content, field, page=f"/Rotate {turn} /Annots [10 0 R]", catalog="/AcroForm << /Fields [10 0 R] >>")
    assert texts(extract_pdf(data, settings=Settings())) == ["填报单位： 东桥水务站"]
