"""The lexer of what PDF viewers copy, and `pdftotext -raw`: each cell with all its lines, one blank or a line's end between cells, so
that nothing shows rows but their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ....grammar.pattern import Pattern
from ....language.bodies import all_bodies, is_organ
from ....language.figures import UNIT_APART
from ....language.header_rows import meanings_of, squeezed
from ....language.headers import lexicon_of
from ....language.script import columns
from ....language.time_pieces import leaves_time_open
from ....language.times import is_time
from ....model.source import Line
from .bars import is_rule
from .copied_cuts import CopiedCells, CopiedPiece, between
from .costs import END_ROW, FAR
from .dump import WORD, Dump, is_stop
from .heads import TextHead, find_heads
from .layout_cuts import suits
from .layout_lines import APART
from .tokens import Token, go_on, is_heading, is_persons, look_at, token, value

_MOST_LINES = 2000
_WIDE = Pattern(r"\S(?:  |\t)\s*\S")
_FEW_WIDE = 0.05  # share of the lines with several blanks within them
_LEAST_WORDS, _LEAST_ROWS = 3, 2
_TAIL, _MOST_TAIL_COST = 0.8, 3.0  # what speaks against leaving out lines below the last row, each and all
_MOST_TAIL = 20  # lines below the last number that are looked at
_MOST_PER_ROW = 20  # lines to each that has several pieces
_UNLIKELY = 1.2  # what speaks against a cell on average, from which on rows are not told
_UNIT = Pattern(UNIT_APART)


def copied_rows(lines: Sequence[Line], at: int) -> Dump | None:
    """The rows of such a dump, each with a cell for each word of its header, empty ones too; None for another dump."""
    if APART.search(lines[at].text) or len(lines[at].text.split()) < _LEAST_WORDS:
        return None
    block = _block(lines, at)
    if not block:
        return None
    wide = sum(_WIDE.search(lines[k].text) is not None for k in block)
    if wide > _FEW_WIDE * len(block):
        return None
    head, tokens, below = _header(lines, block)
    if head is None or head.columns[0].kind != "series":
        return None
    again = {squeezed(lines[k].text) for k in block[: len(block) - len(below)]}
    marks = [(k, "repeated-header", lines[k].text.strip()) for k, texts in below if "".join(texts) in again]
    pieces = [piece for k, texts in below if "".join(texts) not in again for piece in _pieces(texts, k)]
    if not _shows_rows(pieces):
        return None
    first = CopiedCells(head.columns[1:])
    rows = _rows(pieces, first)
    if len(rows) < _LEAST_ROWS:
        return None
    second = CopiedCells(head.columns[1:], _widths(pieces, rows, first))
    dump = _dump(lines, tokens, pieces, _rows(pieces, second), second)
    if dump:
        dump.marks = marks
    return dump


def _shows_rows(pieces: Sequence[CopiedPiece]) -> bool:
    """Whether some lines have several pieces, and some one alone: neither a cell on each line nor a row."""
    counts = Counter(piece.at for piece in pieces)
    several = sum(count > 1 for count in counts.values())
    return several * _MOST_PER_ROW >= len(counts) and sum(count == 1 for count in counts.values()) * 3 > len(counts)


def _block(lines: Sequence[Line], at: int) -> list[int]:
    """The indices of the lines of the table that say something, up to where it surely ends."""
    found: list[int] = []
    for k in range(at, min(len(lines), at + _MOST_LINES)):
        text = lines[k].text.strip()
        if text and (APART.search(text) or is_rule(text) or is_stop(squeezed(text))):
            break
        if text:
            found.append(k)
    return found


def _header(
    lines: Sequence[Line], block: Sequence[int]
) -> tuple[TextHead | None, list[Token], list[tuple[int, list[str]]]]:
    """The header, its tokens, and the texts of each line below it, what follows it on its own line first."""
    lexicon = lexicon_of()
    shown = [(k, lines[k].text.split()) for k in block]
    at, first = shown[0]
    own = next((n for n, text in enumerate(first) if n and text.isdecimal()), len(first))
    words = [(at, first[:own])]
    if own == len(first) and len(shown) > 1 and not shown[1][1][0].isdecimal():
        words.append(shown[1])
    tokens: list[Token] = []
    for k, texts in words:
        row = [token(lines[k], text, k, cell=0.0, end=END_ROW) for text in texts]
        row[0].cell, row[0].row = FAR, 0.0
        tokens += row
    look_at(tokens, lexicon)
    heads = find_heads(tokens, lexicon, told=True, wrapped=False)
    if not heads or max(len(text) for text in first[:own]) > WORD:
        return None, [], []
    head = min(heads, key=lambda each: each.cost)
    roles = [column.words[-1].role for column in head.columns]
    known = [role for role in roles if role is not None]
    if len(head.columns) < _LEAST_WORDS or len(known) + 1 < len(roles) or len(meanings_of(known)) < _LEAST_WORDS - 1:
        return None, [], []
    count = 1 + (head.end > own)
    rest = [(at, first[own:])] if own < len(first) else []
    return head, tokens[: head.end], [*rest, *shown[count:]]


def _pieces(texts: Sequence[str], at: int) -> list[CopiedPiece]:
    """The pieces of a line; a blank that typesetting puts between a figure and a word parts nothing."""
    found: list[CopiedPiece] = []
    for text in texts:
        above = found[-1].text if found else ""
        named = len(found) > 1 and len(above) == len(found[-2].text) == 1 and not above.isdigit()  # 何 平
        if (
            above
            and above[-1].isdigit() != text[0].isdigit()
            and not named
            and _is_set_off(above, text, len(found) == 1)
        ):
            found[-1].text = f"{above} {text}"
        else:
            found.append(CopiedPiece(text, at, not found))
    return found


def _is_set_off(upper: str, lower: str, first: bool) -> bool:
    """Whether the blank between two pieces only sets a figure off: not behind a row's number, a name, a time, a heading."""
    if first and upper.isdecimal():
        return is_time(upper + lower) or (len(lower) == 1 and _UNIT.fullmatch(lower) is not None)
    flat = squeezed(upper)
    if is_time(squeezed(upper + lower)) or (flat[0].isdigit() and leaves_time_open(flat)):
        return True
    return not (
        all_bodies(flat) or is_time(flat) or is_persons(upper) or is_heading(flat) or flat in lexicon_of().empty
    )


def _rows(pieces: Sequence[CopiedPiece], cells: CopiedCells) -> list[tuple[int, int]]:
    """From its number to its end each row, by the series of numbers under which all rows are cheapest."""
    first = next((k for k, piece in enumerate(pieces) if not is_heading(squeezed(piece.text))), 0)
    if not pieces or not value(pieces[first].text):
        return []
    at: dict[int, list[int]] = {}
    for k, piece in enumerate(pieces):
        if piece.text.isdecimal() and (piece.first or k == first or is_heading(squeezed(pieces[k - 1].text))):
            at.setdefault(int(piece.text), []).append(k)
    due = int(pieces[first].text)
    ways: dict[int, tuple[float, list[tuple[int, int]]]] = {first: (0.0, [])}
    while any(k > min(ways) for k in at.get(due + 1, ())):
        following: dict[int, tuple[float, list[tuple[int, int]]]] = {}
        for k in at[due + 1]:
            for start, (cost, rows) in ways.items():
                if start < k:
                    stop = _stop(pieces, start, k)
                    total = cost + cells.cells(pieces[start + 1 : stop])[0]
                    if k not in following or total < following[k][0]:
                        following[k] = total, [*rows, (start, stop)]
        ways, due = following, due + 1
    start = min(ways, key=lambda k: ways[k][0])
    return [*ways[start][1], (start, _end(pieces, start, cells))]


def _stop(pieces: Sequence[CopiedPiece], start: int, stop: int) -> int:
    """Where a row ends before the next one's number, headings between them apart."""
    while stop > start + 1 and pieces[stop - 1].first and is_heading(squeezed(pieces[stop - 1].text)):
        stop -= 1
    return stop


def _end(pieces: Sequence[CopiedPiece], start: int, cells: CopiedCells) -> int:
    """Where the last row ends: at the line's end behind which least speaks against what is left out."""
    stops = [k for k in range(start + 2, len(pieces) + 1) if k == len(pieces) or pieces[k].first][:_MOST_TAIL]

    def left_out(stop: int) -> float:
        if stop == len(pieces) or pieces[stop].at > pieces[stop - 1].at + 1 or is_organ(squeezed(pieces[stop].text)):
            return 0.0
        return min(_TAIL * sum(k > stop for k in stops), _MOST_TAIL_COST)

    return min(stops, key=lambda k: cells.cells(pieces[start + 1 : k])[0] + left_out(k), default=start + 1)


def _widths(pieces: Sequence[CopiedPiece], rows: Sequence[tuple[int, int]], cells: CopiedCells) -> list[int]:
    """Of each column the width of its widest lines with a line below them in their cells, 0 where there are few."""
    found: list[list[int]] = [[] for _ in cells.columns]
    for start, stop in rows:
        row = pieces[start + 1 : stop]
        for c, (i, j) in enumerate(cells.cells(row)[1]):
            found[c] += [columns(piece.text) for piece in row[i : j - 1]]
    slots = [width for own, column in zip(found, cells.columns, strict=True) if column.kind == "slot" for width in own]
    shared = [slots if column.kind == "slot" else own for own, column in zip(found, cells.columns, strict=True)]
    return [max(own) if len(own) > 1 else 0 for own in shared]


def _dump(
    lines: Sequence[Line],
    header: Sequence[Token],
    pieces: Sequence[CopiedPiece],
    rows: Sequence[tuple[int, int]],
    cells: CopiedCells,
) -> Dump | None:
    dump = Dump(list(header), told=True, written=True)
    costs = unsure = 0.0
    for start, stop in rows:
        row = pieces[start + 1 : stop]
        cost, ways = cells.cells(row)
        if not ways:
            return None
        costs += cost
        made = [_cell(lines, pieces[start : start + 1], start=True)]
        for (i, j), column in zip(ways, cells.columns, strict=True):
            made.append(
                _cell(lines, row[i:j])
                if i < j
                else Token([], row[i - 1].at if i else pieces[start].at, cell=0.0, end=END_ROW)
            )
            made[-1].unsure = i < j and not suits(column.kind, made[-1].text)
        for c in cells.ambiguous(row, ways):
            made[c + 1].unsure = made[c + 2].unsure = True
        unsure += any(each.unsure for each in made)
        dump.tokens += made
        end = next((each for each, _ in rows if each >= stop), stop)
        dump.tokens += [token(lines[piece.at], piece.text, piece.at, row=0.0) for piece in pieces[stop:end]]
    if costs > _UNLIKELY * len(rows) * len(cells.columns):
        return None
    if unsure * 3 > len(rows):
        dump.unread = "nothing tells which lines make a row"
    return dump


def _cell(lines: Sequence[Line], pieces: Sequence[CopiedPiece], *, start: bool = False) -> Token:
    """The pieces of a cell, those of one line with the blank between them."""
    first = pieces[0]
    cell = token(
        lines[first.at], first.text, first.at, cell=FAR if start else 0.0, row=0.0 if start else FAR, end=END_ROW
    )
    for upper, piece in pairwise(pieces):
        if piece.first:
            listed = between(upper, piece) == "\n"
            go_on(cell, lines[piece.at], piece.text, piece.at)
            if listed:
                cell.lines[-2] = replace(cell.lines[-2], ending="unknown")
        else:
            cell.lines[-1] = replace(cell.lines[-1], text=f"{cell.lines[-1].text} {piece.text}")
    return cell
