"""Tables without uprights (三线表) and without any rules: columns told by gaps."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.source import Table
from .characters import PageText, Run
from .survey import Piece


def find_borderless(
    rows: list[list[Run]], rules: list[Piece], text: PageText, page: int
) -> Iterator[tuple[float, Table, set[int]]]:
    return iter(())
