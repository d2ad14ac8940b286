"""The objects of an OFD page → runs of characters and pieces of rules on a sheet (GB/T 33190—2016, 9 and 11)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from ..layout.sheet import UNREADABLE, Piece, Run, Sheet
from .package import PagePart, local, numbers

Matrix = tuple[float, float, float, float, float, float]
_POINT = 72 / 25.4
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_THIN = 1.1  # millimetres: a shape no thicker is a rule
_SHORT = 0.35
_MOST = 20_000  # characters of a text, pieces of a path: more is no text and no table
_PRIVATE = re.compile("[\ue000-\uf01f\uf100-\uf8ff\x00-\x08\x0e-\x1f\ufffd\U000f0000-\U0010ffff]")
_STEP = re.compile(r"[MLQBACS]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_ARGUMENTS = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_BREAK = 0.35  # em between two characters that are no neighbours


@dataclass(slots=True)
class _Text:
    """A text object in points from the page's upper left corner."""

    text: str
    xs: list[float]
    ys: list[float]
    ends: list[float]
    size: float
    bold: bool
    pale: bool
    angle: int
    box: tuple[float, float, float, float]


class Drawer:
    """Draws the layers of a page on its sheet."""

    def __init__(self, sheet: Sheet, part: PagePart) -> None:
        self._sheet = sheet
        self._left, self._top = part.area[0], part.area[1]
        self._texts: list[_Text] = []
        self._pictures = 0.0

    def draw(self, layer: etree._Element, matrix: Matrix = _IDENTITY) -> None:
        """The objects of a layer, a block or an annotation, in order."""
        walk = etree.iterwalk(layer, events=("start",))
        for _, element in walk:
            name = local(element)
            if element.get("Visible") == "false":
                walk.skip_subtree()
            elif name == "TextObject":
                self._text(element, matrix)
                walk.skip_subtree()
            elif name == "PathObject":
                self._path(element, matrix)
                walk.skip_subtree()
            elif name == "ImageObject":
                box = numbers(element.get("Boundary"))
                if len(box) == 4:
                    self._pictures += abs(box[2] * box[3])
                self._sheet.images += 1
                self._sheet.drawn = True

    def finish(self) -> None:
        """What can be told when all is drawn."""
        sheet = self._sheet
        area = (sheet.width / _POINT) * (sheet.height / _POINT)
        sheet.pictures = min(1.0, self._pictures / area) if area else 0.0
        for text in _mended(self._texts):
            self._runs(text)
        sheet.characters = sum(len(run.text) for run in sheet.runs)

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """Millimetres from the upper left corner → points from the lower left one."""
        return (x - self._left) * _POINT, self._sheet.height - (y - self._top) * _POINT

    def _text(self, element: etree._Element, outer: Matrix) -> None:
        box = numbers(element.get("Boundary"))
        size = (numbers(element.get("Size")) or [0.0])[0]
        if len(box) != 4 or size <= 0:
            return
        matrix = _product(_matrix(element.get("CTM")), (1.0, 0.0, 0.0, 1.0, box[0], box[1]))
        matrix = _product(matrix, outer)
        stretch = (numbers(element.get("HScale")) or [1.0])[0]
        bold = (numbers(element.get("Weight")) or [400.0])[0] >= 600
        alpha = (numbers(element.get("Alpha")) or [255.0])[0]
        turned = round((numbers(element.get("CharDirection")) or [0.0])[0]) % 360
        last = (0.0, 0.0)
        for code in element:
            if local(code) != "TextCode" or not code.text:
                continue
            text = code.text.strip("\n\r\t")[:_MOST]
            last = ((numbers(code.get("X")) or [last[0]])[0], (numbers(code.get("Y")) or [last[1]])[0])
            across, down = _deltas(code.get("DeltaX"), len(text)), _deltas(code.get("DeltaY"), len(text))
            x, y = last
            xs: list[float] = []
            ys: list[float] = []
            ends: list[float] = []
            for k, char in enumerate(text):
                width = _width(char) * size * stretch
                px, py = _through(matrix, x, y)
                ex, _ = _through(matrix, x + width, y)
                xs.append(px)
                ys.append(py)
                ends.append(max(ex, px + 0.01))
                x += across[k] if k < len(across) else (0.0 if down else width)
                y += down[k] if k < len(down) else 0.0
            _fill_up(xs, ends, text, size * (abs(matrix[0]) or 1.0), box[0] + box[2])
            scale = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5 or 1.0
            angle = turned or _angle(matrix)
            self._texts.append(
                _Text(text, xs, ys, ends, size * scale, bold, alpha < 100, angle, (box[0], box[1], box[2], box[3]))
            )
            self._sheet.drawn = True

    def _runs(self, text: _Text) -> None:
        """Runs of neighbours on one base line; blanks part them and are told."""
        size = text.size
        start = 0
        count = len(text.text)
        for k in range(1, count + 1):
            apart = (
                k == count
                or abs(text.ys[k] - text.ys[k - 1]) > 0.2 * size
                or not -0.6 * size < text.xs[k] - text.ends[k - 1] < _BREAK * size
            )
            if apart or text.text[k].isspace() or text.text[k - 1].isspace():
                self._run(text, start, k)
                start = k

    def _run(self, text: _Text, start: int, end: int) -> None:
        said = text.text[start:end]
        if not said.strip():
            if self._sheet.runs and start:
                run = self._sheet.runs[-1]
                run.blanks = (*run.blanks, len(run.text))
            return
        chars = "".join(UNREADABLE if _PRIVATE.match(char) else char for char in said)
        self._sheet.strange += chars.count(UNREADABLE)
        places = [self._place(x, y) for x, y in zip(text.xs[start:end], text.ys[start:end], strict=True)]
        rights = [(x - self._left) * _POINT for x in text.ends[start:end]]
        lefts = [x for x, _ in places]
        self._sheet.runs.append(
            Run(
                chars,
                lefts[0],
                rights[-1],
                places[0][1],
                text.size * _POINT,
                lefts,
                rights,
                (),
                text.angle,
                text.bold,
                text.pale,
            )
        )

    def _path(self, element: etree._Element, outer: Matrix) -> None:
        box = numbers(element.get("Boundary"))
        data = next((child.text for child in element if local(child) == "AbbreviatedData"), None)
        if len(box) != 4 or not data:
            return
        self._sheet.drawn = True
        stroked = element.get("Stroke", "true") != "false"
        filled = element.get("Fill", "false") == "true"
        if not stroked and not filled:
            return
        matrix = _product(_product(_matrix(element.get("CTM")), (1.0, 0.0, 0.0, 1.0, box[0], box[1])), outer)
        for points in _outlines(data):
            placed = [_through(matrix, x, y) for x, y in points]
            xs, ys = [x for x, _ in placed], [y for _, y in placed]
            if max(xs) - min(xs) <= _THIN or max(ys) - min(ys) <= _THIN:
                self._piece(min(xs), min(ys), max(xs), max(ys))
            elif stroked:
                for (ax, ay), (bx, by) in pairwise(placed):
                    if abs(ax - bx) < 0.2 or abs(ay - by) < 0.2:
                        self._piece(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def _piece(self, x0: float, y0: float, x1: float, y1: float) -> None:
        sheet = self._sheet
        if len(sheet.level) + len(sheet.upright) > 5 * _MOST:
            return
        left, high = self._place(x0, y0)
        right, low = self._place(x1, y1)
        dot = x1 - x0 <= _SHORT and y1 - y0 <= _SHORT
        level: Piece = ((high + low) / 2, left, right)
        upright: Piece = ((left + right) / 2, low, high)
        if dot or x1 - x0 > y1 - y0:
            sheet.level.append(level)
        if dot or y1 - y0 >= x1 - x0:
            sheet.upright.append(upright)


def _fill_up(xs: list[float], ends: list[float], text: str, size: float, right: float) -> None:
    """Latin letters are as wide as the step to their neighbour says, the last one as the object's box does: no font is asked."""
    for k, char in enumerate(text):
        step = (xs[k + 1] if k + 1 < len(xs) else right) - xs[k]
        if char.isascii() and 0.15 * size < step < 1.05 * size:
            ends[k] = xs[k] + step


def _mended(texts: list[_Text]) -> list[_Text]:
    """Some writers give each piece of a line the whole line's box and spread it over that: such pieces follow one another."""
    result: list[_Text] = []
    at = 0
    while at < len(texts):
        end = at + 1
        while (
            end < len(texts)
            and texts[end].box == texts[at].box
            and abs(texts[end].ys[0] - texts[at].ys[0]) < texts[at].size
        ):
            end += 1
        group = texts[at:end]
        overlap = any(b.xs[0] < a.ends[-1] - 0.5 * a.size for a, b in pairwise(group))
        result += [_one_line(group)] if len(group) > 1 and overlap else group
        at = end
    return result


def _one_line(group: list[_Text]) -> _Text:
    """Pieces of one line, one behind another, evenly over the line's box."""
    text = "".join(one.text for one in group)
    left, _, width, _ = group[0].box
    shares = [_width(char) for char in text]
    unit = width / (sum(shares) or 1)
    xs: list[float] = []
    ends: list[float] = []
    x = left
    for share in shares:
        xs.append(x)
        x += share * unit
        ends.append(x)
    first = group[0]
    size = min(first.size, unit) if unit > 0 else first.size
    return _Text(text, xs, [first.ys[0]] * len(text), ends, size, first.bold, first.pale, first.angle, first.box)


def _outlines(data: str) -> list[list[tuple[float, float]]]:
    """The sub-paths of an abbreviated path that are straight; a curve ends one."""
    found: list[list[tuple[float, float]]] = []
    points: list[tuple[float, float]] = []
    straight = True
    steps = _STEP.findall(data)[: 4 * _MOST]
    at = 0
    while at < len(steps):
        command = steps[at]
        at += 1
        if command not in _ARGUMENTS:
            continue
        count = _ARGUMENTS[command]
        arguments = steps[at : at + count]
        if len(arguments) < count or any(argument in _ARGUMENTS for argument in arguments):
            continue
        at += count
        values = [float(argument) for argument in arguments]
        if command in "MS":
            if len(points) > 1 and straight:
                found.append(points)
            points, straight = [(values[0], values[1])], True
        elif command == "L":
            points.append((values[0], values[1]))
        elif command == "C":
            if points:
                points.append(points[0])
        else:
            straight = False
    if len(points) > 1 and straight:
        found.append(points)
    return found


def _deltas(value: str | None, count: int) -> list[float]:
    """`g 3 5.6 4.2` → 5.6 5.6 5.6 4.2: the steps from each character to the next."""
    found: list[float] = []
    pieces = (value or "").split()
    at = 0
    while at < len(pieces) and len(found) < count:
        if pieces[at] == "g" and at + 2 < len(pieces):
            times, step = numbers(pieces[at + 1]), numbers(pieces[at + 2])
            if times and step:
                found += step * int(max(0, min(times[0], count)))
            at += 3
        else:
            found += numbers(pieces[at])
            at += 1
    return found


def _width(char: str) -> float:
    """The width of a character in em, as fonts for Chinese have it."""
    return 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5


def _matrix(value: str | None) -> Matrix:
    found = numbers(value)
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if len(found) == 6 else _IDENTITY


def _product(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _through(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _angle(matrix: Matrix) -> int:
    import math

    return round(math.degrees(math.atan2(-matrix[1], matrix[0]))) if matrix[1] or matrix[0] < 0 else 0
