"""What is painted over text, and what only seems so."""

from __future__ import annotations

import pytest

from plancli.extract.pdf import extract_pdf
from plancli.model.settings import Settings

from .drawing import texts, written

TEXT = "BT /F 12 Tf 80 700 Td <更新公交站牌，六月底前完成。> Tj ET\n"
PATTERN = (
    "<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>"
    " /Length 0 >>\nstream\n\nendstream"
)


@pytest.mark.parametrize(
    ("paint", "seen"),
    [
        ("1 g 60 680 400 60 re f", False),
        ("0.2 0.2 0.8 rg 60 680 400 60 re f", False),
        ("/Pattern cs /P scn 0 0 595 842 re f", True),  # programs end a page with an empty pattern over all of it
        ("1 g 60 100 400 60 re f", True),
        ("0.9 0.1 0.1 rg 60 690 190 30 re f", False),
        ("0.9 0.1 0.1 rg 164 770 m 218 620 l 76 722 l 252 722 l 110 620 l h f", True),  # the star of a seal
        ("0.9 0.1 0.1 rg 1 0 0 1 100 0 cm 64 770 m 118 620 l -24 722 l 152 722 l 10 620 l f", True),
        ("0.2 0.2 0.8 rg 60 680 m 480 680 l 480 740 l 70 745 l h f", False),
    ],
)
def test_text_under_an_opaque_fill_is_hidden_and_under_a_pattern_is_not(paint: str, seen: bool) -> None:
    data = written(TEXT + paint, PATTERN, resources="/Pattern << /P 10 0 R >>")
    if seen:
        assert texts(extract_pdf(data, settings=Settings())) == ["更新公交站牌，六月底前完成。"]
    else:
        data = written(TEXT + paint + "\n0 g BT /F 12 Tf 80 300 Td <年度安排表> Tj ET", PATTERN)
        source = extract_pdf(data, settings=Settings())
        assert texts(source) == ["年度安排表"]
        assert [code for code, _, _ in source.notes] == ["covered-text"]
