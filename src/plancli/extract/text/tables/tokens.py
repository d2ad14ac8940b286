"""What lexers give: cells or parts of cells in the order of the text, each with the evidence of where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from ....grammar.pattern import Pattern
from ....language.bodies import all_bodies, bodies
from ....language.header_rows import squeezed
from ....language.headers import Lexicon
from ....language.month_days import is_week
from ....language.numerals import numeral
from ....language.openings import begins_item
from ....language.posts import names_holders
from ....language.roles import words
from ....language.script import simplify
from ....language.surnames import looks_like_person
from ....language.time_pieces import is_rest_of_time
from ....language.times import has_time, is_time, says_deed
from ....model.source import Line
from .costs import FAR

_JOINED = frozenset({"time", "timed", "number", "chain"})  # what a dash stands between

_HAN = "[一二三四五六七八九十]"
_INTEGER = Pattern(r"[（(]?0*(\d{1,4})[)）]?[.．、]?")
_DECIMAL = Pattern(r"(\d{1,2})[.．-](\d{1,2})[.．、]?")  # 1.1, 1.2, 2.1
_ORDINAL = Pattern(rf"[（(]?第?{_HAN}{{1,3}}周?[)）]?")
_MASKED = Pattern(r"\*{2,}\d*|\d+\*{2,}")  # ****002
_ITEM = Pattern(r"(?:(\d{1,2})[.．、](?!\d)|[（(](\d{1,2})[)）]|([①-⑳])|([一二三四五六七八九十]{1,3})、).")
_FORM = Pattern(rf"{_HAN}{{1,3}}、|[（(]{_HAN}+[)）]|[（(]?\d+[.．、)）]|[①-⑳]")
_NUMERALS = Pattern(rf"[\d①-⑳]+|{_HAN}+")
_HEADING = Pattern(rf"(?:{_HAN}{{1,3}}、|[（(]{_HAN}{{1,3}}[)）]|第{_HAN}{{1,3}}[部章类]).{{1,40}}")
_NAMES = Pattern(r"[、，,]")
_PADDED = Pattern(r"(?<=^.)\s+(?=.$)")
_QUOTES = Pattern(r"[“”]")
_MARK = Pattern("[●○◎◉√✓✔☑■◆▲★☆△✱]")
_LIST = Pattern(r"[、，,；;\s/]")
_SHORT, _TEXT, _PERSONS, _BODY = 8, 24, 16, 24  # characters
_HALF = 8  # of a name that a line has broken off
_BACK = 20  # so many numbers back the one before may stand
_NEXT = 2.0  # what speaks for the very next number
_MOST_STEP = 200  # by which the numbers of two rows may differ


@dataclass(slots=True)
class Token:
    """A cell or a part of one: its lines, the index of the line it begins on, and what it costs that it stays in the cell
    before, begins a cell, begins a row, comes after the table (`end`). `loose`: an empty field at a row's end, written empty
    or, at the cost `pad`, padding."""

    lines: list[Line]
    at: int
    stay: float = FAR
    cell: float = FAR
    row: float = FAR
    end: float = 0.0
    loose: bool = False
    pad: float = 0.0
    alone: int = 0  # so many fields that are written empty follow on its line, and nothing else stands there
    blank: bool = False  # a blank line, which may be an empty cell or part rows
    bare: str = ""
    looks: frozenset[str] = frozenset()
    value: int = 0  # of a text that is a number
    item: int = 0  # of the label that begins a text
    form: str = ""
    heading: bool = False  # it has the label of a heading
    until: int = 0  # the index of its last line
    unsure: bool = False  # it may hold what stands in another row or column
    place: int | None = None  # the half-width column where it begins, in a dump that keeps columns by blanks

    @property
    def text(self) -> str:
        """What the lines say, a line feed between them."""
        return "\n".join(line.text.strip() for line in self.lines)


def token(
    line: Line, text: str, at: int, stay: float = FAR, cell: float = FAR, row: float = FAR, end: float = 0.0
) -> Token:
    """A piece of a line, several lines of a field perhaps, as a token."""
    parts = [stripped for part in text.split("\n") if (stripped := part.strip(" \t\u3000"))] if text else []
    lines = [line if part == line.text else _piece(line, part) for part in parts]
    return Token(lines, at, stay, cell, row, end, until=at)


def _piece(line: Line, text: str) -> Line:
    if line.x1 or line.computed or line.bold or line.outline:
        return replace(line, text=text)
    return Line(text, line.number, line.page, line.ending)  # several times as fast, for a line of text alone


def once_said(fields: list[str], k: int, marks: list[tuple[int, str, str]]) -> list[str]:
    """What a merged cell says in each field of a line, three or more, once."""
    if len(fields) > 2 and len(set(fields)) == 1 and len(fields[0]) > 1 and not fields[0].isdecimal():
        marks.append((k, "repeated-cell", "".join(fields[1:])))
        return fields[:1]
    return fields


def go_on(cell: Token, line: Line, text: str, k: int) -> None:
    """Put a piece of line k below the lines of its cell, which the column's width has broken; an item begins a line."""
    if not text:
        return
    if cell.lines:
        cell.lines[-1] = replace(cell.lines[-1], ending="unknown" if begins_anew(cell.lines[-1], text) else "soft")
    cell.lines.append(replace(line, text=text))
    cell.until, cell.loose = k, False


def begins_anew(above: Line, text: str) -> bool:
    """Whether a line of a cell is no rest of the one above."""
    return above.text.strip()[-1:] in ("。", "；", ";") or begins_item(text)


def lists_names(upper: str, lower: str, *, full: bool) -> bool:
    """Whether two lines of a cell name bodies each: a line's end parts them, save that of a full line where 、 parts names."""
    return all_bodies(squeezed(upper)) and all_bodies(squeezed(lower)) and not (full and "、" in upper)


def look_at(tokens: Sequence[Token], lexicon: Lexicon) -> None:
    """Fill in what each token may be."""
    for each in tokens:
        text = each.text
        each.bare, each.value, each.item, each.heading, form = _shape(text)
        if not each.bare:
            continue
        each.looks = looks(text, each.bare, lexicon)
        each.form = form or min(each.looks).replace("bodyish", "bodies")


@lru_cache(maxsize=4096)
def _shape(text: str) -> tuple[str, int, int, bool, str]:
    """A text without blanks; the number that it is or that labels it, whether it has a heading's label, and its label's form."""
    flat = simplify(squeezed(text))
    if not flat:
        return "", 0, 0, False, ""
    item = 0
    if label := _ITEM.match(flat):
        digits = label[1] or label[2]
        item = int(digits) if digits else ord(label[3]) - ord("①") + 1 if label[3] else numeral(label[4]) or 0
    form = _FORM.match(flat)
    return (
        flat,
        value(flat),
        item,
        is_heading(flat),
        _NUMERALS.sub(_numeral, form[0]) if form else "",
    )


def _numeral(match: re.Match[str]) -> str:
    return "一" if match[0][0] in _HAN else "1"


def value(flat: str) -> int:
    """The number that a text is, 0 for other texts; numbers of two parts rise as one series."""
    if match := _INTEGER.fullmatch(flat):
        return int(match[1])
    match = _DECIMAL.fullmatch(flat)
    return 100 * int(match[1]) + int(match[2]) if match else 0


@lru_cache(maxsize=4096)
def looks(text: str, flat: str, lexicon: Lexicon) -> frozenset[str]:
    """What a text may be (`costs.LOOKS`): the aligner takes what suits a column best."""
    if not flat:
        return frozenset()
    if flat in lexicon.empty:
        return frozenset(["dash"])
    if _MARK.fullmatch(flat):
        return frozenset(["mark"])
    if len(flat) <= _SHORT and lexicon.total.match(flat):
        return frozenset(["total"])
    if _INTEGER.fullmatch(flat) or _MASKED.fullmatch(flat):
        return frozenset(["number"])
    if _DECIMAL.fullmatch(flat):
        return frozenset(["number", "time"])
    if is_ordinal(flat):
        return frozenset(["ordinal"])
    names = _QUOTES.sub("", simplify(text)).rstrip("。；;")
    listed = [name for name in _LIST.split(names) if name]
    named = max(map(len, listed), default=_BODY + 1) <= _BODY and all_bodies(names)
    particular = named and all(map(bodies().is_particular, listed))
    stopped = flat[-1] in "。；;"
    if is_time(flat):  # 9月1日正式上课 says what is done as well
        return frozenset(["time", "timed"] if says_deed(flat) else ["time"])
    if named and not stopped:
        return frozenset(["bodies" if particular else "bodyish"])
    found = {"sentence" if stopped or len(flat) > _TEXT else "short" if len(flat) <= _SHORT else "text"}
    if particular or _breaks_off(names):
        found.add("bodies")  # a name with a full stop may be a sentence
    if has_time(flat):
        found.add("timed")
    elif len(flat) <= _PERSONS and (is_persons(text) or all(map(names_holders, _NAMES.split(flat)))):
        found.add("person")
    return frozenset(found)


def _breaks_off(names: str) -> bool:
    """Whether a line has broken off a list of two bodies, the first of which is said to lead: 县农机站牵头，气象."""
    first, _, half = names.rpartition("，")
    return 0 < len(half) <= _HALF and words().has_lead(first[-_HALF:]) and all_bodies(first)


def is_persons(text: str) -> bool:
    """Whether a text is nothing but names of persons, by their surnames; 白　岩 is one."""
    parts = [_PADDED.sub("", part.strip()) for part in _NAMES.split(text.strip("、，, \t\n\u3000"))]
    return all(looks_like_person(name) for part in parts for name in (part.split() or [""]))


def number_of_item(text: str) -> int:
    """The number of the label that begins a text: 2.完善…; 0 for another text."""
    return _shape(text)[2]


def is_heading(flat: str) -> bool:
    """Whether a text has the label of a heading: 一、夯实基础."""
    return _HEADING.fullmatch(flat) is not None


def is_ordinal(text: str) -> bool:
    """Whether a text counts in Chinese numerals or weeks: 一, 第三周."""
    return _ORDINAL.fullmatch(text) is not None or is_week(text)


def mark_chain(tokens: Sequence[Token], *, reach: int | None) -> bool:
    """Mark the numbers that run through the table (1, 2, 3 …; with jumps; anew below a heading): the best rising chain. Where
    rows are told, they stand among the first cells of a row, `reach` behind its start at most."""
    spots = [k for k, each in enumerate(tokens) if each.value and min(each.row, each.cell) < FAR]
    spots = [k for k in spots if "total" not in next((each.looks for each in tokens[k + 1 : k + 3] if each.bare), ())]
    if reach is not None:
        spots = [k for k in spots if any(each.row <= 0.0 for each in tokens[max(0, k - reach) : k + 1])]
    best: list[tuple[float, int]] = []
    top = 0.0
    for n, k in enumerate(spots):
        value = tokens[k].value
        here = (1.0 if value == 1 else 0.2 if n == 0 else -0.5, -1)
        for m in range(n - 1, max(0, n - _BACK) - 1, -1):
            if k - spots[m] > 1:
                here = max(here, (best[m][0] + _gain(tokens[spots[m]], tokens[k], tokens[k - 1]), m))
                if here[0] >= top + _NEXT:
                    break  # none before is better
        best.append(here)
        top = max(top, here[0])
    n = max(range(len(best)), key=lambda m: best[m][0], default=-1)
    if n < 0 or best[n][0] < 2.5:
        return False
    while n >= 0:
        number = tokens[spots[n]]
        number.looks = frozenset({"chain", "number", *(number.looks & {"time"})})  # 1.13 may be a day
        n = best[n][1]
    return True


def _gain(number: Token, later: Token, before: Token) -> float:
    """What speaks for one number being the next after another."""
    step = later.value - number.value
    if 0 < step < _MOST_STEP:
        return _NEXT if step == 1 else 0.8 if step < 4 else 0.4
    return 1.0 if later.value == 1 and not before.value else -9.0


def part_totals(tokens: Sequence[Token]) -> None:
    """Let 合计 begin a row and nothing else, and a figure below it stand in that row."""
    for each, below in pairwise([token for token in tokens if token.bare]):
        if "total" in each.looks and each.row < FAR:
            each.stay = each.cell = FAR
            below.row = FAR if "number" in below.looks else below.row


def is_empty_mark(last: Token, each: Token) -> bool:
    """Whether one of two tokens is a dash that says nothing: it joins no days to others."""
    if "dash" in each.looks:
        return _JOINED.isdisjoint(last.looks)
    return "dash" in last.looks and _JOINED.isdisjoint(each.looks)


def completes_time(last: Token, each: Token) -> bool:
    """Whether two tokens are one time that a narrow cell has broken: 3月底 / 前."""
    return ends_time_above(last.bare, each.bare)


def ends_time_above(upper: str, lower: str) -> bool:
    """Whether a text, its blanks removed, is what a time above it has lost: 3月底 / 前."""
    return is_rest_of_time(lower) and is_time(upper + lower) and not is_time(lower)
