"""Which pieces of a copied page make the cells of a row: the row's pieces in the order in which they were copied, cell after cell, each
of one line or several. What cells hold as a whole, and how their lines end, tell where they part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ....grammar.pattern import Pattern
from ....language.bodies import LEVEL_HEAD, all_bodies, bodies
from ....language.header_rows import squeezed
from ....language.headers import lexicon_of
from ....language.script import columns
from ....language.times import begins_time, is_time
from .broken_cells import CLOSES, is_cut
from .costs import FIT
from .heads import TextColumn
from .tokens import ends_time_above, is_persons, looks, number_of_item

_MOST_PIECES, _MOST_LINES = 60, 14  # of a row, of a cell
_FEW = 2  # characters of what is no cell, but the end of one
_NAME_OF_KIND = 6  # characters of a category that may be anything
_LONG = 60  # characters of a text that can be nothing but prose, or bodies
_NOWHERE = 1e6
_FIRST = Pattern(r"(?:[0-9A-Za-z.%]+|.)[，。；、：）)》”%]*")
_RANGE = "-－—–~～至到"
_BETWEEN_NAMES = "、，,"
_BEHIND_NAME = f"{CLOSES}（("
_NAME_END = Pattern("[、，,；;（(）)]")
# what speaks against two pieces being of one cell
_BLANK = 4.0  # a blank between them
_BLANK_BEHIND_FULL = 1.5  # … behind a line as wide as its column: a reader has put it for the line's end
_GAP = 3.0  # a blank line
_CUT = -1.0  # the line's end cuts a name
_LISTED = 0.0  # … ends a point
_BREAK = 0.2  # … ends a line
_SHORT = 2.0  # … ends one that was not full
_NAMES = 0.3  # names below names
_LEADS = 1.2  # … where one leads
_NO_NAME = 3.0  # … below what is none
_NAME = 1.0  # … below other text
_OPEN_END = 0.8  # a sentence that no sign ends
_CRUMB = 3.0  # a cell of so few characters
_BEHIND_TIME = 2.0  # other text below a time, in a column of such
_TIME = 2.0  # a time below other text
# … of two cells: before a sign that closes, within a name or list, behind a full line
_CLOSING, _WITHIN, _FULL = 4.0, 3.0, 1.5


@dataclass(slots=True, eq=False)
class CopiedPiece:
    """What blanks and line ends part: its text, the index of its line, whether a line's end stands before it, a blank line too."""

    text: str
    at: int
    first: bool
    gap: bool = False


class CopiedCells:
    """The search for the cells of rows under the columns behind the numbers; `widths` are those of the full lines of each, 0 where
    they are not known, `skips` what it costs that a cell of each is missing."""

    def __init__(
        self, columns_: Sequence[TextColumn], widths: Sequence[int] | None = None, skips: Sequence[float] | None = None
    ) -> None:
        self.columns = columns_
        self.skips = skips or [column.skip for column in columns_]
        self.upper = [c for c, column in enumerate(columns_) if column.kind == "task"][:-1]
        self.widths = widths or [0] * len(columns_)
        self.known: dict[tuple[CopiedPiece, int, bool], tuple[float, list[tuple[int, int]]]] = {}

    def cells(self, pieces: Sequence[CopiedPiece], *, merged: bool = False) -> tuple[float, list[tuple[int, int]]]:
        """The pieces of a row behind its number → what speaks against the best way to share them, and from which piece to which
        the cell of each column goes; no way for more pieces than a row has. `merged`: the number is that of the row above, so that the
        tasks which others make finer may be its, too."""
        count = len(pieces)
        if not count or count > _MOST_PIECES:
            return _NOWHERE, []
        key = pieces[0], count, merged
        if key not in self.known:
            self.known[key] = self._search(pieces, merged=merged)
        return self.known[key]

    def _search(self, pieces: Sequence[CopiedPiece], *, merged: bool) -> tuple[float, list[tuple[int, int]]]:
        count = len(pieces)
        signs = ["", *map(between, pieces, pieces[1:])]
        parted = [0.0, *(parts(pieces[k - 1], pieces[k]) for k in range(1, count)), 0.0]
        best = [0.0, *[_NOWHERE] * count]
        came: list[list[int]] = []
        for c, column in enumerate(self.columns):
            skip = 0.0 if merged and c in self.upper else self.skips[c]
            found = [cost + skip for cost in best]
            origins = list(range(count + 1))
            joined = [0.0, *(self.joins(pieces[k - 1], pieces[k], c) for k in range(1, count))]
            for i in range(count):
                if best[i] >= _NOWHERE:
                    continue
                base, joins, text = best[i] + parted[i] + self._behind_full(pieces, i, c), 0.0, ""
                for j in range(i + 1, min(count, i + _MOST_LINES) + 1):
                    joins += joined[j - 1] if text else 0.0
                    if joins > 2 * _BLANK:
                        break
                    text += (signs[j - 1] if text else "") + pieces[j - 1].text
                    cost = base + joins
                    if cost + _least(column.kind) < found[j]:
                        cost += fit_of(column.kind, text)
                        if cost < found[j]:
                            found[j], origins[j] = cost, i
            best = found
            came.append(origins)
        ways: list[tuple[int, int]] = []
        stop = count
        for origins in reversed(came):
            ways.append((origins[stop], stop))
            stop = origins[stop]
        return best[-1], ways[::-1]

    def ambiguous(self, pieces: Sequence[CopiedPiece], ways: Sequence[tuple[int, int]]) -> list[int]:
        """The columns of bodies that stand before others, where names may as well be in the one as in the other."""
        kinds = [column.kind for column in self.columns]
        return [
            c
            for c, ((i, j), (_, stop)) in enumerate(pairwise(ways))
            if kinds[c] == kinds[c + 1] == "departments"
            and not self.columns[c].leads
            and any(
                k != j
                and pieces[k].first
                and not parts(pieces[k - 1], pieces[k])
                and _are_bodies(pieces[i:k])
                and _are_bodies(pieces[k:stop])
                for k in range(i + 1, stop)
            )
        ]

    def _behind_full(self, pieces: Sequence[CopiedPiece], i: int, c: int) -> float:
        """What speaks against a cell's beginning behind a line that is full, as a line of a cell that goes on is."""
        known = [width for width in self.widths[max(0, c - 1) : c + 1] if width]
        if not i or not c or not pieces[i].first or not known or pieces[i - 1].text[-1] in "。；;":
            return 0.0
        if self.columns[c].kind == "time" and begins_time(squeezed(pieces[i].text)):
            return 0.0
        wide = columns(pieces[i - 1].text)
        return _FULL * any(wide <= width < wide + _first_width(pieces[i].text) for width in known)

    def joins(self, upper: CopiedPiece, lower: CopiedPiece, c: int) -> float:
        """What speaks against two pieces being of one cell of a column."""
        kind = self.columns[c].kind
        if lower.gap:
            return _GAP
        if not lower.first:
            if is_cut(upper.text, lower.text) or _is_broken_name(upper.text, lower.text):
                return _BREAK
            full = columns(upper.text) <= self.widths[c] < columns(upper.text) + _first_width(lower.text)
            persons = kind == "leaders" and is_persons(f"{upper.text} {lower.text}")
            return _BREAK if persons else _BLANK_BEHIND_FULL if full else _BLANK
        if lower.text[0] in CLOSES or is_cut(upper.text, lower.text) or upper.text[-1] in "、，,（(":
            return _CUT
        if _is_range(upper.text, lower.text):
            return _CUT
        if kind != "time" and begins_time(squeezed(lower.text)):
            return _TIME
        if kind == "time" and is_time(squeezed(upper.text)):
            rest = ends_time_above(squeezed(upper.text), squeezed(lower.text))
            return _CUT if rest else _BEHIND_TIME * (not is_time(squeezed(lower.text)))
        if number_of_item(lower.text) > 1 or (upper.text[-1] in "。；;" and not all_bodies(lower.text)):
            return _LISTED
        if kind == "departments" and _is_broken_name(upper.text, lower.text):
            return _CUT
        if kind == "departments" and is_persons(lower.text) and not all_bodies(lower.text):
            return _NO_NAME
        first = _NAME_END.split(lower.text)[0] if kind == "departments" else ""
        if len(lower.text) > 1 and (all_bodies(lower.text) or (len(first) > 1 and all_bodies(first))):
            if kind != "departments":
                return _NAME
            if not all_bodies(upper.text):
                return _CUT if _breaks_off_name(upper.text, lower.text) else _NO_NAME
            return _LEADS if self.columns[c].leads else _NAMES
        if kind == "departments" and all_bodies(upper.text) and upper.text[-1] not in _BETWEEN_NAMES:
            return _NAME
        return _SHORT if columns(upper.text) + _first_width(lower.text) <= self.widths[c] else _BREAK


def _first_width(text: str) -> int:
    """The width of what a line's end does not part at a text's beginning: a character or a number, and the signs that close behind it."""
    match = _FIRST.match(text)
    return columns(match[0]) if match else 0


def _is_broken_name(upper: str, lower: str) -> bool:
    """Whether the last name of a line and the first of the next are one known name, and the rest by itself is none that is known."""
    first, rest = _NAME_END.split(upper)[-1], _NAME_END.split(lower)[0]
    known = bodies().is_particular
    short = len(rest) == 1 or LEVEL_HEAD.fullmatch(first) is not None
    level = LEVEL_HEAD.match(first) is not None and not all_bodies(first) and not LEVEL_HEAD.match(rest)
    return known(first + rest) and (short or not known(rest) or level)


def _is_range(upper: str, lower: str) -> bool:
    """Whether one time goes on below another, or below the sign between them: 3·4 / - / 3·6."""
    begun = lower[0] in _RANGE and is_time(squeezed(upper)) and not (lower in lexicon_of().empty and len(lower) > 1)
    return begun or (upper[-1] in _RANGE and lower[0].isdigit())


def _breaks_off_name(upper: str, lower: str) -> bool:
    """Whether a list of names goes on in the middle of one: 民政局、柳溪街 / 道办事处."""
    *names, half = _NAME_END.split(upper)
    return bool(names and half) and all_bodies("、".join(names)) and all_bodies(half + lower)


def between(upper: CopiedPiece, lower: CopiedPiece) -> str:
    """What stands between two pieces of one cell: nothing where a line's end has broken a text."""
    if not lower.first:
        return " "
    listed = upper.text[-1] not in _BETWEEN_NAMES and all_bodies(upper.text)
    whole = listed and not _is_broken_name(upper.text, lower.text)
    return "\n" if whole and lower.text[0] not in _BEHIND_NAME else ""


def parts(upper: CopiedPiece, lower: CopiedPiece) -> float:
    """What speaks against two pieces being of two cells."""
    if lower.text[0] in CLOSES:
        return _CLOSING
    if not lower.first:
        return 0.0
    above, below = squeezed(upper.text), squeezed(lower.text)
    broken = is_time(above + below) and not is_time(below) and not is_time(above)
    cut = (
        broken
        or ends_time_above(above, below)
        or _is_range(above, below)
        or _is_broken_name(upper.text, lower.text)
        or upper.text[-1] in "、，,（("
        or is_cut(upper.text, lower.text)
        or number_of_item(lower.text) > 1
        or (upper.text[-1].isdigit() and len(lower.text) == 1)
    )
    return _WITHIN * cut


def _are_bodies(pieces: Sequence[CopiedPiece]) -> bool:
    text = pieces[0].text
    for upper, lower in pairwise(pieces):
        text += between(upper, lower) + lower.text
    return all_bodies(text)


def _least(kind: str) -> float:
    return min(FIT[kind].values())


@lru_cache(maxsize=8192)
def fit_of(kind: str, text: str) -> float:
    """What speaks against a text as a cell."""
    flat = squeezed(text)
    if len(flat) <= _FEW and kind in ("task", "theme", "slot") and flat not in lexicon_of().empty:
        return _CRUMB
    if len(flat) <= _NAME_OF_KIND and kind == "category" and not is_time(flat):
        return FIT[kind]["short"]
    if kind == "time" and begins_time(flat):
        return FIT[kind]["time"]  # what a schedule says, however long
    open_end = _OPEN_END * (kind in ("task", "theme", "other") and _breaks_off(flat))
    if len(flat) > _LONG and kind != "departments":
        return FIT[kind]["sentence"] + open_end
    return min(FIT[kind][look] for look in looks(text, flat, lexicon_of())) + open_end


def _breaks_off(flat: str) -> bool:
    """Whether a text is of several clauses, the last of which no sign ends."""
    return "，" in flat and flat[-1] not in "。；;！？”）)"
