"""The text objects of an OFD page → characters with their places (GB/T 33190—2016, 11)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from .matrix import Matrix, angle_of, matrix_of, product, through
from .package import local, numbers

_MOST = 20_000  # characters of a text: more is none


@dataclass(slots=True)
class Text:
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


def texts_of(element: etree._Element, outer: Matrix) -> list[Text]:
    """The texts of a text object, one for each of its codes, under the matrix of what it stands in."""
    box = numbers(element.get("Boundary"))
    size = (numbers(element.get("Size")) or [0.0])[0]
    if len(box) != 4 or size <= 0:
        return []
    matrix = product(matrix_of(element.get("CTM")), (1.0, 0.0, 0.0, 1.0, box[0], box[1]))
    matrix = product(matrix, outer)
    stretch = (numbers(element.get("HScale")) or [1.0])[0]
    bold = (numbers(element.get("Weight")) or [400.0])[0] >= 600
    alpha = (numbers(element.get("Alpha")) or [255.0])[0]
    turned = round((numbers(element.get("CharDirection")) or [0.0])[0]) % 360
    last = (0.0, 0.0)
    found: list[Text] = []
    for code in element:
        if local(code) != "TextCode" or not code.text:
            continue
        text = code.text.strip("\n\r\t")[:_MOST]
        if not text:
            continue
        last = ((numbers(code.get("X")) or [last[0]])[0], (numbers(code.get("Y")) or [last[1]])[0])
        across, down = _deltas(code.get("DeltaX"), len(text)), _deltas(code.get("DeltaY"), len(text))
        x, y = last
        xs: list[float] = []
        ys: list[float] = []
        ends: list[float] = []
        for k, char in enumerate(text):
            width = _width(char) * size * stretch
            px, py = through(matrix, x, y)
            ex, _ = through(matrix, x + width, y)
            xs.append(px)
            ys.append(py)
            ends.append(max(ex, px + 0.01))
            x += across[k] if k < len(across) else (0.0 if down else width)
            y += down[k] if k < len(down) else 0.0
        _fill_up(xs, ends, text, size * (abs(matrix[0]) or 1.0), box[0] + box[2])
        scale = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5 or 1.0
        angle = turned or angle_of(matrix)
        found.append(Text(text, xs, ys, ends, size * scale, bold, alpha < 100, angle, (box[0], box[1], box[2], box[3])))
    return found


def _fill_up(xs: list[float], ends: list[float], text: str, size: float, right: float) -> None:
    """Latin letters are as wide as the step to their neighbour says, the last one as the object's box does: no font is asked."""
    for k, char in enumerate(text):
        step = (xs[k + 1] if k + 1 < len(xs) else right) - xs[k]
        if char.isascii() and 0.15 * size < step < 1.05 * size:
            ends[k] = xs[k] + step


def mended(texts: list[Text]) -> list[Text]:
    """Some writers give each piece of a line the whole line's box and spread it over that: such pieces follow one another."""
    result: list[Text] = []
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


def _one_line(group: list[Text]) -> Text:
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
    return Text(text, xs, [first.ys[0]] * len(text), ends, size, first.bold, first.pale, first.angle, first.box)


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
