"""Footnotes of a PDF page and the notes behind a text dump: no part of the items they stand among."""

from __future__ import annotations

from collections.abc import Iterable

from ..grammar.pattern import Pattern
from ..language.script import squeeze
from ..model.source import Line

_BEGINS = Pattern(r"[\[［(（〔【]\d{1,2}[\]］)）〕】]|\d{1,2}(?=[㐀-鿿《“])|[①-⑳]|[*＊※]")
_BEGINS_MARKED = Pattern(_BEGINS.source + r"|\d{1,2}[.．、]")
_MARKED = Pattern(r"([\[［]\d{1,2}[\]］]).")
_SMALL = 0.75  # of the usual size of type: footnotes are set in 小五 (9 pt) under text in 三号 (16 pt) or 小四 (12 pt)
_SMALLER = 0.9  # of it: type that is hardly smaller is a footnote's where room parts it from the text
_ROOM = 1.2  # of the usual size: such room


def foot_of_page(lines: Iterable[Line], usual: float, *, marked: bool = False) -> list[Line]:
    """The footnotes among a page's lines: those at its foot, all in small type, or in smaller type and apart from the text, the first of
    them led by a number or sign. Where the text is known to have been `marked` with the numbers of notes, any smaller type will do, and
    a number with a point (1.)."""
    found: list[Line] = []
    above: Line | None = None
    for line in sorted(lines, key=lambda line: line.top):
        if not line.size or line.size > _SMALLER * usual:
            above = line
            break
        found.append(line)
    apart = marked or (above is not None and bool(found) and above.bottom - found[-1].top > _ROOM * usual)
    if not apart:
        small = (k for k, line in enumerate(found) if line.size and line.size > _SMALL * usual)
        del found[next(small, len(found)) :]
    begins = _BEGINS_MARKED if marked else _BEGINS
    while found and not begins.match(squeeze(found[-1].text)):
        found.pop()
    return found


def notes_behind(lines: list[Line]) -> list[Line]:
    """The notes at the end of a text, each led by a mark ([1]) that stands in the text before it."""
    spoken = [line for line in lines if line.text.strip()]
    found: list[Line] = []
    for line in reversed(spoken):
        mark = _MARKED.match(squeeze(line.text))
        if mark is None or not any(mark[1] in earlier.text for earlier in spoken[: len(spoken) - len(found) - 1]):
            break
        found.append(line)
    return found
