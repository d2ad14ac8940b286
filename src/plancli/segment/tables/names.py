"""Names in a cell that only blanks keep apart."""

from __future__ import annotations

from ...grammar.pattern import Pattern
from ...model.source import Cell
from .columns import Column

_HAN = Pattern(r"[\u4e00-\u9fff（）()]+")


def named(cell: Cell, column: Column) -> str:
    """The text of a cell of bodies or persons, one name a line where the source has blanks between whole names.

    `教育局　财政局` is two bodies, `张三 李四` two persons, `白　岩` one: a padded name has pieces of one character.
    """
    if column.kind == "remarks":
        return cell.text
    shortest = 3 if column.kind == "departments" and "人" not in column.header else 2
    raw = [line.text.split() for line in cell.lines if line.text.strip()]
    paragraphs = cell.text.split("\n")
    if len(raw) != len(paragraphs) or all(len(pieces) == 1 for pieces in raw):
        return cell.text
    return "\n".join(_cut(text, pieces, shortest) for text, pieces in zip(paragraphs, raw, strict=True))


def _cut(text: str, pieces: list[str], shortest: int) -> str:
    whole = len(pieces) > 1 and all(len(piece) >= shortest and _HAN.fullmatch(piece) for piece in pieces)
    if not whole or sum(map(len, pieces)) != len(text):
        return text
    cut, at = [], 0
    for piece in pieces:
        cut.append(text[at : at + len(piece)])
        at += len(piece)
    return "\n".join(cut)
