"""Lines of an official document that are paragraphs of their own, however full they are: the title of a notice, whom it is sent to, who
signs, and when (GB/T 9704—2012, 7.3)."""

from __future__ import annotations

from ..grammar.pattern import Pattern
from ..language.bodies import is_organ
from ..language.official.lines import DATE, is_address_alone
from ..language.official.rules import date, doc_number, signature
from ..language.openings import begins_anew, ends_here, heads_contents
from ..language.titles import names_plan
from ..model.source import Line
from .growing_paragraph import NEAR, GrowingParagraph
from .wrapping import Wrap

_ALL_IN_BRACKETS = Pattern(r"[（(〔\[【](?!.*[^）)〕\]】]$)")
_FIRST = 2.5  # em: no first line is set in farther


def is_notice_title(before: GrowingParagraph) -> bool:
    """Whether the lines so far are the title of a notice, …关于印发《…》的通知."""
    return before.last in "知告函定复报见" and before.length < NEAR and ends_here(before.tail)


def is_address(before: GrowingParagraph) -> bool:
    """Whom a notice is sent to, on lines of its own (各镇人民政府、各科室：): nothing goes on behind it, however full the last one is."""
    return before.last in "：:" and _addresses(before, "")


def ends_address(before: GrowingParagraph, text: str) -> bool:
    """Whether a line ends the names of those whom a notice is sent to (各科室，市政 / 府各部门：)."""
    return text[-1] in "：:" and _addresses(before, text)


def _addresses(before: GrowingParagraph, text: str) -> bool:
    return before.length <= NEAR and "各" in before.head and is_address_alone("".join((*before.pieces, text)))


def stands_beneath_title(text: str) -> bool:
    """Whether a line is what stands beneath a title and is none of it: a bracket, a 文号, a date, 目录."""
    beneath = _ALL_IN_BRACKETS.match(text) or doc_number(text) or DATE.match(text)
    return beneath is not None or heads_contents(text)


def signs(last: Line, before: GrowingParagraph, text: str) -> bool:
    """Whether a line is the date beneath the body that signs, or stands beneath such a date: in a narrow column they fill much of it."""
    if before.length > NEAR:
        return False
    if text[-1] == "日" and _is_date(text):
        return signature("".join(before.pieces)) is not None
    set_in = last.x0 - last.left > _FIRST * (last.size or 12.0)
    return before.last == "日" and set_in and _is_date("".join(before.pieces))


def _is_date(text: str) -> bool:
    found = date(text)
    return found is not None and (found.start, found.end) == (0, len(text))


def is_signature(wrap: Wrap, line: Line, before: GrowingParagraph, text: str) -> bool:
    """Whether a line that is not full is nothing but the name of a body, behind a full stop or an attachment's name: who signs."""
    if before.last != "。" and not before.head.startswith("附件") and not names_plan(before.tail):
        return False
    return wrap.measure(line.text.rstrip()) < wrap.width - wrap.grace and is_organ(text) and not begins_anew(text)
