"""Fonts that a file names but does not hold: every machine, with Chinese fonts or none, reads the same."""

from __future__ import annotations

import ctypes
import io

import pypdfium2.raw as raw
import pytest
from fontTools.ttLib import TTFont

from plancli.extract.pdf import extract_pdf, native
from plancli.extract.pdf.absent_fonts import font
from plancli.extract.pdf.characters import PageText
from plancli.model.settings import Settings

from .drawing import Sheet, grid, tables, texts


def test_the_stand_in_is_a_font_to_other_readers_too() -> None:
    read = TTFont(io.BytesIO(font()))
    names = read.getBestCmap()
    boxes = {character: read["glyf"][names[ord(character)]] for character in "1a·—一龥（𠮷"}
    widths = {character: read["hmtx"][names[ord(character)]][0] for character in boxes}
    assert all(0 < box.xMin < box.xMax < widths[character] for character, box in boxes.items())
    assert widths["1"] == 500 and widths["一"] == widths["𠮷"] == 1000


def test_text_drawn_character_by_character_is_all_there() -> None:
    sheet = Sheet()
    sheet.rules([80, 110, 300], [700, 660, 620])
    sheet.cells([80, 110], [700, 660], [["序\n号", "任务"], ["1", "建"]])
    assert grid(tables(sheet.read())[0]) == [["序\n号", "任务"], ["1", "建"]]


def test_characters_stand_where_the_file_says_whatever_their_shape_is_elsewhere() -> None:
    sheet = Sheet()
    sheet.text(100, 700, "一龥丶1W", 100)
    document = raw.FPDF_LoadMemDocument64(data := sheet.data(), len(data), None)
    page = native.load_page(ctypes.cast(document, ctypes.c_void_p).value, 0)
    text = PageText(page)
    assert text.lefts == pytest.approx([100, 200, 300, 400, 446.2], abs=0.1)  # 46.2 is what reportlab writes for "1"
    assert text.rights[:4] == pytest.approx(text.lefts[1:], abs=0.1)
    text.close()
    native.close_page(page)
    raw.FPDF_CloseDocument(document)


def identity_font(meaning: bool, lines: tuple[str, ...] = ("甲", "乙")) -> bytes:
    """A page with lines in a font without a file, its characters numbered from 1."""
    held = "".join(lines)
    meanings = " ".join(f"<{n:04X}> <{one.encode('utf-16-be').hex()}>" for n, one in enumerate(held, 1))
    to_unicode = (
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange {len(held)} beginbfchar {meanings} endbfchar".encode()
    )
    numbers, content = iter(range(1, len(held) + 1)), b""
    for k, line in enumerate(lines):
        codes = "".join(f"{next(numbers):04X}" for _ in line)
        content += f"BT /F 20 Tf 100 {700 - 100 * k} Td <{codes}> Tj ET ".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 7 0 R>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/DescendantFonts[5 0 R]"
        + (b"/ToUnicode 8 0 R>>" if meaning else b">>"),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/DW 1000/FontDescriptor 6 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        b"<</Type/FontDescriptor/FontName/SimSun/Flags 4/Ascent 859/Descent -141/StemV 80/ItalicAngle 0"
        b"/CapHeight 700/FontBBox[0 -141 1000 859]>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Length %d>>stream\n%s\nendstream" % (len(to_unicode), to_unicode),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 9\n0000000000 65535 f \n%strailer<</Size 9/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(body))
    )


def test_a_font_that_is_known_by_its_own_numbers_alone() -> None:
    assert texts(extract_pdf(identity_font(meaning=True), settings=Settings())) == ["甲", "乙"]


@pytest.mark.parametrize(
    "lines",
    [("请陆𬱖、𠮷川两位同志负责",), ("𣲘水河整治", "由𣲘水乡牵头"), ("𬱖", "𠮷"), ("𝜃𝑞>0的地块",), ("先做好😂再说",)],
    ids=lambda lines: lines[0],
)
def test_characters_beyond_the_first_plane_are_read(lines: tuple[str, ...]) -> None:
    source = extract_pdf(identity_font(True, lines), settings=Settings())
    assert texts(source) == list(lines)
    assert not source.notes


@pytest.mark.parametrize("private", ["\ue123", "\U000f0123", "\U0010abcd"])
def test_private_characters_of_any_plane_have_no_meaning(private: str) -> None:
    source = extract_pdf(identity_font(True, (f"本季度{private}完成工程验收并归档备查",)), settings=Settings())
    assert "garbled-characters" in [code for code, _, _ in source.notes]


def test_the_standard_fonts_keep_their_measures() -> None:
    sheet = Sheet()
    sheet.canvas.setFont("Helvetica", 12)
    sheet.canvas.drawString(80, 700, "Plan 2031, III: one two")
    assert texts(sheet.read()) == ["Plan 2031, III: one two"]
