"""Names in a cell that only blanks keep apart."""

from __future__ import annotations

from ...grammar.pattern import Pattern
from ...model.source import Cell
from .columns import Column

_HAN = Pattern(r"[\u4e00-\u9fff（）()]+")


def named(cell: Cell, column: Column) -> str:
    """The text of a cell of bodies or persons, one name a line where the source has blanks between whole names.

    `教育局　财政局` is two bodies, `张三 李四` two persons, `白　岩` one: a padded name has pieces of one character. Where a piece of
    bodies has two (县文联 柳镇, 县人民 医院), the blanks are left for who reads the names.
    """
    if column.kind == "remarks":
        return cell.text
    bodies = column.kind == "departments" and "人" not in column.header
    paragraphs = _pieces(cell)
    if paragraphs is None or all(len(pieces) == 1 for pieces in paragraphs):
        return cell.text
    return "\n".join(_cut(pieces, bodies=bodies) for pieces in paragraphs)


def _pieces(cell: Cell) -> list[list[str]] | None:
    """What blanks part in each paragraph of a cell; a piece at a line's end goes on in the next where the paragraph does. None
    where the text is not as long as what the lines say."""
    paragraphs: list[list[str]] = [[]]
    text, at = cell.text, 0
    for line in cell.lines:
        for k, piece in enumerate(line.text.split()):
            if text.startswith("\n", at):
                paragraphs.append([])
                at += 1
            piece = text[at : at + len(piece)]
            at += len(piece)
            if k or not paragraphs[-1]:
                paragraphs[-1].append(piece)
            else:
                paragraphs[-1][-1] += piece
    return paragraphs if at == len(text) else None


def _cut(pieces: list[str], *, bodies: bool) -> str:
    shortest = min(map(len, pieces), default=0)
    if shortest < 2 or not all(map(_HAN.fullmatch, pieces)):
        return "".join(pieces)
    return (" " if bodies and shortest == 2 else "\n").join(pieces)
