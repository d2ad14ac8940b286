"""Results of single files → one data set, in the order of the files however they were finished."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..export.formats import DOCUMENTS
from .job import ENDS, ResultFormat, ResultShape

if TYPE_CHECKING:
    from ..export.rows import By
    from ..model.bulletin import Bulletin
    from .results import Store

NAMES: dict[ResultFormat, str] = {
    "jsonl": "plans.jsonl",
    "csv": "plans.csv",
    "parquet": "plans.parquet",
    "xlsx": "plans.xlsx",
    "ics": "plans.ics",
    "sqlite": "plans.sqlite",
}
_BOM = "\ufeff".encode()
_HEAD, _TAIL = 1 << 18, 1 << 20  # bytes in which a data set tells that it is ours
_BEGINS: dict[ResultFormat, bytes] = {
    "jsonl": b'{"schema_version"',
    "csv": b"file,plan_id,",
    "parquet": b"PAR1",
    "xlsx": b"PK",
    "ics": b"BEGIN:VCALENDAR",
    "sqlite": b"SQLite format 3\0",
}


def is_own(form: ResultFormat, stream: BinaryIO) -> bool:
    """Whether a file is a data set as plancli writes it, told by its ends; one without a row too."""
    head = stream.read(_HEAD).removeprefix(_BOM)
    if not head.startswith(_BEGINS[form]):
        return not head and form == "jsonl"
    if form == "ics":
        return b"PRODID:-//plancli//" in head
    if form == "sqlite":
        return b"CREATE TABLE bulletins " in head
    if form == "parquet":
        stream.seek(max(stream.seek(0, io.SEEK_END) - _TAIL, 0))
        return b"plan_id" in stream.read()
    return form != "xlsx" or _is_ledger(stream)


def _is_ledger(stream: BinaryIO) -> bool:
    import zipfile

    from ..export.workbook import ledger_names

    try:
        with zipfile.ZipFile(stream) as package, package.open("xl/workbook.xml") as part:
            head = part.read(_HEAD)
            return any(f'"{name}"'.encode() in head for name in ledger_names())
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, ValueError):
        return False


def join(store: Store, outputs: Iterable[str], shape: ResultShape, *, bom: bool = False) -> None:
    """Writes the data set (`NAMES`) of the results that `outputs` names. Raises `OutputError`."""
    with store.writing(NAMES[shape.form]) as stream:
        if shape.form == "parquet":
            from ..export import parquet

            parquet.write(stream, _bulletins(store.read(name) for name in outputs), shape.by)
            return
        if shape.form in DOCUMENTS:
            _document(stream, (store.read(name) for name in outputs), shape.form)
            return
        if shape.form == "csv":
            stream.write((_BOM if bom else b"") + _header(shape.by))
        for name in outputs:
            data = store.read(name)
            stream.write(data.removesuffix(ENDS["csv"]) if shape.form == "csv" else data)


def _document(stream: BinaryIO, results: Iterable[bytes], form: ResultFormat) -> None:
    """A database takes one bulletin after the other; the other documents are made of all."""
    bulletins = _bulletins(results)
    if form != "sqlite":
        write = next(document.write for name, document in DOCUMENTS.items() if name == form)
        stream.write(write(list(bulletins), "task"))
        return
    from ..export import database

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plans.sqlite"
        database.write(path, bulletins)
        with path.open("rb") as held:
            shutil.copyfileobj(held, stream)


def _bulletins(results: Iterable[bytes]) -> Iterator[Bulletin]:
    from ..model.bulletin import Bulletin

    return (Bulletin.model_validate_json(result) for result in results)


def _header(by: By) -> bytes:
    import csv

    from ..export.rows import COLUMNS

    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(COLUMNS[by])
    return out.getvalue().encode()
