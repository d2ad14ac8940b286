"""Cells against pdfplumber, a second reader of its own make, on grids drawn at random."""

from __future__ import annotations

import io
import random
from itertools import pairwise

import pdfplumber
import pytest

from plancli.extract.pdf import extract_pdf
from plancli.model.settings import Settings

from .drawing import Sheet, grid, tables

WORDS = [
    "修渠",
    "补种行道树",
    "整修校舍屋面",
    "检测水质，公布结果",
    "9月底前",
    "公路段、水务所",
    "一",
    "12",
    "2031—2033年",
]


def drawn(seed: int) -> Sheet:
    """A grid with cells merged downwards in the first column and rows merged across; texts of one to three lines."""
    choice = random.Random(seed)
    sheet = Sheet()
    xs = [60.0]
    while len(xs) < choice.randint(3, 6):
        xs.append(xs[-1] + choice.choice([90.0, 110.0, 130.0]))
    ys = [790.0]
    while len(ys) < choice.randint(4, 10):
        ys.append(ys[-1] - choice.choice([20.0, 34.0, 48.0]))
    across = {r for r in range(1, len(ys) - 1) if choice.random() < 0.15}
    merged = {r for r in range(1, len(ys) - 1) if choice.random() < 0.3 and r not in across and r - 1 not in across}
    for r, y in enumerate(ys):
        sheet.canvas.line(xs[1] if r in merged else xs[0], y, xs[-1], y)
    for r, (top, bottom) in enumerate(pairwise(ys)):
        for x in xs if r not in across else (xs[0], xs[-1]):
            sheet.canvas.line(x, top, x, bottom)
        for c, x in enumerate(xs[:-1]):
            if (c and r in across) or (not c and r in merged):
                continue
            for k in range(choice.randint(0, int((top - bottom) // 14))):
                sheet.text(x + 4, top - 13 - 13 * k, choice.choice(WORDS), 9)
    return sheet


@pytest.mark.parametrize("seed", range(12))
def test_cells_are_those_of_pdfplumber(seed: int) -> None:
    data = drawn(seed).data()
    (table,) = tables(extract_pdf(data, settings=Settings()))
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        (expected,) = pdf.pages[0].extract_tables()
    assert grid(table) == expected
