"""Tables of any columns as CSV, XLSX, HTML, JSON or a table on a terminal: what is counted or compared, not bulletins."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

from ..messages import Message, language, translated
from .csv import cell

TableFormat = Literal["table", "csv", "json", "xlsx", "html"]
ENDINGS: dict[str, TableFormat] = {".csv": "csv", ".json": "json", ".xlsx": "xlsx", ".html": "html", ".htm": "html"}
_TAGS = {"zh": "zh-CN", "en": "en"}  # BCP 47

_STYLE = """body{font:14px/1.5 sans-serif;margin:2em;color:#222;background:#fff}
table{border-collapse:collapse;margin-bottom:2em}caption{text-align:left;font-weight:bold;padding:.5em 0}
th,td{border:1px solid #bbb;padding:.3em .5em;text-align:left;vertical-align:top;white-space:pre-line}
th{background:#dce6f1;position:sticky;top:0}
@media (prefers-color-scheme:dark){body{color:#ddd;background:#1b1b1b}th{background:#2b3a4a}th,td{border-color:#555}}"""


@dataclass(frozen=True)
class ExportColumn:
    """`name` for programs, `heading` for people, in their language, `width` in characters on a sheet."""

    name: str
    heading: str
    width: int = 12


@dataclass(frozen=True)
class ExportSheet:
    """A table with its name; a row has a value by the name of its column, or none."""

    name: str
    columns: Sequence[ExportColumn]
    rows: Sequence[dict[str, Any]]


def as_csv(sheet: ExportSheet) -> bytes:
    """Columns by their names; cells are guarded as those of tasks are."""
    out = io.StringIO()
    names = [column.name for column in sheet.columns]
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([cell(row.get(name)) for name in names] for row in sheet.rows)
    return out.getvalue().encode()


def as_json(data: Any) -> bytes:
    """Plain data, unescaped; days as ISO 8601 writes them."""
    return (json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n").encode()


def as_xlsx(sheets: Iterable[ExportSheet]) -> bytes:
    """A sheet of a workbook each, with a frozen heading and a filter."""
    from .workbook import Book

    out = io.BytesIO()
    book = Book(out)
    for sheet in sheets:
        names = [column.name for column in sheet.columns]
        titles = [(column.heading, column.width) for column in sheet.columns]
        book.sheet(sheet.name, titles, ([row.get(name) for name in names] for row in sheet.rows))
    book.close()
    return out.getvalue()


def as_html(title: str, sheets: Iterable[ExportSheet]) -> bytes:
    """One page that loads nothing and runs nothing; no character of a document is markup."""
    parts = [
        f'<!DOCTYPE html>\n<html lang="{_TAGS[language()]}"><head><meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>",
    ]
    for sheet in sheets:
        heads = "".join(f'<th scope="col">{escape(translated(column.heading))}</th>' for column in sheet.columns)
        parts.append(
            f"<table><caption>{escape(translated(sheet.name))}</caption><thead><tr>{heads}</tr></thead><tbody>"
        )
        for row in sheet.rows:
            values = (row.get(column.name) for column in sheet.columns)
            parts.append(f"<tr>{''.join(f'<td>{escape(_cell(value))}</td>' for value in values)}</tr>")
        parts.append("</tbody></table>")
    return "\n".join([*parts, "</body></html>\n"]).encode("utf-8", "replace")


def as_table(sheets: Iterable[ExportSheet], *, width: int, color: bool) -> bytes:
    """Tables for a terminal, without the columns in which nothing stands."""
    from rich.text import Text

    from .table import columns, drawn
    from .terminal import cells, harmless, wrapped

    made = []
    for sheet in sheets:
        shown = [column for column in sheet.columns if any(row.get(column.name) for row in sheet.rows)]
        heads = [translated(column.heading) for column in shown]
        texts = [[harmless(_cell(row.get(column.name))) for column in shown] for row in sheet.rows]
        wanted = [max(map(cells, "\n".join(column).split("\n"))) for column in zip(heads, *texts, strict=True)]
        widths = _fitted(wanted, width)
        table = columns(heads, widths, [None] * len(shown), translated(sheet.name))
        for row in texts:
            lines = (wrapped(text, room) for text, room in zip(row, widths, strict=True))
            table.add_row(*(Text("\n".join(held)) for held in lines))  # type: ignore[attr-defined]
        made.append(table)
    return drawn(made, width=width, color=color).encode("utf-8", "replace")


def _cell(value: Any) -> str:
    """A value as people are told it: words of a program are those of a message."""
    return translated(value) if isinstance(value, Message) else "" if value is None else str(value)


def _fitted(wanted: Sequence[int], width: int) -> list[int]:
    """Widths of columns: what each wants where there is room, else the widest ones share what is left."""
    widths = list(wanted)
    room = width - 3 * len(widths)
    while sum(widths) > room and max(widths) > 6:
        widest = max(widths)
        second = max([other for other in widths if other < widest], default=6)
        many = widths.count(widest)
        cut = min(widest - max(second, 6), -(-(sum(widths) - room) // many)) or 1
        widths = [other - cut if other == widest else other for other in widths]
    return widths
