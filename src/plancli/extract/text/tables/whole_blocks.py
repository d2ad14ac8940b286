"""Blocks each of which is all of a column: its word, and below it as many cells as there are rows. What the columns hold need not
differ then: two of bodies are told by their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from ....language.script import columns as width_of
from .copied_cuts import CopiedCells, CopiedPiece, between, fit_of, parts
from .heads import TextColumn

_MOST_LINES = 10  # of a cell
_NOWHERE = 1e6

Cells = list[list[CopiedPiece]]


def whole_blocks(
    columns: Sequence[TextColumn], seen: Sequence[int], leads: Callable[[str], bool], pieces: Sequence[CopiedPiece]
) -> list[Cells] | None:
    """The cells of each column, `seen` being the piece before which its word stands; the last one may end before a blank line and what
    stands below the table. None where some block is none of as many cells as the first has numbers, times or weeks."""
    if seen[0] or any(start >= stop for start, stop in pairwise([*seen, len(pieces)])):
        return None
    blocks = [pieces[start:stop] for start, stop in pairwise([*seen, len(pieces)])]
    rows = len(blocks[0])
    if not all(leads(piece.text) for piece in blocks[0]):
        return None
    joints = CopiedCells(columns, [max(width_of(piece.text) for piece in block) for block in blocks])
    cells: list[Cells] = [[[piece] for piece in blocks[0]]]
    for c, block in enumerate(blocks[1:], 1):
        ends = [k for k in range(rows, len(block)) if block[k].gap] if block is blocks[-1] else []
        own = next((own for stop in (*ends, len(block)) if (own := _cut(block[:stop], rows, c, joints))), None)
        if own is None:
            return None
        cells.append(own)
    return cells


def _cut(block: Sequence[CopiedPiece], rows: int, c: int, joints: CopiedCells) -> Cells:
    """The lines of a block as cells, one a row, cut where that is cheapest; [] for less lines than rows."""
    spare = len(block) - rows  # lines that go on others
    if spare < 0:
        return []
    costs = [list(_costs(block, i, min(spare + 1, _MOST_LINES), c, joints)) for i in range(len(block))]
    best = [0.0, *[_NOWHERE] * len(block)]
    came: list[list[int]] = []
    for row in range(rows):
        found = [_NOWHERE] * len(best)
        origins = [0] * len(best)
        for i in range(row, row + spare + 1):
            for j, cost in enumerate(costs[i], i + 1):
                if best[i] + cost < found[j]:
                    found[j], origins[j] = best[i] + cost, i
        best = found
        came.append(origins)
    if best[-1] >= _NOWHERE:
        return []
    cells: Cells = []
    stop = len(block)
    for origins in reversed(came):
        cells.insert(0, list(block[origins[stop] : stop]))
        stop = origins[stop]
    return cells


def _costs(block: Sequence[CopiedPiece], i: int, most: int, c: int, joints: CopiedCells) -> Iterator[float]:
    """What speaks against a cell of the lines from `i` on: of one, of two, up to `most`."""
    kind = joints.columns[c].kind
    cost = parts(block[i - 1], block[i]) if i else 0.0
    text = ""
    for j in range(i, min(len(block), i + most)):
        if text:
            cost += joints.joins(block[j - 1], block[j], c)
        text += (between(block[j - 1], block[j]) if text else "") + block[j].text
        yield cost + fit_of(kind, text)
