"""DOCX (ECMA-376, WordprocessingML): a 任务分解表 as offices issue it, one row a task, A4 landscape.

Headings are in the user's language, and repeat on each page; rows of one section are led by a row across the table. Fonts are those of official
documents by name (GB/T 9704, 7.3: 仿宋 for text, 黑体 and 楷体 for headings).
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

from ..messages import Message, translated
from ..model.bulletin import Bulletin, Plan, Task
from .task_values import names, when

_HEADS = (
    (Message("No"), 1.2),
    (Message("Work task"), 7.0),
    (Message("Main content"), 7.6),
    (Message("Lead"), 2.8),
    (Message("Responsible"), 2.8),
    (Message("Support"), 3.2),
    (Message("Schedule"), 3.0),
)
_TEXT, _TITLE, _HEAD = "仿宋_GB2312", "方正小标宋简体", "黑体"
_MADE = datetime.datetime(2000, 1, 1)


def document(bulletins: Sequence[Bulletin]) -> bytes:
    """The plans of the bulletins, each under its title as a table of its own."""
    import docx

    made: Any = docx.Document()
    made.core_properties.created = made.core_properties.modified = _MADE
    made.core_properties.author = "plancli"
    _set_page(made)
    plans = [plan for bulletin in bulletins for plan in bulletin.plans if plan.tasks]
    for number, plan in enumerate(plans):
        if number:
            made.add_page_break()
        _add(made, plan)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _set_page(made: Any) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(1.6)
    section.top_margin = section.bottom_margin = Cm(2.0)


def _add(made: Any, plan: Plan) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    title = made.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(title, plan.title, _TITLE, 20)
    table = made.add_table(rows=1, cols=len(_HEADS), style="Table Grid")
    table.autofit = False
    for column, (_, width) in zip(table.columns, _HEADS, strict=True):
        column.width = Cm(width)  # LibreOffice goes by the columns, Word by the cells
    for cell, (name, width) in zip(table.rows[0].cells, _HEADS, strict=True):
        cell.width = Cm(width)
        _fill(cell, translated(name), _HEAD)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    path: tuple[str, ...] = ()
    for task in plan.tasks:
        if task.section_path != path and task.section_path:
            row = table.add_row()
            _fill(row.cells[0].merge(row.cells[-1]), "　".join(task.section_path), "楷体_GB2312")
        path = task.section_path
        cells = table.add_row().cells
        for cell, (_, width), value in zip(cells, _HEADS, _values(task), strict=True):
            cell.width = Cm(width)
            _fill(cell, value, _TEXT)


def _values(task: Task) -> tuple[str, ...]:
    bodies = (names(task, role) for role in ("lead", "responsible", "support"))
    return (task.number, task.title, task.text, *bodies, when(task))


def _fill(cell: Any, text: str, font: str) -> None:
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        _run(paragraph, line, font, 10.5)


def _run(paragraph: Any, text: str, font: str, size: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run("".join(char for char in text if char >= " " or char == "\t"))
    run.font.size = Pt(size)
    run.font.name = font
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
