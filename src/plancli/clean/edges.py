"""How the lines of each text area of a document end and begin: what tells a full line from a short one, and lines that go on at
an indent (Word's hanging lists) from first lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..language.openings import begins_numbered
from ..language.script import columns, squeeze
from ..model.source import Line
from .wrapping import first_word, indented

ENDS = "。！？；：…”）)"
_ENOUGH = 3  # lines that surely go on and tell where lines end
_LONG = 0.6  # of the width of the area: a shorter line may be a heading
_MOST_SLACK = 3.0  # em
ROOM = 0.7  # em: a line with less room than this, beside the next line's first word, is full
_HARDLY = 1.2  # em: a line that ends as near the edge reaches it; a stop could not have followed
_APART = 1.6  # of the usual pitch: lines farther apart are two paragraphs
_SPACED = 1.15  # of the pitch within paragraphs: where items stand as far beneath what is above them, room parts all paragraphs
_DEEPEST = 8.0  # em: no list's text stands farther in; a signature does
_STEP = 4.0  # points: places closer than this are one


class Edges(NamedTuple):
    """Of one area: where lines that surely go on usually end, how much shorter they may be, the usual pitch, the step that parts two
    paragraphs (0 where no room is seen to), the places at which lines go on more often than paragraphs begin, the usual size, whether
    items go on at the edge, the lines (by identity) set in that go on at the edge themselves: first lines; and how far in, in the
    whole document, those stand."""

    right: float
    slack: float = 0.0
    pitch: float = 0.0
    parting: float = 0.0
    hanging: frozenset[int] = frozenset()
    size: float = 12.0
    flush: bool = False
    firsts: frozenset[int] = frozenset()
    steps_in: frozenset[int] = frozenset()

    def room(self, line: Line, after: Line) -> float:
        """The room that `line` leaves beside the first word of the one after, in points; what the ragged edge takes is none."""
        size = after.size or line.size or 12.0
        right = min(line.right, self.right) - self.slack
        return right - line.x1 - columns(first_word(after.text)) * size * 0.5

    def full(self, line: Line) -> bool:
        """Whether a line reaches the right edge itself, or nearly."""
        return min(line.right, self.right) - line.x1 < _HARDLY * (line.size or 12.0)

    def apart(self, line: Line, after: Line) -> bool:
        """Whether more stands between two lines of a page than between those of a paragraph; larger type stands farther apart."""
        if line.page != after.page or not self.pitch:
            return False
        step, size = line.bottom - after.bottom, after.size or self.size
        parting = self.parting * max(size / self.size, 1.0)
        return step > _APART * max(self.pitch, 1.2 * size) or 0 < parting < step

    def begins(self, line: Line) -> bool:
        """Whether a line stands as far in as first lines do, and not where lines go on."""
        return indented(line) and (id(line) in self.firsts or round(line.x0 / _STEP) not in self.hanging)

    def hangs(self, line: Line) -> bool:
        """Whether a line may go on an item at an indent."""
        return not self.flush and id(line) not in self.firsts

    def keeps_its_place(self, line: Line, after: Line) -> bool:
        """Whether `line` fills most of the column up to its edge, and the one after stands as far in or less, though not where first
        lines do: a paragraph that is set in as a whole, or a first line within it."""
        size = line.size or 12.0
        if not self.full(line) or line.x1 - line.x0 < _LONG * (min(line.right, self.right) - line.left):
            return False
        back = line.x0 - after.x0
        return back > size or (back > -_STEP and not self.steps_in & set(_near(line)))


Areas = dict[tuple[int, int, int], Edges]


def edges_of(areas: Areas, line: Line) -> Edges:
    """The edges of a line's area."""
    return areas.get(_area(line)) or Edges(line.right)


def areas_of(lines: Iterable[Line]) -> Areas:
    """The edges of all areas, from the running lines of a document without its furniture."""
    pairs: dict[tuple[int, int, int], list[tuple[Line, Line]]] = defaultdict(list)
    over: dict[tuple[int, int, int], list[tuple[Line, Line]]] = defaultdict(
        list
    )  # the last line of a column and what comes next
    above, area = None, (0, 0, 0)
    for line in lines:
        if line.right <= 0:
            continue
        before, area = area, _area(line)
        if above is not None and _alike(above, line):
            (pairs if area == before else over)[before].append((above, line))
        above = line
    areas = {area: _edges(found) for area, found in pairs.items()}
    inset = {area: _items_go_on_inset(found, areas[area]) for area, found in pairs.items()}
    of_all = [found for one in inset.values() for found in one]
    firsts = {area: list(_firsts([*pairs[area], *over[area]], edges)) for area, edges in areas.items()}
    steps_in = frozenset(_step_in(line) for found in firsts.values() for line in found)
    return {
        area: edges._replace(
            flush=_rarely(inset[area] if len(inset[area]) >= _ENOUGH else of_all),
            firsts=frozenset(map(id, firsts[area])),
            steps_in=steps_in,
        )
        for area, edges in areas.items()
    }


def _area(line: Line) -> tuple[int, int, int]:
    return bool(line.frame), round(line.left / 8), round(line.right / 8)


def _alike(above: Line, line: Line) -> bool:
    size, other = above.size or 12.0, line.size or 12.0
    return abs(size - other) <= 0.15 * size and not (above.centered or line.centered)


def _edges(pairs: list[tuple[Line, Line]]) -> Edges:
    from statistics import median  # with which decimal and random come

    right = max(above.right for above, _ in pairs)
    size = median(above.size or 12.0 for above, _ in pairs)
    ends = [
        (indented(line), above.x1, above.x1 + columns(first_word(line.text)) * size * 0.5)
        for above, line in pairs
        if above.x1 - above.left > _LONG * (above.right - above.left)
        and above.text[-1:] not in ENDS
        and line.x0 - line.left < _DEEPEST * size
        and not begins_numbered(squeeze(line.text))
    ]
    at_the_edge = [end for end in ends if not end[0]]
    going_on = at_the_edge if len(at_the_edge) >= _ENOUGH else ends
    slack = 0.0
    if len(going_on) >= _ENOUGH:
        right = sorted(x1 for _, x1, _ in going_on)[len(going_on) * 3 // 4]
        reach = sorted(reach for _, _, reach in going_on)[len(going_on) // 10]  # with the word that had no room
        slack = min(max(right - reach, 0.0), _MOST_SLACK * size)
    steps = [
        above.bottom - line.bottom for above, line in pairs if above.page == line.page and above.bottom > line.bottom
    ]
    pitch = median(steps) if steps else 0.0
    edges = Edges(right, slack, pitch, _parting(pairs, right - _HARDLY * size), size=size)
    return edges._replace(hanging=frozenset(_hanging(pairs, edges)))


def _step_in(line: Line) -> int:
    return round((line.x0 - line.left) / _STEP)


def _near(line: Line) -> tuple[int, int, int]:
    """How far in a line stands, with the places beside it."""
    step = _step_in(line)
    return step - 1, step, step + 1


def _firsts(pairs: list[tuple[Line, Line]], edges: Edges) -> Iterator[Line]:
    """The lines that are set in and full and go on at the edge."""
    for above, line in pairs:
        goes_on = edges.full(above) and above.text[-1:] not in ENDS and not begins_numbered(squeeze(line.text))
        if indented(above) and goes_on and line.x0 - line.left < 0.5 * (line.size or 12.0):
            yield above


def _parting(pairs: list[tuple[Line, Line]], edge: float) -> float:
    """The step from line to line that parts two paragraphs, where items stand farther beneath the lines above them than lines beneath
    open ones that end behind `edge`; else 0."""
    within: list[float] = []
    before_items: list[float] = []
    for above, line in pairs:
        step = above.bottom - line.bottom
        if above.page != line.page or step <= 0:
            continue
        if begins_numbered(squeeze(line.text)):
            before_items.append(step)
        elif above.x1 > edge and above.text[-1:] not in ENDS:
            within.append(step)
    if min(len(within), len(before_items)) < _ENOUGH:
        return 0.0
    usual, least = (
        sorted(within)[len(within) // 4],
        sorted(before_items)[len(before_items) // 4],
    )  # headings may be full too
    return (usual + least) / 2 if least > _SPACED * usual else 0.0


def _items_go_on_inset(pairs: list[tuple[Line, Line]], edges: Edges) -> list[bool]:
    """Of each open first line of an item that is set in and full: whether the next line is set in too."""
    return [
        indented(line)
        for above, line in pairs
        if indented(above)
        and edges.full(above)
        and above.text[-1:] not in ENDS
        and begins_numbered(squeeze(above.text))
        and not begins_numbered(squeeze(line.text))
    ]


def _rarely(inset: list[bool]) -> bool:
    """Whether items go on at the edge, but for a few that may be headings with a paragraph beneath."""
    return len(inset) >= _ENOUGH and sum(inset) * _ENOUGH < len(inset)


def _hanging(pairs: list[tuple[Line, Line]], edges: Edges) -> Iterator[int]:
    """Places at which lines go on sentences that full lines left open, more often than they follow anything else."""
    votes: Counter[int] = Counter()
    for above, line in pairs:
        if not indented(line) or line.x0 - line.left > _DEEPEST * (line.size or 12.0):
            continue
        if begins_numbered(squeeze(line.text)):
            continue
        ended = above.text[-1:] in ENDS
        full = edges.room(above, line) < ROOM * (line.size or 12.0)
        if not (full and ended):
            votes[round(line.x0 / _STEP)] += 1 if full else -1
    for place, vote in votes.items():
        if vote > 0:
            yield place
