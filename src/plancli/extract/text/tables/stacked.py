"""The lexers of dumps that have a cell, or a part of one, on each line."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from ....grammar.pattern import Pattern
from ....language.header_rows import squeezed
from ....language.headers import unit_of_header
from ....language.script import columns
from ....model.source import Line
from .bars import BAR
from .broken_cells import CLOSES
from .costs import FAR, FULL_STAY, GAP_BROKEN, GAP_ROW, GAP_STAY, GAP_WITHIN, LINE_STAY, NO_GAP, NO_GAP_ROW
from .dump import SAMPLE, WORD, Dump, is_stop, is_word
from .tokens import token

_HAN = Pattern(r"[㐀-鿿]")
_MID_DOTS = "・·•．"  # what stands between words written downwards
_OPEN = ("、", "，")
_MOST, _SOME, _FEW = 0.6, 0.08, 0.02  # shares of the cells that stand behind a blank line
_FEW_FULL = 3  # lines that are full
_NARROW, _ONE = 20, 2  # half-width columns that a line has at least, to be one of them; those of a character


def stacked(lines: Sequence[Line], at: int) -> Dump | None:
    """A cell a line, the words of the header perhaps all on one; blank lines may stand between all cells, between rows only, or nowhere."""
    words = _words_above_cells(lines, at)
    if not words and not is_word(lines[at]):
        return None
    shown: list[tuple[str, int, bool]] = []
    gap = downwards = False
    for k in range(at + bool(words), len(lines)):
        flat = squeezed(lines[k].text)
        if not flat:
            gap = True
            continue
        if "\t" in lines[k].text.strip() or (shown and is_stop(flat)):
            break
        letter = len(flat) == 1 and (_HAN.match(flat) or (downwards and flat in _MID_DOTS))
        if shown and not gap and letter and (downwards or _is_upper_letter(shown[-1][0], flat)):
            shown[-1], downwards = (shown[-1][0] + flat, *shown[-1][1:]), True  # written downwards
        else:
            shown.append((lines[k].text, k, gap and bool(shown)))
            downwards = False
        gap = False
    share = sum(gap for *_, gap in shown[:SAMPLE]) / max(1, len(shown[:SAMPLE]))
    near, far = (LINE_STAY, 0.0, 0.0), (LINE_STAY, 0.0, 0.0)  # stay, cell, row: without and with a blank line before
    if share > _MOST:
        broken = any(gap and above.endswith(_OPEN) for (above, *_), (*_, gap) in itertools.pairwise(shown[:SAMPLE]))
        near, far = (0.0, NO_GAP, NO_GAP), (GAP_BROKEN if broken else GAP_STAY, 0.0, 0.0)
    elif share > _FEW:
        near = (LINE_STAY, 0.0, NO_GAP_ROW if share > _SOME else 0.0)
        far = (LINE_STAY + GAP_WITHIN, GAP_WITHIN, GAP_ROW)
    full = _full_width([text for text, *_ in shown[:SAMPLE]])
    found = [token(lines[at], word, at, cell=0.0, row=FAR if n else 0.0) for n, word in enumerate(words)]
    for text, k, gap in shown:
        stay, cell, row = far if gap else near
        if found and squeezed(text)[0] in CLOSES:
            stay, cell, row = 0.0, FAR, FAR
        elif full and not gap and columns(found[-1].text if found else "") >= full:
            stay += FULL_STAY
            found[-1].lines = [replace(line, ending="soft") for line in found[-1].lines]
        found.append(token(lines[k], text, k, stay=stay, cell=cell, row=row))
    return Dump(found)


def _is_upper_letter(upper: str, lower: str) -> bool:
    """Whether a line may be the first letter of a word written downwards: not 月 above 日, two words."""
    return len(upper) == 1 and not (unit_of_header(upper) and unit_of_header(lower))


def _words_above_cells(lines: Sequence[Line], at: int) -> list[str]:
    """The words of a line, two or more, where the lines below it have one piece each; [] for another line."""
    words = lines[at].text.split()
    if len(words) < 2 or BAR.search(lines[at].text) or max(map(len, words)) > WORD:
        return []
    below = [pieces for line in lines[at + 1 : at + 1 + 2 * SAMPLE] if (pieces := line.text.split())][: 2 * len(words)]
    return words if len(below) >= len(words) and all(len(pieces) == 1 for pieces in below) else []


def _full_width(texts: Sequence[str]) -> int:
    """The width from which on a line of a cell is full where most long lines are: their cells were broken there. 0 for other dumps."""
    widths = sorted(columns(text.strip()) for text in texts)
    most = widths[-1] if widths else 0
    full = sum(width >= most - _ONE for width in widths)
    broken = most >= _NARROW and full >= _FEW_FULL
    return most - _ONE if broken and full * 3 >= sum(width * 2 > most for width in widths) else 0


def counted(lines: Sequence[Line], at: int) -> Dump | None:
    """A cell a line, an empty cell a blank line, as office programs export text; or each below one more blank line."""
    if not is_word(lines[at]) or all(line.text.strip() for line in lines[at : at + SAMPLE]):
        return None
    dump = Dump([], written=True, counted=True)
    step = 1 + all(not line.text.strip() for line in lines[at + 1 : at + SAMPLE : 2])
    for k in range(at, len(lines), step):
        flat = squeezed(lines[k].text)
        apart = step == 1 or k + 1 == len(lines) or not lines[k + 1].text.strip()
        if "\t" in lines[k].text.strip() or (flat and is_stop(flat)) or not apart:
            break
        dump.tokens.append(token(lines[k], lines[k].text, k, stay=LINE_STAY if flat else FAR, cell=0.0, row=0.0))
    spoken = [bool(each.lines) for each in dump.tokens[:SAMPLE]]
    beside = sum(a and b for a, b in itertools.pairwise(spoken))
    return dump if not all(spoken) and beside * 5 > sum(spoken) else None
