"""Characters in one place: drawn twice to look bold, or the two dashes of one wide sign."""

from __future__ import annotations

import pytest

from plancli.extract.layout.lines import line_of
from plancli.extract.layout.sheet import Run

SIZE = 12.0


def run(text: str, lefts: list[float], rights: list[float]) -> Run:
    return Run(text, lefts[0], rights[-1], 700.0, SIZE, lefts, rights)


def written(text: str, start: float) -> Run:
    return run(text, [start + SIZE * k for k in range(len(text))], [start + SIZE * (k + 1) for k in range(len(text))])


@pytest.mark.parametrize("sign", ["—", "─", "…"])
@pytest.mark.parametrize(("width", "count"), [(1.25, 2), (1.6, 2), (2.0, 2), (1.15, 1), (1.0, 1)])
def test_a_sign_as_wide_as_two_is_two(sign: str, width: float, count: int) -> None:
    start, end = 112.0, 112.0 + width * SIZE
    row = [written("一月", 88.0), run(sign * 2, [start, start], [end, end]), written("五月", end)]
    line = line_of(row, 1)
    assert line.text == "一月" + sign * count + "五月"
    assert line.lefts == sorted(line.lefts) and len(line.lefts) == len(line.text)
    assert not line.bold


@pytest.mark.parametrize(("doubled", "bold"), [("加固堤防", True), ("加固堤", True), ("加固", False), ("加", False)])
def test_a_line_is_bold_if_most_of_it_is_drawn_twice(doubled: str, bold: bool) -> None:
    line = line_of([written("加固堤防", 80.0), written(doubled, 80.6)], 1)
    assert (line.text, line.bold) == ("加固堤防", bold)
