"""The header of a table with marked cells: one row, or two with words beneath merged ones, blanks written or left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from ....language.headers import HeaderRole, lexicon_of
from ....model.source import Cell, Line
from .header import agreement, header_cells, is_header, words_over
from .rows import text_of


@dataclass(slots=True)
class MarkedHead:
    """A header: its rows as cells, what the columns are called and hold, the words of each row as they stand."""

    rows: list[list[Cell]]
    names: list[str]
    roles: list[HeaderRole | None]
    words: list[list[str]]


def read_marked_head(blocks: Sequence[Sequence[list[Line]]]) -> MarkedHead | None:
    """The header that the first of the blocks between blank lines, and the next one perhaps, are; None where they are none."""
    upper = list(blocks[0])
    names = [_word(cell) for cell in upper]
    if len(upper) < 3 or not names[0] or not is_header(names):
        return None
    lower = list(blocks[1]) if len(blocks) > 1 else []
    words = [_word(cell) for cell in lower]
    leafy = _are_leaves(words)
    placed = _place(names, words) if leafy else None
    if leafy and placed is None:
        return None  # the header goes on, but how is not told
    if placed is None:
        roles = [lexicon_of().role(name) for name in names]
        return MarkedHead([[Cell(0, c, lines=cell) for c, cell in enumerate(upper)]], names, roles, [names])
    below, over = placed
    cells = iter(cell for cell, word in zip(lower, words, strict=True) if word)
    leaves = [next(cells) if word else [] for word in below]
    lexicon = lexicon_of()
    roles = [lexicon.role(word) or lexicon.role(names[k]) for word, k in zip(below, over, strict=True)]
    columns = [word or names[k] for word, k in zip(below, over, strict=True)]
    return MarkedHead(header_cells(upper, leaves, over), columns, roles, [names, words])


def _word(cell: Sequence[Line]) -> str:
    return "".join(text_of(cell).split())


def _are_leaves(words: Sequence[str]) -> bool:
    shown = [word for word in words if word]
    roles = [lexicon_of().role(word) for word in shown]
    return len(shown) > 1 and all(role is not None and role.whole and role.kind != "number" for role in roles)


def _place(upper: Sequence[str], lower: Sequence[str]) -> tuple[list[str], list[int]] | None:
    """The lower word of each column ("" where the upper one goes down) and the index of the upper word over it."""
    if all(lower):
        return _spread(upper, lower)
    if len(upper) != len(lower):
        over = words_over(upper, lower)
        return (list(lower), over) if over else None
    over = []
    for c, (above, word) in enumerate(zip(upper, lower, strict=True)):
        merged = c > 0 and word and lower[c - 1] and above in ("", upper[over[-1]])
        if not above and not merged:
            return None
        over.append(over[-1] if merged else c)
    return list(lower), over


def _spread(upper: Sequence[str], leaves: Sequence[str]) -> tuple[list[str], list[int]] | None:
    """Where no blanks stand for merged cells: the leaves under the one or two words that agree with them best."""
    best: tuple[float, list[tuple[int, Sequence[str]]]] | None = None
    for cut in [len(leaves), *range(2, len(leaves) - 1)]:
        parts = [part for part in (leaves[:cut], leaves[cut:]) if part]
        for parents in combinations(range(len(upper)), len(parts)):
            under = list(zip(parents, parts, strict=True))
            value = sum(agreement(upper[k], leaf) for k, part in under for leaf in part)
            if best is None or value > best[0]:
                best = (value, under)
    if best is None or best[0] < 0:
        return None
    held = dict(best[1])
    over = [k for k in range(len(upper)) for _ in held.get(k, [""])]
    return [word for k in range(len(upper)) for word in held.get(k, [""])], over
