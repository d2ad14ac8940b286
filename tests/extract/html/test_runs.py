"""ElementRuns of text: what a reader sees in one piece is read in one, with as few questions as may be, and as if asked element by element."""

from __future__ import annotations

import sys

import pytest

from plancli.extract import extract
from plancli.model.settings import Settings
from plancli.model.source import Line
from tests.extract.html.test_page import page, words

HEAD = "<p>某县2024年工作要点</p>"
LAST = "<p>一、抓好收购</p><p>二、守住底线</p>"
ONE = [
    "1.备足仓容。6月底前腾仓",
    "<span>1.备足仓容。</span><font>6月底前</font>腾仓",
    "<span>1.<u>备足<i>仓容</i></u>。</span>6月底前<a name=x></a>腾仓",
    "<span>1.备足仓容。</span>\n<o:p></o:p>6月底前腾仓",
    "1.备足仓容。<span lang=EN-US>6</span>月底<span>前</span>腾仓<o:p></o:p>",
]


@pytest.mark.parametrize("tag", ["p", "div", "li", "td", "h3"])
@pytest.mark.parametrize("inner", ONE)
def test_words_in_elements_that_say_nothing_are_one_line(tag: str, inner: str) -> None:
    around = {"td": ("<table><tr>", "</tr></table>"), "li": ("<ul>", "</ul>")}.get(tag, ("", ""))
    source = page(f"{HEAD}{around[0]}<{tag}>{inner}</{tag}>{around[1]}{LAST}")
    assert "1.备足仓容。6月底前腾仓" in [word.replace(" ", "") for word in words(source)]


@pytest.mark.parametrize(
    ("inner", "read"),
    [
        ("<span>备足仓容</span><br>清仓查库", ["备足仓容", "清仓查库"]),
        ("<span>备足仓容<p>清仓查库</p></span>", ["备足仓容", "清仓查库"]),
        ("备足仓容<br>清仓查库<br>检修设备", ["备足仓容", "清仓查库", "检修设备"]),
        ("备足仓容<s>检修设备</s>", ["备足仓容"]),
        ("备足仓容<span style='display:block'>清仓查库</span>", ["备足仓容", "清仓查库"]),
        ("<span style='white-space:pre'>备足仓容\n清仓查库</span>", ["备足仓容", "清仓查库"]),
        ("<pre>备足仓容\n清<u>仓查</u>库</pre>", ["备足仓容", "清仓查库"]),
        ("备足 <span> 仓容</span>", ["备足  仓容"]),
    ],
)
@pytest.mark.parametrize("tag", ["div", "td"])
def test_what_ends_a_line_or_is_set_otherwise_is_in_no_run(tag: str, inner: str, read: list[str]) -> None:
    cell = f"<table><tr><td>序号</td><td>{inner}</td></tr></table>" if tag == "td" else f"<div>{inner}</div>"
    source = page(f"{HEAD}{cell}{LAST}")
    lines = [
        line.text
        for block in source.blocks
        for line in ([block] if isinstance(block, Line) else [n for c in block.cells() for n in c.lines])  # type: ignore[union-attr]
        if line.text and line.text != "序号"
    ]
    assert lines[1:-2] == read


def test_bold_type_counts_where_all_words_have_it() -> None:
    source = page(f"{HEAD}<p><b>备足仓容</b> <b>清仓</b></p><p><b>备足</b>仓容</p><p><b>备足<u>仓容</u></b></p>{LAST}")
    bold = [block.bold for block in source.blocks if isinstance(block, Line)]
    assert bold[1:4] == [True, False, True]


def calls(html: str) -> int:
    """Functions of ours that are called while a page is read."""
    count = 0
    data = html.encode()

    def seen(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    extract(data, settings=Settings())
    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        extract(data, settings=Settings())
    finally:
        sys.setprofile(before)
    return count


ROW = "<tr>" + "<td>{}</td>" * 4 + "</tr>"
PARAGRAPH = "<p>{}</p>"


@pytest.mark.parametrize(
    ("unit", "inner", "most"),
    [
        (PARAGRAPH, "<span>备足仓容</span><font>清仓</font>查库<u>检修</u>设备" * 3, 90),
        (ROW, "<span style='font-family:仿宋'>备足仓容</span>", 32),
        (ROW, "备足仓容<br>清仓查库", 45),
        (ROW, "<p class=MsoNormal><span>备足仓容<o:p></o:p></span></p>", 48),
    ],
    ids=["inline elements", "a font in each cell", "line breaks in cells", "paragraphs of a word processor"],
)
def test_few_functions_are_called_for_what_says_nothing(unit: str, inner: str, most: int) -> None:
    """By paragraph or by cell, whatever is in it."""
    each = unit.count("{}")
    wrap = "<table>{}</table>" if unit == ROW else "{}"
    few, many = (calls(HEAD + wrap.format(unit.format(*[inner] * each) * units) + LAST) for units in (10, 60))
    assert (many - few) / (50 * each) <= most
