"""The columns of a text that `pdftotext -layout` has set: pieces of lines in columns of characters, beneath the words of a header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ....grammar.pattern import Pattern
from ....language.header_rows import meanings_of, squeezed
from ....language.headers import Lexicon, lexicon_of
from ....model.source import Line
from .costs import FIT
from .dump import WORD, is_stop
from .tokens import is_heading, looks, value
from .words import TASKS

APART = Pattern(r"\t|[|｜│┃║]")  # what parts cells in dumps of other kinds
_PIECE = Pattern(r"\S+")
_LEAST_COLUMNS, _MOST_HEADER = 3, 3
_MOST_LINES = 2000
_HALF = 3  # characters that the lower half of a broken word has at most
# what speaks against a piece's place in a line: each character beside its column, two in one, what it looks like; ways that are kept
_ASTRAY, _TWICE, _ODD, _WAYS = 0.2, 1.0, 0.25, 3
_FITS = {"number": "series", **dict.fromkeys(TASKS, "task")}


@dataclass(slots=True)
class LayoutPiece:
    """What blanks part in a line: where it begins and ends, in characters; its column."""

    text: str
    start: int
    end: int
    at: int
    column: int = 0
    until: int = 0


def block_of(lines: Sequence[Line], at: int) -> list[list[LayoutPiece]]:
    """The pieces of each line of the table, blank lines left out, up to where it surely ends."""
    block: list[list[LayoutPiece]] = []
    blank = 0
    for k in range(at, min(len(lines), at + _MOST_LINES)):
        text = lines[k].text
        if not text.strip():
            blank += 1
            continue
        if APART.search(text.strip()) or is_stop(squeezed(text)) or blank > 2:
            break
        found = [LayoutPiece(match[0], match.start(), match.end(), k) for match in _PIECE.finditer(text)]
        if blank and len(found) == 1 and found[0].start < 2 and not value(found[0].text) and len(found[0].text) > WORD:
            break
        block.append(found)
        blank = 0
    return block


def said_of(word: Sequence[LayoutPiece]) -> str:
    """What the pieces of a word say together."""
    return "".join(piece.text for piece in word)


def header_of(block: Sequence[list[LayoutPiece]], lexicon: Lexicon) -> tuple[list[list[LayoutPiece]], int] | None:
    """The header's words, each with its pieces, one below the other, and how many lines it has; None where that is none."""
    best: tuple[int, list[list[LayoutPiece]], int] | None = None
    for count in range(1, min(_MOST_HEADER, len(block)) + 1):
        words: list[list[LayoutPiece]] = []
        for piece in sorted((piece for line in block[:count] for piece in line), key=lambda piece: piece.start):
            if words and piece.start < max(each.end for each in words[-1]):
                words[-1].append(piece)
            else:
                words.append([piece])
        for word in words:
            word.sort(key=lambda piece: piece.at)
        said = [said_of(word) for word in words]
        roles = [role for text in said if len(text) <= WORD and (role := lexicon.role(text)) and role.whole]
        if len(words) < _LEAST_COLUMNS or len(roles) + 1 < len(words) or len(meanings_of(roles)) < _LEAST_COLUMNS - 1:
            continue
        halves = all(len(piece.text) <= _HALF for piece in block[count - 1])
        if best is None or 2 * len(roles) - len(words) > best[0] - halves:
            best = 2 * len(roles) - len(words), words, count
    return best[1:] if best else None


def set_columns(words: Sequence[list[LayoutPiece]], block: Sequence[list[LayoutPiece]], kinds: Sequence[str]) -> None:
    """Give each piece the column in which most of it stands; two columns are parted where fewest pieces stand in both."""
    spans = [(min(piece.start for piece in word), max(piece.end for piece in word)) for word in words]
    pieces = [piece for line in block for piece in line if not is_heading(squeezed(piece.text))]
    cuts = [0]
    for (start, end), (after, stop) in pairwise(spans):
        places = range(max(cuts[-1] + 1, (start + end) // 2), (after + stop) // 2 + 1)
        across = [(sum(piece.start < x < piece.end for piece in pieces), abs(2 * x - end - after), x) for x in places]
        cuts.append(min(across)[2] if across else after)
    edges = [*cuts, max(piece.end for piece in pieces) + 1]
    for line in block:
        _place(line, edges, kinds)
    for c, word in enumerate(words):
        for piece in word:
            piece.column = c


def _place(line: Sequence[LayoutPiece], edges: Sequence[int], kinds: Sequence[str]) -> None:
    """Give the pieces of a line their columns, from left to right, each the one in which most of it stands as far as none has two."""
    ways: list[tuple[float, list[int]]] = [(0.0, [])]
    for piece in line:
        look = frozenset(["chain"]) if value(piece.text) else looks(piece.text, squeezed(piece.text), lexicon_of())
        own: list[tuple[float, int]] = []
        for c, (a, b) in enumerate(pairwise(edges)):
            inside = max(0, min(piece.end, b) - max(piece.start, a)) / (piece.end - piece.start)
            odd = _ODD * min(FIT[_FITS.get(kinds[c], kinds[c] if kinds[c] in FIT else "other")][each] for each in look)
            own.append(
                (1.0 - inside + _ASTRAY * (inside == 0) * min(abs(piece.start - a), abs(piece.end - b)) + odd, c)
            )
        near = sorted(own)[:_WAYS]
        ways = [
            (cost + more + _TWICE * (path[-1:] == [c]), [*path, c])
            for cost, path in ways
            for more, c in near
            if not path or c >= path[-1]
        ]
        ways = sorted(ways)[: 2 * _WAYS] or [(0.0, [min(own)[1] for _ in line])]
    for piece, c in zip(line, ways[0][1], strict=False):
        piece.column = c
