"""Markdown (CommonMark, GFM) → the words that it shows: marks of headings, type, links, quotes and boxes are none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...grammar.pattern import Pattern
from ...language.marks import MASKED
from ...model.source import Block, Line, Table

_RULE = Pattern(r"^(?=[^\n]*---)[ :|-]+$", re.M)  # the rule beneath a table's header
_MARKED = Pattern(r"^(?:#{1,6} +\S|(?:[\d一二三四五六七八九十]{1,3}[.、] ?)?\*\*[^*\s][^*\n]{0,200}\*\*)", re.M)
_MARKS = Pattern(
    r"^#{1,6} +|^(?:> ?)+|\*\*(?=[^*\n]{1,200}\*\*)|(?<=[^*\s])\*\*", re.M
)  # a heading, a quotation, bold type
_ESCAPED = Pattern(r"\\([!-/:-@\[-`{-~])", needs=("\\",))  # CommonMark 2.4: 3\., 5\~10, a\|b are no marks
_ASIDE = 0x10FF00  # where escaped characters stand until the marks are gone: private use, plane 16
_KEPT = Pattern(f"[{chr(_ASIDE + ord('!'))}-{chr(_ASIDE + ord('~'))}]")
WRITTEN_BAR = chr(_ASIDE + ord("|"))  # a bar within a cell, until the cells are parted
_LINK = Pattern(r"(!?)\[([^\[\]\n]{0,200})\]\([^()\s]{0,500}(?: +\"[^\"\n]{0,200}\")?\)", needs=("](",))
_BOX = Pattern(r"^([ \t]*[-*+] )\[[ xX]\] +", re.M)
_STRUCK = Pattern(r"~~(?=\S)([^~\n]{1,300})~~", needs=("~~",))


def is_markdown(text: str) -> bool:
    """Whether a text has the marks of Markdown; asterisks that mask a name (张**) are none."""
    return 2 * MASKED not in text and (
        ("|" in text and _RULE.search(text) is not None) or _MARKED.search(text) is not None
    )


def is_marked(line: str) -> bool:
    """Whether a line is a heading, or begins with bold type, by Markdown's marks."""
    return _MARKED.match(line) is not None


def shown(text: str) -> tuple[str, list[str]]:
    """The text without its marks, and the words that are struck out in it. Of a link its words stay, of a picture nothing; what is
    escaped is a word, a bar a `WRITTEN_BAR` until `with_bars`."""
    struck: list[str] = []

    def strike(match: re.Match[str]) -> str:
        struck.append(match[1])
        return ""

    text = _ESCAPED.sub(lambda match: chr(_ASIDE + ord(match[1])), text)
    text = _STRUCK.sub(strike, text)
    text = _LINK.sub(lambda match: "" if match[1] else match[2], text)
    return _literal(_MARKS.sub("", _BOX.sub(r"\1", text))), [_literal(each) for each in struck]


def _literal(text: str) -> str:
    """Escaped characters as they are meant, but for a bar."""
    return _KEPT.sub(lambda match: match[0] if match[0] == WRITTEN_BAR else chr(ord(match[0]) - _ASIDE), text)


def with_bars(blocks: Sequence[Block]) -> None:
    """Puts escaped bars back once the cells are parted."""
    for block in blocks:
        lines = [block] if isinstance(block, Line) else []
        if isinstance(block, Table):
            lines = [line for cell in block.cells() for line in cell.lines]
        for line in lines:
            line.text = line.text.replace(WRITTEN_BAR, "|")
