"""What once grew with the square of a document grows with the document: calls and bytes are counted, no time is taken.

`bench/growth.py` measures time and memory over all patterns and structures; here are the worst, at 1× and 3×.
"""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable, Sequence

import pytest

import plancli
from plancli.export import json
from plancli.extract.text.reader import extract_text
from plancli.extract.text.tables import reading
from plancli.extract.text.tables.block_lines import blocks_at
from plancli.extract.text.tables.dump import Dump, Lexer
from plancli.language.headers import lexicon_of
from plancli.model.settings import Settings
from plancli.model.source import Line, Paragraph, Table

from .extract.docx_building import build, p, tbl, tc, tr

BOUND = 3**1.3
HEAD = "某县2024年工作要点\n一、深化改革\n1. 推进。"
TABLE_HEAD = "某县2024年工作任务表\n序号\t工作任务\t责任单位\t完成时限\n"


def based_on_each_other(n: int) -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{k}"><w:basedOn w:val="S{k + 1}"/></w:style>' for k in range(n)
    )
    body = "".join(p(f"{k}. 推进建设。", f'<w:pStyle w:val="S{k}"/>') for k in range(0, n, 4))
    return build(body, styles=styles)


def merged_with_words(n: int) -> bytes:
    rows = (tr(tc(str(k)), tc(f"推进第{k}项工作"), tc("综合科", "<w:vMerge/>"), tc("6月底前")) for k in range(1, n + 1))
    head = tr(*map(tc, ("序号", "工作任务", "牵头单位", "完成时限")))
    return build(p("某县2024年工作任务表") + tbl(head, *rows))


def tiny_tables(n: int) -> bytes:
    return build(p("某县2024年工作任务表") + tbl(tr(tc("甲"))) * n)


def columns_one_after_another(n: int) -> bytes:
    rows = n // 6
    columns = {"序号": [str(k) for k in range(1, rows + 1)], "工作任务": ["推进第一项", "工作"] * rows}
    columns |= {"牵头科室": ["综合科"] * rows, "配合单位": ["各乡镇"] * rows, "完成时间": ["6月底前"] * rows}
    return "\n\n".join(
        ["某县2024年工作任务表", *("\n".join([word, *cells]) for word, cells in columns.items())]
    ).encode()


def table_of_times(cell: str) -> bytes:
    return f"某县2024年工作任务表\n序号\t工作任务\t责任单位\t完成时限\n1\t{cell}\t{cell}\t{cell}\n2\t推进\t人事科\t3月底前\n".encode()


GROWING: dict[str, Callable[[int], bytes]] = {
    "styles based on each other": based_on_each_other,
    "rows under one merged cell": merged_with_words,
    "tiny tables": tiny_tables,
    "columns one after another": columns_one_after_another,
    "cells on one line": lambda n: (HEAD + "甲\t" * n * 4).encode(),
    "names between blanks in brackets": lambda n: (HEAD + "（" + "农机站 " * n * 4 + "）").encode(),
    "times in three cells": lambda n: table_of_times("上旬" * n),
    "blank lines": lambda n: ("\n" * n * 200 + HEAD).encode(),
    "blank lines among items": lambda n: (HEAD + ("\n" * 300 + "2. 检查。") * (n // 60)).encode(),
    "headings": lambda n: (HEAD + "\n" + "一、同一标题\n" * n).encode(),
    "short tables in columns of blanks": lambda n: "\n".join(
        f"表{k}\n序号    工作任务    责任单位    完成时限\n1       推进        综合科      3月底前\n2       检查        人事科      6月底前\n"
        for k in range(n // 12)
    ).encode(),
    "rows of a table": lambda n: (TABLE_HEAD + "1\t推进\t综合科\t3月底前\n" * n).encode(),
    "times in one item": lambda n: (HEAD + "3月底前完成方案，" * n).encode(),
    "assignments in one item": lambda n: (
        HEAD + "评估。（牵头单位：综合科；配合单位：各乡镇）" * (n * 5 // 4)
    ).encode(),
    "departments in one item": lambda n: (HEAD + "（责任单位：" + "教育局、" * n + "综合科）").encode(),
}


def counted(data: bytes) -> tuple[int, int]:
    """Calls of functions while it is read; bytes of the result."""
    read: list[plancli.Bulletin] = []
    calls = calls_of(lambda: read.append(plancli.parse(data)))
    return calls, len(json.encoded(read[0]))


def calls_of(work: Callable[[], object]) -> int:
    """Calls of functions, of Python's and C's own."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("name", GROWING)
def test_calls_and_bytes_grow_as_the_document_does(name: str) -> None:
    make = GROWING[name]
    plancli.parse(make(60))  # loads what it needs
    (calls, size), (more_calls, more_size) = counted(make(240)), counted(make(720))
    assert more_calls <= BOUND * calls
    assert more_size <= BOUND * size


def test_long_runs_of_blank_lines_are_counted_not_kept() -> None:
    source = extract_text(("甲\n" + "\n" * 5000 + "乙\r\n" + "\r\n" * 4000 + "丙").encode(), settings=Settings())
    lines = [block for block in source.blocks if isinstance(block, Line)]
    assert [(line.number, line.text) for line in lines if line.text] == [(1, "甲"), (5002, "乙"), (9003, "丙")]
    assert len(lines) < 400


def test_words_that_a_merged_cell_says_again_are_its_words_once() -> None:
    bulletin = plancli.parse(merged_with_words(30))
    tasks = bulletin.plans[0].tasks
    assert len(tasks) == 30
    assert all([body.name for body in task.departments] == ["综合科"] for task in tasks)


def test_of_a_text_no_more_is_looked_at_for_a_table_than_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def noting(lexer: Lexer) -> Lexer:
        def lex(lines: Sequence[Line], at: int) -> Dump | None:
            asked.append(len(lines) - at)
            return lexer(lines, at)

        return lex

    monkeypatch.setattr(reading, "LEXERS", tuple(map(noting, reading.LEXERS)))
    row = "{}\t推进\t综合科\t3月底前\n"
    small = "".join(f"表{k}\n" + TABLE_HEAD.split("\n", 1)[1] + row.format(1) + row.format(2) for k in range(80))
    blocks = extract_text(small.encode(), settings=Settings()).blocks
    assert len([block for block in blocks if isinstance(block, Table)]) == 80
    assert max(asked) < 200
    large = TABLE_HEAD + "".join(map(row.format, range(1, 601)))
    blocks = extract_text(large.encode(), settings=Settings()).blocks
    assert [len(block.rows) for block in blocks if isinstance(block, Table)] == [601]


@pytest.mark.parametrize(
    "table",
    [
        "表{}\n序号\t工作任务\t责任单位\n1\t推进\t综合科\n2\t检查\t人事科",
        "表{}\n序号 工作任务 完成时限\n1 推进 3月底前",
        "第{}张\n序号\n任务\n责任单位\n1\n推进\n综合科",
        "第{}张\n时间\n工作安排\n3月\n推进\n4月\n检查",
    ],
)
def test_below_a_header_no_more_is_looked_at_than_its_numbers_and_columns_take(table: str) -> None:
    """Once it was all the rest of a text, for each of its headers."""

    text = "\n".join(table.format(k) for k in range(1200))
    lines = [Line(line, number=k) for k, line in enumerate(text.split("\n"), 1)]

    def header(until: int) -> None:
        assert blocks_at(lines[:until], 1, lexicon_of()) is None

    header(len(lines))  # what is told of a text is kept
    assert calls_of(lambda: header(len(lines))) <= 1.1 * calls_of(lambda: header(len(lines) // 2))


def test_before_a_label_no_more_is_looked_at_than_a_field_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it was all that stands before it."""
    from plancli.annotate.departments import reader

    looked: list[int] = []

    class Noting:
        def search(self, text: str, start: int, end: int) -> None:
            looked.append(end - start)

    monkeypatch.setattr(reader, "_BEHIND_FIELD", Noting())
    plancli.parse((HEAD + "责任单位：配合单位：" * 300).encode())
    assert len(looked) > 100 and max(looked) <= reader._LONGEST_FIELD


def test_lines_that_end_alike_are_compared_once() -> None:
    """Lines of one kind at one edge, as a page of short items has them; each was compared with all."""
    from plancli.extract.layout.text_area import shared_edge

    def edges(n: int) -> None:
        assert shared_edge([(70.0, 310.0, 20)] * n) is None

    assert calls_of(lambda: edges(720)) <= BOUND * calls_of(lambda: edges(240))


def test_titles_are_not_compared_with_each_other() -> None:
    from plancli.segment.titles import title_of

    def titles(n: int) -> None:
        texts = [f"某县2024年第{k}项工作要点" for k in range(1, n + 1)]
        lines = [Paragraph(text, [Line(text, number=k)], [0]) for k, text in enumerate(texts, 1)]
        assert title_of(lines)[0] == texts[0]

    titles(1)
    assert calls_of(lambda: titles(720)) <= BOUND * calls_of(lambda: titles(240))


def test_uprights_of_other_bands_are_not_asked() -> None:
    """Small grids one above the other: a rule looks at the uprights of its own band of the page."""
    from plancli.extract.layout.lattice.meshes import meshes

    def grids(n: int) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
        across = [(30.0 * k + rise, 100.0, 120.0) for k in range(n) for rise in (0.0, 10.0)]
        return across, [(x, 30.0 * k, 30.0 * k + 10) for k in range(n) for x in (100.0, 120.0)]

    assert [(len(one), len(other)) for one, other in meshes(*grids(60))] == [(2, 2)] * 60
    across, upright = grids(60)
    ((first, second),) = meshes(across, [*upright, (110.0, 0.0, 30.0 * 60)])  # one that runs through all bands
    assert (len(first), len(second)) == (120, 121)


@pytest.mark.parametrize("name", ["rows of a table", "items"])
def test_memory_grows_by_no_more_than_some_times_the_result(name: str) -> None:
    """The models, what they are made of, and the result beside them: the sets of the names of their fields alone were once
    twice as much."""
    item = "推进第{}项建设。3月底前完成方案，12月底前评估。（牵头单位：综合科；配合单位：各乡镇）\n"
    row = "{}\t推进第{}项建设，完善制度，强化监管\t教育局、财政局\t3月底前\n"

    def document(n: int) -> bytes:
        rows = TABLE_HEAD + "".join(row.format(k, k) for k in range(1, n + 1))
        items = "某县2024年工作要点\n一、深化改革\n" + "".join(f"{k}. {item.format(k)}" for k in range(1, n + 1))
        return (items if name == "items" else rows).encode()

    def held(n: int) -> tuple[int, int]:
        data = document(n)
        tracemalloc.start()
        try:
            size = len(json.encoded(plancli.parse(data)))
            return tracemalloc.get_traced_memory()[1], size
        finally:
            tracemalloc.stop()

    plancli.parse(document(240))  # loads what it needs, and keeps what it keeps for later documents
    (few, size), (many, more) = held(80), held(240)
    assert many - few <= 4.5 * (more - size)
