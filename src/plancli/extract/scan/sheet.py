"""Words and rules of a picture → a sheet for the layout."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import cv2
import numpy as np

from ..layout.sheet import Run, Sheet
from .picture import Picture
from .reader import OcrWords

_DOUBTFUL = 0.8  # a line that is less sure is told
_BLANK = 0.28  # em of a character that is a blank: rapidocr writes none into Chinese


def sheet_of(picture: Picture, words: list[OcrWords], number: int, width: float) -> tuple[Sheet, list[str]]:
    """A page of this width in points, and the lines that were read with doubt."""
    high, wide = picture.grey.shape
    scale = width / wide
    sheet = Sheet(number, width, high * scale, drawn=True)
    for left, top, right, bottom in picture.level:
        sheet.level.append(((high - (top + bottom) / 2) * scale, left * scale, right * scale))
    for left, top, right, bottom in picture.upright:
        sheet.upright.append(((left + right) / 2 * scale, (high - bottom) * scale, (high - top) * scale))
    lines = [line for word in words for line in _at_rules(word, picture)]
    lines = [OcrWords(one.text, _tight(one, picture), one.score) for one in lines if one.text.strip()]
    lines += _dashes(picture, lines)
    for one in lines:
        sheet.runs += _runs(one, high, scale)
    sheet.runs.sort(key=lambda run: (-run.base, run.x0))
    sheet.characters = sum(len(run.text) for run in sheet.runs)
    return sheet, [one.text for one in lines if one.score < _DOUBTFUL]


def _shares(text: str) -> list[float]:
    return [1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.3 if char.isspace() else 0.55 for char in text]


def _at_rules(word: OcrWords, picture: Picture) -> list[OcrWords]:
    """Words that were read across an upright rule, cut there: the cells beside it are two."""
    left, top, right, bottom = word.box
    middle, margin = (top + bottom) // 2, (bottom - top) // 2
    cuts = sorted(
        (x0 + x1) // 2
        for x0, y0, x1, y1 in picture.upright
        if y0 <= middle <= y1 and left + margin < (x0 + x1) // 2 < right - margin
    )
    if not cuts or len(word.text) < 2:
        return [word]
    shares = _shares(word.text)
    unit = (right - left) / sum(shares)
    pieces: list[OcrWords] = []
    edges = [left, *cuts, right]
    places = [left + unit * (sum(shares[:k]) + shares[k] / 2) for k in range(len(shares))]
    for start, end in pairwise(edges):
        text = "".join(char for char, at in zip(word.text, places, strict=True) if start <= at < end)
        if text.strip():
            pieces.append(OcrWords(text, (start, top, end, bottom), word.score))
    return pieces


def _tight(word: OcrWords, picture: Picture) -> tuple[int, int, int, int]:
    """The box of the ink in a box."""
    left, top, right, bottom = word.box
    part = picture.ink[max(0, top) : bottom, max(0, left) : right]
    columns, rows = np.flatnonzero(part.any(axis=0)), np.flatnonzero(part.sum(axis=1) > 255)
    if not len(columns) or not len(rows):
        return word.box
    return left + int(columns[0]), top + int(rows[0]), left + int(columns[-1]) + 1, top + int(rows[-1]) + 1


def _runs(word: OcrWords, high: int, scale: float) -> list[Run]:
    text = word.text.strip()
    left, top, right, bottom = word.box
    shares = _shares(text)
    unit = (right - left) / (sum(shares) or 1)
    tall = bottom - top
    size = unit if len(text) > 1 and 0.7 * tall < unit < 1.6 * tall else tall * 1.08
    base = (high - (top + bottom) / 2) * scale - 0.35 * size * scale
    runs: list[Run] = []
    x = float(left)
    chars: list[str] = []
    lefts: list[float] = []
    rights: list[float] = []
    for char, share in zip(text, shares, strict=True):
        if not char.isspace():
            chars.append(char)
            lefts.append(x * scale)
            rights.append((x + share * unit) * scale)
        x += share * unit
    blanks = tuple(len("".join(text[:k].split())) for k, char in enumerate(text) if char.isspace())
    if chars:
        runs.append(Run("".join(chars), lefts[0], rights[-1], base, size * scale, lefts, rights, blanks))
    return runs


def _dashes(picture: Picture, words: list[OcrWords]) -> list[OcrWords]:
    """Dashes that stand alone in a cell: ink that is wide and flat, where no words were found."""
    heights = sorted(bottom - top for _, top, _, bottom in (word.box for word in words))
    if not heights:
        return []
    usual = heights[len(heights) // 2]
    ink = picture.ink.copy()
    for left, top, right, bottom in (word.box for word in words):
        ink[top:bottom, left:right] = 0
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    found = []
    for left, top, wide, tall, _ in stats[1:count]:
        if (
            0.5 * usual <= wide <= 2.5 * usual
            and tall <= max(3, 0.2 * usual)
            and _in_cell(picture, left, top, wide, usual)
        ):
            middle = int(top + tall / 2)
            found.append(
                OcrWords("—", (int(left), int(middle - usual / 2), int(left + wide), int(middle + usual / 2)), 1.0)
            )
    return found


def _in_cell(picture: Picture, left: int, top: int, wide: int, usual: int) -> bool:
    """Whether a mark stands between two upright rules and not at a level one."""
    beside = [x0 for x0, y0, x1, y1 in picture.upright if y0 <= top <= y1]
    if not any(x < left for x in beside) or not any(x > left + wide for x in beside):
        return False
    return all(abs(y0 - top) > 0.35 * usual for x0, y0, x1, y1 in picture.level if x0 < left + wide and x1 > left)
