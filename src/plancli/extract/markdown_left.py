"""Marks of Markdown that a conversion has left standing in the words of a Word file or a web page: **一、目标**, # 通知."""

from __future__ import annotations

from ..model.source import Line, Source

_LEAST = 2  # lines with marks; one may be anything
_MARKS = ("**", "#")  # what stands in such a line


def unmark(source: Source) -> None:
    """Take the marks out of a source's lines where several have them; lines whose characters have places of their own on a page stay.
    Not for a text, whose reader knows which marks are escaped, and so words."""
    lines = [block for block in source.blocks if isinstance(block, Line) and not block.lefts]
    likely = [line for line in lines if "#" in line.text or "**" in line.text]
    if len(likely) < _LEAST:
        return
    from .text.markdown import is_marked, shown  # few files need it

    if sum(is_marked(line.text.strip()) for line in likely) < _LEAST:
        return
    for line in lines:
        line.bold = line.bold or line.text.strip().startswith(_MARKS)
        line.text = shown(line.text)[0]
