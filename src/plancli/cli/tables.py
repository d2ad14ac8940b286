"""Tables that are no bulletins, where they go and in which shape: what `diff` and `stats` share."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ..export.tabular import ENDINGS, ExportSheet, TableFormat, as_csv, as_html, as_json, as_table, as_xlsx
from . import output

if TYPE_CHECKING:
    from ..model.bulletin import Bulletin
    from ..model.settings import Settings

_WIDTH = 140  # of a table in a file


class TablesFormat(StrEnum):
    """What `--format` takes."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"
    HTML = "html"


def choose(option: TablesFormat | None, path: Path | None) -> TableFormat:
    """The option, else the ending of FILE, else a table on a terminal, else CSV. Raises `UsageError`."""
    return cast("TableFormat", output.choose_list(option, path, ENDINGS))


def put(
    path: Path | None, form: TableFormat, *, title: str, sheets: Sequence[ExportSheet], whole: ExportSheet, data: Any
) -> None:
    """Writes the tables: `sheets` where a format holds several, `whole` as CSV, `data` as JSON. Raises `OutputError`."""
    if form == "csv":
        made = as_csv(whole)
    elif form == "json":
        made = as_json(data)
    elif form == "xlsx":
        made = as_xlsx(sheets)
    elif form == "html":
        made = as_html(title, sheets)
    else:
        import shutil

        terminal = path is None and output.on_terminal()
        width = shutil.get_terminal_size((_WIDTH, 40)).columns if terminal else _WIDTH
        made = as_table(sheets, width=width, color=terminal and output.coloured())
        if path is None:
            output.show(made.decode())
            return
    output.put(path, made)


def read(source: str, settings: Settings) -> list[Bulletin]:
    """All bulletins of a SOURCE. Raises an `InputError`."""
    from ..query.sources import bulletins

    return list(bulletins(Path(source), settings))
