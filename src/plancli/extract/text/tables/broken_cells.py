"""Pieces and lines of a dump with blanks that go on a cell before them: parts of a date, lines below the cells of a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ....grammar.pattern import Pattern
from ....language.bodies import all_bodies, bodies
from ....language.header_rows import squeezed
from ....language.openings import begins_item
from ....language.script import columns
from ....language.time_pieces import goes_on_month
from ....language.times import is_time
from ....model.source import Line
from .tokens import Token, ends_time_above, go_on, is_heading, is_ordinal, is_persons

UNIT = 4  # characters of parts of a date: 3月 15日
_GOES_ON = "、，,（("
CLOSES = "，。；、：）)》”"  # what begins no cell
_NARROW = 8  # half-width columns; in as narrow a column each cell is as wide
_LEAST_PIECES = 3
_RAGGED = 3  # half-width columns that a full line may lack
_NEAR = 2  # half-width columns by which the lines of a cell may differ
_OPEN = ("、", "，", ",")
_BELOW = Pattern(r"\S+(?:\s\S+)*")  # what no two blanks divide


def goes_with(piece: str, following: str) -> bool:
    """Whether a blank stands between a number and its unit, or inside a padded name."""
    if piece[-1].isdigit() != following[0].isdigit():
        return piece.isdecimal() or following.isdecimal() or max(len(piece), len(following)) <= UNIT
    return len(piece) == len(following) == 1


def widest_below(lines: Sequence[Line]) -> dict[int, int]:
    """For each half-width column where cells begin, two or more, the width of the widest: what is as wide may have been broken."""
    widths: dict[int, list[int]] = {}
    for line in lines:
        for start, text in _cells(line):
            widths.setdefault(start, []).append(columns(text))
    return {start: max(found) for start, found in widths.items() if len(found) > 1}


def _cells(line: Line) -> Iterator[tuple[int, str]]:
    """What no two blanks divide, and the half-width column where it begins."""
    start = behind = 0
    for match in _BELOW.finditer(line.text):
        start, behind = start + columns(line.text[behind : match.start()] + "|") - 1, match.start()
        yield start, match[0]


def goes_below(line: Line, above: Sequence[tuple[int, Token]], k: int, widest: Mapping[int, int]) -> bool:
    """Whether a line stands below cells of the row above it, and so goes on them: then it is put there. One that is not set in does
    where these cells are as wide as their columns (`widest`)."""
    indent = len(line.text) - len(line.text.lstrip())
    if len(above) < 2:
        return False
    below = []
    for start, text in _cells(line):
        near = [piece for place, piece in above[indent >= _NEAR :] if abs(place - start) <= _NEAR]
        if not near:
            return False
        below.append((near[0], text, start))
    ends = [piece.lines[-1].text.strip() for piece, *_ in below]
    cut = any(is_cut(end, text) for end, (_, text, _) in zip(ends, below, strict=True))
    full = all(_is_full(piece, start, widest) for piece, _, start in below)
    if (indent < _NEAR and not full) or (not cut and _begins_row(ends, [text for _, text, _ in below])):
        return False
    last = above[-1][1] is below[-1][0]
    cut = cut or (full and len(below) == 1 and ends[0][-1] not in "。；")
    if (
        (indent < _NEAR and begins_item(below[0][1]))
        or below[0][1].isdecimal()
        or (last and not cut and len(below) == len(above) - [p for _, p in above].index(below[0][0]))
    ):
        return False  # a row of its own beside merged cells
    for piece, text, _ in below:
        go_on(piece, line, text, k)
    return True


def _begins_row(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether cells below others have a row of their own; persons by themselves may be more of those above."""
    several = len(upper) > 1
    return any(are_two_cells(a, b) and (several or not is_persons(b)) for a, b in zip(upper, lower, strict=True))


def are_two_cells(upper: str, lower: str) -> bool:
    """Whether a week stands below a week, or a whole time or person below another: each is a cell of its own."""
    if is_ordinal(upper) and is_ordinal(lower):
        return True
    return any(whole(squeezed(upper)) and whole(squeezed(lower)) for whole in (is_time, is_persons))


def is_cut(upper: str, lower: str) -> bool:
    """Whether a line end surely stands inside a cell: signs show it, or only both together are names of bodies."""
    return shows_cut(upper, lower) or (not all_bodies(lower) and all_bodies(upper + lower))


def shows_cut(upper: str, lower: str) -> bool:
    """Whether a line ends with a sign that goes on, or the next begins with one that closes."""
    return upper[-1:] in _GOES_ON or lower[0] in CLOSES


def _is_full(piece: Token, start: int, widest: Mapping[int, int]) -> bool:
    most = max((widest.get(start + n, 0) for n in range(-_NEAR, _NEAR + 1)), default=0)
    return columns(piece.lines[-1].text.strip()) >= most - _NEAR > _NARROW


def completes(line: Line, row: Sequence[Token], k: int, widths: Mapping[int, Sequence[int]] | None) -> bool:
    """Whether a line is the rest of a cell that a narrow column has broken off above: of a time, of a name or a list of names where
    the last of the row is a time; where single blanks part cells, of a time anywhere, or of the one cell as wide as its column
    (`widths`, of rows of as many pieces). Then it is put there."""
    text = line.text.strip()
    if len(text.split()) > 1 or len(row) < _LEAST_PIECES:
        return False
    for each in row[1:] if widths is not None else ():
        upper, lower = squeezed(each.lines[-1].text), squeezed(text)
        if ends_time_above(upper, lower) or (is_time(upper) and goes_on_month(upper, lower)):
            go_on(each, line, text, k)
            return True
    if is_time(squeezed(row[-1].text)):
        for each in reversed(row[:-1]):
            names = each.text.endswith(_OPEN) and all_bodies(text)
            if names or (not each.text[-1:].isdigit() and not all_bodies(each.text) and all_bodies(each.text + text)):
                go_on(each, line, text, k)
                return True
    return _goes_on_the_full_one(line, row, k, (widths or {}).get(len(row), ()))


def _goes_on_the_full_one(line: Line, row: Sequence[Token], k: int, widths: Sequence[int]) -> bool:
    """Put a line below the one cell of a row that is as wide as its column, and no body, person or time; False for other lines."""
    text = line.text.strip()
    named = all_bodies(text) and bodies().is_particular(text)
    if not widths or begins_item(text) or text.isdecimal() or is_heading(squeezed(text)) or named:
        return False
    full = [
        each
        for each, width in zip(row, widths, strict=True)
        if columns(each.lines[-1].text.strip()) >= width - _RAGGED > _NARROW
    ]
    if len(full) != 1 or full[0] in (row[0], row[-1]) or all_bodies(full[0].text) or is_time(squeezed(full[0].text)):
        return False
    go_on(full[0], line, text, k)
    return True


def widths_of_pieces(lines: Sequence[Line]) -> dict[int, list[int]]:
    """How wide the widest pieces of lines are that single blanks part, by how many a line has; nothing where the line below the first
    has one piece, which may head rows."""
    rows = [line.text.split() for line in lines if "  " not in line.text.strip()]
    if len(rows) < _LEAST_PIECES or (len(rows[1]) < 2 and not is_heading("".join(rows[1]))):
        return {}
    found: dict[int, list[int]] = {}
    for row in rows[1:]:
        widths = found.setdefault(len(row), [0] * len(row))
        found[len(row)] = [max(width, columns(piece)) for width, piece in zip(widths, row, strict=True)]
    return found


def breaks_time(upper: str, lower: str) -> bool:
    """Whether a line's end has broken a time: 9月 / 底前, 2月24日—2月 / 28日."""
    upper, lower = squeezed(upper), squeezed(lower)
    return (is_time(upper + lower) and not is_time(lower)) or goes_on_month(upper, lower)
