"""Tables of a DOCX document: spans, covered cells, nested tables."""

from __future__ import annotations

import pytest

from plancli.errors import TooLarge
from plancli.extract import extract
from plancli.model.settings import Limits, Settings
from plancli.model.source import Block, Line, Table

from .docx_building import build, p, run, tbl, tc, text, tr

RESTART, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def blocks(body: str) -> list[Block]:
    return extract(build(p("首") + body), settings=Settings()).blocks[1:]


def table(body: str) -> Table:
    (block,) = blocks(body)
    assert isinstance(block, Table)
    return block


def grid(body: str) -> list[list[str]]:
    return [["/".join(line.text for line in cell.lines) for cell in row] for row in table(body).rows]


def test_cells_keep_their_paragraphs_breaks_and_tabs() -> None:
    found = table(
        tbl(
            tr(tc(p("甲") + p() + p(run(text("乙") + "<w:br/>" + text("丙\u3000丁"))) + p(run("<w:tab/>") + run("戊"))))
        )
    )
    assert [line.text for line in found.rows[0][0].lines] == ["甲", "乙", "丙\u3000丁", "\t戊"]
    assert {line.ending for line in found.rows[0][0].lines} == {"hard"}


def test_a_column_span_stands_in_every_slot_it_covers() -> None:
    found = table(tbl(tr(tc("甲", '<w:gridSpan w:val="2"/>'), tc("乙")), tr(tc("1"), tc("2"), tc("3"))))
    first = found.rows[0]
    assert first[0] is first[1] and (first[0].colspan, first[0].rowspan) == (2, 1)
    assert (first[2].row, first[2].column) == (0, 2)


def test_a_row_span_stands_in_every_slot_it_covers() -> None:
    found = table(tbl(tr(tc("类", RESTART), tc("1")), tr(tc("", GOES_ON), tc("2")), tr(tc("别", RESTART), tc("3"))))
    assert found.rows[0][0] is found.rows[1][0] and found.rows[0][0].rowspan == 2
    assert found.rows[2][0].rowspan == 1
    assert [cell.lines[0].text for cell in found.cells()] == ["类", "1", "2", "别", "3"]


def test_a_block_span() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    found = table(tbl(tr(tc("大", wide + RESTART), tc("1")), tr(tc("", wide + GOES_ON), tc("2"))))
    assert (found.rows[1][1].rowspan, found.rows[1][1].colspan) == (2, 2)
    assert grid(tbl(tr(tc("大", wide + RESTART), tc("1")), tr(tc("", wide + GOES_ON), tc("2"))))[1] == ["大", "大", "2"]


def test_an_old_horizontal_merge() -> None:
    row = tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("乙"))
    assert grid(tbl(row)) == [["甲", "甲", "乙"]]
    assert table(tbl(row)).rows[0][0].colspan == 2


def test_a_continuation_with_nothing_above_is_a_cell_and_one_with_words_keeps_them() -> None:
    assert grid(tbl(tr(tc("甲", GOES_ON), tc("1")))) == [["甲", "1"]]
    assert grid(tbl(tr(tc("甲", RESTART)), tr(tc("乙", GOES_ON)))) == [["甲/乙"], ["甲/乙"]]


def test_left_out_grid_columns_and_short_rows_are_empty_cells() -> None:
    body = tbl(tr(tc("1"), tc("2"), tc("3")), tr(tc("4"), properties='<w:gridBefore w:val="1"/>'), tr(tc("5")))
    assert grid(body) == [["1", "2", "3"], ["", "4", ""], ["5", "", ""]]
    body = tbl(tr(tc("1"), tc("2")), tr(tc("4"), properties='<w:gridAfter w:val="1"/>'))
    assert grid(body) == [["1", "2"], ["4", ""]]


def test_rows_and_cells_deleted_by_tracked_changes_are_gone() -> None:
    body = tbl(tr(tc("1"), tc("2", '<w:cellDel w:id="2"/>')), tr(tc("3"), properties='<w:del w:id="1"/>'))
    assert grid(body) == [["1"]]


def test_wrappers_of_rows_and_cells_are_seen_through() -> None:
    body = f"<w:sdt><w:sdtContent>{tr('<w:sdt><w:sdtContent>' + tc('1') + '</w:sdtContent></w:sdt>', tc('2'))}</w:sdtContent></w:sdt>"
    assert grid(tbl(body)) == [["1", "2"]]


def test_a_small_nested_table_is_lines_of_its_cell() -> None:
    inner = tbl(tr(tc("乙"), tc("丙")))
    assert grid(tbl(tr(tc(p("甲") + inner + p("丁")), tc("戊")))) == [["甲/乙/丙/丁", "戊"]]


def test_a_large_nested_table_is_a_table_of_its_own() -> None:
    inner = tbl(*[tr(tc(f"{row}"), tc("事")) for row in range(3)])
    outer, nested = blocks(tbl(tr(tc(p("甲") + inner), tc("乙"))))
    assert isinstance(outer, Table) and isinstance(nested, Table)
    assert (outer.number, nested.number, len(nested.rows)) == (1, 2, 3)
    assert [line.text for line in outer.rows[0][0].lines] == ["甲"]


def test_a_frame_of_one_column_is_seen_through() -> None:
    inner = tbl(tr(tc("1"), tc("2")))
    found = blocks(tbl(tr(tc(p("题") + inner)), tr(tc("尾"))))
    assert [block.text if isinstance(block, Line) else "table" for block in found] == ["题", "table", "尾"]


def test_a_table_without_rows_is_nothing() -> None:
    assert blocks(tbl()) == []


@pytest.mark.parametrize(
    "properties", ['<w:gridSpan w:val="99999999"/>', '<w:gridSpan w:val="x"/>', '<w:gridSpan w:val="-4"/>']
)
def test_hostile_spans(properties: str) -> None:
    assert table(tbl(tr(tc("甲", properties)))).rows[0][0].lines[0].text == "甲"


def test_too_many_cells() -> None:
    data = build(tbl(*[tr(tc("甲", '<w:gridSpan w:val="60"/>')) for _ in range(20)]))
    with pytest.raises(TooLarge, match="1,000 cells"):
        extract(data, settings=Settings(limits=Limits(table_cells=1000)))
