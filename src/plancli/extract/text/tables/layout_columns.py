"""The columns of a text in which blanks keep places: the pieces of its lines, each in the column beneath a word of the header."""

from __future__ import annotations

from collections.abc import Sequence

from ....language.header_rows import squeezed
from ....language.headers import Lexicon
from ....model.source import Line
from .costs import FIT
from .head_words import TASKS
from .layout_heads import MOST_LINES, LayoutHead, header_of, kinds_of
from .layout_lines import SAMPLE, LayoutLine, LayoutPiece, block_of, keeps_places
from .tokens import is_heading, looks, value

_SHIFT = 12  # places by which a page may be set off from the one before
_PASSES = 2
# what speaks against a column: each place beside it, what of a piece stands out of it, a second piece, what it looks like
_ASTRAY, _OUTSIDE, _TWICE, _ODD = 0.2, 1.0, 1.0, 0.25
_FITS = {"number": "series", **dict.fromkeys(TASKS, "task")}
Extents = list[tuple[int, int]]


def set_columns(head: LayoutHead, block: Sequence[LayoutLine], kinds: Sequence[str], lexicon: Lexicon) -> float:
    """Give each piece below a header its column, by where it stands and what it looks like. What speaks against that, a piece."""
    extents = [(min(p.start for p in word), max(p.end for p in word)) for word in head.words]
    pages: dict[int | None, list[LayoutLine]] = {}
    for line in block[head.count :]:
        if not (len(line.pieces) == 1 and is_heading(squeezed(line.pieces[0].text))):
            pages.setdefault(line.page, []).append(line)
    cost = 0.0
    for n, lines in enumerate(pages.values()):
        bands = _bands(lines)
        if len(bands) == len(extents):
            extents = bands
        elif n:
            near = lines[:SAMPLE]
            shifts = sorted(range(-_SHIFT, _SHIFT + 1), key=abs)
            by = min(shifts, key=lambda by: _place_all(near, [(a + by, b + by) for a, b in extents], kinds, lexicon))
            extents = [(a + by, b + by) for a, b in extents]
        for _ in range(_PASSES):
            cost_here = _place_all(lines, extents, kinds, lexicon)
            extents = _extents(lines, extents)
        cost += cost_here
    for c, word in enumerate(head.words):
        for piece in word:
            piece.column = c
    return cost / max(1, sum(len(line.pieces) for line in block[head.count :]))


def _bands(lines: Sequence[LayoutLine]) -> Extents:
    """What no place that is blank in all lines of several pieces parts."""
    found: Extents = []
    for start, end in sorted(
        (piece.start, piece.end) for line in lines if len(line.pieces) > 1 for piece in line.pieces
    ):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _extents(lines: Sequence[LayoutLine], before: Extents) -> Extents:
    """From where to where the pieces of each column stand, in the lines that have one in each; in all where too few do."""
    full = [line for line in lines if len({piece.column for piece in line.pieces}) == len(before)]
    held = full if len(full) > 2 else lines
    own = [[piece for line in held for piece in line.pieces if piece.column == c] for c in range(len(before))]
    found = [
        (min(p.start for p in pieces), max(p.end for p in pieces)) if pieces else extent
        for pieces, extent in zip(own, before, strict=True)
    ]
    for c in range(1, len(found)):
        (a, b), (start, stop) = found[c - 1], found[c]
        if start < b and own[c - 1] and own[c]:
            x = _parting(own[c - 1], own[c], range(max(a + 1, start), b + 1))
            found[c - 1], found[c] = (a, x), (min(x, stop - 1), stop)
    return found


def _parting(left: Sequence[LayoutPiece], right: Sequence[LayoutPiece], places: Sequence[int]) -> int:
    """The place on whose wrong side least of the pieces of two columns stands."""

    def beyond(x: int) -> int:
        return sum(max(0, piece.end - x) for piece in left) + sum(max(0, x - piece.start) for piece in right)

    return min(places, key=beyond)


def _place_all(lines: Sequence[LayoutLine], extents: Extents, kinds: Sequence[str], lexicon: Lexicon) -> float:
    return sum(_place(line.pieces, extents, kinds, lexicon) for line in lines)


def _place(line: Sequence[LayoutPiece], extents: Extents, kinds: Sequence[str], lexicon: Lexicon) -> float:
    """Give the pieces of a line their columns, from left to right; what speaks against that."""
    width = len(extents)
    best: list[float] = []
    before: LayoutPiece | None = None
    came: list[list[int]] = []
    for piece in line:
        found = _costs(piece, extents, kinds, lexicon)
        origins = list(range(width))
        twice = _TWICE * (before is not None and piece.start - before.end > 1)
        low, at = float("inf"), 0  # the best way to a column further left
        for c in range(width if before else 0):
            stay = best[c] + twice
            found[c] += min(low, stay)
            origins[c] = at if low < stay else c
            if best[c] < low:
                low, at = best[c], c
        best, before = found, piece
        came.append(origins)
    c = min(range(width), key=best.__getitem__)
    total = best[c]
    for piece, origins in zip(reversed(line), reversed(came), strict=True):
        piece.column = c
        c = origins[c]
    return total


def _costs(piece: LayoutPiece, extents: Extents, kinds: Sequence[str], lexicon: Lexicon) -> list[float]:
    """What speaks against a piece in each column."""
    flat = squeezed(piece.text)
    look = looks(piece.text, flat, lexicon)
    costs: list[float] = []
    for (a, b), kind in zip(extents, kinds, strict=True):
        inside = max(0, min(piece.end, b) - max(piece.start, a)) / (piece.end - piece.start)
        astray = max(0, a - piece.end, piece.start - b)
        odd = min(FIT[_FITS.get(kind, kind if kind in FIT else "other")][each] for each in look)
        costs.append(_OUTSIDE * (1.0 - inside) + _ASTRAY * astray + _ODD * odd)
    return costs


def measured(lines: Sequence[Line], at: int, lexicon: Lexicon) -> tuple[LayoutHead, list[LayoutLine]] | None:
    """The header that begins at a line and the lines down from it, in the measure in which their pieces stand beneath each other; None
    where no header begins there."""
    near = lines[: at + SAMPLE]
    if not any(header_of(block_of(near, at, wide=wide, most=MOST_LINES), lexicon) for wide in (False, True)):
        return None  # told by its first lines: any line of a text may be asked
    best: tuple[float, bool] | None = None
    for wide in (False, True):
        block = block_of(near, at, wide=wide)
        if not keeps_places(block):
            return None
        head = header_of(block, lexicon)
        block = _up_to_another(block, head) if head else block
        if head is not None and len(block) > head.count:
            ragged = set_columns(head, block, kinds_of(head, lexicon), lexicon)
            ragged += _raggedness([piece for line in block[head.count :] for piece in line.pieces])
            if best is None or ragged < best[0]:
                best = ragged, wide
    if best is None:
        return None
    block = block_of(lines, at, wide=best[1])
    head = header_of(block, lexicon)
    assert head is not None
    block = _up_to_another(block, head)
    set_columns(head, block, kinds_of(head, lexicon), lexicon)
    return head, block


def _up_to_another(block: list[LayoutLine], head: LayoutHead) -> list[LayoutLine]:
    """The lines down to the title of another table below: a line by itself above the header said again, with numbers that begin anew."""
    said = ["".join(piece.text for piece in line.pieces) for line in block]
    own = said[: head.count]
    for n in range(head.count + 1, len(block) - 1):
        if said[n] == own[-1] and value(squeezed(block[n + 1].pieces[0].text)) == 1:
            title = next((k for k in range(n, head.count - 1, -1) if said[k] not in own), 0)
            if title and len(block[title].pieces) == 1:
                return block[:title]
    return block


def _raggedness(pieces: Sequence[LayoutPiece]) -> float:
    """How far the pieces of the columns stand from each other's beginnings or middles, as a share of the width."""
    off = 0.0
    for c in {piece.column for piece in pieces}:
        own = [piece for piece in pieces if piece.column == c]
        off += min(_spread([piece.start for piece in own]), _spread([(piece.start + piece.end) / 2 for piece in own]))
    return off / max(1, max(piece.end for piece in pieces))


def _spread(places: Sequence[float]) -> float:
    middle = sorted(places)[len(places) // 2]
    return sum(abs(place - middle) for place in places)
