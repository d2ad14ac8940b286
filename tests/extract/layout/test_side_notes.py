"""Notes in the margin are no part of the sentences beside them; what says who or when is kept wherever it stands."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.model.source import Source, Table

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


def test_notes_in_both_margins() -> None:
    sheet = Sheet()
    for k, line in enumerate(PROSE):
        sheet.text(120, 700 - 24 * k, line, 14)
    sheet.text(50, 628, "民生工程", 9)
    sheet.text(412, 580, "跨年办理", 9)
    source = sheet.read()
    assert texts(source) == PROSE
    assert [str(said) for code, said, _ in source.notes if code == "side-note"]


@pytest.mark.parametrize("notes", [["牵头单位：档案科"], ["档案科牵头"], ["6月底前完成"], ["财务科（配合）"], ["12"]])
def test_who_and_when_and_numbers_stay(notes: list[str]) -> None:
    assert "side-note" not in {code for code, _, _ in page(notes, 470).notes}


def flowing(said: list[str], behind: bool, *, framed: bool = True) -> Source:
    """A text that flows round a box, which stands at its right edge or at its left."""
    sheet = Sheet()
    inset = 130 if behind else 0
    for k in range(14):
        beside = 4 <= k <= 6
        line = (
            f"第{k}行的字写满整行左右都对齐{'再写三字' * behind}"
            if beside
            else f"第{k}行的字从版心的左边写到右边都对齐再写几个字凑满整行"
        )
        sheet.text(90 + inset * beside, 700 - 24 * k, line, 14)
    if framed:
        sheet.canvas.rect(300 if not behind else 90, 548, 120, 64)
    for k, note in enumerate(said):
        sheet.text(306 if not behind else 96, 596 - 13 * k, note, 9)
    return sheet.read()


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize("framed", [False, True])
def test_a_note_that_the_text_flows_round(behind: bool, framed: bool) -> None:
    source = flowing(["【名词】台账是", "按月登记的表册"], behind, framed=framed)
    assert {code for code, _, _ in source.notes} == {"side-note"}
    (paragraph,) = [block.text for block in clean(source).blocks if not isinstance(block, Table)]
    assert paragraph.count("第") == 14 and "名词" not in paragraph


def test_who_and_when_in_a_box_that_the_text_flows_round_stay() -> None:
    assert "side-note" not in {code for code, _, _ in flowing(["牵头单位：档案科"], behind=False).notes}
    assert "side-note" not in {code for code, _, _ in flowing(["牵头单位：", "档案科"], False, framed=False).notes}


@pytest.mark.parametrize("x", [120, 420])
def test_a_note_without_a_frame_beside_few_lines(x: float) -> None:
    """It is said once, though it stands in the margin as well."""
    sheet = Sheet()
    for k, line in enumerate(PROSE[:6]):
        short = 130 if 2 <= k <= 3 and x == 120 else 0
        sheet.text(120 + short, 700 - 24 * k, line[: 8 if short else None], 14)
    for k, note in enumerate(["说明：表册样式", "由档案馆另发"]):
        sheet.text(x + 8 * (x > 120), 652 - 13 * k, note, 11)
    source = sheet.read()
    assert [str(said).count("样式") for code, said, _ in source.notes if code == "side-note"] == [1]
    assert not any("样式" in text for text in texts(source))


def test_type_of_the_text_is_no_note() -> None:
    assert "side-note" not in {code for code, _, _ in page(["另一栏文字", "也是正文"], 470, size=14).notes}
