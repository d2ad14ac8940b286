"""What stands below a document on a web page: buttons, links to other documents, who keeps the site."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.pattern import Pattern
from .assignments import bounds_time
from .headers import lexicon_of
from .labels import read_label
from .official.lines import COLOPHON, DATE, STAMP, is_signed
from .openings import is_appendix_mark
from .page_head import is_of_text
from .script import squeeze
from .times import led_by_time, says_when
from .web_edges import is_web_foot
from .web_frame import heads_links

_LONGEST = 100  # characters of a line that names another document, or the site's
_KEPT_BY = Pattern("(?:主[办管]|承办|协办|管理|[运维]维|维护)(?:单位)?[:：]")  # the site
_ADDRESS = Pattern("(?:地址|邮编|邮政编码|电话|传真|邮箱|网址)[:：]", needs=("：:",))  # right above who keeps it
_STOPS = "。；;：:）)"
_ROW = Pattern(r"\S(?:[ \u3000]*\t|[ \u3000]{2})\s*\S")  # of a table


def page_foot(lines: Sequence[str], *, behind_table: bool = False) -> int:
    """The lines of a text, those behind its last table if it has one → where the foot of a web page begins, or their number.

    It begins with a line that can hardly be anything else. Behind that stands nothing but such lines and short ones that
    begin no item, end no sentence and are no row of a table: the titles of other documents, columns, addresses. Above it
    stands what does.
    """
    foot = at = len(lines)
    while at:
        at -= 1
        text = squeeze(lines[at])
        if is_web_foot(text) or (at + 1 == foot < len(lines) and _ADDRESS.search(text)):
            foot = at
        elif (links := _links_from(lines, at)) < at:
            at = links
        elif len(text) > _LONGEST or _ROW.search(lines[at]) or (not _KEPT_BY.match(text) and _ends_document(text)):
            return foot
    return foot if behind_table else len(lines)


def _links_from(lines: Sequence[str], at: int) -> int:
    """Where the numbered links of which the last is at a line begin, below a line that heads links; the line itself where it
    is none."""
    first, text = at, squeeze(lines[at])
    while first and (label := read_label(text)) and _names_another(text[label.end :]):
        first -= 1
        text = squeeze(lines[first])
    return first + 1 if first < at and heads_links(text) else at


def _names_another(text: str) -> bool:
    """Whether what stands behind a number may be the title of another document, and does not say when something is to be done."""
    return text[-1:] not in _STOPS and not bounds_time(text) and not says_when(text)


def _ends_document(text: str) -> bool:
    """Whether a line is prose, an item, who does it or when, a cell, or one of those with which a document closes."""
    if not text:
        return False
    if is_of_text(text) or led_by_time(text) or is_signed(text) or is_appendix_mark(text):
        return True
    return any(each.fullmatch(text) for each in (COLOPHON, DATE, STAMP)) or lexicon_of().is_word(text)
