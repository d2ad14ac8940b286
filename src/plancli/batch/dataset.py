"""Results of single files → one data set, in the order of the files however they were finished."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..export.formats import DOCUMENTS
from .job import ENDS, Form, Shape

if TYPE_CHECKING:
    from ..export.rows import By
    from ..model.bulletin import Bulletin
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


def join(store: Store, outputs: Iterable[str], shape: Shape, *, bom: bool = False) -> None:
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


def _document(stream: BinaryIO, results: Iterable[bytes], form: Form) -> None:
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
