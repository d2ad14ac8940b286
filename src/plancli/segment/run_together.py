"""A document whose copy has lost its line ends: one paragraph in which items stand behind one another, told by their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..language.fields import FIELD
from ..language.labels import Label
from ..language.labels.run_together import items_run_together
from ..model.source import Paragraph
from .titles import is_plan_title

_STOPS = "。；;：:！？!?）)】〕]"


def parted(paragraphs: Sequence[Paragraph]) -> dict[int, list[tuple[str, Label | None]]]:
    """Paragraphs of which none begins with a number → for each, by `id`, that holds a series of numbered items: its title,
    what stands above the items, and these, each with its label. A text that runs on for lines is one paragraph here."""
    return {id(paragraph): parts for paragraph in paragraphs if (parts := _parts(paragraph))}


def _parts(paragraph: Paragraph) -> list[tuple[str, Label | None]]:
    text = paragraph.text
    apart = behind_blanks(paragraph)
    places = {at for at in range(1, len(text)) if text[at - 1] in _STOPS} | apart
    starts = items_run_together(text, places)
    if not starts:
        return []
    first = starts[0][0]
    title = next((at for at in sorted(apart) if at < first and is_plan_title(text[:at])), 0)
    title = first if not title and is_plan_title(text[:first]) else title
    head = [(part, None) for part in (text[:title], text[title:first]) if part]
    labels = dict(starts)
    bounds = sorted({*labels, *(at for at in apart if at > first and FIELD.match(text, at)), len(text)})
    return [*head, *((text[at:end], labels.get(at)) for at, end in pairwise(bounds))]


def behind_blanks(paragraph: Paragraph) -> set[int]:
    """The places in a paragraph's text before which its line has a blank; none where it stands on several lines."""
    if len(paragraph.lines) != 1 or paragraph.lines[0].text == paragraph.text:
        return set()
    places: set[int] = set()
    at = 0
    for char in paragraph.lines[0].text:
        if char.isspace():
            places.add(at)
        else:
            at += 1
    return places if at == len(paragraph.text) else set()
