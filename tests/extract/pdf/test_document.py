"""The door: what cannot be read says so, and what can keeps its pages apart."""

from __future__ import annotations

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from plancli.errors import Corrupt, Empty, Encrypted, GarbledText, NoTextLayer, TooLarge
from plancli.extract.pdf import extract_pdf
from plancli.model.settings import Limits, Settings
from plancli.model.source import Line

from .drawing import Sheet, texts, written


def picture(sheet: Sheet) -> None:
    sheet.canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, sheet.width, sheet.height)


def test_media_type_and_pages() -> None:
    sheet = Sheet()
    sheet.text(80, 700, "首页")
    sheet.page()
    sheet.text(80, 700, "次页")
    source = sheet.read()
    assert (source.media_type, source.pages) == ("application/pdf", 2)
    assert [(block.text, block.page) for block in source.blocks] == [("首页", 1), ("次页", 2)]  # type: ignore[union-attr]


def test_pages_that_are_pictures() -> None:
    sheet = Sheet()
    for k in range(2):
        picture(sheet)
        sheet.text(300, 30, str(k + 1))
        sheet.page()
    with pytest.raises(NoTextLayer, match="2 pages"):
        sheet.read()


def test_one_picture_among_pages_of_text_is_noted() -> None:
    sheet = Sheet()
    picture(sheet)
    sheet.page()
    sheet.text(80, 700, "附件：重点任务分工方案")
    source = sheet.read()
    assert texts(source) == ["附件：重点任务分工方案"]
    assert [(code, page) for code, _, page in source.notes] == [("page-without-text", 1)]


def test_text_drawn_as_outlines_is_no_text_layer() -> None:
    sheet = Sheet()
    for k in range(50):
        sheet.canvas.circle(80 + 8 * k, 700, 3, fill=1)
    with pytest.raises(NoTextLayer):
        sheet.read()


def test_nothing_drawn_at_all() -> None:
    sheet = Sheet()
    sheet.page()
    with pytest.raises(Empty):
        sheet.read()


@pytest.mark.parametrize("text", ["\ue001\ue002\ue003\ue104" * 20, "\x01\x02\x03\x0e" * 20], ids=["private", "control"])
def test_characters_without_meaning(text: str) -> None:
    sheet = Sheet()
    sheet.text(80, 700, text[:40])
    sheet.text(80, 680, text[40:])
    sheet.text(300, 60, "— 1 —")
    with pytest.raises(GarbledText, match="no meaning"):
        sheet.read()


def test_a_few_symbols_of_a_font_of_signs_are_no_garbling() -> None:
    sheet = Sheet()
    sheet.text(80, 700, "\uf06c 一、每条前有一个项目符号的正文，符号在私用区。")
    assert texts(sheet.read()) == ["\uf06c 一、每条前有一个项目符号的正文，符号在私用区。"]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", b"no pdf"])
def test_broken_files(data: bytes) -> None:
    with pytest.raises(Corrupt):
        extract_pdf(data, settings=Settings())


def test_a_file_cut_off_is_corrupt_or_read_but_never_silently_empty() -> None:
    sheet = Sheet()
    for k in range(30):
        sheet.text(80, 780 - 20 * k, f"{k}.一行文字")
    data = sheet.data()
    with pytest.raises((Corrupt, Empty, NoTextLayer)):
        extract_pdf(data[: len(data) // 3], settings=Settings())


def locked(user: str) -> Sheet:
    sheet = Sheet(encrypt=StandardEncryption(user, ownerPassword="owner", strength=128))
    sheet.text(80, 700, "加密的文字")
    return sheet


def test_an_empty_user_password_opens() -> None:
    assert texts(locked("").read()) == ["加密的文字"]


def test_the_password_of_the_settings_opens() -> None:
    assert texts(locked("key").read(Settings(password="key"))) == ["加密的文字"]


@pytest.mark.parametrize("password", [None, "wrong"])
def test_no_or_a_wrong_password(password: str | None) -> None:
    with pytest.raises(Encrypted):
        locked("key").read(Settings(password=password))


def test_more_pages_than_the_limit() -> None:
    sheet = Sheet()
    for _ in range(3):
        sheet.text(80, 700, "一页")
        sheet.page()
    with pytest.raises(TooLarge, match="3 pages"):
        sheet.read(Settings(limits=Limits(pages=2)))


def test_files_that_a_pdf_carries_are_named() -> None:
    names = "/Names << /EmbeddedFiles << /Names [(1) 10 0 R (2) 11 0 R] >> >>"
    files = [
        "<< /Type /Filespec /UF <任务表.docx> /EF << /F 12 0 R >> >>",
        "<< /Type /Filespec /F (list.txt) /EF << /F 12 0 R >> >>",
        "<< /Type /EmbeddedFile /Length 3 >>\nstream\n...\nendstream",
    ]
    data = written("BT /F 12 Tf 80 700 Td <首页> Tj ET", *files, catalog=names)
    notes = {code: str(message) for code, message, _ in extract_pdf(data, settings=Settings()).notes}
    assert notes["attachment-link"] == "the PDF holds files that were not read: 任务表.docx; list.txt"


@pytest.mark.parametrize("kind", ["/Link", "/Text"])
def test_annotations_move_nothing_on_a_page_whose_box_is_that_of_all_pages(kind: str) -> None:
    note = f"/Annots [<< /Type /Annot /Subtype {kind} /Rect [80 816 200 834] >>]"
    source = extract_pdf(written("BT /F 12 Tf 80 820 Td <疏通南岸排水沟> Tj ET", page=note), settings=Settings())
    (line,) = source.blocks
    assert isinstance(line, Line)
    assert source.heights == [842]
    assert line.bottom == pytest.approx(820 - 0.2 * 12)
