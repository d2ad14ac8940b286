"""The columns of a dumped table without a header, told by what its first rows hold."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ....language.headers import Lexicon
from .costs import SKIP
from .heads import TextColumn, TextHead
from .tokens import Token

_DATED_ROWS = 3


def numbered_head(tokens: Sequence[Token], lexicon: Lexicon) -> TextHead | None:
    """Columns without a header, where rows are told and the first two are numbered: their widths agree."""
    starts = [*(k for k, each in enumerate(tokens) if each.row <= 0.0), len(tokens)]
    if len(starts) < 3:
        return None
    first, second = tokens[: starts[1]], tokens[starts[1] : starts[2]]
    if len(first) < 3 or len(first) != len(second) or not first[0].value or second[0].value != first[0].value + 1:
        return None
    kinds = ["series", *["other"] * (len(first) - 1)]
    return TextHead([TextColumn(kind, [], SKIP[kind]) for kind in kinds], 0)


def dated_head(tokens: Sequence[Token]) -> TextHead | None:
    """Two columns without a header, days and what is done on them, where rows are told: the first ones are of these alone."""
    starts = [*(k for k, each in enumerate(tokens) if each.row <= 0.0), len(tokens)]
    if len(starts) <= _DATED_ROWS:
        return None
    timed = 0
    for a, b in pairwise(starts[: _DATED_ROWS + 1]):
        cells = [tokens[a], *(each for each in tokens[a + 1 : b] if each.cell <= 0.0 and not each.loose)]
        if len(cells) != 2 or "time" not in cells[0].looks or "bodies" in cells[1].looks or not cells[1].bare:
            return None
        timed += "time" in cells[1].looks  # 暑期课堂
    if timed > 1:
        return None
    return TextHead([TextColumn(kind, [], SKIP[kind]) for kind in ("time", "task")], 0)
