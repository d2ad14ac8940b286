"""The lexer of texts in which blanks keep the places of a page: `pdftotext -layout`, text browsers, data frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....grammar.pattern import Pattern
from ....language.bodies import is_organ
from ....language.header_rows import squeezed
from ....language.headers import lexicon_of
from ....language.official.lines import DATE, is_signed
from ....language.script import columns
from ....model.source import Line
from .centred import first_rows
from .costs import END_ROW, FAR, PLACED, SPARE
from .dump import WORD, Dump
from .head_words import TASKS
from .held_cells import suits
from .layout_columns import measured
from .layout_cuts import RAGGED, LayoutRows
from .layout_heads import LayoutHead, kinds_of, said_of
from .layout_lines import APART, LayoutLine, LayoutPiece
from .tokens import Token, go_on, is_heading, lists_names, token, value

_MERGED_KINDS = ("departments", "leaders", "time")
_SIGNATURE = 4  # characters of an organ at the least: 会 is the rest of a cell
_BETWEEN = 1.0  # lines by which a cell between two rows stands off the middle of that in which it was read
_MARK = Pattern("[^㐀-鿿\\w]")


def layout_rows(lines: Sequence[Line], at: int) -> Dump | None:
    """The rows of such a dump, each with a cell for each word of its header, empty ones too; None for another dump."""
    if APART.search(lines[at].text) or not 1 <= len(lines[at].text.split()) <= WORD:
        return None
    lexicon = lexicon_of()
    found = measured(lines, at, lexicon)
    if found is None:
        return None
    head, block = found
    kinds = kinds_of(head, lexicon)
    below = block[head.count :]
    leads = [piece.text for line in below for piece in line.pieces if piece.column == 0]
    if not kinds[0] and leads[:2] == ["1", "2"]:
        kinds[0] = "number"  # beneath a word that no list has
    marks = {piece.text for line in below for piece in line.pieces if _MARK.fullmatch(piece.text)}
    if "slot" in kinds and marks - lexicon.empty and not _stand_beneath(head, below, kinds):
        return None  # a mark under a month does not say which month it means
    again = {squeezed("".join(piece.text for piece in line.pieces)) for line in block[: head.count]}
    said = [line for line in below if squeezed("".join(piece.text for piece in line.pieces)) in again]
    own = [line for line in below if line not in said]
    rows = LayoutRows(own[: _end(own, kinds)], kinds, [said_of(word) for word in head.words])
    bounds = rows.bounds()
    return _dump(lines, head, rows, bounds, said, at) if bounds else None


def _stand_beneath(head: LayoutHead, lines: Sequence[LayoutLine], kinds: Sequence[str]) -> bool:
    """Whether each mark stands beneath the word of a month, between where it begins and where it ends."""
    extents = [(min(piece.start for piece in word), max(piece.end for piece in word)) for word in head.words]
    marks = [piece for line in lines for piece in line.pieces if _MARK.fullmatch(piece.text)]
    slots = [extent for extent, kind in zip(extents, kinds, strict=True) if kind == "slot"]
    return all(any(start <= piece.start < end for start, end in slots) for piece in marks)


def _end(lines: Sequence[LayoutLine], kinds: Sequence[str]) -> int:
    """Behind which line a table ends: below it stands who signs, and when; below the last of its numbers no line begins in their
    column, save headings."""
    end = len(lines)
    while end and len(lines[end - 1].pieces) == 1 and _closes(lines[end - 1].pieces[0], kinds):
        end -= 1
    if kinds[0] not in TASKS:  # a sentence from the left on, over columns
        while end and len(lines[end - 1].pieces) == 1 and _is_sentence(lines[end - 1].pieces[0]):
            end -= 1
    if kinds[0] != "number":
        return end
    led = [
        n
        for n, line in enumerate(lines[:end])
        if (line.pieces[0].column == 0 or (len(line.pieces) == 1 and line.pieces[0].start < 2))
        and not is_heading(squeezed(line.pieces[0].text))
    ]
    last = max((n for n in led if value(squeezed(lines[n].pieces[0].text))), default=-1)
    if not any(line.gap for line in lines[1 : last + 1]):  # blank lines stand above and below the table alone
        end = next((n for n in range(last + 1, end) if lines[n].gap), end)
    return next((n for n in led if n > last >= 0), end)


def _is_sentence(piece: LayoutPiece) -> bool:
    sentence = len(piece.text) > WORD or piece.text.endswith("。")
    return piece.start < 2 and sentence and not is_heading(squeezed(piece.text))


def _closes(piece: LayoutPiece, kinds: Sequence[str]) -> bool:
    """Whether a line is an organ, a day or both, and no cell of such a column."""
    flat = squeezed(piece.text)
    organ = kinds[piece.column] != "departments" and len(flat) >= _SIGNATURE and is_organ(flat)
    return organ or is_signed(flat) or (kinds[piece.column] != "time" and DATE.fullmatch(flat) is not None)


def _dump(
    lines: Sequence[Line],
    head: LayoutHead,
    rows: LayoutRows,
    bounds: Sequence[tuple[int, int]],
    again: Sequence[LayoutLine],
    at: int,
) -> Dump:
    spare = len(rows.lines) == len(bounds) and "slot" not in rows.kinds
    dump = Dump([], told=True, written=True, against=SPARE * spare + PLACED * bool(rows.merged))
    dump.marks = [(piece.at, "repeated-header", piece.text) for line in again for piece in line.pieces]
    dump.tokens += _header(lines, head, at)
    merged = {c: _raised(rows, bounds, c) for c in rows.merged}
    merged |= {c: held for c in rows.held if rows.kinds[c] in _MERGED_KINDS and (held := _over_rows(rows, bounds, c))}
    unsure = done = 0
    width = len(rows.kinds)
    for r, (start, stop) in enumerate(bounds):
        dump.tokens += [
            _heading(lines, rows.lines[n].pieces[0], width) for n in range(done, start) if n in rows.headings
        ]
        done = stop
        pieces = [piece for line in rows.lines[start:stop] for piece in line.pieces if piece.column not in merged]
        pieces += [piece for held in merged.values() for piece in held.get(r, ())]
        row = _tokens(lines, pieces, rows.widths, rows.lines[start].pieces[0].at if rows.lines[start].pieces else at)
        dump.tokens += row
        odd = [row[c] for c in rows.held if row[c].lines and not suits(rows.kinds[c], row[c].text)]
        for each in odd:
            each.unsure = True
        unsure += bool(odd)
    if unsure * 3 > len(bounds):
        dump.unread = "nothing tells which lines make a row"
    return dump


def _raised(rows: LayoutRows, bounds: Sequence[tuple[int, int]], c: int) -> dict[int, list[LayoutPiece]]:
    """The cells of a merged column by the rows that they begin in: where they stand in the middle of their rows, the first of these."""
    own = [
        (n, piece)
        for n, line in enumerate(rows.lines)
        for piece in line.pieces
        if piece.column == c and n not in rows.headings
    ]
    place = {n: r for r, (start, stop) in enumerate(bounds) for n in range(start, stop)}
    found: dict[int, list[LayoutPiece]] = {}
    for n, piece in own:
        found.setdefault(place[n], []).append(piece)
    if rows.top or not own or rows.headings:
        return found
    middles = [(n + rows.at.get(piece.until, n)) / 2 for n, piece in own]
    firsts = first_rows([(start, stop - 1) for start, stop in bounds], middles)
    return {first: [piece] for first, (_, piece) in zip(firsts, own, strict=True)} if firsts else found


def _over_rows(rows: LayoutRows, bounds: Sequence[tuple[int, int]], c: int) -> dict[int, list[LayoutPiece]]:
    """The cells of a column by the rows that they begin in, where some stand between rows, each in the middle of all that it is merged
    over; {} where none does, or not all rows are so shared."""
    if rows.top or rows.headings:
        return {}
    cells: list[
        tuple[float, float, list[LayoutPiece]]
    ] = []  # the middle of each, how far off its row's it is, its pieces
    for start, stop in bounds:
        own = [(n, p) for n in range(start, stop) for p in rows.lines[n].pieces if p.column == c]
        if own:
            middle = (own[0][0] + own[-1][0]) / 2
            cells.append((middle, abs(middle - (start + stop - 1) / 2), [piece for _, piece in own]))
    if len(cells) == len(bounds) or max((off for _, off, _ in cells), default=0.0) < _BETWEEN:
        return {}
    firsts = first_rows([(start, stop - 1) for start, stop in bounds], [middle for middle, _, _ in cells])
    return {first: held for first, (_, _, held) in zip(firsts, cells, strict=True)} if firsts else {}


def _header(lines: Sequence[Line], head: LayoutHead, at: int) -> list[Token]:
    """The words of the header; those that are merged over others in a row above."""
    width = [0] * len(head.words)
    words = [piece for word in head.words for piece in word]
    if not any(head.over):
        return _tokens(lines, words, width, at)
    upper = [replace(over, column=c) for c, over in enumerate(head.over) if over and over not in head.over[:c]]
    single = [piece for c, word in enumerate(head.words) if head.over[c] is None for piece in word]
    leaves = [piece for c, word in enumerate(head.words) if head.over[c] is not None for piece in word]
    return [*_tokens(lines, [*upper, *single], width, at), *_tokens(lines, leaves, width, leaves[0].at)]


def _heading(lines: Sequence[Line], piece: LayoutPiece, width: int) -> Token:
    found = token(lines[piece.at], piece.text, piece.at, row=0.0)
    found.alone = width - 1
    return found


def _tokens(lines: Sequence[Line], pieces: Sequence[LayoutPiece], widths: Sequence[int], at: int) -> list[Token]:
    """The cells of a row, in columns that are as wide as told: a line that is not full may be a paragraph by itself."""
    cells = [Token([], at, cell=0.0, end=END_ROW, until=at, place=c * WORD) for c in range(len(widths))]
    cells[0].cell, cells[0].row = FAR, 0.0
    for piece in sorted(pieces, key=lambda piece: (piece.at, piece.start)):
        cell = cells[piece.column]
        first, *rest = piece.text.split("\n")
        if cell.lines and cell.until == piece.at:
            cell.lines[-1] = replace(cell.lines[-1], text=f"{cell.lines[-1].text} {first}")
        elif cell.lines:
            short = columns(cell.lines[-1].text) < widths[piece.column] - RAGGED
            listed = lists_names(cell.lines[-1].text, first, full=not short)
            go_on(cell, lines[piece.at], first, piece.at)
            if short or listed:
                cell.lines[-2] = replace(cell.lines[-2], ending="unknown")
        else:
            cell.lines, cell.at, cell.until = [replace(lines[piece.at], text=first)], piece.at, piece.at
        for text in rest:
            go_on(cell, lines[piece.until], text, piece.until)
    return cells
