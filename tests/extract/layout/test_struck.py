"""Words that a rule strikes out are left out and said; other rules near a line strike nothing out."""

from __future__ import annotations

import pytest

from plancli.model.source import Source

from ..pdf.drawing import FONT, Sheet, grid, tables, texts

LINES = ["一、修缮库房", "二、更换水泵（3月底前）", "三、清点器材"]
SIZE, LEFT = 14.0, 80.0


def width(sheet: Sheet, text: str) -> float:
    return float(sheet.canvas.stringWidth(text, FONT, SIZE))


def draw_rule(sheet: Sheet, x0: float, x1: float, y: float, shape: str) -> None:
    if shape == "line":
        sheet.canvas.line(x0, y, x1, y)
    else:
        sheet.canvas.rect(x0, y - 0.3, x1 - x0, 0.6, stroke=0, fill=1)


def page(before: str, under: str, height: float, shape: str, beyond: float = 0.0) -> Source:
    """The lines, and a rule `height` em over the base line of the second, along `under`, which stands behind `before`."""
    sheet = Sheet()
    for k, line in enumerate(LINES):
        sheet.text(LEFT, 700 - 30 * k, line, SIZE)
    start = LEFT + width(sheet, before)
    draw_rule(sheet, start, start + width(sheet, under) + beyond, 670 + height * SIZE, shape)
    return sheet.read()


@pytest.mark.parametrize("shape", ["line", "shape"])
@pytest.mark.parametrize("height", [0.25, 0.35, 0.45])
@pytest.mark.parametrize(
    ("before", "struck"),
    [("", LINES[1]), ("二、更换水泵（", "3月底前"), ("二、", "更换"), ("二、更换水泵", "（3月底前）")],
)
def test_words_struck_out(shape: str, height: float, before: str, struck: str) -> None:
    source = page(before, struck, height, shape)
    rest = LINES[1].replace(struck, "")
    said = [text.replace(" ", "") for text in texts(source)]  # room is left where the words stand
    assert said == [LINES[0], *([rest] if rest else []), LINES[2]]
    [(code, message, number)] = source.notes
    assert (code, number) == ("hidden-text", 1) and struck in str(message)


@pytest.mark.parametrize(
    ("under", "height", "beyond"),
    [(LINES[1], -0.15, 0.0), (LINES[1], 0.95, 0.0), (LINES[1], 0.35, 200.0), ("二", 0.35, 0.0)],
    ids=["beneath", "above", "runs on", "through one character"],
)
def test_other_rules_strike_nothing_out(under: str, height: float, beyond: float) -> None:
    source = page("", under, height, "line", beyond)
    assert texts(source) == LINES and not source.notes


def test_a_cell_struck_out() -> None:
    sheet = Sheet()
    xs, ys = [80.0, 240.0, 400.0], [700.0, 680.0, 660.0, 640.0]
    sheet.rules(xs, ys)
    sheet.cells(xs, ys, [["工作任务", "责任部门"], ["更换水泵", "设备科"], ["清点器材", "仓储科"]])
    sheet.canvas.line(84, 670.5, 124, 670.5)
    source = sheet.read()
    assert grid(tables(source)[0]) == [["工作任务", "责任部门"], ["", "设备科"], ["清点器材", "仓储科"]]
    assert [code for code, _, _ in source.notes] == ["hidden-text"]
