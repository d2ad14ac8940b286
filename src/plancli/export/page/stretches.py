"""Where the words of tasks stand in a text of paragraphs and cells, told by the words themselves and by the place that each task names.

The text is taken as one run of characters without blanks; each task is looked for from the place that its location names, then
behind the task before it, then anywhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ...language.script import bare
from ...model.bulletin import Diagnostic, Location, Task
from .told import ShownKind, ShownRun

# What kind of place, which table or cell, which row or paragraph; "over" is a row that a merged cell above covers too.
StretchPlace = tuple[str, str | int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """[start, end) of a stretch's text, and what it is."""

    start: int
    end: int
    kind: ShownKind
    task: int = -1
    value: str = ""
    reason: str = ""


@dataclass(slots=True)
class MarkedStretch:
    """A paragraph or a cell: its text, the places it stands at, and the marks on it."""

    text: str
    places: tuple[StretchPlace, ...] = ()
    marks: list[Mark] = field(default_factory=list)

    def runs(self) -> tuple[ShownRun, ...]:
        """The text cut at every edge of a mark. A value wins over its task, the narrowest over others, and what is used over
        what was left out."""
        edges = sorted({0, len(self.text), *(edge for mark in self.marks for edge in (mark.start, mark.end))})
        return tuple(self._run(start, end) for start, end in pairwise(edges))

    def _run(self, start: int, end: int) -> ShownRun:
        over = [mark for mark in self.marks if mark.start <= start and end <= mark.end]
        tasks = tuple(dict.fromkeys(mark.task for mark in over if mark.task >= 0))
        text = self.text[start:end]
        values = [mark for mark in over if mark.value]
        if values:
            value = min(values, key=lambda mark: mark.end - mark.start)
            return ShownRun(text, tasks, value.kind, value.value)
        if tasks:
            return ShownRun(text, tasks, "task")
        left = [mark.reason for mark in over if mark.reason]
        return ShownRun(text, (), "out", reason=left[0]) if left else ShownRun(text)


class Stretches:
    """All the stretches of a source, searched as one."""

    def __init__(self, stretches: Sequence[MarkedStretch]) -> None:
        self.stretches = stretches
        pieces = [bare(stretch.text) for stretch in stretches]
        self._text = "".join(pieces)
        self._starts = [0]
        for piece in pieces:
            self._starts.append(self._starts[-1] + len(piece))
        self._at: dict[StretchPlace, list[int]] = {}
        self._whole: dict[str, list[int]] = {}
        for index, piece in enumerate(pieces):
            self._whole.setdefault(piece, []).append(index)
        for index, stretch in enumerate(stretches):
            for place in stretch.places:
                self._at.setdefault(place, []).append(index)
        # where the visible characters of a stretch stand, where it has others
        self._visible = [
            None if len(piece) == len(stretch.text) else [i for i, char in enumerate(stretch.text) if bare(char)]
            for piece, stretch in zip(pieces, stretches, strict=True)
        ]
        self._cursor = 0

    def mark(self, task: Task, index: int) -> None:
        """Marks the words of a task and of its values."""
        taken = list(self._task(task, index))
        location = task.location
        around = [*places_of(location), ("over", location.table or 0, location.row or 0)]
        row = [self._range(k) for place in around for k in self._at.get(place, ())]
        near = [*row, *((start, end) for start, end, _ in taken)]
        for name, kind, values in (
            ("d", "department", [(body.name, body.span) for body in task.departments]),
            ("l", "leader", [(leader.name, None) for leader in task.leaders]),
            ("t", "time", [(node.raw, node.span) for node in task.time_nodes]),
        ):
            for number, (words, span) in enumerate(values):
                found = self._of_span(span, task.text, taken) or self._within(words, near)
                found = found or self._under(words, task.text, taken)
                if found is not None:
                    self._put(*found, kind, index, f"{name}{number}")  # type: ignore[arg-type]

    def leave(self, diagnostic: Diagnostic) -> list[str]:
        """Marks the text that was left out; gives those lines of it that are not found."""
        missing = []
        for line in (diagnostic.text or "").split("\n"):
            words = bare(line)
            at = self._free(words) if words else -1
            if at >= 0:
                self._put(at, at + len(words), "out", reason=diagnostic.code)
            elif words:
                missing.append(line)
        return missing

    def _free(self, words: str) -> int:
        """Where words stand that no task has, -1 where nowhere: a whole stretch, else a part of one, save a single character,
        which may be anything."""
        for k in self._whole.get(words, ()):
            if not self.stretches[k].marks:
                return self._starts[k]
        at = self._text.find(words) if len(words) > 1 else -1
        while at >= 0:
            if not self.stretches[bisect_right(self._starts, at) - 1].marks:
                return at
            at = self._text.find(words, at + 1)
        return -1

    def _task(self, task: Task, index: int) -> Iterator[tuple[int, int, int]]:
        """(start, end, where it begins in the text of the task; -1 for the title) of what is found of a task, marked."""
        place = next(
            (self._starts[self._at[place][0]] for place in places_of(task.location) if place in self._at), None
        )
        if place is not None:
            self._cursor = place
        title = bare(task.title)
        at = self._next(bare(task.label) + title)
        if at >= 0:
            start, self._cursor = at, at + len(bare(task.label) + title)
        elif (at := self._next(title)) >= 0:
            start, self._cursor = at, at + len(title)
        if title and at >= 0:
            self._put(start, self._cursor, "task", index)
            yield start, self._cursor, -1
        begin = 0
        for line in task.text.split("\n"):
            head, colon, rest = line.partition("：")
            pieces = [(begin, line)]
            if self._next(bare(line)) < 0 and colon:  # a column's header leads the line
                pieces = [(begin + len(head) + 1, rest)]
            for offset, piece in pieces:
                words = bare(piece)
                at = self._next(words) if words else -1
                if at >= 0:
                    self._cursor = at + len(words)
                    self._put(at, self._cursor, "task", index)
                    yield at, self._cursor, len(bare(task.text[:offset]))
            begin += len(line) + 1

    def _next(self, words: str) -> int:
        if not words:
            return -1
        at = self._text.find(words, self._cursor)
        return at if at >= 0 else self._text.find(words)

    def _of_span(
        self, span: tuple[int, int] | None, text: str, taken: list[tuple[int, int, int]]
    ) -> tuple[int, int] | None:
        if span is None:
            return None
        first, last = len(bare(text[: span[0]])), len(bare(text[: span[1]]))
        for start, end, offset in taken:
            if 0 <= offset <= first and last <= offset + end - start:
                return start + first - offset, start + last - offset
        return None

    def _under(self, words: str, text: str, taken: list[tuple[int, int, int]]) -> tuple[int, int] | None:
        """What stands in a column that is headed by these words: the line of the text that they lead (第一季度：……)."""
        at = f"\n{text}".find(f"\n{words}：")
        offset = len(bare(text[: at + len(words) + 1])) if at >= 0 else -1
        return next(((start, end) for start, end, begin in taken if begin == offset >= 0), None)

    def _within(self, words: str, ranges: list[tuple[int, int]]) -> tuple[int, int] | None:
        """The first place of some words in any of the ranges."""
        words = bare(words)
        for start, end in ranges if words else ():
            at = self._text.find(words, start, end)
            if at >= 0:
                return at, at + len(words)
        return None

    def _range(self, index: int) -> tuple[int, int]:
        return self._starts[index], self._starts[index + 1]

    def _put(self, start: int, end: int, kind: ShownKind, task: int = -1, value: str = "", reason: str = "") -> None:
        """A mark on each stretch that [start, end) of the run goes over."""
        k = bisect_right(self._starts, start) - 1
        while start < end and k < len(self.stretches):
            first, after = self._range(k)
            if first < after:
                a, b = start - first, min(end, after) - first
                if (visible := self._visible[k]) is not None:
                    a, b = visible[a], visible[b - 1] + 1
                self.stretches[k].marks.append(Mark(a, b, kind, task, value, reason))
            start = max(start, after)
            k += 1


def places_of(location: Location) -> Iterator[StretchPlace]:
    """The places that a location names, the narrowest first."""
    if location.cell is not None:
        yield "cell", f"{location.sheet}!{location.cell}", 0
    if location.table is not None and location.row is not None:
        yield "row", location.table, location.row
    if location.paragraph is not None:
        yield "paragraph", 0, location.paragraph
