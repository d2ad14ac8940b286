"""Tables that somebody has pasted as text into a document of another kind (Word, a web page, a PDF): cells behind tabs or bars, a cell a
line. They are read as those of a text file."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.pattern import Pattern
from ...language.headers import Lexicon, lexicon_of
from ...model.source import Block, Line, Paragraph, Source, Table
from .tables import find_text_tables, notes_on

_BETWEEN = Pattern(r"[\t|｜│┃]|[ \u3000\xa0]{2,}|(?<=[㐀-鿿]) (?=[㐀-鿿])")
_BARS = frozenset("|｜│┃")
_LONGEST = 12  # characters of a header's word
_LEAST = 2  # words of a header on a line; paragraphs that are one, of which a blank may have cut each in two


def read_tables_among_lines(source: Source) -> None:
    """Put such tables in the places of their lines."""
    lexicon = lexicon_of()
    if not _may_hold_one((block.text for block in source.blocks if isinstance(block, Line)), lexicon):
        return
    given = set(map(id, source.blocks))
    blocks: list[Block] = find_text_tables(source.blocks, lexicon)
    if not any(isinstance(block, Table | Paragraph) for block in blocks if id(block) not in given):
        return  # neither a table nor one that is left out unread
    source.blocks = blocks
    source.notes += notes_on(blocks, lexicon)
    for number, table in enumerate((block for block in blocks if isinstance(block, Table)), 1):
        table.number = number


def _may_hold_one(texts: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether some words of a header stand on one line, or are paragraphs: the cheap test."""
    alone = 0
    for text in texts:
        if " " in text or not text.isprintable() or not _BARS.isdisjoint(text):
            words = [word for word in _BETWEEN.split(text) if word.strip()]
        elif len(text) <= _LONGEST:
            words = [text]
        else:
            continue
        known = sum(_heads(word, lexicon) for word in words)
        alone += known == 1 == len(words)
        if known >= _LEAST or alone >= _LEAST:
            return True
    return False


def _heads(word: str, lexicon: Lexicon) -> bool:
    bare = word.replace(" ", "").strip()
    return 1 < len(bare) <= _LONGEST and (role := lexicon.role(bare)) is not None and role.whole
