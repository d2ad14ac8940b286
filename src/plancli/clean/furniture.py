"""Page furniture: page numbers, running heads, marks such as （此页无正文）, a web page's frame. Marked, not lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import pairwise

from ..grammar.pattern import Pattern
from ..language.bodies import is_organ
from ..language.marks import is_bare_number, is_page_number, numbers_of_pages, page_of, says_page_is_empty
from ..language.openings import begins_anew
from ..language.page_foot import page_foot
from ..language.page_head import page_head
from ..language.page_record import record_lines
from ..language.script import squeeze
from ..language.titles import names_plan
from ..language.web_frame import is_web_frame
from ..model.source import Block, Line
from .footnotes import notes_behind
from .page_edges import LONGEST, page_edges
from .wrapping import first_lines_indented, indented

_RAGGED = 3.0  # em: what a word that had no room leaves free
_LEAST_LINES = 8  # of a page
_TITLE_LINES = 6  # a text's title is among its first lines
_RULE = Pattern(r"([-=_*~#—–─━═])\1{3,}")  # that a text draws between its parts
_HEAD = Pattern(r".{2,30}(?:文件|汇编|公报|简报)")


def furniture(blocks: list[Block], *, paged: bool, marked: Collection[int] = ()) -> dict[int, str]:
    """`id(line)` → why it is furniture, for the running lines of a source; `paged` where lines have positions (PDF), `marked`
    the pages whose text is marked with the numbers of notes.

    A bare number counts only at a page's edge (PDF), or as one of a rising series of such lines (TXT): a lone digit may
    be a table's.
    """
    lines = running_lines(blocks)
    reasons: dict[int, str] = {}
    texts = {id(line): squeeze(line.text) for line in lines}
    for line in lines:
        text = texts[id(line)]
        if _RULE.fullmatch(text):
            reasons[id(line)] = "rule"
        if not text or len(text) > LONGEST:
            continue
        if says_page_is_empty(text):
            reasons[id(line)] = "mark"
        elif is_page_number(text) or page_of(text):
            reasons[id(line)] = "page-number"
        elif is_web_frame(text):
            reasons[id(line)] = "web-frame"
    spoken = [line for line in lines if texts[id(line)]]
    if paged:
        _wrapped_frame(spoken, texts, reasons)
    for index in record_lines([texts[id(line)] for line in spoken]):
        reasons.setdefault(id(spoken[index]), "web-frame")
    for index in page_head([line.text for line in lines]):
        reasons.setdefault(id(lines[index]), "web-frame")
    _feet(blocks, reasons)
    if paged:
        page_edges(blocks, texts, reasons, marked)
    else:
        reasons.update((id(line), "footnote-text") for line in notes_behind(lines))
        if any(is_bare_number(texts[id(line)]) for line in spoken):
            ends = numbers_of_pages({line.number: texts[id(line)] for line in spoken})
            reasons.update((id(line), "page-number") for line in spoken if line.number in ends)
            _last_number(spoken, texts, reasons)
            _rising_numbers([line for line in lines if id(line) not in reasons], texts, reasons)
        _beside_page_numbers(lines, texts, reasons)
    return reasons


def _wrapped_frame(lines: list[Line], texts: dict[int, str], reasons: dict[int, str]) -> None:
    """Mark what is the frame of a web page on a full line and the one beneath, as a page printed narrow has it."""
    for line, after in pairwise(lines):
        full = line.page == after.page and line.right - line.x1 < _RAGGED * (line.size or 12.0)
        if full and id(line) not in reasons and id(after) not in reasons:
            text = texts[id(line)] + texts[id(after)]
            if len(text) <= LONGEST and is_web_frame(text):
                reasons[id(line)] = reasons[id(after)] = "web-frame"


def _feet(blocks: Iterable[Block], reasons: dict[int, str]) -> None:
    """Mark the foot of a web page below the last table, or below all of the text."""
    tail: list[Line] = []
    tables = False
    for block in blocks:
        if isinstance(block, Line):
            tail.append(block)
        else:
            tables, tail = True, []
    for line in tail[page_foot([line.text for line in tail], behind_table=tables) :]:
        reasons.setdefault(id(line), "web-frame")


def _last_number(lines: list[Line], texts: dict[int, str], reasons: dict[int, str]) -> None:
    """A text of one page whose number is its last line, and no other line a number."""
    bare = [line for line in lines if id(line) not in reasons and is_bare_number(texts[id(line)])]
    if len(bare) == 1 and len(lines) >= _LEAST_LINES and bare[0] is lines[-1] and texts[id(bare[0])] == "1":
        reasons[id(bare[0])] = "page-number"


def _rising_numbers(lines: list[Line], texts: dict[int, str], reasons: dict[int, str]) -> None:
    """Lines of a text that hold nothing but a number and rise by one: page numbers of a text dump.

    Two are enough where each stands apart: set far in, or between empty lines.
    """
    bare = [index for index, line in enumerate(lines) if is_bare_number(texts[id(line)])]
    apart = [index for index in bare if _stands_apart(lines, texts, index)]
    for found, least in ((apart, 2), (bare, 3)):
        values = [int(texts[id(lines[index])]) for index in found]
        if len(found) >= least and all(later == first + 1 for first, later in pairwise(values)):
            for index in found:
                reasons[id(lines[index])] = "page-number"
            return


def _stands_apart(lines: list[Line], texts: dict[int, str], index: int) -> bool:
    text = lines[index].text
    if len(text) - len(text.lstrip(" \u3000")) >= 8:
        return True
    before, after = lines[max(0, index - 1) : index], lines[index + 1 : index + 2]
    return all(not texts[id(line)] for line in (*before, *after)) and "\t" not in text


def _beside_page_numbers(lines: list[Line], texts: dict[int, str], reasons: dict[int, str]) -> None:
    """Running heads and feet of a text dump: short lines beside page numbers that come again, or that are neither indented
    like a paragraph of this text nor the rest of an open sentence, or that say the title again."""
    spoken = [line for line in lines if texts[id(line)]]
    beside = [
        neighbour
        for index, line in enumerate(spoken)
        if reasons.get(id(line)) == "page-number"
        for neighbour in (*spoken[max(0, index - 1) : index], *spoken[index + 1 : index + 2])
        if id(neighbour) not in reasons and len(texts[id(neighbour)]) <= 40 and not begins_anew(texts[id(neighbour)])
    ]
    if not beside:
        return
    indents = first_lines_indented(spoken)
    seen = Counter(re.sub(r"\d+", "#", texts[id(line)]) for line in beside)
    titles = _titles([(id(line), texts[id(line)]) for line in spoken[:_TITLE_LINES]])
    for line in beside:
        text = texts[id(line)]
        if titles.get(text, id(line)) != id(line):
            reasons[id(line)] = "running-head"
        again = seen[re.sub(r"\d+", "#", text)] > 1 and text[-1] not in "。；，、："
        if again or (
            indents and not indented(line) and (_HEAD.fullmatch(text) or (len(text) <= 34 and is_organ(text)))
        ):
            reasons[id(line)] = "running-head"


def _titles(first: list[tuple[int, str]]) -> dict[str, int]:
    """The titles of plans among a text's first lines, on one line or two, each with the `id` of the line it begins on."""
    found: dict[str, int] = {}
    for at, (line, text) in enumerate(first):
        for title in (text, "".join(part for _, part in first[at : at + 2])):
            if len(title) >= 8 and names_plan(title):
                found.setdefault(title, line)
    return found


def running_lines(blocks: Iterable[Block]) -> list[Line]:
    """The lines outside tables."""
    return [block for block in blocks if isinstance(block, Line)]
