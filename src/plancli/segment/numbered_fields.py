"""Numbered lines that are the fields of the item above, no items: 1.牵头单位：…, 2.完成时限：…; and lines with all its stages."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.pattern import Pattern
from ..language.assignments import begins_with_label
from ..language.headers import role_of_header
from ..language.labels import Label, read_label
from ..model.source import Paragraph

_STOP = Pattern("[；;。]")
_LONGEST_NAME = 12  # characters of a field's name
_LONGEST_WORD = 6  # … that is told by its word alone; a longer one may be a title (开学典礼责任部门：)


def numbered_fields(paragraphs: Sequence[Paragraph], labels: Sequence[Label | None]) -> set[int]:
    """The lines of each run 1, 2, … all of which are a field's name, a colon and its value, and one of which says who or when;
    with its numbers and labels as the document's series has them; and each line 第一阶段：…；第二阶段：…."""
    found = {at for at, label in enumerate(labels) if at and label and _lists_stages(paragraphs[at].text, label)}
    run: list[int] = []
    for index, label in enumerate([*labels, None]):
        goes_on = label is not None and _is_field(paragraphs[index].text[label.end :])
        last = labels[run[-1]] if run else None
        if run and not (goes_on and label and last and (label.form, label.value) == (last.form, last.value + 1)):
            if len(run) > 1 and run[0] and any(_says_who(paragraphs[at], labels[at]) for at in run):
                found.update(run)
            run = []
        if goes_on and label and (run or label.value == 1):
            run.append(index)
    return found


def _lists_stages(text: str, label: Label) -> bool:
    if label.form != "stage":
        return False
    others = (read_label(text[stop.end() :]) for stop in _STOP.finditer(text, label.end))
    return any(other is not None and other.form == label.form for other in others)


def _is_field(text: str) -> bool:
    name, colon, value = text.replace(":", "：").partition("：")
    if not colon or not value or len(name) > _LONGEST_NAME:
        return False
    role = role_of_header(name)
    named = role is not None and role.whole and not role.is_time and len(name) <= _LONGEST_WORD
    return begins_with_label(text) or named


def _says_who(paragraph: Paragraph, label: Label | None) -> bool:
    return begins_with_label(paragraph.text[label.end if label else 0 :])
