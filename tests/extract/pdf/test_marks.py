"""Layers that are switched off, and text in the place of what is printed."""

from __future__ import annotations

import pytest

from plancli.extract.pdf import extract_pdf
from plancli.model.settings import Settings
from plancli.model.source import Source

from .drawing import texts, written


def read(content: str, *objects: str, **more: str) -> Source:
    return extract_pdf(written(content, *objects, **more), settings=Settings())


def replaced(said: str, printed: str) -> str:
    """A line of two pieces in the place of which the file says something."""
    digits = "FEFF" + said.encode("utf-16-be").hex()
    return (
        f"/Span << /ActualText <{digits}> >> BDC BT /F 12 Tf 80 700 Td <{printed[:2]}> Tj {12 * len(printed[:2])} 0 Td"
        f" <{printed[2:]}> Tj ET EMC\nBT /F 12 Tf 80 660 Td <检修电梯。> Tj ET\n"
    )


@pytest.mark.parametrize(
    ("said", "printed", "noted"),
    [
        ("九月底前完成", "六月底前完成", True),
        ("9月底前", "6月底前", True),
        ("", "六月底前", True),
        ("六月底前完成", "六月底前完成", False),
        ("六月 底前", "六月底前", False),
    ],
)
def test_what_is_printed_counts(said: str, printed: str, noted: bool) -> None:
    source = read(replaced(said, printed))
    assert "".join(texts(source)).replace(" ", "") == printed + "检修电梯。"
    assert [(code, page) for code, _, page in source.notes] == ([("replacement-text", 1)] if noted else [])
    if noted:
        assert f"{said} → {printed}" in source.notes[0][1]


def test_signs_that_share_a_glyph_are_those_that_the_file_says() -> None:
    source = read(replaced("“一窗”办理", "“一窗ˮ办理"))
    assert texts(source) == ["“一窗”办理", "检修电梯。"] and not source.notes


def test_a_replacement_stands_for_characters_without_a_meaning() -> None:
    """A glyph that the font gives no character: the file says which."""
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /Anon /Encoding /Identity-H /DescendantFonts [11 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Anon /DW 1000 /FontDescriptor 7 0 R"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
    )
    digits = "FEFF" + "水务".encode("utf-16-be").hex()
    content = (
        "BT /F 12 Tf 80 700 Td <东桥> Tj ET\n"
        f"/Span << /ActualText <{digits}> >> BDC BT /G 12 Tf 104 700 Td <E0010002> Tj ET EMC\n"
        + replaced("九月底前完成", "六月底前完成").replace("80 700", "80 620")
    )
    source = extract_pdf(
        written(content.replace("/G 12", "/G 12"), *font, resources="").replace(b"/F 5 0 R", b"/F 5 0 R /G 10 0 R"),
        settings=Settings(),
    )
    assert texts(source)[0] == "东桥水务" and "六月底前完成" in texts(source)


@pytest.mark.parametrize(
    ("state", "seen"),
    [
        ("/OFF [10 0 R]", False),
        ("/ON [10 0 R]", True),
        ("/BaseState /OFF", False),
        ("/BaseState /OFF /ON [10 0 R]", True),
    ],
)
def test_layers_that_are_off_are_not_read(state: str, seen: bool) -> None:
    content = (
        "/OC /L BDC BT /F 12 Tf 80 700 Td <旧稿：三月底前。> Tj ET EMC\nBT /F 12 Tf 80 660 Td <检修电梯。> Tj ET\n"
    )
    catalog = f"/OCProperties << /OCGs [10 0 R] /D << {state} >> >>"
    layer = "<< /Type /OCG /Name <旧稿> >>"
    source = read(content, layer, resources="/Properties << /L 10 0 R >>", catalog=catalog)
    assert texts(source) == (["旧稿：三月底前。"] if seen else []) + ["检修电梯。"]
    assert [code for code, _, _ in source.notes] == ([] if seen else ["hidden-text"])
