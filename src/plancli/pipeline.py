"""The five stages in order; start reading here.

    bytes ─► extract ─► clean ─► segment ─► annotate ─► Bulletin ─► export ─► bytes

`extract` may raise input errors; `clean`, `segment` and `annotate` are total: on any text they return a result and
diagnostics.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .annotate import annotate
from .clean import clean
from .extract import extract
from .model.bulletin import Bulletin
from .model.settings import Settings
from .segment import segment

Log = Callable[[str, list[str]], None]


def _silent(stage: str, attempts: list[str]) -> None:
    """Says nothing."""


def parse_bytes(data: bytes, *, name: str, settings: Settings | None = None, log: Log = _silent) -> Bulletin:
    """Bytes of one file and the name it goes by → its bulletin.

    `log` is told each stage as it ends, and what the extractors tried. Raises an `errors.InputError` where the file
    cannot be read; never on account of what the text says.
    """
    with _collector_paused():
        return _stages(data, name, settings or Settings(), log)


def _stages(data: bytes, name: str, settings: Settings, log: Log) -> Bulletin:
    source = extract(data, settings=settings)
    log("extract", [f"{attempt.extractor}: {attempt.outcome}" for attempt in source.attempts])
    source = clean(source, settings=settings)
    log("clean", [])
    draft = segment(source, settings=settings)
    log("segment", [])
    bulletin = annotate(draft, source=source, data=data, name=name, settings=settings)
    log("annotate", [])
    return bulletin


@contextmanager
def _collector_paused() -> Iterator[None]:
    """The stages build many small objects that live to the end: looking for cycles among them meanwhile costs a seventh
    of the time and finds nothing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
