"""Rows that a spreadsheet program copied: tabs between fields, a field of several lines in straight quotes (RFC 4180)."""

from __future__ import annotations

from dataclasses import replace

from ....grammar.pattern import Pattern
from ....model.source import Line

_QUOTE = Pattern(r'(?:^|\t)"')
_FIELD = Pattern(r'(?:(?<=\t)|^)"((?:[^"]|"")*)"(?=\t|$)')
FEW = 60  # so many lines a field may have


def unquoted(lines: list[Line]) -> list[Line]:
    """Lines of a file → the same, with each quoted field on the line where it opens, its own lines apart by line feeds."""
    result: list[Line] = []
    index = 0
    while index < len(lines):
        end = _closing(lines, index)
        if end is None:
            result.append(lines[index])
            index += 1
            continue
        text = "\n".join(line.text for line in lines[index : end + 1])
        result.append(replace(lines[index], text=_FIELD.sub(lambda match: match[1].replace('""', '"'), text)))
        index = end + 1
    return result


def _closing(lines: list[Line], start: int) -> int | None:
    """The line on which the row that begins at `start` has all its quotes closed; None where it has none to close."""
    text = lines[start].text
    if not _QUOTE.search(text):
        return None
    quotes = text.count('"')
    end = start
    while quotes % 2:
        end += 1
        if end == len(lines) or end - start > FEW:
            return None
        quotes += lines[end].text.count('"')
    rows = "\n".join(line.text for line in lines[start : end + 1])
    return end if "\t" in rows and _FIELD.search(rows) else None
