"""Tables over pages become one; tables that merely follow each other stay apart."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.clean.table_heads import key_columns
from plancli.clean.tables_over_pages import join_cell_lines, join_tables
from plancli.model.settings import Settings
from plancli.model.source import Block, Cell, Line, Paragraph, Source, Table
from plancli.segment.tables import read_table
from tests.table_drawing import draw, told

HEAD = "序号 | 工作任务 | 责任单位 | 完成时限\n"


def paragraph(text: str, left_out: str | None = None) -> Paragraph:
    return Paragraph(text, [Line(text)], [0], left_out)


def joined(*parts: str | Paragraph) -> list[Block]:
    blocks: list[Block] = []
    for page, part in enumerate(parts, 1):
        blocks.append(draw(part, page=page) if isinstance(part, str) else part)
    return join_tables(blocks)


def tasks(*parts: str | Paragraph) -> list[list[str]]:
    return [told(read_table(block, settings=Settings())) for block in joined(*parts) if isinstance(block, Table)]


def test_a_repeated_header_is_dropped() -> None:
    blocks = joined(
        HEAD + "1 | 巡堤 | 水务站 | 6月", paragraph("— 1 —", "page-number"), HEAD + "2 | 备料 | 物资科 | 5月"
    )
    table = blocks[0]
    assert isinstance(table, Table)
    assert [type(block) for block in blocks] == [Table, Paragraph]
    assert table.dropped == [("repeated-header", word) for word in ("序号", "工作任务", "责任单位", "完成时限")]
    assert told(read_table(table, settings=Settings())) == ["1 巡堤 6月 +水务站", "2 备料 5月 +物资科"]
    assert [(cell.row, cell.column) for row in table.rows for cell in row] == [
        (r, c) for r in range(3) for c in range(4)
    ]


def test_a_repeated_header_may_be_clipped() -> None:
    assert tasks(HEAD + "1 | 巡堤 | 水务站 | 6月", "序号 | 工作任务 | 责任单 | 完成时限\n2 | 备料 | 物资科 | 5月") == [
        ["1 巡堤 6月 +水务站", "2 备料 5月 +物资科"]
    ]


@pytest.mark.parametrize(
    "lines",
    ["序 | 工作任务 | 责任 | 完成时限\n号 | | 单位 | \n", "序号 | 工作 | 责任单位 | 完成\n | 任务 | | 时\n | | | 限\n"],
)
def test_a_repeated_header_may_have_its_lines_in_rows(lines: str) -> None:
    assert tasks(HEAD + "1 | 巡堤 | 水务站 | 6月", lines + "2 | 备料 | 物资科 | 5月") == [
        ["1 巡堤 6月 +水务站", "2 备料 5月 +物资科"]
    ]


def test_title_and_two_header_rows_are_dropped() -> None:
    head = "2031年任务表\n序号 | 任务 | 进度 | < | 单位\n^ | ^ | 上半年 | 下半年 | ^\n"
    assert tasks(head + "1 | 巡堤 | 部署 | 完成 | 水务站", head + "2 | 备料 | 采购 | 入库 | 物资科") == [
        ["1 巡堤 上半年：部署/下半年：完成 +水务站", "2 备料 上半年：采购/下半年：入库 +物资科"]
    ]


def test_a_later_page_may_lack_the_header() -> None:
    assert tasks(HEAD + "1 | 巡堤 | 水务站 | 6月", "2 | 备料 | 物资科 | 5月") == [
        ["1 巡堤 6月 +水务站", "2 备料 5月 +物资科"]
    ]


def test_a_mark_of_continuation_is_passed_over() -> None:
    blocks = joined(HEAD + "1 | 巡堤 | 水务站 | 6月", paragraph("（续表）"), HEAD + "2 | 备料 | 物资科 | 5月")
    assert [block.left_out for block in blocks if isinstance(block, Paragraph)] == ["continued-mark"]
    assert len(blocks) == 2


@pytest.mark.parametrize(
    "caption",
    [
        "防汛任务分解表（续）",
        "防汛任务分解表(续表)",
        "防汛任务分解表（续1）",
        "续表1防汛任务分解表",
        "（接上页）防汛任务分解表",
        "续上表：防汛任务分解表",
    ],
)
def test_a_caption_said_again_with_a_mark_of_continuation_is_passed_over(caption: str) -> None:
    blocks = joined(HEAD + "1 | 巡堤 | 水务站 | 6月", paragraph(caption), HEAD + "2 | 备料 | 物资科 | 5月")
    assert [block.left_out for block in blocks if isinstance(block, Paragraph)] == ["continued-mark"]
    assert len(blocks) == 2


@pytest.mark.parametrize("caption", ["续建工程任务分解表", "续表见后。另有说明如下", "防汛任务分解表（续签）"])
def test_other_captions_keep_tables_apart(caption: str) -> None:
    assert len(joined(HEAD + "1 | 巡堤 | 水务站 | 6月", paragraph(caption), HEAD + "2 | 备料 | 物资科 | 5月")) == 3


def test_a_caption_over_another_table_is_text() -> None:
    blocks = joined(HEAD + "1 | 巡堤 | 水务站 | 6月", paragraph("联络表（续）"), "姓名 | 电话\n王五 | 1")
    assert [block.left_out for block in blocks if isinstance(block, Paragraph)] == [None]


@pytest.mark.parametrize("head", ["类别 | < | 序号 |", "工作专项 | < | 序号 |", "类别 | 领域 | 序号 |"])
@pytest.mark.parametrize(("one", "two"), [("一", "二"), ("1", "2"), ("（一）", "（二）")])
def test_a_number_beside_a_category_is_its_label(head: str, one: str, two: str) -> None:
    table = draw(
        f"{head} 工作任务 | 责任单位\n{one} | 防汛 | 1 | 巡堤 | 水务站\n^ | ^ | 2 | 清障 | 水务站\n{two} | 抗旱 | 3 | 调水 | 调度科"
    )
    plan = read_table(table, settings=Settings())
    assert told(plan) == ["1 巡堤 @防汛 +水务站", "2 清障 @防汛 +水务站", "3 调水 @抗旱 +调度科"]
    assert plan is not None and [(section.label, section.level) for section in plan.sections] == [(one, 1), (two, 1)]


def test_a_title_between_keeps_tables_apart() -> None:
    assert tasks(HEAD + "1 | 巡堤 | 水务站 | 6月", paragraph("附件2"), HEAD + "1 | 备料 | 物资科 | 5月") == [
        ["1 巡堤 6月 +水务站"],
        ["1 备料 5月 +物资科"],
    ]


def test_a_category_of_one_row_on_each_page_goes_on() -> None:
    head = "类别 | 序号 | 工作任务 | 责任单位\n"
    first = head + "堤防 | 1 | 巡堤 | 水务站\n^ | 2 | 补土 | 工程科\n林草 | 3 | 植树 | 园林科"
    (table,) = joined(first, head + " | 4 | 割草 | 管护站\n物资 | 5 | 备料 | 物资科")
    assert isinstance(table, Table)
    assert [row[0].text for row in table.rows[1:]] == ["堤防", "堤防", "林草", "林草", "物资"]
    assert table.rows[4][0] is table.rows[3][0]


def test_another_header_keeps_tables_apart() -> None:
    other = "序号 | 整改措施 | 责任领导 | 整改时限\n1 | 补录 | 王五 | 5月"
    assert tasks(HEAD + "1 | 巡堤 | 水务站 | 6月", other) == [["1 巡堤 6月 +水务站"], ["1 补录 5月 !王五"]]


def test_another_number_of_columns_keeps_tables_apart() -> None:
    assert len(joined(HEAD + "1 | 巡堤 | 水务站 | 6月", "甲 | 乙 | 丙\n1 | 2 | 3")) == 2


def test_a_row_cut_by_the_page_is_joined() -> None:
    first = HEAD + "1 | 巡堤 | 水务站 | 3月：部署；"
    assert tasks(first, HEAD + " | | | 6月：完成。\n2 | 备料 | 物资科 | 5月") == [
        ["1 巡堤 3月：部署；/6月：完成。 +水务站", "2 备料 5月 +物资科"]
    ]


def test_a_row_that_the_extractor_says_is_cut_is_joined() -> None:
    first, later = draw(HEAD + "1 | 巡堤并 | 水务站 | 3月"), draw(" | 清障 | 城管局 | 底前\n2 | 备料 | 物资科 | 5月")
    later.open_top = True
    (table,) = join_tables([first, later])
    assert isinstance(table, Table)
    assert len(table.rows) == 3
    assert [cell.row for cell in table.rows[2]] == [2] * 4
    assert [line.text for line in table.rows[1][2].lines] == ["水务站", "城管局"]


def test_a_new_row_under_a_merged_number_stays_a_row() -> None:
    assert tasks(HEAD + "1 | 巡堤。 | 水务站 | 6月", " | 排水。 | 泵站 | 8月\n2 | 备料 | 物资科 | 5月") == [
        ["1 巡堤。 6月 +水务站", "1 排水。 8月 +泵站", "2 备料 5月 +物资科"]
    ]


def test_two_rows_with_times_of_their_own_stay_two() -> None:
    first = "类别 | 工作任务 | 时间安排\n防汛 | 巡堤 | 3月\n^ | 清点物资、 | 7月"
    assert tasks(first, "抢险 | 排水 | 全年\n^ | 备料 | 8月") == [
        ["1 巡堤 3月 @防汛", "2 清点物资、 7月 @防汛", "3 排水 全年 @抢险", "4 备料 8月 @抢险"]
    ]


@pytest.mark.parametrize(("above", "task"), [("^", 2), ("抢险", 1)], ids=["spans rows", "does not"])
def test_of_two_columns_of_tasks_one_that_spans_rows_names_groups(above: str, task: int) -> None:
    table = draw(f"编号 | 重点工作 | 工作事项\n1 | 防汛 | 巡堤\n2 | {above} | 备料")
    assert key_columns(table) == (0, task)


def test_merged_cells_go_on_over_the_page() -> None:
    first = "类别 | 序号 | 工作任务 | 责任单位\n防汛 | 1 | 巡堤 | 水务站\n^ | 2 | 清淤 | ^"
    later = " | 3 | 备料 |\n^ | 4 | 演练 | ^\n抗旱 | 5 | 调水 | 调度科"
    assert tasks(first, later) == [
        [
            "1 巡堤 @防汛 +水务站",
            "2 清淤 @防汛 +水务站",
            "3 备料 @防汛 +水务站",
            "4 演练 @防汛 +水务站",
            "5 调水 @抗旱 +调度科",
        ]
    ]


def column(edges: tuple[float, float], *texts: str) -> Cell:
    cell = Cell(0, 0, lines=[Line(t, left=edges[0], right=edges[1], x0=edges[0], x1=edges[0] + 20) for t in texts])
    join_cell_lines(cell)
    return cell


def one_row(edges: list[tuple[float, float]], texts: list[str]) -> Table:
    row = [column(edge, text) for edge, text in zip(edges, texts, strict=True)]
    for c, cell in enumerate(row):
        cell.column = c
    return Table([row])


def test_columns_that_stand_elsewhere_keep_tables_apart() -> None:
    here, there = [(50.0, 100.0), (100.0, 300.0)], [(50.0, 200.0), (200.0, 300.0)]
    assert len(join_tables([one_row(here, ["甲", "乙"]), one_row(here, ["丙", "丁"])])) == 1
    assert len(join_tables([one_row(here, ["甲", "乙"]), one_row(there, ["丙", "丁"])])) == 2


def test_columns_said_again_are_the_same_wherever_they_stand() -> None:
    first, later = draw(HEAD + "1 | 巡堤 | 水务站 | 6月"), draw(HEAD + "2 | 备料 | 物资科 | 5月", page=2)
    for table, edge in ((first, 50.0), (later, 90.0)):
        for line in (line for cell in table.cells() for line in cell.lines):
            line.left, line.right = edge + 40.0, edge + 80.0
    assert len(join_tables([first, later])) == 1


def test_wrapped_rows_of_a_table_without_rules_are_joined() -> None:
    texts = [["完善便民商业网点布局，建设", "商务科、"], ["生活圈三个", "住建局"], ["老字号认定", "商务科"]]
    rows = []
    for r, pair in enumerate(texts):
        row = []
        for c, (text, left) in enumerate(zip([*pair, "3月" if r != 1 else ""], [0.0, 150.0, 250.0], strict=True)):
            right = left + 100.0 if c else 150.0
            line = Line(text, page=1, x0=left, x1=left + 10 * len(text), left=left, right=right, size=10.0)
            cell = Cell(r, c, lines=[line] if text else [])
            join_cell_lines(cell)
            row.append(cell)
        rows.append(row)
    (table,) = join_tables([Table(rows, ruled=False)])
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["完善便民商业网点布局，建设生活圈三个", "商务科、\n住建局", "3月"],
        ["老字号认定", "商务科", "3月"],
    ]


def test_a_number_over_two_rows_that_a_page_cuts() -> None:
    head = "序号 | 问题 | 整改措施 | 责任科室 | 整改时限\n1 | 把关不严 | 核查 | 法规科 | 6月\n^ | ^ | 清退 | 法规科 | 7月\n"
    for full in (False, True):  # whether the last line of the measure happens to be full
        part, later = (
            draw(head + "2 | 投诉多 | 公布电话并处理 | 物业科 | 8月", page=1),
            draw(" | | 修订办法 | 物业科 | 11月15日前", page=2),
        )
        for cell in part.rows[-1]:
            for line in cell.lines:
                line.left, line.right, line.x1, line.size = 0.0, 90.0, 85.0 if full else 40.0, 10.0
        (table,) = join_tables([part, later])
        assert isinstance(table, Table)
        assert [line.split()[:2] for line in told(read_table(table, settings=Settings()))] == [
            ["1", "核查"],
            ["1", "清退"],
            ["2", "公布电话并处理"],
            ["2", "修订办法"],
        ]


@pytest.mark.parametrize("room", [0.0, 9.0], ids=["broken heading", "rest of a row"])
def test_the_rest_of_a_row_beneath_headings_is_none_of_theirs(room: float) -> None:
    """A heading broken over two lines goes on right beneath; what a page has cut off a row stands a row's room lower."""
    texts = [["序号", "任务名称", "责任单"], ["", "", "位科室"], ["1", "清点卷宗", "库房管\n理科"]]
    rows: list[list[Cell]] = []
    y = 700.0
    for r, row in enumerate(texts):
        y -= 14.0 + room
        cells = []
        for c, (text, left) in enumerate(zip(row, [0.0, 40.0, 150.0], strict=True)):
            right = left + 100.0 if c == 1 else left + 30.0
            lines = [
                Line(
                    part,
                    page=1,
                    x0=left,
                    x1=left + 10 * len(part),
                    top=y + 10 - 14 * k,
                    bottom=y - 14 * k,
                    left=left,
                    right=right,
                    size=10.0,
                )
                for k, part in enumerate(text.split("\n"))
                if part
            ]
            cells.append(Cell(r, c, lines=lines))
            join_cell_lines(cells[-1])
        rows.append(cells)
    (table,) = join_tables([Table(rows, ruled=False)])
    assert isinstance(table, Table)
    assert len(table.rows) == (3 if room else 2)


RECORD = "索引号 | 000-2031 | 发文机关 | 云台区水务局\n成文日期 | 2031年1月8日 | 文号 | 云水〔2031〕5号"


@pytest.mark.parametrize("table", [RECORD, RECORD.replace("索引号 |", "索引号： |").replace("文号 |", "文号： |")])
def test_a_table_that_is_a_sites_record_fills_the_notice(table: str) -> None:
    source = Source([draw(table), Line("云台区2031年水务工作要点"), Line("1.巡堤。6月底前完成。")], "text/plain")
    cleaned = clean(source)
    assert cleaned.record == {
        "issuer": "云台区水务局",
        "issued_on": "2031年1月8日",
        "doc_number": "云水〔2031〕5号",
    }
    assert not any(isinstance(block, Table) for block in cleaned.blocks)


def test_a_table_that_names_other_things_beside_is_no_record() -> None:
    source = Source([draw(RECORD + "\n1 | 巡堤 | 水务站 | 6月"), Line("1.巡堤。")], "text/plain")
    assert any(isinstance(block, Table) for block in clean(source).blocks)


def test_the_lines_of_a_cell_over_many_pages_are_joined_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def joins(cell: Cell) -> None:
        asked.append(len(cell.lines))
        join_cell_lines(cell)

    monkeypatch.setattr("plancli.clean.tables_over_pages.join_cell_lines", joins)
    pages = [
        draw(HEAD + "1 | 第1页 | 水务站 | 6月", page=1),
        *(draw(f" | 第{n}页 |  | ", page=n) for n in range(2, 31)),
    ]
    for page in pages[1:]:
        page.open_top = True
    (table,) = join_tables([*pages])
    assert isinstance(table, Table)
    assert table.rows[1][1].text == "\n".join(f"第{n}页" for n in range(1, 31))
    assert asked == [30]
