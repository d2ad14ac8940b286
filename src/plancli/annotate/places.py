"""Where a field and the values in it are printed: ranges of its text → boxes on pages.

A draft's noun holds the source's lines that its fields stand in. The characters of a field other than blanks stand in them in
order, in simplified script, so that each is found again in its line, and the line knows where its characters stand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from ..language.script import bare, columns, simplify
from ..model.bulletin import Box
from ..model.source import Line

_BETWEEN = "。；;，,、：:.（(）)"  # what is cut between a title and a text

Stretch = tuple[int, int, int]  # of a field without its blanks: start, end, where it begins in its lines
Boxes = tuple[Box, ...] | None


class Places:
    """Some lines as one run of characters without blanks, from which the fields that they hold are taken one by one.

    `heights` are those of the pages; where there are none, nothing has a box.
    """

    __slots__ = ("at", "heights", "lines", "simple", "starts", "taken", "text")

    def __init__(self, lines: Sequence[Line], heights: Sequence[float]) -> None:
        self.lines: Sequence[Line] = lines if heights else ()
        self.heights = heights
        self.at = 0  # behind the text found last
        self.taken: list[tuple[int, int]] = []  # the ranges of the fields so far
        self.text = ""
        self.simple = False  # made so where a text is not found as it is
        if self.lines:
            texts = [line.text for line in lines]
            self.text = "".join(texts)
            if self.text != bare(self.text):
                texts = [bare(text) for text in texts]
                self.text = "".join(texts)
            self.starts = list(accumulate(map(len, texts), initial=0))

    def title(self, label: str, title: str) -> FieldPlaces:
        """The title of a task or section, behind its label or in a cell beside it."""
        if not self.lines:
            return FieldPlaces(self, title, [])
        number, words = bare(label), bare(title)
        if (at := self._next(number + words)) < 0:
            self.field(label)
            return self.field(title)
        self.taken.append((at, self.at))
        return FieldPlaces(self, title, [(0, len(words), at + len(number))])

    def field(self, text: str) -> FieldPlaces:
        """The next field; one that stands before the last is found as well."""
        stretches = self._stretches(text) if text and self.lines else []
        self.taken += [(at, at + end - start) for start, end, at in stretches]
        return FieldPlaces(self, text, stretches)

    def _stretches(self, text: str) -> list[Stretch]:
        whole = bare(text)
        if (at := self._next(whole)) >= 0:
            return [(0, len(whole), at)]
        found, start = [], 0
        for line in text.split("\n"):  # columns and paragraphs joined; a header and a colon may lead a line
            parts = [bare(line)]
            if (at := self._next(parts[0])) < 0:
                head, colon, rest = line.partition("：")
                parts = [bare(head), colon, bare(rest)]
            for part in parts:
                if part and (at >= 0 or (at := self._next(part)) >= 0):
                    found.append((start, start + len(part), at))
                start += len(part)
                at = -1
        return found

    def _next(self, text: str) -> int:
        at = self.text.find(text, self.at)
        if at < 0:
            at = self.text.find(text)
        if at < 0 and not self.simple:
            self.simple, self.text = True, simplify(self.text)
            return self._next(text)
        if at >= 0:
            self.at = at + len(text)
        return at

    def find(self, text: str) -> Boxes:
        """The boxes of the next occurrence of a text, None where it does not stand here."""
        text = bare(text) if self.lines else ""
        at = self._next(text) if text else -1
        return self.boxes(at, at + len(text)) if at >= 0 else None

    def boxes(self, start: int, end: int) -> Boxes:
        """The boxes of a range of the run, a box a line, None where a line is on no page. Places are rounded to hundredths
        of a point, by `int`, which is far cheaper than `round`."""
        found: list[Box] = []
        lines, starts, heights = self.lines, self.starts, self.heights
        k = bisect_right(starts, start) - 1
        while start < end:
            line, first, after = lines[k], starts[k], starts[k + 1]
            page = line.page
            if page is None or page > len(heights):
                return None
            if start == first and after <= end:
                x0, x1 = line.x0, line.x1
            else:
                x0, x1 = _edges(line, start - first, min(after, end) - first, after - first)
            top = heights[page - 1] * 100 + 0.5
            y0, y1 = int(top - line.top * 100) / 100, int(top - line.bottom * 100) / 100
            found.append((page, int(x0 * 100 + 0.5) / 100, y0, int(x1 * 100 + 0.5) / 100, y1))
            start = after
            k += 1
            while start < end and starts[k + 1] == start:
                k += 1
        return tuple(found)

    def around(self) -> Boxes:
        """The boxes of all fields taken so far, a box a line, the stops between them in it."""
        joined: list[tuple[int, int]] = []
        for start, end in sorted(self.taken):
            if joined and not self.text[joined[-1][1] : start].strip(_BETWEEN):
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        found: tuple[Box, ...] = ()
        for start, end in joined:
            boxes = self.boxes(start, end)
            if boxes is None:
                return None
            found += boxes
        return found or None


class FieldPlaces:
    """One field's text, and where its stretches begin in the lines."""

    __slots__ = ("_blanks", "places", "stretches", "text")

    def __init__(self, places: Places, text: str, stretches: list[Stretch]) -> None:
        self.places, self.text, self.stretches = places, text, stretches
        # where the text has blanks, which the lines have not; None until it is asked
        self._blanks: list[int] | None = None if stretches and len(text) > stretches[-1][1] else []

    def boxes(self, start: int, end: int) -> Boxes:
        """The boxes of text[start:end]; None where it is not known where all of it stands."""
        if not self.stretches:
            return None
        value = self.text[start:end]
        if self._blanks is None:
            self._blanks = [at for at, char in enumerate(self.text) if not bare(char)]
        if self._blanks:
            start -= bisect_left(self._blanks, start)
            end -= bisect_left(self._blanks, end)
        first, last, at = self.stretches[0]
        if first <= start and end <= last:
            return self.places.boxes(at + start - first, at + end - first)
        found: tuple[Box, ...] = ()
        covered = 0
        for first, last, at in self.stretches:
            a, b = max(start, first), min(end, last)
            if a < b:
                boxes = self.places.boxes(at + a - first, at + b - first)
                if boxes is None:
                    return None
                found += boxes
                covered += b - a
        return found if 0 < covered == end - start else self.places.find(value)


def _edges(line: Line, start: int, end: int, size: int) -> tuple[float, float]:
    """The edges of some of a line's characters other than blanks, of which it has `size`; where it does not say them, they
    fill it evenly."""
    text = line.text
    if len(line.lefts) == len(text) > 0:
        first, last = start, end - 1
        if size < len(text):
            places = [k for k, char in enumerate(text) if bare(char)]
            first, last = places[first], places[last]
        if line.lefts[first] < line.rights[last]:
            return line.lefts[first], line.rights[last]
    text = bare(text)
    width = (line.x1 - line.x0) / max(columns(text), 1)
    left = line.x0 + columns(text[:start]) * width
    return left, left + columns(text[start:end]) * width
