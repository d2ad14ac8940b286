"""Spreadsheets: cells as they are shown, merged ranges, what is hidden, several tables on a sheet; four kinds of files."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

import plancli
from plancli.errors import Corrupt, Empty, Encrypted, InputError, TooLarge, ZipBomb
from plancli.extract import extract
from plancli.extract.spreadsheet.sheet import address, place
from plancli.extract.spreadsheet.values import shown
from plancli.model.settings import Limits, Settings
from plancli.model.source import Line, Source, Table
from tests.quality.write_xlsx import PARTS

Rows = list[list[str | float | None]]
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def package(parts: dict[str, str | bytes], **options: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return out.getvalue()


def mark(name: str, value: str, wanted: bool) -> str:
    """An attribute, where it is wanted."""
    return f' {name}="{value}"' if wanted else ""


def xlsx(
    rows: Rows, *, merged: str = "", hidden_rows: tuple[int, ...] = (), hidden_columns: tuple[int, ...] = ()
) -> bytes:
    """Merged ranges as `A1:C1 B2:B3`; hidden places counted from 1."""
    found = []
    for r, row in enumerate(rows, 1):
        cells = "".join(
            f'<c r="{address(r - 1, c)}"><v>{value}</v></c>'
            if isinstance(value, int | float)
            else f'<c r="{address(r - 1, c)}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
            for c, value in enumerate(row)
            if value is not None
        )
        found.append(f'<row r="{r}"{mark("hidden", "1", r in hidden_rows)}>{cells}</row>')
    columns = "".join(f'<col min="{c}" max="{c}" hidden="1"/>' for c in hidden_columns)
    ranges = "".join(f'<mergeCell ref="{each}"/>' for each in merged.split())
    sheet = (
        f'<worksheet xmlns="{MAIN}">{f"<cols>{columns}</cols>" if columns else ""}<sheetData>{"".join(found)}</sheetData>'
        f"{f'<mergeCells>{ranges}</mergeCells>' if ranges else ''}</worksheet>"
    )
    return package({**PARTS, "xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"/>'})


def ranges(merged: str) -> list[tuple[int, int, int, int]]:
    found = []
    for each in merged.split():
        start, end = (place(name) for name in each.split(":"))
        assert start is not None and end is not None
        found.append((*start, *end))
    return found


def xls(
    rows: Rows, *, merged: str = "", hidden_rows: tuple[int, ...] = (), hidden_columns: tuple[int, ...] = ()
) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    covered = {}
    for top, left, bottom, right in ranges(merged):
        sheet.write_merge(top, bottom, left, right, rows[top][left])
        covered.update({(r, c): True for r in range(top, bottom + 1) for c in range(left, right + 1)})
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value is not None and (r, c) not in covered:
                sheet.write(r, c, value)
    for r in hidden_rows:
        sheet.row(r - 1).hidden = True
    for c in hidden_columns:
        sheet.col(c - 1).hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(
    rows: Rows, *, merged: str = "", hidden_rows: tuple[int, ...] = (), hidden_columns: tuple[int, ...] = ()
) -> bytes:
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in ranges(merged)}
    width = max(map(len, rows))
    columns = "".join(
        f"<table:table-column{mark('table:visibility', 'collapse', c in hidden_columns)}/>" for c in range(1, width + 1)
    )
    found = []
    for r, row in enumerate(rows):
        cells = ""
        for c, value in enumerate(row):
            down, across = spans.get((r, c), (1, 1))
            span = (
                f' table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
                if (r, c) in spans
                else ""
            )
            text = (
                "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
                if value is not None
                else ""
            )
            cells += f"<table:table-cell{span}>{text}</table:table-cell>"
        found.append(
            f"<table:table-row{mark('table:visibility', 'filter', r + 1 in hidden_rows)}>{cells}</table:table-row>"
        )
    names = "".join(f' xmlns:{name}="{OFFICE}{name}:1.0"' for name in ("office", "table", "text", "style"))
    content = (
        f'<office:document-content{names}><office:body><office:spreadsheet><table:table table:name="Sheet1">{columns}{"".join(found)}'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def xml(
    rows: Rows, *, merged: str = "", hidden_rows: tuple[int, ...] = (), hidden_columns: tuple[int, ...] = ()
) -> bytes:
    spans = {(top, left): (bottom - top, right - left) for top, left, bottom, right in ranges(merged)}
    columns = "".join(f'<Column ss:Index="{c}" ss:Hidden="1"/>' for c in hidden_columns)
    found = []
    for r, row in enumerate(rows):
        cells = ""
        for c, value in enumerate(row):
            down, across = spans.get((r, c), (0, 0))
            if value is not None:
                kind = "Number" if isinstance(value, int | float) else "String"
                cells += f'<Cell ss:Index="{c + 1}" ss:MergeAcross="{across}" ss:MergeDown="{down}"><Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'
        found.append(f'<Row ss:Index="{r + 1}"{mark("ss:Hidden", "1", r + 1 in hidden_rows)}>{cells}</Row>')
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{name}" xmlns:ss="{name}">'
        f'<Worksheet ss:Name="Sheet1"><Table>{columns}{"".join(found)}</Table></Worksheet></Workbook>'
    ).encode()


WRITERS: dict[str, Callable[..., bytes]] = {"xlsx": xlsx, "xls": xls, "ods": ods, "xml-spreadsheet": xml}
HEAD: list[str | float | None] = ["序号", "工作任务", "责任单位", "完成时限"]
TITLE: list[str | float | None] = ["某县2024年重点任务清单", None, None, None]
FIRST: list[str | float | None] = [1, "检修设备", "设备科", "3月底"]
SECOND: list[str | float | None] = [2, "清仓查库", "仓储科、\n保卫科", "9月底"]
TASKS = [("1", "检修设备", ("设备科",)), ("2", "清仓查库", ("仓储科", "保卫科"))]


def read(data: bytes, **limits: int) -> Source:
    return extract(data, settings=Settings(limits=Limits(**limits)))


def told(source: Source) -> list[str]:
    """Lines as they are; the rows of tables, what covers each place between bars."""
    found = []
    for block in source.blocks:
        if isinstance(block, Line):
            found.append(block.text)
        elif isinstance(block, Table):
            found += ["|".join("/".join(line.text for line in cell.lines) for cell in row) for row in block.rows]
    return found


def tasks(data: bytes) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (task.number, task.title, tuple(body.name for body in task.departments))
        for plan in plancli.parse(data).plans
        for task in plan.tasks
    ]


@pytest.mark.parametrize("kind", WRITERS)
def test_a_title_a_header_and_rows(kind: str) -> None:
    data = WRITERS[kind]([TITLE, HEAD, FIRST, SECOND], merged="A1:D1")
    source = read(data)
    assert source.attempts[-1].extractor == kind
    assert told(source) == [
        "某县2024年重点任务清单", "序号|工作任务|责任单位|完成时限", "1|检修设备|设备科|3月底", "2|清仓查库|仓储科、/保卫科|9月底",
    ]  # fmt: skip
    assert tasks(data) == TASKS
    assert plancli.parse(data).plans[0].title == "某县2024年重点任务清单"


@pytest.mark.parametrize("kind", WRITERS)
def test_merged_ranges(kind: str) -> None:
    rows: Rows = [
        ["类别", *HEAD],
        ["粮食", *FIRST],
        [None, *SECOND],
        ["二、其他工作", None, None, None, None],
        ["物资", 3, "清点", "物资科", "年底前"],
    ]
    data = WRITERS[kind](rows, merged="A2:A3 A4:E4")
    assert told(read(data))[1:4] == [
        "粮食|1|检修设备|设备科|3月底",
        "粮食|2|清仓查库|仓储科、/保卫科|9月底",
        "|".join(["二、其他工作"] * 5),
    ]
    plan = plancli.parse(data).plans[0]
    assert [task.section_path[-1] for task in plan.tasks][:2] == ["粮食", "粮食"]


@pytest.mark.parametrize("kind", WRITERS)
def test_hidden_rows_and_columns_are_left_out_and_said(kind: str) -> None:
    rows: Rows = [
        ["序号", "内部意见", "工作任务", "责任单位"],
        [1, "不报", "检修设备", "设备科"],
        [2, "不报", "清点", "物资科"],
        [3, "报", "检查", "安全科"],
    ]
    source = read(WRITERS[kind](rows, hidden_rows=(3,), hidden_columns=(2,)))
    assert told(source) == ["序号|工作任务|责任单位", "1|检修设备|设备科", "3|检查|安全科"]
    (note,) = source.notes
    assert note[0] == "hidden-text" and "清点" in note[1] and "内部意见" in note[1]


OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
GREEN, GREY = '<fgColor rgb="FF70AD47"/>', '<fgColor theme="0" tint="-0.1"/>'


@pytest.mark.parametrize(
    ("first", "second", "head", "march", "expected"),
    [
        ({2, 3}, set(), "1月 2月 3月", "", ["1|检修设备|■|■|", "2|清点||| "]),
        ({4}, {2, 3, 4}, "一季度 二季度 三季度", "", ["1|检修设备|||■", "2|清点|■|■|■"]),
        ({0, 1, 2, 3, 4}, {3}, "1月 2月 3月", "", ["1|检修设备|||", "2|清点||■|"]),  # a stripe is no mark
        ({2, 3}, set(), "1月 2月 3月", "检修", ["1|检修设备|||检修", "2|清点|||"]),  # text says the times
        ({2, 3}, set(), "地点 人数 经费", "", ["1|检修设备|||", "2|清点|||"]),
    ],
)
@pytest.mark.parametrize("colour", [GREEN, GREY, '<fgColor rgb="FFFFFFFF"/>'])
def test_times_told_by_colour(
    first: set[int], second: set[int], head: str, march: str, expected: list[str], colour: str
) -> None:
    rows: Rows = [["序号", "工作任务", *head.split()], [1, "检修设备", "", "", march], [2, "清点", "", "", ""]]
    with zipfile.ZipFile(io.BytesIO(xlsx(rows))) as held:
        parts: dict[str, str | bytes] = {name: held.read(name) for name in held.namelist()}
    (name,) = [name for name in parts if "worksheets/sheet" in name and not name.endswith(".rels")]
    sheet = bytes(parts[name]).decode()  # type: ignore[arg-type]
    for row, columns in ((2, first), (3, second)):
        for column in columns:
            sheet = sheet.replace(f'r="{address(row - 1, column)}"', f'r="{address(row - 1, column)}" s="1"')
    parts[name] = sheet
    relations = "xl/_rels/workbook.xml.rels"
    styles = f'<Relationship Id="rId9" Type="{OFFICE_RELATIONS}/styles" Target="styles.xml"/></Relationships>'
    parts[relations] = bytes(parts[relations]).decode().replace("</Relationships>", styles)  # type: ignore[arg-type]
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="{MAIN}"><fills><fill><patternFill/></fill><fill><patternFill patternType="solid">{colour}'
        '</patternFill></fill></fills><cellXfs><xf/><xf fillId="1"/></cellXfs></styleSheet>'
    )
    source = read(package(parts))
    if "FFFFFF" in colour:
        expected = [line.replace("■", "") for line in expected]
    marks = "".join(expected).count("■")
    assert [line.rstrip() for line in told(source)[1:]] == [line.rstrip() for line in expected]
    assert [(code, str(marks) in text) for code, text, _ in source.notes] == ([("colour-read", True)] if marks else [])


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_times_told_by_colour_in_other_kinds(kind: str) -> None:
    bulletin = plancli.parse(Path(__file__).parent / "sheets" / f"gantt.{kind}")
    times = [[node.raw for node in task.time_nodes] for task in bulletin.plans[0].tasks]
    assert times == [["1月", "2月"], ["3月"], ["4月-5月"], ["1月", "2月", "3月", "4月", "5月"]]
    assert "colour-read" in [diagnostic.code for diagnostic in bulletin.diagnostics]


@pytest.mark.parametrize("kind", WRITERS)
def test_places_are_told(kind: str) -> None:
    (table,) = [block for block in read(WRITERS[kind]([TITLE, HEAD, FIRST])).blocks if isinstance(block, Table)]
    assert table.sheet == "Sheet1"
    assert [cell.address for cell in table.rows[1]] == ["A3", "B3", "C3", "D3"]


@pytest.mark.parametrize("kind", WRITERS)
def test_an_outline_in_one_column_is_text(kind: str) -> None:
    rows: Rows = [["某局2024年工作要点"], ["一、总体"], ["1.检修设备。3月底前完成。（责任单位：设备科）"]]
    assert told(read(WRITERS[kind](rows))) == [row[0] for row in rows]


@pytest.mark.parametrize("kind", WRITERS)
def test_several_tables_on_a_sheet(kind: str) -> None:
    second: Rows = [[None] * 4, ["某县2024年民生实事清单", None, None, None], HEAD, [1, "修路", "交通局", "年底前"]]
    plans = plancli.parse(WRITERS[kind]([TITLE, HEAD, FIRST, SECOND, *second])).plans
    assert [(plan.title, len(plan.tasks)) for plan in plans] == [
        ("某县2024年重点任务清单", 2),
        ("某县2024年民生实事清单", 1),
    ]


@pytest.mark.parametrize("kind", WRITERS)
def test_tables_side_by_side(kind: str) -> None:
    rows: Rows = [
        TITLE,
        [*HEAD, None, *HEAD],
        [*FIRST, None, 3, "清点", "物资科", "年底前"],
        [*SECOND, None, 4, "检查", "安全科", "每月"],
    ]
    assert [title for _, title, _ in tasks(WRITERS[kind](rows))] == ["检修设备", "清仓查库", "清点", "检查"]


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize(
    "head", [HEAD, ["序号", "工作任务", "牵头单位", "配合单位"], ["工作任务", "工作措施", "责任单位", "完成时限"]]
)
@pytest.mark.parametrize("places", [(0, 1, 3, 5), (0, 2, 4, 6), (1, 2, 4, 5)])
def test_empty_columns_may_keep_those_of_one_table_apart(
    kind: str, head: list[str | float | None], places: tuple[int, ...]
) -> None:
    def spread(row: list[str | float | None]) -> list[str | float | None]:
        wide: list[str | float | None] = [None] * 7
        for at, value in zip(places, row, strict=True):
            wide[at] = value
        return wide

    source = read(WRITERS[kind]([[TITLE[0]], spread(head), spread(FIRST), spread(SECOND)]))
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    assert [len(row) for row in table.rows] == [4, 4, 4]


def test_a_count_beside_a_table_is_none_of_it() -> None:
    rows: Rows = [TITLE, [*HEAD, None, "责任单位", "任务数"], [*FIRST, None, "设备科", 1], [*SECOND, None, "仓储科", 1]]
    assert tasks(xlsx(rows)) == [(number, title, names) for number, title, names in TASKS]


@pytest.mark.parametrize("kind", WRITERS)
def test_a_header_under_groups_of_columns(kind: str) -> None:
    rows: Rows = [["基本情况", None, "责任落实", None], HEAD, FIRST, SECOND]
    assert tasks(WRITERS[kind](rows, merged="A1:B1 C1:D1")) == TASKS


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("foot", ["填表人：张三", "联系电话：0000", "审核人（签字）：", "单位负责人："])
def test_who_filled_it_in_is_no_task(kind: str, foot: str) -> None:
    assert tasks(WRITERS[kind]([TITLE, HEAD, FIRST, SECOND, [None, foot, None, "日期：2024年1月"]])) == TASKS


@pytest.mark.parametrize("kind", WRITERS)
def test_a_unit_beside_the_title_is_no_header(kind: str) -> None:
    assert (
        tasks(
            WRITERS[kind](
                [TITLE, ["填报单位：某局", None, None, "单位：万元"], HEAD, FIRST, SECOND], merged="A1:D1 A2:C2"
            )
        )
        == TASKS
    )


@pytest.mark.parametrize("sign", [",", ";"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "gb18030"])
def test_values_parted_by_commas(sign: str, code: str) -> None:
    quoted = '2,"清仓查库","仓储科、\n保卫科",9月底'
    lines = ["某县2024年重点任务清单,,,", ",".join(map(str, HEAD)), ",".join(map(str, FIRST)), quoted]
    data = "\r\n".join(lines).replace(",", sign).encode(code)
    assert tasks(data) == TASKS
    assert plancli.parse(data).plans[0].title == "某县2024年重点任务清单"


def test_prose_with_commas_is_text() -> None:
    text = "一,抓好收购,备足仓容\n二,守住底线,严查隐患\n三,强化保障,落实经费\n"
    assert read(text.encode()).media_type == "text/plain"


def test_hidden_sheets_and_charts_and_names_of_sheets() -> None:
    names = ("重点任务清单", "底稿", "图")
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"{mark("state", "veryHidden", name == "底稿")}/>'
        for n, name in enumerate(names, 1)
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{relation}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in (1, 2, 3)
    )
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in map(str, HEAD))
    row = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in map(str, FIRST))
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData><row>{cells}</row><row>{row}</row></sheetData></worksheet>'
    source = read(package({
        **PARTS,
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{relation}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>',
        "xl/worksheets/sheet1.xml": sheet, "xl/worksheets/sheet2.xml": sheet, "xl/worksheets/sheet3.xml": f'<chartsheet xmlns="{MAIN}"/>',
    }))  # fmt: skip
    assert told(source) == ["重点任务清单", "序号|工作任务|责任单位|完成时限", "1|检修设备|设备科|3月底"]
    assert [code for code, _, _ in source.notes] == ["hidden-text"] and "底稿" in source.notes[0][1]


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30, "1e9", ""])
@pytest.mark.parametrize("kind", ["xlsx", "xml"])
def test_numbers_that_no_row_has_count_as_the_next(kind: str, number: str) -> None:
    """Each such row or cell stands where it is due, and has a name that a spreadsheet shows."""
    if kind == "xlsx":
        held = "".join(
            f'<row r="{number}">{"".join(f"""<c r="A0" t="inlineStr"><is><t>{value}</t></is></c>""" for value in row)}</row>'
            for row in (HEAD, FIRST)
        )
        sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{held}</sheetData></worksheet>'
        data = package({**PARTS, "xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"/>'})
    else:
        data = re.sub(rb'ss:Index="\d+"', f'ss:Index="{number}"'.encode(), xml([HEAD, FIRST]))
    assert told(read(data)) == ["序号|工作任务|责任单位|完成时限", "1|检修设备|设备科|3月底"]
    (task,) = plancli.parse(data).plans[0].tasks
    assert task.location.cell == "B2"


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (3.0, None, "3"), (2.5, "General", "2.5"), (0.1 + 0.2, None, "0.3"), (12345678901.0, None, "12345678901"), (3, "00", "03"),
        (0.35, "0%", "35%"), (0.355, "0.0%", "35.5%"), (1234567.891, "#,##0.00", "1,234,567.89"), (1500, "#,##0", "1,500"), (1500, "0.0#", "1500.0"),
        (-3, "0;[Red]-0", "-3"), (0, '0;-0;"无"', "无"), (7, '"第"0"项"', "第7项"), (6, '0"月底前"', "6月底前"), (3, "0_);[Red](0)", "3"),
        (45473, "yyyy/m/d", "2024/6/30"), (45473, 'yyyy"年"m"月"d"日"', "2024年6月30日"), (45473, "yyyy\\-mm\\-dd;@", "2024-06-30"),
        (45473, 'm"月"d"日"', "6月30日"), (45473, "yyyy.m.d", "2024.6.30"), (45473, "[$-F800]dddd", "2024年6月30日"),
        (45473, '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二四年六月三十日"), (25, "[DBNum1][$-804]General", "二十五"),
        (45473.5, "yyyy/m/d h:mm", "2024/6/30 12:00"), (0.75, "h:mm AM/PM", "6:00 下午"), (1.5, "# ?/?", "1.5"), (1, "yyyy/m/d", "1900/1/1"),
        (-5, "yyyy/m/d", "-5"), (5e9, "yyyy/m/d", "5000000000"),
    ],
)  # fmt: skip
def test_numbers_as_shown(value: float, code: str | None, expected: str) -> None:
    assert shown(value, code) == expected


def test_days_that_count_from_1904() -> None:
    assert shown(44011, "yyyy/m/d", from_1904=True) == "2024/6/30"


def test_a_date_in_an_old_workbook() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for c, text in enumerate(HEAD):
        sheet.write(0, c, text)
    for c, value in enumerate([1, "检修设备", "设备科"]):
        sheet.write(1, c, value)
    sheet.write(1, 3, 45473, xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"'))
    out = io.BytesIO()
    book.save(out)
    (node,) = plancli.parse(out.getvalue()).plans[0].tasks[0].time_nodes
    assert (node.raw, str(node.end)) == ("2024年6月30日", "2024-06-30")


@given(st.integers(0, 1_048_575), st.integers(0, 16_383))
@settings(derandomize=True)
def test_names_of_places(row: int, column: int) -> None:
    assert place(address(row, column)) == (row, column)


@pytest.mark.parametrize("kind", WRITERS)
def test_a_workbook_without_text_is_empty(kind: str) -> None:
    with pytest.raises(Empty):
        read(WRITERS[kind]([[" "]]))


@pytest.mark.parametrize("kind", WRITERS)
def test_too_many_cells(kind: str) -> None:
    with pytest.raises(TooLarge):
        read(WRITERS[kind]([HEAD, FIRST, SECOND]), table_cells=5)


@pytest.mark.parametrize("kind", WRITERS)
def test_a_workbook_that_was_cut_short(kind: str) -> None:
    data = WRITERS[kind]([TITLE, HEAD, FIRST, SECOND])
    for size in (len(data) // 3, len(data) // 2, len(data) - 30):
        with pytest.raises(InputError):
            read(data[:size])


def test_a_locked_spreadsheet() -> None:
    with pytest.raises(Encrypted):
        read(package({
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": "<a><encryption-data/></a>", "content.xml": "x",
        }))  # fmt: skip


def test_a_bomb() -> None:
    with pytest.raises(ZipBomb):
        read(package({**PARTS, "xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * 30_000_000 + b"</worksheet>"}))


def test_a_repeated_row_that_never_ends() -> None:
    data = ods([HEAD, FIRST])
    content = zipfile.ZipFile(io.BytesIO(data)).read("content.xml").decode()
    bomb = content.replace(
        "<table:table-row><table:table-cell><text:p>1",
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell><text:p>1',
    )
    assert bomb != content
    with pytest.raises(TooLarge):
        read(package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": bomb}))


def test_external_entities_are_refused() -> None:
    evil = f'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet xmlns="{MAIN}"><sheetData/></worksheet>'
    with pytest.raises(Corrupt):
        read(package({**PARTS, "xl/worksheets/sheet1.xml": evil, "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"/>'}))


OLD = xls([TITLE, HEAD, FIRST, SECOND], merged="A1:D1")
NEW = xlsx([TITLE, HEAD, FIRST, SECOND], merged="A1:D1")


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    st.sampled_from([OLD, NEW]),
    st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(1, 255)), min_size=1, max_size=6),
)
def test_a_damaged_workbook_gives_blocks_or_an_input_error(data: bytes, flips: list[tuple[int, int]]) -> None:
    damaged = bytearray(data)
    for at, mask in flips:
        damaged[at % len(damaged)] ^= mask
    with contextlib.suppress(InputError):
        assert read(bytes(damaged)).blocks


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("sign", [",", ";"])
def test_values_parted_by_signs_in_any_code(codec: str, sign: str) -> None:
    rows = [
        "序号,工作任务,责任单位,完成时限",
        '1,"疏浚""老港""\n及闸口",水利局,6月底',
        '2,修缮泵站,"住建局、财政局",9月底',
    ]
    text = "\r\n".join(rows).replace(",", sign)
    data = ("\ufeff" * (codec in ("utf-16-le", "utf-16-be")) + text).encode(codec)
    (plan,) = plancli.parse(data).plans
    assert [(task.title, len(task.departments)) for task in plan.tasks] == [('疏浚"老港"及闸口', 1), ("修缮泵站", 2)]


ROWS_STRUCK: Rows = [HEAD, FIRST, SECOND, [3, "修缮粮仓", "工程科", "4月底"]]


def xlsx_struck() -> bytes:
    """The time of the first row is struck out by its cell, the second department by a part of its own."""
    from openpyxl import Workbook
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS_STRUCK:
        sheet.append(row)
    sheet["D2"].font = Font(strike=True)
    sheet["C3"] = CellRichText("仓储科、", TextBlock(InlineFont(strike=True), "保卫科"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls_struck() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    struck = xlwt.Font()
    struck.struck_out = True
    style = xlwt.XFStyle()
    style.font = struck
    for r, row in enumerate(ROWS_STRUCK):
        for c, value in enumerate(row):
            if (r, c) == (2, 2):
                sheet.write_rich_text(r, c, ("仓储科、", ("保卫科", struck)))
            elif (r, c) == (1, 3):
                sheet.write(r, c, value, style)
            else:
                sheet.write(r, c, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods_struck() -> bytes:
    with zipfile.ZipFile(io.BytesIO(ods(ROWS_STRUCK))) as held:
        content = held.read("content.xml").decode()
    through = '<style:text-properties style:text-line-through-style="solid"/>'
    styles = "".join(
        f'<style:style style:name="{name}" style:family="{family}">{through}</style:style>'
        for name, family in (("ce1", "table-cell"), ("T1", "text"))
    )
    content = content.replace(
        "<office:body>", f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
    )
    content = content.replace(
        "<table:table-cell><text:p>3月底", '<table:table-cell table:style-name="ce1"><text:p>3月底'
    )
    content = content.replace("保卫科", '<text:span text:style-name="T1">保卫科</text:span>')
    return package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def xml_struck() -> bytes:
    written = xml(ROWS_STRUCK).decode()
    style = '<Styles><Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style></Styles><Worksheet '
    written = written.replace("<Worksheet ", style)
    written = re.sub(r'<Cell ([^>]*>)(?=<Data ss:Type="String">3月底)', r'<Cell ss:StyleID="s1" \1', written)
    return written.replace("保卫科", '<S xmlns="http://www.w3.org/TR/REC-html40">保卫科</S>').encode()


@pytest.mark.parametrize("write", [xlsx_struck, xls_struck, ods_struck, xml_struck])
def test_words_struck_out_are_no_text(write: Callable[[], bytes]) -> None:
    source = read(write())
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    assert ["/".join(line.text for line in row[3].lines) for row in table.rows] == ["完成时限", "", "9月底", "4月底"]
    assert [row[2].lines[0].text.rstrip("、") for row in table.rows] == ["责任单位", "设备科", "仓储科", "工程科"]
    (message,) = [str(message) for code, message, _ in source.notes if code == "hidden-text"]
    assert "struck out on the sheet" in message and "3月底" in message and "保卫科" in message


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ('office:value-type="date" office:date-value="2025-04-10"', "2025-04-10"),
        ('office:value-type="date" office:date-value="2025-04-10T00:00:00"', "2025-04-10"),
        ('office:value-type="date" office:date-value="2025-04-10T08:30:00"', "2025-04-10 08:30"),
        ('office:value-type="time" office:time-value="PT08H30M00S"', "08:30"),
        ('office:value-type="float" office:value="12"', "12"),
        ('office:value-type="currency" office:value="1200.5" office:currency="CNY"', "1200.5"),
        ('office:value-type="percentage" office:value="0.29"', "29%"),
        ('office:value-type="string" office:string-value="年底前"', "年底前"),
        ('office:value-type="float" office:value="many"', "many"),
        ('office:value-type="float" office:value="INF"', "INF"),
        ('office:value-type="void"', ""),
    ],
)
def test_a_cell_of_an_ods_that_has_its_value_alone_shows_it(value: str, shown: str) -> None:
    """As libraries write it that make no text of a value (ezodf, pyexcel)."""
    with zipfile.ZipFile(io.BytesIO(ods([TITLE, HEAD, [1, "检修设备", "设备科", "@"], SECOND]))) as held:
        content = held.read("content.xml").decode()
    cell = f"<table:table-cell {value}/>"
    data = package(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.replace("<table:table-cell><text:p>@</text:p></table:table-cell>", cell),
        }
    )
    (table,) = [block for block in read(data).blocks if isinstance(block, Table)]
    assert [line.text for line in table.rows[1][3].lines] == ([shown] if shown else [])
