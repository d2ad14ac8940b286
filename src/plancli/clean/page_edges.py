"""What stands at the edges of a PDF's pages and is no text: page numbers, running heads and feet, footnotes.

A head is known by its place, by standing again at one height, or, if it stands once, by its smaller type and the room between it
and the text. The pages of a spread, and columns as high as a page, have edges of their own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from ..grammar.pattern import Pattern
from ..language.marks import is_bare_number
from ..language.official.rules import doc_number
from ..language.openings import begins_appendix, begins_foot, begins_numbered, is_appendix_mark
from ..language.titles import surely_names_plan
from ..model.record import Record
from ..model.source import Block, Line, Table
from .footnotes import foot_of_page
from .heads_by_section import heads_by_section

_NUMBERS = Pattern(r"\d+")
_NUMBERED_FOOT = Pattern(r"[^\d。；，、]{1,8}[-—–·・／/]\d+|\d+[-—–·・／/][^\d。；，、]{1,8}|\D{0,8}第\d+页\D{0,8}")
LONGEST = 160  # characters; a longer line is text
EDGE_LINES = 3  # so many lines at a page's top or bottom may be furniture
SAME_HEIGHT = 4.0  # points between the places of one running head on two pages
_LARGE = 1.15  # of the usual size: a title, which may stand again on each page
_SMALL = 0.92  # of the usual size: a head that stands once is set no larger
_ROOM = 1.2  # of the usual size: so much stands free between a head that stands once and the text
_ONCE = 50  # characters of a head that stands once
_ONE_TEXT = 1.6  # of the size: the lines of one head stand no farther apart
_HIGH = 0.5  # of a page's text: a column as high has edges of its own
_IN = 3.0  # points that a table may reach out of the column which holds it


@dataclass(slots=True, eq=False, repr=False)
class _Side(Record):
    """A page, a page of a spread, or a column as high: its running lines from the top, and the edges of its tables."""

    lines: list[Line] = field(default_factory=list)
    tables: list[tuple[float, float]] = field(default_factory=list)  # top, bottom

    def at_an_edge(self, line: Line) -> bool:
        """Whether no other line stands above it, or none beneath."""
        return line.top >= self.lines[0].top - 1 or self.is_lowest(line)

    def is_lowest(self, line: Line) -> bool:
        """Whether no other line stands beneath it."""
        return line.bottom <= min(other.bottom for other in self.lines) + 1

    def room(self, line: Line) -> float:
        """How much stands free between a line at an edge and what comes next inwards."""
        tops = [other.top for other in self.lines if other is not line] + [top for top, _ in self.tables]
        lows = [other.bottom for other in self.lines if other is not line] + [low for _, low in self.tables]
        if not tops:
            return 0.0
        return line.bottom - max(tops) if line.bottom > max(tops) else min(lows) - line.top


def page_edges(
    blocks: list[Block], texts: dict[int, str], reasons: dict[int, str], marked: Collection[int] = ()
) -> None:
    """Add to `reasons` why lines at the edges of pages are furniture; `texts` are the running lines without blanks, `marked` the
    pages with marks of notes."""
    sides = _sides(blocks, texts)
    usual = _usual_size(blocks)
    edge: list[tuple[Line, _Side]] = []
    for side in sides:
        body = [line for line in side.lines if id(line) not in reasons and not is_bare_number(texts[id(line)])]
        reasons.update(
            (id(line), "footnote-text") for line in foot_of_page(body, usual, marked=side.lines[0].page in marked)
        )
        body = [line for line in side.lines if id(line) not in reasons]
        edge += [
            (line, side) for line in {id(line): line for line in [*body[:EDGE_LINES], *body[-EDGE_LINES:]]}.values()
        ]
    for line, side in edge:
        text = texts[id(line)]
        lowest = side.is_lowest(line) or (line is side.lines[0] and len(sides) > 1)
        if (is_bare_number(text) and lowest) or (id(line) not in reasons and _is_numbered_foot(line, side, text)):
            reasons[id(line)] = "page-number"
    alike = _alike(
        edge, texts, reasons, usual
    )  # before the heads of sections are told, which may stand again elsewhere
    outer = [
        (line, side)
        for line, side in edge
        if id(line) not in reasons and side.at_an_edge(line) and len(line.text) <= _ONCE
    ]
    apart = {id(line) for line, side in outer if side.room(line) >= _ROOM * usual}
    running = [line for side in sides for line in side.lines]
    for line in heads_by_section([line for line, _ in outer], _SMALL * usual, apart, running):
        reasons[id(line)] = "running-head"
    said = "\n".join(texts.values())
    titles = {text for line, _ in edge if surely_names_plan(text := texts[id(line)]) and said.count(text) == 1}
    for group, large in alike:
        for line in _running(group, large, texts, len(sides)):
            reasons[id(line)] = "running-head"
        for line, side in group:
            text = texts[id(line)]
            if text in titles:
                continue  # of a plan, in smaller type; a head says what a title says
            if id(line) not in reasons and side.at_an_edge(line) and _stands_once(line, side, text, usual):
                reasons[id(line)] = "running-head"
    _heads_of_other_words([one for one in edge if texts[id(one[0])] not in titles], texts, reasons, usual)
    _wrapped_heads(sides, texts, reasons)


def _alike(
    edge: list[tuple[Line, _Side]], texts: dict[int, str], reasons: dict[int, str], usual: float
) -> list[tuple[list[tuple[Line, _Side]], bool]]:
    """The lines that may be heads or feet, by what they say, numbers apart; and whether they are as large as a title."""
    groups: dict[tuple[str, bool], list[tuple[Line, _Side]]] = defaultdict(list)
    for line, side in edge:
        text = texts[id(line)]
        if id(line) in reasons or len(text) > LONGEST or begins_numbered(text):
            continue
        if is_appendix_mark(text):
            groups[text, True].append((line, side))  # 附件1 and 附件2 head two attachments
        else:
            groups[re.sub(r"\d+", "#", text), bool(line.size and line.size > _LARGE * usual)].append((line, side))
    return [(group, large) for (_, large), group in groups.items()]


def _heads_of_other_words(
    edge: list[tuple[Line, _Side]], texts: dict[int, str], reasons: dict[int, str], usual: float
) -> None:
    """Add the heads that say something else than those at their height on other pages, in one type: of a journal the left pages name the
    issue, the right ones the journal."""
    heads = [line for line, _ in edge if reasons.get(id(line)) == "running-head"]
    for line, side in edge:
        if id(line) in reasons or not side.at_an_edge(line) or not _may_be_head(line, texts[id(line)], usual):
            continue
        if any(
            head.page != line.page and abs(head.top - line.top) < SAME_HEIGHT and head.size == line.size
            for head in heads
        ):
            reasons[id(line)] = "running-head"


def _wrapped_heads(sides: list[_Side], texts: dict[int, str], reasons: dict[int, str]) -> None:
    """Add the other lines of running heads and feet that take two or three: what stands close beneath (above) a head on several pages."""
    for _ in range(EDGE_LINES - 1):
        beside: dict[tuple[str, int], list[Line]] = defaultdict(list)
        for side in sides:
            for lines in (side.lines, side.lines[::-1]):
                marked = [id(line) in reasons for line in lines]
                at = marked.index(False) if False in marked else 0
                if 0 < at < EDGE_LINES and _continues_head(lines[at - 1], lines[at], reasons):
                    place = round(lines[at].top / SAME_HEIGHT)
                    beside[re.sub(r"\d+", "#", texts[id(lines[at])]), place].append(lines[at])
        for group in beside.values():
            if len(group) >= max(2, len(sides) // 3):
                reasons.update((id(line), "running-head") for line in group)


def _continues_head(head: Line, line: Line, reasons: dict[int, str]) -> bool:
    """Whether a line stands as close to a running head as the lines of one text, in its type."""
    size = head.size or 12.0
    alike = abs(size - (line.size or size)) < 0.5
    return reasons[id(head)] == "running-head" and alike and abs(head.bottom - line.bottom) < _ONE_TEXT * size


def _running(group: list[tuple[Line, _Side]], large: bool, texts: dict[int, str], sides: int) -> Iterable[Line]:
    """The lines of a group that say the same, numbers apart, which are a running head."""
    if _counts_pages(group, texts):
        yield from (line for line, _ in group)
        return
    if large:
        (title, _), *again = group  # which may stand again on each page, over all else
        again = [(line, side) for line, side in again if line.top >= side.lines[0].top - 1]
        if len(again) == 1:
            if texts[id(again[0][0])] == texts[id(title)]:
                yield again[0][0]
            return
        group = again
    seats = Counter(round(line.top / SAME_HEIGHT) for line, _ in group)
    for line, side in group:
        seat = round(line.top / SAME_HEIGHT)
        together = sum(seats[seat + near] for near in (-1, 0, 1))
        if together >= max(2, sides // 3) and side.at_an_edge(line):
            yield line


def _counts_pages(group: list[tuple[Line, _Side]], texts: dict[int, str]) -> bool:
    """Whether lines that are the lowest of their pages and say the same but for a number count the pages: 清单-2, 清单-3, in type as large
    as numbers of pages have."""
    counts: set[int] | None = None
    for line, side in group:
        numbers = map(int, _NUMBERS.findall(texts[id(line)]))
        ahead = {number - (line.page or 0) for number in numbers} if side.is_lowest(line) else set()
        counts = ahead if counts is None else counts & ahead
    return len({line.page for line, _ in group}) > 1 and bool(counts)


def _is_numbered_foot(line: Line, side: _Side, text: str) -> bool:
    """Whether a page's lowest line is its number beside a word, though it stands once: 清单-2."""
    numbers = _NUMBERS.findall(text)
    told = numbers == [str(line.page)] and side.is_lowest(line) and side.room(line) > (line.size or 12.0)
    return told and _NUMBERED_FOOT.fullmatch(text) is not None


def _stands_once(line: Line, side: _Side, text: str, usual: float) -> bool:
    """A head or foot that stands once: in smaller type than the text, and apart from it."""
    return _may_be_head(line, text, usual) and side.room(line) >= _ROOM * usual


def _may_be_head(line: Line, text: str, usual: float) -> bool:
    if not line.size or line.size > _SMALL * usual or len(text) > _ONCE or begins_foot(text) or text[-1] in "。；：":
        return False
    return not begins_numbered(text) and not begins_appendix(text) and doc_number(text) is None


def _usual_size(blocks: list[Block]) -> float:
    """The size of most characters, those in tables too."""
    sizes: dict[float, int] = defaultdict(int)
    for block in blocks:
        inside = [block] if isinstance(block, Line) else []
        if isinstance(block, Table):
            inside = [line for cell in block.cells() for line in cell.lines]
        for line in inside:
            sizes[line.size or 0.0] += len(line.text)
    sizes.pop(0.0, None)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0


def _sides(blocks: list[Block], texts: dict[int, str]) -> list[_Side]:
    pages: dict[int, list[Line]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Line) and block.page is not None and texts[id(block)]:
            pages[block.page].append(block)
    tables: dict[int, list[_Extent]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Table) and block.page in pages:
            inside = [line for cell in block.cells() for line in cell.lines]
            tables[block.page] += [_extent(inside)] if inside else []
    sides: list[_Side] = []
    for page, lines in pages.items():
        high = _high_columns(lines, tables[page])
        own: dict[int, _Side] = defaultdict(_Side)
        for line in sorted(lines, key=lambda line: -line.top):
            own[line.frame if line.frame in high else 0].lines.append(line)
        for side in own.values():
            side.tables = [(top, low) for _, low, _, top in tables[page]]
        sides += own.values()
    return sides


_Extent = tuple[float, float, float, float]  # left, bottom, right, top


def _extent(lines: list[Line]) -> _Extent:
    return (
        min([line.x0 for line in lines]),
        min([line.bottom for line in lines]),
        max([line.x1 for line in lines]),
        max([line.top for line in lines]),
    )


def _high_columns(lines: list[Line], tables: list[_Extent]) -> set[int]:
    """The columns of a page that are as high as it, or nearly, with the tables in them."""
    _, low, _, top = _extent(lines)
    least = _HIGH * (max([top, *(t for *_, t in tables)]) - min([low, *(b for _, b, *_ in tables)]))
    found = set()
    for frame in {line.frame for line in lines} - {0}:
        ours = [line for line in lines if line.frame == frame]
        inside = [one for one in tables if ours[0].left - _IN < one[0] and one[2] < ours[0].right + _IN]
        _, low, _, top = _extent(ours)
        if max([top, *(t for *_, t in inside)]) - min([low, *(b for _, b, *_ in inside)]) > least:
            found.add(frame)
    return found
