"""What is on a page but no part of its text: watermarks, turned text, the marks of notes; blanks that say nothing."""

from __future__ import annotations

from collections import Counter

from . import measures as m
from .lines import usual_size
from .raised import lower_raised
from .sheet import Run, Sheet

_FEWEST = 3  # characters that stand askew round a seal


def sift(sheet: Sheet) -> None:
    """Set aside what is no text, and say so on the sheet. Text at right angles stays: a cell may hold it."""
    turned = [run for run in sheet.runs if run.angle]
    askew = [run for run in turned if _askew(run)]
    if askew:
        askew += _upright_in_seals(sheet.runs)
        sheet.set_aside("turned-text", askew)
    for run in turned:
        if abs(run.angle) <= m.TURNED:
            run.angle = 0
    _watermarks(sheet)
    lower_raised(sheet)
    parted = [run for run in sheet.runs if run.blanks]
    if parted and sum(len(run.blanks) for run in parted) > m.OCR_BLANKS * sum(len(run.text) for run in sheet.runs):
        for run in parted:
            run.blanks = ()
    elif sheet.pictures > m.SCANNED:  # OCR puts blanks where it ends its words: 2 024年 重 点
        for run in parted:
            run.blanks = tuple(k for k in run.blanks if _between_words(run.text, k))


def _between_words(text: str, k: int) -> bool:
    """Whether a blank before character k parts Latin words, or stands behind all of a run."""
    return k >= len(text) or (
        text[k - 1].isascii() and text[k].isascii() and (text[k - 1].isalpha() or text[k].isalpha())
    )


def _upright_in_seals(runs: list[Run]) -> list[Run]:
    """The characters round seals that happen to stand level or at right angles: drawn among others that stand askew, each alone, of
    one size, no farther apart than a seal is wide."""
    found: list[Run] = []
    ring: list[Run] = []
    for run in (*runs, None):
        if run is not None and len(run.text) == 1 and (not ring or _of_one_seal([*ring, run])):
            ring.append(run)
            continue
        askew = [one for one in ring if _askew(one)]
        if len(askew) >= _FEWEST:
            left, low, right, top = _extent(askew)
            found += [
                one
                for one in ring
                if not _askew(one)
                and left - one.size < one.x0 < right + one.size
                and low - one.size < one.base < top + one.size
                and not _ends_a_line(one, runs)
            ]
        ring = [run] if run is not None and len(run.text) == 1 else []
    return found


def _ends_a_line(one: Run, runs: list[Run]) -> bool:
    """Whether a character stands right behind another text on its base line."""
    return any(abs(run.base - one.base) < 0.1 and abs(one.x0 - run.x1) < m.WORD_GAP * one.size for run in runs)


def _askew(run: Run) -> bool:
    return abs(run.angle) > m.TURNED and run.angle not in (90, -90)


def _of_one_seal(runs: list[Run]) -> bool:
    left, low, right, top = _extent(runs)
    return abs(runs[-1].size - runs[0].size) < 0.1 and max(right - left, top - low) < m.SEAL


def _extent(runs: list[Run]) -> tuple[float, float, float, float]:
    xs, bases = [run.x0 for run in runs], [run.base for run in runs]
    return min(xs), min(bases), max(xs), max(bases)


def _watermarks(sheet: Sheet) -> None:
    """Pale type that is larger than the text, or says the same again and again; not where most of the page is pale."""
    pale = [run for run in sheet.runs if run.pale]
    if not pale or sum(len(run.text) for run in pale) > 0.5 * sum(len(run.text) for run in sheet.runs):
        return
    repeats = Counter((run.text, run.angle) for run in pale)
    body = usual_size(sheet.runs)
    marks = [run for run in pale if repeats[run.text, run.angle] >= m.PALE_REPEATS or run.size > m.PALE_LARGE * body]
    if marks:
        sheet.set_aside("watermark", marks)
