"""What offices open: workbook, table, calendar, database and Markdown, each read by a second program."""

from __future__ import annotations

import contextlib
import datetime
import io
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

import plancli
from plancli.export import assignment_table, calendar, database, markdown, parquet, workbook
from plancli.export.formats import DOCUMENTS
from plancli.export.rows import COLUMNS, By, rows
from plancli.export.task_values import when
from plancli.messages import Language, speak
from plancli.model.bulletin import Bulletin, Diagnostic, TimeNode
from plancli.model.settings import Settings
from plancli.query.sources import bulletins

from .bulletins import bulletin

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(autouse=True)
def chinese() -> object:
    speak("zh")
    yield
    speak(None)


def retitled(title: str) -> Bulletin:
    whole = bulletin()
    task = whole.plans[0].tasks[0].model_copy(update={"title": title})
    return whole.model_copy(update={"plans": (whole.plans[0].model_copy(update={"tasks": (task,)}),)})


def sheet(name: str, *bulletins: Bulletin) -> list[dict[str, object]]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook.document(bulletins or (bulletin(),))))
    first, *rest = book[name].iter_rows(values_only=True)
    head, rows = (rest[0], rest[1:]) if name == "任务台账" else (first, rest)  # the ledger has a title
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_the_ledger_has_a_row_a_task_with_typed_days_and_numbers_as_text() -> None:
    first, second = sheet("任务台账")
    assert first["序号"] == "1" and first["所属计划"] == "云岭区2025年民生工作要点"
    assert first["牵头单位"] == "民政局" and first["配合单位"] == "财政局（国资办）、各镇街"
    assert (first["开始提醒"], first["到期提醒"]) == (datetime.datetime(2025, 3, 1), datetime.datetime(2025, 12, 31))
    assert first["时间安排"] == "3月；12月底前" and first["页码"] == 2
    assert first["完成状态"] is None and first["进展情况"] is None
    assert second["任务"] == "=开展“回头看”，整理\n台账"


def test_rows_of_the_ledger_are_as_high_as_their_words() -> None:
    """Some programs show a row without a height one line high, whatever stands in it."""
    import openpyxl

    held = plancli.parse(SAMPLES / "outline-roles" / "source.docx")
    ledger = openpyxl.load_workbook(io.BytesIO(workbook.document([held])))["任务台账"]
    lines = []
    for row in range(3, ledger.max_row + 1):
        width = ledger.column_dimensions["D"].width  # of the words of a task, in digits; a Chinese character takes two
        lines.append(2 * len(ledger.cell(row, 4).value or "") / width)
        assert ledger.row_dimensions[row].height >= 15 * max(1, lines[-1])
    assert max(lines) > 1


def test_the_ledger_is_for_work_a_list_of_states_a_filter_colours_by_the_spreadsheet() -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook.document([bulletin()])))
    ledger = book["任务台账"]
    assert ledger.freeze_panes == "A3" and ledger.auto_filter.ref == "A2:Q4"
    assert ledger["A1"].value == "云岭区2025年民生工作要点"
    (choice,) = ledger.data_validations.dataValidation
    assert str(choice.sqref) == "M3:M4" and "已完成" in choice.formula1
    formulas = [rule.formula[0] for held in ledger.conditional_formatting for rule in held.rules]
    assert any("TODAY()" in formula and "$K3" in formula for formula in formulas)


@pytest.mark.parametrize(
    ("years", "title"),
    [
        ([2025], "云岭区2025年民生工作要点"),
        ([2025, 2025], "2025年任务台账"),
        ([2025, 2026], "任务台账"),
        ([None], "任务台账"),
    ],
)
def test_the_title_of_the_ledger_names_its_year(years: list[int | None], title: str) -> None:
    import openpyxl

    plan = bulletin().plans[0]
    plans = tuple(plan.model_copy(update={"year": year}) for year in years)
    book = openpyxl.load_workbook(io.BytesIO(workbook.document([bulletin(plans=plans)])))
    assert book["任务台账"]["A1"].value == title


def test_a_deadline_that_only_its_column_names_is_said_by_its_day() -> None:
    raws = ["6月底", "6月底前", "年内", "到2025年"]
    nodes = tuple(TimeNode(raw=raw, kind="deadline", end=datetime.date(2025, 6, 30)) for raw in raws)
    task = bulletin().plans[0].tasks[0].model_copy(update={"time_nodes": nodes})
    assert when(task) == "2025年6月30日前；6月底前；年内；到2025年"


def test_workload_counts_bodies_by_role_and_month() -> None:
    rows = {row["单位"]: row for row in sheet("部门工作量")}
    assert (rows["民政局"]["牵头"], rows["民政局"]["2025-12"], rows["民政局"]["配合"]) == (1, 1, 0)
    assert rows["各镇街"]["配合"] == 1


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2", "http://example.org", "00123"])
def test_text_stays_text_in_a_workbook(text: str) -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook.document([retitled(text)])))
    cell = book["任务台账"]["C3"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name != "docx"])
def test_the_same_bulletins_give_the_same_bytes(name: str) -> None:
    write = dict(DOCUMENTS.items())[name]  # type: ignore[index]
    assert write.write([bulletin()], "task") == write.write([bulletin()], "task")


def test_events_of_a_calendar() -> None:
    import icalendar

    year = {"start": datetime.date(2025, 1, 1), "end": datetime.date(2025, 12, 31)}
    monthly = TimeNode(raw="每月15日", kind="recurring", rrule="FREQ=MONTHLY;BYMONTHDAY=15", **year)
    ongoing = TimeNode(raw="全年", kind="ongoing", **year)
    whole = bulletin()
    task = whole.plans[0].tasks[0]
    task = task.model_copy(update={"time_nodes": (*task.time_nodes, monthly, ongoing)})
    whole = whole.model_copy(update={"plans": (whole.plans[0].model_copy(update={"tasks": (task,)}),)})
    events = icalendar.Calendar.from_ical(calendar.document([whole])).walk("VEVENT")
    days = [(event.decoded("dtstart"), event.decoded("dtend")) for event in events]
    assert days == [
        (datetime.date(2025, 3, 1), datetime.date(2025, 4, 1)),
        (datetime.date(2025, 12, 31), datetime.date(2026, 1, 1)),
        (datetime.date(2025, 1, 15), datetime.date(2025, 1, 16)),
    ]
    assert events[2]["rrule"].to_ical() == b"FREQ=MONTHLY;UNTIL=20251231;BYMONTHDAY=15"
    again = icalendar.Calendar.from_ical(calendar.document([whole])).walk("VEVENT")
    assert [event["uid"] for event in again] == [event["uid"] for event in events]
    assert len({event["uid"] for event in events}) == 3
    assert {event.decoded("dtstamp").date() for event in events} == {datetime.date(2025, 2, 17)}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", ["牵头：民政局", "云岭区2025年民生工作要点，第1项", "云岭.txt，第2页"]),
        ("en", ["lead: 民政局", "云岭区2025年民生工作要点, task 1", "云岭.txt, page 2"]),
    ],
)
def test_an_event_says_whose_and_where_in_the_users_language(lang: Language, said: list[str]) -> None:
    import icalendar

    speak(lang)
    event = icalendar.Calendar.from_ical(calendar.document([bulletin()])).walk("VEVENT")[0]
    assert [line for line in str(event["description"]).split("\n") if line in said] == said


def test_english_states_in_the_ledger() -> None:
    import openpyxl

    speak("en")
    ledger = openpyxl.load_workbook(io.BytesIO(workbook.document([bulletin()])))["Task ledger"]
    (choice,) = ledger.data_validations.dataValidation
    formulas = [rule.formula[0] for held in ledger.conditional_formatting for rule in held.rules]
    assert "done" in choice.formula1 and any('"done"' in formula for formula in formulas)


def test_a_table_for_an_office() -> None:
    import docx

    made = docx.Document(io.BytesIO(assignment_table.document([bulletin()])))
    assert made.paragraphs[0].text == "云岭区2025年民生工作要点"
    rows = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert rows[0] == ["序号", "工作任务", "主要内容", "牵头单位", "责任单位", "配合单位", "时间安排"]
    assert rows[1] == ["民生实事　养老服务"] * 7
    assert rows[2][0] == "1" and rows[2][3] == "民政局" and rows[2][6] == "3月；12月底前"
    section = made.sections[0]
    assert section.page_width is not None and section.page_height is not None
    assert section.page_width > section.page_height


@pytest.fixture
def base(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A database of the bulletin, and of the same from another file."""
    other = bulletin(source=bulletin().source.model_copy(update={"path": "b.txt"}))
    database.write(tmp_path / "plans.sqlite", [bulletin(), other])
    with contextlib.closing(sqlite3.connect(tmp_path / "plans.sqlite")) as held:
        yield held


def test_tables_and_views_of_a_database(base: sqlite3.Connection) -> None:
    assert base.execute('SELECT raw, kind, start, "end" FROM time_nodes').fetchall() == 2 * [
        ("3月", "period", "2025-03-01", "2025-03-31"),
        ("12月底前", "deadline", None, "2025-12-31"),
    ]
    assert base.execute("SELECT day, title, who FROM due").fetchall()[0][:2] == ("2025-03-31", "推进智慧养老服务站建设")
    assert ("民政局", "2025-12", "lead", 2) in base.execute("SELECT * FROM workload").fetchall()


def test_a_bulletin_that_is_written_again_takes_its_own_place(base: sqlite3.Connection, tmp_path: Path) -> None:
    def held(base: sqlite3.Connection) -> list[object]:
        tables = ("bulletins", "plans", "sections", "tasks", "departments", "leaders", "time_nodes", "diagnostics")
        return [
            sorted(base.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in (*tables, "results", "words")
        ]

    other = bulletin(source=bulletin().source.model_copy(update={"path": "b.txt"}))
    once = held(base)
    database.write(tmp_path / "plans.sqlite", [other, bulletin(), bulletin()])
    assert held(base) == once


def test_a_database_is_read_back_whole(tmp_path: Path) -> None:
    """But for the task that a diagnostic is about, which is named."""
    value = Diagnostic(code="x", severity="info", message="?", value="/plans/0/tasks/1/departments/0")
    whole, empty = bulletin(diagnostics=(value,)), bulletin(plans=(), notice=None)
    empty = empty.model_copy(update={"source": empty.source.model_copy(update={"path": "空.txt"})})
    database.write(tmp_path / "plans.sqlite", [empty, whole])
    read = list(bulletins(tmp_path / "plans.sqlite", Settings()))
    assert read == [whole.model_copy(update={"diagnostics": (value.model_copy(update={"task": "p1.t2"}),)}), empty]


@pytest.mark.parametrize("by", ["task", "node", "department"])
def test_parquet_holds_the_rows_with_types(by: By) -> None:
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(io.BytesIO(parquet.document([bulletin()], by)))
    expected = [{name: row.get(name) for name in COLUMNS[by]} for row in rows(bulletin(), by)]
    assert table.to_pylist() == expected and table.column_names == list(COLUMNS[by])


def test_no_character_of_a_document_is_markup() -> None:
    text = markdown.text(retitled("甲|乙 *丙* <b>丁</b> [戊](x)\n己"))
    row = next(line for line in text.split("\n") if "丁" in line)
    assert row.count("|") - row.count("\\|") == 8
    assert "\\*丙\\*" in row and "\\<b>" in row and "\\[戊\\]" in row
