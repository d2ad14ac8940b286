"""The second reader gives what the first gives, and stands in where that finds no way in."""

from __future__ import annotations

from typing import Any

import pytest
from reportlab.lib.pagesizes import A4

from plancli.errors import Corrupt, Encrypted, GarbledText
from plancli.extract import extract, pdf
from plancli.extract.pdf import extract_pdf
from plancli.extract.pdf.second import extract_again
from plancli.model.settings import Settings
from plancli.model.source import Source

from .drawing import Sheet, grid, tables, texts
from .test_document import locked
from .test_garbled import garbled


def prose() -> Sheet:
    sheet = Sheet()
    sheet.text(200, 760, "云峰县档案工作要点", 22)
    for k in range(6):
        sheet.text(80 + 24 * (k % 2 == 0), 700 - 22 * k, f"第{k}行正文，由档案科牵头，各镇配合，12月底前完成 plan A。")
    sheet.page()
    sheet.text(80, 700, "次页")
    return sheet


def table() -> Sheet:
    sheet = Sheet()
    sheet.rules([60, 100, 300, 420], [700, 670, 640, 610])
    sheet.cells(
        [60, 100, 300],
        [700, 670, 640],
        [["序号", "任务", "单位"], ["1", "检修泵站，\n清淤", "排水处"], ["2", "补植乔木", "园林科、\n各街道"]],
    )
    return sheet


def cropped() -> Sheet:
    sheet = Sheet(A4, cropBox=(40, 50, 500, 800))
    sheet.text(80, 700, "框内的一行")
    sheet.text(510, 400, "框外")
    return sheet


def turned() -> Sheet:
    sheet = Sheet()
    sheet.canvas.setPageRotation(90)
    sheet.canvas.rotate(90)
    sheet.canvas.translate(0, -A4[1])
    sheet.text(100, 500, "横放的一页")
    return sheet


def held(source: Source) -> Any:
    places = [(round(line.x0), round(line.top), line.size) for line in source.blocks if hasattr(line, "x0")]
    return (
        texts(source),
        [grid(found) for found in tables(source)],
        places,
        source.pages,
        [round(h, 2) for h in source.heights],
    )


@pytest.mark.parametrize("draw", [prose, table, cropped, turned])
def test_both_readers_give_the_same(draw: Any) -> None:
    data = draw().data()
    assert held(extract_again(data, settings=Settings())) == held(extract_pdf(data, settings=Settings()))


def test_it_stands_in_and_the_record_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, *, settings: Settings) -> Source:
        raise Corrupt("this PDF's structure is broken")

    monkeypatch.setattr(pdf, "extract_pdf", broken)
    source = extract(table().data(), settings=Settings())
    assert [(attempt.extractor, attempt.outcome) for attempt in source.attempts] == [
        ("pdf", "corrupt: this PDF's structure is broken"),
        ("pdfplumber", "ok"),
    ]
    assert source.attempts[-1].version and source.attempts[-1].version.startswith("pdfplumber")
    assert grid(tables(source)[0])[1] == ["1", "检修泵站，\n清淤", "排水处"]


def test_what_neither_can_read_fails_as_the_first_says() -> None:
    with pytest.raises(GarbledText):
        extract(garbled(60).data(), settings=Settings())
    with pytest.raises(Corrupt):
        extract(b"%PDF-1.7\n%%EOF", settings=Settings())


def test_a_password() -> None:
    with pytest.raises(Encrypted):
        extract_again(locked("key").data(), settings=Settings())


def test_widths_of_codes_that_no_font_has_take_no_memory() -> None:
    from pdfminer import pdffont

    extract_again(prose().data(), settings=Settings())
    assert len(pdffont.get_widths([27, 3_000_000, 500])) == 65536 - 27
    assert len(pdffont.get_widths2([27, 3_000_000, -500, 250, 880])) == 65536 - 27
    assert pdffont.get_widths([1, [207, 270], 10, 12, 374]) == {1: 207, 2: 270, 10: 374, 11: 374, 12: 374}


@pytest.mark.parametrize("objects", [{1: b"1 0 R"}, {1: b"2 0 R", 2: b"1 0 R"}])
def test_references_that_lead_round_in_a_circle_come_to_an_end(objects: dict[int, bytes]) -> None:
    parts = [b"%PDF-1.7\n", *(b"%d 0 obj\n%s\nendobj\n" % one for one in objects.items())]
    with pytest.raises(Corrupt):
        extract_again(b"".join(parts) + b"trailer\n<</Root 1 0 R /Size 3>>\n%%EOF\n", settings=Settings())
