"""Notes in the margin are no part of the sentences beside them; what says who or when is kept wherever it stands."""

from __future__ import annotations

import pytest

from plancli.model.source import Source

from ..pdf.drawing import Sheet, texts

PROSE = [f"正文的第{k}行，写满整个版心，左右都对齐。" for k in range(1, 13)]


def page(notes: list[str], x: float, *, size: float = 9, rule: float | None = None) -> Source:
    """Lines of text at 120 to 372, notes at x beside the fourth and the next."""
    sheet = Sheet()
    for k, line in enumerate(PROSE):
        sheet.text(120, 700 - 24 * k, line, 14)
    for k, note in enumerate(notes):
        sheet.text(x, 628 - 13 * k, note, size)
    if rule is not None:
        sheet.canvas.line(rule, 200, rule, 760)
    return sheet.read()


@pytest.mark.parametrize("notes", [["编者按：去年", "有所不同"], ["本栏由档案馆", "汇总整理"], ["详见网站"]])
@pytest.mark.parametrize(("x", "rule"), [(470, None), (470, 450.0), (30, None), (30, 112.0)])
def test_notes_are_left_out(notes: list[str], x: float, rule: float | None) -> None:
    source = page(notes, x, rule=rule)
    assert texts(source) == PROSE
    assert [(code, str(said)) for code, said, _ in source.notes if code == "side-note"] != []


@pytest.mark.parametrize("notes", [["牵头单位：档案科"], ["档案科牵头"], ["6月底前完成"], ["财务科（配合）"], ["12"]])
def test_who_and_when_and_numbers_stay(notes: list[str]) -> None:
    assert "side-note" not in {code for code, _, _ in page(notes, 470).notes}


def test_type_of_the_text_is_no_note() -> None:
    assert "side-note" not in {code for code, _, _ in page(["另一栏文字", "也是正文"], 470, size=14).notes}
