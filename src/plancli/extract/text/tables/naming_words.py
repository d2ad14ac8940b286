"""Where words stand in a text that may name the column of a table. No header begins further than its words from one of them: what
is far from all, each line of which a lexer would look down from, costs nothing then."""

from __future__ import annotations

from collections.abc import Sequence

from ....grammar.pattern import Pattern
from ....language.header_rows import squeezed
from ....language.headers import Lexicon
from ....language.script import simplify
from ....model.source import Line
from .bars import BAR
from .heads import MOST_TOKENS
from .tokens import looks, value

_APART = Pattern(r"\t|\s{2,}")
_NO_WORD = Pattern("[。；，：]")
_WORD = 28  # characters of a word, its remarks too
_UPPER, _LOWER = 10, 4  # of the upper and the lower part of a broken one
_REACH = 2  # lines below which the lower part stands at most


class NamingWords:
    """Those of a run of lines, which are looked at once, from the first on and no further than asked."""

    def __init__(self, lines: Sequence[Line], lexicon: Lexicon) -> None:
        self._lines, self._lexicon = lines, lexicon
        self._seen, self._last = 0, -1  # how many lines were looked at; the last of them with such a word
        self._above: list[list[str]] = []  # what may be upper parts in the lines before

    def within(self, start: int, stop: int) -> bool:
        """Whether one stands in the lines from one up to another; asked from the top down."""
        while self._last < start and self._seen < min(stop, len(self._lines)):
            if self._names(self._lines[self._seen].text):
                self._last = self._seen
            self._seen += 1
        return self._last >= start

    def _names(self, text: str) -> bool:
        """Whether a line has such a word, or the lower part of one; a time alone names no column but beside one."""
        pieces = [simplify(piece) for piece in BAR.sub(" ", text).split()[:MOST_TOKENS]]
        if not pieces:
            return False
        above, self._above = [*self._above, pieces], [*self._above[1 - _REACH :], pieces]
        cells = _APART.split(BAR.sub("\t", text))[:MOST_TOKENS]
        said = {*pieces, *(simplify(squeezed(cell)) for cell in cells if len(cells) > 1)}
        if any(map(self._is_word, said)):
            return True
        lower = [piece for piece in pieces if len(piece) <= _LOWER and self._lexicon.may_end_word(piece)]
        upper = [piece[-_UPPER:] for line in above for piece in line] if lower else []
        return any(self._lexicon.joins(one, other) for other in lower for one in upper)

    def _is_word(self, text: str) -> bool:
        if not 0 < len(text) <= _WORD or _NO_WORD.search(text):
            return False
        role = self._lexicon.role(text)
        return role is not None and not role.is_time and (role.whole or role.kind in ("departments", "leaders", "time"))


def begins_unheaded(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line may be the first of a table without a header: it begins with a number, where signs part its cells, or with a day and
    what is done on it."""
    marked = "\t" in line.text or BAR.search(line.text) is not None
    cells = [cell for cell in _APART.split(BAR.sub("\t", line.text)) if cell.strip()]
    first = squeezed(cells[0]) if cells else ""
    if marked and (len(cells) < 2 or value(first)):
        return True
    return (len(cells) == 2 or (marked and len(cells) > 2)) and (
        first[:1].isdecimal() or "time" in looks(cells[0].strip(), first, lexicon)
    )
