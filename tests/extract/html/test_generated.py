"""Numbers that a page's style sheet counts and writes, told by the lines that are read."""

from __future__ import annotations

import pytest

from plancli.extract import extract
from plancli.extract.html.selectors import MOST_STEPS
from plancli.model.settings import Settings
from plancli.model.source import Line, Table

LISTS = "<ol class=top><li><b>甲</b><ol class=low><li>乙<li>丙</ol><li><b>丁</b><ol class=low><li>戊</ol></ol>"
ROWS = "<tr><td>序号<td>工作任务<td>责任单位<tr class=r><td><td>甲<td>乙<tr class=r><td><td>丙<td>丁"


def lines(style: str, body: str) -> list[Line]:
    source = extract(f"<html><style>{style}</style><body>{body}".encode(), settings=Settings())
    return [block for block in source.blocks if isinstance(block, Line) and block.text]


@pytest.mark.parametrize(
    ("style", "body", "expected"),
    [
        (  # two levels, the number of the upper one in an element of the item
            ".top{counter-reset:a}.top>li{counter-increment:a}.top>li>b:before{content:counter(a,cjk-ideographic)'、'}"
            ".low{counter-reset:b}.low>li{counter-increment:b}.low>li::before{content:counter(b)'．'}",
            LISTS,
            ["一、甲", "1．乙", "2．丙", "二、丁", "1．戊"],
        ),
        (  # nested counters of one name, counted where they are written
            "ol{counter-reset:n} li::before{counter-increment:n;content:counters(n,'.')' '}",
            LISTS,
            ["1 甲", "1.1 乙", "1.2 丙", "2 丁", "2.1 戊"],
        ),
        (  # headings side by side
            "body{counter-reset:c} h2{counter-increment:c;counter-reset:d} h3{counter-increment:d}"
            "h2::before{content:'第' counter(c, simp-chinese-informal) '章 '} h3::before{content:counter(c)'.'counter(d)' '}",
            "<h2>甲</h2><h3>乙</h3><h3>丙</h3><h2>丁</h2><h3>戊</h3>",
            ["第一章 甲", "1.1 乙", "1.2 丙", "第二章 丁", "2.1 戊"],
        ),
        ("li::marker{content:'（'counter(list-item,trad-chinese-informal)'）'}", "<ol start=9><li>甲<li>乙</ol>", ["（九）甲", "（十）乙"]),
        ("li::marker{content:counter(list-item,lower-alpha)') '}", "<ol><li>甲<li value=4>乙</ol>", ["a) 甲", "d) 乙"]),
        ("p{counter-increment:n 5} p::before{content:counter(n,cjk-decimal)'\\3001 '}", "<p>甲<p>乙", ["五、甲", "一〇、乙"]),
        ("#x .t::before{counter-increment:n;content:counter(n)'A'}", "<p class=t>甲<div id=x><p class=t>乙</div>", ["甲", "1A乙"]),
        ("body{counter-reset:n} p::before{counter-increment:n;content:counter(n)'.'} p.t::before{content:none}", "<p>甲<p class=t>乙<p>丙", ["1.甲", "乙", "3.丙"]),
        ("body{counter-reset:n} i{counter-increment:n} i::before{content:counter(n)'. '}", "<p><i></i>甲<p>乙<i></i>丙", ["1. 甲", "乙2. 丙"]),
        ("b::before{content:counter(n)'.'}", "<div style='counter-reset:n 6'><p style='counter-increment:n'><b></b>甲</div>", ["7.甲"]),
        (".n::before{counter-increment:n;content:counter(n)'、'}", "<div class=n></div><div>甲</div><div>乙</div>", ["1、甲", "乙"]),
        ("p::before{counter-increment:n;content:counter(n)'.'}", "<p>甲<p>乙", ["1.甲", "1.乙"]),  # a counter for each, as browsers do
        ("p::before{content:'★'} .q{counter-increment:n}", "<p class=q>甲", ["甲"]),
        ("p{counter-increment:n} p::before{content:counter(n,disc)}", "<p>甲", ["甲"]),
        ("p:hover::before,p[x]::before{content:counter(n)}", "<p x=1>甲<p>乙", ["甲", "乙"]),
        ("body{counter-reset:n}p~p::before{counter-increment:n;content:counter(n)'.'}", "<p>甲<p>乙<b>丙</b><p>丁", ["甲", "1.乙丙", "2.丁"]),
        ("body{counter-reset:n}h2 + p::before{counter-increment:n;content:counter(n)'.'}", "<p>甲<h2>乙</h2><p>丙<p>丁", ["甲", "乙", "1.丙", "丁"]),
        ("body{counter-reset:n}p:not(.t, #u)::before{counter-increment:n;content:counter(n)'.'}", "<p>甲<p class=t>乙<p id=u>丙<p>丁", ["1.甲", "乙", "丙", "2.丁"]),
        ("ol{list-style:none;counter-reset:n}li:nth-child( 2n + 1 )::before{counter-increment:n;content:counter(n)'.'}", "<ol><li>甲<li>乙<li>丙</ol>", ["1.甲", "乙", "2.丙"]),
        ("ol{counter-reset:n}ol>li{list-style:none;counter-increment:n}li:not(:last-child)::before{content:counter(n)'.'}", "<ol><li>甲<li>乙<li>丙</ol>", ["1.甲", "2.乙", "丙"]),
        ("body{counter-reset:n}i.k:after{counter-increment:n;content:counter(n)'、'}", "<p><i class=k></i>甲<p><i class=k>乙</i>", ["1、甲", "乙"]),
        ("@media print{p::before{content:counter(n)}}", "<p>甲", ["甲"]),
        (  # what is hidden is not counted
            "body{counter-reset:n} .h{display:none} p::before{counter-increment:n;content:counter(n)'.'}",
            "<p>甲甲甲<p class=h>乙<p>丙丙丙",
            ["1.甲甲甲", "2.丙丙丙"],
        ),
    ],
)  # fmt: skip
def test_numbers_of_a_style_sheet(style: str, body: str, expected: list[str]) -> None:
    assert [line.text for line in lines(style, body)] == expected


def test_the_number_is_told_from_what_is_written() -> None:
    (line,) = lines("p::before{counter-increment:n;content:counter(n)'、'}", "<p>甲")
    assert (line.text, line.computed) == ("1、甲", 2)


@pytest.mark.parametrize("cell", ["td:first-child", "tr > td:first-child", ".r td:first-child"])
def test_a_column_of_numbers(cell: str) -> None:
    style = f".r{{counter-increment:n}} {cell}::before{{content:counter(n)}}"
    source = extract(f"<html><style>{style}</style><table>{ROWS}</table>".encode(), settings=Settings())
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    assert [row[0].lines[0].text for row in table.rows[1:] if row[0] is not None] == ["1", "2"]


def test_rules_behind_the_limit_are_not_read() -> None:
    many = "".join(f".c{number}{{counter-reset:x}}" for number in range(MOST_STEPS - 1))
    rule = "{}::before{{counter-increment:n;content:counter(n)'.'}}"
    assert [line.text for line in lines(many + rule.format("p"), "<p>甲")] == ["1.甲"]
    assert [line.text for line in lines(many + rule.format("div p"), "<div><p>甲</div>")] == ["甲"]
