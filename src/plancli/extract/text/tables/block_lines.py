"""The lines of a table that was dumped in blocks: the words of its header, each where it stands, and what stands below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ....grammar.pattern import Pattern
from ....language.bodies import bodies
from ....language.header_rows import squeezed
from ....language.headers import HeaderRole, Lexicon
from ....language.roles import words
from ....language.script import simplify
from ....language.times import is_time
from ....model.source import Line
from .dump import is_stop
from .head_words import TASKS, Word
from .tokens import is_ordinal

_LEAST_NUMBERS, _LEAST_WORDS = 3, 2  # of the series, and of the header below its first number
_PROSE = 80  # characters of a line that is no cell's
_REACH = 128  # lines in which the next number, or word of the header, stands,
_CELL = 8  # and as many more as a cell has, for each number above: a column may lie between
MOST_PIECES = 1200  # of a table that can be told
_SHORT = 6  # characters of its words
_OF_ROWS = ("departments", "leaders", "time")
_NO_WORD = Pattern("[，、。；：]")


@dataclass(slots=True)
class Blocks:
    """The words of a header by the lines that they stand on, the lines below them, those that say the header again, notes between;
    how many numbers, weeks or times lead rows, which line is behind the table, and whether the words above the first number name
    work and who does it or when."""

    words: list[tuple[int, Word]] = field(default_factory=list)
    below: list[int] = field(default_factory=list)
    again: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    leads: int = 0
    end: int = 0
    whole: bool = False


def blocks_at(lines: Sequence[Line], at: int, lexicon: Lexicon) -> Blocks | None:
    """The lines of the table whose word for numbers, weeks or times stands on line `at`, some of its other words below numbers; None
    where it is no such table."""
    lead = _lead(lines, at, lexicon)
    if lead is None:
        return None
    weeks = lead[0].bare.startswith("周")
    numbered = lead[0].role is not None and lead[0].role.kind == "number"
    found = Blocks([(at, word) for word in lead], end=at + 1)
    above: set[str] = {word.role.kind for word in lead if word.role}
    below: set[str] = set()
    notes: list[int] = []
    heads = {at}
    near = at  # the last line that told more of the header or its numbers

    def is_told() -> bool:
        found.whole = not above.isdisjoint(TASKS) and not above.isdisjoint(
            set(_OF_ROWS) - {lead[0].role and lead[0].role.kind}
        )
        return found.leads >= _LEAST_NUMBERS and len(below) >= (1 if found.whole else _LEAST_WORDS)

    for k in range(at + 1, len(lines)):
        text = simplify(squeezed(lines[k].text))
        if not text:
            continue
        if lexicon.note.match(text):
            notes.append(k)
            continue
        if len(text) > _PROSE or is_stop(text):
            break
        found.notes, notes, found.end = found.notes + notes, [], k + 1
        words = _words(lines[k], lexicon) if not lines[k - 1].text.strip() or k - 1 in heads else []
        if {word.bare for word in words or [Word([], text, None)]} <= {word.bare for _, word in found.words}:
            found.again.append(k)
            heads.add(k)
        elif words:
            heads.add(near := k)
            found.words += [(k, word) for word in words]
            (below if found.leads else above).update(word.role.kind for word in words if word.role)
        else:
            found.below.append(k)
            when = is_ordinal(text) if weeks else is_time(text)
            if lines[k].text.split()[0] == str(found.leads + 1) and not when if numbered else when:
                found.leads, near = found.leads + 1, k
            far = k - near > _REACH + _CELL * found.leads or len(found.below) > MOST_PIECES
            if far and not is_told():
                return None  # all the rest of a text, for each header, would take as long as the text is
    return found if is_told() else None


def _lead(lines: Sequence[Line], at: int, lexicon: Lexicon) -> list[Word] | None:
    """The words on the first line, the first of which names numbers, weeks or times, or is any above 1 and 2."""
    text = simplify(squeezed(lines[at].text))
    if len(text) > 4 * _SHORT or not text:
        return None
    words = _words(lines[at], lexicon)
    first = words[0] if words else None
    if first and first.role and first.role.kind in ("number", "time") and (first.sure or first.role.kind == "number"):
        return words
    below = [said for line in lines[at + 1 : at + 8] if (said := line.text.strip())][:2]
    if below == ["1", "2"] and len(text) <= _SHORT and not _NO_WORD.search(text) and lexicon.role(text) is None:
        return [Word([lines[at]], text, lexicon.role("序号"))]
    return None


def _words(line: Line, lexicon: Lexicon) -> list[Word]:
    """The words of the header on a line that holds nothing else."""
    found: list[Word] = []
    for piece in line.text.split():
        text = simplify(squeezed(piece))
        role = lexicon.role(text) if len(text) <= _SHORT else None
        if role is None or not _is_word(text, role):
            return []
        found.append(
            Word(
                [line] if piece == line.text.strip() else [Line(piece, line.number, line.page)],
                text,
                role,
                lexicon.is_word(text),
            )
        )
    return found


def _is_word(text: str, role: HeaderRole) -> bool:
    """Whether a text is a word of the header, and no time or body of a cell."""
    body = bodies().is_particular(text) and bodies().is_body(text) and not words().ends_in_doers(text)
    return role.whole and not role.is_time and not _NO_WORD.search(text) and not is_time(text) and not body
