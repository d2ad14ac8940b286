"""Characters that PDFium does not know, though the font's own map does."""

from __future__ import annotations

import pytest

from plancli.extract.pdf import extract_pdf
from plancli.extract.pdf.meanings import Meanings, said_by
from plancli.model.settings import Settings

from .drawing import texts, written

WORDS = "更新公交站牌，检修电梯。"
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"


def range_map(first: int, last: int, start: str) -> str:
    return f"<{first:04x}><{last:04x}><{start.encode('utf-16-be').hex()}>"


def page(ranges: list[str], codes: list[int]) -> bytes:
    """A page that shows characters by code in a font whose map has these ranges."""
    shown = "".join(f"{code:04x}" for code in codes)
    content = f"BT /G 12 Tf 80 700 Td <{shown}> Tj ET"
    unicode = f"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n{len(ranges)} beginbfrange\n"
    unicode += "\n".join(ranges) + "\nendbfrange"
    return written(
        "/X Do",
        f"<< {FORM} /Resources << /Font << /G 11 0 R >> >> /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Kai /Encoding /Identity-H /DescendantFonts [12 0 R] /ToUnicode 14 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Kai /DW 1000 /FontDescriptor 13 0 R"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        "<< /Type /FontDescriptor /FontName /ABCDEF+Kai /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0"
        " /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
        f"<< /Length {len(unicode)} >>\nstream\n{unicode}\nendstream",
        resources="/XObject << /X 10 0 R >>",
    )


@pytest.mark.parametrize(
    "first", [0x0300, 0x1DFE, 0x4E00]
)  # as letters, as others and as Chinese characters of other meanings
@pytest.mark.parametrize("others", [0, 40])
def test_a_font_says_what_its_characters_mean(first: int, others: int) -> None:
    codes = list(range(first, first + len(WORDS)))
    ranges = [range_map(code, code, word) for code, word in zip(codes, WORDS, strict=True)]
    over = range_map(0x2BFF, 0x2C01, "里")  # of other characters, which the page does not show
    more = [range_map(0x2000 + k, 0x2000 + k, "千") for k in range(others)]
    source = extract_pdf(page([*more, *ranges, over], codes), settings=Settings())
    assert texts(source) == [WORDS]
    assert source.notes == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1 beginbfchar\n<0003> <0041>\nendbfchar", {3: "A"}),
        ("2 beginbfchar <0003> <00660069> <0004><d842dfb7> endbfchar", {3: "fi", 4: "\U00020bb7"}),
        ("1 beginbfrange <04fe> <0500> <4e2d> endbfrange", {0x4FE: "中", 0x4FF: "丮", 0x500: "丯"}),
        ("1 beginbfrange <0001><0003> [<4e2d> <6587>] endbfrange", {1: "中", 2: "文"}),
        ("1 beginbfrange <0001><ffffffff><d800> endbfrange", None),  # to write all out would take all memory
        ("1 beginbfrange <0001> <0002> endbfrange 1 beginbfchar <0009> endbfchar", {}),
        ("1 beginbfrange <0001> <0002> <> endbfrange", {}),
    ],
)
def test_maps(text: str, said: dict[int, str] | None) -> None:
    found = said_by(text)
    assert len(found) <= 0x10000 if said is None else found == said


def test_a_file_that_cannot_be_read_says_nothing() -> None:
    meanings = Meanings(b"%PDF-1.7\n<< /ToUnicode >>")
    assert (meanings.asked, meanings.of("Kai", 5), meanings.asked) == (False, "", True)
