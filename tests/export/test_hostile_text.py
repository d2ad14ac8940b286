"""No text of a document is a formula, a script, a path or a statement, in any format."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from plancli.export import assignment_table, calendar, database, markdown, parquet, workbook
from plancli.export import csv as tables
from plancli.export import json as documents
from plancli.export.tabular import ExportColumn, ExportSheet, as_csv, as_html, as_xlsx
from plancli.model.bulletin import Bulletin

from .bulletins import bulletin

HOSTILE = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    '＝HYPERLINK("http://a")',
    "\t=1",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt;",
    "]]><x/>",
    "'; DROP TABLE tasks; --",
    "../../etc/passwd",
    "甲\r\nATTENDEE:mailto:a@b",
    "END:VEVENT",
    "甲|乙 [丙](javascript:alert(1))",
    "{{7*7}} ${7*7} %s %n",
]


def said_everywhere(text: str) -> Bulletin:
    """A bulletin in which every name says the text."""
    whole = bulletin()
    plan = whole.plans[0]
    task = plan.tasks[0]
    bodies = tuple(body.model_copy(update={"name": text, "key": text}) for body in task.departments[:1])
    leaders = tuple(leader.model_copy(update={"name": text}) for leader in task.leaders)
    nodes = tuple(node.model_copy(update={"raw": text, "action": text}) for node in task.time_nodes)
    task = task.model_copy(
        update={
            "number": text,
            "title": text,
            "text": text,
            "section_path": (text,),
            "departments": bodies,
            "leaders": leaders,
            "time_nodes": nodes,
            "remarks": text,
            "extra": {text: text},
        }
    )
    plan = plan.model_copy(update={"title": text, "tasks": (task,), "issuer": text})
    source = whole.source.model_copy(update={"path": text})
    return whole.model_copy(update={"plans": (plan,), "source": source, "diagnostics": ()})


@pytest.fixture(params=HOSTILE)
def text(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_csv(text: str) -> None:
    for by in ("node", "task", "department"):
        for row in csv.reader(io.StringIO(tables.text(said_everywhere(text), by=by), newline="")):  # type: ignore[arg-type]
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝")) for cell in row)
    sheet = ExportSheet(text, [ExportColumn("a", text)], [{"a": text}])
    (_, (cell,)) = csv.reader(io.StringIO(as_csv(sheet).decode(), newline=""))
    assert cell.replace("'", "") == text.replace("'", "")  # apostrophes are put before what could begin a formula


def test_workbooks(text: str) -> None:
    import openpyxl

    sheet = ExportSheet("甲", [ExportColumn("a", text)], [{"a": text}])
    for data in (workbook.document([said_everywhere(text)]), as_xlsx([sheet])):
        for held in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
            for cell in (cell for row in held.iter_rows() for cell in row):
                assert cell.data_type != "f" and cell.hyperlink is None
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
        assert not [name for name in names if ".." in name or name.startswith("/") or "externalLink" in name]


def test_word(text: str) -> None:
    import docx

    data = assignment_table.document([said_everywhere(text)])
    package = zipfile.ZipFile(io.BytesIO(data))
    names = {etree.QName(element).localname for element in etree.fromstring(package.read("word/document.xml")).iter()}
    assert not names & {"hyperlink", "instrText", "fldSimple", "object", "altChunk", "script", "x", "b"}
    shown = docx.Document(io.BytesIO(data)).tables[0].rows[-1].cells[1].text
    assert shown.split() == text.split()


def test_calendars(text: str) -> None:
    import icalendar

    events = icalendar.Calendar.from_ical(calendar.document([said_everywhere(text)])).walk("VEVENT")
    assert len(events) == 2 and all("ATTENDEE" not in event for event in events)
    assert all(str(event["summary"]).split() == f"{text}（{text}）".split() for event in events)


def test_databases(text: str, tmp_path: Path) -> None:
    database.write(tmp_path / "a.db", [said_everywhere(text)])
    base = sqlite3.connect(tmp_path / "a.db")
    assert base.execute("SELECT title, number FROM tasks").fetchall() == [(text, text)]
    assert base.execute("SELECT name, key FROM departments").fetchall() == [(text, text)]
    base.close()


def test_json_and_parquet(text: str) -> None:
    import pyarrow.parquet

    whole = said_everywhere(text)
    assert Bulletin.model_validate(json.loads(documents.encoded(whole))) == whole
    table = pyarrow.parquet.read_table(io.BytesIO(parquet.document([whole], "task")))
    assert table.to_pylist()[0]["title"] == text


def test_pages_and_markdown(text: str) -> None:
    from lxml import html

    page = html.fromstring(as_html(text, [ExportSheet(text, [ExportColumn("a", text)], [{"a": text}])]).decode())
    assert not page.xpath("//script | //img | //a | //*[@onerror] | //x | //b")
    assert [cell.text_content().split() for cell in page.xpath("//td")] == [text.split()]
    held = markdown.text(said_everywhere(text))
    assert "<script" not in held.replace("\\<", "") and "](" not in held.replace("\\]", "")
