"""A page as the layout takes it: runs of characters and pieces of rules with their places, whatever the file's format.

Places are points on the page as shown, from its lower left corner, y growing upwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Piece = tuple[float, float, float]  # of a rule: position across, start, end along
Box = tuple[float, float, float, float]  # left, bottom, right, top
Shading = tuple[Box, str]  # a filled shape and its colour, as six hexadecimal digits

UNREADABLE = "\ufffd"  # a character that has no meaning outside the file's own fonts

CLOSING, OPENING = frozenset("、，。；：！？）》〉】〕”’"), frozenset("（《〈【〔“‘")
_ASCENT, _DESCENT = 0.9, 0.2  # em above and beneath the base line, of any font: what fonts say of themselves varies


@dataclass(slots=True, eq=False)
class Run:
    """Characters that touch on one base line, without blanks; `blanks` are the places before which the file has one
    (the text's length: behind it), `reach` is where those behind it end. `size` is the font size as shown; `angle` in degrees, 0 for level text."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    lefts: list[float]
    rights: list[float]
    blanks: tuple[int, ...] = ()
    angle: int = 0
    bold: bool = False
    reach: float = 0.0
    pale: bool = False  # light, or see-through, but not white
    beneath: bool = False  # an opaque picture is drawn over it

    @property
    def top(self) -> float:
        """The height of its upper edge."""
        return self.base + _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The height of its lower edge."""
        return self.base - _DESCENT * self.size

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.base + 0.35 * self.size

    @property
    def ink(self) -> tuple[float, float]:
        """How far its ink reaches from left to right: the outer half of a stop or a bracket, where it is as wide as a character, is empty,
        and may hang out of a column that the text fills."""
        half = self.size / 2
        x0 = self.x0 + half if self.text[0] in OPENING and self.rights[0] - self.lefts[0] > half else self.x0
        x1 = self.x1 - half if self.text[-1] in CLOSING and self.rights[-1] - self.lefts[-1] > half else self.x1
        return (x0, x1) if x0 < x1 else (self.x0, self.x1)

    def part(self, start: int, end: int) -> Run:
        """The characters [start, end) as a run of their own."""
        blanks = tuple(k - start for k in self.blanks if start < k <= end)
        lefts, rights = self.lefts[start:end], self.rights[start:end]
        text = self.text[start:end]
        reach = self.reach if end == len(self.text) else 0.0
        return Run(
            text,
            lefts[0],
            rights[-1],
            self.base,
            self.size,
            lefts,
            rights,
            blanks,
            self.angle,
            self.bold,
            reach,
            self.pale,
            self.beneath,
        )


@dataclass(slots=True)
class LeftOut:
    """Text that is set aside: why, and what it says."""

    reason: str
    text: str


@dataclass(slots=True)
class Sheet:
    """What is drawn on one page: its runs in the order of drawing, pieces of level and upright rules, and how much of it
    pictures cover. `strange` counts characters without a meaning; `drawn` says whether there is anything at all."""

    number: int  # 1-based
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    level: list[Piece] = field(default_factory=list)
    upright: list[Piece] = field(default_factory=list)
    pictures: float = 0.0  # share of the page
    images: int = 0
    figures: list[Box] = field(default_factory=list)  # where the pictures stand
    grounds: list[Shading] = field(default_factory=list)  # in the order of drawing, white ones among them
    drawn: bool = False
    characters: int = 0
    strange: int = 0
    unreadable: bool = False
    left_out: list[LeftOut] = field(default_factory=list)

    def set_aside(self, reason: str, runs: list[Run]) -> None:
        """Take runs out of the reading."""
        self.left_out.append(LeftOut(reason, spoken(runs)))
        gone = set(map(id, runs))
        self.runs = [run for run in self.runs if id(run) not in gone]


def spoken(runs: list[Run]) -> str:
    """What runs say in the order in which they are drawn; a blank where they stand apart."""
    parts: list[str] = []
    for k, run in enumerate(runs):
        if k:
            before = runs[k - 1]
            near = 1.6 * max(run.size, before.size)
            close = abs(run.x0 - before.x1) < near and abs(run.base - before.base) < near
            parts.append("" if close and run.angle == before.angle else " ")
        parts.append(run.text)
    return "".join(parts)
