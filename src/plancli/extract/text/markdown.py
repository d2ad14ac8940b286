"""Markdown (CommonMark, GFM) → the words that it shows: marks of headings, type, links, quotes and boxes are none of them."""

from __future__ import annotations

import re

from ...grammar.pattern import Pattern
from ...language.marks import MASKED

_RULE = Pattern(r"^(?=[^\n]*---)[ :|-]+$", re.M)  # the rule beneath a table's header
_MARKED = Pattern(r"^(?:#{1,6} +\S|(?:[\d一二三四五六七八九十]{1,3}[.、] ?)?\*\*[^*\s][^*\n]{0,200}\*\*)", re.M)
_MARKS = Pattern(
    r"^#{1,6} +|^(?:> ?)+|\*\*(?=[^*\n]{1,200}\*\*)|(?<=[^*\s])\*\*|(?<=\d)\\(?=[.)])",
    re.M,
)  # a heading, a quotation, bold type, 3\\.
_LINK = Pattern(r"(!?)\[([^\[\]\n]{0,200})\]\([^()\s]{0,500}(?: +\"[^\"\n]{0,200}\")?\)", needs=("](",))
_BOX = Pattern(r"^([ \t]*[-*+] )\[[ xX]\] +", re.M)
_STRUCK = Pattern(r"~~(?=\S)([^~\n]{1,300})~~", needs=("~~",))


def is_markdown(text: str) -> bool:
    """Whether a text has the marks of Markdown; asterisks that mask a name (张**) are none."""
    return 2 * MASKED not in text and (
        ("|" in text and _RULE.search(text) is not None) or _MARKED.search(text) is not None
    )


def shown(text: str) -> tuple[str, list[str]]:
    """The text without its marks, and the words that are struck out in it. Of a link its words stay, of a picture nothing."""
    struck: list[str] = []

    def strike(match: re.Match[str]) -> str:
        struck.append(match[1])
        return ""

    text = _STRUCK.sub(strike, text)
    text = text.replace("\\|", "｜")  # a bar within a cell
    text = _LINK.sub(lambda match: "" if match[1] else match[2], text)
    return _MARKS.sub("", _BOX.sub(r"\1", text)), struck
