"""The lexer of what PDF viewers copy, and `pdftotext -raw`: each cell with all its lines, one blank or a line's end between cells, so
that nothing shows rows but their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ....grammar.pattern import Pattern
from ....language.bodies import all_bodies, is_organ
from ....language.header_rows import squeezed
from ....language.headers import lexicon_of
from ....language.script import columns
from ....language.time_pieces import leaves_time_open
from ....language.times import is_time
from ....model.source import Line
from .bars import is_rule
from .copied_cuts import CopiedCells, CopiedPiece, between, fit_of
from .copied_heads import CopiedHead, copied_heads
from .costs import END_ROW, FAR, LEAD, SKIP
from .dump import Dump, is_stop, is_word
from .heads import TextHead
from .layout_cuts import suits
from .layout_lines import APART
from .tokens import Token, go_on, is_heading, is_ordinal, is_persons, token, value

_MOST_LINES = 2000
_WIDE = Pattern(r"\S(?:  |\t)\s*\S")
_FEW_WIDE = 0.05  # share of the lines with several blanks within them
_LEAST_WORDS, _LEAST_ROWS = 3, 2
_TAIL, _MOST_TAIL_COST = 0.8, 3.0  # what speaks against leaving out lines below the last row, each and all
_MOST_TAIL = 20  # lines below the last number that are looked at
_MOST_PER_ROW = 20  # lines to each that has several pieces
_BROKEN = 1.1  # times as many lines as cells, above which cells are broken over lines
_TEXTS = ("task", "theme", "other", "slot", "departments")
_WIDE_COLUMN = 10  # half-width columns of lines that may be full though none goes on below
_MOST_GROUP, _LONGEST_GROUP = 4, 12  # lines and characters of a group's name
_FULL_COLUMN = 1.5  # what speaks against a missing cell, more, where most rows have theirs
_GROUP_LINE = 0.2  # what speaks against each line of it but the first
_UNLIKELY = 1.2  # what speaks against a cell on average, from which on rows are not told
CopiedRow = tuple[int, int, int]  # from which piece to which a row goes, its number between


def copied_rows(lines: Sequence[Line], at: int) -> Dump | None:
    """The rows of such a dump, each with a cell for each word of its header, empty ones too; None for another dump."""
    few = len(lines[at].text.split()) < _LEAST_WORDS
    if APART.search(lines[at].text) or (few and not is_word(lines[at])):
        return None
    block = _block(lines, at)
    if not block:
        return None
    wide = sum(_WIDE.search(lines[k].text) is not None for k in block)
    if wide > _FEW_WIDE * len(block):
        return None
    read = [made for found in copied_heads(lines, block) if (made := _read(lines, block, found))]
    return min(read, key=lambda each: each[0])[1] if read else None


def _read(lines: Sequence[Line], block: Sequence[int], found: CopiedHead) -> tuple[float, Dump] | None:
    """What speaks against a header, and the dump beneath it."""
    again = {squeezed(lines[k].text) for k in block[: len(block) - len(found.below)]}
    marks = [(k, "repeated-header", lines[k].text.strip()) for k, texts in found.below if "".join(texts) in again]
    own = [(k, texts) for k, texts in found.below if "".join(texts) not in again]
    pieces = [
        piece
        for k, texts in own
        for piece in _pieces(texts, k, found.lead, found.stacked and not lines[k - 1].text.strip())
    ]
    if not found.stacked and not _shows_rows(pieces):
        return None
    behind = found.head.columns[found.lead + 1 :]
    first = CopiedCells(behind)
    rows = _rows(pieces, first, found.lead)
    if len(rows) < _LEAST_ROWS or (found.stacked and not _are_broken(rows, found.head)):
        return None
    second = CopiedCells(behind, _widths(pieces, rows, first), _skips(pieces, rows, first))
    rows = _rows(pieces, second, found.lead)
    dump = _dump(lines, found, pieces, rows, second)
    if dump is None:
        return None
    dump.marks = marks
    return sum(second.cells(pieces[number + 1 : stop])[0] for _, number, stop in rows) + found.head.cost, dump


def _skips(pieces: Sequence[CopiedPiece], rows: Sequence[CopiedRow], cells: CopiedCells) -> list[float]:
    """What it costs that a cell of each column is missing: more where few rows lack theirs."""
    ways = [cells.cells(pieces[number + 1 : stop])[1] for _, number, stop in rows]
    told = [way for way in ways if way]
    full = [sum(way[c][0] < way[c][1] for way in told) * 4 > 3 * len(told) for c in range(len(cells.columns))]
    return [column.skip + _FULL_COLUMN * each for column, each in zip(cells.columns, full, strict=True)]


def _are_broken(rows: Sequence[CopiedRow], head: TextHead) -> bool:
    """Whether rows have more lines than cells."""
    return sum(stop - start for start, _, stop in rows) > _BROKEN * len(rows) * len(head.columns)


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


def _pieces(texts: Sequence[str], at: int, lead: int, gap: bool) -> list[CopiedPiece]:
    """The pieces of a line; a blank that typesetting puts between a figure and a word parts nothing, save behind the number of a row,
    which `lead` pieces may stand before."""
    found: list[CopiedPiece] = []
    for text in texts:
        above = found[-1].text if found else ""
        named = len(found) > 1 and len(above) == len(found[-2].text) == 1 and not above.isdigit()  # 何 平
        if (
            above
            and above[-1].isdigit() != text[0].isdigit()
            and not named
            and _is_set_off(above, text, len(found) <= lead + 1)
        ):
            found[-1].text = f"{above} {text}"
        else:
            found.append(CopiedPiece(text, at, not found, gap and not found))
    return found


def _is_set_off(upper: str, lower: str, first: bool) -> bool:
    """Whether the blank between two pieces only sets a figure off: not behind a row's number, a name, a time, a heading."""
    if first and upper.isdecimal():
        return is_time(upper + lower) or (len(lower) == 1 and not is_ordinal(lower))
    flat = squeezed(upper)
    if is_time(squeezed(upper + lower)) or (flat[0].isdigit() and leaves_time_open(flat)):
        return True
    return not (
        all_bodies(flat) or is_time(flat) or is_persons(upper) or is_heading(flat) or flat in lexicon_of().empty
    )


def _rows(pieces: Sequence[CopiedPiece], cells: CopiedCells, lead: int) -> list[CopiedRow]:
    """The rows, by the series of numbers under which all of them are cheapest."""
    first = next((k for k, piece in enumerate(pieces) if not is_heading(squeezed(piece.text))), 0)
    if lead:
        first = next((k for k in range(first, min(first + _MOST_GROUP, len(pieces))) if value(pieces[k].text)), first)
    if not pieces or not value(pieces[first].text):
        return []
    at: dict[int, list[int]] = {}
    for k, piece in enumerate(pieces):
        begins = piece.first or k == first or is_heading(squeezed(pieces[k - 1].text)) or (lead and pieces[k - 1].first)
        if piece.text.isdecimal() and begins:
            at.setdefault(int(piece.text), []).append(k)
    due = int(pieces[first].text)
    ways: dict[int, tuple[float, list[CopiedRow]]] = {first: (0.0, [(0 if lead else first, first, first)])}
    while any(k > min(ways) for k in at.get(due + 1, ())):
        following: dict[int, tuple[float, list[CopiedRow]]] = {}
        for k in at[due + 1]:
            for cost, start in _groups_before(pieces, k) if lead else [(0.0, k)]:
                for number, (before, rows) in ways.items():
                    if number >= start:
                        continue
                    stop = _stop(pieces, number, start)
                    total = before + cost + cells.cells(pieces[number + 1 : stop])[0]
                    if k not in following or total < following[k][0]:
                        following[k] = total, [*rows[:-1], (*rows[-1][:2], stop), (start, k, k)]
        ways, due = following, due + 1
    number = min(ways, key=lambda k: ways[k][0])
    *rows, last = ways[number][1]
    return [*rows, (*last[:2], _end(pieces, number, cells))]


def _groups_before(pieces: Sequence[CopiedPiece], number: int) -> Iterator[tuple[float, int]]:
    """How far before a number its row may begin with the name of a group of rows, and what speaks against that."""
    yield LEAD * SKIP["category"], number
    for start in range(number - 1, max(0, number - _MOST_GROUP), -1):
        text = squeezed("".join(piece.text for piece in pieces[start:number]))
        if len(text) > _LONGEST_GROUP or text[-1] in "。；;、，":
            return
        yield fit_of("category", text) + _GROUP_LINE * (number - start - 1), start


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


def _widths(pieces: Sequence[CopiedPiece], rows: Sequence[CopiedRow], cells: CopiedCells) -> list[int]:
    """Of each column the width of its full lines: of the widest with a line below them in their cells, or, where others are wider,
    of these; 0 where few cells have several lines."""
    broken: list[list[int]] = [[] for _ in cells.columns]
    found: list[list[int]] = [[] for _ in cells.columns]
    for _, number, stop in rows:
        row = pieces[number + 1 : stop]
        for c, (i, j) in enumerate(cells.cells(row)[1]):
            wide = [columns(piece.text) for piece in row[i:j]]
            found[c] += wide
            broken[c] += wide[:-1]
    slots = [c for c, column in enumerate(cells.columns) if column.kind == "slot"]
    for each in (broken, found):
        shared = [width for c in slots for width in each[c]]
        for c in slots:
            each[c] = shared
    widths: list[int] = []
    for column, own, every in zip(cells.columns, broken, found, strict=True):
        most = sorted(every)[-2] if len(every) > 1 and column.kind in _TEXTS else 0
        widths.append(max(*own, most) if len(own) > 1 else most if most >= _WIDE_COLUMN else 0)
    return widths


def _dump(
    lines: Sequence[Line],
    header: CopiedHead,
    pieces: Sequence[CopiedPiece],
    rows: Sequence[CopiedRow],
    cells: CopiedCells,
) -> Dump | None:
    dump = Dump(list(header.tokens), told=True, written=True)
    costs = unsure = 0.0
    for n, (start, number, stop) in enumerate(rows):
        row = pieces[number + 1 : stop]
        cost, ways = cells.cells(row)
        if not ways:
            return None
        costs += cost
        made = [] if not header.lead else [_group(lines, pieces, start, number)]
        made.append(_cell(lines, pieces[number : number + 1], start=not header.lead))
        for (i, j), column in zip(ways, cells.columns, strict=True):
            made.append(
                _cell(lines, row[i:j])
                if i < j
                else Token([], row[i - 1].at if i else pieces[number].at, cell=0.0, end=END_ROW)
            )
            made[-1].unsure = i < j and not suits(column.kind, made[-1].text)
        for c in cells.ambiguous(row, ways):
            made[c + header.lead + 1].unsure = made[c + header.lead + 2].unsure = True
        unsure += any(each.unsure for each in made)
        dump.tokens += made
        end = rows[n + 1][0] if n + 1 < len(rows) else stop
        dump.tokens += [token(lines[piece.at], piece.text, piece.at, row=0.0) for piece in pieces[stop:end]]
    if costs > _UNLIKELY * len(rows) * len(cells.columns):
        return None
    if unsure * 3 > len(rows):
        dump.unread = "nothing tells which lines make a row"
    return dump


def _group(lines: Sequence[Line], pieces: Sequence[CopiedPiece], start: int, number: int) -> Token:
    """The name of a group of rows in the first cell of a row, or nothing: it is merged with the one above."""
    if start < number:
        return _cell(lines, pieces[start:number], start=True)
    return Token([], pieces[number].at, cell=FAR, row=0.0, end=END_ROW)


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
