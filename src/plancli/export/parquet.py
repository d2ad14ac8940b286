"""Parquet: the columns of CSV with their types, one row a time node, a task or a department of a task."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from ..errors import MissingExtra
from ..model.bulletin import Bulletin
from .rows import COLUMNS, By, rows

_GROUP = 50_000  # rows of a row group
_TYPES = {
    **dict.fromkeys(("year", "page", "nodes", "table", "row", "paragraph"), "int32"),
    **dict.fromkeys(("start", "end", "first_day", "last_day"), "date32[day]"),
    **dict.fromkeys(("approximate", "inherited"), "bool"),
}


def need() -> None:
    """Raises `MissingExtra` where Parquet cannot be written."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise MissingExtra("Parquet needs pyarrow", "Run: python -m pip install 'plancli[parquet]'") from None


def document(bulletins: Iterable[Bulletin], by: By) -> bytes:
    """The rows of the bulletins as one file. Raises `MissingExtra`."""
    need()
    out = io.BytesIO()
    write(out, bulletins, by)
    return out.getvalue()


def write(stream: BinaryIO, bulletins: Iterable[Bulletin], by: By) -> None:
    """Writes the rows of the bulletins group by group, so that they need not fit into memory."""
    import pyarrow
    import pyarrow.parquet

    schema = pyarrow.schema([(name, pyarrow.type_for_alias(_TYPES.get(name, "string"))) for name in COLUMNS[by]])
    with pyarrow.parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for group in _groups(row for bulletin in bulletins for row in rows(bulletin, by)):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))


def _groups(rows: Iterator[dict[str, Any]]) -> Iterator[Sequence[dict[str, Any]]]:
    group: list[dict[str, Any]] = []
    for row in rows:
        group.append(row)
        if len(group) == _GROUP:
            yield group
            group = []
    if group:
        yield group
