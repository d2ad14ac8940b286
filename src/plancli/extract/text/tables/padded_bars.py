"""Tables whose bars stand beneath each other though no rule parts their rows: which lines go on the cells of the line above, as programs
print cells that are longer than their columns are wide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ....grammar.pattern import Pattern
from ....language.script import columns

_FIELD = Pattern(r"(?<=[|｜│┃║])[^|｜│┃║]*(?=[|｜│┃║])")
_LEAST, _LEAST_FIELDS = 2, 3  # such lines, fields
_OPEN = tuple("；;、，,")
_ALL = 0.9  # share of all lines
_ROOM = 1  # half-width columns that a full cell may lack: half a character


def lines_going_on(texts: Sequence[str]) -> set[int]:
    """The indices of the lines, of those with bars between two rules or none, that go on the cells of the line above: no number of
    theirs begins a row, and they stand below cells that fill their columns, or say little. None where bars
    do not stand beneath each other, or no cells fill their columns."""
    rows = [_FIELD.findall(text) for text in texts]
    widths = [tuple(columns(field + "|") - 1 for field in row) for row in rows]
    width, count = Counter(widths).most_common(1)[0] if widths else ((), 0)
    if len(width) < _LEAST_FIELDS or count < _ALL * len(rows):
        return set()
    numbers = [sum(row[c].strip().isdecimal() for row in rows if len(row) > c) for c in (0, 1)]
    lead = 1 if numbers[1] > numbers[0] else 0
    led = [
        k
        for k, row in enumerate(rows)
        if k
        and widths[k] == width
        and len(rows[k - 1]) == len(width)  # a sign of doubtful width may have moved its bars
        and not any(map(str.strip, row[: lead + 1]))
        and any(map(str.strip, row))
    ]
    full = {k for k in led if _is_below_full(rows[k - 1], rows[k], width)}
    if len(full) < _LEAST and not any(_is_rest(rows[k], width) for k in full):
        return set()
    return _without_rows({k for k in led if k in full or _says_little(rows[k - 1], rows[k], lead)}, rows)


def _without_rows(going_on: set[int], rows: Sequence[Sequence[str]]) -> set[int]:
    """These lines without those that begin a row, whose first cells are merged with those above: something stands there below a blank
    that has already ended a cell of the same row."""
    kept: set[int] = set()
    ended: set[int] = set()  # columns whose cell a blank has ended
    for k in range(1, len(rows)):
        said = {c for c, field in enumerate(rows[k]) if field.strip()}
        if k not in going_on or said & ended:
            ended = set()
            continue
        kept.add(k)
        ended |= {c for c, field in enumerate(rows[k - 1]) if field.strip()} - said
    return kept


def _is_below_full(upper: Sequence[str], lower: Sequence[str], width: Sequence[int]) -> bool:
    """Whether something that a line says stands below a cell that is full, or ends with a sign that goes on."""
    pairs = zip(upper, lower, width, strict=True)
    return any(
        columns(above.strip()) >= most - _ROOM or above.strip()[-1:] in _OPEN
        for above, below, most in pairs
        if above.strip() and below.strip()
    )


def _is_rest(row: Sequence[str], width: Sequence[int]) -> bool:
    """Whether a line says nothing but the few last characters of one cell."""
    said = [(columns(field.strip()), most) for field, most in zip(row, width, strict=True) if field.strip()]
    return len(said) == 1 and said[0][0] * 2 < said[0][1]


def _says_little(upper: Sequence[str], lower: Sequence[str], lead: int) -> bool:
    """Whether a line says something in few of the columns behind the one that leads, below what the line above says there in one."""
    said = [above for above, below in zip(upper, lower, strict=True) if below.strip()]
    return len(said) * 2 <= len(lower) - lead - 1 and any(map(str.strip, said))
