"""What a program writes around fields and is none of them: straight quotes around one of several lines, as a spreadsheet program copies
it (RFC 4180), and a tab behind each cell on a line of its own, as Word saves a table as text."""

from __future__ import annotations

from dataclasses import replace

from ....grammar.pattern import Pattern
from ....model.source import Line

_QUOTE = Pattern(r'(?:^|\t)"')
_FIELD = Pattern(r'(?:(?<=\t)|^)"((?:[^"]|"")*)"(?=\t|$)')
FEW = 60  # so many lines a field may have
_CELLS = 8  # lines that a table of one cell a line has at the least


def untabbed(lines: list[Line]) -> list[Line]:
    """Lines of a file → the same without the tabs at their ends, where these lines have no other tabs."""
    tabbed = [line for line in lines if "\t" in line.text]
    if len(tabbed) < _CELLS or any("\t" in line.text[:-1] or not line.text.endswith("\t") for line in tabbed):
        return lines
    return [replace(line, text=line.text[:-1]) if line.text.endswith("\t") else line for line in lines]


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
