"""The header of what PDF viewers and readers copy: its words on a line, on two, or one on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ....grammar.pattern import Pattern
from ....language.header_rows import meanings_of, squeezed
from ....language.headers import Lexicon, lexicon_of
from ....language.times import is_time
from ....model.source import Line
from .costs import END_ROW, FAR
from .dump import WORD
from .heads import TextHead, find_heads
from .tokens import Token, is_ordinal, look_at, token

_LEAST_WORDS = 3
_WEEK = Pattern("周次?$")
_MOST_WORDS = 16  # that have a line each
_MOST_NAME = 3  # lines of a group's name


@dataclass(slots=True)
class CopiedHead:
    """The header, its tokens, which of its columns holds the numbers, and the texts of each line below it, what follows it on its own
    line first; `stacked`: each line is one piece."""

    head: TextHead
    tokens: list[Token]
    lead: int
    below: list[tuple[int, list[str]]]
    stacked: bool = False


def copied_heads(lines: Sequence[Line], block: Sequence[int]) -> list[CopiedHead]:
    """What the header at the beginning of the lines of a block, given by their indices, may be; [] where that is none, or no column
    holds numbers."""
    lexicon = lexicon_of()
    on_a_line = len(lines[block[0]].text.split()) >= _LEAST_WORDS
    found = (_on_a_line if on_a_line else _on_lines)(lines, block, lexicon)
    kept: list[CopiedHead] = []
    for each in found:
        kinds = [column.kind for column in each.head.columns]
        if "series" not in kinds and kinds[0] in ("other", "time") and kinds[1:2] != ["time"]:
            kinds[0] = (
                "series"  # a word that no list has over the numbers (步骤), or the times that lead the rows; not 月 before 日
            )
        if _names_columns(each.head) and "series" in kinds and kinds[: kinds.index("series")] in ([], ["category"]):
            each.lead = kinds.index("series")
            kept.append(each)
    return kept


def _on_a_line(lines: Sequence[Line], block: Sequence[int], lexicon: Lexicon) -> list[CopiedHead]:
    shown = [(k, lines[k].text.split()) for k in block]
    at, first = shown[0]
    own = next((n for n, text in enumerate(first) if n and text.isdecimal()), len(first))
    words = [(at, first[:own])]
    if own == len(first) and len(shown) > 1 and not any(text.isdecimal() for text in shown[1][1][:2]):
        words.append(shown[1])
    tokens: list[Token] = []
    for k, texts in words:
        tokens += _row([token(lines[k], text, k, cell=0.0, end=END_ROW) for text in texts])
    look_at(tokens, lexicon)
    heads = find_heads(tokens, lexicon, told=True, wrapped=False)
    if not heads or max(len(text) for text in first[:own]) > WORD:
        return []
    head = min(heads, key=lambda each: each.cost)
    count = 1 + (head.end > own)
    rest = [(at, first[own:])] if own < len(first) else []
    return [CopiedHead(head, tokens[: head.end], 0, [*rest, *shown[count:]])]


def _on_lines(lines: Sequence[Line], block: Sequence[int], lexicon: Lexicon) -> list[CopiedHead]:
    """The header each word of which has a line: it ends where the first number stands, or the group above this number."""
    texts = [squeezed(lines[k].text) for k in block[: _MOST_WORDS + 2]]
    first = next((n for n, text in enumerate(texts) if text.isdecimal()), 0)
    if not first and (role := lexicon.role(texts[0])) and (role.kind == "time" or _WEEK.match(texts[0])):
        first = next((n for n, text in enumerate(texts) if n and (is_time(text) or is_ordinal(text))), 0)
    if first < _LEAST_WORDS:
        return []
    tokens = [token(lines[k], lines[k].text, k, cell=0.0) for k in block[:first]]
    look_at(tokens, lexicon)
    found: list[CopiedHead] = []
    for head in find_heads(tokens, lexicon, told=False, wrapped=False):
        group = head.columns[0].kind == "category"  # its first name stands above the first number
        if first - _MOST_NAME * group <= head.end <= first - group:
            below = [(k, [lines[k].text.strip()]) for k in block[head.end :]]
            found.append(CopiedHead(head, _rows_of(head, tokens), 0, below, stacked=True))
    return found


def _rows_of(head: TextHead, tokens: Sequence[Token]) -> list[Token]:
    """The words of a header as rows that are told, from top to bottom."""
    depth = max(len(column.words) for column in head.columns)
    made: list[Token] = []
    for r in range(depth):
        words = {id(column.words[r]): column.words[r] for column in head.columns if r < len(column.words)}
        made += _row([replace(tokens[word.at], lines=list(word.lines)) for word in words.values()])
    return made


def _row(tokens: list[Token]) -> list[Token]:
    """The tokens as a row that is told."""
    for n, each in enumerate(tokens):
        each.cell, each.row, each.end = (0.0, FAR, END_ROW) if n else (FAR, 0.0, END_ROW)
    return tokens


def _names_columns(head: TextHead) -> bool:
    """Whether all of its words but one are known, and mean enough."""
    roles = [column.words[-1].role for column in head.columns]
    known = [role for role in roles if role is not None]
    return (
        len(head.columns) >= _LEAST_WORDS
        and len(known) + 1 >= len(roles)
        and len(meanings_of(known)) >= _LEAST_WORDS - 1
    )
