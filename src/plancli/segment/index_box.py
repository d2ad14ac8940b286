"""The box of names and values that a government's site puts above a document; of these only the 文号 is the document's."""

from __future__ import annotations

import re

from ..model.source import Cell, Paragraph, Table
from .ledger import Ledger
from .titles import DOC_NUMBER

# The names in such a box; GB/T 21063.3 has most of them as the core metadata of government information.
_INDEX = re.compile(
    r"(?:索引号|主题(?:分类|词)|(?:组配|体裁|服务对象|公文)分类|(?:发布|发文|制发|公开)(?:机构|机关|单位)|(?:发文)?[文字]号|发文字号|(?:成文|公开|发布|发文|生效|废止|生成)(?:日期|时间)"
    r"|有效性|(?:文件|公文)状态|时效性|效力(?:级别|等级|状态)?|公开(?:方式|类别|形式|范围)|(?:信息|文件)?(?:标题|名称)|关键词|内容概述)[:：]?"
)


def take_index_box(table: Table, ledger: Ledger) -> list[Paragraph] | None:
    """A table that is such a box → its 文号 as a paragraph, the rest left out; None where it is none."""
    cells = [cell for cell in table.cells() if cell.text]
    named = sum(_INDEX.match("".join(cell.text.split())) is not None for cell in cells)
    if named < max(3, len(cells) // 3):
        return None
    number: Cell | None = next((cell for cell in cells if DOC_NUMBER.fullmatch(cell.text)), None)
    ledger.leave("web-frame", "\n".join(cell.text for cell in cells if cell is not number), table.page)
    return [Paragraph(number.text, number.lines[:1], [0])] if number else []
