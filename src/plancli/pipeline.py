"""The five stages in order; start reading here.

    bytes ─► extract ─► clean ─► segment ─► annotate ─► Bulletin ─► export ─► bytes

`extract` may raise input errors; `clean`, `segment` and `annotate` are total: on any text they return a result and
diagnostics.
"""

from __future__ import annotations

from .annotate import annotate
from .clean import clean
from .extract import extract
from .model.bulletin import Bulletin
from .model.settings import Settings
from .segment import segment


def parse_bytes(data: bytes, *, name: str, settings: Settings | None = None) -> Bulletin:
    """Bytes of one file and the name it goes by → its bulletin.

    Raises an `errors.InputError` where the file cannot be read; never on account of what the text says.
    """
    settings = settings or Settings()
    source = extract(data, settings=settings)
    draft = segment(clean(source), settings=settings)
    return annotate(draft, source=source, data=data, name=name, settings=settings)
