"""The label of a paragraph: typed, or computed by Word and then known to be one whatever it looks like."""

from __future__ import annotations

from ...model.source import Paragraph
from .rules import Label, read_label


def label_of(paragraph: Paragraph) -> Label | None:
    """The label at a paragraph's start, or None.

    Where Word computed it (`Line.computed`), it ends where Word says: a bare 1 before 2024年 is a label of its own.
    """
    computed = paragraph.lines[0].computed if paragraph.lines else 0
    if not computed:
        return read_label(paragraph.text)
    printed = paragraph.lines[0].text[:computed].strip()
    label = read_label(printed + "、") or read_label(printed)
    if label is None:
        return None
    return Label(printed, label.form, label.rank, label.value, label.number, len(printed))
