"""Page furniture: page numbers, running heads, marks such as （此页无正文）, a web page's frame. Marked, not lost."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from ..language.bodies import is_organ
from ..language.marks import is_bare_number, is_page_number, page_of, says_page_is_empty
from ..language.openings import begins_anew, begins_numbered
from ..language.page_record import record_lines
from ..language.script import squeeze
from ..model.source import Block, Line
from .footnotes import foot_of_page, notes_behind
from .web_frame import is_web_frame
from .wrapping import first_lines_indented, indented

_HEAD = re.compile(r".{2,30}(?:文件|汇编|公报|简报)")
LONGEST = 160  # characters; a longer line is text
EDGE_LINES = 3  # so many lines at a page's top or bottom may be furniture
SAME_HEIGHT = 4.0  # points between the places of one running head on two pages


def furniture(lines: list[Line], *, paged: bool) -> dict[int, str]:
    """`id(line)` → why it is furniture, for the lines of a source; `paged` where lines have positions (PDF).

    A bare number counts only at a page's edge (PDF), or as one of a rising series of such lines (TXT): a lone digit may
    be a table's.
    """
    reasons: dict[int, str] = {}
    texts = {id(line): squeeze(line.text) for line in lines}
    for line in lines:
        text = texts[id(line)]
        if not text or len(text) > LONGEST:
            continue
        if says_page_is_empty(text):
            reasons[id(line)] = "mark"
        elif is_page_number(text) or page_of(text):
            reasons[id(line)] = "page-number"
        elif is_web_frame(text):
            reasons[id(line)] = "web-frame"
    spoken = [line for line in lines if texts[id(line)]]
    for index in record_lines([texts[id(line)] for line in spoken]):
        reasons.setdefault(id(spoken[index]), "web-frame")
    if paged:
        _page_edges(lines, texts, reasons)
    else:
        reasons.update((id(line), "footnote-text") for line in notes_behind(lines))
        _rising_numbers(lines, texts, reasons)
        _beside_page_numbers(lines, texts, reasons)
    return reasons


def _page_edges(lines: list[Line], texts: dict[int, str], reasons: dict[int, str]) -> None:
    """Bare page numbers and running heads: short lines that stand at one height at the edge of several pages."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.page is not None and texts[id(line)]:
            pages[line.page].append(line)
    sizes = sorted(line.size for line in lines if line.size)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    edge: list[Line] = []
    for members in pages.values():
        body = [line for line in members if id(line) not in reasons and not is_bare_number(texts[id(line)])]
        reasons.update((id(line), "footnote-text") for line in foot_of_page(body, usual))
    for members in pages.values():
        ordered = sorted(members, key=lambda line: -line.top)
        body = [line for line in ordered if id(line) not in reasons]
        edge += {id(line): line for line in [*body[:EDGE_LINES], *body[-EDGE_LINES:]]}.values()
    for line in edge:
        members = pages[line.page or 0]
        if is_bare_number(texts[id(line)]) and line.bottom <= min(other.bottom for other in members) + 1:
            reasons[id(line)] = "page-number"
    heads: dict[tuple[str, bool], list[Line]] = defaultdict(list)
    for line in edge:
        if id(line) not in reasons and len(texts[id(line)]) <= LONGEST and not begins_numbered(texts[id(line)]):
            large = bool(line.size and line.size > 1.15 * usual)
            heads[re.sub(r"\d+", "#", texts[id(line)]), large].append(line)
    for (_, large), group in heads.items():
        if large:
            title, *again = group  # which may stand again on each page
            same = len(again) == 1 and texts[id(again[0])] == texts[id(title)]
            if same and _at_the_edge(again[0], pages[again[0].page or 0]):
                reasons[id(again[0])] = "running-head"
            group = again if len(again) > 1 else []
        seats = Counter(round(line.top / SAME_HEIGHT) for line in group)
        for line in group:
            seat = round(line.top / SAME_HEIGHT)
            together = sum(seats[seat + near] for near in (-1, 0, 1))
            if (together >= max(2, len(pages) // 3) or _small_above(line, group, usual)) and _at_the_edge(
                line, pages[line.page or 0]
            ):
                reasons[id(line)] = "running-head"


def _small_above(line: Line, group: list[Line], usual: float) -> bool:
    """A head that stands on one later page only: in smaller type than the text."""
    if len(group) > 1 or (line.page or 1) == 1 or len(line.text) > 50:
        return False
    return line.size is not None and line.size <= 0.85 * usual


def _at_the_edge(line: Line, members: list[Line]) -> bool:
    return (
        line.top >= max(other.top for other in members) - 1 or line.bottom <= min(other.bottom for other in members) + 1
    )


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
    like a paragraph of this text nor the rest of an open sentence."""
    spoken = [line for line in lines if texts[id(line)]]
    beside = [
        neighbour
        for index, line in enumerate(spoken)
        if reasons.get(id(line)) == "page-number"
        for neighbour in (*spoken[max(0, index - 1) : index], *spoken[index + 1 : index + 2])
        if id(neighbour) not in reasons and len(texts[id(neighbour)]) <= 40 and not begins_anew(texts[id(neighbour)])
    ]
    indents = first_lines_indented(spoken)
    seen = Counter(re.sub(r"\d+", "#", texts[id(line)]) for line in beside)
    for line in beside:
        text = texts[id(line)]
        again = seen[re.sub(r"\d+", "#", text)] > 1 and text[-1] not in "。；，、："
        if again or (
            indents and not indented(line) and (_HEAD.fullmatch(text) or (len(text) <= 34 and is_organ(text)))
        ):
            reasons[id(line)] = "running-head"


def running_lines(blocks: Iterable[Block]) -> list[Line]:
    """The lines outside tables."""
    return [block for block in blocks if isinstance(block, Line)]
