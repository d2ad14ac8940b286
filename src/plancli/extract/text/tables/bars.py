"""The lexer of dumps with bars: a row a line, a drawn box, or a cell a line with its bar before, behind or below it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, takewhile
from typing import NamedTuple

from ....grammar.pattern import Pattern
from ....language.bodies import bodies
from ....language.header_rows import squeezed
from ....language.script import columns
from ....language.times import is_time
from ....model.source import Line
from .costs import BARE_STAY, END_ROW, FAR, ODD_ROW, TAB_STAY
from .padded_bars import lines_going_on
from .tokens import Token, go_on, lists_names, once_said, token

BAR = Pattern(r"[|｜│┃║]")
RULE = Pattern(r"[\s+\-=:_—|｜─-╿]+")
_CORNER = Pattern("[┌-╋╒-╬]")  # with arms of one kind or of two: ╞
_PARTIAL = Pattern(r"[㐀-鿿]|[│┃|]\s*[│┃|]|[│┃|][^─┼┬┴]*[├┤]")  # a rule with an open cell beside it
_BREAK = Pattern(r"<br\s*/?>|\\n(?![A-Za-z])", re.IGNORECASE)  # \n as a program wrote it
_GOES_ON = "\\\\"  # at a cell's end in org mode
_AT_MARGIN = Pattern(r"[^\S\n]*[^\s|｜│┃║]")
_LED = Pattern(r"[|｜]\s*[^|｜\s][^|｜]*$")
_INDENTED = Pattern(r"[ \u3000\t]+[|｜]")
_FAR_LINES = 15  # lines without a bar that end the region of the bars
_DASHES = 2  # such a line of dashes stands between days: 3.4 / — / 3.8
_FIELDS = 3  # a line with more of them, empty ones and what is outside its bars too, is no single cell
_BOX_RULES = 3  # a box drawn with so many rules has a rule between its rows
_ROOM = 4  # half-width columns that a full line of a cell may lack, the blanks beside the bars too
_BY_LINE = 0.6  # share of the cells behind a line end below which that is the sign of a row
Marks = list[tuple[int, str, str]]


def signs_of(line: Line) -> str:
    """What of a line parts cells: its bars, or all of a rule; "" for nothing."""
    return squeezed(line.text) if RULE.fullmatch(line.text) else "".join(BAR.findall(line.text))


def closed_until(lines: Sequence[Line], at: int) -> int:
    """Behind which line the cells from line `at` on end where each line is a cell, or the rest of one, and a bar closes it;
    0 where they are written otherwise."""
    end = at
    for k in range(at, len(lines)):
        text = lines[k].text.strip()
        if is_rule(text):
            continue
        if len(BAR.findall(text)) > 1 or BAR.search(text[:-1]):
            return 0
        end = k + 1 if text and BAR.match(text[-1]) else end
        if k - end > _FAR_LINES:
            break
    return end if end > at else 0


def is_rule(text: str) -> bool:
    """Whether a line, stripped, draws a rule: more than the bars of empty cells, or a dash that stands for nothing."""
    drawn = BAR.sub("", text).strip()
    return RULE.fullmatch(text) is not None and bool(drawn) and (len(drawn) > _DASHES or drawn != text)


def behind_rules(lines: Sequence[Line], after: int) -> int:
    """The index behind the bars on lines of their own and the rule that close the last row of a table."""
    for k in range(after, len(lines)):
        text = lines[k].text.strip()
        if BAR.sub("", text).strip() and not is_rule(text):
            break
        after = k + 1 if text else after
        if is_rule(text):
            break
    return after


def read_bars(
    lines: Sequence[Line], at: int, *, blanks: bool = False
) -> tuple[list[Token], bool, bool, bool, Marks, str] | None:
    """The tokens from line `at` on, and what `lexers.Dump` says beside them; None where there are no bars near. `blanks`: nothing
    between two bars on lines of their own is an empty cell."""
    if not any(BAR.search(line.text) for line in lines[at : at + 4]):
        return None
    end, far = at, 0
    for k in range(at, len(lines)):
        far = 0 if BAR.search(lines[k].text) or _CORNER.search(lines[k].text) else far + bool(lines[k].text.strip())
        end = k + 1 if not far else end
        if far > _FAR_LINES:
            break
    if end < len(lines) and BAR.fullmatch(lines[end - 1].text.strip()) and _is_value(squeezed(lines[end].text)):
        end += 1  # the last cell, where bars of their own lines stand between cells
    goes_on = any(text and not BAR.search(text) for line in lines[at:end] if (text := line.text.strip()))
    while goes_on and end < len(lines) and _is_value(squeezed(lines[end].text)):
        end += 1  # the last cell of the last row has several lines, as others have
    region = lines[at:end]
    shown = [line.text for line in region if BAR.sub("", line.text).strip() and not RULE.fullmatch(line.text)]
    if sum(_cells(text) > 1 or len(BAR.split(text.strip())) > _FIELDS for text in shown) * 2 < len(shown):
        return _cells_of_lines(region, at, blanks=blanks)
    unread = ""
    if any(_CORNER.search(line.text) and _PARTIAL.search(line.text) for line in region):
        unread = "rules stand in some of its columns only"
    tokens, marks = _rows(region, at)
    return tokens, True, True, False, marks, unread


def _is_value(text: str) -> bool:
    return is_time(text) or bodies().is_body(text)


def _cells(text: str) -> int:
    return sum(bool(field.strip()) for field in BAR.split(text))


def _rows(region: Sequence[Line], at: int) -> tuple[list[Token], Marks]:
    """Where a line is a row; in a box with rules between its rows, the lines between two rules are."""
    block = takewhile(lambda line: BAR.search(line.text) or RULE.fullmatch(line.text), region)
    rules = sum(is_rule(line.text) for line in block)  # up to the next table's
    texts = [text for line in region if BAR.search(text := line.text.strip()) and not is_rule(text)]
    outer = sum(bool(BAR.match(text)) for text in texts) * 2 > len(texts)
    closed = outer or BAR.match(texts[0][-1]) is not None  # a bar at a line's end closes its last cell
    tokens: list[Token] = []
    row: list[Token] = []
    broken = False  # a cell of the row above says that it goes on below
    marks: Marks = []
    barred = [k for k, line in enumerate(region, at) if BAR.search(line.text) and not is_rule(line.text.strip())]
    below = (
        {barred[n] for n in lines_going_on([region[k - at].text.strip() for k in barred])}
        if rules < _BOX_RULES
        else set[int]()
    )
    for k, line in enumerate(region, at):
        text = line.text.strip()
        if not text or is_rule(text):
            marks += [(k, "rule", text)] if text else []
            row = row if not text else []
            continue
        if not BAR.search(text):
            tokens.append(token(line, text, k, stay=BARE_STAY, row=0.0))
            row = []
            continue
        marks.append((k, "rule", "".join(BAR.findall(text))))
        raw = BAR.split(text)[int(outer and BAR.match(text) is not None) :]
        raw = raw[:-1] if closed and len(raw) > 1 and not raw[-1].strip() else raw
        written = [_BREAK.sub("\n", field).strip() for field in raw]
        goes_on, broken = broken or k in below, False
        for n in [n for n, field in enumerate(written) if field.endswith(_GOES_ON)]:
            written[n], broken = written[n][: -len(_GOES_ON)].rstrip(), True
            marks.append((k, "rule", _GOES_ON))
        fields = once_said(written, k, marks)
        if (rules >= _BOX_RULES or goes_on) and len(row) == len(fields):
            _go_on(row, line, k, fields, raw)
            continue
        row = _row(line, k, fields, len(written))
        if fields[0] and not BAR.match(text):
            row[0].stay = TAB_STAY  # it may be the last line of a cell: 2.… | …
        tokens += row
    return tokens, marks


def _row(line: Line, k: int, fields: Sequence[str], count: int) -> list[Token]:
    """The tokens of a line that begins a row, on which so many fields are written; empty ones at its end may be padding."""
    row = [token(line, field, k, cell=0.0, end=END_ROW) for field in fields]
    row[0].cell, row[0].row = FAR, 0.0
    shown = max((n for n, field in enumerate(fields) if field), default=0)
    row[0].alone = (count - 1) * (not shown)
    for each in row[shown + 1 :]:
        each.loose = True
    return row


def _go_on(row: Sequence[Token], line: Line, k: int, fields: Sequence[str], raw: Sequence[str]) -> None:
    """Put the fields of a line below the cells of its row; names of a list stand on lines of their own where these are not full."""
    for cell, field, printed in zip(row, fields, raw, strict=False):  # all that a merged cell repeats is printed
        upper = cell.lines[-1].text if cell.lines else ""
        go_on(cell, line, field, k)
        if upper and field and lists_names(upper, field, full=columns(upper) > columns(printed) - _ROOM):
            cell.lines[-2] = replace(cell.lines[-2], ending="unknown")


def _cells_of_lines(
    region: Sequence[Line], at: int, *, blanks: bool
) -> tuple[list[Token], bool, bool, bool, Marks, str]:
    """Where a line is a cell or part of one: a bar ends a cell; rows begin at a bar at the margin, at a line's end where
    these are rare, or nowhere to be seen."""
    ruled = [is_rule(line.text) for line in region]  # ---|---|---| below the header
    texts = ["" if rule else line.text for line, rule in zip(region, ruled, strict=True)]
    marks = [(k, "rule", "".join(BAR.findall(text))) for k, text in enumerate(texts, at) if BAR.search(text)]
    marks += [
        (k, "rule", line.text.strip()) for k, (line, rule) in enumerate(zip(region, ruled, strict=True), at) if rule
    ]
    parts = _parts(texts, at, blanks=blanks)
    told = sum(part.begins for part in parts) > 1
    behind = [part.fresh for part in parts if part.text]
    by_line = sum(behind) < _BY_LINE * len(behind)
    tokens = []
    for text, k, fresh, begins in parts:
        row = 0.0 if begins or (not told and fresh) else FAR if told or not text else ODD_ROW if by_line else 0.0
        cell = FAR if begins else ODD_ROW if by_line and fresh else 0.0
        pieces = [piece.strip() for piece in text.split("\n") if piece.strip()]
        found = [replace(region[k - at + n], text=piece) for n, piece in enumerate(pieces)]
        until = k + max(0, len(text.split("\n")) - 1)
        tokens.append(Token(found, k, cell=cell, row=row, end=END_ROW, until=until))
    shows = told or sum(each.row >= ODD_ROW for each in tokens) * 4 > len(tokens)
    return tokens, shows, shows, False, marks, ""


class _Part(NamedTuple):
    text: str  # the lines of a cell
    at: int  # the index of the first
    fresh: bool  # a line end stands before it
    begins: bool  # a row begins, surely


def _parts(texts: Sequence[str], at: int, *, blanks: bool) -> list[_Part]:
    """What stands between the bars of lines, the first of them line `at`, and the empty cells that the bars show."""
    spoken = sum(bool(BAR.sub("", text).strip()) for text in texts)
    alone = sum(bool(text.strip()) and not BAR.sub("", text).strip() for text in texts) * 2 > spoken
    led = sum(_LED.match(text) is not None for text in texts) * 2 > spoken
    indented = sum(_INDENTED.match(text) is not None for text in texts) > 2
    whole = "\n".join(texts) + "\n"
    parts: list[_Part] = []
    last, sure = -1, False
    starts = [0, *accumulate(len(text) + 1 for text in texts)]  # of the lines in `whole`
    signs = [start + len(text) - len(text.lstrip()) for start, text in zip(starts, texts, strict=False)]
    singles = [len(BAR.findall(text)) < 2 for text in texts]
    for m in [*(bar.start() for bar in BAR.finditer(whole)), len(whole)]:
        piece = whole[last + 1 : m]
        n = bisect_right(starts, m) - 1
        start = starts[n]
        opening = m < len(whole) and signs[n] == m  # the bar is the first sign of its line
        margin = opening and m == start
        of_row = margin and (indented or (_AT_MARGIN.match(whole, m + 1) is not None and not alone and not led))
        before = len(piece) - len(piece.lstrip())
        fresh = last < 0 or "\n" in piece[:before]
        single = m < len(whole) and singles[n]
        empty = (
            single and not of_row and (not fresh or bool(parts and (indented or (opening and (blanks or not alone)))))
        )
        if piece.strip() or empty:
            place = last + 1 + before if piece.strip() else m
            parts.append(_Part(piece.strip(), at + bisect_right(starts, place) - 1, fresh, sure))
            sure = False
        sure, last = sure or (of_row and bool(parts)), m
    return parts
