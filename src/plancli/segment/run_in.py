"""Titles that stand on the line of their text without a stop between: in bold type before what is not, or before a wide blank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..grammar.pattern import Pattern
from ..language.labels import read_label
from ..language.script import has_any, visible
from ..model.source import Paragraph
from .table_plan import TablePlan

_TEXT = Pattern(r"[㐀-鿿\d“《](?<![的地得之和与及或了])[^\n]{6,}")
_WIDE = Pattern(r"[^\S\n]*[\u3000\t][^\S\n]*|[^\S\n]{2,}")
_STOPS = "。；;"
_NOT_IN_TITLE, _NOT_LAST = "。；;：:！？!?", "，,、（(《“"
_SHORTEST_TITLE, _LONGEST_TITLE = 3, 40
_LONGEST = 80  # characters of what may be a title by its look
_FEWEST = 2  # such titles of one form, or it may be a word that somebody stresses


def run_in_titles(blocks: Sequence[Paragraph | TablePlan]) -> list[Paragraph | TablePlan]:
    """The blocks, a line feed between the title of an item and the text on its line (<b>一、自查阶段</b>各镇农机站…, （一）清淤　　对河道…), where
    most items of its form that have a text on their line, and two at least, have such a title."""
    found: dict[str, list[tuple[int, int, bool]]] = defaultdict(list)
    for index, block in enumerate(blocks):
        label = read_label(block.text) if isinstance(block, Paragraph) else None
        if label is not None and isinstance(block, Paragraph) and _has_text(block.text):
            front = _front_end(block, label.end)
            title = front if _is_title(block.text, label.end, front) else 0
            found[label.form].append((index, title, front > label.end))
    ends: dict[int, int] = {}
    for items in found.values():
        apart_by_look = sum(looks for _, _, looks in items)
        if apart_by_look >= _FEWEST and apart_by_look * 2 > len(items):
            ends.update((index, end) for index, end, _ in items if end)
    if not ends:
        return list(blocks)
    return [
        _parted(block, ends[index]) if index in ends and isinstance(block, Paragraph) else block
        for index, block in enumerate(blocks)
    ]


def _parted(paragraph: Paragraph, end: int) -> Paragraph:
    text = f"{paragraph.text[:end]}\n{paragraph.text[end:].lstrip()}"
    more = len(text) - len(paragraph.text)
    offsets = [offset + more if offset > end else offset for offset in paragraph.offsets]
    return Paragraph(text, paragraph.lines, offsets)


def _has_text(text: str) -> bool:
    """Whether a paragraph is more than a title, which has no stop, or one at its end."""
    return any(stop in text[:-1] for stop in _STOPS) or text[-1] in _STOPS


def _front_end(paragraph: Paragraph, start: int) -> int:
    """Where what stands in bold type ends, or before a wide blank; `start` or less where a label alone does, or nothing."""
    line, text = paragraph.lines[0], paragraph.text
    shown = line.lead or _before_blank(line.text, visible(text[:start]))
    places = range(start, min(len(text), start + _LONGEST)) if shown else ()
    return next((at for at in places if visible(text[:at]) == shown), 0)


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a title that no stop closes, and a text follows."""
    title = text[start:end]
    if not _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE or title[-1] in _NOT_LAST or has_any(title, _NOT_IN_TITLE):
        return False
    return _TEXT.match(text[end:].lstrip()) is not None


def _before_blank(line: str, label: int) -> int:
    """How many characters of a line stand before its only wide blank behind its label; 0 where there are more, or none."""
    found = 0
    text = line.strip()
    for blank in _WIDE.finditer(text):
        shown = visible(text[: blank.start()])
        if shown > label and found:
            return 0
        found = shown if shown > label else 0
    return found
