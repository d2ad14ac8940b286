"""Tables without tasks: which are text, and which are left out."""

from __future__ import annotations

import re

from ..model.settings import Settings
from ..model.source import Cell, Paragraph, Table
from .assignment_tables import assignment_lines
from .ledger import Ledger, size
from .titles import DOC_NUMBER

# The names in the box that a government's site puts above a document: 索引, 名称, 内容概述, 生成日期, as the 政府信息公开条例
# (2019), article 12, has them in its catalogue, and what sites have added.
_INDEX = re.compile(
    r"(?:索引号|主题(?:分类|词)|(?:组配|体裁|服务对象|公文)分类|(?:发布|发文|制发|公开)(?:机构|机关|单位)|(?:发文)?[文字]号|发文字号|(?:成文|公开|发布|发文|生效|废止|生成)(?:日期|时间)"
    r"|有效性|(?:文件|公文)状态|时效性|效力(?:级别|等级|状态)?|公开(?:方式|类别|形式|范围)|(?:信息|文件)?(?:标题|名称)|关键词|内容概述)[:：]?"
)


def text_of_table(table: Table, ledger: Ledger, settings: Settings) -> list[Paragraph]:
    """A table without tasks: assignments of the item above and a frame around prose are text; a list of contacts or figures
    is left out."""
    for reason, text in table.dropped:
        ledger.leave(reason, text, table.page)
    if (box := _index_box(table, ledger)) is not None:
        return box
    cells = [cell for cell in table.cells() if cell.text]
    if lines := assignment_lines(table, settings):
        ledger.placed += sum(size(cell.text) for cell in cells) - sum(size(line.text) for line in lines)
        return lines
    rows = {cell.row for cell in cells}
    if len(rows) > 3 and len(cells) > len(rows):
        ledger.leave("table-without-tasks", "\n".join(cell.text for cell in cells), table.page)
        return []
    found: list[Paragraph] = []
    for cell in cells:
        found += [Paragraph(text, cell.lines[:1], [0]) for text in cell.text.split("\n") if text]
    return found


def _index_box(table: Table, ledger: Ledger) -> list[Paragraph] | None:
    """The box of names and values above a document on a web page → its 文号 as a paragraph, the rest left out; None where
    the table is none."""
    cells = [cell for cell in table.cells() if cell.text]
    named = sum(_INDEX.match("".join(cell.text.split())) is not None for cell in cells)
    if named < max(3, len(cells) // 3):
        return None
    number: Cell | None = next((cell for cell in cells if DOC_NUMBER.fullmatch(cell.text)), None)
    ledger.leave("web-frame", "\n".join(cell.text for cell in cells if cell is not number), table.page)
    return [Paragraph(number.text, number.lines[:1], [0])] if number else []
