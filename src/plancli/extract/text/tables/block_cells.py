"""Which lines of a table that was dumped in blocks make its cells: those of a column follow each other from top to bottom, but blocks
of several columns and rows stand between each other as the program found them on the page. A beam search lays the lines into the columns
whose word stands above them, by what they hold and how lines end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ....language.header_rows import squeezed
from .copied_cuts import CopiedCells, CopiedPiece, between, fit_of, parts
from .heads import TextColumn

_BEAM = 80
_NUMBER = -5.0  # the number that is due, under its word
_HEADED = 4.0  # a cell elsewhere than below the word right above it
_LEAP = 0.8  # a cell neither below nor beside the last one
_NO_GAP = 2.5  # … in another column without a blank line before it
_FEW_GAPS = 6  # pieces to each blank line, where such stand between blocks
_LISTED = 1.0  # … below a point of a list
_AFAR = 2.0  # the rest of a cell that other columns' cells stand behind


@dataclass(slots=True)
class _Way:
    """Cells so far: of each column how many, the text and the last piece of the last one; which column the last piece is in."""

    cost: float
    counts: tuple[int, ...]
    texts: tuple[str, ...]
    ends: tuple[int, ...]
    fits: tuple[float, ...]
    last: int = -1
    before: _Way | None = None
    fresh: bool = True


@dataclass(slots=True)
class BlockCells:
    """The search: the columns, the first of which leads as many `rows` by what `leads` knows: numbers, times or weeks; `seen` says
    before which piece the word of each stands."""

    columns: Sequence[TextColumn]
    seen: Sequence[int]
    rows: int
    leads: Callable[[str], bool]
    widths: Sequence[int] = field(default_factory=list)
    joints: CopiedCells = field(init=False)
    gaps: bool = False  # blank lines stand between blocks

    def __post_init__(self) -> None:
        self.joints = CopiedCells(self.columns, self.widths or None)

    def search(self, pieces: Sequence[CopiedPiece]) -> list[list[list[CopiedPiece]]] | None:
        """The cells of each column, each with its pieces, by the best way; None where no way gives all columns as many cells, remarks
        apart."""
        w = len(self.columns)
        self.gaps = sum(piece.gap for piece in pieces) * _FEW_GAPS > len(pieces)
        ways = [_Way(0.0, (0,) * w, ("",) * w, (-1,) * w, (0.0,) * w)]
        for k in range(len(pieces)):
            found: dict[tuple[tuple[int, ...], int, tuple[int, ...]], _Way] = {}
            for way in ways:
                for c in range(w):
                    for each in (self._begun(way, pieces, k, c), self._gone_on(way, pieces, k, c)):
                        if each is None:
                            continue
                        key = each.counts, each.last, each.ends
                        if key not in found or each.cost < found[key].cost:
                            found[key] = each
            ways = sorted(found.values(), key=lambda each: each.cost)[:_BEAM]
            if not ways:
                return None
        whole = [way for way in ways if self._is_whole(way)]
        if not whole:
            return None
        best = min(whole, key=lambda way: way.cost)
        return self._cells(best, pieces)

    def _is_whole(self, way: _Way) -> bool:
        return all(
            count == self.rows or (column.kind == "remarks" and count < self.rows)
            for count, column in zip(way.counts, self.columns, strict=True)
        )

    def _begun(self, way: _Way, pieces: Sequence[CopiedPiece], k: int, c: int) -> _Way | None:
        """The way on where a piece begins the next cell of a column."""
        text = squeezed(pieces[k].text)
        if self.seen[c] > k or way.counts[c] >= self.rows or self._leads(way, text) != (c == 0):
            return None
        cost = _NUMBER if c == 0 else _HEADED * (k in self.seen and self.seen[c] != k)
        fit = 0.0 if c == 0 else fit_of(self.columns[c].kind, pieces[k].text)
        if way.last >= 0:
            cost += parts(pieces[k - 1], pieces[k]) if way.ends[way.last] == k - 1 else 0.0
            beside = way.counts[c] + 1 == way.counts[way.last] and c > way.last
            fresh = c > 0 and not way.counts[c]  # its word stands right above
            cost += _LEAP * (c != way.last and not beside and not fresh and c != 0)
            cost += _LISTED * (c == way.last and pieces[k - 1].text[-1] in "；;" and not pieces[k].gap)
            cost += _NO_GAP * self.gaps * (c != way.last and not pieces[k].gap and not fresh and pieces[k].first)
        return self._with(way, k, c, pieces[k].text, fit, cost, count=1)

    def _leads(self, way: _Way, text: str) -> bool:
        """Whether a piece leads the next row: it is the number that is due, or a time or week where such lead."""
        return self.leads(text) and (not text.isdecimal() or text == str(way.counts[0] + 1))

    def _gone_on(self, way: _Way, pieces: Sequence[CopiedPiece], k: int, c: int) -> _Way | None:
        """The way on where a piece is the rest of a column's last cell."""
        end = way.ends[c]
        if end < 0 or c == 0:
            return None
        upper, lower = pieces[end], pieces[k]
        cost = self.joints.joins(upper, lower, c)
        if end != k - 1:
            if upper.text[-1] in "。；;" or not lower.first:
                return None
            cost += _AFAR
        text = way.texts[c] + between(upper, lower) + lower.text
        return self._with(way, k, c, text, fit_of(self.columns[c].kind, text), cost, count=0)

    def _with(self, way: _Way, k: int, c: int, text: str, fit: float, cost: float, *, count: int) -> _Way:
        old = 0.0 if count else way.fits[c]

        return _Way(
            way.cost + cost + fit - old,
            (*way.counts[:c], way.counts[c] + count, *way.counts[c + 1 :]),
            (*way.texts[:c], text, *way.texts[c + 1 :]),
            (*way.ends[:c], k, *way.ends[c + 1 :]),
            (*way.fits[:c], fit, *way.fits[c + 1 :]),
            c,
            way,
            count == 1,
        )

    def _cells(self, way: _Way, pieces: Sequence[CopiedPiece]) -> list[list[list[CopiedPiece]]]:
        steps: list[tuple[int, bool]] = []
        each: _Way | None = way
        while each is not None and each.last >= 0:
            steps.append((each.last, each.fresh))
            each = each.before
        cells: list[list[list[CopiedPiece]]] = [[] for _ in self.columns]
        for piece, (c, fresh) in zip(pieces, reversed(steps), strict=True):
            if fresh:
                cells[c].append([])
            cells[c][-1].append(piece)
        return cells
