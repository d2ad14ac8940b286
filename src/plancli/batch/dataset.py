"""Results of single files → one data set, in the order of the files however they were finished."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from ..errors import MissingExtra
from ..export.formats import DOCUMENTS
from .job import ENDS, Form, Shape

if TYPE_CHECKING:
    from ..export.rows import By
    from .results import Store

NAMES: dict[Form, str] = {
    "jsonl": "plans.jsonl",
    "csv": "plans.csv",
    "parquet": "plans.parquet",
    "xlsx": "plans.xlsx",
    "ics": "plans.ics",
    "sqlite": "plans.sqlite",
}
_BOM = "\ufeff".encode()
_GROUP = 50_000  # rows of a Parquet row group
_TYPES = {
    **dict.fromkeys(("year", "page", "nodes"), "int32"),
    **dict.fromkeys(("start", "end", "first_day", "last_day"), "date32[day]"),
    **dict.fromkeys(("approximate", "inherited"), "bool"),
}


def join(store: Store, outputs: Iterable[str], shape: Shape, *, bom: bool = False) -> None:
    """Writes the data set (`NAMES`) of the results that `outputs` names. Raises `OutputError`."""
    with store.writing(NAMES[shape.form]) as stream:
        if shape.form == "parquet":
            _parquet(stream, (store.read(name) for name in outputs), shape.by)
            return
        if shape.form in DOCUMENTS:
            _document(stream, (store.read(name) for name in outputs), shape.form)
            return
        if shape.form == "csv":
            stream.write((_BOM if bom else b"") + _header(shape.by))
        for name in outputs:
            data = store.read(name)
            stream.write(data.removesuffix(ENDS["csv"]) if shape.form == "csv" else data)


def _document(stream: BinaryIO, results: Iterable[bytes], form: Form) -> None:
    """A database takes one bulletin after the other; the other documents are made of all."""
    from ..model.bulletin import Bulletin

    bulletins = (Bulletin.model_validate_json(result) for result in results)
    if form != "sqlite":
        write = next(document.write for name, document in DOCUMENTS.items() if name == form)
        stream.write(write(list(bulletins)))
        return
    from ..export import database

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plans.sqlite"
        database.write(path, bulletins)
        with path.open("rb") as held:
            shutil.copyfileobj(held, stream)


def _header(by: By) -> bytes:
    import csv

    from ..export.rows import COLUMNS

    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(COLUMNS[by])
    return out.getvalue().encode()


def need_parquet() -> None:
    """Raises `MissingExtra` where Parquet cannot be written."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise MissingExtra("Parquet needs pyarrow", "Run: python -m pip install 'plancli[parquet]'") from None


def _parquet(stream: BinaryIO, results: Iterable[bytes], by: By) -> None:
    import pyarrow
    import pyarrow.parquet

    from ..export.rows import COLUMNS

    schema = pyarrow.schema([(name, _type(pyarrow, name)) for name in COLUMNS[by]])
    with pyarrow.parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for group in _groups(_rows(results, by)):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))


def _type(pyarrow: Any, name: str) -> Any:
    return pyarrow.type_for_alias(_TYPES.get(name, "string"))


def _rows(results: Iterable[bytes], by: By) -> Iterator[dict[str, Any]]:
    from ..export.rows import rows
    from ..model.bulletin import Bulletin

    for result in results:
        yield from rows(Bulletin.model_validate_json(result), by)


def _groups(rows: Iterator[dict[str, Any]]) -> Iterator[Sequence[dict[str, Any]]]:
    group: list[dict[str, Any]] = []
    for row in rows:
        group.append(row)
        if len(group) == _GROUP:
            yield group
            group = []
    if group:
        yield group
