"""Tables whose bars stand beneath each other though no rule parts their rows: which lines go on the cells of the line above, as programs
print cells that are longer than their columns are wide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ....grammar.pattern import Pattern
from ....language.script import columns

_FIELD = Pattern(r"(?<=[|｜│┃║])[^|｜│┃║]*(?=[|｜│┃║])")
_LEAST = 2  # such lines
_MOST, _ALL = 0.75, 0.9  # shares of the lines that begin with an empty field, of all lines
_ROOM = 1  # half-width columns that a full cell may lack: half a character


def lines_going_on(texts: Sequence[str]) -> set[int]:
    """The indices of the lines, of those with bars between two rules or none, that begin with an empty field and go on cells above
    them: these fill their columns. None where bars do not stand beneath each other, or other lines begin so too."""
    rows = [_FIELD.findall(text) for text in texts]
    led = [k for k, row in enumerate(rows) if k and len(row) > 2 and not row[0].strip() and any(map(str.strip, row))]
    if len(led) < _LEAST:
        return set()
    widths = [tuple(columns(field + "|") - 1 for field in row) for row in rows]
    width, count = Counter(widths).most_common(1)[0]
    if count < _ALL * len(rows):
        return set()
    full = [k for k in led if widths[k] == widths[k - 1] == width and _is_below_full(rows[k - 1], rows[k], width)]
    return set(led) if len(full) >= max(_LEAST, _MOST * len(led)) else set()


def _is_below_full(upper: Sequence[str], lower: Sequence[str], width: Sequence[int]) -> bool:
    """Whether what a line says stands below cells that are full."""
    pairs = zip(upper, lower, width, strict=True)
    return all(columns(above.strip()) >= most - _ROOM for above, below, most in pairs if below.strip())
