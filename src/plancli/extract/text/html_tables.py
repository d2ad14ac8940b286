"""Tables that stand as HTML in a text, as Markdown allows (CommonMark 4.6) and converters write those that its own tables cannot hold:
a line with bars for each row; a cell merged over rows is written in each of them, one merged over columns in the first."""

from __future__ import annotations

import re

from ...grammar.pattern import Pattern

_TABLE = Pattern(r"<table\b[^<>]{0,2000}>((?:(?!<table\b).)*?)</table>", re.S | re.I, needs=("<t", "<T"))
_ROW = Pattern(r"<tr\b[^<>]*>((?:(?!<tr\b).)*?)(?:</tr>|(?=<tr\b)|\Z)", re.S | re.I)
_CELL = Pattern(r"<t[dh]\b([^<>]*)>((?:(?!<t[dh]\b).)*?)(?:</t[dh]>|(?=<t[dh]\b)|\Z)", re.S | re.I)
_SPAN = Pattern(r"\b(row|col)span\s*=\s*[\"']?(\d{1,3})", re.I)
_BREAK = Pattern(r"<br\s*/?>|</(?:p|div|li)>(?=\s*<(?:p|div|li)\b)", re.I)
_TAG = Pattern(r"</?[A-Za-z][^<>]*>|<!--(?:(?!<!--).)*?-->", re.S)
_SPACE = Pattern(r"\s+")
_MOST_WIDE = 60  # columns


def with_bars_for_html(text: str, bar: str) -> str:
    """The text with each HTML table as lines with bars, as many lines as before; `bar` stands for one within a cell."""
    if "<t" not in text and "<T" not in text:
        return text
    return _TABLE.sub(lambda match: _rows(match, bar), text)


def _rows(table: re.Match[str], bar: str) -> str:
    """A table's rows, a line each whatever stands between them; the other line feeds of its marks follow, so that the lines below keep
    their numbers."""
    open_cells: dict[int, tuple[int, str]] = {}  # by column: in how many rows more a cell stands, and what it says
    shown: list[str] = []
    for row in _ROW.finditer(table[1]):
        cells: list[str] = []
        for cell in _CELL.finditer(row[1]):
            _continue(cells, open_cells)
            spans = {kind.lower(): int(count) for kind, count in _SPAN.findall(cell[1])}
            said = _said(cell[2], bar)
            for place in range(min(max(spans.get("col", 1), 1), _MOST_WIDE)):
                text = said if place == 0 else ""
                if spans.get("row", 1) > 1:
                    open_cells[len(cells)] = spans["row"] - 1, text
                cells.append(text)
        _continue(cells, open_cells)
        if cells:
            shown.append("| " + " | ".join(cells) + " |")
    if not shown:
        return table[0]
    return "\n" + "\n".join(shown) + "\n" * max(1, table[0].count("\n") - len(shown))


def _continue(cells: list[str], open_cells: dict[int, tuple[int, str]]) -> None:
    """Write the cells of rows above that go down into the next places of a row."""
    while (held := open_cells.get(len(cells))) is not None:
        more, said = held
        if more > 1:
            open_cells[len(cells)] = more - 1, said
        else:
            del open_cells[len(cells)]
        cells.append(said)


def _said(cell: str, bar: str) -> str:
    text = _BREAK.sub("\x00", cell)
    text = _SPACE.sub(" ", _TAG.sub("", text)).strip()
    return text.replace("|", bar).replace("\x00 ", "<br>").replace("\x00", "<br>")
