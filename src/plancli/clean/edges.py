"""How the lines of each text area of a document end and begin: what tells a full line from a short one, and lines that go on at
an indent (Word's hanging lists) from first lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from ..grammar.pattern import Pattern
from ..language.fields import FIELD
from ..language.openings import begins_numbered
from ..language.script import columns, squeeze
from ..model.source import Line
from .wrapping import first_word, indented

ENDS = "。！？；：…”）)"
_VALUE = Pattern(r"[：:][^。；;，,：:]{1,16}$", needs=("：:",))  # of a field: no stop is due behind it
_ENOUGH = 3  # lines that surely go on and tell where lines end
_LONG = 0.6  # of the width of the area: a shorter line may be a heading
_MOST_SLACK = 3.0  # em
ROOM = 0.7  # em: a line with less room than this, beside the next line's first word, is full
_HARDLY = 1.2  # em: a line that ends as near the edge reaches it; a stop could not have followed
_APART = 1.6  # of the usual pitch: lines farther apart are two paragraphs
_SPACED = 1.15  # of the pitch within paragraphs: where items stand as far beneath what is above them, room parts all paragraphs
_DEEPEST = 8.0  # em: no list's text stands farther in; a signature does
_STEP = 4.0  # points: places closer than this are one
_AGREE = 2.0  # em: lines of other areas that end more apart tell nothing
_SAME = 8.0  # points that the places and widths of one column may differ by from page to page


class Edges(NamedTuple):
    """Of one area: how far from the left edge lines that surely go on usually end, how much shorter they may be, the usual
    pitch, the step that parts two paragraphs (0 where no room is seen to), how far in lines go on more often than paragraphs begin, the
    usual size, whether items go on at the edge, the lines (by identity) set in that go on at the edge themselves: first lines; and how
    far in, in the whole document, those stand."""

    width: float
    slack: float = 0.0
    pitch: float = 0.0
    parting: float = 0.0
    hanging: frozenset[int] = frozenset()
    size: float = 12.0
    flush: bool = False
    firsts: frozenset[int] = frozenset()
    steps_in: frozenset[int] = frozenset()

    def right(self, line: Line) -> float:
        """Where a line's area ends for lines that go on."""
        return min(line.right, line.left + self.width)

    def room(self, line: Line, after: Line) -> float:
        """The room that `line` leaves beside the first word of the one after, in points; what the ragged edge takes is none."""
        size = after.size or line.size or 12.0
        return self.right(line) - self.slack - line.x1 - columns(first_word(after.text)) * size * 0.5

    def full(self, line: Line) -> bool:
        """Whether a line reaches the right edge itself, or nearly."""
        return self.right(line) - line.x1 < _HARDLY * (line.size or 12.0)

    def apart(self, line: Line, after: Line) -> bool:
        """Whether more stands between two lines of a page than between those of a paragraph; larger type stands farther apart."""
        if line.page != after.page or not self.pitch:
            return False
        step, size = line.bottom - after.bottom, after.size or self.size
        parting = self.parting * max(size / self.size, 1.0)
        return step > _APART * max(self.pitch, 1.2 * size) or 0 < parting < step

    def begins(self, line: Line) -> bool:
        """Whether a line stands as far in as first lines do, and not where lines go on."""
        return indented(line) and (id(line) in self.firsts or _step_in(line) not in self.hanging)

    def hangs(self, line: Line) -> bool:
        """Whether a line may go on an item at an indent."""
        return not self.flush and id(line) not in self.firsts

    def keeps_its_place(self, line: Line, after: Line) -> bool:
        """Whether `line` fills most of the column up to its edge, and the one after stands as far in or less, though not where first
        lines do: a paragraph that is set in as a whole, or a first line within it."""
        size = line.size or 12.0
        if not self.full(line) or line.x1 - line.x0 < _LONG * (self.right(line) - line.left):
            return False
        back = line.x0 - after.x0
        return back > size or (back > -_STEP and not self.steps_in & set(_near(line)))


Area = tuple[bool, int, int]  # whether it is a column or a box; its width and its left edge in points
Areas = dict[Area, Edges]
_Pairs = list[tuple[Line, Line]]


def edges_of(areas: Areas, line: Line) -> Edges:
    """The edges of a line's area."""
    return areas.get(_area(line)) or Edges(line.right - line.left)


def areas_of(lines: Iterable[Line]) -> Areas:
    """The edges of all areas, from the running lines of a document without its furniture. Columns and halves of a sheet that are equally
    wide are alike: where their lines agree, what one shows holds for the others."""
    running = [line for line in lines if line.right > 0]
    named = _names({_area(line) for line in running})
    pairs: dict[Area, _Pairs] = defaultdict(list)
    over: dict[Area, _Pairs] = defaultdict(list)  # the last line of a column and what comes next
    for above, line in pairwise(running):
        if _alike(above, line):
            area = named[_area(above)]
            (pairs if area == named[_area(line)] else over)[area].append((above, line))
    areas = {area: _edges(found) for area, found in pairs.items()} | _shown_elsewhere(pairs)
    inset = {area: _items_go_on_inset(found, areas[area]) for area, found in pairs.items()}
    of_all = [found for one in inset.values() for found in one]
    firsts = {area: list(_firsts([*pairs[area], *over[area]], edges)) for area, edges in areas.items()}
    steps_in = frozenset(_step_in(line) for found in firsts.values() for line in found)
    told = {
        area: edges._replace(
            flush=_rarely(inset[area] if len(inset[area]) >= _ENOUGH else of_all),
            firsts=frozenset(map(id, firsts[area])),
            steps_in=steps_in,
        )
        for area, edges in areas.items()
    }
    return {area: told[name] for area, name in named.items() if name in told}


def _area(line: Line) -> Area:
    return bool(line.frame), round(line.right - line.left), round(line.left)


def _names(areas: set[Area]) -> dict[Area, Area]:
    """Each area, and the one that stands for all that stand in nearly its place; of those nearly as wide as each other the width is one."""
    named: dict[Area, Area] = {}
    for wide in _runs(sorted(areas), lambda one, first: one[0] == first[0] and one[1] - first[1] <= _SAME):
        for near in _runs(sorted(wide, key=lambda one: one[2]), lambda one, first: one[2] - first[2] <= _SAME):
            named.update((area, (*wide[0][:2], near[0][2])) for area in near)
    return named


def _runs(ordered: list[Area], near: Callable[[Area, Area], bool]) -> list[list[Area]]:
    """Areas in runs of which each is near the first."""
    runs: list[list[Area]] = []
    for area in ordered:
        if runs and near(area, runs[-1][0]):
            runs[-1].append(area)
        else:
            runs.append([area])
    return runs


def _shown_elsewhere(pairs: dict[Area, _Pairs]) -> Areas:
    """The edges of areas by all that are as wide, where there are such and these agree."""
    of_width: dict[tuple[bool, int], _Pairs] = defaultdict(list)
    for (framed, width, _), found in pairs.items():
        of_width[framed, width] += found
    shown: Areas = {}
    for kind, alike in of_width.items():
        areas = [area for area in pairs if area[:2] == kind]
        if len(areas) > 1 and len(_going_on(alike)) >= _ENOUGH:
            edges = _edges(alike)
            if edges.slack < _AGREE * edges.size:
                shown |= dict.fromkeys(areas, edges)
    return shown


def _alike(above: Line, line: Line) -> bool:
    size, other = above.size or 12.0, line.size or 12.0
    return abs(size - other) <= 0.15 * size and not (above.centered or line.centered)


def _edges(pairs: _Pairs) -> Edges:
    from statistics import median  # with which decimal and random come

    width = max(above.right - above.left for above, _ in pairs)
    size = median(above.size or 12.0 for above, _ in pairs)
    going_on = [
        (above.x1 - above.left, columns(first_word(line.text)) * size * 0.5) for above, line in _going_on(pairs)
    ]
    slack = 0.0
    if len(going_on) >= _ENOUGH:
        width = sorted(end for end, _ in going_on)[len(going_on) * 3 // 4]
        reach = sorted(end + word for end, word in going_on)[len(going_on) // 10]  # with the word that had no room
        slack = min(max(width - reach, 0.0), _MOST_SLACK * size)
    steps = [
        above.bottom - line.bottom for above, line in pairs if above.page == line.page and above.bottom > line.bottom
    ]
    pitch = median(steps) if steps else 0.0
    edges = Edges(width, slack, pitch, _parting(pairs, width - _HARDLY * size), size=size)
    return edges._replace(hanging=frozenset(_hanging(pairs, edges)))


def _going_on(pairs: _Pairs) -> _Pairs:
    """The lines that surely go on, each with its next: at the edge, or where there are none at an indent, but beneath a numbered line no
    less than a list hangs: what stands as far in as that line may be the text beneath a heading."""
    found = [
        (above, line)
        for above, line in pairs
        if above.x1 - above.left > _LONG * (above.right - above.left)
        and above.text[-1:] not in ENDS
        and line.x0 - line.left < _DEEPEST * (line.size or 12.0)
        and not begins_numbered(below := squeeze(line.text))
        and not FIELD.match(below)
        and not _VALUE.search(above.text)
    ]
    at_the_edge = [(above, line) for above, line in found if not indented(line)]
    if len(at_the_edge) >= _ENOUGH:
        return at_the_edge
    return [
        (above, line)
        for above, line in found
        if not indented(line) or line.x0 > above.x0 + _STEP or not begins_numbered(squeeze(above.text))
    ]


def _step_in(line: Line) -> int:
    return round(line.x0 / _STEP) - round(line.left / _STEP)


def _near(line: Line) -> tuple[int, int, int]:
    """How far in a line stands, with the places beside it."""
    step = _step_in(line)
    return step - 1, step, step + 1


def _firsts(pairs: _Pairs, edges: Edges) -> Iterator[Line]:
    """The lines that are set in and full and go on at the edge."""
    for above, line in pairs:
        goes_on = edges.full(above) and above.text[-1:] not in ENDS and not begins_numbered(squeeze(line.text))
        if indented(above) and goes_on and line.x0 - line.left < 0.5 * (line.size or 12.0):
            yield above


def _parting(pairs: _Pairs, width: float) -> float:
    """The step from line to line that parts two paragraphs, where items stand farther beneath the lines above them than lines beneath
    open ones that are longer than `width`; else 0."""
    within: list[float] = []
    before_items: list[float] = []
    for above, line in pairs:
        step = above.bottom - line.bottom
        if above.page != line.page or step <= 0:
            continue
        if begins_numbered(squeeze(line.text)):
            before_items.append(step)
        elif above.x1 - above.left > width and above.text[-1:] not in ENDS:
            within.append(step)
    if min(len(within), len(before_items)) < _ENOUGH:
        return 0.0
    usual, least = (
        sorted(within)[len(within) // 4],
        sorted(before_items)[len(before_items) // 4],
    )  # headings may be full too
    return (usual + least) / 2 if least > _SPACED * usual else 0.0


def _items_go_on_inset(pairs: _Pairs, edges: Edges) -> list[bool]:
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


def _hanging(pairs: _Pairs, edges: Edges) -> Iterator[int]:
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
            votes[_step_in(line)] += 1 if full else -1
    for place, vote in votes.items():
        if vote > 0:
            yield place
