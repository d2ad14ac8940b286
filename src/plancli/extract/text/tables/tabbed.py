"""The lexers of dumps with tabs: a row a line, or a tab before each cell."""

from __future__ import annotations

from collections.abc import Sequence

from ....language.header_rows import squeezed
from ....model.source import Line
from .costs import BARE_GAP, BARE_STAY, END_ROW, FAR, GAP_STAY, GAP_WITHIN, LINE_STAY, PAD, TAB_STAY
from .dump import SAMPLE, Dump, is_stop
from .tokens import Token, go_on, is_heading, once_said, token

_OPEN = ("：", ":", "、", "，", ",", "（", "(", "《", "“")
_SET_IN = 2  # tabs before cells from which on a page's source has set them in
_HEADER = 3  # lines that a header has at most


def tabs(lines: Sequence[Line], at: int) -> Dump | None:
    """Fields apart by tabs; a line without a tab is a heading or the rest of a cell."""
    if "\t" not in lines[at].text.strip(" ") and not (at + 1 < len(lines) and _is_half(lines[at], lines[at + 1])):
        return None
    dump = Dump([], told=True, written=True)
    gap = False
    lead, width = _edges(lines[at : at + SAMPLE])
    for k in range(at, len(lines)):
        line, text = lines[k], lines[k].text
        if not text.strip():
            gap = gap or bool(dump.tokens)
            continue
        fields = [part.strip(" \u3000") for part in text.split("\t")]
        fields = fields[min(lead, len(fields) - 1) :] if text[0] == "\t" else fields
        if (cell := _left_open(dump.tokens, fields)) is not None:
            go_on(cell, line, fields[-1], k)
            continue
        if len(fields) == 1:
            if is_stop(squeezed(text)):
                break
            dump.tokens.append(token(line, text, k, stay=BARE_STAY + BARE_GAP * gap, row=0.0))
        else:
            once = once_said(fields, k, dump.marks)
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


def _left_open(tokens: Sequence[Token], fields: Sequence[str]) -> Token | None:
    """The one cell of the row above that ends with a sign which more must follow, where a line has a single text set in by tabs:
    it is the rest of that cell."""
    if any(fields[:-1]) or len(fields) < 2 or not fields[-1]:
        return None
    row = tokens[max((k for k, each in enumerate(tokens) if each.row <= 0.0), default=0) :]
    left = [each for each in row if each.text.endswith(_OPEN) and not each.text[:-1].isdecimal()]
    return left[0] if len(left) == 1 else None


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


def marked(lines: Sequence[Line], at: int) -> Dump | None:
    """A tab before each cell, a blank line after each row, as rich-text editors save tables; as many tabs before each as a page's
    source has, fewer on a line of their own between rows."""
    depth = _depth(lines[at].text)
    if not depth or "\t" in lines[at].text.strip():
        return None
    dump = Dump([], told=True, written=True)
    stay = FAR if depth < _SET_IN else LINE_STAY  # a source breaks lines within cells
    gap = True
    for k in range(at, len(lines)):
        line, text = lines[k], lines[k].text
        if not text.strip() and _depth(text) < depth:
            dump.tokens.append(_field(line, "", k, True))
            dump.tokens[-1].blank, dump.tokens[-1].end = True, 0.0
            gap = True
        elif text[:1] == "\t":
            cell = GAP_WITHIN if gap and text.strip() else 0.0
            row = 0.0 if gap else FAR
            dump.tokens.append(token(line, text, k, stay=FAR if gap else stay, cell=cell, row=row, end=END_ROW))
            gap = False
        elif gap and is_stop(squeezed(text)):
            break
        else:
            dump.tokens.append(token(line, text, k, stay=GAP_STAY if gap else 0.0, row=0.0 if gap else FAR))
            gap = False
    return dump


def _depth(text: str) -> int:
    """How many tabs begin a line."""
    return len(text) - len(text.lstrip("\t"))
