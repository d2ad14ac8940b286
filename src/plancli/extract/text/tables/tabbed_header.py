"""The header of a table with tabs: one row or two, its words broken over lines, merged words printed once or repeated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ....language.headers import HeaderRole, lexicon_of
from ....model.source import Line
from .header import field_cells, is_broken, is_header, is_lower_header, leaves_over, repeats_upper, words_over
from .rows import NUMBER, split_row, text_of

_DEEP = 6  # lines that one header row may be broken over
_PROBE = 24  # lines looked at to tell a table's width
_FILLED = re.compile(r"[:：]\s*[^\s（(]")  # 填报单位：某局 is no header word
Cells = list[list[Line]]


@dataclass(slots=True)
class TabHead:
    """A header: its rows as lines of cells, the width of the table, the index of the line after it."""

    rows: list[Cells]
    width: int
    end: int
    over: list[int] | None = None  # for each column the upper word over it, where these are merged


def begins_broken(line: Line, following: Line) -> bool:
    """Whether a line without tabs is the upper half of the first header word of the row that follows: 序 / 号⇥工作任务⇥…"""
    word = line.text.strip()
    return 0 < len(word) <= 4 and "\t" in following.text and is_broken(word, following.text.split("\t")[0].strip())


def find_head(lines: Sequence[Line], at: int) -> TabHead | None:
    """The header at line `at`: as many lines as make the rows below it come out even."""
    first = split_row(lines[at].text if "\t" in lines[at].text else lines[at + 1].text, "tab")
    if first is None or first.one or sum(bool(field.strip()) for field in first.fields) < 2:
        return None
    if any(_FILLED.search(field) for field in first.fields):
        return None
    best: tuple[float, int, TabHead] | None = None
    cells: Cells = [[]]
    for depth in range(1, _DEEP + 1):
        if at + depth > len(lines) or not (text := lines[at + depth - 1].text).strip():
            break
        fields = text.split("\t")
        if depth > 1 and any(NUMBER.fullmatch(field.strip()) for field in fields):
            break
        last = text_of(cells[-1])
        if depth > 1 and "\t" not in text and not is_broken(last, text.strip()):
            break
        added = field_cells(lines[at + depth - 1], fields)
        cells = [*cells[:-1], cells[-1] + added[0], *added[1:]]
        words = [text_of(cell) for cell in cells]
        if ("\t" not in text and depth == 1) or not is_header(words) or len(words) < 2:
            continue
        head = _with_lower_row(lines, cells, at + depth)
        share = _evenness(lines, head)
        if best is None or share > best[0] or (share == best[0] and "\t" not in text):
            best = (share, depth, head)
    return best[2] if best else None


def _with_lower_row(lines: Sequence[Line], cells: Cells, end: int) -> TabHead:
    """The header row `cells` with the row below it, where that has the words beneath merged ones."""
    width = len(cells)
    if (spread := _with_leaves(lines, cells, end)) is not None:
        return spread
    lower: Cells = [[]]
    for depth in range(1, 4):
        if end + depth > len(lines) or "\t" not in (text := lines[end + depth - 1].text):
            break
        added = field_cells(lines[end + depth - 1], text.split("\t"))
        lower = [*lower[:-1], lower[-1] + added[0], *added[1:]]
        if len(lower) < width:
            continue
        shown = [text_of(cell) for cell in lower]
        if not is_lower_header(shown) and not repeats_upper([text_of(cell) for cell in cells], shown):
            break
        if len(lower) == width:
            return TabHead([cells, lower], width, end + depth)
        over = words_over([text_of(cell) for cell in cells], shown)
        if over is not None:
            return TabHead([cells, lower], len(lower), end + depth, over)
    return TabHead([cells], width, end)


def _with_leaves(lines: Sequence[Line], cells: Cells, end: int) -> TabHead | None:
    """The header row `cells` with a lower row that has only the words beneath merged ones, as copied from a web page; the
    rows below tell that they are."""
    if end >= len(lines) or "\t" not in lines[end].text:
        return None
    leaves = field_cells(lines[end], lines[end].text.split("\t"))
    over = leaves_over([text_of(cell) for cell in cells], [text_of(cell) for cell in leaves])
    if over is None:
        return None
    lower: Cells = []
    upper: list[int] = []
    for k in range(len(cells)):
        below = [leaf for leaf, parent in zip(leaves, over, strict=True) if parent == k]
        lower += below or [[]]
        upper += [k] * max(len(below), 1)
    head = TabHead([cells, lower], len(lower), end + 1, upper)
    widths = [len(line.text.split("\t")) for line in lines[end + 1 : end + 1 + _PROBE] if "\t" in line.text]
    return head if len(lower) in widths and max(widths) == len(lower) else None


def _evenness(lines: Sequence[Line], head: TabHead) -> float:
    """How many of the next lines begin a row, or go on with one, without ever running over the width."""
    number = number_column(head)
    held = good = seen = 0
    for line in lines[head.end : head.end + _PROBE]:
        if "\t" not in line.text:
            continue
        fields = line.text.split("\t")
        seen += 1
        if len(fields) == head.width:
            held = len(fields)
            good += 1 if number is None or not fields[number].strip() or NUMBER.fullmatch(fields[number].strip()) else 0
        elif held and held < head.width and held + len(fields) - 1 <= head.width:
            held += len(fields) - 1
            good += held == head.width
        else:
            held = len(fields)
    return good / seen if seen else 0.0


def number_column(head: TabHead) -> int | None:
    """Which column numbers the rows: by the header, the first one where there is none; None where no column does."""
    if not head.rows:
        return 0
    return next((c for c, role in enumerate(roles_of(head)) if role and role.kind == "number"), None)


def roles_of(head: TabHead) -> list[HeaderRole | None]:
    """What each column holds, by the upper header row."""
    if not head.rows:
        return [None] * head.width
    upper = [lexicon_of().role(text_of(cell)) for cell in head.rows[0]]
    return [upper[k] for k in head.over] if head.over else upper
