"""One lexer a way of dumping: lines → tokens with the evidence of tabs, blanks and blank lines. `bars` has one more.

A lexer takes the lines and the index of the first one, and gives None where that line does not look like its dump. To add
a dump, write such a function and add it to `LEXERS`; nothing else knows dumps by name.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ....grammar.pattern import Pattern
from ....language.header_rows import squeezed
from ....language.openings import APPENDIX, begins_foot
from ....language.script import columns
from ....model.source import Line
from .bars import BAR, closed_until, read_bars
from .broken_cells import CLOSES, UNIT, completes, goes_below, goes_with, widest_below
from .costs import (
    BARE_GAP,
    BARE_STAY,
    BLANK_CELL,
    BLANK_STAY,
    END_ROW,
    FAR,
    FULL_STAY,
    GAP_ROW,
    GAP_STAY,
    GAP_WITHIN,
    LINE_STAY,
    NARROW_STAY,
    NO_GAP,
    NO_GAP_ROW,
    PAD,
    TAB_STAY,
    UNIT_STAY,
    WIDE_STAY,
)
from .tokens import Token, is_heading, token

_STOP = Pattern(r"[（(]此页无正文[)）]|特此.{2,6}$|(?:填表|填报|制表|审核)[人单位日期]*[:：]")
_FIELD = Pattern(r"(\s*)(\S+)")
_APART = Pattern(r"\t|[|｜│┃║]")  # what parts cells in dumps of other kinds
_STRAY = Pattern(r"[“”‘’\"']+")
_HAN = Pattern(r"[㐀-鿿]")
_MID_DOTS = "・·•．"  # what stands between words written downwards
_WORD = 14  # characters that a header word has at most
_FEW_FULL = 3  # lines that are full
_NARROW, _ONE = 20, 2  # half-width columns that a line has at least, to be one of them; those of a character
_HEADER = 3  # lines that a header has at most
_SAMPLE = 80  # lines by which a dump shows what its blank lines mean
_MOST, _SOME, _FEW = 0.6, 0.08, 0.02  # shares of the cells that stand behind a blank line


@dataclass(slots=True)
class Dump:
    """The tokens of a dump. `told`: it shows where rows begin; `written`: it writes empty cells, so that what is missing is
    merged; `counted`: it writes every cell. `marks` are signs between cells: the index of a line, why it is left out, what it says."""

    tokens: list[Token]
    told: bool = False
    written: bool = False
    counted: bool = False
    marks: list[tuple[int, str, str]] = field(default_factory=list)
    unread: str = ""  # why its cells cannot be told apart
    closed: int = 0  # behind which line its cells end, where each is closed by a bar of its own, empty ones too


Lexer = Callable[[Sequence[Line], int], Dump | None]


def is_stop(text: str) -> bool:
    """Whether a line, its blanks removed, surely stands below a table: 附件2, 注：…, 填表人：…"""
    return _STOP.match(text) is not None or begins_foot(text) or APPENDIX.fullmatch(text) is not None


def tabs(lines: Sequence[Line], at: int) -> Dump | None:
    """Fields apart by tabs; a line without a tab is a heading or the rest of a cell."""
    if "\t" not in lines[at].text.strip(" ") and not (at + 1 < len(lines) and _is_half(lines[at], lines[at + 1])):
        return None
    dump = Dump([], told=True, written=True)
    gap = False
    lead, width = _edges(lines[at : at + _SAMPLE])
    for k in range(at, len(lines)):
        line, text = lines[k], lines[k].text
        if not text.strip():
            gap = gap or bool(dump.tokens)
            continue
        fields = [part.strip(" \u3000") for part in text.split("\t")]
        fields = fields[lead:] if text[0] == "\t" else fields
        if len(fields) == 1:
            if is_stop(squeezed(text)):
                break
            dump.tokens.append(token(line, text, k, stay=BARE_STAY + BARE_GAP * gap, row=0.0))
        else:
            once = _once(fields, k, dump.marks)
            once += [""] * (width - len(fields))
            dump.tokens += _row(line, k, once, stay=TAB_STAY + BARE_GAP * gap)
            dump.tokens[-1].alone = max(dump.tokens[-1].alone, len(fields) - len(once))
        gap = False
    return dump


def _edges(lines: Sequence[Line]) -> tuple[int, int]:
    """How many tabs lead each line of fields, and how many fields a line has where some are written empty but none at a line's end,
    as after a program that cuts white space there; 0 for lines that are as they were."""
    rows = [line.text.split("\t") for line in lines if "\t" in line.text.strip()]
    lead = min((next(n for n, field in enumerate(row) if field.strip()) for row in rows), default=0)
    gaps = any(not field.strip() for row in rows for field in row[lead:])
    tabbed = ["\t" in line.text.strip() for line in lines]
    end = len(lines) - tabbed[::-1].index(True) if rows else 0
    broken = any(
        flat and not tab and not is_heading(flat)
        for tab, flat in zip(tabbed[:end], (squeezed(line.text) for line in lines), strict=False)
    )  # a line may be short because the rest of its cell stands on the next
    cut = gaps and not broken and all(row[-1].strip() for row in rows)
    return lead, max(len(row) - lead for row in rows[:_HEADER]) if cut else 0


def _is_half(line: Line, following: Line) -> bool:
    """Whether a line may be the upper half of the first header word of the row that follows: 序 / 号⇥工作任务⇥…"""
    return 0 < len(line.text.strip()) <= 4 and "\t" in following.text.strip(" \t")


def _row(line: Line, k: int, fields: Sequence[str], stay: float = FAR) -> list[Token]:
    """The fields of a line; empty ones at its end may be padding."""
    shown = max((n for n, text in enumerate(fields) if text), default=0)
    first = token(line, fields[0], k, stay=stay if fields[0] else FAR, row=0.0, end=END_ROW)
    rest = [_field(line, text, k, n > shown) for n, text in enumerate(fields[1:], 1)]
    if fields[0] and not shown:
        first.alone = len(rest)
        for each in rest:
            each.pad = 0.0
    return [first, *rest]


def _field(line: Line, text: str, k: int, loose: bool) -> Token:
    found = token(line, text, k, cell=0.0, end=END_ROW)
    found.loose, found.pad = loose, PAD
    return found


def _once(fields: list[str], k: int, marks: list[tuple[int, str, str]]) -> list[str]:
    """What a merged cell says in each field of a line, three or more, once."""
    if len(fields) > 2 and len(set(fields)) == 1 and len(fields[0]) > 1 and not fields[0].isdecimal():
        marks.append((k, "repeated-cell", "".join(fields[1:])))
        return fields[:1]
    return fields


def marked(lines: Sequence[Line], at: int) -> Dump | None:
    """A tab before each cell, a blank line after each row, as rich-text editors save tables."""
    if lines[at].text[:1] != "\t" or "\t" in lines[at].text.strip():
        return None
    dump = Dump([], told=True, written=True)
    gap = True
    for k in range(at, len(lines)):
        line, text = lines[k], lines[k].text
        if not text.strip() and text[:1] != "\t":
            dump.tokens.append(_field(line, "", k, True))
            dump.tokens[-1].blank, dump.tokens[-1].end = True, 0.0
            gap = True
        elif text[:1] == "\t":
            cell = GAP_WITHIN if gap and text.strip() else 0.0
            dump.tokens.append(token(line, text, k, cell=cell, row=0.0 if gap else FAR, end=END_ROW))
            gap = False
        elif gap and is_stop(squeezed(text)):
            break
        else:
            dump.tokens.append(token(line, text, k, stay=GAP_STAY if gap else 0.0, row=0.0 if gap else FAR))
            gap = False
    return dump


def blanks(lines: Sequence[Line], at: int) -> Dump | None:
    """Cells apart by blanks: several surely are a cell's end, a single one may be; lines set in go on the cells above."""
    if _APART.search(lines[at].text) or (len(lines[at].text.split()) < 3 and not _is_word(lines[at])):
        return None
    dump = Dump([], told=True)
    above: list[tuple[int, Token]] = []  # where the cells of the row begin, and the last piece of each
    deep = rows = first = 0
    widest = widest_below(lines[at : at + _SAMPLE])
    gaps: set[str] = set()  # between cells, where a line has three or more
    for k in range(at, len(lines)):
        line = lines[k]
        if not line.text.strip():
            if dump.tokens and not _row_follows(lines, k + 1):
                break
            above = []
            continue
        if _APART.search(line.text.strip()) or is_stop(squeezed(line.text)):
            break
        if above and (goes_below(line, above, k, widest) or completes(line, dump.tokens[first:], k)):
            continue
        first = len(dump.tokens)
        above = []
        pieces = list(_FIELD.finditer(line.text.rstrip()))  # blanks at its end would be tried from each of them
        pieces = pieces[: len(_once([piece[2] for piece in pieces], k, dump.marks))]
        width = 0  # of the line before the piece
        for n, match in enumerate(pieces):
            wide = len(match[1]) > 1
            if n and wide and len(pieces) > 2:
                gaps.add(match[1])
            piece = token(line, match[2], k, stay=WIDE_STAY if wide else BLANK_STAY, cell=0.0 if wide else BLANK_CELL)
            piece.end = FAR * (n > 0)  # a table does not end within a line
            if not n:
                piece.stay, piece.cell, piece.row = LINE_STAY, BLANK_CELL, 0.0
            elif not wide and goes_with(pieces[n - 1][2], match[2]):
                piece.stay = UNIT_STAY
            elif not wide and n > 1 and len(pieces[n - 1][2]) <= UNIT:
                piece.stay = NARROW_STAY
            if match is pieces[-1] and match[2][-1] not in "。；;":
                piece.lines = [replace(each, ending="soft") for each in piece.lines]
            dump.tokens.append(piece)
            if wide or not n:
                piece.place = width + columns(match[1].replace("\xa0", " ") + "|") - 1
                above.append((piece.place, piece))
            else:
                above[-1] = (above[-1][0], piece)
            width += columns(match[0])
            if _STRAY.fullmatch(match[2]):
                dump.unread = "quotation marks have lost what they held"
        rows += 1
        deep += len(pieces) > 2 or (len(pieces) > 1 and len(pieces[1][1]) > 1)
    if len(gaps) == 1:
        for each in dump.tokens:
            each.place = None  # the same blanks between all cells keep no columns
    return dump if deep > 1 and deep * 4 >= rows else None


def _row_follows(lines: Sequence[Line], k: int) -> bool:
    """Whether a line of pieces stands at line k, perhaps below a heading with a label and a blank line of its own."""
    pieces = lines[k].text.split() if k < len(lines) else []
    if len(pieces) != 1 or not is_heading(pieces[0]):
        return len(pieces) > 1
    below = next((line.text for line in lines[k + 1 : k + 3] if line.text.strip()), "")
    return len(below.split()) > 2


def _is_word(line: Line) -> bool:
    return "\t" not in line.text and not BAR.search(line.text) and 0 < len(squeezed(line.text)) <= _WORD


def stacked(lines: Sequence[Line], at: int) -> Dump | None:
    """A cell a line, the words of the header perhaps all on one; blank lines may stand between all cells, between rows only, or nowhere."""
    words = _words_above_cells(lines, at)
    if not words and not _is_word(lines[at]):
        return None
    shown: list[tuple[str, int, bool]] = []
    gap = downwards = False
    for k in range(at + bool(words), len(lines)):
        flat = squeezed(lines[k].text)
        if not flat:
            gap = True
            continue
        if "\t" in lines[k].text.strip() or (shown and is_stop(flat)):
            break
        letter = len(flat) == 1 and (_HAN.match(flat) or (downwards and flat in _MID_DOTS))
        if shown and not gap and letter and (downwards or len(shown[-1][0]) == 1):
            shown[-1], downwards = (shown[-1][0] + flat, *shown[-1][1:]), True  # written downwards
        else:
            shown.append((lines[k].text, k, gap and bool(shown)))
            downwards = False
        gap = False
    share = sum(gap for *_, gap in shown[:_SAMPLE]) / max(1, len(shown[:_SAMPLE]))
    near, far = (LINE_STAY, 0.0, 0.0), (LINE_STAY, 0.0, 0.0)  # stay, cell, row: without and with a blank line before
    if share > _MOST:
        near, far = (0.0, NO_GAP, NO_GAP), (GAP_STAY, 0.0, 0.0)
    elif share > _FEW:
        near = (LINE_STAY, 0.0, NO_GAP_ROW if share > _SOME else 0.0)
        far = (LINE_STAY + GAP_WITHIN, GAP_WITHIN, GAP_ROW)
    full = _full_width([text for text, *_ in shown[:_SAMPLE]])
    found = [token(lines[at], word, at, cell=0.0, row=FAR if n else 0.0) for n, word in enumerate(words)]
    for text, k, gap in shown:
        stay, cell, row = far if gap else near
        if found and squeezed(text)[0] in CLOSES:
            stay, cell, row = 0.0, FAR, FAR
        elif full and not gap and columns(found[-1].text if found else "") >= full:
            stay += FULL_STAY
            found[-1].lines = [replace(line, ending="soft") for line in found[-1].lines]
        found.append(token(lines[k], text, k, stay=stay, cell=cell, row=row))
    return Dump(found)


def _words_above_cells(lines: Sequence[Line], at: int) -> list[str]:
    """The words of a line, two or more, where the lines below it have one piece each; [] for another line."""
    words = lines[at].text.split()
    if len(words) < 2 or BAR.search(lines[at].text) or max(map(len, words)) > _WORD:
        return []
    below = [pieces for line in lines[at + 1 : at + 1 + 2 * _SAMPLE] if (pieces := line.text.split())][: 2 * len(words)]
    return words if len(below) >= len(words) and all(len(pieces) == 1 for pieces in below) else []


def _full_width(texts: Sequence[str]) -> int:
    """The width from which on a line of a cell is full where most long lines are: their cells were broken there. 0 for other dumps."""
    widths = sorted(columns(text.strip()) for text in texts)
    most = widths[-1] if widths else 0
    full = sum(width >= most - _ONE for width in widths)
    broken = most >= _NARROW and full >= _FEW_FULL
    return most - _ONE if broken and full * 3 >= sum(width * 2 > most for width in widths) else 0


def counted(lines: Sequence[Line], at: int) -> Dump | None:
    """A cell a line, an empty cell a blank line, as office programs export text."""
    if not _is_word(lines[at]) or all(line.text.strip() for line in lines[at : at + _SAMPLE]):
        return None
    dump = Dump([], written=True, counted=True)
    for k in range(at, len(lines)):
        flat = squeezed(lines[k].text)
        if "\t" in lines[k].text.strip() or (flat and is_stop(flat)):
            break
        dump.tokens.append(token(lines[k], lines[k].text, k, stay=LINE_STAY if flat else FAR, cell=0.0, row=0.0))
    spoken = [bool(each.lines) for each in dump.tokens[:_SAMPLE]]
    beside = sum(a and b for a, b in itertools.pairwise(spoken))
    return dump if not all(spoken) and beside * 5 > sum(spoken) else None


def bars(lines: Sequence[Line], at: int) -> Dump | None:
    """Cells apart by bars."""
    found = read_bars(lines, at)
    return Dump(*found, closed=closed_until(lines, at)) if found else None


def closed_blanks(lines: Sequence[Line], at: int) -> Dump | None:
    """Cells each of which is closed by a bar on a line of its own, empty ones too."""
    closed = closed_until(lines, at)
    found = read_bars(lines, at, blanks=True) if closed else None
    if found is None or found[1] or all(each.lines for each in found[0]):
        return None
    return Dump(found[0], written=True, marks=found[4], unread=found[5], closed=closed)


LEXERS: tuple[Lexer, ...] = (tabs, marked, bars, closed_blanks, blanks, stacked, counted)
