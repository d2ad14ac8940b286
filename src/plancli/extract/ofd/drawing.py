"""The objects of an OFD page → runs of characters and pieces of rules on a sheet (GB/T 33190—2016, 9 and 11)."""

from __future__ import annotations

from itertools import pairwise

from lxml import etree

from ...grammar.pattern import Pattern
from ..layout.sheet import UNREADABLE, Piece, Run, Sheet
from .matrix import IDENTITY, Matrix, matrix_of, product, through
from .package import PagePart, local, numbers
from .texts import Text, mended, texts_of

_POINT = 72 / 25.4
_THIN = 1.1  # millimetres: a shape no thicker is a rule
_SHORT = 0.35
_MOST = 20_000  # pieces of a path: more draw no table
_PRIVATE = Pattern("[\ue000-\uf01f\uf100-\uf8ff\x00-\x08\x0e-\x1f\ufffd\U000f0000-\U0010ffff]")
_STEP = Pattern(r"[MLQBACS]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_ARGUMENTS = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_BREAK = 0.35  # em between two characters that are no neighbours


class Drawer:
    """Draws the layers of a page on its sheet."""

    def __init__(self, sheet: Sheet, part: PagePart) -> None:
        self._sheet = sheet
        self._left, self._top = part.area[0], part.area[1]
        self._texts: list[Text] = []
        self._pictures = 0.0

    def draw(self, layer: etree._Element, matrix: Matrix = IDENTITY) -> None:
        """The objects of a layer, a block or an annotation, in order."""
        walk = etree.iterwalk(layer, events=("start",))
        for _, element in walk:
            name = local(element)
            if element.get("Visible") == "false":
                walk.skip_subtree()
            elif name == "TextObject":
                texts = texts_of(element, matrix)
                self._texts += texts
                self._sheet.drawn = self._sheet.drawn or bool(texts)
                walk.skip_subtree()
            elif name == "PathObject":
                self._path(element, matrix)
                walk.skip_subtree()
            elif name == "ImageObject":
                box = numbers(element.get("Boundary"))
                if len(box) == 4:
                    self._pictures += abs(box[2] * box[3])
                    self._picture(box, matrix)
                self._sheet.images += 1
                self._sheet.drawn = True

    def finish(self) -> None:
        """What can be told when all is drawn."""
        sheet = self._sheet
        area = (sheet.width / _POINT) * (sheet.height / _POINT)
        sheet.pictures = min(1.0, self._pictures / area) if area else 0.0
        for text in mended(self._texts):
            self._runs(text)
        sheet.characters = sum(len(run.text) for run in sheet.runs)

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """Millimetres from the upper left corner → points from the lower left one."""
        return (x - self._left) * _POINT, self._sheet.height - (y - self._top) * _POINT

    def _runs(self, text: Text) -> None:
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

    def _run(self, text: Text, start: int, end: int) -> None:
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
        matrix = product(product(matrix_of(element.get("CTM")), (1.0, 0.0, 0.0, 1.0, box[0], box[1])), outer)
        for points in _outlines(data):
            placed = [through(matrix, x, y) for x, y in points]
            xs, ys = [x for x, _ in placed], [y for _, y in placed]
            if max(xs) - min(xs) <= _THIN or max(ys) - min(ys) <= _THIN:
                self._piece(min(xs), min(ys), max(xs), max(ys))
            elif stroked:
                for (ax, ay), (bx, by) in pairwise(placed):
                    if abs(ax - bx) < 0.2 or abs(ay - by) < 0.2:
                        self._piece(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def _picture(self, box: list[float], matrix: Matrix) -> None:
        corners = [through(matrix, box[0], box[1]), through(matrix, box[0] + box[2], box[1] + box[3])]
        (x0, y0), (x1, y1) = (self._place(x, y) for x, y in corners)
        self._sheet.figures.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

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
