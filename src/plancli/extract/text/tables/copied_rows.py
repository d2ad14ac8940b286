"""The lexer of what PDF viewers copy, and `pdftotext -raw`: each cell with all its lines, one blank or a line's end between cells, so
that nothing shows rows but their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ....grammar.pattern import Pattern
from ....language.bodies import all_bodies
from ....language.header_rows import squeezed
from ....language.headers import lexicon_of
from ....language.marks import is_bare_number
from ....language.script import columns
from ....language.time_pieces import leaves_time_open
from ....language.times import is_time
from ....model.source import Line
from .bars import is_rule
from .copied_bounds import CopiedRow, copied_bounds, with_merged
from .copied_cuts import CopiedCells, CopiedPiece, between
from .copied_heads import CopiedHead, copied_heads
from .costs import END_ROW, FAR
from .dump import Dump, is_stop, is_word
from .held_cells import suits
from .layout_cuts import RAGGED
from .layout_lines import APART
from .tokens import Token, go_on, is_heading, is_ordinal, is_persons, number_of_item, token

_MOST_LINES = 2000
_WIDE = Pattern(r"\S(?:  |\t)\s*\S")
_FEW_WIDE = 0.05  # share of the lines with several blanks within them
_MARK = Pattern("[√✓✔●○■□★☆]")
_LEAST_WORDS, _LEAST_ROWS = 3, 2
_MOST_PER_ROW = 20  # lines to each that has several pieces
_BROKEN = 1.1  # times as many lines as cells, above which cells are broken over lines
_BETWEEN_FIGURES = "年月日号第周至到和-—－–~～、.．/"
_TEXTS = ("task", "theme", "other", "slot", "departments")
_WIDE_COLUMN = 10  # half-width columns of lines that may be full though none goes on below
_FULL_COLUMN = 1.5  # what speaks against a missing cell, more, where most rows have theirs
_UNLIKELY = 1.2  # what speaks against a cell on average, from which on rows are not told


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
    own, marks = _without_headers(lines, block, found)
    pieces = [
        piece
        for k, texts in own
        for piece in copied_pieces(texts, k, found.lead, found.stacked and not lines[k - 1].text.strip())
    ]
    if not found.stacked and not _shows_rows(pieces):
        return None
    if any(column.kind == "slot" for column in found.head.columns) and any(
        _MARK.fullmatch(each.text) for each in pieces
    ):
        return None  # a mark does not say which month it means
    behind = found.head.columns[found.lead + 1 :]
    first = CopiedCells(behind)
    rows = copied_bounds(pieces, first, found.lead)
    if len(rows) < _LEAST_ROWS or (found.stacked and not _are_broken(pieces, rows, first)):
        return None
    second = CopiedCells(behind, _widths(pieces, rows, first), _skips(pieces, rows, first))
    rows = with_merged(pieces, copied_bounds(pieces, second, found.lead), second)
    dump = _dump(lines, found, pieces, rows, second, [k for k, reason, _ in marks if reason == "repeated-header"])
    if dump is None:
        return None
    dump.marks = marks
    return sum(second.cells(pieces[number + 1 : stop])[0] for _, number, stop in rows) + found.head.cost, dump


def _without_headers(
    lines: Sequence[Line], block: Sequence[int], found: CopiedHead
) -> tuple[list[tuple[int, list[str]]], list[tuple[int, str, str]]]:
    """The lines below a header without those that say it again, and without the pages' numbers above these; and what these are."""
    again = {squeezed(lines[k].text) for k in block[: len(block) - len(found.below)]}
    own: list[tuple[int, list[str]]] = []
    marks: list[tuple[int, str, str]] = []
    page = 0
    for k, texts in found.below:
        if "".join(texts) not in again:
            own.append((k, texts))
            continue
        if own and own[-1][0] > (marks[-1][0] if marks else 0) and is_bare_number("".join(own[-1][1])):
            page = int("".join(own[-1][1]))
            marks.append((own.pop()[0], "page-number", str(page)))
        marks.append((k, "repeated-header", lines[k].text.strip()))
    if page and own and "".join(own[-1][1]) == str(page + 1):
        marks.append((own.pop()[0], "page-number", str(page + 1)))
    return own, marks


def _skips(pieces: Sequence[CopiedPiece], rows: Sequence[CopiedRow], cells: CopiedCells) -> list[float]:
    """What it costs that a cell of each column is missing: more where few rows lack theirs."""
    ways = [cells.cells(pieces[number + 1 : stop])[1] for _, number, stop in rows]
    told = [way for way in ways if way]
    full = [sum(way[c][0] < way[c][1] for way in told) * 4 > 3 * len(told) for c in range(len(cells.columns))]
    return [column.skip + _FULL_COLUMN * each for column, each in zip(cells.columns, full, strict=True)]


def _are_broken(pieces: Sequence[CopiedPiece], rows: Sequence[CopiedRow], cells: CopiedCells) -> bool:
    """Whether rows have more lines than cells, and most line ends within these are those of a page: behind lines that are full, and
    end neither a point nor a name."""
    if sum(stop - number - 1 for _, number, stop in rows) <= _BROKEN * len(rows) * len(cells.columns):
        return False
    ends = cut = 0
    found = [(pieces[number + 1 : stop], cells.cells(pieces[number + 1 : stop])[1]) for _, number, stop in rows]
    for c in range(len(cells.columns)):
        own = [row[slice(*ways[c])] for row, ways in found if ways]
        widest = max((columns(piece.text) for cell in own for piece in cell), default=0)
        for cell in own:
            for upper, lower in pairwise(cell):
                ends += 1
                full = columns(upper.text) + columns(lower.text[0]) >= widest - RAGGED
                ended = upper.text[-1] in "。；;：:" or number_of_item(lower.text) >= 1
                ended = ended or (len(lower.text) > 1 and between(upper, lower) != "")  # 办|理 is a word
                cut += full and not ended
    return cut * 2 > ends


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


def copied_pieces(texts: Sequence[str], at: int, lead: int, gap: bool) -> list[CopiedPiece]:
    """The pieces of a line; a blank that typesetting puts between a figure and a word parts nothing, save behind the number of a row,
    which `lead` pieces may stand before."""
    found: list[CopiedPiece] = []
    for text, following in zip(texts, [*texts[1:], ""], strict=True):
        above = found[-1].text if found else ""
        named = len(found) > 1 and len(above) == len(found[-2].text) == 1 and not above.isdigit()  # 何 平
        if (
            above
            and above[-1].isdigit() != text[0].isdigit()
            and not named
            and not (not lead and len(found) == 1 and len(text) == 1 and _is_word_before_figure(text, following))
            and not (above[-1] == "月" and following[:1] == "月")  # 2 月 9 月底前 are two
            and _is_set_off(above, text, len(found) <= lead + 1)
        ):
            found[-1].text = f"{above} {text}"
        else:
            found.append(CopiedPiece(text, at, not found, gap and not found))
    return found


def _is_word_before_figure(text: str, following: str) -> bool:
    """Whether a character between a row's number and a figure begins a cell (1 为 320 名…), and no range (1 至 3 月)."""
    return following[:1].isdigit() and text not in _BETWEEN_FIGURES


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
    turns: Sequence[int],
) -> Dump | None:
    """The rows as a dump; `turns` are the lines behind which pages begin."""
    dump = Dump(list(header.tokens), told=True, written=True)
    costs = unsure = 0.0
    w = len(header.head.columns)
    dump.tokens += [_heading(lines, piece, w) for piece in pieces[: rows[0][0]]]
    for n, (start, number, stop) in enumerate(rows):
        row = pieces[number + 1 : stop]
        cost, ways = cells.cells(row, merged=number < start)
        if not ways:
            return None
        costs += cost
        led = [pieces[start:number], pieces[number : number + 1]] if header.lead else [pieces[start : number + 1]]
        made = [_lead(lines, own, pieces[start].at, start=not c) for c, own in enumerate(led)]
        for (i, j), column in zip(ways, cells.columns, strict=True):
            made.append(
                copied_cell(lines, row[i:j])
                if i < j
                else Token([], row[i - 1].at if i else pieces[number].at, cell=0.0, end=END_ROW)
            )
            if i < j and not suits(column.kind, made[-1].text):
                for each in made if column.kind == "remarks" else made[-1:]:
                    each.unsure = True  # remarks hold what is another row's
        for c in cells.ambiguous(row, ways):
            made[c + header.lead + 1].unsure = made[c + header.lead + 2].unsure = True
        if any(pieces[start].at < k < pieces[stop - 1].at for k in turns):
            for each in made[1:]:
                each.unsure = True  # the rest of each cell stands on the next page, and nothing says whose it is
        unsure += any(each.unsure for each in made)
        dump.tokens += made
        end = rows[n + 1][0] if n + 1 < len(rows) else stop
        dump.tokens += [_heading(lines, piece, w) for piece in pieces[stop:end]]
    if costs > _UNLIKELY * len(rows) * len(cells.columns):
        return None
    if unsure * 3 > len(rows):
        dump.unread = "nothing tells which lines make a row"
    return dump


def _heading(lines: Sequence[Line], piece: CopiedPiece, width: int) -> Token:
    found = token(lines[piece.at], piece.text, piece.at, row=0.0)
    found.alone = width - 1
    return found


def _lead(lines: Sequence[Line], pieces: Sequence[CopiedPiece], at: int, *, start: bool) -> Token:
    """A cell that leads a row, its first one or not: a group's name, a number; nothing where it is merged with the one above."""
    if pieces:
        return copied_cell(lines, pieces, start=start)
    return Token([], at, cell=FAR if start else 0.0, row=0.0 if start else FAR, end=END_ROW)


def copied_cell(lines: Sequence[Line], pieces: Sequence[CopiedPiece], *, start: bool = False) -> Token:
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
